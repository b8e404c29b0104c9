"""Recurring days; expected days are read off a wall calendar of 2026."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.scheduling.recurrence import occurrences, parse_rule


def days(rule: str, start: dt.date = dt.date(2026, 1, 1), last: dt.date = dt.date(2026, 12, 31)) -> list[str]:
    return [f"{day:%m-%d}" for day in occurrences(parse_rule(rule), start, last)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY;INTERVAL=10;COUNT=3", ["01-01", "01-11", "01-21"]),
        ("FREQ=DAILY;BYDAY=MO;COUNT=2", ["01-05", "01-12"]),
        ("FREQ=DAILY;BYMONTHDAY=31;COUNT=3", ["01-31", "03-31", "05-31"]),
        ("FREQ=WEEKLY;COUNT=3", ["01-01", "01-08", "01-15"]),
        ("FREQ=WEEKLY;BYDAY=SA,SU;UNTIL=20260111", ["01-03", "01-04", "01-10", "01-11"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=2", ["01-12", "01-26"]),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", ["01-31", "02-28", "03-31"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", ["01-31", "03-31", "05-31"]),
        ("FREQ=MONTHLY;BYDAY=2TU;COUNT=3", ["01-13", "02-10", "03-10"]),
        ("FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=3;COUNT=2", ["01-30", "04-24"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", ["01-30", "02-27", "03-31"]),
        ("FREQ=MONTHLY;BYDAY=5SA;COUNT=2", ["01-31", "05-30"]),
        ("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1", ["05-01"]),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", ["11-26"]),
        ("FREQ=YEARLY;BYDAY=1MO", ["01-05"]),
        ("FREQ=YEARLY;BYMONTH=3,9;COUNT=2", ["03-01", "09-01"]),
        ("FREQ=YEARLY", ["01-01"]),
    ],
)
def test_falls_on(rule, expected):
    assert days(rule) == expected


def test_a_leap_day_comes_every_four_years():
    found = days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", dt.date(2023, 1, 1), dt.date(2032, 12, 31))
    assert found == ["02-29"] * 3


def test_weeks_are_counted_from_the_week_of_the_start():
    # Thursday 2026-01-01: every second week has its Monday before the start, then on the 12th.
    assert days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=3") == ["01-02", "01-12", "01-16"]


def test_weeks_may_begin_on_sunday():
    # Every second week on Sunday from Thursday 2026-01-01: the Sunday after belongs to the week after.
    assert days("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;COUNT=2") == ["01-04", "01-18"]
    assert days("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;COUNT=2;WKST=SU") == ["01-11", "01-25"]


@pytest.mark.parametrize(
    "rule",
    [
        "", "FREQ=HOURLY", "FREQ=DAILY;BYHOUR=3", "FREQ=YEARLY;BYMONTH=13", "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;WKST=XX", "FREQ", "COUNT=2",
    ],
)
def test_refuses_what_lies_outside_the_subset(rule):
    with pytest.raises(ValueError):
        parse_rule(rule)
