"""Says why a task is where it is, and what would bring it forward."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.plan import Task
from desktop.domain.scheduling.explain import say, why
from desktop.domain.scheduling.levers import TRIALS, Lever, say_lever
from desktop.i18n import tr, words
from desktop.models.workspace import Workspace
from desktop.views.dialog import Dialog
from desktop.views.labels import Text, breakable, em
from desktop.views.plan.lever_search import LeverSearch

PATIENCE = 400
"""Milliseconds after which a search that goes on shows its progress."""
LONGEST = 120
"""Characters of the task's name in the title."""


class WhyDialog(Dialog):
    """Reasons at once, then changes as they are found with what each was measured to gain; nothing is changed here."""

    def __init__(self, workspace: Workspace, task: str, parent: QWidget | None = None) -> None:
        project, plan = workspace.project, workspace.schedule
        name = project.get(Task, task).name[:LONGEST]
        super().__init__(tr("Why “{task}” is where it is", task=name), parent, 38, 26)
        self._project = project.snapshot()
        self._gains: list[int] = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        for reason in why(plan, project, task):
            column.addWidget(Text(breakable(say(reason, project, words())), wrap=True))
        column.addSpacing(em(0.6))
        column.addWidget(Text(tr("What would bring it forward"), bold=True))
        self._levers = QVBoxLayout()
        column.addLayout(self._levers)
        self.note = Text(tr("Looking for changes …"), role="muted", wrap=True)
        column.addWidget(self.note)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        self.column.addWidget(area, 1)
        self.column.addWidget(self._make_progress())
        self.add_buttons(QDialogButtonBox.StandardButton.Close)
        self.search = LeverSearch()
        self.search.found.connect(self._add)
        self.search.stepped.connect(self.progress.setValue)
        self.search.ended.connect(self._end)
        self.search.broken.connect(self._broken)
        self.finished.connect(self.search.retire)
        self.destroyed.connect(self.search.retire)  # closed with its window, it is never finished
        self.search.start(plan, self._project, task)

    def _make_progress(self) -> QWidget:
        self.busy = QWidget()
        self.progress = QProgressBar()
        self.progress.setRange(0, TRIALS)
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(em(0.6))
        self.progress.setAccessibleName(tr("Changes that were tried"))
        self.stop = QPushButton(tr("Stop", "search"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self._stop)
        row = QHBoxLayout(self.busy)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.progress, 1)
        row.addWidget(self.stop)
        self.busy.hide()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.busy.show)
        self._patience.start(PATIENCE)
        return self.busy

    @property
    def searching(self) -> bool:
        """Whether changes are still being tried."""
        return self._patience.isActive() or not self.busy.isHidden()

    def _add(self, lever: Lever) -> None:
        """Put a change where it belongs: those that gain most stand first."""
        place = bisect_right(self._gains, -lever.gain)
        self._gains.insert(place, -lever.gain)
        sentence = say_lever(lever, self._project, words())
        self._levers.insertWidget(place, Text(breakable(sentence), wrap=True))

    def _stop(self) -> None:
        self.search.call_off()
        self._rest(tr("The search was stopped; there may be more."))

    def _end(self) -> None:
        if not self._gains:
            self._rest(tr("No single change of what drives it would."))
        else:
            self._rest(tr("Each change was tried by itself on a copy of the plan; gains are working time."))

    def _rest(self, said: str) -> None:
        self._patience.stop()
        self.busy.hide()
        self.note.setText(said)

    def _broken(self, error: Exception) -> None:
        self._stop()
        raise error
