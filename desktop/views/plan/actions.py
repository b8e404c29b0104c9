"""Every command of the plan workspace as an action: menus, tool bar, shortcuts and palette show the same ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.i18n import tr
from desktop.views.icons import icon
from desktop.views.plan.hand_actions import HandActions
from desktop.views.plan.look_actions import LookActions
from desktop.views.plan.outline_levels import OutlineLevels
from desktop.views.plan.what_if import DISCARD

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage



class PlanActions(QObject):
    """Made once for a page; ``refresh`` enables what can be done with the selection."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page = page
        self._needs_task: list[QAction] = []
        self._menus: list[QMenu] = []
        self._make_task_actions()
        self._make_chart_actions()

    def _add(
        self, text: str, slot: Callable[[], object], keys: Sequence[str] = (), picture: str = "", *, task: bool = True,
        home: QWidget | None = None,
    ) -> QAction:
        made = QAction(text, self._page)
        if picture:
            made.setIcon(icon(picture))
        made.setShortcuts([QKeySequence(key) for key in keys])
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(slot)
        (home or self._page.work).addAction(made)
        if task:
            self._needs_task.append(made)
        return made

    def _make_task_actions(self) -> None:
        page, edits, add = self._page, self._page.edits, self._add
        self.add_below = add(tr("Add task below"), edits.add_below, ("Ctrl+Return", "Ctrl+Enter"), "add", task=False)
        self.add_above = add(tr("Insert task above"), edits.add_above, ("Ins",), task=False)
        self.add_child = add(tr("Add sub-task"), edits.add_child, ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), "new")
        self.recurring = add(tr("Add recurring task…"), edits.add_recurring, (), "refresh", task=False)
        self.change_recurring = add(tr("Change the recurrence…"), edits.change_recurring)
        self.insert_module = add(tr("Insert a module…"), page.modules.choose, ("Ctrl+Shift+Ins",), task=False)
        self.save_module = add(tr("Save as a module…"), page.modules.ask_name)
        self.rename = add(tr("Rename"), edits.rename, (), "edit")
        self.delete = add(tr("Delete tasks"), edits.delete, ("Ctrl+Del",), "delete")
        self.indent = add(tr("Indent"), edits.indent, ("Alt+Shift+Right", "Ctrl+]"), "indent")
        self.outdent = add(tr("Outdent"), edits.outdent, ("Alt+Shift+Left", "Ctrl+["), "outdent")
        self.move_up = add(tr("Move up"), edits.move_up, ("Alt+Shift+Up",), "move-up")
        self.move_down = add(tr("Move down"), edits.move_down, ("Alt+Shift+Down",), "move-down")
        self.link = add(tr("Link tasks"), edits.link, ("Ctrl+F2",), "link")
        self.unlink = add(tr("Unlink tasks"), edits.unlink, ("Ctrl+Shift+F2",), "unlink")
        self.milestone = add(tr("Milestone"), edits.toggle_milestone, ("Ctrl+Shift+M",), "milestone")
        self.by_hand = add(tr("Schedule by hand"), edits.toggle_manual, (), "")
        self.by_hand.setCheckable(True)
        self.release = add(tr("Release the date"), page.conflicts.release)
        self.hands = HandActions(page, add)
        self.reschedule = add(tr("Reschedule unfinished work"), edits.reschedule_unfinished, task=False)
        self.reckon = add(tr("Reckon again"), page.up_to_date.look, ("F9",), "refresh", task=False)
        self.settle = add(tr("Dates against the links…"), page.conflicts.settle, ("Ctrl+Alt+W",), task=False)
        self.findings = add(tr("Findings in the plan…"), edits.show_findings, (), "warning", task=False)
        self.baseline = add(tr("Capture a baseline…"), edits.capture_baseline, (), "baseline", task=False)
        self.level = add(tr("Level resources…"), edits.level_resources, ("Ctrl+Shift+B",), "resources", task=False)
        self.try_out = add(tr("Try something out (what-if)"), page.what_if.begin, task=False)
        self.keep_tried = add(tr("Keep what was tried out"), page.what_if.keep, task=False)
        self.discard_tried = add(tr(DISCARD), page.what_if.discard, task=False)
        page.what_if.ended.append(self._show_tried)
        self._show_tried()
        self.calendars = add(tr("Calendars and working time…"), edits.edit_calendars, (), "calendars", task=False)
        self.clear_levelling = add(tr("Clear levelling"), edits.clear_levelling, task=False)
        self.why = add(tr("Why is it there?"), page.door.explain)
        self.paths = add(tr("Paths to this task"), edits.show_paths)
        self.path_bands = add(tr("Show paths to this task in the chart"), page.show_path_bands)
        self.clear_paths = add(tr("Clear paths from the chart"), page.clear_path_bands, task=False)
        self.clear_paths.setEnabled(False)
        self.items = add(tr("Risks, issues and actions of the task"), page.badges.open_current)
        self._make_detail_actions()
        for action in (self.add_below, self.add_above, self.recurring, self.insert_module):
            page.empty.addAction(action)

    def _show_tried(self) -> None:
        running = self._page.what_if.running
        for action in (self.keep_tried, self.discard_tried):
            action.setEnabled(running)

    def _make_detail_actions(self) -> None:
        page, add = self._page, self._add
        self.details = add(tr("Details"), page.door.toggle, (), "details", task=False)
        self.details.setCheckable(True)
        keys = ("Shift+F2", "Alt+Return", "Alt+Enter")
        self.go_to_details = add(tr("Go to the details"), page.door.enter, keys, task=False, home=page)
        self.next_tab = add(
            tr("Next section of the details"), page.panel.next_tab, ("Ctrl+PgDown",), task=False, home=page.panel
        )
        self.previous_tab = add(
            tr("Previous section of the details"), page.panel.previous_tab, ("Ctrl+PgUp",), task=False, home=page.panel
        )
        self.meaning = add(tr("What the column says"), page.meaning.show, ("Shift+F1",), task=False, home=page)
        self.sections = self._submenu(tr("Sections of the details"))
        for key, title in page.panel.titles().items():
            self._menus[-1].addAction(tr("Details: {section}", section=title)).setData(key)
        self._menus[-1].triggered.connect(page.door.show_section)

    def _make_chart_actions(self) -> None:
        page, add = self._page, self._add
        chart = page.chart
        self.scroll_to = add(tr("Scroll to task"), page.scroll_to_task, ("Ctrl+Shift+F5", "Ctrl+G"), "right")
        self.today = add(tr("Today"), chart.show_today, ("Alt+Home",), "today", task=False)
        self.zoom_in = add(tr("Zoom in"), page.zoom_in, ("Ctrl+Shift+.",), "zoom-in", task=False)
        self.zoom_out = add(tr("Zoom out"), page.zoom_out, ("Ctrl+Shift+,",), "zoom-out", task=False)
        self.fit = add(tr("Fit the plan"), chart.fit_project, ("Ctrl+0",), "zoom-fit", task=False)
        self.fit_selection = add(tr("Fit the selection"), page.fit_selection, ("Ctrl+Alt+0",))
        self.expand = add(tr("Expand"), page.expand, ("Alt+Shift+=", "Alt+Shift++"), "expand")
        self.collapse = add(tr("Collapse"), page.collapse, ("Alt+Shift+-", "Alt+Shift+_"), "collapse")
        self.expand_all = add(tr("Expand all"), page.expand_all, (), "", task=False)
        self.collapse_all = add(tr("Collapse all"), page.collapse_all, (), "", task=False)
        self.levels = OutlineLevels(page)
        self.look = LookActions(page, lambda: chart.options, lambda: page.workspace.project)
        self.look.chosen.connect(chart.set_options)

    def _submenu(self, title: str) -> QAction:
        menu = QMenu(title, self._page)
        self._menus.append(menu)
        return menu.menuAction()

    def refresh(self, selected: int, *, manual: bool, recurring: bool) -> None:
        """Enable what can be done with ``selected`` tasks; the current one is scheduled by hand, or recurs."""
        for action in self._needs_task:
            action.setEnabled(selected > 0)
        self.link.setEnabled(selected > 1)
        self.by_hand.setChecked(manual)
        self.change_recurring.setEnabled(recurring)

    def task_menu(self) -> Sequence[QAction | None]:
        """The menu of the task, in the menu bar and under the pointer."""
        return (
            self.add_below, self.add_above, self.add_child, self.recurring, self.change_recurring, None,
            self.insert_module, self.save_module, None,
            self.rename, self.delete, None,
            self.indent, self.outdent, self.move_up, self.move_down, None,
            self.link, self.unlink, self.hands.link, None,
            self.milestone, self.hands.progress, self.hands.bars, self.by_hand, self.release, None,
            self.why, self.paths, self.path_bands, self.clear_paths, self.items, None,
            self.details, self.go_to_details, self.sections, self.next_tab, self.previous_tab,
        )  # fmt: skip

    def chart_menu(self) -> Sequence[QAction | None]:
        """The menu of the chart."""
        return (
            self.zoom_in, self.zoom_out, self.fit, self.fit_selection, None,
            self.today, self.scroll_to, *self._page.axis_actions.menu(), None,
            self.expand, self.collapse, self.expand_all, self.collapse_all, self.levels.menu_action, None,
            *self.look.menu(), None, self._page.rules.menu_action, None,
            *self.hands.tools(), None, self.settle, self.findings, self.reckon, None,
            self.hands.status_date, self.hands.all_on_track, self.reschedule, self.baseline, None,
            *self._what_if(),
            *self._page.paper_actions.menu(),
        )  # fmt: skip

    def _what_if(self) -> Sequence[QAction | None]:
        """Before others, nothing is tried out that only the team could take back."""
        guarded = self._page.workspace.is_guarded
        return () if guarded else (self.try_out, self.keep_tried, self.discard_tried, None)

    def resource_menu(self) -> Sequence[QAction | None]:
        """What concerns the people and the equipment of all tasks."""
        return (self.level, self.clear_levelling, None, self.calendars)

    def tool_bar(self) -> Sequence[QAction | None]:
        """What is at hand above the grid."""
        return (
            self.add_below, self.add_child, self.delete, None,
            self.indent, self.outdent, self.move_up, self.move_down, None,
            self.link, self.unlink, self.milestone, None,
            self.zoom_out, self.zoom_in, self.fit, self.today, None,
            self.look.switches["critical"], self.baseline, None, self.details,
        )  # fmt: skip
