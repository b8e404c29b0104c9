"""Work, duration and units of a task belong together: work = duration × units.

Whoever changes a duration keeps to the task type, as Microsoft Project does: with fixed units and fixed
duration the work changes along, with fixed work the units do. Assignments without work of their
own simply follow their task and are left alone.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from desktop.domain.changes import Transaction
from desktop.domain.plan import Assignment, Task
from desktop.domain.scheduling import Schedule, schedule, to_minutes


def keep_pace(tx: Transaction, task: Task, minutes: int) -> dict[str, Any]:
    """Bring the assignments of ``task`` in line with a new duration; returns fields of the task itself.

    A milestone keeps the work of its assignments, so that it can be made a task again.
    """
    assigned = [one for one in tx.project.assignments(task.id) if one.work]
    if not assigned or minutes <= 0 or minutes == task.duration:
        return {}
    before = task.duration
    if task.task_type == "fixed_work" and before:
        for one in assigned:
            tx.update(Assignment, one.id, units=max(1, _share(one.units, before, minutes)))
        return {}
    total = 0
    for one in assigned:
        work = _share(one.work or 0, minutes, before) if before else minutes * one.units // 100
        overtime = _share(one.overtime_work, minutes, before) if one.overtime_work and before else one.overtime_work
        tx.update(Assignment, one.id, work=work, overtime_work=overtime)
        total += work
    return {"work": total} if task.work is not None else {}


def duration_between(tx: Transaction, task: Task, start: dt.datetime, finish: dt.datetime) -> int:
    """The duration with which ``task`` spans ``start`` to ``finish``, in working minutes.

    Where people set the pace, the duration changes in the proportion in which the bar does.
    """
    plan: Schedule = tx.schedule or schedule(tx.project)
    clock = plan.calendar(task.id)
    span = clock.between(to_minutes(start), to_minutes(finish))
    if task.id not in plan or not plan.goes_by_people(task.id):
        return span
    dates = plan.of(task.id)
    before = clock.between(to_minutes(dates.start), to_minutes(dates.finish))
    return _share(task.duration, span, before) if before > 0 and span > 0 else span


def _share(amount: int, part: int, whole: int) -> int:
    """``amount`` × ``part`` ÷ ``whole``, to the nearest whole."""
    return (amount * part + whole // 2) // whole
