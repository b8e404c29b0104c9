"""How a table of another program is read: what it holds, which column is which field, and what comes of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected, explain
from desktop.domain.tables import (
    ADDED,
    ALWAYS_NEW,
    BY_NAME,
    BY_NUMBER,
    DAY_FIRST,
    ENCODINGS,
    MONTH_FIRST,
    REGISTERS,
    SEPARATORS,
    SKIPPED,
    TASKS,
    UNCHANGED,
    UPDATED,
    YEAR_FIRST,
    TablePreview,
    TableWishes,
)
from desktop.i18n import N_, tr, words
from desktop.models.workspace import Workspace
from desktop.views.boxes import CheckBox
from desktop.views.dialog import Dialog
from desktop.views.labels import SMALL, Text, breakable, em
from desktop.views.program import Table
from desktop.views.scrolled import scrolled
from desktop.views.table_preview import PreviewTable
from desktop.views.table_reading import TableReading

NEW_PROJECT = "new project"
ENCODING_NAMES = {
    "utf-8": "UTF-8", "gb18030": N_("Chinese (GBK, GB 18030)"), "utf-16": "UTF-16",
    "big5": N_("Traditional Chinese (Big5)"), "cp1252": N_("Western (1252)"), "cp1251": N_("Cyrillic (1251)"),
}  # fmt: skip
SEPARATOR_NAMES = {",": N_("Comma"), ";": N_("Semicolon"), "\t": N_("Tab"), "|": N_("Bar (|)")}
DATE_NAMES = {
    YEAR_FIRST: N_("Year, month, day"), MONTH_FIRST: N_("Month, day, year"), DAY_FIRST: N_("Day, month, year"),
}  # fmt: skip
MATCH_NAMES = {
    BY_NUMBER: N_("The record of the same number"), BY_NAME: N_("The record of the same name"),
    ALWAYS_NEW: N_("None: every row is new"),
}  # fmt: skip
COUNTED = {
    ADDED: N_("New: {n}"), UPDATED: N_("Changed: {n}"), UNCHANGED: N_("Unchanged: {n}"), SKIPPED: N_("Left out: {n}"),
}  # fmt: skip
HEADERS = 30
"""The header is looked for in so many rows."""
READ_ANEW = frozenset({"sheet", "encoding", "separator"})
"""Wishes for which the file itself is read again."""
SHORT = 500
"""Rows that are read at once."""
NAMED = 5
"""People who are named; the rest is counted."""


class TableDialog(Dialog):
    """``decided`` carries the :class:`TableWishes`, and whether a new project is made of them."""

    decided = Signal(object, bool)

    def __init__(self, table: Table, workspace: Workspace | None, parent: QWidget | None = None) -> None:
        """Raises :class:`Rejected` where the file cannot be read at all."""
        super().__init__(tr("Import a table"), parent, 66, 40)
        self._table, self._workspace = table, workspace
        self._columns: list[QComboBox] = []
        self._lent: dict[int, tuple[int, str]] = {}
        """By column: which other one its field was taken from."""
        self._wishes = TableWishes() if workspace else TableWishes(key=TASKS)
        self.seen: TablePreview | None = None
        self._most = 0
        """Rows that were found in the file, in whatever way it was read."""
        self._filling = self._is_reading = False
        self._reading = TableReading()
        self._reading.seen.connect(self._show_whole)
        self._reading.ready.connect(self._show_again)
        self._reading.broken.connect(self._broken)
        self.finished.connect(self._reading.retire)
        self.destroyed.connect(self._reading.retire)  # closed with its window, it is never finished
        self._make_options()
        self._lay_out()
        self._new_project = True  # a plan is more often a project than a part of one
        self._refresh()
        if self._wishes.key != TASKS:
            self._new_project = False
            self._refresh()
        self._fill_options()
        self.kind.setFocus()

    # -- making -----------------------------------------------------------------------------------

    def _make_options(self) -> None:
        self.kind, self.sheet, self.encoding = QComboBox(), QComboBox(), QComboBox()
        self.separator, self.dates, self.match = QComboBox(), QComboBox(), QComboBox()
        for box in self._boxes():
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        self.kind.addItem(tr("Tasks, as a new project"), NEW_PROJECT)
        if self._workspace is not None:
            self.kind.addItem(tr("Tasks, added to this project"), TASKS)
            for key in REGISTERS:
                self.kind.addItem(tr(RECORD_TYPES[key].info.plural), key)
        for box, names in ((self.encoding, {name: ENCODING_NAMES[name] for name in ENCODINGS}),
                           (self.separator, {name: SEPARATOR_NAMES[name] for name in SEPARATORS}),
                           (self.dates, DATE_NAMES), (self.match, MATCH_NAMES)):  # fmt: skip
            for value, title in names.items():
                box.addItem(tr(title), value)
        self.header = QSpinBox()
        self.header.setRange(1, HEADERS)
        self.people, self.clears = CheckBox(), CheckBox(tr("Empty cells empty the field"))
        self.date_hint = Text(wrap=True, scale=SMALL, role="amber")
        self.people_hint = Text(wrap=True, scale=SMALL, role="muted")
        self.kind.activated.connect(self._choose_kind)
        self.sheet.activated.connect(lambda: self._ask(sheet=self.sheet.currentIndex()))
        self.encoding.activated.connect(lambda: self._ask(encoding=self.encoding.currentData(), separator=""))
        self.separator.activated.connect(lambda: self._ask(separator=self.separator.currentData()))
        self.header.valueChanged.connect(lambda number: self._ask(header=number - 1))
        self.dates.activated.connect(lambda: self._ask(keep=True, date_order=self.dates.currentData()))
        self.match.activated.connect(lambda: self._ask(keep=True, match=self.match.currentData()))
        self.people.toggled.connect(lambda on: self._ask(keep=True, new_people=on))
        self.clears.toggled.connect(lambda on: self._ask(keep=True, clears=on))

    def _boxes(self) -> tuple[QComboBox, ...]:
        return (self.kind, self.sheet, self.encoding, self.separator, self.dates, self.match)

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.addRow(tr("&Read as"), self.kind)
        self._form.addRow(tr("&Sheet"), self.sheet)
        self._form.addRow(tr("&Encoding"), self.encoding)
        self._form.addRow(tr("Se&parator"), self.separator)
        self._form.addRow(tr("&Header row"), self.header)
        self._form.addRow(tr("&Dates"), self.dates)
        self._form.addRow(self.date_hint)
        self._form.addRow(tr("A row &changes"), self.match)
        self._form.addRow(self.clears)
        self._form.addRow(self.people)
        self._form.addRow(self.people_hint)
        self._map = QFormLayout()
        self._map.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._map.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, em(0.6), 0)
        column.addLayout(self._form)
        column.addWidget(Text(tr("Columns of the file"), bold=True))
        column.addLayout(self._map)
        column.addStretch(1)
        scroll = scrolled(inner, sideways=False)
        self._inner, self._scroll = inner, scroll
        self.view = PreviewTable()
        self.model = self.view.preview
        row = QHBoxLayout()
        scroll.setMaximumWidth(em(24))
        row.addWidget(scroll, 2)
        row.addWidget(self.view, 3)
        self.column.addLayout(row, 1)
        self.told = Text(wrap=True)
        self.column.addWidget(self.told)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.go_on = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.go_on.setText(tr("Import"))

    # -- choosing ---------------------------------------------------------------------------------

    def _choose_kind(self) -> None:
        chosen = self.kind.currentData()
        self._new_project = chosen == NEW_PROJECT
        self._ask(key=TASKS if chosen == NEW_PROJECT else chosen, match="", header=None)

    def _ask(self, *, keep: bool = False, **wishes: Any) -> None:
        """Read the file again with other wishes; the columns are guessed anew unless they are kept."""
        if self._filling:
            return
        if not keep:
            self._lent.clear()
            wishes = {"columns": None, "date_order": ""} | ({"header": None} if "header" not in wishes else {}) | wishes
        self._wishes = dataclasses.replace(self._wishes, **wishes)
        if self._is_reading or (wishes.keys() & READ_ANEW and self._most > SHORT):
            self._read_anew(reading=True)
            self.told.setText(tr("All rows are being read …"))
            self.go_on.setEnabled(False)
            self._reading.make_ready(partial(self._table.read, self._wishes))
        else:
            self._show_again()

    def _show_again(self) -> None:
        """Show the file as it is wished now."""
        self._read_anew(reading=False)
        if self._refresh():  # otherwise what was asked for stays in sight beside the reason
            self._fill_options()

    def _read_anew(self, *, reading: bool) -> None:
        """While the file itself is read again, nothing is known of its columns."""
        self._is_reading = reading
        for box in self._columns:
            box.setEnabled(not reading)

    def _map_column(self, column: int, field: str) -> None:
        """Give a column its field, and take the field from the one that had it.

        Keys walk through a list value by value: what was taken on the way is given back.
        """
        kept: Mapping[int, str] = (self.seen.wishes.columns if self.seen else None) or {}
        columns = {at: name for at, name in kept.items() if name != field and at != column}
        owner, lent = self._lent.pop(column, (column, ""))
        if lent and lent != field and owner not in columns and lent not in columns.values():
            columns[owner] = lent
        for at, name in kept.items():
            if name == field and at != column:
                self._lent[column] = (at, field)
        if field:
            columns[column] = field
        order = self._wishes.date_order if self._wishes.columns is not None else ""
        self._ask(keep=True, columns=dict(sorted(columns.items())), date_order=order)

    # -- showing ----------------------------------------------------------------------------------

    def _refresh(self) -> bool:
        """Read the first rows again; False where that cannot be done, and the reason is told."""
        into = None if self._new_project else self._workspace
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.seen = self._table.preview(self._wishes, into)
            self._wishes = dataclasses.replace(self._wishes, key=self.seen.wishes.key)
            self._tell(self.seen)
        except Rejected as refusal:
            if self.seen is None:
                self._reading.retire()
                raise
            self._reading.call_off()
            self.model.show(None)
            self.told.setText(breakable(explain(refusal, words())))
            self.go_on.setEnabled(False)
            return False
        finally:
            QApplication.restoreOverrideCursor()
        self._most = max(self._most, self.seen.total)
        self.view.show_preview(self.seen)
        self._reading.call_off()
        if not self.seen.whole and not self.seen.missing:
            self._reading.start(self._table.whole(self.seen.wishes, into))
        return True

    def _show_whole(self, seen: TablePreview) -> None:
        """All rows were read meanwhile: what is known of them is told, and nothing moves."""
        self.seen = seen
        self.view.show_more(seen)
        self._tell(seen)
        self._fill_people(seen)

    def _broken(self, error: Exception) -> None:
        raise error

    def _tell(self, seen: TablePreview) -> None:
        if seen.missing:
            field = tr(seen.fields[seen.missing[0]])
            self.told.setText(tr("Choose the column that holds “{field}”.", field=field))
        else:
            parts = [tr("Rows: {n}", n=seen.total)]
            if seen.whole:
                parts += [tr(title, n=seen.counts[code]) for code, title in COUNTED.items() if seen.counts.get(code)]
            else:
                parts.append(tr("All rows are being read …"))
            if seen.whole and seen.unreadable:
                parts.append(tr("Cells that cannot be read and are left empty: {n}", n=seen.unreadable))
            self.told.setText(" · ".join(parts))
        takes = seen.counts.get(ADDED, 0) + seen.counts.get(UPDATED, 0)
        self.go_on.setEnabled(bool(takes) and not seen.missing)

    def _fill_options(self) -> None:
        seen = self.seen
        if seen is None:
            return
        self._filling = True
        wishes, register = seen.wishes, seen.wishes.key != TASKS
        self.kind.setCurrentIndex(self.kind.findData(NEW_PROJECT if self._new_project else wishes.key))
        self.sheet.clear()
        self.sheet.addItems([name[:60] for name in seen.sheets])
        self.sheet.setCurrentIndex(wishes.sheet or 0)
        for box, value in ((self.encoding, wishes.encoding), (self.separator, wishes.separator),
                           (self.dates, wishes.date_order or YEAR_FIRST), (self.match, wishes.match)):  # fmt: skip
            box.setCurrentIndex(box.findData(value))
        self.header.setValue((wishes.header or 0) + 1)
        self.date_hint.setText(tr("The dates can be read in two ways. Please compare them with the preview."))
        text = not seen.sheets
        for widget, shown in (
            (self.sheet, len(seen.sheets) > 1), (self.encoding, text), (self.separator, text),
            (self.dates, bool(wishes.date_order)), (self.date_hint, seen.dates_ambiguous), (self.match, register),
            (self.clears, register),
        ):  # fmt: skip
            self._form.setRowVisible(widget, shown)
        self._fill_people(seen)
        self._fill_map(seen)
        self._filling = False
        self._scroll.setMinimumWidth(min(self._inner.minimumSizeHint().width() + em(1), em(24)))

    def _fill_people(self, seen: TablePreview) -> None:
        people = seen.unknown_people
        self.people.setText(tr("Add unknown people as stakeholders ({n})", n=len(people)))
        more = " …" if len(people) > NAMED else ""
        self.people_hint.setText(breakable(tr(", ", "list").join(people[:NAMED]) + more))
        for widget in (self.people, self.people_hint):
            self._form.setRowVisible(widget, seen.wishes.key != TASKS and bool(people))

    def _fill_map(self, seen: TablePreview) -> None:
        chosen = seen.wishes.columns or {}
        same = len(self._columns) == len(seen.titles) and all(
            box.property("key") == seen.wishes.key and box.property("title") == title
            for box, title in zip(self._columns, seen.titles, strict=True)
        )
        if not same:
            while self._map.rowCount():
                self._map.removeRow(0)
            self._columns = [self._column_box(at, title, seen) for at, title in enumerate(seen.titles)]
        for at, box in enumerate(self._columns):
            box.setCurrentIndex(max(box.findData(chosen.get(at, "")), 0))

    def _column_box(self, at: int, title: str, seen: TablePreview) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.setProperty("key", seen.wishes.key)
        box.setProperty("title", title)
        box.addItem(tr("– leave out –"), "")
        for name, shown in seen.fields.items():
            box.addItem(tr(shown), name)
        named = " ".join(title.split())[:40] or tr("Column {n}", n=at + 1)
        box.setAccessibleName(named)
        box.activated.connect(lambda: self._map_column(at, str(box.currentData())))
        self._map.addRow(Text(breakable(named), wrap=False), box)
        return box

    @property
    def columns(self) -> list[QComboBox]:
        """What each column of the file is, in order."""
        return self._columns

    def accept(self) -> None:
        if self.go_on.isEnabled() and self.seen is not None:
            wishes, new = self.seen.wishes, self._new_project
            super().accept()  # first, because what asks for the place of a new project is modal too
            self.decided.emit(wishes, new)
