"""Levelling of a plan: which tasks would have to wait so that nobody is needed twice at once.

Tasks are placed one after the other, each at the first moment at which its links, its calendar and the
resources already promised allow it (serial schedule generation). Which comes first is Microsoft Project's
order "priority, standard" (support article 197106): what others wait for, the higher priority, the earlier
start, hard constraints, less slack, the lower number. With more time many other orders are tried; none puts
a task before one of higher priority that could be placed as well. Units and people are never changed.

Nothing is stored: the result is a list of :class:`Move`, each a levelling delay that a person may accept.
Work that has begun, manual, pinned and late-as-possible tasks and those of priority 1000 stay where they are.
"""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.domain.plan import Assignment, Resource, Task
from desktop.domain.project import Project
from desktop.domain.scheduling.clock import to_datetime
from desktop.domain.scheduling.engine import project_finish, schedule
from desktop.domain.scheduling.forward import logic_start, place_special
from desktop.domain.scheduling.levelling.capacity import Capacity, Spans
from desktop.domain.scheduling.levelling.problem import ordered
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.reading import CREW, EFFORT, PLAIN, SUMMARY
from desktop.domain.scheduling.result import Schedule
from desktop.domain.scheduling.splits import parts_between
from desktop.domain.scheduling.times import Times

NEVER = 1000
"""The priority of a task that is never levelled."""


@dataclass(frozen=True, slots=True)
class Move:
    """One task that would wait, and for whom."""

    task: str
    start: dt.datetime
    """Where it starts now."""
    to: dt.datetime
    """Where it would start if all moves were accepted."""
    delay: int
    """Levelling delay in elapsed minutes; 0 takes an earlier delay back."""
    resource: str | None = None
    """Who is needed twice where its links alone would put it; None where it follows others or comes back."""
    needed: int = 0
    """Per cent of that resource that the task needs."""
    free: int = 0
    """Per cent that was free at the moment of the conflict."""


@dataclass(frozen=True, slots=True)
class Overload:
    """Where more of a resource is needed than there is."""

    resource: str
    task: str
    at: dt.datetime
    needed: int
    free: int


@dataclass(frozen=True, slots=True)
class Levelling:
    """Proposed moves in the order of the outline, and what they lead to."""

    moves: tuple[Move, ...]
    finish: dt.datetime
    """Of the project if all moves are accepted."""
    finish_before: dt.datetime
    left: tuple[Overload, ...]
    """Overloads that no allowed move resolves."""
    tried: int
    """Orders compared."""
    cancelled: bool = False


def overloads(project: Project, planned: Schedule) -> tuple[Overload, ...]:
    """Tasks that need more of a person or a piece of equipment than is free, the earlier task first served."""
    bench = _Bench(project, planned.network)
    times, rows = planned.times, [row for row in range(planned.network.rows.count) if bench.needs[row]]
    stock = bench.stock()
    found = []
    for row in sorted(rows, key=lambda row: (times.start[row], row)):
        found += bench.book(stock, row, times.start[row], times.finish[row])
    return tuple(found)


def moved(project: Project, moves: Iterable[Move]) -> Project:
    """A copy of ``project`` with ``moves`` accepted, for a preview."""
    copy = project.snapshot()
    for move in moves:
        copy.put("task", move.task, copy.get(Task, move.task).replace(levelling_delay=move.delay))
    return copy


