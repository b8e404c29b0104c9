"""What can be done to a column of the plan grid: the menu of its heading, and the same as actions for the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.i18n import tr
from desktop.models.plan_column import GROUPS
from desktop.models.plan_columns import COLUMNS, NUMBER_OF, columns_of
from desktop.views.plan.column_dialog import ColumnDialog, ColumnPicker
from desktop.views.plan.grid_columns import NAME

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid


def column_menu(grid: PlanGrid, number: int = -1) -> QMenu:
    """What can be done to column ``number``, then which columns are shown, by their groups."""
    menu = QMenu(tr("Columns"), grid)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if number >= 0 and grid.column_extras is not None:
        grid.column_extras(number, menu)
    actions = ColumnActions(grid, menu, lambda: number)
    for action in actions.all():
        menu.addSeparator() if action is None else menu.addAction(action)
    menu.insertSeparator(actions.choose)
    for group, title in GROUPS.items():
        part = menu.addMenu(tr(title))
        for column in columns_of(grid.plan.workspace):
            if column.group == group:
                place = NUMBER_OF[column.key]
                action = part.addAction(tr(column.title).replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(not grid.isColumnHidden(place))
                action.setEnabled(place != NAME)
                action.setData(column.key)
        part.triggered.connect(actions.toggle)
        part.menuAction().setVisible(not part.isEmpty())
    return menu


class ColumnActions(QObject):
    """Actions on the column that ``which`` tells when one of them is chosen; -1 is none."""

    def __init__(self, grid: PlanGrid, parent: QObject, which: Callable[[], int]) -> None:
        super().__init__(parent)
        self._grid, self._which = grid, which
        self.insert = self._add(tr("Insert column here…"), self._insert)
        self.hide = self._add(tr("Hide column"), self._hide)
        self.wrap = self._add(tr("Wrap text"), self._toggle_wrap)
        self.wrap.setCheckable(True)
        self.fit = self._add(tr("Fit the column to its text"), self._fit)
        self.freeze = self._add(tr("Freeze up to this column"), self._freeze)
        self.unfreeze = self._add(tr("Unfreeze the columns"), self._unfreeze)
        self.choose = self._add(tr("Choose columns…"), self._choose)
        self.reset = self._add(tr("Reset the columns"), self._reset)
        self.refresh()

    def _add(self, text: str, slot: Callable[[], object]) -> QAction:
        made = QAction(text, self)
        made.triggered.connect(slot)
        return made

    def all(self) -> Sequence[QAction | None]:
        """In the order of a menu."""
        return (self.insert, self.hide, None, self.wrap, self.fit, None, self.freeze, self.unfreeze, None,
                self.choose, self.reset)  # fmt: skip

    def refresh(self) -> None:
        """Tick and enable what holds for the column."""
        number, sizes = self._which(), self._grid.sizes
        there = number >= 0
        for action in (self.hide, self.fit):
            action.setEnabled(there)
        self.hide.setEnabled(there and number != NAME)
        frozen = self._grid.frozen.key
        self.freeze.setEnabled(there and COLUMNS[number].key != frozen)
        self.unfreeze.setEnabled(bool(frozen))
        can = there and sizes.can_wrap(number)
        self.wrap.setEnabled(can)
        self.wrap.setChecked(can and COLUMNS[number].key in sizes.wrapped)

    def _insert(self) -> None:
        ColumnPicker(self._grid, self._which()).open()

    def _hide(self) -> None:
        if (number := self._which()) >= 0:
            self._grid.columns.hide(number)
            self.refresh()

    def _toggle_wrap(self) -> None:
        number = self._which()
        if number >= 0:
            self._grid.sizes.wrap(self._grid.sizes.wrapped ^ {COLUMNS[number].key})
            self._grid.layout_changed.emit()
            self.refresh()

    def _fit(self) -> None:
        if (number := self._which()) >= 0:
            self._grid.columns.fit(number)

    def _freeze(self) -> None:
        if (number := self._which()) >= 0:
            self._hold(COLUMNS[number].key)

    def _unfreeze(self) -> None:
        self._hold("")

    def _hold(self, key: str) -> None:
        self._grid.frozen.freeze(key)
        self._grid.layout_changed.emit()
        self.refresh()

    def _choose(self) -> None:
        ColumnDialog(self._grid).open()

    def _reset(self) -> None:
        self._grid.columns.reset()
        self._grid.layout_changed.emit()
        self.refresh()

    def toggle(self, action: QAction) -> None:
        """Show a column at the end, or hide it."""
        shown = [key for key, _ in self._grid.shown_columns() if key != action.data()]
        self._grid.columns.choose([*shown, action.data()] if action.isChecked() else shown)

