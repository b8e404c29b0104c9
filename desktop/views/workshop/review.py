"""All that was entered in a workshop, step by step, and the way to take it back at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QTreeWidgetItem

from desktop.domain.changes import ChangeSet
from desktop.domain.commands.take_back import TakeBack, left_of
from desktop.domain.room import WORKSHOP
from desktop.i18n import ntr, tr
from desktop.views.dialog import Dialog
from desktop.views.history import history_line, make_list, unfold
from desktop.views.labels import SMALL, Text

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow
    from desktop.views.program import Document, HistoryEntry

AT_ONCE = 200
"""Entries of the history that are read together."""
MOST = 2000
"""Entries that are looked through: the workshops of the last weeks."""


def workshops(document: Document) -> dict[str, list[HistoryEntry]]:
    """What was entered in each workshop of late, by its name, newest first."""
    found: dict[str, list[HistoryEntry]] = {}
    last: int | None = None
    for _ in range(MOST // AT_ONCE):
        entries = document.history(AT_ONCE, last)
        for entry in entries:
            last = entry.number
            name = entry.changes.facts.get(WORKSHOP)
            if name:
                found.setdefault(name, []).append(entry)
        if len(entries) < AT_ONCE:
            break
    return found


class WorkshopReview(Dialog):
    """The steps of one workshop; a step unfolds into what it changed."""

    def __init__(self, window: MainWindow, document: Document, *, alone: str = "") -> None:
        """``alone`` names the only workshop that may be shown."""
        super().__init__(tr("Undo the workshop"), window, 62, 32)
        self._workspace = document.workspace
        found = workshops(document)
        self._found = {name: entries for name, entries in found.items() if alone in ("", name)}
        self.which = QComboBox()
        self.which.setAccessibleName(tr("Workshop"))
        for name in self._found:
            self.which.addItem(tr("Workshop {name}", name=name), name)
        self.list = make_list(self.windowTitle())
        self.list.itemExpanded.connect(self._unfold)
        self.said = Text(wrap=True)
        self.more = Text(tr("It is one step: it can be undone as well."), scale=SMALL, role="muted", wrap=True)
        for part in (self.which, self.said):
            self.column.addWidget(part)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.more)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Close)
        self.undo = buttons.addButton(tr("Undo the workshop"), QDialogButtonBox.ButtonRole.ActionRole)
        self.undo.clicked.connect(self._take_back)
        self.which.currentIndexChanged.connect(self._show)
        self._show()

    @property
    def steps(self) -> list[ChangeSet]:
        """Of the workshop that is shown, in the order in which they were made."""
        return [entry.changes for entry in reversed(self._found.get(self.which.currentData(), []))]

    def _show(self) -> None:
        self.list.clear()
        for entry in reversed(self._found.get(self.which.currentData(), [])):
            self.list.addTopLevelItem(history_line(entry))
        self.which.setVisible(self.which.count() > 0)
        self.list.setVisible(self.which.count() > 0)
        left = left_of(self._workspace.project, self.steps)
        self.undo.setEnabled(bool(left.back))
        self.more.setVisible(bool(left.back))
        if not self._found:
            self.said.setText(tr("Nothing was entered in a workshop of late. F5 begins one."))
        elif not left.back:
            self.said.setText(tr("Nothing is left of it to be undone."))
        else:
            told = [ntr("Undoing it changes {n} record back.", "Undoing it changes {n} records back.", len(left.back))]
            if left.kept:
                stays = ntr(
                    "{n} record was changed since, and stays.", "{n} records were changed since, and stay.", left.kept
                )
                told.append(stays)
            self.said.setText("\n".join(told))

    def _unfold(self, line: QTreeWidgetItem) -> None:
        unfold(self._workspace.project, line)

    def _take_back(self) -> None:
        steps, name = self.steps, self.which.currentData()
        self.accept()
        self._workspace.do(TakeBack(tuple(steps), name))
