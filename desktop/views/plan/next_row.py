"""Enter on the last row goes on to a new one, so that a list of names is typed as it comes to mind.

The row is there as long as somebody types into it: whoever leaves it as it came leaves no trace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.domain.changes import ChangeSet
from desktop.models.plan_columns import NUMBER_OF

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage


class NextRow(QObject):
    """Adds the row below the last one of a page's grid, and takes it away again where nothing was typed."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page, self._workspace = page, page.workspace
        self._step: ChangeSet | None = None
        """What added the row that waits for its name."""
        self._left = ""
        """The task from whose row Enter came."""
        page.grid.add_wanted.connect(self.add)
        # Later, because whoever leaves the row by the mouse is about to press on another.
        page.grid.editor_closed.connect(self._look, Qt.ConnectionType.QueuedConnection)

    def add(self) -> None:
        """Add a task below the last one and open its name; from a row left as it came, end the list."""
        if self._withdraw():
            return
        before, self._left = self._workspace.next_undo, self._page.grid.current_id()
        self._page.edits.add_below()
        step = self._workspace.next_undo
        self._step = step if step is not before else None

    def _look(self) -> None:
        if self._page.grid.delegate.editor is None:
            self._withdraw()

    def _withdraw(self) -> bool:
        """Take the row away where it is as it was added; whether it was."""
        step, self._step = self._step, None
        if step is None or step is not self._workspace.next_undo:
            return False
        grid = self._page.grid
        stood_there = grid.current_id() in {change.id for change in step.of("task") if change.before is None}
        if self._workspace.undo() and stood_there:
            grid.select_id(self._left, NUMBER_OF["name"])
        return True
