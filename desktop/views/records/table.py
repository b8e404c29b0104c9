"""The table of a register: cells edited in place, columns chosen, ordered and sized by the person."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QMenu,
    QWidget,
)

from desktop.domain.record import PRIVATE, Kind, Spec
from desktop.i18n import tr
from desktop.models.records import RecordTableModel
from desktop.views.labels import em
from desktop.views.records.grid import EditingTable

_WIDTHS = {
    Kind.TEXT: 11.0, Kind.LONG_TEXT: 14.0, Kind.CHOICE: 7.0, Kind.SCALE: 5.0, Kind.INTEGER: 5.0, Kind.PERCENT: 5.0,
    Kind.FLAG: 4.5, Kind.DATE: 6.0, Kind.MOMENT: 8.5, Kind.MINUTES: 5.5, Kind.MONEY: 8.0, Kind.LINK: 8.0,
    Kind.LINKS: 12.0, Kind.TEXTS: 8.0, Kind.ROWS: 14.0,
}  # fmt: skip
"""First widths in heights of the font; the person's own are remembered."""
NAME_WIDTH = 15.0
SHORT = frozenset(
    {Kind.TEXT, Kind.CHOICE, Kind.SCALE, Kind.DATE, Kind.MOMENT, Kind.LINK, Kind.LINKS, Kind.PERCENT, Kind.MINUTES}
)
_CURRENT_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
FIRST_COLUMNS = 8
"""How many columns a register begins with."""


class RegisterTable(EditingTable):
    """Rows of a :class:`RecordTableModel`. ``layout_changed``: columns were moved, sized, hidden or shown."""

    layout_changed = Signal()

    def __init__(self, model: RecordTableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.records = model
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._set_up_header()
        self.reset_columns()

    # -- columns --------------------------------------------------------------------------------

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(em(2.5))
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_column_menu)
        header.sectionMoved.connect(self._layout_changed)
        header.sectionResized.connect(self._layout_changed)
        header.sortIndicatorChanged.connect(self._layout_changed)
        self.setSortingEnabled(True)

    def _layout_changed(self) -> None:
        self.layout_changed.emit()

    def first_columns(self) -> list[str]:
        """Names of the columns that a register begins with: number, name, what is required or expected, the rest."""
        info = self.records.kind.info
        fields = [column for column in self.records.columns if isinstance(column, Spec) and not column.internal]
        derived = [column.name for column in self.records.columns if not isinstance(column, Spec)]
        short = [spec for spec in fields if spec.kind in SHORT and spec.audience != PRIVATE]
        wanted = [info.name_field, *(spec.name for spec in short if spec.required or spec.expected)]
        for spec in short:
            if len(dict.fromkeys(wanted)) + len(derived) >= FIRST_COLUMNS - 1:
                break
            wanted.append(spec.name)
        chosen = {"number", *wanted, *derived, "audience"}
        return [column.name for column in self.records.columns if column.name in chosen]

    def reset_columns(self) -> None:
        """Columns as a register begins with them: number, name, what is computed, then as declared."""
        derived = [column.name for column in self.records.columns if not isinstance(column, Spec)]
        order = ["number", self.records.kind.info.name_field, *derived, *self.first_columns()]
        self.show_columns([(name, 0) for name in dict.fromkeys(order)])

    def show_columns(self, columns: list[tuple[str, int]]) -> None:
        """Show exactly these columns in this order; width 0 is the first width."""
        header = self.horizontalHeader()
        shown = {name: width for name, width in columns if self.records.column_of(name) >= 0}
        for at, column in enumerate(self.records.columns):
            self.setColumnHidden(at, column.name not in shown)
            self.setColumnWidth(at, shown.get(column.name) or self._first_width(at))
        for place, name in enumerate(shown):
            header.moveSection(header.visualIndex(self.records.column_of(name)), place)

    def _first_width(self, at: int) -> int:
        column = self.records.columns[at]
        if column.name == self.records.kind.info.name_field:
            return em(NAME_WIDTH)
        wide = 4.5 if not isinstance(column, Spec) or column.name == "number" else _WIDTHS[column.kind]
        title = self.fontMetrics().horizontalAdvance(tr(column.title)) + em(1.6)  # room for the sorting arrow
        return max(em(wide), min(title, em(9)))

    def columns_shown(self) -> list[tuple[str, int]]:
        """(name, width) of the visible columns in their order."""
        header = self.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        return [(self.records.columns[at].name, self.columnWidth(at)) for at in order if not self.isColumnHidden(at)]

    def _show_column_menu(self, position: QPoint) -> None:
        self.make_column_menu().popup(self.horizontalHeader().mapToGlobal(position))

    def make_column_menu(self) -> QMenu:
        """Which columns are shown."""
        menu = QMenu(tr("Columns"), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in self.records.columns:
            action = menu.addAction(tr(column.title).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(self.records.column_of(column.name)))
            action.setData(column.name)
        menu.addSeparator()
        menu.addAction(tr("Reset the columns")).setData("")
        menu.triggered.connect(self._choose_column)
        return menu

    def _choose_column(self, action: QAction) -> None:
        name = action.data()
        if not name:
            self.reset_columns()
        else:
            at = self.records.column_of(name)
            self.setColumnHidden(at, not action.isChecked())
            if action.isChecked() and self.columnWidth(at) < em(2.5):
                self.setColumnWidth(at, self._first_width(at))
        self.layout_changed.emit()

    # -- selection ------------------------------------------------------------------------------

    def current_id(self) -> str:
        """Id of the current row, or ""."""
        row = self.currentIndex().row()
        return self.records.ids[row] if 0 <= row < self.records.rowCount() else ""

    def selected_ids(self) -> list[str]:
        """Ids of the selected rows in the order shown; the current row where none is selected."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        if not rows and self.current_id():
            rows = [self.currentIndex().row()]
        return [self.records.ids[row] for row in rows]

    def select_id(self, identity: str, name: str = "") -> bool:
        """Make the row of this record current, in the column ``name`` or where the cursor was."""
        row = self.records.row_of(identity)
        if row < 0:
            return False
        at = self.records.column_of(name) if name else self.currentIndex().column()
        if at < 0 or self.isColumnHidden(at):
            at = self.horizontalHeader().logicalIndex(min(1, self.horizontalHeader().count() - 1))
        sideways = self.horizontalScrollBar().value()
        self.selectionModel().setCurrentIndex(self.records.index(row, at), _CURRENT_ROW)
        self.scrollTo(self.records.index(row, at))
        self.horizontalScrollBar().setValue(sideways)  # the beginning of the row stays in sight
        return True

    # -- editing --------------------------------------------------------------------------------

    def edit(self, index: QModelIndex, *how: Any) -> Any:  # type: ignore[override]  # one name, two signatures
        """Open the editor; a double click on a choice opens its list at once."""
        done = super().edit(index, *how)
        editor = self.delegate.editor
        if how and how[0] is QAbstractItemView.EditTrigger.DoubleClicked and isinstance(editor, QComboBox):
            editor.showPopup()
        return done

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self.clearSelection()
