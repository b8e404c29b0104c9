"""The square at the corner of a selection, which is pulled down or up to go on with the selected cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.i18n import tr
from desktop.views.painting import ShapePainter
from desktop.views.plan.cells import Block
from desktop.views.plan.filling import series_of
from desktop.views.plan.tip import tip_shapes
from desktop.views.theme import colour

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid

MOST_TOLD = 3
"""Columns of which the tip tells the last value."""
NEAR = 4
"""Pixels around the square that belong to it."""


class FillHandle:
    """Where the square is, and how far it has been pulled."""

    def __init__(self, grid: PlanGrid) -> None:
        self._grid = grid
        self.source: Block | None = None
        """What is being repeated while the square is pulled."""
        self.rows = range(0)
        self.copies = False
        """Whether Ctrl is held: cells are copied that would go on as a series."""

    def _corner(self, block: Block) -> QRect:
        """The last cell of a block."""
        return self._grid.visualRect(self._grid.plan.index(block.last, block.columns[-1]))

    def square(self) -> QRect:
        """The square; empty where several rectangles are selected, or none."""
        block = self._grid.cells.block()
        if block is None or not self._grid.selectionModel().hasSelection():
            return QRect()
        cell, side = self._corner(block), max(7, self._grid.metrics.line // 3)
        frozen = self._grid.frozen
        if cell.right() < frozen.width and frozen.left_of(block.columns[-1]) is None:
            return QRect()  # it lies under columns that stand still
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

    def tip(self) -> list[str]:
        """What the last row would hold, and how to have the other."""
        source, plan = self.source, self._grid.plan
        if source is None or not self.rows or source.last == source.first:
            return []
        furthest = -1 if self.rows.start > source.last else 0
        found = [series_of(plan, source, self.rows, column) for column in source.columns[:MOST_TOLD]]
        texts = [each[furthest] for each in found if each is not None]
        if not texts:
            return []
        if self.copies:
            return [tr("Copies the cells"), tr("Without Ctrl: goes on as a series")]
        return [tr("… to {last}", last=" · ".join(texts)), tr("Ctrl: copies instead")]

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
            place = QPointF(last.bottomRight() if self.rows.start > self.source.last else first.topRight())
            room, measure = self._grid.viewport().size(), painter.fontMetrics()
            ShapePainter(painter).draw(tip_shapes(self.tip(), place, room, measure))
