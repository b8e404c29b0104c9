"""What the calculation needs of each task, read from its record into the lists of the network."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.plan import Task
from desktop.domain.scheduling.calendars import ELAPSED, FAR
from desktop.domain.scheduling.clock import day_end, is_plausible, to_minutes
from desktop.domain.scheduling.crew import places_of
from desktop.domain.scheduling.findings import ScheduleWarning
from desktop.domain.scheduling.remaining import remaining_duration
from desktop.domain.scheduling.splits import gaps_after

if TYPE_CHECKING:
    from desktop.domain.scheduling.network import Network

PLAIN, SUMMARY, FIXED, STARTED, PINNED, LATE, CREW, EFFORT = 0, 1, 2, 3, 4, 5, 6, 7
"""Kinds of row: follows its links; rolled up; dates are facts; in progress; overrides logic or is
delayed behind it; as late as possible; follows its links at the pace of its people; lasts as long
as what it is linked to."""

MAX_DURATION = 1440 * 366 * 200
"""Two centuries, as for durations that are typed in."""


class RowFacts(NamedTuple):
    """What only some rows have. Moments are minutes, None where there is none."""

    start: int | None = None
    """Actual or manual start."""
    finish: int | None = None
    """Actual or manual finish; of a task in progress only where it was set by hand."""
    done: bool = False
    """Finished: it neither waits nor is waited for."""
    pin: str = ""
    """Constraint that overrides logic: ``mso``, ``mfo``, ``snlt``, ``fnlt``; or ``delay``; of a task in progress
    ``fnet``."""
    pin_date: int = 0
    """Start that the pin asks for, or minutes of delay; the date of ``fnet``."""
    resume: int = 0
    """Earliest moment for the remaining work of a task in progress; 0 where it goes on as planned."""
    follows_links: bool = False
    """Whether the remaining work of a task in progress waits for its predecessors."""
    again: int = 0
    """When the remaining work of an interrupted task in progress goes on as planned; 0 where it was not."""


_DURATION = attrgetter("duration")


def peculiar_rows(tasks: Iterable[tuple[int, Task]]) -> set[int]:
    """Rows of those of ``tasks`` of which something beside their links and their duration tells when they are."""
    return {
        row
        for row, task in tasks
        if task.duration <= 0
        or task.constraint != "asap"
        or task.percent_complete
        or task.actual_start is not None
        or task.actual_finish is not None
        or task.duration_unit[:1] == "e"
        or task.deadline is not None
        or task.external_start is not None
        or task.external_finish is not None
        or task.mode == "manual"
        or task.levelling_delay
        or task.level_of_effort
        or task.splits
        or task.duration > MAX_DURATION
    }


class TaskReader:
    """Reads rows of one network; rules of the project are looked up once."""

    def __init__(self, network: Network) -> None:
        self.net = network
        profile = network.profile
        self.all_pinned = profile.constraint_rule == "pinned"
        self.from_finish = network.required_finish is not None
        self.progress = profile.progress_rule
        status = day_end(profile.status_date) if profile.status_date else 0
        self.data_date = status if is_plausible(status) and self.progress != "as_planned" else 0
        """The end of the status date, before which nothing happens that is not done; 0 without a status date or where
        plans stay put.
        """

    def read_all(self) -> None:
        """Fill the lists of a new network: in one go for rows that only follow their links, which most do."""
        net = self.net
        tasks, calendars = net.tasks, net.calendars
        net.duration = list(map(_DURATION, tasks))
        net.span, net.tail = net.duration.copy(), net.duration.copy()
        used = set(calendars)  # bound methods by the ten thousand would only be made to be thrown away
        net.place = list(map({calendar: calendar.place for calendar in used}.__getitem__, calendars))
        net.back = list(map({calendar: calendar.place_back for calendar in used}.__getitem__, calendars))
        net.floor = self._floors()
        special = net.peculiar.copy()
        special.update(net.rows.summaries, net.crews)
        for bounded in (*net.gates, *net.caps):
            special.update(net.rows.kids[bounded])
        net.special = special
        self.read(sorted(special))

    def read_again(self) -> None:
        """Read a network whose start is another: all else of rows that only follow their links stays."""
        self.net.floor = self._floors()
        self.read(sorted(self.net.special))

    def _floors(self) -> list[int]:
        """Where rows begin that only follow their links: with the project, or with what they wait for."""
        early, late, links = max(self.net.start, self.data_date), self.data_date, self.net.links
        plain, others = links.fs_in, links.in_links
        return [late if plain[slot] or others[slot] else early for slot in links.slot]

    def read(self, rows: Iterable[int]) -> None:
        """Fill the lists of the network for ``rows``."""
        net = self.net
        kids, tasks, facts, warnings = net.rows.kids, net.tasks, net.facts, net.task_warnings
        for row in rows:
            if facts:
                facts.pop(row, None)
            if warnings:
                warnings.pop(row, None)
            if kids[row]:
                self._read_summary(row, tasks[row])
            else:
                self._read_leaf(row, tasks[row])

    def _read_summary(self, row: int, task: Task) -> None:
        """A deadline of a summary bounds the summary alone, not what it contains."""
        net = self.net
        net.kind[row] = SUMMARY
        deadline = self._moment(row, task.deadline)
        net.cap[row] = FAR if deadline is None else deadline
        if task.constraint not in ("asap", "alap", "snet", "fnlt"):
            self._warn(row, "summary_constraint")
        if by_hand(task, self.progress):
            start, finish = self._moment(row, task.manual_start), self._moment(row, task.manual_finish)
            if start is not None and finish is not None and start <= finish:
                net.facts[row] = RowFacts(start, finish)

    def _read_leaf(self, row: int, task: Task) -> None:
        net = self.net
        duration = task.duration
        if duration > MAX_DURATION or duration < 0:
            self._warn(row, "duration_implausible", years=duration // (1440 * 365))
            duration = max(0, min(duration, MAX_DURATION))
        calendar = ELAPSED if task.duration_unit[:1] == "e" else net.calendars[row]
        net.clock[row] = calendar
        net.duration[row] = net.span[row] = net.tail[row] = duration
        if duration and task.splits:
            net.span[row] = net.tail[row] = duration + gaps_after(task, calendar, 0)
        net.place[row] = calendar.place if duration else calendar.place_point
        net.back[row] = calendar.place_back
        net.kind[row] = PLAIN
        crew = net.crews.get(row) if net.crews else None
        if crew and duration:
            net.kind[row] = CREW
            net.place[row], net.back[row] = places_of(crew, calendar, task, False)
        alone = not net.links.has_predecessors(row)
        # A predecessor stands in for the project start; it may lie before it.
        net.floor[row] = max(net.start if alone else 0, self.data_date)
        net.cap[row] = FAR
        if net.gates or net.caps:
            above = net.rows.parent[row]
            net.floor[row] = max(net.floor[row], net.gates.get(above, 0))
            net.cap[row] = net.caps.get(above, FAR)
        if net.late_rows:
            net.late_rows.discard(row)
        if task.percent_complete and not 0 <= task.percent_complete <= 100:
            used = max(0, min(100, task.percent_complete))
            self._warn(row, "percent_implausible", percent=task.percent_complete, used=used)
        if task.actual_start is not None or task.actual_finish is not None:
            self._read_progress(row, task)
        elif task.mode == "manual":
            self._read_manual(row, task)
        elif task.level_of_effort:
            net.kind[row] = EFFORT
        elif task.constraint != "asap":
            self._read_constraint(row, task, alone)
        if task.levelling_delay and net.kind[row] in (PLAIN, CREW):
            net.kind[row] = PINNED
            net.facts[row] = RowFacts(pin="delay", pin_date=min(task.levelling_delay, MAX_DURATION))
        if task.external_start is not None:
            net.floor[row] = max(net.floor[row], self._moment(row, task.external_start) or 0)
        for latest in (task.deadline, task.external_finish):
            if latest is not None:
                net.cap[row] = min(net.cap[row], self._moment(row, latest) or FAR)

    def _read_progress(self, row: int, task: Task) -> None:
        net = self.net
        start, finish = self._moment(row, task.actual_start), self._moment(row, task.actual_finish)
        duration = net.span[row]
        if finish is not None:
            if start is None:
                start = net.back[row](finish, duration)[0] if duration else finish
            if start > finish:
                self._warn(row, "actual_reversed")
                start = finish
            net.kind[row] = FIXED
            net.facts[row] = RowFacts(start, finish, done=True)
        elif start is not None:
            remaining = remaining_duration(task, net.duration[row])
            done = max(0, net.duration[row] - remaining)
            again = self._taken_up_again(row, task) if self.progress == "as_planned" else 0
            if duration > net.duration[row]:
                # Taken up again, the gap lies behind; otherwise it is still ahead.
                remaining += gaps_after(task, net.clock[row], done + 1 if again else done)
            net.kind[row] = STARTED
            net.tail[row] = remaining
            resume = 0
            if self.progress != "as_planned":
                resume = max(start, self.data_date or net.place[row](start, max(0, duration - remaining))[1])
            facts = RowFacts(start, resume=resume, follows_links=self.progress == "retained", again=again)
            if task.constraint == "fnet":
                # What remains still has to wait for this date; the other constraints are spent.
                facts = facts._replace(pin="fnet", pin_date=self._moment(row, task.constraint_date) or 0)
            if task.mode == "manual" and self.progress == "as_planned":
                by_then = self._moment(row, task.manual_finish)
                facts = facts._replace(finish=by_then if by_then is not None and by_then >= start else None)
            net.facts[row] = facts
            self._read_rest_of_crew(row, task, resume or again)

    def _read_rest_of_crew(self, row: int, task: Task, resume: int) -> None:
        """People in progress: late dates, and dates after an interruption, go by what is left for each."""
        net, crew = self.net, self.net.crews.get(row)
        if crew and net.duration[row]:
            place, net.back[row] = places_of(crew, net.clock[row], task, True)
            if resume:
                net.place[row] = place

    def _taken_up_again(self, row: int, task: Task) -> int:
        """When an interrupted task in progress goes on, where its record says so; 0 for one that was not."""
        stop, resume = self._moment(row, task.stop), self._moment(row, task.resume)
        if stop is None or resume is None or self.net.clock[row].between(stop, resume) <= 0:
            return 0
        return resume

    def _read_manual(self, row: int, task: Task) -> None:
        """A task planned by hand stays where it was put; without dates it is scheduled like any other."""
        net = self.net
        start, finish = self._moment(row, task.manual_start), self._moment(row, task.manual_finish)
        duration = net.span[row]
        if start is not None and finish is None:
            finish = max(start, net.place[row](start, duration)[1])
        elif finish is not None and start is None:
            start = min(finish, net.back[row](finish, duration)[0])
        if start is not None and finish is not None:
            if start > finish:
                self._warn(row, "manual_reversed")
                finish = start
            net.tail[row] = net.clock[row].between(start, finish)
            net.kind[row] = FIXED
            net.facts[row] = RowFacts(start, finish)

    def _read_constraint(self, row: int, task: Task, alone: bool) -> None:
        """Soft constraints become a floor and a cap; pinned ones override logic.

        A date before which the task may not start (or finish) stands in for the project start where
        the task has no predecessors, even when it is earlier. In a project that is scheduled from its
        finish, a date after which the task may not start (or finish) bounds a task that is as late as
        possible: it is what Project writes there for a date that is typed in.
        """
        net, constraint = self.net, task.constraint
        if constraint == "alap":
            net.kind[row] = LATE
            net.late_rows.add(row)
            return
        date = self._moment(row, task.constraint_date)
        if date is None:
            if task.constraint_date is None:
                self._warn(row, "constraint_without_date")
            return
        duration, place, back = net.span[row], net.place[row], net.back[row]
        early = date if constraint in ("snet", "snlt", "mso") or not duration else back(date, duration)[0]
        late = date if constraint in ("fnet", "fnlt", "mfo") or not duration else place(date, duration)[1]
        if constraint in ("snet", "fnet", "mso", "mfo"):
            if alone and not self.data_date:
                net.floor[row] = max(early, net.gates.get(net.rows.parent[row], 0))
            else:
                net.floor[row] = max(early, net.floor[row])
        if self.from_finish and constraint in ("snlt", "fnlt"):
            net.kind[row] = LATE
            net.late_rows.add(row)
        if constraint in ("snlt", "fnlt", "mso", "mfo"):
            net.cap[row] = min(late, net.cap[row])
            if (self.all_pinned or task.pinned) and net.kind[row] != LATE:
                net.kind[row] = PINNED
                net.facts[row] = RowFacts(pin=constraint, pin_date=early)
                if constraint in ("mso", "mfo"):
                    net.cap[row] = late

    # -- findings -------------------------------------------------------------------------------

    def _moment(self, row: int, moment: dt.datetime | None) -> int | None:
        """Minutes of ``moment``; None, with a warning, for a date that cannot be meant."""
        if moment is None:
            return None
        minute = to_minutes(moment)
        if is_plausible(minute):
            return minute
        self._warn(row, "date_implausible", date=moment)
        return None

    def _warn(self, row: int, code: str, **facts: object) -> None:
        warning = ScheduleWarning(code, {"task": self.net.rows.ids[row]}, facts=facts)
        self.net.task_warnings[row] = [*self.net.task_warnings.get(row, ()), warning]


def by_hand(task: Task, progress: str) -> bool:
    """Whether a summary has dates of its own: Project's manually scheduled summaries do, in plans by its rules."""
    return task.mode == "manual" and progress == "as_planned" and None not in (task.manual_start, task.manual_finish)
