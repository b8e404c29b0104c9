"""The Gantt chart as shapes: visible rows and dates in, geometry out, for screen and paper alike.

Costs grow with what is in sight, never with the plan: only rows in the window are looked at, and
what lies left or right of it is dropped before a shape is made. Hit testing asks the same bars
that were drawn.
"""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.charts.badges import PREFIX
from desktop.charts.bar_making import make_bar
from desktop.charts.bar_surroundings import bar_itself, marks_around, shapes_behind, texts_around
from desktop.charts.bar_texts import BarTexts
from desktop.charts.bars import Bar, Part
from desktop.charts.gantt_facts import GanttFacts, status_of
from desktop.charts.gantt_options import GanttOptions
from desktop.charts.kept import Kept
from desktop.charts.link_lines import EDGE_ROOM, link_lines
from desktop.charts.links import LinkIndex
from desktop.charts.marks import Mark
from desktop.charts.progress_line import progress_line
from desktop.charts.row_heights import RowHeights
from desktop.charts.shapes import Line, Polyline, Rect, Scene, Shape
from desktop.charts.time_places import TimePlaces
from desktop.charts.timescale import Timescale
from desktop.domain.plan import Dependency, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, to_minutes
from desktop.i18n import Words


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under the pointer: a part of a task's bar, or a link where ``link`` is set."""

    task: str = ""
    row: int = -1
    part: Part | None = None
    link: str = ""
    mark: Mark | None = None
    """A badge that leads to what it stands for."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of the chart: ids in order, the way back, and the links that pass through."""

    order: Sequence[str]
    row_of: Mapping[str, int]
    links: LinkIndex

    @staticmethod
    def of(project: Project, order: Sequence[str]) -> Rows:
        row_of = {identity: row for row, identity in enumerate(order)}
        return Rows(order, row_of, LinkIndex(project.table(Dependency).values(), row_of))


