"""How much work each task holds: planned, done, left and overtime. Summaries are sums of what they contain."""

from __future__ import annotations

from typing import NamedTuple

from desktop.domain.costing.work import amount_of
from desktop.domain.plan import Resource, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule
from desktop.domain.scheduling.crew import WORKING


class TaskWork(NamedTuple):
    """Minutes of work of people and equipment."""

    total: int = 0
    actual: int = 0
    overtime: int = 0
    """Part of the total."""

    @property
    def remaining(self) -> int:
        return max(0, self.total - self.actual)


def work_of_tasks(project: Project, schedule: Schedule) -> list[TaskWork]:
    """By row: of the assignments, else as entered for the task. An inactive task has none."""
    rows = schedule.network.rows
    found = [TaskWork() if row in rows.inactive else _of(project, schedule, row) for row in range(rows.count)]
    for row in reversed(rows.summaries):
        parts = [found[row], *(found[kid] for kid in rows.kids[row])]
        found[row] = TaskWork(*(sum(amounts) for amounts in zip(*parts, strict=True)))
    return found


def _of(project: Project, schedule: Schedule, row: int) -> TaskWork:
    task = project.get(Task, schedule.ids[row])  # the schedule may be older than what moved no date
    total = actual = overtime = 0
    assigned = False
    for item in project.assignments(task.id):
        resource = project.find(Resource, item.resource)
        if resource is None or resource.kind not in WORKING:
            continue
        assigned = True
        amount = amount_of(schedule, item, resource)
        total += amount
        overtime += item.overtime_work or 0
        # Who has reported nothing has done as much as the task as a whole.
        actual += amount * schedule.percents[row] // 100 if item.actual_work is None else item.actual_work
    # What a summary carries is the sum of its parts, whatever a file recorded for it.
    if assigned or schedule.network.rows.kids[row]:
        return TaskWork(total, actual, overtime)
    work = task.work or 0
    return TaskWork(work, work * schedule.percents[row] // 100 if task.actual_work is None else task.actual_work)
