"""The time scale above the chart: drag to pan, wheel to zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.charts.shapes import Polygon, Rect, Shape
from desktop.charts.timeheader import header
from desktop.i18n import tr, words
from desktop.views.painting import paint

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart
    from desktop.views.resources.histogram_view import HistogramView


class TimeHeader(QWidget):
    """Paints the two tiers of the chart's scale and the places of today and the status date."""

    def __init__(self, chart: GanttChart | HistogramView) -> None:
        super().__init__(chart)
        self._chart = chart
        self._pressed: QPointF | None = None
        self._from = 0
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(tr("Drag to move in time, Ctrl and the wheel to zoom"))
        self.setAccessibleName(tr("Time scale"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        chart = self._chart
        scene = header(chart.scale, self.width(), self.height(), chart.metrics.em, words())
        with QPainter(self) as painter:
            paint(painter, [*scene.shapes, *self._flags()])

    def _flags(self) -> list[Shape]:
        """Small marks where the lines of today and the status date begin."""
        shapes: list[Shape] = []
        height = self.height()
        size = self._chart.metrics.line * 0.3
        for x, role in self._chart.moments():
            if -size <= x <= self.width() + size:
                points = ((x - size, height - 1 - 1.3 * size), (x + size, height - 1 - 1.3 * size), (x, height - 1.0))
                shapes += [Polygon(points, role), Rect(x - 1, height - 2, 2, 2, role)]
        return shapes

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()
        self._from = self._chart.horizontalScrollBar().value()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            gone = event.position().x() - self._pressed.x()
            self._chart.horizontalScrollBar().setValue(round(self._from - gone))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._pressed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._chart.zoom(1.5, event.position().x())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._chart.wheel(event)
