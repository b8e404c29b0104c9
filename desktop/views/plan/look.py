"""What the chart of the plan is told besides plan and schedule, made once for a state of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.charts.gantt_facts import GanttFacts, facts_of
from desktop.charts.gantt_options import GanttOptions
from desktop.charts.legend import LegendEntry, legend
from desktop.charts.relations import Relations, relation_line, relation_shapes, relations
from desktop.charts.shapes import Rect, Shape
from desktop.domain.scheduling.float_paths import float_paths
from desktop.i18n import words

if TYPE_CHECKING:
    from desktop.charts.gantt import Gantt
    from desktop.views.plan.chart import GanttChart


MOST_SELECTED = 50
"""Selected tasks beyond which what is linked with them is not marked: it would be everything."""
MOST_PATHS = 99
MARKS_OF_SELECTION = ("predecessor", "predecessor_driving", "successor", "successor_driving")
FADED = 0.65
"""How much of what is not linked with the selection is covered."""


class Look(QObject):
    """Belongs to a chart, and answers for every frame of it. ``drawn`` says that the legend has changed."""

    drawn = Signal()

    def __init__(self, chart: GanttChart) -> None:
        super().__init__(chart)
        self._chart = chart
        chart.plan.figures.arrived.connect(chart.refresh)
        chart.workspace.day_turned.connect(self._turn_day)
        self._facts: tuple[GanttOptions, GanttFacts] | None = None
        self._signs: frozenset[str] = frozenset()
        self._related: tuple[object, Relations] | None = None
        self._selection: tuple[str, ...] | None = None
        self._path_target = ""
        chart.grid.selectionModel().selectionChanged.connect(self._forget_selection)
        chart.plan.rearranged.connect(self._forget_selection)

    @property
    def facts(self) -> GanttFacts:
        """As the options of the chart want them."""
        options = self._chart.options
        if self._facts is None or self._facts[0] is not options:
            workspace = self._chart.workspace
            today = replace(options, today=workspace.session.now())
            made = facts_of(workspace.project, workspace.schedule, today, words(), overloaded=self._overloaded)
            self._facts = options, replace(made, paths=self._paths())
        return self._facts[1]

    def _turn_day(self) -> None:
        self._facts = None
        self._chart.refresh()

    # -- what is linked -------------------------------------------------------------------------

    def related(self) -> Relations:
        """What has to do with the task under the pointer, else with the selection."""
        chart, options = self._chart, self._chart.options
        hovered = chart.hand.hovered_task
        tasks = (hovered,) if hovered else self._selected()
        if not options.relations or not tasks or len(tasks) > MOST_SELECTED:
            return Relations()
        whole = options.whole_path and not hovered
        key = (chart.workspace.schedule, tasks, whole)
        if self._related is None or self._related[0] != key:
            workspace = chart.workspace
            self._related = key, relations(workspace.project, workspace.schedule, tasks, whole=whole)
        return self._related[1]

    def _selected(self) -> tuple[str, ...]:
        if self._selection is None:
            self._selection = tuple(self._chart.grid.selected_ids()[: MOST_SELECTED + 1])
        return self._selection

    def _forget_selection(self) -> None:
        self._selection = None

    def relation_shapes(self, frame: Gantt, width: float, height: float) -> Iterator[Shape]:
        """Frames and lines over the chart; what is not related steps back if that is wanted."""
        related = self.related()
        if not related.links:
            return
        window = frame.window(height)
        ids = frame.rows.order
        if self._chart.options.fade and not self._chart.hand.hovered_task:
            for row in window:
                if not related.concerns(ids[row]):
                    yield Rect(0, frame.y(row), width, frame.y(row + 1) - frame.y(row), "surface", opacity=FADED)
        for line in frame.lines:
            link = line.ref.partition("/")[2]
            if link in related.links:
                yield relation_line(line, related.links[link])
        for row in window:
            kind, bar = related.of(ids[row]), frame.bar(row)
            if kind is not None and bar is not None:
                frame.signs.add(kind[0] + ("_driving" if kind[1] else ""))
                yield from relation_shapes(bar, *kind)

    # -- paths ----------------------------------------------------------------------------------

    @property
    def path_target(self) -> str:
        """The task to which paths are shown; "" for none."""
        return self._path_target

    def show_paths(self, task: str) -> None:
        """Show the float paths to a task as bands, or none for ""."""
        self._path_target = task
        self._facts = None
        self._chart.refresh()

    def _paths(self) -> Mapping[str, int]:
        schedule = self._chart.workspace.schedule
        if not self._path_target or self._path_target not in schedule:
            return {}
        found = float_paths(schedule, self._path_target)[:MOST_PATHS]
        return {task: path.number for path in found for task in path.tasks}

    # -- overloads ------------------------------------------------------------------------------

    def _overloaded(self, task: str) -> bool:
        """As far as it is known: the answer comes from elsewhere, and the chart is painted again with it."""
        return bool(self._chart.plan.figures.overloaded(task))

    def painted(self, frame: Gantt) -> None:
        """A frame has been painted: what is in it belongs into the legend."""
        if frame.signs != self._signs:
            self._signs = frozenset(frame.signs)
            self.drawn.emit()

    @property
    def entries(self) -> list[LegendEntry]:
        """The legend of what is in sight."""
        return legend(self._signs, self.facts, words()) if self._chart.options.legend else []

    @property
    def most_entries(self) -> list[LegendEntry]:
        """The legend where the selection has links of all kinds: its room is kept, so that nothing jumps."""
        options = self._chart.options
        if not (options.legend and options.relations):
            return self.entries
        return legend(self._signs | set(MARKS_OF_SELECTION), self.facts, words())

    def forget(self) -> None:
        """The plan has changed."""
        self._facts = self._related = self._selection = None
