"""Paints chart shapes with QPainter, in the colours of the theme in use.

Neighbouring rectangles of one role, and lines of one pen, are drawn in one call, pens and brushes are made once per
theme, and corners are smoothed only where a shape is not upright: measured, these are the costs
that count when some hundred shapes are painted sixty times a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from desktop.charts.palette import Palette
from desktop.charts.shapes import (
    BACK,
    CENTRE,
    CROSSED,
    DOTS,
    FORWARD,
    GRID,
    LEFT,
    LEVEL,
    RIGHT,
    UPRIGHT,
    Line,
    Point,
    Polygon,
    Polyline,
    Rect,
    Shape,
    Text,
)
from desktop.views import theme

ANTIALIASING = QPainter.RenderHint.Antialiasing
NO_PEN, NO_BRUSH = QPen(Qt.PenStyle.NoPen), QBrush(Qt.BrushStyle.NoBrush)
_ALIGN = {
    LEFT: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    CENTRE: Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
    RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}
_PATTERNS = {
    FORWARD: Qt.BrushStyle.BDiagPattern,
    BACK: Qt.BrushStyle.FDiagPattern,
    CROSSED: Qt.BrushStyle.DiagCrossPattern,
    LEVEL: Qt.BrushStyle.HorPattern,
    UPRIGHT: Qt.BrushStyle.VerPattern,
    GRID: Qt.BrushStyle.CrossPattern,
    DOTS: Qt.BrushStyle.Dense6Pattern,
}
_SINGLE_LINE = int(Qt.TextFlag.TextSingleLine)


@lru_cache(maxsize=512)
def _colour(code: str, opacity: float) -> QColor:
    made = QColor(code)
    made.setAlphaF(opacity)
    return made


@lru_cache(maxsize=512)
def _brush(code: str, opacity: float) -> QBrush:
    return QBrush(_colour(code, opacity))


@lru_cache(maxsize=512)
def _hatch(code: str, pattern: str, opacity: float) -> QBrush:
    return QBrush(_colour(code, opacity), _PATTERNS[pattern])


@lru_cache(maxsize=512)
def _pen(code: str, width: float, dash: tuple[float, ...], opacity: float = 1) -> QPen:
    made = QPen(_colour(code, opacity), width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dash:
        made.setDashPattern([length / max(width, 1) for length in dash])
    return made


class ShapePainter:
    """Draws shapes on one painter; make one per paint event."""

    def __init__(self, painter: QPainter, palette: Palette | None = None) -> None:
        self._painter = painter
        self._palette = palette or theme.palette()
        self._strokes = theme.strokes() if palette is None else 1.0
        self._base = painter.font()
        self._fonts: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}

    def draw(self, shapes: Iterable[Shape]) -> None:
        """Draw in order; the painter's font is the body text."""
        rects: list[QRectF] = []
        lines: list[Polyline] = []
        role = ""
        for shape in shapes:
            if isinstance(shape, Rect) and not (
                shape.outline_role or shape.radius or shape.pattern or shape.opacity != 1
            ):
                self._flush_lines(lines)
                if shape.role != role:
                    self._flush_rects(rects, role)
                    role = shape.role
                rects.append(QRectF(shape.x, shape.y, shape.width, shape.height))
                continue
            self._flush_rects(rects, role)
            if isinstance(shape, Polyline) and not shape.dash and _is_upright(shape):
                if lines and (lines[0].role, lines[0].width) != (shape.role, shape.width):
                    self._flush_lines(lines)
                lines.append(shape)
                continue
            self._flush_lines(lines)
            self._one(shape)
        self._flush_rects(rects, role)
        self._flush_lines(lines)
        self._painter.setFont(self._base)

    def _flush_rects(self, rects: list[QRectF], role: str) -> None:
        if rects and role:
            self._painter.setPen(NO_PEN)
            self._painter.setBrush(_brush(self._palette[role], 1))
            self._painter.drawRects(rects)
        rects.clear()

    def _flush_lines(self, lines: list[Polyline]) -> None:
        """Neighbouring right-angled lines of one pen in one call, their heads in another."""
        if not lines:
            return
        code = self._palette[lines[0].role]
        self._painter.setPen(_pen(code, lines[0].width * self._strokes, ()))
        parts = [QLineF(*a, *b) for line in lines for a, b in pairwise(line.points)]
        self._painter.drawLines(parts)
        heads = QPainterPath()
        heads.setFillRule(Qt.FillRule.WindingFill)
        for line in lines:
            if line.arrow:
                heads.addPolygon(QPolygonF([QPointF(x, y) for x, y in line.head()]))
        self._painter.setRenderHint(ANTIALIASING, True)
        self._painter.fillPath(heads, _brush(code, 1))
        self._painter.setRenderHint(ANTIALIASING, False)
        lines.clear()

    def _one(self, shape: Shape) -> None:
        if isinstance(shape, Text):
            self._text(shape)
        elif isinstance(shape, Rect):
            self._rect(shape)
        elif isinstance(shape, Line):
            self._painter.setPen(_pen(self._palette[shape.role], shape.width * self._strokes, shape.dash))
            self._painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))
        elif isinstance(shape, Polyline):
            self._polyline(shape)
        else:
            self._polygon(shape)

    def _fill(self, shape: Rect | Polygon) -> None:
        outline = self._palette[shape.outline_role] if shape.outline_role else ""
        self._painter.setPen(_pen(outline, self._strokes, (), shape.opacity) if outline else NO_PEN)
        self._painter.setBrush(_brush(self._palette[shape.role], shape.opacity) if shape.role else NO_BRUSH)

    def _cover(self, shape: Rect | Polygon, x: float, y: float) -> bool:
        """Take up the pattern of a figure, which lies still in it wherever it moves; false where there is none."""
        if not shape.pattern:
            return False
        self._painter.setPen(NO_PEN)
        self._painter.setBrushOrigin(QPointF(x, y))
        self._painter.setBrush(_hatch(self._palette[shape.pattern_role], shape.pattern, shape.opacity))
        return True

    def _rect(self, shape: Rect) -> None:
        self._fill(shape)
        inset = 0.5 if shape.outline_role else 0.0  # a one-pixel outline lies on whole pixels
        box = QRectF(shape.x + inset, shape.y + inset, shape.width - 2 * inset, shape.height - 2 * inset)
        if shape.radius:
            self._painter.setRenderHint(ANTIALIASING, True)
            self._painter.drawRoundedRect(box, shape.radius, shape.radius)
            self._painter.setRenderHint(ANTIALIASING, False)
        else:
            self._painter.drawRect(box)
        if self._cover(shape, box.x(), box.y()):
            self._painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _polygon(self, shape: Polygon) -> None:
        self._fill(shape)
        self._smooth(shape.points)
        if self._cover(shape, *shape.points[0]):
            self._painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in shape.points]))

    def _smooth(self, points: Sequence[Point]) -> None:
        self._painter.setRenderHint(ANTIALIASING, True)
        self._painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
        self._painter.setRenderHint(ANTIALIASING, False)

    def _polyline(self, shape: Polyline) -> None:
        code = self._palette[shape.role]
        self._painter.setPen(_pen(code, shape.width * self._strokes, shape.dash))
        self._painter.setBrush(NO_BRUSH)
        self._painter.setRenderHint(ANTIALIASING, not _is_upright(shape))
        self._painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in shape.points]))
        self._painter.setRenderHint(ANTIALIASING, False)
        if shape.arrow:
            self._painter.setPen(NO_PEN)
            self._painter.setBrush(_brush(code, 1))
            self._smooth(shape.head())

    def _text(self, shape: Text) -> None:
        font, metrics = self._font(shape.size, shape.bold)
        self._painter.setFont(font)
        self._painter.setPen(_pen(self._palette[shape.role], 1, ()))
        text = shape.text
        # Counting characters first spares measuring what surely fits.
        if len(text) * metrics.height() > shape.width and metrics.horizontalAdvance(text) > shape.width + 0.5:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, shape.width)
        flags = int(_ALIGN[shape.align].value) | _SINGLE_LINE
        self._painter.drawText(QRectF(shape.x, shape.y, shape.width, shape.height), flags, text)

    def _font(self, size: float, bold: bool) -> tuple[QFont, QFontMetricsF]:
        found = self._fonts.get((size, bold))
        if found is None:
            font = QFont(self._base)
            font.setBold(bold)
            if size != 1:
                if font.pointSizeF() > 0:
                    font.setPointSizeF(font.pointSizeF() * size)
                else:
                    font.setPixelSize(max(1, round(font.pixelSize() * size)))
            found = self._fonts[size, bold] = (font, QFontMetricsF(font))
        return found


def paint(painter: QPainter, shapes: Iterable[Shape], palette: Palette | None = None) -> None:
    """Draw ``shapes`` with the theme in use, or with ``palette``."""
    ShapePainter(painter, palette).draw(shapes)


def _is_upright(line: Polyline) -> bool:
    return all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(line.points))
