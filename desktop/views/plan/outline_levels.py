"""Actions that show the outline down to a level, and close what lies below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.i18n import tr
from desktop.views.command_words import SOURCE

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

LEVELS = 9
"""Levels that a menu offers, as many as Microsoft Project does."""


class OutlineLevels(QObject):
    """A submenu; levels that the plan does not have cannot be chosen."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page = page
        self._menu = QMenu(tr("Outline down to"), page)
        self.levels: list[QAction] = []
        for level in range(1, LEVELS + 1):
            made = self._menu.addAction(tr("Show outline level {n}", n=level))
            made.setProperty(SOURCE, "Show outline level {n}")
            made.triggered.connect(partial(self.show_level, level))
            self.levels.append(made)
        self._menu.aboutToShow.connect(self.refresh)

    @property
    def menu_action(self) -> QAction:
        return self._menu.menuAction()

    def refresh(self) -> None:
        """Offer the levels that there are."""
        deepest = max(self._page.workspace.project.outline.depth, default=0) + 1
        for level, action in enumerate(self.levels, 1):
            action.setEnabled(level <= deepest)

    def show_level(self, level: int) -> None:
        """Show tasks down to ``level``, the first being 1: what lies above is open, what lies below closed."""
        grid, model = self._page.grid, self._page.model
        current, column = grid.current_id(), grid.currentIndex().column()
        model.show_level(level)
        outline = self._page.workspace.project.outline
        if current and model.row_of(current) < 0 and current in outline.row:
            row = outline.row[current]
            while row > 0 and model.row_of(outline.order[row]) < 0:  # the task above it that still shows
                row -= 1
            grid.select_id(outline.order[row], column)
