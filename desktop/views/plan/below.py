"""What stands below grid and chart where there is room for it: legend and overview."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.views.labels import em

LOW = 26
"""Height of a page, in heights of a line, below which grid and chart need it all."""


class Below(QWidget):
    """Asks for the room of what it holds, but never makes a page higher than its window."""

    def __init__(self, *strips: QWidget) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for strip in strips:
            column.addWidget(strip)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def fit(self, height: int) -> None:
        """Give way on a page of this height where it is low."""
        self.setVisible(height >= em(LOW))
