"""Commands on the work breakdown structure: add, delete, indent, outdent, reorder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from desktop.domain.changes import Transaction
from desktop.domain.plan import Task
from desktop.domain.project import RANK_STEP, Project
from desktop.domain.rejection import Rejected
from desktop.i18n import N_

ABOVE, BELOW, CHILD, FIRST_CHILD = "above", "below", "child", "first_child"


@dataclass(frozen=True)
class AddTask:
    """Insert a task next to ``anchor`` or into it; without an anchor at the end of the plan."""

    name: str
    anchor: str | None = None
    place: str = BELOW
    milestone: bool = False
    fields: Mapping[str, Any] = field(default_factory=dict)
    """Further fields; ``id`` may be chosen by the caller."""
    label: str = N_("Add task {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        outline = OutlineEdit(tx)
        inside = self.place in (CHILD, FIRST_CHILD)
        anchor = tx.project.get(Task, self.anchor) if self.anchor else None
        parent = (anchor.id if inside else anchor.parent) if anchor else None
        family = outline.children(parent)  # looked at before the new task stands in it
        if self.place == FIRST_CHILD:
            index = 0
        elif anchor is None or inside:
            index = len(family)
        else:
            index = family.index(anchor.id) + (self.place == BELOW)
        fields = {"name": self.name, "parent": parent, **_milestone(self.milestone), **self.fields}
        made = tx.add(Task, **fields)
        outline.insert(made.id, parent, index)
        outline.commit()
        if inside:
            refuse_links_into_summaries(tx, [made.id])
        return {"name": made.name}


def _milestone(wanted: bool) -> dict[str, Any]:
    return {"milestone": True, "duration": 0} if wanted else {}


@dataclass(frozen=True)
class DeleteTasks:
    """Remove tasks with everything below them and all their links."""

    ids: tuple[str, ...]
    label: str = N_("Delete task {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        tops = topmost(tx.project, self.ids)
        name = tx.project.get(Task, tops[0]).name
        tx.delete_all(Task, tops)
        return {"name": name}


@dataclass(frozen=True)
class IndentTasks:
    """Make tasks sub-tasks of the task above them."""

    ids: tuple[str, ...]
    label: str = N_("Indent {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        outline = OutlineEdit(tx)
        tops = topmost(tx.project, self.ids)
        for identity in tops:
            siblings = outline.children(outline.parent(identity))
            at = siblings.index(identity)
            if at == 0:
                raise Rejected("cannot_indent", task=tx.project.get(Task, identity).name)
            parent = siblings[at - 1]
            outline.move(identity, parent, len(outline.children(parent)))
        outline.commit()
        refuse_links_into_summaries(tx, tops)
        return _named(tx, tops)


@dataclass(frozen=True)
class OutdentTasks:
    """Lift tasks one level: each follows the summary that it belonged to."""

    ids: tuple[str, ...]
    label: str = N_("Outdent {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        outline = OutlineEdit(tx)
        tops = topmost(tx.project, self.ids)
        for identity in reversed(tops):  # each lands right behind the summary: the last goes first
            parent = outline.parent(identity)
            if parent is None:
                raise Rejected("cannot_outdent", task=tx.project.get(Task, identity).name)
            above = outline.parent(parent)
            outline.move(identity, above, outline.children(above).index(parent) + 1)
        outline.commit()
        return _named(tx, tops)


@dataclass(frozen=True)
class MoveTasks:
    """Put tasks under ``parent``, in front of its sub-task ``before`` or, where None, at the end."""

    ids: tuple[str, ...]
    parent: str | None
    before: str | None = None
    label: str = N_("Move {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        outline = OutlineEdit(tx)
        tops = topmost(tx.project, self.ids)
        above = set(outline.ancestors(self.parent)) | {self.parent}
        for identity in tops:
            if identity in above:
                raise Rejected("into_itself", task=tx.project.get(Task, identity).name)
        before = self.before
        if before in tops:  # dropped in front of one that moves along: in front of what follows it
            siblings = outline.children(self.parent)
            rest = siblings[siblings.index(before) :] if before in siblings else []
            before = next((other for other in rest if other not in tops), None)
        for identity in tops:
            outline.take(identity)
        siblings = outline.children(self.parent)
        at = siblings.index(before) if before in siblings else len(siblings)
        for offset, identity in enumerate(tops):
            outline.insert(identity, self.parent, at + offset)
        outline.commit()
        refuse_links_into_summaries(tx, tops)
        return _named(tx, tops)


@dataclass(frozen=True)
class ShiftTasks:
    """Move tasks one place up (-1) or down (+1) among their siblings."""

    ids: tuple[str, ...]
    step: int
    label: str = N_("Move {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        outline = OutlineEdit(tx)
        tops = topmost(tx.project, self.ids)
        chosen, moved = set(tops), False
        for parent in dict.fromkeys(outline.parent(identity) for identity in tops):
            siblings = outline.children(parent)
            places = range(1, len(siblings)) if self.step < 0 else range(len(siblings) - 2, -1, -1)
            for at in places:
                other = at - 1 if self.step < 0 else at + 1
                if siblings[at] in chosen and siblings[other] not in chosen:
                    outline.move(siblings[at], parent, other)
                    moved = True
        if not moved:
            code = "nothing_above" if self.step < 0 else "nothing_below"
            raise Rejected(code, task=tx.project.get(Task, tops[0]).name)
        outline.commit()
        return _named(tx, tops)


def _named(tx: Transaction, ids: list[str]) -> Mapping[str, str]:
    return {"name": tx.project.get(Task, ids[0]).name}


def topmost(project: Project, ids: Iterable[str]) -> list[str]:
    """``ids`` in outline order, without those that lie below another of them."""
    outline = project.outline
    for identity in ids:
        project.get(Task, identity)
    found: list[str] = []
    covered = 0
    for row in sorted({outline.row[identity] for identity in ids}):
        if row >= covered:
            found.append(outline.order[row])
            covered = outline.end[row]
    if not found:
        raise Rejected("gone")
    return found


def refuse_links_into_summaries(tx: Transaction, moved: Iterable[str]) -> None:
    """Raise ``linked_summary`` where a move put one end of a link below the other.

    A link of a foreign file that led so before stays what it is, and hinders nobody.
    """
    project = tx.project
    pending = list(moved)
    while pending:
        identity = pending.pop()
        pending.extend(project.children(identity))
        above = None
        for link in (*project.predecessors(identity), *project.successors(identity)):
            above = set(ancestors(project, identity)) if above is None else above
            other = link.predecessor if link.successor == identity else link.successor
            if other in above and not _was_below(tx, identity, other):
                raise Rejected(
                    "linked_summary", summary=project.get(Task, other).name, task=project.get(Task, identity).name
                )


def _was_below(tx: Transaction, task: str, summary: str) -> bool:
    was = {change.id: change.before for change in tx.changes() if change.key == Task.info.key}
    seen: set[str] = set()
    at: str | None = task
    while at is not None and at not in seen:
        seen.add(at)
        found = was[at] if at in was else tx.project.find(Task, at)
        at = found.parent if isinstance(found, Task) else None
        if at == summary:
            return True
    return False


def ancestors(project: Project, task: str | None) -> Iterable[str]:
    """Summaries above ``task``, nearest first."""
    found = project.find(Task, task)
    seen: set[str] = set()
    while found is not None and found.parent is not None and found.parent not in seen:
        seen.add(found.parent)
        yield found.parent
        found = project.find(Task, found.parent)


class OutlineEdit:
    """Families of siblings under change; :meth:`commit` writes parents and as few ranks as it can.

    The project's own indexes are not asked again between the moves, so that a hundred tasks move
    at the price of one.
    """

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._families: dict[str | None, list[str]] = {}
        self._parents: dict[str, str | None] = {}
        self._moved: set[str] = set()

    def children(self, parent: str | None) -> list[str]:
        """Siblings under ``parent`` as they stand now; do not change the list."""
        family = self._families.get(parent)
        if family is None:
            family = self._families[parent] = list(self._tx.project.children(parent))
        return family

    def parent(self, task: str) -> str | None:
        if task in self._parents:
            return self._parents[task]
        parent = self._tx.project.get(Task, task).parent
        return parent if self._tx.project.find(Task, parent) else None

    def ancestors(self, task: str | None) -> Iterable[str]:
        while task is not None:
            task = self.parent(task)
            if task is not None:
                yield task

    def take(self, task: str) -> None:
        """Out of its family; :meth:`insert` must follow."""
        self.children(self.parent(task)).remove(task)

    def insert(self, task: str, parent: str | None, index: int) -> None:
        self.children(parent).insert(index, task)
        self._parents[task] = parent
        self._moved.add(task)

    def move(self, task: str, parent: str | None, index: int) -> None:
        self.take(task)
        self.insert(task, parent, index)

    def commit(self) -> None:
        for parent in dict.fromkeys(self._parents[task] for task in self._moved):
            family = self._families[parent]
            ranks = self._ranks(family)
            for task, rank in zip(family, ranks, strict=True):
                if task in self._moved:
                    self._tx.update(Task, task, parent=parent, rank=rank)
                else:
                    self._tx.update(Task, task, rank=rank)

    def _ranks(self, family: list[str]) -> list[int]:
        stored = {task: self._tx.project.get(Task, task).rank for task in family}
        kept = [task for task in family if task not in self._moved]
        if any(stored[a] >= stored[b] for a, b in pairwise(kept)):
            return _fresh(len(family))
        ranks: list[int] = []
        at = 0
        while at < len(family):
            end = at
            while end < len(family) and family[end] in self._moved:
                end += 1
            low = ranks[-1] if ranks else None
            high = stored[family[end]] if end < len(family) else None
            filled = _between(low, high, end - at)
            if filled is None:
                return _fresh(len(family))
            ranks += filled
            if end < len(family):
                ranks.append(stored[family[end]])
            at = end + 1
        return ranks


def _fresh(count: int) -> list[int]:
    return [RANK_STEP * (index + 1) for index in range(count)]


def _between(low: int | None, high: int | None, count: int) -> list[int] | None:
    """``count`` rising numbers between ``low`` and ``high``, or None where they do not fit."""
    if count == 0:
        return []
    if high is None:
        return [(low or 0) + RANK_STEP * (index + 1) for index in range(count)]
    if low is None:
        low = high - RANK_STEP * (count + 1)
    step = (high - low) // (count + 1)
    return [low + step * (index + 1) for index in range(count)] if step > 0 else None


def outline_order(project: Project, ids: Collection[str]) -> list[str]:
    """``ids`` that exist, in outline order."""
    row = project.outline.row
    return sorted((identity for identity in ids if identity in row), key=row.__getitem__)
