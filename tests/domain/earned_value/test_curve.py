"""S-curve and performance over time: a plan of two weeks, by hand; money in cents."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from desktop.domain.earned_value import Curve, Performance, curve, performance
from desktop.domain.plan import Assignment, Baseline, BaselineTask, Resource
from desktop.domain.scheduling import schedule
from tests.domain.scheduling.building import DAY, at, calendar, link, project, task

JUNE_9 = dt.date(2026, 6, 9)


def found(status: dt.date = JUNE_9, **profile: Any) -> Performance:
    """Li at 100 an hour. Agreed: a from June 1 to 5, b from June 8 to 12, 4000 each.

    a took a day more than agreed (finished on the 8th, six days), so b began on Tuesday the 9th. One day
    of its five is done.
    """
    done = {"percent_complete": 100, "actual_start": at("06-01 08:00"), "actual_finish": at("06-08 17:00")}
    begun = {"percent_complete": 20, "actual_start": at("06-09 08:00")}
    five: dict[str, Any] = {"duration": 5 * DAY, "work": 5 * DAY, "cost": 4000_00}
    rows = (
        BaselineTask(task="a", start=at("06-01 08:00"), finish=at("06-05 17:00"), **five),
        BaselineTask(task="b", start=at("06-08 08:00"), finish=at("06-12 17:00"), **five),
    )
    made = project(
        calendar("office"), task("a", 6, **done), task("b", 5, **begun), link("a>b"),
        Resource(id="Li", name="Li", standard_rate=100_00),
        Assignment(id="x", task="a", resource="Li", work=6 * DAY),
        Assignment(id="y", task="b", resource="Li", work=5 * DAY),
        Baseline(id="bl", number=1, name="Agreed", tasks=rows), calendar="office", **profile,
    )  # fmt: skip
    made_of = performance(made, schedule(made), status)
    assert made_of is not None
    return made_of


def hundreds(values: tuple[int | None, ...]) -> list[int | None]:
    return [None if value is None else value // 100_00 for value in values]


def test_figures_of_the_day() -> None:
    """Planned: a and two days of b. Earned: a and a fifth of b. Seven days' work at 800."""
    total = found().of()
    assert (total.bac, total.pv, total.ev, total.ac) == (8000_00, 5600_00, 4800_00, 5600_00)
    assert (found().of("a").cv, found().of("b").sv) == (-800_00, -800_00)


def test_days() -> None:
    """Through Monday June 15, the day on which b now ends; weekends add nothing."""
    made = curve(found(), "day")
    assert (made.edges[0], made.edges[-1], made.now) == (dt.date(2026, 6, 1), dt.date(2026, 6, 16), 8)
    assert hundreds(made.planned) == [8, 16, 24, 32, 40, 40, 40, 48, 56, 64, 72, 80, 80, 80, 80]
    # Six days earned the 4000 of a: two thirds of 1000 a day.
    assert [value for value in made.earned if value is not None] == [
        66666, 133333, 200000, 266666, 333333, 333333, 333333, 400000, 480000,
    ]  # fmt: skip
    assert hundreds(made.actual) == [8, 16, 24, 32, 40, 40, 40, 48, 56, *[None] * 6]
    assert hundreds(made.forecast) == [*[None] * 8, 56, 64, 72, 80, 80, 80, 88]


@pytest.mark.parametrize("period", ["day", "week", "month"])
def test_periods_add_up(period: str) -> None:
    performed = found()
    made, total = curve(performed, period), performed.of()

    def whole(name: str) -> int:
        return sum(value or 0 for value in made.steps(name))

    assert (whole("planned"), whole("earned"), whole("actual")) == (total.bac, total.ev, total.ac)
    assert whole("actual") + whole("forecast") == 8800_00  # what the plan costs as it stands
    assert (made.earned[made.now], made.actual[made.now]) == (total.ev, total.ac)


def test_weeks() -> None:
    """The week of the status date has its planned value to the Sunday, and what is known to the Tuesday."""
    made = curve(found(), "week")
    assert made.edges == (dt.date(2026, 6, 1), dt.date(2026, 6, 8), dt.date(2026, 6, 15), dt.date(2026, 6, 22))
    assert hundreds(made.planned) == [40, 80, 80]
    assert hundreds(made.actual) == [40, 56, None]
    assert hundreds(made.forecast) == [None, 80, 88]
    assert hundreds(made.steps("forecast")) == [None, 24, 8]
    assert hundreds(made.steps("actual")) == [40, 16, None]


