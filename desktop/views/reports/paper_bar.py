"""The bar above the pages of a report: turning and zooming, what is being printed, and where it went."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.views.flow import Flow
from desktop.views.labels import SMALL, Text, em


class PaperBar(QWidget):
    """Buttons of actions, the number of the page between them; beside them, or below, what has been done."""

    def __init__(
        self, turning: Sequence[QAction], number: QWidget, zooming: Sequence[QAction], waiting: QWidget, folder: QAction
    ) -> None:
        super().__init__()
        keys = QWidget()
        row = _row(keys)
        for action in turning:
            row.addWidget(_button(action))
        row.addWidget(number)
        row.addSpacing(em(0.8))
        for action in zooming:
            row.addWidget(_button(action))
        self.done = Text("", scale=SMALL, role="green", wrap=True)
        self.folder_button = _button(folder)
        said = QWidget()
        said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = _row(said)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.done.setAlignment(right)
        row.addWidget(waiting, 1, right)
        row.addWidget(self.done, 1)
        row.addWidget(self.folder_button)
        self.done.hide()
        self.folder_button.hide()
        flow = Flow(spacing=em(0.4))
        flow.add(keys)
        flow.add(said)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(0.5), em(0.35), em(0.7), em(0.35))
        column.addWidget(flow)


def _row(widget: QWidget) -> QHBoxLayout:
    made = QHBoxLayout(widget)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(em(0.25))
    return made


def _button(action: QAction) -> QToolButton:
    made = QToolButton(autoRaise=True)
    made.setDefaultAction(action)
    made.setIconSize(QSize(em(1), em(1)))
    made.setAccessibleName(action.text())
    return made
