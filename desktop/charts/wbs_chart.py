"""The work breakdown structure as a chart: boxes side by side down to a level, hanging below each other from there.

Costs grow with what is open; what lies outside the window is dropped before a shape is made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.charts.boxes import ROOM, SMALL, Area, Box, Face, Medium, frame_of, lines_of, wrapped
from desktop.charts.shapes import CENTRE, Polyline, Rect, Shape, Text
from desktop.domain.display import date_text
from desktop.domain.durations import duration_text
from desktop.domain.outline import Outline
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.resource_names import resources_text
from desktop.domain.scheduling import Schedule

NO_FACT, DATES, DURATION, OWNER, PERCENT = "", "dates", "duration", "owner", "percent"
FACTS = (NO_FACT, DATES, DURATION, OWNER, PERCENT)
NAME_LINES = 2


@dataclass(frozen=True, slots=True)
class WbsOptions:
    """What is shown: ``across`` levels side by side (1 to 3), a line of facts beneath the name, what is closed."""

    across: int = 1
    fact: str = DATES
    closed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class WbsSizes:
    """Measures in the unit of the medium, made of the height of a line."""

    line: float
    width: float
    height: float
    gap: float
    """Between boxes side by side."""
    drop: float
    """Between a box and what is below it."""
    indent: float
    pad: float

    @classmethod
    def of(cls, line: float, *, facts: bool) -> WbsSizes:
        height = (1.8 + NAME_LINES + facts) * line
        return cls(line, 11 * line, height, 0.9 * line, 0.9 * line, 1.1 * line, 0.5 * line)


@dataclass(frozen=True, slots=True)
class _Node:
    """A visible row of the outline; row -1 is the project."""

    row: int
    level: int
    parent: int
    """Position among the nodes."""
    kids: list[int] = field(default_factory=list)


class WbsChart:
    """Boxes of all that is open, in outline order: first the project, then the tasks."""

    def __init__(
        self, project: Project, schedule: Schedule, options: WbsOptions, medium: Medium, *, floats: bool = True
    ) -> None:
        """``floats``: whether little float is marked, of which a client does not know."""
        self._project, self._schedule, self._words = project, schedule, medium.words
        self._options, self._measure, self._floats = options, medium.measure, floats
        self._sizes = sizes = WbsSizes.of(medium.line, facts=bool(options.fact))
        self._outline = project.outline
        self._nodes = _visible(self._outline, options.closed)
        self.boxes = self._lay_out()
        self.place: Mapping[str, int] = {box.task: at for at, box in enumerate(self.boxes)}
        """Position in ``boxes`` by task id."""
        self.width = max(box.right for box in self.boxes) + sizes.gap
        self.height = max(box.bottom for box in self.boxes) + 2 * sizes.drop

    # -- geometry -------------------------------------------------------------------------------

    def _lay_out(self) -> list[Box]:
        sizes, nodes = self._sizes, self._nodes
        widths, heights = [sizes.width] * len(nodes), [sizes.height] * len(nodes)
        for at in range(len(nodes) - 1, -1, -1):  # what is below comes first
            kids = nodes[at].kids
            if not kids:
                continue
            if self._spreads(nodes[at]):
                widths[at] = max(sizes.width, sum(widths[kid] for kid in kids) + sizes.gap * (len(kids) - 1))
                heights[at] += sizes.drop * 2 + max(heights[kid] for kid in kids)
            else:
                widths[at] = max(sizes.width, sizes.indent + max(widths[kid] for kid in kids))
                heights[at] += sum(heights[kid] + sizes.drop for kid in kids)
        lefts, tops = [sizes.gap] * len(nodes), [sizes.drop] * len(nodes)
        boxes: list[Box] = []
        for at, node in enumerate(nodes):
            spread = self._spreads(node)
            x = lefts[at] + (widths[at] - sizes.width) / 2 if spread and node.kids else lefts[at]
            boxes.append(Box(self._task(node.row), x, tops[at], sizes.width, sizes.height))
            y = tops[at] + sizes.height
            left = lefts[at]
            if spread:
                taken = sum(widths[kid] for kid in node.kids) + sizes.gap * max(len(node.kids) - 1, 0)
                left += (widths[at] - taken) / 2
            for kid in node.kids:
                if spread:
                    lefts[kid], tops[kid] = left, y + 2 * sizes.drop
                    left += widths[kid] + sizes.gap
                else:
                    lefts[kid], tops[kid] = left + sizes.indent, y + sizes.drop
                    y += heights[kid] + sizes.drop
        return boxes

    def _spreads(self, node: _Node) -> bool:
        return node.level < self._options.across

    def _task(self, row: int) -> str:
        return self._outline.order[row] if row >= 0 else ""

    # -- asking ---------------------------------------------------------------------------------

    def box(self, task: str) -> Box | None:
        """The box of a task; None while a summary above it is closed."""
        at = self.place.get(task)
        return self.boxes[at] if at is not None else None

    def box_at(self, x: float, y: float) -> Box | None:
        return next((box for box in self.boxes if box.contains(x, y)), None)

    def knob(self, box: Box) -> Box | None:
        """The small square below a summary that opens and closes it."""
        if not box.task or not self._project.is_summary(box.task):
            return None
        side = round(0.9 * self._sizes.line)
        node = self._nodes[self.place[box.task]]
        x = box.centre - side / 2 if self._spreads(node) or not node.kids else box.x + self._sizes.indent / 2 - side / 2
        return Box(box.task, round(x), round(box.bottom), side, side)

    def knob_at(self, x: float, y: float) -> str:
        """The summary whose knob lies there, or ""."""
        for box in self.boxes:
            if box.bottom <= y <= box.bottom + self._sizes.line and box.x <= x <= box.right:
                knob = self.knob(box)
                if knob is not None and knob.contains(x, y):
                    return box.task
        return ""

    def is_beside_others(self, box: Box) -> bool:
        """Whether its siblings stand beside it, and not above and below."""
        return self._spreads(self._nodes[self._nodes[self.place[box.task]].parent])

    def beside(self, task: str, step: str) -> str:
        """The task that an arrow key leads to from ``task``: ``up``, ``down``, ``left`` or ``right``, by place."""
        here = self.box(task)
        if here is None:
            return self.boxes[min(1, len(self.boxes) - 1)].task
        best, found = float("inf"), task
        for box in self.boxes[1:]:
            dx, dy = box.centre - here.centre, box.middle - here.middle
            along, aside, is_beyond = {
                "up": (-dy, dx, box.bottom <= here.y), "down": (dy, dx, box.y >= here.bottom),
                "left": (-dx, dy, box.right <= here.x), "right": (dx, dy, box.x >= here.right),
            }[step]  # fmt: skip
            cost = along + 2 * abs(aside)
            if is_beyond and cost < best:
                best, found = cost, box.task
        return found

    def place_at(self, x: float, y: float) -> tuple[str, str | None]:
        """(parent, task before which) something dropped at the point would go; parent "" is the top level.

        On a box it goes into it, at the end; beside or between boxes it goes next to the nearest one.
        """
        over = self.box_at(x, y)
        if over is not None:
            return over.task, None
        tasks = self.boxes[1:]
        if not tasks:
            return "", None
        near = min(tasks, key=lambda box: (box.centre - x) ** 2 + 4 * (box.middle - y) ** 2)
        node = self._nodes[self.place[near.task]]
        above = self._nodes[node.parent]
        behind = x > near.centre if self._spreads(above) else y > near.middle
        siblings = above.kids
        at = siblings.index(self.place[near.task]) + behind
        return self._task(above.row), self._task(self._nodes[siblings[at]].row) if at < len(siblings) else None

    # -- shapes ---------------------------------------------------------------------------------

    def shapes(self, area: Area, selected: Collection[str] = ()) -> Iterator[Shape]:
        """Everything that shows in ``area``: lines, then boxes."""
        for at, node in enumerate(self._nodes):
            if node.kids:
                yield from self._lines(at, node, area)
        for box in self.boxes:
            if box.meets(area):
                yield from self._box(box, box.task in selected)

    def _lines(self, at: int, node: _Node, area: Area) -> Iterator[Shape]:
        sizes, box = self._sizes, self.boxes[at]
        kids = [self.boxes[kid] for kid in node.kids]
        left, top, right, bottom = area
        if kids[-1].bottom < top or box.y > bottom or max(kids[-1].right, box.right) < left:
            return
        if min(kids[0].x, box.x) > right:
            return
        if self._spreads(node):
            bus = box.bottom + sizes.drop
            yield Polyline(((box.centre, box.bottom), (box.centre, bus)), "line_strong")
            yield Polyline(((kids[0].centre, bus), (kids[-1].centre, bus)), "line_strong")
            for kid in kids:
                yield Polyline(((kid.centre, bus), (kid.centre, kid.y)), "line_strong")
            return
        x = box.x + sizes.indent / 2
        yield Polyline(((x, box.bottom), (x, kids[-1].middle)), "line_strong")
        for kid in kids:
            if kid.bottom >= top and kid.y <= bottom:
                yield Polyline(((x, kid.middle), (kid.x, kid.middle)), "line_strong")

    def _box(self, box: Box, selected: bool) -> Iterator[Shape]:
        sizes = self._sizes
        face = self._face(box.task)
        yield from frame_of(box, face, selected=selected)
        room = (box.width - 2 * sizes.pad) * ROOM
        names = wrapped(face.name, room, NAME_LINES, lambda text: self._measure(text, True))
        code = f"◆ {face.code}" if face.milestone else face.code
        lines = [(code, False, SMALL), *((name, True, 1.0) for name in names)]
        lines += [("", True, 1.0)] * (NAME_LINES - len(names))
        lines += [(fact, False, SMALL) for fact in face.facts]
        yield from lines_of(box, lines, sizes.line, sizes.pad)
        knob = self.knob(box)
        if knob is not None:
            closed = box.task in self._options.closed
            yield Rect(knob.x, knob.y, knob.width, knob.height, "raised", "line_strong", 2, f"knob/{box.task}")
            yield Text(knob.x, knob.y, knob.width, knob.height, "+" if closed else "−", "text", CENTRE)

    def _face(self, task: str) -> Face:
        if not task:
            return Face("", self._project.profile.name or "", summary=True)
        found, schedule = self._project.get(Task, task), self._schedule
        row = self._outline.row[task]
        dates = schedule.of(task)
        summary = self._project.is_summary(task)
        return Face(
            self._outline.wbs[row], found.name, tuple(self._facts(found)), dates.critical and not summary,
            dates.near_critical and self._floats and not summary, summary,
            not summary and (found.milestone or not dates.duration), found.active, dates.percent_complete / 100,
        )  # fmt: skip

    def _facts(self, task: Task) -> Sequence[str]:
        dates, fact = self._schedule.of(task.id), self._options.fact
        if fact == DATES:
            start, finish = date_text(dates.start), date_text(dates.finish)
            return (start if start == finish else f"{start} – {finish}",)
        if fact == DURATION:
            unit = "d" if self._project.is_summary(task.id) else task.duration_unit
            return (duration_text(dates.duration, unit, self._project.profile, self._words),)
        if fact == OWNER:
            return (resources_text(self._project, task.id),)
        return (f"{dates.percent_complete}%",) if fact == PERCENT else ()


def _visible(outline: Outline, closed: Collection[str]) -> list[_Node]:
    """The project and all tasks that no closed summary hides, in outline order."""
    nodes = [_Node(-1, 0, -1)]
    above = [0]
    row, count = 0, len(outline.order)
    while row < count:
        level = outline.depth[row]
        del above[level + 1 :]
        nodes[above[level]].kids.append(len(nodes))
        above.append(len(nodes))
        nodes.append(_Node(row, level + 1, above[level]))
        row = outline.end[row] if outline.order[row] in closed else row + 1
    return nodes
