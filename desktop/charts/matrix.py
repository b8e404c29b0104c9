"""The probability–impact matrix: five by five cells, a chip for every risk, the same on screen and paper.

Threats are rounded boxes, opportunities hexagons; the number in a cell is its score. Cells are one
hue from light to dark, never red against green. The axes print what their steps mean, because a
matrix without anchors ranks by mood.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.charts.shapes import CENTRE, RIGHT, Point, Polygon, Polyline, Rect, Scene, Shape, Text
from desktop.domain.filters import HIGH_SCORE
from desktop.domain.risks import LEVELS, PROBABILITY_ANCHORS, Risk, impact_anchors
from desktop.i18n import N_

Words = Callable[..., str]
Cell = tuple[int, int]
"""(probability, impact), each 1 to 5."""

_HEAT_FROM = (1, 3, 5, 10, HIGH_SCORE)
"""Lowest score of each shade; the darkest begins where risks count as high."""


def heat(score: int) -> int:
    """Shade of a cell, 0 to 4."""
    return max(shade for shade, least in enumerate(_HEAT_FROM) if score >= least)


def cell_of(risk: Risk) -> Cell | None:
    """Where a risk lies, or None while it is not assessed."""
    if risk.probability is None or risk.impact is None:
        return None
    return risk.probability, risk.impact


def residual_cell(risk: Risk) -> Cell | None:
    """Where it will lie after the response, or None."""
    if risk.residual_probability is None or risk.residual_impact is None:
        return None
    return risk.residual_probability, risk.residual_impact


@dataclass(frozen=True, slots=True)
class MatrixLayout:
    """Where everything lies. All lengths are in the unit of the medium; ``line`` is the height of a line of text."""

    width: float
    height: float
    line: float
    tray: bool
    """Whether there are risks that are not assessed; they stand in a row below."""

    @property
    def left(self) -> float:
        return self.line * 5.2

    @property
    def top(self) -> float:
        return self.line * 0.3

    @property
    def bottom(self) -> float:
        """Height below the cells: two lines of the axis; a row for the legend and for risks not assessed."""
        return self.line * (3.9 if self.tray or self.legend else 2.3)

    @property
    def legend(self) -> bool:
        """Whether there is room to say what the shapes mean."""
        return self.height >= self.line * 13

    @property
    def cell_width(self) -> float:
        return max((self.width - self.left - self.line * 0.3) / len(LEVELS), 1.0)

    @property
    def cell_height(self) -> float:
        return max((self.height - self.top - self.bottom) / len(LEVELS), 1.0)

    @property
    def chip_width(self) -> float:
        return self.line * 2.3

    @property
    def chip_height(self) -> float:
        return min(self.line * 1.1, self.cell_height - 2)

    def corner(self, cell: Cell) -> Point:
        """Top left of a cell: impact grows to the right, probability upwards."""
        probability, impact = cell
        return self.left + (impact - 1) * self.cell_width, self.top + (len(LEVELS) - probability) * self.cell_height

    def centre(self, cell: Cell) -> Point:
        x, y = self.corner(cell)
        return x + self.cell_width / 2, y + self.cell_height / 2

    def cell_at(self, x: float, y: float) -> Cell | None:
        """The cell under a point, or None outside."""
        impact = int((x - self.left) // self.cell_width) + 1
        probability = len(LEVELS) - int((y - self.top) // self.cell_height)
        return (probability, impact) if probability in LEVELS and impact in LEVELS else None

    def places(self) -> list[Point]:
        """Where chips go in a cell, relative to its corner; the corner of the score stays free."""
        gap, score = self.line * 0.2, self.line * 1.4
        rows = max(1, int(self.cell_height // (self.chip_height + gap * 0.7)))
        down = (self.cell_height - rows * self.chip_height) / (rows + 1)
        found = []
        for row in range(rows):
            room = self.cell_width - gap - (score if row == 0 else 0)
            for column in range(int(room // (self.chip_width + gap))):
                found.append((gap + column * (self.chip_width + gap), down + row * (self.chip_height + down)))
        return found or [(gap, down)]


@dataclass(frozen=True, slots=True)
class Marks:
    """What is emphasised."""

    selected: str = ""
    """Id of the risk whose chip is filled and whose way to its residual cell is shown."""
    cell: Cell | None = None
    """The cell that filters the table."""
    cursor: Cell | None = None
    """The cell that the keyboard is on."""
    arrows: bool = False
    """Show the way to the residual cell of every risk, as on paper."""


def matrix_scene(
    risks: Iterable[Risk], layout: MatrixLayout, tolerance_days: int | None, words: Words, marks: Marks | None = None
) -> Scene:
    """The matrix of ``risks``. Chips have the reference of their risk, cells ``cell/probability/impact``."""
    drawing = _Drawing(layout, marks or Marks(), words)
    shown = sorted(risks, key=lambda risk: (-(risk.score or 0), risk.number))
    shapes: list[Shape] = [*drawing.axes(impact_anchors(tolerance_days, words)), *drawing.cells()]
    placed: dict[Cell | None, list[Risk]] = {}
    for risk in shown:
        placed.setdefault(cell_of(risk), []).append(risk)
    for probability in LEVELS:
        for impact in LEVELS:
            shapes += drawing.chips(placed.get((probability, impact), ()), (probability, impact))
    shapes += drawing.tray(placed.get(None, ()))
    shapes += drawing.legend()
    for risk in shown:
        shapes += drawing.arrow(risk)
    return Scene(layout.width, layout.height, tuple(shapes))


class _Drawing:
    """One matrix while it is being laid out; remembers where chips went, for the arrows."""

    def __init__(self, layout: MatrixLayout, marks: Marks, words: Words) -> None:
        self.layout, self.marks, self.words = layout, marks, words
        self._centres: dict[str, Point] = {}

    def axes(self, impacts: Sequence[str]) -> Iterator[Shape]:
        layout, line = self.layout, self.layout.line
        small = 0.85
        for level in LEVELS:
            x, y = layout.corner((level, 1))
            middle, anchor = y + layout.cell_height / 2, PROBABILITY_ANCHORS[level - 1]
            if layout.cell_height >= 2.2 * line:
                yield Text(0, middle - line * 1.1, x - line * 0.5, line * 1.1, str(level), align=RIGHT, bold=True)
                yield Text(0, middle, x - line * 0.5, line, anchor, "muted", RIGHT, size=small)
            else:
                yield Text(x - line * 1.5, middle - line / 2, line, line, str(level), align=RIGHT, bold=True)
                yield Text(0, middle - line / 2, x - line * 1.6, line, anchor, "muted", RIGHT, size=small)
            x, y = layout.corner((1, level))
            y += layout.cell_height
            yield Text(x, y + line * 0.1, layout.cell_width, line, str(level), align=CENTRE, bold=True)
            yield Text(x, y + line * 1.05, layout.cell_width, line, impacts[level - 1], "muted", CENTRE, size=small)
        y = layout.corner((1, 1))[1] + layout.cell_height
        room = layout.left - line * 0.4
        yield Text(0, y + line * 0.1, room, line, self.words(N_("↑ Probability")), "muted", RIGHT, size=small)
        yield Text(0, y + line * 1.05, room, line, self.words(N_("Impact →")), "muted", RIGHT, size=small)

    def cells(self) -> Iterator[Shape]:
        layout, line = self.layout, self.layout.line
        for probability in LEVELS:
            for impact in LEVELS:
                score = probability * impact
                x, y = layout.corner((probability, impact))
                shade, ref = heat(score), f"cell/{probability}/{impact}"
                yield Rect(x, y, layout.cell_width, layout.cell_height, f"heat{shade}", "surface", ref=ref)
                x, tall = x + layout.cell_width - line * 1.5, min(line * 1.3, layout.cell_height)
                yield Text(x, y, line * 1.3, tall, str(score), f"heat{shade}_text", RIGHT, size=0.85)
        if self.marks.cell:
            yield frame(layout, self.marks.cell, "accent", 1.0, width=3)
        if self.marks.cursor:
            yield frame(layout, self.marks.cursor, "focus", 3.0, width=2, dash=(3.0, 3.0))

    def chips(self, risks: Sequence[Risk], cell: Cell) -> Iterator[Shape]:
        """Chips as far as there is room in a cell; the last place says how many more there are."""
        ref, ink = f"cell/{cell[0]}/{cell[1]}", f"heat{heat(cell[0] * cell[1])}_text"
        x, y = self.layout.corner(cell)
        return self._row(risks, [(x + right, y + down) for right, down in self.layout.places()], ref, ink)

    def tray(self, risks: Sequence[Risk]) -> Iterator[Shape]:
        """Risks that are not assessed yet, in a row below the matrix."""
        if not risks:
            return
        layout, line = self.layout, self.layout.line
        top, room = layout.height - line * 1.3, layout.left - line * 0.4
        yield Text(0, top + line * 0.05, room, line, self.words(N_("Not assessed")), "muted", RIGHT, size=0.85)
        step = layout.chip_width + line * 0.2
        count = max(1, int((layout.width - layout.left - self._legend_width()) // step))
        yield from self._row(risks, [(layout.left + at * step, top) for at in range(count)], "tray", "muted")

    def _legend_width(self) -> float:
        return self.layout.line * 14

    def legend(self) -> Iterator[Shape]:
        """What the shapes mean, at the end of the last line."""
        layout, line = self.layout, self.layout.line
        if not layout.legend:
            return
        y, x = layout.height - line * 1.3, layout.width - self._legend_width()
        wide, tall = line * 1.1, line * 0.7
        for text, kind, width in ((N_("Threat"), "threat", 4.0), (N_("Opportunity"), "opportunity", 5.2)):
            yield _body(kind, Rect(x, y + line * 0.2, wide, tall, "surface", "text"))
            yield Text(x + wide + line * 0.25, y, line * width, line * 1.1, self.words(text), "muted", size=0.85)
            x += line * (width + 0.4)
        yield Polyline(((x, y + line * 0.55), (x + wide, y + line * 0.55)), "text", 2, arrow=True)
        yield Text(x + wide + line * 0.25, y, line * 3.4, line * 1.1, self.words(N_("Residual")), "muted", size=0.85)

    def _row(self, risks: Sequence[Risk], places: Sequence[Point], ref: str, ink: str) -> Iterator[Shape]:
        layout = self.layout
        room = len(places) if len(risks) <= len(places) else len(places) - 1
        for risk, (x, y) in zip(risks[:room], places, strict=False):
            self._centres[risk.id] = (x + layout.chip_width / 2, y + layout.chip_height / 2)
            yield from chip(layout, risk, x, y, selected=risk.id == self.marks.selected)
        if len(risks) > room:
            x, y = places[room]
            more = f"+{len(risks) - room}"
            yield Text(x, y, layout.chip_width, layout.chip_height, more, ink, CENTRE, bold=True, ref=ref)

    def arrow(self, risk: Risk) -> Iterator[Shape]:
        """The way to where the risk will lie after the response."""
        target, start = residual_cell(risk), self._centres.get(risk.id)
        wanted = self.marks.arrows or risk.id == self.marks.selected
        if wanted and start is not None and target is not None and target != cell_of(risk):
            way = (_edge(self.layout, start, self.layout.centre(target)), self.layout.centre(target))
            yield Polyline(way, "surface", 5)  # a rim keeps it visible on every shade
            yield Polyline(way, "text", 2, arrow=True)


def frame(
    layout: MatrixLayout, cell: Cell, role: str, inset: float, *, width: float, dash: tuple[float, ...] = ()
) -> Polyline:
    """A frame within a cell."""
    x, y = layout.corner(cell)
    left, top = x + inset, y + inset
    right, bottom = x + layout.cell_width - inset, y + layout.cell_height - inset
    return Polyline(((left, top), (right, top), (right, bottom), (left, bottom), (left, top)), role, width, dash=dash)


def _edge(layout: MatrixLayout, start: Point, end: Point) -> Point:
    """Where the way from the middle of a chip to ``end`` leaves the chip."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    across = layout.chip_width / 2 / abs(dx) if dx else 1.0
    down = layout.chip_height / 2 / abs(dy) if dy else 1.0
    part = min(across, down, 1.0)
    return start[0] + dx * part, start[1] + dy * part


