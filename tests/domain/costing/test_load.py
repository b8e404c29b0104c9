"""Demand against availability, by hand."""

from __future__ import annotations

import datetime as dt

from desktop.domain.costing import edges
from desktop.domain.costing.load import Load, histogram, overloads
from desktop.domain.plan import Assignment, Availability, Resource
from desktop.domain.scheduling import schedule
from tests.domain.scheduling.building import DAY, at, calendar, project, task


def test_two_tasks_at_once_and_a_day_at_half():
    li = Resource(
        id="Li",
        name="Li",
        availability=(Availability(start=dt.date(2026, 6, 2), finish=dt.date(2026, 6, 2), units=50),),
    )
    items = [
        Assignment(id="a", task="A", resource="Li", work=2 * DAY),
        Assignment(id="b", task="B", resource="Li", work=240),
    ]
    made = project(calendar("office"), task("A", 2), task("B", 0.5), li, *items, calendar="office")
    plan = schedule(made)
    assert [tuple(one) for one in overloads(made, plan, li)] == [
        (at("06-01 08:00"), at("06-01 12:00"), 200, 100, ("A", "B")),
        (at("06-02 08:00"), at("06-02 12:00"), 100, 50, ("A",)),
        (at("06-02 13:00"), at("06-02 17:00"), 100, 50, ("A",)),
    ]
    days = edges(at("06-01 00:00"), at("06-02 17:00"), "day")
    assert histogram(made, plan, li, days) == [
        Load(days[0], days[1], 720, 480), Load(days[1], days[2], 480, 240)
    ]  # fmt: skip
