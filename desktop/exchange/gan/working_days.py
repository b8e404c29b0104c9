"""The calendar of a GanttProject file: whole days off and on, without hours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any
from xml.etree.ElementTree import Element

from desktop.domain.imports import NOT_READ, Findings
from desktop.domain.plan import CalendarException, WeekDay
from desktop.domain.scheduling.bands import STANDARD_DAY, format_bands
from desktop.i18n import N_

OFFICE = format_bands(STANDARD_DAY)
"""GanttProject counts whole days; every working day gets the usual hours."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LEAP_YEAR = 2000
"""Stands in for the year of a day that returns every year, so that 29 February exists."""
UNREADABLE_DAY = N_("Days of the calendar that do not exist, left out: {n}")


def read_week(root: Element) -> tuple[WeekDay, ...]:
    """The working week: Monday to Friday unless the file says otherwise; ``1`` is a day off."""
    week = root.find("calendars/day-types/default-week")
    flags = {} if week is None else week.attrib
    return tuple(
        WeekDay(weekday=day, bands="" if flags.get(name, "1" if day > 4 else "0") == "1" else OFFICE)
        for day, name in enumerate(WEEKDAYS)
    )


def read_days(root: Element, findings: Findings) -> tuple[CalendarException, ...]:
    """Holidays, and working days at weekends; without a year they return every year."""
    found = []
    for element in root.iterfind("calendars/date"):
        kind = element.get("type", "HOLIDAY").upper()
        if kind not in ("HOLIDAY", "WORKING_DAY"):  # NEUTRAL only has a colour
            continue
        written = [element.get(part, "") for part in ("year", "month", "date")]
        try:
            day = dt.date(int(written[0] or LEAP_YEAR), int(written[1]), int(written[2]))
        except (ValueError, OverflowError):
            findings.note(NOT_READ, UNREADABLE_DAY, "-".join(written)[:40])
            continue
        found.append(
            _day(
                name=" ".join((element.text or "").split()),
                start=day,
                finish=day if written[0] else None,
                bands=OFFICE if kind == "WORKING_DAY" else "",
                recurrence="" if written[0] else f"FREQ=YEARLY;BYMONTH={day.month};BYMONTHDAY={day.day}",
            )
        )
    return tuple(found)


def read_absences(elements: Iterable[Element], findings: Findings) -> Iterator[tuple[str, CalendarException]]:
    """(resource id, days off) of every vacation, the last day included."""
    for element in elements:
        try:
            start, finish = (dt.date.fromisoformat(element.get(part, "")) for part in ("start", "end"))
        except ValueError:
            findings.note(NOT_READ, UNREADABLE_DAY, f"{element.get('start')} {element.get('end')}"[:40])
            continue
        if start <= finish:
            yield element.get("resourceid", ""), _day(start=start, finish=finish)


def _day(**facts: Any) -> CalendarException:
    return CalendarException(source="imported", **facts)


class WorkingDays:
    """Which days are worked, for finishes that the file leaves to the reader."""

    def __init__(self, week: tuple[WeekDay, ...], days: tuple[CalendarException, ...]) -> None:
        self._week = [bool(day.bands) for day in week]
        self._single = {day.start: bool(day.bands) for day in days if not day.recurrence}
        yearly = [day for day in days if day.recurrence and day.start is not None]
        self._yearly = {(day.start.month, day.start.day): bool(day.bands) for day in yearly if day.start}

    def last_day(self, start: dt.date, length: int) -> dt.date:
        """The day on which the last of ``length`` working days from ``start`` falls."""
        day = start
        for _ in range(length * 8 + 400):
            if self._works(day):
                length -= 1
                if not length:
                    break
            day += dt.timedelta(1)
        return day

    def _works(self, day: dt.date) -> bool:
        single = self._single.get(day)
        if single is None:
            single = self._yearly.get((day.month, day.day))
        return self._week[day.weekday()] if single is None else single
