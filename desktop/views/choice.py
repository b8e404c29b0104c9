"""A large button with a picture, a title and a sentence: one of a few ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.views.icons import pixmap
from desktop.views.labels import BODY, em, scaled
from desktop.views.theme import colour

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class ChoiceButton(QAbstractButton):
    """Pressed like any button: mouse, Space, Enter."""

    def __init__(self, title: str, sentence: str, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence, self._picture = sentence, picture
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._title_font = scaled(1.1, bold=True)
        self._sentence_font = scaled(BODY)

    def sizeHint(self) -> QSize:
        width = em(20)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(12), em(4))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, sentence = self._heights(self._text_width(width))
        return max(title + em(0.2) + sentence, em(2.4)) + 2 * em(0.8)

    def _text_width(self, width: int) -> int:
        return max(width - em(0.9) - em(2.4) - em(0.9) - em(0.9), em(4))

    def _heights(self, width: int) -> tuple[int, int]:
        title = QFontMetrics(self._title_font).boundingRect(QRect(0, 0, width, 9999), _WRAP, self.text())
        sentence = QFontMetrics(self._sentence_font).boundingRect(QRect(0, 0, width, 9999), _WRAP, self._sentence)
        return title.height(), sentence.height()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        active = self.underMouse() or self.hasFocus()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("focus" if active else "line"), 2 if self.hasFocus() else 1))
            painter.setBrush(colour("hover" if self.underMouse() else "surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), em(0.4), em(0.4))
            disc = QRectF(em(0.9), em(0.8), em(2.4), em(2.4))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft"))
            painter.drawEllipse(disc)
            side = em(1.4)
            picture = pixmap(self._picture, side, "accent", self.devicePixelRatioF())
            painter.drawPixmap(round(disc.center().x() - side / 2), round(disc.center().y() - side / 2), picture)
            self._paint_text(painter, round(disc.right()) + em(0.9))

    def _paint_text(self, painter: QPainter, left: int) -> None:
        width = self._text_width(self.width())
        title, sentence = self._heights(width)
        top = max((self.height() - title - em(0.2) - sentence) // 2, em(0.4))
        painter.setFont(self._title_font)
        painter.setPen(colour("text"))
        painter.drawText(QRect(left, top, width, title), _WRAP, self.text())
        painter.setFont(self._sentence_font)
        painter.setPen(colour("muted"))
        painter.drawText(QRect(left, top + title + em(0.2), width, sentence), _WRAP, self._sentence)
