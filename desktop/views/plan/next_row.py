"""The row that was just added waits for its name, and Enter on the last row goes on to a new one, so that a list of
names is typed as it comes to mind.

Adding and naming is one step. Escape takes the row back without a trace; so does whatever leaves a row as it came
that only Enter has opened, while one that was asked for stays when the hand goes elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.domain.changes import ChangeSet
from desktop.models.plan_columns import NUMBER_OF

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage


class NextRow(QObject):
    """Follows the new row of a page's grid until it has a name or is left, and adds one below the last."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page, self._workspace = page, page.workspace
        self._step: ChangeSet | None = None
        """What added the row that waits for its name."""
        self._task = ""
        self._listed = False
        """Whether Enter opened the row."""
        self._left = "", NUMBER_OF["name"]
        """Where the person was before: a task and a column."""
        page.grid.add_wanted.connect(self.add)
        page.grid.name_given_up.connect(self._give_up)
        page.grid.left_for.connect(self._leave)
        # Later, because whoever leaves the row by the mouse is about to press on another.
        page.grid.editor_closed.connect(self._look, Qt.ConnectionType.QueuedConnection)

    def wait(self, task: str, step: ChangeSet | None, left: tuple[str, int], *, listed: bool = False) -> None:
        """A task was added by ``step``, and its name is open; ``left`` is where the person was."""
        self._task, self._step, self._left, self._listed = task, step, left, listed
        self._page.model.unnamed = (task, step) if step is not None else None

    def add(self) -> None:
        """Add a task below the last one and open its name; from a row left as it came, end the list."""
        if self._waits():
            if self._listed:
                self._withdraw()
            else:
                self._forget()
            return
        self._page.edits.add_below()
        if self._step is not None:
            self._listed, self._left = True, (self._left[0], NUMBER_OF["name"])

    def _waits(self) -> bool:
        """Whether the row is as it was added."""
        return self._step is not None and self._step is self._workspace.next_undo

    def _forget(self) -> None:
        self._step = self._page.model.unnamed = None

    def _look(self) -> None:
        """The editor was closed."""
        if self._page.grid.delegate.editor is None:
            self._leave("")

    def _leave(self, task: str) -> None:
        """The hand is about to take hold of something else, of ``task`` if any."""
        if self._waits() and self._listed and task != self._task:
            self._withdraw()
        else:
            self._forget()

    def _give_up(self) -> None:
        if self._waits() and self._page.grid.current_id() == self._task:
            self._withdraw()

    def _withdraw(self) -> None:
        """Take the row away as if it had never been there."""
        grid, (left, column) = self._page.grid, self._left
        stood_there = grid.current_id() == self._task
        self._forget()
        if self._workspace.undo_for_good() and stood_there and left:
            grid.select_id(left, column)
