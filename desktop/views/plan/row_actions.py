"""Which rows of the plan are shown and in what order: the commands, as actions of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop.i18n import tr
from desktop.views.icons import icon
from desktop.views.menus import bindings

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage


class RowActions(QObject):
    """Made once for a page; their keys hold in the grid, in the chart and in the strips above them."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page = page
        strip, add = page.find_strip, self._add
        self.find = add(tr("Find"), strip.begin, (QKeySequence.StandardKey.Find,), "search")
        self.find_next = add(tr("Find next"), strip.next, ("F3",), "down")
        self.find_previous = add(tr("Find previous"), strip.previous, ("Shift+F3",), "up")
        self.find_close = QAction(icon("close"), tr("Close"), page)
        self.find_close.triggered.connect(strip.leave)
        strip.fit_out(self.find_previous, self.find_next, self.find_close)

    def _add(
        self,
        text: str,
        slot: Callable[[], object],
        keys: Sequence[str | QKeySequence.StandardKey] = (),
        picture: str = "",
    ) -> QAction:
        made = QAction(text, self._page)
        if picture:
            made.setIcon(icon(picture))
        made.setShortcuts(bindings(keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(slot)
        self._page.addAction(made)
        return made

    def menu(self) -> Sequence[QAction | None]:
        """The menu of the rows."""
        return (self.find, self.find_next, self.find_previous)
