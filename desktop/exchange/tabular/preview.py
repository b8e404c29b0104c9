"""A table as it would be read, cell by cell, with what cannot be read marked: what a person decides by."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import Any

from desktop.domain.display import moment_text
from desktop.domain.durations import duration_text
from desktop.domain.headings import fields_of, required_of
from desktop.domain.intake import field_text
from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.tables import ADDED, SKIPPED, TASKS, TableCell, TablePreview, TableRow, TableWishes
from desktop.exchange.tabular.opened import DATED, OpenTable
from desktop.exchange.tabular.task_cells import TaskCells
from desktop.i18n import words

SHOWN = 200
"""Rows of a preview."""


def preview(
    table: OpenTable, wishes: TableWishes, project: Project | None, now: dt.datetime, *, whole: bool = True
) -> TablePreview:
    """How ``table`` would be read; ``project`` is the open one, which tasks are added to and registers belong to.

    Unless it is of the ``whole`` table, only the rows that are shown are read: at once, however long the table is.
    """
    chosen = table.settled(wishes)
    grid = table.grid(chosen)
    body = grid.cells[(chosen.header or 0) + 1 :]
    columns = chosen.columns or {}
    header = grid.cells[chosen.header or 0]
    width = max(len(row) for row in (header, *body[:SHOWN]))
    missing = tuple(name for name in required_of(chosen.key) if name not in columns.values())
    whole = whole or len(body) <= SHOWN
    seen = _Seen(table, chosen, width, None if whole else SHOWN)
    if not missing:
        if chosen.key == TASKS:
            seen.show_tasks(project)
        else:
            seen.show_records(project, now)
    return TablePreview(
        wishes=chosen, sheets=table.sheets, titles=(*header, *[""] * (width - len(header))),
        fields=fields_of(chosen.key), missing=missing,
        dates_ambiguous=table.date_order(chosen, now.year)[1], rows=tuple(seen.rows),
        total=len(body), unreadable=seen.unreadable, counts=seen.counts, unknown_people=seen.unknown_people,
        whole=whole,
    )  # fmt: skip


class _Seen:
    """The first rows, as they stand in the file until they are understood."""

    def __init__(self, table: OpenTable, chosen: TableWishes, width: int, most: int | None) -> None:
        self._table, self._chosen, self._most = table, chosen, most
        self._columns: Mapping[int, str] = {at: name for at, name in (chosen.columns or {}).items() if at < width}
        grid, first = table.grid(chosen), (chosen.header or 0) + 1
        shown = zip(grid.lines[first : first + SHOWN], grid.cells[first : first + SHOWN], strict=True)
        self.rows = [
            TableRow(line, tuple(TableCell(text) for text in [*row, *[""] * (width - len(row))])) for line, row in shown
        ]
        self.counts: dict[str, int] = {}
        self.unreadable = 0
        self.unknown_people: tuple[str, ...] = ()

    def show_tasks(self, project: Project | None) -> None:
        """Tasks: dates in ISO, durations with their unit."""
        found = self._table.tasks(self._chosen, project, self._most)
        profile = project.profile if project else found.imported.profile
        cells = TaskCells(profile, self._chosen.date_order, dt.date.today())
        for at, raw in enumerate(self.rows):
            task, texts = found.tasks.get(at), list(raw.cells)
            for column, name in self._columns.items():
                text, problem = texts[column].text, found.problems.get((at, name))
                if name == "predecessors" and self._most is not None:
                    problem = None  # they may name rows that were not read
                if task is not None and problem is None:
                    text = _task_text(cells, task, name, text, profile)
                texts[column] = TableCell(text, problem)
            self.rows[at] = TableRow(raw.line, tuple(texts), ADDED if task else SKIPPED)
        total = len(self._table.texts(self._chosen, self._most))
        self.counts = {ADDED: len(found.tasks), SKIPPED: total - len(found.tasks)}
        self.unreadable = len(found.problems)

    def show_records(self, project: Project | None, now: dt.datetime) -> None:
        """Records of a register, each with what becomes of it."""
        unnamed: dict[str, Any] = {"id": "", "name": self._table.name, "start": now}
        project = project or Project([ProjectProfile(**unnamed)])
        found = self._table.weighed(self._chosen, project, now, self._most)
        trial = project.snapshot()
        for item in found.added:
            trial.put(item.info.key, item.id, item)
        kind = RECORD_TYPES[self._chosen.key]
        for at, raw in enumerate(self.rows):
            fate, texts = found.fates[at], list(raw.cells)
            before = project.rows(self._chosen.key).get(fate.id)
            record: Record | None = trial.rows(self._chosen.key).get(fate.id)
            if before is not None:
                record = before.replace(**fate.fields)
            for column, name in self._columns.items():
                text, problem = texts[column].text, fate.problems.get(name)
                spec = kind.info.specs.get(name)
                if record is not None and spec is not None and problem is None and name != "number" and text.strip():
                    text = field_text(trial, record, spec, words())
                texts[column] = TableCell(text, problem)
            self.rows[at] = TableRow(raw.line, tuple(texts), fate.verdict, before.code if before else "", fate.reason)
        self.counts = dict(Counter(fate.verdict for fate in found.fates))
        self.unreadable = sum(len(fate.problems) for fate in found.fates)
        self.unknown_people = found.unknown_people


def _task_text(cells: TaskCells, task: Task, name: str, text: str, profile: ProjectProfile) -> str:
    """A cell as it was understood."""
    if name in DATED:
        return moment_text(cells.moment(0, {name: text}, name, quiet=True))
    if name == "duration" and text.strip():
        return duration_text(task.duration, task.duration_unit, profile, words(), estimated=task.estimated)
    return text
