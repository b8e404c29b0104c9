"""The line in which a box gets its name, over the box."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.i18n import tr


class NameLine(QLineEdit):
    """``written`` carries the text once, on Enter or when it is left; Escape gives it up."""

    written = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Task name"))
        self.hide()

    def begin(self, text: str, place: QRectF) -> None:
        """Write over ``place``, beginning with ``text``, all of it selected."""
        self.setText(text)
        height = max(self.sizeHint().height(), round(place.height() * 0.5))
        width = max(round(place.width()), self.fontMetrics().averageCharWidth() * 20)
        self.setGeometry(round(place.x()), round(place.center().y() - height / 2), width, height)
        self.show()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, *, keep: bool) -> None:
        if self.isHidden():
            return
        text = self.text()
        self.hide()
        if keep:
            self.written.emit(text)
        else:
            self.given_up.emit()

    def settle(self) -> None:
        """Something else is about to be done: what is written is taken."""
        self._end(keep=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._end(keep=False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(keep=True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._end(keep=True)
