"""Lines of type: how large things are drawn, and text set in lines and drawn line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from desktop.reports import blocks, drawing
from desktop.reports.typeset import Printable, lines_of, width_of

LEADING = 1.32
"""Line height in letter sizes: room for Chinese without looking loose in English."""


@dataclass(frozen=True, slots=True)
class Look:
    """How large things are drawn: ``scale`` 1 is body text of ``BODY`` points."""

    scale: float = 1.0
    most: int = 0
    """No text takes more lines than this (0: as its block says)."""

    def pt(self, size: float) -> float:
        return size * self.scale

    def lines(self, most: int) -> int:
        """The limit that a block asks for, or the tighter one of the page."""
        return min(filter(None, (most, self.most)), default=0)


BODY = 8.5
SMALL = 7.2


@dataclass(frozen=True, slots=True)
class Style:
    """Type of a run of text: size in points, colour role, weight, most lines (0: all)."""

    size: float
    role: str = "text"
    bold: bool = False
    most: int = 0

    @property
    def leading(self) -> float:
        return self.size * LEADING

    def lines(self, text: str, width: float) -> list[Printable]:
        return lines_of(text, width, self.size, drawing.face(self.bold), self.most)


@dataclass(frozen=True, slots=True)
class Line:
    """One broken line with its type."""

    text: Printable
    style: Style


def set_lines(texts: Sequence[tuple[str, Style]], width: float) -> list[Line]:
    """Each (text, style) in lines of ``width``."""
    return [Line(line, style) for text, style in texts for line in style.lines(text, width)]


def label_lines(label: str, width: float, first: Style, second: Style) -> list[Line]:
    """A label: its first language in one style, further ones below it in another."""
    head, *others = label.split("\n")
    return set_lines([(head, first), *((other, second) for other in others)], width)


def height_of(lines: Sequence[Line]) -> float:
    return sum(line.style.leading for line in lines)


def draw_lines(
    pen: Canvas, lines: Sequence[Line], x: float, top: float, *, width: float = 0, align: str = "left"
) -> None:
    """Lines downwards from ``top``; ``align`` places them within ``width``."""
    for line in lines:
        style, at = line.style, x
        if align != blocks.LEFT:
            spare = width - width_of(line.text, style.size, drawing.face(style.bold))
            at += spare if align == blocks.RIGHT else spare / 2
        middle = top - style.leading / 2
        drawing.line_of_text(pen, line.text, at, middle, style.size, role=style.role, bold=style.bold)
        top -= style.leading
