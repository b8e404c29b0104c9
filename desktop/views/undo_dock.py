"""Where the steps of this sitting stand beside the pages of a window: shown, put away, and gone with the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:  # imported after the first paint
    from desktop.views.main_window import MainWindow
    from desktop.views.undo_panel import UndoPanel


class UndoDock(QObject):
    """Of one window; its panel is made when somebody asks for it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.panel: UndoPanel | None = None

    @property
    def is_shown(self) -> bool:
        return self.panel is not None and not self.panel.isHidden()

    def show(self, shown: bool) -> None:
        """Show the panel with the keys in it, or put it away."""
        window = self._window
        if shown and window.workspace is not None and self.panel is None:
            from desktop.views.undo_panel import UndoPanel

            self.panel = UndoPanel(window.workspace, window)
            self.panel.visibilityChanged.connect(self._show_state)
            self.panel.view.left.connect(self._go_to_page)
            window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.panel)
        if self.panel is not None:
            self.panel.setVisible(shown)
            if shown:
                self.panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_away(self) -> None:
        """Let the panel go: its steps are those of a project that is no longer shown."""
        panel, self.panel = self.panel, None
        if panel is not None:
            self._window.removeDockWidget(panel)
            panel.deleteLater()

    def _go_to_page(self) -> None:
        view = self._window.view
        if view is not None and view.page is not None:
            view.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self) -> None:
        if self.panel is not None:
            self._window.menus.undo_history.setChecked(self.is_shown)
