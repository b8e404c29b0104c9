"""What tasks cost, in total and over time, from assignments, rates and fixed costs.

Summaries and the project are sums of what they contain; everything is in minor units of the currency.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from desktop.domain.costing.cumulative import Part, cumulative
from desktop.domain.costing.lines import Line
from desktop.domain.costing.rates import has_price, prices_of
from desktop.domain.costing.work import FLAT, WorkOverTime, lay, windows_of, work_over_time
from desktop.domain.plan import Assignment, Resource, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, to_minutes
from desktop.domain.scheduling.crew import WORKING
from desktop.domain.shares import WHOLE, share_of


@dataclass(frozen=True, slots=True)
class Cost:
    """Minor units. ``total`` is always ``actual`` + ``remaining``."""

    total: int = 0
    actual: int = 0
    remaining: int = 0
    fixed: int = 0
    """Part of what is planned that comes from fixed costs."""


class Costs:
    """Costs of every task of a project as scheduled; an inactive task costs nothing."""

    def __init__(self, project: Project, schedule: Schedule) -> None:
        self._project = project
        self._schedule = schedule

    def of(self, task: str | None) -> Cost:
        """Of a task with all within it, or of the project for None; KeyError for a task that is not in the plan."""
        if task is not None:
            return self._rolled[self._schedule.row[task]]
        top = [self._rolled[row] for row in self._schedule.network.rows.top]
        return _sum(top)

    def of_assignment(self, item: Assignment) -> Cost:
        """Of one assignment, before a cost that was entered for its task as a whole."""
        line = self.line_of(item)
        return Cost(line.total, line.actual, line.remaining) if line else Cost()

    def spread(self, task: str | None, edges: Sequence[dt.datetime]) -> list[int]:
        """Actual and remaining cost in each period between ``edges`` (see ``work.edges``)."""
        parts = [Part(line.start, line.finish, line.total_by) for line in self.lines(task)]
        done = cumulative(parts, [to_minutes(edge) for edge in edges])
        return [after - before for before, after in pairwise(done)]

    def lines(self, task: str | None, *, within: bool = True) -> list[Line]:
        """What the cost of a task consists of, with all within it or its own alone; of the project for None."""
        rows = self._schedule.network.rows
        if task is None:
            return [line for lines in self._lines for line in lines]
        row = self._schedule.row[task]
        return [line for one in (rows.subtree(row) if within else (row,)) for line in self._lines[one]]

    @cached_property
    def _lines(self) -> list[list[Line]]:
        rows = self._schedule.network.rows
        return [[] if row in rows.inactive else self._lines_of(row) for row in range(rows.count)]

    @cached_property
    def _rolled(self) -> list[Cost]:
        rows = self._schedule.network.rows
        found = []
        for row, lines in enumerate(self._lines):
            task = self._task(row)
            fixed = 0 if row in rows.inactive else task.fixed_cost or 0
            actual, remaining = sum(line.actual for line in lines), sum(line.remaining for line in lines)
            found.append(Cost(actual + remaining, actual, remaining, fixed))
        for row in reversed(rows.summaries):
            found[row] = _sum([found[row], *(found[kid] for kid in rows.kids[row])])
        return found

    def _task(self, row: int) -> Task:
        """As it stands in the project: the schedule may be older than costs that moved no date."""
        return self._project.get(Task, self._schedule.ids[row])

    def _lines_of(self, row: int) -> list[Line]:
        task = self._task(row)
        items = self._project.assignments(task.id)
        lines = [line for line in map(self.line_of, items) if line is not None]
        if task.fixed_cost:
            lines.append(self._sum_line(task, task.fixed_cost, task.fixed_cost_accrual))
        # What a summary carries is the sum of its parts, whatever a file recorded for it.
        if task.actual_cost is not None and not self._schedule.network.rows.kids[row]:
            more = task.actual_cost - sum(line.actual for line in lines)
            if more:
                lines.append(self._sum_line(task, 0, "prorated", entered=more))
        return lines

    def _sum_line(self, task: Task, amount: int, accrual: str, entered: int | None = None) -> Line:
        done, started, finished = self._progress(task)
        work = self._even(task)
        return Line(
            work, [], amount=amount, accrual=accrual, done=done * work.total // 100, started=started,
            finished=finished, entered=entered,
        )  # fmt: skip

    def _even(self, task: Task) -> WorkOverTime:
        """A measure of the time of ``task``: its working minutes."""
        clock = self._schedule.network.clock[self._schedule.row[task.id]]
        windows = windows_of(self._schedule, task.id)
        minutes = sum(max(0, clock.between(*window)) for window in windows)
        return lay(windows, clock, max(1, minutes) * 100, FLAT)

    def _progress(self, task: Task) -> tuple[int, bool, bool]:
        """(per cent complete, started, finished)."""
        percent = self._schedule.percent(task.id)
        finished = percent >= 100 or task.actual_finish is not None
        return percent, finished or percent > 0 or task.actual_start is not None, finished

    def line_of(self, item: Assignment) -> Line | None:
        """What one assignment costs and when; None where it costs nothing."""
        resource = self._project.find(Resource, item.resource)
        if resource is None or item.task not in self._schedule:
            return None
        task = self._project.get(Task, item.task)
        if resource.kind == "cost" or not has_price(resource):
            if not item.cost and item.actual_cost is None:
                return None
            return self._sum_line(task, item.cost or 0, resource.accrual, item.actual_cost)
        percent, started, finished = self._progress(task)
        work = work_over_time(self._project, self._schedule, item)
        prices = prices_of(resource, item.rate_table)
        done = item.actual_work
        if done is None:
            done = work.total * percent // 100
        else:
            started, finished = done > 0 or finished, finished or 0 < work.total <= done
        current = [price for price in prices if price.start <= work.start] or prices[:1]
        # A use is paid for each unit of people and equipment, and once for a delivery of material.
        share = share_of(item) if resource.kind in WORKING else WHOLE
        return Line(
            work, prices, overtime=item.overtime_work or 0,
            overtime_done=item.actual_overtime_work or 0 if item.actual_work else None,
            at_once=(current[-1].per_use * share + WHOLE // 2) // WHOLE, accrual=resource.accrual,
            done=done, started=started, finished=finished, entered=item.actual_cost,
        )  # fmt: skip


def costs(project: Project, schedule: Schedule) -> Costs:
    """Costs of ``project`` with the dates of ``schedule``. Pure; nothing is calculated before it is asked for."""
    return Costs(project, schedule)


def _sum(parts: Sequence[Cost]) -> Cost:
    return Cost(
        sum(one.total for one in parts),
        sum(one.actual for one in parts),
        sum(one.remaining for one in parts),
        sum(one.fixed for one in parts),
    )
