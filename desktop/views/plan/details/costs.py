"""What a task costs, against what was agreed, and what it has earned."""

from __future__ import annotations

from typing import ClassVar

from desktop.i18n import N_
from desktop.views.plan.details.tab import DetailTab


class CostsTab(DetailTab):
    """Fixed cost and how value is earned; figures below."""

    key: ClassVar[str] = "costs"
    title: ClassVar[str] = N_("Costs", "section")
    icon: ClassVar[str] = "control"

    def make(self) -> None:
        self.add_section("", ("fixed_cost", "fixed_cost_accrual", "actual_cost", "ev_method"))
        self.column.addStretch(1)
