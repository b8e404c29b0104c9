"""Stretches of the calendar that a time scale is divided into, where they begin, and what they are called.

Weeks are numbered by ISO 8601 (week 1 holds the year's first Thursday) or from the start of the project.
Where weeks do not begin on Monday, a week has the ISO number of the Thursday that lies in it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from desktop.i18n import N_, Words

DAY = dt.timedelta(days=1)
THURSDAY = 3

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May", "month"), N_("June"), N_("July"),
    N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
MONTHS_SHORT = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May", "short month"), N_("Jun"), N_("Jul"), N_("Aug"),
    N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip
WEEKDAYS_SHORT = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


class Unit(Enum):
    """A stretch of the header; the value is its usual length in days."""

    FIVE_MINUTES = 1 / 288
    QUARTER_HOUR = 1 / 96
    HOUR = 1 / 24
    SIX_HOURS = 0.25
    DAY = 1.0
    WEEK = 7.0
    MONTH = 30.44
    QUARTER = 91.3
    HALF_YEAR = 182.6
    YEAR = 365.25
    DECADE = 3652.5


_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF_YEAR: 6, Unit.YEAR: 12, Unit.DECADE: 120}
"""Lengths of the units that are made of months."""
_MINUTES = {Unit.FIVE_MINUTES: 5, Unit.QUARTER_HOUR: 15, Unit.HOUR: 60, Unit.SIX_HOURS: 360}


@dataclass(frozen=True, slots=True)
class Ruler:
    """How weeks and years are counted."""

    project_start: dt.date | None = None
    """Where given, weeks are counted from the one in which this day lies; the one before it is week −1."""
    week_begins: int = 0
    """Weekday with which weeks begin; 0 is Monday."""
    year_begins: int = 1
    """Month with which years, half years and quarters begin: 4 for a financial year from April."""

    def floor(self, unit: Unit, moment: dt.datetime) -> dt.datetime:
        """The beginning of the ``unit`` in which ``moment`` lies."""
        day = dt.datetime(moment.year, moment.month, moment.day)
        if unit in _MINUTES:
            past = moment.hour * 60 + moment.minute
            return day + dt.timedelta(minutes=past - past % _MINUTES[unit])
        if unit is Unit.WEEK:
            return day - (day.weekday() - self.week_begins) % 7 * DAY
        if unit in _MONTHS:
            months = self._months(day)
            return self._month(months - months % _MONTHS[unit])
        return day

    def after(self, unit: Unit, beginning: dt.datetime) -> dt.datetime:
        """The beginning of the next ``unit``."""
        if unit in _MONTHS:
            return self._month(self._months(beginning) + _MONTHS[unit])
        return beginning + dt.timedelta(minutes=_MINUTES.get(unit, 1440 * unit.value))

    def _months(self, day: dt.datetime) -> int:
        """Months from the year 0 of this ruler's years on."""
        return day.year * 12 + day.month - self.year_begins

    def _month(self, months: int) -> dt.datetime:
        year, month = divmod(months + self.year_begins - 1, 12)
        return dt.datetime(year, month + 1, 1)

    def year(self, moment: dt.datetime) -> int:
        """The year in which the year of ``moment`` began."""
        return self._months(moment) // 12

    def quarter(self, moment: dt.datetime) -> int:
        """1 to 4, counted from the month with which years begin."""
        return self._months(moment) % 12 // 3 + 1

    def week(self, moment: dt.datetime) -> int:
        """The number of the week in which ``moment`` lies."""
        begins = self.floor(Unit.WEEK, moment)
        if self.project_start is None:
            return (begins + (THURSDAY - self.week_begins) % 7 * DAY).isocalendar().week
        first = self.floor(Unit.WEEK, dt.datetime.combine(self.project_start, dt.time()))
        gone = (begins - first).days // 7
        return gone + 1 if gone >= 0 else gone


