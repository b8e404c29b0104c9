"""What a register shows while nothing is in it: what it is for, and the one button that fills it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

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
        self.button.setIconSize(QSize(em(0.9), em(0.9)))
        self.button.setDefault(True)
        self.button.clicked.connect(self.pressed)
        row = QHBoxLayout()  # an aligned label would be given the height of one line
        row.addStretch(1)
        row.addWidget(sentence, 8)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(em(0.7))
        column.addStretch(2)
        column.addWidget(image)
        column.addWidget(heading)
        column.addLayout(row)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
