"""Where the days of a year lie, and that every kind of day says itself without colour."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.charts.calendar_year import (
    LEGEND,
    MARKS,
    YearLayout,
    YearMarks,
    first_of_month,
    legend_height,
    legend_shapes,
    year_shapes,
)
from desktop.charts.shapes import Line, Rect, Text
from desktop.domain.scheduling.calendar_days import CalendarDay
from desktop.i18n import CHINESE, ENGLISH, catalog

JANUARY = dt.date(2026, 1, 1)
"""A Thursday."""


def layout(width: float = 700, months: int = 12, begins: int = 0) -> YearLayout:
    return YearLayout(JANUARY, months, width, 400, 10, 8, begins)


@pytest.mark.parametrize("begins", [0, 5, 6])
@pytest.mark.parametrize(("width", "months"), [(120, 12), (450, 12), (900, 12), (300, 1)])
def test_every_day_is_where_it_is_hit(width: float, months: int, begins: int) -> None:
    made = layout(width, months, begins)
    day = JANUARY
    while day <= made.last:
        box = made.box(day)
        assert box is not None
        x, y, wide, tall = box
        assert x >= 0
        assert x + wide <= width + 0.01
        assert made.day_at(x + wide / 2, y + tall / 2) == day
        assert round((x - made.corner(day.month - 1)[0]) / wide) == (day.weekday() - begins) % 7
        assert y + tall <= made.needed + 0.01
        day += dt.timedelta(1)
    assert made.box(made.last + dt.timedelta(1)) is None


def test_months_count_on_over_the_year() -> None:
    assert [first_of_month(2026, month).isoformat() for month in (1, 12, 13, 0, -11)] == [
        "2026-01-01", "2026-12-01", "2027-01-01", "2025-12-01", "2025-01-01"
    ]  # fmt: skip
    assert layout().day_at(-5, -5) is None


@pytest.mark.parametrize(("language", "marks"), [(ENGLISH, ["H", "W", "h"]), (CHINESE, ["休", "班", "时"])])
def test_days_that_differ_carry_a_letter(language: str, marks: list[str]) -> None:
    words = catalog(language)
    kinds = [*MARKS, "working", "week_worked"]
    days = {
        JANUARY + dt.timedelta(at): CalendarDay(JANUARY + dt.timedelta(at), kind, ((480, 720),), "Why")
        for at, kind in enumerate(kinds)
    }
    shapes = list(year_shapes(layout(900), days, words))
    letters = [one.text for one in shapes if isinstance(one, Text) and one.bold and not one.text[-1:].isdigit()]
    assert [text for text in letters if text in marks] == marks
    assert len([one for one in shapes if isinstance(one, Line)]) == 1  # the work week is underlined
    large = list(year_shapes(layout(900, 1), days, words))
    texts = [one.text for one in large if isinstance(one, Text)]
    assert texts.count("08:00–12:00") == texts.count("Why") == len(days)


def test_what_is_chosen_and_current_is_framed() -> None:
    days = {JANUARY: CalendarDay(JANUARY, "working", ())}
    marks = YearMarks({JANUARY}, JANUARY, JANUARY)
    shapes = [one for one in year_shapes(layout(), days, catalog(ENGLISH), marks) if isinstance(one, Rect)]
    assert [one.outline_role for one in shapes].count("focus") == 2
    assert "today" in [one.outline_role for one in shapes]
    assert "accent" in [one.role for one in shapes]


def test_the_legend_takes_as_many_lines_as_it_needs() -> None:
    words = catalog(ENGLISH)
    assert len([one for one in legend_shapes(10, 8, words, 900) if isinstance(one, Rect)]) == len(LEGEND)
    assert legend_height(10, 8, words, 100) > legend_height(10, 8, words, 900) >= 10
