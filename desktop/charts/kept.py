"""What a Gantt chart has worked out and keeps while it is scrolled over its rows: moved along, not made again."""

from __future__ import annotations

from desktop.charts.bars import Bar
from desktop.charts.shapes import Polyline

MOST = 5_000
"""Bars or lines beyond which all are forgotten: about what a hundred windows show."""


class Kept:
    """Bars by row and lines by link, each with the scroll at which it was made. Holds for one time scale and plan."""

    __slots__ = ("bars", "lines", "passing", "width")

    def __init__(self) -> None:
        self.bars: dict[int, tuple[Bar | None, float]] = {}
        self.lines: dict[str, tuple[Polyline | None, float]] = {}
        self.passing: dict[str, bool] = {}
        """Whether a link that only passes the rows in sight is drawn."""
        self.width = 0.0
        """Of the window for which lines were made."""

    def of_width(self, width: float) -> Kept:
        """This, without what was made for windows of another width."""
        if width != self.width:
            self.width = width
            self.lines.clear()
            self.passing.clear()
        return self

    def trim(self) -> None:
        """Forget everything where it has become much."""
        for found in (self.bars, self.lines, self.passing):
            if len(found) > MOST:
                found.clear()
