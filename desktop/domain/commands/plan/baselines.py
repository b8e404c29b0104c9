"""Commands that keep the plan as agreed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.rules import plan_of
from desktop.domain.plan import Baseline, BaselineTask, Task
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_

sentences(nothing_to_capture=N_("There is no task yet, so there is nothing to keep as a baseline."))


@dataclass(frozen=True)
class CaptureBaseline:
    """Keep dates, durations, work and fixed cost of every task under a name."""

    name: str
    note: str = ""
    approved_by: str | None = None
    approved_on: dt.date | None = None
    label: str = N_("Capture baseline {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        plan, tasks = plan_of(tx), tx.project.table(Task)
        parts = []
        for identity in tx.project.outline.order:
            if identity not in plan:
                continue
            dates, task = plan.of(identity), tasks[identity]
            parts.append(
                BaselineTask(
                    task=identity, start=dates.start, finish=dates.finish, duration=dates.duration,
                    work=task.work, cost=task.fixed_cost,
                )
            )  # fmt: skip
        if not parts:
            raise Rejected("nothing_to_capture")
        tx.add(
            Baseline, name=self.name, taken_at=tx.now.replace(second=0), note=self.note,
            approved_by=self.approved_by, approved_on=self.approved_on, tasks=tuple(parts),
        )  # fmt: skip
        return {"name": self.name}
