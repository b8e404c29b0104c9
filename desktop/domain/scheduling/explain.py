"""Why a task is where it is, and why it is or is not critical, in sentences.

Reasons come strongest first: a date that a person fixed, else the links that hold the task, else a
constraint, a summary's constraint, the data date or the project start; then what the calendar
added, and what the float says.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from desktop.domain.durations import duration_text
from desktop.domain.plan import CONSTRAINT, Dependency, Task
from desktop.domain.project import Project
from desktop.domain.scheduling.clock import day_start, to_datetime, to_minutes
from desktop.domain.scheduling.driving import driving_links
from desktop.domain.scheduling.forward import logic_start
from desktop.domain.scheduling.lags import link_bound
from desktop.domain.scheduling.reading import EFFORT, FIXED, LATE, PINNED, STARTED, SUMMARY
from desktop.domain.scheduling.result import Schedule
from desktop.i18n import N_


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason; :func:`say` makes the sentence."""

    code: str
    task: str
    """Id of the task that is explained."""
    other: str | None = None
    """Id of the task (predecessor, summary, part) that is the reason."""
    dependency: str | None = None
    date: dt.datetime | None = None
    minutes: int | None = None
    """Lag, float or waiting time."""
    unit: str = "d"
    facts: Mapping[str, str] = field(default_factory=dict)
    """Codes that are words of the program, by the name they have in the sentence."""


REASONS = {
    "finished": N_("It was finished on {date}."),
    "started": N_("It was started on {date}."),
    "remaining": N_("The work that remains cannot go on before {date}, the status date."),
    "manual": N_("It was put there by hand."),
    "pinned": N_("It is pinned: “{constraint}” {date}, whatever the tasks before it say."),
    "FS": N_("It waits for “{other}” to finish on {date}."),
    "SS": N_("It waits for “{other}” to start on {date}."),
    "FF": N_("It cannot finish before “{other}” finishes on {date}."),
    "SF": N_("It cannot finish before “{other}” starts on {date}."),
    "FS_lag": N_("It waits for “{other}” to finish on {date}, and {lag} more."),
    "SS_lag": N_("It waits for “{other}” to start on {date}, and {lag} more."),
    "FF_lag": N_("It cannot finish before “{other}” finishes on {date}, and {lag} more."),
    "SF_lag": N_("It cannot finish before “{other}” starts on {date}, and {lag} more."),
    "FS_lead": N_("It may start {lag} before “{other}” finishes on {date}."),
    "SS_lead": N_("It may start {lag} before “{other}” starts on {date}."),
    "FF_lead": N_("It may finish {lag} before “{other}” finishes on {date}."),
    "SF_lead": N_("It may finish {lag} before “{other}” starts on {date}."),
    "constraint": N_("It has the constraint “{constraint}” {date}."),
    "external": N_("What another project delivers does not let it start before {date}."),
    "summary": N_("“{other}”, which contains it, may not start before {date}."),
    "data_date": N_("Nothing that has not been done can lie before the status date, {date}."),
    "project_start": N_("Nothing holds it back: it starts with the project, on {date}."),
    "delay": N_("Levelling delays it by {lag}."),
    "late": N_("It is scheduled as late as possible without delaying the project."),
    "calendar": N_("Until {date} there is no working time in the calendar “{calendar}”."),
    "part_first": N_("It starts with “{other}”, the first task within it."),
    "part_last": N_("It ends with “{other}”, the last task within it."),
    "critical": N_("It is critical: any delay of it delays the end of the project, or breaks a date."),
    "critical_negative": N_("It is critical: it is {float} too late for a date that has to be kept."),
    "critical_within": N_("It is critical because its float of {float} is within the limit of the project."),
    "critical_part": N_("It is critical because “{other}” within it is."),
    "free": N_("It can slip by {float} without delaying any other task."),
    "float": N_("It can slip by {float} without delaying the project."),
    "effort": N_("It accompanies other tasks and takes as long as they do; it is never critical."),
    "done_float": N_("It is finished, so it is no longer critical."),
}
"""Sentences by code, in English; translate before filling in."""


