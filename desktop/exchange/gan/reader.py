"""GanttProject's file into records, with an account of what was and was not read.

Durations are whole working days; ``depend`` stands at the predecessor and names the successor, with the types
1 start-start, 2 finish-start, 3 finish-finish, 4 start-finish and a lag in days.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from desktop.domain.changes import new_id
from desktop.domain.imports import APPROXIMATED, NOT_READ, READ, Findings, Imported, numbered
from desktop.domain.plan import (
    Assignment,
    Calendar,
    CalendarException,
    Dependency,
    ProjectProfile,
    Resource,
    Task,
    WeekDay,
)
from desktop.domain.record import Record
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.validation import clean_text
from desktop.exchange.safe_xml import read_xml
from desktop.i18n import N_, tr

sentences(
    import_not_gan=N_("“{name}” is not a plan saved by GanttProject. Nothing was imported; save it once more there.")
)
DAY, BANDS = 480, "08:00-12:00 13:00-17:00"
MAX_DAYS = 10_000
TYPES = {"1": "SS", "2": "FS", "3": "FF", "4": "SF"}
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
TASKS, LINKS = N_("Tasks: {n}"), N_("Dependencies: {n}")
UNREADABLE = N_("Values that could not be read, left empty: {n}")
ORPHANS = N_("Links to tasks that are not in the file, left out: {n}")
TWICE = N_("Tasks with a number that another one has, links go to the first: {n}")
COLUMNS = N_("Custom columns, not read: {n}")
HELD = N_("Tasks without predecessors, held by “start no earlier than” where GanttProject had them: {n}")


def read_gan(path: Path, make_id: Callable[[], str] = new_id) -> Imported:
    """The plan in ``path``. Raises :class:`Rejected` where the file as a whole cannot be read."""
    root = read_xml(path)
    if root.tag != "project" or root.find("tasks") is None:
        raise Rejected("import_not_gan", name=path.name)
    return _Reader(root, path.name, make_id).read()


class _Reader:
    def __init__(self, root: Element, name: str, make_id: Callable[[], str]) -> None:
        self._root, self._name, self._make_id = root, name, make_id
        self._findings = Findings()
        self._by_uid: dict[str, Task] = {}
        self._tasks: list[Task] = []
        self._depends: list[tuple[Task, Element]] = []

    def read(self) -> Imported:
        calendar = self._calendar()
        self._read_tasks()
        links = self._links()
        waiting = {link.successor for link in links}
        parents = {task.parent for task in self._tasks}
        tasks: list[Task] = []
        for task in self._tasks:
            free = task.id not in waiting and task.id not in parents and task.constraint == "asap"
            if free and task.recorded_start and not task.actual_start:
                self._findings.note(APPROXIMATED, HELD, task.name)
                task = task.replace(constraint="snet", constraint_date=task.recorded_start)  # noqa: PLW2901
            tasks.append(task)
        starts = [task.recorded_start for task in tasks if task.recorded_start]
        stem = re.sub(r"\.gan$", "", self._name, flags=re.IGNORECASE)
        profile = ProjectProfile(
            **self._new(),
            name=_clean(self._root.get("name", "")) or stem or tr("Project"),
            start=min(starts, default=dt.datetime.combine(dt.date.today(), dt.time(8))),
            calendar=calendar.id,
            progress_rule="as_planned",
            source=self._name,
        )
        records: list[Record] = [profile, calendar, *tasks, *links, *self._people()]
        self._findings.note(READ, TASKS, count=len(tasks))
        self._findings.note(READ, LINKS, count=len(links))
        for column in self._root.iterfind("tasks/taskproperties/taskproperty"):
            if column.get("type") == "custom":
                self._findings.note(NOT_READ, COLUMNS, _clean(column.get("name", "")))
        return Imported(numbered(records), self._findings.result(), self._name)

    def _new(self) -> dict[str, Any]:
        return {"id": self._make_id()}

    def _calendar(self) -> Calendar:
        week = self._root.find("calendars/day-types/default-week")
        every = self._root.find("calendars/day-types/only-show-weekends")
        works = every is not None and every.get("value") == "true"
        off = [
            not works and (week.get(day, "0") == "1" if week is not None else number > 4)
            for number, day in enumerate(WEEK)
        ]
        days = []
        for item in self._root.iterfind("calendars/date"):
            year = item.get("year", "").strip()
            try:
                day = dt.date(int(year or 2000), int(item.get("month", "")), int(item.get("date", "")))
            except (ValueError, OverflowError):
                self._findings.note(NOT_READ, UNREADABLE, "date")
                continue
            days.append(
                CalendarException(
                    name=_clean(item.text or ""), start=day, finish=day if year else dt.date(2199, day.month, 28),
                    bands=BANDS if item.get("type") == "WORKING_DAY" else "",
                    recurrence="" if year else "FREQ=YEARLY", source="imported",
                )
            )  # fmt: skip
        rows = tuple(WeekDay(weekday=number, bands="" if closed else BANDS) for number, closed in enumerate(off))
        return Calendar(**self._new(), name=tr("Project calendar"), week=rows, exceptions=tuple(days))

    def _read_tasks(self) -> None:
        top = self._root.find("tasks")
        assert top is not None
        pending: list[tuple[Element, str | None, int]] = []

        def push(element: Element, parent: str | None) -> None:
            rows = element.findall("task")
            pending.extend((row, parent, rank * 1024) for rank, row in reversed(list(enumerate(rows, 1))))

        push(top, None)
        while pending:
            element, parent, rank = pending.pop()
            task = self._task(element, parent, rank)
            self._tasks.append(task)
            if self._by_uid.setdefault(element.get("id", ""), task) is not task:
                self._findings.note(APPROXIMATED, TWICE, task.name)
            self._depends += [(task, link) for link in element.findall("depend")]
            push(element, task.id)

    def _task(self, element: Element, parent: str | None, rank: int) -> Task:
        name = _clean(element.get("name", "")) or tr("Task")
        milestone = element.get("meeting") == "true"
        start = self._day(element.get("start", ""), name)
        days = max(0, min(self._whole(element.get("duration", "0"), name), MAX_DAYS))
        done = max(0, min(100, self._whole(element.get("complete", "0"), name)))
        third = self._day(element.get("thirdDate", ""), name) if element.get("thirdDate-constraint") == "1" else None
        leaf = element.find("task") is None
        uid = element.get("id", "")
        return Task(
            **self._new(),
            name=name,
            parent=parent,
            rank=rank,
            milestone=milestone,
            duration=0 if milestone else days * DAY,
            constraint="snet" if third and leaf else "asap",
            constraint_date=third if leaf else None,
            percent_complete=done if leaf and start else 0,
            actual_start=start if done and leaf else None,
            recorded_start=start,
            notes=clean_text(element.findtext("notes", "")).strip(),
            source_uid=int(uid) if uid.isascii() and uid.isdigit() and len(uid) < 10 else None,
        )

    def _links(self) -> list[Dependency]:
        made = []
        for task, element in self._depends:
            after = self._by_uid.get(element.get("id", ""))
            if after is None or after is task:
                self._findings.note(NOT_READ, ORPHANS, task.name)
                continue
            lag = max(-MAX_DAYS, min(MAX_DAYS, self._whole(element.get("difference", "0"), task.name)))
            kind = TYPES.get(element.get("type", "2"), "FS")
            made.append(Dependency(**self._new(), predecessor=task.id, successor=after.id, type=kind, lag=lag * DAY))
        return made

    def _people(self) -> list[Record]:
        found: dict[str, Resource] = {}
        for row in self._root.iterfind("resources/resource"):
            name = _clean(row.get("name", "")) or tr("Resource {n}", n=row.get("id", "?"))
            found.setdefault(
                row.get("id", ""), Resource(**self._new(), name=name, email=_clean(row.get("contacts", "")))
            )
        made: list[Record] = list(found.values())
        for row in self._root.iterfind("allocations/allocation"):
            task, who = self._by_uid.get(row.get("task-id", "")), found.get(row.get("resource-id", ""))
            if task is not None and who is not None:
                units = max(0, min(1_000_000, self._whole(row.get("load", "100").partition(".")[0], who.name)))
                made.append(Assignment(**self._new(), task=task.id, resource=who.id, units=units))
        return made

    def _day(self, text: str, name: str) -> dt.datetime | None:
        if not text.strip():
            return None
        try:
            day = dt.date.fromisoformat(text.strip())
            if not 1900 <= day.year < 2200:
                raise ValueError
        except ValueError:
            self._findings.note(NOT_READ, UNREADABLE, f"{name}: {text[:40]}")
            return None
        return dt.datetime.combine(day, dt.time(8))

    def _whole(self, text: str, name: str) -> int:
        try:
            return int(text[:12])
        except ValueError:
            self._findings.note(NOT_READ, UNREADABLE, f"{name}: {text[:40]}")
            return 0


def _clean(text: str) -> str:
    return " ".join(clean_text(text).split())
