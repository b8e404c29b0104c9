"""Costs against hand arithmetic; money in cents."""

from __future__ import annotations

import datetime as dt
from typing import Any

from desktop.domain.costing import Cost, costs, edges
from desktop.domain.plan import Assignment, Rate, Resource, Task
from desktop.domain.scheduling import schedule
from tests.domain.scheduling.building import DAY, at, calendar, project, task

HOUR = 100_00
"""A hundred per hour."""


def li(**fields: Any) -> Resource:
    return Resource(id="Li", name="Li", **{"standard_rate": HOUR} | fields)


def made(*records: Any):
    plan = project(calendar("office"), *records, calendar="office")
    return costs(plan, schedule(plan))


def days(found: Any, finish: str, task_id: str | None = None) -> list[int]:
    return found.spread(task_id, edges(at("06-01 00:00"), at(finish), "day"))


def on(task_id: str = "A", work: float | None = 1, **fields: Any) -> Assignment:
    fields = {"resource": "Li"} | fields
    return Assignment(
        id=f"{task_id}-{fields['resource']}", task=task_id, work=None if work is None else round(work * DAY), **fields
    )


def test_regular_and_overtime_work_and_use():
    # 14 h at 100 and 2 h at 150, and 30 for each use by two units.
    found = made(task("A", 2), li(overtime_rate=150_00, cost_per_use=30_00), on(work=2, units=200, overtime_work=120))
    assert found.of("A") == Cost(1760_00, 0, 1760_00)


def test_overtime_that_was_worked_and_overtime_still_to_come():
    # 16 h of which 4 at 150: 1,200 and 600. Half of the hours are done.
    half = task("A", 1.5, percent_complete=50, actual_start=at("06-01 08:00"))
    item = on(work=2, overtime_work=240, actual_work=480)
    resource = li(overtime_rate=150_00)
    # With all overtime among them, 4 × 100 and 4 × 150 are spent; with none of it, 8 × 100.
    assert made(half, resource, item.replace(actual_overtime_work=240)).of("A") == Cost(1800_00, 1000_00, 800_00)
    assert made(half, resource, item.replace(actual_overtime_work=60)).of("A") == Cost(1800_00, 850_00, 950_00)
    assert made(half, resource, item).of("A") == Cost(1800_00, 800_00, 1000_00)
    # No more than is left can be to come: 13 of 16 h are done, so that at least 1 h of overtime is among them.
    late = item.replace(actual_work=780)
    assert made(half, resource, late).of("A") == Cost(1800_00, 1350_00, 450_00)
    found = made(half, resource, item.replace(actual_overtime_work=240))
    assert days(found, "06-02 17:00") == [
        # Two thirds of the 16 h on Monday: 8 h for 1,000 and 2 h 40 min at 100.
        1266_67, 533_33
    ]  # fmt: skip


def test_contours_and_work_spread_by_hand_cost_when_they_are_done():
    # Per cent of eight hours at 100 on each of ten working days.
    bell = days(made(task("A", 10), li(), on(work=5, contour="bell")), "06-12 17:00")
    assert [*bell[:5], *bell[7:]] == [one * 8_00 for one in (10, 20, 40, 80, 100, 100, 80, 40, 20, 10)]
    drawn = on(work=1.25, contour="contoured 960:480 480:0 480:120")
    assert days(made(task("A", 4), li(), drawn), "06-04 17:00") == [400_00, 400_00, 0, 200_00]


def test_a_use_costs_what_it_does_on_the_first_day():
    rates = (Rate(start=dt.date(2026, 6, 2), standard_rate=HOUR, cost_per_use=70_00),)
    resource = li(cost_per_use=50_00, rates=rates)
    assert days(made(task("A", 2), resource, on(work=2)), "06-02 17:00") == [850_00, 800_00]
    later = task("A", 2, constraint="snet", constraint_date=at("06-02 08:00"))
    assert days(made(later, resource, on(work=2)), "06-03 17:00") == [0, 870_00, 800_00]


def test_rates_of_the_day_and_of_other_tables():
    rates = (Rate(start=dt.date(2026, 6, 3), standard_rate=200_00), Rate(table="B", standard_rate=10_00))
    found = made(task("A", 4), li(rates=rates), on(work=4))
    assert days(found, "06-04 17:00") == [800_00, 800_00, 1600_00, 1600_00]
    assert made(task("A", 4), li(rates=rates), on(work=4, rate_table="B")).of("A").total == 320_00
    assert made(task("A", 4), li(rates=rates), on(work=4, rate_table="C")).of("A").total == 0


