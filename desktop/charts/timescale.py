"""Time along the x axis: positions, zoom, and the two-tier header from hours to years.

Everything that places something in time asks :meth:`Timescale.x` and :meth:`Timescale.moment`, so
that a scale of another kind (one that folds the nights away, say) needs no change elsewhere.
Weeks are ISO 8601 weeks: they start on Monday, and week 1 holds the year's first Thursday.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from desktop.charts.shapes import CENTRE, LEFT, Line, Rect, Scene, Shape, Text
from desktop.i18n import N_, Words

DAY = dt.timedelta(days=1)
DAY_SECONDS = 86_400
MIN_SCALE, MAX_SCALE = 0.1, 24 * 160.0
"""Units of length per day: half a century on a screen, and ten minutes every inch."""
EARLIEST, LATEST = dt.datetime(1900, 1, 1), dt.datetime(2300, 1, 1)

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May", "month"), N_("June"), N_("July"),
    N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
MONTHS_SHORT = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May", "short month"), N_("Jun"), N_("Jul"), N_("Aug"),
    N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip
WEEKDAYS_SHORT = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


@dataclass(frozen=True, slots=True)
class Timescale:
    """Where a moment lies: ``start`` at x = 0, and ``scale`` units of length for each day."""

    start: dt.datetime
    scale: float

    def x(self, moment: dt.datetime) -> float:
        """Position of ``moment``; negative before the left edge."""
        return (moment - self.start).total_seconds() * self.scale / DAY_SECONDS

    def moment(self, x: float) -> dt.datetime:
        """The moment at ``x``, to the second, within the years that this program knows."""
        seconds = round(x * DAY_SECONDS / self.scale)
        try:
            found = self.start + dt.timedelta(seconds=seconds)
        except OverflowError:
            return LATEST if seconds > 0 else EARLIEST
        return min(max(found, EARLIEST), LATEST)

    def scrolled(self, distance: float) -> Timescale:
        """The scale after the paper moved ``distance`` to the left."""
        return Timescale(self.moment(distance), self.scale)

    def zoomed(self, factor: float, at: float) -> Timescale:
        """Magnified by ``factor``; what lies at x = ``at`` stays there."""
        scale = min(max(self.scale * factor, MIN_SCALE), MAX_SCALE)
        fixed = self.moment(at)
        return Timescale(Timescale(fixed, scale).moment(-at), scale)

    @staticmethod
    def fit(start: dt.datetime, finish: dt.datetime, width: float, margin: float = 0) -> Timescale:
        """The scale on which ``start`` to ``finish`` fills ``width`` less ``margin`` on both sides."""
        days = max((finish - start).total_seconds() / DAY_SECONDS, 1 / 24)
        scale = min(max((width - 2 * margin) / days, MIN_SCALE), MAX_SCALE)
        return Timescale(Timescale(start, scale).moment(-margin), scale)

    @property
    def snap(self) -> dt.timedelta:
        """The step to which a drag rounds at this zoom: what the hand can still aim at."""
        for step, smallest in _SNAPS:
            if self.scale * step.total_seconds() / DAY_SECONDS >= smallest:
                return step
        return dt.timedelta(weeks=1)


_SNAPS = (
    (dt.timedelta(minutes=15), 8.0),
    (dt.timedelta(hours=1), 8.0),
    (dt.timedelta(hours=4), 12.0),
    (DAY, 2.0),
)


class Unit(Enum):
    """A stretch of the header; the value is its usual length in days."""

    HOUR = 1 / 24
    SIX_HOURS = 0.25
    DAY = 1.0
    WEEK = 7.0
    MONTH = 30.44
    QUARTER = 91.3
    YEAR = 365.25
    DECADE = 3652.5

    def floor(self, moment: dt.datetime) -> dt.datetime:
        """The beginning of the unit in which ``moment`` lies."""
        day = dt.datetime(moment.year, moment.month, moment.day)
        if self is Unit.HOUR:
            return day.replace(hour=moment.hour)
        if self is Unit.SIX_HOURS:
            return day.replace(hour=moment.hour // 6 * 6)
        if self is Unit.WEEK:
            return day - day.weekday() * DAY
        if self is Unit.MONTH:
            return day.replace(day=1)
        if self is Unit.QUARTER:
            return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
        if self is Unit.YEAR:
            return day.replace(month=1, day=1)
        if self is Unit.DECADE:
            return dt.datetime(day.year // 10 * 10, 1, 1)
        return day

    def after(self, beginning: dt.datetime) -> dt.datetime:
        """The beginning of the next unit."""
        if self.value < 1:
            return beginning + dt.timedelta(hours=24 * self.value)
        if self.value <= 7:
            return beginning + self.value * DAY
        return self.floor(beginning + self.value * 1.25 * DAY)


_TIERS = (
    # lower tier, upper tier, narrowest cell of the lower tier in ems
    (Unit.HOUR, Unit.DAY, 2.0),
    (Unit.SIX_HOURS, Unit.DAY, 2.4),
    (Unit.DAY, Unit.WEEK, 1.5),
    (Unit.WEEK, Unit.MONTH, 2.6),
    (Unit.MONTH, Unit.YEAR, 2.4),
    (Unit.QUARTER, Unit.YEAR, 2.2),
    (Unit.YEAR, Unit.DECADE, 0.0),
)


def tiers(scale: Timescale, em: float) -> tuple[Unit, Unit]:
    """(lower, upper) units of the header that are legible with letters of size ``em``."""
    for lower, upper, narrowest in _TIERS:
        if scale.scale * lower.value >= narrowest * em:
            return lower, upper
    return Unit.YEAR, Unit.DECADE


def boundaries(unit: Unit, scale: Timescale, width: float) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    """Beginning and end of every ``unit`` that shows between x = 0 and ``width``."""
    beginning, last = unit.floor(scale.start), scale.moment(width)
    while beginning < last:
        end = unit.after(beginning)
        yield beginning, end
        beginning = end


def labels(unit: Unit, moment: dt.datetime, words: Words) -> tuple[str, ...]:
    """What the cell that begins at ``moment`` may be called, longest first."""
    facts = {
        "year": moment.year, "short_year": f"{moment.year % 100:02d}", "quarter": (moment.month - 1) // 3 + 1,
        "number": moment.month, "month": words(MONTHS[moment.month - 1]), "mon": words(MONTHS_SHORT[moment.month - 1]),
        "week": moment.isocalendar().week, "weekday": words(WEEKDAYS_SHORT[moment.weekday()]),
        "day": moment.day, "hour": f"{moment.hour:02d}",
    }  # fmt: skip
    return tuple(words(key, **facts) for key in _LABELS[unit])


_LABELS = {
    Unit.HOUR: (N_("{hour}:00", "time scale"), N_("{hour}", "time scale")),
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
    Unit.YEAR: (N_("{year}", "time scale"), N_("{short_year}", "time scale")),
    Unit.DECADE: (N_("{year}s", "time scale"),),
}


def text_width(text: str, em: float) -> float:
    """About how wide ``text`` is in letters of size ``em``: enough to choose a label by.

    Ideographs take an em, capitals and digits two thirds, other letters a good half. Painters
    measure exactly and put an ellipsis where this guess was short.
    """
    width = 0.0
    for letter in text:
        if unicodedata.east_asian_width(letter) in "WF":
            width += 1.0
        else:
            width += 0.66 if letter.isupper() or letter.isdigit() else 0.52
    return width * em


def header(scale: Timescale, width: float, height: float, em: float, words: Words) -> Scene:
    """The two-tier header: coarse above fine, labels that fit, the upper ones always in sight."""
    lower, upper = tiers(scale, em)
    half = height / 2
    shapes: list[Shape] = [Rect(0, 0, width, height, "header")]
    shapes += _tier(scale, width, em, words, _Band(upper, 0, half, LEFT))
    shapes += _tier(scale, width, em, words, _Band(lower, half, half, CENTRE))
    shapes.append(Line(0, half, width, half, "grid_strong"))
    shapes.append(Line(0, height - 0.5, width, height - 0.5, "line_strong"))
    return Scene(width, height, tuple(shapes))


@dataclass(frozen=True, slots=True)
class _Band:
    unit: Unit
    top: float
    height: float
    align: str


def _tier(scale: Timescale, width: float, em: float, words: Words, band: _Band) -> Iterator[Shape]:
    cells = list(boundaries(band.unit, scale, width))
    room = scale.scale * band.unit.value * (0.9 if band.unit.value > 20 else 1) - 0.7 * em
    choice = _choose(cells, band.unit, room, em, words)
    for beginning, end in cells:
        left, right = scale.x(beginning), scale.x(end)
        if left > 0:
            yield Line(left, band.top, left, band.top + band.height, "grid_strong")
        pad = 0.35 * em
        shown_left = max(left, 0.0) + pad if band.align == LEFT else left
        shown = right - shown_left if band.align == LEFT else right - left
        text = labels(band.unit, beginning, words)[choice]
        # A label that scrolls out at the left edge leaves rather than being squeezed.
        if band.align == CENTRE or shown >= min(text_width(text, em), right - left - 2 * pad):
            yield Text(shown_left, band.top, shown, band.height, text, "header_text", band.align, size=0.92)


def _choose(cells: list[tuple[dt.datetime, dt.datetime]], unit: Unit, room: float, em: float, words: Words) -> int:
    """Index of the longest kind of label that fits every cell, so that all cells read alike."""
    sample = [labels(unit, beginning, words) for beginning, _ in cells[:40]]
    count = len(_LABELS[unit])
    for index in range(count):
        if all(text_width(options[index], em) <= room for options in sample):
            return index
    return count - 1
