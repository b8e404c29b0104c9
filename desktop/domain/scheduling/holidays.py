"""Public holidays and make-up working days of mainland China, from a pack that ships with the program.

Years the State Council has announced are official; later ones are provisional: the statutory days
alone, because make-up working days are not known before. The pack is only ever copied into a
calendar when a person asks for it, so that no newer pack moves a date by itself.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from desktop.domain.plan import Calendar, CalendarException
from desktop.domain.project import Project
from desktop.domain.scheduling.bands import STANDARD_DAY, format_bands
from desktop.i18n import CHINESE, RESOURCES

PACK = RESOURCES / "holidays" / "china.json"


@lru_cache
def _pack() -> dict[str, Any]:
    pack: dict[str, Any] = json.loads(PACK.read_text(encoding="utf-8"))
    return pack


def china_version() -> str:
    """Date of the newest announcement in the pack, ISO."""
    return str(_pack()["version"])


def china_years() -> dict[int, str]:
    """Years in the pack: ``official`` or ``provisional``."""
    return {day["year"]: day["status"] for day in _pack()["days"]}


def china_exceptions(
    years: Iterable[int], language: str = CHINESE, bands: str = format_bands(STANDARD_DAY)
) -> tuple[CalendarException, ...]:
    """Holidays (off) and make-up days (working ``bands``) of ``years``, in order of date.

    Years that the pack does not hold give nothing; ask :func:`china_years`.
    """
    wanted = set(years)
    name = "zh" if language == CHINESE else "en"
    return tuple(
        CalendarException(
            name=day[name],
            start=dt.date.fromisoformat(day["start"]),
            finish=dt.date.fromisoformat(day["finish"]),
            bands=bands if day["working"] else "",
            recurrence="",
            source=day["status"],
        )
        for day in _pack()["days"]
        if day["year"] in wanted
    )


CHINA_PACK = "china"
"""Name under which calendars record that they took their holidays from this pack."""
PUBLISHED = ("official", "provisional")
"""Sources of days that somebody announced or that follow from the law."""


@dataclass(frozen=True, slots=True)
class DayChange:
    """A day on which a list differs from a calendar; None where one of the two says nothing of the day."""

    day: dt.date
    before: CalendarException | None
    after: CalendarException | None


@dataclass(frozen=True, slots=True)
class PendingUpdate:
    """A calendar that could take newer holidays, and the days that would differ; nothing has been changed."""

    calendar: str
    """Id of the calendar."""
    version: str
    exceptions: tuple[CalendarException, ...]
    """What the pack says of the years that the calendar has holidays of."""
    days: tuple[DayChange, ...]


def day_changes(
    calendar: Calendar, exceptions: Iterable[CalendarException], *, replace: bool = False
) -> tuple[DayChange, ...]:
    """Days that are off or worked by only one of the two, in order; ``replace`` looks at published days alone
    and counts those that a new list no longer has. Recurring exceptions are not looked at."""
    new = _by_day(exceptions)
    old = _by_day(item for item in calendar.exceptions if not replace or item.source in PUBLISHED)
    years = {day.year for day in new}
    days = [*new, *(day for day in old if replace and day not in new and day.year in years)]
    return tuple(
        DayChange(day, old.get(day), new.get(day))
        for day in sorted(days)
        if _bands(old.get(day)) != _bands(new.get(day))
    )


def pending_updates(project: Project) -> list[PendingUpdate]:
    """Calendars that took their holidays from an older pack and would differ by the one that ships now."""
    found = []
    for calendar in project.table(Calendar).values():
        name, _, version = calendar.holidays.partition(" ")
        if name != CHINA_PACK or version >= china_version():
            continue
        years = {item.start.year for item in calendar.exceptions if item.start and item.source in PUBLISHED}
        exceptions = china_exceptions(years)
        days = day_changes(calendar, exceptions, replace=True)
        if days:
            found.append(PendingUpdate(calendar.id, china_version(), exceptions, days))
    return found


def _bands(item: CalendarException | None) -> str | None:
    return None if item is None else item.bands


def _by_day(exceptions: Iterable[CalendarException]) -> dict[dt.date, CalendarException]:
    """Single days of exceptions that do not recur; a later one beats an earlier one, as in the calendar."""
    found: dict[dt.date, CalendarException] = {}
    for item in exceptions:
        if item.start is None or item.recurrence:
            continue
        for number in range(min(366, ((item.finish or item.start) - item.start).days + 1)):
            found[item.start + dt.timedelta(number)] = item
    return found
