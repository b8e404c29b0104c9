"""Trying something out: edits from here on are told by what they come to, and kept or discarded as a whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.domain.changes import ChangeSet
from desktop.domain.commands.take_back import TakeBack
from desktop.domain.costing.costs import Costs
from desktop.domain.display import date_text, money_text
from desktop.domain.durations import duration_text
from desktop.domain.plan import Task
from desktop.domain.scheduling import to_minutes
from desktop.i18n import N_, ntr, tr, words
from desktop.models.workspace import Workspace
from desktop.views.labels import Text, em
from desktop.views.theme import colour

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

CALM = 250
"""Milliseconds without an edit after which figures are reckoned."""
COSTED = 500
"""Tasks of a plan whose cost is reckoned on the spot."""
DISCARD = N_("Discard what was tried out")


@dataclass(frozen=True, slots=True)
class Figures:
    """What a plan comes to."""

    finish: dt.datetime
    critical: int
    cost: int | None
    """None where reckoning it would hold up the window."""

    @classmethod
    def of(cls, workspace: Workspace) -> Figures:
        project, planned = workspace.project, workspace.schedule
        few = len(project.table(Task)) <= COSTED
        cost = Costs(project, planned).of(None).total if few else None
        return cls(planned.finish, sum(planned.critical_rows), cost)


class WhatIf(QFrame):
    """A strip above the plan for as long as something is tried out. Going back before its beginning ends it."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page, self._workspace = page, page.workspace
        self._mark: ChangeSet | None = None
        self._before: Figures | None = None
        self.text = Text(wrap=True)
        self.keep_button, self.discard_button = QPushButton(tr("Keep")), QPushButton(tr("Discard"))
        row = QHBoxLayout(self)
        row.setContentsMargins(em(0.75), em(0.3), em(0.5), em(0.3))
        row.setSpacing(em(0.6))
        row.addWidget(self.text, 1)
        for button, slot in ((self.keep_button, self.keep), (self.discard_button, self.discard)):
            button.setAutoDefault(True)
            button.clicked.connect(slot)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self._tell)
        self._workspace.changed.connect(self._changed)
        self.ended: list[Callable[[], object]] = []
        """Told when it begins and when it ends."""
        self.hide()

    @property
    def running(self) -> bool:
        return self._before is not None

    @property
    def steps(self) -> list[ChangeSet] | None:
        """What has been tried out, in order; None where its beginning was taken back."""
        made = self._workspace.session.undo_steps
        if self._mark is None:
            return list(made)
        at = next((number for number, step in enumerate(made) if step is self._mark), None)
        return None if at is None else list(made[at + 1 :])

    # -- beginning and end ----------------------------------------------------------------------

    def begin(self) -> None:
        """Try something out from here on."""
        if self.running:
            self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._workspace.settle()
        self._page.chart.leave_strips()
        self._mark, self._before = self._workspace.next_undo, Figures.of(self._workspace)
        self._tell()
        self.show()
        self._say_so()

    def keep(self) -> None:
        """What was tried out stays, step by step as it was done."""
        count = len(self.steps or ())
        self._end()
        self._page.said.emit(ntr("{n} step kept", "{n} steps kept", count))

    def discard(self) -> None:
        """All of it goes in one step, which can be undone like any other."""
        self._workspace.settle()
        steps = self.steps
        self._end()
        if steps and self._workspace.do(TakeBack(tuple(steps), "", label=DISCARD)):
            self._page.said.emit(tr("What was tried out is gone; undo brings it back"))

    def _end(self) -> None:
        self._mark = self._before = None
        self._calm.stop()
        if self.keep_button.hasFocus() or self.discard_button.hasFocus():
            self._page.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self._say_so()

    def _say_so(self) -> None:
        for told in self.ended:
            told()

    # -- figures --------------------------------------------------------------------------------

    def _changed(self) -> None:
        if self.running:
            if self.steps is None:
                self._end()
            else:
                self._calm.start()

    def _tell(self) -> None:
        if self._before is None:
            return
        count = len(self.steps or ())
        if not count:
            self.text.setText(tr("Trying something out: change what you like, then keep or discard all of it."))
            return
        text = ntr("Trying something out, {n} step: {effect}", "Trying something out, {n} steps: {effect}", count,
                   effect=self._effect(self._before, Figures.of(self._workspace)))  # fmt: skip
        if text != self.text.text():
            self.text.setText(text)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _effect(self, before: Figures, now: Figures) -> str:
        project, said = self._workspace.project, []
        if now.finish != before.finish:
            clock = self._workspace.schedule.network.calendar
            minutes = clock.between(to_minutes(before.finish), to_minutes(now.finish))
            span = duration_text(abs(minutes), "d", project.profile, words())
            facts = {"before": date_text(before.finish), "now": date_text(now.finish), "span": span}
            later = now.finish > before.finish
            said.append(tr("finish {before} → {now}, {span} later", **facts) if later
                        else tr("finish {before} → {now}, {span} earlier", **facts))  # fmt: skip
        if now.cost is not None and before.cost is not None and now.cost != before.cost:
            digits = project.profile.currency_digits
            facts = {"before": money_text(before.cost, digits), "now": money_text(now.cost, digits)}
            said.append(tr("cost {before} → {now}", **facts))
        if now.critical != before.critical:
            said.append(tr("critical tasks {before} → {now}", before=before.critical, now=now.critical))
        if said:
            return tr("; ").join(said)
        if now.cost is None:
            return tr("finish and critical tasks stay as they are")
        return tr("finish, cost and critical tasks stay as they are")

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour("accent_soft"))
            painter.fillRect(QRectF(0, 0, em(0.25), self.height()), colour("accent"))
