"""What the calculation needs of each task, read from its record into the lists of the network."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.plan import Task
from desktop.domain.scheduling.calendars import ELAPSED, FAR
from desktop.domain.scheduling.clock import day_start, is_plausible, to_datetime, to_minutes
from desktop.domain.scheduling.findings import ScheduleWarning

if TYPE_CHECKING:
    from desktop.domain.scheduling.network import Network

PLAIN, SUMMARY, FIXED, STARTED, PINNED = 0, 1, 2, 3, 4
"""Kinds of row: scheduled forward from its links; rolled up; dates are facts; in progress; pinned."""

MAX_DURATION = 1440 * 366 * 200
"""Two centuries, as for durations that are typed in."""


class RowFacts(NamedTuple):
    """What only some rows have. Moments are minutes, None where there is none."""

    start: int | None = None
    """Actual or manual start."""
    finish: int | None = None
    """Actual or manual finish."""
    done: bool = False
    """Finished: it neither waits nor is waited for."""
    pin: str = ""
    """Constraint that overrides logic: ``mso``, ``mfo``, ``snlt`` or ``fnlt``."""
    pin_date: int = 0
    resume: int = 0
    """Earliest moment for the remaining work of a task in progress."""
    follows_links: bool = False
    """Whether the remaining work of a task in progress waits for its predecessors."""


class TaskReader:
    """Reads rows of one network; rules of the project are looked up once."""

    def __init__(self, network: Network) -> None:
        self.net = network
        profile = network.profile
        self.all_pinned = profile.constraint_rule == "pinned"
        self.progress = profile.progress_rule
        status = day_start(profile.status_date) if profile.status_date else None
        self.data_date = status if status is not None and self.progress != "as_planned" else None
        self.gates: dict[int, int] = {}
        self.caps: dict[int, int] = {}

    def read(self, rows: Iterable[int]) -> None:
        """Fill the lists of the network for ``rows``; a summary's constraint also binds what it contains."""
        net = self.net
        self._read_gates()
        for row in rows:
            net.facts.pop(row, None)
            net.row_warnings.pop(row, None)
            if net.kids[row]:
                self._read_summary(row, net.tasks[row])
            else:
                self._read_leaf(row, net.tasks[row])

    # -- summaries ------------------------------------------------------------------------------

    def _read_gates(self) -> None:
        """Earliest starts and latest finishes that summary tasks set for what they contain."""
        net = self.net
        for row in net.summaries:
            above = net.parent[row]
            task = net.tasks[row]
            gate, cap = self.gates.get(above, 0), self.caps.get(above, FAR)
            if task.constraint in ("snet", "fnlt") and task.constraint_date is not None:
                date = to_minutes(task.constraint_date)
                if is_plausible(date) and task.constraint == "snet":
                    gate = max(gate, date)
                elif is_plausible(date):
                    cap = min(cap, date)
            if gate:
                self.gates[row] = gate
            if cap < FAR:
                self.caps[row] = cap

    def _read_summary(self, row: int, task: Task) -> None:
        net = self.net
        net.kind[row] = SUMMARY
        deadline = self._moment(row, task, task.deadline)
        net.cap[row] = FAR if deadline is None else deadline
        if task.constraint not in ("asap", "alap", "snet", "fnlt"):
            self._warn(row, "summary_constraint", task=task.name, constraint=task.constraint)

    # -- tasks ----------------------------------------------------------------------------------

    def _read_leaf(self, row: int, task: Task) -> None:
        net = self.net
        duration = task.duration
        if duration > MAX_DURATION or duration < 0:
            duration = max(0, min(duration, MAX_DURATION))
            self._warn(row, "duration_implausible", task=task.name, limit=MAX_DURATION)
        calendar = ELAPSED if task.duration_unit[:1] == "e" else net.calendars[row]
        net.clock[row] = calendar
        net.duration[row] = net.tail[row] = duration
        net.place[row] = calendar.place if duration else calendar.place_point
        net.back[row] = calendar.place_back
        net.kind[row] = PLAIN
        linked = net.fs_in[row] or net.in_links[row]
        floor = 0 if linked else net.start
        if self.data_date is not None and floor < self.data_date:
            floor = self.data_date
        above = net.parent[row]
        gate = self.gates.get(above, 0) if above >= 0 else 0
        net.floor[row] = floor if floor > gate else gate
        net.cap[row] = self.caps.get(above, FAR) if above >= 0 else FAR
        if task.percent_complete and not 0 <= task.percent_complete <= 100:
            used = max(0, min(100, task.percent_complete))
            self._warn(row, "percent_implausible", task=task.name, percent=task.percent_complete, used=used)
        if task.actual_start is not None or task.actual_finish is not None:
            self._read_progress(row, task)
        elif task.mode == "manual":
            self._read_manual(row, task)
        elif task.constraint != "asap":
            self._read_constraint(row, task, not linked)
        if task.levelling_delay and net.kind[row] == PLAIN:
            self._read_delay(row, task)
        if task.deadline is not None:
            deadline = self._moment(row, task, task.deadline)
            if deadline is not None and deadline < net.cap[row]:
                net.cap[row] = deadline

    def _read_progress(self, row: int, task: Task) -> None:
        net = self.net
        start, finish = self._moment(row, task, task.actual_start), self._moment(row, task, task.actual_finish)
        place, duration = net.place[row], net.duration[row]
        if finish is not None:
            if start is None:
                start = net.back[row](finish, duration)[0] if duration else finish
            if start > finish:
                self._warn(row, "actual_reversed", task=task.name)
                start = finish
            net.kind[row] = FIXED
            net.facts[row] = RowFacts(start, finish, done=True)
        elif start is not None:
            percent = max(0, min(100, task.percent_complete))
            remaining = task.remaining_duration
            if remaining is None:
                remaining = duration - (duration * percent + 50) // 100
            net.kind[row] = STARTED
            net.tail[row] = remaining
            resume = 0
            if self.progress != "as_planned":
                resume = self.data_date or place(start, max(0, duration - remaining))[1]
            net.facts[row] = RowFacts(start, resume=resume, follows_links=self.progress == "retained")

    def _read_manual(self, row: int, task: Task) -> None:
        net = self.net
        start, finish = self._moment(row, task, task.manual_start), self._moment(row, task, task.manual_finish)
        duration = net.duration[row]
        if start is None and finish is None:
            return
        if finish is None and start is not None:
            finish = max(start, net.place[row](start, duration)[1])
        elif start is None and finish is not None:
            start = min(finish, net.back[row](finish, duration)[0])
        if start is not None and finish is not None:
            if start > finish:
                self._warn(row, "manual_reversed", task=task.name)
                finish = start
            net.tail[row] = net.clock[row].between(start, finish)
            net.kind[row] = FIXED
            net.facts[row] = RowFacts(start, finish)

    def _read_constraint(self, row: int, task: Task, alone: bool) -> None:
        """Soft constraints become a floor and a cap; pinned ones override logic.

        A date that the task may not start before stands in for the project start where the task
        has no predecessors, even when it is earlier.
        """
        net, constraint = self.net, task.constraint
        if constraint == "alap":
            return
        date = self._moment(row, task, task.constraint_date)
        if date is None:
            if task.constraint_date is None:
                self._warn(row, "constraint_without_date", task=task.name)
            return
        duration, place, back = net.duration[row], net.place[row], net.back[row]
        early = date if constraint in ("snet", "snlt", "mso") or not duration else back(date, duration)[0]
        late = date if constraint in ("fnet", "fnlt", "mfo") or not duration else place(date, duration)[1]
        if constraint in ("snet", "fnet", "mso", "mfo"):
            if alone and self.data_date is None:
                net.floor[row] = max(early, self.gates.get(net.parent[row], 0))
            else:
                net.floor[row] = max(early, net.floor[row])
        if constraint in ("snlt", "fnlt", "mso", "mfo"):
            net.cap[row] = min(late, net.cap[row])
            if self.all_pinned or task.pinned:
                net.kind[row] = PINNED
                net.facts[row] = RowFacts(pin=constraint, pin_date=early)
                if constraint in ("mso", "mfo"):
                    net.cap[row] = late

    def _read_delay(self, row: int, task: Task) -> None:
        self.net.kind[row] = PINNED
        self.net.facts[row] = RowFacts(pin="delay", pin_date=min(task.levelling_delay, MAX_DURATION))

    # -- findings -------------------------------------------------------------------------------

    def _moment(self, row: int, task: Task, moment: dt.datetime | None) -> int | None:
        if moment is None:
            return None
        minute = to_minutes(moment)
        if is_plausible(minute):
            return minute
        self._warn(row, "date_implausible", task=task.name, date=to_datetime(minute))
        return None

    def _warn(self, row: int, code: str, **facts: object) -> None:
        warning = ScheduleWarning(code, (self.net.ids[row],), facts=facts)
        self.net.row_warnings.setdefault(row, []).append(warning)
