"""The plan workspace: work breakdown structure and Gantt chart side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import ChangeSet
from desktop.domain.commands.plan.recurring import recurring_summary
from desktop.domain.forecast import plan_part
from desktop.domain.plan import Assignment, Dependency, Task
from desktop.i18n import N_, tr
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.workspace import Workspace
from desktop.views.banner import Banner
from desktop.views.labels import em
from desktop.views.letters import titled
from desktop.views.menus import name_with_key
from desktop.views.page import Gestures, Page
from desktop.views.plan.actions import PlanActions
from desktop.views.plan.axis_actions import AxisActions
from desktop.views.plan.badge_menu import BadgeMenu
from desktop.views.plan.below import Below
from desktop.views.plan.cell_actions import CellActions
from desktop.views.plan.cell_edits import CellEdits
from desktop.views.plan.chart import GanttChart
from desktop.views.plan.column_menu import ColumnActions
from desktop.views.plan.compact import Bars
from desktop.views.plan.conflicts import Conflicts
from desktop.views.plan.details import DetailsDoor, TaskPanel
from desktop.views.plan.early_dates import EarlyDates
from desktop.views.plan.edits import PlanEdits
from desktop.views.plan.find_strip import FindStrip
from desktop.views.plan.first_view import FirstView
from desktop.views.plan.found_button import FoundButton
from desktop.views.plan.gesture_list import gestures_of
from desktop.views.plan.grid import PlanGrid
from desktop.views.plan.layout import restore_layout, save_layout
from desktop.views.plan.legend_strip import LegendStrip
from desktop.views.plan.meaning import Meaning
from desktop.views.plan.modules import Modules
from desktop.views.plan.named_views import NamedViews
from desktop.views.plan.next_row import NextRow
from desktop.views.plan.overview_strip import OverviewStrip
from desktop.views.plan.paper_actions import PaperActions
from desktop.views.plan.paste import Paster
from desktop.views.plan.reopened import Reopened
from desktop.views.plan.row_actions import RowActions
from desktop.views.plan.row_bar import RowBar
from desktop.views.plan.rows_shown import RowsShown
from desktop.views.plan.rules_line import RulesLine
from desktop.views.plan.time_area import ZOOM_STEP
from desktop.views.plan.up_to_date import UpToDate
from desktop.views.plan.wbs_actions import WbsActions
from desktop.views.plan.what_if import WhatIf
from desktop.views.records.empty import EmptyRegister
from desktop.views.settings import Settings
from desktop.views.slices import Steps

LARGE = 2000
"""Tasks."""
FIGURES = {"critical": "critical", "late": "overdue", "slipped": "slipped", "deadline": "deadline"}
"""Figures of the overview that are filters of the plan."""


class PlanPage(Page):
    """Grid and chart share the model, the rows, the scroll and the selection."""

    key: ClassVar[str] = "plan"
    title: ClassVar[str] = N_("Plan")
    icon: ClassVar[str] = "plan"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None, *, at_once: bool = True) -> None:
        """Unless it is made ``at_once``, nothing can be done with it before :meth:`making` has come to its end."""
        super().__init__(workspace, parent)
        self._is_made = False
        if at_once:
            for _ in self.making():
                pass

    def making(self) -> Steps:
        workspace = self.workspace
        self.model = PlanModel(workspace, self)
        self.grid = PlanGrid(self.model, self)
        yield
        self.chart = GanttChart(workspace, self.grid, self)
        self.panel = TaskPanel(self.model)
        self.panel.setParent(self)
        yield
        self.empty = EmptyRegister(
            self.icon, tr("Nothing is planned yet"), tr(Task.info.purpose), tr("Add the first task")
        )
        self.work = QSplitter(Qt.Orientation.Horizontal)
        self.rules = RulesLine(workspace)
        self.legend = LegendStrip()
        self.badges = BadgeMenu(self)
        self.found = FoundButton(workspace)
        self.edits = PlanEdits(self)
        self.next_row = NextRow(self)
        self.door = DetailsDoor(self)
        self.overview = OverviewStrip(self.chart)
        self.axis_actions = AxisActions(self)
        self.paper_actions = PaperActions(self)
        self.up_to_date = UpToDate(self)
        self.conflicts = Conflicts(self)
        self.meaning = Meaning(self)
        self.modules = Modules(self)
        self.what_if = WhatIf(self)
        self.plan_actions = PlanActions(self)
        yield
        self.column_actions = ColumnActions(self.grid, self, self._current_column)
        self.wbs_actions = WbsActions(self)
        self.find_strip = FindStrip(self)
        self.rows_shown = RowsShown(self)
        self.views = NamedViews(self)
        self.row_bar = RowBar(self)
        self.notice = Banner()
        self.reopened = Reopened(self)
        self.row_actions = RowActions(self)
        self.cell_edits = CellEdits(self)
        self.paster = Paster(self)
        self.cell_actions = CellActions(self)
        self.early_dates = EarlyDates(self)
        self.first_view = FirstView(self)
        yield
        self._lay_out()
        self._connect()
        self.show_selection()
        self._show_emptiness()
        self._is_made = True
        self._fit(self.height())

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
        self.panel.hide()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bars = Bars(self, bar)
        column.addWidget(self.bars)
        column.addWidget(self.notice)
        column.addWidget(self.what_if)
        column.addWidget(self.find_strip)
        column.addWidget(self.stack, 1)
        self.below = Below(self.legend, self.overview)
        column.addWidget(self.below)
        last = QHBoxLayout()
        last.setSpacing(0)
        last.addWidget(self.rules, 1)
        column.addLayout(last)
        self.bars.lay_last(last)

    def _connect(self) -> None:
        self.empty.pressed.connect(self.edits.add_below)
        self.grid.fill_wanted.connect(self.cell_edits.fill)
        self.grid.gives_up = self._gives_up
        self.grid.escaped.connect(self.cell_edits.give_up)
        self.grid.escaped.connect(self.find_strip.leave)
        self.grid.escaped.connect(self.model.left_out.clear)
        self.grid.hold_pressed.connect(self.conflicts.mark_pressed)
        self.grid.moving_refused.connect(self.rows_shown.refuse_moving)
        self.grid.selectionModel().selectionChanged.connect(self.show_selection)
        self.grid.selectionModel().currentRowChanged.connect(self.show_selection)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self.edits.show_grid_menu)
        self.grid.row_header.customContextMenuRequested.connect(self.edits.show_row_menu)
        self.chart.menu_wanted.connect(self.edits.show_chart_menu)
        self.chart.mark_pressed.connect(self.badges.open_mark)
        self.chart.details_wanted.connect(self.door.show_task)
        self.grid.selectionModel().currentChanged.connect(self.column_actions.refresh)
        self.panel.navigate.connect(self.navigate)
        self.panel.left.connect(self.door.leave)
        self.rules.wanted.connect(self.navigate)
        self.chart.look.drawn.connect(self._show_legend, Qt.ConnectionType.QueuedConnection)
        self.plan_actions.look.chosen.connect(self._show_legend)
        self.found.clicked.connect(self.edits.show_findings)
        self.workspace.changed.connect(self._project_changed)

    def menus(self) -> Sequence[tuple[str, Sequence[QAction | None]]]:
        found = [
            (titled(N_("Task")), self.plan_actions.task_menu()),
            (titled(N_("Cells")), self.cell_actions.menu()),
            (titled(N_("Columns"), "O"), (*self.column_actions.all(), None, self.plan_actions.meaning, None,
                                        *self.wbs_actions.all())),
            (titled(N_("Rows")), self.row_actions.menu()),
            (titled(N_("Chart"), "A"), self.plan_actions.chart_menu()),
        ]
        if not self.workspace.is_guarded:
            found.append((titled(N_("Resources"), "S"), self.plan_actions.resource_menu()))
        return found

    def gestures(self) -> Iterable[Gestures]:
        return gestures_of(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_made:
            self._fit(event.size().height())

    def _fit(self, height: int) -> None:
        self.below.fit(height)
        self.bars.fit(height)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.first_view.begin()

    # -- what is shown --------------------------------------------------------------------------

    @property
    def is_large(self) -> bool:
        """Whether what takes a pass over the plan takes longer than a person notices."""
        return len(self.workspace.project.table(Task)) > LARGE

    def _gives_up(self) -> bool:
        """Whether there is something that Escape gives up."""
        return self.cell_edits.is_busy or self.find_strip.isVisible() or bool(self.model.left_out.cells)

    def _current_column(self) -> int:
        return self.grid.currentIndex().column()

    def zoom_in(self) -> None:
        self.chart.glide.zoom(ZOOM_STEP, self.chart.zoom_place())

    def zoom_out(self) -> None:
        self.chart.glide.zoom(1 / ZOOM_STEP, self.chart.zoom_place())

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
        self.model.set_closed([self.model.ids[row] for row in self.grid.cells.rows()], False)

    def collapse(self) -> None:
        """Close the selected summaries, or the one that the current task belongs to."""
        rows = list(self.grid.cells.rows()) or [self.grid.currentIndex().row()]
        summaries = [self.model.ids[row] for row in rows if row >= 0 and self.model.facts(row).summary]
        if not summaries and rows[0] >= 0:
            above = self.model.above(rows[0])
            summaries = [above] if above else []
        self.model.set_closed(summaries, True)
        if summaries and (row := self.model.row_of(summaries[0])) >= 0:
            self.grid.cells.choose(row, self.grid.column_in_sight())
            self.grid.scrollTo(self.grid.currentIndex())

    def expand_all(self) -> None:
        self.model.set_all_closed(False)

    def collapse_all(self) -> None:
        self.model.set_all_closed(True)

    # -- keeping up -----------------------------------------------------------------------------

    def show_selection(self) -> None:
        """Enable what can be done with the selection, and show the current task in the panel."""
        current = self.workspace.project.find(Task, self.grid.current_id())
        self.plan_actions.refresh(
            max(self.grid.cells.tasks(), int(current is not None)),
            manual=current is not None and current.mode == "manual",
            recurring=current is not None and recurring_summary(self.workspace.project, current.id) is not None,
        )
        if not self.panel.isHidden():
            self.panel.show_tasks(self.grid.selected_ids())

    def _project_changed(self, changes: ChangeSet) -> None:
        self.rules.refresh()
        if changes.of("baseline"):
            self.plan_actions.look.refresh()
        if changes.of("task"):
            self._show_emptiness()
        self.show_selection()

    def show_path_bands(self) -> None:
        """Mark the chains that lead to the current task, until they are cleared."""
        self.chart.look.show_paths(self.grid.current_id())
        self.plan_actions.clear_paths.setEnabled(bool(self.chart.look.path_target))

    def clear_path_bands(self) -> None:
        self.chart.look.show_paths("")
        self.plan_actions.clear_paths.setEnabled(False)

    def _show_legend(self) -> None:
        """Explain what the chart shows now."""
        self.legend.show_entries(self.chart.look.entries, self.chart.look.most_entries)

    def _show_emptiness(self) -> None:
        empty = not self.workspace.project.table(Task)
        # The page that is not in sight makes no demands on the height of the window.
        asks = QSizePolicy.Policy.Preferred if empty else QSizePolicy.Policy.Ignored
        self.empty.setSizePolicy(asks, asks)
        self.stack.setCurrentWidget(self.empty if empty else self.splitter)
        self.setFocusProxy(self.empty.button if empty else self.grid)
        self.axis_actions.show_overview()

    # -- Page -----------------------------------------------------------------------------------

    def current(self) -> str:
        return self.grid.current_id()

    def reveal(self, identity: str) -> bool:
        project = self.workspace.project
        link = project.find(Dependency, identity)
        assignment = project.find(Assignment, identity)
        task = link.successor if link else assignment.task if assignment else identity
        if project.find(Task, task) is None:
            return False
        self.rows_shown.bring_out(task)
        self.grid.select_id(task, NUMBER_OF["name"])
        self.chart.selected_link = link.id if link else ""
        self.chart.show_task(task)
        return True

    def apply_filter(self, name: str) -> None:
        """Select the tasks that a figure of the overview counts (:func:`plan_part`), and show the first.

        What has a name among the filters is shown alone.
        """
        today = self.workspace.session.now().date()
        ids = plan_part(self.workspace.project, self.workspace.schedule, today, name)
        if ids and name in FIGURES:
            self.rows_shown.show_part(FIGURES[name])
        for identity in ids if not self.rows_shown.is_working else ():
            self.rows_shown.bring_out(identity)
        rows = sorted(self.model.row_of(identity) for identity in ids)
        self.grid.select_rows(rows)
        if rows:
            self.grid.scrollTo(self.grid.currentIndex())
            self.chart.show_task(self.grid.current_id())
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_state(self) -> dict[str, object]:
        return save_layout(self)

    def take_settings(self, settings: Settings) -> None:
        self.views.store.settings = self.modules.store.settings = settings
        self.views.compare()

    def restore_state(self, state: dict[str, object]) -> None:
        restore_layout(self, state)
