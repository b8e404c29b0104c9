"""What every table answers about a cell: roles, and texts that are safe and short enough to show."""

from __future__ import annotations

import html
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

# Roles arrive as plain integers; spelled-out enums would cost ten times as much per cell.
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
EDIT = int(Qt.ItemDataRole.EditRole)
TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
CHECKED = int(Qt.ItemDataRole.CheckStateRole)
ACCESSIBLE_TEXT = int(Qt.ItemDataRole.AccessibleTextRole)
VALUE = int(Qt.ItemDataRole.UserRole)
"""The value itself, and in ``setData`` a value instead of a text to be read."""

ROOT = QModelIndex()
Index: TypeAlias = QModelIndex | QPersistentModelIndex

CELL_LIMIT = 300
"""Characters of a text that a cell shows; the form shows all of them."""
TIP_LIMIT, TIP_LINES = 500, 12
"""Characters and lines of a tool tip: what covers half a table helps nobody."""


def plain_tip(text: str, *, whole: bool = False) -> str:
    """``text`` so that a tool tip shows it literally; tool tips take anything like markup for markup.

    Cut to a few lines unless the ``whole`` of it stands nowhere else.
    """
    shown = text
    if not whole:
        lines = text[:TIP_LIMIT].split("\n")
        shown = "\n".join(lines[:TIP_LINES]).rstrip()
        if len(text) > TIP_LIMIT or len(lines) > TIP_LINES:
            shown += "…"
    return f'<p style="white-space: pre-wrap">{html.escape(shown)}</p>' if shown else ""


def one_line(text: str) -> str:
    """``text`` as a cell shows it."""
    head = text[:CELL_LIMIT]
    line = head if head.isprintable() else " ".join(head.split())
    return line + "…" if len(text) > CELL_LIMIT else line
