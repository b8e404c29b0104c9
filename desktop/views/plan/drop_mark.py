"""Where dragged rows would land in the grid, drawn over its cells with the tip that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygon

from desktop.views.painting import ShapePainter
from desktop.views.plan.tip import tip_shapes
from desktop.views.theme import colour

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid
    from desktop.views.plan.row_drag import RowDrag


def paint_drop(painter: QPainter, grid: PlanGrid, drag: RowDrag) -> None:
    """The line between rows, where there is one, and the tip at the pointer."""
    line = drag.line()
    if not line.isEmpty():
        _paint_line(painter, line, grid.metrics.line, refused=drag.refusal is not None)
    place = QPointF(drag.position)
    ShapePainter(painter).draw(tip_shapes(drag.tip(), place, grid.viewport().size(), painter.fontMetrics()))


def _paint_line(painter: QPainter, line: QRect, text: int, *, refused: bool) -> None:
    """Crossed out where the rows cannot land; ``text`` is the height of a line of text."""
    ink = colour("red" if refused else "ghost")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRect(line)
    x, y, size = line.x(), line.center().y(), text // 4
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPolygon(QPolygon([QPoint(x - size, y - size), QPoint(x, y), QPoint(x - size, y + size)]))
    if refused:
        middle, half = line.center().x(), text // 3
        painter.setPen(QPen(ink, 3))
        painter.drawLine(middle - half, y - half, middle + half, y + half)
        painter.drawLine(middle - half, y + half, middle + half, y - half)
