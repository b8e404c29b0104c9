"""Commands that keep the plan as agreed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from desktop.domain.baselines import captured
from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.clocks import plan_of
from desktop.domain.plan import Baseline
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_

sentences(nothing_to_capture=N_("There is no task yet, so there is nothing to keep as a baseline."))


@dataclass(frozen=True)
class CaptureBaseline:
    """Keep dates, durations, work and cost of every task under a name."""

    name: str
    note: str = ""
    approved_by: str | None = None
    approved_on: dt.date | None = None
    label: str = N_("Capture baseline {name}")
    whole_plan: ClassVar[bool] = True

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        parts = captured(tx.project, plan_of(tx))
        if not parts:
            raise Rejected("nothing_to_capture")
        tx.add(
            Baseline, name=self.name, taken_at=tx.now.replace(second=0), note=self.note,
            approved_by=self.approved_by, approved_on=self.approved_on, tasks=parts,
        )  # fmt: skip
        return {"name": self.name}
