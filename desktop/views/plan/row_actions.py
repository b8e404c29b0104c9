"""Which rows of the plan are shown and in what order: the commands, as actions of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.i18n import tr
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.models.plan_filters import DAYS_AHEAD, IS, NAMED, Condition
from desktop.models.plan_groups import GROUPS
from desktop.views.command_words import PLAIN
from desktop.views.icons import icon
from desktop.views.menus import bindings

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

LONGEST_VALUE = 30
"""Characters of a cell in the text of a command."""
DOES = "does"
"""Property of an action in the menu of a column: what it does to the rows, and by which column."""


class RowActions(QObject):
    """Made once for a page; their keys hold in the grid, in the chart and in the strips above them."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page, self._rows = page, page.rows_shown
        self._submenus: list[QMenu] = []
        self._make_find()
        self._make_filter()
        self._make_order()
        page.row_bar.fit_out(
            (
                (tr("Filter"), "filter", self.filter_menu()),
                (tr("Sort"), "sort", self.sort_menu()),
                (tr("Group"), "tag", self.group_menu()),
            ),
            self.show_all,
        )
        self._rows.changed.connect(self.refresh)
        page.grid.selectionModel().currentChanged.connect(self.refresh)
        page.grid.column_extras = self.fill_column_menu
        self.refresh()

    def _add(
        self,
        text: str,
        slot: Callable[[], object] | None,
        keys: Sequence[str | QKeySequence.StandardKey] = (),
        picture: str = "",
        *,
        ticked: bool = False,
    ) -> QAction:
        made = QAction(text, self._page)
        if picture:
            made.setIcon(icon(picture))
        made.setShortcuts(bindings(keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setCheckable(ticked)
        if slot is not None:
            made.triggered.connect(slot)
        self._page.addAction(made)
        return made

    def _group_of(self, slot: Callable[[QAction], object]) -> QActionGroup:
        """Actions whose data says what is chosen."""
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        group.triggered.connect(slot)
        return group

    @staticmethod
    def _of(group: QActionGroup, action: QAction, name: str) -> QAction:
        action.setData(name)
        return group.addAction(action)

    def _submenu(self, title: str, actions: Sequence[QAction | None]) -> QAction:
        menu = QMenu(title, self._page)
        for action in actions:
            menu.addAction(action) if action is not None else menu.addSeparator()
        self._submenus.append(menu)
        return menu.menuAction()

    # -- making ---------------------------------------------------------------------------------

    def _make_find(self) -> None:
        strip, add = self._page.find_strip, self._add
        self.find = add(tr("Find"), strip.begin, (QKeySequence.StandardKey.Find,), "search")
        self.find_next = add(tr("Find next"), strip.next, ("F3",), "down")
        self.find_previous = add(tr("Find previous"), strip.previous, ("Shift+F3",), "up")
        self.find_close = QAction(icon("close"), tr("Close"), self._page)
        self.find_close.triggered.connect(strip.leave)
        strip.fit_out(self.find_previous, self.find_next, self.find_close)

    def _make_filter(self) -> None:
        add, rows = self._add, self._rows
        self.parts: dict[str, QAction] = {}
        self._part_group = self._group_of(self._choose_part)
        for name, part in NAMED.items():
            title = tr(part.title).replace("{n}", str(DAYS_AHEAD))
            self.parts[name] = self._of(self._part_group, add(title, None, ticked=True), name)
        self.only_value = add(tr("Only tasks with this value"), self.filter_by_value)
        self.only_value.setProperty(PLAIN, self.only_value.text())
        self.by_column = add(tr("Filter by a column…"), self.filter_by_column, ("Ctrl+Shift+F",), "filter")
        self.show_all = add(tr("Show all tasks"), rows.show_all, ("Ctrl+Shift+L",))
        self.apply_again = add(tr("Apply filter and order again"), rows.judge_again, ("Ctrl+Alt+L",), "refresh")

    def _make_order(self) -> None:
        add, rows = self._add, self._rows
        self.sort_up = add(tr("Sort by this column, ascending"), self._sort_up, (), "up")
        self.sort_down = add(tr("Sort by this column, descending"), self._sort_down, (), "down")
        self.then_by = add(tr("Then by this column"), self._then_by)
        self.flat = add(tr("Sort without the outline"), self._toggle_flat, ticked=True)
        self.outline_order = add(tr("Outline order"), rows.outline_order, (), "sort")
        self.groups: dict[str, QAction] = {}
        self.inner: dict[str, QAction] = {}
        outer, inner = self._group_of(self._choose_group), self._group_of(self._choose_inner)
        for name, group in GROUPS.items():
            self.groups[name] = self._of(outer, add(tr(group.title), None, ticked=True), name)
            self.inner[name] = self._of(inner, QAction(tr(group.title), self._page, checkable=True), name)
        self.no_groups = add(tr("No groups"), rows.ungroup, ticked=True)
        self.then_group = self._submenu(tr("Within it by"), list(self.inner.values()))

    # -- menus ----------------------------------------------------------------------------------

    def filter_menu(self) -> Sequence[QAction | None]:
        """Parts of the plan."""
        return (
            *self.parts.values(), None, self.only_value, self.by_column, None, self.apply_again, self.show_all,
        )  # fmt: skip

    def sort_menu(self) -> Sequence[QAction | None]:
        """What concerns the order of the rows."""
        return (self.sort_up, self.sort_down, self.then_by, None, self.flat, self.outline_order)

    def group_menu(self) -> Sequence[QAction | None]:
        """What tasks can be put under."""
        return (self.no_groups, None, *self.groups.values(), None, self.then_group)

    def menu(self) -> Sequence[QAction | None]:
        """The menu of the rows."""
        if len(self._submenus) == 1:
            self.filter = self._submenu(tr("Filter"), self.filter_menu())
            self.sorting = self._submenu(tr("Sort"), self.sort_menu())
            self.grouping = self._submenu(tr("Group"), self.group_menu())
        return (
            self._page.views.menu_action, None,
            self.find, self.find_next, self.find_previous, None,
            self.filter, self.sorting, self.grouping, None, self.outline_order, self.show_all,
        )  # fmt: skip

    def fill_column_menu(self, number: int, menu: QMenu) -> None:
        """What can be done to the rows by the column ``number``."""
        key = COLUMNS[number].key
        if key == "indicators":
            return
        asked = self._rows.asked
        offered = [("up", tr("Sort ascending"), "up"), ("down", tr("Sort descending"), "down")]
        if asked.sort:
            offered.append(("then", tr("Then by this column"), ""))
        if key in GROUPS:
            offered.append(("group", tr("Group by this column"), "tag"))
        offered.append(("filter", tr("Filter by this column…"), "filter"))
        for what, title, picture in offered:
            action = menu.addAction(icon(picture), title) if picture else menu.addAction(title)
            action.setProperty(DOES, (what, key))
        if not asked.keeps_order:
            menu.addAction(self.outline_order)
        menu.addSeparator()
        menu.triggered.connect(self._column_chosen)

    def _column_chosen(self, action: QAction) -> None:
        what, key = action.property(DOES) or ("", "")
        if what in ("up", "down"):
            self._rows.sort_by(key, descending=what == "down")
        elif what == "then":
            self._rows.sort_by(key, add=True)
        elif what == "group":
            self._rows.group_by((key,))
        elif what == "filter":
            self.open_condition(key)

    def cell_menu(self) -> Sequence[QAction | None]:
        """What the menu of a cell offers besides."""
        return (self.only_value, None)

    # -- slots ----------------------------------------------------------------------------------

    @property
    def _column(self) -> str:
        number = self._page.grid.currentIndex().column()
        return COLUMNS[number].key if number >= 0 else "name"

    def _only_text(self) -> str:
        """What the command would show, in words of the current cell."""
        index = self._page.grid.currentIndex()
        text = " ".join(self._page.model.text(index.row(), index.column()).split())
        title = tr(COLUMNS[index.column()].title)
        shown = text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"
        if not text:
            return tr("Only {column}: none", column=title)
        return tr("Only {column}: {text}", column=title, text=shown).replace("&", "&&")

    def _sort_up(self) -> None:
        self._rows.sort_by(self._column)

    def _sort_down(self) -> None:
        self._rows.sort_by(self._column, descending=True)

    def _then_by(self) -> None:
        self._rows.sort_by(self._column, add=True)

    def _choose_part(self, action: QAction) -> None:
        self._rows.toggle(action.data())

    def _toggle_flat(self) -> None:
        self._rows.set_flat(self.flat.isChecked())

    def _choose_group(self, action: QAction) -> None:
        self._rows.group_by((action.data(), *self._rows.asked.groups[1:]) if action.isChecked() else ())

    def _choose_inner(self, action: QAction) -> None:
        outer = self._rows.asked.groups[:1]
        self._rows.group_by((*outer, action.data()) if action.isChecked() else outer)

    def filter_by_value(self) -> None:
        """Show only tasks that say in this column what the current one says."""
        index = self._page.grid.currentIndex()
        if self._page.grid.current_id():
            text = self._page.model.text(index.row(), index.column())
            refusal = self._rows.add(Condition(self._column, IS, " ".join(text.split())))
            if refusal is not None:
                self._page.workspace.rejected.emit(refusal)

    def filter_by_column(self) -> None:
        """Open the sheet for a condition on the current column."""
        self.open_condition(self._column)

    def open_condition(self, column: str) -> None:
        """Open the sheet in which a condition on a column is made."""
        grid = self._page.grid
        at = grid.column_left(NUMBER_OF[column])
        place = grid.viewport().mapToGlobal(QPoint(max(0, min(at, grid.viewport().width() // 2)), 0))
        self._page.row_bar.edit_condition("name" if column == "indicators" else column, place)

    # -- keeping up -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Tick and enable what holds."""
        asked = self._rows.asked
        on = {each.operator for each in asked.conditions if not each.column}
        for name, action in self.parts.items():
            action.setChecked(name in on)
        for place, actions in enumerate((self.groups, self.inner)):
            for name, action in actions.items():
                action.setChecked(asked.groups[place : place + 1] == (name,))
        self.no_groups.setChecked(not asked.groups)
        self.then_group.setEnabled(bool(asked.groups))
        self.flat.setChecked(asked.flat)
        self.flat.setEnabled(not asked.groups)
        self.outline_order.setEnabled(not asked.keeps_order)
        self.show_all.setEnabled(bool(asked.conditions or not asked.keeps_order))
        self.apply_again.setEnabled(self.show_all.isEnabled())
        can = bool(self._page.grid.current_id()) and self._column != "indicators"
        self.only_value.setEnabled(can)
        self.only_value.setText(self._only_text() if can else self.only_value.property(PLAIN))
        for action in (self.sort_up, self.sort_down, self.then_by):
            action.setEnabled(self._column != "indicators")
        marks = {key.column: (place, key.descending) for place, key in enumerate(asked.sort, 1)}
        self._page.grid.header.show_sort(marks)
