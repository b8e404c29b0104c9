"""The calendars of a project, compiled from their records and kept for the next calculation.

Which bands a day has, from strongest to weakest: an exception of the calendar itself or, where it
has none for that day, of the calendar it is derived from (a one-off exception beats a recurring
one); its own work week for those dates; its own weekday; then the same of its base. A weekday that
no calendar of the chain mentions is off.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from desktop.domain.plan import Calendar, CalendarException
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling.bands import DAY_OFF, STANDARD_WEEK, Bands, parse_bands
from desktop.domain.scheduling.calendars import WorkCalendar, standard_calendar
from desktop.domain.scheduling.clock import FIRST_DAY, LAST_DAY
from desktop.domain.scheduling.findings import ScheduleWarning
from desktop.domain.scheduling.recurrence import occurrences, parse_rule


class CalendarBook:
    """Compiled calendars by record id. ``first`` and ``last`` are the day ordinals to begin with."""

    def __init__(self, records: Mapping[str, Calendar], first: int, last: int) -> None:
        self.first, self.last = first, last
        self.warnings: list[ScheduleWarning] = []
        self._records = dict(records)
        self._compiled: dict[str, WorkCalendar] = {}
        self._shared: dict[tuple[int, int], WorkCalendar] = {}
        self.standard = standard_calendar(first, last)

    def matches(self, records: Mapping[str, Calendar]) -> bool:
        """Whether this book was compiled from exactly these records."""
        return len(records) == len(self._records) and all(
            self._records.get(identity) is record for identity, record in records.items()
        )

    def get(self, identity: str | None) -> WorkCalendar | None:
        """The calendar of a record, or None where there is no such record."""
        if identity is None or identity not in self._records:
            return None
        found = self._compiled.get(identity)
        if found is None:
            found = self._compiled[identity] = self._compile(self._records[identity])
        return found

    def intersection(self, left: WorkCalendar, right: WorkCalendar) -> WorkCalendar:
        """Time that is working in both, or ``left`` where there is none."""
        if left is right:
            return left
        key = (id(left), id(right))
        if key not in self._shared:
            both = left.intersect(right)
            self._shared[key] = both if both.has_working_time(self.first) else left
        return self._shared[key]

    def _compile(self, record: Calendar) -> WorkCalendar:
        chain = [record]
        while (base := self._records.get(chain[-1].base or "")) is not None:
            if base in chain:
                self._warn("calendar_circle", record)
                break
            chain.append(base)
        days = _DayRules([_Layer(item, self.warnings) for item in chain])
        if not days.has_week:
            self._warn("no_working_time", record)
            days.fall_back()
        return WorkCalendar(days.bands, self.first, self.last, record.name, record.id)

    def _warn(self, code: str, record: Calendar) -> None:
        self.warnings.append(ScheduleWarning(code, calendar=record.id, facts={"calendar": record.name}))


class _Layer:
    """What one calendar record says of itself."""

    def __init__(self, record: Calendar, warnings: list[ScheduleWarning]) -> None:
        self.record = record
        self.warnings = warnings
        self.once: dict[int, Bands] = {}
        self.recurring: dict[int, Bands] = {}
        self.work_weeks: list[tuple[int, int, int, Bands]] = []
        self.week: dict[int, Bands] = {item.weekday: self._bands(item.bands) for item in record.week}
        for exception in record.exceptions:
            self._add_exception(exception)
        for item in record.work_weeks:
            first, last = _ordinals(item.start, item.finish)
            self.work_weeks.append((first, last, item.weekday, self._bands(item.bands)))

    def _bands(self, text: str) -> Bands:
        try:
            return parse_bands(text)
        except Rejected:
            self._warn("calendar_bands", text)
            return DAY_OFF

    def _warn(self, code: str, value: str) -> None:
        facts = {"calendar": self.record.name, "value": value[:80]}
        self.warnings.append(ScheduleWarning(code, calendar=self.record.id, facts=facts))

    def _add_exception(self, exception: CalendarException) -> None:
        start = exception.start or exception.finish
        if start is None:
            return
        bands = self._bands(exception.bands)
        if not exception.recurrence:
            first, last = _ordinals(start, exception.finish or start)
            self.once.update(dict.fromkeys(range(first, last + 1), bands))
            return
        _, last = _ordinals(start, exception.finish)
        try:
            rule = parse_rule(exception.recurrence)
            days = occurrences(rule, max(start, dt.date.fromordinal(FIRST_DAY)), dt.date.fromordinal(last))
            self.recurring.update({day.toordinal(): bands for day in days})
        except (ValueError, OverflowError):
            self._warn("recurrence_unreadable", exception.recurrence)

    def of_week(self, ordinal: int, weekday: int) -> Bands | None:
        for first, last, day, bands in self.work_weeks:
            if day == weekday and first <= ordinal <= last:
                return bands
        return self.week.get(weekday)


class _DayRules:
    """The layers of a calendar and the calendars it is derived from, strongest first."""

    def __init__(self, layers: list[_Layer]) -> None:
        self._layers = layers
        self._dated: dict[int, Bands] = {}
        for layer in reversed(layers):
            self._dated.update(layer.recurring)
            self._dated.update(layer.once)
        self._work_weeks = any(layer.work_weeks for layer in layers)
        self._week = [self._weekday(weekday) for weekday in range(7)]
        self._until = LAST_DAY + 1
        self.has_week = any(self._week)

    def _weekday(self, weekday: int) -> Bands:
        for layer in self._layers:
            if weekday in layer.week:
                return layer.week[weekday]
        return DAY_OFF

    def fall_back(self) -> None:
        """Take the standard week where the calendar has no (more) working days of its own."""
        dated = [ordinal for ordinal, bands in self._dated.items() if bands]
        ranged = [last for layer in self._layers for _, last, _, bands in layer.work_weeks if bands]
        self._until = max([*dated, *ranged], default=0) + 1

    def bands(self, ordinal: int) -> Bands:
        """Working time that begins on the day ``ordinal``."""
        found = self._dated.get(ordinal)
        if found is not None:
            return found
        weekday = (ordinal + 6) % 7
        if ordinal >= self._until:
            return STANDARD_WEEK[weekday]
        if self._work_weeks:
            for layer in self._layers:
                own = layer.of_week(ordinal, weekday)
                if own is not None:
                    return own
            return DAY_OFF
        return self._week[weekday]


def _ordinals(start: dt.date | None, finish: dt.date | None) -> tuple[int, int]:
    """First and last day of a range, kept within the calendar of plans; open ends reach to its ends."""
    first = start.toordinal() if start else FIRST_DAY
    last = finish.toordinal() if finish else LAST_DAY
    return max(first, FIRST_DAY), min(last, LAST_DAY)


def compile_calendar(project: Project, identity: str) -> WorkCalendar:
    """One calendar of ``project`` on its own, such as for a form that edits it."""
    today = dt.date.today().toordinal()
    return CalendarBook(project.table(Calendar), today - 366, today + 732).get(identity) or standard_calendar(
        today - 366, today + 732
    )


def require_working_time(project: Project, identity: str) -> None:
    """Raise ``Rejected`` where work could never be done by a calendar, or its text is unreadable.

    Codes: ``no_working_time``, ``calendar_bands``, ``calendar_circle``.
    """
    records = project.table(Calendar)
    record = records.get(identity)
    if record is None:
        return
    book = CalendarBook(records, FIRST_DAY, FIRST_DAY + 1)
    book.get(identity)
    for warning in book.warnings:
        if warning.calendar == identity and warning.code in ("no_working_time", "calendar_bands", "calendar_circle"):
            raise Rejected(warning.code, **warning.facts)
