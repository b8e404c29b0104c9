"""Links between rows, as the passes read them.

Most links are finish-to-start without lag; the passes read those as bare row numbers and all others
as :class:`Link` tuples.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias, TypeVar

from desktop.domain.plan import Dependency
from desktop.domain.scheduling.calendars import WorkCalendar
from desktop.domain.scheduling.circles import Tangle
from desktop.domain.scheduling.findings import ScheduleWarning
from desktop.domain.scheduling.renumbering import Renumbering
from desktop.domain.scheduling.rows import Rows

FS, SS, FF, SF = 0, 1, 2, 3
# Odd types leave from the predecessor's start, even ones from its finish; FF and SF bind a finish.


class Link(NamedTuple):
    """One link between two rows, as the passes read it."""

    type: int
    source: int
    """Slot of the predecessor."""
    target: int
    """Slot of the successor."""
    lag: int
    """Minutes, or with ``percent`` hundredths of the predecessor's duration."""
    calendar: WorkCalendar | None
    """What the lag runs through; None where there is no lag."""
    percent: bool
    dependency: str
    """Id of the record."""


V = TypeVar("V")
Lists: TypeAlias = list[list[V]]

# What most rows have; one object for all, never appended to.
_NO_ROWS: list[int] = []
_NO_IDS: list[str] = []
_NO_LINKS: list[Link] = []


