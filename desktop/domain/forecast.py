"""The plan against what was agreed: forecast finish, late tasks, coming milestones."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import mul

from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, to_datetime, to_minutes
from desktop.domain.scheduling.clock import day_start

HORIZON = 90
"""Days ahead in which milestones are shown."""
COMPLETE = 100
"""Per cent."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """The schedule in figures. Variances are working days, positive when late; ids stand earliest first."""

    start: dt.datetime
    finish: dt.datetime
    target: dt.date | None
    """Finish of the baseline, else the planned finish of the project."""
    has_baseline: bool
    variance: int | None
    tolerance: int | None
    """Agreed working days, None where nothing was agreed."""
    tasks: int
    """Active tasks that are not summaries."""
    done: int
    percent: int
    """Done, weighted by duration."""
    critical: tuple[str, ...]
    """Tasks on the critical path; what is finished can delay nothing."""
    late: tuple[str, ...]
    """Tasks that should be finished before today and are not."""
    slipped: tuple[str, ...]
    """Unfinished tasks that will finish later than in the baseline."""
    missed_deadlines: tuple[str, ...]
    """Unfinished tasks that will finish after their deadline."""

    def part(self, name: str) -> tuple[str, ...]:
        """Ids of the tasks that a figure counts: ``critical``, ``late``, ``slipped`` or ``deadline``."""
        parts = {
            "critical": self.critical, "late": self.late, "slipped": self.slipped, "deadline": self.missed_deadlines,
        }  # fmt: skip
        return parts.get(name, ())


@dataclass(frozen=True, slots=True)
class Milestone:
    """One milestone that is not reached yet."""

    task: str
    name: str
    baseline: dt.date | None
    forecast: dt.date
    variance: int | None
    """Working days, positive when late; None without a baseline."""
    overdue: bool
    """Forecast for a day that has passed."""


def working_days(
    project: Project, schedule: Schedule, start: dt.datetime, finish: dt.datetime, task: str | None = None
) -> int:
    """Working days of the task's (or the project's) calendar from ``start`` to ``finish``.

    Half a day late is a day late, half a day early is not yet early: fractions count towards late.
    """
    minutes = schedule.calendar(task).between(to_minutes(start), to_minutes(finish))
    return math.ceil(minutes / project.profile.minutes_per_day)


def baseline_finishes(project: Project) -> Mapping[str, dt.datetime]:
    """Finish by task id in the baseline in force; empty without one."""
    taken = project.baseline
    return {row.task: row.finish for row in taken.tasks if row.task and row.finish} if taken else {}


def leaves(project: Project, schedule: Schedule) -> Iterator[Task]:
    """Active tasks of the plan that are not summaries, in outline order."""
    tasks, outline = project.table(Task), project.outline
    for row, (identity, end) in enumerate(zip(outline.order, outline.end, strict=True), 1):
        if end > row:
            continue
        task = tasks[identity]
        if task.active and identity in schedule:
            yield task


def forecast(project: Project, schedule: Schedule, today: dt.date) -> Forecast:
    """Forecast, progress and slips of the plan as of ``today``.

    Only tasks of ``project`` count: it may hold less than what was scheduled, as in a report for a client.
    """
    agreed = baseline_finishes(project)
    tasks = list(leaves(project, schedule))
    # Every task of the plan is looked at before the first page is filled, so no dates are made, only minutes compared.
    row, starts, ends, percent_of = schedule.row, schedule.starts, schedule.finishes, schedule.percents
    critical, past = schedule.critical_ids, day_start(today)
    rows = [row[task.id] for task in tasks]
    finishes = {task.id: ends[at] for task, at in zip(tasks, rows, strict=True)}
    percents = [percent_of[at] for at in rows]
    coming = [
        task for task, done in zip(tasks, percents, strict=True) if done < COMPLETE and task.actual_finish is None
    ]
    coming.sort(key=lambda task: finishes[task.id])
    durations = [schedule.duration(task.id) for task in tasks]
    length = sum(durations)
    spent = sum(map(mul, durations, percents))
    done = len(tasks) - len(coming)
    target = _target(project, agreed)
    finish = to_datetime(max(finishes.values())) if tasks else schedule.project_start

    def slips(task: Task) -> bool:
        before = agreed.get(task.id)
        if before is None or to_minutes(before) >= finishes[task.id]:
            return False
        return schedule.calendar(task.id).between(to_minutes(before), finishes[task.id]) > 0

    def misses(task: Task) -> bool:
        return task.deadline is not None and finishes[task.id] > to_minutes(task.deadline)

    return Forecast(
        start=to_datetime(min(map(starts.__getitem__, rows))) if rows else schedule.project_start,
        finish=finish,
        target=target.date() if target else None,
        has_baseline=bool(agreed),
        variance=working_days(project, schedule, target, finish) if target and tasks else None,
        tolerance=project.profile.tolerance_days,
        tasks=len(tasks),
        done=done,
        percent=spent // length if length else 100 * done // len(tasks) if tasks else 0,
        critical=tuple(task.id for task in tasks if task.id in critical),
        late=tuple(task.id for task in coming if finishes[task.id] <= past),
        slipped=tuple(task.id for task in coming if slips(task)) if agreed else (),
        missed_deadlines=tuple(task.id for task in coming if misses(task)),
    )


def _done(schedule: Schedule, task: Task) -> bool:
    return task.actual_finish is not None or schedule.percent(task.id) >= COMPLETE


def _target(project: Project, agreed: Mapping[str, dt.datetime]) -> dt.datetime | None:
    planned = project.profile.planned_finish
    if agreed:
        return max(agreed.values())
    return dt.datetime.combine(planned, dt.time(23, 59)) if planned else None


def milestones(project: Project, schedule: Schedule, today: dt.date, days: int = HORIZON) -> tuple[Milestone, ...]:
    """Milestones not reached yet whose forecast lies before ``today`` + ``days``, earliest first."""
    agreed = baseline_finishes(project)
    found = []
    for task in leaves(project, schedule):
        if not task.milestone or _done(schedule, task):
            continue
        finish, before = schedule.of(task.id).finish, agreed.get(task.id)
        if finish.date() >= today + dt.timedelta(days):
            continue
        variance = working_days(project, schedule, before, finish, task.id) if before else None
        found.append(
            Milestone(
                task.id, task.name, before.date() if before else None, finish.date(), variance, finish.date() < today
            )
        )
    return tuple(sorted(found, key=lambda item: (item.forecast, item.name)))


def plan_part(project: Project, schedule: Schedule, today: dt.date, name: str) -> tuple[str, ...]:
    """Ids of the tasks behind a figure of the plan: see :meth:`Forecast.part`, and ``milestones``; else empty."""
    if name == "milestones":
        return tuple(item.task for item in milestones(project, schedule, today))
    return forecast(project, schedule, today).part(name)
