"""Cells that a paste could not fill, with what stood on the clipboard for them and why it was not taken."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.changes import UNDO, ChangeSet
from desktop.domain.rejection import reason
from desktop.i18n import tr, words
from desktop.models.plan_entries import Entry, Weighed

if TYPE_CHECKING:
    from desktop.models.plan import PlanModel

MOST = 500
"""Cells that are marked; who has more of them pastes again."""
LONGEST = 120
"""Characters of a text in its sentence."""


class LeftOut(QObject):
    """A mark stays until the cell says something else, the paste is undone, another comes, or Escape is pressed."""

    def __init__(self, plan: PlanModel) -> None:
        super().__init__(plan)
        self._plan = plan
        self.cells: dict[tuple[str, int], str] = {}
        """Sentences by task and column."""
        self._texts: dict[tuple[str, int], str] = {}
        plan.workspace.changed.connect(self._look_again)

    def mark(self, entries: Iterable[Entry], weighed: Weighed) -> None:
        """Mark the cells of ``weighed`` that could not be taken, in the place of those marked before."""
        self.clear()
        numbered = list(entries)
        for number, refusal in list(weighed.problems.items())[:MOST]:
            entry = numbered[number]
            if self._plan.row_of(entry.task) >= 0:
                shown = " ".join(entry.text.split())[:LONGEST]
                cell = entry.task, entry.column
                self.cells[cell] = tr("“{text}” was not pasted: {reason}", text=shown, reason=reason(refusal, words()))
                self._texts[cell] = self._plan.text_of(*cell)
        self._plan.show_anew({task for task, _ in self.cells})

    def clear(self) -> None:
        """Take all marks away."""
        if self.cells:
            tasks = {task for task, _ in self.cells}
            self.cells, self._texts = {}, {}
            self._plan.show_anew(tasks)

    def _look_again(self, changes: ChangeSet) -> None:
        if not self.cells:
            return
        if changes.kind == UNDO:
            self.clear()
            return
        stale = [cell for cell, text in self._texts.items() if self._plan.text_of(*cell) != text]
        for cell in stale:
            del self.cells[cell], self._texts[cell]
