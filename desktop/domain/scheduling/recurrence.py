"""Recurring days: the part of iCalendar's RRULE (RFC 5545) that calendars of planning tools use.

``FREQ`` DAILY, WEEKLY, MONTHLY or YEARLY with ``INTERVAL``, ``COUNT``, ``UNTIL``, ``BYDAY`` (with an
ordinal such as ``2TU`` or ``-1FR`` for MONTHLY and YEARLY), ``BYMONTHDAY``, ``BYMONTH``, ``BYSETPOS`` and ``WKST``.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")


@dataclass(frozen=True, slots=True)
class Rule:
    """A parsed recurrence rule; empty tuples mean that the start day decides."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: dt.date | None = None
    weekdays: tuple[tuple[int, int], ...] = ()
    """(ordinal, weekday): ordinal 0 is every one, weekday 0 is Monday."""
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0
    """The weekday with which weeks begin that are counted."""


def parse_rule(text: str) -> Rule:
    """Read ``FREQ=WEEKLY;BYDAY=SA``; raises ValueError for what lies outside the subset."""
    parts = dict(item.split("=", 1) for item in text.strip().removeprefix("RRULE:").upper().split(";") if item)
    frequency = parts.pop("FREQ", "")
    if frequency not in FREQUENCIES:
        raise ValueError(text)
    rule = Rule(
        frequency,
        interval=max(1, int(parts.pop("INTERVAL", "1"))),
        count=int(parts.pop("COUNT")) if "COUNT" in parts else None,
        until=_day(parts.pop("UNTIL")) if "UNTIL" in parts else None,
        weekdays=tuple(_weekday(item) for item in _items(parts.pop("BYDAY", ""))),
        month_days=_numbers(parts.pop("BYMONTHDAY", "")),
        months=_numbers(parts.pop("BYMONTH", "")),
        positions=_numbers(parts.pop("BYSETPOS", "")),
        week_start=WEEKDAYS.index(parts.pop("WKST", WEEKDAYS[0])),
    )
    if parts or any(not 1 <= month <= 12 for month in rule.months):
        raise ValueError(text)
    return rule


def _items(text: str) -> list[str]:
    return text.split(",") if text else []


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(item) for item in _items(text))


def _day(text: str) -> dt.date:
    return dt.datetime.strptime(text[:8], "%Y%m%d").date()


def _weekday(text: str) -> tuple[int, int]:
    return int(text[:-2] or 0), WEEKDAYS.index(text[-2:])


def occurrences(rule: Rule, start: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Days from ``start`` to ``last`` (both included) on which ``rule`` falls, in order."""
    if rule.until is not None and rule.until < last:
        last = rule.until
    left = rule.count
    for days in _periods(rule, start, last):
        for day in _chosen(rule, days):
            if day < start:
                continue
            if day > last or left == 0:
                return
            yield day
            if left is not None:
                left -= 1


def _chosen(rule: Rule, days: list[dt.date]) -> list[dt.date]:
    if not rule.positions:
        return days
    count = len(days)
    indexes = {position - 1 if position > 0 else count + position for position in rule.positions}
    return [days[index] for index in sorted(indexes) if 0 <= index < count]


def _periods(rule: Rule, start: dt.date, last: dt.date) -> Iterator[list[dt.date]]:
    """Candidate days of each day, week, month or year from the one that holds ``start``."""
    step = rule.interval
    if rule.frequency == "DAILY":
        for number in range(start.toordinal(), last.toordinal() + 1, step):
            day = dt.date.fromordinal(number)
            yield [day] if _fits(rule, day) else []
    elif rule.frequency == "WEEKLY":
        first = start.toordinal() - (start.weekday() - rule.week_start) % 7
        weekdays = {day for _, day in rule.weekdays} or {start.weekday()}
        offsets = sorted((day - rule.week_start) % 7 for day in weekdays)
        for number in range(first, last.toordinal() + 1, 7 * step):
            days = [dt.date.fromordinal(number + offset) for offset in offsets]
            yield [day for day in days if not rule.months or day.month in rule.months]
    elif rule.frequency == "MONTHLY":
        for index in range(start.year * 12 + start.month - 1, last.year * 12 + last.month, step):
            year, month = divmod(index, 12)
            if not rule.months or month + 1 in rule.months:
                yield _in_month(rule, year, month + 1, start)
    else:
        for year in range(start.year, last.year + 1, step):
            yield _in_year(rule, year, start)


def _fits(rule: Rule, day: dt.date) -> bool:
    return (
        (not rule.months or day.month in rule.months)
        and (not rule.month_days or day.day in rule.month_days)
        and (not rule.weekdays or day.weekday() in {weekday for _, weekday in rule.weekdays})
    )


def _in_year(rule: Rule, year: int, start: dt.date) -> list[dt.date]:
    if rule.weekdays and not rule.months and not rule.month_days:
        first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
        return _by_weekday(rule, first, last)
    months = sorted(rule.months) or [start.month]
    return [day for month in months for day in _in_month(rule, year, month, start)]


def _in_month(rule: Rule, year: int, month: int, start: dt.date) -> list[dt.date]:
    length = calendar.monthrange(year, month)[1]
    if rule.weekdays:
        days = _by_weekday(rule, dt.date(year, month, 1), dt.date(year, month, length))
        return [day for day in days if not rule.month_days or day.day in rule.month_days]
    numbers = rule.month_days or (start.day,)
    wanted = {number if number > 0 else length + 1 + number for number in numbers}
    return [dt.date(year, month, number) for number in sorted(wanted) if 1 <= number <= length]


def _by_weekday(rule: Rule, first: dt.date, last: dt.date) -> list[dt.date]:
    found: set[dt.date] = set()
    for ordinal, weekday in rule.weekdays:
        begin = first.toordinal() + (weekday - first.weekday()) % 7
        numbers = range(begin, last.toordinal() + 1, 7)
        if ordinal == 0:
            found.update(map(dt.date.fromordinal, numbers))
        elif -len(numbers) <= ordinal <= len(numbers):
            found.add(dt.date.fromordinal(numbers[ordinal - 1 if ordinal > 0 else ordinal]))
    return sorted(found)
