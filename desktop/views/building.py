"""The inside of a window is made anew, in the language, colours and text size of the moment, a little at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialog, QMenuBar

from desktop.views.frame import Frame
from desktop.views.look import text_size
from desktop.views.menus import Menus
from desktop.views.status import StatusBar

if TYPE_CHECKING:  # imported after the first paint
    from desktop.views.main_window import MainWindow
    from desktop.views.slices import Steps

PREFERENCES = "preferences"
"""Name of the dialog that stays open while the window changes around it."""


class Building:
    """Of one window: it keeps the project, the page and the record in front, and the layout of the pages."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._serial: object = None
        """Stands for the building under way, or the last one."""
        self.back_to: tuple[str, str] | None = None
        """Page and record that are to be in front, where they are not those that are."""

    def end(self) -> None:
        """Whatever is being built is not wanted any more: something else is shown."""
        self._serial = None

    def steps(self) -> Steps:
        """Each takes less than a tenth of a second; until the last one the window shows what it showed.

        Whatever else changes what is in it meanwhile ends it.
        """
        window = self._window
        self._serial = serial = object()
        window.setUpdatesEnabled(False)
        try:
            for _ in self._all():
                yield
                if self._serial is not serial:
                    break
        except Exception:
            window.setUpdatesEnabled(True)
            raise
        if self._serial is serial or self._serial is None:  # else somebody else is building
            window.setUpdatesEnabled(True)
        if self._serial is serial:
            window.built.emit()

    def _all(self) -> Steps:
        window = self._window
        left = window.leaving.settle()
        front = window.view.page_key if window.view else ""
        current = window.view.page.current() if window.view and window.view.page else ""
        if self.back_to is not None:
            (front, current), self.back_to = self.back_to, None
        steps_shown = window.undo_dock.is_shown
        window.opened.take_view_away()
        # Another size of text is this window's before anything is measured in it.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.ApplicationFontChange)
        choosing = False
        for dialog in window.findChildren(QDialog):
            choosing = choosing or dialog.objectName() == PREFERENCES
            dialog.close()
        self._make_frame()
        if window.document is None:
            window.show_start()
        else:
            yield
            yield from self._project(front)
            yield
            if current and window.view is not None and window.view.page is not None:
                window.view.page.reveal(current)
                yield
            if steps_shown:
                window.menus.undo_history.trigger()
        if choosing:
            window.commands.show_preferences()
        window.show_errands_again()
        if left:  # it went with the editor
            window.show_refusal(left[0].refusal)

    def _project(self, front: str) -> Steps:
        """The project with its page in front: placed first, so that the page is made for the room that it has."""
        from desktop.views.pages import find_entry

        view = self._window.opened.make_view()
        yield
        entry = find_entry(front)
        if entry is not None and view.misses(entry):
            yield from view.all_pieces(entry)
        view.show_page(front)

    def _make_frame(self) -> None:
        window = self._window
        if hasattr(window, "menus"):
            self._take_menus_away()
        window.menus = Menus(window)
        window.status = StatusBar(text_size(window.program.settings))
        window.status.text_size_clicked.connect(window.look.reset_text)
        window.setStatusBar(window.status)
        window.frame = frame = Frame(window)
        window.banner, window.waiting, window.workshop_bar = frame.banner, frame.waiting, frame.workshop_bar
        window.waiting.stopped.connect(window.stop_errand)
        window.setCentralWidget(frame)
        if window.was_painted:
            window.menus.dress()

    def _take_menus_away(self) -> None:
        window, old = self._window, self._window.menus
        window.removeToolBar(old.tool_bar)
        old.tool_bar.deleteLater()
        for action in window.actions():
            window.removeAction(action)
        old.deleteLater()
        corner = window.menuBar().cornerWidget(Qt.Corner.TopRightCorner)
        if corner is not None:  # Qt would hand it on to the next menu bar
            corner.hide()
            corner.deleteLater()
        window.setMenuBar(QMenuBar())  # the old one goes with all its menus
