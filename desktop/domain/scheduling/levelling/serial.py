"""Serial schedule generation: activities one by one, each as early as its predecessors and resources allow.

The free units of all resources at one time are one integer with a field per resource and a guard bit above
each field: subtracting a demand leaves every guard bit in place exactly where nothing falls short, so one
subtraction checks all resources. The profile over time is a list of steps, so times may be large (minutes).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import gcd

from desktop.domain.scheduling.levelling.problem import Problem


class Generator:
    """Turns orders of activities into schedules of one problem, forwards and backwards."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.unit = gcd(*problem.durations, *problem.releases) or 1
        """Times are divided by this while calculating."""
        self.durations = [duration // self.unit for duration in problem.durations]
        self.releases = [release // self.unit for release in problem.releases]
        self.horizon = sum(self.durations) + max(self.releases, default=0) + 1
        """No schedule is longer."""
        self._first_first = problem.sequence
        self._last_first = problem.sequence[::-1]
        self._no_releases = [0] * len(self.durations)
        self._pack()

    def _pack(self) -> None:
        self.full = self.guards = 0
        shifts = []
        shift = 0
        for resource in self.problem.resources:
            shifts.append(shift)
            width = resource.capacity.bit_length()
            self.full |= (resource.capacity | 1 << width) << shift
            self.guards |= 1 << width + shift
            shift += width + 1
        self.demands = [
            sum(demand << at for demand, at in zip(activity.demands, shifts, strict=False)) if activity.duration else 0
            for activity in self.problem.activities
        ]

    def forward(self, order: Sequence[int]) -> list[int]:
        """Finish times (in ``unit``) of the schedule that ``order``, a sequence of all activities, leads to."""
        return self._place(order, self.problem.predecessors, self.releases)

    def backward(self, order: Sequence[int]) -> list[int]:
        """The same from the end of the project: ``order`` has successors first, times count from the end."""
        return self._place(order, self.problem.successors, self._no_releases)

    def justified(self, finishes: list[int]) -> list[int]:
        """Finish times after moving all activities as late as possible, then as early as possible.

        Forward-backward improvement (Li and Willis 1992; Valls, Ballestin and Quintanilla 2005): without
        release times never longer than before.
        """
        tails = self.backward(sorted(self._last_first, key=finishes.__getitem__, reverse=True))
        return self.forward(sorted(self._first_first, key=tails.__getitem__, reverse=True))

    def starts(self, finishes: Sequence[int]) -> list[int]:
        """Start times in the caller's unit."""
        return [(finish - duration) * self.unit for finish, duration in zip(finishes, self.durations, strict=True)]

    def _place(self, order: Sequence[int], before: Sequence[Sequence[int]], releases: Sequence[int]) -> list[int]:
        times, free = [0, self.horizon], [self.full]  # free[i] from times[i] to times[i + 1]
        guards, durations, demands = self.guards, self.durations, self.demands
        finishes = [0] * len(durations)
        for index in order:
            at = releases[index]
            for other in before[index]:
                if finishes[other] > at:
                    at = finishes[other]
            duration, demand = durations[index], demands[index]
            end = at + duration
            finishes[index] = end
            if not demand:
                continue
            first = step = bisect_right(times, at) - 1
            while True:
                fits = (free[step] - demand) & guards == guards
                step += 1
                if not fits:
                    first, at = step, times[step]
                    end = at + duration
                elif times[step] >= end:
                    break
            finishes[index] = end
            if times[step] != end:
                times.insert(step, end)
                free.insert(step, free[step - 1])
            if times[first] != at:
                first += 1
                step += 1
                times.insert(first, at)
                free.insert(first, free[first - 1])
            for time in range(first, step):
                free[time] -= demand
        return finishes
