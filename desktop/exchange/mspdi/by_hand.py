"""Work that was spread by hand: its runs, found in the work over time of an assignment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from desktop.domain.plan import Assignment, Resource, Task
from desktop.domain.scheduling.calendars import WorkCalendar
from desktop.domain.scheduling.clock import to_minutes
from desktop.domain.scheduling.contours import Run, contour_by_hand, is_by_hand
from desktop.domain.scheduling.crew import WORKING
from desktop.exchange.mspdi import foreign, values
from desktop.exchange.mspdi.read_resources import ResourceTable
from desktop.exchange.mspdi.splits import ACTUAL, PLANNED, SplitReader

Period = tuple[int, int, int]
"""Start, finish and minutes of work."""


def with_contours(
    assignments: Iterable[Assignment], tasks: Iterable[Task], resources: ResourceTable, reader: SplitReader
) -> list[Assignment]:
    """``assignments``, those that were spread by hand with their runs of work."""
    by_id, people = {task.id: task for task in tasks}, {one.id: one for one in resources.records}
    return [
        _with_runs(item, by_id[item.task], people[item.resource], reader) if is_by_hand(item.contour) else item
        for item in assignments
    ]


def _with_runs(item: Assignment, task: Task, resource: Resource, reader: SplitReader) -> Assignment:
    if resource.kind not in WORKING or task.elapsed:
        return item
    _, calendar = reader.calendars(task, resource.calendar)
    parts = [(to_minutes(part.start), to_minutes(part.finish)) for part in task.splits if part.start and part.finish]
    gaps = [(before[1], after[0]) for before, after in pairwise(parts)]
    runs = _runs(_periods(foreign.from_text(item.foreign).get("timephased")), calendar, gaps)
    # What does not add up was changed by a program that did not know of it.
    if not runs or abs(sum(run.work for run in runs) - (item.work or 0)) > len(runs):
        return item
    return item.replace(contour=contour_by_hand(runs))


def _periods(rows: Any) -> list[Period]:
    found = []
    for row in rows if isinstance(rows, list) else ():
        kind, start, finish, _, value = row
        if kind.strip() not in (PLANNED, ACTUAL):
            continue
        try:
            begin, end = to_minutes(values.read_moment(start)), to_minutes(values.read_moment(finish))
            work = max(0, values.read_span(value).value) if value else 0
        except ValueError:
            continue
        if begin < end:
            found.append((begin, end, work))
    return sorted(found)


def _runs(periods: Sequence[Period], calendar: WorkCalendar, gaps: Sequence[tuple[int, int]]) -> list[Run]:
    """Runs from the first period with work to the last, without the time in which the task as a whole rests."""

    ends = [end for _, end in gaps]

    def minutes(start: int, finish: int) -> int:
        if start >= finish:
            return 0
        resting, at = 0, bisect_right(ends, start)
        while at < len(gaps) and gaps[at][0] < finish:
            resting += max(0, calendar.between(max(start, gaps[at][0]), min(finish, gaps[at][1])))
            at += 1
        return max(0, calendar.between(start, finish) - resting)

    made: list[Run] = []
    until = 0
    for start, finish, work in periods:
        if not (made or work):
            continue
        if made and minutes(until, start):
            made.append(Run(minutes(until, start), 0))
        if spent := minutes(max(start, until), finish):
            made.append(Run(spent, work))
        elif work:
            made.append(Run(0, work))
        until = max(until, finish)
    while made and not made[-1].work:
        made.pop()
    return made
