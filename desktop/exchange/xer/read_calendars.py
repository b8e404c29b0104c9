"""Calendars of an XER file as records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from desktop.domain.imports import APPROXIMATED, Findings
from desktop.domain.plan import Calendar, CalendarException, WeekDay
from desktop.domain.scheduling.bands import Bands, format_bands
from desktop.exchange.incoming import calendar_name, fresh, source_number
from desktop.exchange.incoming_calendars import cut_loose, standard_week
from desktop.exchange.xer.calendar_data import read_working_time
from desktop.exchange.xer.cells import Cells
from desktop.exchange.xer.tables import Tables
from desktop.i18n import N_

UNSOUND = N_("Calendars of which not all working times could be read: {n}")
STANDARD = N_("Calendars without a week, taken as 08:00–12:00 and 13:00–17:00 on Monday to Friday: {n}")


@dataclass(slots=True)
class CalendarTable:
    """Calendars by the number that the file gives them, with their rows."""

    records: dict[str, Calendar] = field(default_factory=dict)
    rows: dict[str, Cells] = field(default_factory=dict)

    def id_of(self, number: str) -> str | None:
        found = self.records.get(number)
        return found.id if found else None


def read_calendars(tables: Tables, findings: Findings, make_id: Callable[[], str]) -> CalendarTable:
    """All calendars; bases exist and lead back to none of those derived from them."""
    table, base = CalendarTable(), {}
    for row in tables.of("CALENDAR"):
        number = row.get("clndr_id", "")
        if number in table.records:
            continue
        name = " ".join(row.get("clndr_name", "").split()) or calendar_name(number)
        table.rows[number] = Cells(row, findings, name)
        time = read_working_time(row.get("clndr_data", ""))
        if not time.sound and row.get("clndr_data", ""):
            findings.note(APPROXIMATED, UNSOUND, name)
        if row.get("base_clndr_id", "") not in ("", number):
            base[number] = row["base_clndr_id"]
        table.records[number] = Calendar(
            **fresh(make_id()),
            name=name,
            week=tuple(WeekDay(weekday=day, bands=format_bands(time.week[day])) for day in sorted(time.week)),
            exceptions=tuple(_joined(time.exceptions)),
            source_uid=source_number(number),
        )
    _settle(table, base, findings)
    return table


def _joined(days: Mapping[dt.date, Bands]) -> Iterator[CalendarException]:
    """Days in a row with the same working time as one exception."""
    run: list[dt.date] = []
    for day in sorted(days):
        if run and (day - run[-1] != dt.timedelta(days=1) or days[day] != days[run[0]]):
            yield _exception(run, days[run[0]])
            run = []
        run.append(day)
    if run:
        yield _exception(run, days[run[0]])


def _exception(run: list[dt.date], bands: Bands) -> CalendarException:
    return CalendarException(
        name="", start=run[0], finish=run[-1], bands=format_bands(bands), recurrence="", source="imported"
    )


def _settle(table: CalendarTable, base: dict[str, str], findings: Findings) -> None:
    cut_loose(base, table.records, lambda number: table.records[number].name, findings)
    for number, record in table.records.items():
        above = base.get(number)
        if above is not None:
            table.records[number] = record.replace(base=table.records[above].id)
        elif not record.week:
            findings.note(APPROXIMATED, STANDARD, record.name)
            table.records[number] = record.replace(week=standard_week())
