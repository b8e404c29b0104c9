"""How much of a resource its tasks demand, against how much of it is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop.domain.costing.work import work_over_time
from desktop.domain.plan import Assignment, Resource
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, WorkCalendar, to_datetime, to_minutes


class Load(NamedTuple):
    """One period of a histogram; amounts are minutes."""

    start: dt.datetime
    finish: dt.datetime
    demand: int
    capacity: int


class Overload(NamedTuple):
    """Time in which more units are demanded, in per cent, than are there."""

    start: dt.datetime
    finish: dt.datetime
    units: int
    available: int
    tasks: tuple[str, ...]


def histogram(project: Project, schedule: Schedule, resource: Resource, edges: Sequence[dt.datetime]) -> list[Load]:
    """Demand and capacity of ``resource`` in each period between ``edges``."""
    calendar = schedule.network.book.get(resource.calendar) or schedule.calendar()
    demand = [0] * (len(edges) - 1)
    for item in _assigned(project, schedule, resource):
        spread = work_over_time(project, schedule, item).over(edges)
        demand = [one + more for one, more in zip(demand, spread, strict=True)]
    found = []
    for (start, finish), amount in zip(pairwise(edges), demand, strict=True):
        cuts = sorted(
            {to_minutes(start), to_minutes(finish), *_changes(resource, to_minutes(start), to_minutes(finish))}
        )
        capacity = sum(calendar.between(*cut) * available(resource, cut[0]) for cut in pairwise(cuts)) // 100
        found.append(Load(start, finish, amount, capacity))
    return found


def overloads(project: Project, schedule: Schedule, resource: Resource) -> list[Overload]:
    """Intervals of working time in which ``resource`` is overallocated, and by which tasks."""
    spans: list[tuple[int, int, int, str]] = []
    for item in _assigned(project, schedule, resource):
        work = work_over_time(project, schedule, item)
        regular = work.total - (item.overtime_work or 0)
        for part in work.stretches:
            if part.minutes and work.total:
                units = round(part.work * 100 * regular / (part.minutes * work.total))
                spans += [(*band, units, item.task) for band in _bands(work.calendar, part.start, part.finish)]
    if not spans:
        return []
    first, last = min(one[0] for one in spans), max(one[1] for one in spans)
    cuts = sorted({cut for one in spans for cut in one[:2]} | set(_changes(resource, first, last)))
    opening: dict[int, list[tuple[int, int, int, str]]] = {}
    for one in spans:
        opening.setdefault(one[0], []).append(one)
    found: list[Overload] = []
    active: list[tuple[int, int, int, str]] = []
    for start, finish in pairwise(cuts):
        active = [one for one in active if one[1] > start] + opening.get(start, [])
        units, there = sum(one[2] for one in active), available(resource, start)
        if units > there:
            tasks = tuple(sorted({one[3] for one in active}))
            found.append(Overload(to_datetime(start), to_datetime(finish), units, there, tasks))
    return found


def available(resource: Resource, minute: int) -> int:
    """Units of ``resource`` that are there, in per cent; a later period of the list beats an earlier one."""
    day = to_datetime(minute).date()
    for one in reversed(resource.availability):
        if (one.start is None or one.start <= day) and (one.finish is None or day <= one.finish):
            return one.units
    return resource.max_units


def _assigned(project: Project, schedule: Schedule, resource: Resource) -> Iterator[Assignment]:
    inactive, row = schedule.network.rows.inactive, schedule.row
    for item in project.table(Assignment).values():
        if item.resource == resource.id and row.get(item.task, -1) >= 0 and row[item.task] not in inactive:
            yield item


def _changes(resource: Resource, first: int, last: int) -> list[int]:
    """Midnights between ``first`` and ``last`` at which other units may be there."""
    days = [one.start.toordinal() for one in resource.availability if one.start]
    days += [one.finish.toordinal() + 1 for one in resource.availability if one.finish]
    return [day * 1440 for day in days if first < day * 1440 < last]


def _bands(calendar: WorkCalendar, start: int, finish: int) -> Iterator[tuple[int, int]]:
    """Working time between two moments."""
    position = start
    for begin, end in calendar.non_working_spans(start, finish):
        if begin > position:
            yield position, begin
        position = end
    if finish > position:
        yield position, finish
