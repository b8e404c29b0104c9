"""Why a task is where it is, and why it is or is not critical.

Reasons come strongest first: a date that a person fixed, else the links that hold the task, else a
constraint, a summary's constraint, the data date or the project start; then what the calendar
added, and what the float says.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.plan import Dependency
from desktop.domain.project import Project
from desktop.domain.scheduling.clock import DAY, day_end, to_datetime, to_minutes
from desktop.domain.scheduling.crew import duration_of
from desktop.domain.scheduling.driving import driving_links, lag_told
from desktop.domain.scheduling.explain_float import why_critical
from desktop.domain.scheduling.forward import logic_start
from desktop.domain.scheduling.lags import link_bound
from desktop.domain.scheduling.reading import CREW, FIXED, LATE, PINNED, STARTED, SUMMARY
from desktop.domain.scheduling.reasons import REASONS, Reason, say
from desktop.domain.scheduling.result import Schedule

__all__ = ["REASONS", "Reason", "say", "why"]


def why(planned: Schedule, project: Project, task_id: str) -> list[Reason]:
    """Reasons for the start of a task, then for its being critical or not."""
    row = planned.row[task_id]
    net, times = planned.network, planned.times
    kind, facts = net.kind[row], net.facts.get(row)
    reasons: list[Reason] = []
    if row in net.rows.inactive:
        return [Reason("inactive", task_id)]
    if planned.shows_stored and planned.starts[row] != times.start[row]:
        reasons.append(Reason("stored", task_id, date=to_datetime(times.start[row])))
    shown = len(reasons)
    if kind == SUMMARY:
        reasons += _of_summary(planned, row)
    elif kind == FIXED and facts is not None:
        if facts.done:
            reasons.append(Reason("finished", task_id, date=to_datetime(times.finish[row])))
        else:
            reasons.append(Reason("outside" if net.tasks[row].outside else "manual", task_id))
    elif kind == STARTED and facts is not None:
        reasons.append(Reason("started", task_id, date=to_datetime(times.start[row])))
        reasons += _links(planned, project, row)
        status = net.profile.status_date
        if len(reasons) == shown + 1 and status is not None and facts.resume == day_end(status):
            reasons.append(Reason("remaining", task_id, date=status))
    elif kind == PINNED and facts is not None and facts.pin != "delay" and _is_pinned(planned, row):
        task = net.tasks[row]
        reasons.append(Reason("pinned", task_id, date=task.constraint_date, facts={"constraint": task.constraint}))
    else:
        reasons += _by_logic(planned, project, row)
    reasons += _away(planned, row)
    reasons += _left_out(planned, project, task_id)
    return [*reasons, *why_critical(planned, row)]


def _away(planned: Schedule, row: int) -> Iterator[Reason]:
    """Time that a task takes longer because who works on it is not there all the time."""
    net, times = planned.network, planned.times
    crew, task, clock = net.crews.get(row), net.tasks[row], net.clock[row]
    if not crew or net.kind[row] != CREW:
        return
    start, finish = times.start[row], times.finish[row]
    longer = clock.between(clock.place(start, net.span[row])[1], finish)
    last = max(crew, key=lambda one: one.calendar.place(start, duration_of(one, task))[1])
    if longer > 0 and last.calendar is not clock and duration_of(last, task) <= task.duration:
        yield Reason("away", task.id, date=to_datetime(finish), minutes=longer, facts={"calendar": last.calendar.name})


def _left_out(planned: Schedule, project: Project, task_id: str) -> Iterator[Reason]:
    """Links into the task that the schedule leaves out because they form a circle."""
    circled = {identity for circle in planned.cycles for identity in circle}
    for dependency in project.predecessors(task_id):
        if dependency.id in planned.left_out and dependency.predecessor in circled and task_id in circled:
            yield Reason("left_out", task_id, dependency.predecessor, dependency.id)


def _is_pinned(planned: Schedule, row: int) -> bool:
    net, times = planned.network, planned.times
    return net.facts[row].pin in ("mso", "mfo") or logic_start(net, times, row)[0] != times.start[row]


def _of_summary(planned: Schedule, row: int) -> Iterator[Reason]:
    net, times = planned.network, planned.times
    kids, ids = net.rows.counted[row], net.rows.ids
    first, last = min(kids, key=times.start.__getitem__), max(kids, key=times.finish.__getitem__)
    yield Reason("part_first", ids[row], ids[first], date=to_datetime(times.start[first]))
    yield Reason("part_last", ids[row], ids[last], date=to_datetime(times.finish[last]))


def _links(planned: Schedule, project: Project, row: int) -> Iterator[Reason]:
    net, times = planned.network, planned.times
    for p, identity in driving_links(net, times, row):
        dependency = project.find(Dependency, identity)
        if dependency is None:
            continue
        kind = dependency.type
        date = times.start[p] if kind in ("SS", "SF") else times.finish[p]
        lag, unit = lag_told(planned, dependency)
        code = kind if not lag else f"{kind}_lag" if lag > 0 else f"{kind}_lead"
        ids = net.rows.ids
        yield Reason(code, ids[row], ids[p], identity, to_datetime(date), abs(lag), unit)


def _by_logic(planned: Schedule, project: Project, row: int) -> Iterator[Reason]:
    """What holds a task that follows its links: links, or else what stands in for them."""
    net, times = planned.network, planned.times
    identity, task = net.rows.ids[row], net.tasks[row]
    if net.kind[row] == LATE and times.early_start.get(row, times.start[row]) < times.start[row]:
        yield Reason("late", identity)
        return
    found = list(_links(planned, project, row))
    if net.profile.schedule_from == "finish" and not found:
        yield Reason("from_finish", identity)
        return
    yield from found or [_anchor(planned, row)]
    if task.levelling_delay and net.kind[row] == PINNED:
        yield Reason("delay", identity, minutes=task.levelling_delay, unit="ed")
        return
    held = {reason.code[:2] for reason in found}
    if held and held <= {"FF", "SF"}:
        if net.span[row]:
            yield Reason("finish_held", identity)
        return  # its start is counted back from there: no calendar keeps it waiting
    yield from _waiting(planned, row)


def _waiting(planned: Schedule, row: int) -> Iterator[Reason]:
    """Days that passed before work could begin although nothing else held the task."""
    net, times = planned.network, planned.times
    identity, start = net.rows.ids[row], times.start[row]
    bounds = [net.floor[row], *(times.finish[p] for p in net.links.plain_predecessors(row))]
    bounds += [link_bound(net, times, link) for link in net.links.into(row) if link.type < 2]
    since = max(bounds)
    if start - since < DAY:
        return
    calendar = net.calendars[row]
    if not calendar.between(since, start):
        facts = {"calendar": calendar.name}
        yield Reason("calendar", identity, date=to_datetime(start), minutes=start - since, facts=facts)
    elif row in net.crews:
        shares = net.crews[row]
        joining, levelled = (min(share.delay for share in shares), min(share.levelling for share in shares))
        if joining:
            yield Reason("assigned_later", identity, minutes=joining)
        elif levelled:
            yield Reason("delay", identity, minutes=levelled, unit="ed")
        elif not any(share.calendar.between(since, start) for share in shares):
            yield Reason("resources", identity, date=to_datetime(start))


def _anchor(planned: Schedule, row: int) -> Reason:
    """What holds a task that no link holds."""
    net = planned.network
    identity, task, floor = net.rows.ids[row], net.tasks[row], net.floor[row]
    if task.external_start is not None and to_minutes(task.external_start) == floor:
        return Reason("external", identity, date=task.external_start)
    date = task.constraint_date
    if task.constraint in ("snet", "fnet", "mso", "mfo") and date is not None:
        early = to_minutes(date)
        if task.constraint in ("fnet", "mfo") and net.span[row]:
            early = net.back[row](early, net.span[row])[0]
        if early == floor:
            return Reason("constraint", identity, date=date, facts={"constraint": task.constraint})
    for above in net.rows.above(row):
        if net.gates.get(above) == floor:
            return Reason("summary", identity, net.rows.ids[above], date=to_datetime(floor))
    status = net.profile.status_date
    if status is not None and floor == day_end(status):
        return Reason("data_date", identity, date=status)
    return Reason("project_start", identity, date=planned.project_start)
