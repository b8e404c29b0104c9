"""Time along the x axis: positions, zoom, and the steps to which a hand can aim.

Everything that places something in time asks :meth:`Timescale.x` and :meth:`Timescale.moment`, also
where nights and weekends are folded away: elsewhere nothing has to know of it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from desktop.charts.folds import Folds
from desktop.charts.units import DAY, Ruler, Unit

DAY_SECONDS = 86_400
MIN_SCALE, MAX_SCALE = 0.1, 24 * 480.0
"""Units of length per day: half a century on a screen, and five minutes every inch."""
EARLIEST, LATEST = dt.datetime(1900, 1, 1), dt.datetime(2300, 1, 1)
USUAL = Ruler()
_ZERO = dt.datetime(1, 1, 1)
"""Minute 1440, by which the folds count."""


@dataclass(frozen=True, slots=True)
class Timescale:
    """Where a moment lies: ``start`` at x = 0, and ``scale`` units of length for each day that is shown whole."""

    start: dt.datetime
    scale: float
    folds: Folds | None = None
    """What has no width."""
    ruler: Ruler = USUAL
    """How weeks and years are counted."""

    def x(self, moment: dt.datetime) -> float:
        """Position of ``moment``; negative before the left edge."""
        if self.folds is None:
            return (moment - self.start).total_seconds() * self.scale / DAY_SECONDS
        shown = self.folds.shown
        return (shown(_minute(moment)) - shown(_minute(self.start))) * self.scale / 1440

    def moment(self, x: float) -> dt.datetime:
        """The moment at ``x``, to the second, within the years that this program knows."""
        seconds: float = x * DAY_SECONDS / self.scale
        try:
            if self.folds is None:
                found = self.start + dt.timedelta(seconds=round(seconds))
            else:
                place = self.folds.shown(_minute(self.start)) + round(seconds) / 60
                found = _ZERO + dt.timedelta(seconds=round(self.folds.minute(place) * 60) - DAY_SECONDS)
        except OverflowError:
            return LATEST if seconds > 0 else EARLIEST
        return min(max(found, EARLIEST), LATEST)

    def at(self, start: dt.datetime) -> Timescale:
        """The same scale with another moment at x = 0."""
        return replace(self, start=start)

    def scrolled(self, distance: float) -> Timescale:
        """The scale after the paper moved ``distance`` to the left."""
        return self.at(self.moment(distance))

    def zoomed(self, factor: float, at: float) -> Timescale:
        """Magnified by ``factor``; what lies at x = ``at`` stays there."""
        return self.scaled(self.scale * factor, at)

    def scaled(self, scale: float, at: float) -> Timescale:
        """With ``scale`` units of length for a day; what lies at x = ``at`` stays there."""
        fixed = replace(self, start=self.moment(at), scale=min(max(scale, MIN_SCALE), MAX_SCALE))
        return fixed.scrolled(-at)

    def fitted(self, start: dt.datetime, finish: dt.datetime, width: float, margin: float = 0) -> Timescale:
        """The scale of this kind on which ``start`` to ``finish`` fills ``width`` less ``margin`` on both sides."""
        days = max(replace(self, start=start, scale=1.0).x(finish), 1 / 24)
        scale = min(max((width - 2 * margin) / days, MIN_SCALE), MAX_SCALE)
        return replace(self, start=start, scale=scale).scrolled(-margin)

    @staticmethod
    def fit(start: dt.datetime, finish: dt.datetime, width: float, margin: float = 0) -> Timescale:
        """As :meth:`fitted`, on a plain scale."""
        return Timescale(start, 1.0).fitted(start, finish, width, margin)

    def folded(self, folds: Folds | None) -> Timescale:
        """With other folds; a working day stays as wide as it was, and what is at the left edge stays there."""
        scale = self.scale * self._day(self.folds) / self._day(folds)
        return replace(self, folds=folds, scale=min(max(scale, MIN_SCALE), MAX_SCALE))

    @staticmethod
    def _day(folds: Folds | None) -> float:
        return folds.day if folds is not None else 1.0

    def length(self, days: float) -> float:
        """About how long a stretch of ``days`` is, such as a unit of the header, with what is folded in it."""
        if self.folds is not None and days >= 1:
            days = self.folds.day if days == 1 else days * self.folds.share
        return days * self.scale

    def scale_for(self, unit: Unit, length: float) -> float:
        """The scale on which a ``unit`` is about ``length`` long."""
        return min(max(length * self.scale / self.length(unit.value), MIN_SCALE), MAX_SCALE)

    @property
    def snap(self) -> dt.timedelta:
        """The step to which a drag rounds at this zoom: what the hand can still aim at."""
        for step, smallest in _SNAPS:
            if self.length(step / DAY) >= smallest:
                return step
        return dt.timedelta(weeks=1)


_SNAPS = (
    (dt.timedelta(minutes=5), 8.0),
    (dt.timedelta(minutes=15), 8.0),
    (dt.timedelta(hours=1), 8.0),
    (dt.timedelta(hours=4), 12.0),
    (DAY, 2.0),
)


def _minute(moment: dt.datetime) -> float:
    """Minutes as the folds count them; seconds are parts of one."""
    return (moment - _ZERO).total_seconds() / 60 + 1440
