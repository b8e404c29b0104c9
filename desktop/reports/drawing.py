"""Strokes on a ReportLab canvas: palette roles, lines of text, rating lamps, chart shapes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from desktop.charts import shapes
from desktop.charts.palette import PRINT
from desktop.reports import fonts
from desktop.reports.typeset import Printable, plain, shortened, width_of

Pen: TypeAlias = Canvas
LABEL, LABEL_GROUND = "bar_text", 0.8
"""Role of the texts beside bars, and how much the paper behind them covers."""
HEAD = 0.6
"""Arrow heads on paper, where rows are lower than on screen, in sizes of those on screen."""

PATTERN_STEP, PATTERN_WIDTH = 2.4, 0.4
"""Points between two lines of a pattern, and how thick they are."""
BASELINE = 0.36
"""Distance of the baseline below the middle of a line, in letter sizes."""


@lru_cache
def ink(role: str) -> Color:
    """The print colour of a palette role."""
    return HexColor(PRINT[role])


def face(bold: bool) -> str:
    return fonts.BOLD if bold else fonts.REGULAR


def line_of_text(
    pen: Pen, text: Printable, x: float, middle: float, size: float, *, role: str = "text", bold: bool = False
) -> None:
    """``text`` from ``x`` rightwards, centred on the height ``middle``."""
    pen.setFillColor(ink(role))
    pen.setFont(face(bold), size)
    pen.drawString(x, middle - BASELINE * size, text)


def rule(pen: Pen, x: float, y: float, width: float, *, role: str = "line", weight: float = 0.5) -> None:
    """A horizontal line."""
    pen.setStrokeColor(ink(role))
    pen.setLineWidth(weight)
    pen.line(x, y, x + width, y)


def box(pen: Pen, x: float, y: float, width: float, height: float, *, role: str, radius: float = 0) -> None:
    """A filled rectangle from its lower left corner."""
    pen.setFillColor(ink(role))
    if radius:
        pen.roundRect(x, y, width, height, radius, stroke=0, fill=1)
    else:
        pen.rect(x, y, width, height, stroke=0, fill=1)


def lamp(pen: Pen, rating: str, x: float, y: float, size: float) -> None:
    """The sign of a rating, centred on (x, y): red diamond, amber triangle, green disc, grey ring.

    Four shapes, so that the page can be read in grey and by everybody.
    """
    half = size / 2
    pen.setLineWidth(max(0.6, size / 14))
    if rating == "green":
        pen.setFillColor(ink("green"))
        pen.circle(x, y, half * 0.94, stroke=0, fill=1)
    elif rating == "red":
        _closed(pen, ((x, y + half), (x + half, y), (x, y - half), (x - half, y)), ink("red"), None)
    elif rating == "amber":
        foot = y - half * 0.8
        points = ((x, y + half * 0.95), (x + half * 1.02, foot), (x - half * 1.02, foot))
        _closed(pen, points, ink("amber_fill"), ink("amber"))
    else:
        pen.setStrokeColor(ink("grey"))
        pen.circle(x, y, half * 0.84, stroke=1, fill=0)


def diamond(pen: Pen, x: float, y: float, size: float) -> None:
    """A hollow diamond on white: what was agreed."""
    half = size / 2
    pen.setLineWidth(0.7)
    points = ((x, y + half), (x + half, y), (x, y - half), (x - half, y))
    _closed(pen, points, ink("surface"), ink("line_strong"))


def dot(pen: Pen, x: float, y: float, size: float) -> None:
    """A small disc: what was forecast before."""
    pen.setFillColor(ink("muted"))
    pen.circle(x, y, size / 2, stroke=0, fill=1)


def arrow(pen: Pen, trend: str, x: float, y: float, size: float) -> None:
    """A trend: up is better, flat, down is worse; centred on (x, y)."""
    dx, dy = {"up": (0.0, 1.0), "down": (0.0, -1.0)}.get(trend, (1.0, 0.0))
    half, head = size / 2, size * 0.34
    tip = (x + dx * half, y + dy * half)
    pen.setStrokeColor(ink("text"))
    pen.setLineWidth(size / 9)
    pen.line(x - dx * half, y - dy * half, tip[0] - dx * head, tip[1] - dy * head)
    across = (-dy * head * 0.75, dx * head * 0.75)
    foot = (tip[0] - dx * head, tip[1] - dy * head)
    points = (tip, (foot[0] + across[0], foot[1] + across[1]), (foot[0] - across[0], foot[1] - across[1]))
    _closed(pen, points, ink("text"), None)


def _closed(pen: Pen, points: tuple[tuple[float, float], ...], fill: Color | None, outline: Color | None) -> None:
    path = pen.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    if fill is not None:
        pen.setFillColor(fill)
    if outline is not None:
        pen.setStrokeColor(outline)
    pen.drawPath(path, stroke=outline is not None, fill=fill is not None)


def strokes(
    pattern: str, left: float, top: float, right: float, bottom: float
) -> Iterator[tuple[shapes.Point, shapes.Point]]:
    """The lines of a pattern over a box."""
    step, tall = PATTERN_STEP, bottom - top
    if pattern in (shapes.LEVEL, shapes.GRID, shapes.DOTS):
        for number in range(1, int(tall / step) + 1):
            yield (left, top + number * step), (right, top + number * step)
    if pattern in (shapes.UPRIGHT, shapes.GRID):
        for number in range(1, int((right - left) / step) + 1):
            yield (left + number * step, top), (left + number * step, bottom)
    for kinds, rises in (((shapes.FORWARD, shapes.CROSSED), True), ((shapes.BACK, shapes.CROSSED), False)):
        if pattern in kinds:
            for number in range(int((right - left + tall) / (1.4 * step)) + 1):
                x = left - tall + 1.4 * number * step
                ends = ((x, bottom), (x + tall, top)) if rises else ((x, top), (x + tall, bottom))
                yield ends


class Painter:
    """Paints chart shapes on paper: y runs downwards from ``top``, ``body`` is the size of body text in points.

    Strokes are written as PDF operators rather than through the canvas, which spends most of the time of
    a large chart on rounding numbers.
    """

    def __init__(self, pen: Pen, left: float, top: float, body: float, *, stroke: float = 1.0) -> None:
        """``stroke`` thins the lines of a chart that was laid out for the screen."""
        self._pen, self._left, self._top, self._body = pen, left, top, body
        self._thin = stroke
        self._opacity = 1.0

    def paint(self, scene: shapes.Scene) -> None:
        """Every shape of ``scene``, in order."""
        draw = {
            shapes.Rect: self._rect, shapes.Polygon: self._polygon, shapes.Line: self._line,
            shapes.Polyline: self._polyline, shapes.Text: self._text,
        }  # fmt: skip
        self._pen.saveState()
        for shape in scene.shapes:
            draw[type(shape)](shape)  # type: ignore[operator]
        self._pen.restoreState()

    def _fade(self, opacity: float) -> None:
        if opacity != self._opacity:
            self._pen.setFillAlpha(opacity)
            self._opacity = opacity

    def _at(self, point: shapes.Point) -> str:
        return f"{self._left + point[0]:.2f} {self._top - point[1]:.2f}"

    def _rect(self, shape: shapes.Rect) -> None:
        self._fade(shape.opacity)
        sharp = f"{self._at((shape.x, shape.y + shape.height))} {shape.width:.2f} {shape.height:.2f} re"
        path = self._rounded(shape) if shape.radius else sharp
        self._put(path, shape.role, shape.outline_role)
        if shape.pattern:
            self._cover(path, shape, (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height))

    def _rounded(self, shape: shapes.Rect) -> str:
        """A rectangle with quarter circles at its corners, as Bézier curves."""
        radius = min(shape.radius, shape.width / 2, shape.height / 2)
        near = radius * 0.4477  # distance from the corner of a control point of a quarter circle
        x, y, right, bottom = shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        at = self._at
        return (
            f"{at((x + radius, y))} m {at((right - radius, y))} l "
            f"{at((right - near, y))} {at((right, y + near))} {at((right, y + radius))} c "
            f"{at((right, bottom - radius))} l "
            f"{at((right, bottom - near))} {at((right - near, bottom))} {at((right - radius, bottom))} c "
            f"{at((x + radius, bottom))} l "
            f"{at((x + near, bottom))} {at((x, bottom - near))} {at((x, bottom - radius))} c "
            f"{at((x, y + radius))} l "
            f"{at((x, y + near))} {at((x + near, y))} {at((x + radius, y))} c h"
        )

    def _polygon(self, shape: shapes.Polygon) -> None:
        self._fade(shape.opacity)
        path = f"{self._path(shape.points)} h"
        self._put(path, shape.role, shape.outline_role)
        if shape.pattern:
            across, down = zip(*shape.points, strict=True)
            self._cover(path, shape, (min(across), min(down), max(across), max(down)))

    def _cover(self, path: str, shape: shapes.Rect | shapes.Polygon, box: tuple[float, float, float, float]) -> None:
        """The pattern of a figure: lines over its box, cut off at its outline."""
        dash = "[0.7 1.5]" if shape.pattern == shapes.DOTS else "[]"
        lines = " ".join(f"{self._at(begin)} m {self._at(end)} l" for begin, end in strokes(shape.pattern, *box))
        ink = _operands(shape.pattern_role)
        self._pen.addLiteral(f"q {path} W n {ink} RG {PATTERN_WIDTH} w {dash} 0 d {lines} S Q")

    def _line(self, shape: shapes.Line) -> None:
        self._stroke(((shape.x1, shape.y1), (shape.x2, shape.y2)), shape.role, shape.width, shape.dash)

    def _polyline(self, shape: shapes.Polyline) -> None:
        self._stroke(shape.points, shape.role, shape.width, shape.dash)
        if head := shape.head():
            (x, y), *others = head
            points = ((x, y), *((x + (ax - x) * HEAD, y + (ay - y) * HEAD) for ax, ay in others))
            self._fade(1)
            self._put(f"{self._path(points)} h", shape.role, "")

    def _path(self, points: tuple[shapes.Point, ...]) -> str:
        return " l ".join(map(self._at, points)).replace(" l ", " m ", 1) + " l"

    def _put(self, path: str, role: str, outline: str) -> None:
        """Fill and outline a closed path."""
        colours = f"{_operands(role)} rg " if role else ""
        colours += f"{_operands(outline)} RG 0.6 w [] 0 d " if outline else ""
        how = {(True, True): "B", (True, False): "f", (False, True): "S"}.get((bool(role), bool(outline)), "n")
        self._pen.addLiteral(f"{colours}{path} {how}")

    def _stroke(self, points: tuple[shapes.Point, ...], role: str, width: float, dash: tuple[float, ...]) -> None:
        pattern = " ".join(f"{length:g}" for length in dash)
        self._pen.addLiteral(f"{_operands(role)} RG {width * self._thin:.2f} w [{pattern}] 0 d {self._path(points)} S")

    def _text(self, shape: shapes.Text) -> None:
        self._fade(1)
        size, name = self._body * shape.size, face(shape.bold)
        text = shortened(plain(shape.text), shape.width, size, name)
        x, middle = self._left + shape.x, self._top - shape.y - shape.height / 2
        if shape.align != shapes.LEFT:
            spare = shape.width - width_of(text, size, name)
            x += spare / 2 if shape.align == shapes.CENTRE else spare
        if shape.role == LABEL and text:
            self._clear(x, middle, width_of(text, size, name), size)
        line_of_text(self._pen, text, x, middle, size, role=shape.role, bold=shape.bold)

    def _clear(self, x: float, middle: float, width: float, size: float) -> None:
        """Paper behind a label, so that lines which pass below it do not strike it through."""
        self._fade(LABEL_GROUND)
        box(self._pen, x - 1, middle - size * 0.6, width + 2, size * 1.2, role="surface")
        self._fade(1)


@lru_cache
def _operands(role: str) -> str:
    """Red, green and blue of a role as operands of a colour operator."""
    colour = ink(role)
    return f"{colour.red:.4g} {colour.green:.4g} {colour.blue:.4g}"
