"""Letters as paths, shaped by Qt from the fonts of the program and, for signs that those lack, from others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QRawFont, QTextLayout

SIZE = 200.0
"""Pixels of the letters that are measured: large enough that no hinting shows."""


class QtOutlines:
    """For :mod:`desktop.charts.svg`. Safe in any thread, one instance in each."""

    def __init__(self, family: str) -> None:
        self._fonts: dict[bool, tuple[QFont, QFontMetricsF]] = {}
        for bold in (False, True):
            font = QFont(family)
            font.setPixelSize(round(SIZE))
            font.setBold(bold)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[bold] = font, QFontMetricsF(font)
        self._raw: dict[str, tuple[QRawFont, int]] = {}
        self._paths: dict[str, str] = {}
        self._lines: dict[tuple[str, bool], tuple[list[tuple[str, float]], float]] = {}

    @property
    def middle(self) -> float:
        metrics = self._fonts[False][1]
        return float(metrics.ascent() - metrics.descent()) / 2 / SIZE

    def line(self, text: str, width: float, bold: bool) -> tuple[Sequence[tuple[str, float]], float]:
        found = self._shaped(text, bold)
        if found[1] > width + 0.05:
            metrics = self._fonts[bold][1]
            # What cannot be seen need not be measured: no letter is narrower than a tenth of its size.
            seen = text[: int(width * 10) + 8]
            found = self._shaped(metrics.elidedText(seen + "…", Qt.TextElideMode.ElideRight, width * SIZE), bold)
        return found

    def _shaped(self, text: str, bold: bool) -> tuple[list[tuple[str, float]], float]:
        key = (text, bold)
        if key not in self._lines:
            if len(self._lines) > MOST_LINES:
                self._lines.clear()
            self._lines[key] = self._shape(text[:LONGEST], bold)
        return self._lines[key]

    def _shape(self, text: str, bold: bool) -> tuple[list[tuple[str, float]], float]:
        layout = QTextLayout(" ".join(text.split()), self._fonts[bold][0])
        layout.setCacheEnabled(True)
        layout.beginLayout()
        line = layout.createLine()
        if not line.isValid():
            return [], 0.0
        line.setNumColumns(LONGEST)
        line.setPosition(QPointF(0, 0))
        layout.endLayout()
        glyphs = []
        for run in line.glyphRuns():
            raw = run.rawFont()
            for index, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                name = f"{raw.familyName()}/{raw.styleName()}/{raw.weight()}/{index}"
                self._raw.setdefault(name, (raw, index))
                glyphs.append((name, place.x() / SIZE))
        return glyphs, line.naturalTextWidth() / SIZE

    def path(self, glyph: str) -> str:
        if glyph not in self._paths:
            raw, index = self._raw[glyph]
            self._paths[glyph] = _path(raw.pathForGlyph(index))
        return self._paths[glyph]


MOST_LINES = 50_000
LONGEST = 2_000
"""Characters of a line that are shaped."""


def _path(path: QPainterPath) -> str:
    """A path of Qt as the ``d`` of one of SVG, in letters of one unit."""
    parts: list[str] = []
    at = 0
    while at < path.elementCount():
        element = path.elementAt(at)
        kind = element.type
        if kind is QPainterPath.ElementType.MoveToElement:
            parts.append(("Z" if parts else "") + f"M{_number(element.x)} {_number(element.y)}")
        elif kind is QPainterPath.ElementType.LineToElement:
            parts.append(f"L{_number(element.x)} {_number(element.y)}")
        else:
            ends = (element, path.elementAt(at + 1), path.elementAt(at + 2))
            parts.append("C" + " ".join(f"{_number(e.x)} {_number(e.y)}" for e in ends))
            at += 2
        at += 1
    return "".join(parts) + ("Z" if parts else "")


def _number(value: float) -> str:
    return f"{value / SIZE:.4f}".rstrip("0").rstrip(".")
