"""What the chart of the plan is told besides plan and schedule, made once for a state of the plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.charts.gantt_facts import GanttFacts, facts_of
from desktop.charts.gantt_options import GanttOptions
from desktop.charts.legend import LegendEntry, legend
from desktop.i18n import words

if TYPE_CHECKING:
    from desktop.charts.gantt import Gantt
    from desktop.views.plan.chart import GanttChart


class Look(QObject):
    """Belongs to a chart, and answers for every frame of it. ``drawn`` says that the legend has changed."""

    drawn = Signal()

    def __init__(self, chart: GanttChart) -> None:
        super().__init__(chart)
        self._chart = chart
        self._facts: tuple[GanttOptions, GanttFacts] | None = None
        self._signs: frozenset[str] = frozenset()

    @property
    def facts(self) -> GanttFacts:
        """As the options of the chart want them."""
        options = self._chart.options
        if self._facts is None or self._facts[0] is not options:
            workspace = self._chart.workspace
            today = replace(options, today=workspace.session.now())
            self._facts = options, facts_of(workspace.project, workspace.schedule, today, words())
        return self._facts[1]

    def painted(self, frame: Gantt) -> None:
        """A frame has been painted: what is in it belongs into the legend."""
        if frame.signs != self._signs:
            self._signs = frozenset(frame.signs)
            self.drawn.emit()

    @property
    def entries(self) -> list[LegendEntry]:
        """The legend of what is in sight."""
        return legend(self._signs, self.facts, words()) if self._chart.options.legend else []

    def forget(self) -> None:
        """The plan has changed."""
        self._facts = None
