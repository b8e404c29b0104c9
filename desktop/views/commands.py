"""What a person can do in any window: the menus, and through them the command palette, ask for it here.

Nothing is done here: what is being typed is taken where it has to be, and the wish goes on to whoever fulfils it. What
is needed for it is imported then, because the menus stand before the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.views.building import PREFERENCES

if TYPE_CHECKING:  # imported after the first paint
    from desktop.views.main_window import MainWindow


class Commands(QObject):
    """The commands of one window that nobody but its menus and other commands ask for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    # -- files ------------------------------------------------------------------------------------

    def new_project(self) -> None:
        self._window.files.ask_for_new()

    def choose_file(self) -> None:
        self._window.files.ask_for_file()

    def make_restore_point(self) -> None:
        self._window.commit_editor()
        self._window.files.make_restore_point()

    def show_kept(self) -> None:
        self._window.files.show_kept()

    def save_copy(self) -> None:
        self._window.commit_editor()
        self._window.files.exporting.ask_for_copy()

    def import_table(self) -> None:
        self._window.commit_editor()
        self._window.files.importing.ask_for_import()

    def export(self) -> None:
        self._window.commit_editor()
        self._window.files.exporting.ask_for_export()

    def show_holidays(self) -> None:
        from desktop.views.holiday_offer import show_holidays

        self._window.commit_editor()
        show_holidays(self._window)

    def show_account(self) -> None:
        self._window.files.importing.show_account()

    # -- editing ----------------------------------------------------------------------------------

    def toggle_undo_history(self) -> None:
        """Show the steps of this sitting beside the pages, or put them away."""
        self._window.undo_dock.show(self._window.menus.undo_history.isChecked())

    def review_workshop(self) -> None:
        """Show what was entered in a workshop, and offer to take it back."""
        if self._window.document is not None:
            from desktop.views.workshop.review import WorkshopReview

            WorkshopReview(self._window, self._window.document).open()

    def show_history(self) -> None:
        if self._window.document is not None:
            from desktop.views.history import HistoryDialog

            HistoryDialog(self._window.document, self._window).open()

    def log_contact(self) -> None:
        if self._window.workspace is not None:
            from desktop.views.communication import QuickEntry

            QuickEntry(self._window.workspace, self._window).open()

    def show_preferences(self) -> None:
        from desktop.views.preferences import PreferencesDialog

        PreferencesDialog(self._window, PREFERENCES).open()

    # -- view -------------------------------------------------------------------------------------

    def show_palette(self) -> None:
        from desktop.views.command_palette import CommandPalette

        CommandPalette(self._window).open()

    def toggle_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    # -- help -------------------------------------------------------------------------------------

    def show_mouse_and_keys(self) -> None:
        from desktop.views.mouse_and_keys import MouseAndKeys

        MouseAndKeys(self._window).open()

    def show_shortcuts(self) -> None:
        from desktop.views.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._window).open()

    def open_log_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._window.program.log_folder())))

    def show_about(self) -> None:
        from desktop.views.about import AboutDialog

        AboutDialog(self._window).open()
