"""Tasks that come again: their pattern as text, the moments at which they fall, and the pattern in words.

The pattern of a recurring task is kept with its summary as iCalendar writes it, with the first moment in front:
``DTSTART:20260601T090000 RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=10``. As Microsoft Project does it, an occurrence that
falls on a day off is moved to the next working moment, or left out where the pattern ends with ``OMIT``; of two
that would fall on the same day one is enough, the one that was not moved.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling.calendars import WorkCalendar
from desktop.domain.scheduling.clock import to_datetime, to_minutes
from desktop.domain.scheduling.recurrence import WEEKDAYS, Rule, occurrences, parse_rule
from desktop.i18n import N_

MOST = 999
"""Occurrences of one recurring task; as many as Microsoft Project makes."""
LONGEST = 366 * 100
"""Days from the first moment on that are looked at."""

sentences(
    recurrence_endless=N_("A recurring task needs an end: a last day or a number of times. Nothing was changed."),
    recurrence_many=N_("This pattern falls on more than {limit} days. Nothing was changed; choose an earlier end."),
    recurrence_never=N_("This pattern falls on no day. Nothing was changed; choose other days or a later end."),
    recurrence_unclear=N_("This pattern cannot be followed. Nothing was changed; choose it again."),
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """When a recurring task falls."""

    start: dt.datetime
    """The first day that counts, and the time of day of every occurrence."""
    rule: str
    """iCalendar RRULE."""
    omit: bool = False
    """Whether occurrences on days off are left out instead of moved to the next working moment."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a recurring task falls."""

    planned: dt.datetime
    """As the pattern says."""
    start: dt.datetime
    """Where work can begin: the same, or the next working moment."""


def format_pattern(pattern: Pattern) -> str:
    """The text that :func:`parse_pattern` reads as ``pattern``."""
    return f"DTSTART:{pattern.start:%Y%m%dT%H%M%S} RRULE:{pattern.rule}" + (" OMIT" if pattern.omit else "")


def parse_pattern(text: str) -> Pattern:
    """The pattern in ``text``. Raises ``recurrence_unclear``."""
    parts = text.split()
    try:
        start = dt.datetime.strptime(parts[0].removeprefix("DTSTART:"), "%Y%m%dT%H%M%S")
        rule = parts[1].removeprefix("RRULE:")
        parse_rule(rule)
    except (ValueError, IndexError) as error:
        raise Rejected("recurrence_unclear") from error
    return Pattern(start, rule, parts[2:] == ["OMIT"])


def occurrences_of(pattern: Pattern, calendar: WorkCalendar) -> list[Occurrence]:
    """The occurrences of a pattern by the days of ``calendar``, in order.

    Raises ``recurrence_endless``, ``recurrence_many``, ``recurrence_never`` or ``recurrence_unclear``.
    """
    try:
        rule = parse_rule(pattern.rule)
    except ValueError as error:
        raise Rejected("recurrence_unclear") from error
    if rule.count is None and rule.until is None:
        raise Rejected("recurrence_endless")
    first = pattern.start.date()
    last = dt.date.fromordinal(min(first.toordinal() + LONGEST, dt.date.max.toordinal()))
    found: dict[dt.date, Occurrence] = {}
    for number, day in enumerate(occurrences(rule, first, last)):
        if number > MOST * 10:
            raise Rejected("recurrence_many", limit=MOST)
        planned = dt.datetime.combine(day, pattern.start.time())
        off = not calendar.day_bands(day)
        if off and pattern.omit:
            continue
        start = to_datetime(calendar.next_start(to_minutes(planned))) if off else planned
        if start == planned or start.date() not in found:
            found[start.date()] = Occurrence(planned, start)
        if len(found) > MOST:
            raise Rejected("recurrence_many", limit=MOST)
    if not found:
        raise Rejected("recurrence_never")
    return [found[day] for day in sorted(found)]


# -- in words -----------------------------------------------------------------------------------

