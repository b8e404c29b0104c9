"""A sheet at a bar with a few fields: every change shows in the chart before it is made."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton

from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected
from desktop.domain.session import Command
from desktop.i18n import tr
from desktop.models.preview import Preview
from desktop.models.workspace import Unsettled
from desktop.views.labels import Text, em
from desktop.views.plan.strip import Strip
from desktop.views.records.explanation import sentence

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart

PROBLEM_WIDTH = 17
"""Room for the sentence of a refusal, in heights of the font."""


class FormStrip(Strip):
    """Enter takes what is entered, and so does leaving; Escape leaves everything as it was.

    What cannot be taken is told in the sheet, which stays, or to the window where the sheet goes.
    """

    def __init__(self, chart: GanttChart) -> None:
        super().__init__(chart)
        self._trial: Preview | None = None
        self._applying = False
        self._fields: tuple[QLineEdit | QComboBox, ...] = ()
        self._shown: list[str] = []
        """What the fields said when the sheet was opened."""
        self.refusal: Rejected | None = None
        """Why what is entered cannot be taken."""
        self.problem = Text(role="red", wrap=True)
        self.apply_button = QPushButton(tr("Apply"))
        self.apply_button.clicked.connect(self.apply)
        self.buttons = QHBoxLayout()
        chart.workspace.changed.connect(self._gone_on)
        chart.workspace.settling.connect(self.settle)

    def lay_out(self, *fields: tuple[str, QLineEdit | QComboBox]) -> None:
        """Put titled fields, the place for a problem and the buttons below each other."""
        grid = QGridLayout()
        grid.setSpacing(em(0.3))
        for row, (title, field) in enumerate(fields):
            label = QLabel(title)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            field.installEventFilter(self)
        grid.setColumnStretch(1, 1)
        self.buttons.insertWidget(0, self.apply_button)
        self.buttons.addStretch(1)
        self.column.addLayout(grid)
        self.column.addWidget(self.problem)
        self.column.addLayout(self.buttons)
        self._fields = tuple(field for _, field in fields)
        for before, after in pairwise((self.chart, *self._fields, self.apply_button)):
            self.setTabOrder(before, after)

    def command(self) -> Command | None:
        """What the fields mean, None for no change; raises ``Rejected`` where they cannot be read."""
        raise NotImplementedError

    def carry_out(self, command: Command) -> Rejected | None:
        """Do it; returns why not."""
        return self.chart.workspace.attempt(command)

    def is_there(self) -> bool:
        """Whether the plan still has what the sheet is about."""
        return self.chart.workspace.project.find(Task, self.task) is not None

    def open_at(self, task: str) -> None:
        self._shown = self._entered()
        super().open_at(task)

    def _entered(self) -> list[str]:
        return [field.currentText() if isinstance(field, QComboBox) else field.text() for field in self._fields]

    @property
    def is_dirty(self) -> bool:
        """Whether something was entered that is not taken yet."""
        return self.is_open() and self._entered() != self._shown

    def wanted_width(self) -> int:
        return max(super().wanted_width(), em(PROBLEM_WIDTH))

    def is_open(self) -> bool:
        return not self.isHidden()

    def try_out(self) -> None:
        """Show in the chart what would become of the plan."""
        if not self.is_open():
            return
        trial = self._trial = self._trial or Preview(self.chart.workspace)
        try:
            trial.show(self.command())
            refusal = trial.refusal
        except Rejected as unreadable:
            trial.show(None)
            refusal = unreadable
        self._complain(refusal)
        self.chart.show_preview(trial)

    def _complain(self, refusal: Rejected | None) -> None:
        self.refusal = refusal
        if refusal is not None:
            self.problem.setText(sentence(refusal))
        self.problem.setVisible(refusal is not None)
        self.place()

    def apply(self) -> bool:
        """Take what is entered; the sheet stays, with the reason, where it is refused."""
        if not self.is_open() or self._applying:
            return True
        self._applying = True
        try:
            command = self.command()
            refused = self.carry_out(command) if command is not None else None
        except Rejected as unreadable:
            refused = unreadable
        finally:
            self._applying = False
        if refused is not None:
            self._complain(refused)
            return False
        self.dismiss()
        return True

    def leave(self) -> None:
        """The hand went elsewhere in the chart: what was entered is taken, and the sheet goes."""
        refused = None if not self.is_dirty or self.apply() else self.refusal
        self.dismiss()
        if refused is not None:
            self.chart.workspace.rejected.emit(refused)

    def make_way(self) -> None:
        """The hand went to the grid: what was entered is taken, and the sheet goes; refused, it stays and says why."""
        if not self.is_dirty or self.apply():
            self.dismiss()

    def settle(self, left: list[Unsettled]) -> None:
        """Take what was entered before something else is done; what is refused stays, and is added to ``left``."""
        if self.is_dirty and not self.apply() and self.refusal is not None:
            left.append(Unsettled(self.refusal, self._fields[-1]))

    def dismiss(self) -> None:
        if self._trial is not None:
            self._trial = None
            self.chart.show_preview(None)
        super().dismiss()

    def _gone_on(self) -> None:
        """Something else was done: a sheet in which nothing was entered has had its time."""
        if self._applying or not self.is_open():
            return
        if not self.is_dirty or not self.is_there():
            self.dismiss()
        else:
            self._trial = None
            self.try_out()

    def _left(self, event: QFocusEvent) -> None:
        """The keys went elsewhere: what was entered is taken; where it cannot be, the sheet stays and says why."""
        stays = event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        focus = QApplication.focusWidget()
        if not stays and not (focus is not None and self.isAncestorOf(focus)) and self.is_dirty:
            self.apply()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched in self._fields:
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.apply()
                return True
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut and watched in self._fields:
            self._left(event)
        return super().eventFilter(watched, event)
