"""Type and lag of a link, at the chart: after it was drawn, by a double click on its line, or by a key."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton

from desktop.domain.changes import ChangeSet
from desktop.domain.commands.plan import AddLink, SetLink
from desktop.domain.commands.records import DeleteRecords
from desktop.domain.plan import LINK_TYPE, Dependency
from desktop.domain.predecessors import lag_text, read_lag
from desktop.domain.rejection import Rejected
from desktop.i18n import N_, tr, words
from desktop.models.preview import Preview
from desktop.views.labels import Text, em
from desktop.views.plan.link_menu import link_names
from desktop.views.plan.strip import Strip
from desktop.views.records.explanation import sentence

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart


class LinkStrip(Strip):
    """Every change shows in the chart before it is made. Enter takes it, Escape leaves the link as it was.

    A link that was just drawn keeps one step to undo, whatever becomes of it here.
    """

    def __init__(self, chart: GanttChart) -> None:
        super().__init__(chart)
        self._link: Dependency | None = None
        self._step: ChangeSet | None = None
        self._trial: Preview | None = None
        self._applying = False
        self.type, self.lag = QComboBox(), QLineEdit()
        for code, said in LINK_TYPE.items():
            self.type.addItem(tr(said), code)
        self.lag.setPlaceholderText(tr("2d, -1d, 50%"))
        self.problem = Text(role="red", wrap=True)
        self.apply_button, self.remove_button = QPushButton(tr("Apply")), QPushButton(tr("Remove the link"))
        fields = QGridLayout()
        fields.setSpacing(em(0.3))
        for row, (title, field) in enumerate(((tr("Type"), self.type), (tr("Lag"), self.lag))):
            label = QLabel(title)
            label.setBuddy(field)
            fields.addWidget(label, row, 0)
            fields.addWidget(field, row, 1)
        fields.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.apply_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        self.column.addLayout(fields)
        self.column.addWidget(self.problem)
        self.column.addLayout(buttons)
        self.type.currentIndexChanged.connect(self._try)
        self.lag.textEdited.connect(self._try)
        self.lag.returnPressed.connect(self.apply)
        self.apply_button.clicked.connect(self.apply)
        self.remove_button.clicked.connect(self.remove)
        for field in (self.type, self.lag):
            field.installEventFilter(self)
        chart.workspace.changed.connect(self._gone_on)
        order = (chart, self.type, self.lag, self.apply_button, self.remove_button)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    # -- what is shown --------------------------------------------------------------------------

    def show_link(self, identity: str, step: ChangeSet | None = None, *, take_keys: bool = True) -> None:
        """Open for a dependency; ``step`` is what drew it, where that was just now."""
        workspace = self.chart.workspace
        link = workspace.project.find(Dependency, identity)
        if link is None:
            return
        self._link, self._step, self._trial = link, step, None
        for field in (self.type, self.lag):
            field.blockSignals(True)
        self.type.setCurrentIndex(list(LINK_TYPE).index(link.type))
        self.lag.setText(self._lag_text())
        for field in (self.type, self.lag):
            field.blockSignals(False)
        self.problem.hide()
        self.say(link_names(workspace, link))
        self.open_at(link.successor)
        if take_keys:
            self.take_keys()

    def take_keys(self) -> None:
        """Give the keys to the lag."""
        self.lag.setFocus(Qt.FocusReason.OtherFocusReason)
        self.lag.selectAll()

    def _lag_text(self) -> str:
        assert self._link is not None
        return lag_text(self.chart.workspace.project, self._link, words())

    # -- changing -------------------------------------------------------------------------------

    def _wanted(self) -> tuple[str, int, str, int | None]:
        """Type and lag as they stand in the fields; raises ``duration_unreadable``."""
        link = self._link
        assert link is not None
        kind = str(self.type.currentData())
        if self.lag.text().strip() == self._lag_text():  # two decimals of a unit: read back they might differ
            return kind, link.lag, link.lag_unit, link.lag_percent
        return kind, *read_lag(self.chart.workspace.project, self.lag.text())

    def _command(self) -> SetLink | None:
        link = self._link
        assert link is not None
        wanted = self._wanted()
        same = wanted == (link.type, link.lag, link.lag_unit, link.lag_percent)
        return None if same else SetLink(link.id, *wanted)

    def _try(self) -> None:
        """Show in the chart what would become of the plan."""
        if self._link is None:
            return
        trial = self._trial = self._trial or Preview(self.chart.workspace)
        try:
            trial.show(self._command())
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
        """Take type and lag; the sheet stays, with the reason, where they are refused."""
        link, workspace = self._link, self.chart.workspace
        if link is None:
            return True
        try:
            command = self._command()
        except Rejected as refusal:
            self._complain(refusal)
            return False
        if command is not None:
            self._applying = True
            if self._step is not None and self._step is workspace.next_undo:
                drawn = AddLink(
                    link.predecessor, link.successor, command.type, command.lag, command.lag_unit, command.lag_percent
                )
                refused = workspace.attempt_instead(drawn)
            else:
                refused = workspace.attempt(command)
            self._applying = False
            if refused is not None:
                self._complain(refused)
                return False
        self.dismiss()
        return True

    def remove(self) -> None:
        """Take the link away; one that was just drawn as if it had never been."""
        link, workspace, step = self._link, self.chart.workspace, self._step
        self.dismiss()
        if step is not None and step is workspace.next_undo:
            workspace.undo()
        elif link is not None:
            workspace.do(DeleteRecords("dependency", (link.id,), N_("Remove a link")))

    # -- going ----------------------------------------------------------------------------------

    def leave(self) -> None:
        """The hand went elsewhere: what was entered is taken if it can be."""
        if self._link is not None and not self.apply():
            self.dismiss()

    def dismiss(self) -> None:
        if self._link is not None:
            self._link = self._step = None
            if self._trial is not None:
                self._trial = None
                self.chart.show_preview(None)
        super().dismiss()

    def _gone_on(self) -> None:
        if not self._applying:
            self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched in (self.type, self.lag):
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
            if watched is self.type and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.apply()
                return True
        return super().eventFilter(watched, event)
