"""Links between rows, as the passes read them.

Most links are finish-to-start without lag; the passes read those as bare row numbers and all others
as :class:`Link` tuples.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import chain
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
    predecessor: int
    successor: int
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
    """Links by row. ``fs_in[row]`` holds rows, in step with their record ids in ``fs_ids[row]``."""

    __slots__ = ("fs_ids", "fs_in", "fs_out", "in_links", "out_links", "tangle", "unlinked", "warnings")

    def __init__(self, count: int) -> None:
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
        return [identity for row, identity in zip(self.fs_in[s], self.fs_ids[s], strict=True) if row == p]

    def between(self, p: int, s: int) -> list[str]:
        """Ids of all links by which ``s`` waits for ``p``."""
        return [*self.plain(p, s), *(link.dependency for link in self.in_links[s] if link.predecessor == p)]

    def predecessors(self, row: int) -> list[int]:
        return [*self.fs_in[row], *(link.predecessor for link in self.in_links[row])]

    def successors(self, row: int) -> Sequence[int]:
        others = self.out_links[row]
        return [*self.fs_out[row], *(link.successor for link in others)] if others else self.fs_out[row]

    def has_successors(self, row: int) -> bool:
        return bool(self.fs_out[row] or self.out_links[row])

    def copy(self) -> LinkLists:
        """A copy whose lists can be replaced, row by row."""
        made = LinkLists(0)
        for name in ("fs_in", "fs_ids", "fs_out", "in_links", "out_links"):
            setattr(made, name, getattr(self, name).copy())
        made.unlinked, made.warnings = self.unlinked.copy(), self.warnings.copy()
        return made

    def renumbered(self, rows: Renumbering) -> LinkLists:
        """The same links among other rows; those that are gone have none. Lists that name no shifted row are kept."""
        where, concerned, new, at = rows.where, self._beside(rows.shifted), tuple.__new__, rows.where.__getitem__
        links = list(
            chain.from_iterable(self.in_links if concerned is None else [self.in_links[row] for row in concerned])
        )
        made_anew = [
            new(Link, (kind, where[p], where[s], lag, calendar, percent, identity))
            for kind, p, s, lag, calendar, percent, identity in links
        ]
        twin = dict(zip(map(id, links), made_anew, strict=True))
        """Both ends of a link hold the same object, before and after."""

        # Without a call for what most rows have: none, one or two.
        def plain(lists: Lists[int]) -> Lists[int]:
            return [
                others if not (count := len(others))
                else [at(others[0])] if count == 1
                else [at(others[0]), at(others[1])] if count == 2
                else list(map(at, others))
                for others in lists
            ]  # fmt: skip

        def typed(lists: Lists[Link]) -> Lists[Link]:
            return [
                links if not (count := len(links))
                else [twin.get(id(links[0]), links[0])] if count == 1
                else [twin.get(id(link), link) for link in links]
                for links in lists
            ]  # fmt: skip

        made = LinkLists(0)
        made.fs_in = rows.spread(_rewritten(self.fs_in, concerned, plain), _NO_ROWS)
        made.fs_out = rows.spread(_rewritten(self.fs_out, concerned, plain), _NO_ROWS)
        made.fs_ids = rows.spread(self.fs_ids, _NO_IDS)
        made.in_links = rows.spread(_rewritten(self.in_links, concerned, typed), _NO_LINKS)
        made.out_links = rows.spread(_rewritten(self.out_links, concerned, typed), _NO_LINKS)
        made.warnings = self.warnings
        return made

    def _beside(self, rows: Sequence[int]) -> set[int] | None:
        """``rows`` with all that they are linked to; None for so many that all lists are sooner looked at."""
        if 12 * len(rows) > len(self.fs_in):
            return None
        found = set(rows)
        for row in rows:
            found.update(self.fs_in[row], self.fs_out[row])
            found.update([link.predecessor for link in self.in_links[row]])
            found.update([link.successor for link in self.out_links[row]])
        return found

    def drop(self, dependency: Dependency, rows: Rows) -> None:
        """Leave a link out of the calculation."""
        self.unlinked.add(dependency.id)
        self.remove(dependency, rows)

    def remove(self, dependency: Dependency, rows: Rows) -> None:
        """Take a link out."""
        p, target = rows.row[dependency.predecessor], rows.row[dependency.successor]
        freed = set()
        for row in range(target, rows.end[target]):
            if dependency.id in self.fs_ids[row]:
                at = self.fs_ids[row].index(dependency.id)
                self.fs_in[row] = self.fs_in[row][:at] + self.fs_in[row][at + 1 :]
                self.fs_ids[row] = self.fs_ids[row][:at] + self.fs_ids[row][at + 1 :]
                freed.add(row)
            self.in_links[row] = [x for x in self.in_links[row] if x.dependency != dependency.id]
        if freed:
            left = []
            for row in self.fs_out[p]:  # each once: another link may lead there too
                if row in freed:
                    freed.remove(row)
                else:
                    left.append(row)
            self.fs_out[p] = left
        self.out_links[p] = [x for x in self.out_links[p] if x.dependency != dependency.id]


def _rewritten(lists: Lists[V], rows: Collection[int] | None, write: Callable[[Lists[V]], Lists[V]]) -> Lists[V]:
    """``lists`` by row, with those of ``rows``, or all, as ``write`` makes them."""
    if rows is None:
        return write(lists)
    made = lists.copy()
    for row, written in zip(rows, write([lists[row] for row in rows]), strict=True):
        made[row] = written
    return made
