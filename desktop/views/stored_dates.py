"""Says that an edit has put calculated dates in the place of those that another program had stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.i18n import tr
from desktop.views.banner import NOTICE

if TYPE_CHECKING:
    from desktop.domain.changes import ChangeSet
    from desktop.views.main_window import MainWindow


def tell_change_of_dates(window: MainWindow, changes: ChangeSet) -> None:
    """Every date may have moved, not only that of the task in hand: say so, and offer the way back.

    A person who chose calculated dates on the project page knows. When the step is undone, the sentence goes.
    """
    sentence = tr("An edit cannot keep dates that another program calculated: from now on all dates of this plan are "
                  "calculated by Pilotage. Undo brings the imported dates back.")  # fmt: skip
    for change in changes.of("project"):
        sources = [getattr(state, "date_source", "") for state in (change.before, change.after)]
        if sources == ["stored", "calculated"] and not _is_chosen(changes):
            window.banner.show_sentence(sentence, NOTICE)
            window.banner.offer(tr("Undo"), window.undo)
        elif sources == ["calculated", "stored"] and window.banner.text == sentence:
            window.banner.dismiss()


def _is_chosen(changes: ChangeSet) -> bool:
    """Whether the step does nothing else than that."""
    (first, *others) = changes.changes
    before, after = first.before, first.after
    if others or before is None or after is None:
        return False
    differing = {name for name in before.info.specs if getattr(before, name) != getattr(after, name)}
    return differing - {"changed_at", "changed_by"} == {"date_source"}
