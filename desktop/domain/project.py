"""A project in memory: tables of records and the indexes derived from them. Reading only.

Records are frozen; only a :class:`~desktop.domain.changes.Transaction` replaces them. Indexes are made
again, where that is enough only in part, when next asked for after a change that touches what they are
made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from desktop.domain.grouping import Grouping
from desktop.domain.outline import Families, Outline, code_of, flattened, grouped, regrouped
from desktop.domain.plan import Assignment, Baseline, Dependency, ProjectProfile, Task
from desktop.domain.record import Record
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected
from desktop.domain.wbs import Mask

R = TypeVar("R", bound=Record)
OutlineState = tuple[Families | None, Outline | None]
RANK_STEP = 1 << 16
"""Gap between siblings: sixteen halvings before a whole family is numbered anew."""


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
        self._families: Families | None = None
        self._moved: dict[str, Task | None] = {}
        """Tasks that came, went or changed their place since families were made, as they stood in them."""
        self._outline: Outline | None = None
        self._stirred: set[str] = set()
        """Tasks that came, went or moved since the outline was made, and the summaries that lost or got them."""
        self._incoming = Grouping(Dependency, "successor")
        self._outgoing = Grouping(Dependency, "predecessor")
        self._assigned = Grouping(Assignment, "task")

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
        copy._families, copy._moved = self._families, dict(self._moved)
        copy._outline, copy._stirred = self._outline, set(self._stirred)
        copy._incoming, copy._outgoing = self._incoming.copy(), self._outgoing.copy()
        copy._assigned = self._assigned.copy()
        return copy

    def become(self, worked_on: Project, keys: Iterable[str]) -> None:
        """Be as ``worked_on``, a snapshot of this project in which only the tables ``keys`` were changed since.

        Nobody uses the snapshot any more. Tables stay the same objects.
        """
        for key in keys:
            table = self._tables[key]
            table.clear()
            table.update(worked_on._tables[key])
        self.numbering = worked_on.numbering
        self._families, self._moved = worked_on._families, worked_on._moved
        self._outline, self._stirred = worked_on._outline, worked_on._stirred
        self._incoming, self._outgoing = worked_on._incoming, worked_on._outgoing
        self._assigned = worked_on._assigned

    # -- derived --------------------------------------------------------------------------------

    def children(self, task: str | None) -> tuple[str, ...]:
        """Ids of sub-tasks in order; of the top level for None."""
        families = self._families
        if families is None or self._moved:
            families = self._settled()
        return families.members.get(task, ())

    def _settled(self) -> Families:
        """The families as they are now."""
        tasks = self.table(Task)
        if self._families is not None and self._moved:
            self._families = regrouped(self._families, tasks, self._moved)
            for identity, before in self._moved.items():
                after = tasks.get(identity)
                self._stirred.add(identity)
                self._stirred.update(task.parent for task in (before, after) if task is not None and task.parent)
                if (before.wbs_code if before else "") != (after.wbs_code if after else ""):
                    self._outline = None  # codes of other tasks give way to it
        if self._families is None:
            self._families, self._outline = grouped(tasks), None
        self._moved.clear()
        return self._families

    def is_summary(self, task: str) -> bool:
        return bool(self.children(task))

    def descendants(self, task: str) -> Iterator[str]:
        """Ids of all tasks below ``task``, in outline order."""
        outline = self.outline
        row = outline.row[task]
        return iter(outline.order[row + 1 : outline.end[row]])

    @property
    def outline(self) -> Outline:
        families = self._settled() if self._families is None or self._moved else self._families
        if self._outline is None or self._stirred:
            tasks, mask = self.table(Task), self.mask
            self._outline = flattened(families, tasks, mask, previous=self._outline, stirred=self._stirred)
            self._stirred = set()
        return self._outline

    @property
    def mask(self) -> Mask:
        """How codes are made of places in the outline."""
        return Mask.of(next(iter(self.table(ProjectProfile).values()), None))

    def codes_by(self, mask: Mask, *, own: bool) -> tuple[str, ...]:
        """WBS codes in outline order as they would be by ``mask``; without ``own`` codes of tasks count for nothing."""
        return flattened(self._settled(), self.table(Task), mask, own=own).wbs

    def wbs(self, task: str) -> str:
        """The code of a task."""
        families = self._settled()
        before = self._outline
        if before is not None and self._stirred and not before.taken:
            code = code_of(task, families, self.table(Task), self.mask)
            if code is not None:
                return code
        outline = self.outline
        return outline.wbs[outline.row[task]]

    def predecessors(self, task: str) -> list[Dependency]:
        """Links into ``task``; do not change the list."""
        return self._incoming.of(task, self.table(Dependency))

    def successors(self, task: str) -> list[Dependency]:
        """Links out of ``task``; do not change the list."""
        return self._outgoing.of(task, self.table(Dependency))

    def assignments(self, task: str) -> list[Assignment]:
        """Resources on ``task``; do not change the list."""
        return self._assigned.of(task, self.table(Assignment))

    def derive(self) -> None:
        """Make what follows from the tables now, in this thread, instead of when somebody asks for it."""
        _ = self.outline
        for none in (self.predecessors, self.successors, self.assignments):
            none("")

    @property
    def baseline(self) -> Baseline | None:
        """The baseline in force: the one taken last."""
        return max(self.table(Baseline).values(), key=lambda item: item.number, default=None)

    # -- for trials and Transaction only --------------------------------------------------------

    def outline_state(self) -> OutlineState:
        """What has been made of the outline, to be given back when all tasks are as they are now."""
        _ = self.outline
        return self._families, self._outline

    def outline_is_again(self, state: OutlineState) -> None:
        """The tasks are as they were when ``state`` was taken: nothing of their outline is made anew."""
        self._families, self._outline = state
        self._moved, self._stirred = {}, set()

    def put(self, key: str, identity: str, after: Record | None) -> Record | None:
        """Replace, add or (None) remove one record; returns what stood there before."""
        table = self._tables[key]
        before = table.pop(identity, None) if after is None else table.get(identity)
        if after is not None:
            table[identity] = after
            if after.number >= self.numbering[key]:
                self.numbering[key] = after.number + 1
        self._forget_indexes(key, identity, before, after)
        return before

    def _forget_indexes(self, key: str, identity: str, before: Record | None, after: Record | None) -> None:
        if key == "project":
            if _mask_of(before) != _mask_of(after):
                self._outline = None
        elif key == "task":
            if isinstance(before, Task) and isinstance(after, Task) and _place(before) == _place(after):
                return
            if self._families is not None:
                self._moved.setdefault(identity, before if isinstance(before, Task) else None)
        elif key == "dependency":
            self._incoming.note(identity, before, after)
            self._outgoing.note(identity, before, after)
        elif key == "assignment":
            self._assigned.note(identity, before, after)


def _place(task: Task) -> tuple[str | None, int, str]:
    return task.parent, task.rank, task.wbs_code


def _mask_of(record: Record | None) -> Mask:
    return Mask.of(record if isinstance(record, ProjectProfile) else None)
