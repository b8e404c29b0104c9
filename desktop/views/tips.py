"""Tool tips over things that are pressed: the pointer goes through them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QToolTip, QWidget


def show_tip(place: QPoint, text: str, widget: QWidget, area: QRect | None = None) -> None:
    """Show a tip at a place of the screen, none where ``text`` is empty, as long as the pointer is in ``area``.

    Qt's tip is a window that takes the press meant for what lies below it.
    """
    QToolTip.showText(place, text, widget, area if area is not None else QRect())
    if not text:
        return
    for window in QApplication.topLevelWidgets():
        handle = window.windowHandle()
        if window.inherits("QTipLabel") and handle is not None:
            handle.setFlag(Qt.WindowType.WindowTransparentForInput, True)
