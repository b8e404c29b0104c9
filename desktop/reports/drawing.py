"""Strokes on a ReportLab canvas: palette roles, lines of text, rating lamps, chart shapes."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from desktop.charts import shapes
from desktop.charts.palette import PRINT
from desktop.reports import fonts
from desktop.reports.typeset import Printable, plain, shortened, width_of

Pen: TypeAlias = Canvas
HEAD = 0.6
"""Arrow heads on paper, where rows are lower than on screen, in sizes of those on screen."""

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


class Painter:
    """Paints chart shapes on paper: y runs downwards from ``top``, ``body`` is the size of body text in points."""

    def __init__(self, pen: Pen, left: float, top: float, body: float) -> None:
        self._pen, self._left, self._top, self._body = pen, left, top, body
        self._opacity = 1.0

    def paint(self, scene: shapes.Scene) -> None:
        """Every shape of ``scene``, in order."""
        draw = {
            shapes.Rect: self._rect, shapes.Polygon: self._polygon, shapes.Line: self._line,
            shapes.Polyline: self._polyline, shapes.Text: self._text,
        }  # fmt: skip
        for shape in scene.shapes:
            draw[type(shape)](shape)  # type: ignore[operator]
        self._fade(1)

    def _fade(self, opacity: float) -> None:
        if opacity != self._opacity:
            self._pen.setFillAlpha(opacity)
            self._opacity = opacity

    def _at(self, point: shapes.Point) -> tuple[float, float]:
        return self._left + point[0], self._top - point[1]

    def _rect(self, shape: shapes.Rect) -> None:
        pen = self._pen
        self._fade(shape.opacity)
        if shape.role:
            pen.setFillColor(ink(shape.role))
        if shape.outline_role:
            pen.setStrokeColor(ink(shape.outline_role))
            pen.setLineWidth(0.6)
        x, y = self._at((shape.x, shape.y + shape.height))
        how = {"stroke": int(bool(shape.outline_role)), "fill": int(bool(shape.role))}
        if shape.radius:
            pen.roundRect(x, y, shape.width, shape.height, min(shape.radius, shape.width / 2, shape.height / 2), **how)
        else:
            pen.rect(x, y, shape.width, shape.height, **how)

    def _polygon(self, shape: shapes.Polygon) -> None:
        self._fade(shape.opacity)
        self._pen.setLineWidth(0.6)
        points = tuple(map(self._at, shape.points))
        outline = ink(shape.outline_role) if shape.outline_role else None
        _closed(self._pen, points, ink(shape.role) if shape.role else None, outline)

    def _line(self, shape: shapes.Line) -> None:
        self._stroke(shape.role, shape.width, shape.dash)
        self._pen.line(*self._at((shape.x1, shape.y1)), *self._at((shape.x2, shape.y2)))

    def _polyline(self, shape: shapes.Polyline) -> None:
        self._fade(1)
        self._stroke(shape.role, shape.width, shape.dash)
        path = self._pen.beginPath()
        path.moveTo(*self._at(shape.points[0]))
        for point in shape.points[1:]:
            path.lineTo(*self._at(point))
        self._pen.drawPath(path, stroke=1, fill=0)
        if head := shape.head():
            (x, y), *others = map(self._at, head)
            points = ((x, y), *((x + (ax - x) * HEAD, y + (ay - y) * HEAD) for ax, ay in others))
            _closed(self._pen, points, ink(shape.role), None)

    def _stroke(self, role: str, width: float, dash: tuple[float, ...]) -> None:
        self._pen.setStrokeColor(ink(role))
        self._pen.setLineWidth(width)
        self._pen.setDash(list(dash) if dash else [])

    def _text(self, shape: shapes.Text) -> None:
        self._fade(1)
        size, name = self._body * shape.size, face(shape.bold)
        text = shortened(plain(shape.text), shape.width, size, name)
        x, middle = self._at((shape.x, shape.y + shape.height / 2))
        if shape.align != shapes.LEFT:
            spare = shape.width - width_of(text, size, name)
            x += spare / 2 if shape.align == shapes.CENTRE else spare
        line_of_text(self._pen, text, x, middle, size, role=shape.role, bold=shape.bold)
