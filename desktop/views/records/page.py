"""A register as a workspace: filter bar, table, a line to write the next record, the form beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.changes import new_id
from desktop.domain.commands.records import AddRecord, DeleteRecords
from desktop.domain.display import display
from desktop.domain.filters import filters, named_together
from desktop.domain.record import BASE_FIELDS, Record, Spec
from desktop.domain.registry import RECORD_TYPES
from desktop.i18n import N_, tr, words
from desktop.models.columns import Column, default_columns
from desktop.models.derived import derived_columns
from desktop.models.records import RecordTableModel
from desktop.models.workspace import Workspace
from desktop.views.icons import icon
from desktop.views.labels import Text, em, mid_sentence
from desktop.views.letters import titled
from desktop.views.menus import name_with_key
from desktop.views.page import Page
from desktop.views.records.clipboard import make_mime
from desktop.views.records.editing import LINE_LIMIT
from desktop.views.records.empty import EmptyRegister
from desktop.views.records.filter_bar import FilterBar
from desktop.views.records.form import RecordForm
from desktop.views.records.table import RegisterTable

MAX_WIDTH = 4000
"""Widest column that is taken back from a remembered layout."""


class EntryLine(QLineEdit):
    """Writes down one record after another: type its name, press Enter."""

    entered = Signal(object)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text().strip():
                self.entered.emit(self.text())
            return
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Up):
            self.clear()
            self.left.emit()
            return
        super().keyPressEvent(event)


class RegisterPage(Page):
    """Everything that a register needs, from the declaration of its record type alone."""

    record_key: ClassVar[str]
    """Key of the record type."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.kind = RECORD_TYPES[self.record_key]
        info = self.kind.info
        columns = (*default_columns(self.kind, workspace), *self.computed_columns())
        self.model = RecordTableModel(workspace, self.kind, columns, self)
        self.table = RegisterTable(self.model)
        self.table.setAccessibleName(tr(info.plural))
        self.form = RecordForm(workspace, self.record_key)
        what = mid_sentence(tr(info.title))
        self.bar = FilterBar(filters(self.kind), mid_sentence(tr(info.plural)))
        self.entry = EntryLine()
        self.entry.setMaxLength(LINE_LIMIT)
        self.entry.setPlaceholderText(tr("New {what}: type and press Enter (Ins)", what=what))
        self.entry.setAccessibleName(tr("New {what}", what=what))
        self.entry.addAction(icon("add", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.empty = EmptyRegister(self.icon, tr(info.plural), tr(info.purpose), tr("New {what}", what=what))
        self._nothing = Text(tr("Nothing matches the filter."), role="muted")
        self._kept_current = ""
        self._is_uncounted = False
        """Whether records have changed since they were counted."""
        self._make_actions()
        self._lay_out()
        self._connect()
        self._show_counts()

    def computed_columns(self) -> Sequence[Column]:
        """What the register shows beside the fields of its records."""
        return derived_columns(self.workspace, self.kind)

    # -- building -------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        new = tr("New {what}", what=mid_sentence(tr(self.kind.info.title)))
        self.add_action = self._action(new, self.begin_new, QKeySequence(Qt.Key.Key_Insert), "add")
        self.delete_action = self._action(
            tr("Delete"), self.delete_selected, QKeySequence(QKeySequence.StandardKey.Delete), "delete", on_table=True
        )
        self.duplicate_action = self._action(tr("Duplicate"), self.duplicate, QKeySequence("Ctrl+Shift+D"), "copy")
        self.copy_action = self._action(
            tr("Copy rows"), self.copy, QKeySequence(QKeySequence.StandardKey.Copy), "copy", on_table=True
        )
        find = QKeySequence(QKeySequence.StandardKey.Find)
        self.find_action = self._action(tr("Find"), self.begin_find, find, "search")
        self.show_all_action = self._action(tr("Show all"), self.show_all, QKeySequence("Ctrl+Shift+L"), "filter")
        self.details_action = self._action(tr("Details"), self.toggle_details, QKeySequence("Shift+F2"), "details")
        self.details_action.setCheckable(True)
        self.details_action.setChecked(True)

    def _action(
        self, text: str, slot: Callable[[], object], keys: QKeySequence, picture: str, *, on_table: bool = False
    ) -> QAction:
        """An action of this page; those on the table leave their key to lines that are being typed in."""
        made = QAction(icon(picture), text, self)
        made.setShortcut(keys)
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(slot)
        (self.table if on_table else self).addAction(made)
        return made

    def _lay_out(self) -> None:
        for action in (self.add_action, self.details_action):
            self.bar.add_button(action, name_with_key(action), with_text=action is self.add_action)
        register = QWidget()
        column = QVBoxLayout(register)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.table_place(), 1)
        self.entry_row = QHBoxLayout()
        self.entry_row.setContentsMargins(em(0.6), em(0.3), em(0.6), em(0.4))
        self.entry_row.addWidget(self.entry)
        column.addLayout(self.entry_row)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(register)
        self.splitter.addWidget(self.details_place())
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([em(46), em(26)])
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        over = QVBoxLayout(self.table.viewport())
        over.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()

    def table_place(self) -> QWidget:
        """The table, or what a page puts around it."""
        return self.table

    def details_place(self) -> QWidget:
        """The form, or what a page puts around it."""
        return self.form

    def _connect(self) -> None:
        self.bar.changed.connect(self._filter)
        self.bar.left.connect(self._focus_table)
        self.entry.entered.connect(self.add)
        self.entry.left.connect(self._focus_table)
        self.empty.pressed.connect(self.begin_new)
        self.table.selectionModel().currentRowChanged.connect(self._show_current)
        self.model.modelAboutToBeReset.connect(self._keep_current)
        self.model.modelReset.connect(self._restore_current)
        self.model.counted.connect(self._show_counts)
        self.model.dataChanged.connect(self._show_counts)
        self.model.rowsInserted.connect(self._rows_inserted)
        self.form.navigate.connect(self.navigate)

    def menus(self) -> Sequence[tuple[str, Sequence[QAction | None]]]:
        return (
            (
                titled(self.kind.info.plural),
                (
                    self.add_action, self.duplicate_action, self.delete_action, None,
                    self.copy_action, None, self.find_action, self.show_all_action, None, self.details_action,
                ),
            ),
        )  # fmt: skip

    # -- what can be done -----------------------------------------------------------------------

    def begin_new(self) -> None:
        """Put the cursor into the line that writes down the next record."""
        self.stack.setCurrentWidget(self.splitter)
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def new_fields(self) -> dict[str, Any]:
        """What a new record of this page starts with, beside its name."""
        return {}

    def add(self, text: str) -> None:
        """Add a record of this name and show it; the line is ready for the next one."""
        identity = new_id()
        name = " ".join(text.split())
        fields = {"id": identity, self.kind.info.name_field: name, **self.new_fields()}
        if self.workspace.do(AddRecord(self.record_key, fields)):
            self.entry.clear()
            self.reveal(identity)
            self.entry.setFocus()

    def delete_selected(self) -> None:
        """Delete the selected records; undo brings them back."""
        ids = self.table.selected_ids()
        if ids:
            row = self.model.row_of(ids[0])
            if self.workspace.do(DeleteRecords(self.record_key, tuple(ids))) and self.model.rowCount():
                self.table.select_id(self.model.ids[min(row, self.model.rowCount() - 1)])

    def duplicate(self) -> None:
        """Add a copy of the current record, without its history, and show it."""
        source = self.workspace.project.rows(self.record_key).get(self.table.current_id())
        if source is None:
            return
        identity = new_id()
        fields: dict[str, Any] = {"id": identity, "audience": source.audience, "tags": source.tags}
        for name, spec in self.kind.info.specs.items():
            if name not in BASE_FIELDS and not spec.internal:
                fields[name] = getattr(source, name)
        if self.workspace.do(AddRecord(self.record_key, fields, label=N_("Duplicate {name}"))):
            self.reveal(identity)

    def copy(self) -> None:
        """Put the selected rows on the clipboard, with the columns as they are shown."""
        ids = self.table.selected_ids()
        shown = [self.model.columns[self.model.column_of(name)] for name, _ in self.table.columns_shown()]
        project, translate = self.workspace.project, words()
        rows = []
        for identity in ids:
            record = project.rows(self.record_key)[identity]
            rows.append(
                [
                    display(project, record, column, translate)
                    if isinstance(column, Spec)
                    else column.text(project, record)
                    for column in shown
                ]
            )
        if rows:
            titles = [tr(column.title) for column in shown]
            QGuiApplication.clipboard().setMimeData(make_mime(self.record_key, ids, titles, rows))

    def begin_find(self) -> None:
        """Put the cursor into the search line."""
        self.stack.setCurrentWidget(self.splitter)
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def show_all(self) -> None:
        """Take every filter away."""
        self.bar.clear()

    def toggle_details(self) -> None:
        """Show or hide the form."""
        self.form.setVisible(self.details_action.isChecked())
        if self.details_action.isChecked():
            self.form.show_record(self.table.current_id())

    # -- Page -----------------------------------------------------------------------------------

    def current(self) -> str:
        return self.table.current_id()

    def reveal(self, identity: str) -> bool:
        if identity not in self.workspace.project.rows(self.record_key):
            return False
        self.stack.setCurrentWidget(self.splitter)
        if self.model.row_of(identity) < 0:
            self.bar.clear()  # what is asked for is shown, whatever was filtered
        self.table.select_id(identity, self.kind.info.name_field)
        return True

    def apply_filter(self, name: str) -> None:
        wanted = named_together(self.kind, name)
        if wanted:
            self.bar.show_only([chosen.name for chosen in wanted])
            self._focus_table()
            if self.model.rowCount():
                self.table.select_id(self.model.ids[0], self.kind.info.name_field)

    def save_state(self) -> dict[str, object]:
        header = self.table.horizontalHeader()
        section = header.sortIndicatorSection()
        sort = self.model.columns[section].name if 0 <= section < len(self.model.columns) else ""
        return {
            "columns": [list(column) for column in self.table.columns_shown()],
            "sort": sort,
            "descending": header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder,
            "splitter": self.splitter.sizes(),
            "details": self.details_action.isChecked(),
            "current": self.table.current_id(),
        }

    def restore_state(self, state: dict[str, object]) -> None:
        columns = [tuple(column) for column in _list(state.get("columns")) if _is_column(column)]
        columns = [(name, width) for name, width in columns if self.model.column_of(name) >= 0]
        if columns:
            self.table.show_columns(columns)
        at = self.model.column_of(str(state.get("sort", "")))
        descending = state.get("descending") is True
        self.table.sortByColumn(at, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
        sizes = [size for size in _list(state.get("splitter")) if type(size) is int and 0 <= size < 100_000]
        if len(sizes) == self.splitter.count() and all(sizes):
            self.splitter.setSizes(sizes)
        if state.get("details") is False:
            self.details_action.setChecked(False)
            self.toggle_details()
        self.table.select_id(str(state.get("current", "")))

    # -- keeping up -----------------------------------------------------------------------------

    def extra_test(self) -> Callable[[Record], bool] | None:
        """The page's own filter as it is set in the bar, or None."""
        return None

    def _filter(self) -> None:
        current = self.table.current_id()
        self.model.set_text_filter(self.bar.text)
        test = self.extra_test()
        self.model.set_filters(self.bar.chosen, *([test] if test else []))
        if self.model.rowCount():
            shown = self.model.row_of(current) >= 0
            self.table.select_id(current if shown else self.model.ids[0])
        self._show_counts()

    def _show_counts(self) -> None:
        self._is_uncounted = self.is_behind
        if not self._is_uncounted:
            self._count()

    def _count(self) -> None:
        counts = {chosen.name: self.model.count(chosen) for chosen in filters(self.kind)}
        self.bar.show_counts(self.model.rowCount(), self.model.total, counts)
        self._nothing.setVisible(self.model.total > 0 and self.model.rowCount() == 0)
        writing = self.entry.hasFocus()
        self.stack.setCurrentWidget(self.splitter if self.model.total or writing else self.empty)

    def _show_current(self) -> None:
        if self.details_action.isChecked():
            self.form.show_record(self.table.current_id())

    def _rows_inserted(self) -> None:
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.select_id(self.model.ids[0], self.kind.info.name_field)

    def _keep_current(self) -> None:
        self._kept_current = self.table.current_id()

    def _restore_current(self) -> None:
        if not (self._kept_current and self.table.select_id(self._kept_current)):
            self._show_current()

    def minimumSizeHint(self) -> QSize:
        return QSize(em(24), em(13))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_uncounted:
            self._show_counts()
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):  # the keys of the page work from the first moment
            self.focus_content()

    def focus_content(self) -> None:
        """Put the cursor where work begins: the table, or the button that fills it."""
        if self.stack.currentWidget() is self.empty:
            self.empty.button.setFocus()
        else:
            self._focus_table()

    def _focus_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.select_id(self.model.ids[0], self.kind.info.name_field)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _is_column(value: Any) -> bool:
    fits = isinstance(value, list) and len(value) == 2 and isinstance(value[0], str) and type(value[1]) is int
    return fits and 0 <= value[1] <= MAX_WIDTH
