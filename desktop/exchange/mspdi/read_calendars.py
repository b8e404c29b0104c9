"""Calendars of an MSPDI file as records.

Project gives every resource a calendar of its own. One that adds nothing to its base is not worth
a record: the resource is then linked to the base, and the empty calendar is made again on writing.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from desktop.domain.imports import APPROXIMATED, NOT_READ, Findings
from desktop.domain.plan import Calendar, CalendarException, WeekDay, WorkWeek
from desktop.domain.scheduling.bands import STANDARD_DAY, Bands, format_bands, merge
from desktop.exchange.incoming import calendar_name
from desktop.exchange.incoming_calendars import cut_loose, standard_week
from desktop.exchange.mspdi import foreign, values
from desktop.exchange.mspdi.context import Context
from desktop.exchange.mspdi.fields import Fields
from desktop.exchange.mspdi.recurring import NotARule, first_of, rule_of
from desktop.i18n import N_

KNOWN = frozenset({"UID", "Name", "IsBaseCalendar", "BaseCalendarUID", "WeekDays", "Exceptions", "WorkWeeks"})
DEFAULTS = {"IsBaselineCalendar": "0"}

NO_RANGE = N_("Calendar exceptions without dates, left out: {n}")
NO_RULE = N_("Recurring calendar exceptions of an unknown kind, left out: {n}")
NO_HOURS = N_("Working days without hours, taken as 08:00–12:00 and 13:00–17:00: {n}")
STANDARD = N_("Calendars that leave weekdays open, taken as 08:00–12:00 and 13:00–17:00 on Monday to Friday: {n}")
OVERLAP = N_("Working times that overlap, joined: {n}")
TWICE = N_("Calendars with a number that another one has, left out: {n}")


@dataclass(slots=True)
class CalendarTable:
    """Calendars by the number that the file gives them."""

    records: dict[int, Calendar] = field(default_factory=dict)
    base: dict[int, int] = field(default_factory=dict)

    def id_of(self, uid: int | None) -> str | None:
        found = self.records.get(uid) if uid is not None else None
        return found.id if found else None

    def is_empty(self, uid: int) -> bool:
        """Whether the calendar is nothing but a link to its base."""
        record = self.records[uid]
        return uid in self.base and not (record.week or record.exceptions or record.work_weeks)


def read_calendars(root: Element, context: Context) -> CalendarTable:
    """All calendars, with bases that exist and lead back to none of those derived from them."""
    table, findings = CalendarTable(), context.findings
    # Project counts weekdays from Sunday, we from Monday.
    week_start = (Fields(root, findings).number("WeekStartDay", 1, 0, 6) - 1) % 7
    for element in root.iterfind("Calendars/Calendar"):
        fields = Fields(element, findings)
        uid = fields.value("UID", values.read_whole, len(table.records) + 1)
        fields.name = fields.text("Name") or calendar_name(uid)
        if uid in table.records:
            findings.note(NOT_READ, TWICE, fields.name)
            continue
        base = fields.value("BaseCalendarUID", values.read_whole, -1)
        if base >= 0 and base != uid and not (base == 0 and fields.flag("IsBaseCalendar")):
            table.base[uid] = base
        table.records[uid] = _calendar(fields, context, uid, week_start)
    _settle(table, findings)
    return table


def _calendar(fields: Fields, context: Context, uid: int, week_start: int) -> Calendar:
    element, findings = fields.element, context.findings
    week = sorted(_week(element, findings, fields.name))
    exceptions = tuple(_exceptions(element, findings, fields.name, week_start))
    return Calendar(
        **context.new("calendar"),
        name=fields.name,
        week=tuple(WeekDay(weekday=day, bands=format_bands(bands)) for day, bands in week),
        exceptions=exceptions or tuple(_legacy_exceptions(element, findings, fields.name)),
        work_weeks=tuple(_work_weeks(element, findings, fields.name)),
        source_uid=uid,
        foreign=foreign.to_text(keep=foreign.keep(element, DEFAULTS, KNOWN)),
    )


def _week(element: Element, findings: Findings, name: str) -> Iterator[tuple[int, Bands]]:
    """(weekday, bands) of the days that are described; 0 is Monday."""
    seen = set()
    for day in element.iterfind("WeekDays/WeekDay"):
        fields = Fields(day, findings, name)
        number = fields.number("DayType", 0, 0, 7)
        weekday = (number - 2) % 7
        if number and weekday not in seen:
            seen.add(weekday)
            yield weekday, _bands(fields, findings)


def _bands(fields: Fields, findings: Findings) -> Bands:
    found = []
    for time in fields.element.iterfind("WorkingTimes/WorkingTime"):
        inner = Fields(time, findings, fields.name)
        start, end = (inner.value(tag, values.read_time, None) for tag in ("FromTime", "ToTime"))
        if start is not None and end is not None and start < 1440:
            found.append((start, end if end > start else end + 1440))
    if not fields.flag("DayWorking", default=bool(found)):
        return ()
    if not found:
        findings.note(APPROXIMATED, NO_HOURS, fields.name)
        return STANDARD_DAY
    found.sort()
    if any(later < earlier for (_, earlier), (later, _) in itertools.pairwise(found)):
        findings.note(APPROXIMATED, OVERLAP, fields.name)
    return merge(found)


def _range(element: Element, findings: Findings, name: str) -> tuple[dt.date, dt.date] | None:
    period = element.find("TimePeriod")
    if period is None:
        return None
    fields = Fields(period, findings, name)
    start, finish = fields.moment("FromDate"), fields.moment("ToDate")
    if start is None and finish is None:
        return None
    first, last = (start or finish), (finish or start)
    assert first is not None and last is not None
    if last.time() == dt.time(0) and last > first:
        last -= dt.timedelta(minutes=1)  # midnight is the end of the day before, not a day more
    return first.date(), last.date()


def _exceptions(element: Element, findings: Findings, name: str, week_start: int) -> Iterator[CalendarException]:
    """As Project has written them since 2007."""
    for item in element.iterfind("Exceptions/Exception"):
        fields = Fields(item, findings, name)
        title, days = fields.text("Name"), _range(item, findings, name)
        if days is None or days[1] < days[0]:
            findings.note(NOT_READ, NO_RANGE, f"{name}: {title}")
            continue
        try:
            recurrence = rule_of(fields, week_start)
        except NotARule:
            findings.note(NOT_READ, NO_RULE, f"{name}: {title}")
            continue
        bands = format_bands(_bands(fields, findings))
        start = first_of(recurrence, *days) if "INTERVAL" in recurrence else days[0]
        yield CalendarException(
            name=title, start=start, finish=days[1], bands=bands, recurrence=recurrence, source="imported"
        )


def _legacy_exceptions(element: Element, findings: Findings, name: str) -> Iterator[CalendarException]:
    """As Project wrote them until 2003, and still does beside the newer form."""
    for day in element.iterfind("WeekDays/WeekDay"):
        if day.findtext("DayType", "").strip() == "0":
            days = _range(day, findings, name)
            if days is None or days[1] < days[0]:
                findings.note(NOT_READ, NO_RANGE, name)
                continue
            bands = format_bands(_bands(Fields(day, findings, name), findings))
            yield CalendarException(
                name="", start=days[0], finish=days[1], bands=bands, recurrence="", source="imported"
            )


def _work_weeks(element: Element, findings: Findings, name: str) -> Iterator[WorkWeek]:
    for week in element.iterfind("WorkWeeks/WorkWeek"):
        title, days = Fields(week, findings, name).text("Name"), _range(week, findings, name)
        if days is None or days[1] < days[0]:
            findings.note(NOT_READ, NO_RANGE, f"{name}: {title}")
            continue
        for weekday, bands in sorted(_week(week, findings, name)):
            yield WorkWeek(name=title, start=days[0], finish=days[1], weekday=weekday, bands=format_bands(bands))


def _settle(table: CalendarTable, findings: Findings) -> None:
    """Link calendars to their bases, and give those that have none a whole week."""
    cut_loose(table.base, table.records, lambda uid: table.records[uid].name, findings)
    for uid, record in table.records.items():
        base = table.base.get(uid)
        if base is not None:
            table.records[uid] = replace(record, base=table.records[base].id)
            continue
        listed = {day.weekday for day in record.week}
        if not listed >= {0, 1, 2, 3, 4}:
            findings.note(APPROXIMATED, STANDARD, record.name)
        missing = tuple(day for day in standard_week() if day.weekday not in listed)
        if missing:
            week = tuple(sorted((*record.week, *missing), key=lambda day: day.weekday))
            table.records[uid] = replace(record, week=week)
