"""What would bring a task forward: every change is tried on a copy of the plan and its gain measured.

Looked at is the chain that drives the task, nearest first. A change that gains nothing, because another
path takes over at once, is not proposed; of a task no more than half of what remains is taken away.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.domain.changes import Change
from desktop.domain.durations import duration_text
from desktop.domain.plan import CONSTRAINT, Calendar, CalendarException, Dependency, Task
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.scheduling.bands import STANDARD_DAY, format_bands
from desktop.domain.scheduling.clock import DAY, day_start
from desktop.domain.scheduling.driving import driving_links, lag_told, leaves_behind
from desktop.domain.scheduling.engine import schedule
from desktop.domain.scheduling.reading import PINNED
from desktop.domain.scheduling.remaining import remaining_duration
from desktop.domain.scheduling.result import Schedule
from desktop.i18n import N_

TRIALS = 60
"""Changes that are tried at most; a long chain is looked at from its end."""
DAYS_OFF = 3
"""Days off that are tried at most: each means a calculation of the whole plan."""


@dataclass(frozen=True, slots=True)
class Lever:
    """One change and what it gains; :func:`say_lever` makes the sentence."""

    code: str
    task: str
    """Id of the task that is changed."""
    gain: int
    """Working minutes by which the task asked about finishes sooner; negative for later."""
    change: Change
    minutes: int = 0
    """What is taken from a duration, a lag or a delay."""
    unit: str = "d"
    other: str | None = None
    """Id of the task at the other end of the link that is changed."""
    facts: Mapping[str, str] = field(default_factory=dict)
    date: dt.date | None = None


LEVERS = {
    "shorten": N_("Shorten “{task}” by {amount}: gains {gain}."),
    "shorten_delays": N_(
        "Do not shorten “{task}”: links hold its finish, so it would only start later; by {amount} shorter it "
        "costs {gain}."
    ),
    "lag": N_("Remove the lag of {amount} between “{other}” and “{task}”: gains {gain}."),
    "constraint": N_("Drop the constraint “{constraint}” of “{task}”: gains {gain}."),
    "manual": N_("Schedule “{task}” automatically instead of by hand: gains {gain}."),
    "delay": N_("Remove the levelling delay of {amount} from “{task}”: gains {gain}."),
    "assign": N_("Let the resources of “{task}” begin {amount} sooner: gains {gain}."),
    "work_day": N_("Work on {date}, a day off in the calendar “{calendar}”: gains {gain}."),
}
"""Sentences by code, in English; translate before filling in."""


def levers(planned: Schedule, project: Project, task_id: str) -> list[Lever]:
    """Changes by which the task would finish sooner, greatest gain first; last what would only delay it.

    Pure: ``project`` is not touched. Empty for a task that is finished or that nothing holds back.
    """
    found = [lever for _, lever in find_levers(planned, project, task_id) if lever is not None]
    return sorted(found, key=lambda lever: -lever.gain)


def find_levers(
    planned: Schedule, project: Project, task_id: str, cancelled: Callable[[], bool] = lambda: False
) -> Iterator[tuple[int, Lever | None]]:
    """(changes tried so far, one that is worth it or None), one after the other, nearest to the task first.

    Measured in calculated dates: those that an imported file stored do not move.
    """
    if planned.shows_stored:
        project = project.snapshot()
        profile = project.profile
        project.put("project", profile.id, profile.replace(date_source="calculated"))
        planned = schedule(project)
    if planned.row[task_id] in planned.network.rows.inactive:
        return
    bench = _Bench(planned, project, task_id)
    for trial in _trials(planned, project, task_id):
        if bench.used >= TRIALS or cancelled():
            return
        gain = bench.gain(trial.change)
        found: Lever | None = None
        if trial.code == "shorten" and gain > 0:
            found = _least(bench, trial, gain)
        elif trial.code == "shorten" and gain < 0:
            found = _as(trial, "shorten_delays", gain)
        elif gain > 0:
            found = _as(trial, trial.code, gain)
        yield bench.used, found


def _as(trial: Lever, code: str, gain: int) -> Lever:
    return Lever(code, trial.task, gain, trial.change, trial.minutes, trial.unit, trial.other, trial.facts, trial.date)


class _Bench:
    """A copy of the plan on which one change after the other is tried."""

    def __init__(self, planned: Schedule, project: Project, task_id: str) -> None:
        self._planned, self._copy, self._task = planned, project.snapshot(), task_id
        self.used = 0

    def gain(self, change: Change) -> int:
        """Working minutes, by the calendar of the task asked about."""
        self.used += 1
        self._copy.put(change.key, change.id, change.after)
        try:
            new = schedule(self._copy, self._planned, (change,))
        finally:
            self._copy.put(change.key, change.id, change.before)
        before, after = (plan.finish_minutes(self._task) for plan in (self._planned, new))
        return self._planned.calendar(self._task).between(after, before)


def _least(bench: _Bench, trial: Lever, gain: int) -> Lever:
    """The smallest shortening found that gains as much: more than that helps nothing."""
    if gain < trial.minutes and isinstance(trial.change.before, Task):
        smaller = _shortening(trial.change.before, gain, trial.unit)
        if bench.gain(smaller.change) == gain:
            return _as(smaller, "shorten", gain)
    return _as(trial, "shorten", gain)


def _trials(planned: Schedule, project: Project, task_id: str) -> Iterator[Lever]:
    """Changes worth trying, along the driving chain from its end."""
    days_off: set[tuple[str, dt.date]] = set()
    for row in driving_chain(planned, task_id):
        task = project.find(Task, planned.network.rows.ids[row])
        if task is None or task.actual_finish is not None or task.percent_complete >= 100:
            continue
        yield from _of_task(planned, project, row, task)
        yield from _of_links(planned, project, row)
        if len(days_off) < DAYS_OFF:
            yield from _of_day_off(planned, project, row, task, days_off)


def driving_chain(planned: Schedule, task_id: str) -> list[int]:
    """Rows without children that hold the task where it is, itself first, then what holds those."""
    net, times = planned.network, planned.times
    first = net.rows.row[task_id]
    leaves = [row for row in net.rows.subtree(first) if not net.rows.kids[row]]
    pending = [row for row in leaves if times.finish[row] == times.finish[first]]
    chain = dict.fromkeys(pending)
    for row in (queue := list(pending)):
        for p, identity in driving_links(net, times, row):
            for leaf in leaves_behind(net, times, p, identity, row):
                if leaf not in chain:
                    chain[leaf] = None
                    queue.append(leaf)
    return list(chain)


def _of_task(planned: Schedule, project: Project, row: int, task: Task) -> Iterator[Lever]:
    remaining = planned.network.duration[row]
    if task.actual_start is not None:
        remaining = planned.network.tail[row]
    if task.duration and remaining >= 2 and task.mode != "manual":
        yield _shortening(task, remaining // 2, task.duration_unit)
    if task.mode == "manual" and not task.outside:
        yield _edit("manual", task, mode="auto", manual_start=None, manual_finish=None)
    if task.levelling_delay and planned.network.kind[row] == PINNED:
        yield _edit("delay", task, minutes=task.levelling_delay, unit="ed", levelling_delay=0)
    for held in (task, *(planned.network.tasks[above] for above in planned.network.rows.above(row))):
        if held.constraint not in ("", "asap", "snlt", "fnlt"):
            free: dict[str, Any] = {"constraint": "asap", "constraint_date": None, "pinned": False}
            yield _edit("constraint", held, facts={"constraint": held.constraint}, **free)
    for assignment in project.assignments(task.id):
        delay = assignment.delay + assignment.levelling_delay
        if delay > 0:
            after = assignment.replace(delay=0, levelling_delay=0)
            yield Lever("assign", task.id, 0, _change(assignment, after), delay)


def _edit(
    code: str, task: Task, minutes: int = 0, unit: str = "d", facts: Mapping[str, str] | None = None, **fields: Any
) -> Lever:
    return Lever(code, task.id, 0, _change(task, task.replace(**fields)), minutes, unit, facts=facts or {})


def _shortening(task: Task, minutes: int, unit: str) -> Lever:
    fields: dict[str, Any] = {"duration": max(1, task.duration - minutes)}
    if task.remaining_duration is not None or task.actual_start is not None:
        fields["remaining_duration"] = max(0, remaining_duration(task, task.duration) - minutes)
    return _edit("shorten", task, minutes, unit, **fields)


def _change(before: Record, after: Record) -> Change:
    return Change(before.info.key, before.id, before, after)


def _of_links(planned: Schedule, project: Project, row: int) -> Iterator[Lever]:
    for _, identity in driving_links(planned.network, planned.times, row):
        dependency = project.find(Dependency, identity)
        if dependency is None:
            continue
        lag, unit = lag_told(planned, dependency)
        if lag > 0:
            change = _change(dependency, dependency.replace(lag=0, lag_percent=None))
            yield Lever("lag", dependency.successor, 0, change, lag, unit, dependency.predecessor)


def _of_day_off(
    planned: Schedule, project: Project, row: int, task: Task, tried: set[tuple[str, dt.date]]
) -> Iterator[Lever]:
    """The first day without working time between the start and the finish of a task in the chain."""
    record = project.find(Calendar, task.calendar) or project.find(Calendar, project.profile.calendar)
    dates = planned.of(task.id)
    if record is None or task.elapsed:
        return
    clock = planned.network.calendars[row]
    day, last = dates.start.date(), dates.finish.date()
    while (day := day + dt.timedelta(1)) < last:
        minute = day_start(day)
        if (record.id, day) in tried or clock.between(minute, minute + DAY):
            continue
        tried.add((record.id, day))
        bands = next((item.bands for item in record.week if item.bands), format_bands(STANDARD_DAY))
        added = CalendarException(name="", start=day, finish=day, bands=bands, recurrence="")
        kept = tuple(item for item in record.exceptions if item.start != day or item.finish != day)
        change = _change(record, record.replace(exceptions=(*kept, added)))
        yield Lever("work_day", task.id, 0, change, date=day, facts={"calendar": record.name})
        return


def say_lever(lever: Lever, project: Project, words: Callable[..., str]) -> str:
    """The sentence of ``lever`` in the language of ``words``."""

    def name(identity: str) -> str:
        found = project.find(Task, identity)
        return found.name if found else identity

    facts: dict[str, object] = dict(lever.facts)
    facts["task"] = name(lever.task)
    if lever.other is not None:
        facts["other"] = name(lever.other)
    if lever.date is not None:
        facts["date"] = f"{lever.date:%Y-%m-%d}"
    if "constraint" in facts:
        facts["constraint"] = words(CONSTRAINT[lever.facts["constraint"]])
    facts["amount"] = duration_text(lever.minutes, lever.unit, project.profile, words)
    facts["gain"] = duration_text(abs(lever.gain), "d", project.profile, words)
    return words(LEVERS[lever.code], **facts)
