"""Shapes that a painter draws and a pointer hits: the one geometry of screen and paper.

Coordinates start at the top left, x to the right, y downwards. The unit is abstract: a device
independent pixel (1/96 inch) on screen, a point (1/72 inch) on paper; whoever asks for a scene
gives the sizes in the unit of the medium. A ``role`` is a key of :mod:`desktop.charts.palette`;
"" draws nothing. Shapes are drawn in the order in which they stand. ``ref`` says what a shape
belongs to (``key/id`` or a name of the chart's own) for hit testing; "" cannot be hit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

LEFT, CENTRE, RIGHT = "left", "centre", "right"
FORWARD, BACK, CROSSED, LEVEL, UPRIGHT, GRID, DOTS = "forward", "back", "crossed", "level", "upright", "grid", "dots"
"""Patterns that a figure may be filled with over its colour: what tells figures apart where colour does not."""
Point: TypeAlias = tuple[float, float]

HIT_MARGIN = 3.0
"""A line is hit within this distance of it."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled rectangle; ``radius`` rounds the corners, ``opacity`` is 0 to 1."""

    x: float
    y: float
    width: float
    height: float
    role: str = ""
    outline_role: str = ""
    radius: float = 0
    ref: str = ""
    opacity: float = 1
    pattern: str = ""
    pattern_role: str = ""

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled closed figure: a diamond, an arrow head, a bracket."""

    points: tuple[Point, ...]
    role: str = ""
    outline_role: str = ""
    ref: str = ""
    opacity: float = 1
    pattern: str = ""
    pattern_role: str = ""

    def contains(self, x: float, y: float) -> bool:
        inside = False
        ax, ay = self.points[-1]
        for bx, by in self.points:
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
            ax, ay = bx, by
        return inside


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line of ``width``; ``dash`` alternates lengths of stroke and gap, in units."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: str
    width: float = 1
    dash: tuple[float, ...] = ()
    ref: str = ""

    def contains(self, x: float, y: float) -> bool:
        return _near((x, y), (self.x1, self.y1), (self.x2, self.y2))


@dataclass(frozen=True, slots=True)
class Polyline:
    """An open line through ``points``; ``arrow`` puts a filled head of ARROW size on its end."""

    points: tuple[Point, ...]
    role: str
    width: float = 1
    arrow: bool = False
    ref: str = ""
    dash: tuple[float, ...] = ()

    def lowered(self, by: float) -> Polyline:
        """The same line further down."""
        points = tuple([(x, y + by) for x, y in self.points])
        return Polyline(points, self.role, self.width, self.arrow, self.ref, self.dash)

    def contains(self, x: float, y: float) -> bool:
        return any(_near((x, y), a, b) for a, b in pairwise(self.points))

    def head(self) -> tuple[Point, ...]:
        """The three points of the arrow head, tip first; empty without an arrow."""
        if not self.arrow or len(self.points) < 2:
            return ()
        (ax, ay), (x, y) = self.points[-2:]
        length = ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5 or 1.0
        ux, uy = (x - ax) / length, (y - ay) / length
        size = ARROW * max(1.0, self.width * 0.75)
        bx, by = x - ux * size, y - uy * size
        half = size * 0.6
        return ((x, y), (bx - uy * half, by + ux * half), (bx + uy * half, by - ux * half))


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text, centred vertically in its box and cut with an ellipsis where it is too wide.

    ``size`` is relative to the body text of the medium (1 = body).
    """

    x: float
    y: float
    width: float
    height: float
    text: str
    role: str = "text"
    align: str = LEFT
    bold: bool = False
    size: float = 1
    ref: str = ""

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


ARROW = 6.0
"""Length of an arrow head on a hairline."""

Shape: TypeAlias = Rect | Polygon | Line | Polyline | Text


@dataclass(frozen=True, slots=True)
class Scene:
    """Shapes in painting order on a surface of ``width`` × ``height``."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def hits(self, x: float, y: float) -> Iterator[Shape]:
        """Everything with a ``ref`` under the point, topmost first."""
        return (shape for shape in reversed(self.shapes) if shape.ref and shape.contains(x, y))

    def hit(self, x: float, y: float) -> str:
        """``ref`` of the topmost shape under the point, or ""."""
        return next((shape.ref for shape in self.hits(x, y)), "")

    def texts(self) -> tuple[str, ...]:
        """All that is written, in painting order: for tests and for screen readers."""
        return tuple(shape.text for shape in self.shapes if isinstance(shape, Text))


def _near(point: Point, start: Point, end: Point) -> bool:
    x, y = point[0] - start[0], point[1] - start[1]
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    at = max(0.0, min(1.0, (x * dx + y * dy) / length)) if length else 0.0
    return bool((x - at * dx) ** 2 + (y - at * dy) ** 2 <= HIT_MARGIN**2)
