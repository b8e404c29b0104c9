"""Commands that bring several tasks at once: an outline that was pasted, rows below the end of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from desktop.domain.changes import Change, Transaction
from desktop.domain.commands.plan.kept import Kept, mention_again
from desktop.domain.commands.plan.outline import OutlineEdit, ancestors
from desktop.domain.plan import Resource, Task
from desktop.domain.project import RANK_STEP, Project
from desktop.domain.record import Kind, Record
from desktop.domain.rejection import Rejected
from desktop.i18n import N_


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One task of an outline; ``level`` counts from nought, and is at most one deeper than that of the row above."""

    name: str
    level: int = 0
    id: str = ""
    """Chosen by the caller, or made."""


@dataclass(frozen=True)
class AddOutline:
    """Insert tasks with the sub-tasks below them: behind ``anchor`` or, where ``inside``, as its first sub-tasks.

    Without an anchor they come to the end of the plan.
    """

    rows: tuple[OutlineRow, ...]
    anchor: str | None = None
    inside: bool = False
    label: str = N_("Paste the outline {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        if not self.rows:
            raise Rejected("gone")
        place = Place(tx, self.anchor, inside=self.inside)
        above: list[tuple[int, str]] = []
        """Level and id of the tasks that the next row may belong to."""
        families: dict[str, int] = {}
        for row in self.rows:
            while above and above[-1][0] >= row.level:
                above.pop()
            given = {"id": row.id} if row.id else {}
            if above:
                parent = above[-1][1]
                families[parent] = families.get(parent, 0) + 1
                made = tx.add(Task, name=row.name, parent=parent, rank=families[parent] * RANK_STEP, **given)
            else:
                made = tx.add(Task, name=row.name, parent=place.parent, **given)
                place.take(made.id)
            above.append((row.level, made.id))
        place.commit()
        return {"name": self.rows[0].name}


@dataclass(frozen=True)
class PasteTasks:
    """Insert copies of tasks with the links among them and their assignments: behind ``anchor``, or inside it.

    With ``moved`` the tasks were cut: they come back as themselves, with their links to all tasks that are still
    there, and records of the registers name them again. Fields that lead to records which are gone are left empty.
    Raises ``linked_summary`` where they would come below a task that they are linked with.
    """

    kept: Kept
    anchor: str | None = None
    inside: bool = False
    moved: bool = False
    label: str = N_("Paste tasks")

    def apply(self, tx: Transaction) -> None:
        kept = self.kept
        back = self.moved and not any(task.id in tx.project.table(Task) for task in kept.tasks)
        put = partial(_come_back if back else _copy, tx)
        place = Place(tx, self.anchor, inside=self.inside)
        new: dict[str, str] = {}
        taken = {task.wbs_code.casefold() for task in tx.project.table(Task).values()} - {""}
        for task in kept.tasks:
            parent = new.get(task.parent or "")
            code = task.wbs_code if back and task.wbs_code.casefold() not in taken else ""
            made = put(task, parent=parent or place.parent, wbs_code=code)
            new[task.id] = made.id
            if parent is None:
                place.take(made.id)
        place.commit()
        above = {place.parent, *ancestors(tx.project, place.parent)}
        for link in kept.links:
            ends = (new.get(link.predecessor, link.predecessor), new.get(link.successor, link.successor))
            among = link.predecessor in new and link.successor in new
            if among or (back and all(end in tx.project.table(Task) for end in ends)):
                if not among:
                    _refuse_own_summary(tx.project, ends, above)
                put(link, predecessor=ends[0], successor=ends[1])
        for one in kept.assignments:
            if one.task in new and tx.project.find(Resource, one.resource) is not None:
                put(one, task=new[one.task])
        if back:
            mention_again(tx, kept.mentions, new.keys())


def _refuse_own_summary(project: Project, ends: tuple[str, str], above: Set[str | None]) -> None:
    """``ends`` are those of a link that comes back with a task, ``above`` the summaries above where it comes."""
    for summary, task in (ends, reversed(ends)):
        if summary in above:
            raise Rejected(
                "linked_summary", summary=project.get(Task, summary).name, task=project.get(Task, task).name
            )  # fmt: skip


_OWN = frozenset({"number", "changed_at", "changed_by"})
_ONLY_ONCE = frozenset(
    {"created_at", "created_by", "links", "foreign", "source_uid", "wbs_code"}
    | {name for name in Task.info.specs if name.startswith("recorded_")}
)
"""What a copy must not claim: who made the original, its code, what it is linked with in registers, and what another
program knew of it."""


def _copy(tx: Transaction, record: Record, **fields: Any) -> Record:
    """Add a copy of ``record`` that differs in ``fields``."""
    copied = {
        name: getattr(record, name) for name in record.info.specs if name not in _OWN and name not in _ONLY_ONCE
    }  # fmt: skip
    return tx.add(type(record), **(copied | _without_gone(tx.project, record) | fields))


def _come_back(tx: Transaction, record: Record, **fields: Any) -> Record:
    """Put ``record`` there again as it was, but for ``fields``."""
    wanted = _without_gone(tx.project, record) | fields
    other = {name: value for name, value in wanted.items() if value != getattr(record, name)}
    made = record.replace(**other, changed_at=tx.now, changed_by=tx.author) if other else record
    tx.restore(Change(record.info.key, record.id, None, made))
    return made


def _without_gone(project: Project, record: Record) -> dict[str, Any]:
    """Fields that lead to records which are gone, with what they are instead."""
    found = {}
    for name, to, nothing in _links_of(type(record)):
        value = getattr(record, name)
        if value is not None and value not in project.rows(to):
            found[name] = nothing
    return found


@cache
def _links_of(kind: type[Record]) -> tuple[tuple[str, str, Any], ...]:
    return tuple((spec.name, spec.to, spec.default) for spec in kind.info.specs.values() if spec.kind is Kind.LINK)


class Place:
    """Where new tasks are put side by side."""

    def __init__(self, tx: Transaction, anchor: str | None, *, inside: bool = False) -> None:
        self._outline = OutlineEdit(tx)
        found = tx.project.get(Task, anchor) if anchor else None
        self.parent = None if found is None else found.id if inside else self._outline.parent(found.id)
        family = self._outline.children(self.parent)  # looked at before the new tasks stand in it
        self._at = len(family) if found is None else 0 if inside else family.index(found.id) + 1

    def take(self, task: str) -> None:
        """Put a task that was just added behind the last one."""
        self._outline.insert(task, self.parent, self._at)
        self._at += 1

    def commit(self) -> None:
        self._outline.commit()


def levelled(levels: Sequence[int]) -> list[int]:
    """Levels by which rows can follow each other, from what indents or numbers say: none skips a level."""
    made: list[int] = []
    stack: list[int] = []
    for level in levels:
        while stack and stack[-1] >= level:
            stack.pop()
        made.append(len(stack))
        stack.append(level)
    return made
