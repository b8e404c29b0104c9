"""What a register shows while nothing is in it: what it is for, and the one button that fills it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.views.icons import icon, pixmap
from desktop.views.labels import HEADING, Text, em


class EmptyRegister(QWidget):
    """``pressed``: the person wants the first record."""

    pressed = Signal()

    def __init__(self, picture: str, title: str, purpose: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        image = Text()
        image.setPixmap(pixmap(picture, em(3), "muted", self.devicePixelRatioF()))
        image.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = Text(title, scale=HEADING, bold=True)
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence = Text(purpose, role="muted", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence.setMinimumWidth(em(14))
        sentence.setMaximumWidth(em(34))
        self.button = QPushButton(icon("add"), button)
        self.button.setDefault(True)
        self.button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setSpacing(em(0.7))
        column.addStretch(2)
        column.addWidget(image)
        column.addWidget(heading)
        column.addWidget(sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
