"""Resources: the register above, what everybody has to do when below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSplitter, QToolButton, QWidget

from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_, tr
from desktop.models.columns import Column
from desktop.models.usage import UsageBook, usage_columns
from desktop.models.workspace import Workspace
from desktop.views.labels import em
from desktop.views.letters import titled
from desktop.views.menus import name_with_key
from desktop.views.records.page import RegisterPage
from desktop.views.resources.panel import VIEWS, UsePanel

sentences(no_more_overloads=N_("There is no other overload in that direction."))

LEAST = 28
"""Height that both need, in heights of the font."""
PAGE_SHARE = (5, 6)
"""Heights of the register and of what lies below it."""


class ResourcesPage(RegisterPage):
    """The register of resources with its time-phased part."""

    key = "resource"
    record_key = "resource"
    title = N_("Resources")
    icon = "resources"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self.book = UsageBook(workspace)
        self.panel = UsePanel(workspace, self.book)
        super().__init__(workspace, parent)
        self.book.setParent(self)
        self.book.renewed.connect(self._show_usage)
        self.panel.navigate.connect(self.navigate)
        self.table.selectionModel().selectionChanged.connect(self._follow)
        self.model.rowsRemoved.connect(self._follow)
        self._follow()

    def computed_columns(self) -> Sequence[Column]:
        return usage_columns(self.book)

    # -- building -------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        super()._make_actions()
        self.view_actions = []
        for at, (title, picture) in enumerate(VIEWS):
            made = self._action(tr(title), self._show_view_of_action, QKeySequence(f"Alt+{at + 1}"), picture)
            made.setData(at)
            self.view_actions.append(made)
        self.panel_action = self._action(tr("Load over time"), self.toggle_panel, QKeySequence("Ctrl+M"), "control")
        self.panel_action.setCheckable(True)
        self.panel_action.setChecked(True)
        self.switch_action = self._action(
            tr("Between register and load"), self.switch_focus, QKeySequence(Qt.Key.Key_F6), "table"
        )
        view, keys = self.panel.histogram, QKeySequence
        self.today_action = self._action(tr("Today"), view.show_today, keys("Alt+Home"), "today")
        self.zoom_in_action = self._action(tr("Zoom in"), view.zoom_in, keys("Ctrl+Shift+."), "zoom-in")
        self.zoom_out_action = self._action(tr("Zoom out"), view.zoom_out, keys("Ctrl+Shift+,"), "zoom-out")
        self.fit_action = self._action(tr("Fit the plan"), view.fit_all, keys("Ctrl+0"), "zoom-fit")
        self.earlier_action = self._action(tr("Earlier period"), self.go_earlier, keys("Alt+Left"), "left")
        self.later_action = self._action(tr("Later period"), self.go_later, keys("Alt+Right"), "right")
        self.next_overload_action = self._action(
            tr("Next overload"), self.go_to_next_overload, keys("Alt+F5"), "warning"
        )
        self.previous_overload_action = self._action(
            tr("Previous overload"), self.go_to_previous_overload, keys("Alt+Shift+F5"), "warning"
        )
        self.recalculate_action = self._action(tr("Reckon again"), self.recalculate, keys("F9"), "refresh")
        self.level_action = self._action(tr("Level resources…"), self.level, keys("Ctrl+Shift+B"), "resources")
        self.export_action = self._action(tr("Export the table…"), self.export_table, keys(), "export")

    def _lay_out(self) -> None:
        super()._lay_out()
        self.whole = QSplitter(Qt.Orientation.Vertical)
        self.whole.setChildrenCollapsible(False)
        layout = self.layout()
        assert layout is not None
        # With large letters on a small screen both parts keep a height that can be read, and the page scrolls.
        self.whole.setMinimumHeight(em(LEAST))
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout.replaceWidget(self.stack, self.area)
        self.whole.addWidget(self.stack)
        self.whole.addWidget(self.panel)
        self.area.setWidget(self.whole)
        self.whole.setSizes([em(12), em(15)])
        for at, share in enumerate(PAGE_SHARE):
            self.whole.setStretchFactor(at, share)
        self.table.setMinimumHeight(em(3))
        buttons = []
        for action in (
            self.earlier_action, self.later_action, self.next_overload_action, self.zoom_out_action,
            self.zoom_in_action, self.fit_action, self.today_action, self.level_action, self.export_action,
        ):  # fmt: skip
            button = QToolButton(autoRaise=True)
            button.setDefaultAction(action)
            button.setIconSize(QSize(em(0.95), em(0.95)))
            button.setToolTip(name_with_key(action))
            if action in (self.today_action, self.level_action):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            buttons.append(button)
        self.panel.add_tools(buttons)

    def menus(self) -> Sequence[tuple[str, Sequence[QAction | None]]]:
        (register,) = super().menus()
        load = (
            self.panel_action, *self.view_actions, None, self.earlier_action, self.later_action,
            self.next_overload_action, self.previous_overload_action, None,
            self.zoom_in_action, self.zoom_out_action, self.fit_action, self.today_action, None, self.switch_action,
            self.recalculate_action, None, self.level_action, self.export_action,
        )  # fmt: skip
        return register, (titled(N_("Load")), load)

    # -- what can be done -----------------------------------------------------------------------

    def _show_view_of_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._show_panel(True)
            self.panel.show_view(int(action.data()))
            self._go_to(self.panel.front())

    def toggle_panel(self) -> None:
        """Show or hide what lies below the register."""
        self._show_panel(self.panel_action.isChecked())

    def _show_panel(self, shown: bool) -> None:
        self.panel_action.setChecked(shown)
        self.panel.setVisible(shown)
        self.whole.setMinimumHeight(em(LEAST if shown else LEAST // 3))

    def switch_focus(self) -> None:
        """From the register to the load and back."""
        focused = QApplication.focusWidget()
        here = focused is not None and self.panel.isAncestorOf(focused)
        self._show_panel(True)
        self._go_to(self.table if here else self.panel.front())

    def _go_to(self, widget: QWidget) -> None:
        self.area.ensureWidgetVisible(widget)
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_earlier(self) -> None:
        self.panel.step(-1)

    def go_later(self) -> None:
        self.panel.step(1)

    def go_to_next_overload(self) -> None:
        self._go_to_overload(1)

    def go_to_previous_overload(self) -> None:
        self._go_to_overload(-1)

    def _go_to_overload(self, by: int) -> None:
        self._show_panel(True)
        if not self.panel.step_overload(by):
            self.workspace.rejected.emit(Rejected("no_more_overloads"))

    def recalculate(self) -> None:
        """Reckon the load anew, also where it was stopped."""
        self.book.is_fresh = False
        self.panel.reckon()

    def level(self) -> None:
        """Look for moves that resolve overloads."""
        from desktop.views.plan.levelling_dialog import LevellingDialog

        LevellingDialog(self.workspace, self.window()).open()

    def export_table(self) -> None:
        """The table in front as a file."""
        self.table_wanted.emit(self.panel.content())

    # -- keeping up -----------------------------------------------------------------------------

    def _follow(self) -> None:
        self.panel.show_resources(self.table.selected_ids())

    def _show_usage(self) -> None:
        self.model.forget_derived()

    # -- Page -----------------------------------------------------------------------------------

    def save_state(self) -> dict[str, object]:
        shown = self.panel_action.isChecked()
        return super().save_state() | {"load": shown, "heights": self.whole.sizes(), "use": self.panel.save_state()}

    def restore_state(self, state: dict[str, object]) -> None:
        super().restore_state(state)
        use, sizes = state.get("use"), state.get("heights")
        if isinstance(use, dict):
            self.panel.restore_state(use)
        if isinstance(sizes, list) and len(sizes) == 2 and all(type(one) is int and 0 < one < 100_000 for one in sizes):
            self.whole.setSizes(sizes)
        if state.get("load") is False:
            self._show_panel(False)
