"""Red, amber, green as a person can read it without colours: a shape with a letter in it, and the word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.rating import AMBER, GREEN, GREY, LETTERS, RED, TITLES
from desktop.i18n import tr
from desktop.views.labels import Text, em, plain_tooltip, scaled
from desktop.views.theme import colour

FILL = {RED: "red", AMBER: "amber_fill", GREEN: "green", GREY: "grey_soft"}
LETTER = {RED: "surface", GREEN: "surface", GREY: "grey"}


def paint_rating(painter: QPainter, box: QRectF, code: str) -> None:
    """◆ red, ▲ amber, ● green, ○ not assessed, filled into a square ``box``, with the letter of its name."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour({AMBER: "amber", GREY: "grey"}.get(code, FILL[code])), max(1.0, box.width() / 16))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colour(FILL[code]))
    inner = box.adjusted(pen.widthF() / 2, pen.widthF() / 2, -pen.widthF() / 2, -pen.widthF() / 2)
    middle = inner.center()
    if code == RED:
        corners = [QPointF(middle.x(), inner.top()), QPointF(inner.right(), middle.y()),
                   QPointF(middle.x(), inner.bottom()), QPointF(inner.left(), middle.y())]  # fmt: skip
        painter.drawPolygon(QPolygonF(corners))
    elif code == AMBER:
        corners = [QPointF(middle.x(), inner.top()), inner.bottomRight(), inner.bottomLeft()]
        painter.drawPolygon(QPolygonF(corners))
    else:
        painter.drawEllipse(inner)
    painter.setFont(scaled(max(0.6, box.width() / em(1) * (0.45 if code == AMBER else 0.55)), bold=True))
    painter.setPen(Qt.GlobalColor.black if code == AMBER else colour(LETTER[code]))
    lower = box.height() * 0.15 if code == AMBER else 0  # a triangle has its room at the bottom
    painter.drawText(box.translated(0, lower), Qt.AlignmentFlag.AlignCenter, tr(LETTERS[code]))
    painter.restore()


class _Sign(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.code = GREY
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(em(2.6), em(2.6))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            side = min(self.width(), self.height()) - 2.0
            paint_rating(painter, QRectF(1, 1, side, side), self.code)


class RatingBadge(QWidget):
    """A rating of its own with its word beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = _Sign()
        self._word = Text("", bold=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.1))
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._word, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_rating(self, code: str, about: str) -> None:
        """Show the rating ``code``; ``about`` says what is rated."""
        self._sign.code = code
        self._sign.update()
        self._word.setText(tr(TITLES[code]))
        self.setAccessibleName(f"{about} {tr(TITLES[code])}")
        self.setToolTip(plain_tooltip(about))
