"""Tasks that were copied or cut, with all that hangs on them, so that they can be put somewhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Self

from desktop.domain.changes import Transaction
from desktop.domain.plan import Assignment, Dependency, Task
from desktop.domain.project import Project
from desktop.domain.record import Kind, Record
from desktop.domain.registry import RECORD_TYPES


@dataclass(frozen=True, slots=True)
class Mention:
    """A field by which another record names tasks, such as the linked tasks of a risk."""

    key: str
    id: str
    field: str
    before: tuple[str, ...]
    """All that it named then, in order."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Tasks as they were, with everything below them."""

    tasks: tuple[Task, ...]
    """In outline order; those whose summary is among them stay below it."""
    links: tuple[Dependency, ...] = ()
    """All of theirs; those that lead elsewhere come back only with tasks that were cut."""
    assignments: tuple[Assignment, ...] = ()
    mentions: tuple[Mention, ...] = ()
    """What deleting the tasks clears in records that stay."""

    @classmethod
    def of(cls, project: Project, ids: Iterable[str]) -> Self:
        outline = project.outline
        tops = [outline.row[each] for each in ids if each in outline.row]
        rows = sorted({row for top in tops for row in range(top, outline.end[top])})
        order = [outline.order[row] for row in rows]
        links = {link.id: link for each in order for link in (*project.predecessors(each), *project.successors(each))}
        assignments = {one.id: one for each in order for one in project.assignments(each)}
        gone = {"task": set(order), "dependency": links.keys(), "assignment": assignments.keys()}
        return cls(
            tuple(project.get(Task, each) for each in order), tuple(links.values()), tuple(assignments.values()),
            tuple(_mentions(project, gone)),
        )  # fmt: skip


def _mentions(project: Project, gone: Mapping[str, Set[str]]) -> Iterator[Mention]:
    for kind in RECORD_TYPES.values():
        specs = [
            spec
            for spec in kind.info.specs.values()
            if spec.kind in (Kind.LINK, Kind.LINKS) and spec.to in gone and spec.on_delete == "clear"
        ]
        for record in project.table(kind).values() if specs else ():
            for spec in specs if record.id not in gone.get(kind.info.key, ()) else ():
                named = _named(getattr(record, spec.name))
                if not gone[spec.to].isdisjoint(named):
                    yield Mention(kind.info.key, record.id, spec.name, named)


def mention_again(tx: Transaction, mentions: Iterable[Mention], back: Set[str]) -> None:
    """Have records name what came ``back``, where it stood; what they name since stays."""
    for mention in mentions:
        record = tx.project.rows(mention.key).get(mention.id)
        if record is None:  # deleted since
            continue
        value = getattr(record, mention.field)
        now = _named(value)
        wanted = tuple(each for each in dict.fromkeys((*mention.before, *now)) if each in now or each in back)
        if isinstance(value, tuple):
            _put(tx, record, mention.field, wanted)
        elif value is None and wanted:
            _put(tx, record, mention.field, wanted[0])


def _named(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def _put(tx: Transaction, record: Record, field: str, value: object) -> None:
    tx.update(type(record), record.id, **{field: value})
