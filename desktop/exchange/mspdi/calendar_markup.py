"""One calendar as Project writes it.

Exceptions go out twice: for Project since 2007, and in the older form that other programs read.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from desktop.domain.imports import APPROXIMATED, NOT_READ, Findings
from desktop.domain.plan import Calendar, CalendarException, WorkWeek
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling.bands import Bands, format_bands, merge, parse_bands
from desktop.domain.scheduling.calendar_book import CalendarBook
from desktop.exchange.mspdi import foreign, order, values
from desktop.exchange.mspdi.excepted import FIRST_DATE, LAST_DATE, bounds_of, days_of, on_days, ordinals_of, without
from desktop.exchange.mspdi.markup import Node, arranged, given
from desktop.exchange.mspdi.recurring import codes_of
from desktop.i18n import N_

MAX_NAME = 51
"""Characters; Project refuses a file with a longer calendar name."""
MAX_BANDS = 5
"""Working times a day that Project has room for."""
_DAY = 1440

SHORTENED = N_("Names longer than Project allows, shortened: {n}")
TOO_MANY = N_("Days with more than five working times, the rest left out: {n}")
NO_RULE = N_("Recurring exceptions that Project cannot repeat, written day by day: {n}")


class CalendarWriter:
    """Writes one calendar; ``bases`` are those it is derived from, ``whole`` writes their working time into it."""

    def __init__(
        self, calendar: Calendar, findings: Findings, bases: Sequence[Calendar] = (), *, whole: bool = False
    ) -> None:
        self._calendar, self._findings, self._whole = calendar, findings, whole
        self._all = [calendar, *bases]
        self._chain = self._all if whole else [calendar]
        self._nights = any(
            end > _DAY
            for item in self._all
            for bands in (*(day.bands for day in item.week), *(exception.bands for exception in item.exceptions))
            for _, end in self._parsed(bands)
        )

    def node(self, uid: int, base: int) -> Node:
        """The Calendar element; ``base`` is the number of the calendar it is derived from, or -1."""
        calendar, name = self._calendar, self._calendar.name
        if len(name) > MAX_NAME:
            self._findings.note(APPROXIMATED, SHORTENED, name)
        exceptions = self._exceptions()
        made = given(
            UID=str(uid),
            Name=name[:MAX_NAME],
            IsBaseCalendar="1" if base < 0 else "0",
            BaseCalendarUID=str(base),
            WeekDays=[*self._week(), *self._legacy(exceptions)],
            Exceptions=[self._exception(item) for item in exceptions],
            WorkWeeks=list(self._work_weeks()),
        )
        kept = foreign.kept(foreign.from_text(calendar.foreign))
        if not any(tag == "IsBaselineCalendar" for tag, _ in kept):
            made += given(IsBaselineCalendar="0")
        return ("Calendar", arranged(order.CALENDAR, made, kept))

    # -- the week -------------------------------------------------------------------------------

    def _week(self) -> Iterator[Node]:
        week: dict[int, Bands] = {}
        for calendar in reversed(self._chain):
            week.update({day.weekday: self._parsed(day.bands) for day in calendar.week})
        if self._whole:
            week = {day: week.get(day, ()) for day in range(7)}
        yield from self._days(week)

    def _days(self, week: Mapping[int, Bands]) -> Iterator[Node]:
        """WeekDay elements from Sunday on; what runs past midnight belongs to the next day here."""
        late = {(day + 1) % 7: [(0, end - _DAY) for _, end in bands if end > _DAY] for day, bands in week.items()}
        for weekday in (6, 0, 1, 2, 3, 4, 5):
            if weekday in week or late.get(weekday):
                cut = [(start, min(end, _DAY)) for start, end in week.get(weekday, ())]
                bands = merge(sorted([*late.get(weekday, ()), *cut]))
                yield ("WeekDay", [("DayType", str((weekday + 1) % 7 + 1)), *self._hours(bands)])

    def _parsed(self, text: str) -> Bands:
        try:
            return parse_bands(text)
        except Rejected:
            return ()

    def _hours(self, bands: Bands) -> list[Node]:
        if len(bands) > MAX_BANDS:
            self._findings.note(NOT_READ, TOO_MANY, self._calendar.name)
        times: list[Node] = [
            ("WorkingTime", [("FromTime", values.time_text(start)), ("ToTime", values.time_text(end))])
            for start, end in bands[:MAX_BANDS]
        ]
        return given(DayWorking="1" if bands else "0", WorkingTimes=times)

    def _work_weeks(self) -> Iterator[Node]:
        groups: dict[tuple[str, dt.date, dt.date], dict[int, Bands]] = {}
        for calendar in self._chain:
            for item in calendar.work_weeks:
                key = _key(item)
                groups.setdefault(key, {}).setdefault(item.weekday, self._parsed(item.bands))
        for (name, start, finish), week in sorted(groups.items(), key=lambda group: group[0][1]):
            yield ("WorkWeek", [_period(start, finish), ("Name", name), ("WeekDays", list(self._days(week)))])

    # -- exceptions -----------------------------------------------------------------------------

    def _exceptions(self) -> list[CalendarException]:
        """By date, those of the calendar before those of its base; a day is excepted once."""
        taken: set[int] = set()
        made: list[CalendarException] = []
        for calendar in self._chain:
            # Of two for one day the one for that day alone counts, else the later.
            for item in sorted(calendar.exceptions, key=lambda item: len(ordinals_of(item)) == 1)[::-1]:
                if item.recurrence:
                    made += self._recurring(item)
                else:
                    made += without(item, taken)
                    taken.update(ordinals_of(item))
        if self._nights:
            made = list(self._as_days(made))
        return sorted(made, key=lambda item: (item.start or dt.date.min, item.name))

    def _as_days(self, items: Iterable[CalendarException]) -> Iterator[CalendarException]:
        """Exceptions of a calendar that works past midnight: what a shift does to its second day, too."""
        names: dict[int, str] = {}
        for item in items:
            days = [day.toordinal() for day in days_of(item)] if item.recurrence else ordinals_of(item)
            names.update(dict.fromkeys(days, item.name))
            for day in days:
                names.setdefault(day + 1, item.name)
        if not names:
            return
        records = {item.id: item for item in self._all}
        compiled = CalendarBook(records, min(names), max(names) + 1).get(self._calendar.id)
        assert compiled is not None
        facts = [(day, names[day], compiled.day_bands(dt.date.fromordinal(day))) for day in sorted(names)]
        for (_, name, bands), run in itertools.groupby(
            enumerate(facts), key=lambda pair: (pair[1][0] - pair[0], *pair[1][1:])
        ):
            together = [dt.date.fromordinal(day) for _, (day, _, _) in run]
            yield CalendarException(
                name=name, start=together[0], finish=together[-1], bands=format_bands(bands), recurrence=""
            )

    def _recurring(self, item: CalendarException) -> list[CalendarException]:
        if codes_of(item.recurrence) is not None:
            return [item]
        self._findings.note(APPROXIMATED, NO_RULE, f"{self._calendar.name}: {item.name}")
        return [on_days(item, day, day) for day in days_of(item)]

    def _exception(self, item: CalendarException) -> Node:
        start, finish = bounds_of(item)
        codes = codes_of(item.recurrence) if item.recurrence else {"Type": "1"}
        facts = {"EnteredByOccurrences": "0", "Occurrences": "1"} | (codes or {})
        if item.recurrence and "COUNT" not in item.recurrence:
            facts["Occurrences"] = str(max(1, len(days_of(item))))
        nodes, hours = given(Name=item.name[:512], **facts), self._hours(self._parsed(item.bands))
        return ("Exception", arranged(order.EXCEPTION, [_period(start, finish)], nodes, hours))

    def _legacy(self, exceptions: Iterable[CalendarException]) -> Iterator[Node]:
        """As WeekDay elements of type 0, in order of date."""
        single = [item for item in exceptions if not item.recurrence]
        once = {day for item in single for day in ordinals_of(item)}
        spread = [
            on_days(item, day, day)
            for item in exceptions
            if item.recurrence
            for day in days_of(item)
            if day.toordinal() not in once
        ]
        for item in sorted([*single, *spread], key=lambda item: item.start or dt.date.min):
            working, *times = self._hours(self._parsed(item.bands))
            yield ("WeekDay", [("DayType", "0"), working, _period(*bounds_of(item)), *times])


def _key(item: WorkWeek) -> tuple[str, dt.date, dt.date]:
    return item.name, item.start or FIRST_DATE, item.finish or LAST_DATE


def _period(start: dt.date, finish: dt.date) -> Node:
    return ("TimePeriod", [("FromDate", f"{start}T00:00:00"), ("ToDate", f"{finish}T23:59:00")])
