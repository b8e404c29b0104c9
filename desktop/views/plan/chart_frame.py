"""What a Gantt chart shows at a time: the rows and days in sight as geometry, of the plan or of a trial."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from desktop.charts.bar_making import progress_x
from desktop.charts.bars import Bar
from desktop.charts.gantt import Gantt
from desktop.charts.gantt_options import GanttOptions
from desktop.charts.timescale import Timescale
from desktop.charts.units import DAY, Unit
from desktop.domain.levelling import Outcome
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule
from desktop.i18n import words
from desktop.models.preview import Preview
from desktop.models.workspace import Workspace
from desktop.views.plan.axis import Axis, AxisChoices
from desktop.views.plan.gestures import Gesture
from desktop.views.plan.grid import PlanGrid
from desktop.views.plan.metrics import PlanMetrics
from desktop.views.plan.time_area import TimeArea

if TYPE_CHECKING:
    from desktop.views.plan.hand import Hand
    from desktop.views.plan.look import Look


class ChartFrame(TimeArea):
    """Shares rows, row height and vertical scroll with ``grid``; its axis is time."""

    hand: Hand
    look: Look

    def __init__(self, workspace: Workspace, grid: PlanGrid, parent: QWidget | None = None) -> None:
        super().__init__(Timescale(workspace.schedule.start - 2 * DAY, 18), parent)
        self.workspace, self.grid, self.plan = workspace, grid, grid.plan
        self.metrics: PlanMetrics = grid.metrics
        self.options = GanttOptions()
        self.axis = Axis(workspace)
        self.preview: Outcome | Preview | None = None
        self._frame: Gantt | None = None

    @property
    def frame(self) -> Gantt:
        """The geometry of what is shown now; made once until something changes."""
        if self._frame is None:
            preview = self.previewed()
            self._frame = self._make_frame(preview.project, preview.schedule) if preview else self.present()
        return self._frame

    def previewed(self) -> Preview | Outcome | None:
        """The plan as it would be, if bars are shown where they do not stand."""
        if self.gesture is not None and self.gesture.moves_bars:
            return self.gesture.preview
        return self.preview

    def show_preview(self, outcome: Outcome | Preview | None) -> None:
        """Show the bars as in ``outcome``, until the plan is edited or None is asked for."""
        self.preview = outcome
        self.refresh()

    def present(self) -> Gantt:
        return self._make_frame(self.workspace.project, self.workspace.schedule)

    def _make_frame(self, project: Project, schedule: Schedule) -> Gantt:
        return Gantt(
            project, schedule, self.plan.rows, self.scale,
            heights=self.grid.heights, em=self.metrics.em, words=words(),
            options=replace(self.options, today=self.workspace.session.now()),
            facts=self.look.facts, scroll=self.verticalScrollBar().value(),
        )  # fmt: skip

    @property
    def gesture(self) -> Gesture | None:
        """What the hand is doing, or None."""
        return self.hand.gesture

    def refresh(self) -> None:
        """Look at everything again and repaint."""
        self._frame = None
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        frame = self._frame
        if dy and not dx and frame is not None and self._is_present(frame):
            self._frame = frame.scrolled(self.verticalScrollBar().value(), self.workspace.session.now())
            self.viewport().update()
        elif dx or dy:
            self.refresh()

    def _is_present(self, frame: Gantt) -> bool:
        """Whether a frame shows the plan as it is, and not a trial or what was there before."""
        return (
            frame.schedule is self.workspace.schedule
            and self.plan.are(frame.rows)
            and frame.heights is self.grid.heights
            and self.previewed() is None
        )

    # -- places -------------------------------------------------------------------------------

    def bar(self, row: int) -> Bar | None:
        """The bar of a row as painted."""
        return self.frame.bar(row)

    def present_bar(self, row: int) -> Bar | None:
        """The bar of a row as the project has it, whatever is being previewed."""
        return self.present().bar(row) if row < len(self.plan.ids) else None

    def progress_places(self, bar: Bar, step: int) -> list[float]:
        """Where the progress of a bar would end with 0, ``step``, twice that … per cent done."""
        frame, place = self.present(), self.workspace.schedule.row[bar.task]
        return [progress_x(frame, place, percent) for percent in range(0, 101, step)]

    def bar_near(self, position: QPointF) -> Bar | None:
        """The bar in whose row and near whose ends ``position`` lies."""
        row = self.frame.row_at(position.y())
        bar = self.frame.bar(row) if row >= 0 else None
        room = self.metrics.line
        return bar if bar is not None and bar.left - room <= position.x() <= bar.right + room else None

    def rows_between(self, top: float, bottom: float) -> range:
        """Rows that lie between two heights of the viewport."""
        scroll, heights = self.verticalScrollBar().value(), self.grid.heights
        first, last = heights.row_at(top + scroll), heights.row_at(bottom + scroll) + 1
        return range(max(0, first), max(0, min(last, len(self.plan.ids))))

    def top_of(self, row: int) -> float:
        """Upper edge of a row in the viewport."""
        return self.grid.heights.top(row) - self.verticalScrollBar().value()

    def moments(self) -> list[tuple[float, str]]:
        """(x, role) of today and the status date."""
        frame, status = self.frame, self.workspace.project.profile.status_date
        found = [(frame.x(self.workspace.session.now()), "today")]
        if status is not None:
            found.append((frame.x(dt.datetime.combine(status + DAY, dt.time())), "status_date"))
        return found

    # -- time -----------------------------------------------------------------------------------

    def extent(self) -> tuple[dt.datetime, dt.datetime]:
        return self.workspace.schedule.start, self.workspace.schedule.finish

    def fit_project(self) -> None:
        """Show the whole plan."""
        self.fit(*self.extent(), 3 * self.metrics.line)

    def fit_tasks(self, ids: list[str]) -> None:
        """Show these tasks from the first start to the last finish."""
        dates = [self.workspace.schedule.of(each) for each in ids if each in self.workspace.schedule]
        if dates:
            first, last = min(each.start for each in dates), max(each.finish for each in dates)
            self.fit(first, last, 3 * self.metrics.line)

    def choose_axis(self, choices: AxisChoices) -> None:
        """Count weeks and years, and fold time away, as chosen; what the eye is on stays where it is."""
        self.axis.choices = choices
        x = self.zoom_place()
        self.set_scale(self.axis.divided(self.scale).at(self.scale.moment(x)).scrolled(-x))

    def zoom_place(self) -> float:
        """Where keys zoom: the middle of what is seen of the current task's bar, else of the chart."""
        width = self.viewport().width()
        bar = self.bar(self.grid.currentIndex().row()) if self.grid.current_id() else None
        if bar is None or bar.right < 0 or bar.left > width:
            return width / 2
        return (max(bar.left, 0.0) + min(bar.right, width)) / 2

    def zoom_to(self, unit: Unit, length: float) -> None:
        """Make a ``unit`` of the time scale about ``length`` pixels long."""
        self.set_scale(self.scale.scaled(self.scale.scale_for(unit, length), self.zoom_place()))

    def show_today(self) -> None:
        self.show_moment(self.workspace.session.now())

    def show_task(self, identity: str) -> None:
        """Scroll in time to a task's bar where it is out of sight."""
        if identity in self.workspace.schedule:
            dates = self.workspace.schedule.of(identity)
            if self.frame.x(dates.start) < 0 or self.frame.x(dates.finish) > self.viewport().width():
                self.show_moment(dates.start, 0.15)
