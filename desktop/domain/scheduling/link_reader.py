"""Links read from dependency records, written out for summaries, left out where dead.

A link from a summary is a link from the summary's own row, which is rolled up from what it contains;
a link to a summary binds every task within it and is written out for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.domain.plan import Dependency
from desktop.domain.scheduling.calendars import ELAPSED, WorkCalendar
from desktop.domain.scheduling.findings import ScheduleWarning
from desktop.domain.scheduling.links import FF, FS, SF, SS, Link, LinkLists
from desktop.domain.scheduling.rows import Rows

LINK_TYPES = {"FS": FS, "SS": SS, "FF": FF, "SF": SF}


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
        self._put(lists, link._replace(type=kind, source=s, target=p, lag=-link.lag))

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
        """Put a link in, leaving the lists of other rows as they are; one to a summary to all that it contains."""
        rows = self.rows
        within = [s]
        if rows.kids[s]:
            within = [row for row in rows.subtree(s) if not rows.kids[row] and row not in rows.inactive]
        source, targets = lists.slot[p], [lists.slot[row] for row in within]
        if dependency.type == "FS" and not dependency.lag and dependency.lag_percent is None:
            for target in targets:
                lists.fs_in[target] = [*lists.fs_in[target], source]
                lists.fs_ids[target] = [*lists.fs_ids[target], dependency.id]
            lists.fs_out[source] = [*lists.fs_out[source], *targets]
            return
        for row, target in zip(within, targets, strict=True):
            link = self.compile(dependency, p, row)._replace(source=source, target=target)
            lists.in_links[target] = [*lists.in_links[target], link]
            lists.out_links[source] = [*lists.out_links[source], link]

    def compile(self, dependency: Dependency, p: int, s: int) -> Link:
        """The link from row ``p`` to row ``s``, with the calendar of its lag; rows are taken as slots."""
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
