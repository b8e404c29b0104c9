"""Type and lag of a link, at the chart: after it was drawn, by a double click on its line, or by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from desktop.domain.changes import ChangeSet
from desktop.domain.commands.plan import AddLink, SetLink
from desktop.domain.commands.plan.links import RemoveLink
from desktop.domain.plan import LINK_TYPE, Dependency
from desktop.domain.predecessors import lag_text, read_lag
from desktop.domain.rejection import Rejected
from desktop.domain.session import Command
from desktop.i18n import tr, words
from desktop.views.plan.form_strip import FormStrip
from desktop.views.plan.link_menu import link_names

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart


class LinkStrip(FormStrip):
    """A link that was just drawn keeps one step to undo, whatever becomes of it here."""

    def __init__(self, chart: GanttChart) -> None:
        super().__init__(chart)
        self._link: Dependency | None = None
        self._step: ChangeSet | None = None
        self.type, self.lag = QComboBox(), QLineEdit()
        for code, said in LINK_TYPE.items():
            self.type.addItem(tr(said), code)
        self.lag.setPlaceholderText(tr("2d, -1d, 50%"))
        self.remove_button = QPushButton(tr("Remove the link"))
        self.remove_button.clicked.connect(self.remove)
        self.buttons.addWidget(self.remove_button)
        self.lay_out((tr("Type"), self.type), (tr("Lag"), self.lag))
        self.type.currentIndexChanged.connect(self.try_out)
        self.lag.textEdited.connect(self.try_out)

    # -- what is shown --------------------------------------------------------------------------

    def show_link(self, identity: str, step: ChangeSet | None = None, *, take_keys: bool = True) -> None:
        """Open for a dependency; ``step`` is what drew it, where that was just now."""
        workspace = self.chart.workspace
        link = workspace.project.find(Dependency, identity)
        if link is None:
            return
        self.dismiss()
        self._link, self._step = link, step
        self.type.setCurrentIndex(list(LINK_TYPE).index(link.type))
        self.lag.setText(self._lag_text())
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

    def is_there(self) -> bool:
        link = self._link
        self._link = self.chart.workspace.project.find(Dependency, link.id) if link is not None else None
        return self._link is not None and super().is_there()

    # -- changing -------------------------------------------------------------------------------

    def _wanted(self, link: Dependency) -> tuple[str, int, str, int | None]:
        """Type and lag as they stand in the fields; raises ``duration_unreadable``."""
        kind = str(self.type.currentData())
        if self.lag.text().strip() == self._lag_text():  # two decimals of a unit: read back they might differ
            return kind, link.lag, link.lag_unit, link.lag_percent
        return kind, *read_lag(self.chart.workspace.project, self.lag.text())

    def command(self) -> SetLink | None:
        link = self._link
        assert link is not None
        wanted = self._wanted(link)
        same = wanted == (link.type, link.lag, link.lag_unit, link.lag_percent)
        return None if same else SetLink(link.id, *wanted)

    def carry_out(self, command: Command) -> Rejected | None:
        link, workspace = self._link, self.chart.workspace
        if self._step is None or self._step is not workspace.next_undo or link is None:
            return workspace.attempt(command)
        drawn = AddLink(link.predecessor, link.successor, *self._wanted(link))
        return workspace.attempt_instead(drawn)

    def remove(self) -> None:
        """Take the link away; one that was just drawn as if it had never been."""
        link, workspace, step = self._link, self.chart.workspace, self._step
        self.dismiss()
        if step is not None and step is workspace.next_undo:
            workspace.undo()
        elif link is not None:
            workspace.do(RemoveLink(link.id))
