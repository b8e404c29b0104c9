"""``schedule``: the whole calculation, or only what a change can reach."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter, sub

from desktop.domain.changes import Change
from desktop.domain.plan import Assignment, Calendar, Dependency, Resource, Task
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.scheduling.agenda import Agenda
from desktop.domain.scheduling.backward import run_backward
from desktop.domain.scheduling.calendar_book import CalendarBook
from desktop.domain.scheduling.floats import roll_up_late, run_total_floats
from desktop.domain.scheduling.forward import logic_start, run_forward
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.reading import CREW, LATE, PINNED, PLAIN, SUMMARY
from desktop.domain.scheduling.recompiling import afford, recompiled, touched_rows
from desktop.domain.scheduling.relinking import LinkChange, relinked
from desktop.domain.scheduling.result import Schedule
from desktop.domain.scheduling.scratch import Scratch
from desktop.domain.scheduling.stored import MARKS, chooses_source
from desktop.domain.scheduling.times import Times
from desktop.garbage import paused

COMPILED = 4
"""So many rows are compiled again, with what holds of them, in the time of one whose dates are calculated again."""
MANY, LARGE = 4, 1000
"""One in so many rows that changed, and the rows of a plan in which it takes time to find out what that reaches."""

# What the calculation reads, by record type. Anything else may change without a new schedule.
_TASK = attrgetter(
    "duration", "duration_unit", "mode", "manual_start", "manual_finish", "constraint", "constraint_date", "pinned",
    "deadline", "external_start", "external_finish", "percent_complete", "actual_start", "actual_finish",
    "remaining_duration", "levelling_delay", "splits", "stop", "resume", "recorded_start", "recorded_finish",
    "recorded_early_start", "recorded_early_finish", "recorded_late_start", "recorded_late_finish",
    "recorded_total_float", "recorded_free_float",
)  # fmt: skip
_READ: Mapping[str, Callable[[Record], object]] = {
    "project": attrgetter(
        "start", "status_date", "calendar", "schedule_from", "finish", "constraint_rule", "progress_rule",
        "lag_calendar", "critical_rule", "critical_limit", "near_critical_limit", "float_rule", "date_source",
    ),
    "task": attrgetter(
        "parent", "rank", "calendar", "active", "elapsed", "task_type", "ignore_resource_calendar",
        "level_of_effort",
    ),
    "dependency": attrgetter("predecessor", "successor", "type", "lag", "lag_unit", "lag_percent"),
    "calendar": attrgetter("base", "week", "exceptions", "work_weeks"),
    "assignment": attrgetter(
        "task", "resource", "units", "work", "overtime_work", "actual_work", "actual_overtime_work",
        "delay", "levelling_delay", "contour", "exact_units",
    ),
    "resource": attrgetter("kind", "calendar"),
}  # fmt: skip
"""What makes a compiled network out of date when it changes, appears or goes."""


def schedule(
    project: Project,
    previous: Schedule | None = None,
    changes: Sequence[Change] = (),
    scratch: Scratch | None = None,
    *,
    most: int | None = None,
) -> Schedule:
    """Dates and floats of every task of ``project``.

    Pure and deterministic. Bad data raises nothing: circles, dead links, calendars without working
    time and dates that cannot be meant are left out and listed in ``warnings``.

    ``previous`` is the schedule before ``changes``; it is returned itself when nothing that counts
    has changed, and whatever of it still holds is used again. The result equals a full calculation.
    Made in ``scratch``, it holds until the next one is made there.
    Raises :class:`Large` as soon as it turns out that more than ``most`` rows are to be calculated.
    """
    if previous is None:
        return _schedule_all(project, None)
    net, times = previous.network, previous.times
    tasks, links, rebuild = _affected(project, net, changes)
    if not (rebuild or tasks or links):
        return previous
    if net.required_finish is not None:
        afford(most, net.rows.count)
        return _schedule_all(project, net.book if net.book.matches(project.table(Calendar)) else None)
    if not rebuild:
        found = relinked(net, links) if links else (net, set[int]())
        if found is not None:
            if scratch is None or scratch.before is not previous or found[0] is not net:
                net, rows = found[0].updated(tasks, found[1])
                return Schedule(net, recalculate(net, times, rows, most=most), previous)
            net, rows = net.updated(tasks, found[1], scratch.network())
            scratch.was_read(rows)
            return Schedule(net, recalculate(net, times, rows, scratch.times, most), previous)
    if not net.book.matches(project.table(Calendar)):
        afford(most, net.rows.count)
        return _schedule_all(project, None)
    return _schedule_changed(project, previous, changes, most)


def _schedule_all(project: Project, book: CalendarBook | None) -> Schedule:
    """A schedule made from nothing but, perhaps, compiled calendars.

    Python's collector of circular garbage is paused: a hundred thousand small objects are made here, none
    of them circular, and looking through them again and again takes as long as the calculation.
    """
    with paused():
        net = Network(project, book)
        finish = net.required_finish
        if finish is not None:
            net = net.starting_at(_latest_start(net, finish))
        return Schedule(net, calculate(net))


def _latest_start(net: Network, finish: int) -> int:
    """The latest project start with which all unfinished work is done by ``finish``."""
    times = Times(net.rows.count)
    run_forward(net, times)
    times.project_finish = times.late_limit = finish
    run_backward(net, times)
    idle = net.rows.inactive | net.rows.effort
    starts = (
        times.late_start[row]
        for row in range(net.rows.count)
        if net.kind[row] in (PLAIN, LATE, CREW, PINNED) and row not in idle
    )
    return min(starts, default=net.start)


def _schedule_changed(project: Project, previous: Schedule, changes: Sequence[Change], most: int | None) -> Schedule:
    """A network compiled again after a change of outline, links or people; dates only where they may differ."""
    old = previous.network
    afford(most, old.rows.count // COMPILED)
    with paused():
        if all(change.key == "project" and _differ(change) <= {"start"} for change in changes):
            afford(most, old.rows.count)
            net = old.starting_as(project.profile)
            return Schedule(net, calculate(net))
        net, renumbering = recompiled(project, old, changes, most)
        local = all(change.key in ("task", "dependency", "assignment") for change in changes)
        tangled = net.cycles or old.cycles or net.rows.warnings or old.rows.warnings  # circles of links, of parents
        many = MANY * len(changes) > net.rows.count > LARGE  # what they reach is most of the plan
        if not local or tangled or many or net.start != old.start:
            afford(most, net.rows.count)
            return Schedule(net, calculate(net))
        rows = touched_rows(old, net, changes)
        times = previous.times.moved(renumbering) if renumbering else previous.times
        return Schedule(net, recalculate(net, times, rows, most=most))


def _affected(
    project: Project, net: Network, changes: Sequence[Change]
) -> tuple[dict[int, Task], list[LinkChange], bool]:
    """(changed tasks by row, changed links, whether the whole network has to be compiled again)."""
    tasks: dict[int, Task] = {}
    links: list[LinkChange] = []
    for change in changes:
        before, after, read = change.before, change.after, _READ.get(change.key)
        if read is None or not (_counts(project, net, before) or _counts(project, net, after)):
            continue
        if before is None or after is None or read(before) != read(after):
            if change.key == "assignment" and _keeps_pace(net, before, after):
                continue
            if change.key != "dependency":
                return {}, [], True
            links.append(
                (before if isinstance(before, Dependency) else None, after if isinstance(after, Dependency) else None)
            )
        elif isinstance(after, Task) and _TASK(before) != _TASK(after):
            tasks[net.rows.row[after.id]] = after
    return tasks, links, False


def _keeps_pace(net: Network, before: Record | None, after: Record | None) -> bool:
    """Whether only the amount of somebody's work differs, on a task that goes by its duration and not by people."""
    if not (isinstance(before, Assignment) and isinstance(after, Assignment)) or _JOINS(before) != _JOINS(after):
        return False
    works = before.work and after.work and before.units > 0 and after.units > 0
    return bool(works) and net.rows.row.get(after.task, -1) not in net.crews


