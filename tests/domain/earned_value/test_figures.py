"""Earned value by hand, and the textbook shape of earned schedule."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.earned_value import EarnedValue, earned_schedule, earned_value
from desktop.domain.plan import Baseline, BaselineTask, ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule
from tests.plans import DAY, MONDAY


def day(number: int, hour: int = 17) -> dt.datetime:
    return dt.datetime(2026, 6, number, hour)


def plan(money: bool = True, **fields: Any) -> Project:
    """a: June 1 to 5 for 1000; b: June 8 to 12 for 2000. a is finished for 1200, b is at 10 % for 300."""
    a = {"percent_complete": 100, "actual_start": day(1, 8), "actual_finish": day(5), "actual_cost": 1200}
    b = {"percent_complete": 10, "actual_start": day(8, 8), "actual_cost": 300, **fields}
    rows = (
        BaselineTask(task="a", start=day(1, 8), finish=day(5), duration=5 * DAY, cost=1000 if money else None),
        BaselineTask(task="b", start=day(8, 8), finish=day(12), duration=5 * DAY, cost=2000 if money else None),
    )
    return Project([
        ProjectProfile(id="p", number=1, name="Plan", start=MONDAY, status_date=dt.date(2026, 6, 9)),
        Task(id="a", number=1, name="a", rank=1, duration=5 * DAY, **a),
        Task(id="b", number=2, name="b", rank=2, duration=5 * DAY, **b),
        Baseline(id="bl", number=1, name="Agreed", tasks=rows),
    ])  # fmt: skip


def figures(project: Project) -> EarnedValue:
    found = earned_value(project, schedule(project))
    assert found is not None
    return found


def test_worked_example() -> None:
    """Through June 9 two of five days of b are planned: PV 1000 + 800; EV 1000 + 200; AC 1500."""
    found = figures(plan())
    assert (found.basis, found.bac, found.pv, found.ev, found.ac) == ("cost", 3000, 1800, 1200, 1500)
    assert (found.sv, found.cv) == (-600, -300)
    assert (found.spi, found.cpi) == (pytest.approx(2 / 3), pytest.approx(0.8))
    assert (found.eac, found.vac, found.etc) == (pytest.approx(3750), pytest.approx(-750), pytest.approx(2250))
    assert found.eac_planned == 3300
    assert found.eac_both == pytest.approx(1500 + 1800 / (0.8 * 2 / 3))
    assert found.tcpi == pytest.approx(1800 / 1500)


@pytest.mark.parametrize(
    ("fields", "earned"),
    [
        ({"ev_method": "zero_hundred"}, 1000),
        ({"ev_method": "fifty_fifty"}, 2000),
        ({"ev_method": "physical", "physical_percent": 30}, 1600),
        ({"level_of_effort": True}, 1800),
    ],
)
def test_ways_to_earn(fields: dict[str, Any], earned: float) -> None:
    assert figures(plan(**fields)).ev == pytest.approx(earned)


def test_without_money_days_are_the_basis() -> None:
    found = figures(plan(money=False))
    assert (found.basis, found.bac, found.pv, found.ev) == ("duration", 10 * DAY, 7 * DAY, 5.5 * DAY)


def test_nothing_to_say() -> None:
    project = plan()
    project.put("project", "p", replace(project.profile, status_date=None))
    assert earned_value(project, schedule(project)) is None
    early = EarnedValue("cost", 1000, 49, 10, 10)
    assert (early.spi, early.cpi, early.eac, early.vac, early.eac_both) == (None, None, None, None, None)
    assert EarnedValue("cost", 1000, 500, 0, 0).cpi is None
    assert EarnedValue("cost", 1000, 1000, 900, 1000).tcpi is None


def test_earned_schedule() -> None:
    """PV 10, 30, 60, 100 by month. After three months 45 is earned: two months and half of the third."""
    found = earned_schedule((10, 30, 60, 100), 45, 3)
    assert (found.es, found.at, found.pd, found.sv) == (2.5, 3, 4, -0.5)
    assert found.spi == pytest.approx(5 / 6)
    assert found.tspi == pytest.approx(1.5)
    assert found.ieac == pytest.approx(4.8)


def test_earned_schedule_still_tells_a_late_end() -> None:
    """Everything earned after five months of four: SPI of money is 1, SPI(t) is 4/5."""
    found = earned_schedule((10, 30, 60, 100), 100, 5)
    assert (found.es, found.sv, found.spi, found.ieac) == (4, -1, 0.8, 5)
    assert earned_schedule((10, 30), 10, 0).spi is None
    assert earned_schedule((), 0, 1).es == 0