def why(planned: Schedule, project: Project, task_id: str) -> list[Reason]:
    """Reasons for the start of a task, then one for its being critical or not."""
    row = planned.row[task_id]
    net, times = planned.network, planned.times
    kind, facts = net.kind[row], net.facts.get(row)
    reasons: list[Reason] = []
    if kind == SUMMARY:
        reasons += _of_summary(planned, row)
    elif kind == FIXED and facts is not None:
        if facts.done:
            reasons.append(Reason("finished", task_id, date=to_datetime(times.finish[row])))
        else:
            reasons.append(Reason("manual", task_id))
    elif kind == STARTED and facts is not None:
        reasons.append(Reason("started", task_id, date=to_datetime(times.start[row])))
        reasons += _links(planned, project, row)
        status = net.profile.status_date
        if len(reasons) == 1 and status is not None and facts.resume == day_start(status):
            reasons.append(Reason("remaining", task_id, date=to_datetime(facts.resume)))
    elif kind == PINNED and facts is not None and facts.pin != "delay" and _is_pinned(planned, row):
        task = net.tasks[row]
        reasons.append(Reason("pinned", task_id, date=task.constraint_date, facts={"constraint": task.constraint}))
    else:
        reasons += _by_logic(planned, project, row)
    reasons.append(_critical(planned, row))
    return reasons


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
        lag, unit = dependency.lag, dependency.lag_unit
        if dependency.lag_percent is not None:
            lag = (planned.of(net.rows.ids[p]).duration * dependency.lag_percent + 50) // 100
            unit = dependency.lag_unit if dependency.lag_unit.startswith("e") else net.tasks[p].duration_unit
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
    yield from found or [_anchor(planned, row)]
    if task.levelling_delay and net.kind[row] == PINNED:
        yield Reason("delay", identity, minutes=task.levelling_delay, unit="ed")
        return
    bounds = [net.floor[row], *(times.finish[p] for p in net.links.fs_in[row])]
    bounds += [link_bound(net, times, link) for link in net.links.in_links[row] if link.type < 2]
    wait = times.start[row] - max(bounds)
    if wait >= 1440:
        facts = {"calendar": net.calendars[row].name}
        yield Reason("calendar", identity, date=to_datetime(times.start[row]), minutes=wait, facts=facts)


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
    if status is not None and floor == day_start(status):
        return Reason("data_date", identity, date=to_datetime(floor))
    return Reason("project_start", identity, date=planned.project_start)


def _critical(planned: Schedule, row: int) -> Reason:
    net = planned.network
    identity = net.rows.ids[row]
    dates = planned.of(identity)
    if net.kind[row] == EFFORT:
        return Reason("effort", identity)
    if dates.actual_finish is not None or (dates.percent_complete >= 100 and not net.rows.kids[row]):
        return Reason("done_float", identity)
    amount = {"minutes": abs(dates.total_float), "unit": "ed" if net.tasks[row].elapsed else "d"}
    if not dates.critical:
        code = "free" if dates.free_float == dates.total_float else "float"
        return Reason(code, identity, **amount)  # type: ignore[arg-type]
    if net.rows.kids[row]:
        part = next(kid for kid in net.rows.kids[row] if planned.critical_rows[kid])
        return Reason("critical_part", identity, net.rows.ids[part])
    if dates.total_float < 0:
        return Reason("critical_negative", identity, **amount)  # type: ignore[arg-type]
    code = "critical_within" if dates.total_float else "critical"
    return Reason(code, identity, **amount)  # type: ignore[arg-type]


def say(reason: Reason, project: Project, words: Callable[..., str]) -> str:
    """The sentence of ``reason`` in the language of ``words``."""
    facts: dict[str, object] = dict(reason.facts)
    if reason.other is not None:
        other = project.find(Task, reason.other)
        facts["other"] = other.name if other else reason.other
    if reason.date is not None:
        facts["date"] = f"{reason.date:%Y-%m-%d %H:%M}".removesuffix(" 00:00")
    if reason.minutes is not None:
        facts["lag"] = facts["float"] = duration_text(reason.minutes, reason.unit, project.profile, words)
    if "constraint" in reason.facts:
        facts["constraint"] = words(CONSTRAINT[reason.facts["constraint"]])
    return words(REASONS[reason.code], **facts)
