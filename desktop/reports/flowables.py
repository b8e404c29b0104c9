"""Blocks as things that ReportLab's page engine can place: measured once, drawn as text, split by lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TypeAlias

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from desktop.charts.shapes import Scene
from desktop.reports import blocks, drawing
from desktop.reports.lines import BODY, Line, Look, Style, draw_lines, height_of, set_lines
from desktop.reports.typeset import plain, shortened, width_of

Mark: TypeAlias = Callable[[Canvas, str, int], None]
"""Puts a bookmark with a text and a level where the canvas is."""


class Placed(Flowable):
    """A flowable that knows its width only when it is placed; ``before`` is the space above it."""

    before = 6.0

    def getSpaceBefore(self) -> float:
        return self.before

    def getSpaceAfter(self) -> float:
        return 0.0

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        self.width = available
        self.height = self.measure(available)
        return self.width, self.height

    def measure(self, width: float) -> float:
        """Height in points at ``width``."""
        raise NotImplementedError

    @property
    def pen(self) -> Canvas:
        return self.canv


class Words(Placed):
    """Running text; splits between lines."""

    def __init__(self, texts: Sequence[tuple[str, Style]], before: float = 4.0, indent: float = 0.0) -> None:
        super().__init__()
        self.before = before
        self._texts, self._indent = texts, indent
        self._lines: list[Line] | None = None

    @classmethod
    def of_lines(cls, lines: list[Line], indent: float) -> Words:
        made = cls((), 0.0, indent)
        made._lines = lines
        return made

    def measure(self, width: float) -> float:
        if self._lines is None:
            self._lines = set_lines(self._texts, width - self._indent)
        return height_of(self._lines)

    def split(self, available: float, height: float) -> list[Flowable]:
        self.wrap(available, height)
        lines = self._lines or []
        fits = bisect_right(list(accumulate(line.style.leading for line in lines)), height)
        if fits < 2 or fits >= len(lines):
            return []
        head = Words.of_lines(lines[:fits], self._indent)
        head.before = self.before
        return [head, Words.of_lines(lines[fits:], self._indent)]

    def draw(self) -> None:
        draw_lines(self.pen, self._lines or [], self._indent, self.height)


class Title(Placed):
    """A heading with a rule below; the second language stands beside the first, lighter. A bookmark."""

    def __init__(self, block: blocks.Heading, look: Look, mark: Mark) -> None:
        super().__init__()
        self.before = look.pt(9 if block.level > 1 else 20)
        self._first, _, self._second = block.text.partition("\n")
        self._size = look.pt({1: 14.0, 2: 9.6}.get(block.level, 8.8))
        self._level, self._mark = block.level, mark

    def measure(self, width: float) -> float:
        del width
        return self._size * (1.75 if self._level == 1 else 1.55)

    def draw(self) -> None:
        pen, size = self.pen, self._size
        self._mark(pen, f"{self._first} {self._second}".strip(), self._level)
        middle = self.height - size * 0.66
        first = shortened(plain(self._first), self.width, size, drawing.face(True))
        drawing.line_of_text(pen, first, 0, middle, size, role="accent" if self._level > 1 else "text", bold=True)
        at = width_of(first, size, drawing.face(True)) + size * 0.7
        second = shortened(plain(self._second), self.width - at, size * 0.88)
        if second:
            drawing.line_of_text(pen, second, at, middle, size * 0.88, role="muted")
        drawing.rule(pen, 0, size * 0.16, self.width, role="accent" if self._level == 1 else "line", weight=0.9)


class SmallPrint(Placed):
    """A note under a hairline."""

    def __init__(self, block: blocks.Note, look: Look) -> None:
        super().__init__()
        self.before = look.pt(7)
        style = Style(look.pt(6.6), "muted")
        self._words = Words([(line, style) for line in block.lines], 0)

    def measure(self, width: float) -> float:
        return self._words.wrap(width, 0)[1] + 3

    def draw(self) -> None:
        drawing.rule(self.pen, 0, self.height, self.width)
        self._words.drawOn(self.pen, 0, 0)


class BulletsFlow(Placed):
    """Points, one under the other."""

    def __init__(self, block: blocks.Bullets, look: Look) -> None:
        super().__init__()
        self.before = look.pt(3)
        self._block, self._look = block, look

    def measure(self, width: float) -> float:
        pt = self._look.pt
        self._indent = pt(8)
        style = Style(pt(8), most=self._look.lines(self._block.most))
        self._items = [set_lines([(item, style)], width - self._indent) for item in self._block.items]
        if not self._items:
            self._indent = 0.0
            self._items = [set_lines([(self._block.empty, replace(style, role="muted"))], width)]
        return sum(map(height_of, self._items)) + pt(1.5) * len(self._items)

    def draw(self) -> None:
        pen, pt, top = self.pen, self._look.pt, self.height
        for lines in self._items:
            if self._indent and lines:
                pen.setFillColor(drawing.ink("accent"))
                pen.circle(pt(2.6), top - lines[0].style.leading / 2, pt(1.3), stroke=0, fill=1)
            draw_lines(pen, lines, self._indent, top)
            top -= height_of(lines) + pt(1.5)


class Picture(Placed):
    """A chart, shrunk where it is wider than the page; its caption below."""

    def __init__(self, scene: Scene, caption: str, look: Look) -> None:
        super().__init__()
        self._scene, self._look = scene, look
        self._caption = Words([(caption, Style(look.pt(7), "muted"))] if caption else [], 0)

    def measure(self, width: float) -> float:
        self._factor = min(1.0, width / self._scene.width)
        self._below = self._caption.wrap(width, 0)[1]
        return self._scene.height * self._factor + self._below

    def draw(self) -> None:
        pen = self.pen
        self._caption.drawOn(pen, 0, 0)
        pen.saveState()
        pen.translate(0, self._below)
        pen.scale(self._factor, self._factor)
        drawing.Painter(pen, 0, self._scene.height, BODY, stroke=0.6).paint(self._scene)
        pen.restoreState()


class Stack(Placed):
    """Flowables below each other that are not parted."""

    before = 0.0

    def __init__(self, parts: Sequence[Placed]) -> None:
        super().__init__()
        self._parts = parts

    def measure(self, width: float) -> float:
        heights = [part.wrap(width, 1e6)[1] for part in self._parts]
        self._offsets = list(
            accumulate(
                height + (part.before if index else 0.0)
                for index, (part, height) in enumerate(zip(self._parts, heights, strict=True))
            )
        )
        return self._offsets[-1] if self._offsets else 0.0

    def draw(self) -> None:
        for part, offset in zip(self._parts, self._offsets, strict=True):
            part.drawOn(self.pen, 0, self.height - offset)


class Beside(Placed):
    """Two stacks beside each other."""

    def __init__(self, left: Stack, right: Stack, share: float, look: Look) -> None:
        super().__init__()
        self.before = max((part.before for stack in (left, right) for part in stack._parts[:1]), default=0.0)
        self._left, self._right, self._share, self._gap = left, right, share, look.pt(14)

    def measure(self, width: float) -> float:
        self._at = (width - self._gap) * self._share
        left = self._left.wrap(self._at, 1e6)[1]
        right = self._right.wrap(width - self._gap - self._at, 1e6)[1]
        return max(left, right)

    def draw(self) -> None:
        for stack, x in ((self._left, 0.0), (self._right, self._at + self._gap)):
            stack.drawOn(self.pen, x, self.height - stack.height)


def fitted(make: Callable[[Look], Sequence[Placed]], width: float, height: float) -> Stack:
    """The largest letters with which what ``make`` makes stays within ``height``; the tightest when none does."""
    stack = Stack(())
    for look in LADDER:
        stack = Stack(make(look))
        if stack.wrap(width, height)[1] <= height:
            break
    return stack


LADDER = tuple(
    Look(scale, most)
    for most, scales in ((0, (1.0, 0.96, 0.92, 0.88, 0.84)), (2, (0.88, 0.84, 0.8)), (1, (0.84, 0.8, 0.76, 0.7, 0.64)))
    for scale in scales
)
"""First smaller letters, then shorter cells, then both: 5.4 points are the least that a printer keeps legible."""
