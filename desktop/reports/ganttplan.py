"""The Gantt chart of a report: which rows and dates, and how they are laid on pages.

The picture itself is :mod:`desktop.charts.gantt`, the same that the screen draws. Here it is cut into
sheets: rows downwards, and on request the time axis over several sheets across. Every sheet repeats
the time scale, the names of its rows and the legend.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from functools import partial

from desktop.charts.gantt import Gantt, Rows
from desktop.charts.gantt_facts import GanttFacts, chosen_baselines, facts_of
from desktop.charts.gantt_options import GanttOptions
from desktop.charts.label_room import with_room
from desktop.charts.legend import LegendEntry, legend
from desktop.charts.links import LinkIndex
from desktop.charts.row_heights import RowHeights
from desktop.charts.shapes import LEFT, Scene, Shape, Text
from desktop.charts.timeheader import header, text_width, tiers
from desktop.charts.timescale import MIN_SCALE, Timescale
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule
from desktop.i18n import Words

EM = 6.8
"""Size of the letters in the chart, in points."""
ROW = 12.5
HEADER = 24.0
MOST_SHEETS = 20
SNAP = 0.1
"""The chart begins with a whole week or month where that costs no more than this share of its width."""
DAY = dt.timedelta(days=1)


OPTIONS = GanttOptions(constraints=False, badges=False, would_be=False, pixels=False)
"""Without the line of today: paper is read on other days than it was printed on, the data date stays true."""


@dataclass(frozen=True, slots=True)
class GanttLine:
    """What the table part of a row says."""

    task: str
    wbs: str
    name: str
    depth: int
    summary: bool
    start: dt.datetime | None
    finish: dt.datetime | None
    percent: int | None


@dataclass(frozen=True, slots=True)
class GanttPlan:
    """A chart ready to be laid out. Compared by what it says; project and schedule only supply the picture."""

    lines: tuple[GanttLine, ...]
    first: dt.datetime
    last: dt.datetime
    columns: tuple[str, ...]
    """Heads of the table part: WBS, name, start, finish, per cent."""
    options: GanttOptions
    sheets: int = 1
    """Sheets that the time axis runs over; 1 fits it to the width of a page."""
    status_date: dt.date | None = None
    project: Project = field(compare=False, repr=False, kw_only=True)
    schedule: Schedule = field(compare=False, repr=False, kw_only=True)
    words: Words = field(compare=False, repr=False, kw_only=True)
    """For the time scale and texts beside bars: one language, because there is little room."""
    say: Words = field(compare=False, repr=False, kw_only=True)
    """For the legend: the languages of the report."""
    overloaded: frozenset[str] = field(default=frozenset(), compare=False, repr=False, kw_only=True)
    """Tasks that need somebody who is needed too much, where that is to be shown."""
    as_of: dt.date | None = field(default=None, compare=False, repr=False, kw_only=True)
    """The day by which things are late."""


def lay_out(
    project: Project, schedule: Schedule, *, words: Words, columns: tuple[str, ...], say: Words | None = None,
    options: GanttOptions | None = None, overloaded: frozenset[str] = frozenset(), as_of: dt.date | None = None,
    sheets: int = 1,
) -> GanttPlan:  # fmt: skip
    """The chart of every task of ``project`` (as released) that has dates."""
    outline, tasks, options = project.outline, project.table(Task), options or OPTIONS
    lines = []
    moments = []
    for row, identity in enumerate(outline.order):
        task = tasks[identity]
        dates = schedule.of(identity) if identity in schedule and task.active else None
        start, finish = (dates.start, dates.finish) if dates else (None, None)
        moments += [moment for moment in (start, finish, task.deadline) if moment]
        lines.append(
            GanttLine(
                identity, outline.wbs[row], task.name, outline.depth[row], project.is_summary(identity), start, finish,
                dates.percent_complete if dates else None,
            )
        )  # fmt: skip
    for baseline in chosen_baselines(project, options):
        moments += [m for part in baseline.tasks if part.task for m in (part.start, part.finish) if m]
    first = min(moments, default=schedule.project_start)
    last = max(moments, default=first + DAY)
    return GanttPlan(
        tuple(lines), first, last, columns, options, min(max(sheets, 1), MOST_SHEETS),
        project.profile.status_date, project=project, schedule=schedule, words=words,
        say=say or words, overloaded=overloaded, as_of=as_of,
    )  # fmt: skip


def inside(width: float, em: float, shape: Shape) -> Shape | None:
    """``shape``, or of a text what lies between the edges; None when it does not fit there."""
    if not isinstance(shape, Text):
        return shape
    left, right = max(shape.x, 0.0), min(shape.x + shape.width, width)
    fits = text_width(shape.text, em * shape.size) <= right - left
    return replace(shape, x=left, width=right - left) if fits else None


def ended(shape: Shape, width: float) -> Shape:
    """``shape``, or of a text behind a bar what ends before the edge: it is cut with dots rather than by the edge."""
    if isinstance(shape, Text) and shape.role == "bar_text" and shape.align == LEFT and shape.x < width:
        return replace(shape, width=min(shape.width, width - shape.x))
    return shape


class Drawing:
    """What all sheets of a plan share, made once."""

    def __init__(self, plan: GanttPlan) -> None:
        self.plan = plan
        order = [line.task for line in plan.lines]
        # Without an index of passing links: a line that neither begins nor ends on a page tells its reader nothing.
        self.rows = Rows(order, {identity: row for row, identity in enumerate(order)}, LinkIndex((), {}))
        self.facts: GanttFacts = facts_of(
            plan.project, plan.schedule, plan.options, plan.say, overloaded=plan.overloaded.__contains__,
            day=plan.as_of,
        )  # fmt: skip
        self.heights = RowHeights(ROW)
        self._whole: dict[tuple[float, ...], Timescale] = {}

    def height(self, first: int, last: int) -> float:
        """What rows ``first`` up to ``last`` take on paper."""
        return self.heights.top(last) - self.heights.top(first)

    def fitting(self, first: int, last: int, room: float) -> int:
        """Up to which row, at most ``last``, the rows from ``first`` on fit into ``room``."""
        return min(last, self.heights.row_at(self.heights.top(first) + room))

    def scale(self, sheet: int, widths: tuple[float, ...]) -> Timescale:
        """The time scale of one sheet; ``widths`` are what the chart has on each of them."""
        if widths not in self._whole:
            self._whole[widths] = self._fitted(sum(widths))
        return self._whole[widths].scrolled(sum(widths[:sheet]))

    def _fitted(self, width: float) -> Timescale:
        # Room at the right for the dates beside the last bars, at the left for half a diamond.
        first, last = self.plan.first, self.plan.last
        whole = Timescale.fit(first, last, width - 9 * EM, EM)
        begin = whole.ruler.floor(tiers(whole, EM)[0], whole.start)
        if whole.start - begin < (last - first) * SNAP:
            whole = Timescale.fit(begin, last, width - 9 * EM)
        return replace(whole, scale=max(whole.scale * with_room(self._gantt(whole, 0), width), MIN_SCALE))

    def header(self, scale: Timescale, width: float) -> Scene:
        """The time scale above the chart; of a month that is cut by the edge, the name stands where it fits."""
        whole = header(scale, width, HEADER, EM, self.plan.words)
        return Scene(width, HEADER, tuple(shape for shape in map(partial(inside, width, EM), whole.shapes) if shape))

    def _gantt(self, scale: Timescale, scroll: float) -> Gantt:
        return Gantt(
            self.plan.project, self.plan.schedule, self.rows, scale, heights=self.heights, em=EM, words=self.plan.words,
            options=self.plan.options, facts=self.facts, scroll=scroll,
        )  # fmt: skip

    def chart(
        self, scale: Timescale, first: int, last: int, width: float, *, ends: bool = True
    ) -> tuple[Scene, list[LegendEntry]]:
        """Rows ``first`` up to ``last`` as shapes, and the legend of what is among them; ``ends``: no sheet follows."""
        chart = self._gantt(scale, self.heights.top(first))
        scene = chart.scene(width, self.height(first, last) - 0.01)
        if ends:
            scene = replace(scene, shapes=tuple(ended(shape, width) for shape in scene.shapes))
        return scene, legend(chart.signs, self.facts, self.plan.say) if self.plan.options.legend else []
