"""After a drop: what holds the task where it was put, and the choice to hold it otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from desktop.domain.changes import ChangeSet
from desktop.domain.commands.plan import AS_BEFORE, LOGIC, NO_EARLIER, MoveDates, MoveTask, ResizeTask
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected
from desktop.i18n import tr
from desktop.views.labels import em
from desktop.views.plan.held import FINISH_HOLDS, START_HOLDS, TIPS, Drop
from desktop.views.plan.held_back import linked
from desktop.views.plan.strip import Strip
from desktop.views.plan.told import told
from desktop.views.segments import Segments

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart

OF_START, OF_FINISH = "start", "finish"


class HoldStrip(Strip):
    """One quiet choice. Another choice takes the place of the drop in the same undo step."""

    def __init__(self, chart: GanttChart) -> None:
        super().__init__(chart)
        self.defaults = {OF_START: AS_BEFORE, OF_FINISH: AS_BEFORE}
        """How a drop holds a task unless something else is chosen."""
        self._drop: Drop | None = None
        self._step: ChangeSet | None = None
        """The step to undo that the drop became, which another choice replaces; None where it changed nothing."""
        self._changing = False
        self.choices = {
            OF_START: self._segments(START_HOLDS, tr("How the start is held")),
            OF_FINISH: self._segments(FINISH_HOLDS, tr("How the finish is held")),
        }
        self.keep = QPushButton(tr("Make this the default"))
        self.keep.clicked.connect(self._keep)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.keep)
        line.addStretch(1)
        self.column.addLayout(line)
        chart.workspace.changed.connect(self._gone_on)
        # Queued: Enter moves on to the next cell first, which would be taken for the next action.
        chart.plan.dates_typed.connect(self._typed, Qt.ConnectionType.QueuedConnection)
        chart.grid.escaped.connect(self.dismiss)
        chart.grid.selectionModel().selectionChanged.connect(self._gone_on)
        previous = chart
        for widget in (*self.choices.values(), self.keep):
            self.setTabOrder(previous, widget)
            previous = widget  # type: ignore[assignment]

    def _segments(self, holds: dict[str, str], name: str) -> Segments:
        made = Segments([tr(text) for text in holds.values()], tips=[tr(TIPS[code]) for code in holds])
        made.setAccessibleName(name)
        made.chosen.connect(self._choose)
        self.column.addWidget(made)
        return made

    def take_defaults(self, holds: Mapping[str, object]) -> None:
        """Take back the defaults of an earlier run; anything unknown is left alone."""
        for edge, codes in ((OF_START, START_HOLDS), (OF_FINISH, FINISH_HOLDS)):
            if (held := holds.get(edge)) in codes and held != LOGIC:
                self.defaults[edge] = str(held)

    # -- what was dropped -----------------------------------------------------------------------

    def after(self, command: object, step: ChangeSet | None) -> None:
        """Say what ``command`` did to the task, which has just become ``step``; nothing for other commands."""
        identity, text = told(command, self.chart.workspace, fine=self._fine())
        if identity in self.chart.workspace.schedule:
            self._drop = None
            for widget in (*self.choices.values(), self.keep):
                widget.hide()
            self.say(text)
            self.open_at(identity)
        elif isinstance(command, (MoveTask, ResizeTask, MoveDates)):
            drop = Drop(command)
            if drop.task in self.chart.workspace.schedule:
                self._drop, self._step = drop, step
                self._show()

    def _typed(self, command: MoveTask | ResizeTask, step: ChangeSet | None) -> None:
        """Say what became of a date that was typed where links hold the task too; it may be held otherwise."""
        workspace = self.chart.workspace
        task = workspace.project.find(Task, command.id)
        held = task is not None and task.mode != "manual" and linked(workspace.project, task.id)
        if held and step is workspace.next_undo:
            self.after(command, step)

    def _fine(self) -> bool:
        """Whether times of the day can be aimed at."""
        return self.chart.scale.snap.days < 1

    def ask(self, identity: str) -> None:
        """Give the keys to the choice: of the drop, or where there was none, of the task as it stands."""
        workspace = self.chart.workspace
        if self._drop is None or self.isHidden():
            if workspace.project.is_summary(identity):
                name = workspace.project.get(Task, identity).name
                workspace.rejected.emit(Rejected("summary_is_derived", task=name))
                return
            if identity not in workspace.schedule:
                return
            self._drop, self._step = Drop(MoveTask(identity, workspace.schedule.of(identity).start)), None
            self._show()
        for segments in self.choices.values():
            if segments.isVisible():
                self.back = self.chart.grid if self.chart.grid.hasFocus() else self.chart
                segments.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edge(self) -> str:
        assert self._drop is not None
        return OF_FINISH if self._drop.of_finish and self._task().duration else OF_START

    def _task(self) -> Task:
        assert self._drop is not None
        return self.chart.workspace.project.get(Task, self._drop.task)

    def _show(self) -> None:
        drop, edge = self._drop, self._edge()
        assert drop is not None
        task = self._task()
        held = drop.held(self.chart.workspace.project)
        begun = task.actual_start is not None or task.actual_finish is not None
        choice = not begun or isinstance(drop.command, MoveDates)  # of several, those that have begun did not move
        for each, segments in self.choices.items():
            segments.setVisible(choice and each == edge)
            codes = list(START_HOLDS if each == OF_START else FINISH_HOLDS)
            segments.show_at(codes.index(held) if held in codes else -1)
        usual = held in (self.defaults[edge], NO_EARLIER if self.defaults[edge] == AS_BEFORE else None)
        self.keep.setVisible(choice and held not in (None, LOGIC) and not usual)
        self.say(drop.tell(self.chart.workspace, fine=self._fine()))
        self.open_at(task.id)

    # -- choosing -------------------------------------------------------------------------------

    def _choose(self, at: int) -> None:
        drop = self._drop
        if drop is None:
            return
        holds = FINISH_HOLDS if self._edge() == OF_FINISH else START_HOLDS
        self._changing = True
        try:
            command = replace(drop.command, hold=list(holds)[at])
            workspace = self.chart.workspace
            if self._step is not None and self._step is workspace.next_undo:
                done, step = workspace.instead(command)
            else:
                done, step = workspace.do_step(command)
            if done:
                self._drop, self._step = Drop(command), step
        finally:
            self._changing = False
        self._show()

    def _keep(self) -> None:
        assert self._drop is not None
        held = self._drop.held(self.chart.workspace.project)
        self.defaults[self._edge()] = AS_BEFORE if held in (None, NO_EARLIER) else str(held)
        self._show()

    # -- going ----------------------------------------------------------------------------------

    def _gone_on(self) -> None:
        """Something else was done."""
        if not self._changing and not self.isHidden():
            self.dismiss()

    def dismiss(self) -> None:
        self._drop = None
        super().dismiss()

    def wanted_width(self) -> int:
        rows = [each.sizeHint().width() for each in self.choices.values() if not each.isHidden()]
        return max([super().wanted_width(), *(row + em(1.4) for row in rows)])
