"""The tools of the window in the corner of the menu bar, where a low window has no line to spare for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QToolBar, QToolButton, QWidget

from desktop.views.labels import em

LOW = 25
"""Height of a window, in heights of a line, below which every line counts."""


class Corner(QWidget):
    """The same actions as pictures alone; their tips and the menus have the words."""

    def __init__(self, window: QMainWindow, tool_bar: QToolBar, actions: Sequence[QAction]) -> None:
        super().__init__(window.menuBar())  # whom it belongs to must be said: the menu bar does not say it to Python
        self._window, self._tool_bar = window, tool_bar
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, em(0.2), 0)
        row.setSpacing(0)
        for action in actions:
            button = QToolButton(autoRaise=True)
            button.setDefaultAction(action)
            button.setIconSize(QSize(em(0.95), em(0.95)))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        self.hide()
        window.menuBar().setCornerWidget(self, Qt.Corner.TopRightCorner)

    def fit(self, *, wanted: bool) -> None:
        """Take the place of the tool bar in a window that is low and wide enough; ``wanted`` shows either at all."""
        bar = self._window.menuBar()
        menus = bar.sizeHint().width() - (0 if self.isHidden() else self.sizeHint().width())
        here = self._window.height() < em(LOW) and menus + self.sizeHint().width() <= self._window.width()
        self.setVisible(wanted and here)
        self._tool_bar.setVisible(wanted and not here)
