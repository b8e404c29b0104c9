"""What is needed of a resource against what there is, as bars on a time scale: the same on screen and paper.

What is too much is hatched as well as red, and the capacity is a stepped line, so that grey and print tell all of it.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from desktop.charts.shapes import CENTRE, LEFT, Line, Point, Polyline, Rect, Shape, Text
from desktop.charts.timeheader import text_width
from desktop.charts.timescale import Timescale
from desktop.domain.costing.usage import Period
from desktop.i18n import N_

WORK, UNITS, COST = "work", "units", "cost"
MEASURES = {WORK: N_("Work"), UNITS: N_("Units"), COST: N_("Cost")}
"""What the height of a bar says."""
STEPS = 4
"""Lines of the scale, about."""
HATCH = 6.0
"""Distance of two strokes of the hatching."""


class Bar(NamedTuple):
    """One period in the unit of the scale: hours, per cent of one, or whole units of money."""

    value: float
    limit: float
    """What there is; 0 where nothing limits it."""
    over: float
    """Part of ``value`` that is too much."""


def bar(period: Period, measure: str, digits: int = 2) -> Bar:
    """How a period is drawn; ``digits`` are the decimal places of the currency."""
    if measure == COST:
        return Bar(period.cost / 10**digits, 0, 0)
    if measure == UNITS:
        over = max(0, period.peak - period.available) if period.excess else 0
        return Bar(period.peak, period.available, over)
    return Bar(period.work / 60, period.capacity / 60, min(period.excess, period.work) / 60)


def round_step(least: float) -> float:
    """The next of 1, 2, 2.5, 5 times a power of ten."""
    if least <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= least)


def hatching(x: float, y: float, width: float, height: float, role: str) -> Iterator[Line]:
    """Strokes from the lower left to the upper right, within a box."""
    reach = HATCH
    while reach < width + height:
        left, right = max(0.0, reach - height), min(reach, width)
        yield Line(x + left, y + min(reach, height), x + right, y + max(0.0, reach - width), role)
        reach += HATCH


@dataclass(frozen=True)
class Histogram:
    """Bars of periods between two heights; all lengths in the unit of the medium, ``em`` the size of the letters."""

    periods: Sequence[Period]
    scale: Timescale
    width: float
    height: float
    em: float
    measure: str = WORK
    digits: int = 2
    chosen: int = -1
    """Place of the period that is looked into."""
    unit: str = ""
    """Of the scale, as it is written there."""

    @cached_property
    def _bars(self) -> list[Bar]:
        return [bar(one, self.measure, self.digits) for one in self.periods]

    @cached_property
    def top(self) -> float:
        """The highest amount on the scale."""
        highest = max((max(one.value, one.limit) for one in self._bars), default=0.0) or 1.0
        return highest * 1.12

    def y(self, amount: float) -> float:
        """Height of an amount."""
        room = self.height - 0.4 * self.em
        return self.height - room * amount / self.top

    def x(self, at: int) -> tuple[float, float]:
        """Left and right end of a period."""
        one = self.periods[at]
        return self.scale.x(one.start), self.scale.x(one.finish)

    def at(self, x: float) -> int:
        """Place of the period at ``x``; -1 for none."""
        moment = self.scale.moment(x)
        return next((at for at in self.window() if self.periods[at].start <= moment < self.periods[at].finish), -1)

    def window(self) -> range:
        """Places of the periods in sight."""
        first, last = self.scale.moment(0), self.scale.moment(self.width)
        return range(
            bisect_right(self.periods, first, key=lambda one: one.finish),
            bisect_left(self.periods, last, key=lambda one: one.start),
        )

    def shapes(self) -> Iterator[Shape]:
        """Everything, from back to front."""
        yield Rect(0, 0, self.width, self.height, "surface")
        yield from self._scale_lines()
        window = self.window()
        if self.chosen in window:
            left, right = self.x(self.chosen)
            yield Rect(left, 0, right - left, self.height, "accent_soft")
        for at in window:
            yield from self._bar(at)
        yield from self._limits(window)
        if self.chosen in window:
            left, right = self.x(self.chosen)
            yield Rect(left, 0, max(right - left, 2), self.height, "", "focus")
        yield from self._scale_texts()

    def marks(self) -> list[float]:
        """Amounts at which the scale has a line."""
        step = round_step(self.top / STEPS)
        return [step * number for number in range(1, int(self.top / step) + 1)]

    def _scale_lines(self) -> Iterator[Shape]:
        for mark in self.marks():
            yield Line(0, round(self.y(mark)) + 0.5, self.width, round(self.y(mark)) + 0.5, "grid")

    def _scale_text(self, mark: float) -> tuple[str, float]:
        """What stands at a line of the scale, and the room that it takes."""
        text = amount(mark) + self.unit
        return text, text_width(text, self.em * 0.85) + 0.5 * self.em

    @property
    def gutter(self) -> float:
        """Width of the texts of the scale, beside which bars begin where all are shown."""
        return max((self._scale_text(mark)[1] for mark in self.marks()), default=0.0)

    def _scale_texts(self) -> Iterator[Shape]:
        tall = self.em * 1.3
        for mark in self.marks():
            (text, wide), y = self._scale_text(mark), self.y(mark)
            if y >= tall / 2:
                yield Rect(0, y - tall / 2, wide, tall, "surface", opacity=0.85)
                yield Text(0.25 * self.em, y - tall / 2, wide, tall, text, "muted", LEFT, size=0.85)

    def _bar(self, at: int) -> Iterator[Shape]:
        one, (left, right) = self._bars[at], self.x(at)
        if one.value <= 0:
            return
        gap = min(2.0, (right - left) * 0.08)
        x, wide = left + gap, max(right - left - 2 * gap, 1.0)
        top, bottom = self.y(one.value), self.height
        yield Rect(x, top, wide, bottom - top, "bar", "bar_line" if wide > 4 else "")
        if one.over > 0:
            below = max(self.y(one.value - one.over), top + 3)
            yield Rect(x, top, wide, below - top, "red_soft", "red")
            if wide > 3:
                yield from hatching(x, top, wide, below - top, "red")
        text = amount(one.value)
        if wide >= text_width(text, self.em * 0.85):
            yield Text(x, max(0, top - 1.2 * self.em), wide, 1.2 * self.em, text, "text", CENTRE, size=0.85)

    def _limits(self, window: range) -> Iterator[Shape]:
        """The capacity, a stepped line."""
        points: list[Point] = []
        for at in window:
            limit = self._bars[at].limit
            if limit <= 0 and not points:
                continue
            left, right = self.x(at)
            points += [(left, self.y(limit)), (right, self.y(limit))]
        if len(points) > 1:
            yield Polyline(tuple(points), "text", 2)


def amount(value: float) -> str:
    """``1,250``, ``7.5``: as many decimals as it takes, two at most."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


Words = Callable[..., str]
SHADES = 5


def shade(period: Period, measure: str, highest: float, digits: int = 2) -> int:
    """Step of the one-hue scale for a cell of the heat map, 0 to 4; -1 for an empty one.

    Work and units are held against what there is, cost against the ``highest`` amount of the table. The darkest
    shade begins where nothing is left.
    """
    one = bar(period, measure, digits)
    if one.value <= 0:
        return -1
    whole = one.limit if measure != COST else highest
    if whole <= 0 or one.over > 0:
        return SHADES - 1
    return min(int(one.value / whole * (SHADES - 1)), SHADES - 1)
