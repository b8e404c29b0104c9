"""Earned value of every task at one moment, and over time.

Planned value comes from the baseline, actual cost from assignments, rates and what was entered. How much is
earned follows the method of the task. Each is a cumulative function of time, so that periods and tasks add up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from desktop.domain.costing import Costs, costs
from desktop.domain.costing.cumulative import Part, cumulative
from desktop.domain.costing.work import work_over_time
from desktop.domain.earned_value.budget import Budget, basis_of, budgets, missing
from desktop.domain.earned_value.figures import COST, WORK, EarnedValue
from desktop.domain.plan import Baseline, Resource, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, to_minutes
from desktop.domain.scheduling.crew import WORKING


class Performance:
    """A plan against a baseline, as of the end of a day. ``money`` are the costs of the plan, where they are known."""

    def __init__(
        self, project: Project, schedule: Schedule, baseline: Baseline, status: dt.date, *, money: Costs | None = None
    ) -> None:
        self.project, self.schedule, self.baseline, self.status = project, schedule, baseline, status
        self.night = to_minutes(dt.datetime.combine(status, dt.time())) + 1440
        self.wanted: str = project.profile.ev_basis
        """What the project wants value to be counted in; see ``basis``."""
        self.basis = basis_of(project, baseline)
        self._money_known = money
        self.budgets: Sequence[Budget] = tuple(budgets(project, schedule, baseline, self.basis))

    @property
    def unplanned(self) -> Sequence[str]:
        """Ids of tasks added since the baseline: they have no budget, but what they take counts."""
        return missing(self.schedule, self.baseline)

    def of(self, task: str | None = None) -> EarnedValue:
        """Figures of a task with all within it, or of the project; KeyError for a task that is not in the plan."""
        rows = self.schedule.network.rows
        within = range(rows.count) if task is None else rows.subtree(self.schedule.row[task])
        bac, pv, ev, ac = (sums[within.stop] - sums[within.start] for sums in self._sums)
        return EarnedValue(self.basis, bac, pv, ev, ac)

    def _task(self, row: int) -> Task:
        """As it stands in the project: the schedule may be older than what moved no date."""
        return self.project.get(Task, self.schedule.ids[row])

    @cached_property
    def _sums(self) -> list[list[int]]:
        """Budget, planned, earned and actual of the rows before each row: a task with its parts is a difference."""
        count, row = self.schedule.network.rows.count, self.schedule.row
        figures = [[0] * count for _ in range(4)]
        for budget in self.budgets:
            at = row[budget.task]
            figures[0][at] += budget.amount
            figures[1][at] += budget.planned_by(self.night)
            figures[2][at] += self.earned(budget)
        for at, parts in enumerate(self._actual):
            figures[3][at] = sum(part.by(self.night) for part in parts)
        return [[0, *accumulate(found)] for found in figures]

    def earned(self, budget: Budget) -> int:
        """What a task has earned of its budget by its own method. Level of effort earns what was planned."""
        return sum(part.by(self.night) for part in self._earning(budget))

    # -- over time ------------------------------------------------------------------------------

    def planned_by(self, moments: Sequence[int]) -> list[int]:
        """Planned value before each of ``moments``, which ascend."""
        return cumulative((Part(one.start, one.finish, one.planned_by) for one in self.budgets), moments)

    def earned_by(self, moments: Sequence[int]) -> list[int]:
        """Earned value before each of ``moments`` up to the status date; what it was before is not on record.

        It is earned as the work went: from the start of a task at its pace, at its start or at its finish, as its
        method says, and all of it by the status date.
        """
        return cumulative((part for one in self.budgets for part in self._earning(one)), moments)

    def actual_by(self, moments: Sequence[int]) -> list[int]:
        """Actual cost (work, duration) before each of ``moments``."""
        return cumulative((part for parts in self._actual for part in parts), moments)

    def total_by(self, moments: Sequence[int]) -> list[int]:
        """Actual and remaining cost (work, duration) before each of ``moments``, as the plan stands."""
        return cumulative((part for parts in self._total for part in parts), moments)

    def extent(self) -> tuple[int, int]:
        """The first and the last minute of what was planned, of what is done and of the plan as it stands."""
        spans = [(to_minutes(self.schedule.start), to_minutes(self.schedule.finish))]
        spans += [(one.start, one.finish) for one in self.budgets]
        spans += [(one.start, one.finish) for parts in self._total for one in parts]
        return min(start for start, _ in spans), max(finish for _, finish in spans)

    def _earning(self, budget: Budget) -> Iterable[Part]:
        row = self.schedule.row[budget.task]
        task = self._task(row)
        if task.level_of_effort:
            yield Part(budget.start, budget.finish, budget.planned_by)
            return
        amount, method = (budget.amount * earned_share(self.schedule, task) + 50) // 100, task.ev_method
        start, finish = self._span(row)
        if method == "zero_hundred":
            yield _at_once(finish, amount)
        elif method == "fifty_fifty":
            half = min(amount, budget.amount // 2)
            yield _at_once(start, half)
            yield _at_once(finish, amount - half)
        else:
            clock, percent = self.schedule.network.clock[row], self.schedule.percent(task.id)
            if 0 < percent < 100:  # at the pace of the task: all is earned where progress on its bar ends
                finish = clock.add(start, clock.between(start, finish) * percent // 100)
            even = Part(start, max(finish, start + 1), _evenly(start, finish, amount, clock.between))
            yield self._reported(row, even, amount)

    def _reported(self, row: int, part: Part, amount: int) -> Part:
        """``part`` with all of its ``amount`` before the status date, where that is when progress was told.

        Progress has no date of its own as long as a task is not finished: it is what was told on the status date,
        also where it is more than the pace of the plan allows. Dates of finished tasks are facts.
        """
        night = self.night
        reached = part.by(night)
        if reached == amount or self._is_done(row) or self.schedule.starts[row] >= night:
            return part
        if not reached:
            return _at_once(night, amount)
        return Part(part.start, night, lambda at: amount if at >= night else part.by(at) * amount // reached)

    def _span(self, row: int) -> tuple[int, int]:
        return self.schedule.starts[row], self.schedule.finishes[row]

    # -- what it took ---------------------------------------------------------------------------

    @cached_property
    def _costs(self) -> Costs:
        return self._money_known or costs(self.project, self.schedule)

    @cached_property
    def _actual(self) -> list[list[Part]]:
        return [[one for one, _ in parts] for parts in self._taken]

    @cached_property
    def _total(self) -> list[list[Part]]:
        return [[one for pair in parts for one in pair] for parts in self._taken]

    @cached_property
    def _taken(self) -> list[list[tuple[Part, Part]]]:
        """By row: what was taken so far, and what remains to be taken."""
        rows = self.schedule.network.rows
        taken = {COST: self._money, WORK: self._effort}.get(self.basis, self._time)
        return [[] if row in rows.inactive else list(taken(row)) for row in range(rows.count)]

    def _money(self, row: int) -> Iterable[tuple[Part, Part]]:
        for line in self._costs.lines(self.schedule.ids[row], within=False):
            spent = Part(line.start, line.finish, line.actual_by)
            yield self._reported(row, spent, line.actual), Part(line.start, line.finish, line.remaining_by)

    def _effort(self, row: int) -> Iterable[tuple[Part, Part]]:
        """Work of people and equipment; as entered for the task where none is assigned."""
        schedule, task = self.schedule, self._task(row)
        percent, found = schedule.percent(task.id), False
        for item in self.project.assignments(task.id):
            resource = self.project.find(Resource, item.resource)
            if resource is None or resource.kind not in WORKING:
                continue
            found = True
            work = work_over_time(self.project, schedule, item)
            done = work.total * percent // 100 if item.actual_work is None else item.actual_work
            yield self._split(row, Part(work.start, max(work.finish, work.start + 1), work.by), work.total, done)
        if not found and not schedule.network.rows.kids[row]:
            total = task.work or 0
            yield self._even(row, total, total * percent // 100 if task.actual_work is None else task.actual_work)

    def _time(self, row: int) -> Iterable[tuple[Part, Part]]:
        identity = self.schedule.ids[row]
        if not self.schedule.network.rows.kids[row]:
            total = self.schedule.duration(identity)
            yield self._even(row, total, total * self.schedule.percent(identity) // 100)

    def _even(self, row: int, total: int, done: int) -> tuple[Part, Part]:
        start, finish = self._span(row)
        by = _evenly(start, finish, max(total, done), self.schedule.network.clock[row].between)
        return self._split(row, Part(start, max(finish, start + 1), by), max(total, done), done)

    def _split(self, row: int, part: Part, total: int, done: int) -> tuple[Part, Part]:
        """``part`` up to where ``done`` of its ``total`` has come about, and from there on.

        A finished task has no rest.
        """
        by = part.by
        if done > total > 0:  # it took more than was planned, at the same times

            def by(at: int) -> int:
                return part.by(at) * done // total

        before = Part(part.start, part.finish, lambda at: min(by(at), done))
        rest = 0 if self._is_done(row) else max(0, total - done)
        behind = Part(part.start, part.finish, lambda at: min(rest, max(0, by(at) - done)))
        return self._reported(row, before, done), behind

    def _is_done(self, row: int) -> bool:
        task = self._task(row)
        return task.actual_finish is not None or self.schedule.percent(task.id) >= 100


def performance(
    project: Project, schedule: Schedule, status: dt.date | None = None, baseline: Baseline | None = None
) -> Performance | None:
    """Against ``baseline`` (else the one in force) as of ``status`` (else the status date); None without either.

    Where nothing in the baseline has what the project counts in, the next of cost, work and duration is the basis.
    """
    status, agreed = status or project.profile.status_date, baseline or project.baseline
    return None if status is None or agreed is None else Performance(project, schedule, agreed, status)


def earned_value(
    project: Project, schedule: Schedule, status: dt.date | None = None, baseline: Baseline | None = None
) -> EarnedValue | None:
    """Figures of the whole plan; see :func:`performance`."""
    found = performance(project, schedule, status, baseline)
    return None if found is None else found.of()


def earned_share(schedule: Schedule, task: Task) -> int:
    """Per cent of its budget that a task has earned by its own method."""
    percent = schedule.percent(task.id)
    if task.actual_finish is not None or percent >= 100:
        return 100
    if task.ev_method == "zero_hundred":
        return 0
    if task.ev_method == "fifty_fifty":
        return 50 if task.actual_start is not None or percent > 0 else 0
    if task.ev_method == "physical":
        return task.physical_percent or 0
    return percent


def _at_once(moment: int, amount: int) -> Part:
    return Part(moment - 1, moment, lambda at: amount if at >= moment else 0)


def _evenly(start: int, finish: int, amount: int, between: Callable[[int, int], int]) -> Callable[[int], int]:
    def by(moment: int) -> int:
        if moment <= start:
            return 0
        if moment >= finish:
            return amount
        whole = between(start, finish)
        return amount * between(start, moment) // whole if whole else amount

    return by
