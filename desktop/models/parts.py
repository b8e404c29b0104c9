"""The parts of one field of a record (agenda items, options) as a Qt table."""

from __future__ import annotations

import dataclasses
from typing import Any, cast

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from desktop.domain.commands.records import SetFields
from desktop.domain.display import display
from desktop.domain.record import Part, Record, Spec
from desktop.domain.rejection import Rejected
from desktop.i18n import tr, words
from desktop.models.cells import DISPLAY, EDIT, ROOT, TOOL_TIP, VALUE, Index, one_line, plain_tip
from desktop.models.workspace import Workspace

_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsEditable


class PartsModel(QAbstractTableModel):
    """Rows are the parts, columns their declared fields; every edit replaces the field of the record."""

    def __init__(self, workspace: Workspace, spec: Spec, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.spec = workspace, spec
        self._kind = cast("Any", spec.part)
        self.columns: tuple[Spec, ...] = tuple(self._kind.specs.values())
        self._record: Record | None = None
        self._parts: tuple[Part, ...] = ()

    def show(self, record: Record) -> None:
        """Show the parts of ``record`` as they stand."""
        parts = getattr(record, self.spec.name)
        same = self._record is not None and self._record.id == record.id and len(parts) == len(self._parts)
        if same:
            self._record, self._parts = record, parts
            if parts:
                self.dataChanged.emit(self.index(0, 0), self.index(len(parts) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._record, self._parts = record, parts
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._parts)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role not in {DISPLAY, EDIT, TOOL_TIP, VALUE} or not index.isValid():
            return None
        part, spec = self._parts[index.row()], self.columns[index.column()]
        if role == VALUE:
            return getattr(part, spec.name)
        text = display(self.workspace.project, part, spec, words())
        if role == TOOL_TIP:
            return plain_tip(text)
        return one_line(text) if role == DISPLAY else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if role == DISPLAY and orientation is Qt.Orientation.Horizontal and section < len(self.columns):
            return tr(self.columns[section].title)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def spec_at(self, index: Index) -> Spec | None:
        return self.columns[index.column()]

    def holder_at(self, index: Index) -> Part:
        return self._parts[index.row()]

    def store(self, index: Index, value: Any) -> Rejected | None:
        """Change one field of one part."""
        part, spec = self._parts[index.row()], self.columns[index.column()]
        if value == getattr(part, spec.name):
            return None
        changed: Any = dataclasses.replace(part, **{spec.name: value})
        return self._replace((*self._parts[: index.row()], changed, *self._parts[index.row() + 1 :]))

    def add(self) -> Rejected | None:
        """One empty part more, at the end."""
        return self._replace((*self._parts, self._kind()))

    def remove(self, row: int) -> Rejected | None:
        """Take away the part at ``row``."""
        return self._replace((*self._parts[:row], *self._parts[row + 1 :]))

    def _replace(self, parts: tuple[Part, ...]) -> Rejected | None:
        if self._record is None:
            return Rejected("gone")
        record = self._record
        return self.workspace.attempt(SetFields(record.info.key, (record.id,), {self.spec.name: parts}))
