"""What of a plan is to be drawn on paper or as a picture: rows, columns, dates, for whom and in which words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desktop.charts.gantt_facts import chosen_baselines
from desktop.charts.gantt_options import CRITICAL_COLOUR, FLOAT_TEXT, NOTHING, GanttOptions, colour_fields
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.record import CLIENT
from desktop.domain.scheduling import Schedule
from desktop.i18n import Words


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: ``width`` in letter sizes, a text for every row; a title in two languages has two lines."""

    key: str
    title: str
    width: float
    align: str
    texts: Sequence[str]
    wraps: bool = False
    """Whether a text that is too long goes on in further lines."""


@dataclass(frozen=True, slots=True)
class PlanContent:
    """What is to be drawn, whatever it is drawn on."""

    project: Project
    """As released to the reader."""
    schedule: Schedule
    order: Sequence[str]
    """Ids of the tasks in the rows."""
    columns: tuple[TableColumn, ...]
    options: GanttOptions
    words: Words
    """For the time scale and texts beside bars: one language, because there is little room."""
    say: Words
    """For the legend: the languages of the reader."""
    levels: Mapping[str, int] | None = None
    """How deep rows are indented where it is not their depth in the outline."""
    headings: Collection[str] = field(default_factory=frozenset)
    """Ids in the order that head groups of tasks and are none."""
    day: dt.date | None = None
    """The present one, as of which tasks and registers are overdue although no line of today is drawn."""
    overloaded: frozenset[str] = frozenset()
    """Tasks that need somebody who is needed too much."""

    def depth(self, row: int) -> int:
        identity = self.order[row]
        if self.levels is not None:
            return self.levels.get(identity, 0)
        outline = self.project.outline
        return outline.depth[outline.row[identity]] if identity in outline.row else 0

    def extent(self) -> tuple[dt.datetime, dt.datetime]:
        """First and last moment of bars, deadlines and baselines in the rows."""
        tasks, shown = self.project.table(Task), set(self.order)
        moments: list[dt.datetime] = []
        for identity in self.order:
            task = tasks.get(identity)
            if task is None:
                continue  # it heads a group
            if task.active and identity in self.schedule:
                dates = self.schedule.of(identity)
                moments += [dates.start, dates.finish]
            if task.deadline is not None:
                moments.append(task.deadline)
        for baseline in chosen_baselines(self.project, self.options):
            moments += [m for part in baseline.tasks if part.task in shown for m in (part.start, part.finish) if m]
        first = min(moments, default=self.schedule.project_start)
        return first, max(moments, default=first + dt.timedelta(days=1))


def options_for(options: GanttOptions, audience: str) -> GanttOptions:
    """What of ``options`` the audience may see: a client neither floats nor colours that the team alone may read."""
    if audience != CLIENT:
        return options
    spec = colour_fields().get(options.colour)
    colour = CRITICAL_COLOUR if spec is not None and spec.audience != CLIENT else options.colour
    texts: dict[str, Any] = {name: NOTHING for name in TEXT_PLACES if getattr(options, name) == FLOAT_TEXT}
    return replace(options, total_float=False, colour=colour, **texts)


TEXT_PLACES = ("label", "label_left", "label_inside")
