"""What is being typed in a part of a page is taken before that part shows something else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.models.workspace import Unsettled, Workspace
from desktop.views.records.field import Field
from desktop.views.records.grid import EditingTable


def flush(workspace: Workspace, place: QWidget) -> None:
    """Commit what is being typed in fields and tables within ``place``; see :func:`flush_parts`."""
    flush_parts(workspace, place.findChildren(Field), place.findChildren(EditingTable))


def flush_parts(workspace: Workspace, fields: Sequence[Field], tables: Sequence[EditingTable] = ()) -> None:
    """Commit what is being typed. What cannot be taken is told to the window, never dropped silently."""
    left: list[Unsettled] = []
    for field in fields:
        field.settle(left)
    for table in tables:
        table.delegate.settle(left)
    for field in fields:
        if field.refusal is not None:
            field.revert()
    for table in tables:
        table.delegate.give_up()
    for each in left:  # last, because every edit takes away what was told before it
        workspace.rejected.emit(each.refusal)
