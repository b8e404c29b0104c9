"""A sheet at a bar with a few fields: every change shows in the chart before it is made."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.domain.rejection import Rejected
from desktop.domain.session import Command
from desktop.i18n import tr
from desktop.models.preview import Preview
from desktop.views.labels import Text, em
from desktop.views.plan.strip import Strip
from desktop.views.records.explanation import sentence

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart

PROBLEM_WIDTH = 17
"""Room for the sentence of a refusal, in heights of the font."""


class FormStrip(Strip):
    """Enter takes what is entered, Escape leaves everything as it was; what cannot be is told in the sheet."""

    def __init__(self, chart: GanttChart) -> None:
        super().__init__(chart)
        self._trial: Preview | None = None
        self._applying = False
        self._fields: tuple[QWidget, ...] = ()
        self.problem = Text(role="red", wrap=True)
        self.apply_button = QPushButton(tr("Apply"))
        self.apply_button.clicked.connect(self.apply)
        self.buttons = QHBoxLayout()
        chart.workspace.changed.connect(self._gone_on)

    def lay_out(self, *fields: tuple[str, QWidget]) -> None:
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
        if refusal is not None:
            self.problem.setText(sentence(refusal))
        self.problem.setVisible(refusal is not None)
        self.place()

    def apply(self) -> bool:
        """Take what is entered; the sheet stays, with the reason, where it is refused."""
        if not self.is_open():
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
        """The hand went elsewhere: what was entered is taken if it can be."""
        if self.is_open() and not self.apply():
            self.dismiss()

    def dismiss(self) -> None:
        if self._trial is not None:
            self._trial = None
            self.chart.show_preview(None)
        super().dismiss()

    def _gone_on(self) -> None:
        """Something else was done."""
        if not self._applying and self.is_open():
            self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched in self._fields:
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.apply()
                return True
        return super().eventFilter(watched, event)
