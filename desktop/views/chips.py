"""Small rounded buttons: a filter that can be switched on, a link that can be followed or taken away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.i18n import tr
from desktop.views.labels import em, plain_tooltip
from desktop.views.theme import colour, least_target

WIDEST = 18.0
"""Longest chip, in heights of the font; longer names end in an ellipsis."""


class Chip(QAbstractButton):
    """A pill with a text. Checkable chips are filters; ``count`` stands behind the text."""

    def __init__(self, text: str, parent: QWidget | None = None, *, checkable: bool = False) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if checkable else Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._count: int | None = None

    def set_count(self, count: int) -> None:
        """Show how many there are."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{self.text()} {count}")
            self.updateGeometry()
            self.update()

    def label(self) -> str:
        return self.text() if self._count is None else f"{self.text()}  {self._count}"

    def _pad(self) -> int:
        return em(0.6)

    def _tail(self) -> int:
        """Room behind the text."""
        return self._pad()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.label()) + self._pad() + self._tail() + 2
        return QSize(min(width, em(WIDEST)), max(em(1.45), 24, least_target()))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), em(3)), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def _roles(self) -> tuple[str, str, str]:
        """(ground, line, text) roles of the moment."""
        if self.isChecked():
            return "accent_soft", "accent", "text"
        return ("hover" if self.underMouse() and self.isEnabled() else "surface"), "line", "text"

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        ground, line, ink = self._roles()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("focus" if self.hasFocus() else line), 2 if self.hasFocus() else 1))
            painter.setBrush(colour(ground))
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(colour(ink if self.isEnabled() else "disabled"))
            room = self.width() - self._pad() - self._tail()
            text = self.fontMetrics().elidedText(self.label(), Qt.TextElideMode.ElideRight, room + 2)
            painter.drawText(QRectF(self._pad(), 0, room + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
            self._paint_tail(painter)

    def _paint_tail(self, painter: QPainter) -> None:
        del painter


class LinkChip(Chip):
    """Names a linked record: a click follows the link, the cross or Delete takes it away."""

    removed = Signal()

    def __init__(self, text: str, ref: str, parent: QWidget | None = None, *, removable: bool = True) -> None:
        super().__init__(text, parent)
        self.ref = ref
        self._removable = removable
        self.setToolTip(plain_tooltip(text[:500]))
        self.setAccessibleDescription(tr("Enter opens it, Delete takes the link away") if removable else "")

    def _tail(self) -> int:
        return em(1.4) if self._removable else self._pad()

    def _on_cross(self, position: QPointF) -> bool:
        return self._removable and position.x() >= self.width() - self._tail()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._on_cross(event.position()):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def _roles(self) -> tuple[str, str, str]:
        return ("hover" if self.underMouse() else "accent_soft"), "line", "text"

    def _paint_tail(self, painter: QPainter) -> None:
        if not self._removable:
            return
        half = em(0.2)
        centre = QPointF(self.width() - self._tail() / 2 - 1, self.height() / 2)
        painter.setPen(QPen(colour("muted"), max(1.5, em(0.09))))
        painter.drawLine(centre + QPointF(-half, -half), centre + QPointF(half, half))
        painter.drawLine(centre + QPointF(-half, half), centre + QPointF(half, -half))
