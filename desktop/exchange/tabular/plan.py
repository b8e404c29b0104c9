"""A table of tasks as a plan: outline, links, resources, and what holds a task that waits for nothing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.changes import new_id
from desktop.domain.imports import APPROXIMATED, NOT_READ, READ, Findings, Imported, numbered
from desktop.domain.plan import Assignment, Dependency, ProjectProfile, Resource, Task
from desktop.domain.predecessors import TaskCodes, read_predecessors
from desktop.domain.project import RANK_STEP, Project
from desktop.domain.record import Record
from desktop.domain.rejection import Rejected
from desktop.domain.resource_names import read_resources
from desktop.domain.table_text import level_of
from desktop.exchange.incoming import COUNTS, fresh
from desktop.exchange.incoming_calendars import standard_calendar
from desktop.exchange.tabular.task_cells import DAY, MORNING, Row, TaskCells, unknown
from desktop.i18n import N_

NAMELESS = N_("Rows without a name, left out: {n}")
UNKNOWN = N_("Columns that were not taken over: {n}")
UNREADABLE = N_("Cells that could not be read: {n}")
HELD = N_("Tasks without a predecessor, held at the start date in the table: {n}")


@dataclass(frozen=True, slots=True)
class TaskTable:
    """What was read, and the cells that could not be: by row and field."""

    imported: Imported
    problems: dict[tuple[int, str], Rejected]
    tasks: dict[int, Task]
    """By row; rows without a name have none."""


def read_tasks(
    rows: Sequence[Row],
    name: str,
    *,
    date_order: str = "",
    into: Project | None = None,
) -> TaskTable:
    """The tasks of a table named ``name`` as a plan of their own, or as an addition to the project ``into``.

    An addition brings no calendar and no project, and its resources are those of the project that have its names.
    """
    return _Reader(name, date_order, into).read(rows)


class _Reader:
    def __init__(self, name: str, date_order: str, into: Project | None) -> None:
        self._name, self._into = name, into
        self._date_order, self._today = date_order, dt.date.today()
        self.findings = Findings()

    def read(self, rows: Sequence[Row]) -> TaskTable:
        kept = {at: row for at, row in enumerate(rows) if row.get("name", "").strip()}
        if lost := len(rows) - len(kept):
            self.findings.note(NOT_READ, NAMELESS, count=lost)
        frame = self._frame(kept)
        profile = next(item for item in frame if isinstance(item, ProjectProfile))
        self._cells = TaskCells(profile, self._date_order, self._today)
        tasks = self._tasks(kept)
        whole = Project([*frame, *tasks])
        self._rows = list(kept.items())
        links = self._links(tasks, whole)
        waiting = {link.successor for link in links}
        summaries = {task.parent for task in tasks}
        start = profile.start or dt.datetime.combine(self._today, MORNING)
        tasks = [
            _plain_summary(task) if task.id in summaries else self._fixed(task, row, start, task.id in waiting)
            for task, (_, row) in zip(tasks, self._rows, strict=True)
        ]
        tasks = [
            task.replace(wbs_code=code) if (code := row.get("wbs", "").strip()) and code != place else task
            for task, (_, row), place in zip(tasks, self._rows, whole.outline.wbs, strict=True)
        ]
        resources = self._resources(tasks, profile)
        self.findings.note(READ, COUNTS["task"], count=len(tasks))
        for (at, key), _ in sorted(self._cells.problems.items()):
            self.findings.note(NOT_READ, UNREADABLE, f"{kept[at]['name'].strip()[:60]}: {kept[at].get(key, '')[:60]}")
        records: list[Record] = [*(() if self._into else frame), *tasks, *links, *resources]
        imported = Imported(numbered(records), self.findings.result(), self._name)
        made = {at: task for (at, _), task in zip(self._rows, tasks, strict=True)}
        return TaskTable(imported, self._cells.problems, made)

    def _frame(self, rows: dict[int, Row]) -> list[Record]:
        """The project that the tasks are read into: the open one's rules, or the standard ones."""
        if self._into is not None:
            return [self._into.profile]
        calendar = standard_calendar(new_id())
        profile = ProjectProfile(
            **fresh(new_id()),
            name=self._name.rpartition(".")[0][:200] or self._name[:200],
            calendar=calendar.id,
            source=self._name,
        )
        cells = TaskCells(profile, self._date_order, self._today)
        starts = [moment for at, row in rows.items() if (moment := cells.moment(at, row, "start", quiet=True))]
        start = min(starts, default=dt.datetime.combine(self._today, MORNING))
        return [profile.replace(start=start), calendar]

    def _tasks(self, rows: dict[int, Row]) -> list[Task]:
        made: list[Task] = []
        above: list[tuple[int, str]] = []
        for number, (at, row) in enumerate(rows.items(), 1):
            level = level_of(row)
            while above and above[-1][0] >= level:
                above.pop()
            parent = above[-1][1] if above else None
            place = {**fresh(new_id()), "number": number, "rank": number * RANK_STEP, "parent": parent}
            made.append(self._cells.task(at, row, place))
            above.append((level, made[-1].id))
        return made

    def _links(self, tasks: list[Task], project: Project) -> list[Dependency]:
        rows = [row for _, row in self._rows]
        by_row = {row["row"].strip(): task.number for row, task in zip(rows, tasks, strict=True) if row.get("row")}
        if not by_row and _are_row_numbers(rows):
            by_row = {str(task.number): task.number for task in tasks}
        above = {task.id: task.parent for task in tasks}
        codes, made = _Codes(project, rows, tasks, by_row), []
        for (at, row), task in zip(self._rows, tasks, strict=True):
            text = row.get("predecessors", "").strip()
            try:
                found = read_predecessors(project, text, codes) if text else ()
            except Rejected as refusal:
                self._cells.problems[at, "predecessors"] = refusal
                continue
            for link in found:
                if link.predecessor in _line(task.id, above) or task.id in _line(link.predecessor, above):
                    self._cells.problems[at, "predecessors"] = unknown(row, "predecessors", N_("Predecessors"))
                    continue
                made.append(
                    Dependency(
                        **fresh(new_id()), predecessor=link.predecessor, successor=task.id, type=link.type,
                        lag=link.lag, lag_unit=link.lag_unit, lag_percent=link.lag_percent,
                    )
                )  # fmt: skip
        return made

    def _resources(self, tasks: list[Task], profile: ProjectProfile) -> list[Record]:
        there = self._into.table(Resource).values() if self._into else ()
        known = {item.name.casefold(): item.id for item in there}
        made: list[Record] = []
        assigned: list[Record] = []
        empty = Project([profile])
        for (at, row), task in zip(self._rows, tasks, strict=True):
            try:
                shares = read_resources(empty, row.get("resources", ""))
            except Rejected as refusal:
                self._cells.problems[at, "resources"] = refusal
                continue
            for share in shares:
                if share.name.casefold() not in known:
                    resource = Resource(**fresh(new_id()), name=share.name)
                    known[share.name.casefold()] = resource.id
                    made.append(resource)
                resource_id = known[share.name.casefold()]
                assigned.append(
                    Assignment(**fresh(new_id()), task=task.id, resource=resource_id, units=share.units)
                )
        return [*made, *assigned]

    def _fixed(self, task: Task, row: Row, start: dt.datetime, waits: bool) -> Task:
        """``task`` held at its date where nothing else holds it, begun and done when the table says so."""
        if task.percent_complete and "actual_start" not in row:
            done = task.recorded_finish if task.percent_complete == 100 else None
            task = task.replace(actual_start=task.recorded_start, actual_finish=done)
        if task.constraint not in ("asap", "alap") and task.constraint_date is None:
            task = task.replace(constraint="asap")
        wanted = task.recorded_start
        if waits or "constraint" in row or wanted is None or wanted <= start:
            return task
        self.findings.note(APPROXIMATED, HELD, task.name)
        return task.replace(constraint="snet", constraint_date=wanted)


