"""A hint where a date is given to a task that lies before the whole project starts: mostly a year was mistyped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.domain.changes import DO, ChangeSet
from desktop.domain.display import date_text
from desktop.domain.plan import Task
from desktop.i18n import tr

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

FIELDS = ("constraint_date", "manual_start", "actual_start", "deadline")
MOST = 50
"""Changed tasks beyond which it was an import or a move of everything, which tells its own story."""
LONGEST = 60
"""Characters of a name in the sentence."""


class EarlyDates(QObject):
    """Listens to every edit; the date is taken all the same, for work may have begun before."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page = page
        page.workspace.changed.connect(self._look)

    def _look(self, changes: ChangeSet) -> None:
        touched = changes.of("task")
        if changes.kind != DO or len(touched) > MOST:
            return
        found = next(self._early(changes), "")
        if found:  # after the word that the edit is saved
            QTimer.singleShot(0, self, lambda: self._page.said.emit(found))

    def _early(self, changes: ChangeSet) -> Iterator[str]:
        start = self._page.workspace.project.profile.start
        if start is None:
            return
        for change in changes.of("task"):
            before, after = change.before, change.after
            if not isinstance(after, Task):
                continue
            for name in FIELDS:
                value = getattr(after, name)
                if value is None or value.date() >= start.date() or value == getattr(before, name, None):
                    continue
                shown = after.name if len(after.name) <= LONGEST else after.name[: LONGEST - 1] + "…"
                yield tr(
                    "“{task}”: {date} lies before the project start, {start}. The date was taken.",
                    task=shown, date=date_text(value), start=date_text(start),
                )  # fmt: skip
