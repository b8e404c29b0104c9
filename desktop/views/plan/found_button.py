"""How much the scheduler found in the plan, beside the rules; a click lists it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QToolButton

from desktop.domain.scheduling import Schedule
from desktop.i18n import ntr, tr
from desktop.models.workspace import Workspace
from desktop.views.background import Background, Wish
from desktop.views.icons import icon
from desktop.views.labels import SMALL, em, scaled
from desktop.views.plan.findings_dialog import findings_of

CALM = 400
"""Milliseconds without an edit after which findings are counted."""


class Counter(Background):
    """``counted`` says how much was found in the schedule asked about last: every task is looked at."""

    counted = Signal(object)

    def ask(self, planned: Schedule) -> None:
        def work(wish: Wish) -> None:
            wish.say("counted", len(findings_of(planned)))

        self._begin("count", work)


class FoundButton(QToolButton):
    """Out of sight while there is nothing, and while others look on."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(autoRaise=True)
        self._workspace = workspace
        self.setFont(scaled(SMALL))
        self.setIcon(icon("warning", "amber"))
        self.setIconSize(QSize(em(0.9), em(0.9)))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.hide()
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self._count)
        self._calm.start()
        self._counter = Counter()
        self._counter.counted.connect(self._show)
        self.destroyed.connect(self._counter.retire)
        workspace.changed.connect(self._project_changed)

    def _project_changed(self) -> None:
        self._counter.call_off()
        self._calm.start()

    def _count(self) -> None:
        """When the hands rest."""
        self._counter.ask(self._workspace.schedule)

    def _show(self, count: int) -> None:
        self.setText(ntr("{n} finding", "{n} findings", count))
        self.setToolTip(tr("What the scheduler found in the plan"))
        self.setVisible(count > 0 and not self._workspace.is_guarded)
