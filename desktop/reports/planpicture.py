"""A plan as panes of shapes: columns of its grid, time scale, bars, legend. Paper and pictures put them together.

Sizes are in the unit of the medium. Everything comes from a project that was released to the reader.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from desktop.charts.legend import HEIGHT, WIDTH, LegendEntry, in_lines
from desktop.charts.shapes import Line, Polygon, Polyline, Rect, Scene, Shape, Text
from desktop.charts.timeheader import text_width
from desktop.charts.timescale import Timescale
from desktop.reports.planchart import EM, HEADER, ROW, PlanChart
from desktop.reports.plancontent import PlanContent, TableColumn
from desktop.reports.planrows import LINE, PaperRows

LEGEND = 16.0
LEGEND_LINES = 2
"""Lines of the legend that every page has room for; where more is to be explained, its letters are smaller."""
LEGEND_SIZES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
NAMES = frozenset({"wbs", "name"})
"""Columns that stand on every sheet across: by them a row is known."""
BAND = 100
"""Rows that are drawn at once on one large surface."""
INDENT, DEEPEST = 1.03, 8.0
"""Indent of a level of the outline and the most that there is of it, in letter sizes."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Letters, rows, time scale and a line of the legend."""

    em: float = EM
    row: float = ROW
    header: float = HEADER
    legend: float = LEGEND

    def times(self, factor: float) -> Sizes:
        return Sizes(self.em * factor, self.row * factor, self.header * factor, self.legend * factor)


@dataclass(frozen=True, slots=True)
class Pane:
    """A scene at a place of a page; nothing of it shows beyond its own size."""

    x: float
    y: float
    scene: Scene


