"""Earned value and earned schedule against a baseline.

Formulas: ANSI/EIA-748 as in the PMBOK Guide; earned schedule after Lipke. Amounts are hundredths of the currency,
or minutes where the basis is work or duration. The status date counts through its end.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.domain.forecast import leaves
from desktop.domain.plan import Baseline, BaselineTask, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, to_minutes

COST, WORK, DURATION = "cost", "work", "duration"
TOO_EARLY = 0.05
"""Indices say nothing before this share of the budget is planned."""


@dataclass(frozen=True, slots=True)
class EarnedValue:
    """The figures at one moment; None where a figure has no meaning (division by zero, or too early)."""

    basis: str
    """``cost``, ``work`` or ``duration``: what the amounts are."""
    bac: float
    pv: float
    ev: float
    ac: float

    @property
    def sv(self) -> float:
        return self.ev - self.pv

    @property
    def cv(self) -> float:
        return self.ev - self.ac

    @property
    def is_early(self) -> bool:
        return self.pv < TOO_EARLY * self.bac

    @property
    def spi(self) -> float | None:
        return None if self.is_early else _over(self.ev, self.pv)

    @property
    def cpi(self) -> float | None:
        return None if self.is_early else _over(self.ev, self.ac)

    @property
    def eac(self) -> float | None:
        """At the efficiency so far: BAC / CPI."""
        return _over(self.bac, self.cpi)

    @property
    def eac_planned(self) -> float:
        """What is left goes as planned: AC + BAC - EV."""
        return self.ac + self.bac - self.ev

    @property
    def eac_both(self) -> float | None:
        """What is left feels cost and schedule: AC + (BAC - EV) / (CPI x SPI)."""
        if self.cpi is None or self.spi is None:
            return None
        left = _over(self.bac - self.ev, self.cpi * self.spi)
        return None if left is None else self.ac + left

    @property
    def vac(self) -> float | None:
        return None if self.eac is None else self.bac - self.eac

    @property
    def etc(self) -> float | None:
        return None if self.eac is None else self.eac - self.ac

    @property
    def tcpi(self) -> float | None:
        """Efficiency that the rest needs to keep to the budget: (BAC - EV) / (BAC - AC)."""
        return _over(self.bac - self.ev, self.bac - self.ac)


@dataclass(frozen=True, slots=True)
class EarnedSchedule:
    """Times in periods of the planned curve: ``es`` earned, ``at`` gone by, ``pd`` planned in all."""

    es: float
    at: float
    pd: float

    @property
    def sv(self) -> float:
        return self.es - self.at

    @property
    def spi(self) -> float | None:
        return _over(self.es, self.at)

    @property
    def tspi(self) -> float | None:
        return _over(self.pd - self.es, self.pd - self.at)

    @property
    def ieac(self) -> float | None:
        return _over(self.pd, self.spi)


def earned_schedule(planned: Sequence[float], ev: float, at: float) -> EarnedSchedule:
    """``planned`` is cumulative PV at the end of each period, from period 1 on; ``at`` in the same periods.

    ES = C + (EV - PV(C)) / (PV(C+1) - PV(C)), with C the last period for which PV(C) <= EV.
    """
    curve = [0.0, *planned]
    pd = next((period for period, value in enumerate(curve) if value >= curve[-1]), 0)
    if ev >= curve[-1]:
        return EarnedSchedule(float(pd), at, pd)
    done = max((period for period, value in enumerate(curve) if value <= ev), default=0)
    return EarnedSchedule(done + (ev - curve[done]) / (curve[done + 1] - curve[done]), at, pd)


def earned_value(
    project: Project, schedule: Schedule, status: dt.date | None = None, baseline: Baseline | None = None
) -> EarnedValue | None:
    """Figures of the whole plan through ``status`` (else the project's status date); None without either or baseline.

    The budget is the baseline's cost, or work where the project says so. Where nothing has any, the next of
    cost, work and duration is the basis. Tasks added since the baseline have no budget, but cost.
    """
    status, agreed = status or project.profile.status_date, baseline or project.baseline
    if status is None or agreed is None:
        return None
    night = to_minutes(dt.datetime.combine(status, dt.time())) + 1440
    tasks = list(leaves(project, schedule))
    rows = {row.task: row for row in agreed.tasks if row.task}
    basis, budget = _basis(project, [rows[task.id] for task in tasks if task.id in rows])
    bac = pv = ev = ac = 0.0
    for task in tasks:
        ac += _actual(project, schedule, task, basis)
        row = rows.get(task.id)
        if row is None:
            continue
        amount, share = budget(row), planned_share(schedule, row, night)
        bac += amount
        pv += amount * share
        ev += amount * (share if task.level_of_effort else earned_share(schedule, task))
    return EarnedValue(basis, bac, pv, ev, ac)


def planned_share(schedule: Schedule, row: BaselineTask, moment: int) -> float:
    """Share of the baseline working time of a task that lies before ``moment``, 0 to 1."""
    if row.start is None or row.finish is None:
        return 0.0
    start, finish = to_minutes(row.start), to_minutes(row.finish)
    if moment >= finish:
        return 1.0
    if moment <= start:
        return 0.0
    calendar = schedule.calendar(row.task)
    whole = calendar.between(start, finish)
    if not whole:
        return (moment - start) / (finish - start)
    return calendar.between(start, moment) / whole


def earned_share(schedule: Schedule, task: Task) -> float:
    """Share of its budget that a task has earned by its own method, 0 to 1."""
    percent = schedule.percent(task.id)
    if task.actual_finish is not None or percent >= 100:
        return 1.0
    if task.ev_method == "zero_hundred":
        return 0.0
    if task.ev_method == "fifty_fifty":
        return 0.5 if task.actual_start is not None or percent > 0 else 0.0
    if task.ev_method == "physical":
        return (task.physical_percent or 0) / 100
    return percent / 100


def _basis(project: Project, rows: Sequence[BaselineTask]) -> tuple[str, Callable[[BaselineTask], float]]:
    kinds: dict[str, Callable[[BaselineTask], float]] = {
        COST: lambda row: row.cost or 0, WORK: lambda row: row.work or 0, DURATION: lambda row: row.duration,
    }  # fmt: skip
    order = (COST, WORK, DURATION) if project.profile.ev_basis == COST else (WORK, COST, DURATION)
    for basis in order:
        if any(map(kinds[basis], rows)):
            return basis, kinds[basis]
    return DURATION, kinds[DURATION]


def _actual(project: Project, schedule: Schedule, task: Task, basis: str) -> float:
    """What was spent on a task: entered for it, else the sum of its assignments."""
    assigned = project.assignments(task.id)
    if basis == COST:
        return task.actual_cost if task.actual_cost is not None else sum(item.actual_cost or 0 for item in assigned)
    if basis == WORK:
        return task.actual_work if task.actual_work is not None else sum(item.actual_work or 0 for item in assigned)
    return schedule.duration(task.id) * schedule.percent(task.id) / 100


def _over(above: float, below: float | None) -> float | None:
    return above / below if below else None
