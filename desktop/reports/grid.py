"""A table that runs over pages: head repeated, rows split by lines, time linear in what it holds.

ReportLab's own Table copies its remaining rows at every page and lays a paragraph out again for each
part of a split row; measured here, lines that are broken once and sliced are several times as fast,
and a text of any length in one cell stays harmless.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from desktop.reports import blocks, drawing
from desktop.reports.flowables import Placed
from desktop.reports.lines import BODY, LEADING, Line, Look, Style, draw_lines, height_of, label_lines
from desktop.reports.typeset import Printable, lines_of, width_of

WHOLE_ROW = 16
"""Rows of up to this many lines are kept in one piece."""
SHORTEST_PART = 3
"""Fewer lines of a split row are not left behind at the end of a page."""


Place: TypeAlias = tuple[int, int]
"""Row, and line within it."""


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell in lines."""

    lines: tuple[Printable, ...]
    role: str
    bold: bool
    rating: str


SetText: TypeAlias = SetCell | blocks.Track


@dataclass(slots=True)
class Setting:
    """A table measured at one width: shared by all its parts."""

    look: Look
    lefts: list[float]
    widths: list[float]
    aligns: list[str]
    head: list[list[Line]]
    head_height: float
    rows: list[list[SetText]]
    counts: list[int]
    """Lines of each row."""
    above: list[float]
    """Height of all rows before each row; one more entry for the end."""
    size: float

    @property
    def leading(self) -> float:
        return self.size * LEADING

    @property
    def padding(self) -> float:
        """Space above and below the lines of a row, together."""
        return self.look.pt(4.2)

    def between(self, start: Place, end: Place) -> float:
        """Height of the rows from ``start`` up to ``end``; a part of a row has the padding of a whole one."""
        height = self.above[end[0]] - self.above[start[0]] - start[1] * self.leading
        return height + (end[1] * self.leading + self.padding if end[1] else 0.0)


