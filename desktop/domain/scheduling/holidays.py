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
from desktop.domain.scheduling.bands import STANDARD_DAY, Bands, format_bands
from desktop.domain.scheduling.calendar_book import compile_calendar
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
FURTHEST = 1100
"""Days beyond the last dated exception for which recurring ones are looked at."""


@dataclass(frozen=True, slots=True)
class HolidayList:
    """What somebody's list says, in order of date."""

    exceptions: tuple[CalendarException, ...]
    left_out: int = 0
    """Entries that could not be read."""

    @property
    def published(self) -> bool:
        """Whether the list tells official from provisional days, and so replaces what an earlier one said."""
        return any(item.source in PUBLISHED for item in self.exceptions)

    @property
    def years(self) -> dict[int, str]:
        """Years in the list, in order, each with its weakest source: ``provisional`` before ``official``."""
        found: dict[int, str] = {}
        for item in self.exceptions:
            if item.start is not None and found.get(item.start.year) != "provisional":
                found[item.start.year] = item.source
        return dict(sorted(found.items()))

    def of_years(self, years: Iterable[int]) -> tuple[CalendarException, ...]:
        """What the list says of ``years``."""
        wanted = set(years)
        return tuple(item for item in self.exceptions if item.start is not None and item.start.year in wanted)


@dataclass(frozen=True, slots=True)
class ChangedDay:
    """A day on which a calendar works differently after a change."""

    day: dt.date
    before: Bands
    after: Bands
    name: str
    """Of the exception that makes the day what it becomes, or of the one that is gone."""
    source: str
    made_up: bool
    """Whether the day becomes a working day although its week has it off."""


def usual_bands(project: Project, calendar: str) -> str:
    """Working hours of an ordinary day of a calendar, for days that are worked to make up for others: those of
    its first working weekday, its own or inherited, and the standard ones where it has none."""
    record, seen = project.find(Calendar, calendar), set[str]()
    while record is not None and record.id not in seen:
        seen.add(record.id)
        days = sorted((item for item in record.week if item.bands), key=lambda item: item.weekday)
        if days:
            return days[0].bands
        record = project.find(Calendar, record.base)
    return format_bands(STANDARD_DAY)


def changed_days(before: Project, after: Project, calendar: str) -> list[ChangedDay]:
    """Days on which ``calendar`` works differently in ``after``, in order; a day off that was off is not one."""
    old, new = (project.get(Calendar, calendar).exceptions for project in (before, after))
    both = set(old) & set(new)
    differing = set(old) ^ set(new)
    if [item for item in old if item in both] != [item for item in new if item in both]:
        differing |= both  # a later one beats an earlier one, so that the order alone may move a day
    dated = [day for item in differing for day in (item.start, item.finish) if day is not None]
    if not dated:
        return []
    far = FURTHEST if any(item.recurrence for item in differing) else 0
    first, last = min(dated).toordinal(), min(max(dated).toordinal() + far, dt.date.max.toordinal())
    was, will = compile_calendar(before, calendar), compile_calendar(after, calendar)
    names, gone = _by_day(new), _by_day(item for item in old if item in differing)
    found = []
    for number in range(first, last + 1):
        day = dt.date.fromordinal(number)
        bands = was.day_bands(day), will.day_bands(day)
        if bands[0] != bands[1]:
            item = names.get(day) or gone.get(day)
            made_up = bool(bands[1]) and day in names
            found.append(ChangedDay(day, *bands, item.name if item else "", item.source if item else "", made_up))
    return found


def merged(calendar: Calendar, days: HolidayList) -> tuple[CalendarException, ...]:
    """The exceptions of ``calendar`` with a list put into it.

    A list that tells official from provisional days replaces what such lists said of its years before, and stands
    before what people entered themselves, which therefore holds: a later exception beats an earlier one. Any other
    list goes behind everything, and replaces only what an earlier import said of the same days.
    """
    entered = {_said(item) for item in calendar.exceptions if item.source == "user"}
    new = tuple(item for item in days.exceptions if _said(item) not in entered)
    if days.published:
        years = days.years
        kept = [item for item in calendar.exceptions if not (item.source in PUBLISHED and _year(item) in years)]
        own = [item for item in kept if item.source == "user"]
        listed = sorted((*(item for item in kept if item.source in PUBLISHED), *new), key=lambda item: str(item.start))
        placed = {*own, *listed}
        return (*(item for item in kept if item not in placed), *listed, *own)
    same = {(item.start, item.finish, item.recurrence) for item in new}
    kept = [
        item
        for item in calendar.exceptions
        if item.source != "imported" or (item.start, item.finish, item.recurrence) not in same
    ]
    return (*kept, *new)


def _said(item: CalendarException) -> tuple[object, ...]:
    """What an exception says of which days, whatever it is called and wherever it comes from."""
    return item.start, item.finish or item.start, item.bands, item.recurrence


def _year(item: CalendarException) -> int:
    return item.start.year if item.start else 0


def china_list(language: str = CHINESE, bands: str = format_bands(STANDARD_DAY)) -> HolidayList:
    """The whole pack that ships with the program."""
    return HolidayList(china_exceptions(china_years(), language, bands))


def newer_list(project: Project, calendar: str) -> HolidayList | None:
    """What the pack that ships now says of the years of a calendar that took an older one; None where it took none.

    Years that the older pack did not know yet are part of it; earlier ones than the calendar has are not.
    """
    record = project.get(Calendar, calendar)
    name, _, version = record.holidays.partition(" ")
    if name != CHINA_PACK or version >= china_version():
        return None
    begin = min((_year(item) for item in record.exceptions if item.source in PUBLISHED), default=0)
    years = [year for year in china_years() if year >= begin]
    return HolidayList(china_exceptions(years, CHINESE, usual_bands(project, calendar)))


def outdated(project: Project) -> list[str]:
    """Ids of the calendars that took their holidays from an older pack and would work other days by the new one.

    Nothing is changed: whether a calendar takes the new list is for a person to decide.
    """
    found = []
    for record in list(project.table(Calendar).values()):
        days = newer_list(project, record.id)
        if days is not None:
            copy = project.snapshot()
            copy.put("calendar", record.id, record.replace(exceptions=merged(record, days)))
            if changed_days(project, copy, record.id):
                found.append(record.id)
    return found


def _by_day(exceptions: Iterable[CalendarException]) -> dict[dt.date, CalendarException]:
    """Single days of exceptions that do not recur; a later one beats an earlier one, as in the calendar."""
    found: dict[dt.date, CalendarException] = {}
    for item in exceptions:
        if item.start is None or item.recurrence:
            continue
        for number in range(min(366, ((item.finish or item.start) - item.start).days + 1)):
            found[item.start + dt.timedelta(number)] = item
    return found