class Gantt(TimePlaces):
    """One view of the plan: rows × time. Made anew for every frame; it keeps only what it drew."""

    def __init__(
        self,
        project: Project,
        schedule: Schedule,
        rows: Rows,
        scale: Timescale,
        *,
        heights: RowHeights,
        em: float,
        words: Words,
        options: GanttOptions | None = None,
        facts: GanttFacts | None = None,
        scroll: float = 0,
    ) -> None:
        """``scroll`` is how far row 0 lies above y = 0; ``em`` the size of the body text."""
        super().__init__(schedule, scale, em, options or GanttOptions())
        self.project, self.rows, self.heights, self.words, self.scroll = project, rows, heights, words, scroll
        self.row_height = heights.line
        """What a bar has in height: it stands in the first line of its row, however many the row has."""
        self.facts = facts or GanttFacts()
        self.texts = BarTexts(project, schedule, words, em)
        self.tasks = project.table(Task)
        self._bars: dict[int, Bar | None] = {}
        self.kept = Kept()
        """What goes along when this is scrolled."""
        self.lines: list[Polyline] = []
        """Dependency lines as drawn last."""
        self.marks: list[Mark] = []
        """What was drawn around bars last and can be pointed at."""
        self.signs: set[str] = set()
        """What has been drawn so far, by the names of ``legend``."""

    def scrolled(self, scroll: float, today: dt.datetime | None) -> Gantt:
        """The same at another place of the rows: what has been made once goes along and is not made again.

        For a plan that has not changed since.
        """
        made = copy.copy(self)
        made.scroll, made.options = scroll, replace(self.options, today=today)
        made._bars, made.lines, made.marks, made.signs = {}, [], [], set()
        self.kept.trim()
        return made

    # -- rows -----------------------------------------------------------------------------------

    def y(self, row: int) -> float:
        """Upper edge of ``row``."""
        return self.heights.top(row) - self.scroll

    def row_at(self, y: float) -> int:
        """The row at ``y``, or -1 beyond the last."""
        row = self.heights.row_at(y + self.scroll)
        return row if 0 <= row < len(self.rows.order) else -1

    def window(self, height: float) -> range:
        """Rows that show, wholly or in part, on a surface of ``height``."""
        first = max(0, self.heights.row_at(self.scroll))
        last = self.heights.row_at(self.scroll + height) + 1
        return range(first, max(first, min(len(self.rows.order), last)))

    def bar(self, row: int) -> Bar | None:
        """The bar of ``row``; None where the task has no dates."""
        bars = self._bars
        if row in bars:
            return bars[row]
        kept = self.kept.bars.get(row)
        if kept is None:
            bar = make_bar(self, row)
            self.kept.bars[row] = bar, self.scroll
        else:
            bar, before = kept
            if bar is not None and before != self.scroll:
                bar = bar.lowered(before - self.scroll)
        bars[row] = bar
        return bar

    # -- hit testing ----------------------------------------------------------------------------

    def hit(self, x: float, y: float) -> Hit:
        """What is under the point: a bar first, else a badge, a link line, or the bare row."""
        row = self.row_at(y)
        bar = self.bar(row) if row >= 0 else None
        part = bar.part_at(x, y) if bar else None
        if bar is not None and part is not None:
            return Hit(bar.task, row, part)
        mark = self.mark_at(x, y)
        if mark is not None and mark.kind.startswith(PREFIX):
            return Hit(mark.task, row, mark=mark)
        for line in reversed(self.lines):
            if line.contains(x, y):
                return Hit(link=line.ref.partition("/")[2])
        task = self.rows.order[row] if row >= 0 else ""
        return Hit(task if task in self.tasks else "", row)

    # -- shapes ---------------------------------------------------------------------------------

    def scene(self, width: float, height: float) -> Scene:
        """Everything, in painting order: what paper shows, and the screen without its selection."""
        shapes = [*self.background(width, height), *self.content(width, height), *self.foreground(width, height)]
        return Scene(width, height, tuple(shapes))

    def content(self, width: float, height: float) -> Iterator[Shape]:
        """Row lines, links, bars, marks and texts of the rows in sight."""
        window = self.window(height)
        for row in window:
            yield Rect(0, self.y(row + 1) - self.hairline, width, self.hairline, "grid")
        bars = [bar for bar in map(self.bar, window) if bar is not None]
        for bar in bars:
            yield from shapes_behind(self, bar, width)
        self.lines = link_lines(self, window, width) if self.options.links else []
        self.signs.update(line.role for line in self.lines)
        yield from self.lines
        self.marks.clear()
        for bar in bars:
            if bar.right >= -EDGE_ROOM and bar.left <= width + EDGE_ROOM:
                yield from bar_itself(self, bar)
            yield from marks_around(self, bar, width)
        for bar in bars:
            yield from texts_around(self, bar, width)

    def foreground(self, width: float, height: float) -> Iterator[Shape]:
        """The lines of today and of the status date, or the progress line in the place of the latter."""
        status = self.status
        moments: list[tuple[dt.datetime, str, tuple[float, ...]]] = []
        if status is not None and self.options.progress_line:
            self.signs.add("progress_line")
            yield from progress_line(self, to_minutes(status), width, height)
        elif self.project.profile.status_date is not None and status is not None:
            moments.append((status, "status_date", (5, 3)))
        if self.options.today is not None:
            moments.append((self.options.today, "today", ()))
        for moment, role, dash in moments:
            x = self.x(moment)
            if 0 <= x <= width:
                self.signs.add(role)
                yield Line(x, 0, x, height, role, 2 if self.options.pixels else 1, dash)

    @property
    def status(self) -> dt.datetime | None:
        """Up to when progress is told."""
        return status_of(self.project, self.options.today)

    # -- parts ----------------------------------------------------------------------------------

    def mark_at(self, x: float, y: float) -> Mark | None:
        """What was drawn last around a bar under the point."""
        return next((mark for mark in reversed(self.marks) if mark.contains(x, y)), None)