_JOINS = attrgetter("task", "resource", "delay", "levelling_delay")


def _counts(project: Project, net: Network, record: Record | None) -> bool:
    """Whether dates may depend on ``record``.

    Assignments without work follow their task, but for the time of people who have a calendar of their own or join
    later, and where others set the pace.
    """
    if not isinstance(record, Assignment):
        return record is not None
    if record.work is not None:
        return bool(record.work)
    resource = project.find(Resource, record.resource)
    own = resource is None or resource.calendar is not None or record.delay > 0 or record.levelling_delay > 0
    return own or net.rows.row.get(record.task, -1) in net.crews


def leaves_stored(project: Project, previous: Schedule, changes: Sequence[Change]) -> bool:
    """Whether ``changes`` are such that stored dates (see ``stored``) no longer hold.

    That is anything that dates follow from; not what only marks tasks, such as the critical limit, and not
    a change that says itself which dates are shown.
    """
    net = previous.network
    if net.profile.date_source != "stored" or chooses_source(changes):
        return False
    weighing = [
        change
        for change in changes
        if not (change.key == "project" and change.before and change.after and _differ(change) <= MARKS)
    ]
    tasks, links, rebuild = _affected(project, net, weighing)
    return bool(tasks or links or rebuild)


def _differ(change: Change) -> set[str]:
    before, after = change.before, change.after
    if before is None or after is None:
        return {"id"}
    names = set(before.info.specs) - {"changed_at", "changed_by"}
    return {name for name in names if getattr(before, name) != getattr(after, name)}