class LinkLists:
    """Links by slot. ``fs_in[slot]`` holds slots, in step with ids of records in ``fs_ids[slot]``.

    A slot is a row that stays when rows move: where links were read it is the number of the row, and new rows get
    new slots. ``slot[row]`` and ``row_at[slot]`` lead from one to the other; none is ever changed.
    """

    __slots__ = (
        "fs_ids", "fs_in", "fs_out", "in_links", "out_links", "row_at", "slot", "tangle", "unlinked", "warnings"
    )  # fmt: skip

    def __init__(self, count: int) -> None:
        self.slot = list(range(count))
        self.row_at = self.slot
        """-1 for a slot whose row is gone; it has no links."""
        self.fs_in = [_NO_ROWS] * count
        self.fs_ids = [_NO_IDS] * count
        self.fs_out = [_NO_ROWS] * count
        self.in_links = [_NO_LINKS] * count
        self.out_links = [_NO_LINKS] * count
        self.unlinked: set[str] = set()
        """Ids of dependencies that are left out."""
        self.warnings: list[ScheduleWarning] = []
        self.tangle: Tangle | None = None
        """Circles, where there were any, before links of theirs were left out."""

    def plain(self, p: int, s: int) -> list[str]:
        """Ids of the plain finish-to-start links by which ``s`` waits for ``p``."""
        source, target = self.slot[p], self.slot[s]
        return [
            identity
            for slot, identity in zip(self.fs_in[target], self.fs_ids[target], strict=True)
            if slot == source
        ]

    def between(self, p: int, s: int) -> list[str]:
        """Ids of all links by which ``s`` waits for ``p``."""
        return [*self.plain(p, s), *(link.dependency for link in self.into(s) if link.source == self.slot[p])]

    def plain_into(self, row: int) -> Iterator[tuple[int, str]]:
        """(predecessor row, id) of the plain finish-to-start links for which ``row`` waits."""
        return zip(self.plain_predecessors(row), self.fs_ids[self.slot[row]], strict=True)

    def plain_predecessors(self, row: int) -> list[int]:
        """Rows for which ``row`` waits by plain finish-to-start links."""
        return list(map(self.row_at.__getitem__, self.fs_in[self.slot[row]]))

    def into(self, row: int) -> list[Link]:
        """The other links for which ``row`` waits."""
        return self.in_links[self.slot[row]]

    def out_of(self, row: int) -> list[Link]:
        """Links other than plain ones that lead from ``row``."""
        return self.out_links[self.slot[row]]

    def predecessors(self, row: int) -> list[int]:
        others, row_at = self.into(row), self.row_at
        found = self.plain_predecessors(row)
        return [*found, *(row_at[link.source] for link in others)] if others else found

    def successors(self, row: int) -> list[int]:
        others, row_at = self.out_of(row), self.row_at
        found = list(map(row_at.__getitem__, self.fs_out[self.slot[row]]))
        return [*found, *(row_at[link.target] for link in others)] if others else found

    def has_predecessors(self, row: int) -> bool:
        slot = self.slot[row]
        return bool(self.fs_in[slot] or self.in_links[slot])

    def has_successors(self, row: int) -> bool:
        slot = self.slot[row]
        return bool(self.fs_out[slot] or self.out_links[slot])

    def copy(self) -> LinkLists:
        """A copy whose lists can be replaced, row by row."""
        made = LinkLists(0)
        made.slot, made.row_at = self.slot, self.row_at
        for name in ("fs_in", "fs_ids", "fs_out", "in_links", "out_links"):
            setattr(made, name, getattr(self, name).copy())
        made.unlinked, made.warnings = self.unlinked.copy(), self.warnings.copy()
        return made

    def renumbered(self, rows: Renumbering) -> LinkLists:
        """The same links among other rows; those that are gone have none."""
        made, count = LinkLists(0), len(self.row_at)
        made.slot = rows.spread(self.slot, -1)
        made.row_at = list(map([*rows.where, -1].__getitem__, self.row_at))
        for row in rows.fresh:
            made.slot[row] = len(made.row_at)
            made.row_at.append(row)
        more = len(made.row_at) - count
        made.fs_in, made.fs_out = _longer(self.fs_in, more, _NO_ROWS), _longer(self.fs_out, more, _NO_ROWS)
        made.fs_ids = _longer(self.fs_ids, more, _NO_IDS)
        made.in_links = _longer(self.in_links, more, _NO_LINKS)
        made.out_links = _longer(self.out_links, more, _NO_LINKS)
        made.warnings = self.warnings
        return made

    def sort(self, slots: Iterable[int], place: Mapping[str, int]) -> None:
        """Put the links of ``slots`` into the order of their records, in which reading all of them finds them."""

        def by_record(link: Link) -> int:
            return place[link.dependency]

        for slot in slots:
            pairs = sorted(zip(self.fs_ids[slot], self.fs_in[slot], strict=True), key=lambda pair: place[pair[0]])
            self.fs_ids[slot], self.fs_in[slot] = [each for each, _ in pairs], [source for _, source in pairs]
            self.in_links[slot] = sorted(self.in_links[slot], key=by_record)
            self.out_links[slot] = sorted(self.out_links[slot], key=by_record)
            leading = [
                (place[identity], self.row_at[target], target)
                for target in set(self.fs_out[slot])
                for source, identity in zip(self.fs_in[target], self.fs_ids[target], strict=True)
                if source == slot
            ]
            self.fs_out[slot] = [target for _, _, target in sorted(leading)]

    def drop(self, dependency: Dependency, rows: Rows) -> None:
        """Leave a link out of the calculation."""
        self.unlinked.add(dependency.id)
        self.remove(dependency, rows)

    def remove(self, dependency: Dependency, rows: Rows) -> None:
        """Take a link out."""
        p, target = self.slot[rows.row[dependency.predecessor]], rows.row[dependency.successor]
        freed = set()
        for s in self.slot[target : rows.end[target]]:
            if dependency.id in self.fs_ids[s]:
                at = self.fs_ids[s].index(dependency.id)
                self.fs_in[s] = self.fs_in[s][:at] + self.fs_in[s][at + 1 :]
                self.fs_ids[s] = self.fs_ids[s][:at] + self.fs_ids[s][at + 1 :]
                freed.add(s)
            self.in_links[s] = [x for x in self.in_links[s] if x.dependency != dependency.id]
        if freed:
            left = []
            for s in self.fs_out[p]:  # each once: another link may lead there too
                if s in freed:
                    freed.remove(s)
                else:
                    left.append(s)
            self.fs_out[p] = left
        self.out_links[p] = [x for x in self.out_links[p] if x.dependency != dependency.id]


def _longer(lists: Lists[V], more: int, nothing: list[V]) -> Lists[V]:
    return [*lists, *[nothing] * more] if more else lists