_DAY_NAMES = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday")
)  # fmt: skip
ORDINALS = {
    1: N_("first", "of a month"), 2: N_("second", "of a month"), 3: N_("third", "of a month"),
    4: N_("fourth", "of a month"), -1: N_("last", "of a month"),
}  # fmt: skip
ANY_DAY, WORKING_DAY, WEEKEND_DAY = frozenset(range(7)), frozenset(range(5)), frozenset((5, 6))
KINDS_OF_DAY = {
    ANY_DAY: N_("day", "of a month"), WORKING_DAY: N_("weekday", "Monday to Friday"),
    WEEKEND_DAY: N_("day of the weekend"),
}  # fmt: skip
MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
EVERY = {
    "DAILY": (N_("Every day"), N_("Every {n} days")),
    "WEEKLY": (N_("Every week on {days}"), N_("Every {n} weeks on {days}")),
    "MONTHLY": (N_("Every month on {days}"), N_("Every {n} months on {days}")),
    "YEARLY": (N_("Every year on {days}"), N_("Every {n} years on {days}")),
}


def weekday_name(number: int) -> str:
    """Translatable name of a weekday; 0 is Monday."""
    return _DAY_NAMES[number]


def say_pattern(pattern: Pattern, words: Callable[..., str]) -> str:
    """The pattern as a phrase, such as ``Every 2 weeks on Monday, Friday, from 2026-06-01, 10 times``."""
    rule = parse_rule(pattern.rule)
    one, many = EVERY[rule.frequency]
    phrase = words(one if rule.interval == 1 else many, n=rule.interval, days=_days(rule, pattern, words))
    facts = {"pattern": phrase, "start": f"{pattern.start:%Y-%m-%d}"}
    if rule.count == 1:
        return words(N_("{pattern}, from {start}, once"), **facts)
    if rule.count is not None:
        return words(N_("{pattern}, from {start}, {n} times"), n=rule.count, **facts)
    if rule.until is not None:
        return words(N_("{pattern}, from {start} to {end}"), end=f"{rule.until:%Y-%m-%d}", **facts)
    return phrase


def _days(rule: Rule, pattern: Pattern, words: Callable[..., str]) -> str:
    """On which days of its week, month or year a rule falls."""
    comma = words(N_(", ", "between days"))
    if rule.frequency == "WEEKLY":
        named = sorted({day for _, day in rule.weekdays}) or [pattern.start.weekday()]
        return comma.join(words(_DAY_NAMES[day]) for day in named)
    month = words(MONTHS[(rule.months or (pattern.start.month,))[0] - 1]) if rule.frequency == "YEARLY" else ""
    ordinal = rule.positions[0] if rule.positions else rule.weekdays[0][0] if rule.weekdays else 0
    if rule.weekdays and ordinal in ORDINALS:
        named_days = frozenset(day for _, day in rule.weekdays)
        kind = KINDS_OF_DAY.get(named_days) or _DAY_NAMES[min(named_days)]
        facts = {"which": words(ORDINALS[ordinal]), "day": words(kind)}
        return (
            words(N_("the {which} {day} of {month}"), month=month, **facts)
            if month
            else words(N_("the {which} {day}"), **facts)
        )
    days = comma.join(str(day) for day in rule.month_days or (pattern.start.day,))
    return words(N_("{month} {days}", "date"), month=month, days=days) if month else words(N_("day {days}"), days=days)


def rule_text(
    frequency: str, interval: int, *, weekdays: tuple[int, ...] = (), day: int = 0, ordinal: int = 0, month: int = 0,
    count: int | None = None, until: dt.date | None = None,
) -> str:  # fmt: skip
    """The RRULE of a choice: a ``day`` of the month, some ``weekdays``, or the one of them that is the ``ordinal``."""
    parts = [f"FREQ={frequency}"]
    if interval > 1:
        parts.append(f"INTERVAL={interval}")
    if month:
        parts.append(f"BYMONTH={month}")
    names = [WEEKDAYS[number] for number in sorted(weekdays)]
    if ordinal and len(names) == 1:
        parts.append(f"BYDAY={ordinal}{names[0]}")
    elif names:
        parts.append(f"BYDAY={','.join(names)}")
        parts += [f"BYSETPOS={ordinal}"] if ordinal else []
    elif day:
        parts.append(f"BYMONTHDAY={day}")
    if count is not None:
        parts.append(f"COUNT={count}")
    elif until is not None:
        parts.append(f"UNTIL={until:%Y%m%d}")
    return ";".join(parts)
