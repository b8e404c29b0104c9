"""One register as a Qt table, made from the declaration of its record type.

Ids are filtered and sorted in Python, and texts are made once per cell: a proxy model over a
Python model asks ``data`` hundreds of thousands of times to sort ten thousand rows. Sorting and
filtering never touch what is stored. A :class:`ChangeSet` becomes the fewest begin/end calls that
lead to the new rows, so selections, editors and scroll positions survive every edit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from desktop.domain.changes import Change, ChangeSet
from desktop.domain.commands.communication import AssignPeople
from desktop.domain.commands.records import SetFields
from desktop.domain.display import display
from desktop.domain.filters import NamedFilter
from desktop.domain.promises import NewPerson
from desktop.domain.reading import read_value
from desktop.domain.record import Kind, Record, Spec
from desktop.domain.rejection import Rejected
from desktop.i18n import tr, words
from desktop.models.cells import (
    ACCESSIBLE_TEXT,
    ALIGNMENT,
    CHECKED,
    DISPLAY,
    EDIT,
    ROOT,
    TOOL_TIP,
    VALUE,
    Index,
    one_line,
    plain_tip,
)
from desktop.models.columns import READ_ONLY, Column, Derived, alignment_of, default_columns, flags_of
from desktop.models.order import RecordOrder
from desktop.models.rows import rearrange, runs
from desktop.models.workspace import Workspace

RESET_FROM = 64
"""A filter that cuts the rows into more pieces than this is answered with one reset."""
_ANSWERED = frozenset({DISPLAY, EDIT, TOOL_TIP, ALIGNMENT, CHECKED, ACCESSIBLE_TEXT, VALUE})


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
        self.columns: tuple[Column, ...] = tuple(columns) if columns is not None else default_columns(kind, workspace)
        self._flags = [flags_of(column) for column in self.columns]
        self._alignments = [alignment_of(column) for column in self.columns]
        self._titles = [tr(column.title) for column in self.columns]
        self._order = RecordOrder(workspace, self.columns)
        self._texts: dict[str, list[str | None]] = {}
        self._rows: dict[str, int] | None = None
        self._records: dict[str, Record] = dict(workspace.project.rows(kind.info.key))
        self._ids: list[str] = self._order.arrange(self._records.values())
        self._filters: tuple[NamedFilter, ...] = ()
        self._more: tuple[Callable[[Record], bool], ...] = ()
        workspace.changed.connect(self._take)
        workspace.day_turned.connect(self._turn_day)

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
        self.workspace.settle()
        wanted = (column, order is Qt.SortOrder.DescendingOrder) if 0 <= column < len(self.columns) else None
        if self._order.sort_by(wanted):
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
        return what if isinstance(what, Spec) and self._flags[index.column()] is not READ_ONLY else None

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
        if needles != self._order.needles:
            self._order.needles = needles
            self._rearrange()

    def set_filters(self, filters: Iterable[NamedFilter], *more: Callable[[Record], bool]) -> None:
        """Show only records that pass every filter, as of today."""
        self._filters, self._more = tuple(filters), more
        today = self.workspace.session.now().date()

        def tester(chosen: NamedFilter) -> Callable[[Record], bool]:
            return lambda record: chosen.test(record, today)

        self._order.tests = (*(tester(chosen) for chosen in self._filters), *more)
        self._rearrange()

    def _turn_day(self) -> None:
        """What counts from today reads and passes the filters otherwise."""
        self._texts.clear()
        self.set_filters(self._filters, *self._more)
        self.counted.emit()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

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

    # -- rows -----------------------------------------------------------------------------------

    def _rearrange(self) -> None:
        """Bring the rows to what they should be now, keeping all that stay."""
        before = len(self._ids)
        wanted = self._order.arrange(self._records.values())
        keep, have = set(wanted), set(self._ids)
        cuts = len(runs(row for row, each in enumerate(self._ids) if each not in keep))
        cuts += len(runs(row for row, each in enumerate(wanted) if each not in have))
        if cuts > RESET_FROM:
            self.beginResetModel()
            self._set_ids(wanted)
            self.endResetModel()
        else:
            rearrange(self, self._ids, wanted)
        if before != len(self._ids):
            self.counted.emit()

    def remove_run(self, first: int, last: int) -> None:
        self.beginRemoveRows(ROOT, first, last)
        self._set_ids(self._ids[:first] + self._ids[last + 1 :])
        self.endRemoveRows()

    def insert_run(self, first: int, ids: Sequence[str]) -> None:
        self.beginInsertRows(ROOT, first, first + len(ids) - 1)
        self._set_ids([*self._ids[:first], *ids, *self._ids[first:]])
        self.endInsertRows()

    def move_run(self, first: int, last: int, to: int) -> None:
        self.beginMoveRows(ROOT, first, last, ROOT, to)
        block, rest = self._ids[first : last + 1], self._ids[:first] + self._ids[last + 1 :]
        place = to - len(block) if to > first else to
        self._set_ids(rest[:place] + block + rest[place:])
        self.endMoveRows()

    def reorder(self, ids: Sequence[str]) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        owners = [self._ids[index.row()] for index in old]
        self._set_ids(list(ids))
        self.changePersistentIndexList(
            old, [self.index(self.row_of(owner), index.column()) for owner, index in zip(owners, old, strict=True)]
        )
        self.layoutChanged.emit()

    def _set_ids(self, ids: list[str]) -> None:
        self._ids, self._rows = ids, None

    # -- changes --------------------------------------------------------------------------------

    def _take(self, changes: ChangeSet) -> None:
        own = changes.of(self.kind.info.key)
        stale = self._stale_columns(changes)
        if not own and not stale:
            return
        total = len(self._records)
        gone = {change.id for change in own if change.after is None}
        for first, last in reversed(runs(row for row, each in enumerate(self._ids) if each in gone)):
            self.remove_run(first, last)
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
        self._order.forget(identity)

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
        self._order.forget_all()
        for texts in self._texts.values():
            for column in stale:
                texts[column] = None

    def forget_derived(self) -> None:
        """Ask for the computed columns anew: what they are made of is known now."""
        stale = [at for at, column in enumerate(self.columns) if isinstance(column, Derived)]
        self._forget_columns(stale)
        self._rearrange()
        self._announce((), stale)

    def _announce(self, own: tuple[Change, ...], stale: list[int]) -> None:
        last = len(self.columns) - 1
        changed = sorted(row for change in own if change.before and (row := self.row_of(change.id)) >= 0)
        for first, final in runs(changed):
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


def _renamed(change: Change) -> bool:
    before, after = change.before, change.after
    return before is None or after is None or before.name_text != after.name_text