class PlanPicture:
    """Makes panes of a content at given sizes."""

    def __init__(self, content: PlanContent, sizes: Sizes, *, passing: bool = False) -> None:
        """``passing`` draws links that neither begin nor end in the rows of a page."""
        self.content, self.sizes = content, sizes
        self._paper = PaperRows(content, sizes.row, sizes.em, self._indent)
        self._heights = self._paper.heights
        self.chart = PlanChart(content, self._heights, em=sizes.em, high=sizes.header, passing=passing)
        self._signs: Collection[str] = ()
        self._outline = content.project.outline

    def _indent(self, row: int) -> float:
        """How far the name of a row is indented, in letter sizes."""
        return min(self.content.depth(row) * INDENT, DEEPEST)

    def fitting(self, first: int, room: float) -> int:
        """How many rows from ``first`` on have room in ``room``, one at least."""
        return self._paper.fitting(first, len(self.content.order), room)

    def columns(self, sheet: int) -> tuple[TableColumn, ...]:
        """Columns on a sheet across: all on the first, those that name the row on the others."""
        return tuple(column for column in self.content.columns if not sheet or column.key in NAMES)

    def table_width(self, sheet: int) -> float:
        return sum(column.width for column in self.columns(sheet)) * self.sizes.em

    def fitted(self, scale: Timescale, first: dt.datetime, last: dt.datetime, width: float) -> Timescale:
        """As :meth:`PlanChart.fitted`."""
        return self.chart.fitted(scale, first, last, width)

    def panes(
        self, scale: Timescale, rows: range, sheet: int, width: float, *, head: bool = True, last: bool = True
    ) -> Iterator[Pane]:
        """Table and chart of ``rows`` on ``width`` from (0, 0); ``scale`` begins where the chart does.

        On the ``last`` sheet across, texts behind bars end before the edge; on others the next one goes on with them.
        """
        table, top = self.table_width(sheet), self.sizes.header if head else 0.0
        height = self._heights.top(rows.stop) - self._heights.top(rows.start)
        room = max(width - table, 1.0)
        if head:
            yield Pane(table, 0, self.chart.time(scale, room))
            yield Pane(0, 0, self._heads(sheet))
        yield Pane(table, top, self._bars(scale, rows, room, ends=last))
        yield Pane(0, top, self._table(rows, sheet, height))
        yield Pane(0, 0, self._edges(width, top + height, table))

    def tall(self, scale: Timescale, width: float) -> Iterator[Pane]:
        """Everything on one surface of ``width``, in bands of rows, so that whoever draws it can stop."""
        table, top, count = self.table_width(0), self.sizes.header, len(self.content.order)
        yield Pane(table, 0, self.chart.time(scale, width - table))
        yield Pane(0, 0, self._heads(0))
        signs: set[str] = set()
        for first in range(0, count, BAND):
            rows = range(first, min(first + BAND, count))
            y, height = top + self._heights.top(first), self._heights.top(rows.stop) - self._heights.top(first)
            yield Pane(table, y, self._bars(scale, rows, width - table))
            signs.update(self._signs)
            yield Pane(0, y, self._table(rows, 0, height))
        self._signs = signs
        yield Pane(0, 0, self._edges(width, top + self._heights.top(count), table))

    @property
    def height(self) -> float:
        """Of time scale and rows."""
        return self.sizes.header + self._heights.top(len(self.content.order))

    def legend_height(self) -> float:
        """Room for the legend of any page."""
        return self.sizes.legend * LEGEND_LINES

    def legend(self, width: float) -> Scene:
        """What the chart that was made last shows, sign by sign, as large as there is room."""
        entries = self.chart.legend(self._signs)
        high = self.legend_height()
        tried = ((size, self._lines(entries, width, self.sizes.em * size)) for size in LEGEND_SIZES)
        fits = ((size, lines) for size, lines in tried if len(lines) * size <= LEGEND_LINES)
        size, lines = next(fits, (LEGEND_SIZES[-1], []))
        lines = lines or self._lines(entries, width, self.sizes.em * size)
        em, line = self.sizes.em * size, self.sizes.legend * size
        shapes: list[Shape] = []
        for number, each in enumerate(lines[: int(high / line + 1e-6)]):
            for x, entry in each:
                shapes += moved(entry.shapes, em / EM, x, number * line + (line - HEIGHT * em / EM) / 2)
                text = " ".join(entry.title.split())
                left = x + WIDTH * em / EM + 0.6 * em
                wide = min(text_width(text, em) * 1.15 + em, width - left)
                shapes.append(Text(left, number * line, wide, line, text, "muted", size=size))
        return Scene(width, high, tuple(shapes))

    @staticmethod
    def _lines(entries: Sequence[LegendEntry], width: float, em: float) -> list[list[tuple[float, LegendEntry]]]:
        """Entries line by line, each with its left edge."""

        def width_of(entry: LegendEntry) -> float:
            return WIDTH * em / EM + 0.6 * em + text_width(" ".join(entry.title.split()), em) * 1.15

        return in_lines(entries, width, width_of, 2 * em)

    # -- parts ----------------------------------------------------------------------------------

    def _bars(self, scale: Timescale, rows: range, width: float, *, ends: bool = True) -> Scene:
        scene = self.chart.bars(scale, rows, width, ends=ends)
        self._signs = self.chart.signs
        return scene

    def _heads(self, sheet: int) -> Scene:
        em, high = self.sizes.em, self.sizes.header
        width = self.table_width(sheet)
        shapes: list[Shape] = [Rect(0, 0, width, high, "header")]
        for column, x, wide in self._places(sheet):
            lines = column.title.split("\n")[:2]
            line = em * 1.35
            y = (high - line * len(lines)) / 2
            for number, text in enumerate(lines):
                role, size = ("header_text", 1.0) if not number else ("muted", 0.9)
                shapes.append(
                    Text(x, y + number * line, wide, line, text, role, column.align, bold=not number, size=size)
                )
        shapes.append(Line(0, high - 0.3, width, high - 0.3, "line_strong", 0.6))
        return Scene(width, high, tuple(shapes))

    def _places(self, sheet: int) -> Iterator[tuple[TableColumn, float, float]]:
        """Columns with left edge and width of their texts."""
        em = self.sizes.em
        columns = self.columns(sheet)
        for column, left in zip(columns, accumulate((c.width for c in columns), initial=0.0), strict=False):
            yield column, (left + 0.45) * em, (column.width - 0.8) * em

    def _table(self, rows: range, sheet: int, height: float) -> Scene:
        width, em = self.table_width(sheet), self.sizes.em
        shapes: list[Shape] = [Rect(0, 0, width, height, "surface")]
        places = list(self._places(sheet))
        zero = self._heights.top(rows.start)
        for row in rows:
            identity = self.content.order[row]
            y, high = self._heights.top(row) - zero, self._heights.height(row)
            place = self._outline.row.get(identity, 0)
            heads = identity in self.content.headings
            bold = heads or self._outline.end[place] > place + 1
            if heads:
                shapes.append(Rect(0, y, width, high, "grey_soft"))
            shapes.append(Rect(0, y + high - 0.4, width, 0.4, "grid"))
            for column, x, wide in places:
                text = column.texts[row]
                shift = self._indent(row) * em if column.key == "name" else 0.0
                for number, line in enumerate(self._paper.lines(row, column, text) if text else ()):
                    top, room = y + number * LINE * em, max(wide - shift, em)
                    shapes.append(
                        Text(x + shift, top, room, self.sizes.row, line, "text", column.align, bold=bold)
                    )
        for _, x, _ in places[1:]:
            shapes.append(Line(x - 0.45 * em, 0, x - 0.45 * em, height, "grid", 0.4))
        return Scene(width, height, tuple(shapes))

    def _edges(self, width: float, height: float, table: float) -> Scene:
        line = "line_strong"
        shapes: list[Shape] = [Line(0, y, width, y, line, 0.6) for y in (0.3, height - 0.3)]
        shapes += [Line(x, 0, x, height, line, 0.6) for x in (0.3, width - 0.3)]
        if table:
            shapes.append(Line(table, 0, table, height, line, 0.6))
        return Scene(width, height, tuple(shapes))


def moved(shapes: Sequence[Shape], factor: float, dx: float, dy: float) -> Iterator[Shape]:
    """``shapes`` magnified from (0, 0) and then moved."""
    for shape in shapes:
        if isinstance(shape, (Rect, Text)):
            yield replace(
                shape, x=shape.x * factor + dx, y=shape.y * factor + dy, width=shape.width * factor,
                height=shape.height * factor,
            )  # fmt: skip
        elif isinstance(shape, Line):
            yield replace(
                shape, x1=shape.x1 * factor + dx, y1=shape.y1 * factor + dy, x2=shape.x2 * factor + dx,
                y2=shape.y2 * factor + dy,
            )  # fmt: skip
        elif isinstance(shape, (Polygon, Polyline)):
            yield replace(shape, points=tuple((x * factor + dx, y * factor + dy) for x, y in shape.points))