def test_accrual_of_resources_and_fixed_costs():
    def over_two_days(accrual: str) -> list[int]:
        return days(made(task("A", 2), li(accrual=accrual), on(work=2)), "06-02 17:00")

    assert over_two_days("start") == [1600_00, 0]
    assert over_two_days("prorated") == [800_00, 800_00]
    assert over_two_days("end") == [0, 1600_00]
    for accrual, expected in (("start", [101, 0]), ("prorated", [50, 51]), ("end", [0, 101])):
        fixed = made(task("A", 2, fixed_cost=101, fixed_cost_accrual=accrual))
        assert days(fixed, "06-02 17:00") == expected
        assert fixed.of(None) == Cost(101, 0, 101, 101)


def test_material_costs_its_price_and_one_use():
    steel = Resource(id="steel", name="Steel", kind="material", standard_rate=7_00, cost_per_use=50_00)
    assert made(task("A", 2), steel, on(work=None, resource="steel", units=500)).of("A").total == 85_00
    # As Project writes an amount used over time: an hour of work for each unit.
    five = Assignment(id="x", task="A", resource="steel", work=5 * 60)
    assert made(task("A", 2), steel, five).of("A").total == 85_00


def test_cost_resource_is_what_was_entered():
    travel = Resource(id="travel", name="Travel", kind="cost", accrual="end")
    found = made(task("A", 2), travel, on(work=None, resource="travel", cost=999))
    assert days(found, "06-02 17:00") == [0, 999]


def test_actual_and_remaining():
    half = task("A", 2, percent_complete=50, actual_start=at("06-01 08:00"))
    assert made(half, li(), on(work=2)).of("A") == Cost(1600_00, 800_00, 800_00)
    assert made(half, li(), on(work=2, actual_work=240)).of("A") == Cost(1600_00, 400_00, 1200_00)
    entered = made(half, li(), on(work=2, actual_cost=1000_00))
    assert entered.of("A") == Cost(1800_00, 1000_00, 800_00)
    assert days(entered, "06-02 17:00") == [1000_00, 800_00]
    whole = made(half.replace(actual_cost=900_00), li(), on(work=2))
    assert whole.of("A") == Cost(1700_00, 900_00, 800_00)
    assert sum(days(whole, "06-02 17:00")) == 1700_00


def test_finished_task_has_nothing_left():
    done = task("A", 2, percent_complete=100, actual_start=at("06-01 08:00"), actual_finish=at("06-02 17:00"))
    assert made(done, li(accrual="end"), on(work=2)).of("A") == Cost(1600_00, 1600_00, 0)


def test_summaries_add_up_and_what_is_inactive_costs_nothing():
    records = [
        task("S", 0, fixed_cost=5), task("A", 1, parent="S"), task("B", 1, parent="S", fixed_cost=7),
        Task(id="C", name="C", number=9, parent="S", duration=DAY, active=False, fixed_cost=1000),
    ]  # fmt: skip
    found = made(*records, li(), on("A"), on("B"))
    assert found.of("S").total == found.of(None).total == 1600_12
    assert found.of("C").total == 0
    assert sum(days(found, "06-01 17:00")) == 1600_12


def test_periods_add_up_to_the_cent():
    # A third of the hours of a rate that does not divide.
    found = made(task("A", 7), li(standard_rate=33_33, accrual="prorated"), on(work=7, units=100, contour="flat"))
    assert sum(days(found, "06-09 17:00")) == found.of("A").total == 56 * 33_33


def test_milestone_with_a_price():
    found = made(task("A", 0, milestone=True, fixed_cost=100))
    assert days(found, "06-02 17:00") == [100, 0]


def test_a_cost_whose_time_holds_no_working_time_falls_due_at_once():
    """Planned by hand for a Saturday: nothing is worked between its start and its finish."""
    saturday = {"mode": "manual", "manual_start": at("06-06 08:00"), "manual_finish": at("06-06 17:00")}
    found = made(task("A", 1, **saturday), li(), on())
    assert days(found, "06-07 17:00") == [0, 0, 0, 0, 0, 800_00, 0]
