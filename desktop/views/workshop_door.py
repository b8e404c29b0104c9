"""The way of a window into a workshop and out of it; what holds inside is in ``views/workshop``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:  # imported after the first paint
    from desktop.views.main_window import MainWindow


class WorkshopDoor(QObject):
    """Of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def toggle(self) -> None:
        """Begin a workshop, or leave the one that goes on."""
        window = self._window
        if window.workshop is not None:
            if not window.is_busy and window.commit_editor():
                QTimer.singleShot(0, self, self.leave)
            window.menus.refresh()
            return
        from desktop.views.workshop import begin

        begin(window)

    def show(self) -> None:
        """Build the window anew for those who look on."""
        window = self._window
        if window.workshop is None:
            return
        view = window.view
        if view is not None and view.page is not None:
            window.interior.back_to = window.workshop.first_page(view.page_key, view.page.current())
            window.opened.take_view_away()  # its layout is kept as it is with its own size of text
        window.program.dress()
        window.workshop.take_places()
        window.menus.fit()

    def leave(self) -> None:
        """Everything as it was, on the page and the record that were in front."""
        window = self._window
        workshop = window.workshop
        if workshop is None:
            return
        self.end()
        window.interior.back_to = workshop.came_from
        window.program.dress()
        workshop.put_window_back()
        workshop.tell()
        workshop.deleteLater()
        window.notices.tell_what_was_held_back()

    def end(self) -> None:
        """Let nothing of it hold any longer, before the window is built anew or goes."""
        window = self._window
        workshop = window.workshop
        if workshop is None:
            return
        window.leaving.settle()
        window.opened.take_view_away()
        window.workshop = None
        workshop.end()
