"""One choice out of a few that are all in sight: a row of joined segments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.views.icons import pixmap
from desktop.views.labels import em, plain_tooltip
from desktop.views.theme import colour

SMALLEST = 0.75
"""Share of the size of letters that is left to them where there is little room."""


class Segments(QWidget):
    """``chosen`` carries the position that the person pressed, or -1 where pressing again clears it.

    Left and Right move; the first letters or digits of a text choose it.
    """

    chosen = Signal(object)

    def __init__(
        self,
        texts: Sequence[str],
        *,
        pictures: Sequence[str] = (),
        tips: Sequence[str] = (),
        clearable: bool = False,
        fill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts, self._pictures, self._tips = list(texts), list(pictures), list(tips)
        self._clearable, self._fill = clearable, fill
        self._at = -1
        self._over = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if fill else QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed
        )

    @property
    def at(self) -> int:
        """The chosen position, -1 for none."""
        return self._at

    def show_at(self, at: int) -> None:
        """Mark a position without saying that the person chose it."""
        self._at = at
        self.setAccessibleDescription(self._texts[at] if at >= 0 else "")
        self.update()

    # -- geometry -------------------------------------------------------------------------------

    def _widths(self, *, pictured: bool) -> list[int]:
        metrics = self.fontMetrics()
        room = em(1.2) if pictured else 0
        return [max(metrics.horizontalAdvance(text) + room + em(0.9), em(1.5)) for text in self._texts]

    @property
    def _pictured(self) -> bool:
        """Pictures give way first where there is little room."""
        return bool(self._pictures) and sum(self._widths(pictured=True)) <= self.width()

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths(pictured=bool(self._pictures))), max(em(1.45), 24))

    def minimumSizeHint(self) -> QSize:
        return QSize(len(self._texts) * em(1.1), self.sizeHint().height())

    def _boxes(self) -> list[QRectF]:
        """Segments; texts give way evenly where there is less room, and grow where there is more."""
        wanted = self._widths(pictured=self._pictured)
        total = sum(wanted)
        scale = self.width() / total if self._fill or total > self.width() else 1.0
        boxes, x = [], 0.0
        for width in wanted:
            boxes.append(QRectF(x, 0, width * scale, self.height()))
            x += width * scale
        return boxes

    def segment_box(self, at: int) -> QRectF:
        """Where a segment lies, for tests and for pointing at it."""
        return self._boxes()[at]

    def _letters(self) -> QFont:
        """Letters that are smaller where there is less room; below a size they are cut instead."""
        font, total = self.font(), sum(self._widths(pictured=self._pictured))
        if total > self.width() and font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * max(self.width() / total, SMALLEST))
        return font

    def _find(self, position: QPointF) -> int:
        return next((at for at, box in enumerate(self._boxes()) if box.contains(position)), -1)

    # -- events ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._find(event.position())
        if event.button() is Qt.MouseButton.LeftButton and at >= 0:
            self._choose(-1 if self._clearable and at == self._at else at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the second press of a double click must not take back what the first one chose

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._over = self._find(event.position())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._over = -1
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text().casefold()
        last = len(self._texts) - 1
        if key == Qt.Key.Key_Right:
            self._choose(min(self._at + 1, last))
        elif key == Qt.Key.Key_Left:
            self._choose(max(self._at - 1, 0))
        elif self._clearable and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(-1)
        elif text and text.isalnum() and any(each.casefold().startswith(text) for each in self._texts):
            self._choose(next(at for at, each in enumerate(self._texts) if each.casefold().startswith(text)))
        else:
            super().keyPressEvent(event)

    def _choose(self, at: int) -> None:
        if at != self._at:
            self.show_at(at)
            self.chosen.emit(at)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._tips:
            at = self._find(QPointF(event.pos()))
            if at >= 0:
                QToolTip.showText(event.globalPos(), plain_tooltip(self._tips[at]), self)
            return True
        return super().event(event)

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        boxes = self._boxes()
        whole = QRectF(0, 0, boxes[-1].right(), self.height()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(whole, em(0.25), em(0.25))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(shape, colour("surface"))
            painter.setClipPath(shape)
            painter.setFont(self._letters())
            for at, box in enumerate(boxes):
                self._paint_segment(painter, at, box)
            painter.setClipping(False)
            focused = self.hasFocus()
            painter.setPen(QPen(colour("focus" if focused else "line_strong"), 2 if focused else 1))
            painter.drawPath(shape)

    def _paint_segment(self, painter: QPainter, at: int, box: QRectF) -> None:
        on = at == self._at
        if on:
            painter.fillRect(box, colour("accent"))
        elif at == self._over:
            painter.fillRect(box, colour("hover"))
        if at:
            painter.setPen(QPen(colour("line"), 1))
            painter.drawLine(box.topLeft(), box.bottomLeft())
        ink = "accent_text" if on else "text"
        inner = box.adjusted(em(0.3), 0, -em(0.3), 0)
        if self._pictured:
            side = em(0.9)
            image = pixmap(self._pictures[at], side, ink, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(inner.x(), (self.height() - side) / 2), image)
            inner.setLeft(inner.left() + side + em(0.25))
        painter.setPen(colour(ink))
        text = painter.fontMetrics().elidedText(self._texts[at], Qt.TextElideMode.ElideRight, round(inner.width()) + 2)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)
