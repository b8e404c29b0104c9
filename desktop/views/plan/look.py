"""What the chart of the plan is told besides plan and schedule, made once for a state of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.charts.gantt_facts import GanttFacts, facts_of
from desktop.charts.gantt_options import GanttOptions

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart


class Look(QObject):
    """Belongs to a chart, and answers for every frame of it."""

    def __init__(self, chart: GanttChart) -> None:
        super().__init__(chart)
        self._chart = chart
        self._facts: tuple[GanttOptions, GanttFacts] | None = None

    @property
    def facts(self) -> GanttFacts:
        """As the options of the chart want them."""
        options = self._chart.options
        if self._facts is None or self._facts[0] is not options:
            self._facts = options, facts_of(self._chart.workspace.project, options)
        return self._facts[1]

    def forget(self) -> None:
        """The plan has changed."""
        self._facts = None
