"""Recurring calendar exceptions: Project's codes and iCalendar's rules, both ways.

Types: 1 daily, 2 yearly on a day of a month, 3 yearly by position, 4 monthly on a day, 5 monthly
by position, 6 weekly, 7 every so many days, 8 every so many weekdays. MonthItem 0 is a day, 1 a weekday, 2 a day
of the weekend, 3 to 9 Sunday to Saturday; MonthPosition 0 to 3 are the first to the fourth, 4 is the last. A day that
a month does not have is its last; a period of several weeks or months is counted from the first day that fits.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping

from desktop.domain.scheduling.recurrence import WEEKDAYS, Rule, occurrences, parse_rule
from desktop.exchange.mspdi.fields import Fields

_SUNDAY_FIRST = (6, 0, 1, 2, 3, 4, 5)
"""Python's weekday by Project's number, which begins with Sunday."""
_ITEMS: Mapping[int, str] = {
    0: "MO,TU,WE,TH,FR,SA,SU", 1: "MO,TU,WE,TH,FR", 2: "SA,SU",
    **{3 + number: WEEKDAYS[weekday] for number, weekday in enumerate(_SUNDAY_FIRST)},
}  # fmt: skip
_LAST = 4
_SHORTEST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Days that every January, every February ... has."""


class NotARule(ValueError):
    """The codes describe no recurrence that we know."""


def rule_of(fields: Fields, week_start: int) -> str:
    """RRULE of an Exception element; "" where every day of its range is meant. Raises NotARule.

    ``week_start`` is the weekday with which weeks begin in the file; 0 is Monday.
    """
    kind = fields.number("Type", 1, -1, 99)
    every = fields.number("Period" if "Period" in fields else "PeriodNumber", 1, 0, 999) or 1
    if kind in (1, 7) and every == 1:
        return ""
    if kind == 8 and every > 1:
        raise NotARule(kind)
    made = _rule(kind, fields)
    if every > 1 and kind not in (2, 3):
        made += f";INTERVAL={every}"
        if kind == 6 and week_start:
            made += f";WKST={WEEKDAYS[week_start]}"
    if fields.flag("EnteredByOccurrences") and (count := fields.number("Occurrences", 0, 0, 100_000)):
        made += f";COUNT={count}"
    return made


def _rule(kind: int, fields: Fields) -> str:
    day = fields.number("MonthDay", 1, 1, 31)
    month = fields.number("Month", 0, 0, 11) + 1
    if kind in (1, 7):
        return "FREQ=DAILY"
    if kind == 8:
        return f"FREQ=WEEKLY;BYDAY={_ITEMS[1]}"
    if kind == 2:
        return f"FREQ=YEARLY;BYMONTH={month};{_on_day(day, _SHORTEST[month - 1])}"
    if kind == 3:
        return f"FREQ=YEARLY;BYMONTH={month};{_position(fields)}"
    if kind == 4:
        return f"FREQ=MONTHLY;{_on_day(day, min(_SHORTEST))}"
    if kind == 5:
        return f"FREQ=MONTHLY;{_position(fields)}"
    if kind == 6:
        mask = fields.number("DaysOfWeek", 0, 0, 127)
        days = [WEEKDAYS[_SUNDAY_FIRST[number]] for number in range(7) if mask & 1 << number]
        if days:
            return f"FREQ=WEEKLY;BYDAY={','.join(days)}"
    raise NotARule(kind)


def _days(day: int, shortest: int) -> tuple[int, ...]:
    """``day`` of months that may be as short as ``shortest``, and what stands in for it there: the last counts."""
    return (day,) if day <= shortest else tuple(range(shortest, day + 1))


def _on_day(day: int, shortest: int) -> str:
    days = _days(day, shortest)
    return f"BYMONTHDAY={','.join(map(str, days))}" + (";BYSETPOS=-1" if len(days) > 1 else "")


def first_of(rule: str, start: dt.date, finish: dt.date) -> dt.date:
    """The day from which the period of ``rule`` counts: the first within the range that fits."""
    every = dataclasses.replace(parse_rule(rule), interval=1, count=None)
    return next(occurrences(every, start, finish), start)


def _position(fields: Fields) -> str:
    item, position = fields.number("MonthItem", 0, 0, 9), fields.number("MonthPosition", 0, 0, _LAST)
    ordinal = -1 if position == _LAST else position + 1
    if item >= 3:
        return f"BYDAY={ordinal}{_ITEMS[item]}"
    return f"BYDAY={_ITEMS[item]};BYSETPOS={ordinal}"


def codes_of(text: str) -> dict[str, str] | None:
    """Elements of an Exception for an RRULE; None where Project has no such recurrence."""
    try:
        rule = parse_rule(text)
    except ValueError:
        return None
    codes = _codes(rule)
    if codes is None:
        return None
    if rule.count is not None:
        codes["EnteredByOccurrences"] = "1"
        codes["Occurrences"] = str(rule.count)
    return codes


def _codes(rule: Rule) -> dict[str, str] | None:
    every = {"Period": str(rule.interval)}
    if rule.frequency == "DAILY" and not (rule.weekdays or rule.month_days or rule.months):
        return {"Type": "7", **every}
    if rule.frequency == "WEEKLY" and rule.weekdays and not rule.months:
        mask = sum(1 << _SUNDAY_FIRST.index(weekday) for weekday in {weekday for _, weekday in rule.weekdays})
        return {"Type": "6", **every, "DaysOfWeek": str(mask)}
    yearly = rule.frequency == "YEARLY" and len(rule.months) == 1 and rule.interval == 1
    monthly = rule.frequency == "MONTHLY" and not rule.months
    if not yearly and not monthly:
        return None
    month = {"Month": str(rule.months[0] - 1)} if yearly else every
    if rule.month_days and not rule.weekdays:
        shortest, day = _SHORTEST[rule.months[0] - 1] if yearly else min(_SHORTEST), rule.month_days[-1]
        days = _days(day, shortest)
        if rule.month_days != days or rule.positions != ((-1,) if len(days) > 1 else ()):
            return None
        return {"Type": "2" if yearly else "4", **month, "MonthDay": str(day)}
    item = _item(rule)
    if item is None or rule.month_days:
        return None
    return {"Type": "3" if yearly else "5", **month, **item}


def _item(rule: Rule) -> dict[str, str] | None:
    if len(rule.weekdays) == 1 and rule.weekdays[0][0] and not rule.positions:
        ordinal, weekday = rule.weekdays[0]
        item = 3 + _SUNDAY_FIRST.index(weekday)
    elif len(rule.positions) == 1 and not any(ordinal for ordinal, _ in rule.weekdays):
        ordinal = rule.positions[0]
        wanted = {weekday for _, weekday in rule.weekdays}
        named = {frozenset(range(7)): 0, frozenset(range(5)): 1, frozenset({5, 6}): 2}
        found = named.get(frozenset(wanted))
        if found is None:
            return None
        item = found
    else:
        return None
    if ordinal not in (1, 2, 3, 4, -1):
        return None
    return {"MonthItem": str(item), "MonthPosition": str(_LAST if ordinal == -1 else ordinal - 1)}