def chip(layout: MatrixLayout, risk: Risk, x: float, y: float, *, selected: bool = False) -> tuple[Shape, ...]:
    """One risk: its number in the shape of its kind."""
    width, height = layout.chip_width, layout.chip_height
    # Amber with dark text stands out from every shade of the scale, in every theme.
    ground, outline, ink = ("amber_fill", "text", "heat3_text") if selected else ("surface", "text", "text")
    body = _body(risk.kind, Rect(x, y, width, height, ground, outline, ref=risk.ref))
    name = f"{risk.info.prefix}{risk.number}"
    return body, Text(x, y, width, height, name, ink, CENTRE, bold=selected, size=0.9, ref=risk.ref)


def _body(kind: str, box: Rect) -> Shape:
    """The shape of a kind of risk, as large as ``box``."""
    if kind != "opportunity":
        return dataclasses.replace(box, radius=box.height * 0.22)
    tip, right, bottom, middle = box.height * 0.45, box.x + box.width, box.y + box.height, box.y + box.height / 2
    points = (
        (box.x, middle), (box.x + tip, box.y), (right - tip, box.y), (right, middle), (right - tip, bottom),
        (box.x + tip, bottom),
    )  # fmt: skip
    return Polygon(points, box.role, box.outline_role, ref=box.ref)


def describe(risks: Iterable[Risk], words: Words) -> str:
    """The matrix in one sentence, for those who do not see it."""
    shown = list(risks)
    high = [risk for risk in shown if (risk.score or 0) >= HIGH_SCORE]
    waiting = sum(1 for risk in shown if risk.score is None)
    names = words(N_(", ", "list")).join(f"{risk.code} ({risk.score})" for risk in high[:10])
    if high:
        return words(
            N_("{count} risks; high: {names}; not assessed: {waiting}."), count=len(shown), names=names, waiting=waiting
        )
    return words(N_("{count} risks; none is high; not assessed: {waiting}."), count=len(shown), waiting=waiting)
