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


class WorkOfTasks:
    """Of the assignments, else as entered for the task; an inactive task has none. Added up when a task is asked for:
    who looks at one task does not wait for ten thousand."""

    def __init__(self, project: Project, schedule: Schedule) -> None:
        """What is asked later is told of ``project`` as it is then."""
        self._project, self._schedule = project, schedule
        self._known: dict[int, TaskWork] = {}

    def of(self, row: int) -> TaskWork:
        """Work of the task in a row of the schedule, with all within it."""
        known, kids = self._known, self._schedule.network.rows.kids
        if row not in known:
            wanted = [row]
            for each in wanted:  # which grows meanwhile: what is within comes behind
                wanted += [kid for kid in kids[each] if kid not in known]
            for each in reversed(wanted):
                known[each] = self._add_up(each)
        return known[row]

    def _add_up(self, row: int) -> TaskWork:
        rows = self._schedule.network.rows
        own = TaskWork() if row in rows.inactive else _of(self._project, self._schedule, row)
        if not rows.kids[row]:
            return own
        parts = [own, *(self._known[kid] for kid in rows.kids[row])]
        return TaskWork(*(sum(amounts) for amounts in zip(*parts, strict=True)))


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
