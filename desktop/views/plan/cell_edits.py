"""What a spreadsheet can do with selected cells: clear, fill, copy, cut. Each gesture is one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.commands.carry_out import CarryOut
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_, ntr, tr
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.plan_entries import Entry, Terms, Weighed, weigh
from desktop.views.plan.cells import Block
from desktop.views.plan.copying import Copying, Wanted
from desktop.views.plan.filling import column_entries, entries_for, series_of
from desktop.views.plan.weigher import AT_ONCE, Weigher

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

NAME = NUMBER_OF["name"]
Done = Callable[[Weighed], None]
Asked = tuple[int, str, Done]
"""Of cells to be changed: their number, the label and what comes then."""

sentences(
    cells_under_way=N_(
        "Other cells are still being copied or changed. Nothing was changed; wait until that is done, or press Escape "
        "to give it up."
    ),
)


class CellEdits(QObject):
    """Slots of the actions on cells; what became of them is said in the status bar."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page, self._workspace = page, page.workspace
        self._grid, self._model = page.grid, page.model
        self._copying = Copying(page)
        self._weigher = Weigher()
        self._weigher.found.connect(self._found)
        self._weigher.broken.connect(self._broken)
        page.destroyed.connect(self._weigher.retire)
        self._asked: Asked | None = None
        """What is being tried in a thread."""

    @property
    def is_busy(self) -> bool:
        """Whether cells are being copied or tried."""
        return self._copying.busy or self._asked is not None

    def give_up(self) -> None:
        """Escape: nothing more comes of what is under way."""
        self._copying.give_up()
        if self._asked is not None:
            self._asked = None
            self._weigher.call_off()
            self._page.said.emit(tr("Nothing was changed"))

    # -- clear ----------------------------------------------------------------------------------

    def clear(self) -> None:
        """Empty the selected cells; where whole rows, names or bars are selected, delete the tasks."""
        if self._editing():
            return
        if self._means_tasks():
            self._page.edits.delete()
        else:
            self._empty(self._emptied())

    def _means_tasks(self) -> bool:
        """Whether tasks are selected rather than cells; a name is never empty, so that it stands for its task."""
        cells = self._grid.cells
        return self._page.chart.hasFocus() or cells.whole_rows() or set(cells.columns()) <= {NAME}

    def _emptied(self) -> list[Entry]:
        ids = self._model.ids
        return [
            Entry(ids[row], column, "")
            for block in self._grid.cells.blocks()
            for row in range(block.first, block.last + 1)
            for column in block.columns
        ]

    def _empty(self, entries: Sequence[Entry]) -> None:
        self.enter(entries, N_("Clear cells"), self._cleared)

    def _cleared(self, found: Weighed) -> None:
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
                source = Block(first, first, block.columns)
                entries += entries_for(self._model, source, range(first + 1, block.last + 1), series=False)
        self._fill(entries)

    def fill_series(self) -> None:
        """Take the first two rows of each selected rectangle as the beginning of a series, and go on with it."""
        if self._editing():
            return
        entries: list[Entry] = []
        for block in self._grid.cells.blocks():
            source, rows = Block(block.first, block.first + 1, block.columns), range(block.first + 2, block.last + 1)
            for column in block.columns if rows else ():
                if series_of(self._model, source, rows, column) is not None:
                    entries += column_entries(self._model, source, rows, column, series=True)
        if entries:
            self.enter(entries, N_("Fill cells"), self._filled)
        else:
            self._workspace.rejected.emit(Rejected("no_series"))

    def fill(self, source: Block, rows: range, copy: bool) -> None:
        """Go on with ``source`` in ``rows``, which lie right below or above it: as a series where it is one."""
        self._fill(entries_for(self._model, source, rows, series=not copy))
        first, last = min(source.first, rows.start), max(source.last, rows.stop - 1)
        self._grid.select_rows(range(first, last + 1), source.columns)

    def _fill(self, entries: Sequence[Entry]) -> None:
        if entries:
            self.enter(entries, N_("Fill cells"), self._filled)

    def _filled(self, found: Weighed) -> None:
        self.say(ntr("{n} cell filled", "{n} cells filled", found.taken), found)

    # -- copy -----------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the selected cells, or the tasks of whole rows, on the clipboard."""
        self._copy(whole=self._grid.cells.whole_rows() or self._page.chart.hasFocus())

    def cut(self) -> None:
        """Put the selected cells on the clipboard and clear them, or the tasks and delete them: what is selected now,
        when all of it has been copied.
        """
        if self._means_tasks():
            self._copy(whole=True, then=partial(self._page.edits.delete_tasks, self._grid.selected_ids()))
        else:
            self._copy(whole=False, then=partial(self._empty, self._emptied()))

    def _copy(self, *, whole: bool, then: Callable[[], object] | None = None) -> None:
        blocks = self._grid.cells.blocks()
        if self._editing() or not blocks:
            return
        if self._copying.cuts:
            self._workspace.rejected.emit(Rejected("cells_under_way"))
            return
        shown = self._grid.visible_columns()
        chosen = {column for block in blocks for column in block.columns}
        columns = tuple(shown if whole else [column for column in shown if column in chosen])
        rows: dict[str, frozenset[int]] = {}
        for block in blocks:
            taken = frozenset(columns if whole else block.columns)
            for identity in self._model.ids[block.first : block.last + 1]:
                rows[identity] = rows[identity] | taken if identity in rows else taken
        tasks = self._workspace.project.table(Task)  # headings of groups are none
        cells = tuple((identity, taken) for identity, taken in rows.items() if identity in tasks)
        if cells:
            self._copying.start(Wanted(cells, columns, whole, then is not None), then)

    # -- entering -------------------------------------------------------------------------------

    def _editing(self) -> bool:
        """Whether a cell is being edited: the keys are its own then."""
        return self._grid.delegate.editor is not None

    def enter(self, entries: Sequence[Entry], label: str, then: Done) -> None:
        """Carry out what ``entries`` mean in one step, and call ``then``; many are tried in a thread first."""
        self._workspace.settle()
        session = self._workspace.session
        terms = Terms(session.now(), session.author)
        if len(entries) <= AT_ONCE:
            self._carry_out(weigh(self._model.reading, entries, terms), (len(entries), label, then))
        elif self._asked is not None:
            self._workspace.rejected.emit(Rejected("cells_under_way"))
        else:
            self._asked = (len(entries), label, then)
            self._weigher.start(self._model.reading, entries, terms)
            self._page.said.emit(tr("Reading the cells… Escape gives it up"))

    def _broken(self, error: Exception) -> None:
        self._asked = None
        raise error

    def _found(self, found: Weighed) -> None:
        if self._asked is not None:
            asked, self._asked = self._asked, None
            self._carry_out(found, asked)

    def _carry_out(self, found: Weighed, asked: Asked) -> None:
        count, label, then = asked
        if count == 1 and found.problems:
            self._workspace.rejected.emit(found.problems[0])
        elif not found.changes or self._workspace.do(CarryOut(found.changes, label), settle=False):
            then(found)

    def say(self, done: str, found: Weighed, *, entered: bool = False) -> None:
        """Say what was done, and what was not; texts of others were ``entered``."""
        not_taken = N_("{n} skipped (cannot be entered)") if entered else N_("{n} skipped (not possible there)")
        left_out = [
            tr("{n} skipped (read-only)", n=found.read_only) if found.read_only else "",
            tr(not_taken, n=len(found.problems)) if found.problems else "",
        ]
        self._page.said.emit(tr(", ", "between parts of a report").join(part for part in (done, *left_out) if part))
