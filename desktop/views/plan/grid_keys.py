"""The keys of the grid: Escape gives up what is nearest, Enter goes on, arrows open and close summaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from desktop.models.plan_columns import NUMBER_OF
from desktop.views.plan.cells import ENTER

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid

NAME = NUMBER_OF["name"]
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class GridKeys:
    """What a key does in one grid, outside an editor and at its end."""

    def __init__(self, grid: PlanGrid) -> None:
        self._grid = grid

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was for the grid of a plan; any table knows what to do with others."""
        grid = self._grid
        if event.key() == Qt.Key.Key_Escape:
            self._escape(event)
            return True
        grid.read_only.hide()
        if grid.cells.key(event):
            return True
        if event.key() in _ARROWS:
            grid.cells.forget_tab()
        if event.modifiers() in _PLAIN and grid.currentIndex().isValid() and self._outline(event.key()):
            return True
        return grid.read_only.key(event)

    def _escape(self, event: QKeyEvent) -> None:
        grid = self._grid
        if grid.hand.busy:
            grid.hand.cancel()
        elif grid.composing.active:
            grid.composing.give_up()
        elif not grid.read_only.hide():
            wanted = grid.gives_up is not None and grid.gives_up()
            grid.escaped.emit()
            event.setAccepted(wanted)  # where nothing is given up, it is the window's

    def _outline(self, key: int) -> bool:
        """Arrow keys open and close a summary on its name; Enter moves down, and adds below the last row."""
        grid = self._grid
        row, column = grid.currentIndex().row(), grid.currentIndex().column()
        if key in ENTER:
            if row == grid.plan.rowCount() - 1:
                grid.add_wanted.emit()
            else:
                grid.cells.step(1, 0)
            return True
        facts = grid.plan.facts(row)
        if column != NAME or not facts.summary:
            return False
        if (key == Qt.Key.Key_Left and not facts.closed) or (key == Qt.Key.Key_Right and facts.closed):
            grid.plan.toggle(grid.plan.ids[row])
            return True
        return False

    def leave_editor(self, action: QAbstractItemView.CursorAction, *, alone: str) -> None:
        """Go to the next cell as the key says that ended an editor; the name of the task ``alone`` is none of a list
        that goes on."""
        move = QAbstractItemView.CursorAction
        if action is move.MoveDown and self._ends_list(alone):
            self._grid.add_wanted.emit()
            return
        down = {move.MoveDown: 1, move.MoveUp: -1}.get(action, 0)
        self._grid.cells.step(down, {move.MoveRight: 1, move.MoveLeft: -1}.get(action, 0))

    def _ends_list(self, alone: str) -> bool:
        """Whether Enter leaves the name of the last task of the plan: the next one comes below it."""
        grid = self._grid
        at, asked = grid.currentIndex().row(), grid.plan.order.asked
        if at != grid.plan.rowCount() - 1 or grid.cells.enter_column() != NAME or len(grid.cells.columns()) > 1:
            return False
        return asked.keeps_order and not asked.conditions and grid.current_id() != alone
