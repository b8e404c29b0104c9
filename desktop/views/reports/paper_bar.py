"""The bar above the pages of a report: turning and zooming, what is being printed, and where it went."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.views.labels import SMALL, Text, em


class PaperBar(QWidget):
    """Buttons of actions, the number of the page between them, and at the end what has been done."""

    def __init__(
        self, turning: Sequence[QAction], number: QWidget, zooming: Sequence[QAction], waiting: QWidget, folder: QAction
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(em(0.5), em(0.35), em(0.7), em(0.35))
        row.setSpacing(em(0.25))
        for action in turning:
            row.addWidget(_button(action))
        row.addWidget(number)
        row.addSpacing(em(0.8))
        for action in zooming:
            row.addWidget(_button(action))
        row.addStretch(1)
        self.done = Text("", scale=SMALL, role="green")
        self.folder_button = _button(folder)
        row.addWidget(waiting)
        for widget in (self.done, self.folder_button):
            row.addWidget(widget)
            widget.hide()


def _button(action: QAction) -> QToolButton:
    made = QToolButton(autoRaise=True)
    made.setDefaultAction(action)
    made.setIconSize(QSize(em(1), em(1)))
    made.setAccessibleName(action.text())
    return made
