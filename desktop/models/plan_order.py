"""Which tasks of the plan are rows, in what order, and under which headings.

What an arrangement asks for is worked out at one moment (``plan_judging``) and holds until it is asked for
again: an edit neither takes the row away that it was made in nor sorts it elsewhere. Laying the rows out from
that is cheap and done with every change of the outline (:meth:`Order.lay_out`); tasks that came since are shown,
beside the row that they were added at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.outline import Outline
from desktop.models.plan_filters import Condition
from desktop.models.plan_groups import Heading, Share, heading_id, row_id

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
        self._shares: dict[str, tuple[tuple[Share, ...], ...]] | None = None

    def take(self, judged: Judged) -> None:
        """Hold from now on what was judged."""
        self.asked, self.passing = judged.asked, judged.passing
        self._rank, self._shares, self._known = judged.rank, judged.shares, judged.known
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
            if self._shares is not None:
                self._shares[identity] = (self._shares.get(above) or next(iter(self._shares.values()), ((),)))[:1]

    # -- rows -----------------------------------------------------------------------------------

    def lay_out(self, outline: Outline, closed: frozenset[str]) -> Layout:
        """The rows of ``outline``, without what lies below ``closed``."""
        asked = self.asked
        if self.passing is None and self._rank is None and self._shares is None:
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
        rank = self._rank or {}
        order, depth = outline.order, outline.depth
        children: dict[int, list[int]] = {}
        path: list[int] = []
        for row in range(len(order)):
            del path[depth[row] :]
            if keep is None or keep[row]:
                children.setdefault(path[-1] if path else -1, []).append(row)
            path.append(row)
        for rows in children.values():
            rows.sort(key=lambda row: rank.get(order[row], len(order)))
        found: list[int] = []
        waiting = list(reversed(children.get(-1, ())))
        while waiting:
            row = waiting.pop()
            found.append(row)
            waiting.extend(reversed(children.get(row, ())))
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
        if self._shares is None:
            return Layout(tasks, tasks, dict.fromkeys(tasks, 0))
        return _grouped(tasks, self._shares, closed)


def _plain(outline: Outline, closed: frozenset[str]) -> Layout:
    order, end, row = outline.order, outline.end, 0
    found: list[str] = []
    for shut in sorted(outline.row[identity] for identity in closed if identity in outline.row):
        if shut >= row:  # not itself out of sight
            found += order[row : shut + 1]
            row = end[shut]
    found += order[row:]
    return Layout(found, order)


def _grouped(
    tasks: Sequence[str], shares: Mapping[str, tuple[tuple[Share, ...], ...]], closed: frozenset[str]
) -> Layout:
    """Tasks under their headings, in each group that is theirs; headings in the order of their values, none last."""
    # Within a group tasks keep their order, so one stable sort by the shares is enough.
    ranked = [(identity, number, now) for identity in tasks for number, now in enumerate(shares[identity])]
    ranked.sort(key=lambda one: [share.place for share in one[2]])
    ids: list[str] = []
    depth: dict[str, int] = {}
    headings: dict[str, Heading] = {}
    heading_of: dict[str, str] = {}
    listed: set[tuple[str, str]] = set()
    wanted: list[str] = []
    before: tuple[Share, ...] = ()
    is_open = True
    for identity, number, now in ranked:
        if now != before:
            before, names = now, [share.label for share in now]
            wanted = [heading_id(names[: level + 1]) for level in range(len(names))]
            for level, name in enumerate(wanted):
                if name not in headings:
                    headings[name] = Heading(name, names[level], level, [], wanted[level - 1] if level else "")
                    depth[name] = level
                    if not closed.intersection(wanted[:level]):
                        ids.append(name)
            is_open = not closed.intersection(wanted)
        for name in wanted:
            if (name, identity) not in listed:  # of two people within a group, yet counted once in that
                headings[name].tasks.append(identity)
                if len(shares[identity]) > 1:
                    listed.add((name, identity))
        depth[identity] = len(wanted)
        if wanted:
            heading_of.setdefault(identity, wanted[-1])
            heading_of[row_id(identity, number)] = wanted[-1]
        if is_open:
            ids.append(row_id(identity, number))
    every = list(dict.fromkeys(identity for identity, _, _ in ranked))
    return Layout(ids, every, depth, frozenset(), headings, heading_of)
