"""Moves that levelling proposes, as a table in which each can be chosen or left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal

from desktop.domain.display import moment_text
from desktop.domain.levelling import Levelling, Move, Outcome
from desktop.domain.levelling.wording import say_shift, say_why
from desktop.domain.plan import Task
from desktop.domain.scheduling import to_datetime
from desktop.i18n import N_, tr, words
from desktop.models.cells import (
    ACCESSIBLE_TEXT,
    CHECKED,
    DISPLAY,
    EDIT,
    ROOT,
    TOOL_TIP,
    Index,
    one_line,
    plain_tip,
)  # fmt: skip

TASK, SHIFT, START, FINISH, EFFECT, WHY = range(6)
TITLES = (
    N_("Task"), N_("Moved by"), N_("Start"), N_("Finish"), N_("Project finish, by itself"), N_("Why"),
)  # fmt: skip


class MovesModel(QAbstractTableModel):
    """Every move with the dates of its task now and with the chosen moves; ``chosen_changed`` when one is ticked."""

    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found: Levelling | None = None
        self._outcome: Outcome | None = None
        self._chosen: set[str] = set()
        self._effects: Mapping[str, dt.datetime] = {}

    def show(self, found: Levelling | None) -> None:
        """Show the moves of ``found``, all of them chosen."""
        self.beginResetModel()
        self._found = found
        self._outcome = found.after if found else None
        self._chosen = {move.task for move in self.moves}
        self._effects = {}
        self.endResetModel()

    def show_outcome(self, outcome: Outcome) -> None:
        """Take the dates from the plan with what is chosen."""
        self._outcome = outcome
        self._repaint(SHIFT, FINISH)

    def show_effects(self, effects: Mapping[str, dt.datetime]) -> None:
        """Say what each move by itself does to the finish of the project."""
        self._effects = effects
        self._repaint(EFFECT, EFFECT)

    def _repaint(self, first: int, last: int) -> None:
        if self.moves:
            self.dataChanged.emit(self.index(0, first), self.index(len(self.moves) - 1, last))

    @property
    def moves(self) -> tuple[Move, ...]:
        """All that are proposed."""
        return self._found.moves if self._found else ()

    @property
    def chosen(self) -> tuple[Move, ...]:
        """Those that are ticked."""
        return tuple(move for move in self.moves if move.task in self._chosen)

    def choose(self, rows: Iterable[int], chosen: bool) -> None:
        """Tick rows, or take the ticks away."""
        tasks = {self.moves[row].task for row in rows}
        after = self._chosen | tasks if chosen else self._chosen - tasks
        if after != self._chosen:
            self._chosen = after
            self._repaint(TASK, TASK)
            self.chosen_changed.emit()

    def is_chosen(self, row: int) -> bool:
        return self.moves[row].task in self._chosen

    # -- what is shown ----------------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.moves)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if role == DISPLAY and orientation is Qt.Orientation.Horizontal:
            return tr(TITLES[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return usual | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TASK else usual

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid():
            return None
        if role == CHECKED and index.column() == TASK:
            return Qt.CheckState.Checked if self.is_chosen(index.row()) else Qt.CheckState.Unchecked
        if role == DISPLAY:
            return one_line(self.text(index.row(), index.column()))
        if role == TOOL_TIP:
            return plain_tip(self.text(index.row(), index.column()))
        if role == ACCESSIBLE_TEXT and index.column() == TASK:
            state = tr("chosen", "move") if self.is_chosen(index.row()) else tr("not chosen", "move")
            return f"{self.text(index.row(), TASK)}, {state}"
        return None

    def setData(self, index: Index, value: Any, role: int = EDIT) -> bool:
        if role != CHECKED or index.column() != TASK:
            return False
        self.choose((index.row(),), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        found, after = self._found, self._outcome
        if found is None or after is None:
            return ""
        move, project = self.moves[row], found.before.project
        planned = after.schedule
        if column == TASK:
            return f"{project.wbs(move.task)}  {project.get(Task, move.task).name}"
        if column == WHY:
            return say_why(move, project, words())
        if column == EFFECT:
            finish = self._effects.get(move.task)
            if finish is None:
                return "…"
            return say_shift(found.before.schedule, "", found.finish_before, finish, words()) or tr("as before")
        if column == FINISH:
            return _from_to(move.finish, to_datetime(planned.finish_minutes(move.task)))
        start = to_datetime(planned.start_minutes(move.task))
        if column == START:
            return _from_to(move.start, start)
        return say_shift(found.before.schedule, move.task, move.start, start, words())


def _from_to(before: dt.datetime, after: dt.datetime) -> str:
    return moment_text(before) if before == after else f"{moment_text(before)} → {moment_text(after)}"
