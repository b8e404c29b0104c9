"""The two-tier header of a time scale, from minutes to decades: units that are legible, labels that fit."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.charts.shapes import CENTRE, LEFT, Line, Rect, Scene, Shape, Text
from desktop.charts.timescale import Timescale
from desktop.charts.units import Unit, labels
from desktop.i18n import Words

TIERS = (
    # lower tier, upper tier, narrowest cell of the lower tier in ems
    (Unit.FIVE_MINUTES, Unit.HOUR, 2.05),
    (Unit.QUARTER_HOUR, Unit.HOUR, 2.8),
    (Unit.HOUR, Unit.DAY, 2.0),
    (Unit.SIX_HOURS, Unit.DAY, 2.4),
    (Unit.DAY, Unit.WEEK, 1.5),
    (Unit.WEEK, Unit.MONTH, 2.6),
    (Unit.MONTH, Unit.YEAR, 2.4),
    (Unit.QUARTER, Unit.YEAR, 2.2),
    (Unit.HALF_YEAR, Unit.YEAR, 3.8),
    (Unit.YEAR, Unit.DECADE, 0.0),
)
UPPER = 6.0
"""Narrowest cell of an upper tier in ems: it has to say in which month or year one is."""


def tiers(scale: Timescale, em: float) -> tuple[Unit, Unit]:
    """(lower, upper) units of the header that are legible with letters of size ``em``."""
    for lower, upper, narrowest in TIERS:
        if scale.length(lower.value) >= narrowest * em and scale.length(upper.value) >= UPPER * em:
            return lower, upper
    return Unit.YEAR, Unit.DECADE


def boundaries(unit: Unit, scale: Timescale, width: float) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    """Beginning and end of every ``unit`` between x = 0 and ``width``, whether or not it is folded away."""
    ruler = scale.ruler
    beginning, last = ruler.floor(unit, scale.start), scale.moment(width)
    while beginning < last:
        end = ruler.after(unit, beginning)
        yield beginning, end
        beginning = end


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


def one_tier(scale: Timescale, width: float, height: float, em: float, words: Words) -> Iterator[Shape]:
    """The finest units whose names are complete, in one line: for a whole plan in a strip."""
    unit = next((unit for unit in _WITH_YEAR if scale.length(unit.value) >= 7 * em), Unit.DECADE)
    yield Rect(0, 0, width, height, "header")
    yield from _tier(scale, width, em, words, _Band(unit, 0, height, LEFT))


_WITH_YEAR = (Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR, Unit.YEAR)
"""Units whose labels say the year, from the finest on."""


@dataclass(frozen=True, slots=True)
class _Band:
    unit: Unit
    top: float
    height: float
    align: str


def _tier(scale: Timescale, width: float, em: float, words: Words, band: _Band) -> Iterator[Shape]:
    cells = list(boundaries(band.unit, scale, width))
    room = scale.length(band.unit.value) * (0.9 if band.unit.value > 20 else 1) - 0.7 * em
    names = [labels(band.unit, beginning, words, scale.ruler) for beginning, _ in cells]
    choice = _choose(names, room, em)
    for (beginning, end), options in zip(cells, names, strict=True):
        left, right = scale.x(beginning), scale.x(end)
        if right - left < 0.5:
            continue
        if left > 0:
            yield Line(left, band.top, left, band.top + band.height, "grid_strong")
        pad = 0.35 * em
        shown_left = max(left, 0.0) + pad if band.align == LEFT else left
        shown = right - shown_left if band.align == LEFT else right - left
        text = options[choice]
        if scale.folds is not None:  # a week of holidays is narrower than others
            text = next((each for each in options[choice:] if text_width(each, em) <= right - left - 0.3 * em), "")
        # A label that scrolls out at the left edge leaves rather than being squeezed.
        if text and (band.align == CENTRE or shown >= min(text_width(text, em), right - left - 2 * pad)):
            yield Text(shown_left, band.top, shown, band.height, text, "header_text", band.align, size=0.92)


def _choose(names: list[tuple[str, ...]], room: float, em: float) -> int:
    """Index of the longest kind of label that fits every cell, so that all cells read alike."""
    count = min(map(len, names), default=1)
    for index in range(count):
        if all(text_width(options[index], em) <= room for options in names[:40]):
            return index
    return count - 1
