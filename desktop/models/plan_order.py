"""Which tasks of the plan are rows, in what order, and under which headings.

What an arrangement asks for is worked out at one moment (``plan_judging``) and holds until it is asked for
again: an edit neither takes the row away that it was made in nor sorts it elsewhere. Laying the rows out from
that is cheap and done with every change of the outline (:meth:`Order.lay_out`); tasks that came since are shown,
beside the row that they were added at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING

from desktop.domain.changes import ChangeSet
from desktop.domain.outline import Outline
from desktop.domain.project import Project
from desktop.models.plan_filters import Condition
from desktop.models.plan_groups import Heading, Places, heading_id, row_id
from desktop.models.plan_joining import BY_RESOURCES, Joined, assigned, join

if TYPE_CHECKING:
    from desktop.models.plan_judging import Judged


@dataclass(frozen=True, slots=True)
class SortKey:
    """One of the columns that are sorted by."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is asked for; the plain one is the outline. Stored order is never changed by any of it."""

    conditions: tuple[Condition, ...] = ()
    sort: tuple[SortKey, ...] = ()
    flat: bool = False
    """Whether sorted rows leave the outline; else they are sorted among their siblings."""
    groups: tuple[str, ...] = ()
    """Names of ``GROUPS``, the outer one first."""

    @property
    def is_flat(self) -> bool:
        """Whether rows stand without their summaries."""
        return bool(self.groups) or (self.flat and bool(self.sort))

    @property
    def keeps_order(self) -> bool:
        """Whether rows stand as in the outline, so that moving them means something."""
        return not self.sort and not self.groups


PLAIN = Arrangement()


@dataclass(frozen=True)
class Layout:
    """Rows as they are to be shown."""

    ids: list[str]
    """What each row is called: the id of a task or heading, or a :func:`row_id`."""
    every: Sequence[str]
    """Tasks as if all were open, without headings."""
    depth: Mapping[str, int] | None = None
    """Where it is not that of the outline."""
    context: Set[str] = frozenset()
    """Summaries that are there only because of what lies below them."""
    headings: Mapping[str, Heading] = field(default_factory=dict)
    heading_of: Mapping[str, str] = field(default_factory=dict)
    """The innermost heading by task, and by :func:`row_id` where it has several rows."""
    repeats: bool = False
    """Whether there are tasks with several rows, in sight or not."""


