"""Cells on their way into the plan, at the places that they are for: what cannot be taken stands out."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected, reason
from desktop.i18n import tr, words
from desktop.models.cells import ACCESSIBLE_TEXT, DISPLAY, ROOT, TOOL_TIP, Index, plain_tip
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import COLUMNS, NUMBER_OF, title_of
from desktop.models.plan_entries import Weighed
from desktop.models.plan_paste import Placed
from desktop.models.table_preview import LONGEST, MARK, OFF, PROBLEM, STATE

NAME = NUMBER_OF["name"]

TIP_TEXT = 120
"""Characters of the text of a cell above the reason why it cannot be taken."""


class PastePreview(QAbstractTableModel):
    """The first column names the task; the others are those that the cells are for."""

    def __init__(self, plan: PlanModel, placed: Placed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan, self._placed = plan, placed
        self._weighed = Weighed()
        self._new = {row.id: row.name for row in placed.added.rows} if placed.added else {}
        self._columns = [column for column in placed.columns if column != NAME or len(self._new) < len(placed.rows)]

    def take(self, weighed: Weighed) -> None:
        """Show what has become known of the cells."""
        self._weighed = weighed
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1), [])

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._placed.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns) + 1

    def problem(self, row: int, column: int) -> Rejected | None:
        """Why a cell of the preview cannot be taken."""
        if column < 1:
            return None
        number = self._placed.numbers.get((self._placed.rows[row], self._columns[column - 1]), -1)
        return self._weighed.problems.get(number)

    def first_problem(self) -> tuple[int, int]:
        """Row and column of the first cell that cannot be taken, (-1, -1) for none."""
        if not self._weighed.problems:
            return -1, -1
        entry = self._placed.entries[min(self._weighed.problems)]
        return self._placed.rows.index(entry.task), self._columns.index(entry.column) + 1

    def problems(self, most: int) -> Iterator[tuple[int, int]]:
        """Row and column of the first cells that cannot be taken."""
        rows = {identity: row for row, identity in enumerate(self._placed.rows)}
        for number in list(self._weighed.problems)[:most]:
            entry = self._placed.entries[number]
            yield rows[entry.task], self._columns.index(entry.column) + 1

    def data(self, index: Index, role: int = DISPLAY) -> object:
        identity = self._placed.rows[index.row()]
        if index.column() == 0:
            return self._name(identity) if role == DISPLAY else OFF if role == STATE else None
        column = self._columns[index.column() - 1]
        number = self._placed.numbers.get((identity, column))
        problem = self.problem(index.row(), index.column())
        text = self._placed.entries[number].text if number is not None else self._new.get(identity, "")
        if number is None and column != NAME:
            text = ""
        text = " ".join(text[:LONGEST].split())
        if role == DISPLAY:
            return MARK + text if problem else text
        if role == TOOL_TIP:
            return plain_tip(f"{text[:TIP_TEXT]}\n{reason(problem, words())}") if problem else None
        if role == ACCESSIBLE_TEXT and problem:
            return f"{text}: {reason(problem, words())}"
        if role == STATE:
            return PROBLEM if problem else OFF if self._is_read_only(identity, column) else ""
        return None

    def _is_read_only(self, identity: str, column: int) -> bool:
        project = self._plan.workspace.project
        return not COLUMNS[column].editable(identity not in self._new and project.is_summary(identity))

    def _name(self, identity: str) -> str:
        if identity in self._new:
            return tr("New task: {name}", name=self._new[identity][:60])
        task = self._plan.workspace.project.find(Task, identity)
        return task.name[:80] if task is not None else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if role != DISPLAY:
            return None
        if orientation == Qt.Orientation.Vertical:
            row = self._plan.row_of(self._placed.rows[section])
            return str(row + 1) if row >= 0 else "+"
        return title_of(COLUMNS[self._columns[section - 1]]) if section else tr("Into the row")
