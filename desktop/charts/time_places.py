"""Where moments lie in a Gantt chart, and the paper behind it: time that is not worked, and the grid of the header."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from desktop.charts.folds import Folds
from desktop.charts.gantt_options import GanttOptions
from desktop.charts.shapes import Rect, Shape
from desktop.charts.timeheader import boundaries, tiers
from desktop.charts.timescale import Timescale
from desktop.charts.units import DAY
from desktop.domain.scheduling import Schedule, to_minutes
from desktop.domain.scheduling.calendars import WorkCalendar

CREASE, NIGHTS_SHOW = 4.0, 24.0
"""Width of the stripe where time is folded away, and of a day on which a folded night is shown."""


class TimePlaces:
    """Moments on one time scale: where hours are too small to see, a working day fills its day."""

    def __init__(self, schedule: Schedule, scale: Timescale, em: float, options: GanttOptions) -> None:
        """``em`` is the size of the body text."""
        self.schedule, self.scale, self.em, self.options = schedule, scale, em, options
        self._origin = to_minutes(scale.start) + scale.start.second / 60
        self._folds = scale.folds
        if self._folds is not None:
            self._origin = self._folds.shown(self._origin)
        nights_folded = self._folds is not None and self._folds.nights
        self._by_minute = nights_folded or tiers(scale, em)[0].value < 1
        """Whether hours show; else a working day fills its day."""
        self._opens, closes = (0, 1440) if self._by_minute else working_hours(schedule)
        self._stretch = 1440 / (closes - self._opens)

    def x(self, moment: dt.datetime) -> float:
        """Position of ``moment``; where hours are too small to see, a working day fills its day."""
        return self.x_at(to_minutes(moment))

    def x_at(self, minute: int) -> float:
        """As :meth:`x` for a moment counted in minutes. Everything in the chart is placed here."""
        if not self._by_minute:
            within = minute % 1440
            share = (within - self._opens) * self._stretch
            minute = minute - within + (0 if share < 0 else 1440 if share > 1440 else share)  # type: ignore[assignment]
        place = self._plain_x(minute)
        return float(round(place)) if self.options.pixels else place

    def moment(self, x: float) -> dt.datetime:
        """What lies at ``x``, to the minute: where a working day fills its day, a moment within working hours."""
        found = self.scale.moment(x)
        if not self._by_minute:
            midnight = found.replace(hour=0, minute=0, second=0)
            found = midnight + dt.timedelta(minutes=self._opens) + (found - midnight) / self._stretch
        return found.replace(second=0, microsecond=0)

    def _plain_x(self, minute: float) -> float:
        if self._folds is not None:
            minute = self._folds.shown(minute)
        return (minute - self._origin) * self.scale.scale / 1440

    # -- paper ----------------------------------------------------------------------------------

    def background(self, width: float, height: float) -> Iterator[Shape]:
        """Non-working time and the grid of the header's units; depends on the time scale alone."""
        yield Rect(0, 0, width, height, "surface")
        lower, upper = tiers(self.scale, self.em)
        if self.options.non_working:
            for left, right in self._non_working(width):
                yield Rect(left, 0, right - left, height, "nonworking")
        for unit, role in ((lower, "grid"), (upper, "grid_strong")):
            if self.scale.length(unit.value) < 6:
                continue
            for beginning, _ in boundaries(unit, self.scale, width):
                x = self.scale.x(beginning)
                x = float(round(x)) if self.options.pixels else x
                if x > 0:
                    yield Rect(x, 0, self.hairline, height, role)

    @property
    def hairline(self) -> float:
        """How wide the thinnest lines are."""
        return 1.0 if self.options.pixels else 0.4

    def _non_working(self, width: float) -> Iterator[tuple[float, float]]:
        if self.scale.scale < 2:
            return
        if self._folds is not None:
            yield from self._creases(self._folds, width)
        last = self.scale.moment(width)
        calendar = self.schedule.calendar()
        begin = to_minutes(self.scale.start)
        for early, late in calendar.non_working_spans(begin - begin % 1440 - 1440, to_minutes(last) + 2880):
            start, finish = early, late
            if not self._by_minute:  # nights do not show where hours do not: from midnight to midnight
                start, finish = -(-early // 1440) * 1440, late // 1440 * 1440
            left, right = max(self._plain_x(start), 0.0), min(self._plain_x(finish), width)
            if right - left >= 1:
                yield (float(round(left)), float(round(right))) if self.options.pixels else (left, right)

    def _creases(self, folds: Folds, width: float) -> Iterator[tuple[float, float]]:
        """A narrow stripe where time is folded away: of days wherever they can be told apart, of nights where they
        are far enough from each other.
        """
        factor = self.scale.scale / 1440
        half = CREASE / 2 if self.options.pixels else CREASE / 4
        nights = self.scale.length(1) >= NIGHTS_SHOW
        for place, hidden in folds.between(self._origin, self._origin + width / factor):
            if nights or hidden >= 1440:
                x = (place - self._origin) * factor
                x = float(round(x)) if self.options.pixels else x
                yield x - half, x + half


def working_hours(schedule: Schedule) -> tuple[int, int]:
    """Minutes after midnight at which the usual working day of the project opens and closes."""
    return _usual_hours(schedule.calendar(), schedule.project_start.date())


@lru_cache(maxsize=16)
def _usual_hours(calendar: WorkCalendar, first: dt.date) -> tuple[int, int]:
    """Within the week from ``first`` on; every frame asks."""
    bands = [band for day in range(7) for band in calendar.day_bands(first + day * DAY)]
    return (min(band[0] for band in bands), max(band[1] for band in bands)) if bands else (0, 1440)
