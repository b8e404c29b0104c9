"""What only the status page has: masthead, headline, key figures, lamps."""

from __future__ import annotations

from desktop.reports import blocks, drawing
from desktop.reports.flowables import Mark, Placed
from desktop.reports.lines import Line, Look, Style, draw_lines, height_of, label_lines, set_lines
from desktop.reports.typeset import plain, width_of

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
        beside = self._side - pt(38 if block.trend else 26)
        self._rating = [
            *label_lines(block.label, beside, label, label),
            *set_lines([(block.lamp.word, Style(pt(9.4), bold=True, most=2))], beside),
        ]
        if block.previous is not None:
            text = f"{block.previous_label} {block.previous.word}".replace("\n", " ")
            self._rating += set_lines([(text, label)], beside)
        room = width - self._side - 3 * self._pad
        self._text = set_lines([(block.text, Style(pt(10.2), bold=True, most=4))], room)
        return max(height_of(self._text), height_of(self._rating), pt(22)) + 2 * pt(6)

    def draw(self) -> None:
        pen, pt = self.pen, self._look.pt
        drawing.box(pen, 0, 0, self.width, self.height, role="accent_soft", radius=pt(3))
        middle = self.height / 2
        drawing.lamp(pen, self._block.lamp.rating, self._pad + pt(8), middle, pt(16))
        draw_lines(pen, self._rating, self._pad + pt(22), middle + height_of(self._rating) / 2)
        if self._block.trend:
            drawing.arrow(pen, self._block.trend, self._pad + self._side - pt(8), middle, pt(8))
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
            lines += set_lines([(light.path, small)] if light.path else [], self._inner)
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
