"""How high the rows of the plan are, and where each begins: asked by grid, chart and paper alike.

Most rows have one line and one height. Those that have more are kept sorted, so that every question
costs a bisection among them, and nothing at all where all rows are alike.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import accumulate


class RowHeights:
    """Rows of ``line`` units, and more for the rows that ``extra`` names. Never changes once made."""

    __slots__ = ("_above", "_extra", "_rows", "_tops", "line")

    def __init__(self, line: float, extra: Mapping[int, float] | None = None) -> None:
        """``extra`` has by row what is added to ``line``, all above zero."""
        self.line = line
        """Height of a row of one line; the bar of every row stands in its first ``line`` units."""
        self._extra = dict(extra or {})
        self._rows = sorted(self._extra)
        self._above = list(accumulate((self._extra[row] for row in self._rows), initial=0.0))
        self._tops = [row * line + above for row, above in zip(self._rows, self._above, strict=False)]

    @property
    def uniform(self) -> bool:
        """Whether all rows have one height."""
        return not self._rows

    def top(self, row: int) -> float:
        """Upper edge of ``row``, from that of row 0; of the row behind the last it is the height of all."""
        if not self._rows:
            return row * self.line
        return row * self.line + self._above[bisect_left(self._rows, row)]

    def height(self, row: int) -> float:
        return self.line + self._extra.get(row, 0)

    def row_at(self, y: float) -> int:
        """The row in which ``y`` lies, however many rows there are; negative above the first."""
        at = bisect_right(self._tops, y) - 1 if self._tops else -1
        if at < 0:
            return int(y // self.line)
        row, below = self._rows[at], self._tops[at] + self.line + self._extra[self._rows[at]]
        return row if y < below else row + 1 + int((y - below) // self.line)

    def gap_at(self, y: float) -> int:
        """The edge between two rows that is nearest to ``y``: the number of the row below it."""
        row = self.row_at(y)
        return row + (y - self.top(row) >= self.height(row) / 2)
