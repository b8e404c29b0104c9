"""Serial schedule generation on the network of a plan: one task after the other, each where there is room."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, overload

from desktop.domain.costing.capacity import Capacity
from desktop.domain.levelling.bench import Bench
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule
from desktop.domain.scheduling.engine import project_finish
from desktop.domain.scheduling.forward import linked_placing, place_special
from desktop.domain.scheduling.reading import CREW, PLAIN, SUMMARY
from desktop.domain.scheduling.times import Times

PAUSE = 64
"""Tasks that are placed between two looks at the clock."""
MOST_WAITS = 20_000
"""Places that are looked at for one task: people whose hours never meet those of the task would wait for ever."""


class Clash(NamedTuple):
    """Why a task cannot stand where its links put it."""

    resource: str
    minute: int
    needed: int
    free: int


@dataclass(frozen=True, slots=True)
class Placed:
    """One way to place the tasks."""

    cost: tuple[int, int, int, int]
    """Tasks that found no place, project finish, minutes behind deadlines, sum of the delays."""
    order: Sequence[int]
    times: Times
    delays: dict[int, int]
    """Elapsed minutes by row."""
    clashes: dict[int, Clash]
    """The first one of each row that waits."""


class Placing:
    """Places the rows of a plan in which nothing is delayed; those that may not move stand where they stand."""

    def __init__(self, project: Project, planned: Schedule, movable: set[int], within_float: bool) -> None:
        self.net, self.base, self.movable = planned.network, planned.times, movable
        self.within_float = within_float
        self.bench = Bench(project, planned)
        late = sum(max(0, finish - cap) for finish, cap in zip(self.base.finish, self.net.cap, strict=True))
        self.ideal = (0, self.base.project_finish, late, 0)
        """The cost of a plan in which nothing has to move."""
        self._fixed = self.bench.stock()
        for row in range(self.net.rows.count):
            if row not in movable and self.bench.needs[row]:
                self.bench.book(self._fixed, row, self.base.start[row], self.base.finish[row])

    @overload
    def place(self, order: Sequence[int]) -> Placed: ...

    @overload
    def place(self, order: Sequence[int], enough: Callable[[], bool]) -> Placed | None: ...

    def place(self, order: Sequence[int], enough: Callable[[], bool] | None = None) -> Placed | None:
        """Place every row in ``order``, which has what others wait for before them; None once it is ``enough``."""
        net, needs = self.net, self.bench.needs
        times = Times(net.rows.count)
        place_linked, finishes = linked_placing(net, times), times.finish
        stock = {identity: capacity.copy() for identity, capacity in self._fixed.items()}
        delays: dict[int, int] = {}
        clashes: dict[int, Clash] = {}
        left = 0
        for count, row in enumerate(order):
            if enough is not None and not count % PAUSE and enough():
                return None
            kind = net.kind[row]
            if kind == SUMMARY:
                kids = net.rows.counted[row]
                times.start[row] = min(times.start[kid] for kid in kids)
                times.finish[row] = max(times.finish[kid] for kid in kids)
                continue
            if kind in (PLAIN, CREW):
                before = net.links.plain_predecessors(row)
                s, f, w = place_linked(row, max((net.floor[row], *(finishes[p] for p in before))))
                if row in self.movable and needs[row]:
                    first = s
                    s, f, w, fits = self._fit(stock, row, (s, f, w), clashes)
                    left += not fits
                    if s > first:
                        delays[row] = s - first
                    self.bench.book(stock, row, s, f)
                done = w + net.span[row] if kind == PLAIN else net.clock[row].work_at(f)
            else:
                s, f, w, done = place_special(net, times, row)
            times.start[row], times.finish[row], times.start_work[row], times.finish_work[row] = s, f, w, done
        late = sum(max(0, finish - cap) for finish, cap in zip(times.finish, net.cap, strict=True))
        cost = (left, project_finish(net, times), late, sum(delays.values()))
        return Placed(cost, order, times, delays, clashes)

    def _fit(
        self, stock: dict[str, Capacity], row: int, at: tuple[int, int, int], clashes: dict[int, Clash]
    ) -> tuple[int, int, int, bool]:
        """The first place from ``at`` on where everybody is free; ``at`` itself, and False, where there is none."""
        s, f, w = at
        for _ in range(MOST_WAITS):
            wait = self._wait(stock, row, s, f, clashes)
            if wait is None:
                return s, f, w, True
            if wait < 0:
                break
            # The engine puts a delayed task at its own start plus the delay, so the search does the same.
            s, f, w = self.net.place[row](wait, self.net.span[row])
            if self.within_float and f > self.base.late_finish[row]:
                break
        return *at, False

    def _wait(self, stock: dict[str, Capacity], row: int, s: int, f: int, clashes: dict[int, Clash]) -> int | None:
        """The next start worth a try where somebody is not free from ``s`` to ``f``; -1 where none ever is."""
        own: dict[str, Capacity] = {}
        for demand, bands in self.bench.bands(row, s, f):
            if bands is None:
                clashes.setdefault(row, Clash(demand.resource, s, demand.usual, 0))
                return max(demand.calendar.next_start(f), s + 1)
            capacity = own.get(demand.resource) or stock[demand.resource]
            clash = capacity.conflict(bands, self.bench.limit(demand))
            if clash is None:
                if demand.shared:
                    own[demand.resource] = capacity.copy()
                    own[demand.resource].take(bands)
                continue
            minute, units, free = clash
            clashes.setdefault(row, Clash(demand.resource, minute, units, max(0, free)))
            free_again = capacity.next_free(minute, units)
            if free_again is None:
                return -1
            # Needed evenly, it would only meet the same conflict before; otherwise a little later may do.
            return max(free_again if demand.even else s + free_again - minute, s + 1)
        return None

    def holders(self, placed: Placed, row: int, places: Mapping[int, int]) -> list[int]:
        """Rows that hold the resource at the moment for which ``row`` waits, in the order of the outline.

        ``places`` are the positions in the order: what was placed later took nothing away.
        """
        clash, found = placed.clashes[row], []
        for other in self.bench.users[clash.resource]:
            times = placed.times
            if other not in self.movable:
                times = self.base
            elif places[other] >= places[row]:
                continue
            if not times.start[other] <= clash.minute < times.finish[other]:
                continue
            for demand, bands in self.bench.bands(other, times.start[other], times.finish[other]):
                if demand.resource == clash.resource and any(
                    band.start <= clash.minute < band.finish for band in bands or ()
                ):
                    found.append(other)
        return sorted(set(found))
