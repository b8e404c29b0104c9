"""A population of schedules whose children replace the worst, until no shorter schedule has come for a while.

Children are crossed orders, or one order with a part of it shuffled; each is improved forwards and backwards
as in the hybrid genetic algorithm of Valls, Ballestin and Quintanilla (European Journal of Operational
Research 185, 2008).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from desktop.domain.scheduling.levelling.batch import Table, placing
from desktop.domain.scheduling.levelling.orders import Orders
from desktop.domain.scheduling.levelling.serial import Generator

POPULATION = 200
STEPS = 24_000
"""Activities placed in one pass: fewer schedules at a time where there are more than 120 activities."""
LEAST = 16
PATIENCE = 12
"""Generations without a shorter schedule before a fresh start."""
CROSSED = 0.6
"""Share of children with two parents; the others are one schedule with a part of its order shuffled."""
WINDOW = 0.15
"""That part, as a share of the order."""
NOISE = 0.25
"""Added to the rules for the first members, as a share of the longest chain."""


class Population:
    """Searches on and on; ``tick`` ends it by raising.

    ``allowed`` says how many schedules may still be made, and ``keep`` gets all there are, as finish times.
    """

    def __init__(
        self,
        generator: Generator,
        seed: int,
        *,
        tick: Callable[[], None],
        allowed: Callable[[int], int],
        keep: Callable[[Table], None],
    ) -> None:
        count = len(generator.durations)
        self._size = max(LEAST, min(POPULATION, STEPS // count))
        self._tick, self._allowed, self._keep = tick, allowed, keep
        self._random = np.random.default_rng(seed)
        self._orders = Orders(generator.problem, self._random)
        self._placing = placing(generator, self._size)
        self._durations = np.array(generator.durations, np.intp)
        self._names = self._random.integers(1, 1 << 60, count)
        """An order times these is, but for a chance of next to none, a number of its own."""

    def evolve(self, rules: Sequence[Sequence[int]]) -> None:
        """One population from ``rules``, keys of priority in the unit of the generator, with noise."""
        keys = np.array(rules, np.intp)[np.arange(self._size) % len(rules)]
        width = float(keys.max() - keys.min()) * NOISE
        lengths, orders = self._sorted(*self._made(self._orders.noisy(keys, width)))
        waited = 0
        while waited < PATIENCE and len(lengths) == self._size:
            children, theirs = self._made(self._children(orders)), lengths[0]
            lengths, orders = self._sorted(*map(np.concatenate, zip(children, (lengths, orders), strict=True)))
            waited = 0 if lengths[0] < theirs else waited + 1

    def _children(self, orders: Table) -> Table:
        crossed = round(self._size * CROSSED)
        two = self._orders.crossed(self._parents(orders, crossed), self._parents(orders, crossed))
        one = self._orders.shuffled(self._parents(orders, self._size - crossed), WINDOW)
        return np.concatenate([two, one])

    def _parents(self, orders: Table, count: int) -> Table:
        """For each the better of two drawn at random; the population is sorted."""
        better: Table = self._random.integers(0, len(orders), (2, count)).min(axis=0)
        return orders[better]

    def _sorted(self, lengths: Table, orders: Table) -> tuple[Table, Table]:
        """The shortest, none of them twice; the first ones among equals, so that children displace their like."""
        different = np.sort(np.unique(orders @ self._names, return_index=True)[1])
        best = different[np.argsort(lengths[different], kind="stable")][: self._size]
        return lengths[best], orders[best]

    def _made(self, orders: Table) -> tuple[Table, Table]:
        """Lengths of the schedules that ``orders`` lead to when improved, and their activities by start."""
        finishes = self._placed(orders[: (self._allowed(2 * len(orders)) + 1) // 2])
        tails = self._placing.backward(self._orders.falling(finishes), self._tick)
        finishes = self._placed(self._orders.rising(-tails)[: self._allowed(len(tails))])
        return finishes.max(axis=1), self._orders.rising(finishes - self._durations)

    def _placed(self, orders: Table) -> Table:
        finishes = self._placing.forward(orders, self._tick)
        self._keep(finishes)
        return finishes
