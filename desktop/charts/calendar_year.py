"""A year or a month of a calendar: which days are worked, and why. The same on screen and paper.

Every kind of day has a colour, and a letter or a line as well: 休 and 班 are how Chinese calendars mark holidays and
make-up working days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from desktop.charts.shapes import CENTRE, LEFT, RIGHT, Line, Rect, Shape, Text
from desktop.charts.timeheader import text_width
from desktop.charts.units import MONTHS, WEEKDAYS_SHORT
from desktop.domain.scheduling.bands import format_bands
from desktop.domain.scheduling.calendar_days import (
    HOLIDAY,
    MADE_UP,
    OFF,
    OTHER_HOURS,
    WEEK_OFF,
    WEEK_WORKED,
    WORKING,
    CalendarDay,
)
from desktop.i18n import N_, Words

MARKS = {
    HOLIDAY: N_("H", "mark of a holiday"), MADE_UP: N_("W", "mark of a make-up working day"),
    OTHER_HOURS: N_("h", "mark of other hours"),
}  # fmt: skip
TITLES = {
    WORKING: N_("Working day"), OFF: N_("Non-working day"), HOLIDAY: N_("Holiday or other day off"),
    MADE_UP: N_("Make-up working day"), OTHER_HOURS: N_("Other hours than usual"), WEEK_WORKED: N_("By a work week"),
    WEEK_OFF: N_("Off by a work week"),
}  # fmt: skip
_FILLS = {
    WORKING: "surface", OFF: "nonworking", HOLIDAY: "red_soft", MADE_UP: "green_soft", OTHER_HOURS: "amber_soft",
    WEEK_WORKED: "accent_soft", WEEK_OFF: "nonworking",
}  # fmt: skip
_INKS = {
    WORKING: "text", OFF: "muted", HOLIDAY: "red", MADE_UP: "green", OTHER_HOURS: "amber", WEEK_WORKED: "text",
    WEEK_OFF: "muted",
}  # fmt: skip
LEGEND = (WORKING, OFF, HOLIDAY, MADE_UP, OTHER_HOURS, WEEK_WORKED)
ROWS = 6
"""Weeks that a month may touch."""
GAP = 1.2
"""Between two months, in heights of a line."""


def first_of_month(year: int, month: int) -> dt.date:
    """The first day of a month counted on from January: month 13 is next January."""
    return dt.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class YearLayout:
    """Where the days lie. ``line`` is the height of a line of text in the unit of the medium, ``em`` its letters."""

    first: dt.date
    """A day of the first month."""
    months: int
    """1 or 12."""
    width: float
    height: float
    line: float
    em: float
    week_begins: int = 0
    """Weekday in the first column; 0 is Monday."""

    @property
    def across(self) -> int:
        """Months beside each other."""
        if self.months == 1:
            return 1
        return next((count for count in (6, 4, 3, 2) if self.width / count >= self.line * 10.5), 1)

    @property
    def cell(self) -> tuple[float, float]:
        """Width and height of a day."""
        wide = (self.width - GAP * self.line * (self.across - 1)) / self.across / 7
        room = (self.height - 2.4 * self.line) / ROWS
        return wide, max(room, 2.4 * self.line) if self.months == 1 else 1.25 * self.line

    @property
    def needed(self) -> float:
        """Height that everything takes."""
        tall = self.cell[1] * ROWS + 2.4 * self.line
        rows = -(-self.months // self.across)
        return rows * tall + (rows - 1) * GAP * self.line * 0.6

    def month(self, number: int) -> dt.date:
        """First day of the month at a place."""
        return first_of_month(self.first.year, self.first.month + number)

    @property
    def last(self) -> dt.date:
        """The last day shown."""
        return self.month(self.months) - dt.timedelta(1)

    def corner(self, number: int) -> tuple[float, float]:
        """Top left of the month at a place."""
        wide, tall = self.cell
        x = number % self.across * (7 * wide + GAP * self.line)
        y = number // self.across * (tall * ROWS + 2.4 * self.line + GAP * self.line * 0.6)
        return x, y

    def box(self, day: dt.date) -> tuple[float, float, float, float] | None:
        """x, y, width and height of a day; None where it is not shown."""
        begin = self.month(0)
        number = (day.year - begin.year) * 12 + day.month - begin.month
        if not 0 <= number < self.months:
            return None
        (x, y), (wide, tall) = self.corner(number), self.cell
        place = day.day - 1 + (day.replace(day=1).weekday() - self.week_begins) % 7
        return x + place % 7 * wide, y + 2.4 * self.line + place // 7 * tall, wide, tall

    def day_at(self, x: float, y: float) -> dt.date | None:
        """The day under a point."""
        wide, tall = self.cell
        for number in range(self.months):
            left, top = self.corner(number)
            column, row = int((x - left) // wide), int((y - top - 2.4 * self.line) // tall)
            if 0 <= column < 7 and 0 <= row < ROWS:
                first = self.month(number)
                place = row * 7 + column - (first.weekday() - self.week_begins) % 7
                day = first + dt.timedelta(place)
                if place >= 0 and day.month == first.month:
                    return day
        return None


@dataclass(frozen=True, slots=True)
class YearMarks:
    """What is emphasised."""

    chosen: Collection[dt.date] = ()
    current: dt.date | None = None
    today: dt.date | None = None


def year_shapes(
    layout: YearLayout, days: Mapping[dt.date, CalendarDay], words: Words, marks: YearMarks = YearMarks()
) -> Iterator[Shape]:
    """All months with their days."""
    for number in range(layout.months):
        yield from _heading(layout, number, words)
    for day, found in days.items():
        box = layout.box(day)
        if box is not None:
            yield from _day(layout, found, box, words, marks)


def _heading(layout: YearLayout, number: int, words: Words) -> Iterator[Shape]:
    first, (x, y), (wide, _) = layout.month(number), layout.corner(number), layout.cell
    line = layout.line
    facts = {"month": words(MONTHS[first.month - 1]), "number": first.month, "year": first.year}
    title = words(N_("{month} {year}", "time scale"), **facts)
    yield Text(x, y, 7 * wide, 1.3 * line, title, "text", LEFT, bold=True)
    for column in range(7):
        weekday = (layout.week_begins + column) % 7
        name = words(WEEKDAYS_SHORT[weekday])
        short = name if text_width(name, layout.em * 0.85) < wide else name[-1:] if ord(name[0]) > 255 else name[:2]
        yield Text(x + column * wide, y + 1.3 * line, wide, line, short, "muted", CENTRE, size=0.85)


def _day(
    layout: YearLayout, found: CalendarDay, box: tuple[float, float, float, float], words: Words, marks: YearMarks
) -> Iterator[Shape]:
    x, y, wide, tall = box
    large, line = layout.months == 1, layout.line
    yield Rect(x, y, wide, tall, _FILLS[found.kind], "grid_strong")
    if found.day in marks.chosen:
        yield Rect(x + 1, y + 1, wide - 2, tall - 2, "accent", opacity=0.22)
    ink, mark = _INKS[found.kind], MARKS.get(found.kind)
    head = 1.25 * line
    if large:
        yield Text(x + 0.3 * line, y, wide, head, str(found.day.day), ink, LEFT, bold=bool(mark))
    else:
        room = 0.66 * wide if mark and wide > 1.8 * layout.em else wide
        yield Text(x, y, room, tall, str(found.day.day), ink, CENTRE, bold=bool(mark))
    if mark:
        size = 0.9 if large else 0.72
        yield Text(x, y, wide - 0.15 * line, head if large else 0.85 * line, words(mark), ink, RIGHT, True, size)
    if found.kind in (WEEK_WORKED, WEEK_OFF):
        yield Line(x + 2, y + tall - 2, x + wide - 2, y + tall - 2, "accent", 2)
    if large:
        told = [(text.replace("-", "–"), "muted") for text in format_bands(found.bands).split()]
        told += [(found.name, ink)] if found.name else []
        for place, (text, role) in enumerate(told):
            top = y + head + place * 0.9 * line
            if top + 0.9 * line <= y + tall:
                yield Text(x + 0.3 * line, top, wide - 0.5 * line, 0.9 * line, text, role, LEFT, size=0.8)
    if found.day == marks.today:
        yield Rect(x + 1.5, y + 1.5, wide - 3, tall - 3, "", "today")
    if found.day == marks.current:
        yield Rect(x, y, wide, tall, "", "focus")
        yield Rect(x + 1, y + 1, wide - 2, tall - 2, "", "focus")


def legend_shapes(line: float, em: float, words: Words, width: float) -> Iterator[Shape]:
    """What the colours and marks mean, in rows of ``width``."""
    left = top = 0.0
    for kind in LEGEND:
        text = words(TITLES[kind])
        wide = 1.6 * line + text_width(text, em) + 1.4 * em
        if left > 0 and left + wide > width:
            left, top = 0.0, top + 1.4 * line
        box = (left, top + 0.1 * line, 1.2 * line, 1.1 * line)
        yield Rect(*box, _FILLS[kind], "grid_strong")
        if kind in MARKS:
            yield Text(*box, words(MARKS[kind]), _INKS[kind], CENTRE, bold=True, size=0.8)
        if kind is WEEK_WORKED:
            yield Line(left + 2, top + 1.2 * line - 2, left + 1.2 * line - 2, top + 1.2 * line - 2, "accent", 2)
        yield Text(left + 1.5 * line, top, wide, 1.3 * line, text, "text", LEFT)
        left += wide


def legend_height(line: float, em: float, words: Words, width: float) -> float:
    """Height of :func:`legend_shapes`."""
    tops = [one.y for one in legend_shapes(line, em, words, width) if isinstance(one, Text)]
    return max(tops, default=0.0) + 1.4 * line
