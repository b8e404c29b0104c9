"""Red, amber, green as a person can read it without colours: a shape with a letter in it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.rating import AMBER, GREEN, GREY, LETTERS, RED, TITLES
from desktop.i18n import tr
from desktop.views.labels import em, scaled
from desktop.views.theme import colour

FILL = {RED: "red", AMBER: "amber_fill", GREEN: "green", GREY: "grey_soft"}
LETTER = {RED: "surface", GREEN: "surface", GREY: "grey"}


def paint_rating(painter: QPainter, box: QRectF, code: str, letter: bool = True) -> None:
    """◆ red, ▲ amber, ● green, ○ not assessed, filled into a square ``box``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = {AMBER: "amber", GREY: "grey"}.get(code, FILL[code])
    painter.setPen(QPen(colour(outline), max(1.0, box.width() / 14)))
    painter.setBrush(colour(FILL[code]))
    middle = box.center()
    if code == RED:
        corners = [QPointF(middle.x(), box.top()), QPointF(box.right(), middle.y()),
                   QPointF(middle.x(), box.bottom()), QPointF(box.left(), middle.y())]  # fmt: skip
        painter.drawPolygon(QPolygonF(corners))
    elif code == AMBER:
        corners = [QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]
        painter.drawPolygon(QPolygonF(corners))
    else:
        painter.drawEllipse(box)
    if letter:
        painter.setFont(scaled(max(0.6, box.width() / em(1) * (0.5 if code == AMBER else 0.6)), bold=True))
        painter.setPen(Qt.GlobalColor.black if code == AMBER else colour(LETTER[code]))
        painter.drawText(box.translated(0, box.height() * 0.14 if code == AMBER else 0), Qt.AlignmentFlag.AlignCenter,
                         tr(LETTERS[code]))  # fmt: skip
    painter.restore()


class RatingBadge(QWidget):
    """A rating of its own; ``size`` in heights of the font."""

    def __init__(self, code: str = GREY, size: float = 1.6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code, self._size = code, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr(TITLES[code]))
        self.setToolTip(tr(TITLES[code]))

    def sizeHint(self) -> QSize:
        return QSize(em(self._size), em(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            side = min(self.width(), self.height()) - 3.0
            paint_rating(painter, QRectF(1.5, 1.5, side, side), self._code)
