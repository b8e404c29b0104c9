"""The lines beside the pointer while something is dragged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetrics

from desktop.charts.shapes import Rect, Shape, Text

BOLD = 1.12
"""Bold letters are so much wider, at most."""


def tip_shapes(lines: Sequence[str], position: QPointF, room: QSize, measure: QFontMetrics) -> Iterator[Shape]:
    """A small sheet near ``position`` that stays within ``room``; long sentences are wrapped."""
    if not lines:
        return
    widest = max(measure.averageCharWidth() * 44, 120)
    wrapped = [part for line in lines for part in _wrap(line, widest, measure)]
    pad, height = measure.height() // 2, measure.height()
    bold = round(measure.horizontalAdvance(wrapped[0]) * BOLD)  # as its first line is
    width = max(bold, *(measure.horizontalAdvance(line) for line in wrapped)) + 2 * pad + 4
    tall = len(wrapped) * height + 2 * (pad // 2)
    x = min(position.x() + 18, room.width() - width - 4)
    y = position.y() + 22
    if y + tall > room.height() - 4:
        y = min(position.y(), room.height()) - tall - 14  # the pointer may be outside, for the chart to follow it
    x, y = max(4.0, x), max(4.0, y)
    yield Rect(x + 2, y + 2, width, tall, "line_strong", radius=4, opacity=0.25)
    yield Rect(x, y, width, tall, "raised", "line_strong", 4)
    top = y + pad // 2
    for number, line in enumerate(wrapped):
        yield Text(x + pad, top + number * height, width - pad, height, line, "text", bold=number == 0)


def _wrap(text: str, width: int, measure: QFontMetrics) -> list[str]:
    """Lines no wider than ``width``; breaks at spaces, or anywhere in text that has none."""
    lines: list[str] = []
    rest = text.replace("\n", " ")[:400]
    while rest and measure.horizontalAdvance(rest) > width:
        cut = len(rest)
        while cut > 1 and measure.horizontalAdvance(rest[:cut]) > width:
            cut -= max(1, cut // 12)
        space = rest.rfind(" ", 0, cut + 1)
        cut = space if space > cut // 2 else cut
        lines.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    return [*lines, rest] if rest else lines or [""]
