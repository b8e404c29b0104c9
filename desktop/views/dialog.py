"""What all dialogs share: they belong to a window, close with Escape, and are gone when closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.views.labels import em

MOST_HEIGHT = 0.9
"""Share of the height of a screen that a dialog takes at most."""


class Dialog(QDialog):
    """A dialog with a column of content and a row of buttons. Open it with ``open()``, never ``exec()``."""

    def __init__(self, title: str, parent: QWidget | None, width: float, height: float) -> None:
        """``width`` and ``height`` are wishes in heights of a line; the screen may be smaller."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(em(1), em(0.9), em(1), em(0.8))
        self.column.setSpacing(em(0.7))
        screen = parent.screen() if parent else QGuiApplication.primaryScreen()
        room = screen.availableSize()
        self.most_height = round(room.height() * MOST_HEIGHT)
        """Pixels that the screen has room for."""
        self.resize(min(em(width), round(room.width() * 0.95)), min(em(height), self.most_height))

    def take_room(self) -> None:
        """Be as high as the content asks for, where the screen has room: nothing is scrolled without need."""
        self.resize(self.width(), min(max(self.height(), self.sizeHint().height()), self.most_height))

    def add_buttons(self, *buttons: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
        """Standard buttons at the end, in the order of the system, in the language of the interface."""
        box = QDialogButtonBox()
        for button in buttons:
            box.addButton(button).setIcon(QIcon())  # some systems would add pictures of a style of their own
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self.column.addWidget(box)
        return box
