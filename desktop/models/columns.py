"""Columns of a register: declared fields, and values that are computed from the records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import Qt

from desktop.domain.project import Project
from desktop.domain.record import Kind, Record, Spec
from desktop.models.workspace import Workspace

_RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter.value)
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_ALIGNMENTS = {
    Kind.INTEGER: _RIGHT, Kind.PERCENT: _RIGHT, Kind.MONEY: _RIGHT, Kind.MINUTES: _RIGHT, Kind.SCALE: _CENTRE,
}  # fmt: skip
READ_ONLY = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = READ_ONLY | Qt.ItemFlag.ItemIsEditable
_CHECKABLE = READ_ONLY | Qt.ItemFlag.ItemIsUserCheckable


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


def default_columns(kind: type[Record], workspace: Workspace) -> tuple[Column, ...]:
    """The number and every field that people see."""
    fields = [spec for spec in kind.info.columns() if workspace.shows(kind.info.key, spec)]
    return (kind.info.specs["number"], *fields)


def flags_of(column: Column) -> Qt.ItemFlag:
    if isinstance(column, Derived) or column.internal or column.kind is Kind.ROWS:
        return READ_ONLY
    return _CHECKABLE if column.kind is Kind.FLAG else _EDITABLE


def alignment_of(column: Column) -> int:
    if isinstance(column, Derived):
        return column.alignment
    return _LEFT if column.name == "number" else _ALIGNMENTS.get(column.kind, _LEFT)