def calculate(net: Network) -> Times:
    """All passes over all rows."""
    times = Times(net.rows.count)
    run_forward(net, times)
    _finish_all(net, times)
    return times


def _finish_all(net: Network, times: Times) -> None:
    """Everything after the forward pass, for all rows."""
    times.project_finish = project_finish(net, times)
    times.late_limit = net.required_finish or times.project_finish
    run_backward(net, times)
    if net.late_rows:
        _move_late_rows(net, times)
    rows = net.rows
    times.total_float = list(map(sub, times.late_work, times.start_work))
    run_total_floats(net, times, [row for row, kind in enumerate(net.kind) if kind not in (PLAIN, SUMMARY)])
    roll_up_late(net, times, reversed(rows.summaries))
    run_total_floats(net, times, rows.summaries)


def _move_late_rows(net: Network, times: Times) -> None:
    """A second forward pass in which tasks as late as possible, and what follows them, move right."""
    times.late_known = True
    run_forward(net, times, Agenda(net.position, net.order, net.late_rows))
    run_backward(net, times)
    for row in net.late_rows:
        times.early_start[row], times.early_finish[row], _ = logic_start(net, times, row)


def recalculate(
    net: Network,
    before: Times,
    rows: Iterable[int],
    copied: Callable[[], Times] | None = None,
    most: int | None = None,
) -> Times:
    """Passes over ``rows``, which read differently than when ``before`` was made, and what they reach.

    ``copied`` gives a copy of ``before`` to work in. Raises :class:`Large` where more than ``most`` are reached.
    """
    rows = set(rows)
    if net.late_rows or before.late_known or 3 * len(rows) > net.rows.count:
        afford(most, net.rows.count)
        return calculate(net)
    times = copied() if copied is not None else before.copy()
    seeds = rows.union(*(net.links.successors(row) for row in rows if net.links.out_of(row)))
    early = run_forward(net, times, Agenda(net.position, net.order, seeds, most))
    finish = _finish_after(net, times, before, early) if copied is not None else project_finish(net, times)
    if finish != times.project_finish or (net.late_needs_early and early):
        afford(most, net.rows.count)
        _finish_all(net, times)
        return times
    idle = (net.rows.inactive | net.rows.effort).intersection(early)  # their late dates are their early ones
    late = run_backward(net, times, Agenda(net.back_position, net.back_order, rows | idle | _led(net, early), most))
    touched = {*rows, *early, *late}
    if PINNED in net.kind:
        touched.update(q for row in early for q in net.links.successors(row) if net.kind[q] == PINNED)
    summaries = {summary for row in touched for summary in net.rows.above(row)}
    summaries.update(row for row in touched if net.rows.kids[row])
    run_total_floats(net, times, touched - summaries)
    roll_up_late(net, times, sorted(summaries, reverse=True))
    run_total_floats(net, times, summaries)
    times.changed = touched | summaries
    return times


def _led(net: Network, early: Iterable[int]) -> set[int]:
    """Rows whose late dates depend on ``early`` ones: what lies within the same summary, by the links of that."""
    found: set[int] = set()
    moved = sorted(early) if net.early_bounds else []
    for summary in net.early_bounds:
        at, end = bisect_left(moved, summary), net.rows.end[summary]
        if at < len(moved) and moved[at] < end:
            found.update(range(summary, end))
    return found


def _finish_after(net: Network, times: Times, before: Times, early: Iterable[int]) -> int:
    """As :func:`project_finish`, where only rows ``early`` of the same rows may finish elsewhere than ``before``."""
    known, parent, inactive = before.project_finish, net.rows.parent, net.rows.inactive
    tops = [row for row in early if parent[row] < 0 and row not in inactive]
    if any(before.finish[row] >= known for row in tops):
        return project_finish(net, times)
    return max([known, *map(times.finish.__getitem__, tops)])


def project_finish(net: Network, times: Times) -> int:
    """Finish of the latest active task, or the project start where there is none."""
    top, inactive = net.rows.top, net.rows.inactive
    active = top if not inactive else [row for row in top if row not in inactive]
    return max(map(times.finish.__getitem__, active), default=net.start)
