"""Pages behind each other, with buttons that take a second line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from desktop.views.flow import Flow
from desktop.views.labels import em


class Tabs(QWidget):
    """One page in sight; Left and Right move between the buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = Flow(spacing=em(0.15))
        self.stack = QStackedWidget()
        self.buttons = QButtonGroup(self)
        self.buttons.idClicked.connect(self.stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.3))
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)

    def add(self, page: QWidget, title: str) -> None:
        """One page more, behind the others."""
        button = QToolButton(autoRaise=True)
        button.setText(title)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.buttons.addButton(button, self.stack.count())
        self.bar.add(button)
        self.stack.addWidget(page)
        self.show_at(self.stack.currentIndex())

    def count(self) -> int:
        return self.stack.count()

    def show_at(self, at: int) -> None:
        """Bring a page to the front."""
        self.stack.setCurrentIndex(at)
        self.buttons.button(at).setChecked(True)
