"""The Gantt chart of a report: which rows and dates, and how they are laid on pages.

The picture itself is :mod:`desktop.charts.gantt`, the same that the screen draws. Here it is cut into
sheets: rows downwards, and on request the time axis over several sheets across. Every sheet repeats
the time scale, the names of its rows and the legend.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from desktop.charts.gantt_options import GanttOptions
from desktop.charts.legend import LegendEntry
from desktop.charts.row_heights import RowHeights
from desktop.charts.shapes import Scene
from desktop.charts.timescale import Timescale
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule
from desktop.i18n import Words
from desktop.reports.planchart import ROW, PlanChart
from desktop.reports.plancontent import PlanContent

MOST_SHEETS = 20
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
    """A chart ready to be laid out. Compared by what it says; ``content`` only supplies the picture."""

    lines: tuple[GanttLine, ...]
    first: dt.datetime
    last: dt.datetime
    columns: tuple[str, ...]
    """Heads of the table part: WBS, name, start, finish, per cent."""
    options: GanttOptions
    sheets: int = 1
    """Sheets that the time axis runs over; 1 fits it to the width of a page."""
    status_date: dt.date | None = None
    content: PlanContent = field(compare=False, repr=False, kw_only=True)
    """Supplies the picture."""


def lay_out(
    project: Project, schedule: Schedule, *, words: Words, columns: tuple[str, ...], say: Words | None = None,
    options: GanttOptions | None = None, overloaded: frozenset[str] = frozenset(), as_of: dt.date | None = None,
    sheets: int = 1,
) -> GanttPlan:  # fmt: skip
    """The chart of every task of ``project`` (as released) that has dates."""
    outline, tasks, options = project.outline, project.table(Task), options or OPTIONS
    lines = []
    for row, identity in enumerate(outline.order):
        task = tasks[identity]
        dates = schedule.of(identity) if identity in schedule and task.active else None
        start, finish = (dates.start, dates.finish) if dates else (None, None)
        lines.append(
            GanttLine(
                identity, outline.wbs[row], task.name, outline.depth[row], project.is_summary(identity), start, finish,
                dates.percent_complete if dates else None,
            )
        )  # fmt: skip
    content = PlanContent(
        project, schedule, outline.order, (), options, words, say or words, day=as_of, overloaded=overloaded
    )
    return GanttPlan(
        tuple(lines), *content.extent(), columns, options, min(max(sheets, 1), MOST_SHEETS),
        project.profile.status_date, content=content,
    )  # fmt: skip


class Drawing:
    """What all sheets of a plan share, made once."""

    def __init__(self, plan: GanttPlan) -> None:
        self.plan = plan
        self.heights = RowHeights(ROW)
        self._chart = PlanChart(plan.content, self.heights)
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
            first, last = self.plan.first, self.plan.last
            self._whole[widths] = self._chart.fitted(Timescale(first, 1.0), first, last, sum(widths))
        return self._whole[widths].scrolled(sum(widths[:sheet]))

    def header(self, scale: Timescale, width: float) -> Scene:
        """The time scale above the chart."""
        return self._chart.time(scale, width)

    def chart(
        self, scale: Timescale, first: int, last: int, width: float, *, ends: bool = True
    ) -> tuple[Scene, list[LegendEntry]]:
        """Rows ``first`` up to ``last`` as shapes, and the legend of what is among them; ``ends``: no sheet follows."""
        scene = self._chart.bars(scale, range(first, last), width, ends=ends)
        return scene, self._chart.legend(self._chart.signs) if self.plan.options.legend else []
