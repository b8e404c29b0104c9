"""The pointer over the grid: selecting cells and rows, filling, opening summaries, dragging rows to another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer

from desktop.models.plan_columns import NUMBER_OF
from desktop.views.plan.fill_handle import FillHandle
from desktop.views.plan.mark_cells import HOLDS
from desktop.views.plan.row_drag import RowDrag

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid

NAME, MARKS = NUMBER_OF["name"], NUMBER_OF["indicators"]
FAR_ENOUGH = 8
"""Pixels from which a press is a drag."""
SCROLL_INTERVAL = 30
"""Milliseconds between two steps of the grid while the pointer selects beyond its edge."""
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class GridHand(QObject):
    """What the left button is doing; positions are those of the viewport, also over the row numbers."""

    def __init__(self, grid: PlanGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.row_drag: RowDrag | None = None
        self.handle = FillHandle(grid)
        self._held: QPoint | None = None
        """Where a press began on what is selected: it may become a drag."""
        self._selecting = ""
        """``cells`` or ``rows`` while the pointer draws a selection, ``fill`` while it pulls the handle."""
        self._position = QPoint()
        self._scroller = QTimer(self)
        self._scroller.setInterval(SCROLL_INTERVAL)
        self._scroller.timeout.connect(self._scroll)

    # -- where ----------------------------------------------------------------------------------

    def triangle_at(self, position: QPoint) -> int:
        """The row whose triangle lies at ``position``, or -1."""
        grid = self._grid
        index = grid.indexAt(position)
        if not index.isValid() or index.column() != NAME:
            return -1
        facts = grid.plan.facts(index.row())
        box = grid.visualRect(index)
        right = box.x() + grid.indent_of(facts.depth)
        inside = right - grid.metrics.indent - 3 <= position.x() <= right + 1
        first_line = position.y() < box.y() + grid.metrics.row
        return index.row() if facts.summary and inside and first_line else -1

    def _movable(self, row: int, column: int, *, rows: bool) -> bool:
        """Whether a press there takes hold of rows: of selected ones, by their number, their name or all of them."""
        cells = self._grid.cells
        if rows:
            return cells.is_whole_row(row)
        return cells.is_selected(row, column) and (column == NAME or cells.is_whole_row(row))

    def _nearest(self, position: QPoint) -> tuple[int, int]:
        """Row and place of the column at ``position``, or of those that are nearest to it."""
        grid = self._grid
        view, order = grid.viewport().rect(), grid.visible_columns()
        row = grid.rowAt(max(0, min(position.y(), view.height() - 1)))
        if row < 0:
            row = grid.plan.rowCount() - 1
        column = grid.column_at(max(0, min(position.x(), view.width() - 1)))
        return row, order.index(column) if column in order else len(order) - 1

    # -- press, move, release -------------------------------------------------------------------

    def press(self, position: QPoint, modifiers: Qt.KeyboardModifier, *, rows: bool = False) -> None:
        """The left button went down over a cell, or over the number of a row."""
        grid, cells = self._grid, self._grid.cells
        if grid.delegate.refused and grid.delegate.editor is not None:
            grid.delegate.editor.setFocus()  # what was typed stays, with the explanation beside it
            return
        self._held, self._position = None, position
        grid.touched.emit()
        cells.forget_tab()
        if not rows and modifiers in (Qt.KeyboardModifier.NoModifier, _CTRL) and self.handle.hit(position):
            self._selecting = "fill"
            self.handle.begin()
            return
        triangle = -1 if rows else self.triangle_at(position)
        if triangle >= 0:
            grid.plan.toggle(grid.plan.ids[triangle])
            return
        row = grid.rowAt(position.y())
        column = grid.column_in_sight() if rows else grid.column_at(position.x())
        if row < 0 or column < 0:
            cells.clear()
            return
        if modifiers & _SHIFT and grid.currentIndex().isValid():
            self._selecting = "rows" if rows else "cells"
            self._extend()
        elif modifiers & _CTRL:
            if cells.is_whole_row(row) if rows else cells.is_selected(row, column):
                cells.leave_out(row, column, whole=rows)
            else:
                self._begin(row, column, rows=rows, add=True)
        elif self._movable(row, column, rows=rows):
            self._held = position
            if not rows:
                grid.set_current(row, column)
        else:
            self._begin(row, column, rows=rows)
            if column == MARKS and not rows:
                self._press_mark(position)

    def _press_mark(self, position: QPoint) -> None:
        """What holds a task is one press away from being let go."""
        index = self._grid.indexAt(position)
        if index.isValid() and self._grid.delegate.mark_at(index, position) in HOLDS:
            self._grid.hold_pressed.emit(self._grid.plan.ids[index.row()])

    def _begin(self, row: int, column: int, *, rows: bool, add: bool = False) -> None:
        self._selecting = "rows" if rows else "cells"
        if rows:
            self._grid.cells.choose_rows(row, add=add)
        else:
            self._grid.cells.choose(row, column, add=add)

    def _extend(self, further: int = 0) -> None:
        row, place = self._nearest(self._position)
        row = min(row + further, self._grid.plan.rowCount() - 1)
        if row < 0:
            return
        if self._selecting == "fill":
            self.handle.pull(row)
            self._grid.scrollTo(self._grid.plan.index(row, self._grid.visible_columns()[place]))
            self._grid.viewport().update()
        elif self._selecting == "rows":
            self._grid.cells.extend_rows_to(row)
        else:
            self._grid.cells.extend_to(row, place)

    def move(self, position: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """The pointer moved with the left button down."""
        grid = self._grid
        if self.handle.source is not None:
            self.handle.copies = bool(modifiers & _CTRL)
            grid.viewport().update()
        if self.row_drag is not None:
            self.row_drag.move(position)
            grid.viewport().update()
        elif self._held is not None:
            if (position - self._held).manhattanLength() >= FAR_ENOUGH:
                self.row_drag = RowDrag(grid, grid.selected_ids())
                self.row_drag.move(position)
                grid.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                grid.viewport().update()
        elif self._selecting:
            moved = self._nearest(position) != self._nearest(self._position)
            self._position = position
            if moved:
                self._extend()
            outside = not 0 <= position.y() < grid.viewport().height()
            if outside != self._scroller.isActive():
                self._scroller.start() if outside else self._scroller.stop()

    def _scroll(self) -> None:
        """Draw the selection on, beyond the edge."""
        self._extend(1 if self._position.y() > 0 else -1)

    def release(self, position: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """The left button came up."""
        self.handle.copies = bool(modifiers & _CTRL)
        held, self._held, self._selecting = self._held, None, ""
        self._scroller.stop()
        filled = self.handle.end()
        if filled is not None:
            self._grid.fill_wanted.emit(*filled, self.handle.copies)
        elif self.row_drag is not None:
            command = self.row_drag.command()
            self.cancel()
            if command is not None:
                self._grid.move_rows(command)
        elif held is not None:  # it was a click after all
            row, column = self._grid.rowAt(held.y()), self._grid.column_at(held.x())
            if row >= 0 and held.x() < 0:
                self._grid.cells.choose_rows(row)
            elif row >= 0 and column >= 0:
                self._grid.cells.choose(row, column)
        self.hover(position)

    def hover(self, position: QPoint) -> None:
        """Show what a press would do."""
        grid = self._grid
        index = grid.indexAt(position)
        movable = index.isValid() and self._movable(index.row(), index.column(), rows=False)
        shape = Qt.CursorShape.OpenHandCursor if movable and self.triangle_at(position) < 0 else None
        if self.handle.hit(position):
            shape = Qt.CursorShape.CrossCursor
        if shape is None:
            grid.viewport().unsetCursor()
        else:
            grid.viewport().setCursor(shape)

    @property
    def busy(self) -> bool:
        """Whether something is being dragged."""
        return self.row_drag is not None or self.handle.source is not None

    def cancel(self) -> None:
        """End what is under way without a trace."""
        if self.row_drag is not None:
            self.row_drag.end()
        self.row_drag = self._held = None
        self._selecting = ""
        self.handle.end()
        self._scroller.stop()
        self._grid.viewport().unsetCursor()
        self._grid.viewport().update()
