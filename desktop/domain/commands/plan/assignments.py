"""Commands on who and what a task needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.effort import reassign
from desktop.domain.commands.plan.rules import length_fields
from desktop.domain.plan import Resource, Task
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.resource_names import Share
from desktop.i18n import N_

sentences(
    unknown_resources=N_("There is no resource named {names}. Nothing was changed; add it or correct the name."),
)


@dataclass(frozen=True)
class AssignResources:
    """Replace the resources of a task; assignments that stay keep their records.

    What becomes of work, duration and units follows from the type of the task (see ``effort``).

    Names that nobody has are refused (``unknown_resources``), or made new people where
    ``create`` says that somebody confirmed it.
    """

    task: str
    shares: tuple[Share, ...]
    create: bool = False
    label: str = N_("Assign resources to {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        task = tx.project.get(Task, self.task)
        unknown = [share.name for share in self.shares if share.resource is None]
        if unknown and not self.create:
            raise Rejected("unknown_resources", names="; ".join(f"“{name}”" for name in unknown))
        wanted: dict[str, int] = {}
        for share in self.shares:
            resource = share.resource or tx.add(Resource, name=share.name).id
            wanted[resource] = share.units
        minutes, fields = reassign(tx, task, wanted)
        if minutes is not None:
            fields = length_fields(tx, task, minutes, task.duration_unit) | fields
        tx.update(Task, task.id, **fields)
        return {"name": task.name}