class Grid(Placed):
    """A :class:`blocks.TableBlock`, or the part of one that is left for the next page."""

    def __init__(self, block: blocks.TableBlock, look: Look, step: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.before = look.pt(4)
        self._block, self._look, self._step = block, look, step
        self._setting: Setting | None = None
        self._start, self._end = (0, 0), (len(block.rows), 0)

    def measure(self, width: float) -> float:
        if self._setting is None:
            self._setting = set_table(self._block, self._look, width, self._step)
        return self._setting.head_height + self._setting.between(self._start, self._end)

    def split(self, available: float, height: float) -> list[Flowable]:
        self.wrap(available, height)
        setting = self._setting
        assert setting is not None
        cut = self._cut(setting, height - setting.head_height)
        if cut <= self._start:
            return []
        return [self._part(self._start, cut), self._part(cut, self._end)]

    def _part(self, start: tuple[int, int], end: tuple[int, int]) -> Grid:
        made = Grid(self._block, self._look, self._step)
        made._setting, made._start, made._end = self._setting, start, end
        made.before = self.before if start == self._start else 0.0
        return made

    def _cut(self, setting: Setting, room: float) -> Place:
        """The place up to which the table fits into ``room``; the own start when nothing does."""
        start_row, start_line = self._start
        target = setting.above[start_row] + start_line * setting.leading + room
        row = max(bisect_right(setting.above, target) - 1, start_row)
        if row >= self._end[0]:
            return self._end
        done = start_line if row == start_row else 0
        spare = target - setting.above[row] - done * setting.leading - setting.padding
        count = setting.counts[row]
        fits = min(int(spare / setting.leading), count - done - SHORTEST_PART)
        if count <= WHOLE_ROW or fits < SHORTEST_PART:
            return row, done
        return row, done + fits

    def draw(self) -> None:
        setting = self._setting
        assert setting is not None
        pen, top = self.pen, self.height
        self._draw_head(pen, setting, top)
        top -= setting.head_height
        for row in range(self._start[0], self._end[0] + (1 if self._end[1] else 0)):
            first = self._start[1] if row == self._start[0] else 0
            last = self._end[1] if row == self._end[0] else setting.counts[row]
            height = (last - first) * setting.leading + setting.padding
            _draw_row(pen, setting, setting.rows[row], first=first, last=last, top=top)
            top -= height
            drawing.rule(pen, 0, top, self.width, weight=0.4)

    def _draw_head(self, pen: Canvas, setting: Setting, top: float) -> None:
        drawing.box(pen, 0, top - setting.head_height, self.width, setting.head_height, role="header")
        drawing.rule(pen, 0, top - setting.head_height, self.width, role="line_strong", weight=0.7)
        for index, lines in enumerate(setting.head):
            y = top - setting.head_height + height_of(lines) + self._look.pt(2)
            draw_lines(pen, lines, setting.lefts[index], y, width=setting.widths[index], align=setting.aligns[index])


def _draw_row(pen: Canvas, setting: Setting, row: list[SetText], *, first: int, last: int, top: float) -> None:
    size, leading = setting.size, setting.leading
    start = top - setting.padding / 2 - leading / 2
    for index, cell in enumerate(row):
        x, room, align = setting.lefts[index], setting.widths[index], setting.aligns[index]
        if isinstance(cell, blocks.Track):
            if first == 0:
                _draw_track(pen, cell, x, start, width=room, size=size)
            continue
        if cell.rating:
            if first == 0:
                drawing.lamp(pen, cell.rating, x + size * 0.45, start, size * 0.85)
            x += size * 1.25
            room -= size * 1.25
        lines = cell.lines[first:last]
        if not lines or not (len(lines) > 1 or lines[0]):
            continue
        pen.setFillColor(drawing.ink(cell.role))
        pen.setFont(drawing.face(cell.bold), size)
        y = start - drawing.BASELINE * size
        for line in lines:
            at = x
            if align != blocks.LEFT:
                spare = room - width_of(line, size, drawing.face(cell.bold))
                at += spare if align == blocks.RIGHT else spare / 2
            pen.drawString(at, y, line)
            y -= leading


def _draw_track(pen: Canvas, track: blocks.Track, x: float, middle: float, *, width: float, size: float) -> None:
    """A line for the time, a hollow diamond where it was agreed, the sign of the rating where it is forecast.

    Dots are the forecasts of earlier reports: a milestone that slips drags a trail.
    """
    left, room = x + size * 0.5, width - size

    def place(share: float) -> float:
        return left + min(max(share, 0.0), 1.0) * room

    drawing.rule(pen, left, middle, room, role="grid_strong", weight=0.6)
    known = [place(share) for share in (track.agreed, track.forecast, *track.earlier) if share is not None]
    if len(known) > 1:
        drawing.rule(pen, min(known), middle, max(known) - min(known), role="muted", weight=1.1)
    for share in track.earlier:
        drawing.dot(pen, place(share), middle, size * 0.4)
    if track.agreed is not None:
        drawing.diamond(pen, place(track.agreed), middle, size * 0.8)
    if track.forecast is not None:
        drawing.lamp(pen, track.rating, place(track.forecast), middle, size * 0.85)


def set_table(block: blocks.TableBlock, look: Look, width: float, step: Callable[[], None] | None) -> Setting:
    """Break every cell into lines at ``width``; ``step`` is called now and then and may raise to stop."""
    size, gap = look.pt(BODY - 1), look.pt(7)
    shares = sum(column.share for column in block.columns)
    room = width - gap * len(block.columns)
    widths = [room * column.share / shares for column in block.columns]
    lefts = [gap / 2 + at for at in accumulate((w + gap for w in widths[:-1]), initial=0.0)]
    first, second = Style(look.pt(6.9), bold=True, most=2), Style(look.pt(6.4), "muted", most=2)
    head = [label_lines(column.title, w, first, second) for column, w in zip(block.columns, widths, strict=True)]
    most = look.lines(block.most)
    setting = Setting(
        look, lefts, widths, [column.align for column in block.columns], head,
        max(map(height_of, head), default=0) + look.pt(4), [], [], [0.0], size,
    )  # fmt: skip
    for number, cells in enumerate(block.rows):
        if step is not None and not number % 64:
            step()
        row = [_set_cell(cell, w, size, most) for cell, w in zip(cells, widths, strict=True)]
        count = max((len(cell.lines) for cell in row if isinstance(cell, SetCell)), default=1)
        setting.rows.append(row)
        setting.counts.append(count)
        setting.above.append(setting.above[-1] + count * setting.leading + setting.padding)
    return setting


def _set_cell(cell: blocks.CellText, width: float, size: float, most: int) -> SetText:
    if isinstance(cell, blocks.Track):
        return cell
    if isinstance(cell, str):
        cell = blocks.Cell(cell)
    room = width - (size * 1.25 if cell.rating else 0)
    lines = lines_of(cell.text, room, size, drawing.face(cell.bold), most)
    return SetCell(tuple(lines), cell.role, cell.bold, cell.rating)
