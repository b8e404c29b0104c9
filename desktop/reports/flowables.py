"""Blocks as things that ReportLab's page engine can place: measured once, drawn as text, split by lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeAlias

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from desktop.charts.shapes import Scene
from desktop.reports import blocks, drawing
from desktop.reports.typeset import Printable, lines_of, plain, shortened, width_of

Mark: TypeAlias = Callable[[Canvas, str, int], None]
"""Puts a bookmark with a text and a level where the canvas is."""
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


FACTS = 4
"""Facts in one row of the masthead."""


class MastheadFlow(Placed):
    """Title and subject over a band of facts; a bookmark."""

    before = 0.0

    def __init__(self, block: blocks.Masthead, look: Look, mark: Mark) -> None:
        super().__init__()
        self._block, self._look, self._mark = block, look, mark

    def measure(self, width: float) -> float:
        pt, block = self._look.pt, self._block
        first, _, second = block.title.partition("\n")
        kind = Style(pt(8.6), "accent", bold=True, most=1)
        self._kind = set_lines([(f"{first}   {second}".rstrip(), kind)], width)
        self._subject = set_lines([(block.subject, Style(pt(17), bold=True, most=2))], width)
        label = Style(pt(6.6), "muted", most=1)
        value = Style(pt(8.4), most=self._look.lines(2))
        self._step = width / FACTS
        cells = [
            set_lines([(name.replace("\n", " "), label), (text or "–", value)], self._step - 8)
            for name, text in block.facts
        ]
        self._rows = [cells[at : at + FACTS] for at in range(0, len(cells), FACTS)]
        self._heights = [max(map(height_of, row)) + pt(3) for row in self._rows]
        self._head = height_of(self._kind) + height_of(self._subject) + pt(5)
        return self._head + sum(self._heights) + pt(4)

    def draw(self) -> None:
        pen, pt, top = self.pen, self._look.pt, self.height
        self._mark(pen, self._block.title.replace("\n", " "), 1)
        draw_lines(pen, self._kind, 0, top)
        draw_lines(pen, self._subject, 0, top - height_of(self._kind))
        top -= self._head
        drawing.rule(pen, 0, top + pt(2), self.width, role="accent", weight=1.4)
        for row, height in zip(self._rows, self._heights, strict=True):
            for index, cell in enumerate(row):
                draw_lines(pen, cell, index * self._step, top - pt(2))
            top -= height


class HeadlineFlow(Placed):
    """The one sentence, boxed, with the overall lamp before it."""

    def __init__(self, block: blocks.Headline, look: Look) -> None:
        super().__init__()
        self.before = look.pt(5)
        self._block, self._look = block, look

    def measure(self, width: float) -> float:
        pt, block = self._look.pt, self._block
        self._pad, self._side = pt(8), pt(92)
        label = Style(pt(6.6), "muted", most=2)
        self._rating = [
            *label_lines(block.label, self._side - pt(26), label, label),
            *set_lines([(block.lamp.word, Style(pt(9.4), bold=True, most=2))], self._side - pt(26)),
        ]
        if block.previous is not None:
            text = f"{block.previous_label} {block.previous.word}".replace("\n", " ")
            self._rating += set_lines([(text, label)], self._side - pt(26))
        room = width - self._side - 3 * self._pad
        self._text = set_lines([(block.text, Style(pt(10.2), bold=True, most=4))], room)
        return max(height_of(self._text), height_of(self._rating), pt(22)) + 2 * pt(6)

    def draw(self) -> None:
        pen, pt = self.pen, self._look.pt
        drawing.box(pen, 0, 0, self.width, self.height, role="accent_soft", radius=pt(3))
        middle = self.height / 2
        drawing.lamp(pen, self._block.lamp.rating, self._pad + pt(8), middle, pt(16))
        draw_lines(pen, self._rating, self._pad + pt(22), middle + height_of(self._rating) / 2)
        left = self._pad + self._side
        pen.setStrokeColor(drawing.ink("line_strong"))
        pen.setLineWidth(0.5)
        pen.line(left, pt(5), left, self.height - pt(5))
        draw_lines(pen, self._text, left + self._pad, middle + height_of(self._text) / 2)


class FiguresFlow(Placed):
    """Numbers side by side, each over its name."""

    def __init__(self, block: blocks.KeyFigures, look: Look) -> None:
        super().__init__()
        self.before = look.pt(5)
        self._items, self._look = block.items, look

    def measure(self, width: float) -> float:
        pt = self._look.pt
        self._gap = pt(6)
        self._step = (width + self._gap) / max(len(self._items), 1)
        inner = self._step - self._gap - pt(12)
        label, remark = Style(pt(6.6), "muted", most=2), Style(pt(6.6), "muted", most=2)
        self._cells = [
            [
                *label_lines(item.label, inner, label, label),
                *set_lines([(item.value, Style(pt(13), item.role, bold=True, most=1))], inner),
                *set_lines([(item.remark, remark)] if item.remark else [], inner),
            ]
            for item in self._items
        ]
        return max(map(height_of, self._cells), default=0) + pt(7)

    def draw(self) -> None:
        pen, pt = self.pen, self._look.pt
        for index, cell in enumerate(self._cells):
            x = index * self._step
            drawing.box(pen, x, 0, self._step - self._gap, self.height, role="header", radius=pt(3))
            draw_lines(pen, cell, x + pt(6), self.height - pt(3))


class LampsFlow(Placed):
    """The status lamps in two columns: sign, dimension and word, trend, reason."""

    def __init__(self, block: blocks.RagRow, look: Look) -> None:
        super().__init__()
        self.before = look.pt(4)
        self._lights, self._look = block.lights, look

    def measure(self, width: float) -> float:
        pt = self._look.pt
        self._step = width / 2
        self._inner = self._step - pt(20)
        bold, text, small = Style(pt(8.4), bold=True, most=1), Style(pt(7.4), most=2), Style(pt(7.4), "muted", most=2)
        self._cells: list[list[Line]] = []
        for light in self._lights:
            room = self._inner - (pt(58) if light.previous or light.trend else 0)
            lines = set_lines([(light.dimension.replace("\n", " "), bold)], room)
            lines += set_lines([(light.reason, text if light.now.rating != blocks.GREY else small)], self._inner)
            self._cells.append(lines)
        rows = range(0, len(self._cells), 2)
        self._heights = [max(map(height_of, self._cells[at : at + 2])) + pt(5) for at in rows]
        return sum(self._heights)

    def draw(self) -> None:
        pen, pt, top = self.pen, self._look.pt, self.height
        for row, height in enumerate(self._heights):
            for side in (0, 1):
                index = row * 2 + side
                if index < len(self._lights):
                    self._light(self._lights[index], self._cells[index], side * self._step, top)
            top -= height
            drawing.rule(pen, 0, top + pt(1), self.width)

    def _light(self, light: blocks.Light, lines: list[Line], x: float, top: float) -> None:
        pen, pt = self.pen, self._look.pt
        middle = top - pt(2) - lines[0].style.leading / 2
        drawing.lamp(pen, light.now.rating, x + pt(7), middle, pt(9.5))
        draw_lines(pen, lines, x + pt(16), top - pt(2))
        title = lines[0]
        after = x + pt(16) + width_of(title.text, title.style.size, drawing.face(True)) + pt(6)
        drawing.line_of_text(pen, plain(light.now.word), after, middle, pt(8), role=light.now.rating)
        at = x + self._step - pt(14)
        if light.trend:
            drawing.arrow(pen, light.trend, at, middle, pt(8))
        if light.previous is not None:
            drawing.lamp(pen, light.previous.rating, at - pt(16), middle, pt(6.5))


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


