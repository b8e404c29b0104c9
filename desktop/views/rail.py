"""The rail at the left edge: one button per workspace, also reached by Ctrl+1 to Ctrl+9."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.views.icons import pixmap
from desktop.views.labels import em, scaled
from desktop.views.theme import colour


class RailButton(QAbstractButton):
    """Picture and title; the title disappears where the window is narrow and stays as a tooltip."""

    def __init__(self, title: str, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self.narrow = False
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        if self.narrow:
            return QSize(em(2.6), em(2.1))
        return QSize(em(3.4) + QFontMetrics(scaled(1.0, bold=True)).horizontalAdvance(self.text()), em(2.1))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(2.6), em(2.1))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(em(0.3), 1, -em(0.3), -1)
            painter.setPen(Qt.PenStyle.NoPen)
            if self.isChecked() or self.underMouse():
                painter.setBrush(colour("rail_active"))
                painter.setOpacity(1.0 if self.isChecked() else 0.55)
                painter.drawRoundedRect(box, em(0.3), em(0.3))
                painter.setOpacity(1.0)
            if self.isChecked():
                painter.setBrush(colour("rail_text"))
                painter.drawRoundedRect(QRectF(0, box.top() + em(0.4), em(0.18), box.height() - em(0.8)), 2, 2)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(colour("rail_text"), 2))
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), em(0.3), em(0.3))
            side = em(1.1)
            left = (self.width() - side) // 2 if self.narrow else em(0.9)
            picture = pixmap(self._picture, side, "rail_text", self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - side) // 2, picture)
            if not self.narrow:
                painter.setFont(scaled(1.0, bold=self.isChecked()))
                painter.setPen(colour("rail_text"))
                words = QRect(left + side + em(0.7), 0, self.width() - left - side - em(0.9), self.height())
                shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
                painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class Rail(QScrollArea):
    """Buttons in groups; Up and Down move between them, Enter or Space chooses."""

    chosen = Signal(object)
    """Key of the workspace."""

    def __init__(self, entries: Sequence[tuple[str, str, str] | None], parent: QWidget | None = None) -> None:
        """``entries`` are (key, translated title, icon) in order; None leaves a gap."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        # Reached by the wheel, the keys and the menu; a bar would take a third of the narrow rail.
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._narrow = False
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(em(0.1), em(0.5), em(0.1), em(0.5))
        column.setSpacing(em(0.1))
        for entry in entries:
            if entry is None:
                column.addSpacing(em(0.9))
                continue
            key, title, picture = entry
            button = self._buttons[key] = RailButton(title, picture)
            position = len(self._buttons)
            button.setToolTip(f"{title}  (Ctrl+{position})" if position <= 9 else title)
            button.setProperty("key", key)
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch(1)
        self.setWidget(body)
        self._group.buttonClicked.connect(self._choose)
        self._fit()
        body.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _choose(self, button: RailButton) -> None:
        self.chosen.emit(button.property("key"))

    def mark(self, key: str) -> None:
        """Show which workspace is in front."""
        button = self._buttons.get(key)
        if button is not None:
            button.setChecked(True)
            self.ensureWidgetVisible(button)

    def set_narrow(self, narrow: bool) -> None:
        """Pictures alone, or pictures with titles."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._fit()

    def _fit(self) -> None:
        for button in self._buttons.values():
            button.narrow = self._narrow
            button.updateGeometry()
            button.update()
        widest = max((button.sizeHint().width() for button in self._buttons.values()), default=0)
        self.setFixedWidth(widest + em(0.4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        buttons = list(self._buttons.values())
        focused = QApplication.focusWidget()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or focused not in buttons:
            super().keyPressEvent(event)
            return
        buttons[(buttons.index(focused) + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), colour("rail"))
        super().paintEvent(event)
