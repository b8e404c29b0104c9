"""The calculated schedule, as callers see it: immutable, and cheap for ten thousand rows."""

from __future__ import annotations

import datetime as dt
import weakref
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import mul

from desktop.domain.agreeing import differing
from desktop.domain.plan import Task
from desktop.domain.scheduling.calendars import WorkCalendar
from desktop.domain.scheduling.circles import Tangle
from desktop.domain.scheduling.clock import to_datetime, to_minutes
from desktop.domain.scheduling.criticality import marked, within_limits
from desktop.domain.scheduling.driving import driving_links, longest_path
from desktop.domain.scheduling.findings import ScheduleWarning
from desktop.domain.scheduling.floats import free_floats, shown_late
from desktop.domain.scheduling.inspection import inspect_dates
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.reading import EFFORT, FIXED, STARTED
from desktop.domain.scheduling.remaining import remaining_duration
from desktop.domain.scheduling.splits import parts_between
from desktop.domain.scheduling.stored import shows_stored, with_stored
from desktop.domain.scheduling.times import Times


@dataclass(frozen=True, slots=True)
class TaskDates:
    """What the calculation says of one task. Moments are naive local, amounts working minutes."""

    start: dt.datetime
    finish: dt.datetime
    early_start: dt.datetime
    early_finish: dt.datetime
    late_start: dt.datetime
    late_finish: dt.datetime
    total_float: int
    free_float: int
    duration: int
    """Of a summary: working time between its start and finish. Elapsed durations: minutes of the clock."""
    critical: bool
    near_critical: bool
    percent_complete: int
    """Of a summary: actual over planned duration of the leaf tasks within it."""
    driving: tuple[str, ...]
    """Ids of the dependencies that hold the task where it is."""
    actual_start: dt.datetime | None
    """Of a summary: the earliest within it."""
    actual_finish: dt.datetime | None
    """Of a summary: the latest within it, once everything within it is finished."""

    @property
    def interfering_float(self) -> int:
        """Total float that is not free: using it delays successors but not the project."""
        return self.total_float - self.free_float


