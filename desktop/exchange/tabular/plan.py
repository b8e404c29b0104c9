"""A table of tasks as a plan of its own, with an account of what could not be read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.domain.changes import new_id
from desktop.domain.durations import read_duration
from desktop.domain.imports import APPROXIMATED, NOT_READ, READ, Findings, Imported, numbered
from desktop.domain.plan import Assignment, Calendar, Dependency, ProjectProfile, Resource, Task, WeekDay
from desktop.domain.predecessors import TaskCodes, read_predecessors
from desktop.domain.project import RANK_STEP, Project
from desktop.domain.reading import read_moment, read_value
from desktop.domain.record import Record
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.resource_names import read_resources
from desktop.domain.scheduling.bands import STANDARD_WEEK, format_bands
from desktop.exchange.tabular.grid import read_rows
from desktop.exchange.tabular.headers import PLAIN, Mapped, guessed
from desktop.i18n import N_, tr

DAY = 480
"""Minutes of a working day, as a new project has them."""
_WEEKDAY = re.compile(r"^(?:(?:周|星期)[一二三四五六日天]|[A-Za-z]{3,6}day|[A-Z][a-z]{2})\s+(?=\d)")
"""What Project writes in front of a day."""
TASKS = N_("Tasks: {n}")
NAMELESS = N_("Rows without a name, left out: {n}")
UNKNOWN = N_("Columns that were not taken over: {n}")
UNREADABLE = N_("Cells that could not be read: {n}")
HELD = N_("Tasks without a predecessor, held at the start date in the table: {n}")

sentences(
    table_nameless=N_(
        "“{name}” has no column with names of tasks. Nothing was imported; give one the title “Task name”."
    )
)


def read_table(path: Path, mapped: Mapped | None = None, make_id: Callable[[], str] = new_id) -> Imported:
    """The tasks in ``path``; ``mapped`` says which column is which field where the titles do not.

    Raises :class:`Rejected` where the file as a whole cannot be read.
    """
    header, *rows = read_rows(path)
    columns = guessed(header) if mapped is None else dict(mapped)
    if "name" not in columns.values():
        raise Rejected("table_nameless", name=path.name)
    reader = _Reader(path, make_id)
    for column, title in enumerate(header):
        if title.strip() and column not in columns:
            reader.findings.note(NOT_READ, UNKNOWN, title.strip()[:80])
    return reader.read([{name: row[at] for at, name in columns.items() if at < len(row)} for row in rows])


class _Reader:
    def __init__(self, path: Path, make_id: Callable[[], str]) -> None:
        self._path, self._make_id = path, make_id
        self.findings = Findings()
        self._today = dt.date.today()

    def read(self, rows: list[dict[str, str]]) -> Imported:
        kept = [row for row in rows if row.get("name", "").strip()]
        if lost := len(rows) - len(kept):
            self.findings.note(NOT_READ, NAMELESS, count=lost)
        week = tuple(WeekDay(weekday=day, bands=format_bands(bands)) for day, bands in enumerate(STANDARD_WEEK))
        calendar = Calendar(**self._new(), name=tr("Standard"), week=week)
        starts = [moment for row in kept if (moment := self._moment(row, "start", dt.time(8), quiet=True))]
        start = min(starts, default=dt.datetime.combine(self._today, dt.time(8)))
        profile = ProjectProfile(
            **self._new(), name=self._path.stem[:200], start=start, calendar=calendar.id, source=self._path.name
        )
        tasks = self._tasks(kept, profile)
        project = Project([profile, calendar, *tasks])
        links = self._links(kept, tasks, project)
        waiting = {link.successor for link in links}
        summaries = {task.parent for task in tasks}
        tasks = [
            _plain_summary(task) if task.id in summaries else self._fixed(task, row, start, task.id in waiting)
            for task, row in zip(tasks, kept, strict=True)
        ]
        tasks = [
            task.replace(wbs_code=code) if (code := row.get("wbs", "").strip()) and code != place else task
            for task, row, place in zip(tasks, kept, project.outline.wbs, strict=True)
        ]
        self.findings.note(READ, TASKS, count=len(tasks))
        records: list[Record] = [profile, calendar, *tasks, *links, *self._resources(kept, tasks, profile)]
        return Imported(numbered(records), self.findings.result(), self._path.name)

    def _new(self) -> dict[str, Any]:
        return {"id": self._make_id()}

    def _tasks(self, rows: list[dict[str, str]], profile: ProjectProfile) -> list[Task]:
        blank = Project([profile])
        made: list[Task] = []
        above: list[tuple[int, str]] = []
        for number, row in enumerate(rows, 1):
            level = _level(row)
            while above and above[-1][0] >= level:
                above.pop()
            name = " ".join(row["name"].split())
            fields: dict[str, Any] = {
                **self._new(), "number": number, "name": name, "rank": number * RANK_STEP,
                "parent": above[-1][1] if above else None,
            }  # fmt: skip
            task = Task(**fields)
            for key in ("percent_complete", *PLAIN):
                if row.get(key, "").strip():
                    try:
                        text = _percent(row[key]) if key == "percent_complete" else row[key]
                        task = task.replace(
                            **{key: read_value(blank, task, Task.info.specs[key], text, self._today)}
                        )
                    except Rejected:
                        self._unreadable(row, key)
            task = self._with_duration(task, row, profile)
            for key, time in (("start", dt.time(8)), ("finish", dt.time(17))):
                task = task.replace(**{f"recorded_{key}": self._moment(row, key, time)})
            made.append(task)
            above.append((level, task.id))
        return made

    def _with_duration(self, task: Task, row: dict[str, str], profile: ProjectProfile) -> Task:
        text = row.get("duration", "").strip()
        if text:
            try:
                span = read_duration(text, profile)
            except Rejected:
                self._unreadable(row, "duration")
            else:
                zero = span.minutes == 0
                return task.replace(
                    duration=span.minutes, duration_unit=span.unit, estimated=span.estimated,
                    milestone=task.milestone or zero,
                )  # fmt: skip
        start = self._moment(row, "start", dt.time(8), quiet=True)
        finish = self._moment(row, "finish", dt.time(17), quiet=True)
        if start and finish and finish >= start:
            span_days = range((finish.date() - start.date()).days + 1)
            working = sum((start.date() + dt.timedelta(day)).weekday() < 5 for day in span_days)
            return task.replace(duration=0 if task.milestone else max(working, 1) * DAY)
        return task.replace(duration=0) if task.milestone else task

    def _links(self, rows: list[dict[str, str]], tasks: list[Task], project: Project) -> list[Dependency]:
        by_row = {row["row"].strip(): task.number for row, task in zip(rows, tasks, strict=True) if row.get("row")}
        if not by_row and _are_row_numbers(rows):
            by_row = {str(task.number): task.number for task in tasks}
        above = {task.id: task.parent for task in tasks}
        codes, made = _Codes(project, rows, tasks, by_row), []
        for row, task in zip(rows, tasks, strict=True):
            text = row.get("predecessors", "").strip()
            try:
                found = read_predecessors(project, text, codes) if text else ()
            except Rejected:
                self._unreadable(row, "predecessors")
                continue
            for link in found:
                if link.predecessor in _line(task.id, above) or task.id in _line(link.predecessor, above):
                    self._unreadable(row, "predecessors")
                    continue
                made.append(
                    Dependency(
                        **self._new(), predecessor=link.predecessor, successor=task.id, type=link.type,
                        lag=link.lag, lag_unit=link.lag_unit, lag_percent=link.lag_percent,
                    )
                )  # fmt: skip
        return made

    def _resources(self, rows: list[dict[str, str]], tasks: list[Task], profile: ProjectProfile) -> list[Record]:
        known: dict[str, Resource] = {}
        made: list[Record] = []
        empty = Project([profile])
        for row, task in zip(rows, tasks, strict=True):
            try:
                shares = read_resources(empty, row.get("resources", ""))
            except Rejected:
                self._unreadable(row, "resources")
                continue
            for share in shares:
                resource = known.setdefault(share.name.casefold(), Resource(**self._new(), name=share.name))
                made.append(Assignment(**self._new(), task=task.id, resource=resource.id, units=share.units))
        return [*known.values(), *made]

    def _fixed(self, task: Task, row: dict[str, str], start: dt.datetime, waits: bool) -> Task:
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

    def _moment(self, row: dict[str, str], key: str, time: dt.time, *, quiet: bool = False) -> dt.datetime | None:
        text = _WEEKDAY.sub("", row.get(key, "").strip())
        if not text:
            return None
        try:
            if re.fullmatch(r"\d{5}(?:\.\d+)?", text):  # a date that lost its format: days since the end of 1899
                day = dt.datetime(1899, 12, 30) + dt.timedelta(minutes=round(float(text) * 1440))
                return dt.datetime.combine(day.date(), time) if day.time() == dt.time() else day
            return read_moment(text, self._today, None, time)
        except (Rejected, OverflowError):
            if not quiet:
                self._unreadable(row, key)
            return None

    def _unreadable(self, row: dict[str, str], key: str) -> None:
        self.findings.note(NOT_READ, UNREADABLE, f"{row['name'].strip()[:60]}: {row.get(key, '')[:60]}")


class _Codes(TaskCodes):
    """Tasks by what the table itself calls them: its row numbers, then its WBS codes."""

    def __init__(
        self, project: Project, rows: list[dict[str, str]], tasks: list[Task], by_row: dict[str, int]
    ) -> None:
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


def _level(row: dict[str, str]) -> int:
    """Outline level from its column, the dots of the WBS code, or the indent of the name."""
    found = re.fullmatch(r"\d{1,3}", row.get("level", "").strip())
    if found:
        return int(found[0])
    if row.get("wbs", "").strip():
        return row["wbs"].strip().strip(".").count(".") + 1
    return len(row["name"].replace("　", "  ").replace("\t", "  ")) - len(row["name"].lstrip()) + 1


def _percent(text: str) -> str:
    """A share as per cent: a cell without a format says 0.5 for 50%."""
    found = re.fullmatch(r"0?[.]\d+", text.strip())
    return str(round(float(found[0]) * 100)) if found else text


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


def _are_row_numbers(rows: list[dict[str, str]]) -> bool:
    """Whether predecessors count rows: they are plain numbers, and not all of them are WBS codes of the table."""
    numbers = [
        found[0]
        for row in rows
        for entry in re.split(r"[;,，；、]", row.get("predecessors", ""))
        if (found := re.match(r"[\w.]+?(?=\s*(?:FS|SS|FF|SF|[+-]|$))", entry.strip()))
    ]
    codes = {row.get("wbs", "").strip() for row in rows}
    return bool(numbers) and all(number.isdecimal() for number in numbers) and not codes >= set(numbers)
