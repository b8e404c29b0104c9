"""In which orders tasks are placed: who is served first gets the resource.

The first order is Microsoft Project's "priority, standard" (support article 197106): what others wait for, the
higher priority, the earlier start, hard constraints, less slack, the lower number. The others keep priorities.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from desktop.domain.scheduling import Schedule
from desktop.domain.scheduling.levelling.problem import ordered

NOISE = 0.25
"""Part of the length of the plan by which late dates are shaken."""
REACH = 0.1
"""Part of the places by which the best order so far is shaken."""


class Orders:
    """Orders of the rows of a plan in which nothing is delayed."""

    def __init__(self, planned: Schedule) -> None:
        self._net, self._base = planned.network, planned.times
        self._count = self._net.rows.count
        self.best: Sequence[int] = range(self._count)
        """The best order so far, told by whoever tries them."""
        self._leaders = [tuple(dict.fromkeys(self._net.leaders(row))) for row in range(self._count)]
        self._followers: list[list[int]] = [[] for _ in range(self._count)]
        for row, before in enumerate(self._leaders):
            for one in before:
                self._followers[one].append(row)

    def standard(self) -> list[int]:
        """Microsoft Project's."""
        base, tasks = self._base, self._net.tasks
        return self._ranked(
            [(base.start[row], tasks[row].constraint == "asap", base.total_float[row]) for row in range(self._count)]
        )

    def by_starts(self, starts: Sequence[int]) -> list[int]:
        """What starts earlier first; of two that start together, what must end earlier."""
        late = self._base.late_finish
        return self._ranked([(starts[row], late[row]) for row in range(self._count)])

    def others(self, chance: random.Random) -> Iterator[list[int]]:
        """Late finish, late start, then without end one or the other or the best order so far, with noise."""
        base = self._base
        rules: list[Sequence[int]] = [base.late_finish, base.late_start]
        for rule in rules:
            yield self._ranked([(value,) for value in rule])
        width = max(base.project_finish - self._net.start, 1) * NOISE
        while True:
            for rule in rules:
                yield self._ranked([(value + chance.random() * width,) for value in rule])
            places = {row: place for place, row in enumerate(self.best)}
            reach = max(2.0, len(places) * REACH)
            yield self._ranked([(places.get(row, 0) + chance.random() * reach,) for row in range(self._count)])

    def _ranked(self, keys: Sequence[tuple[float, ...]]) -> list[int]:
        """Rows by priority and key, what others wait for first."""
        tasks = self._net.tasks
        order = sorted(range(len(keys)), key=lambda row: (-tasks[row].priority, *keys[row], row))
        rank: list[float] = [0.0] * len(keys)
        for position, row in enumerate(order):
            rank[row] = position
        return ordered(rank, self._leaders, self._followers)
