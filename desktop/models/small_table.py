"""Rows that belong to one task, with an empty one below them in which more are added by typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QGuiApplication, QPalette

from desktop.domain.record import Record, Spec
from desktop.domain.rejection import Rejected
from desktop.i18n import tr
from desktop.models.cells import ALIGNMENT, DISPLAY, EDIT, ROOT, TOOL_TIP, Index, one_line, plain_tip
from desktop.models.workspace import Workspace

FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_READ_ONLY = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _READ_ONLY | Qt.ItemFlag.ItemIsEditable
_RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)


@dataclass(frozen=True, slots=True)
class Cell:
    """One column: ``spec`` says how it is edited, None where it is only shown."""

    key: str
    title: str
    spec: Spec | None = None
    width: float = 5
    """In heights of the font; 0 takes what the others leave."""
    right: bool = False
    """Whether its texts are amounts."""
    tip: str = ""
    """One sentence for the heading, translatable."""


class SmallTable(QAbstractTableModel):
    """A few records of one owner. Subclasses say what the cells hold and what an edit means."""

    cells: ClassVar[tuple[Cell, ...]]
    invitation: ClassVar[str] = ""
    """Translatable; stands in the first cell of the empty row. "" for a table to which nothing is added."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.owner = ""
        """Id of the task."""
        self._records: list[Record] = []

    # -- for subclasses -------------------------------------------------------------------------

    def text(self, record: Any, key: str) -> str:
        """What a cell shows."""
        raise NotImplementedError

    def blank(self) -> Any:
        """A record that stands for the empty row."""
        raise NotImplementedError

    def change(self, record: Any, key: str, value: Any) -> Rejected | None:
        """Carry out an edit of a cell."""
        raise NotImplementedError

    def add(self, value: Any) -> Rejected | None:
        """Add what was typed into the first cell of the empty row."""
        raise NotImplementedError

    def remove(self, row: int) -> Rejected | None:
        """Take a row away."""
        raise NotImplementedError

    def editable(self, record: Any, key: str) -> bool:
        """Whether a cell of a row can be edited, where its column can."""
        del record, key
        return True

    # -- rows -----------------------------------------------------------------------------------

    def show(self, owner: str, records: Sequence[Record]) -> None:
        """Show these rows; those that stay keep their editors and their selection."""
        before, after = [one.id for one in self._records], [one.id for one in records]
        kept = [one for one in before if one in set(after)]
        if owner != self.owner or after[: len(kept)] != kept:
            self.beginResetModel()
            self.owner, self._records = owner, list(records)
            self.endResetModel()
            return
        for row in reversed(range(len(before))):
            if before[row] not in kept:
                self.beginRemoveRows(ROOT, row, row)
                del self._records[row]
                self.endRemoveRows()
        if len(after) > len(kept):
            self.beginInsertRows(ROOT, len(kept), len(after) - 1)
            self._records = list(records)
            self.endInsertRows()
        self._records = list(records)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.cells) - 1))

    def record(self, row: int) -> Record | None:
        """The record of a row, None for the empty one."""
        return self._records[row] if 0 <= row < len(self._records) else None

    @property
    def count(self) -> int:
        """Rows apart from the empty one."""
        return len(self._records)

    # -- what Qt asks ---------------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._records) + bool(self.invitation)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.cells)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        cell, record = self.cells[index.column()], self.record(index.row())
        if role == ALIGNMENT:
            return _RIGHT if cell.right else None
        if record is None:
            if role == FOREGROUND:
                return QGuiApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
            return tr(self.invitation) if role == DISPLAY and index.column() == 0 else None
        if role not in (DISPLAY, EDIT, TOOL_TIP):
            return None
        text = self.text(record, cell.key)
        return plain_tip(text) if role == TOOL_TIP else one_line(text) if role == DISPLAY else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.cells):
            return None
        cell = self.cells[section]
        if role == DISPLAY:
            return tr(cell.title)
        return plain_tip(tr(cell.tip)) if role == TOOL_TIP and cell.tip else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITABLE if self.spec_at(index) is not None else _READ_ONLY

    # -- what editors ask -----------------------------------------------------------------------

    def spec_at(self, index: Index) -> Spec | None:
        """How a cell is edited, None where it is only shown."""
        cell, record = self.cells[index.column()], self.record(index.row())
        if record is None:
            return cell.spec if index.column() == 0 else None
        return cell.spec if cell.spec is not None and self.editable(record, cell.key) else None

    def holder_at(self, index: Index) -> Any:
        """The record whose field a cell shows."""
        return self.record(index.row()) or self.blank()

    def store(self, index: Index, value: Any) -> Rejected | None:
        """Take what an editor holds."""
        record = self.record(index.row())
        if record is None:
            return self.add(value) if value not in (None, "") else None
        return self.change(record, self.cells[index.column()].key, value)
