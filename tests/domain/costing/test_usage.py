"""What resources do period by period, by hand: Monday 2026-06-01 is a day of eight hours."""

from __future__ import annotations

import datetime as dt

from desktop.domain.costing import costs, edges
from desktop.domain.costing.load import excess, histogram, overloads
from desktop.domain.costing.usage import Period, Usage, at_moment, together, usage
from desktop.domain.plan import Assignment, Availability, Resource
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule
from tests.domain.scheduling.building import DAY, at, calendar, project, task

LI = Resource(id="Li", name="Li", standard_rate=6000)
WEEK = [at(f"06-0{day} 00:00") for day in range(1, 7)]
"""Midnights from Monday to Saturday."""


def on(identity: str, who: str = "Li", **fields: object) -> Assignment:
    return Assignment(id=f"{identity}{who}", task=identity, resource=who, **fields)


def of(*records: object) -> tuple[Project, Usage]:
    made = project(calendar("office"), *records, calendar="office")
    found = usage(made, schedule(made))
    assert found is not None
    return made, found


def test_days_of_one_person_who_is_needed_twice():
    # Monday: A for eight hours and B for four at once. Tuesday: A alone, but Li is only half there.
    half = Availability(start=dt.date(2026, 6, 2), finish=dt.date(2026, 6, 2), units=50)
    _, found = of(task("A", 2), task("B", 0.5), LI.replace(availability=(half,)), on("A"), on("B"))
    li = found.of["Li"]
    days = li.periods(WEEK[:4])
    assert days == [
        Period(WEEK[0], WEEK[1], 720, 480, 240, 200, 100, 72_000),
        Period(WEEK[1], WEEK[2], 480, 240, 240, 100, 50, 48_000),
        Period(WEEK[2], WEEK[3], 0, 480, 0, 0, 100, 0),
    ]
    assert (li.work, li.cost, li.peak, li.excess) == (1200, 120_000, 200, 480)


def test_periods_agree_with_the_histogram_the_overloads_and_the_costs():
    records = (task("A", 6), task("B", 3), task("C", 2), LI, on("A"), on("B", units=50), on("C", units=25))
    made, found = of(*records)
    plan, li = schedule(made), found.of["Li"]
    for period in ("day", "week", "month"):
        ends = edges(found.start, found.finish, period)
        rows = li.periods(ends)
        assert [(one.work, one.capacity) for one in rows] == [one[2:] for one in histogram(made, plan, LI, ends)]
        assert sum(one.excess for one in rows) == excess(overloads(made, plan)) == li.excess
        assert sum(one.cost for one in rows) == costs(made, plan).of(None).total == li.cost


def test_who_is_behind_a_day_and_at_which_hours():
    _, found = of(task("A", 2), task("B", 0.5), LI, on("A"), on("B", units=50))
    li = found.of["Li"]
    shares = [(one.task, one.units, one.work, one.cost) for one in li.shares(WEEK[0], WEEK[1])]
    assert shares == [("A", 100, 480, 48_000), ("B", 50, 120, 12_000)]
    assert [one.task for one in li.shares(WEEK[1], WEEK[2])] == ["A"]
    shifts = [(f"{one.start:%H:%M}", f"{one.finish:%H:%M}", one.task, one.units, one.work)
              for one in li.shifts(WEEK[0], WEEK[1])]  # fmt: skip
    assert shifts == [
        ("08:00", "12:00", "A", 100, 240), ("08:00", "12:00", "B", 50, 120), ("13:00", "17:00", "A", 100, 240)
    ]  # fmt: skip


def test_a_shift_over_midnight_belongs_to_both_days():
    nights = calendar("nights", "22:00-06:00")
    made = project(nights, task("A", 1), LI, on("A"), calendar="nights")
    found = usage(made, schedule(made))
    assert found is not None
    shifts = [
        (f"{one.start:%d %H:%M}", f"{one.finish:%d %H:%M}", one.work) for one in found.of["Li"].shifts(*WEEK[:3:2])
    ]
    assert shifts == [("01 22:00", "02 00:00", 120), ("02 00:00", "02 06:00", 360)]


def test_what_is_finished_or_inactive_is_no_overload():
    records = (task("A", 1, percent_complete=100), task("B", 1, percent_complete=100), task("C", 1, active=False))
    _, found = of(*records, LI, on("A"), on("B"), on("C"))
    (day,) = found.of["Li"].periods(WEEK[:2])
    assert (day.work, day.peak, day.excess) == (2 * DAY, 200, 0)


def test_material_costs_and_has_no_capacity():
    sand = Resource(id="Li", name="Sand", kind="material", standard_rate=1000)
    _, found = of(task("A", 2), sand, on("A", units=400))
    days = found.of["Li"].periods(WEEK[:3])
    # Four tons over two days, ten a ton: minutes are 60 for one of the unit.
    assert [(one.work, one.capacity, one.peak, one.cost) for one in days] == [(120, 0, 0, 2000)] * 2


def test_several_are_added_up_and_a_moment_is_found():
    wu = Resource(id="Wu", name="Wu", max_units=200)
    _, found = of(task("A", 1), task("B", 1), LI, wu, on("A"), on("B"), on("B", "Wu", units=150))
    (both,) = together([found.of[one].periods(WEEK[:2]) for one in ("Li", "Wu")])
    assert (both.work, both.capacity, both.excess, both.peak, both.available) == (960 + 720, 480 + 960, 480, 350, 300)
    days = found.of["Li"].periods(WEEK)
    assert [at_moment(days, at(text)) for text in ("06-01 00:00", "06-02 23:59", "06-06 00:00")] == [0, 1, -1]
    assert at_moment((), WEEK[0]) == -1


def test_nobody_waits_for_what_was_called_off():
    made = project(calendar("office"), task("A", 1), LI, on("A"), calendar="office")
    told: list[tuple[int, int]] = []
    assert usage(made, schedule(made), cancelled=lambda: True) is None
    assert usage(made, schedule(made), told=lambda *one: told.append(one)) is not None
    assert told == [(0, 1)]