class Order:
    """Remembers what was judged."""

    def __init__(self) -> None:
        self.asked = PLAIN
        self.passing: Set[str] | None = None
        """Tasks that pass the filter, None where there is none."""
        self.added: frozenset[str] = frozenset()
        """Tasks that came since, which are shown whether they pass or not."""
        self.lenient = False
        """Whether a task is shown that does not pass."""
        self._known: frozenset[str] = frozenset()
        self._rank: dict[str, int] | None = None
        self._places: Places | None = None
        self._joined: Joined = set()

    def take(self, judged: Judged) -> None:
        """Hold from now on what was judged."""
        self.asked, self.passing = judged.asked, judged.passing
        self._rank, self._places, self._known = judged.rank, judged.places, judged.known
        self._joined = set()
        self.added &= judged.keep
        self.lenient = judged.lenient

    # -- tasks that came since ------------------------------------------------------------------

    def adopt(self, outline: Outline) -> None:
        """Let tasks that were not there at the judgement stand beside the row above them."""
        if not self.asked.conditions and not self.asked.sort and not self.asked.groups:
            return
        fresh = [row for row, identity in enumerate(outline.order) if identity not in self._known]
        if not fresh:
            return
        added = [outline.order[row] for row in fresh]
        self._known = self._known.union(added)
        self.added = self.added.union(added)
        if self.passing is not None:
            self.passing = self.passing | frozenset(added)
        for row in fresh:
            identity, above = outline.order[row], outline.order[row - 1] if row else ""
            if self._rank is not None:
                self._rank[identity] = self._rank.get(above, -1)
            if self._places is not None:
                self._places.of[identity] = self._places.of.get(above, (0,))[:1]

    def join(self, changes: ChangeSet, project: Project) -> bool:
        """Let tasks stand with those who got them since, where people are what is grouped by; whether any do."""
        before = self._places
        if before is None or self.asked.groups != BY_RESOURCES or not changes.of("assignment"):
            return False
        places = {task: before.of.get(task) for task in assigned(changes)}
        self._places = join(before, self._joined, changes, project)
        return self._places is not before or any(before.of.get(task) != at for task, at in places.items())

    # -- rows -----------------------------------------------------------------------------------

    def lay_out(self, outline: Outline, closed: frozenset[str]) -> Layout:
        """The rows of ``outline``, without what lies below ``closed``."""
        asked = self.asked
        if self.passing is None and self._rank is None and self._places is None:
            return _plain(outline, closed)
        if asked.is_flat:
            return self._flat(outline, closed)
        keep, context = self._kept(outline)
        if self._rank is None:
            every = [row for row in range(len(outline.order)) if keep is None or keep[row]]
        else:
            every = self._sorted_walk(outline, keep)
        order, end = outline.order, outline.end
        shown = every
        if closed:
            shown, begin, until = [], 0, 0
            for row in every:
                if begin < row < until:
                    continue
                shown.append(row)
                if order[row] in closed:
                    begin, until = row, end[row]
        return Layout([order[row] for row in shown], [order[row] for row in every], None, context)

    def _kept(self, outline: Outline) -> tuple[bytearray | None, Set[str]]:
        """Rows that pass or lie above one that does; and the latter."""
        if self.passing is None:
            return None, frozenset()
        count = len(outline.order)
        keep, context = bytearray(count), set()
        path: list[int] = []
        for row, identity in enumerate(outline.order):
            del path[outline.depth[row] :]
            path.append(row)
            if identity in self.passing:
                keep[row] = 1
                for above in reversed(path[:-1]):
                    if keep[above]:
                        break
                    keep[above] = 1
                    context.add(outline.order[above])
        return keep, context

    def _sorted_walk(self, outline: Outline, keep: bytearray | None) -> list[int]:
        count = len(outline.order)
        ranks = list(map((self._rank or {}).get, outline.order, repeat(count)))
        above: list[int] = []
        path: list[int] = []
        for row, depth in enumerate(outline.depth):
            del path[depth:]
            above.append(path[-1] if path else -1)
            path.append(row)
        children: dict[int, list[int]] = {row: [] for row in {*above, -1}}
        # The last of them first, as they are taken from the end.
        for row in sorted(range(count - 1, -1, -1), key=ranks.__getitem__, reverse=True):
            if keep is None or keep[row]:
                children[above[row]].append(row)
        found: list[int] = []
        waiting = children[-1]
        while waiting:
            row = waiting.pop()
            found.append(row)
            if row in children:
                waiting += children[row]
        return found

    def _flat(self, outline: Outline, closed: frozenset[str]) -> Layout:
        order, end, passed = outline.order, outline.end, self.passing
        tasks = [
            identity
            for row, identity in enumerate(order)
            if end[row] == row + 1 and (passed is None or identity in passed)
        ]
        if self._rank is not None:
            rank = self._rank
            tasks.sort(key=lambda identity: rank.get(identity, len(order)))
        if self._places is None:
            return Layout(tasks, tasks, dict.fromkeys(tasks, 0))
        return _grouped(tasks, self._places, closed)


def _plain(outline: Outline, closed: frozenset[str]) -> Layout:
    order, end, row = outline.order, outline.end, 0
    found: list[str] = []
    for shut in sorted(outline.row[identity] for identity in closed if identity in outline.row):
        if shut >= row:  # not itself out of sight
            found += order[row : shut + 1]
            row = end[shut]
    found += order[row:]
    return Layout(found, order)


def _grouped(tasks: Sequence[str], places: Places, closed: frozenset[str]) -> Layout:
    """Tasks under their headings, in each group that is theirs; headings in the order of their values, none last."""
    members: list[list[str]] = [[] for _ in places.paths]
    names: list[list[str]] = [[] for _ in places.paths]
    several: set[str] = set()
    for identity in tasks:
        for number, at in enumerate(places.of[identity]):
            members[at].append(identity)
            names[at].append(row_id(identity, number) if number else identity)
            if number:
                several.add(identity)
    ids: list[str] = []
    every: dict[str, None] = {}
    depth: dict[str, int] = {}
    headings: dict[str, Heading] = {}
    heading_of: dict[str, str] = {}
    listed: set[tuple[str, str]] = set()
    for path, within, named in zip(places.paths, members, names, strict=True):
        if not within:
            continue
        wanted = [heading_id(path[: level + 1]) for level in range(len(path))]
        for level, name in enumerate(wanted):
            if name not in headings:
                headings[name] = Heading(name, path[level], level, [], wanted[level - 1] if level else "")
                depth[name] = level
                if not closed.intersection(wanted[:level]):
                    ids.append(name)
            new = within
            if several:  # of two people within a group, yet counted once in that
                new = [one for one in within if one not in several or (name, one) not in listed]
                listed.update((name, one) for one in new if one in several)
            headings[name].tasks.extend(new)
        if wanted:
            heading_of.update(dict.fromkeys(named, wanted[-1]))
        depth.update(dict.fromkeys(within, len(wanted)))
        every.update(dict.fromkeys(within))
        if not closed.intersection(wanted):
            ids += named
    return Layout(ids, list(every), depth, frozenset(), headings, heading_of, bool(several))
