"""Commands on who and what a task needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.effort import reassign
from desktop.domain.commands.plan.rules import length_fields
from desktop.domain.plan import Assignment, Resource, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.resource_names import Share
from desktop.i18n import N_

sentences(
    already_assigned=N_("“{resource}” works on “{task}” already. Nothing was changed."),
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


@dataclass(frozen=True)
class AddToTask:
    """Put more resources on a task; whoever is on it stays. See :class:`AssignResources`."""

    task: str
    shares: tuple[Share, ...]
    create: bool = False
    label: str = N_("Assign resources to {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        there = _shares(tx.project, self.task)
        for share in self.shares:
            if share.resource in {one.resource for one in there}:
                task, resource = tx.project.get(Task, self.task), tx.project.get(Resource, share.resource)
                raise Rejected("already_assigned", resource=resource.name, task=task.name)
        return AssignResources(self.task, (*there, *self.shares), self.create).apply(tx)


@dataclass(frozen=True)
class TakeFromTask:
    """Take one assignment away; what becomes of its work follows from the type of the task."""

    assignment: str
    label: str = N_("Take a resource from {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        gone = tx.project.get(Assignment, self.assignment)
        others = [one for one in tx.project.assignments(gone.task) if one.id != gone.id]
        if any(one.resource == gone.resource for one in others):  # a file may name somebody twice
            tx.delete(Assignment, gone.id)
            return {"name": tx.project.get(Task, gone.task).name}
        left = tuple(share for share in _shares(tx.project, gone.task) if share.resource != gone.resource)
        return AssignResources(gone.task, left).apply(tx)


@dataclass(frozen=True)
class ReplaceResource:
    """Let somebody else do the work of an assignment, which keeps its units, its work and its delays."""

    assignment: str
    resource: str
    label: str = N_("Replace a resource of {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        before = tx.project.get(Assignment, self.assignment)
        task, resource = tx.project.get(Task, before.task), tx.project.get(Resource, self.resource)
        others = [one for one in tx.project.assignments(task.id) if one.id != before.id]
        if any(one.resource == resource.id for one in others):
            raise Rejected("already_assigned", resource=resource.name, task=task.name)
        tx.update(Assignment, before.id, resource=resource.id)
        return {"name": task.name}


def _shares(project: Project, task: str) -> tuple[Share, ...]:
    """Who is on a task, as :class:`AssignResources` takes it."""
    found = []
    for one in project.assignments(task):
        resource = project.find(Resource, one.resource)
        if resource is not None:
            found.append(Share(resource.name, one.units, resource.id))
    return tuple(found)
