"""What the measures look at.

Tasks are active and not summaries; level of effort follows other work and is left out. Unless a measure says
otherwise they are unfinished. A link counts when both its ends do. The status date counts through its end.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property

from desktop.domain.forecast import baseline_finishes, leaves
from desktop.domain.health.measure import Measure, Rule
from desktop.domain.plan import Dependency, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule


class Scope:
    """The tasks and links of a plan that are measured."""

    def __init__(self, project: Project, schedule: Schedule) -> None:
        self.project, self.schedule = project, schedule
        self.day = max(project.profile.minutes_per_day, 1)
        """Working minutes."""
        self.all = [task for task in leaves(project, schedule) if not task.level_of_effort]
        self.open = [task for task in self.all if not self.is_done(task)]
        self.agreed = baseline_finishes(project)
        status = project.profile.status_date
        self.morning = dt.datetime.combine(status, dt.time()) if status else None
        """Of the status date."""
        self.night = self.morning + dt.timedelta(1) if self.morning else None

    def is_done(self, task: Task) -> bool:
        """Whether ``task`` is finished."""
        return task.actual_finish is not None or self.schedule.percent(task.id) >= 100

    @cached_property
    def links(self) -> list[Dependency]:
        """Links between unfinished tasks."""
        known = {task.id for task in self.open}
        return [
            link for link in self.project.table(Dependency).values()
            if link.predecessor in known and link.successor in known and link.id not in self.schedule.left_out
        ]  # fmt: skip

    def incoming(self, task: Task) -> list[Dependency]:
        """Links that hold ``task``: its own, and those of the summaries around it, which hold all within them."""
        return [link for one in self._around(task) for link in self.project.predecessors(one) if self._counts(link)]

    def outgoing(self, task: Task) -> list[Dependency]:
        """Links by which ``task`` holds others, as :meth:`incoming`."""
        return [link for one in self._around(task) for link in self.project.successors(one) if self._counts(link)]

    def _around(self, task: Task) -> list[str]:
        rows = self.schedule.network.rows
        return [task.id, *(rows.ids[row] for row in rows.above(self.schedule.row[task.id]))]

    def _counts(self, link: Dependency) -> bool:
        row, inactive = self.schedule.row, self.schedule.network.rows.inactive
        ends = (row.get(link.predecessor, -1), row.get(link.successor, -1))
        return min(ends) >= 0 and link.id not in self.schedule.left_out and inactive.isdisjoint(ends)

    def share(self, rule: Rule, found: Iterable[Task]) -> Measure:
        """Per cent of the unfinished tasks that were ``found``."""
        if not self.open:
            return rule.unknown("no_tasks")
        ids = [task.id for task in found]
        return rule.found(100 * len(ids) / len(self.open), ids, len(self.open))

    def number(self, rule: Rule, found: Iterable[Task]) -> Measure:
        """How many of the unfinished tasks were ``found``."""
        ids = [task.id for task in found]
        return rule.found(len(ids), ids, len(self.open))
