"""Says why a task is where it is, and what would bring it forward."""

from __future__ import annotations

from bisect import bisect_right
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.domain.commands.plan.levers import PullLever
from desktop.domain.scheduling.explain import say, why
from desktop.domain.scheduling.levers import TRIALS, Lever, say_lever
from desktop.i18n import N_, tr, words
from desktop.models.chosen import Chosen
from desktop.models.plan import PlanModel
from desktop.views.labels import Text, breakable, em
from desktop.views.plan.details.lever_search import LeverSearch
from desktop.views.plan.details.tab import DetailTab

REST = 250
"""Milliseconds for which a task must be looked at before changes are tried."""
PATIENCE = 400
"""Milliseconds after which a search that goes on shows its progress."""


class LeverRow(QWidget):
    """One change with what it was measured to gain, and a button that makes it."""

    def __init__(self, lever: Lever, sentence: str) -> None:
        super().__init__()
        self.lever = lever
        self.text = Text(breakable(sentence), wrap=True)
        self.button = QPushButton(tr("Do it"))
        self.button.setAccessibleName(tr("Do it: {change}", change=sentence))
        self.button.setVisible(lever.gain > 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)


class WhyTab(DetailTab):
    """Reasons at once; changes as they are found, tried away from the interface for as long as somebody looks."""

    key: ClassVar[str] = "why"
    title: ClassVar[str] = N_("Why is it there?")
    icon: ClassVar[str] = "help"
    several: ClassVar[bool] = False

    def __init__(self, model: PlanModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.rows: list[LeverRow] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._search)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)

    def make(self) -> None:
        self.reasons = Text(wrap=True)
        self.column.addWidget(self.reasons)
        self.column.addWidget(Text(tr("What would bring it forward"), bold=True, wrap=True))
        self._levers = QVBoxLayout()
        self._levers.setSpacing(em(0.4))
        self.column.addLayout(self._levers)
        self.note = Text(role="muted", wrap=True)
        self.column.addWidget(self.note)
        self.column.addWidget(self._make_progress())
        self.column.addStretch(1)
        self._patience.timeout.connect(self.busy.show)
        self.search = LeverSearch()
        self.search.found.connect(self._add)
        self.search.stepped.connect(self.progress.setValue)
        self.search.ended.connect(self._end)
        self.search.broken.connect(self._broken)
        self.destroyed.connect(self.search.retire)

    def _make_progress(self) -> QWidget:
        self.busy = QWidget()
        self.progress = QProgressBar()
        self.progress.setRange(0, TRIALS)
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(em(0.6))
        self.progress.setAccessibleName(tr("Changes that were tried"))
        self.stop = QPushButton(tr("Stop", "search"))
        self.stop.clicked.connect(self._stop)
        row = QHBoxLayout(self.busy)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.progress, 1)
        row.addWidget(self.stop)
        self.busy.hide()
        return self.busy

    @property
    def searching(self) -> bool:
        """Whether changes are still being tried."""
        return self._rest.isActive() or self._patience.isActive() or not self.busy.isHidden()

    def fill(self, chosen: Chosen) -> None:
        self._call_off()
        self._clear()
        task, plan, project = chosen.single, chosen.reading.schedule, chosen.reading.project
        if task is None or task.id not in plan:
            self.reasons.clear()
            return
        found = [f"• {say(reason, project, words())}" for reason in why(plan, project, task.id)]
        self.reasons.setText(breakable("\n".join(found)))
        self.note.setText(tr("Looking for changes …"))
        self._rest.start()

    def leave(self) -> None:
        super().leave()
        if self._made:
            self._call_off()

    def first_widget(self) -> QWidget:
        buttons = [row.button for row in self.rows if not row.button.isHidden()]
        return buttons[0] if buttons else self.body

    # -- searching ------------------------------------------------------------------------------

    def _search(self) -> None:
        task = self.chosen.single if self.chosen is not None else None
        if task is not None and self.isVisible():
            self._patience.start()
            self.search.start(self.workspace.schedule, self.workspace.project.snapshot(), task.id)

    def _call_off(self) -> None:
        self._rest.stop()
        self._patience.stop()
        self.search.call_off()
        self.busy.hide()

    def _clear(self) -> None:
        self.progress.setValue(0)
        for row in self.rows:
            row.hide()
            self._levers.removeWidget(row)
            row.deleteLater()
        self.rows = []

    def _add(self, lever: Lever) -> None:
        """Put a change where it belongs: those that gain most stand first."""
        row = LeverRow(lever, say_lever(lever, self.workspace.project, words()))
        row.button.clicked.connect(self._pull)
        place = bisect_right([-each.lever.gain for each in self.rows], -lever.gain)
        self.rows.insert(place, row)
        self._levers.insertWidget(place, row)

    def _pull(self) -> None:
        button = self.sender()
        row = next((row for row in self.rows if row.button is button), None)
        if row is not None:
            self.workspace.do(PullLever(row.lever))

    def _stop(self) -> None:
        self._call_off()
        self.note.setText(tr("The search was stopped; there may be more."))

    def _end(self) -> None:
        self._patience.stop()
        self.busy.hide()
        if not self.rows:
            self.note.setText(tr("No single change of what drives it would."))
        else:
            self.note.setText(tr("Each change was tried by itself on a copy of the plan; gains are working time."))

    def _broken(self, error: Exception) -> None:
        self._stop()
        raise error
