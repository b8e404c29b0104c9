"""One register as a Qt table, made from the declaration of its record type.

Ids are filtered and sorted here, in Python, and texts are made once per cell: a proxy model over
a Python model asks ``data`` hundreds of thousands of times to sort ten thousand rows. Sorting and
filtering never touch what is stored. A :class:`ChangeSet` becomes the fewest begin/end calls that
lead to the new rows, so selections, editors and scroll positions survive every edit.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QCollatorSortKey,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.domain.changes import Change, ChangeSet
from desktop.domain.commands.communication import AssignPeople
from desktop.domain.commands.records import SetFields
from desktop.domain.display import display
from desktop.domain.filters import NamedFilter
from desktop.domain.project import Project
from desktop.domain.promises import NewPerson
from desktop.domain.reading import read_value
from desktop.domain.record import Kind, Record, Spec
from desktop.domain.rejection import Rejected
from desktop.i18n import tr, words
from desktop.models.workspace import Workspace

# Roles arrive as plain integers; spelled-out enums would cost ten times as much per cell.
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
EDIT = int(Qt.ItemDataRole.EditRole)
TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
CHECKED = int(Qt.ItemDataRole.CheckStateRole)
ACCESSIBLE_TEXT = int(Qt.ItemDataRole.AccessibleTextRole)
VALUE = int(Qt.ItemDataRole.UserRole)
"""The value itself, and in ``setData`` a value instead of a text to be read."""
_ANSWERED = frozenset({DISPLAY, EDIT, TOOL_TIP, ALIGNMENT, CHECKED, ACCESSIBLE_TEXT, VALUE})

_RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_ALIGNMENTS = {
    Kind.INTEGER: _RIGHT, Kind.PERCENT: _RIGHT, Kind.MONEY: _RIGHT, Kind.MINUTES: _RIGHT, Kind.SCALE: _CENTRE,
}  # fmt: skip
_READ_ONLY = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _READ_ONLY | Qt.ItemFlag.ItemIsEditable
_CHECKABLE = _READ_ONLY | Qt.ItemFlag.ItemIsUserCheckable

CELL_LIMIT = 300
"""Characters of a text that a cell shows; the form shows all of them."""
TIP_LIMIT = 2000
RESET_FROM = 64
"""A filter that cuts the rows into more pieces than this is answered with one reset."""

ROOT = QModelIndex()
Index: TypeAlias = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Derived:
    """A column that is computed and cannot be edited, such as a risk's score."""

    name: str
    title: str
    text: Callable[[Project, Any], str]
    key: Callable[[Project, Any], Any]
    """What to sort by; None is empty and comes last."""
    sources: frozenset[str] = frozenset()
    """Keys of other tables that the value is made of."""
    alignment: int = _CENTRE


Column: TypeAlias = Spec | Derived


def plain_tip(text: str) -> str:
    """``text`` so that a tool tip shows it literally; tool tips take anything like markup for markup."""
    shown = text if len(text) <= TIP_LIMIT else text[: TIP_LIMIT - 1] + "…"
    return f'<p style="white-space: pre-wrap">{html.escape(shown)}</p>' if shown else ""


def one_line(text: str) -> str:
    """``text`` as a cell shows it."""
    head = text[:CELL_LIMIT]
    line = head if head.isprintable() else " ".join(head.split())
    return line + "…" if len(text) > CELL_LIMIT else line


