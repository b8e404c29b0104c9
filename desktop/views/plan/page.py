"""The plan workspace: work breakdown structure and Gantt chart side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, ClassVar

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QToolBar, QVBoxLayout, QWidget

from desktop.charts.gantt import LABELS, Hit
from desktop.charts.timescale import EARLIEST, LATEST, MAX_SCALE, MIN_SCALE, Timescale
from desktop.domain.changes import ChangeSet, new_id
from desktop.domain.commands.plan import (
    ABOVE,
    BELOW,
    CHILD,
    FIRST_CHILD,
    AddTask,
    DeleteTasks,
    IndentTasks,
    LinkTasks,
    OutdentTasks,
    SetLink,
    SetManual,
    SetProgress,
    ShiftTasks,
    ToggleMilestone,
    UnlinkTasks,
)
from desktop.domain.commands.records import DeleteRecords
from desktop.domain.plan import Assignment, Dependency, Task
from desktop.i18n import N_, tr
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.workspace import Workspace
from desktop.views.labels import em
from desktop.views.menus import add_all, name_with_key
from desktop.views.page import Page
from desktop.views.plan.actions import PlanActions
from desktop.views.plan.baseline_dialog import BaselineDialog
from desktop.views.plan.chart import ZOOM_STEP, GanttChart
from desktop.views.plan.grid import PlanGrid
from desktop.views.plan.link_popup import CHANGE, REMOVE, LinkPopup, link_menu
from desktop.views.plan.task_panel import TaskPanel
from desktop.views.records.empty import EmptyRegister

FIRST_SCALE = 3.0
"""Pixels per day below which a first look at the whole plan would show nothing."""
MANY = 3000
"""Rows beyond which the selected ones are not counted: only none, one or more matter."""
MAX_WIDTH = 4000
"""Widest column that is taken back from a remembered layout."""


class PlanPage(Page):
    """Grid and chart share the model, the rows, the scroll and the selection."""

    key: ClassVar[str] = "plan"
    title: ClassVar[str] = N_("Plan")
    icon: ClassVar[str] = "plan"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.model = PlanModel(workspace, self)
        self.grid = PlanGrid(self.model)
        self.chart = GanttChart(workspace, self.grid)
        self.panel = TaskPanel(workspace)
        self.empty = EmptyRegister(
            self.icon, tr("Nothing is planned yet"), tr(Task.info.purpose), tr("Add the first task")
        )
        self.work = QSplitter(Qt.Orientation.Horizontal)
        self.plan_actions = PlanActions(self)
        self._fitted = False
        self._lay_out()
        self._connect()
        self._show_selection()
        self._show_emptiness()

    # -- building -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        bar = QToolBar(tr("Plan"))
        bar.setIconSize(QSize(em(1.15), em(1.15)))
        for action in self.plan_actions.tool_bar():
            if action is None:
                bar.addSeparator()
            else:
                action.setToolTip(name_with_key(action))
                bar.addAction(action)
        self.work.addWidget(self.grid)
        self.work.addWidget(self.chart)
        self.work.setChildrenCollapsible(False)
        self.work.setStretchFactor(0, 1)
        self.work.setStretchFactor(1, 1)
        self.work.setSizes([em(36), em(36)])
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.work)
        self.splitter.addWidget(self.panel)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([em(60), em(22)])
        self.panel.hide()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.empty.pressed.connect(self.add_below)
        self.grid.add_wanted.connect(self.add_below)
        self.grid.selectionModel().selectionChanged.connect(self._show_selection)
        self.grid.selectionModel().currentRowChanged.connect(self._show_selection)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._grid_menu)
        self.chart.menu_wanted.connect(self._chart_menu)
        self.chart.details_wanted.connect(self._show_details_of)
        self.panel.navigate.connect(self.navigate)
        self.workspace.changed.connect(self._project_changed)

    def menus(self) -> Sequence[tuple[str, Sequence[QAction | None]]]:
        return (
            (tr("Task"), self.plan_actions.task_menu()),
            (tr("Chart"), self.plan_actions.chart_menu()),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fitted:
            self._fitted = True
            QTimer.singleShot(0, self._first_view)

    def _first_view(self) -> None:
        """Begin with the whole plan in sight, or with today where it is too long to be read."""
        self.chart.fit_project()
        if self.chart.scale.scale < FIRST_SCALE:
            start = self.workspace.schedule.start
            self.chart.set_scale(Timescale(start - timedelta(days=3), FIRST_SCALE))
        if not self.grid.currentIndex().isValid() and self.model.rowCount():
            self.grid.select_id(self.model.ids[0], NUMBER_OF["name"])

    # -- outline --------------------------------------------------------------------------------

    def add_below(self) -> None:
        """Add a task under the current row and edit its name."""
        current = self.grid.current_id()
        row = self.model.row_of(current)
        inside = row >= 0 and self.model.facts(row).summary and not self.model.facts(row).closed
        self._add(FIRST_CHILD if inside else BELOW)

    def add_above(self) -> None:
        """Insert a task in front of the current row and edit its name."""
        self._add(ABOVE)

    def add_child(self) -> None:
        """Add a sub-task to the current task and edit its name."""
        self._add(CHILD)

    def _add(self, place: str) -> None:
        identity = new_id()
        command = AddTask(tr("New task"), self.grid.current_id() or None, place, fields={"id": identity})
        if self.workspace.do(command):
            self.grid.edit_cell(identity)

    def rename(self) -> None:
        """Edit the name of the current task."""
        if self.grid.current_id():
            self.grid.edit_cell(self.grid.current_id())

    def delete(self) -> None:
        """Delete the selected link, or the selected tasks with what is below them; undo brings them back."""
        link = self.chart.selected_link
        if link and self.chart.hasFocus():
            self.workspace.do(DeleteRecords("dependency", (link,), N_("Remove a link")))
            return
        ids = self.grid.selected_ids()
        if ids:
            row = self.model.row_of(ids[0])
            if self.workspace.do(DeleteTasks(tuple(ids))) and self.model.rowCount():
                self.grid.select_id(self.model.ids[min(row, self.model.rowCount() - 1)])

    def indent(self) -> None:
        """Make the selected tasks sub-tasks of the one above."""
        self._rearrange(IndentTasks(tuple(self.grid.selected_ids())))

    def outdent(self) -> None:
        """Lift the selected tasks one level."""
        self._rearrange(OutdentTasks(tuple(self.grid.selected_ids())))

    def move_up(self) -> None:
        """Move the selected tasks up among their siblings."""
        self._rearrange(ShiftTasks(tuple(self.grid.selected_ids()), -1))

    def move_down(self) -> None:
        """Move the selected tasks down among their siblings."""
        self._rearrange(ShiftTasks(tuple(self.grid.selected_ids()), 1))

    def _rearrange(self, command: IndentTasks | OutdentTasks | ShiftTasks) -> None:
        """Move rows and keep them selected and in sight, opening a closed summary that took them in."""
        current = self.grid.current_id()
        if command.ids and self.workspace.do(command):
            for identity in command.ids:
                self.model.uncover(identity)
            rows = [self.model.row_of(identity) for identity in command.ids]
            self.grid.select_rows([row for row in rows if row >= 0])
            if self.model.row_of(current) >= 0:
                self.grid.scrollTo(self.model.index(self.model.row_of(current), NUMBER_OF["name"]))

    # -- links, progress, kind ------------------------------------------------------------------

    def link(self) -> None:
        """Chain the selected tasks finish-to-start."""
        self.workspace.do(LinkTasks(tuple(self.grid.selected_ids())))

    def unlink(self) -> None:
        """Remove the links among the selected tasks, or all links of the one that is selected."""
        ids = self.grid.selected_ids()
        if ids:
            self.workspace.do(UnlinkTasks(tuple(ids)))

    def toggle_milestone(self) -> None:
        """Make the selected tasks milestones, or tasks again."""
        ids = self.grid.selected_ids()
        if ids:
            self.workspace.do(ToggleMilestone(tuple(ids)))

    def toggle_manual(self) -> None:
        """Keep the selected tasks where they are, or let them follow their links."""
        ids = self.grid.selected_ids()
        if ids:
            self.workspace.do(SetManual(tuple(ids), self.plan_actions.by_hand.isChecked()))
        self._show_selection()

    def set_progress(self, action: QAction) -> None:
        """Give the selected tasks the progress that ``action`` carries."""
        ids = self.grid.selected_ids()
        if ids:
            self.workspace.do(SetProgress(tuple(ids), int(action.data())))

    def capture_baseline(self) -> None:
        """Keep the plan as it is now."""
        BaselineDialog(self.workspace, self.window()).open()

    # -- what is shown --------------------------------------------------------------------------

    def toggle_details(self) -> None:
        """Show or hide the form of the current task."""
        self.panel.setVisible(self.plan_actions.details.isChecked())
        self._show_selection()

    def _show_details_of(self, identity: str) -> None:
        self.grid.select_id(identity)
        self.plan_actions.details.setChecked(True)
        self.toggle_details()

    def zoom_in(self) -> None:
        self.chart.zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        self.chart.zoom(1 / ZOOM_STEP)

    def fit_selection(self) -> None:
        """Show the selected tasks from the first start to the last finish."""
        self.chart.fit_tasks(self.grid.selected_ids())

    def scroll_to_task(self) -> None:
        """Bring the bar of the current task into sight."""
        if self.grid.current_id():
            self.grid.scrollTo(self.grid.currentIndex())
            self.chart.show_task(self.grid.current_id())

    def expand(self) -> None:
        """Open the selected summaries."""
        self.model.set_closed(self.grid.selected_ids(), False)

    def collapse(self) -> None:
        """Close the selected summaries, or the one that the current task belongs to."""
        ids = self.grid.selected_ids()
        summaries = [identity for identity in ids if self.workspace.project.is_summary(identity)]
        if not summaries and ids:
            parent = self.workspace.project.get(Task, ids[0]).parent
            summaries = [parent] if parent else []
        self.model.set_closed(summaries, True)
        if summaries:
            self.grid.select_id(summaries[0])

    def expand_all(self) -> None:
        self.model.set_all_closed(False)

    def collapse_all(self) -> None:
        self.model.set_all_closed(True)

    def toggle_option(self) -> None:
        """Show what is ticked in the menu of the chart."""
        shown: dict[str, Any] = {action.data(): action.isChecked() for action in self.plan_actions.toggles}
        self.chart.set_options(replace(self.chart.options, **shown))

    def choose_label(self, action: QAction) -> None:
        """Write something else beside the bars."""
        self.chart.set_options(replace(self.chart.options, label=str(action.data())))

    # -- context menus --------------------------------------------------------------------------

    def _grid_menu(self, position: QPoint) -> None:
        self._task_menu().popup(self.grid.viewport().mapToGlobal(position))

    def _task_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_all(menu, self.plan_actions.task_menu())
        return menu

    def _chart_menu(self, hit: Hit, position: QPoint) -> None:
        link = self.workspace.project.find(Dependency, hit.link)
        if link is None:
            self._task_menu().popup(position)
            return
        menu = link_menu(self.workspace, link, self)
        menu.triggered.connect(self._change_link)
        self._menu_place = position
        menu.popup(position)

    def _change_link(self, action: QAction) -> None:
        link = self.workspace.project.find(Dependency, self.chart.selected_link)
        if link is None:
            return
        if action.data() == CHANGE:
            LinkPopup(self.workspace, link, self).show_at(self._menu_place)
        elif action.data() == REMOVE:
            self.workspace.do(DeleteRecords("dependency", (link.id,), N_("Remove a link")))
        else:
            self.workspace.do(SetLink(link.id, str(action.data()), link.lag, link.lag_unit, link.lag_percent))

    # -- keeping up -----------------------------------------------------------------------------

    def _show_selection(self) -> None:
        current = self.workspace.project.find(Task, self.grid.current_id())
        count = len(self.grid.selectionModel().selectedRows()) if self.model.rowCount() < MANY else 2
        self.plan_actions.refresh(
            max(count, int(current is not None)), manual=current is not None and current.mode == "manual"
        )
        if not self.panel.isHidden():
            self.panel.show_record(self.grid.current_id())

    def _project_changed(self, changes: ChangeSet) -> None:
        if changes.of("task"):
            self._show_emptiness()
        self._show_selection()

    def _show_emptiness(self) -> None:
        empty = not self.workspace.project.table(Task)
        self.stack.setCurrentWidget(self.empty if empty else self.splitter)

    # -- Page -----------------------------------------------------------------------------------

    def reveal(self, identity: str) -> bool:
        project = self.workspace.project
        link = project.find(Dependency, identity)
        assignment = project.find(Assignment, identity)
        task = link.successor if link else assignment.task if assignment else identity
        if project.find(Task, task) is None:
            return False
        self.grid.select_id(task, NUMBER_OF["name"])
        self.chart.selected_link = link.id if link else ""
        self.chart.show_task(task)
        return True

    def save_state(self) -> dict[str, object]:
        options = {action.data(): action.isChecked() for action in self.plan_actions.toggles}
        return {
            "columns": [list(column) for column in self.grid.shown_columns()],
            "work": self.work.sizes(),
            "splitter": self.splitter.sizes(),
            "details": self.plan_actions.details.isChecked(),
            "closed": sorted(self.model.closed),
            "current": self.grid.current_id(),
            "scale": self.chart.scale.scale,
            "start": self.chart.scale.start.isoformat(),
            "label": self.chart.options.label,
            "options": options,
        }

    def restore_state(self, state: dict[str, object]) -> None:
        columns = [(each[0], each[1]) for each in _list(state.get("columns")) if _is_column(each)]
        if columns:
            self.grid.show_columns(columns)
        for name, splitter in (("work", self.work), ("splitter", self.splitter)):
            sizes = [size for size in _list(state.get(name)) if type(size) is int and 0 <= size < 100_000]
            if len(sizes) == splitter.count() and any(sizes):
                splitter.setSizes(sizes)
        self.model.set_closed([each for each in _list(state.get("closed")) if isinstance(each, str)], True)
        self._restore_chart(state)
        if state.get("details") is True:
            self.plan_actions.details.setChecked(True)
            self.toggle_details()
        current = state.get("current")
        if isinstance(current, str) and self.model.row_of(current) >= 0:
            self.grid.select_id(current)

    def _restore_chart(self, state: dict[str, object]) -> None:
        options, label = state.get("options"), state.get("label")
        if isinstance(options, dict):
            known = {action.data() for action in self.plan_actions.toggles}
            chosen: dict[str, Any] = {
                name: value for name, value in options.items() if name in known and isinstance(value, bool)
            }
            self.chart.set_options(replace(self.chart.options, **chosen))
        if label in LABELS:
            self.chart.set_options(replace(self.chart.options, label=str(label)))
        self.plan_actions.show_options()
        scale, start = state.get("scale"), state.get("start")
        try:
            begin = datetime.fromisoformat(str(start))
            factor = float(str(scale))
        except ValueError:
            return
        if begin.tzinfo is None and EARLIEST <= begin <= LATEST and MIN_SCALE <= factor <= MAX_SCALE:
            self.chart.set_scale(Timescale(begin, factor))
            self._fitted = True


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _is_column(value: Any) -> bool:
    fits = isinstance(value, list) and len(value) == 2 and isinstance(value[0], str) and type(value[1]) is int
    return fits and 0 <= value[1] <= MAX_WIDTH
