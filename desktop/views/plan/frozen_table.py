"""A table that answers where cells are seen: columns that are frozen do not scroll with the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtWidgets import QAbstractItemView, QTableView

if TYPE_CHECKING:
    from desktop.models.plan_rows import Index
    from desktop.views.plan.frozen import Frozen
    from desktop.views.plan.header import PlanHeader

ScrollHint = QAbstractItemView.ScrollHint


class FrozenTable(QTableView):
    """Whoever asks Qt for the place of a cell, or for the cell at a place, asks here."""

    frozen: Frozen
    header: PlanHeader

    def scrollTo(self, index: Index, hint: ScrollHint = ScrollHint.EnsureVisible) -> None:
        bar = self.horizontalScrollBar()
        before, stands = bar.value(), self.frozen.left_of(index.column()) is not None
        super().scrollTo(index, hint)
        if stands:
            bar.setValue(before)
        elif (left := self.visualRect(index).left()) < (width := self.frozen.width):
            bar.setValue(bar.value() + left - width)  # a cell wider than the grid shows its beginning

    def visualRect(self, index: Index) -> QRect:
        rect: QRect = super().visualRect(index)
        left = self.frozen.left_of(index.column()) if rect.isValid() else None
        if left is not None:
            rect.moveLeft(left)
        return rect

    def indexAt(self, position: QPoint) -> QModelIndex:
        column = self.frozen.column_at(position.x())
        if column < 0:
            return super().indexAt(position)
        row = self.rowAt(position.y())
        return self.model().index(row, column) if row >= 0 else QModelIndex()

    def column_at(self, x: int) -> int:
        """The column that is seen at ``x`` of the viewport, or -1."""
        column = self.frozen.column_at(x)
        return column if column >= 0 else self.columnAt(x)

    def column_left(self, column: int) -> int:
        """Where a column is seen to begin."""
        left = self.frozen.left_of(column)
        return left if left is not None else self.columnViewportPosition(column)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx and self.frozen.key:  # what stands still was moved along
            self.viewport().update()
            self.header.viewport().update()