class Schedule:
    """Dates of every task. Rows are positions in the outline; moments are minutes (see ``clock``).

    Painting reads ``starts[row]``, ``finishes[row]`` and the other sequences; forms and reports
    read ``of(task_id)``. Sequences belong to the schedule: do not change them.
    """

    def __init__(self, net: Network, times: Times, previous: Schedule | None = None) -> None:
        """``previous`` is what ``times`` were made from: what has been found of it holds but for what has changed."""
        self._net = net
        self._calculated = times
        self._times = with_stored(net, times)
        self._dates: dict[str, TaskDates] = {}
        self._found: dict[str, bytearray] = {}
        """Marks of rows as they were in ``previous``."""
        self._previous: weakref.ref[Schedule] | None = None
        if previous is not None:
            self._previous = weakref.ref(previous)
            self._take_over(previous)

    def _take_over(self, previous: Schedule) -> None:
        """Use again what was found of ``previous``; nothing where it was another plan, or all times are new."""
        net, old, changed = self._net, previous._net, self._times.changed
        alike = net.rows is old.rows and net.profile is old.profile and not self.shows_stored
        if changed is None or not alike:
            return
        if net.profile.critical_rule != "longest_path":
            names = ("critical_rows", "near_critical_rows")
            self._found = {name: previous.__dict__[name] for name in names if name in previous.__dict__}
        percents = previous.__dict__.get("percents")
        if percents is not None and all(self._weight(row) == previous._weight(row) for row in changed):
            self.__dict__["percents"] = percents

    @property
    def network(self) -> Network:
        """For the scheduler's own modules."""
        return self._net

    @property
    def times(self) -> Times:
        """For the scheduler's own modules: as calculated, whatever is shown."""
        return self._calculated

    # -- by row ---------------------------------------------------------------------------------

    @property
    def row(self) -> Mapping[str, int]:
        """Row by task id."""
        return self._net.rows.row

    @property
    def ids(self) -> Sequence[str]:
        """Task id by row."""
        return self._net.rows.ids

    @property
    def starts(self) -> Sequence[int]:
        return self._times.start

    @property
    def finishes(self) -> Sequence[int]:
        return self._times.finish

    @property
    def late_starts(self) -> Sequence[int]:
        return self._times.late_start

    @property
    def late_finishes(self) -> Sequence[int]:
        return self._times.late_finish

    @property
    def total_floats(self) -> Sequence[int]:
        return self._times.total_float

    @cached_property
    def early_dates(self) -> Sequence[tuple[int, int]]:
        """(start, finish) before tasks that are as late as possible were moved."""
        times = self._times
        found = list(zip(times.start, times.finish, strict=True))
        for row in times.early_start.keys() | times.early_finish.keys():
            start, finish = found[row]
            found[row] = times.early_start.get(row, start), times.early_finish.get(row, finish)
        return found

    @cached_property
    def late_dates(self) -> Sequence[tuple[int, int]]:
        """(start, finish) as people see them (see ``shown_late``)."""
        return [shown_late(self._net, self._times, row) for row in range(self._net.rows.count)]

    @cached_property
    def free_floats(self) -> Sequence[int]:
        return free_floats(self._net, self._times, range(self._net.rows.count))

    @cached_property
    def critical_rows(self) -> bytearray:
        """1 for critical rows: work that is not finished and has no more float than the project's limit.

        Where the project says so, rows on the longest path instead: what drives the latest finish. A
        summary is critical if anything within it is.
        """
        if self._net.profile.critical_rule == "longest_path":
            return marked(self._net, longest_path(self._net, self._times))
        limit, found = self._net.profile.critical_limit, self._found.pop("critical_rows", None)
        return within_limits(self._net, self._times, None, limit, found)

    @cached_property
    def near_critical_rows(self) -> bytearray:
        """1 for rows with little float: more than the critical limit, at most the near-critical one."""
        profile, found = self._net.profile, self._found.pop("near_critical_rows", None)
        near = within_limits(self._net, self._times, profile.critical_limit, profile.near_critical_limit, found)
        if profile.critical_rule == "longest_path":
            near = bytearray(mark and not critical for mark, critical in zip(near, self.critical_rows, strict=True))
        return near

    @cached_property
    def percents(self) -> Sequence[int]:
        """Per cent complete by row; summaries from the durations of the leaf tasks within them."""
        net, rows = self._net, self._net.rows
        own = [task.percent_complete for task in net.tasks]
        if own and not 0 <= min(own) <= max(own) <= 100:
            own = [max(0, min(100, percent)) for percent in own]
        for row, facts in net.facts.items():
            if facts.done:
                own[row] = 100
        if not rows.summaries:
            return own
        planned = list(net.duration)
        for row in (*net.facts, *rows.effort):
            planned[row] = self._duration(row)
        for row in (*rows.summaries, *rows.inactive):
            planned[row] = 0  # as ``_weight`` says of single rows
        whole = [0, *accumulate(planned)]
        done = [0, *accumulate(map(mul, planned, own))]
        for row in rows.summaries:
            first, last = row, rows.end[row]
            total = whole[last] - whole[first]
            if total:
                own[row] = (done[last] - done[first]) // total
            else:
                kids = range(first + 1, last)
                within = [own[kid] for kid in kids if not rows.kids[kid] and kid not in rows.inactive]
                own[row] = sum(within) // len(within) if within else 0
        return own

    def _weight(self, row: int) -> tuple[int, int]:
        """Duration and per cent with which a row counts in the per cent of the summaries above it."""
        net, rows, facts = self._net, self._net.rows, self._net.facts.get(row)
        if rows.kids[row]:
            return 0, 0
        percent = 100 if facts is not None and facts.done else max(0, min(100, net.tasks[row].percent_complete))
        if row in rows.inactive:
            return 0, percent
        return self._duration(row) if facts is not None or row in rows.effort else net.duration[row], percent

    def moved_since(self, before: Schedule) -> Set[int]:
        """Rows that start or finish elsewhere than in ``before``, a schedule of the same tasks in the same order."""
        pairs, changed = ((before.starts, self.starts), (before.finishes, self.finishes)), self._times.changed
        if changed is not None and self._previous is not None and self._previous() is before:
            return {row for was, now in pairs for row in changed if was[row] != now[row]}
        return {row for was, now in pairs for row in differing(was, now)}

    # -- by task --------------------------------------------------------------------------------

    def __contains__(self, task_id: object) -> bool:
        return task_id in self._net.rows.row

    def of(self, task_id: str) -> TaskDates:
        """Dates and floats of one task; KeyError for a task that is not in the plan."""
        found = self._dates.get(task_id)
        if found is None:
            found = self._dates[task_id] = self._make_dates(self._net.rows.row[task_id])
        return found

    def start_minutes(self, task_id: str) -> int:
        return self._times.start[self._net.rows.row[task_id]]

    def finish_minutes(self, task_id: str) -> int:
        return self._times.finish[self._net.rows.row[task_id]]

    def percent(self, task_id: str) -> int:
        """Per cent complete, of a summary by the work of its sub-tasks; cheaper than all the dates of ``of``."""
        return self.percents[self._net.rows.row[task_id]]

    def duration(self, task_id: str) -> int:
        """Working minutes; cheaper than all the dates of ``of``."""
        return self._duration(self._net.rows.row[task_id])

    def calendar(self, task_id: str | None = None) -> WorkCalendar:
        """The calendar of a task, or of the project for None (or for a task that is not in the plan)."""
        row = self._net.rows.row.get(task_id) if task_id else None
        return self._net.calendar if row is None else self._net.calendars[row]

    def goes_by_people(self, task_id: str) -> bool:
        """Whether the dates of a task follow from when its people can work (see ``crew``)."""
        return self._net.rows.row[task_id] in self._net.crews

    def _duration(self, row: int) -> int:
        net, times = self._net, self._times
        if net.rows.kids[row]:
            return net.clock[row].between(times.start[row], times.finish[row])
        if net.kind[row] in (FIXED, EFFORT):
            return times.finish_work[row] - times.start_work[row]
        return net.duration[row]

    def parts(self, task_id: str) -> tuple[tuple[int, int], ...]:
        """(start, finish) in minutes of every part of a task that is split; otherwise of the whole."""
        net, row = self._net, self._net.rows.row[task_id]
        start, finish, task = self._times.start[row], self._times.finish[row], net.tasks[row]
        clock = net.crews[row][0].calendar if row in net.crews else net.clock[row]
        if net.kind[row] == STARTED and net.facts[row].again and task.stop is not None:
            return self._interrupted(row, clock, to_minutes(task.stop))
        if net.span[row] <= net.duration[row] or net.kind[row] == FIXED:
            return ((start, finish),)
        return parts_between(task, clock, start, finish)

    def _interrupted(self, row: int, clock: WorkCalendar, stop: int) -> tuple[tuple[int, int], ...]:
        """Parts of a task in progress that stopped and is taken up again: up to there, and from then on."""
        net, task, finish = self._net, self._net.tasks[row], self._times.finish[row]
        start, again = self._times.start[row], net.facts[row].again
        if not task.splits:
            return ((start, stop), (again, finish))
        done = max(0, net.duration[row] - remaining_duration(task, net.duration[row]))
        before = [(begin, min(end, stop)) for begin, end in parts_between(task, clock, start, stop) if begin < stop]
        return (*before, *parts_between(task, clock, again, finish, done))

    def _leaves(self, row: int) -> list[int]:
        """Active rows without children within ``row``, or ``row`` itself."""
        rows = self._net.rows
        if not rows.kids[row]:
            return [row]
        return [leaf for leaf in range(row, rows.end[row]) if not rows.kids[leaf] and leaf not in rows.inactive]

    def _actual_start(self, row: int) -> dt.datetime | None:
        net, start = self._net, self._times.start
        found = [start[leaf] for leaf in self._leaves(row) if net.kind[leaf] == STARTED or self._is_done(leaf)]
        return to_datetime(min(found)) if found else None

    def _actual_finish(self, row: int) -> dt.datetime | None:
        leaves = self._leaves(row)
        if not leaves or not all(map(self._is_done, leaves)):
            return None
        return to_datetime(max(map(self._times.finish.__getitem__, leaves)))

    def _is_done(self, row: int) -> bool:
        facts = self._net.facts.get(row)
        return facts is not None and facts.done

    def _make_dates(self, row: int) -> TaskDates:
        net, times = self._net, self._times
        start, finish = times.start[row], times.finish[row]
        late_start, late_finish = shown_late(net, times, row)
        return TaskDates(
            start=to_datetime(start),
            finish=to_datetime(finish),
            early_start=to_datetime(times.early_start.get(row, start)),
            early_finish=to_datetime(times.early_finish.get(row, finish)),
            late_start=to_datetime(late_start),
            late_finish=to_datetime(late_finish),
            total_float=times.total_float[row],
            free_float=free_floats(net, times, (row,))[0],
            duration=self._duration(row),
            critical=bool(self.critical_rows[row]),
            near_critical=bool(self.near_critical_rows[row]),
            percent_complete=self.percents[row],
            actual_start=self._actual_start(row),
            actual_finish=self._actual_finish(row),
            driving=tuple(sorted({identity for _, identity in driving_links(net, times, row)})),
        )

    # -- the project ----------------------------------------------------------------------------

    @cached_property
    def start(self) -> dt.datetime:
        """Start of the earliest active task; the project start where there is none."""
        rows, start = self._net.rows, self._times.start
        return to_datetime(min((start[row] for row in rows.top if row not in rows.inactive), default=self._net.start))

    @property
    def finish(self) -> dt.datetime:
        """Finish of the latest active task; the project start where there is none."""
        return to_datetime(self._times.project_finish)

    @property
    def project_start(self) -> dt.datetime:
        """The start date that tasks without predecessors are scheduled from."""
        return to_datetime(self._net.start)

    @property
    def cycles(self) -> tuple[tuple[str, ...], ...]:
        """Circles of links: task ids in order. One link of each is left out of the calculation."""
        return self._net.cycles

    @property
    def tangle(self) -> Tangle | None:
        """All circles of links, of which ``cycles`` names enough to break each; None where there are none."""
        return self._net.links.tangle

    @property
    def left_out(self) -> frozenset[str]:
        """Ids of the dependencies that are not part of the calculation."""
        return frozenset(self._net.links.unlinked)

    @cached_property
    def critical_ids(self) -> frozenset[str]:
        """Ids of critical tasks; summaries are not among them."""
        rows = self._net.rows
        return frozenset(
            rows.ids[row] for row, critical in enumerate(self.critical_rows) if critical and not rows.kids[row]
        )

    @property
    def shows_stored(self) -> bool:
        """Whether dates are shown as an imported file stored them, and not as calculated."""
        return shows_stored(self._net)

    @cached_property
    def warnings(self) -> tuple[ScheduleWarning, ...]:
        """Everything found in the plan that people should know of, in the order of the outline."""
        stored = (ScheduleWarning("stored_dates"),) if self.shows_stored else ()
        return (*stored, *self._net.warnings, *inspect_dates(self._net, self._times))

    def task(self, row: int) -> Task:
        """The record that stood at ``row`` when the schedule was made."""
        return self._net.tasks[row]
