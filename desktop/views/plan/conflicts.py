"""Watches over edits: a date that begins to stand against the links is told once, when the hands rest."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.domain.changes import DO, ChangeSet
from desktop.domain.commands.plan import ReleaseDates
from desktop.domain.plan import Task
from desktop.domain.scheduling.conflicts import Conflict, conflict_of, may_conflict
from desktop.models.workspace import Workspace

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

CALM = 350
"""Milliseconds without an edit after which dates are looked at."""
MOST = 500
"""Tasks with dates of their own that are looked at; where there are more, the list of findings tells of them."""


class Conflicts(QObject):
    """Nothing is said of what was there before, of undo and redo, nor where another sheet is open."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page, self._workspace = page, page.workspace
        self._known = frozenset(one.task for one in _found(self._workspace))
        self._step: ChangeSet | None = None
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self._look)
        self._workspace.changed.connect(self._changed)

    def _changed(self, changes: ChangeSet) -> None:
        self._step = self._workspace.next_undo if changes.kind == DO else None
        if changes.kind != DO:  # what is taken back may be done once more, before anybody has looked
            self._known -= {change.id for change in changes.of("task")}
        self._calm.start()

    def found(self) -> list[Conflict]:
        """All conflicts, in the order of the outline."""
        return _found(self._workspace)

    def _look(self) -> None:
        found = self.found()
        known, self._known = self._known, frozenset(one.task for one in found)
        step, self._step = self._step, None
        if step is None or step is not self._workspace.next_undo:
            return
        fresh = [one for one in found if one.task not in known]
        chart = self._page.chart
        busy = chart.hand.gesture is not None or self._page.grid.delegate.editor is not None
        if not fresh or busy or self._page.isHidden() or any(strip.isVisible() for strip in chart.strips):
            return
        touched = {change.id for change in step.of("task")}
        told = next((one for one in fresh if one.task in touched), fresh[0])
        if self._page.model.row_of(told.task) >= 0:
            chart.conflict_strip.show_conflict(told, step)

    def release(self) -> None:
        """Let the selected tasks go where their links put them."""
        ids = tuple(self._page.grid.selected_ids())
        if ids:
            self._workspace.do(ReleaseDates(ids))

    def mark_pressed(self, identity: str) -> None:
        """What holds a task, and how else it could be held; first what stands against it."""
        chart = self._page.chart
        if not chart.conflict_strip.ask(identity):
            chart.hold_strip.ask(identity)

    def settle(self) -> None:
        """Show the conflict of the current task, or the next one down the plan; from the last on to the first."""
        page, strip = self._page, self._page.chart.conflict_strip
        if strip.ask(page.grid.current_id()):
            return
        order = self._workspace.project.outline.row
        here = order.get(page.grid.current_id(), -1)
        found = self.found()
        behind = (one for one in found if order[one.task] > here)
        told = next(chain(behind, found), None)
        if told is None or not page.reveal(told.task):
            strip.refuse()
        else:
            strip.ask(told.task)


def _found(workspace: Workspace) -> list[Conflict]:
    project, planned = workspace.project, workspace.schedule
    order = project.outline.row
    dated = [task.id for task in project.table(Task).values() if may_conflict(task)]
    if len(dated) > MOST:
        return []
    found = (conflict_of(planned, identity) for identity in sorted(dated, key=lambda each: order.get(each, 0)))
    return [one for one in found if one is not None]
