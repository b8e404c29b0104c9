"""The network diagram (单代号网络图): tasks as nodes, links as arrows, with early and late dates and float.

Each node shows early start, duration and early finish above, code and name in the middle, late start, total float
and late finish below: the usual node of the precedence diagramming method.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.charts.boxes import ROOM, SMALL, Area, Box, Face, Medium, frame_of, lines_of, wrapped
from desktop.charts.network_layout import Placed, place
from desktop.charts.shapes import CENTRE, LEFT, RIGHT, Line, Point, Polyline, Rect, Shape, Text
from desktop.domain.display import date_text
from desktop.domain.durations import duration_text
from desktop.domain.plan import Dependency, Task
from desktop.domain.predecessors import Link, link_text
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule

NAME_LINES = 2


@dataclass(frozen=True, slots=True)
class NetworkSizes:
    """Measures in the unit of the medium, made of the height of a line."""

    line: float
    width: float
    height: float
    across: float
    """Between columns: where links run up and down."""
    gap: float
    """Between rows."""
    pad: float

    @classmethod
    def of(cls, line: float) -> NetworkSizes:
        return cls(line, 12.5 * line, (2 + NAME_LINES) * line + 0.8 * line, 3 * line, 0.8 * line, 0.4 * line)


# -- which tasks ------------------------------------------------------------------------------------


def all_tasks(project: Project) -> list[str]:
    """Tasks that are no summaries, and summaries that have links of their own, in outline order."""
    return [task for task in project.outline.order if not project.is_summary(task) or _is_linked(project, task)]


def critical_tasks(project: Project, schedule: Schedule) -> list[str]:
    """Critical and near-critical tasks."""
    marks = zip(schedule.ids, schedule.critical_rows, schedule.near_critical_rows, strict=True)
    chosen = {task for task, critical, near in marks if critical or near}
    return [task for task in all_tasks(project) if task in chosen]


def tasks_around(project: Project, task: str, steps: int) -> list[str]:
    """``task`` with what leads to it and what follows, over at most ``steps`` links each way."""
    found = {task}
    for following in (False, True):
        pending = deque([(task, 0)])
        seen = {task}
        while pending:
            here, far = pending.popleft()
            if far == steps:
                continue
            links = project.successors(here) if following else project.predecessors(here)
            for link in links:
                other = link.successor if following else link.predecessor
                if other not in seen and project.find(Task, other) is not None:
                    seen.add(other)
                    pending.append((other, far + 1))
        found |= seen
    return [each for each in project.outline.order if each in found]


def tasks_within(project: Project, summary: str) -> list[str]:
    """The tasks within a summary; of a task that is none, those within the summary above it."""
    task = project.get(Task, summary)
    if not project.is_summary(summary):
        if task.parent is None or project.find(Task, task.parent) is None:
            return all_tasks(project)
        summary = task.parent
    inside = set(project.descendants(summary))
    return [each for each in all_tasks(project) if each in inside]


def _is_linked(project: Project, task: str) -> bool:
    return bool(project.predecessors(task) or project.successors(task))


# -- the diagram ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Graph:
    """Tasks with the links among them that count, ready to be placed."""

    tasks: tuple[str, ...]
    links: tuple[Dependency, ...]
    pairs: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, project: Project, schedule: Schedule, tasks: Sequence[str]) -> Graph:
        """Links that are left out of the schedule, such as those that close circles, are left out here too."""
        row = {task: at for at, task in enumerate(tasks)}
        links = [
            link
            for link in project.table(Dependency).values()
            if link.predecessor in row and link.successor in row and link.id not in schedule.left_out
        ]
        pairs = tuple((row[link.predecessor], row[link.successor]) for link in links)
        return cls(tuple(tasks), tuple(links), pairs)

    def placed(self, cancelled: Callable[[], bool] = lambda: False) -> Placed:
        """Where everything stands: the part that takes long, for a thread of its own."""
        return place(len(self.tasks), self.pairs, cancelled)


class NetworkDiagram:
    """A placed graph in the sizes of a medium."""

    def __init__(
        self, project: Project, schedule: Schedule, graph: Graph, placed: Placed, medium: Medium, *, floats: bool = True
    ) -> None:
        """``floats``: whether late dates and floats are shown, which a client does not see."""
        self._project, self._schedule, self._words = project, schedule, medium.words
        self._graph, self._placed, self._measure = graph, placed, medium.measure
        self._sizes = sizes = NetworkSizes.of(medium.line)
        self._floats = floats
        self._criticals = dict(zip(schedule.ids, schedule.critical_rows, strict=True))
        self._pitch = sizes.height + sizes.gap
        self.boxes = [
            Box(task, self._left(column), self._top(level), sizes.width, sizes.height)
            for task, column, level in zip(graph.tasks, placed.column, placed.level, strict=True)
        ]
        self.place: Mapping[str, int] = {box.task: at for at, box in enumerate(self.boxes)}
        self.width = self._left(max(placed.columns, 1))
        self.height = self._top(placed.levels)
        self.routes = [self._route(at) for at in range(len(graph.links))]

    def _left(self, column: int) -> float:
        return self._sizes.across + column * (self._sizes.width + self._sizes.across)

    def _top(self, level: float) -> float:
        return self._sizes.across / 2 + level * self._pitch

    def _route(self, at: int) -> tuple[Point, ...]:
        """From the end of one box to the end of another, up and down only between columns.

        The ends say the type: a link from a start leaves on the left, one to a finish arrives on the right.
        """
        sizes, link = self._sizes, self._graph.links[at]
        p, s = self._graph.pairs[at]
        one, other = self.boxes[p], self.boxes[s]
        shift = sizes.across * (0.3 + 0.4 * ((at * 7) % 11) / 10)  # links in one channel run beside each other
        from_start, to_finish = link.type in ("SS", "SF"), link.type in ("FF", "SF")
        x, y = (one.x, one.middle) if from_start else (one.right, one.middle)
        points: list[Point] = [(x, y)]
        if from_start:
            x = one.x - sizes.across * 0.25
            y = one.bottom + sizes.gap / 2
            points += [(x, one.middle), (x, y)]
        for column, level in enumerate(self._placed.ways[at], self._placed.column[p] + 1):
            passing = self._top(level) + sizes.height / 2
            channel = self._left(column) - sizes.across + shift
            points += [(channel, y), (channel, passing)]
            y = passing
        channel = other.x - sizes.across + shift
        if to_finish:
            over = other.y - sizes.gap / 2
            end = other.right + sizes.across * 0.25
            points += [(channel, y), (channel, over), (end, over), (end, other.middle), (other.right, other.middle)]
        else:
            points += [(channel, y), (channel, other.middle), (other.x, other.middle)]
        return _straightened(points)

    # -- asking ---------------------------------------------------------------------------------

    def box(self, task: str) -> Box | None:
        at = self.place.get(task)
        return self.boxes[at] if at is not None else None

    def box_at(self, x: float, y: float) -> Box | None:
        return next((box for box in self.boxes if box.contains(x, y)), None)

    def link_at(self, x: float, y: float) -> str:
        """Id of the link whose line runs there, or ""."""
        for link, points in zip(self._graph.links, self.routes, strict=True):
            if Polyline(points, "").contains(x, y):
                return link.id
        return ""

    def links_of(self, task: str) -> list[str]:
        """Ids of the links that lead to a task, the driving ones first, and of those that lead from it."""
        driving = set(self._schedule.of(task).driving)
        links = [link for link in self._graph.links if task in (link.predecessor, link.successor)]
        links.sort(key=lambda link: (link.predecessor == task, link.id not in driving, link.number))
        return [link.id for link in links]

    def beside(self, task: str, step: str) -> str:
        """Left and right follow a link, the driving ones first; up and down go to the next box of the column."""
        here = self.box(task)
        if here is None:
            return self.boxes[0].task if self.boxes else task
        if step in ("left", "right"):
            driving = set(self._schedule.of(task).driving) if step == "left" else set()
            links = [
                link
                for link in self._graph.links
                if (link.successor if step == "left" else link.predecessor) == task
            ]
            if links:
                links.sort(key=lambda link: (link.id not in driving, link.number))
                return links[0].predecessor if step == "left" else links[0].successor
            return task
        column = [box for box in self.boxes if box.x == here.x]
        column.sort(key=lambda box: box.y)
        at = column.index(here) + (1 if step == "down" else -1)
        return column[at].task if 0 <= at < len(column) else task

    # -- shapes ---------------------------------------------------------------------------------

    def shapes(self, area: Area, selected: Collection[str] = (), link: str = "") -> Iterator[Shape]:
        """Everything that shows in ``area``; ``link`` is the selected one."""
        left, top, right, bottom = area
        strong: list[Shape] = []
        for dependency, points in zip(self._graph.links, self.routes, strict=True):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            if min(xs) > right or max(xs) < left or min(ys) > bottom or max(ys) < top:
                continue
            critical = self._is_critical(dependency)
            chosen = dependency.id == link or dependency.predecessor in selected or dependency.successor in selected
            role = "focus" if dependency.id == link else "link_critical" if critical else "link"
            width = 2.5 if chosen else 1.8 if critical else 1
            line = Polyline(points, role, width, True, f"dependency/{dependency.id}")
            if chosen or critical:
                strong.append(line)
            else:
                yield line
            strong += self._label(dependency, points)
        yield from strong
        for box in self.boxes:
            if box.meets(area):
                yield from self._box(box, box.task in selected)

    def _is_critical(self, link: Dependency) -> bool:
        return bool(self._criticals.get(link.predecessor) and self._criticals.get(link.successor)) and link.id in (
            self._schedule.of(link.successor).driving
        )

    def _label(self, link: Dependency, points: Sequence[Point]) -> Iterator[Shape]:
        """Type and lag, where they are not the usual finish-to-start without lag."""
        text = link_text(self._project, Link.of(link), self._words).strip()
        if not text:
            return
        size = self._sizes
        width = self._measure(text, False) * SMALL + 6
        x, y = points[-1]
        x = x - width - 8 if link.type in ("FS", "SS") else x + 8
        box = Rect(x, y - size.line * 0.95, width, size.line * 0.9, "surface", opacity=0.85)
        yield box
        yield Text(box.x, box.y, box.width, box.height, text, "muted", CENTRE, size=SMALL)

    def _box(self, box: Box, selected: bool) -> Iterator[Shape]:
        sizes, task = self._sizes, self._project.get(Task, box.task)
        dates, summary = self._schedule.of(task.id), self._project.is_summary(task.id)
        profile = self._project.profile
        face = Face(
            "", task.name, (), dates.critical, dates.near_critical and self._floats, summary, False, task.active,
            dates.percent_complete / 100,
        )  # fmt: skip
        yield from frame_of(box, face, selected=selected)
        unit = "d" if summary else task.duration_unit
        row = self._project.outline.row[task.id]
        code = self._project.outline.wbs[row]
        milestone = not summary and not dates.duration
        upper = (date_text(dates.early_start), duration_text(dates.duration, unit, profile, self._words),
                 date_text(dates.early_finish))  # fmt: skip
        spare = duration_text(dates.total_float, "d", profile, self._words)
        lower = (date_text(dates.late_start), spare, date_text(dates.late_finish))
        if not self._floats:
            lower = ("", f"{dates.percent_complete}%", "")
        for y, cells in ((box.y + sizes.pad / 2, upper), (box.bottom - sizes.line - sizes.pad, lower)):
            for text, align in zip(cells, (LEFT, CENTRE, RIGHT), strict=True):
                inner = box.width - 2 * sizes.pad
                yield Text(box.x + sizes.pad, y, inner, sizes.line, text, "muted", align, size=SMALL)
        first = box.y + sizes.pad / 2 + sizes.line
        last = box.bottom - sizes.line - sizes.pad
        for y in (first, last):
            yield Line(box.x + 4, y, box.right - 4, y, "line")
        name = f"{'◆ ' if milestone else ''}{code}  {task.name}"
        room = (box.width - 2 * sizes.pad) * ROOM
        names = wrapped(name, room, NAME_LINES, lambda text: self._measure(text, True))
        inside = Box(box.task, box.x, first, box.width, last - first)
        yield from lines_of(inside, [(text, True, 1.0) for text in names], sizes.line, sizes.pad)


def _straightened(points: Sequence[Point]) -> tuple[Point, ...]:
    """The same way without points that stand still or lie on a straight line."""
    found: list[Point] = []
    for point in points:
        if found and abs(found[-1][0] - point[0]) < 0.5 and abs(found[-1][1] - point[1]) < 0.5:
            continue
        if len(found) > 1:
            (ax, ay), (bx, by) = found[-2:]
            if (ax == bx == point[0]) or (ay == by == point[1]):
                found[-1] = point
                continue
        found.append(point)
    return tuple(found) if len(found) > 1 else (points[0], points[-1])
