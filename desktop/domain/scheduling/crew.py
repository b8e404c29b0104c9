"""Tasks whose dates follow from when their people can work, rather than from one calendar.

That is so for tasks with fixed units or fixed work where somebody works other hours than the task, or
joins later. Such a task begins when the first of them can begin and ends when the last has done their
work: work divided by units, stretched by the work contour, on the calendar of that person (Microsoft
Project's rule). For all other tasks the duration says the same, and is faster.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop.domain.plan import Assignment, Resource
from desktop.domain.project import Project
from desktop.domain.scheduling.calendar_book import CalendarBook
from desktop.domain.scheduling.calendars import Place, WorkCalendar
from desktop.domain.scheduling.rows import Rows

INTENSITY: Mapping[str, int] = {
    "back_loaded": 60, "front_loaded": 60, "double_peak": 50, "early_peak": 50, "late_peak": 50, "bell": 50,
    "turtle": 70,
}  # fmt: skip
"""Mean of Microsoft Project's work contours, in per cent of the units: the lower, the longer it takes."""
WORKING = ("person", "equipment")
"""Kinds of resources that work by a calendar."""


class Share(NamedTuple):
    """What one resource has to do of a task."""

    calendar: WorkCalendar
    duration: int
    """Working minutes."""
    remaining: int
    delay: int
    """Working minutes after which it joins."""
    levelling: int
    """Elapsed minutes by which levelling delays it."""


Crew = tuple[Share, ...]


def read_crews(
    project: Project, rows: Rows, calendars: Sequence[WorkCalendar], book: CalendarBook, usual: WorkCalendar
) -> dict[int, Crew]:
    """Crews by row, of the tasks that go by them; ``usual`` is the calendar of the project."""
    resources = project.table(Resource)
    found: dict[int, list[Share]] = {}
    differs: set[int] = set()
    for assignment in project.table(Assignment).values():
        if not assignment.work:
            continue
        row, resource = rows.row.get(assignment.task, -1), resources.get(assignment.resource)
        if row < 0 or resource is None or resource.kind not in WORKING or assignment.units <= 0:
            continue
        task = rows.tasks[row]
        if rows.kids[row] or task.task_type == "fixed_duration" or task.elapsed:
            continue
        calendar = book.get(resource.calendar) or usual
        if task.calendar is not None and calendars[row].identity == task.calendar:
            own = calendars[row]
            calendar = own if task.ignore_resource_calendar else book.intersection(own, calendar)
        found.setdefault(row, []).append(_share(assignment, calendar))
        if calendar is not calendars[row] or assignment.delay > 0 or assignment.levelling_delay > 0:
            differs.add(row)
    return {row: tuple(found[row]) for row in differs}


def _share(assignment: Assignment, calendar: WorkCalendar) -> Share:
    share = assignment.units * INTENSITY.get(assignment.contour, 100)
    regular = max(0, (assignment.work or 0) - (assignment.overtime_work or 0))
    left = max(0, regular - (assignment.actual_work or 0))
    return Share(
        calendar,
        (regular * 10_000 + share // 2) // share,
        (left * 10_000 + share // 2) // share,
        max(0, assignment.delay),
        max(0, assignment.levelling_delay),
    )


def forward_of(crew: Crew, clock: WorkCalendar, remaining: bool) -> Place:
    """``place`` of a task with that crew; the duration it is given does not matter."""
    shares = _parts(crew, remaining)

    def place(t: int, span: int) -> tuple[int, int, int]:
        del span
        starts, finishes = [], []
        for calendar, duration, delay, levelling in shares:
            start, finish, _ = calendar.place(calendar.add(calendar.next_start(t), delay) + levelling, duration)
            starts.append(start)
            finishes.append(finish)
        start = min(starts)
        return start, max(finishes), clock.work_at(start)

    return place


def backward_of(crew: Crew, clock: WorkCalendar, remaining: bool) -> Place:
    """``place_back`` of a task with that crew."""
    shares = _parts(crew, remaining)

    def place_back(t: int, span: int) -> tuple[int, int, int]:
        del span
        starts, finishes = [], []
        for calendar, duration, delay, levelling in shares:
            start, finish, _ = calendar.place_back(t, duration)
            starts.append(calendar.subtract(start - levelling, delay))
            finishes.append(finish)
        start = min(starts)
        return start, max(finishes), clock.work_at(start)

    return place_back


def _parts(crew: Crew, remaining: bool) -> list[tuple[WorkCalendar, int, int, int]]:
    """(calendar, duration, delay, levelling) of those who have something to do."""
    if remaining:
        return [(one.calendar, one.remaining, 0, 0) for one in crew if one.remaining] or [(crew[0].calendar, 0, 0, 0)]
    return [(one.calendar, one.duration, one.delay, one.levelling) for one in crew]