def level_plan(
    project: Project,
    *,
    within_float: bool = True,
    seconds: float = 2.0,
    seed: int = 0,
    limit: int | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Levelling:
    """Moves that resolve the overloads of ``project``.

    ``within_float`` delays no task beyond its late finish, so that the project ends no later; otherwise the
    shortest plan found within ``seconds`` of search, or ``limit`` orders, is proposed. Delays that earlier
    levelling gave to tasks that may move are given anew. Equal seeds and limits give equal answers.
    """
    before = schedule(project)
    movable = _movable(before)
    bare = moved(project, (Move(i, dt.datetime.min, dt.datetime.min, 0) for i in movable))
    start = schedule(bare)
    search = _Search(bare, start, {start.row[i] for i in movable}, within_float)
    end, stop = time.monotonic() + seconds, cancelled or (lambda: False)
    best = search.best = search.generate(search.standard())
    tried, halted = 1, False
    for order in search.orders(random.Random(seed)):
        halted = stop()
        if best.cost == search.ideal or halted or time.monotonic() >= end or (limit is not None and tried >= limit):
            break
        tried += 1
        best = search.best = min(best, search.generate(order), key=lambda one: one.cost)
    moves = search.moves(best, project, before)
    after = moved(project, moves)
    result = schedule(after)
    while within_float and moves and result.finish > before.finish:
        moves = moves[:-1]
        after = moved(project, moves)
        result = schedule(after)
    left = overloads(after, result)
    return Levelling(tuple(moves), result.finish, before.finish, left, tried, halted)


def _movable(planned: Schedule) -> list[str]:
    """Ids of the tasks that levelling may delay."""
    net, found = planned.network, []
    for row, task in enumerate(net.tasks):
        delayed = row in net.facts and net.facts[row].pin == "delay"
        free = (net.kind[row] in (PLAIN, CREW) or delayed) and row not in net.rows.inactive
        if free and net.duration[row] and task.priority < NEVER and not task.percent_complete:
            found.append(task.id)
    return found


class _Bench:
    """Who is needed by which row, and how much of them there is."""

    def __init__(self, project: Project, net: Network) -> None:
        self.net = net
        self.resources = project.table(Resource)
        self.needs: list[dict[str, int]] = [{} for _ in range(net.rows.count)]
        self._stock = {
            identity: Capacity(one) for identity, one in self.resources.items() if one.kind in ("person", "equipment")
        }
        for assignment in project.table(Assignment).values():
            row, capacity = net.rows.row.get(assignment.task, -1), self._stock.get(assignment.resource)
            if row < 0 or capacity is None or assignment.units <= 0 or net.kind[row] in (SUMMARY, EFFORT):
                continue
            facts = net.facts.get(row)
            if row in net.rows.inactive or not net.span[row] or (facts is not None and facts.done):
                continue
            needs = self.needs[row]
            needs[assignment.resource] = needs.get(assignment.resource, 0) + assignment.units

    def stock(self) -> dict[str, Capacity]:
        return {identity: capacity.copy() for identity, capacity in self._stock.items()}

    def most(self, resource: str) -> int:
        return self._stock[resource].most

    def spans(self, row: int, start: int, finish: int) -> Spans:
        """The working time of ``row`` between two moments, without the gaps of a split task."""
        net, clock = self.net, self.net.clock[row]
        parts: Sequence[tuple[int, int]] = ((start, finish),)
        if net.span[row] > net.duration[row] and net.kind[row] == PLAIN:
            parts = parts_between(net.tasks[row], clock, start, finish)
        found = []
        for first, last in parts:
            at = first
            for begin, end in clock.non_working_spans(first, last):
                if begin > at:
                    found.append((at, begin))
                at = end
            if last > at:
                found.append((at, last))
        return found

    def book(self, stock: dict[str, Capacity], row: int, start: int, finish: int) -> list[Overload]:
        """Take what ``row`` needs; returns where there is not enough."""
        spans, found = self.spans(row, start, finish), []
        for resource, units in self.needs[row].items():
            clash = stock[resource].conflict(spans, units)
            if clash is not None:
                found.append(Overload(resource, self.net.rows.ids[row], to_datetime(clash[0]), units, max(0, clash[1])))
            stock[resource].take(spans, units)
        return found


@dataclass(frozen=True, slots=True)
class _Plan:
    """One way to place the tasks."""

    cost: tuple[int, int, int]
    """Overloads left, project finish, sum of the delays."""
    order: list[int]
    delays: dict[int, int]
    reasons: dict[int, tuple[str, int, int]]


class _Search:
    """Serial generation on the network of a plan without delays."""

    def __init__(self, project: Project, planned: Schedule, movable: set[int], within_float: bool) -> None:
        self.net, self.base, self.movable = planned.network, planned.times, movable
        self.bench = _Bench(project, self.net)
        self.within_float = within_float
        self.best: _Plan
        self.ideal = (0, self.base.project_finish, 0)
        """The cost of a plan in which nothing has to move."""
        count = self.net.rows.count
        self.leaders = [tuple(dict.fromkeys(self.net.leaders(row))) for row in range(count)]
        self.followers: list[list[int]] = [[] for _ in range(count)]
        for row, before in enumerate(self.leaders):
            for one in before:
                self.followers[one].append(row)
        self.fixed = self.bench.stock()
        for row in range(count):
            if row not in movable and self.bench.needs[row]:
                self.bench.book(self.fixed, row, self.base.start[row], self.base.finish[row])

    def _ranked(self, keys: Sequence[tuple[float, ...]]) -> list[int]:
        """Rows by key, what others wait for first."""
        tasks = self.net.tasks
        order = sorted(range(len(keys)), key=lambda row: (-tasks[row].priority, *keys[row], row))
        rank: list[float] = [0.0] * len(keys)
        for position, row in enumerate(order):
            rank[row] = position
        return ordered(rank, self.leaders, self.followers)

    def standard(self) -> list[int]:
        base, tasks = self.base, self.net.tasks
        return self._ranked(
            [
                (base.start[row], tasks[row].constraint == "asap", base.total_float[row])
                for row in range(self.net.rows.count)
            ]
        )

    def orders(self, chance: random.Random) -> Iterable[list[int]]:
        """Other orders to try: late finish, late start, then one or the other or the best so far, with noise."""
        base = self.base
        rules: list[Sequence[int]] = [base.late_finish, base.late_start]
        for rule in rules:
            yield self._ranked([(value,) for value in rule])
        width = max(base.project_finish - self.net.start, 1) * 0.25
        while True:
            for rule in rules:
                yield self._ranked([(value + chance.random() * width,) for value in rule])
            places = {row: place for place, row in enumerate(self.best.order)}
            reach = max(2.0, len(places) * 0.1)
            yield self._ranked([(places[row] + chance.random() * reach,) for row in range(len(places))])

    def generate(self, order: list[int]) -> _Plan:
        """Place every row in ``order``; those that may not move stand where they stand."""
        net, needs = self.net, self.bench.needs
        times = Times(net.rows.count)
        stock = {identity: capacity.copy() for identity, capacity in self.fixed.items()}
        delays: dict[int, int] = {}
        reasons: dict[int, tuple[str, int, int]] = {}
        left = 0
        for row in order:
            kind = net.kind[row]
            if kind == SUMMARY:
                kids = net.rows.counted[row]
                times.start[row] = min(times.start[kid] for kid in kids)
                times.finish[row] = max(times.finish[kid] for kid in kids)
                continue
            if kind in (PLAIN, CREW):
                s, f, w = logic_start(net, times, row)
                if row in self.movable and needs[row]:
                    first = s
                    s, f, w, fits = self._fit(stock, row, (s, f, w), reasons)
                    left += not fits
                    if s > first:
                        delays[row] = s - first
                    self.bench.book(stock, row, s, f)
                done = w + net.span[row] if kind == PLAIN else net.clock[row].work_at(f)
            else:
                s, f, w, done = place_special(net, times, row)
            times.start[row], times.finish[row], times.start_work[row], times.finish_work[row] = s, f, w, done
        return _Plan((left, project_finish(net, times), sum(delays.values())), order, delays, reasons)

    def _fit(
        self, stock: dict[str, Capacity], row: int, at: tuple[int, int, int], reasons: dict[int, tuple[str, int, int]]
    ) -> tuple[int, int, int, bool]:
        """The first place from ``at`` on where everybody is free; ``at`` itself, and False, where there is none."""
        needs = self.bench.needs[row]
        s, f, w = at
        while True:
            spans = self.bench.spans(row, s, f)
            wait = None
            for resource, wanted in needs.items():
                units = min(wanted, self.bench.most(resource))  # more than there ever is can wait for no better day
                clash = stock[resource].conflict(spans, units)
                if clash is not None:
                    reasons.setdefault(row, (resource, wanted, max(0, clash[1])))
                    wait = stock[resource].next_free(clash[0], units)
                    break
            else:
                return s, f, w, True
            if wait is None:
                return *at, False
            # The engine puts a delayed task at its own start plus the delay, so the search does the same.
            s, f, w = self.net.place[row](max(wait, s + 1), self.net.span[row])
            if self.within_float and f > self.base.late_finish[row]:
                return *at, False

    def moves(self, plan: _Plan, project: Project, before: Schedule) -> list[Move]:
        """Delays that differ from those the project has; where tasks come to stand is read from a schedule."""
        ids, found = self.net.rows.ids, []
        for row in sorted(self.movable):
            delay = plan.delays.get(row, 0)
            if delay != project.get(Task, ids[row]).levelling_delay:
                resource, needed, free = plan.reasons.get(row, (None, 0, 0)) if delay else (None, 0, 0)
                start = to_datetime(before.starts[row])
                found.append(Move(ids[row], start, start, delay, resource, needed, free))
        after = schedule(moved(project, found))
        return [
            Move(one.task, one.start, after.of(one.task).start, one.delay, one.resource, one.needed, one.free)
            for one in found
        ]
