"""The file's own audit trail: who changed what, when, from what to what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.domain.project import Project
from desktop.i18n import ntr, tr, words
from desktop.models.task_history import KINDS, LONGEST, fields_told
from desktop.views.dialog import Dialog
from desktop.views.labels import Text, em
from desktop.views.menus import step_name
from desktop.views.program import Document, HistoryEntry

AT_ONCE = 100
CHANGES_SHOWN = 200
ENTRY = Qt.ItemDataRole.UserRole


class HistoryDialog(Dialog):
    """The newest edits first; an edit unfolds into the fields that it changed."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(tr("History"), parent, 66, 32)
        self._document = document
        self._project = document.workspace.project
        explained = tr(
            "Every edit that was ever made in this file. Nothing of it reaches anything made for the client."
        )
        self.explained = Text(explained, wrap=True)
        self.column.addWidget(self.explained)
        self.list = make_list(self.windowTitle())
        self.list.itemExpanded.connect(self._unfold)
        self.column.addWidget(self.list, 1)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Close)
        self._more = buttons.addButton(tr("Show earlier edits"), QDialogButtonBox.ButtonRole.ActionRole)
        self._more.clicked.connect(self.show_more)
        self._last: int | None = None
        self.show_more()
        if self._last is None:
            self.explained.setText(tr("Nothing has been changed in this file yet."))

    def show_more(self) -> None:
        """Add the next lot of earlier edits."""
        entries = self._document.history(AT_ONCE, self._last)
        for entry in entries:
            self.list.addTopLevelItem(history_line(entry))
            self._last = entry.number
        self._more.setEnabled(len(entries) == AT_ONCE)

    def _unfold(self, line: QTreeWidgetItem) -> None:
        unfold(self._project, line)


def make_list(title: str) -> QTreeWidget:
    """A list of edits, each of which unfolds into what it changed."""
    made = QTreeWidget()
    made.setHeaderLabels(
        [tr("Edit", "noun"), tr("Before", "value"), tr("After", "value"), tr("Time"), tr("By", "author")]
    )
    made.setUniformRowHeights(True)
    made.setAccessibleName(title)
    header = made.header()
    for column, width in enumerate((22, 12, 12, 9, 6)):
        header.resizeSection(column, em(width))
    header.setStretchLastSection(False)
    return made


def history_line(entry: HistoryEntry) -> QTreeWidgetItem:
    """The line of an edit."""
    changes = entry.changes
    name = step_name(changes)
    if changes.kind in KINDS:
        name = tr(KINDS[changes.kind], step=name)
    line = QTreeWidgetItem([name, "", "", f"{changes.at:%Y-%m-%d %H:%M}", changes.author])
    line.setData(0, ENTRY, entry)
    line.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
    return line


def unfold(project: Project, line: QTreeWidgetItem) -> None:
    """Fill in what an edit changed, the first time that somebody looks."""
    entry = line.data(0, ENTRY)
    if entry is None or line.childCount():
        return
    changes = entry.changes.changes
    for change in changes[:CHANGES_SHOWN]:
        found = change.after or change.before
        title = f"{found.code} {found.name_text}".strip()[:LONGEST]
        if change.before is None:
            title = tr("{name} added", name=title)
        elif change.after is None:
            title = tr("{name} deleted", name=title)
        record = QTreeWidgetItem([title])
        for field, before, after in fields_told(project, change, words()):
            record.addChild(QTreeWidgetItem([field, before, after]))
        line.addChild(record)
        record.setExpanded(len(changes) == 1)
    if len(changes) > CHANGES_SHOWN:
        rest = len(changes) - CHANGES_SHOWN
        line.addChild(QTreeWidgetItem([ntr("and {n} more record", "and {n} more records", rest)]))
