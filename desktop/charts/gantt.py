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

from desktop.charts.badges import NOTE, OVERLOAD, PREFIX, Badge, badge_shapes, width_of
from desktop.charts.bar_shapes import LOOKS, BarLook, bar_shapes, look_name, would_be_shapes
from desktop.charts.bar_texts import GAP, WIDER, BarTexts
from desktop.charts.bars import Bar, BarKind, Part
from desktop.charts.folds import Folds
from desktop.charts.gantt_facts import GanttFacts, status_of
from desktop.charts.gantt_options import GanttOptions
from desktop.charts.kept import Kept
from desktop.charts.link_lines import EDGE_ROOM, link_lines
from desktop.charts.links import LinkIndex
from desktop.charts.marks import (
    Mark,
    baseline_shapes,
    constraint_shapes,
    deadline_shapes,
    external_shapes,
    float_shapes,
    variance_shapes,
)
from desktop.charts.progress_line import progress_line
from desktop.charts.relations import path_shapes
from desktop.charts.row_heights import RowHeights
from desktop.charts.shapes import Line, Polyline, Rect, Scene, Shape
from desktop.charts.timeheader import boundaries, text_width, tiers
from desktop.charts.timescale import Timescale
from desktop.charts.units import DAY
from desktop.domain.plan import BaselineTask, Dependency, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, to_minutes
from desktop.domain.scheduling.progress import reached
from desktop.domain.scheduling.would_be import would_be
from desktop.i18n import Words

UNCONSTRAINED = ("", "asap")


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


