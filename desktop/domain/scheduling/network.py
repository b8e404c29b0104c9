"""A project compiled for calculation: tasks as rows of parallel lists, links as small tuples.

A row is the position of a task in the outline; every list here and in ``times`` is indexed by it.
Summary tasks are rows too: they come after everything they contain and are rolled up on the way,
so that a link from a summary is an ordinary link. A link to a summary binds every task within it
and is written out for each.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from desktop.domain.plan import Calendar, Dependency, ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.scheduling.calendar_book import CalendarBook
from desktop.domain.scheduling.calendars import ELAPSED, FAR, Place, WorkCalendar
from desktop.domain.scheduling.clock import FIRST_MINUTE, day_start, to_date, to_minutes
from desktop.domain.scheduling.findings import ScheduleWarning
from desktop.domain.scheduling.graph import circles, topological_order
from desktop.domain.scheduling.reading import RowFacts, TaskReader

FS, SS, FF, SF = 0, 1, 2, 3
LINK_TYPES = {"FS": FS, "SS": SS, "FF": FF, "SF": SF}
MAX_ROUNDS = 50
"""Times that one link of every circle is left out before all links within circles are."""


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


class Network:
    """The compiled plan. Lists are shared between versions and copied before they change."""

    def __init__(self, project: Project, book: CalendarBook | None = None) -> None:
        self.profile: ProjectProfile = project.profile
        self.warnings: list[ScheduleWarning] = []
        self._lay_out_rows(project)
        self.start = self._project_start(project)
        self.book = book or CalendarBook(project.table(Calendar), *self._extent(project))
        self.calendar = self.book.get(self.profile.calendar) or self.book.standard
        self._read_calendars(project)
        self._read_links(project)
        self._order_rows(project)
        self._read_facts(project)
        self._find_limits()

    # -- rows -----------------------------------------------------------------------------------

    def _lay_out_rows(self, project: Project) -> None:
        outline, tasks = project.outline, project.table(Task)
        ids = list(outline.order)
        end = list(outline.end)
        if len(ids) < len(tasks):
            # Tasks whose parents form a circle hang below nothing: rows of their own at the end.
            for identity, task in tasks.items():
                if identity not in outline.row:
                    ids.append(identity)
                    end.append(len(ids))
                    self.warn("outline_circle", (identity,), task=task.name)
        self.ids, self.end, self.count = ids, end, len(ids)
        self.row: dict[str, int] = {identity: row for row, identity in enumerate(ids)}
        self.tasks: list[Task] = list(map(tasks.__getitem__, ids))
        self.parent = [-1] * self.count
        self.kids: list[tuple[int, ...]] = [()] * self.count
        self.summaries = [row for row in range(self.count) if end[row] > row + 1]
        for row in self.summaries:
            kids = []
            kid, last = row + 1, end[row]
            while kid < last:
                kids.append(kid)
                self.parent[kid] = row
                kid = end[kid]
            self.kids[row] = tuple(kids)
        self.top = [row for row in range(self.count) if self.parent[row] < 0]
        self.inactive = {row for row in range(self.count) if not self.tasks[row].active}
        for row in self.summaries:
            if row in self.inactive:
                self.inactive.update(range(row, end[row]))

    def warn(self, code: str, about: tuple[str, ...] = (), dependency: str | None = None, **facts: object) -> None:
        self.warnings.append(ScheduleWarning(code, about, dependency, facts=facts))

    def _dates(self) -> Iterable[int]:
        for task in self.tasks:
            for moment in (task.actual_start, task.manual_start, task.constraint_date):
                if moment is not None:
                    minute = to_minutes(moment)
                    if minute >= FIRST_MINUTE:
                        yield minute

    def _project_start(self, project: Project) -> int:
        start = project.profile.start
        if start is not None:
            return to_minutes(start)
        if self.ids:
            self.warn("no_project_start")
        created = project.profile.created_at
        return min(self._dates(), default=to_minutes(created) if created else day_start(to_date(FIRST_MINUTE)))

    def _extent(self, project: Project) -> tuple[int, int]:
        """Day ordinals between which calendars are laid out to begin with."""
        first = min(chain(self._dates(), (self.start,))) // 1440
        return first - 120, self.start // 1440 + 800

    # -- calendars ------------------------------------------------------------------------------

    def _read_calendars(self, project: Project) -> None:
        """The effective calendar of every row: the task's own, else the project's."""
        records, project_calendar = project.table(Calendar), self.calendar
        self.calendars: list[WorkCalendar] = [project_calendar] * self.count
        for row, task in enumerate(self.tasks):
            if task.calendar is not None:
                own = self.book.get(task.calendar) if task.calendar in records else None
                if own is None:
                    self.warn("calendar_missing", (task.id,), task=task.name)
                else:
                    self.calendars[row] = own

    # -- links ----------------------------------------------------------------------------------

    def _read_links(self, project: Project) -> None:
        count, row_of, end, inactive = self.count, self.row, self.end, self.inactive
        self.fs_in: list[list[int]] = [[] for _ in range(count)]
        self.fs_ids: list[list[str]] = [[] for _ in range(count)]
        self.fs_out: list[list[int]] = [[] for _ in range(count)]
        self.in_links: list[list[Link]] = [[] for _ in range(count)]
        self.out_links: list[list[Link]] = [[] for _ in range(count)]
        self.unlinked: set[str] = set()
        for dependency in project.table(Dependency).values():
            p, s = row_of.get(dependency.predecessor, -1), row_of.get(dependency.successor, -1)
            if p < 0 or s < 0 or p == s or p < s < end[p] or s < p < end[s]:
                self._refuse_link(dependency, p, s)
            elif p not in inactive:
                self._add_link(dependency, p, s)

    def _refuse_link(self, dependency: Dependency, p: int, s: int) -> None:
        self.unlinked.add(dependency.id)
        if p < 0 or s < 0:
            self.warn("orphan_link", dependency=dependency.id)
        elif p == s:
            self.warn("self_link", (self.ids[p],), dependency.id, task=self.tasks[p].name)
        else:
            outer, inner = self.tasks[min(p, s)], self.tasks[max(p, s)]
            self.warn("own_summary", (inner.id, outer.id), dependency.id, summary=outer.name, task=inner.name)

    def _add_link(self, dependency: Dependency, p: int, s: int) -> None:
        plain = dependency.type == "FS" and not dependency.lag and dependency.lag_percent is None
        kids = self.kids[s]
        rows = [s] if not kids else [row for row in range(s + 1, self.end[s]) if not self.kids[row]]
        for row in rows:
            if kids and row in self.inactive:
                continue
            if plain:
                self.fs_in[row].append(p)
                self.fs_ids[row].append(dependency.id)
                if row not in self.inactive:
                    self.fs_out[p].append(row)
            else:
                link = self._link(dependency, p, row)
                self.in_links[row].append(link)
                if row not in self.inactive:
                    self.out_links[p].append(link)

    def _link(self, dependency: Dependency, p: int, s: int) -> Link:
        percent = dependency.lag_percent is not None
        lag = dependency.lag_percent if dependency.lag_percent is not None else dependency.lag
        calendar: WorkCalendar | None = None
        if lag:
            elapsed = self.tasks[p].elapsed if percent else dependency.lag_unit.startswith("e")
            rule = self.profile.lag_calendar
            if elapsed or rule == "elapsed":
                calendar = ELAPSED
            elif rule == "predecessor":
                calendar = self.calendars[p]
            elif rule == "project":
                calendar = self.calendar
            else:
                calendar = self.calendars[s]
        return Link(LINK_TYPES.get(dependency.type, FS), p, s, lag, calendar, percent, dependency.id)

    # -- order ----------------------------------------------------------------------------------

    def _order_rows(self, project: Project) -> None:
        self.cycles: tuple[tuple[str, ...], ...] = ()
        for round_ in range(MAX_ROUNDS + 1):
            followers = self._followers()
            order, leftover = topological_order(self.count, followers)
            if not leftover:
                break
            self._break_circles(project, leftover, everything=round_ == MAX_ROUNDS)
        else:
            order, _ = topological_order(self.count, self._followers())
        self.order = order
        self.position = [0] * self.count
        for position, row in enumerate(order):
            self.position[row] = position

    def _followers(self) -> list[list[int]]:
        """Rows that are calculated after a row: successors, and the summary above it."""
        parent = self.parent
        found = []
        for row, plain in enumerate(self.fs_out):
            others = self.out_links[row]
            direct = [*plain, *(link.successor for link in others)] if others else plain
            found.append([*direct, parent[row]] if parent[row] >= 0 else direct)
        return found

    def _break_circles(self, project: Project, leftover: list[int], everything: bool) -> None:
        before: list[list[int]] = [[] for _ in range(self.count)]
        for row in leftover:
            before[row] = [*self.fs_in[row], *(link.predecessor for link in self.in_links[row]), *self.kids[row]]
        if everything:
            inside = set(leftover)
            for row in leftover:
                for p in before[row]:
                    if p in inside and p not in self.kids[row]:
                        self._drop(project, p, row)
            return
        for circle in circles(leftover, before):
            names = [self.ids[row] for row in circle]
            self.cycles += (tuple(names),)
            pairs = list(zip(circle, [*circle[1:], circle[0]], strict=True))
            links = [(p, s) for p, s in pairs if p not in self.kids[s]]
            dropped = self._drop(project, *max(links, key=lambda pair: self._newest(project, *pair)))
            self.warn("cycle", tuple(names), dropped, tasks=" → ".join(self.tasks[row].name for row in circle))

    def plain_links(self, p: int, s: int) -> list[str]:
        """Ids of the plain finish-to-start links (no lag) by which ``s`` waits for ``p``."""
        return [identity for row, identity in zip(self.fs_in[s], self.fs_ids[s], strict=True) if row == p]

    def _between(self, project: Project, p: int, s: int) -> list[Dependency]:
        """Links that lead from ``p`` to ``s`` or to a summary that contains ``s``."""
        targets = {self.ids[s]}
        row = s
        while (row := self.parent[row]) >= 0:
            targets.add(self.ids[row])
        return [d for d in project.successors(self.ids[p]) if d.successor in targets and d.id not in self.unlinked]

    def _newest(self, project: Project, p: int, s: int) -> tuple[int, str]:
        return max((d.number, d.id) for d in self._between(project, p, s))

    def _drop(self, project: Project, p: int, s: int) -> str | None:
        """Leave out the links by which ``s`` waits for ``p``; returns the id of the newest."""
        found = sorted(self._between(project, p, s), key=lambda d: (d.number, d.id))
        for dependency in found:
            self.unlinked.add(dependency.id)
            target = self.row[dependency.successor]
            for row in range(target, self.end[target]):
                if dependency.id in self.fs_ids[row]:
                    at = self.fs_ids[row].index(dependency.id)
                    del self.fs_ids[row][at], self.fs_in[row][at]
                    if row in self.fs_out[p]:
                        self.fs_out[p].remove(row)
                self.in_links[row] = [x for x in self.in_links[row] if x.dependency != dependency.id]
            self.out_links[p] = [x for x in self.out_links[p] if x.dependency != dependency.id]
        return found[-1].id if found else None

    # -- facts ----------------------------------------------------------------------------------

    def _read_facts(self, project: Project) -> None:
        count = self.count
        self.kind = [0] * count
        self.duration = [0] * count
        self.tail = [0] * count
        self.clock: list[WorkCalendar] = list(self.calendars)
        self.place: list[Place] = [ELAPSED.place] * count
        self.back: list[Place] = [ELAPSED.place_back] * count
        self.floor = [self.start] * count
        self.cap = [FAR] * count
        self.facts: dict[int, RowFacts] = {}
        self.row_warnings: dict[int, list[ScheduleWarning]] = {}
        TaskReader(self).read(range(count))

    def _find_limits(self) -> None:
        """For every row the nearest summary above it whose own links bound it from the right, or -1."""
        self.limited_by = [-1] * self.count
        self.late_needs_early = any(task.constraint == "alap" for task in self.tasks)
        if not any(self.fs_out[row] or self.out_links[row] for row in self.summaries):
            return
        for row in range(self.count):
            above = self.parent[row]
            if above >= 0:
                linked = self.fs_out[above] or self.out_links[above]
                self.limited_by[row] = above if linked else self.limited_by[above]
        for row in self.summaries:
            if any(link.type in (SS, SF) or link.percent for link in self.out_links[row]):
                self.late_needs_early = True