def labels(unit: Unit, moment: dt.datetime, words: Words, ruler: Ruler) -> tuple[str, ...]:
    """What the cell that begins at ``moment`` may be called, longest first."""
    year, week = ruler.year(moment), ruler.week(moment) if unit is Unit.WEEK else 0
    facts = {
        "year": moment.year, "short_year": f"{moment.year % 100:02d}", "quarter": ruler.quarter(moment),
        "number": moment.month, "month": words(MONTHS[moment.month - 1]), "mon": words(MONTHS_SHORT[moment.month - 1]),
        "week": week if week > 0 else f"−{-week}", "weekday": words(WEEKDAYS_SHORT[moment.weekday()]),
        "day": moment.day, "hour": f"{moment.hour:02d}", "minute": f"{moment.minute:02d}",
        "half": (ruler.quarter(moment) + 1) // 2, "first_year": year, "last_year": f"{(year + 1) % 100:02d}",
        "from_year": f"{year % 100:02d}",
    }  # fmt: skip
    keys = _LABELS[unit]
    if ruler.project_start is not None and unit is Unit.WEEK:
        keys = (N_("Project week {week}, {month} {year}", "time scale"), *keys[1:])
    if ruler.year_begins != 1:
        keys = _FINANCIAL.get(unit, keys)
    if unit is Unit.HALF_YEAR:
        first = facts["half"] == 1
        keys = tuple(key for key, of_first in zip(keys, _FIRST_HALF, strict=True) if of_first is first)
    return tuple(words(key, **facts) for key in keys)


_FIRST_HALF = (True, False, True, False, True, False)
"""Which half the labels of half years speak of: Chinese has a word for each."""

_MINUTE_LABELS = (N_("{hour}:{minute}", "time scale"), N_("{minute}", "time scale"))
_LABELS = {
    Unit.FIVE_MINUTES: _MINUTE_LABELS,
    Unit.QUARTER_HOUR: _MINUTE_LABELS,
    Unit.HOUR: (
        N_("{weekday} {day} {month} {year}, {hour}:00", "time scale"),
        N_("{weekday} {day} {mon}, {hour}:00", "time scale"),
        N_("{hour}:00", "time scale"),
        N_("{hour}", "time scale"),
    ),
    Unit.SIX_HOURS: (N_("{hour}:00", "time scale"), N_("{hour}", "time scale")),
    Unit.DAY: (
        N_("{weekday} {day} {month} {year}", "time scale"),
        N_("{weekday} {day} {mon}", "time scale"),
        N_("{weekday} {day}", "time scale"),
        N_("{day}", "time scale"),
    ),
    Unit.WEEK: (
        N_("Week {week}, {month} {year}", "time scale"),
        N_("W{week} · {mon} {year}", "time scale"),
        N_("W{week} · {day} {mon}", "time scale"),
        N_("W{week}", "time scale"),
        N_("{week}", "time scale"),
    ),
    Unit.MONTH: (N_("{month} {year}", "time scale"), N_("{mon} {year}", "time scale"), N_("{mon}", "time scale")),
    Unit.QUARTER: (N_("Q{quarter} {year}", "time scale"), N_("Q{quarter}", "time scale")),
    Unit.HALF_YEAR: (
        N_("First half of {year}", "time scale"),
        N_("Second half of {year}", "time scale"),
        N_("H1 {year}", "time scale"),
        N_("H2 {year}", "time scale"),
        N_("H1", "time scale"),
        N_("H2", "time scale"),
    ),
    Unit.YEAR: (N_("{year}", "time scale"), N_("{short_year}", "time scale")),
    Unit.DECADE: (N_("{year}s", "time scale"),),
}
_FINANCIAL = {
    Unit.QUARTER: (N_("Q{quarter} FY {first_year}/{last_year}", "time scale"), N_("Q{quarter}", "time scale")),
    Unit.HALF_YEAR: (
        N_("First half of FY {first_year}/{last_year}", "time scale"),
        N_("Second half of FY {first_year}/{last_year}", "time scale"),
        N_("H1 FY {first_year}/{last_year}", "time scale"),
        N_("H2 FY {first_year}/{last_year}", "time scale"),
        N_("H1", "time scale"),
        N_("H2", "time scale"),
    ),
    Unit.YEAR: (
        N_("Financial year {first_year}/{last_year}", "time scale"),
        N_("FY {first_year}/{last_year}", "time scale"),
        N_("{from_year}/{last_year}", "time scale"),
    ),
}
"""Of years that do not begin in January; both calendar years are named, because one alone is read either way."""
