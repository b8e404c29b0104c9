"""The list of keyboard shortcuts, made from the commands themselves so that it cannot be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem

from desktop.i18n import N_, tr
from desktop.views.command_words import PLAIN
from desktop.views.dialog import Dialog
from desktop.views.icons import icon
from desktop.views.labels import Text, em, scaled
from desktop.views.menus import plain_name, walk

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

IN_TABLES = (
    ("F2", N_("Edit the cell")),
    ("Enter", N_("Keep what was typed and go down")),
    ("Tab", N_("Keep what was typed and go right")),
    ("Esc", N_("Give up what was typed")),
)
"""Keys of every table, which belong to the editors of its cells rather than to a command."""


def keys_of(action: QAction) -> str:
    """All shortcuts of a command, as the system writes them."""
    return "   ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())


def listed(window: MainWindow) -> Iterator[tuple[str, str, str]]:
    """(menu, command, keys) of every command that has a key."""
    for menu, action in walk(window.menuBar()):
        keys = keys_of(action)
        if keys:
            yield menu, action.property(PLAIN) or plain_name(action), keys
    for key, name in IN_TABLES:
        yield tr("In tables"), tr(name), key


class ShortcutsDialog(Dialog):
    """Grouped as the menus are; typing narrows the list."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(tr("Keyboard shortcuts"), window, 40, 32)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._filter)
        self.column.addWidget(self.search)
        self.list = QTreeWidget()
        self.list.setHeaderLabels([tr("Command"), tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.windowTitle())
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        groups: dict[str, QTreeWidgetItem] = {}
        for menu, name, keys in listed(window):
            if menu not in groups:
                groups[menu] = QTreeWidgetItem(self.list, [menu])
                groups[menu].setFont(0, scaled(1.0, bold=True))
                groups[menu].setFirstColumnSpanned(True)
            QTreeWidgetItem(groups[menu], [name, keys])
        self.list.expandAll()
        self.column.addWidget(self.list, 1)
        explained = tr("Each page has keys of its own; those of the page in front are listed.")
        self.column.addWidget(Text(explained, role="muted", wrap=True))
        self.add_buttons(QDialogButtonBox.StandardButton.Close)
        self.list.setIndentation(em(1))

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for row in range(self.list.topLevelItemCount()):
            group = self.list.topLevelItem(row)
            if group is None:
                continue
            shown = 0
            for place in range(group.childCount()):
                line = group.child(place)
                if line is None:
                    continue
                searched = f"{line.text(0)} {line.text(1)}".casefold()
                hidden = not all(word in searched for word in wanted)
                line.setHidden(hidden)
                shown += not hidden
            group.setHidden(not shown)
