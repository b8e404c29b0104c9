"""Changes of a calendar as people mean them: these days off, those worked, at such hours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from desktop.domain.plan import Calendar, CalendarException
from desktop.domain.scheduling.bands import STANDARD_DAY, Bands, format_bands, parse_bands
from desktop.domain.scheduling.calendar_days import calendar_days, chain_of, read_bands, ruling_exceptions

AS_USUAL = "usual"
"""In place of hours: those that the weekday has, or an ordinary day of the calendar where the weekday is off."""
_ONE = dt.timedelta(days=1)


def set_days(
    records: Mapping[str, Calendar], identity: str, days: Collection[dt.date], hours: str, name: str = ""
) -> Calendar:
    """The calendar with ``days`` worked at ``hours``: a text of bands, "" for off, or :data:`AS_USUAL`.

    Days of which the week says the same already get no exception. Raises ``calendar_bands``.
    """
    if hours != AS_USUAL:
        hours = format_bands(parse_bands(hours))
    cleared = clear_days(records[identity], days)
    tried = {**records, identity: cleared}
    ordered = sorted(days)
    wanted: dict[dt.date, str] = {}
    for first, last in _runs(ordered):
        for found in calendar_days(tried, identity, first, last):
            bands = _usual_hours(tried, identity, found.day) if hours == AS_USUAL else hours
            if format_bands(found.bands) != bands:
                wanted[found.day] = bands
    made = [
        CalendarException(name=name, start=first, finish=last, bands=bands, recurrence="", source="user")
        for first, last, bands in _alike(wanted)
    ]
    return cleared.replace(exceptions=(*cleared.exceptions, *made))


def clear_days(record: Calendar, days: Collection[dt.date]) -> Calendar:
    """The calendar without what its own dated exceptions say of ``days``; ranges keep their other days.

    Exceptions that come again stay: they are changed as a whole.
    """
    if not days:
        return record
    chosen = set(days)
    first, last = min(chosen), max(chosen)
    kept: list[CalendarException] = []
    for item in record.exceptions:
        start = item.start or item.finish
        finish = item.finish or start
        if item.recurrence or start is None or finish is None or finish < first or start > last:
            kept.append(item)
            continue
        within = [dt.date.fromordinal(number) for number in range(start.toordinal(), finish.toordinal() + 1)]
        if chosen.isdisjoint(within):
            kept.append(item)
            continue
        # What is left over of a range must not begin to beat what beat it before.
        ruling = ruling_exceptions(record, start, finish)
        left = [day for day in within if day not in chosen and ruling.get(day) is item]
        kept += [replace(item, start=one, finish=other) for one, other in _runs(left)]
    return record if tuple(kept) == record.exceptions else record.replace(exceptions=tuple(kept))


def usual_day(records: Mapping[str, Calendar], identity: str) -> Bands:
    """Hours of an ordinary day: of the first working weekday, own or inherited, else the standard ones."""
    for record in chain_of(records, identity):
        for item in sorted(record.week, key=lambda one: one.weekday):
            if read_bands(item.bands):
                return read_bands(item.bands)
    return STANDARD_DAY


def _usual_hours(records: Mapping[str, Calendar], identity: str, day: dt.date) -> str:
    plain = {key: record.replace(exceptions=()) for key, record in records.items()}
    (found,) = calendar_days(plain, identity, day, day)
    return format_bands(found.bands or usual_day(records, identity))


def _runs(days: Iterable[dt.date]) -> Iterator[tuple[dt.date, dt.date]]:
    """First and last of each unbroken row of ascending days."""
    ordered = list(days)
    if not ordered:
        return
    first = ordered[0]
    for one, other in pairwise(ordered):
        if other - one != _ONE:
            yield first, one
            first = other
    yield first, ordered[-1]


def _alike(wanted: Mapping[dt.date, str]) -> Iterator[tuple[dt.date, dt.date, str]]:
    """Runs of days with the same hours."""
    for first, last in _runs(wanted):
        begin, day = first, first
        while day <= last:
            after = day + _ONE
            if after > last or wanted[after] != wanted[begin]:
                yield begin, day, wanted[begin]
                begin = after
            day = after