class RecordTableModel(QAbstractTableModel):
    """Rows are records of one type, columns its fields (the number first) and derived values.

    ``counted`` says that :attr:`total` or the number of rows has changed.
    """

    counted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        kind: type[Record],
        columns: Sequence[Column] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.kind = kind
        self.columns: tuple[Column, ...] = tuple(columns) if columns is not None else default_columns(kind)
        self._flags = [_flags(column) for column in self.columns]
        self._alignments = [_alignment(column) for column in self.columns]
        self._titles = [tr(column.title) for column in self.columns]
        self._collator = QCollator(QLocale(words().language))
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._sort: tuple[int, bool] | None = None
        self._needles: tuple[str, ...] = ()
        self._tests: tuple[Callable[[Record], bool], ...] = ()
        self._texts: dict[str, list[str | None]] = {}
        self._haystacks: dict[str, str] = {}
        self._sort_keys: dict[str, Any] = {}
        self._rows: dict[str, int] | None = None
        self._records: dict[str, Record] = dict(workspace.project.rows(kind.info.key))
        self._ids: list[str] = self._wanted()
        workspace.changed.connect(self._take)

    # -- what Qt asks ---------------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role not in _ANSWERED or not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == DISPLAY:
            return self._text(self._ids[row], column)
        if role == ALIGNMENT:
            return self._alignments[column]
        record, what = self._records[self._ids[row]], self.columns[column]
        if role == CHECKED:
            if isinstance(what, Spec) and what.kind is Kind.FLAG:
                return Qt.CheckState.Checked if getattr(record, what.name) else Qt.CheckState.Unchecked
            return None
        if role == VALUE:
            return getattr(record, what.name) if isinstance(what, Spec) else None
        whole = self._whole(record, what)
        if role == TOOL_TIP:
            return plain_tip(whole) if len(whole) > 24 or "\n" in whole else None
        return whole

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if role == DISPLAY and orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._titles):
            return self._titles[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return self._flags[index.column()] if index.isValid() else Qt.ItemFlag.NoItemFlags

    def setData(self, index: Index, value: Any, role: int = EDIT) -> bool:
        """Change one field through a command. A text is read first; with role VALUE it is the value."""
        if role == CHECKED:
            value, role = Qt.CheckState(value) is Qt.CheckState.Checked, VALUE
        spec = self.spec_at(index) if index.isValid() else None
        if role not in {EDIT, VALUE} or spec is None:
            return False
        refusal: Rejected | None
        try:
            if role == EDIT:
                today = self.workspace.session.now().date()
                value = read_value(self.workspace.project, self.record(index.row()), spec, str(value), today)
            refusal = self.store(index, value)
        except Rejected as unreadable:
            refusal = unreadable
        if refusal is not None:
            self.workspace.rejected.emit(refusal)
        return refusal is None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column, empty values last; by number for column -1. Nothing stored changes."""
        wanted = (column, order is Qt.SortOrder.DescendingOrder) if 0 <= column < len(self.columns) else None
        if wanted != self._sort:
            self._sort = wanted
            self._sort_keys.clear()
            self._rearrange()

    # -- for views ------------------------------------------------------------------------------

    @property
    def total(self) -> int:
        """How many records there are, shown or not."""
        return len(self._records)

    @property
    def ids(self) -> Sequence[str]:
        """Ids of the rows in the order shown; do not change it."""
        return self._ids

    def record(self, row: int) -> Record:
        return self._records[self._ids[row]]

    def row_of(self, identity: str) -> int:
        """The row that shows this record, or -1."""
        if self._rows is None:
            self._rows = {each: row for row, each in enumerate(self._ids)}
        return self._rows.get(identity, -1)

    def column_of(self, name: str) -> int:
        """The column of a field or derived value, or -1."""
        return next((at for at, column in enumerate(self.columns) if column.name == name), -1)

    def spec_at(self, index: Index) -> Spec | None:
        """The field that can be edited at ``index``, or None."""
        what = self.columns[index.column()]
        return what if isinstance(what, Spec) and self._flags[index.column()] is not _READ_ONLY else None

    def holder_at(self, index: Index) -> Record:
        """The record whose field stands at ``index``."""
        return self.record(index.row())

    def store(self, index: Index, value: Any) -> Rejected | None:
        """Change the field at ``index``; the refusal is for the editor that is open."""
        spec = self.spec_at(index)
        return commit(self.workspace, self.record(index.row()), spec, value) if spec else None

    def set_text_filter(self, text: str) -> None:
        """Show only records that contain every word of ``text`` in any field; "" shows all."""
        needles = tuple(text.casefold().split())
        if needles != self._needles:
            self._needles = needles
            self._rearrange()

    def set_filters(self, filters: Iterable[NamedFilter], *more: Callable[[Record], bool]) -> None:
        """Show only records that pass every filter, as of today."""
        today = self.workspace.session.now().date()

        def tester(chosen: NamedFilter) -> Callable[[Record], bool]:
            return lambda record: chosen.test(record, today)

        self._tests = (*(tester(chosen) for chosen in filters), *more)
        self._rearrange()

    def count(self, chosen: NamedFilter) -> int:
        """How many records pass ``chosen`` today, whatever is shown."""
        today = self.workspace.session.now().date()
        return sum(1 for record in self._records.values() if chosen.test(record, today))

    # -- texts ----------------------------------------------------------------------------------

    def _text(self, identity: str, column: int) -> str:
        row = self._texts.get(identity)
        if row is None:
            row = self._texts[identity] = [None] * len(self.columns)
        text = row[column]
        if text is None:
            what = self.columns[column]
            hidden = isinstance(what, Spec) and what.kind is Kind.FLAG  # a check box says it
            text = row[column] = "" if hidden else one_line(self._whole(self._records[identity], what))
        return text

    def _whole(self, record: Record, what: Column) -> str:
        if isinstance(what, Derived):
            return what.text(self.workspace.project, record)
        return display(self.workspace.project, record, what, words())

    def _haystack(self, record: Record) -> str:
        found = self._haystacks.get(record.id)
        if found is None:
            project, translate = self.workspace.project, words()
            texts = [display(project, record, spec, translate) for spec in record.info.columns()]
            found = self._haystacks[record.id] = "\n".join([record.code, *texts]).casefold()
        return found

    # -- rows -----------------------------------------------------------------------------------

    def _passes(self, record: Record) -> bool:
        if not all(test(record) for test in self._tests):
            return False
        return not self._needles or all(needle in self._haystack(record) for needle in self._needles)

    def _wanted(self) -> list[str]:
        """Ids to show, in order."""
        shown = [record for record in self._records.values() if self._passes(record)]
        shown.sort(key=lambda record: (record.number, record.id))
        if self._sort is not None:
            column, descending = self._sort
            filled = [record for record in shown if self._key(record, column) is not None]
            empty = [record for record in shown if self._key(record, column) is None]
            filled.sort(key=lambda record: self._key(record, column), reverse=descending)
            shown = filled + empty
        return [record.id for record in shown]

    def _key(self, record: Record, column: int) -> Any:
        if record.id not in self._sort_keys:
            self._sort_keys[record.id] = self._make_key(record, self.columns[column])
        return self._sort_keys[record.id]

    def _make_key(self, record: Record, what: Column) -> Any:
        if isinstance(what, Derived):
            value = what.key(self.workspace.project, record)
            return self._collated(value) if isinstance(value, str) else value
        value = getattr(record, what.name)
        if value is None or value in ("", ()):
            return None
        if what.kind is Kind.CHOICE and what.choices is not None:
            return list(what.choices).index(value) if value in what.choices else len(what.choices)
        if isinstance(value, str | tuple):
            return self._collated(display(self.workspace.project, record, what, words()))
        return value

    def _collated(self, text: str) -> QCollatorSortKey | None:
        return self._collator.sortKey(text[:CELL_LIMIT]) if text else None

    def _rearrange(self) -> None:
        """Bring the rows to what they should be now, keeping all that stay."""
        before = len(self._ids)
        wanted = self._wanted()
        keep, have = set(wanted), set(self._ids)
        doomed = [row for row, each in enumerate(self._ids) if each not in keep]
        born = _runs(row for row, each in enumerate(wanted) if each not in have)
        if len(_runs(doomed)) + len(born) > RESET_FROM:
            self.beginResetModel()
            self._set_ids(wanted)
            self.endResetModel()
        else:
            self._remove(doomed)
            self._reorder([each for each in wanted if each in have])
            for first, last in born:
                self.beginInsertRows(ROOT, first, last)
                self._set_ids(self._ids[:first] + wanted[first : last + 1] + self._ids[first:])
                self.endInsertRows()
        if before != len(self._ids):
            self.counted.emit()

    def _remove(self, rows: Iterable[int]) -> None:
        for first, last in reversed(_runs(rows)):
            self.beginRemoveRows(ROOT, first, last)
            self._set_ids(self._ids[:first] + self._ids[last + 1 :])
            self.endRemoveRows()

    def _set_ids(self, ids: list[str]) -> None:
        self._ids, self._rows = ids, None

    def _reorder(self, wanted: list[str]) -> None:
        if wanted == self._ids:
            return
        move = _single_move(self._ids, wanted)
        if move is not None:
            source, target = move
            self.beginMoveRows(ROOT, source, source, ROOT, target + (target > source))
            self._set_ids(wanted)
            self.endMoveRows()
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        owners = [self._ids[index.row()] for index in old]
        self._set_ids(wanted)
        self.changePersistentIndexList(
            old, [self.index(self.row_of(owner), index.column()) for owner, index in zip(owners, old, strict=True)]
        )
        self.layoutChanged.emit()

    # -- changes --------------------------------------------------------------------------------

    def _take(self, changes: ChangeSet) -> None:
        own = changes.of(self.kind.info.key)
        stale = self._stale_columns(changes)
        if not own and not stale:
            return
        total = len(self._records)
        gone = {change.id for change in own if change.after is None}
        self._remove(row for row, each in enumerate(self._ids) if each in gone)
        for change in own:
            self._forget(change.id)
            if change.after is None:
                self._records.pop(change.id, None)
            else:
                self._records[change.id] = change.after
        self._forget_columns(stale)
        self._rearrange()
        self._announce(own, stale)
        if total != len(self._records):
            self.counted.emit()

    def _forget(self, identity: str) -> None:
        self._texts.pop(identity, None)
        self._haystacks.pop(identity, None)
        self._sort_keys.pop(identity, None)

    def _stale_columns(self, changes: ChangeSet) -> list[int]:
        """Columns that show something of other records which have changed."""
        touched = changes.keys()
        if "project" in touched:
            return list(range(len(self.columns)))
        renamed = {key for key in touched if any(_renamed(change) for change in changes.of(key))}
        found = []
        for at, column in enumerate(self.columns):
            if isinstance(column, Derived):
                if column.sources & touched:
                    found.append(at)
            elif column.to in renamed or (column.part is not None and renamed):
                found.append(at)
        return found

    def _forget_columns(self, stale: list[int]) -> None:
        if not stale:
            return
        self._haystacks.clear()
        self._sort_keys.clear()
        for texts in self._texts.values():
            for column in stale:
                texts[column] = None

    def _announce(self, own: tuple[Change, ...], stale: list[int]) -> None:
        last = len(self.columns) - 1
        changed = sorted(row for change in own if change.before and (row := self.row_of(change.id)) >= 0)
        for first, final in _runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(final, last))
        if stale and self._ids:
            self.dataChanged.emit(self.index(0, stale[0]), self.index(len(self._ids) - 1, stale[-1]))


def commit(workspace: Workspace, record: Record, spec: Spec, value: Any) -> Rejected | None:
    """Store one field through a command; people who are new come onto the register with it.

    Gives the refusal to the caller, who explains it where the person is writing.
    """
    people = value if isinstance(value, tuple) else (value,)
    if any(isinstance(person, NewPerson) for person in people):
        return workspace.attempt(AssignPeople(record.info.key, (record.id,), spec.name, people))
    if value == getattr(record, spec.name):
        return None
    return workspace.attempt(SetFields(record.info.key, (record.id,), {spec.name: value}))


def default_columns(kind: type[Record]) -> tuple[Column, ...]:
    """The number and every field that people see."""
    return (kind.info.specs["number"], *kind.info.columns())


def _flags(column: Column) -> Qt.ItemFlag:
    if isinstance(column, Derived) or column.internal or column.kind is Kind.ROWS:
        return _READ_ONLY
    return _CHECKABLE if column.kind is Kind.FLAG else _EDITABLE


def _alignment(column: Column) -> int:
    if isinstance(column, Derived):
        return column.alignment
    return _LEFT if column.name == "number" else _ALIGNMENTS.get(column.kind, _LEFT)


def _renamed(change: Change) -> bool:
    before, after = change.before, change.after
    return before is None or after is None or before.name_text != after.name_text


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Ascending rows as runs of neighbours: (first, last)."""
    found = []
    for _, group in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        run = [row for _, row in group]
        found.append((run[0], run[-1]))
    return found


def _single_move(before: list[str], after: list[str]) -> tuple[int, int] | None:
    """(from, to) when taking out one row and putting it back elsewhere makes ``after``."""
    first = next(at for at, (one, other) in enumerate(zip(before, after, strict=True)) if one != other)
    last = next(at for at in range(len(before) - 1, -1, -1) if before[at] != after[at])
    if before[first + 1 : last + 1] == after[first:last]:
        return first, last
    if before[first:last] == after[first + 1 : last + 1]:
        return last, first
    return None