class _Codes(TaskCodes):
    """Tasks by what the table itself calls them: its row numbers, then its WBS codes."""

    def __init__(self, project: Project, rows: Sequence[Row], tasks: list[Task], by_row: dict[str, int]) -> None:
        super().__init__(project)
        self._names: dict[str, str] = {}
        for row, task in zip(rows, tasks, strict=True):
            if code := row.get("wbs", "").strip():
                self._names.setdefault(code.casefold(), task.id)
        if by_row:  # Project writes row numbers
            identities = {task.number: task.id for task in tasks}
            self._names |= {code.casefold(): identities[number] for code, number in by_row.items()}

    def find(self, text: str) -> str | None:
        return self._names.get(text.strip().casefold()) or super().find(text)


def _line(task: str, above: dict[str, str | None]) -> set[str]:
    """``task`` and all that it lies in."""
    line: set[str] = set()
    place: str | None = task
    while place is not None:
        line.add(place)
        place = above[place]
    return line


def _plain_summary(task: Task) -> Task:
    """What is below a summary says how long it takes and how far it is."""
    return task.replace(duration=DAY, duration_unit="d", milestone=False, percent_complete=0, constraint="asap",
                        constraint_date=None, actual_start=None, actual_finish=None)  # fmt: skip


def _are_row_numbers(rows: Sequence[Row]) -> bool:
    """Whether predecessors count rows: they are plain numbers, and not all of them are WBS codes of the table."""
    numbers = [
        found[0]
        for row in rows
        for entry in re.split(r"[;,，；、]", row.get("predecessors", ""))
        if (found := re.match(r"[\w.]+?(?=\s*(?:FS|SS|FF|SF|[+-]|$))", entry.strip()))
    ]
    codes = {row.get("wbs", "").strip() for row in rows}
    return bool(numbers) and all(number.isdecimal() for number in numbers) and not codes >= set(numbers)
