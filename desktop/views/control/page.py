"""Control: is the plan kept, what has changed, can the schedule be believed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.commands.records import DeleteRecords
from desktop.domain.plan import Baseline
from desktop.i18n import N_, tr
from desktop.models.control import ControlBook
from desktop.models.workspace import Workspace
from desktop.views.control.baseline_details import BaselineDetails
from desktop.views.control.changes import ChangesPanel
from desktop.views.control.earned import EarnedPanel
from desktop.views.control.health import HealthPanel
from desktop.views.control.panel import Panel
from desktop.views.control.table import ResultView
from desktop.views.grown import show_arrow
from desktop.views.icons import icon
from desktop.views.labels import em
from desktop.views.letters import titled
from desktop.views.page import Page
from desktop.views.plan.baseline_dialog import BaselineDialog
from desktop.views.segments import Segments
from desktop.views.waiting import Waiting

PARTS = (
    ("earned", N_("Earned value"), "control"), ("changes", N_("What changed"), "history"),
    ("health", N_("Schedule health"), "check"),
)  # fmt: skip


class ControlPage(Page):
    """Three parts of which one is in sight; each is worked out when it is looked at."""

    key = "control"
    title = N_("Control")
    icon = "control"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.book = ControlBook(workspace, self)
        self.earned, self.changes, self.health = (
            EarnedPanel(self.book), ChangesPanel(self.book), HealthPanel(self.book),
        )  # fmt: skip
        self.panels: tuple[Panel, ...] = (self.earned, self.changes, self.health)
        self.parts = Segments([tr(title) for _, title, _ in PARTS], pictures=[picture for *_, picture in PARTS])
        self.parts.setAccessibleName(tr("Control"))
        self.parts.chosen.connect(self.show_part)
        self.stack = QStackedWidget()
        for panel in self.panels:
            panel.navigate.connect(self.navigate)
            self.stack.addWidget(panel)
        for empty in (self.earned.empty, self.changes.empty):
            empty.pressed.connect(self.capture_baseline)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(1), em(0.8), em(1), em(0.6))
        column.setSpacing(em(0.6))
        column.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.stack, 1)
        self.waiting = Waiting(tr("Writing the table …"))
        self.waiting.stopped.connect(self._stop_writing)
        column.addWidget(self.waiting)
        for view in self.findChildren(ResultView):
            view.working.connect(self.waiting.begin)
            view.slices.ended.connect(self.waiting.end)
        self._make_actions()
        self.changes.manage.addActions([self.capture_action, self.details_action, self.delete_action])
        show_arrow(self.changes.manage)
        self.book.outdated.connect(self._enable)
        self.show_part(0)
        self._enable()
        self.setFocusProxy(self.parts)

    def _make_actions(self) -> None:
        self.part_actions = []
        for at, (_, title, picture) in enumerate(PARTS):
            action = self._action(tr(title), picture, f"Alt+{at + 1}")
            action.setData(at)
            action.triggered.connect(self._show_part_of_action)
            self.part_actions.append(action)
        self.table_action = self._action(tr("Curve or table"), "table", "Ctrl+M")
        self.table_action.triggered.connect(self.toggle_table)
        self.capture_action = self._action(tr("Capture a baseline…"), "baseline")
        self.capture_action.triggered.connect(self.capture_baseline)
        self.details_action = self._action(tr("Details of the baseline…"), "details")
        self.details_action.triggered.connect(self.show_details)
        self.delete_action = self._action(tr("Delete the baseline"), "delete")
        self.delete_action.triggered.connect(self.delete_baseline)
        self.since_action = self._action(tr("Changes since a point of the history…"), "history")
        self.since_action.triggered.connect(self.choose_point)
        self.copy_action = self._action(tr("Copy the table"), "copy", "Ctrl+Shift+C")
        self.copy_action.triggered.connect(self.copy_table)
        self.export_action = self._action(tr("Export the table…"), "export")
        self.export_action.triggered.connect(self.export_table)

    def _action(self, title: str, picture: str, keys: str = "") -> QAction:
        action = QAction(icon(picture), title, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def menus(self) -> Sequence[tuple[str, Sequence[QAction | None]]]:
        more = (None, self.table_action, self.since_action, self.copy_action, self.export_action)
        baselines = (None, self.capture_action, self.details_action, self.delete_action)
        return ((titled(N_("Control")), (*self.part_actions, *more, *baselines)),)

    # -- commands -------------------------------------------------------------------------------

    @property
    def part(self) -> Panel:
        """The part in sight."""
        return self.panels[self.stack.currentIndex()]

    def show_part(self, at: int) -> None:
        """Bring a part to the front."""
        self.parts.show_at(at)
        self.stack.setCurrentIndex(at)
        self.table_action.setEnabled(at == 0)

    def _show_part_of_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.show_part(int(action.data()))
            tables = self.part.tables()
            tables[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_table(self) -> None:
        """The S-curve as a picture or as a table."""
        if self.part is self.earned:
            self.earned.toggle_table()

    def copy_table(self) -> None:
        """The table that has the cursor, or the first of the part, for a spreadsheet."""
        self.table.copy_rows()

    def export_table(self) -> None:
        """The same table as a file."""
        self.table.write(self.table_wanted.emit)

    def _stop_writing(self) -> None:
        for view in self.findChildren(ResultView):
            view.slices.call_off()

    @property
    def table(self) -> ResultView:
        """The table that has the cursor, else the first of the part."""
        tables = self.part.tables()
        return next((table for table in tables if table.hasFocus()), tables[0])

    def choose_point(self) -> None:
        """Tell what changed since an edit that is chosen from the history."""
        self.show_part(1)
        self.changes.choose_point()

    def capture_baseline(self) -> None:
        """Keep the plan of now under a name."""
        BaselineDialog(self.workspace, self.window()).open()

    @property
    def baseline(self) -> str:
        """Id of the baseline that the part in sight compares with; "" for none."""
        chosen = self.changes.before if self.part is self.changes else self.earned.baseline
        found = self.book.baseline(chosen.identity)
        return found.id if found else ""

    def show_details(self) -> None:
        """Name, approval and note of the baseline in use."""
        if self.baseline:
            BaselineDetails(self.workspace, self.baseline, self.window()).open()

    def delete_baseline(self) -> None:
        """Take the baseline in use out of the project; undo brings it back."""
        if self.baseline:
            self.workspace.do(DeleteRecords("baseline", (self.baseline,)))

    def _enable(self) -> None:
        for action in (self.details_action, self.delete_action):
            action.setEnabled(bool(self.baseline))

    # -- Page -----------------------------------------------------------------------------------

    def reveal(self, identity: str) -> bool:
        if self.workspace.project.find(Baseline, identity) is None:
            return False
        self.show_part(1)
        self.changes.show_baseline(identity)
        return True

    def apply_filter(self, name: str) -> None:
        keys = [key for key, *_ in PARTS]
        if name in keys:
            self.show_part(keys.index(name))

    def save_state(self) -> dict[str, object]:
        return {"part": PARTS[self.stack.currentIndex()][0], "earned": self.earned.save_state(),
                "health": self.health.save_state()}  # fmt: skip

    def restore_state(self, state: dict[str, object]) -> None:
        self.apply_filter(str(state.get("part")))
        for key, panel in (("earned", self.earned), ("health", self.health)):
            kept = state.get(key)
            if isinstance(kept, dict):
                panel.restore_state(kept)
