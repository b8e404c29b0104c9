"""A Gantt chart as something that the page engine can place: it splits by rows, and across by sheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable
from reportlab.platypus import PageBreak as NewPage

from desktop.charts.legend import HEIGHT, WIDTH, LegendEntry, in_lines
from desktop.charts.shapes import Scene
from desktop.domain.display import date_text
from desktop.reports import drawing
from desktop.reports.flowables import Placed
from desktop.reports.ganttplan import Drawing, GanttLine
from desktop.reports.lines import Style, draw_lines, label_lines
from desktop.reports.planchart import EM, HEADER
from desktop.reports.typeset import plain, shortened, width_of

NAMES, DATES = (34.0, 150.0), (46.0, 46.0, 26.0)
"""Widths of the table part: WBS and name on every sheet; start, finish and per cent on the first."""
LEGEND, GAP = 29.0, 14.0
"""Height of the legend, and what parts its entries."""
SPILL = 3.0
"""The baseline's diamond of the last row may stand on the edge of the chart."""
FEWEST_ROWS = 4
"""Fewer rows are not begun at the end of a page."""

Step = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Part:
    """Rows ``first`` up to ``last`` on sheet ``sheet`` of the time axis."""

    first: int
    last: int
    sheet: int


class GanttFlow(Placed):
    """The chart from ``part`` on: all its rows, or those of one band until its last sheet is placed."""

    before = 2.0

    def __init__(self, drawn: Drawing, step: Step, part: Part | None = None) -> None:
        super().__init__()
        self._drawing, self._step = drawn, step
        self._count = len(drawn.plan.lines)
        self._part = part or Part(0, self._count, 0)

    def measure(self, width: float) -> float:
        del width
        return HEADER + self._drawing.height(self._part.first, self._part.last) + LEGEND

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """As usual, except that what goes on says that it does not fit, so that it is split."""
        _, own = super().wrap(available, height)
        if not self._is_last:
            own = max(own, height + 1)
        return available, own

    @property
    def _is_last(self) -> bool:
        return self._part.sheet + 1 == self._drawing.plan.sheets and self._part.last == self._count

    def split(self, available: float, height: float) -> list[Flowable]:
        part, plan = self._part, self._drawing.plan
        last = self._drawing.fitting(part.first, part.last, height - HEADER - LEGEND)
        if last - part.first < min(FEWEST_ROWS, part.last - part.first):
            return []
        placed = GanttPart(self._drawing, self._step, Part(part.first, last, part.sheet))
        if part.sheet + 1 < plan.sheets:
            rest = Part(part.first, last, part.sheet + 1)
        elif last < self._count:
            rest = Part(last, self._count, 0)
        else:
            return [placed]
        return [placed, NewPage(), GanttFlow(self._drawing, self._step, rest)]

    def draw(self) -> None:
        part = GanttPart(self._drawing, self._step, self._part)
        part.wrapOn(self.canv, self.width, self.height)
        part.drawOn(self.canv, 0, 0)


