"""Cards of the overview: figures and lines, each of which leads to its records."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.icons import pixmap
from desktop.views.labels import BODY, HEADING, SMALL, Text, em, plain_tooltip, scaled
from desktop.views.overview.badge import paint_rating
from desktop.views.theme import colour


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a card. ``target`` is what :attr:`Page.navigate` understands."""

    text: str
    value: str = ""
    target: str = ""
    role: str = "text"
    """Colour role of the value."""
    detail: str = ""
    rating: str = ""
    """Code of a rating whose sign stands in front."""
    strong: bool = False


class LineButton(QAbstractButton):
    """A line that can be clicked: text on the left, its figure on the right, a detail underneath."""

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.setText(line.text)
        self.setCursor(Qt.CursorShape.PointingHandCursor if line.target else Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if line.target else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(" ".join(filter(None, (line.text, line.value, line.detail))))
        self.setToolTip(plain_tooltip("\n".join(filter(None, (line.text, line.detail)))))
        self._hovered = False

    def sizeHint(self) -> QSize:
        height = em(1.55) + (round(QFontMetrics(scaled(SMALL)).height() * 1.15) if self.line.detail else 0)
        return QSize(em(14), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(em(8), self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = bool(self.line.target)
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            if self._hovered:
                painter.fillRect(self.rect(), colour("hover"))
            if self.hasFocus():
                painter.setPen(QPen(colour("focus"), 2))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            self._paint_line(painter)

    def _paint_line(self, painter: QPainter) -> None:
        line, box = self.line, self.rect().adjusted(em(0.4), 0, -em(0.4), 0)
        upper = QRect(box.left(), box.top(), box.width(), em(1.55))
        if line.rating:
            side = em(1.25)
            sign = QRectF(box.left(), upper.center().y() - side / 2, side, side)
            paint_rating(painter, sign, line.rating)
            upper.setLeft(box.left() + em(1.75))
        font = scaled(BODY, bold=True)
        taken = 0
        if line.value:
            painter.setFont(font)
            painter.setPen(colour(line.role))
            painter.drawText(upper, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.value)
            taken = QFontMetrics(font).horizontalAdvance(line.value) + em(0.8)
        _elided(painter, upper.adjusted(0, 0, -taken, 0), line.text, scaled(BODY, bold=line.strong), "text")
        if line.detail:
            lower = QRect(upper.left(), upper.bottom() - em(0.2), box.right() - upper.left(), em(1.1))
            _elided(painter, lower, line.detail, scaled(SMALL), "muted")


def _elided(painter: QPainter, box: QRect, text: str, font: QFont, role: str) -> None:
    painter.setFont(font)
    painter.setPen(colour(role))
    shown = QFontMetrics(font).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class Card(QFrame):
    """A titled box of lines; the title leads to the whole register."""

    opened = Signal(object)

    def __init__(self, title: str, icon: str, target: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.target = target
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(em(0.1))
        column = QVBoxLayout(self)
        column.setContentsMargins(em(0.7), em(0.6), em(0.7), em(0.7))
        column.setSpacing(em(0.35))
        head = QHBoxLayout()
        head.setSpacing(em(0.45))
        sign = QLabel()
        sign.setPixmap(pixmap(icon, em(1.15), "accent"))
        head.addWidget(sign)
        head.addWidget(Text(title, scale=HEADING, bold=True))
        head.addStretch()
        column.addLayout(head)
        column.addLayout(self._lines)
        column.addStretch()

    def fill(self, lines: list[Line], empty: str) -> None:
        """Show ``lines``, or the sentence ``empty`` where there are none."""
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if not lines:
            self._lines.addWidget(Text(empty, role="muted", wrap=True))
        for line in lines:
            button = LineButton(line)
            button.clicked.connect(self._open)
            self._lines.addWidget(button)

    def _open(self) -> None:
        sender = self.sender()
        if isinstance(sender, LineButton) and sender.line.target:
            self.opened.emit(sender.line.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("line"), 1))
            painter.setBrush(colour("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), em(0.4), em(0.4))
