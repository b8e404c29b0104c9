"""Work over time by Microsoft's tables of contours and by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from desktop.domain.costing import edges, totals, work_over_time
from desktop.domain.plan import Assignment, Resource, Split
from desktop.domain.scheduling import schedule
from tests.domain.scheduling.building import DAY, at, calendar, project, task

LI = Resource(id="Li", name="Li")
BAND = calendar("office")


def spread(work: Any, days: float, finish: str = "06-12 17:00", **fields: Any) -> list[float]:
    """Hours per day from Monday 2026-06-01 of Li's work on a task of ``days``."""
    item = Assignment(id="a", task="A", resource="Li", work=work, **fields)
    made = project(BAND, task("A", days), LI, item, calendar="office")
    found = work_over_time(made, schedule(made), item).over(edges(dt.datetime(2026, 6, 1), at(finish), "day"))
    return [minutes / 60 for minutes in found]


def test_flat_work_skips_the_weekend():
    assert spread(6 * DAY, 6, "06-09 17:00") == [8, 8, 8, 8, 8, 0, 0, 8, 0]


@pytest.mark.parametrize(
    ("contour", "work", "expected"),
    [
        # Per cent of eight hours on each of ten working days.
        ("back_loaded", 6.0, [10, 15, 25, 50, 50, 75, 75, 100, 100, 100]),
        ("front_loaded", 6.0, [100, 100, 100, 75, 75, 50, 50, 25, 15, 10]),
        ("double_peak", 5.0, [25, 50, 100, 50, 25, 25, 50, 100, 50, 25]),
        ("early_peak", 5.0, [25, 50, 100, 100, 75, 50, 50, 25, 15, 10]),
        ("late_peak", 5.0, [10, 15, 25, 50, 50, 75, 100, 100, 50, 25]),
        ("bell", 5.0, [10, 20, 40, 80, 100, 100, 80, 40, 20, 10]),
        ("turtle", 7.0, [25, 50, 75, 100, 100, 100, 100, 75, 50, 25]),
    ],
)
def test_contours_in_ten_parts(contour: str, work: float, expected: list[int]):
    found = spread(round(work * DAY), 10, contour=contour)
    days = [*found[:5], *found[7:]]
    assert days == pytest.approx([percent * 8 / 100 for percent in expected], abs=1 / 60)
    assert sum(found) == work * 8


def test_work_spread_by_hand():
    drawn = "contoured 960:480 480:0 480:120"
    assert spread(600, 4, "06-04 17:00", contour=drawn) == [4, 4, 0, 2]
    # Twice the work at the same pace takes twice the time; a fixed duration has to hold it all the same.
    assert spread(1200, 8, "06-10 17:00", contour=drawn) == [4, 4, 4, 4, 0, 0, 0, 0, 2, 2]
    # Within a longer task it lasts as long as its runs; what says nothing is spread evenly.
    assert spread(600, 6, "06-08 17:00", contour=drawn)[:6] == [4, 4, 0, 2, 0, 0]
    assert spread(600, 2, "06-02 17:00", contour="contoured 0:0") == [5, 5]


def test_half_units_and_delay():
    assert spread(2 * DAY, 4, "06-04 17:00", units=50) == [4, 4, 4, 4]
    assert spread(DAY, 2, "06-03 17:00", delay=DAY) == [0, 8, 0]


def test_work_that_is_not_entered_follows_the_duration():
    assert spread(None, 2, "06-03 17:00", units=50) == [4, 4, 0]


def test_split_task_rests_between_its_parts():
    item = Assignment(id="a", task="A", resource="Li", work=2 * DAY)
    parts = (Split(start=at("06-01 08:00"), finish=at("06-01 17:00")),
             Split(start=at("06-03 08:00"), finish=at("06-03 17:00")))  # fmt: skip
    made = project(BAND, task("A", 2, splits=parts), LI, item, calendar="office")
    found = work_over_time(made, schedule(made), item).over(edges(at("06-01 00:00"), at("06-03 17:00"), "day"))
    assert found == [DAY, 0, DAY]


def test_totals_by_week_and_month():
    items = [Assignment(id="a", task="A", resource="Li", work=30 * DAY)]
    made = project(BAND, task("S", 0), task("A", 30, parent="S"), LI, *items, calendar="office")
    planned = schedule(made)
    june = edges(planned.start, planned.finish, "month")
    assert june == [dt.datetime(2026, 6, 1), dt.datetime(2026, 7, 1), dt.datetime(2026, 8, 1)]
    # June 2026 has 22 working days from Monday the first.
    assert totals(made, planned, "S", june) == [22 * DAY, 8 * DAY]
    assert totals(made, planned, None, edges(planned.start, planned.finish, "week")) == [5 * DAY] * 6
