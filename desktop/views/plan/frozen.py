"""Columns that stay at the left edge while the grid is scrolled sideways.

They are painted once more, over what has been scrolled under them, and only where the grid is scrolled; whoever asks
for places of cells is answered with where they are seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.models.plan_columns import NUMBER_OF
from desktop.views.theme import colour

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid

MOST = 0.8
"""Share of the width that may stand still; where more would, nothing does."""
_EDGE = 2


class Frozen:
    """The columns of one grid up to the one named ``key``; "" freezes none."""

    def __init__(self, grid: PlanGrid) -> None:
        self._grid = grid
        self.key = ""
        self._pressed = False
        """Whether the button went down on a heading that stands still."""

    def freeze(self, key: str) -> None:
        """Have the columns up to this one stand still; "" or what is no column lets all of them go."""
        self.key = key if key in NUMBER_OF else ""
        self._grid.viewport().update()
        self._grid.header.viewport().update()

    def columns(self) -> Iterator[tuple[int, int, int]]:
        """(number, left edge, width) of the columns that stand still, from the left."""
        header = self._grid.header
        last = NUMBER_OF.get(self.key, -1)
        if last < 0 or header.isSectionHidden(last):
            return
        for place in range(header.visualIndex(last) + 1):
            number = header.logicalIndex(place)
            if not header.isSectionHidden(number):
                yield number, header.sectionPosition(number), header.sectionSize(number)

    @property
    def width(self) -> int:
        """How far from the left edge columns stand over others; 0 while nothing is scrolled under them."""
        header = self._grid.header
        last = NUMBER_OF.get(self.key, -1)
        if last < 0 or header.offset() <= 0 or header.isSectionHidden(last):
            return 0
        width = header.sectionPosition(last) + header.sectionSize(last)
        return width if width <= MOST * self._grid.viewport().width() else 0

    def column_at(self, x: int) -> int:
        """The column that stands still at ``x`` of the viewport, or -1."""
        if not 0 <= x < self.width:
            return -1
        header = self._grid.header
        return header.logicalIndexAt(x - header.offset())

    def left_of(self, number: int) -> int | None:
        """Where a column stands still; None where it is scrolled like the others."""
        width = self.width
        left = self._grid.header.sectionPosition(number) if width else 0
        return left if width and left < width and not self._grid.header.isSectionHidden(number) else None

    # -- painting -------------------------------------------------------------------------------

    def paint_cells(self, painter: QPainter, area: QRect) -> None:
        """The cells of the rows that ``area`` touches."""
        grid, width = self._grid, self.width
        if not width or area.left() >= width + _EDGE:
            return
        option, chosen = QStyleOptionViewItem(), grid.selectionModel()
        current, state = grid.currentIndex() if grid.hasFocus() else None, QStyle.StateFlag
        columns = list(self.columns())
        first, last = max(grid.rowAt(area.top()), 0), grid.rowAt(area.bottom())
        for row in range(first, (last if last >= 0 else grid.plan.rowCount() - 1) + 1):
            y, height = grid.rowViewportPosition(row), grid.rowHeight(row)
            for number, left, wide in columns:
                index = grid.plan.index(row, number)
                option.rect = QRect(left, y, wide, height)
                seen = state.State_Enabled
                if chosen.isSelected(index):
                    seen |= state.State_Selected
                if current is not None and index == current:
                    seen |= state.State_HasFocus
                option.state = seen
                grid.delegate.paint(painter, option, index)
        below = grid.rowViewportPosition(grid.plan.rowCount() - 1) if grid.plan.rowCount() else 0
        end = below + grid.rowHeight(grid.plan.rowCount() - 1) if grid.plan.rowCount() else 0
        if end < grid.viewport().height():
            painter.fillRect(0, end, width, grid.viewport().height() - end, colour("surface"))
        painter.fillRect(width - 1, 0, _EDGE, grid.viewport().height(), colour("line_strong"))

    def paint_heads(self, painter: QPainter) -> None:
        """The headings of the columns that stand still."""
        width, header = self.width, self._grid.header
        if not width:
            return
        for number, left, wide in self.columns():
            painter.save()
            header.paintSection(painter, QRect(left, 0, wide, header.height()), number)
            painter.restore()
        painter.fillRect(width - 1, 0, _EDGE, header.height(), colour("line_strong"))

    def translated(self, event: QMouseEvent) -> QMouseEvent | None:
        """A press on a heading that stands still, as it would be where the heading is scrolled to; None for others."""
        offset = self._grid.header.offset()
        inside = self.column_at(round(event.position().x())) >= 0
        if event.type() is QEvent.Type.MouseButtonPress:
            self._pressed = inside
        held = event.buttons() != Qt.MouseButton.NoButton or event.type() is QEvent.Type.MouseButtonRelease
        if not (self._pressed if held else inside):
            return None
        place = event.position() - QPointF(offset, 0)
        return QMouseEvent(
            event.type(), place, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )
