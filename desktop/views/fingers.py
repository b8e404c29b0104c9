"""Keys and fields that a finger finds, for a screen that is touched: what the style makes smaller is made larger."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStyle, QStyleOption, QWidget

from desktop.views.grown import GrownStyle

FINGER = 44
"""Pixels that a finger needs either way, whatever the size of the text."""
_Contents = QStyle.ContentsType
_SQUARE = frozenset({_Contents.CT_ToolButton, _Contents.CT_PushButton})
_HIGH = frozenset(
    {
        _Contents.CT_LineEdit, _Contents.CT_ComboBox, _Contents.CT_CheckBox, _Contents.CT_RadioButton,
        _Contents.CT_SpinBox, _Contents.CT_MenuItem, _Contents.CT_MenuBarItem, _Contents.CT_TabBarTab,
    }
)  # fmt: skip


class FingerStyle(GrownStyle):
    """Fusion grown with the text, with room for fingers."""

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        found = super().sizeFromContents(kind, option, size, widget)
        if kind in _SQUARE:
            return found.expandedTo(QSize(FINGER, FINGER))
        return found.expandedTo(QSize(0, FINGER)) if kind in _HIGH else found