def test_earned_schedule_of_the_curve() -> None:
    """4800 was planned by the eighth day; the ninth has gone by. Twelve days were agreed."""
    days = curve(found(), "day").earned_schedule()
    assert days is not None
    assert (days.es, days.at, days.pd, days.sv) == (8, 9, 12, -1)
    weeks = curve(found(), "week").earned_schedule()
    assert weeks is not None
    assert (weeks.es, weeks.at, weeks.pd) == (1.2, 1 + 2 / 7, 2)


def test_in_work_and_where_the_baseline_has_no_cost() -> None:
    """Hours: planned 56, earned 48, done 56 of 88 in the end."""
    performed = found(ev_basis="work")
    assert (performed.basis, performed.wanted) == ("work", "work")
    hours = [value / 60 for value in (performed.of().pv, performed.of().ev, performed.of().ac)]
    assert hours == [56, 48, 56]
    made = curve(performed, "week")
    assert made.forecast[-1] == 88 * 60
    assert sum(value or 0 for value in made.steps("actual")) == 56 * 60


@pytest.mark.parametrize(
    ("method", "percent", "by_day"),
    [
        ("zero_hundred", 50, [0, 0, 0, 0]),
        ("zero_hundred", 100, [0, 0, 0, 1000]),
        ("fifty_fifty", 50, [500, 500, 500, 500]),
        ("fifty_fifty", 100, [500, 500, 500, 1000]),
        ("percent", 50, [250, 500, 500, 500]),
        ("physical", 50, [125, 250, 250, 250]),
    ],
)
def test_value_is_earned_as_the_method_says(method: str, percent: int, by_day: list[int]) -> None:
    """Four days from June 1 to 4, as of the 4th: through each of the days. Physically a quarter is done."""
    finish = {"actual_finish": at("06-04 17:00")} if percent == 100 else {}
    one = task("a", 4, percent_complete=percent, physical_percent=25, ev_method=method,
               actual_start=at("06-01 08:00"), **finish)  # fmt: skip
    row = BaselineTask(task="a", start=at("06-01 08:00"), finish=at("06-04 17:00"), duration=4 * DAY, cost=1000)
    made = project(calendar("office"), one, Baseline(id="bl", number=1, name="b", tasks=(row,)), calendar="office")
    performed = performance(made, schedule(made), dt.date(2026, 6, 4))
    assert performed is not None
    assert list(curve(performed, "day").earned) == by_day
    assert performed.of().ev == by_day[-1]


def test_what_was_due_and_is_not_done_comes_next() -> None:
    """Nothing of a is done and its dates stay: all of it still has to be paid for, from the status date on."""
    row = BaselineTask(task="a", start=at("06-01 08:00"), finish=at("06-04 17:00"), cost=1000)
    made = project(
        calendar("office"), task("a", 4, fixed_cost=1000), Baseline(id="bl", number=1, name="b", tasks=(row,)),
        calendar="office", progress_rule="as_planned",
    )  # fmt: skip
    performed = performance(made, schedule(made), dt.date(2026, 6, 2))
    assert performed is not None
    made_of: Curve = curve(performed, "day")
    assert made_of.actual == (0, 0, None, None)
    assert made_of.forecast == (None, 0, 750, 1000)
    assert made_of.steps("forecast") == (None, 0, 750, 250)


def test_too_many_periods_give_way_to_longer_ones() -> None:
    row = BaselineTask(task="a", start=at("06-01 08:00"), finish=dt.datetime(2046, 6, 1), cost=1000)
    agreed = Baseline(id="bl", number=1, name="b", tasks=(row,))
    made = project(calendar("office"), task("a", 4), agreed, calendar="office")
    performed = performance(made, schedule(made), JUNE_9)
    assert performed is not None
    assert curve(performed, "day").period == "week"
    assert curve(performed, "day").planned[-1] == 1000


def test_a_status_date_before_everything() -> None:
    made = curve(found(dt.date(2026, 5, 1)), "month")
    assert (made.edges[0], made.earned, made.actual) == (dt.date(2026, 5, 1), (0, None), (0, None))
    assert hundreds(made.forecast) == [0, 88]


def one_task(*, status: int, **fields: Any) -> Performance:
    """Li at 100 an hour on four days from June 1, agreed for 3200."""
    row = BaselineTask(task="a", start=at("06-01 08:00"), finish=at("06-04 17:00"), duration=4 * DAY, cost=3200_00)
    made = project(
        calendar("office"), task("a", 4, actual_start=at("06-01 08:00"), **fields),
        Resource(id="Li", name="Li", standard_rate=100_00), Assignment(id="x", task="a", resource="Li", work=4 * DAY),
        Baseline(id="bl", number=1, name="b", tasks=(row,)), calendar="office", progress_rule="as_planned",
    )  # fmt: skip
    performed = performance(made, schedule(made), dt.date(2026, 6, status))
    assert performed is not None
    return performed


