"""``schedule``: the whole calculation, or only what a change can reach."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter

from desktop.domain.changes import Change
from desktop.domain.plan import Assignment, Calendar, Task
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.scheduling.agenda import Agenda
from desktop.domain.scheduling.backward import run_backward
from desktop.domain.scheduling.calendar_book import CalendarBook
from desktop.domain.scheduling.floats import roll_up_late, run_total_floats
from desktop.domain.scheduling.forward import logic_start, run_forward
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.result import Schedule
from desktop.domain.scheduling.times import Times

# What the calculation reads, by record type. Anything else may change without a new schedule.
_TASK = attrgetter(
    "duration", "duration_unit", "mode", "manual_start", "manual_finish", "constraint", "constraint_date", "pinned",
    "deadline", "percent_complete", "actual_start", "actual_finish", "remaining_duration", "levelling_delay", "splits",
    "stop", "resume",
)  # fmt: skip
_READ: Mapping[str, Callable[[Record], object]] = {
    "project": attrgetter(
        "start", "status_date", "calendar", "schedule_from", "finish", "constraint_rule", "progress_rule",
        "lag_calendar", "critical_rule", "critical_limit", "near_critical_limit",
    ),
    "task": attrgetter("parent", "rank", "calendar", "active", "elapsed", "task_type", "ignore_resource_calendar"),
    "dependency": attrgetter("predecessor", "successor", "type", "lag", "lag_unit", "lag_percent"),
    "calendar": attrgetter("base", "week", "exceptions", "work_weeks"),
    "assignment": attrgetter(
        "task", "resource", "units", "work", "overtime_work", "actual_work", "delay", "levelling_delay", "contour"
    ),
    "resource": attrgetter("kind", "calendar"),
}  # fmt: skip
"""What makes a compiled network out of date when it changes, appears or goes."""


def schedule(project: Project, previous: Schedule | None = None, changes: Sequence[Change] = ()) -> Schedule:
    """Dates and floats of every task of ``project``.

    Pure and deterministic. Bad data raises nothing: circles, dead links, calendars without working
    time and dates that cannot be meant are left out and listed in ``warnings``.

    ``previous`` is the schedule before ``changes``; it is returned itself when nothing that counts
    has changed, and whatever of it still holds is used again. The result equals a full calculation.
    """
    if previous is None:
        return _schedule_all(project, None)
    net, times = previous.network, previous.times
    tasks, rebuild = _affected(net, changes)
    if rebuild:
        return _schedule_all(project, net.book if net.book.matches(project.table(Calendar)) else None)
    if not tasks:
        return previous
    net, rows = net.updated(tasks)
    return Schedule(net, recalculate(net, times, rows))


def _schedule_all(project: Project, book: CalendarBook | None) -> Schedule:
    """A schedule made from nothing but, perhaps, compiled calendars.

    Python's collector of circular garbage is paused: a hundred thousand small objects are made here, none
    of them circular, and looking through them again and again takes as long as the calculation.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        net = Network(project, book)
        return Schedule(net, calculate(net))
    finally:
        if was_on:
            gc.enable()


def _affected(net: Network, changes: Sequence[Change]) -> tuple[dict[int, Task], bool]:
    """(changed tasks by row, whether the network has to be compiled again)."""
    tasks: dict[int, Task] = {}
    for change in changes:
        before, after, read = change.before, change.after, _READ.get(change.key)
        if read is None or not (_counts(before) or _counts(after)):
            continue
        if before is None or after is None or read(before) != read(after):
            return {}, True
        if isinstance(after, Task) and _TASK(before) != _TASK(after):
            tasks[net.rows.row[after.id]] = after
    return tasks, False


def _counts(record: Record | None) -> bool:
    """Whether dates may depend on ``record``: assignments without work follow their task."""
    return record is not None and not (isinstance(record, Assignment) and not record.work)


def calculate(net: Network, times: Times | None = None) -> Times:
    """All passes over all rows; ``times`` is overwritten where given."""
    times = times or Times(net.rows.count)
    times.late_known = False
    run_forward(net, times)
    _finish_all(net, times)
    return times


def _finish_all(net: Network, times: Times) -> None:
    """Everything after the forward pass, for all rows."""
    times.project_finish = project_finish(net, times)
    run_backward(net, times)
    if net.late_rows:
        _move_late_rows(net, times)
    rows = net.rows
    run_total_floats(net, times, (row for row in range(rows.count) if not rows.kids[row]))
    roll_up_late(net, times, reversed(rows.summaries))
    run_total_floats(net, times, rows.summaries)


def _move_late_rows(net: Network, times: Times) -> None:
    """A second forward pass in which tasks as late as possible, and what follows them, move right."""
    times.late_known = True
    run_forward(net, times, Agenda(net.position, net.order, net.late_rows))
    run_backward(net, times)
    for row in net.late_rows:
        times.early_start[row], times.early_finish[row], _ = logic_start(net, times, row)


def recalculate(net: Network, before: Times, rows: Iterable[int]) -> Times:
    """Passes over ``rows``, which read differently than when ``before`` was made, and what they reach."""
    times = before.copy()
    if net.late_rows or times.late_known:
        return calculate(net, Times(net.rows.count))
    rows = set(rows)
    seeds = rows.union(*(net.links.successors(row) for row in rows if net.links.out_links[row]))
    early = run_forward(net, times, Agenda(net.position, net.order, seeds))
    finish = project_finish(net, times)
    if finish != times.project_finish or (net.late_needs_early and early):
        _finish_all(net, times)
        return times
    idle = net.rows.inactive.intersection(early)  # their late dates are their early ones
    late = run_backward(net, times, Agenda(net.back_position, net.back_order, rows | idle))
    touched = {*rows, *early, *late}
    summaries = {summary for row in touched for summary in net.rows.above(row)}
    summaries.update(row for row in touched if net.rows.kids[row])
    run_total_floats(net, times, touched - summaries)
    roll_up_late(net, times, sorted(summaries, reverse=True))
    run_total_floats(net, times, summaries)
    return times


def project_finish(net: Network, times: Times) -> int:
    """Finish of the latest active task, or the project start where there is none."""
    finish, inactive = times.finish, net.rows.inactive
    return max((finish[row] for row in net.rows.top if row not in inactive), default=net.start)
