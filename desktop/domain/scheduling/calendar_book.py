"""The calendars of a project, compiled from their records and kept for the next calculation.

Which bands a day has, from strongest to weakest: an exception of the calendar itself or, where it
has none for that day, of the calendar it is derived from; its own work week for those dates; its own
weekday; then the same of its base. A weekday that no calendar of the chain mentions is off. Of several
exceptions one for that single day counts, then one for a range of days, then yearly, monthly and weekly ones.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from desktop.domain.plan import Calendar, CalendarException
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling.bands import DAY_OFF, STANDARD_WEEK, Bands, parse_bands
from desktop.domain.scheduling.calendars import WorkCalendar, standard_calendar
from desktop.domain.scheduling.clock import FIRST_DAY, LAST_DAY
from desktop.domain.scheduling.findings import ScheduleWarning
from desktop.domain.scheduling.layout import usual_week
from desktop.domain.scheduling.recurrence import Rule, occurrences, parse_rule

LONG_RANGE = 1100
"""Days from which on an exception is kept as a range rather than day by day."""
AHEAD = 366 * 8
"""Days ahead at which two calendars are looked at for working time in common: behind usual exceptions."""
_STRENGTH = ("WEEKLY", "MONTHLY", "YEARLY", "DAILY")
"""Recurrences, weakest first."""


class CalendarBook:
    """Compiled calendars by record id. ``first`` and ``last`` are the day ordinals to begin with."""

    def __init__(self, records: Mapping[str, Calendar], first: int, last: int) -> None:
        self.first, self.last = first, last
        self.warnings: list[ScheduleWarning] = []
        """Of the calendars that were asked for, in that order."""
        self._asked: set[object] = set()
        self._records = dict(records)
        self._compiled: dict[str, tuple[WorkCalendar, list[ScheduleWarning]]] = {}
        self._shared: dict[tuple[int, int], tuple[WorkCalendar, list[ScheduleWarning]]] = {}
        self.standard = standard_calendar(first, last)

    def again(self) -> CalendarBook:
        """The same compiled calendars, of which nobody has asked for any yet."""
        made = CalendarBook.__new__(CalendarBook)
        made.__dict__.update(self.__dict__)
        made.warnings, made._asked = [], set()
        return made

    def matches(self, records: Mapping[str, Calendar]) -> bool:
        """Whether this book was compiled from exactly these records."""
        return len(records) == len(self._records) and all(
            self._records.get(identity) is record for identity, record in records.items()
        )

    def get(self, identity: str | None) -> WorkCalendar | None:
        """The calendar of a record, or None where there is no such record."""
        if identity is None or identity not in self._records:
            return None
        if identity not in self._compiled:
            self._compiled[identity] = self._compile(self._records[identity])
        return self._handed_out(identity, *self._compiled[identity])

    def intersection(self, left: WorkCalendar, right: WorkCalendar) -> WorkCalendar:
        """Time that is working in both; ``left`` alone where there is none, or no more of it."""
        if left is right:
            return left
        key = (id(left), id(right))
        if key not in self._shared:
            both, warnings = left.intersect(right), []
            if not both.has_working_time(self.first + AHEAD):
                # Single days that are worked in both (exceptions) finish no work that needs more of them.
                facts = {"other": right.name}
                warnings.append(ScheduleWarning("no_common_time", calendar=left.identity, facts=facts))
                last = both.last_worked(self.first, AHEAD)
                both = left.intersect(right, last + 1) if last else left
            self._shared[key] = both, warnings
        return self._handed_out(key, *self._shared[key])

    def _handed_out(self, key: object, calendar: WorkCalendar, warnings: list[ScheduleWarning]) -> WorkCalendar:
        if key not in self._asked:
            self._asked.add(key)
            self.warnings += [one for one in warnings if one not in self.warnings]
        return calendar

    def _compile(self, record: Calendar) -> tuple[WorkCalendar, list[ScheduleWarning]]:
        warnings: list[ScheduleWarning] = []
        chain = [record]
        while (base := self._records.get(chain[-1].base or "")) is not None:
            if base in chain:
                warnings.append(ScheduleWarning("calendar_circle", calendar=record.id))
                break
            chain.append(base)
        days = _Layers([_Layer(item, warnings) for item in chain])
        if not days.has_week:
            warnings.append(ScheduleWarning("no_working_time", calendar=record.id))
            days.fall_back()
        return WorkCalendar(days, self.first, self.last, record.name, record.id), warnings


class _Layer:
    """What one calendar record says of itself."""

    def __init__(self, record: Calendar, warnings: list[ScheduleWarning]) -> None:
        self.record = record
        self.warnings = warnings
        self.once: dict[int, Bands] = {}
        self.ranges: list[_Range] = []
        self.recurring: list[_Recurring] = []
        self.week: dict[int, Bands] = {item.weekday: self._bands(item.bands) for item in record.week}
        self._single: dict[int, Bands] = {}
        for exception in record.exceptions:
            self._add_exception(exception)
        self.once |= self._single
        self.recurring.sort(key=lambda one: _STRENGTH.index(one.rule.frequency))
        self.work_weeks = [
            (_Range(*_ordinals(item.start, item.finish), self._bands(item.bands)), item.weekday)
            for item in record.work_weeks
        ]
        self.days = sorted(self.once)

    def _bands(self, text: str) -> Bands:
        try:
            return parse_bands(text)
        except Rejected:
            self._warn("calendar_bands", text)
            return DAY_OFF

    def _warn(self, code: str, value: str) -> None:
        self.warnings.append(ScheduleWarning(code, calendar=self.record.id, facts={"value": value[:80]}))

    def _add_exception(self, exception: CalendarException) -> None:
        start = exception.start or exception.finish
        if start is None:
            return
        bands = self._bands(exception.bands)
        first, last = _ordinals(start, exception.finish if exception.recurrence else exception.finish or start)
        if exception.recurrence:
            try:
                found = _Recurring(
                    parse_rule(exception.recurrence), max(start, dt.date.fromordinal(FIRST_DAY)), last, bands
                )
                if (day := found.only_day()) is not None:
                    self._single[day] = bands
                else:
                    self.recurring.append(found)
            except (ValueError, OverflowError):
                self._warn("recurrence_unreadable", exception.recurrence)
        elif first == last:
            self._single[first] = bands
        elif last - first < LONG_RANGE:
            self.once.update(dict.fromkeys(range(first, last + 1), bands))
        else:
            self.ranges.insert(0, _Range(first, last, bands))

    def exception(self, ordinal: int) -> Bands | None:
        """Bands by an exception for that day; of two as strong the later one in the list counts."""
        found = self.once.get(ordinal)
        if found is not None:
            return found
        for one in self.ranges:
            if one.first <= ordinal <= one.last:
                return one.bands
        for rule in reversed(self.recurring):
            if rule.falls_on(ordinal):
                return rule.bands
        return None

    def next_special(self, ordinal: int) -> int:
        """The first day from ``ordinal`` on that an exception or a work week of this calendar may change."""
        found = LAST_DAY + 1
        at = bisect_left(self.days, ordinal)
        if at < len(self.days):
            found = self.days[at]
        for one in (*self.ranges, *(one for one, _ in self.work_weeks)):
            if one.last >= ordinal:
                found = min(found, max(one.first, ordinal))
        return min([found, *(rule.next_from(ordinal) for rule in self.recurring)])

    def of_week(self, ordinal: int, weekday: int) -> Bands | None:
        """Bands by a work week or the week."""
        for one, day in self.work_weeks:
            if day == weekday and one.first <= ordinal <= one.last:
                return one.bands
        return self.week.get(weekday)

    def last_worked(self) -> int:
        """The last day that an exception or a work week makes a working day, or 0."""
        return max(
            *(day for day, bands in self.once.items() if bands),
            *(one.last for one in self.ranges if one.bands),
            *(one.last for one, _ in self.work_weeks if one.bands),
            *(rule.last for rule in self.recurring if rule.bands),
            0, 0,
        )  # fmt: skip


class _Range(NamedTuple):
    first: int
    last: int
    bands: Bands


class _Recurring:
    """Days of a recurrence, found as far as they are asked for."""

    def __init__(self, rule: Rule, start: dt.date, last: int, bands: Bands) -> None:
        self.rule = rule
        self.bands = bands
        self.last = min(last, rule.until.toordinal()) if rule.until else last
        self._days = occurrences(rule, start, dt.date.fromordinal(self.last))
        self._found: list[int] = [0]

    def next_from(self, ordinal: int) -> int:
        """The first day of the recurrence from ``ordinal`` on."""
        found = self._found
        while found[-1] < ordinal:
            day = next(self._days, None)
            found.append(day.toordinal() if day else LAST_DAY + 1)
        return found[bisect_left(found, ordinal)]

    def only_day(self) -> int | None:
        """The day of a recurrence that has only one."""
        first = self.next_from(1)
        return first if first <= LAST_DAY < self.next_from(first + 1) else None

    def falls_on(self, ordinal: int) -> bool:
        return self.next_from(ordinal) == ordinal


class _Layers:
    """The layers of a calendar and the calendars it is derived from, strongest first."""

    def __init__(self, layers: list[_Layer]) -> None:
        self._layers = layers
        self._week = [self._weekday(weekday) for weekday in range(7)]
        self._until = LAST_DAY + 1
        self.has_week = any(self._week)
        self.usual = usual_week(self._week)

    def _weekday(self, weekday: int) -> Bands:
        for layer in self._layers:
            if weekday in layer.week:
                return layer.week[weekday]
        return DAY_OFF

    def fall_back(self) -> None:
        """Take the standard week where the calendar has no (more) working days of its own."""
        self._until = max(layer.last_worked() for layer in self._layers) + 1

    def usual_until(self, ordinal: int) -> int:
        """The first day from ``ordinal`` on that may differ from the usual week."""
        return min(self._until, *(layer.next_special(ordinal) for layer in self._layers))

    def bands(self, ordinal: int) -> Bands:
        """Working time that begins on the day ``ordinal``."""
        for layer in self._layers:
            found = layer.exception(ordinal)
            if found is not None:
                return found
        weekday = (ordinal + 6) % 7
        if ordinal >= self._until:
            return STANDARD_WEEK[weekday]
        for layer in self._layers:
            found = layer.of_week(ordinal, weekday)
            if found is not None:
                return found
        return DAY_OFF


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


def require_working_time(project: Project, identity: str, before: Calendar | None = None) -> None:
    """Raise ``Rejected`` where work could never be done by a calendar, or its text is unreadable.

    Codes: ``no_working_time``, ``calendar_bands``, ``calendar_circle``. What was so ``before`` may stay: a calendar
    that came broken from elsewhere can be mended step by step.
    """
    records = project.table(Calendar)
    record = records.get(identity)
    fault = _fault(records, identity) if record is not None else None
    if record is None or fault is None:
        return
    known = _fault({**records, identity: before}, identity) if before is not None else None
    if known is None or known.code != fault.code:
        raise Rejected(fault.code, calendar=record.name, **fault.facts)


def _fault(records: Mapping[str, Calendar], identity: str) -> ScheduleWarning | None:
    """Why nobody can work by a calendar as it is written."""
    book = CalendarBook(records, FIRST_DAY, FIRST_DAY + 1)
    book.get(identity)
    codes = ("no_working_time", "calendar_bands", "calendar_circle")
    return next((found for found in book.warnings if found.calendar == identity and found.code in codes), None)
