"""What a calendar says of single days, and why: for people who look at it and change it.

Which statement counts is decided as in ``calendar_book``, from the same records.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.plan import Calendar, CalendarException, WorkWeek
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling.bands import DAY_OFF, Bands, parse_bands
from desktop.domain.scheduling.clock import FIRST_DAY, LAST_DAY
from desktop.domain.scheduling.recurrence import occurrences, parse_rule

WORKING, OFF = "working", "off"
HOLIDAY, MADE_UP, OTHER_HOURS = "holiday", "made_up", "other_hours"
"""Days of exceptions: off, worked although the week has them off, worked at other hours than usual."""
WEEK_WORKED, WEEK_OFF = "week_worked", "week_off"
"""Days of a work week that holds for some dates."""
FREQUENT = ("WEEKLY", "MONTHLY", "YEARLY", "DAILY")
"""Recurrences, weakest first."""
LONG_RANGE = 1100
"""As in ``calendar_book``: longer ranges yield to shorter ones."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day by one calendar."""

    day: dt.date
    kind: str
    bands: Bands
    """Working time that begins on the day."""
    name: str = ""
    """Of the exception or the work week that decides."""
    calendar: str = ""
    """Id of the calendar that decides: the one that was asked or one that it is derived from; "" for none."""
    source: str = ""
    """Of the exception."""


def chain_of(records: Mapping[str, Calendar], identity: str) -> list[Calendar]:
    """A calendar and those that it is derived from, each once."""
    chain: list[Calendar] = []
    record = records.get(identity)
    while record is not None and record not in chain:
        chain.append(record)
        record = records.get(record.base or "")
    return chain


def calendar_days(records: Mapping[str, Calendar], identity: str, first: dt.date, last: dt.date) -> list[CalendarDay]:
    """The days from ``first`` to ``last``, both included."""
    chain = chain_of(records, identity)
    excepted = [ruling_exceptions(record, first, last) for record in chain]
    found = []
    for number in range(first.toordinal(), last.toordinal() + 1):
        day = dt.date.fromordinal(number)
        usual = _by_week(chain, day)
        item = next(((record, said[day]) for record, said in zip(chain, excepted, strict=True) if day in said), None)
        if item is None:
            found.append(usual)
            continue
        record, exception = item
        bands = read_bands(exception.bands)
        kind = HOLIDAY if not bands else MADE_UP if not usual.bands else OTHER_HOURS
        if bands and bands == usual.bands:
            kind = usual.kind
        found.append(CalendarDay(day, kind, bands, exception.name, record.id, exception.source))
    return found


def ruling_exceptions(record: Calendar, first: dt.date, last: dt.date) -> dict[dt.date, CalendarException]:
    """The exception of this calendar alone that counts for each day between two days."""
    ranked: list[tuple[int, int, CalendarException, Sequence[dt.date]]] = []
    for place, exception in enumerate(record.exceptions):
        rank, days = _days_of(exception, first, last)
        if days:
            ranked.append((rank, place, exception, days))
    found: dict[dt.date, CalendarException] = {}
    for _, _, exception, days in sorted(ranked, key=lambda one: one[:2]):
        found.update(dict.fromkeys(days, exception))
    return found


def _days_of(exception: CalendarException, first: dt.date, last: dt.date) -> tuple[int, Sequence[dt.date]]:
    """(strength, days of an exception within a window)."""
    start = exception.start or exception.finish
    if start is None:
        return 0, ()
    if exception.recurrence:
        return _recurring_days(exception, start, first, last)
    finish = exception.finish or start
    length = (finish - start).days
    rank = 20 if length == 0 else 11 if length < LONG_RANGE else 10
    begin, end = max(start, first).toordinal(), min(finish, last).toordinal()
    return rank, [dt.date.fromordinal(number) for number in range(begin, end + 1)]


def _recurring_days(
    exception: CalendarException, start: dt.date, first: dt.date, last: dt.date
) -> tuple[int, Sequence[dt.date]]:
    start = max(start, dt.date.fromordinal(FIRST_DAY))
    finish = min(exception.finish or dt.date.fromordinal(LAST_DAY), dt.date.fromordinal(LAST_DAY))
    try:
        rule = parse_rule(exception.recurrence)
        days = []
        for number, day in enumerate(occurrences(rule, start, finish)):
            if day > last and number > 1:
                break
            days.append(day)
    except (ValueError, OverflowError):
        return 0, ()
    rank = 20 if len(days) == 1 else FREQUENT.index(rule.frequency)
    return rank, [day for day in days if first <= day <= last]


def _by_week(chain: Sequence[Calendar], day: dt.date) -> CalendarDay:
    """What the weeks say of a day, exceptions left aside."""
    weekday = day.weekday()
    for record in chain:
        item = work_week_on(record, day)
        if item is not None:
            bands = read_bands(item.bands)
            return CalendarDay(day, WEEK_WORKED if bands else WEEK_OFF, bands, item.name, record.id)
        text = next((item.bands for item in reversed(record.week) if item.weekday == weekday), None)
        if text is not None:
            bands = read_bands(text)
            return CalendarDay(day, WORKING if bands else OFF, bands, "", record.id)
    return CalendarDay(day, OFF, DAY_OFF)


def work_week_on(record: Calendar, day: dt.date) -> WorkWeek | None:
    """The work week of a calendar that holds on a day and says something of its weekday."""
    for item in record.work_weeks:
        within = (item.start is None or item.start <= day) and (item.finish is None or day <= item.finish)
        if within and item.weekday == day.weekday():
            return item
    return None


def read_bands(text: str) -> Bands:
    """Bands of a text; none where it cannot be read."""
    try:
        return parse_bands(text)
    except Rejected:
        return DAY_OFF
