"""Commands on who and what a task needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.changes import Transaction
from desktop.domain.plan import Assignment, Resource, Task
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.resource_names import Share
from desktop.i18n import N_

sentences(
    unknown_resources=N_("There is no resource named {names}. Nothing was changed; add it or correct the name."),
)


@dataclass(frozen=True)
class AssignResources:
    """Replace the resources of a task; assignments that stay keep their work and their records.

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
        for assignment in tuple(tx.project.assignments(self.task)):
            units = wanted.pop(assignment.resource, None)
            if units is None:
                tx.delete(Assignment, assignment.id)
            else:
                tx.update(Assignment, assignment.id, units=units)
        for resource, units in wanted.items():
            tx.add(Assignment, task=self.task, resource=resource, units=units)
        return {"name": task.name}