class GanttPart(Placed):
    """One page of the chart."""

    before = 2.0

    def __init__(self, drawn: Drawing, step: Step, part: Part) -> None:
        super().__init__()
        self._drawing, self._step, self._part = drawn, step, part
        self.height = self.measure(0)

    def measure(self, width: float) -> float:
        del width
        return HEADER + self._drawing.height(self._part.first, self._part.last) + LEGEND

    def draw(self) -> None:
        self._step()
        pen, part, drawn = self.canv, self._part, self._drawing
        widths = chart_widths(self.width, drawn.plan.sheets)
        columns = (*NAMES, *DATES) if not part.sheet else NAMES
        left, width, top = sum(columns), widths[part.sheet], self.height
        scale = drawn.scale(part.sheet, widths)
        spill = SPILL if part.last == len(drawn.plan.lines) else 0.0
        chart, entries = drawn.chart(
            scale, part.first, part.last, width, ends=part.sheet == len(widths) - 1
        )
        for scene, y in ((drawn.header(scale, width), top), (chart, top - HEADER)):
            pen.saveState()
            edge = pen.beginPath()
            edge.rect(left, y - scene.height - spill, width, scene.height + spill)
            pen.clipPath(edge, stroke=0, fill=0)
            drawing.Painter(pen, left, y, EM).paint(scene)
            pen.restoreState()
        self._table(pen, columns, top)
        self._edges(pen, left, top)
        draw_legend(pen, entries, self.width, LEGEND)

    def _edges(self, pen: Canvas, left: float, top: float) -> None:
        height = HEADER + self._drawing.height(self._part.first, self._part.last)
        pen.setStrokeColor(drawing.ink("line_strong"))
        pen.setLineWidth(0.6)
        pen.rect(0, top - height, self.width, height, stroke=1, fill=0)
        pen.line(left, top, left, top - height)

    def _table(self, pen: Canvas, columns: tuple[float, ...], top: float) -> None:
        lefts = list(accumulate(columns, initial=0.0))
        drawing.box(pen, 0, top - HEADER, lefts[-1], HEADER, role="header")
        drawing.rule(pen, 0, top - HEADER, lefts[-1], role="line_strong")
        first, second = Style(EM, bold=True, most=1), Style(EM - 0.6, "muted", most=1)
        for title, x, width in zip(self._drawing.plan.columns, lefts, columns, strict=False):
            lines = label_lines(title, width - 4, first, second)
            draw_lines(pen, lines, x + 3, top - HEADER / 2 + sum(line.style.leading for line in lines) / 2)
        y, heights = top - HEADER, self._drawing.heights
        for row in range(self._part.first, self._part.last):
            self._row(pen, self._drawing.plan.lines[row], lefts, y - heights.line / 2)
            y -= heights.height(row)
            drawing.rule(pen, 0, y, lefts[-1], role="grid", weight=0.4)

    def _row(self, pen: Canvas, line: GanttLine, lefts: list[float], middle: float) -> None:
        bold, face = line.summary, drawing.face(line.summary)
        indent = min(line.depth * 7.0, 56.0)
        texts = (
            (line.wbs, 0.0), (line.name, indent), (date_text(line.start), 0.0), (date_text(line.finish), 0.0),
            ("" if line.percent is None else f"{line.percent}%", 0.0),
        )  # fmt: skip
        for index, (text, shift) in enumerate(texts[: len(lefts) - 1]):
            room = lefts[index + 1] - lefts[index] - 5 - shift
            shown, x = shortened(plain(text), room, EM, face), lefts[index] + 3 + shift
            if index == 4:
                x = lefts[index + 1] - 3 - width_of(shown, EM, face)
            drawing.line_of_text(pen, shown, x, middle, EM, bold=bold)


def chart_widths(width: float, sheets: int) -> tuple[float, ...]:
    """What the chart has on each sheet: the first also carries the dates."""
    return (width - sum(NAMES) - sum(DATES), *(width - sum(NAMES) for _ in range(sheets - 1)))


# -- legend ---------------------------------------------------------------------------------------

LEGEND_SIZES = ((6.6, 3), (6.0, 3), (5.4, 4), (4.8, 5))
"""Sizes of letters, with the lines that there is room for: tried until everything fits."""


def draw_legend(pen: Canvas, entries: Sequence[LegendEntry], width: float, height: float) -> None:
    """Signs and their names, on as many lines as they need, from ``height`` downwards."""
    chosen = ((size, most, _lines(entries, width, size)) for size, most in LEGEND_SIZES)
    size, most, lines = next((each for each in chosen if len(each[2]) <= each[1]), (*LEGEND_SIZES[-1], []))
    lines = lines or _lines(entries, width, size)[:most]
    pitch = height / max(len(lines), 3)
    for number, line in enumerate(lines):
        middle = height - (number + 0.6) * pitch
        for x, entry in line:
            text = plain(entry.title)
            drawing.Painter(pen, x, middle + HEIGHT / 2, size).paint(Scene(WIDTH, HEIGHT, entry.shapes))
            drawing.line_of_text(pen, text, x + WIDTH + 4, middle, size, role="muted")


def _lines(entries: Sequence[LegendEntry], width: float, size: float) -> list[list[tuple[float, LegendEntry]]]:
    return in_lines(entries, width, lambda entry: WIDTH + 4 + width_of(plain(entry.title), size), GAP)
