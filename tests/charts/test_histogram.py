"""Bars, limits and hatching of the resource histogram."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.charts.histogram import COST, UNITS, WORK, Bar, Histogram, bar, hatching, round_step, shade
from desktop.charts.shapes import Line, Polyline, Rect
from desktop.charts.timescale import Timescale
from desktop.domain.costing.usage import Period

MONDAY = dt.datetime(2026, 6, 1)
DAY = dt.timedelta(1)
BUSY = Period(MONDAY, MONDAY + DAY, 720, 480, 240, 200, 100, 72_000)
CALM = Period(MONDAY + DAY, MONDAY + 2 * DAY, 120, 480, 0, 50, 100, 6_000)


def chart(measure: str = WORK, **more: object) -> Histogram:
    return Histogram((BUSY, CALM), Timescale(MONDAY, 100), 400, 100, 10, measure, **more)


@pytest.mark.parametrize(
    ("measure", "bars"),
    [
        (WORK, (Bar(12, 8, 4), Bar(2, 8, 0))),
        (UNITS, (Bar(200, 100, 100), Bar(50, 100, 0))),
        (COST, (Bar(720, 0, 0), Bar(60, 0, 0))),
    ],
)
def test_what_a_bar_says(measure: str, bars: tuple[Bar, Bar]) -> None:
    assert (bar(BUSY, measure), bar(CALM, measure)) == bars


def test_periods_lie_where_the_scale_has_them() -> None:
    made = chart()
    assert made.x(1) == (100, 200)
    assert [made.at(x) for x in (-1, 0, 99, 100, 199, 200)] == [-1, 0, 0, 1, 1, -1]
    later = Histogram((BUSY, CALM), Timescale(MONDAY + DAY, 100), 50, 100, 10)
    assert list(later.window()) == [1]


def test_too_much_is_hatched_and_the_limit_is_a_line() -> None:
    shapes = list(chart().shapes())
    (over,) = [one for one in shapes if isinstance(one, Rect) and one.outline_role == "red"]
    whole = next(one for one in shapes if isinstance(one, Rect) and one.role == "bar")
    assert over.y == whole.y
    assert over.height == pytest.approx(whole.height / 3)  # four of twelve hours
    strokes = [one for one in shapes if isinstance(one, Line) and one.role == "red"]
    assert strokes
    assert all(over.y <= end <= over.y + over.height for one in strokes for end in (one.y1, one.y2))
    (limit,) = [one for one in shapes if isinstance(one, Polyline)]
    assert len({y for _, y in limit.points}) == 1  # eight hours on both days
    assert not [one for one in chart(COST).shapes() if isinstance(one, Polyline)]


def test_the_chosen_period_is_framed() -> None:
    frames = [one for one in chart(chosen=1).shapes() if isinstance(one, Rect) and one.outline_role == "focus"]
    assert [(one.x, one.width) for one in frames] == [(100, 100)]


def test_strokes_stay_in_their_box() -> None:
    for box in ((10, 20, 30, 8), (0, 0, 4, 60), (5, 5, 0.5, 0.5)):
        x, y, width, height = box
        for line in hatching(*box, "red"):
            assert x <= line.x1 <= line.x2 <= x + width
            assert y <= line.y2 <= line.y1 <= y + height


@pytest.mark.parametrize(("least", "step"), [(0, 1), (0.9, 1), (1, 1), (1.1, 2), (2.2, 2.5), (30, 50), (501, 1000)])
def test_steps_are_round(least: float, step: float) -> None:
    assert round_step(least) == step


def test_shades_go_by_what_is_left() -> None:
    def filled(work: int, excess: int = 0) -> Period:
        return Period(MONDAY, MONDAY + DAY, work, 480, excess, 100, 100, 0)

    assert [shade(filled(work), WORK, 0) for work in (0, 1, 120, 240, 479, 480)] == [-1, 0, 1, 2, 3, 4]
    assert shade(filled(60, excess=30), WORK, 0) == 4  # too much in an hour of a day that is long enough
    assert [shade(BUSY, COST, 720), shade(CALM, COST, 720)] == [4, 0]
