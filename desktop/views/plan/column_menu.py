"""What can be done to a column of the plan grid: the menu of its heading, and the same as actions for the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.i18n import tr
from desktop.models.plan_columns import COLUMNS

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid


def column_menu(grid: PlanGrid, number: int = -1) -> QMenu:
    """What can be done to column ``number``, then which columns are shown."""
    menu = QMenu(tr("Columns"), grid)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if number >= 0:
        if grid.column_extras is not None:
            grid.column_extras(number, menu)
        _fill(ColumnActions(grid, menu, lambda: number), menu)
        menu.addSeparator()
    for place, column in enumerate(COLUMNS):
        action = menu.addAction(tr(column.title).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(not grid.isColumnHidden(place))
        action.setEnabled(column.key != "name")
        action.setData(place)
    menu.addSeparator()
    menu.addAction(tr("Reset the columns")).setData(-1)
    menu.triggered.connect(grid.choose_column)
    return menu


def _fill(actions: ColumnActions, menu: QMenu) -> None:
    actions.refresh()
    menu.addActions(actions.all())


class ColumnActions(QObject):
    """Actions on the column that ``which`` tells when one of them is chosen."""

    def __init__(self, grid: PlanGrid, parent: QObject, which: Callable[[], int]) -> None:
        super().__init__(parent)
        self._grid, self._which = grid, which
        self.wrap = QAction(tr("Wrap text"), self)
        self.wrap.setCheckable(True)
        self.wrap.triggered.connect(self._toggle_wrap)

    def all(self) -> Sequence[QAction]:
        return (self.wrap,)

    def refresh(self) -> None:
        """Tick and enable what holds for the column."""
        number, sizes = self._which(), self._grid.sizes
        can = number >= 0 and sizes.can_wrap(number)
        self.wrap.setEnabled(can)
        self.wrap.setChecked(can and COLUMNS[number].key in sizes.wrapped)

    def _toggle_wrap(self) -> None:
        number = self._which()
        if number >= 0:
            self._grid.sizes.wrap(self._grid.sizes.wrapped ^ {COLUMNS[number].key})
            self._grid.layout_changed.emit()
            self.refresh()