def test_progress_ahead_of_the_plan_counts_on_the_day_it_is_told() -> None:
    """Three quarters are done after one day of four, and paid for: the day has it all, and the curve too."""
    performed = one_task(status=1, percent_complete=75)
    assert (performed.of().pv, performed.of().ev, performed.of().ac) == (800_00, 2400_00, 2400_00)
    made = curve(performed, "day")
    assert (hundreds(made.earned), hundreds(made.actual)) == ([24, None, None, None], [24, None, None, None])
    assert hundreds(made.forecast) == [24, 24, 24, 32]


def test_what_is_finished_later_was_not_finished_then() -> None:
    performed = one_task(status=2, percent_complete=100, actual_finish=at("06-04 17:00"))
    assert (performed.of().ev, performed.of().ac) == (1600_00, 1600_00)


@pytest.mark.parametrize(("percent", "spent", "end"), [(50, 20, 36), (100, 20, 20)])
def test_more_work_than_planned(percent: int, spent: int, end: int) -> None:
    """16 of 32 hours were planned by the second day; 20 were worked, and half of the task, or all, is done."""
    finish = {"actual_finish": at("06-02 17:00")} if percent == 100 else {}
    row = BaselineTask(task="a", start=at("06-01 08:00"), finish=at("06-04 17:00"), duration=4 * DAY, work=4 * DAY)
    days, hours = (2, 16) if finish else (4, 36)
    one = task("a", days, percent_complete=percent, actual_start=at("06-01 08:00"), work=hours * 60,
               actual_work=20 * 60, **finish)  # fmt: skip
    made = project(calendar("office"), one, Baseline(id="bl", number=1, name="b", tasks=(row,)), calendar="office",
                   progress_rule="as_planned", ev_basis="work")  # fmt: skip
    performed = performance(made, schedule(made), dt.date(2026, 6, 2))
    assert performed is not None
    assert (performed.of().ac, curve(performed, "day").forecast[-1]) == (spent * 60, end * 60)


def test_what_lies_ahead_has_taken_nothing() -> None:
    """Days, where nothing costs anything: of two days the first is done, the second and all of b lie ahead."""
    begun = {"percent_complete": 50, "actual_start": at("06-01 08:00")}
    made = project(calendar("office"), task("a", 2, **begun), task("b", 3), link("a>b"), calendar="office")
    rows = (
        BaselineTask(task="a", start=at("06-01 08:00"), finish=at("06-02 17:00"), duration=2 * DAY),
        BaselineTask(task="b", start=at("06-03 08:00"), finish=at("06-05 17:00"), duration=3 * DAY),
    )
    made.put("baseline", "bl", Baseline(id="bl", number=1, name="b", tasks=rows))
    performed = performance(made, schedule(made), dt.date(2026, 6, 1))
    assert performed is not None
    total = performed.of()
    assert (performed.basis, performed.wanted) == ("duration", "cost")
    assert [value / DAY for value in (total.bac, total.pv, total.ev, total.ac)] == [5, 1, 1, 1]
    assert [None if value is None else value / DAY for value in curve(performed, "day").forecast] == [1, 2, 3, 4, 5]


def test_what_is_left_over_has_a_period_to_fall_into() -> None:
    """The plan ends on the status date, and nothing of it is done: the day after has all that is still to be paid."""
    row = BaselineTask(task="a", start=at("06-01 08:00"), finish=at("06-01 17:00"), cost=1000)
    made = project(
        calendar("office"), task("a", 1, fixed_cost=1000), Baseline(id="bl", number=1, name="b", tasks=(row,)),
        calendar="office", progress_rule="as_planned",
    )  # fmt: skip
    performed = performance(made, schedule(made), dt.date(2026, 6, 1))
    assert performed is not None
    assert curve(performed, "day").forecast == (0, 1000)


def test_a_status_date_long_before_the_plan_makes_no_endless_curve() -> None:
    """Days from 1900 to 2026 would be forty thousand, weeks six thousand six hundred; there are 1518 months."""
    made = curve(found(dt.date(1900, 1, 1)), "day")
    assert (made.period, len(made.planned)) == ("month", 126 * 12 + 6)
