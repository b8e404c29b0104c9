"""What every resource does when: work, need, capacity, overload and cost, period by period. Pure.

``usage(project, schedule)`` goes through all assignments once; periods of any length are then differences of
cumulative functions of time, so that they add up to the whole. What is an overload is decided in ``load``.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop.domain.costing.costs import costs
from desktop.domain.costing.cumulative import Part, cumulative
from desktop.domain.costing.lines import Line
from desktop.domain.costing.load import (
    Step,
    assigned,
    bands_of,
    capacities,
    is_away,
    is_overload,
    steps,
    working_spans,
)
from desktop.domain.costing.work import WorkOverTime, work_over_time
from desktop.domain.plan import Assignment, Resource
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, to_datetime, to_minutes
from desktop.domain.scheduling.clock import DAY
from desktop.domain.scheduling.crew import WORKING

ATTEND_EVERY = 200
"""Assignments between two looks at whether anybody still waits for the answer."""


class Period(NamedTuple):
    """One resource, or several together, in one period."""

    start: dt.datetime
    finish: dt.datetime
    work: int
    """Minutes; of material 60 for one of its unit."""
    capacity: int
    """Minutes of work that can be done; 0 for material and cost."""
    excess: int
    """Minutes of work beyond what is there at the hour at which it is needed."""
    peak: int
    """Most units needed at once, in per cent."""
    available: int
    """Most units that are there, in per cent."""
    cost: int
    """Minor units of the currency."""


class Share(NamedTuple):
    """What one assignment has to do in a period."""

    assignment: str
    task: str
    units: int
    work: int
    cost: int


class Shift(NamedTuple):
    """A stretch of one day in which somebody works on a task."""

    start: dt.datetime
    finish: dt.datetime
    task: str
    units: int
    work: int
    """Minutes."""


class _Piece(NamedTuple):
    item: Assignment
    work: WorkOverTime
    line: Line | None


class ResourceUsage:
    """One resource: totals, periods, and who is behind them."""

    def __init__(self, schedule: Schedule, resource: Resource, pieces: Sequence[_Piece]) -> None:
        self.resource = resource
        self._schedule, self._pieces = schedule, pieces
        self.is_working = resource.kind in WORKING
        demand = []
        away = []
        for item, work, _ in pieces if self.is_working else ():
            row = schedule.row[item.task]
            demand += [(band, row) for band in bands_of(work, item)]
            if is_away(work) and schedule.percents[row] < 100:
                away.append(Part(work.start, work.finish, work.by))
        self._steps: list[Step] = list(steps(resource, demand))
        over = [one for one in self._steps if is_overload(schedule, one)]
        self._excess = [Part(one.start, one.finish, one.excess_by) for one in over] + away
        self.work = sum(work.total for _, work, _ in pieces)
        self.cost = sum(line.total for *_, line in pieces if line is not None)
        self.peak = max((one.units for one in self._steps), default=0)
        """Most units ever needed at once, in per cent."""
        self.excess = sum(by(finish + 1) for _, finish, by in self._excess)
        """Minutes of work beyond what is there."""

    @property
    def is_used(self) -> bool:
        return bool(self._pieces)

    @property
    def span(self) -> tuple[int, int] | None:
        """First and last minute at which anything is to be done."""
        if not self._pieces:
            return None
        return min(work.start for _, work, _ in self._pieces), max(work.finish for _, work, _ in self._pieces)

    def periods(self, edges: Sequence[dt.datetime]) -> list[Period]:
        """What falls between each two of ``edges``, which ascend."""
        moments = [to_minutes(edge) for edge in edges]
        work = _between(moments, (Part(work.start, work.finish, work.by) for _, work, _ in self._pieces))
        money = _between(moments, (Part(line.start, line.finish, line.total_by) for *_, line in self._pieces if line))
        over = _between(moments, self._excess)
        there = capacities(self._schedule, self.resource, moments) if self.is_working else [0] * len(work)
        units = self._units(moments)
        return [
            Period(start, finish, work[at], there[at], over[at], units[at][0], units[at][1], money[at])
            for at, (start, finish) in enumerate(pairwise(edges))
        ]

    def _units(self, moments: Sequence[int]) -> list[tuple[int, int]]:
        """(most units needed, most there) in each period."""
        found = []
        first = 0
        most = self.resource.max_units if self.is_working else 0
        for start, finish in pairwise(moments):
            while first < len(self._steps) and self._steps[first].finish <= start:
                first += 1
            needed, there, at = 0, 0, first
            while at < len(self._steps) and self._steps[at].start < finish:
                needed, there = max(needed, self._steps[at].units), max(there, self._steps[at].free)
                at += 1
            found.append((needed, there if at > first else most))
        return found

    def shares(self, start: dt.datetime, finish: dt.datetime) -> list[Share]:
        """Assignments with work or cost between two moments, in the order of the outline."""
        moments, row = [to_minutes(start), to_minutes(finish)], self._schedule.row
        found = []
        for item, work, line in self._pieces:
            if work.start >= moments[1] or max(work.finish, line.finish if line else 0) < moments[0]:
                continue
            (minutes,) = _differences([work.by(moment) for moment in moments])
            (money,) = _differences([line.total_by(moment) for moment in moments]) if line else (0,)
            if minutes or money:
                found.append(Share(item.id, item.task, item.units, minutes, money))
        return sorted(found, key=lambda one: row[one.task])

    def shifts(self, start: dt.datetime, finish: dt.datetime) -> list[Shift]:
        """Who does what at which hours between two moments, in the order of time: a sheet for the day."""
        first, last = to_minutes(start), to_minutes(finish)
        found = []
        for item, work, _ in self._pieces if self.is_working else ():
            if work.start >= last or work.finish <= first:
                continue
            for part in work.stretches:
                if part.minutes and part.start < last and part.finish > first:
                    spans = working_spans(work.calendar, max(part.start, first), min(part.finish, last))
                    for begin, end in _within_days(spans):
                        minutes = part.work * (end - begin) // part.minutes
                        found.append(Shift(to_datetime(begin), to_datetime(end), item.task, part.units, minutes))
        row = self._schedule.row
        return sorted(found, key=lambda one: (one.start, row[one.task], one.finish))


class Usage:
    """All resources of a plan by id."""

    def __init__(self, schedule: Schedule, found: Mapping[str, ResourceUsage]) -> None:
        self.schedule, self.of = schedule, found
        spans = [one.span for one in found.values() if one.span]
        self.start = min((to_datetime(span[0]) for span in spans), default=schedule.start)
        self.finish = max((to_datetime(span[1]) for span in spans), default=schedule.finish)


def usage(
    project: Project,
    schedule: Schedule,
    *,
    cancelled: Callable[[], bool] | None = None,
    told: Callable[[int, int], None] | None = None,
) -> Usage | None:
    """What all resources of ``project`` do; None where it was ``cancelled``. ``told`` hears (done, all) at times."""
    money = costs(project, schedule)
    resources = project.table(Resource)
    pieces: dict[str, list[_Piece]] = {identity: [] for identity in resources}
    items = [item for item in assigned(project, schedule) if item.resource in resources]
    for number, item in enumerate(items):
        if number % ATTEND_EVERY == 0:
            if cancelled is not None and cancelled():
                return None
            if told is not None:
                told(number, len(items))
        pieces[item.resource].append(_Piece(item, work_over_time(project, schedule, item), money.line_of(item)))
    found = {}
    for identity, resource in resources.items():
        if cancelled is not None and cancelled():
            return None
        found[identity] = ResourceUsage(schedule, resource, pieces[identity])
    return Usage(schedule, found)


def together(several: Sequence[Sequence[Period]]) -> list[Period]:
    """The same periods of several resources as one: sums, of units the sum of each one's most."""
    found = []
    for group in zip(*several, strict=True):
        amounts = zip(*(one[2:] for one in group), strict=True)
        found.append(Period(group[0].start, group[0].finish, *map(sum, amounts)))
    return found


def _between(moments: Sequence[int], parts: Iterable[Part]) -> list[int]:
    return _differences(cumulative(parts, moments))


def _differences(done: Sequence[int]) -> list[int]:
    return [after - before for before, after in pairwise(done)]


def _within_days(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans cut at midnight."""
    for start, finish in spans:
        cuts = [start, *range((start // DAY + 1) * DAY, finish, DAY), finish]
        yield from pairwise(cuts)


def at_moment(periods: Sequence[Period], moment: dt.datetime) -> int:
    """The place of the period in which ``moment`` lies; -1 for none."""
    at = bisect_right([one.start for one in periods], moment) - 1
    return at if 0 <= at < len(periods) and moment < periods[at].finish else -1
