"""The square at the corner of a selection, which is pulled down or up to repeat the selected cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.views.plan.cells import Block
from desktop.views.theme import colour

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid

NEAR = 4
"""Pixels around the square that belong to it."""


class FillHandle:
    """Where the square is, and how far it has been pulled."""

    def __init__(self, grid: PlanGrid) -> None:
        self._grid = grid
        self.source: Block | None = None
        """What is being repeated while the square is pulled."""
        self.rows = range(0)

    def _corner(self, block: Block) -> QRect:
        """The last cell of a block."""
        return self._grid.visualRect(self._grid.plan.index(block.last, block.columns[-1]))

    def square(self) -> QRect:
        """The square; empty where several rectangles are selected, or none."""
        block = self._grid.cells.block()
        if block is None or not self._grid.selectionModel().hasSelection():
            return QRect()
        cell, side = self._corner(block), max(7, self._grid.metrics.line // 3)
        return QRect(cell.right() - side + 1, cell.bottom() - side + 1, side, side) if cell.isValid() else QRect()

    def hit(self, position: QPoint) -> bool:
        square = self.square()
        return not square.isEmpty() and square.adjusted(-NEAR, -NEAR, NEAR, NEAR).contains(position)

    def begin(self) -> None:
        self.source, self.rows = self._grid.cells.block(), range(0)

    def pull(self, row: int) -> None:
        """The pointer is over ``row``."""
        assert self.source is not None
        if row > self.source.last:
            self.rows = range(self.source.last + 1, row + 1)
        else:
            self.rows = range(row, self.source.first) if row < self.source.first else range(0)

    def end(self) -> tuple[Block, range] | None:
        """What was to be repeated where; None for nothing."""
        source, self.source = self.source, None
        return (source, self.rows) if source is not None and self.rows else None

    def paint(self, painter: QPainter) -> None:
        """The square, and a frame around the rows that it has been pulled over."""
        square = self.square()
        if not square.isEmpty():
            painter.fillRect(square, colour("surface"))
            painter.fillRect(square.adjusted(1, 1, 0, 0), colour("accent"))
        if self.source is not None and self.rows:
            index, columns = self._grid.plan.index, self.source.columns
            first = self._grid.visualRect(index(self.rows.start, columns[0]))
            last = self._grid.visualRect(index(self.rows.stop - 1, columns[-1]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.drawRect(first.united(last).adjusted(1, 1, -1, -1))
