"""How the side panel opens and closes, takes the keys and gives them back to the grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from desktop.views.labels import em

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

SHARE = 0.36
"""Most of the page's width that the panel takes at first, however large the text is."""
WIDTH = 24
"""Width of the panel at first, in heights of the font."""


class DetailsDoor(QObject):
    """Slots of the actions that concern the panel as a whole."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page = page
        self.sized = False
        """Whether the panel has a width that somebody chose."""

    def toggle(self) -> None:
        """Show or hide the panel, as the action says."""
        page = self._page
        shown, inside = page.plan_actions.details.isChecked(), self._has_keys()
        if shown and not self.sized:
            self.sized = True
            width = min(em(WIDTH), round(page.splitter.width() * SHARE))
            page.splitter.setSizes([page.splitter.width() - width, width])
        page.panel.setVisible(shown)
        page.show_selection()
        if inside and not shown:
            self.leave()

    def enter(self) -> None:
        """Open the panel and go into it; from within, close it."""
        inside = self._has_keys()
        self._page.plan_actions.details.setChecked(not inside)
        self.toggle()
        if not inside:
            self._page.panel.focus_front()

    def show_section(self, action: QAction) -> None:
        """Open the panel with the section that ``action`` carries in front, and go into it."""
        self._page.panel.show_tab(action.data())
        self._page.plan_actions.details.setChecked(True)
        self.toggle()
        self._page.panel.focus_front()

    def explain(self) -> None:
        """Show why the current task is where it is, and what would bring it forward."""
        if self._page.grid.current_id():
            self._page.panel.show_tab("why")
            self._page.plan_actions.details.setChecked(True)
            self.toggle()
            self._page.panel.focus_front()

    def leave(self) -> None:
        """Give the keys back to the grid."""
        self._page.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_task(self, identity: str) -> None:
        """Show one task in the panel."""
        self._page.grid.select_id(identity)
        self._page.plan_actions.details.setChecked(True)
        self.toggle()

    def _has_keys(self) -> bool:
        focus = QApplication.focusWidget()
        return self._page.panel.isVisible() and focus is not None and self._page.panel.isAncestorOf(focus)
