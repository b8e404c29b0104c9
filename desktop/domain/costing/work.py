"""Work over time: when the work of an assignment is done, as the schedule has it.

Amounts are kept as stretches within which work is done evenly over the working time of one calendar.
A period gets the difference of what is done by its end and by its beginning, so that the periods of
any division add up to the whole, to the minute.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from desktop.domain.plan import Assignment, Calendar, Resource, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, WorkCalendar, to_datetime, to_minutes
from desktop.domain.scheduling.contours import CONTOURS, is_by_hand, runs_of
from desktop.domain.scheduling.crew import WORKING, time_by_hand
from desktop.domain.scheduling.network import Network
from desktop.domain.shares import PER_CENT, WHOLE, minutes_of, share_of

Window = tuple[int, int]
FLAT = (100,)


class Stretch(NamedTuple):
    """Work done evenly. Moments are minutes (see ``scheduling.clock``)."""

    start: int
    finish: int
    work: int
    """Minutes of work between ``start`` and ``finish``."""
    minutes: int
    """Working minutes of the calendar between them; 0 for what happens at one moment."""
    units: int = 0
    """Work for every working minute, in per cent."""


class WorkOverTime:
    """Stretches in the order of time, on one calendar."""

    def __init__(self, stretches: Sequence[Stretch], calendar: WorkCalendar) -> None:
        self.stretches = tuple(stretches)
        self.calendar = calendar
        self.total = sum(one.work for one in stretches)

    @property
    def start(self) -> int:
        return self.stretches[0].start

    @property
    def finish(self) -> int:
        return self.stretches[-1].finish

    def by(self, moment: int) -> int:
        """Minutes of work done before ``moment``."""
        done = 0
        for one in self.stretches:
            if moment >= one.finish if one.minutes else moment > one.start:
                done += one.work
            elif moment > one.start:
                done += one.work * self.calendar.between(one.start, moment) // one.minutes
        return done

    def over(self, edges: Sequence[dt.datetime]) -> list[int]:
        """Minutes of work in each of the periods between ``edges``."""
        done = [self.by(to_minutes(edge)) for edge in edges]
        return [after - before for before, after in pairwise(done)]


def work_over_time(project: Project, schedule: Schedule, item: Assignment) -> WorkOverTime:
    """The work of an assignment, overtime included. Material counts 60 minutes for one of its unit."""
    row, resource = schedule.row[item.task], project.get(Resource, item.resource)
    calendar = calendar_of(project, schedule.network, row, resource)
    windows = windows_of(schedule, item.task)
    amount = amount_of(schedule, item, resource)
    if resource.kind not in WORKING:
        return lay(windows, calendar, amount, FLAT)
    return spread(schedule.task(row), item, calendar, windows, amount)


def spread(
    task: Task, item: Assignment, calendar: WorkCalendar, windows: Sequence[Window], amount: int
) -> WorkOverTime:
    """``amount`` minutes of somebody's work on ``task`` if that stood in ``windows``.

    Work that is not entered is what they do at their units whenever they are there.
    """
    own = _own_windows(task, item, calendar, windows, amount)
    if item.work is None:
        there = sum(max(0, calendar.between(*window)) for window in own)
        amount = there * share_of(item) * _intensity(item) // (100 * WHOLE) or amount
    runs = [run for run in runs_of(item.contour) if run.minutes]
    if runs:
        return lay(own, calendar, amount, [run.work * 10**6 // run.minutes for run in runs], [run[0] for run in runs])
    return lay(own, calendar, amount, shape_of(item))


def amount_of(schedule: Schedule, item: Assignment, resource: Resource) -> int:
    """Minutes of work; where none is entered the duration of the task at the units of the assignment.

    So also of material that is used up as long as the task lasts.
    """
    if item.work is not None:
        return max(0, item.work)
    if resource.kind == "material":
        amount, per = 60 * share_of(item), minutes_of(item.used_per, schedule.network.profile)
        return round(amount * _lasting(schedule, item.task) / (per * WHOLE)) if per else amount // WHOLE
    if resource.kind == "cost":
        return 0
    return schedule.duration(item.task) * share_of(item) * _intensity(item) // (100 * WHOLE)


def _lasting(schedule: Schedule, task: str) -> int:
    """Working minutes of a task itself, wherever its people or a hand have put its end."""
    row = schedule.row[task]
    record = schedule.task(row)
    follows = schedule.network.rows.kids[row] or record.level_of_effort
    return schedule.duration(task) if follows or record.duration <= 0 else record.duration


def windows_of(schedule: Schedule, task: str) -> tuple[Window, ...]:
    """When a task is worked on: its parts where it is split, otherwise the whole."""
    row = schedule.row[task]
    if schedule.network.rows.kids[row]:
        return ((schedule.starts[row], schedule.finishes[row]),)
    return schedule.parts(task)


def lay(
    windows: Iterable[Window], calendar: WorkCalendar, amount: int, parts: Sequence[int], lengths: Sequence[int] = ()
) -> WorkOverTime:
    """``amount`` spread over the working time of ``windows``, in parts with those weights.

    They are of equal length, or in the proportion of ``lengths``.
    """
    spans = [(start, finish, calendar.between(start, finish)) for start, finish in windows]
    whole = sum(minutes for *_, minutes in spans)
    if whole <= 0:
        start = spans[0][0]
        return WorkOverTime([Stretch(start, max(start, spans[-1][1]), amount, 0)], calendar)
    marks = [0, *accumulate(lengths or [1] * len(parts))]
    bounds = [whole * mark // marks[-1] for mark in marks]
    weights = [0]
    for index, weight in enumerate(parts):
        weights.append(weights[-1] + weight * (bounds[index + 1] - bounds[index]))
    found: list[Stretch] = []
    before = given = 0  # working minutes, and work, before the span at hand
    for start, finish, minutes in spans:
        if minutes <= 0:
            continue
        origin = calendar.work_at(start)
        cuts = [before, *(cut for cut in bounds if before < cut < before + minutes), before + minutes]
        for left, right in pairwise(cuts):
            index = next(index for index in range(len(parts)) if left < bounds[index + 1])
            weight = weights[index] + parts[index] * (right - bounds[index])
            done = amount * weight // weights[-1]
            begin = start if left == before else calendar.latest(origin + left - before)
            end = finish if right == before + minutes else calendar.earliest(origin + right - before)
            units = round(amount * 100 * parts[index] / weights[-1])
            found.append(Stretch(begin, end, done - given, right - left, units))
            given = done
        before += minutes
    return WorkOverTime(found, calendar)


def shape_of(item: Assignment) -> tuple[int, ...]:
    """Per cent of the units in the parts of the contour, which are of equal length unless it was made by hand."""
    runs = [run for run in runs_of(item.contour) if run.minutes]
    if runs:
        return tuple(round(run.work * 100 * WHOLE / (run.minutes * max(PER_CENT, share_of(item)))) for run in runs)
    return CONTOURS.get(item.contour, FLAT)


def _intensity(item: Assignment) -> int:
    """Mean of the work contour in per cent of the units: the lower, the longer work takes."""
    shape = CONTOURS.get(item.contour, FLAT)
    return sum(shape) // len(shape)


def calendar_of(project: Project, net: Network, row: int, resource: Resource) -> WorkCalendar:
    """The calendar by which ``resource`` works on the task at ``row``, by the rule of ``scheduling.crew``."""
    task = net.tasks[row]
    if task.elapsed or resource.kind not in WORKING or net.rows.kids[row]:
        return net.clock[row]
    own, theirs = net.calendars[row], net.book.get(resource.calendar) or net.calendar
    if task.calendar in project.table(Calendar):
        return own if task.ignore_resource_calendar else net.book.intersection(own, theirs)
    return theirs


def _own_windows(
    task: Task, item: Assignment, calendar: WorkCalendar, windows: Sequence[Window], amount: int
) -> Sequence[Window]:
    """The part of the task's time that is the assignment's: after its delay, for as long as its work takes."""
    begin, last = windows[0][0], windows[-1][1]
    if item.delay > 0 or item.levelling_delay > 0:
        begin = calendar.add(calendar.next_start(begin), max(0, item.delay)) + max(0, item.levelling_delay)
        begin = calendar.next_start(begin)
    if begin >= last:
        return windows
    found = [(max(start, begin), finish) for start, finish in windows if finish > begin]
    share = share_of(item) * _intensity(item)
    if item.work is None or task.task_type == "fixed_duration" or share <= 0:
        return found
    if is_by_hand(item.contour):
        left = time_by_hand(item)
    else:
        left = (max(0, amount - (item.overtime_work or 0)) * 100 * WHOLE + share // 2) // share
    if left <= 0:
        return found
    kept: list[Window] = []
    for start, finish in found:
        minutes = calendar.between(start, finish)
        if minutes >= left:
            return [*kept, (start, calendar.add(start, left))]
        kept.append((start, finish))
        left -= max(0, minutes)
    return found


def edges(start: dt.datetime, finish: dt.datetime, period: str) -> list[dt.datetime]:
    """Midnights that divide ``start`` to ``finish`` into every ``day``, ``week`` (from Monday) or ``month``."""
    day = dt.datetime.combine(start.date(), dt.time())
    if period == "week":
        day -= dt.timedelta(days=day.weekday())
    elif period == "month":
        day = day.replace(day=1)
    found = [day]
    while found[-1] < finish or len(found) == 1:
        last = found[-1]
        if period == "month":
            found.append((last.replace(day=28) + dt.timedelta(days=4)).replace(day=1))
        else:
            found.append(last + dt.timedelta(days=7 if period == "week" else 1))
    return found


def totals(project: Project, schedule: Schedule, task: str | None, between: Sequence[dt.datetime]) -> list[int]:
    """Minutes of people's and equipment's work on a task (with all within it; None: the project) per period."""
    rows = schedule.network.rows
    within = range(rows.count) if task is None else rows.subtree(schedule.row[task])
    found = [0] * (len(between) - 1)
    resources = project.table(Resource)
    for row in within:
        if row in rows.inactive:
            continue
        for item in project.assignments(rows.ids[row]):
            resource = resources.get(item.resource)
            if resource is not None and resource.kind in WORKING:
                spread = work_over_time(project, schedule, item).over(between)
                found = [one + more for one, more in zip(found, spread, strict=True)]
    return found


def moments(work: WorkOverTime) -> list[tuple[dt.datetime, dt.datetime, int]]:
    """(start, finish, minutes of work) of every stretch."""
    return [(to_datetime(one.start), to_datetime(one.finish), one.work) for one in work.stretches]
