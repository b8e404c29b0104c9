"""How much of one resource is free, over time: a step function from which work is taken."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from desktop.domain.plan import Resource
from desktop.domain.scheduling.clock import DAY, is_plausible

Spans = Sequence[tuple[int, int]]
"""(start, finish) in minutes of stretches of working time, in order."""


class Capacity:
    """Free units of a resource, in per cent; ``free[i]`` holds from ``times[i]`` to ``times[i + 1]``."""

    def __init__(self, resource: Resource) -> None:
        self.times, self.free = [-(1 << 60)], [resource.max_units]
        for period in resource.availability:
            first = self.times[0] if period.start is None else period.start.toordinal() * DAY
            last = 1 << 60 if period.finish is None else (period.finish.toordinal() + 1) * DAY
            if first < last and (period.finish is None or is_plausible(last)):
                for step in range(self._cut(first), self._cut(last)):
                    self.free[step] = period.units
        self.most = max(self.free)
        """Units that are ever there."""

    def copy(self) -> Capacity:
        made = Capacity.__new__(Capacity)
        made.times, made.free, made.most = self.times.copy(), self.free.copy(), self.most
        return made

    def _cut(self, minute: int) -> int:
        """The step that begins at ``minute``, made where there is none."""
        step = bisect_left(self.times, minute)
        if step == len(self.times) or self.times[step] != minute:
            self.times.insert(step, minute)
            self.free.insert(step, self.free[step - 1])
        return step

    def take(self, spans: Spans, units: int) -> None:
        """Book ``units`` for the working time in ``spans``."""
        for start, finish in spans:
            first = self._cut(start)
            for step in range(first, self._cut(finish)):
                self.free[step] -= units

    def conflict(self, spans: Spans, units: int) -> tuple[int, int] | None:
        """(first moment, free units) at which ``units`` are not there within ``spans``."""
        times, free = self.times, self.free
        for start, finish in spans:
            step = bisect_right(times, start) - 1
            while step < len(times) and times[step] < finish:
                if free[step] < units:
                    return max(start, times[step]), free[step]
                step += 1
        return None

    def next_free(self, minute: int, units: int) -> int | None:
        """The first moment after ``minute`` from which ``units`` are there; None if they never are again."""
        for step in range(bisect_right(self.times, minute), len(self.times)):
            if self.free[step] >= units:
                return self.times[step]
        return None
