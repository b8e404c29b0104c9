"""Diagrams: the same tasks as a work breakdown structure and as a network of links."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QComboBox, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from desktop.charts.wbs_chart import DATES, DURATION, FACTS, NO_FACT, OWNER, PERCENT
from desktop.domain.plan import Task
from desktop.i18n import N_, ntr, tr
from desktop.models.workspace import Workspace
from desktop.views.diagrams.canvas import Canvas
from desktop.views.diagrams.network_view import AROUND, SCOPES, NetworkView
from desktop.views.diagrams.wbs_view import WbsView
from desktop.views.flow import Flow
from desktop.views.icons import icon
from desktop.views.labels import SMALL, Text, em
from desktop.views.letters import titled
from desktop.views.menus import name_with_key
from desktop.views.page import Page
from desktop.views.records.empty import EmptyRegister
from desktop.views.segments import Segments

PARTS = (("wbs", N_("WBS chart"), "indent"), ("network", N_("Network diagram"), "link"))
FACT_TITLES = {
    NO_FACT: N_("Nothing", "in boxes"), DATES: N_("Dates"), DURATION: N_("Duration"), OWNER: N_("Resources"),
    PERCENT: N_("% complete"),
}  # fmt: skip
ACROSS = (1, 2, 3)
FARTHEST = 5
"""Links each way that "around the task" can go."""


class DiagramsPage(Page):
    """Two views of which one is in front; what is current in one is current in the other."""

    key: ClassVar[str] = "diagrams"
    title: ClassVar[str] = N_("Diagrams")
    icon: ClassVar[str] = "diagrams"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.wbs, self.network = WbsView(workspace), NetworkView(workspace)
        self.views: tuple[Canvas, ...] = (self.wbs, self.network)
        self.parts = Segments([tr(title) for _, title, _ in PARTS], pictures=[picture for *_, picture in PARTS])
        self.parts.setAccessibleName(tr("Diagrams"))
        self.parts.chosen.connect(self.show_part)
        self.across, self.facts, self.scopes, self.reach = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.told = Text(scale=SMALL, role="muted")
        self.stack = QStackedWidget()
        self.empty = EmptyRegister(
            "plan", tr("Nothing is planned yet"), tr(Task.info.purpose), tr("Add the first task")
        )
        for view in (*self.views, self.empty):
            self.stack.addWidget(view)
        self._make_actions()
        self._lay_out()
        self._connect()
        self.part = 0
        self.show_part(0)

    # -- building -------------------------------------------------------------------------------

    def _action(self, title: str, slot: Callable[[], object], picture: str = "", *keys: str) -> QAction:
        action = QAction(title, self)
        if picture:
            action.setIcon(icon(picture))
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    def _make_actions(self) -> None:
        wbs = self.wbs
        self.part_actions = []
        for at, (_, title, picture) in enumerate(PARTS):
            action = self._action(tr(title), self._show_part_of_action, picture, f"Alt+{at + 1}")
            action.setData(at)
            self.part_actions.append(action)
        self.zoom_in = self._action(tr("Zoom in"), self._zoom_in, "zoom-in", "Ctrl+Shift+.")
        self.zoom_out = self._action(tr("Zoom out"), self._zoom_out, "zoom-out", "Ctrl+Shift+,")
        self.fit = self._action(tr("Fit the diagram"), self._fit, "zoom-fit", "Ctrl+0")
        self.go = self._action(tr("Show in the plan"), self.show_in_plan, "plan", "Ctrl+Shift+F5")
        self.picture = self._action(tr("The diagram as a file…"), self.show_picture_dialog, "export")
        self.rename = self._action(tr("Rename"), wbs.rename, "edit", "F2")
        self.add = self._action(tr("Add a task below"), wbs.add_below, "add", "Ins")
        self.add_inside = self._action(tr("Add a sub-task"), wbs.add_inside, "indent", "Ctrl+Return")
        self.delete = self._action(tr("Delete"), self._delete, "delete", "Del")
        self.choose_link = self._action(tr("Next link of the task"), self.network.choose_link, "link", "Ctrl+Alt+K")
        self.link_here = self._action(tr("Link from here, link to here"), self.network.link_by_key, "link", "Ctrl+F2")
        self.indent = self._action(tr("Indent"), wbs.indent, "indent", "Alt+Shift+Right", "Ctrl+]")
        self.outdent = self._action(tr("Outdent"), wbs.outdent, "outdent", "Alt+Shift+Left", "Ctrl+[")
        self.earlier = self._action(tr("Move up"), wbs.move_earlier, "move-up", "Alt+Shift+Up")
        self.later = self._action(tr("Move down"), wbs.move_later, "move-down", "Alt+Shift+Down")
        self.toggle = self._action(tr("Open or close"), wbs.toggle_current, "collapse")
        self.open_all = self._action(tr("Open all"), wbs.open_all, "expand", "Alt+Shift+=")
        self.close_all = self._action(tr("Close all"), wbs.close_all, "collapse", "Alt+Shift+-")
        self.scope_actions = QActionGroup(self)
        for scope, title in SCOPES.items():
            action = self._action(tr(title), self._scope_of_action)
            action.setData(scope)
            action.setCheckable(True)
            self.scope_actions.addAction(action)

    def _lay_out(self) -> None:
        for box, name in (
            (self.across, tr("Levels side by side")), (self.facts, tr("Shown in the boxes")),
            (self.scopes, tr("Shown tasks")), (self.reach, tr("Links each way")),
        ):  # fmt: skip
            box.setAccessibleName(name)
            box.setToolTip(name)
        for count in ACROSS:
            self.across.addItem(ntr("{n} level across", "{n} levels across", count), count)
        for fact in FACTS:
            self.facts.addItem(tr(FACT_TITLES[fact]), fact)
        for scope, title in SCOPES.items():
            self.scopes.addItem(tr(title), scope)
        for count in range(1, FARTHEST + 1):
            self.reach.addItem(ntr("{n} link each way", "{n} links each way", count), count)
        self.tools = Flow(spacing=em(0.5))
        self.tools.add(self.parts)
        for widget in (self.across, self.facts, self.scopes, self.reach):
            self.tools.add(widget)
        for action in (self.zoom_out, self.zoom_in, self.fit, self.go, self.picture):
            button = QToolButton(autoRaise=True)
            button.setDefaultAction(action)
            button.setIconSize(QSize(em(0.95), em(0.95)))
            button.setToolTip(name_with_key(action))
            self.tools.add(button)
        self.tools.add(self.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(0.6), em(0.4), em(0.6), em(0.3))
        column.setSpacing(em(0.4))
        column.addWidget(self.tools)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.empty.pressed.connect(self._add_first)
        self.across.activated.connect(self._choose_across)
        self.facts.activated.connect(self._choose_fact)
        self.scopes.activated.connect(self._choose_scope)
        self.reach.activated.connect(self._choose_reach)
        for view in self.views:
            view.selected.connect(self._became_current)
            view.opened.connect(self._open)
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.wbs.addActions(
            [self.rename, self.add, self.add_inside, self.delete, self.indent, self.outdent, self.earlier, self.later,
             self.toggle, self.go]
        )  # fmt: skip
        self.network.addActions([self.go, self.link_here, self.choose_link, self.delete])
        self.network.told.connect(self.told.setText)
        self.network.said.connect(self.said)
        self.workspace.changed.connect(self._plan_changed)

    def menus(self) -> Sequence[tuple[str, Sequence[QAction | None]]]:
        diagram = (
            *self.part_actions, None, self.zoom_in, self.zoom_out, self.fit, None, *self.scope_actions.actions(), None,
            self.toggle, self.open_all, self.close_all, None, self.picture,
        )  # fmt: skip
        task = (
            self.rename, self.add, self.add_inside, self.delete, None, self.indent, self.outdent, self.earlier,
            self.later, None, self.link_here, self.choose_link, None, self.go,
        )  # fmt: skip
        return (titled(N_("Task")), task), (titled(N_("Diagram")), diagram)

    # -- what is shown --------------------------------------------------------------------------

    @property
    def view(self) -> Canvas:
        """The view in front."""
        return self.views[self.part]

    def show_part(self, at: int) -> None:
        """Bring a view to the front, with the same task current."""
        current = self.view.current
        self.part = at
        self.parts.show_at(at)
        for widget in (self.across, self.facts):
            widget.setVisible(at == 0)
        self.scopes.setVisible(at == 1)
        self.told.setVisible(at == 1)
        self._show_options()
        self._plan_changed()
        if at == 1:
            self.network.look()
        if current and current != self.view.current:
            self.view.reveal(current)
        self.setFocusProxy(self.view)

    def _show_options(self) -> None:
        self.across.setCurrentIndex(ACROSS.index(self.wbs.options.across))
        self.facts.setCurrentIndex(FACTS.index(self.wbs.options.fact))
        self.scopes.setCurrentIndex(list(SCOPES).index(self.network.scope))
        self.reach.setCurrentIndex(self.network.steps - 1)
        self.reach.setVisible(self.part == 1 and self.network.scope == AROUND)
        for action in self.scope_actions.actions():
            action.setChecked(action.data() == self.network.scope)
            action.setEnabled(self.part == 1)
        wbs = self.part == 0
        for action in (
            self.rename, self.add, self.add_inside, self.indent, self.outdent, self.earlier, self.later, self.toggle,
            self.open_all, self.close_all,
        ):  # fmt: skip
            action.setEnabled(wbs)
        for action in (self.link_here, self.choose_link):
            action.setEnabled(not wbs)

    def _plan_changed(self) -> None:
        empty = not self.workspace.project.table(Task)
        self.stack.setCurrentWidget(self.empty if empty else self.view)

    def _show_part_of_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.show_part(int(action.data()))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _scope_of_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._show_scope(str(action.data()))

    def _choose_scope(self, at: int) -> None:
        self._show_scope(self.scopes.itemData(at))

    def _show_scope(self, scope: str) -> None:
        self.network.show_scope(scope)
        self._show_options()
        self.network.look_at_start()

    def _choose_reach(self, at: int) -> None:
        self.network.set_steps(at + 1)

    def _choose_across(self, at: int) -> None:
        self.wbs.set_options(replace(self.wbs.options, across=ACROSS[at]))

    def _choose_fact(self, at: int) -> None:
        self.wbs.set_options(replace(self.wbs.options, fact=FACTS[at]))

    def _zoom_in(self) -> None:
        self.view.zoom_in()

    def _zoom_out(self) -> None:
        self.view.zoom_out()

    def _fit(self) -> None:
        self.view.fit()

    # -- what is done ---------------------------------------------------------------------------

    def _add_first(self) -> None:
        self.show_part(0)
        self.wbs.add_below()

    def _delete(self) -> None:
        if self.part == 0:
            self.wbs.delete()
        else:
            self.network.delete_link(self.choose_link.shortcut().toString(QKeySequence.SequenceFormat.NativeText))

    def _became_current(self, task: object) -> None:
        for view in self.views:
            if view is not self.view:
                view.current = str(task)

    def _open(self, task: object) -> None:
        self.navigate.emit(f"task/{task}")

    def show_in_plan(self) -> None:
        """Go to the current task in grid and Gantt chart."""
        if self.view.current:
            self._open(self.view.current)

    def show_picture_dialog(self) -> None:
        """Ask in what kind of file the diagram in front is to leave, and for whom."""
        from desktop.views.diagrams.picture_dialog import DiagramPictureDialog

        DiagramPictureDialog(self).open()

    # -- Page -----------------------------------------------------------------------------------

    def current(self) -> str:
        return self.view.current

    def reveal(self, identity: str) -> bool:
        return self.view.reveal(identity)

    def save_state(self) -> dict[str, object]:
        options = self.wbs.options
        return {
            "part": self.part, "across": options.across, "fact": options.fact, "closed": sorted(options.closed),
            "scope": self.network.scope, "steps": self.network.steps,
        }  # fmt: skip

    def restore_state(self, state: dict[str, object]) -> None:
        kept: Mapping[str, Any] = state
        options = self.wbs.options
        if kept.get("across") in ACROSS:
            options = replace(options, across=kept["across"])
        if kept.get("fact") in FACTS:
            options = replace(options, fact=kept["fact"])
        closed = kept.get("closed")
        if isinstance(closed, list):
            tasks = self.workspace.project.table(Task)
            options = replace(options, closed=frozenset(one for one in closed if isinstance(one, str) and one in tasks))
        self.wbs.set_options(options)
        scope = kept.get("scope")
        if isinstance(scope, str) and scope in SCOPES:
            self.network.scope = scope
        if kept.get("steps") in range(1, FARTHEST + 1):
            self.network.steps = kept["steps"]
        self.show_part(1 if kept.get("part") == 1 else 0)
