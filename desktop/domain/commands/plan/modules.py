"""A part of a plan that was kept comes into this one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.pasting import Place
from desktop.domain.modules import Module, resources_by_name
from desktop.domain.plan import Assignment, Dependency, Task
from desktop.domain.project import RANK_STEP
from desktop.i18n import N_


@dataclass(frozen=True)
class InsertModule:
    """Put a module behind ``anchor``, at its level; without an anchor at the end of the plan.

    Its first tasks are linked with nothing outside. Resources that the plan does not have are left out.
    """

    module: Module
    anchor: str | None = None
    label: str = N_("Insert the module {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        place = Place(tx, self.anchor, inside=False)
        made: list[str] = []
        above: list[str] = []
        families: dict[str, int] = {}
        for task in self.module.tasks:
            del above[task.level :]
            if above:
                families[above[-1]] = families.get(above[-1], 0) + 1
                rank = families[above[-1]] * RANK_STEP
                identity = tx.add(Task, **task.fields, parent=above[-1], rank=rank).id
            else:
                identity = tx.add(Task, **task.fields, parent=place.parent).id
                place.take(identity)
            made.append(identity)
            above.append(identity)
        place.commit()
        for link in self.module.links:
            tx.add(
                Dependency, predecessor=made[link.before], successor=made[link.after], type=link.type, lag=link.lag,
                lag_unit=link.lag_unit, lag_percent=link.lag_percent,
            )  # fmt: skip
        there = resources_by_name(tx.project)
        for share in self.module.shares:
            if share.resource in there:
                resource = there[share.resource]
                tx.add(Assignment, task=made[share.task], resource=resource, units=share.units, work=share.work)
        return {"name": self.module.name}
