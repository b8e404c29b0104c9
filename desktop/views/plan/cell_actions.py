"""Commands on cells as actions: selecting, and what a spreadsheet can do with what is selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop.i18n import tr
from desktop.views.icons import icon

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage


class CellActions(QObject):
    """Made once for a page."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page = page
        cells, edits = page.grid.cells, page.cell_edits
        self.cut = self._add(tr("Cut"), edits.cut, ("Ctrl+X", "Shift+Del"))
        self.copy = self._add(tr("Copy"), edits.copy, ("Ctrl+C", "Ctrl+Ins"), "copy")
        self.paste = self._add(tr("Paste"), page.paster.paste, ("Ctrl+V", "Shift+Ins"))
        self.paste_outline = self._add(tr("Paste as outline"), page.paster.paste_outline, ("Ctrl+Shift+V",))
        self.fill_down = self._add(tr("Fill down"), edits.fill_down, ("Ctrl+D",))
        self.fill_series = self._add(tr("Continue as a series"), edits.fill_series, ("Ctrl+Shift+D",))
        self.fill_down.setToolTip(
            tr("Copies the first selected row downwards. The square at the corner of a selection, pulled, goes on with"
               " a series; with Ctrl held it copies.")
        )
        self.fill_series.setToolTip(
            tr("Goes on with the first two selected values: numbers, dates, codes, weekdays, “Phase 1, Phase 2”")
        )
        self.clear = self._add(tr("Clear cells, or delete whole rows"), edits.clear, ("Del",))
        self.select_all = self._add(tr("Select all"), cells.select_all, ("Ctrl+A",))
        self.select_rows = self._add(tr("Select whole rows"), cells.widen_to_rows, ("Shift+Space",))
        self.select_columns = self._add(tr("Select whole columns"), cells.widen_to_columns, ("Ctrl+Space",))

        for action in (self.paste, self.paste_outline):
            page.empty.addAction(action)

    def _add(self, text: str, slot: Callable[[], object], keys: Sequence[str] = (), picture: str = "") -> QAction:
        made = QAction(text, self._page)
        if picture:
            made.setIcon(icon(picture))
        made.setShortcuts([QKeySequence(key) for key in keys])
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(slot)
        self._page.work.addAction(made)
        return made

    def context_menu(self) -> Sequence[QAction | None]:
        """What is at hand under the pointer."""
        return (self.cut, self.copy, self.paste, self.fill_down, self.clear, None)

    def menu(self) -> Sequence[QAction | None]:
        """The menu of the cells."""
        return (
            self.cut, self.copy, self.paste, self.paste_outline, None,
            self.fill_down, self.fill_series, self.clear, None,
            self.select_all, self.select_rows, self.select_columns,
        )  # fmt: skip
