"""What a spreadsheet can do with selected cells: clear, fill, copy, cut. Each gesture is one step to undo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.domain.commands.carry_out import CarryOut
from desktop.domain.plan import Task
from desktop.i18n import N_, ntr, tr
from desktop.models.plan_columns import COLUMNS, NUMBER_OF, title_of
from desktop.models.plan_entries import Entry, Terms, Weighed, weigh
from desktop.views.plan.cells import Block
from desktop.views.plan.clipboard import INDENT, Clip, keep, make_mime

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

NAME, MARKS = NUMBER_OF["name"], NUMBER_OF["indicators"]


class CellEdits(QObject):
    """Slots of the actions on cells; what became of them is said in the status bar."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page, self._workspace = page, page.workspace
        self._grid, self._model = page.grid, page.model

    # -- clear ----------------------------------------------------------------------------------

    def clear(self) -> None:
        """Empty the selected cells; where whole rows, names or bars are selected, delete the tasks."""
        cells = self._grid.cells
        if self._editing():
            return
        if self._page.chart.hasFocus() or cells.whole_rows() or set(cells.columns()) <= {NAME}:
            self._page.edits.delete()
            return
        entries = [
            Entry(self._model.ids[row], column, "")
            for block in cells.blocks()
            for row in range(block.first, block.last + 1)
            for column in block.columns
        ]
        found = self.enter(entries, N_("Clear cells"))
        if found is not None:
            self.say(ntr("{n} cell cleared", "{n} cells cleared", found.taken), found)

    # -- fill -----------------------------------------------------------------------------------

    def fill_down(self) -> None:
        """Copy the first row of each selected rectangle into its others, or the row above into a single one."""
        if self._editing():
            return
        entries: list[Entry] = []
        for block in self._grid.cells.blocks():
            first = block.first if block.last > block.first else block.first - 1
            if first >= 0:
                entries += self._copies(Block(first, first, block.columns), range(first + 1, block.last + 1))
        self._fill(entries)

    def fill(self, source: Block, rows: range) -> None:
        """Repeat ``source`` in ``rows``, which lie right below or above it."""
        self._fill(self._copies(source, rows))
        first, last = min(source.first, rows.start), max(source.last, rows.stop - 1)
        self._grid.select_rows(range(first, last + 1), source.columns)

    def _copies(self, source: Block, rows: range) -> list[Entry]:
        ids, height = self._model.ids, source.last - source.first + 1
        texts = {
            (row, column): self._model.edit_text(row, column)
            for row in range(source.first, source.last + 1)
            for column in source.columns
        }
        found = []
        for row in rows:
            origin = source.first + (row - source.first) % height
            found += [Entry(ids[row], column, texts[origin, column], ids[origin]) for column in source.columns]
        return found

    def _fill(self, entries: Sequence[Entry]) -> None:
        found = self.enter(entries, N_("Fill cells")) if entries else None
        if found is not None:
            self.say(ntr("{n} cell filled", "{n} cells filled", found.taken), found)

    # -- copy -----------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the selected cells, or the tasks of whole rows, on the clipboard."""
        self._copy(cut=False)

    def cut(self) -> None:
        """Put the selected cells on the clipboard and clear them, or the tasks and delete them."""
        if self._copy(cut=True):
            self.clear()

    def _copy(self, *, cut: bool) -> bool:
        cells = self._grid.cells
        blocks = cells.blocks()
        if self._editing() or not blocks:
            return False
        whole = cells.whole_rows() or self._page.chart.hasFocus()
        shown = self._grid.visible_columns()
        chosen = {column for block in blocks for column in block.columns}
        columns = shown if whole else [column for column in shown if column in chosen]
        rows: dict[int, set[int]] = {}
        for block in blocks:
            for row in range(block.first, block.last + 1):
                rows.setdefault(row, set()).update(columns if whole else block.columns)
        texts = [[self._shown(row, at, whole=whole) if at in rows[row] else "" for at in columns] for row in rows]
        exact = [[self._model.edit_text(row, at) if at in rows[row] else "" for at in columns] for row in rows]
        clip = Clip(
            self._workspace.project.profile.id,
            tuple(self._model.ids[row] for row in rows),
            tuple(COLUMNS[at].key for at in columns),
            tuple(map(tuple, exact)),
            whole,
            cut,
            tuple(self._model.facts(row).depth for row in rows),
            keep(self._workspace.project, [self._model.ids[row] for row in rows]) if whole else "",
        )
        titles = [title_of(COLUMNS[at]) for at in columns] if whole else []
        QGuiApplication.clipboard().setMimeData(make_mime(clip, titles, texts))
        if whole:
            self._page.said.emit(ntr("{n} task copied", "{n} tasks copied", len(texts)))
        else:
            count = sum(len(each) for each in rows.values())
            self._page.said.emit(ntr("{n} cell copied", "{n} cells copied", count))
        return True

    def _shown(self, row: int, column: int, *, whole: bool) -> str:
        if column == MARKS:
            return self._model.spoken(row, column)
        task = self._workspace.project.find(Task, self._model.ids[row]) if column == NAME else None
        if task is not None:
            return INDENT * self._model.facts(row).depth + task.name if whole else task.name
        return self._model.text(row, column)

    # -- entering -------------------------------------------------------------------------------

    def _editing(self) -> bool:
        """Whether a cell is being edited: the keys are its own then."""
        return self._grid.delegate.editor is not None

    def enter(self, entries: Sequence[Entry], label: str) -> Weighed | None:
        """Carry out what ``entries`` mean in one step; None where that was refused."""
        session = self._workspace.session
        found = weigh(self._model.reading, entries, Terms(session.now(), session.author))
        if len(entries) == 1 and found.problems:
            self._workspace.rejected.emit(found.problems[0])
            return None
        if found.changes and not self._workspace.do(CarryOut(found.changes, label)):
            return None
        return found

    def say(self, done: str, found: Weighed) -> None:
        """Say what was done, and what was not."""
        left_out = [
            tr("{n} skipped (read-only)", n=found.read_only) if found.read_only else "",
            tr("{n} skipped (not possible there)", n=len(found.problems)) if found.problems else "",
        ]
        self._page.said.emit(tr(", ", "between parts of a report").join(part for part in (done, *left_out) if part))
