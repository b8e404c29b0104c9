"""Tasks whose dates follow from when their people can work, rather than from one calendar.

That is so for tasks with fixed units or fixed work where somebody works other hours than the task, or
joins later. Such a task begins when the first of them can begin and ends when the last has done their
work: work divided by units, stretched by the work contour, on the calendar of that person (Microsoft
Project's rule). Whoever has no work of their own works for as long as the task says, in their own time:
leave delays a task whether or not work was ever entered. For all other tasks the duration says the same,
and is faster.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from desktop.domain.plan import Assignment, Resource, Task
from desktop.domain.project import Project
from desktop.domain.scheduling.calendar_book import CalendarBook
from desktop.domain.scheduling.calendars import Place, WorkCalendar
from desktop.domain.scheduling.contours import CONTOURS, is_by_hand, runs_of
from desktop.domain.scheduling.remaining import remaining_duration
from desktop.domain.scheduling.rows import Rows
from desktop.domain.scheduling.splits import gaps_after
from desktop.domain.shares import PER_CENT, WHOLE, share_of

WORKING = ("person", "equipment")
"""Kinds of resources that work by a calendar."""


class Share(NamedTuple):
    """What one resource has to do of a task."""

    calendar: WorkCalendar
    work: int
    """Minutes of work within working time, without overtime."""
    left: int
    """What of it remains."""
    units: int
    """Millionths of a person."""
    contour: str
    delay: int
    """Working minutes after which it joins."""
    levelling: int
    """Elapsed minutes by which levelling delays it."""
    time: int = 0
    """Working minutes that a contour made by hand takes; 0 where that is not known."""
    follows: bool = False
    """Whether no work is entered, so that the duration of the task is what there is to do."""


class Crew(tuple[Share, ...]):
    """Everybody on a task. It knows how its task was placed last: most rows are read again as they were."""

    known: tuple[WorkCalendar, Task, bool, Place, Place] | None = None


def read_crews(
    project: Project,
    rows: Rows,
    calendars: Sequence[WorkCalendar],
    book: CalendarBook,
    usual: WorkCalendar,
    *,
    only: Container[int] | None = None,
) -> dict[int, Crew]:
    """Crews by row, of the tasks that go by them; ``usual`` is the calendar of the project.

    With ``only``, those of these rows.
    """
    resources = project.table(Resource)
    found: dict[int, list[tuple[Assignment, WorkCalendar]]] = {}
    differs: set[int] = set()
    for assignment in project.table(Assignment).values():
        if assignment.work == 0:
            continue
        row, resource = rows.row.get(assignment.task, -1), resources.get(assignment.resource)
        if row < 0 or (only is not None and row not in only):
            continue
        if resource is None or resource.kind not in WORKING or share_of(assignment) <= 0:
            continue
        task = rows.tasks[row]
        if rows.kids[row] or task.task_type == "fixed_duration" or task.elapsed:
            continue
        if assignment.work is None and resource.calendar is None:
            calendar = calendars[row]
        else:
            calendar = book.get(resource.calendar) or usual
        if calendar is not calendars[row] and task.calendar is not None and calendars[row].identity == task.calendar:
            own = calendars[row]
            calendar = own if task.ignore_resource_calendar else book.intersection(own, calendar)
        found.setdefault(row, []).append((assignment, calendar))
        if calendar is not calendars[row] or assignment.delay > 0 or assignment.levelling_delay > 0:
            differs.add(row)
    return {row: Crew(_share(one, calendar) for one, calendar in found[row]) for row in differs}


def _share(assignment: Assignment, calendar: WorkCalendar) -> Share:
    work = max(0, (assignment.work or 0) - (assignment.overtime_work or 0))
    done = max(0, (assignment.actual_work or 0) - (assignment.actual_overtime_work or 0))
    return Share(
        calendar,
        work,
        max(0, work - done),
        share_of(assignment),
        assignment.contour,
        max(0, assignment.delay),
        max(0, assignment.levelling_delay),
        time_by_hand(assignment),
        assignment.work is None,
    )


def time_by_hand(assignment: Assignment) -> int:
    """Working minutes that a contour made by hand takes, longer with more work; 0 where that is not known."""
    runs = runs_of(assignment.contour)
    minutes, drawn = sum(run.minutes for run in runs), sum(run.work for run in runs)
    if not drawn or abs((assignment.work or 0) - drawn) <= len(runs):
        return minutes
    return ((assignment.work or 0) * minutes + drawn // 2) // drawn


def duration_of(share: Share, task: Task) -> int:
    """Working minutes that one person needs: work divided by units, stretched by the contour.

    Units may have been rounded to per cent, so that 13 h 20 min at 33 % is 40 h, and work to minutes: where the
    duration of the task is within what was rounded away, it is right.
    """
    if share.follows:
        return task.duration
    if is_by_hand(share.contour):
        # The duration of the task has not been rounded by period.
        rounded = len(runs_of(share.contour)) + 1
        return share.time if share.time and abs(share.time - task.duration) > rounded else task.duration
    tenths = CONTOURS.get(share.contour)
    mean = sum(tenths) if tenths else 1000  # of a thousand
    rate, whole = share.units * mean, 1000 * WHOLE
    lost = task.duration * mean * (1 if share.units % PER_CENT else PER_CENT) + whole  # twice what may be
    if share.units % WHOLE and abs(task.duration * rate - share.work * whole) * 2 <= lost:
        return task.duration
    found = (share.work * whole + rate // 2) // rate
    # Every tenth of a contour is rounded to minutes.
    return task.duration if tenths and abs(found - task.duration) <= len(tenths) else found


def remaining_of(share: Share, task: Task) -> int:
    """Working minutes that one person still needs; a contour is lived through from its beginning."""
    whole = duration_of(share, task)
    if share.time and share.work:
        return _rest_by_hand(share, whole)
    if is_by_hand(share.contour) or not share.work:
        return remaining_duration(task, whole)
    tenths = CONTOURS.get(share.contour)
    if tenths is None:
        return (whole * share.left + share.work // 2) // share.work
    wanted, passed = share.left * sum(tenths) / share.work, 0.0
    for percent in reversed(tenths):
        if wanted <= percent:
            return round(whole * (passed + wanted / percent) / 10)
        wanted -= percent
        passed += 1
    return whole


def _rest_by_hand(share: Share, whole: int) -> int:
    """What of ``whole`` working minutes is left; time without work ends where work goes on."""
    runs = runs_of(share.contour)
    minutes, drawn = sum(run.minutes for run in runs), sum(run.work for run in runs)
    done, passed = (share.work - share.left) * drawn / share.work, 0.0
    for run in runs:
        if run.work > done:
            return round(whole * (1 - (passed + run.minutes * done / run.work) / minutes))
        done -= run.work
        passed += run.minutes
    return 0


def places_of(crew: Crew, clock: WorkCalendar, task: Task, remaining: bool) -> tuple[Place, Place]:
    """``place`` and ``place_back`` of ``task`` with that crew; the duration they are given does not matter."""
    known = crew.known
    if known is None or known[0] is not clock or known[1] is not task or known[2] != remaining:
        forward = _forward_of(crew, clock, task, remaining)
        known = clock, task, remaining, forward, _backward_of(crew, clock, task, remaining, forward)
        crew.known = known
    return known[3], known[4]


def _forward_of(crew: Crew, clock: WorkCalendar, task: Task, remaining: bool) -> Place:
    shares = _parts(crew, task, remaining)

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


def _backward_of(crew: Crew, clock: WorkCalendar, task: Task, remaining: bool, place: Place) -> Place:
    shares = _parts(crew, task, remaining)
    delayed = all(delay or levelling for _, _, delay, levelling in shares)

    def place_back(t: int, span: int) -> tuple[int, int, int]:
        del span
        starts, finishes = [], []
        for calendar, duration, delay, levelling in shares:
            start, finish, _ = calendar.place_back(t, duration)
            starts.append(calendar.subtract(start - levelling, delay))
            finishes.append(finish)
        start = min(starts)
        # Where all join later, the task itself begins only then: late work compares with that start.
        begin = place(start, 0)[0] if delayed else start
        return start, max(finishes), clock.work_at(begin)

    return place_back


def _parts(crew: Crew, task: Task, remaining: bool) -> list[tuple[WorkCalendar, int, int, int]]:
    """(calendar, duration with the gaps of a split task, delay, levelling) of those who have something to do."""
    if not remaining:
        begun, made = task.actual_start is not None, []
        # Once begun, the task started with the first of them, and one alone took as long as the task, however
        # unevenly; nobody's delay counts from before that.
        first = min(one.delay for one in crew) if begun else 0
        levelled = min(one.levelling for one in crew) if begun else 0
        for one in crew:
            duration = task.duration if begun and len(crew) == 1 else duration_of(one, task)
            span = duration + _gaps(one, task, 0, duration)
            made.append((one.calendar, span, one.delay - first, one.levelling - levelled))
        return made
    left = []
    for one in crew:
        if rest := remaining_of(one, task):
            whole = duration_of(one, task)
            # Taken up again, the gap lies behind.
            done = whole - rest + (task.stop is not None and task.resume is not None)
            left.append((one.calendar, rest + _gaps(one, task, done, whole), 0, 0))
    return left or [(crew[0].calendar, 0, 0, 0)]


def _gaps(share: Share, task: Task, done: int, duration: int) -> int:
    """Working minutes without work, in the time of the one who does the work."""
    return gaps_after(task, share.calendar, done, duration) if task.splits else 0
