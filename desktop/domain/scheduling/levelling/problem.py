"""What is to be levelled, on whole numbers: activities, what they wait for, what they need, how much there is.

Times are whole numbers of any unit the caller chooses (working minutes, half days); demands and capacities
are whole numbers of any unit of the resource. Everything is checked once here, so that the search need not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_

sentences(
    levelling_demand=N_(
        "“{task}” needs {demand} of “{resource}” at once, but there are never more than {capacity}. "
        "Nothing was changed; give it more of the resource, or less work at once."
    ),
)


@dataclass(frozen=True, slots=True)
class Resource:
    """A renewable resource: ``capacity`` units are there at every time, used or not."""

    name: str
    capacity: int


@dataclass(frozen=True, slots=True)
class Activity:
    """One uninterrupted piece of work.

    ``predecessors`` are positions in the list of activities: this one starts when they all have finished.
    ``demands`` are units of each resource, in the order of the resources, held from start to finish.
    ``release`` is the time before which it may not start. A lag is an activity without demands.
    """

    name: str
    duration: int
    predecessors: tuple[int, ...] = ()
    demands: tuple[int, ...] = ()
    release: int = 0


class Problem:
    """Activities and resources, checked; and what the search asks of them again and again.

    Raises :class:`Rejected` with ``levelling_demand`` for an activity that can never be done, with ``cycle``
    for activities that wait for each other, and :class:`ValueError` for numbers that mean nothing.
    """

    def __init__(self, activities: Sequence[Activity], resources: Sequence[Resource]) -> None:
        self.activities = tuple(activities)
        self.resources = tuple(resources)
        self.durations = [activity.duration for activity in self.activities]
        self.releases = [activity.release for activity in self.activities]
        self.predecessors = [tuple(dict.fromkeys(activity.predecessors)) for activity in self.activities]
        self._check_numbers()
        self._check_demands()
        self.successors = self._turned_round()
        self.sequence = self._in_sequence()
        self.tails = self._tails()

    def _check_numbers(self) -> None:
        count = len(self.activities)
        for activity in self.activities:
            if activity.duration < 0 or activity.release < 0 or any(demand < 0 for demand in activity.demands):
                raise ValueError(f"{activity.name}: a duration, a release time or a demand below zero")
            if len(activity.demands) > len(self.resources):
                raise ValueError(f"{activity.name}: more demands than resources")
            if any(not 0 <= other < count for other in activity.predecessors):
                raise ValueError(f"{activity.name}: a predecessor that is not in the list")
        if any(resource.capacity < 0 for resource in self.resources):
            raise ValueError("a capacity below zero")

    def _check_demands(self) -> None:
        """A demand above the capacity can never be met; without duration nothing is held."""
        for activity in self.activities:
            for demand, resource in zip(activity.demands, self.resources, strict=False):
                if demand > resource.capacity and activity.duration:
                    raise Rejected(
                        "levelling_demand",
                        task=activity.name, demand=demand, resource=resource.name, capacity=resource.capacity,
                    )  # fmt: skip

    def _turned_round(self) -> list[tuple[int, ...]]:
        successors: list[list[int]] = [[] for _ in self.activities]
        for index, before in enumerate(self.predecessors):
            for other in before:
                successors[other].append(index)
        return [tuple(after) for after in successors]

    def _in_sequence(self) -> list[int]:
        """Every activity after its predecessors, otherwise as given."""
        found = ordered(list(range(len(self.activities))), self.predecessors, self.successors)
        if len(found) < len(self.activities):
            placed = set(found)
            left = {index for index in range(len(self.activities)) if index not in placed}
            raise Rejected("cycle", tasks=", ".join(self.activities[index].name for index in self._circle(left)))
        return found

    def _circle(self, left: set[int]) -> list[int]:
        """One circle among the activities that no order can place; each has a predecessor among them."""
        path: list[int] = []
        at = min(left)
        while at not in path:
            path.append(at)
            at = next(other for other in self.predecessors[at] if other in left)
        return path[path.index(at) :][::-1]

    def _tails(self) -> list[int]:
        """The longest chain of durations from the start of each activity to the end of everything."""
        tails = [0] * len(self.activities)
        for index in reversed(self.sequence):
            tails[index] = self.durations[index] + max((tails[other] for other in self.successors[index]), default=0)
        return tails

    @property
    def lower_bound(self) -> int:
        """No schedule is shorter: the longest chain, and for every resource its work over its capacity."""
        starts = [0] * len(self.activities)
        longest = 0
        for index in self.sequence:
            at = self.releases[index]
            for other in self.predecessors[index]:
                at = max(at, starts[other] + self.durations[other])
            starts[index] = at
            longest = max(longest, at + self.tails[index])
        for position, resource in enumerate(self.resources):
            work = sum(
                activity.duration * activity.demands[position]
                for activity in self.activities
                if position < len(activity.demands)
            )
            if work:
                longest = max(longest, -(-work // resource.capacity))
        return longest


def ordered(
    keys: Sequence[float], predecessors: Sequence[Sequence[int]], successors: Sequence[Sequence[int]]
) -> list[int]:
    """Positions by rising key as far as predecessors allow; those in a circle, or after one, are missing."""
    waiting = [len(before) for before in predecessors]
    ready = [(keys[index], index) for index, count in enumerate(waiting) if not count]
    heapify(ready)
    found = []
    while ready:
        index = heappop(ready)[1]
        found.append(index)
        for other in successors[index]:
            waiting[other] -= 1
            if not waiting[other]:
                heappush(ready, (keys[other], other))
    return found
