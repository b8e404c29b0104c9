"""Links between rows: read from dependency records, written out for summaries, left out where dead.

Most links are finish-to-start without lag; the passes read those as bare row numbers and all others
as :class:`Link` tuples. A link from a summary is a link from the summary's own row, which is rolled
up from what it contains; a link to a summary binds every task within it and is written out for each.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias, TypeVar

from desktop.domain.plan import Dependency
from desktop.domain.scheduling.calendars import ELAPSED, WorkCalendar
from desktop.domain.scheduling.circles import Tangle
from desktop.domain.scheduling.findings import ScheduleWarning
from desktop.domain.scheduling.renumbering import Renumbering
from desktop.domain.scheduling.rows import Rows

FS, SS, FF, SF = 0, 1, 2, 3
# Odd types leave from the predecessor's start, even ones from its finish; FF and SF bind a finish.
LINK_TYPES = {"FS": FS, "SS": SS, "FF": FF, "SF": SF}


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


class LinkReader:
    """Turns dependency records into :class:`LinkLists`."""

    def __init__(self, rows: Rows, calendars: Sequence[WorkCalendar], project: WorkCalendar, rule: str) -> None:
        """``calendars`` are those of the rows; ``rule`` is the project's choice of lag calendar."""
        self.rows = rows
        self.calendars = calendars
        self.project = project
        self.rule = rule

    def read(self, dependencies: Iterable[Dependency]) -> LinkLists:
        """Links of a whole project; those that cannot be meant are left out with a warning."""
        rows = self.rows
        lists = LinkLists(rows.count)
        fs_in, fs_ids, fs_out = lists.fs_in, lists.fs_ids, lists.fs_out
        row_of = rows.row
        odd = bytearray(rows.count)
        for row in (*rows.summaries, *rows.inactive, *rows.effort):
            odd[row] = 1
        for dependency in dependencies:
            try:
                p, s = row_of[dependency.predecessor], row_of[dependency.successor]
            except KeyError:
                self._refuse(lists, dependency, -1, -1)
                continue
            if (odd[p] or odd[s] or p == s) and self._read_odd(lists, dependency, p, s):
                continue
            if dependency.type == "FS" and not dependency.lag and dependency.lag_percent is None:
                before = fs_in[s]
                if before:
                    before.append(p)
                    fs_ids[s].append(dependency.id)
                else:
                    fs_in[s], fs_ids[s] = [p], [dependency.id]
                after = fs_out[p]
                if after:
                    after.append(s)
                else:
                    fs_out[p] = [s]
            else:
                self._put(lists, self.compile(dependency, p, s))
        return lists

    def _read_odd(self, lists: LinkLists, dependency: Dependency, p: int, s: int) -> bool:
        """Read a link of summaries, of inactive tasks, of levels of effort or of a task to itself.

        False for one that is like any other after all.
        """
        rows = self.rows
        if p == s or p < s < rows.end[p] or s < p < rows.end[s]:
            self._refuse(lists, dependency, p, s)
        elif p in rows.inactive:
            pass  # nobody waits for a task that is left out
        elif p in rows.effort and s not in rows.effort:
            self._accompany(lists, dependency, p, s)
        elif rows.kids[s]:
            self._write_out(lists, dependency, p, s)
        else:
            return False
        return True

    def _put(self, lists: LinkLists, link: Link) -> None:
        """Put a link in, into lists that no one else holds."""
        p, s = link[1], link[2]
        before, after = lists.in_links[s], lists.out_links[p]
        if before:
            before.append(link)
        else:
            lists.in_links[s] = [link]
        if after:
            after.append(link)
        else:
            lists.out_links[p] = [link]

    def _accompany(self, lists: LinkLists, dependency: Dependency, p: int, s: int) -> None:
        """A link from a level of effort: it lasts until its successor, which does not wait for it."""
        link = self.compile(dependency, p, s)
        kind = {FS: SF, SS: SS, FF: FF, SF: FS}[link.type]
        self._put(lists, link._replace(type=kind, predecessor=s, successor=p, lag=-link.lag))

    def _write_out(self, lists: LinkLists, dependency: Dependency, p: int, summary: int) -> None:
        rows = self.rows
        within = range(summary + 1, rows.end[summary])
        leaves = [row for row in within if not rows.kids[row] and row not in rows.inactive]
        if dependency.type == "FS" and not dependency.lag and dependency.lag_percent is None:
            for row in leaves:
                lists.fs_in[row] = [*lists.fs_in[row], p]
                lists.fs_ids[row] = [*lists.fs_ids[row], dependency.id]
            lists.fs_out[p] = [*lists.fs_out[p], *leaves]
        else:
            for row in leaves:
                self._put(lists, self.compile(dependency, p, row))

    def add(self, lists: LinkLists, dependency: Dependency, p: int, s: int) -> None:
        """Put a link in, leaving the lists of other rows as they are."""
        if dependency.type == "FS" and not dependency.lag and dependency.lag_percent is None:
            lists.fs_in[s] = [*lists.fs_in[s], p]
            lists.fs_ids[s] = [*lists.fs_ids[s], dependency.id]
            lists.fs_out[p] = [*lists.fs_out[p], s]
            return
        link = self.compile(dependency, p, s)
        lists.in_links[s] = [*lists.in_links[s], link]
        lists.out_links[p] = [*lists.out_links[p], link]

    def compile(self, dependency: Dependency, p: int, s: int) -> Link:
        """The link from row ``p`` to row ``s``, with the calendar of its lag."""
        lag, percent = dependency.lag_percent, True
        if lag is None:
            lag, percent = dependency.lag, False
        calendar: WorkCalendar | None = None
        if lag:
            # A share of an elapsed duration is elapsed; a share of another is where it says so ("50e%").
            elapsed = dependency.lag_unit[:1] == "e" or (percent and self.rows.tasks[p].elapsed)
            if elapsed or self.rule == "elapsed":
                calendar = ELAPSED
            elif self.rule == "predecessor":
                calendar = self.calendars[p]
            elif self.rule == "project":
                calendar = self.project
            else:
                calendar = self.calendars[s]
        facts = (LINK_TYPES.get(dependency.type, FS), p, s, lag, calendar, percent, dependency.id)
        return tuple.__new__(Link, facts)  # what Link(...) does, in half the time

    def _refuse(self, lists: LinkLists, dependency: Dependency, p: int, s: int) -> None:
        lists.unlinked.add(dependency.id)
        ids = self.rows.ids
        if p < 0 or s < 0:
            found = ScheduleWarning("orphan_link", dependency=dependency.id)
        elif p == s:
            found = ScheduleWarning("self_link", {"task": ids[p]}, dependency.id)
        else:
            outer, inner = ids[min(p, s)], ids[max(p, s)]
            found = ScheduleWarning("own_summary", {"task": inner, "summary": outer}, dependency.id)
        lists.warnings.append(found)
