"""The critical-path test: a critical task is made much longer, and the finish must follow.

It is not estimated but tried, on a copy of the plan.
"""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.health.dates import INDEX
from desktop.domain.health.measure import Measure, Rule
from desktop.domain.health.scope import Scope
from desktop.domain.plan import Task
from desktop.domain.scheduling import schedule as calculate
from desktop.domain.scheduling.remaining import remaining_duration

PUSH = 600
"""Working days added to a critical task; the finish must follow to within five per cent (calendars may differ)."""
CRITICAL_PATH = Rule("critical_path", 12, "days", PUSH * INDEX, at_least=True)


def critical_path(scope: Scope) -> Measure:
    """Measure 12 of DCMA: by how many working days the finish of the project moves."""
    task = _to_lengthen(scope)
    if task is None:
        return CRITICAL_PATH.unknown("no_critical_task")
    copy, schedule = scope.project.snapshot(), scope.schedule
    copy.put("task", task.id, _longer(task, PUSH * (1440 if task.elapsed else scope.day)))
    if copy.profile.date_source != "calculated":  # stored dates would not move at all
        copy.put("project", copy.profile.id, replace(copy.profile, date_source="calculated"))
    before, after = schedule.times.project_finish, calculate(copy).times.project_finish
    if task.elapsed:
        return CRITICAL_PATH.found((after - before) / 1440, (task.id,), 1)
    return CRITICAL_PATH.found(schedule.calendar(task.id).between(before, after) / scope.day, (task.id,), 1)


def _to_lengthen(scope: Scope) -> Task | None:
    """The earliest critical task whose duration moves its finish; one that is not begun where there is one."""
    fit = [
        task for task in scope.open
        if task.id in scope.schedule.critical_ids and task.duration and not task.milestone and task.mode == "auto"
    ]  # fmt: skip

    def order(task: Task) -> tuple[bool, int]:
        begun = task.actual_start is not None or task.percent_complete > 0
        return begun, scope.schedule.start_minutes(task.id)

    return min(fit, key=order, default=None)


def _longer(task: Task, minutes: int) -> Task:
    """``task`` with so much more to do, which its people do not share."""
    begun = task.remaining_duration is not None or task.percent_complete > 0
    left = remaining_duration(task, task.duration) + minutes if begun else None
    return replace(task, duration=task.duration + minutes, remaining_duration=left, task_type="fixed_duration")
