"""Commands on dependencies between tasks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.outline import ancestors, outline_order
from desktop.domain.durations import unit_minutes
from desktop.domain.plan import Dependency, Task
from desktop.domain.predecessors import Link
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_

sentences(
    two_tasks_needed=N_("Select at least two tasks to link them. Nothing was changed."),
    no_link=N_("“{task}” has no links."),
    no_link_chosen=N_("No link is chosen. Click its line, or go through the links of a task with {key}."),
)


@dataclass(frozen=True)
class AddLink:
    """Make ``successor`` wait for ``predecessor``; ``type`` says which ends are joined."""

    predecessor: str
    successor: str
    type: str = "FS"
    lag: int = 0
    lag_unit: str = "d"
    lag_percent: int | None = None
    label: str = N_("Link {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        link = Link(self.predecessor, self.type, self.lag, self.lag_unit, self.lag_percent)
        add_link(tx, self.successor, link)
        return {"name": tx.project.get(Task, self.successor).name}


@dataclass(frozen=True)
class LinkTasks:
    """Chain tasks finish-to-start in outline order; pairs that are linked so already stay."""

    ids: tuple[str, ...]
    label: str = N_("Link {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        chain = outline_order(tx.project, self.ids)
        if len(chain) < 2:
            raise Rejected("two_tasks_needed")
        made, duplicate = 0, None
        for predecessor, successor in pairwise(chain):
            try:
                add_link(tx, successor, Link(predecessor))
                made += 1
            except Rejected as refusal:
                if refusal.code != "duplicate_link":
                    raise
                duplicate = refusal
        if duplicate is not None and not made:
            raise duplicate
        return {"name": tx.project.get(Task, chain[0]).name}


@dataclass(frozen=True)
class RemoveLink:
    """Take one dependency away."""

    id: str
    label: str = N_("Remove a link")

    def apply(self, tx: Transaction) -> None:
        tx.delete(Dependency, tx.project.get(Dependency, self.id).id)


@dataclass(frozen=True)
class UnlinkTasks:
    """Remove the links among several tasks, or all links of a single one."""

    ids: tuple[str, ...]
    label: str = N_("Unlink {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        chosen, gone = set(self.ids), set[str]()
        for identity in outline_order(tx.project, self.ids):
            for link in (*tx.project.predecessors(identity), *tx.project.successors(identity)):
                if len(chosen) == 1 or {link.predecessor, link.successor} <= chosen:
                    gone.add(link.id)
        tx.delete_all(Dependency, gone)
        return {"name": tx.project.get(Task, self.ids[0]).name}


@dataclass(frozen=True)
class SetLink:
    """Change type and lag of one dependency."""

    id: str
    type: str
    lag: int = 0
    lag_unit: str = "d"
    lag_percent: int | None = None
    label: str = N_("Change link of {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        link = tx.project.get(Dependency, self.id)
        _refuse_duplicate(tx.project, link.predecessor, link.successor, self.type, besides=link.id)
        tx.update(
            Dependency, self.id,
            type=self.type, lag=self.lag, lag_unit=self.lag_unit, lag_percent=self.lag_percent,
        )  # fmt: skip
        return {"name": tx.project.get(Task, link.successor).name}


@dataclass(frozen=True)
class RejoinLink:
    """Have a dependency lead from, or to, another task; its type and lag stay."""

    id: str
    predecessor: str
    successor: str
    label: str = N_("Change link of {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        before = tx.project.get(Dependency, self.id)
        _refuse_meaningless(tx.project, self.predecessor, self.successor, before.type, besides=self.id)
        tx.update(Dependency, self.id, predecessor=self.predecessor, successor=self.successor)
        return {"name": tx.project.get(Task, self.successor).name}


@dataclass(frozen=True)
class SetPredecessors:
    """Replace the links into ``task``; links that stay the same keep their records."""

    task: str
    links: tuple[Link, ...]
    label: str = N_("Change predecessors of {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        wanted = list(self.links)
        for before in tuple(tx.project.predecessors(self.task)):
            same = next((link for link in wanted if _same(tx.project, before, link)), None)
            kept = same or next((link for link in wanted if _joins(before, link)), None)
            if kept is None:
                tx.delete(Dependency, before.id)
                continue
            wanted.remove(kept)
            if same is None:
                tx.update(Dependency, before.id, lag=kept.lag, lag_unit=kept.lag_unit, lag_percent=kept.lag_percent)
        for link in wanted:
            add_link(tx, self.task, link)
        return {"name": tx.project.get(Task, self.task).name}


def _joins(dependency: Dependency, link: Link) -> bool:
    return (dependency.predecessor, dependency.type) == (link.predecessor, link.type)


def _same(project: Project, dependency: Dependency, link: Link) -> bool:
    """Whether ``link`` is ``dependency`` as displayed: a lag shows two decimals of its unit."""
    if not _joins(dependency, link) or dependency.lag_percent != link.lag_percent:
        return False
    if link.lag_percent is not None:
        return dependency.lag_unit.startswith("e") == link.lag_unit.startswith("e")
    if dependency.lag == link.lag:
        return True
    unit = unit_minutes(dependency.lag_unit, project.profile)
    shown_alike = abs(dependency.lag - link.lag) <= 0.005 * unit
    return shown_alike and (dependency.lag_unit == link.lag_unit or link.lag == 0)


def add_link(tx: Transaction, successor: str, link: Link) -> Dependency:
    """A new dependency, refused where it cannot mean anything."""
    _refuse_meaningless(tx.project, link.predecessor, successor, link.type)
    return tx.add(
        Dependency, predecessor=link.predecessor, successor=successor, type=link.type,
        lag=link.lag, lag_unit=link.lag_unit, lag_percent=link.lag_percent,
    )  # fmt: skip


def _refuse_meaningless(project: Project, predecessor: str, successor: str, kind: str, besides: str = "") -> None:
    before, after = project.get(Task, predecessor), project.get(Task, successor)
    if before.id == after.id:
        raise Rejected("self_link", task=after.name)
    for inner, outer in ((before, after), (after, before)):
        if outer.id in _set(ancestors(project, inner.id)):
            raise Rejected("own_summary", summary=outer.name, task=inner.name)
    _refuse_duplicate(project, before.id, after.id, kind, besides)


def _set(items: Iterable[str]) -> set[str]:
    return set(items)


def _refuse_duplicate(project: Project, before: str, after: str, kind: str, besides: str = "") -> None:
    for link in project.predecessors(after):
        if link.predecessor == before and link.type == kind and link.id != besides:
            raise Rejected(
                "duplicate_link", predecessor=project.get(Task, before).name, successor=project.get(Task, after).name
            )
