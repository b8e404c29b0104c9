"""A project in memory: tables of records and the indexes derived from them. Reading only.

Records are frozen; only a :class:`~desktop.domain.changes.Transaction` replaces them. Indexes are
rebuilt when next asked for after a change that touches what they are made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from desktop.domain.plan import Assignment, Baseline, Dependency, ProjectProfile, Task
from desktop.domain.record import Record
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected
from desktop.domain.wbs import Mask

R = TypeVar("R", bound=Record)
RANK_STEP = 1 << 16
"""Gap between siblings: sixteen halvings before a whole family is numbered anew."""


_AMONG_SIBLINGS = attrgetter("rank", "id")


@dataclass(frozen=True, slots=True)
class Outline:
    """The WBS flattened in display order."""

    order: tuple[str, ...]
    """Task ids, parents before children."""
    row: Mapping[str, int]
    """Position in ``order`` by task id."""
    depth: tuple[int, ...]
    """Outline level by position, 0 at the top."""
    wbs: tuple[str, ...]
    """WBS code by position, such as ``1.2.3`` (a task's own code where it has one)."""
    end: tuple[int, ...]
    """Position behind the last descendant, by position."""


class Project:
    """Tables ``{id: record}`` by record key, and what can be derived from them without a calendar."""

    def __init__(self, records: Iterable[Record] = (), numbering: Mapping[str, int] | None = None) -> None:
        self._tables: dict[str, dict[str, Record]] = {key: {} for key in RECORD_TYPES}
        for item in records:
            self._tables[item.info.key][item.id] = item
        self.numbering: dict[str, int] = {
            key: max((item.number for item in table.values()), default=0) + 1 for key, table in self._tables.items()
        }
        for key, number in (numbering or {}).items():
            self.numbering[key] = max(number, self.numbering.get(key, 1))
        self._children: dict[str | None, tuple[str, ...]] | None = None
        self._outline: Outline | None = None
        self._incoming: dict[str, list[Dependency]] | None = None
        self._outgoing: dict[str, list[Dependency]] | None = None
        self._assigned: dict[str, list[Assignment]] | None = None

    # -- tables ---------------------------------------------------------------------------------

    def table(self, kind: type[R]) -> Mapping[str, R]:
        """All records of one type by id, in the order in which they were added."""
        return self._tables[kind.info.key]  # type: ignore[return-value]

    def rows(self, key: str) -> Mapping[str, Record]:
        """The table named ``key``."""
        return self._tables[key]

    def all(self) -> Iterator[Record]:
        for table in self._tables.values():
            yield from table.values()

    def get(self, kind: type[R], identity: str | None) -> R:
        """The record, or ``Rejected("gone")``."""
        found = self.find(kind, identity)
        if found is None:
            raise Rejected("gone", key=kind.info.key, id=identity)
        return found

    def find(self, kind: type[R], identity: str | None) -> R | None:
        return self._tables[kind.info.key].get(identity) if identity else None  # type: ignore[return-value]

    def resolve(self, ref: str) -> Record | None:
        """The record behind a reference ``key/id``, or None."""
        key, _, identity = ref.partition("/")
        return self._tables.get(key, {}).get(identity)

    @property
    def profile(self) -> ProjectProfile:
        """The project's own record; every project has exactly one."""
        for item in self._tables["project"].values():
            if isinstance(item, ProjectProfile):
                return item
        raise Rejected("gone", key="project", id=None)

    def snapshot(self) -> Project:
        """A copy that later edits do not touch; cheap, because records are shared."""
        copy = Project.__new__(Project)
        copy._tables = {key: dict(table) for key, table in self._tables.items()}
        copy.numbering = dict(self.numbering)
        copy._children, copy._outline = self._children, self._outline
        copy._incoming, copy._outgoing, copy._assigned = self._incoming, self._outgoing, self._assigned
        return copy

    # -- derived --------------------------------------------------------------------------------

    def children(self, task: str | None) -> tuple[str, ...]:
        """Ids of sub-tasks in order; of the top level for None."""
        if self._children is None:
            grouped: dict[str | None, list[Task]] = {}
            tasks = self.table(Task)
            for item in tasks.values():
                parent = item.parent
                if parent not in tasks:
                    parent = None
                if parent in grouped:
                    grouped[parent].append(item)
                else:
                    grouped[parent] = [item]
            self._children = {
                parent: tuple([item.id for item in sorted(group, key=_AMONG_SIBLINGS)])
                for parent, group in grouped.items()
            }
        return self._children.get(task, ())

    def is_summary(self, task: str) -> bool:
        return bool(self.children(task))

    def descendants(self, task: str) -> Iterator[str]:
        """Ids of all tasks below ``task``, in outline order."""
        outline = self.outline
        row = outline.row[task]
        return iter(outline.order[row + 1 : outline.end[row]])

    @property
    def outline(self) -> Outline:
        if self._outline is None:
            self._outline = self._make_outline()
        return self._outline

    def codes_by(self, mask: Mask, *, own: bool) -> tuple[str, ...]:
        """WBS codes in outline order as they would be by ``mask``; without ``own`` codes of tasks count for nothing."""
        return self._make_outline(mask, own=own).wbs

    def _make_outline(self, mask: Mask | None = None, *, own: bool = True) -> Outline:
        self.children(None)
        children, tasks = self._children or {}, self.table(Task)
        mask = mask or Mask.of(next(iter(self.table(ProjectProfile).values()), None))
        taken = {code for task in tasks.values() if (code := task.wbs_code)} if own else set[str]()
        plain = not mask.levels
        order: list[str] = []
        depth: list[int] = []
        wbs: list[str] = []
        end: list[int] = []
        # Siblings, how many of them have been visited, by how many numbers those of codes that are taken were passed
        # over, their level, what their codes begin with, the row above.
        pending: list[tuple[tuple[str, ...], int, int, int, str, int]] = [
            (children.get(None, ()), 0, 0, 0, mask.prefix, -1)
        ]
        while pending:
            group, at, passed, level, prefix, above = pending.pop()
            while at < len(group):
                identity = group[at]
                at += 1
                code = tasks[identity].wbs_code if own else ""
                if not code:
                    code = f"{prefix}{at + passed if plain else mask.count(level, at + passed)}"
                    while code in taken:
                        passed += 1
                        code = f"{prefix}{mask.count(level, at + passed)}"
                order.append(identity)
                depth.append(level)
                wbs.append(code)
                end.append(len(order))
                if identity in children:
                    pending.append((group, at, passed, level, prefix, above))
                    below = f"{code}{mask.separator(level)}"
                    pending.append((children[identity], 0, 0, level + 1, below, len(order) - 1))
                    break
            else:
                if above >= 0:
                    end[above] = len(order)
        row_of = {identity: row for row, identity in enumerate(order)}
        return Outline(tuple(order), row_of, tuple(depth), tuple(wbs), tuple(end))

    def wbs(self, task: str) -> str:
        outline = self.outline
        return outline.wbs[outline.row[task]]

    def predecessors(self, task: str) -> list[Dependency]:
        """Links into ``task``; do not change the list."""
        if self._incoming is None:
            self._incoming = _grouped(self.table(Dependency).values(), "successor")
        return self._incoming.get(task, [])

    def successors(self, task: str) -> list[Dependency]:
        """Links out of ``task``; do not change the list."""
        if self._outgoing is None:
            self._outgoing = _grouped(self.table(Dependency).values(), "predecessor")
        return self._outgoing.get(task, [])

    def assignments(self, task: str) -> list[Assignment]:
        """Resources on ``task``; do not change the list."""
        if self._assigned is None:
            self._assigned = _grouped(self.table(Assignment).values(), "task")
        return self._assigned.get(task, [])

    @property
    def baseline(self) -> Baseline | None:
        """The baseline in force: the one taken last."""
        return max(self.table(Baseline).values(), key=lambda item: item.number, default=None)

    # -- for Transaction only -------------------------------------------------------------------

    def put(self, key: str, identity: str, after: Record | None) -> Record | None:
        """Replace, add or (None) remove one record; returns what stood there before."""
        table = self._tables[key]
        before = table.pop(identity, None) if after is None else table.get(identity)
        if after is not None:
            table[identity] = after
            if after.number >= self.numbering[key]:
                self.numbering[key] = after.number + 1
        self._forget_indexes(key, before, after)
        return before

    def _forget_indexes(self, key: str, before: Record | None, after: Record | None) -> None:
        if key == "project":
            if _mask_of(before) != _mask_of(after):
                self._outline = None
        elif key == "task":
            if isinstance(before, Task) and isinstance(after, Task) and _place(before) == _place(after):
                return
            self._children = self._outline = None
        elif key == "dependency":
            self._incoming = self._outgoing = None
        elif key == "assignment":
            self._assigned = None


L = TypeVar("L", bound=Record)


def _place(task: Task) -> tuple[str | None, int, str]:
    return task.parent, task.rank, task.wbs_code


def _mask_of(record: Record | None) -> Mask:
    return Mask.of(record if isinstance(record, ProjectProfile) else None)


def _grouped(items: Iterable[L], field: str) -> dict[str, list[L]]:
    groups: dict[str, list[L]] = {}
    for item in items:
        groups.setdefault(getattr(item, field), []).append(item)
    return groups
