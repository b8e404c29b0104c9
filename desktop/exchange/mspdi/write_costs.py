"""Actual costs as they are written: entered ones, or what follows from the work that was done."""

from __future__ import annotations

from desktop.domain.costing import costs
from desktop.domain.plan import Assignment, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule


class ActualCosts:
    """What is written as the actual cost of tasks and assignments, in minor units."""

    def __init__(self, project: Project, schedule: Schedule) -> None:
        self._costs = costs(project, schedule)
        self.entered = any(one.actual_cost is not None for one in project.table(Assignment).values()) or any(
            task.actual_cost is not None and bool(task.fixed_cost or project.assignments(task.id))
            for task in project.table(Task).values()
        )
        """Whether Project has to keep to the actual costs of the file."""

    def of_task(self, task: Task) -> int | None:
        """Entered, or reckoned as soon as work has begun."""
        if task.actual_cost is not None or task.actual_start is None:
            return task.actual_cost
        return sum(line.actual for line in self._costs.lines(task.id, within=False))

    def of_assignment(self, item: Assignment, task: Task) -> int | None:
        """As :meth:`of_task`."""
        if item.actual_cost is not None or task.actual_start is None:
            return item.actual_cost
        return self._costs.of_assignment(item).actual