class Gantt:
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
        self.project, self.schedule, self.rows, self.scale = project, schedule, rows, scale
        self.heights, self.em, self.words, self.scroll = heights, em, words, scroll
        self.row_height = heights.line
        """What a bar has in height: it stands in the first line of its row, however many the row has."""
        self.options = options or GanttOptions()
        self.facts = facts or GanttFacts()
        self.texts = BarTexts(project, schedule, words, em)
        self._tasks = project.table(Task)
        self._bars: dict[int, Bar | None] = {}
        self.kept = Kept()
        """What goes along when this is scrolled."""
        self.lines: list[Polyline] = []
        """Dependency lines as drawn last."""
        self.marks: list[Mark] = []
        """What was drawn around bars last and can be pointed at."""
        self.signs: set[str] = set()
        """What has been drawn so far, by the names of ``legend``."""
        self._origin = to_minutes(scale.start) + scale.start.second / 60
        self._folds = scale.folds
        if self._folds is not None:
            self._origin = self._folds.shown(self._origin)
        nights_folded = self._folds is not None and self._folds.nights
        self._by_minute = nights_folded or tiers(scale, em)[0].value < 1
        """Whether hours show; else a working day fills its day."""
        self._opens, closes = (0, 1440) if self._by_minute else working_hours(schedule)
        self._stretch = 1440 / (closes - self._opens)

    def scrolled(self, scroll: float, today: dt.datetime | None) -> Gantt:
        """The same at another place of the rows: what has been made once goes along and is not made again.

        For a plan that has not changed since.
        """
        made = copy.copy(self)
        made.scroll, made.options = scroll, replace(self.options, today=today)
        made._bars, made.lines, made.marks, made.signs = {}, [], [], set()
        self.kept.trim()
        return made

    # -- positions ------------------------------------------------------------------------------

    def x(self, moment: dt.datetime) -> float:
        """Position of ``moment``; where hours are too small to see, a working day fills its day."""
        return self.x_at(to_minutes(moment))

    def x_at(self, minute: int) -> float:
        """As :meth:`x` for a moment counted in minutes. Everything in the chart is placed here."""
        if not self._by_minute:
            within = minute % 1440
            share = (within - self._opens) * self._stretch
            minute = minute - within + (0 if share < 0 else 1440 if share > 1440 else share)  # type: ignore[assignment]
        place = self._plain_x(minute)
        return float(round(place)) if self.options.pixels else place

    def moment(self, x: float) -> dt.datetime:
        """What lies at ``x``, to the minute: where a working day fills its day, a moment within working hours."""
        found = self.scale.moment(x)
        if not self._by_minute:
            midnight = found.replace(hour=0, minute=0, second=0)
            found = midnight + dt.timedelta(minutes=self._opens) + (found - midnight) / self._stretch
        return found.replace(second=0, microsecond=0)

    def _plain_x(self, minute: float) -> float:
        if self._folds is not None:
            minute = self._folds.shown(minute)
        return (minute - self._origin) * self.scale.scale / 1440

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
            bar = self._make_bar(row)
            self.kept.bars[row] = bar, self.scroll
        else:
            bar, before = kept
            if bar is not None and before != self.scroll:
                bar = bar.lowered(before - self.scroll)
        bars[row] = bar
        return bar

    def _make_bar(self, row: int) -> Bar | None:
        identity = self.rows.order[row]
        task, plan = self._tasks.get(identity), self.schedule
        place = plan.row.get(identity)
        if task is None or place is None:
            return None
        start, finish = plan.starts[place], plan.finishes[place]
        kind = bar_kind(self.project, task, start == finish)
        left, right = self.x_at(start), self.x_at(finish)
        top, height = self.y(row), self.row_height
        thick = self._thickness(kind)
        room = height * BAR_ROOM[len(self.facts.baselines)]
        thick = min(thick, room * 0.84)
        offset = (room - thick) / 2
        if self.options.pixels:
            offset, thick = float(round(offset)), float(round(thick))
        if kind is BarKind.MILESTONE:
            left, right = right - thick / 2, right + thick / 2
        else:
            right = max(right, left + 2)
        return Bar(
            identity, row, kind, left, right, top + offset, top + offset + thick,
            self._progress(place, kind, left, right), bool(plan.critical_rows[place]),
            bool(plan.near_critical_rows[place]), self._parts(task, kind),
        )  # fmt: skip

    def _progress(self, place: int, kind: BarKind, left: float, right: float) -> float:
        """Share of the bar that is done: as far as the work has come in time, nights and days off included."""
        percent = self.schedule.percents[place]
        if kind in (BarKind.SUMMARY, BarKind.RECURRING) or not 0 < percent < 100:
            return percent / 100
        return min(max((self.progress_x(place, percent) - left) / (right - left), 0.0), 1.0)

    def progress_x(self, place: int, percent: int) -> float:
        """Where the progress of a row of the schedule would end with so much done."""
        return self.x_at(reached(self.schedule, place, percent))

    def _parts(self, task: Task, kind: BarKind) -> tuple[tuple[float, float], ...]:
        if kind is BarKind.RECURRING:
            return self._occurrences(task.id)
        if kind in (BarKind.SUMMARY, BarKind.MILESTONE) or not (task.splits or task.stop):
            return ()
        parts = self.schedule.parts(task.id)
        return tuple((self.x_at(start), self.x_at(finish)) for start, finish in parts) if len(parts) > 1 else ()

    def _occurrences(self, task: str) -> tuple[tuple[float, float], ...]:
        plan = self.schedule
        places = [plan.row[kid] for kid in self.project.children(task)[:MOST_OCCURRENCES] if kid in plan.row]
        return tuple((self.x_at(plan.starts[place]), self.x_at(plan.finishes[place])) for place in places)

    def _thickness(self, kind: BarKind) -> float:
        share = {BarKind.SUMMARY: 0.42, BarKind.RECURRING: 0.36, BarKind.MILESTONE: 0.56}.get(kind, 0.52)
        return self.row_height * share

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
        return Hit(task if task in self._tasks else "", row)

    # -- shapes ---------------------------------------------------------------------------------

    def scene(self, width: float, height: float) -> Scene:
        """Everything, in painting order: what paper shows, and the screen without its selection."""
        shapes = [*self.background(width, height), *self.content(width, height), *self.foreground(width, height)]
        return Scene(width, height, tuple(shapes))

    def background(self, width: float, height: float) -> Iterator[Shape]:
        """Non-working time and the grid of the header's units; depends on the time scale alone."""
        yield Rect(0, 0, width, height, "surface")
        lower, upper = tiers(self.scale, self.em)
        if self.options.non_working:
            for left, right in self._non_working(width):
                yield Rect(left, 0, right - left, height, "nonworking")
        for unit, role in ((lower, "grid"), (upper, "grid_strong")):
            if self.scale.length(unit.value) < 6:
                continue
            for beginning, _ in boundaries(unit, self.scale, width):
                x = self.scale.x(beginning)
                x = float(round(x)) if self.options.pixels else x
                if x > 0:
                    yield Rect(x, 0, self._hairline, height, role)

    @property
    def _hairline(self) -> float:
        return 1.0 if self.options.pixels else 0.4

    def _non_working(self, width: float) -> Iterator[tuple[float, float]]:
        if self.scale.scale < 2:
            return
        if self._folds is not None:
            yield from self._creases(self._folds, width)
        last = self.scale.moment(width)
        calendar = self.schedule.calendar()
        begin = to_minutes(self.scale.start)
        for early, late in calendar.non_working_spans(begin - begin % 1440 - 1440, to_minutes(last) + 2880):
            start, finish = early, late
            if not self._by_minute:  # nights do not show where hours do not: from midnight to midnight
                start, finish = -(-early // 1440) * 1440, late // 1440 * 1440
            left, right = max(self._plain_x(start), 0.0), min(self._plain_x(finish), width)
            if right - left >= 1:
                yield (float(round(left)), float(round(right))) if self.options.pixels else (left, right)

    def _creases(self, folds: Folds, width: float) -> Iterator[tuple[float, float]]:
        """A narrow stripe where time is folded away: of days wherever they can be told apart, of nights where they
        are far enough from each other.
        """
        factor = self.scale.scale / 1440
        half = CREASE / 2 if self.options.pixels else CREASE / 4
        nights = self.scale.length(1) >= NIGHTS_SHOW
        for place, hidden in folds.between(self._origin, self._origin + width / factor):
            if nights or hidden >= 1440:
                x = (place - self._origin) * factor
                x = float(round(x)) if self.options.pixels else x
                yield x - half, x + half

    def content(self, width: float, height: float) -> Iterator[Shape]:
        """Row lines, links, bars, marks and texts of the rows in sight."""
        window = self.window(height)
        for row in window:
            yield Rect(0, self.y(row + 1) - self._hairline, width, self._hairline, "grid")
        bars = [bar for bar in map(self.bar, window) if bar is not None]
        for bar in bars:
            yield from self._under(bar, width)
        self.lines = link_lines(self, window, width) if self.options.links else []
        self.signs.update(line.role for line in self.lines)
        yield from self.lines
        self.marks.clear()
        for bar in bars:
            if bar.right >= -EDGE_ROOM and bar.left <= width + EDGE_ROOM:
                yield from self._bar_shapes(bar)
            yield from self._marks(bar, width)
        for bar in bars:
            yield from self._texts(bar, width)

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

    def _under(self, bar: Bar, width: float) -> Iterator[Shape]:
        """Bands of paths, baselines and float: what lies behind the bar."""
        number = self.facts.paths.get(bar.task)
        if number is not None and bar.right >= -EDGE_ROOM and bar.left <= width + 2 * EDGE_ROOM:
            self.signs.add("path")
            yield from path_shapes(bar, number, Rect(0, self.y(bar.row), width, self.row_height), self.em)
        if bar.kind is BarKind.MANUAL and self.options.would_be:
            yield from self._would_be(bar)
        for place, agreed in enumerate(self.facts.baselines):
            before = agreed.get(bar.task)
            if before is not None and before.start and before.finish:
                yield from self._agreed(bar, before, place, width)
        if self.options.total_float and not bar.is_summary:
            plan, place = self.schedule, self.schedule.row[bar.task]
            finish, late = self.x_at(plan.finishes[place]), self.x_at(plan.late_finishes[place])
            open_work = plan.total_floats[place] and plan.percents[place] < 100
            if open_work and max(finish, late) >= 0 and min(finish, late) <= width:
                self.signs.add("float" if late >= finish else "negative_float")
                yield from float_shapes(bar, finish, late)

    def _would_be(self, bar: Bar) -> Iterator[Shape]:
        found = would_be(self.schedule, self.schedule.row[bar.task])
        if found is not None:
            left, right = self.x_at(found[0]), self.x_at(found[1])
            if abs(left - bar.left) + abs(right - bar.right) > 2:
                self.signs.add("would_be")
                yield from would_be_shapes(bar, left, right)

    def _agreed(self, bar: Bar, before: BaselineTask, place: int, width: float) -> Iterator[Shape]:
        """The dates of one baseline and, from the first, how far the finish has moved."""
        assert before.start is not None
        assert before.finish is not None
        left, right = self.x(before.start), self.x(before.finish)
        finish = (bar.left + bar.right) / 2 if bar.kind is BarKind.MILESTONE else bar.right
        if max(right, finish) < -EDGE_ROOM or min(left, finish) > width + EDGE_ROOM:
            return
        box, point = self._baseline_box(bar.row, place), before.start == before.finish
        self.signs.add(f"baseline{place}")
        if self.options.variance and not place and abs(finish - right) >= LEAST_VARIANCE:
            self.signs.add("late" if finish > right else "early")
            yield from variance_shapes(bar, right, finish, box)
        yield from baseline_shapes(bar, right if point else left, right, box, place)

    def _baseline_box(self, row: int, place: int) -> Rect:
        count = len(self.facts.baselines)
        height = max(2.0, self.row_height * BASELINE_HEIGHT[count])
        top = self.y(row) + self.row_height * (BAR_ROOM[count] + place * BASELINE_PITCH[count])
        if self.options.pixels:
            height, top = float(round(height)), float(round(top))
        return Rect(0, top, 0, height)

    def _bar_shapes(self, bar: Bar) -> Iterator[Shape]:
        sign, look = self.look(bar)
        self.signs.add(sign)
        if bar.parts and not bar.is_summary:
            self.signs.add("split")
        yield from bar_shapes(bar, look, written=bool(self.options.label_inside))
        if sign.startswith("class") and self.options.critical and bar.critical and not bar.is_summary:
            self.signs.add("critical_foot")
            yield Rect(bar.left, bar.bottom - 1, bar.width, CRITICAL_FOOT, "critical")

    def look(self, bar: Bar) -> tuple[str, BarLook]:
        """How a bar is drawn, and what the legend calls it."""
        colouring = self.facts.colouring
        usual = bar.kind in (BarKind.INACTIVE, BarKind.EFFORT, BarKind.OUTSIDE)
        if colouring is None or usual or (bar.is_summary and not colouring.summaries):
            name = look_name(bar, self.options.critical)
            return name, LOOKS[name]
        number = colouring.of(bar.task)
        look = colouring.classes[number].look
        if bar.is_summary:
            look = BarLook(look.line, "", look.fill)
        return f"class{number}", look

    def _marks(self, bar: Bar, width: float) -> Iterator[Shape]:
        """Deadline, date constraint and dates of other projects."""
        task = self._tasks[bar.task]
        row = Rect(0, self.y(bar.row), width, self.row_height)
        if task.deadline is not None and self.options.deadlines:
            x = self._mark("deadline", bar, self.x(task.deadline), width)
            if x is not None:
                missed = self.schedule.finishes[self.schedule.row[bar.task]] > to_minutes(task.deadline)
                self.signs.add("deadline_missed" if missed else "deadline")
                yield from deadline_shapes(x, row, missed)
        if not self.options.constraints:
            return
        if task.constraint not in UNCONSTRAINED and (task.constraint_date is not None or task.constraint == "alap"):
            date = task.constraint_date if task.constraint != "alap" else None
            x = self._mark("constraint", bar, self.x(date) if date else bar.left, width)
            if x is not None:
                self.signs.add("pinned" if task.pinned else f"constraint_{task.constraint}")
                yield from constraint_shapes(x, row, task.constraint, pinned=task.pinned)
        for kind, moment in (("external_start", task.external_start), ("external_finish", task.external_finish)):
            if moment is not None:
                x = self._mark(kind, bar, self.x(moment), width)
                if x is not None:
                    self.signs.add(kind)
                    yield from external_shapes(x, row, start=kind == "external_start")

    def _mark(self, kind: str, bar: Bar, x: float, width: float) -> float | None:
        """``x`` where it is in sight, and remembered as a place that can be pointed at."""
        if not -EDGE_ROOM <= x <= width + EDGE_ROOM:
            return None
        half = self.row_height * 0.25
        self.marks.append(Mark(kind, bar.task, Rect(x - half, self.y(bar.row), 2 * half, self.row_height)))
        return x

    def _badges(self, bar: Bar) -> list[Badge]:
        """What stands behind a bar, nearest first."""
        facts, found = self.facts, list[Badge]()
        going_on = self.schedule.percents[self.schedule.row[bar.task]] < 100 and not bar.is_summary
        if facts.overloaded is not None and going_on and facts.overloaded(bar.task):
            found.append(Badge(OVERLOAD))
        if self.options.badges:
            found += facts.badges.get(bar.task, ())
            if self._tasks[bar.task].notes:
                found.append(Badge(NOTE))
        return found

    def _badge_shapes(self, bar: Bar, badges: Sequence[Badge]) -> Iterator[Shape]:
        x = bar.right + GAP * self.em
        size = min(self.em, self.row_height * 0.66)
        for badge in badges:
            box, shapes = badge_shapes(badge, x, bar.middle, size, self.words)
            self.marks.append(Mark(PREFIX + badge.kind, bar.task, box, badge.refs))
            self.signs.add(PREFIX + badge.kind)
            yield from shapes
            x += width_of((badge,), self.em)

    def mark_at(self, x: float, y: float) -> Mark | None:
        """What was drawn last around a bar under the point."""
        return next((mark for mark in reversed(self.marks) if mark.contains(x, y)), None)

    def reach(self, bar: Bar) -> float:
        """Where what is written behind a bar ends, about."""
        text = self.texts.text(bar, self.options.label)
        behind = width_of(self._badges(bar), self.em)
        return bar.right + GAP * self.em + behind + WIDER * text_width(text, self.em)

    def _texts(self, bar: Bar, width: float) -> Iterator[Shape]:
        """What is written beside and inside the bar."""
        options, texts = self.options, self.texts
        badges = self._badges(bar) if -EDGE_ROOM <= bar.right < width else []
        yield from self._badge_shapes(bar, badges)
        row = Rect(0, self.y(bar.row), width, self.row_height)
        if options.label_inside and bar.resizable:
            yield from texts.inside(bar, options.label_inside, row, self.look(bar)[1])
        if options.label_left and 0 < bar.left < width + EDGE_ROOM * 20:
            crossed = options.links and bool(self.project.predecessors(bar.task))
            yield from texts.left(bar, options.label_left, row, crossed=crossed)
        if options.label and -EDGE_ROOM * 20 < bar.right < width:
            yield from texts.right(bar, options.label, row, width_of(badges, self.em))


CREASE, NIGHTS_SHOW = 4.0, 24.0
"""Width of the stripe where time is folded away, and of a day on which a folded night is shown."""
BAR_ROOM = (1.0, 0.8, 0.68, 0.58)
"""Share of a row that the bar has to itself, by the number of baselines below it."""
BASELINE_HEIGHT, BASELINE_PITCH = (0.0, 0.13, 0.11, 0.09), (0.0, 0.0, 0.15, 0.13)
"""Height of the line of a baseline and the way down to the next, as shares of a row, by their number."""
CRITICAL_FOOT = 2.0
"""Height of the line that marks critical bars where their colour stands for something else."""
MOST_OCCURRENCES = 400
"""Blocks of a recurring task; where there are more, they could not be told apart."""
LEAST_VARIANCE = 1.5
"""Units of length below which a finish counts as unmoved to the eye."""


def bar_kind(project: Project, task: Task, point: bool) -> BarKind:
    """How ``task`` is drawn; ``point`` says that it starts and finishes at one moment."""
    if project.is_summary(task.id):
        return BarKind.RECURRING if task.recurrence else BarKind.SUMMARY
    if task.milestone or (point and not task.level_of_effort):
        return BarKind.MILESTONE
    if not task.active:
        return BarKind.INACTIVE
    if task.outside:
        return BarKind.OUTSIDE
    if task.level_of_effort:
        return BarKind.EFFORT
    return BarKind.MANUAL if task.mode == "manual" else BarKind.TASK


def working_hours(schedule: Schedule) -> tuple[int, int]:
    """Minutes after midnight at which the usual working day of the project opens and closes."""
    calendar = schedule.calendar()
    first = schedule.project_start.date()
    bands = [band for day in range(7) for band in calendar.day_bands(first + day * DAY)]
    return (min(band[0] for band in bands), max(band[1] for band in bands)) if bands else (0, 1440)
