"""Help for the page in front: what the mouse does there, and every key, from what the page itself says."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QTextBrowser

from desktop.i18n import tr
from desktop.views.dialog import Dialog
from desktop.views.icons import icon
from desktop.views.labels import em
from desktop.views.menus import plain_name
from desktop.views.shortcuts import keys_of, listed
from desktop.views.theme import colour

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

Row = tuple[str, str, str]
"""What is done, what comes of it, and by which keys."""


def sections(window: MainWindow) -> Iterator[tuple[str, list[Row]]]:
    """(title, rows): gestures of the page in front, then the keys of every menu."""
    page = window.view.page if window.view else None
    for group in page.gestures() if page is not None else ():
        rows = [(hand, effect, _by_keys(actions)) for hand, effect, actions in group.lines]
        yield tr("Mouse: {section}", section=group.title), rows
    for menu, lines in groupby(listed(window), key=lambda line: line[0]):
        yield tr("Keys: {section}", section=menu), [(name, "", keys) for _, name, keys in lines]


def _by_keys(actions: list[QAction]) -> str:
    """The first key of each command; where it has none, its name in the menus."""
    said = []
    for action in actions:
        keys = keys_of(action).split("   ")[0]
        said.append(keys or f"“{plain_name(action)}”")
    return ", ".join(said)


class MouseAndKeys(Dialog):
    """One list to read or to search; it says what this version can do, because it is made of it."""

    def __init__(self, window: MainWindow) -> None:
        front = window.view.page if window.view else None
        title = tr("Mouse and keys: {page}", page=tr(front.title)) if front is not None else tr("Mouse and keys")
        super().__init__(title, window, 50, 38)
        self._sections = list(sections(window))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setAccessibleName(tr("Search"))
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.windowTitle())
        self.search.textChanged.connect(self._show)
        self.column.addWidget(self.search)
        self.column.addWidget(self.text, 1)
        self.add_buttons(QDialogButtonBox.StandardButton.Close)
        self._show("")

    def _show(self, wanted: str) -> None:
        words = wanted.casefold().split()
        parts = []
        for title, rows in self._sections:
            kept = [row for row in rows if all(word in " ".join((title, *row)).casefold() for word in words)]
            if kept:
                parts.append(_table(title, kept))
        nothing = f'<p style="color:{colour("muted").name()}">{escape(tr("Not found"))}</p>'
        self.text.setHtml("".join(parts) or nothing)


def _table(title: str, rows: list[Row]) -> str:
    muted, pad = colour("muted").name(), max(2, em(0.2))
    widths = (40, 36, 24) if any(effect for _, effect, _ in rows) else (70, 0, 30)
    lines = []
    for row in rows:
        cells = []
        for text, width, ink in zip(row, widths, ("", "", muted), strict=True):
            if width:
                style = f' style="color:{ink}"' if ink else ""
                cells.append(f'<td width="{width}%"{style}>{escape(text)}</td>')
        lines.append(f"<tr>{''.join(cells)}</tr>")
    heading = f'<h3 style="margin-bottom:0">{escape(title)}</h3>'
    return f'{heading}<table width="100%" cellspacing="0" cellpadding="{pad}">{"".join(lines)}</table>'
