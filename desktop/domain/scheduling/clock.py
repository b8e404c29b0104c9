"""Moments as integers: whole minutes, counted so that ``minute // DAY`` is Python's day ordinal.

Minute 1440 is midnight at the start of 0001-01-01. Local time is naive: a day always has 1,440
minutes, so a change to summer time moves no date.
"""

from __future__ import annotations

import datetime as dt

DAY = 1440
"""Minutes in a day."""

_FIRST = dt.datetime(1, 1, 1)


def to_minutes(moment: dt.datetime) -> int:
    """The minute of ``moment``; seconds are dropped."""
    return moment.toordinal() * DAY + moment.hour * 60 + moment.minute


def day_start(day: dt.date) -> int:
    """The minute at which ``day`` begins."""
    return day.toordinal() * DAY


def day_end(day: dt.date) -> int:
    """The minute at which ``day`` is over."""
    return (day.toordinal() + 1) * DAY


def to_datetime(minute: int) -> dt.datetime:
    """The naive local moment of ``minute``; the first or last that can be written where it lies beyond."""
    try:
        return _FIRST + dt.timedelta(minutes=minute - DAY)
    except OverflowError:
        return _FIRST if minute < DAY else dt.datetime(9999, 12, 31, 23, 59)


FIRST_DAY = dt.date(1900, 1, 1).toordinal()
LAST_DAY = dt.date(2399, 12, 31).toordinal()
FIRST_MINUTE = FIRST_DAY * DAY
LAST_MINUTE = LAST_DAY * DAY
"""Plans live between these; a date outside is a typing error and is left out with a warning."""


def is_plausible(minute: int) -> bool:
    return FIRST_MINUTE <= minute <= LAST_MINUTE
