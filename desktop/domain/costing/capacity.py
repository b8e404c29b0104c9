"""How much of one resource is free, over time: a step function from which work is taken."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desktop.domain.plan import Resource
from desktop.domain.scheduling.clock import DAY, is_plausible

LONG_AGO, NEVER = -(1 << 60), 1 << 60


class Band(NamedTuple):
    """A stretch of working time, in minutes (see ``scheduling.clock``), in which a resource is needed."""

    start: int
    finish: int
    units: int
    """Per cent of one."""


class Capacity:
    """Free units of a resource, in per cent; ``free[i]`` holds from ``times[i]`` to ``times[i + 1]``."""

    def __init__(self, resource: Resource) -> None:
        """All that is there: the maximum, and in the periods of its availability other units, the later listed
        before the earlier."""
        self.times, self.free = [LONG_AGO], [resource.max_units]
        for period in resource.availability:
            first = LONG_AGO if period.start is None else period.start.toordinal() * DAY
            last = NEVER if period.finish is None else (period.finish.toordinal() + 1) * DAY
            if first < last and (period.finish is None or is_plausible(last)):
                for step in range(self._cut(first), self._cut(last)):
                    self.free[step] = period.units
        self.most = max(self.free)
        """Units that are ever there."""

    def copy(self) -> Capacity:
        made = Capacity.__new__(Capacity)
        made.times, made.free, made.most = self.times.copy(), self.free.copy(), self.most
        return made

    def at(self, minute: int) -> int:
        """Free units at a moment."""
        return self.free[bisect_right(self.times, minute) - 1]

    def changes(self, first: int, last: int) -> Sequence[int]:
        """Moments between ``first`` and ``last`` from which other units are free."""
        return self.times[bisect_right(self.times, first) : bisect_left(self.times, last)]

    def _cut(self, minute: int) -> int:
        """The step that begins at ``minute``, made where there is none."""
        step = bisect_left(self.times, minute)
        if step == len(self.times) or self.times[step] != minute:
            self.times.insert(step, minute)
            self.free.insert(step, self.free[step - 1])
        return step

    def take(self, bands: Iterable[Band]) -> None:
        """Book what ``bands`` need."""
        for start, finish, units in bands:
            first = self._cut(start)
            for step in range(first, self._cut(finish)):
                self.free[step] -= units

    def conflict(self, bands: Iterable[Band], limit: int = NEVER) -> tuple[int, int, int] | None:
        """(first moment, units needed, free units) at which ``bands`` need more than is free.

        No band is asked to find more than ``limit``.
        """
        times, free = self.times, self.free
        for start, finish, wanted in bands:
            units = min(wanted, limit)
            step = bisect_right(times, start) - 1
            while step < len(times) and times[step] < finish:
                if free[step] < units:
                    return max(start, times[step]), units, free[step]
                step += 1
        return None

    def next_free(self, minute: int, units: int) -> int | None:
        """The first moment after ``minute`` from which ``units`` are there; None if they never are again."""
        for step in range(bisect_right(self.times, minute), len(self.times)):
            if self.free[step] >= units:
                return self.times[step]
        return None
