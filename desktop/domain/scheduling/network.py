"""A project compiled for calculation: parallel lists by row, which the passes read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from operator import attrgetter
from typing import Any

from desktop.domain.agreeing import differing
from desktop.domain.plan import Calendar, Dependency, ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.scheduling.calendar_book import CalendarBook
from desktop.domain.scheduling.calendars import FAR, Place, WorkCalendar
from desktop.domain.scheduling.circles import Tangle
from desktop.domain.scheduling.clock import DAY, is_plausible, to_minutes
from desktop.domain.scheduling.crew import read_crews
from desktop.domain.scheduling.findings import ScheduleWarning
from desktop.domain.scheduling.frame import Frame, Linked
from desktop.domain.scheduling.graph import circles, on_circles, topological_order
from desktop.domain.scheduling.link_reader import LinkReader
from desktop.domain.scheduling.links import SF, SS, LinkLists
from desktop.domain.scheduling.reading import RowFacts, TaskReader, by_hand, peculiar_rows
from desktop.domain.scheduling.rows import Rows

MAX_ROUNDS = 50
"""Times that one link of every circle is left out before all links within circles are."""
NO_START = 1262304000 // 60 + 719163 * DAY
"""2010-01-01, for a plan without any date."""

_CALENDAR = attrgetter("calendar")
OWN_LISTS = ("tasks", "kind", "duration", "span", "tail", "clock", "place", "back", "floor", "cap")
"""What reading a task again writes to."""


class Network:
    """The compiled plan. Never changed once made; :meth:`updated` makes the next version."""

    def __init__(self, project: Project, book: CalendarBook | None = None, frame: Frame | None = None) -> None:
        """``book`` holds compiled calendars from before, if they are still those of the project; ``frame`` rows and,
        perhaps, links.
        """
        self.profile: ProjectProfile = project.profile
        self.rows: Rows = frame.rows if frame else Rows(project)
        rows = self.rows
        self.tasks: list[Task] = rows.tasks
        self.peculiar = frame.peculiar if frame else peculiar_rows(enumerate(self.tasks))
        """Rows whose records tell more than a duration."""
        self.start = self._project_start()
        self.book = book.again() if book else CalendarBook(project.table(Calendar), *self._extent())
        self.calendar = self.book.get(self.profile.calendar) or self.book.standard
        self.missing_calendars: list[ScheduleWarning] = []
        self.calendars = self._effective_calendars()
        self.links: LinkLists
        self.cycles: tuple[tuple[str, ...], ...] = ()
        self.order: list[int]
        """Rows in the order of calculation."""
        linked = frame.linked if frame else None
        if linked and self._reads_links_as(linked):
            self.links, self.cycles, self.order = linked.links, linked.cycles, linked.order
        else:
            reader = LinkReader(rows, self.calendars, self.calendar, self.profile.lag_calendar)
            self.links = reader.read(project.table(Dependency).values())
            self.order = self._order(project)
        self.find_limits()
        crews, unread = frame.crews if frame else ({}, None)
        self.crews = crews | read_crews(project, rows, self.calendars, self.book, self.calendar, only=unread)
        self._read_tasks()

    # -- calendars ------------------------------------------------------------------------------

    def _dates(self) -> Iterator[int]:
        for task in self.tasks:
            for moment in (task.actual_start, task.manual_start, task.constraint_date):
                if moment is not None:
                    minute = to_minutes(moment)
                    if is_plausible(minute):
                        yield minute

    def _project_start(self) -> int:
        start = self.profile.start
        if start is not None and is_plausible(to_minutes(start)):
            return to_minutes(start)
        return min(self._dates(), default=NO_START)

    def _extent(self) -> tuple[int, int]:
        """Day ordinals between which calendars are laid out to begin with."""
        return self.start // DAY - 120, self.start // DAY + 800

    def _effective_calendars(self) -> list[WorkCalendar]:
        """The calendar of every row: the task's own, else the project's."""
        names = list(map(_CALENDAR, self.tasks))
        own = {name: self.book.get(name) for name in dict.fromkeys(names) if name is not None}
        if None in own.values():
            self.missing_calendars += [
                ScheduleWarning("calendar_missing", {"task": task.id})
                for task in self.tasks
                if task.calendar is not None and own[task.calendar] is None
            ]
        compiled = {name: calendar or self.calendar for name, calendar in own.items()} | {None: self.calendar}
        return list(map(compiled.__getitem__, names))

    def _reads_links_as(self, linked: Linked) -> bool:
        """Whether lags run through the same calendars."""
        before = linked.calendars
        return (
            self.calendar is linked.calendar
            and self.profile.lag_calendar == linked.lag_calendar
            and all(before[row] is None for row in differing(before, self.calendars))
        )

    # -- order ----------------------------------------------------------------------------------

    def _order(self, project: Project) -> list[int]:
        """Rows with every predecessor first, and summaries after what they contain."""
        order, leftover = topological_order(self.links, self.rows)
        if not leftover:
            return order
        leaders, followers = self._neighbours(leftover)
        self.links.tangle = self._tangle(project, leaders, followers)
        for _ in range(MAX_ROUNDS):
            leftover = on_circles(leftover, leaders, followers)
            if not leftover:
                break
            self._break_circles(project, leftover)
            leaders, followers = self._neighbours(leftover)
        else:
            self._unlink(project, leftover)
        return topological_order(self.links, self.rows)[0]

    def _neighbours(self, rows: Iterable[int]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
        """What each of ``rows`` waits for, and what waits for it, by row."""
        return {row: self.leaders(row) for row in rows}, {row: self.followers(row) for row in rows}

    def _tangle(
        self, project: Project, leaders: Mapping[int, list[int]], followers: Mapping[int, list[int]]
    ) -> Tangle:
        table, links = project.table(Dependency), self.links

        def between(p: int, s: int) -> Iterator[tuple[str, str]]:
            for identity in links.between(p, s):
                yield table[identity].predecessor, table[identity].successor

        return Tangle(self.rows.ids, leaders, followers, between)

    def _break_circles(self, project: Project, leftover: list[int]) -> None:
        """Leave out the newest link of every circle found, and name the circle."""
        table, ids = project.table(Dependency), self.rows.ids
        for circle in circles({row: self.leaders(row) for row in leftover}):
            waits = zip(circle, [*circle[1:], circle[0]], strict=True)
            links = [identity for p, s in waits for identity in self.links.between(p, s)]
            newest = max((table[identity] for identity in links), key=lambda link: (link.number, link.id))
            self.links.drop(newest, self.rows)
            names = tuple(ids[row] for row in circle)
            self.cycles += (names,)
            self.links.warnings.append(ScheduleWarning("cycle", {"task": names[0]}, newest.id, circle=names))

    def _unlink(self, project: Project, leftover: list[int]) -> None:
        """Leave out every link among rows on or behind circles: there are too many to name."""
        table, inside = project.table(Dependency), set(leftover)
        for row in leftover:
            for p in set(self.links.predecessors(row)) & inside:
                for identity in self.links.between(p, row):
                    self.links.drop(table[identity], self.rows)

    # -- tasks ----------------------------------------------------------------------------------

    def find_limits(self) -> None:
        """``limited_by``: the nearest summary above whose own links bound what it contains, or -1."""
        rows, links = self.rows, self.links
        self.limited_by = [-1] * rows.count
        self.limited = False
        """Whether there is any such summary."""
        self.late_needs_early = self.profile.critical_rule == "each_path"
        """Whether late dates depend on early ones, so that both passes go together."""
        self.early_bounds: set[int] = set()
        """Summaries whose links are such that late dates within them depend on early ones."""
        progress = self.profile.progress_rule
        binding = {
            row for row in rows.summaries if links.has_successors(row) and not by_hand(self.tasks[row], progress)
        }
        if not binding:
            return
        self.limited = True
        for row, above in enumerate(rows.parent):
            if above >= 0:
                self.limited_by[row] = above if above in binding else self.limited_by[above]
        self.early_bounds = {
            row for row in binding if any(link.type in (SS, SF) or link.percent for link in links.out_of(row))
        }

    def _read_tasks(self) -> None:
        count = self.rows.count
        self.kind = [0] * count
        self.duration: list[int]
        self.span: list[int]
        """Working minutes from start to finish: the duration, and the gaps of a task that is split."""
        self.tail: list[int]
        """The span in the backward pass: of a task in progress, what remains."""
        self.clock: list[WorkCalendar] = list(self.calendars)
        """What durations and floats of a row run through: its calendar, or the clock."""
        self.place: list[Place]
        self.back: list[Place]
        self.floor: list[int]
        """Earliest start that no link demands."""
        self.cap = [FAR] * count
        """Latest finish that no link demands."""
        self.facts: dict[int, RowFacts] = {}
        self.late_rows: set[int] = set()
        """Rows to be scheduled as late as possible."""
        self.special: set[int]
        """Rows that may do more than follow their links."""
        self.task_warnings: dict[int, list[ScheduleWarning]] = {}
        self.gates, self.caps = self._summary_bounds()
        TaskReader(self).read_all()

    def _summary_bounds(self) -> tuple[dict[int, int], dict[int, int]]:
        """Earliest starts and latest finishes that summaries set for what they contain, by summary row."""
        gates: dict[int, int] = {}
        caps: dict[int, int] = {}
        for row in self.rows.summaries:
            above, task = self.rows.parent[row], self.tasks[row]
            gate, cap = gates.get(above, 0), caps.get(above, FAR)
            for date in (task.constraint_date if task.constraint == "snet" else None, task.external_start):
                if date is not None and is_plausible(to_minutes(date)):
                    gate = max(gate, to_minutes(date))
            for date in (task.constraint_date if task.constraint == "fnlt" else None, task.external_finish):
                if date is not None and is_plausible(to_minutes(date)):
                    cap = min(cap, to_minutes(date))
            if gate:
                gates[row] = gate
            if cap < FAR:
                caps[row] = cap
        return gates, caps

    @property
    def required_finish(self) -> int | None:
        """Where a project is scheduled back from; None for one that is scheduled from its start."""
        finish = self.profile.finish
        if self.profile.schedule_from != "finish" or finish is None or not is_plausible(to_minutes(finish)):
            return None
        return to_minutes(finish)

    def starting_at(self, start: int) -> Network:
        """The same network with another project start."""
        made = self.with_own_lists()
        made.start = start
        TaskReader(made).read_again()
        return made

    def starting_as(self, profile: ProjectProfile) -> Network:
        """The same network for a profile that is another in its start alone."""
        made = self.with_own_lists()
        made.profile = profile
        made.start = made._project_start()
        TaskReader(made).read_again()
        return made

    def with_own_lists(self, lists: Iterable[list[Any]] | None = None) -> Network:
        """A copy in which tasks can be read again, with ``lists`` as its own, or copies of those of this one."""
        made = Network.__new__(Network)
        made.__dict__.update(self.__dict__)
        for name, own in zip(OWN_LISTS, lists or [getattr(self, name).copy() for name in OWN_LISTS], strict=True):
            setattr(made, name, own)
        made.facts, made.task_warnings = self.facts.copy(), self.task_warnings.copy()
        made.late_rows = self.late_rows.copy()
        return made

    def with_links(self) -> Network:
        """A copy in which links and order can be changed."""
        made = Network.__new__(Network)
        made.__dict__.update(self.__dict__)
        made.links, made.order, made.position = self.links.copy(), self.order.copy(), self.position.copy()
        for derived in ("back_order", "back_position"):
            made.__dict__.pop(derived, None)
        return made

    def order_anew(self) -> bool:
        """Make the order of a network that :meth:`with_links` has given; False where there are circles."""
        for derived in ("position", "back_order", "back_position"):
            self.__dict__.pop(derived, None)
        self.order, leftover = topological_order(self.links, self.rows)
        return not leftover

    def followers(self, row: int) -> list[int]:
        """Rows that are calculated after ``row`` because of it."""
        above = self.rows.parent[row]
        found = self.links.successors(row)
        return [*found, above] if above >= 0 else list(found)

    def leaders(self, row: int) -> list[int]:
        """Rows that are calculated before ``row`` because of it."""
        return [*self.links.predecessors(row), *self.rows.kids[row]]

    def updated(
        self, tasks: Mapping[int, Task], more: Iterable[int] = (), made: Network | None = None
    ) -> tuple[Network, set[int]]:
        """(the network with other records at some rows, all rows that read differently).

        ``more`` are rows to be read again although their records are the same; ``made`` is a copy to do it in.

        Only for changes that leave rows, links and calendars as they are.
        """
        _ = self.back_order, self.back_position  # made once, they serve all copies: those have the same order
        made = made or self.with_own_lists()
        affected = {*tasks, *more}
        made.peculiar = (self.peculiar - tasks.keys()) | peculiar_rows(tasks.items())
        for row, task in tasks.items():
            made.tasks[row] = task
        summaries = [row for row in tasks if self.rows.kids[row]]
        if summaries:
            made.gates, made.caps = made._summary_bounds()
            made.find_limits()
            for row in summaries:
                affected.update(range(row, self.rows.end[row]))
        made.special = self.special | affected
        TaskReader(made).read(affected)
        return made, affected

    @cached_property
    def position(self) -> list[int]:
        """The place of every row in ``order``."""
        found = [0] * len(self.order)
        for position, row in enumerate(self.order):
            found[row] = position
        return found

    @cached_property
    def back_order(self) -> list[int]:
        """Rows in the order of the backward pass."""
        return self.order[::-1]

    @cached_property
    def back_position(self) -> list[int]:
        last = len(self.order) - 1
        return list(map(last.__sub__, self.position))

    @property
    def warnings(self) -> list[ScheduleWarning]:
        """Findings that need no dates: of calendars, the outline, links, then tasks in order."""
        start = [] if self.profile.start is not None or not self.tasks else [ScheduleWarning("no_project_start")]
        of_tasks = [warning for row in sorted(self.task_warnings) for warning in self.task_warnings[row]]
        return [
            *start, *self.book.warnings, *self.rows.warnings, *self.missing_calendars, *self.links.warnings, *of_tasks
        ]  # fmt: skip
