"""What can be done to the plan from its page: each method is the slot of one action."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.charts.gantt import Hit
from desktop.domain.changes import new_id
from desktop.domain.commands.plan import (
    ABOVE,
    BELOW,
    CHILD,
    FIRST_CHILD,
    AddTask,
    ClearLevelling,
    DeleteTasks,
    IndentTasks,
    LinkTasks,
    OutdentTasks,
    RescheduleUnfinished,
    SetLink,
    SetManual,
    ShiftTasks,
    ToggleMilestone,
    UnlinkTasks,
)
from desktop.domain.commands.plan.links import RemoveLink
from desktop.domain.commands.plan.recurring import recurring_summary
from desktop.domain.plan import Dependency, Task
from desktop.i18n import ntr, tr
from desktop.views.menus import add_all
from desktop.views.plan.baseline_dialog import BaselineDialog
from desktop.views.plan.findings_dialog import FindingsDialog
from desktop.views.plan.levelling_dialog import LevellingDialog
from desktop.views.plan.link_menu import CHANGE, REMOVE, link_menu
from desktop.views.plan.paths_dialog import PathsDialog
from desktop.views.plan.recurring_dialog import RecurringDialog

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage


class PlanEdits(QObject):
    """Edits of the selected tasks; what is refused, the window says."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page, self._workspace = page, page.workspace

    # -- outline --------------------------------------------------------------------------------

    def add_below(self) -> None:
        """Add a task under the current row and edit its name."""
        current = self._page.grid.current_id()
        row = self._page.model.row_of(current)
        inside = row >= 0 and self._page.model.facts(row).summary and not self._page.model.facts(row).closed
        self._add(FIRST_CHILD if inside else BELOW)

    def add_above(self) -> None:
        """Insert a task in front of the current row and edit its name."""
        self._add(ABOVE)

    def add_child(self) -> None:
        """Add a sub-task to the current task and edit its name."""
        self._add(CHILD)

    def _add(self, place: str) -> None:
        grid, identity = self._page.grid, new_id()
        self._workspace.settle()
        left = grid.current_id(), grid.column_in_sight()
        command = AddTask(tr("New task"), left[0] or None, place, fields={"id": identity})
        done, step = self._workspace.do_step(command)
        if done:
            grid.edit_cell(identity)
            self._page.next_row.wait(identity, step, left)

    def add_recurring(self) -> None:
        """Ask for a task that comes again, and add it below the current one."""
        self._ask_recurring(anchor=self._page.grid.current_id())

    def change_recurring(self) -> None:
        """Ask for another pattern of the recurring task that is current, or that the current one belongs to."""
        summary = recurring_summary(self._workspace.project, self._page.grid.current_id())
        if summary is not None:
            self._ask_recurring(summary=summary)

    def _ask_recurring(self, *, anchor: str = "", summary: str = "") -> None:
        page = self._page
        dialog = RecurringDialog(self._workspace, page.window(), anchor=anchor, summary=summary)
        dialog.added.connect(page.reveal)
        dialog.open()

    def rename(self) -> None:
        """Edit the name of the current task."""
        if self._page.grid.current_id():
            self._page.grid.edit_cell(self._page.grid.current_id())

    def delete(self) -> None:
        """Delete the selected link, or the selected tasks with what is below them; undo brings them back."""
        link = self._page.chart.selected_link
        if link and self._page.chart.hasFocus():
            self._workspace.do(RemoveLink(link))
            return
        self.delete_tasks(self._page.grid.selected_ids())

    def delete_tasks(self, ids: Sequence[str]) -> None:
        """Delete tasks with what is below them, as far as they are there, and stay where they were."""
        ids = [identity for identity in ids if identity in self._workspace.project.table(Task)]
        if ids:
            row = max(self._page.model.row_of(ids[0]), 0)
            name = self._workspace.project.get(Task, ids[0]).name
            if not self._workspace.do(DeleteTasks(tuple(ids))):
                return
            one = tr("“{name}” was deleted; undo brings it back", name=name)
            many = ntr(
                "{n} task was deleted; undo brings it back", "{n} tasks were deleted; undo brings them back", len(ids)
            )
            self._page.said.emit(one if len(ids) == 1 else many)
            if self._page.model.rowCount():
                self._page.grid.select_id(self._page.model.ids[min(row, self._page.model.rowCount() - 1)])

    def indent(self) -> None:
        """Make the selected tasks sub-tasks of the one above."""
        self._rearrange(IndentTasks(tuple(self._page.grid.selected_ids())))

    def outdent(self) -> None:
        """Lift the selected tasks one level."""
        self._rearrange(OutdentTasks(tuple(self._page.grid.selected_ids())))

    def move_up(self) -> None:
        """Move the selected tasks up among their siblings."""
        self._rearrange(ShiftTasks(tuple(self._page.grid.selected_ids()), -1))

    def move_down(self) -> None:
        """Move the selected tasks down among their siblings."""
        self._rearrange(ShiftTasks(tuple(self._page.grid.selected_ids()), 1))

    def _rearrange(self, command: IndentTasks | OutdentTasks | ShiftTasks) -> None:
        """Move rows and keep them selected and in sight, opening a closed summary that took them in."""
        if self._page.rows_shown.refuse_moving():
            return
        grid = self._page.grid
        current, column, columns = grid.current_id(), grid.column_in_sight(), grid.cells.columns()
        if command.ids and self._workspace.do(command):
            self._page.model.uncover_all(command.ids)
            rows = [self._page.model.row_of(identity) for identity in command.ids]
            grid.select_rows([row for row in rows if row >= 0], columns)
            if self._page.model.row_of(current) >= 0:
                grid.set_current(self._page.model.row_of(current), column)
                grid.scrollTo(grid.currentIndex())

    def show_paths(self) -> None:
        """List the chains of tasks that lead to the current one."""
        current = self._page.grid.current_id()
        if current in self._workspace.schedule:
            dialog = PathsDialog(self._workspace, current, self._page.window())
            dialog.task_wanted.connect(self._page.navigate)
            dialog.bands_wanted.connect(self._page.show_path_bands)
            dialog.open()

    def show_findings(self) -> None:
        """List what the scheduler found in the plan."""
        dialog = FindingsDialog(self._workspace, self._page.window())
        dialog.task_wanted.connect(self._page.navigate)
        dialog.open()

    # -- links, progress, kind ------------------------------------------------------------------

    def link(self) -> None:
        """Chain the selected tasks finish-to-start."""
        self._workspace.do(LinkTasks(tuple(self._page.grid.selected_ids())))

    def unlink(self) -> None:
        """Remove the links among the selected tasks, or all links of the one that is selected."""
        ids = self._page.grid.selected_ids()
        if ids:
            self._workspace.do(UnlinkTasks(tuple(ids)))

    def toggle_milestone(self) -> None:
        """Make the selected tasks milestones, or tasks again."""
        ids = self._page.grid.selected_ids()
        if ids:
            self._workspace.do(ToggleMilestone(tuple(ids)))

    def toggle_manual(self) -> None:
        """Keep the selected tasks where they are, or let them follow their links."""
        ids = self._page.grid.selected_ids()
        if ids:
            self._workspace.do(SetManual(tuple(ids), self._page.plan_actions.by_hand.isChecked()))
        self._page.show_selection()

    def reschedule_unfinished(self) -> None:
        """Move what lies undone before the status date behind it: of the selected tasks, or of the whole plan."""
        ids = self._page.grid.selected_ids()
        self._workspace.do(RescheduleUnfinished(tuple(ids) if len(ids) > 1 else ()))

    def capture_baseline(self) -> None:
        """Keep the plan as it is now."""
        BaselineDialog(self._workspace, self._page.window()).open()

    def level_resources(self) -> None:
        """Look for moves that resolve overloads; what is chosen of them is shown in the chart."""
        dialog = LevellingDialog(self._workspace, self._page.window())
        dialog.previewed.connect(self._page.chart.show_preview)
        dialog.open()

    def edit_calendars(self) -> None:
        """The working time of the current task's calendar, or of the project."""
        from desktop.views.calendars import open_editor  # the plan is shown without it

        task = self._workspace.project.find(Task, self._page.grid.current_id())
        open_editor(self._workspace, self._page.window(), (task.calendar or "") if task else "")

    def clear_levelling(self) -> None:
        """Take levelling delays back: of the selected tasks if there are several, or of the whole plan."""
        ids = self._page.grid.selected_ids()
        self._workspace.do(ClearLevelling(tuple(ids) if len(ids) > 1 else None))

    # -- context menus --------------------------------------------------------------------------

    def show_grid_menu(self, position: QPoint) -> None:
        cells = (*self._page.cell_actions.context_menu(), *self._page.row_actions.cell_menu())
        self._menu_with(cells).popup(self._page.grid.viewport().mapToGlobal(position))

    def show_row_menu(self, position: QPoint) -> None:
        cells = self._page.cell_actions.context_menu()
        self._menu_with(cells).popup(self._page.grid.row_header.mapToGlobal(position))

    def _menu_with(self, actions: Sequence[QAction | None]) -> QMenu:
        """The menu of the task behind ``actions``."""
        menu = self._task_menu()
        first = menu.actions()[0]
        for action in actions:
            menu.insertAction(first, action) if action is not None else menu.insertSeparator(first)
        return menu

    def _task_menu(self) -> QMenu:
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_all(menu, self._page.plan_actions.task_menu())
        return menu

    def show_chart_menu(self, hit: Hit, position: QPoint) -> None:
        link = self._workspace.project.find(Dependency, hit.link)
        if link is None:
            self._task_menu().popup(position)
            return
        menu = link_menu(self._workspace, link, self._page)
        menu.triggered.connect(self._change_link)
        menu.popup(position)

    def _change_link(self, action: QAction) -> None:
        link = self._workspace.project.find(Dependency, self._page.chart.selected_link)
        if link is None:
            return
        if action.data() == CHANGE:
            self._page.chart.link_strip.show_link(link.id)
        elif action.data() == REMOVE:
            self._workspace.do(RemoveLink(link.id))
        else:
            self._workspace.do(SetLink(link.id, str(action.data()), link.lag, link.lag_unit, link.lag_percent))
