"""Shapes as SVG, whose letters are outlines: Chinese looks the same where no Chinese font is installed.

What was written stands beside the outlines as a label, for screen readers and for search. Names are data: they are
escaped wherever they stand, and what XML cannot hold is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeAlias

from desktop.charts import shapes
from desktop.charts.palette import Palette
from desktop.charts.shapes import Line, Polygon, Polyline, Rect, Scene, Shape, Text

Placed: TypeAlias = tuple[float, float, Scene]
"""Left and upper edge of a scene, and the scene; nothing of it shows beyond its own size."""
STEP = 5.0
"""Distance of the lines of a pattern."""
_STRIPES = {
    shapes.FORWARD: "M-1 1l2-2M0 5l5-5M4 6l2-2", shapes.BACK: "M-1 4l2 2M0 0l5 5M4-1l2 2",
    shapes.CROSSED: "M0 5l5-5M0 0l5 5", shapes.LEVEL: "M0 2.5h5", shapes.UPRIGHT: "M2.5 0v5",
    shapes.GRID: "M0 2.5h5M2.5 0v5", shapes.DOTS: "M2 2.5h1",
}  # fmt: skip


class Outlines(Protocol):
    """Letters as paths, in letters of one unit; the baseline is at 0, y runs downwards."""

    def line(self, text: str, width: float, bold: bool) -> tuple[Sequence[tuple[str, float]], float]:
        """Glyphs by name with their places, cut with an ellipsis to ``width``, and how wide they are together."""
        ...

    def path(self, glyph: str) -> str:
        """The outline of a glyph as the ``d`` of a path; "" for a blank."""
        ...

    @property
    def middle(self) -> float:
        """How far the baseline lies below the middle of a line."""
        ...


def svg(
    placed: Sequence[Placed], width: float, height: float, *, em: float, palette: Palette, outlines: Outlines,
    title: str, magnified: float = 1.0,
) -> Iterator[str]:  # fmt: skip
    """The document piece by piece; ``em`` is the size of the body text."""
    drawing = _Drawing(em, palette, outlines)
    body = ["".join(drawing.scene(x, y, scene)) for x, y, scene in placed]
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{_n(width * magnified)}" height="{_n(height * magnified)}" '
        f'viewBox="0 0 {_n(width)} {_n(height)}" role="img">\n<title>{escaped(title)}</title>\n<defs>\n'
    )
    yield from drawing.definitions()
    yield f'</defs>\n<rect width="100%" height="100%" fill="{palette["surface"]}"/>\n'
    yield from body
    yield "</svg>\n"


def escaped(text: str) -> str:
    """``text`` as it may stand in an element or between double quotes; without what XML 1.0 cannot hold."""
    kept = "".join(
        c for c in text if c in "\t\n" or "\x20" <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c >= "\U00010000"
    )
    for mark, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        kept = kept.replace(mark, name)
    return kept


class _Drawing:
    def __init__(self, em: float, palette: Palette, outlines: Outlines) -> None:
        self._em, self._palette, self._outlines = em, palette, outlines
        self._glyphs: dict[str, str] = {}
        """Names in the document by those of the outlines."""
        self._patterns: dict[tuple[str, str], str] = {}
        self._edges: dict[tuple[float, float], str] = {}

    def definitions(self) -> Iterator[str]:
        """What is drawn more than once: letters and patterns."""
        for glyph, name in self._glyphs.items():
            if path := self._outlines.path(glyph):
                yield f'<path id="{name}" d="{path}"/>\n'
        for (width, height), name in self._edges.items():
            yield f'<clipPath id="{name}"><rect width="{_n(width)}" height="{_n(height)}"/></clipPath>\n'
        for (pattern, role), name in self._patterns.items():
            yield (
                f'<pattern id="{name}" width="{_n(STEP)}" height="{_n(STEP)}" patternUnits="userSpaceOnUse">'
                f'<path d="{_STRIPES[pattern]}" stroke="{self._palette[role]}" fill="none"/></pattern>\n'
            )

    def scene(self, x: float, y: float, scene: Scene) -> Iterator[str]:
        size = (scene.width, scene.height)
        name = self._edges.setdefault(size, f"c{len(self._edges)}")
        yield f'<g transform="translate({_n(x)} {_n(y)})"><g clip-path="url(#{name})">\n'
        for shape in scene.shapes:
            yield from self._shape(shape)
        yield "</g></g>\n"

    def _shape(self, shape: Shape) -> Iterator[str]:
        if isinstance(shape, Text):
            yield from self._text(shape)
        elif isinstance(shape, Line):
            yield (
                f'<path d="M{_at((shape.x1, shape.y1))}L{_at((shape.x2, shape.y2))}" fill="none" '
                f'{self._stroke(shape.role, shape.width, shape.dash)}/>\n'
            )
        elif isinstance(shape, Polyline):
            path = "M" + "L".join(map(_at, shape.points))
            yield f'<path d="{path}" fill="none" {self._stroke(shape.role, shape.width, shape.dash)}/>\n'
            if head := shape.head():
                yield f'<path d="{_closed(head)}" fill="{self._palette[shape.role]}"/>\n'
        elif shape.role or shape.outline_role or shape.pattern:
            yield from self._figure(shape)

    def _figure(self, shape: Rect | Polygon) -> Iterator[str]:
        if isinstance(shape, Rect):
            inset = 0.5 if shape.outline_role else 0.0
            width, height = (max(side - 2 * inset, 0.0) for side in (shape.width, shape.height))
            round_ = f' rx="{_n(shape.radius)}"' if shape.radius else ""
            place = f'x="{_n(shape.x + inset)}" y="{_n(shape.y + inset)}"'
            what = f'<rect {place} width="{_n(width)}" height="{_n(height)}"{round_}'
        else:
            what = f'<path d="{_closed(shape.points)}"'
        faded = f' opacity="{_n(shape.opacity)}"' if shape.opacity != 1 else ""
        fill = self._palette[shape.role] if shape.role else "none"
        outline = f" {self._stroke(shape.outline_role, 1, ())}" if shape.outline_role else ""
        if shape.role or shape.outline_role:
            yield f'{what} fill="{fill}"{outline}{faded}/>\n'
        if shape.pattern:
            key = (shape.pattern, shape.pattern_role)
            name = self._patterns.setdefault(key, f"p{len(self._patterns)}")
            yield f'{what} fill="url(#{name})"{faded}/>\n'

    def _stroke(self, role: str, width: float, dash: tuple[float, ...]) -> str:
        dashes = f' stroke-dasharray="{" ".join(map(_n, dash))}"' if dash else ""
        return f'stroke="{self._palette[role]}" stroke-width="{_n(width)}"{dashes}'

    def _text(self, shape: Text) -> Iterator[str]:
        size = self._em * shape.size
        glyphs, wide = self._outlines.line(shape.text, max(shape.width, 0.0) / size, shape.bold)
        if not glyphs:
            return
        spare = shape.width - wide * size
        x = shape.x + {shapes.CENTRE: spare / 2, shapes.RIGHT: spare}.get(shape.align, 0.0)
        y = shape.y + shape.height / 2 + self._outlines.middle * size
        yield (
            f'<g transform="translate({_n(x)} {_n(y)}) scale({size:.4g})" fill="{self._palette[shape.role]}" '
            f'role="img" aria-label="{escaped(shape.text)}">'
        )
        for glyph, place in glyphs:
            name = self._glyphs.setdefault(glyph, f"g{len(self._glyphs)}")
            if self._outlines.path(glyph):
                yield f'<use xlink:href="#{name}" x="{place:.4g}"/>'
        yield "</g>\n"


def _n(number: float) -> str:
    """A number with two digits behind the point at most."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _at(point: shapes.Point) -> str:
    return f"{_n(point[0])} {_n(point[1])}"


def _closed(points: Sequence[shapes.Point]) -> str:
    return "M" + "L".join(map(_at, points)) + "Z"
