"""What a task costs, against what was agreed, and what it has earned."""

from __future__ import annotations

from typing import ClassVar

from desktop.i18n import N_, tr
from desktop.models.chosen import Chosen
from desktop.views.labels import Text
from desktop.views.plan.details.figures import FigureList
from desktop.views.plan.details.tab import DetailTab

MONEY = ("cost", "actual_cost", "remaining_cost", "baseline_cost", "cost_variance")
EARNED = ("bac", "pv", "ev", "ac", "sv", "cv", "spi", "cpi", "eac", "etc", "vac", "tcpi")


class CostsTab(DetailTab):
    """Fixed cost and how value is earned; figures below, worked out away from the interface."""

    key: ClassVar[str] = "costs"
    title: ClassVar[str] = N_("Costs", "section")
    icon: ClassVar[str] = "control"
    shared: ClassVar[bool] = False

    def make(self) -> None:
        self.add_section("", ("fixed_cost", "fixed_cost_accrual", "actual_cost", "ev_method"))
        self.money = FigureList(tr("Cost of the task"), MONEY)
        self.earned = FigureList(tr("Earned value"), EARNED)
        self.note = Text(tr("Figures of one task are shown when it is selected alone."), role="muted", wrap=True)
        for part in (self.money, self.earned, self.note):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.model.figures.arrived.connect(self._refresh)

    def fill(self, chosen: Chosen) -> None:
        task = chosen.single
        self.note.setVisible(task is None)
        for part in (self.money, self.earned):
            if task is None:
                part.hide()
            else:
                part.load(chosen.reading, task)

    def _refresh(self) -> None:
        """New figures have arrived."""
        if self.chosen is not None and self.isVisible():
            self.load(Chosen(self.model.reading, self.chosen.ids))
