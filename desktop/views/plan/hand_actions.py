"""What the hand does to bars, by keys: moving, stretching, drawing; and the tools that the mouse may take up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.charts.units import DAY
from desktop.domain.commands.plan import JoinParts, MoveDates, MoveTask, ProgressAsPlanned, SetProgress, StretchTasks
from desktop.domain.commands.plan.moving import movable
from desktop.domain.display import date_text
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import to_datetime, to_minutes
from desktop.domain.scheduling.calendars import ELAPSED, WorkCalendar
from desktop.i18n import ntr, tr
from desktop.views.plan.hand import DRAW, SPLIT
from desktop.views.plan.hold_strip import OF_START
from desktop.views.plan.key_run import KeyRun

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

PROGRESS = {0: "Ctrl+Shift+1", 25: "Ctrl+Shift+2", 50: "Ctrl+Shift+3", 75: "Ctrl+Shift+4", 100: "Ctrl+Shift+5"}
"""Per cent, and the key: five keys in a row for five steps."""


class HandActions(QObject):
    """Made once for a page; ``add`` makes an action that needs a task."""

    def __init__(self, page: PlanPage, add: Callable[..., QAction]) -> None:
        super().__init__(page)
        self._page, self._workspace = page, page.workspace
        self._menus: list[QMenu] = []
        self.run = KeyRun(page.chart)
        self.earlier = add(tr("Move earlier"), lambda: self.move(-1), ("Alt+Left",))
        self.later = add(tr("Move later"), lambda: self.move(1), ("Alt+Right",))
        self.shorter = add(tr("Shorten"), lambda: self.stretch(-1), ("Ctrl+Alt+Left", "Alt+,"))
        self.longer = add(tr("Lengthen"), lambda: self.stretch(1), ("Ctrl+Alt+Right", "Alt+."))
        self.hold = add(tr("How the task is held…"), self.ask_hold, ("Ctrl+Alt+H",))
        self.link = add(tr("Type and lag of a link…"), self.change_link, ("Ctrl+Alt+K",))
        self.split = add(tr("Split the task…"), self.ask_split, ("Ctrl+Alt+S",))
        self.join = add(tr("Join the parts"), self.join_parts)
        self.cut = add(tr("Split a bar with the mouse"), self._take_up_knife, task=False)
        self.cut.setCheckable(True)
        self.draw = add(tr("Draw tasks with the mouse"), self._take_up, task=False)
        self.draw.setCheckable(True)
        page.chart.hand.tool_changed.connect(self._show_tool)
        self.progress = self._menu(tr("Progress"))
        for percent, key in PROGRESS.items():
            action = add(tr("{n} % complete", n=percent), self._set_progress, (key,))
            action.setData(percent)
            self._menus[-1].addAction(action)
        self.on_track = add(tr("As planned by the status date"), self.go_as_planned, ("Ctrl+Shift+6",))
        self._menus[-1].addSeparator()
        self._menus[-1].addAction(self.on_track)
        self.all_on_track = add(tr("Progress of the whole plan as planned"), self.go_all_as_planned, task=False)
        self.status_date = add(tr("Status date…"), self.ask_status_date, task=False)
        self.bars = self._menu(tr("Bar"))
        self._menus[-1].addActions([self.earlier, self.later, self.shorter, self.longer, self.hold])
        self._menus[-1].addSeparator()
        self._menus[-1].addActions([self.split, self.join, self.cut])

    def _menu(self, title: str) -> QAction:
        self._menus.append(QMenu(title, self._page))
        return self._menus[-1].menuAction()

    # -- dates ----------------------------------------------------------------------------------

    def _step(self) -> int:
        """Working minutes of the step to which a drag would round at this zoom."""
        snap, profile = self._page.chart.scale.snap, self._workspace.project.profile
        if snap < DAY:
            return round(snap / dt.timedelta(minutes=1))
        return profile.minutes_per_day if snap == DAY else profile.minutes_per_week

    def _clock(self, task: Task) -> WorkCalendar:
        return ELAPSED if task.elapsed else self._workspace.schedule.calendar(task.id)

    def _beside(self, identity: str, way: int) -> dt.datetime:
        """The start of a task one step of working time earlier or later."""
        start, task = self._workspace.schedule.of(identity).start, self._workspace.project.get(Task, identity)
        clock, minute = self._clock(task), to_minutes(start)
        at_end = clock.previous_finish(minute) == minute != clock.next_start(minute)  # a milestone in the evening
        moved = clock.add(minute, way * self._step())
        return to_datetime(clock.previous_finish(moved) if at_end else clock.next_start(moved))

    def move(self, way: int) -> None:
        """Move the selected tasks by one step of the zoom, counted in working time."""
        ids = self._ids()
        project, plan, chart = self._workspace.project, self._workspace.schedule, self._page.chart
        hold = chart.hold_strip.defaults[OF_START]
        if len(ids) == 1 and not project.is_summary(ids[0]):
            self.run.do("move", ids, MoveTask(ids[0], self._beside(ids[0], way), hold), None)
        elif ids:
            first = min((one for one in movable(project, ids) if one in plan), key=plan.start_minutes, default="")
            if first:
                by = self.run.total("move", ids, self._beside(first, way) - plan.of(first).start)
                self.run.do("move", ids, MoveDates(ids, by, hold), by)
            else:
                self._workspace.rejected.emit(Rejected("all_begun"))

    def stretch(self, way: int) -> None:
        """Make the selected tasks longer or shorter by one step of the zoom."""
        ids = self._ids()
        if ids:
            minutes = self.run.total("stretch", ids, way * self._step())
            self.run.do("stretch", ids, StretchTasks(ids, minutes), minutes)

    def _ids(self) -> tuple[str, ...]:
        return tuple(one for one in self._page.grid.selected_ids() if one in self._workspace.schedule)

    def ask_hold(self) -> None:
        """Ask how the current task is held where it is, or how the drop that was just made is."""
        if self._page.grid.current_id():
            self._page.chart.hold_strip.ask(self._page.grid.current_id())

    def ask_split(self) -> None:
        """Ask where the current task is split, and for how long."""
        current = self._page.grid.current_id()
        if self._workspace.project.is_summary(current):
            name = self._workspace.project.get(Task, current).name
            self._workspace.rejected.emit(Rejected("summary_is_derived", task=name))
        elif current in self._workspace.schedule:
            self._page.chart.split_strip.ask(current)

    def join_parts(self) -> None:
        """Make the selected tasks one piece each."""
        ids = self._ids()
        if ids:
            self._workspace.do(JoinParts(ids))

    def change_link(self) -> None:
        """Open type and lag of the selected link, or of a link that leads to the current task, or from it."""
        chart, current, project = self._page.chart, self._page.grid.current_id(), self._workspace.project
        links = [*project.predecessors(current), *project.successors(current)]
        chosen, task = chart.selected_link or next((link.id for link in links), ""), project.find(Task, current)
        if chosen:
            chart.select_link(chosen)
            chart.link_strip.show_link(chosen)
        elif task is not None:  # the heading of a group is none
            self._workspace.rejected.emit(Rejected("no_link", task=task.name))

    def _set_progress(self) -> None:
        action, ids = self.sender(), self._page.grid.selected_ids()
        if isinstance(action, QAction) and ids:
            self._page.chart.do(SetProgress(tuple(ids), int(action.data())))

    def go_as_planned(self) -> None:
        """What was to be done of the selected tasks by the status date is done."""
        ids = self._page.grid.selected_ids()
        if ids:
            self._as_planned(tuple(ids))

    def go_all_as_planned(self) -> None:
        """What was to be done by the status date is done."""
        self._as_planned(())

    def ask_status_date(self) -> None:
        """Ask up to which day the plan is reported."""
        from desktop.views.plan.status_date import StatusDateDialog

        self._workspace.settle()
        StatusDateDialog(self._workspace, self._page.window()).open()

    def _as_planned(self, ids: tuple[str, ...]) -> None:
        done, step = self._workspace.do_step(ProgressAsPlanned(ids))
        if done and step is not None:
            count = len(step.of("task"))
            day = date_text(self._workspace.project.profile.status_date)
            self._page.said.emit(
                ntr("{n} task goes as planned by {date}", "{n} tasks go as planned by {date}", count, date=day)
            )

    # -- tools ----------------------------------------------------------------------------------

    def _take_up_knife(self) -> None:
        self._page.chart.hand.take_up(SPLIT if self.cut.isChecked() else "")

    def _take_up(self) -> None:
        self._page.chart.hand.take_up(DRAW if self.draw.isChecked() else "")

    def _show_tool(self) -> None:
        self.draw.setChecked(self._page.chart.hand.tool == DRAW)
        self.cut.setChecked(self._page.chart.hand.tool == SPLIT)

    def tools(self) -> Sequence[QAction | None]:
        """For the menu of the chart."""
        return (self.draw,)


