"""What a person sees of a window: its texts, and whether they have the room they need."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

from desktop.views.boxes import WrappingBox
from desktop.views.choice import ChoiceButton
from desktop.views.menus import walk
from desktop.views.start import RecentButton

WORD = re.compile(r"[A-Za-z]{3,}")
PLAIN = re.compile(r"<[^>]*>|&(?=\w)|\S*[/\\]\S*|\b[A-Z]{1,3}-\d{3}\b")
"""Markup, marks of mnemonics, paths of files, numbers of records."""
LATIN = frozenset(
    {
        "Ctrl", "Shift", "Alt", "Enter", "Esc", "Tab", "Del", "Ins", "Home", "End", "PgUp", "PgDown", "Space",
        "Pilotage", "pilotage", "English", "Microsoft", "Project", "XML", "PDF", "WBS", "xml", "pdf", "csv", "CSV",
        "Excel", "RACI", "PNG", "SVG",
        "CNY", "HKD", "USD", "EUR", "GBP", "JPY", "SGD", "CHF",
    }
)  # fmt: skip
"""Keys, names, formats and currencies: the same in both languages."""
ROWS, CELL_COLUMNS = 30, 12


def shown(window: QWidget) -> Iterator[QWidget]:
    """The window and every widget in it that is not hidden."""
    yield window
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and not isinstance(widget, QMenu) and widget.window() is window:
            yield widget


def texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """(where, text) of everything that is said: labels, buttons, hints, menus, headers, cells."""
    for widget in shown(window):
        name = type(widget).__name__
        for text in (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()):
            yield f"{name} (tip or name)", text
        if widget.isWindow():
            yield f"{name} (title)", widget.windowTitle()
        for text in _own(widget):
            yield name, text
    if isinstance(window, QMainWindow):
        for menu, action in walk(window.menuBar()):
            yield "menu", menu
            yield "menu", action.text()


def _own(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, (QLineEdit, QPlainTextEdit)):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    elif isinstance(widget, QAbstractItemView):
        yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else min(model.columnCount(), CELL_COLUMNS)
    if isinstance(view, (QTableView, QTreeView)):
        for column in range(columns):
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(min(model.rowCount(), ROWS)):
        for column in range(columns):
            yield str(model.index(row, column).data() or "")


def english(window: QWidget, allowed: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Texts with English words in them, apart from names, keys and formats."""
    found = []
    for where, text in texts(window):
        words = set(WORD.findall(PLAIN.sub("", text)))
        if words - LATIN - allowed:
            found.append((where, text))
    return found


def clipped(window: QWidget) -> list[tuple[str, str]]:
    """Labels, buttons and tabs that have less room than their text."""
    found = []
    for widget in shown(window):
        if widget.visibleRegion().isEmpty() and not widget.isVisible():
            continue
        text = next(_own(widget), "")
        if text and _is_clipped(widget):
            found.append((f"{type(widget).__name__} {widget.width()}×{widget.height()}", text))
    return found


def _is_clipped(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return _label_is_clipped(widget)
    if isinstance(widget, RecentButton):  # cuts long names on purpose, and says them in its tooltip
        return False
    if isinstance(widget, (ChoiceButton, WrappingBox)):  # in as many lines as they need
        return widget.heightForWidth(widget.width()) > widget.height()
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        return widget.icon().isNull() and widget.sizeHint().width() > widget.width()
    if isinstance(widget, QAbstractButton):
        hint = widget.sizeHint()
        return hint.width() > widget.width() or hint.height() > widget.height() + 2
    if isinstance(widget, QTabBar):
        return any(widget.tabRect(place).right() > widget.width() + 1 for place in range(widget.count()))
    return False


def _label_is_clipped(label: QLabel) -> bool:
    if not label.text() or not label.pixmap().isNull():
        return False
    room = label.contentsRect()
    flags = label.alignment().value | (Qt.TextFlag.TextWordWrap.value if label.wordWrap() else 0)
    flags |= Qt.TextFlag.TextShowMnemonic.value if label.buddy() else 0
    wide = QRect(0, 0, room.width() if label.wordWrap() else 100_000, 100_000)
    needed = label.fontMetrics().boundingRect(wide, flags, label.text())
    return needed.width() > room.width() + 2 or needed.height() > room.height() + 2
