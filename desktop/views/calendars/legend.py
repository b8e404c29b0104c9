"""What the colours and marks of the days mean."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.charts.calendar_year import LEGEND, TITLES, legend_height, legend_shapes
from desktop.i18n import tr, words
from desktop.views.labels import SMALL, scaled
from desktop.views.painting import paint


class Legend(QWidget):
    """As many lines as it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(scaled(SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Legend"))
        self.setAccessibleDescription(tr(", ", "list").join(tr(TITLES[kind]) for kind in LEGEND))

    def _sizes(self) -> tuple[float, float]:
        return QFontMetrics(self.font()).height(), float(QFontInfo(self.font()).pixelSize())

    def _tall(self) -> int:
        return round(legend_height(*self._sizes(), words(), max(1, self.width()))) + 2

    def sizeHint(self) -> QSize:
        return QSize(100, self._tall())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.height() != self._tall():
            self.setFixedHeight(self._tall())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.setFont(self.font())
            paint(painter, list(legend_shapes(*self._sizes(), words(), self.width())))
