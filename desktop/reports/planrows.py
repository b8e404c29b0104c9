"""The rows of a plan on paper: which have several lines, and where each begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop.charts.row_heights import RowHeights

if TYPE_CHECKING:
    from desktop.reports.plancontent import PlanContent, TableColumn

MOST_LINES = 6
"""Lines of a cell at most, as on the screen."""
LINE = 1.4
"""From one line of a cell to the next, in letter sizes."""
PAD = 0.8
"""Room beside the text of a cell, in letter sizes."""


class PaperRows:
    """Lines of the wrapped cells of a content, and the heights of its rows."""

    def __init__(self, content: PlanContent, row: float, em: float, indent: Callable[[int], float]) -> None:
        """``indent`` gives, for a row, how far its name is indented, in letter sizes."""
        self._lines: dict[tuple[int, str], Sequence[str]] = {}
        extra: dict[int, float] = {}
        for column in content.columns:
            if column.wraps:
                for at, text in enumerate(column.texts):
                    lines = self._broken(column, text, indent(at) if column.key == "name" else 0.0)
                    if len(lines) > 1:
                        self._lines[at, column.key] = lines
                        extra[at] = max(extra.get(at, 0.0), (len(lines) - 1) * LINE * em)
        self.heights = RowHeights(row, extra)

    @staticmethod
    def _broken(column: TableColumn, text: str, indent: float) -> Sequence[str]:
        width = max(column.width - PAD - indent, 1.0)
        # A wide letter is no wider than its size: most cells need not be measured.
        if "\n" not in text and len(text) <= width:
            return (text,)
        from desktop.reports.typeset import lines_of  # brings ReportLab along

        return lines_of(text, width, 1.0, most=MOST_LINES) or ("",)

    def lines(self, row: int, column: TableColumn, text: str) -> Sequence[str]:
        """The lines of a cell."""
        return self._lines.get((row, column.key)) or (" ".join(text.split()),)

    def fitting(self, first: int, count: int, room: float) -> int:
        """How many rows from ``first`` on find room, one at least; there are ``count`` in all."""
        top = self.heights.top(first)
        last = min(count, max(self.heights.row_at(top + room + 1e-6), first + 1))
        return last - first
