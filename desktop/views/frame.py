"""What stands around the page of a window: the errand under way, the workshop's bar, and what was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.views.banner import Banner
from desktop.views.labels import em
from desktop.views.waiting import Waiting

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow
    from desktop.views.workshop.bar import WorkshopBar


class Frame(QWidget):
    """The inside of one window, made anew with it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.stack = QStackedWidget()
        self.banner = Banner()
        self.waiting = Waiting()
        self.waiting.setContentsMargins(em(0.8), em(0.3), em(0.8), em(0.3))
        self.workshop_bar: WorkshopBar | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.waiting)
        if window.workshop is not None:
            from desktop.views.workshop.bar import WorkshopBar

            self.workshop_bar = WorkshopBar(window, window.workshop)
            column.addWidget(self.workshop_bar)
        column.addWidget(self.banner)  # below: what it says must not move rows away from under the pointer

    def show_page(self, page: QWidget) -> None:
        """Put ``page`` in the place of what is shown."""
        old = self.stack.currentWidget()
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()
        self.stack.addWidget(page)

    def lay_out(self) -> None:
        """Give the page its place now rather than with the next event."""
        layout = self.stack.layout()
        if layout is not None:
            layout.activate()
