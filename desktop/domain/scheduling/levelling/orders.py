"""Orders of activities, a whole batch at a time: from times and priorities, and from other orders.

Every order made here has predecessors first, so that serial generation can follow it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.domain.scheduling.levelling.batch import Table
from desktop.domain.scheduling.levelling.problem import Problem

FINE = 16
"""Steps between two neighbouring places when activities are moved within an order."""


class Orders:
    """Orders of the activities of one problem; ``random`` decides wherever chance does."""

    def __init__(self, problem: Problem, random: np.random.Generator) -> None:
        self._random = random
        self._count = len(problem.activities)
        self._rank = np.empty(self._count, np.intp)
        self._rank[problem.sequence] = np.arange(self._count)
        self._levels = _levels(problem)

    def rising(self, times: Table) -> Table:
        """By time, where no activity has a lower one than its predecessors: forwards where times are equal."""
        return np.argsort(times * self._count + self._rank, axis=1)

    def falling(self, times: Table) -> Table:
        """The reverse, for schedules from the end: backwards where times are equal."""
        return np.argsort(-(times * self._count + self._rank), axis=1)

    def by_keys(self, keys: Table) -> Table:
        """By key, but an activity that should come before a predecessor comes soon after it."""
        raised = np.empty((len(keys), self._count + 1), np.intp)
        raised[:, :-1], raised[:, -1] = keys, keys.min(initial=0)
        for level, before in self._levels:
            raised[:, level] = np.maximum(raised[:, level], raised[:, before].max(axis=1))
        return self.rising(raised[:, :-1])

    def noisy(self, keys: Table, width: float) -> Table:
        """By key with noise of up to ``width`` added."""
        return self.by_keys(((keys + self._random.random(keys.shape) * width) * FINE).astype(np.intp))

    def crossed(self, mothers: Table, fathers: Table) -> Table:
        """The mother's first part, a middle part as the father orders it, and the rest as the mother does.

        The two-point crossover of Hartmann (Naval Research Logistics 45, 1998).
        """
        rows, count = mothers.shape
        one, two = np.split(np.sort(self._random.integers(0, count + 1, (rows, 2)), axis=1), 2, axis=1)
        places = _places(mothers)
        later = np.take_along_axis(places >= one, fathers, axis=1)
        turn = np.cumsum(later, axis=1)  # among those the first part leaves, in the father's order
        middle = np.zeros_like(mothers)
        np.put_along_axis(middle, fathers, np.where(later & (turn <= two - one), turn, 0), axis=1)
        after = np.where(places < one, places, places + 2 * count)
        return np.argsort(np.where(middle > 0, middle + count, after), axis=1)

    def shuffled(self, orders: Table, share: float) -> Table:
        """The same but for a window, a ``share`` of the order, in which half of the activities change places."""
        rows, count = orders.shape
        width = min(count, max(2, int(count * share)))
        begin = self._random.integers(0, count - width + 1, (rows, 1))
        places = _places(orders)
        moves = (places >= begin) & (places < begin + width) & (self._random.random((rows, count)) < 0.5)
        anew = begin * FINE + self._random.integers(0, width * FINE, (rows, count))
        return self.by_keys(np.where(moves, anew, places * FINE))


def _places(orders: Table) -> Table:
    """At which place of each order every activity stands."""
    places = np.empty_like(orders)
    np.put_along_axis(places, orders, np.arange(orders.shape[1])[None, :], axis=1)
    return places


def _levels(problem: Problem) -> list[tuple[NDArray[np.intp], Any]]:
    """Activities with the same longest chain of predecessors, and those predecessors, one column each."""
    depth = [0] * len(problem.activities)
    for index in problem.sequence:
        depth[index] = 1 + max((depth[other] for other in problem.predecessors[index]), default=-1)
    found = []
    for level in range(1, 1 + max(depth, default=0)):
        members = [index for index, one in enumerate(depth) if one == level]
        width = max(len(problem.predecessors[index]) for index in members)
        before = np.full((width, len(members)), len(depth), np.intp)
        for column, index in enumerate(members):
            before[: len(problem.predecessors[index]), column] = problem.predecessors[index]
        found.append((np.array(members, np.intp), before))
    return found
