"""How much of a resource its tasks demand, against how much of it is there.

Demand is work over time: on the days and at the hours of whoever does it, in the parts of a split task, by
the work contour, without overtime. This is the one place where overloads are found.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop.domain.costing.capacity import Band, Capacity
from desktop.domain.costing.work import WorkOverTime, work_over_time
from desktop.domain.plan import Assignment, Resource
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, WorkCalendar, to_datetime, to_minutes
from desktop.domain.scheduling.crew import WORKING


class Load(NamedTuple):
    """One period of a histogram; amounts are minutes."""

    start: dt.datetime
    finish: dt.datetime
    demand: int
    capacity: int


class Overload(NamedTuple):
    """A time in which a person or a piece of equipment is needed more than it is there.

    It goes on over lunch, nights and days off, for as long as the same tasks need the same units.
    """

    resource: str
    start: dt.datetime
    finish: dt.datetime
    units: int
    """Needed, in per cent."""
    available: int
    """What is there, in per cent; 0 also where there is no working time at all."""
    tasks: tuple[str, ...]
    """Who needs it, in the order of the outline."""
    excess: int = 0
    """Minutes of work beyond what is there."""


class Step(NamedTuple):
    """A time in which the same tasks need the same units of a resource. Moments are minutes."""

    start: int
    finish: int
    units: int
    """Needed, in per cent."""
    free: int
    """What is there, in per cent."""
    active: list[tuple[Band, int]]
    """Whose work it is: bands with the rows of their tasks."""

    def excess_by(self, moment: int) -> int:
        """Minutes of work beyond what is there, before ``moment``."""
        return (min(moment, self.finish) - self.start) * (self.units - self.free) // 100


def excess(found: Iterable[Overload], resource: str | None = None) -> int:
    """Minutes of work beyond what is there, of one resource or of all."""
    return sum(one.excess for one in found if resource in (None, one.resource))


def histogram(project: Project, schedule: Schedule, resource: Resource, edges: Sequence[dt.datetime]) -> list[Load]:
    """Demand and capacity of ``resource`` in each period between ``edges``."""
    demand = [0] * (len(edges) - 1)
    for item in assigned(project, schedule):
        if item.resource == resource.id:
            spread = work_over_time(project, schedule, item).over(edges)
            demand = [one + more for one, more in zip(demand, spread, strict=True)]
    there = capacities(schedule, resource, [to_minutes(edge) for edge in edges])
    return [Load(*ends, *amounts) for ends, *amounts in zip(pairwise(edges), demand, there, strict=True)]


def capacities(schedule: Schedule, resource: Resource, moments: Sequence[int]) -> list[int]:
    """Minutes of work that ``resource`` can do between each two of ``moments``."""
    calendar, there = _hours(schedule, resource), Capacity(resource)
    found = []
    for first, last in pairwise(moments):
        cuts = [first, *there.changes(first, last), last]
        found.append(sum(calendar.between(*cut) * there.at(cut[0]) for cut in pairwise(cuts)) // 100)
    return found


def overloads(project: Project, schedule: Schedule, resource: str | None = None) -> tuple[Overload, ...]:
    """Overloads of ``resource``, or of everybody and all equipment, in the order of time.

    What is finished counts among what somebody is needed for, but there is no overload without unfinished work.
    """
    demands: dict[str, list[tuple[Band, int]]] = {}
    found: list[Overload] = []
    for item in assigned(project, schedule):
        one = project.table(Resource).get(item.resource)
        if one is None or one.kind not in WORKING or resource not in (None, one.id):
            continue
        row, work = schedule.row[item.task], work_over_time(project, schedule, item)
        demands.setdefault(one.id, []).extend((band, row) for band in bands_of(work, item))
        if is_away(work) and not _finished(schedule, row):
            start, finish = to_datetime(work.start), to_datetime(work.finish)
            found.append(Overload(one.id, start, finish, item.units, 0, (item.task,), work.total))
    for identity, demand in demands.items():
        found += _overloads_of(schedule, project.get(Resource, identity), demand)
    return tuple(sorted(found, key=lambda one: (one.start, one.finish, one.resource)))


def bands_of(work: WorkOverTime, item: Assignment) -> Iterator[Band]:
    """When how much of somebody is needed for ``work``; overtime needs nothing of their usual time."""
    regular = work.total - (item.overtime_work or 0)
    for part in work.stretches:
        if part.minutes and part.units and regular > 0:
            units = round(part.units * regular / work.total)
            for start, finish in working_spans(work.calendar, part.start, part.finish):
                yield Band(start, finish, units)


def is_away(work: WorkOverTime) -> bool:
    """Whether there is work and, as long as it should last, no working time of whoever should do it."""
    return work.total > 0 and work.finish > work.start and not any(part.minutes for part in work.stretches)


def working_spans(calendar: WorkCalendar, start: int, finish: int) -> Iterator[tuple[int, int]]:
    """Working time between two moments."""
    position = start
    for begin, end in calendar.non_working_spans(start, finish):
        if begin > position:
            yield position, begin
        position = end
    if finish > position:
        yield position, finish


def _hours(schedule: Schedule, resource: Resource) -> WorkCalendar:
    return schedule.network.book.get(resource.calendar) or schedule.calendar()


def assigned(project: Project, schedule: Schedule) -> Iterator[Assignment]:
    """Assignments to tasks that are planned and active."""
    inactive, row = schedule.network.rows.inactive, schedule.row
    for item in project.table(Assignment).values():
        if row.get(item.task, -1) >= 0 and row[item.task] not in inactive:
            yield item


def _finished(schedule: Schedule, row: int) -> bool:
    return schedule.percents[row] >= 100


def steps(resource: Resource, demand: Sequence[tuple[Band, int]]) -> Iterator[Step]:
    """How much of ``resource`` is needed from moment to moment, in the order of time.

    ``demand`` has bands of work with the row of the task that each belongs to; times without any are left out.
    """
    there = Capacity(resource)
    opening: dict[int, list[tuple[Band, int]]] = {}
    for one in demand:
        opening.setdefault(one[0].start, []).append(one)
    ends = {moment for band, _ in demand for moment in band[:2]}
    cuts = sorted(ends.union(there.changes(min(ends), max(ends)) if ends else ()))
    active: list[tuple[Band, int]] = []
    for start, finish in pairwise(cuts):
        active = [one for one in active if one[0].finish > start]
        active += opening.get(start, ())
        if active:
            yield Step(start, finish, sum(band.units for band, _ in active), there.at(start), active)


def is_overload(schedule: Schedule, step: Step) -> bool:
    """Whether more is needed than there is, for anything that is not finished."""
    return step.units > step.free and not all(_finished(schedule, row) for _, row in step.active)


def _overloads_of(schedule: Schedule, resource: Resource, demand: Sequence[tuple[Band, int]]) -> Iterator[Overload]:
    """Overloads of one resource: from step to step, those that follow each other put together."""
    hours = _hours(schedule, resource)
    last: Overload | None = None
    for step in steps(resource, demand):
        if not is_overload(schedule, step):
            continue
        rows = sorted({row for _, row in step.active})
        found = Overload(
            resource.id, to_datetime(step.start), to_datetime(step.finish), step.units, step.free,
            tuple(schedule.ids[row] for row in rows), step.excess_by(step.finish),
        )  # fmt: skip
        if last is not None and _goes_on(last, found, hours):
            last = last._replace(finish=found.finish, excess=last.excess + found.excess)
            continue
        if last is not None:
            yield last
        last = found
    if last is not None:
        yield last


def _goes_on(last: Overload, found: Overload, hours: WorkCalendar) -> bool:
    """Whether the same tasks need the same again with no working time between."""
    same = (last.units, last.available, last.tasks) == (found.units, found.available, found.tasks)
    return same and not hours.between(to_minutes(last.finish), to_minutes(found.start))
