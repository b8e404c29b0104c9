"""The way of a window into a workshop and out of it; what holds inside is in ``views/workshop``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:  # imported after the first paint
    from desktop.views.main_window import MainWindow
    from desktop.views.workshop.mode import Workshop


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
        """Build the window anew for those who look on; when that is done it goes where they see it."""
        window = self._window
        if window.workshop is None:
            return
        view = window.view
        if view is not None and view.page is not None:
            window.interior.back_to = window.workshop.first_page(view.page_key, view.page.current())
        window.interior.end()
        window.setUpdatesEnabled(False)  # what is seen stays until then
        window.opened.take_view_away()  # its layout is kept as it is with its own size of text
        window.program.dress_softly()

    def leave(self) -> None:
        """Everything as it was, on the page and the record that were in front, once nobody looks on."""
        workshop = self._window.workshop
        if workshop is not None and not workshop.is_over:
            self._close(workshop)
            workshop.come_home()

    def show_for_team(self, workshop: Workshop) -> None:
        """Build the window anew: nobody looks on any more."""
        window = self._window
        window.workshop = None
        window.interior.back_to = workshop.came_from
        window.program.dress_softly()

    def end(self) -> None:
        """Let nothing of it hold any longer: the project, or the window, is about to be closed."""
        workshop = self._window.workshop
        if workshop is not None:
            self._close(workshop)
            self._window.workshop = None

    def _close(self, workshop: Workshop) -> None:
        """Nothing of the room is shown any more, and nothing else yet."""
        window = self._window
        if not workshop.is_over:
            window.interior.end()
            window.leaving.settle()
            window.opened.take_view_away()
            workshop.end()
