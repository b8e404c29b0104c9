"""Demand against availability, by hand: Monday 2026-06-01 is a day of eight hours."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.costing import edges
from desktop.domain.costing.load import Load, Overload, excess, histogram, overloads
from desktop.domain.plan import Assignment, Availability, CalendarException, Resource, Split
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule
from tests.domain.scheduling.building import DAY, at, calendar, link, project, task

LI = Resource(id="Li", name="Li")


def on(identity: str, who: str = "Li", **fields: object) -> Assignment:
    return Assignment(id=f"{identity}{who}", task=identity, resource=who, **fields)


def found(made: Project, resource: str | None = None) -> list[tuple[str, str, int, int, str]]:
    """(start, finish, needed, available, tasks) of every overload."""
    return [
        (f"{one.start:%m-%d %H:%M}", f"{one.finish:%m-%d %H:%M}", one.units, one.available, " ".join(one.tasks))
        for one in overloads(made, schedule(made), resource)
    ]


def office(*records: object) -> Project:
    return project(calendar("office"), *records, calendar="office")


def test_two_tasks_at_once_and_a_day_at_half():
    half = Availability(start=dt.date(2026, 6, 2), finish=dt.date(2026, 6, 2), units=50)
    li = LI.replace(availability=(half,))
    made = office(task("A", 2), task("B", 0.5), li, on("A", work=2 * DAY), on("B", work=240))
    plan = schedule(made)
    assert overloads(made, plan) == (
        Overload("Li", at("06-01 08:00"), at("06-01 12:00"), 200, 100, ("A", "B"), 240),
        Overload("Li", at("06-02 08:00"), at("06-02 17:00"), 100, 50, ("A",), 240),  # over lunch it is the same one
    )
    days = edges(at("06-01 00:00"), at("06-02 17:00"), "day")
    assert histogram(made, plan, li, days) == [
        Load(days[0], days[1], 720, 480), Load(days[1], days[2], 480, 240)
    ]  # fmt: skip


def test_one_overload_goes_on_over_a_weekend():
    made = office(task("A", 6), task("B", 6), LI, on("A"), on("B"))
    assert found(made) == [("06-01 08:00", "06-08 17:00", 200, 100, "A B")]


def test_what_is_too_much_is_counted_in_work():
    # Two days at 300 % and 200 % of one Li, and half a day of B alone at 150 %.
    made = office(
        task("A", 2), task("B", 2), task("C", 1), LI, on("A"), on("B"), on("C"),
        Resource(id="Wu", name="Wu"), task("D", 0.5, task_type="fixed_duration"), on("D", "Wu", units=150, work=360),
    )  # fmt: skip
    each = overloads(made, schedule(made))
    assert excess(each) == 2 * DAY + DAY + DAY // 4
    assert excess(each, "Wu") == DAY // 4


def test_another_task_makes_it_another_overload():
    made = office(task("A", 2), task("B", 2), task("C", 1), LI, on("A"), on("B"), on("C"))
    assert found(made) == [
        ("06-01 08:00", "06-01 17:00", 300, 100, "A B C"),
        ("06-02 08:00", "06-02 17:00", 200, 100, "A B"),
    ]


def test_on_their_day_off_nobody_is_needed():
    # Li is away on Tuesday, so that A and B meet on Monday and Wednesday.
    off = CalendarException(start=dt.date(2026, 6, 2), finish=dt.date(2026, 6, 2))
    hers = calendar("hers", "08:00-12:00 13:00-17:00", 5, off)
    made = office(
        hers, LI.replace(calendar="hers"), task("A", 3, task_type="fixed_duration"),
        task("B", 3, task_type="fixed_duration"), on("A", units=60), on("B", units=60),
    )  # fmt: skip
    assert found(made) == [("06-01 08:00", "06-03 17:00", 120, 100, "A B")]
    days = edges(at("06-01 00:00"), at("06-03 17:00"), "day")
    loads = histogram(made, schedule(made), LI.replace(calendar="hers"), days)
    assert [(one.demand, one.capacity) for one in loads] == [(576, 480), (0, 0), (576, 480)]


def test_entered_work_is_done_on_the_days_that_are_left():
    off = CalendarException(start=dt.date(2026, 6, 2), finish=dt.date(2026, 6, 2))
    hers = calendar("hers", "08:00-12:00 13:00-17:00", 5, off)
    made = office(
        hers, LI.replace(calendar="hers"), task("A", 3, task_type="fixed_duration"), on("A", units=80, work=1152)
    )  # fmt: skip
    # 80 % of three days is 2.4 days of work, for which there are two: 120 %.
    assert found(made) == [("06-01 08:00", "06-03 17:00", 120, 100, "A")]


def test_work_with_nobody_there_at_all_is_an_overload():
    off = CalendarException(start=dt.date(2026, 6, 1), finish=dt.date(2026, 6, 5))
    hers = calendar("hers", "08:00-12:00 13:00-17:00", 5, off)
    made = office(hers, LI.replace(calendar="hers"), task("A", 2, task_type="fixed_duration"), on("A"))
    assert found(made) == [("06-01 08:00", "06-02 17:00", 100, 0, "A")]


def test_a_contour_needs_different_units_in_every_tenth():
    # Ten hours of a bell: 10, 20, 40, 80, 100, 100, 80, 40, 20, 10 per cent, an hour each. With 70 % of B there is
    # more than one of Li in the hours at 40 % (110 %), 80 % (150 %) and 100 % (170 %).
    made = office(
        task("A", duration=600), task("B", duration=600), LI,
        on("A", contour="bell", work=300), on("B", units=70, work=420),
    )  # fmt: skip
    assert found(made) == [
        ("06-01 10:00", "06-01 11:00", 110, 100, "A B"),
        ("06-01 11:00", "06-01 12:00", 150, 100, "A B"),
        ("06-01 13:00", "06-01 15:00", 170, 100, "A B"),
        ("06-01 15:00", "06-01 16:00", 150, 100, "A B"),
        ("06-01 16:00", "06-01 17:00", 110, 100, "A B"),
    ]


def test_a_short_contour_is_not_rounded_into_an_overload():
    # Half an hour: tenths of three minutes, in which whole minutes of work would be 0 or 33 % too much.
    made = office(task("A", duration=30), LI, on("A", contour="bell", work=15))
    assert found(made) == []


def test_between_the_parts_of_a_split_task_there_is_room():
    parts = (
        Split(start=at("06-01 08:00"), finish=at("06-01 17:00")),
        Split(start=at("06-03 08:00"), finish=at("06-03 17:00")),
    )
    made = office(task("A", 2, splits=parts), task("F", 1), task("B", 2), link("F>B"), LI, on("A"), on("B"))
    assert found(made) == [("06-03 08:00", "06-03 17:00", 200, 100, "A B")]


def test_who_joins_later_is_needed_later():
    made = office(task("A", 1), task("B", 2), LI, on("A"), on("B", delay=DAY, work=DAY))
    assert found(made) == []


def test_units_work_and_overtime():
    half = {"units": 50, "work": 240}
    assert found(office(task("A", 1), task("B", 1), LI, on("A", **half), on("B", **half))) == []
    # 1.5 days of work in one day take 150 %, unless the half day is overtime.
    assert found(office(task("A", 1, task_type="fixed_duration"), LI, on("A", units=150, work=720))) == [
        ("06-01 08:00", "06-01 17:00", 150, 100, "A")
    ]
    extra = on("A", work=720, overtime_work=240)
    assert found(office(task("A", 1, task_type="fixed_duration"), LI, extra)) == []


def test_finished_work_is_no_overload_but_counts_beside_unfinished_work():
    done = {"actual_start": at("06-01 08:00"), "actual_finish": at("06-01 17:00"), "percent_complete": 100}
    assert found(office(task("A", 1, **done), task("B", 1, **done), LI, on("A"), on("B"))) == []
    assert found(office(task("A", 1, **done), task("B", 1), LI, on("A"), on("B"))) == [
        ("06-01 08:00", "06-01 17:00", 200, 100, "A B")
    ]


@pytest.mark.parametrize("kind", ["material", "cost"])
def test_material_and_money_are_never_overloaded(kind: str):
    made = office(task("A", 1), task("B", 1), LI.replace(kind=kind), on("A"), on("B"))
    assert found(made) == []


def test_inactive_tasks_need_nobody_and_each_resource_is_asked_for_itself():
    wu = Resource(id="Wu", name="Wu", kind="equipment")
    tasks = [task("A", 1), task("B", 1), task("C", 1, active=False)]
    made = office(
        *tasks, LI, wu, on("A"), on("C"), on("A", "Wu"), on("B", "Wu")
    )  # fmt: skip
    assert found(made) == [("06-01 08:00", "06-01 17:00", 200, 100, "A B")]
    assert found(made, "Li") == []


def test_a_histogram_by_week_and_by_month():
    # A excavator that is there twice until 14 June, then once. Dig: 15 working days of both, 1 to 19 June.
    digger = Resource(
        id="D", name="Excavator", kind="equipment", max_units=200,
        availability=(Availability(start=dt.date(2026, 6, 15), units=100),),
    )  # fmt: skip
    made = office(task("Dig", 15), digger, on("Dig", "D", units=200))
    plan = schedule(made)
    weeks = edges(plan.start, plan.finish, "week")
    assert [(one.start.day, one.demand // 60, one.capacity // 60) for one in histogram(made, plan, digger, weeks)] == [
        (1, 80, 80), (8, 80, 80), (15, 80, 40),
    ]  # fmt: skip
    months = edges(plan.start, plan.finish, "month")
    # June has 22 working days: ten before the 15th at two, twelve from then on at one.
    assert [(one.demand // 60, one.capacity // 60) for one in histogram(made, plan, digger, months)] == [
        (240, 10 * 16 + 12 * 8)
    ]  # fmt: skip
    assert found(made) == [("06-15 08:00", "06-19 17:00", 200, 100, "Dig")]
