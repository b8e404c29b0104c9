"""Days that calendar exceptions fall on, as ranges and one by one."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Set

from desktop.domain.plan import CalendarException
from desktop.domain.scheduling.recurrence import occurrences, parse_rule

FIRST_DATE, LAST_DATE = dt.date(1984, 1, 1), dt.date(2049, 12, 31)
"""What Project writes for an end that is open."""
MAX_DAYS = 5000
"""Days of one recurring exception that are written one by one."""


def bounds_of(item: CalendarException) -> tuple[dt.date, dt.date]:
    """First and last day of the range."""
    start = item.start or item.finish or FIRST_DATE
    return start, item.finish or (LAST_DATE if item.recurrence else start)


def ordinals_of(item: CalendarException) -> range:
    """Day ordinals of the range of ``item``."""
    start, finish = bounds_of(item)
    return range(start.toordinal(), finish.toordinal() + 1)


def days_of(item: CalendarException) -> list[dt.date]:
    """Days on which a recurring exception falls."""
    start, finish = bounds_of(item)
    try:
        days = occurrences(parse_rule(item.recurrence), start, finish)
        return list(itertools.islice(days, MAX_DAYS))
    except (ValueError, OverflowError):
        return []


def on_days(item: CalendarException, first: dt.date, last: dt.date) -> CalendarException:
    """``item`` for some of its days only."""
    return CalendarException(
        name=item.name, start=first, finish=last, bands=item.bands, recurrence="", source=item.source
    )


def without(item: CalendarException, taken: Set[int]) -> Iterator[CalendarException]:
    """``item`` on the days of its range that are not in ``taken``, as ranges."""
    days = ordinals_of(item)
    free = [day for day in days if day not in taken] if taken else days
    if len(free) == len(days):
        yield item
        return
    for _, run in itertools.groupby(enumerate(free), key=lambda pair: pair[1] - pair[0]):
        together = [day for _, day in run]
        yield on_days(item, dt.date.fromordinal(together[0]), dt.date.fromordinal(together[-1]))
