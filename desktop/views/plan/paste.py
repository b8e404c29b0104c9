"""Pasting into the plan: cells of Excel, WPS and our own, tasks, and outlines. Each is one step to undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from desktop.domain.changes import new_id
from desktop.domain.commands.carry_out import CarryOut
from desktop.domain.commands.plan.pasting import AddOutline, OutlineRow, PasteTasks
from desktop.domain.outline_text import Line, is_outline, read_outline
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.table_text import Table, read_html_table, read_tab_separated
from desktop.i18n import N_, ntr, tr
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.models.plan_entries import Terms, Weighed, weigh
from desktop.models.plan_paste import Placed, Source, Target, place
from desktop.views.plan.cells import Block
from desktop.views.plan.clipboard import Clip, kept_of, read_clip
from desktop.views.plan.outline_dialog import OutlineDialog
from desktop.views.plan.paste_dialog import PasteDialog
from desktop.views.plan.weigher import AT_ONCE

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

NAME = NUMBER_OF["name"]
UNSEEN = 20
"""So many cells are pasted without being shown before, where nothing is wrong with them."""
_NOT_ELSEWHERE = frozenset({"wbs", "predecessors"})
"""Columns that name tasks, which mean nothing in another plan."""

sentences(
    nothing_to_paste=N_("There is nothing on the clipboard that could be pasted here. Nothing was changed."),
    no_outline=N_("There is no text on the clipboard that could be read as an outline. Nothing was changed."),
)


def on_clipboard() -> QMimeData | None:
    """What lies on the clipboard; some systems may have nothing to say."""
    return QGuiApplication.clipboard().mimeData()


class Paster(QObject):
    """Slots of the actions that paste."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page, self._workspace = page, page.workspace
        self._grid, self._model = page.grid, page.model

    # -- what lies on the clipboard -------------------------------------------------------------

    def paste(self) -> None:
        """Paste what fits best: our own tasks, an outline, or cells."""
        if self._grid.delegate.editor is not None:
            return
        mime = on_clipboard()
        clip = read_clip(mime) if mime is not None else None
        try:
            if clip is not None and clip.whole:
                self._paste_tasks(clip)
            elif clip is not None:
                self._paste_cells([list(row) for row in clip.texts], self._source(clip))
            elif mime is not None and mime.hasText() and is_outline(mime.text()):
                self._offer_outline(mime.text())
            elif mime is not None and mime.hasText() and mime.text().strip():
                self._paste_cells(read_tab_separated(mime.text()))
            elif mime is not None and mime.hasHtml():
                self._paste_cells(read_html_table(mime.html()))
            else:
                raise Rejected("nothing_to_paste")
        except Rejected as refusal:
            self._workspace.rejected.emit(refusal)

    def paste_outline(self) -> None:
        """Paste lines of text as tasks, whatever they look like."""
        if self._grid.delegate.editor is not None:
            return
        mime = on_clipboard()
        try:
            if mime is None or not mime.hasText():
                raise Rejected("no_outline")
            self._offer_outline(mime.text())
        except Rejected as refusal:
            self._workspace.rejected.emit(refusal)

    # -- cells ----------------------------------------------------------------------------------

    def _source(self, clip: Clip) -> Source:
        ours = clip.project == self._workspace.project.profile.id and len(clip.ids) == len(clip.texts)
        return Source(clip.ids if ours else ("",) * len(clip.texts), clip.columns)

    def _paste_cells(self, table: Table, source: Source | None = None) -> None:
        if not table or not self._model.columnCount():
            raise Rejected("nothing_to_paste")
        placed = self._place(table, source)
        if not placed.entries and placed.added is None:
            raise Rejected("nothing_to_paste")
        weighed = None
        if len(placed.entries) <= AT_ONCE:
            session = self._workspace.session
            weighed = weigh(
                self._model.reading, placed.entries, Terms(session.now(), session.author), placed.added
            )  # fmt: skip
            few = len(placed.entries) <= UNSEEN
            if few and placed.added is None and not weighed.problems and not weighed.unknown:
                self._carry_out(placed, weighed)
                return
        dialog = PasteDialog(self._model, placed, weighed, self._page.window())
        dialog.decided.connect(self._carry_out)
        dialog.open()

    def _place(self, table: Table, source: Source | None) -> Placed:
        """Where the cells go: from the selected corner on; a single one into every selected cell."""
        blocks = self._grid.cells.blocks()
        order = self._grid.visible_columns()
        if self._grid.cells.whole_rows() and blocks:
            start = order.index(NAME) if NAME in order else 0
            blocks = [replace(block, columns=tuple(order[start:])) for block in blocks]
        single = len(table) == 1 and len(table[0]) == 1
        if not blocks:
            blocks = [Block(len(self._model.ids), len(self._model.ids), (NAME,))]
        made = [self._place_in(table, source, block, order) for block in (blocks if single else blocks[:1])]
        if len(made) == 1:
            return made[0]
        return replace(
            made[0],
            rows=tuple(dict.fromkeys(row for each in made for row in each.rows)),
            columns=tuple(dict.fromkeys(column for each in made for column in each.columns)),
            entries=(entries := tuple(entry for each in made for entry in each.entries)),
            numbers={(entry.task, entry.column): number for number, entry in enumerate(entries)},
        )

    def _place_in(self, table: Table, source: Source | None, block: Block, order: Sequence[int]) -> Placed:
        target = Target(block.first, block.columns[0], block.last - block.first + 1, len(block.columns))
        year = self._workspace.session.now().year
        placed = place(table, target, self._model.ids, order, nameless=tr("New task"), year=year, source=source)
        if placed.added is None or self._model.order.asked.keeps_order:
            return placed
        return replace(placed, added=replace(placed.added, anchor=None))  # what stands last here need not be the last

    def _carry_out(self, placed: Placed, weighed: Weighed) -> None:
        if weighed.changes and not self._workspace.do(CarryOut(weighed.changes, N_("Paste cells")), settle=False):
            return
        rows = [row for identity in placed.rows if (row := self._model.row_of(identity)) >= 0]
        self._grid.select_rows(rows, placed.columns)
        if rows and placed.columns:
            self._grid.set_current(rows[0], placed.columns[0])
            self._grid.scrollTo(self._grid.currentIndex())
        added = len(placed.added.rows) if placed.added is not None else 0
        done = ntr("{n} cell pasted", "{n} cells pasted", weighed.taken)
        if added:
            done += tr(", ", "between parts of a report") + ntr("{n} task added", "{n} tasks added", added)
        self._model.left_out.mark(placed.entries, weighed)
        self._page.cell_edits.say(done, weighed, entered=True)

    # -- tasks ----------------------------------------------------------------------------------

    def _anchor(self) -> tuple[str | None, bool]:
        """The current task, and whether what is pasted becomes its first sub-task: where it is an open summary."""
        current = self._grid.current_id()
        row = self._model.row_of(current)
        facts = self._model.facts(row) if row >= 0 else None
        return current or None, facts is not None and facts.summary and not facts.closed

    def _paste_tasks(self, clip: Clip) -> None:
        kept = kept_of(clip)
        if kept is None or clip.project != self._workspace.project.profile.id:
            self._paste_rows(clip)
            return
        anchor, inside = self._below_selection()
        command = PasteTasks(kept, anchor, inside, moved=clip.cut)
        before = set(self._workspace.project.table(Task))
        if self._workspace.do(command):
            made = [identity for identity in self._workspace.project.table(Task) if identity not in before]
            self._show(made)
            self._page.said.emit(ntr("{n} task pasted", "{n} tasks pasted", len(made)))

    def _below_selection(self) -> tuple[str | None, bool]:
        """Copies of whole rows go behind the last of the selected rows, not between a summary and its sub-tasks."""
        ids = self._grid.selected_ids() if self._grid.cells.whole_rows() else []
        if ids:
            outline = self._workspace.project.outline
            last = max(ids, key=lambda identity: outline.end[outline.row[identity]])
            return last, False
        return self._anchor()

    def _paste_rows(self, clip: Clip) -> None:
        """Tasks of another plan, or of one that is no longer there: by what their cells said."""
        names = [row[clip.columns.index("name")] if "name" in clip.columns else "" for row in clip.texts]
        depths = clip.depths if len(clip.depths) == len(names) else (0,) * len(names)
        anchor, inside = self._anchor()
        added = AddOutline(
            tuple(
                OutlineRow(" ".join(name.split()) or tr("New task"), depth, new_id())
                for name, depth in zip(names, depths, strict=True)
            ),
            anchor,
            inside,
        )
        columns = [at for at, key in enumerate(clip.columns) if self._travels(key)]
        table = [[row[at] for at in columns] for row in clip.texts]
        placed = Placed.of_new(added, [NUMBER_OF[clip.columns[at]] for at in columns], table)
        dialog = PasteDialog(self._model, placed, None, self._page.window())
        dialog.decided.connect(self._carry_out)
        dialog.open()

    @staticmethod
    def _travels(key: str) -> bool:
        return COLUMNS[NUMBER_OF[key]].meaning is not None and key not in _NOT_ELSEWHERE and key != "name"

    # -- outlines -------------------------------------------------------------------------------

    def _offer_outline(self, text: str) -> None:
        lines = read_outline(text)
        if not lines:
            raise Rejected("no_outline")
        anchor, _ = self._anchor()
        task = self._workspace.project.find(Task, anchor)
        dialog = OutlineDialog(text, lines, task.name if task is not None else "", self._page.window())
        dialog.decided.connect(self._add_outline)
        dialog.as_cells.connect(self._lines_into_cells)
        dialog.open()

    def _add_outline(self, lines: Sequence[Line]) -> None:
        anchor, inside = self._anchor()
        rows = tuple(OutlineRow(line.name, line.level, new_id()) for line in lines)
        if self._workspace.do(AddOutline(rows, anchor, inside)):
            self._show([row.id for row in rows])
            self._page.said.emit(ntr("{n} task pasted", "{n} tasks pasted", len(rows)))

    def _lines_into_cells(self, text: str) -> None:
        try:
            self._paste_cells(read_tab_separated(text))
        except Rejected as refusal:
            self._workspace.rejected.emit(refusal)

    def _show(self, ids: Sequence[str]) -> None:
        """Select tasks and bring the first into sight."""
        for identity in ids[:1]:
            self._model.uncover(identity)
        self._grid.select_rows([row for identity in ids if (row := self._model.row_of(identity)) >= 0])
        self._grid.scrollTo(self._grid.currentIndex())
        self._grid.setFocus()
