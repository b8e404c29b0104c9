"""Rules that all readers of plans follow for calendars: a week where a file has none, and bases that hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from desktop.domain.imports import APPROXIMATED, Findings
from desktop.domain.plan import Calendar, WeekDay
from desktop.domain.scheduling.bands import STANDARD_WEEK, format_bands
from desktop.exchange.incoming import fresh
from desktop.i18n import N_, tr

NO_CALENDAR = N_("The file has no calendar for the project; Monday to Friday, 08:00–12:00 and 13:00–17:00, is used.")
CIRCLE = N_("Calendars that would be derived from themselves, cut loose: {n}")
NO_BASE = N_("Calendars derived from one that is not in the file, cut loose: {n}")

Number = TypeVar("Number")


def standard_week() -> tuple[WeekDay, ...]:
    """Monday to Friday, 08:00–12:00 and 13:00–17:00."""
    return tuple(WeekDay(weekday=day, bands=format_bands(bands)) for day, bands in enumerate(STANDARD_WEEK))


def standard_calendar(identity: str) -> Calendar:
    """What a plan without a calendar is reckoned by."""
    return Calendar(**fresh(identity), name=tr("Standard"), week=standard_week())


def cut_loose(
    base: dict[Number, Number], numbers: Iterable[Number], name: Callable[[Number], str], findings: Findings
) -> None:
    """Take out of ``base``, which says what each calendar is derived from, what cannot hold: a calendar that is not
    among ``numbers``, and the first step of every circle.
    """
    known = list(numbers)
    there = set(known)
    for number in known:
        if number not in base:
            continue
        above = base[number]
        if above not in there:
            findings.note(APPROXIMATED, NO_BASE, name(number))
            del base[number]
        elif _leads_to(base, above, number):
            findings.note(APPROXIMATED, CIRCLE, name(number))
            del base[number]


def _leads_to(base: dict[Number, Number], start: Number, goal: Number) -> bool:
    seen = set()
    at = start
    while at != goal:
        if at in seen or at not in base:
            return False
        seen.add(at)
        at = base[at]
    return True
