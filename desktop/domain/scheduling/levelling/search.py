"""Shorter and shorter schedules for as long as there is time: a small genetic search over orders.

The first answer is the latest-finish rule. Then come forward-backward improvement, other priority rules,
the same rules with noise, and children of good schedules: the two-point crossover of Hartmann (1998), or
one schedule with a part of its order shuffled; each child is improved forwards and backwards as in the hybrid
genetic algorithm of Valls, Ballestin and Quintanilla (2008). A population that has stopped improving is
given up for a fresh one; the best stays.
"""

from __future__ import annotations

import random
import time
from bisect import insort
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count

from desktop.domain.scheduling.levelling.problem import Problem, ordered
from desktop.domain.scheduling.levelling.serial import Generator

POPULATION = 50
PATIENCE = 12
"""Generations (of the size of the population) without a shorter schedule before a fresh start."""
SHAKE = 0.02
"""Neighbours swapped after a crossover, as a share of the order, on average."""
CROSSED = 0.6
"""Share of children with two parents; the others are one schedule with a part of its order shuffled."""
WINDOW = 0.15
"""That part, as a share of the order; each of its activities is moved with a chance of one half."""


@dataclass(frozen=True, slots=True)
class Levelled:
    """A schedule that respects predecessors and capacities; times in the unit of the problem."""

    starts: tuple[int, ...]
    makespan: int
    first_makespan: int
    """What the latest-finish rule alone gives."""
    lower_bound: int
    tried: int
    """How many schedules were compared."""
    cancelled: bool = False

    @property
    def proven(self) -> bool:
        """No schedule can be shorter."""
        return self.makespan == self.lower_bound


@dataclass(frozen=True, slots=True)
class _Member:
    """A schedule of the population: its length and its activities by start."""

    makespan: int
    order: list[int]


class _Stopped(Exception):
    """Time, patience of the caller or the number of schedules has run out."""


class Search:
    """One search; :meth:`run` gives the best schedule found. Equal seeds and equal limits give equal answers."""

    def __init__(
        self,
        problem: Problem,
        seed: int,
        limit: int | None,
        finished: Callable[[], bool],
        improved: Callable[[int], None] | None,
    ) -> None:
        self.problem = problem
        self.generator = Generator(problem)
        self.random = random.Random(seed)
        self.limit, self.finished, self.improved = limit, finished, improved
        self.tried = 0
        self.floor = -(-problem.lower_bound // self.generator.unit)
        self.best: list[int] = []
        self.shortest = 0
        self.first = 0

    def run(self) -> Levelled:
        rules = list(self._rules())
        if self.problem.activities:
            self.best = self.generator.forward(self._by_keys(rules[0]))
            self.first = self.shortest = max(self.best)
            self.tried = 1
            with suppress(_Stopped):
                self._search(rules)
        unit = self.generator.unit
        return Levelled(
            starts=tuple(self.generator.starts(self.best)),
            makespan=self.shortest * unit,
            first_makespan=self.first * unit,
            lower_bound=self.problem.lower_bound,
            tried=self.tried,
        )

    def _rules(self) -> Iterator[list[float]]:
        """Priority rules, smallest first: latest finish, latest start, most work after it, most successors."""
        problem = self.problem
        yield [duration - tail for duration, tail in zip(problem.durations, problem.tails, strict=True)]
        yield [-tail for tail in problem.tails]
        yield [
            -duration - sum(problem.durations[other] for other in after)
            for duration, after in zip(problem.durations, problem.successors, strict=True)
        ]
        yield [-len(after) for after in problem.successors]

    def _by_keys(self, keys: Sequence[float]) -> list[int]:
        return ordered(keys, self.problem.predecessors, self.problem.successors)

    def _search(self, rules: list[list[float]]) -> None:
        for rule in rules:
            self._member(self._by_keys(rule))
        for size in count():
            self._evolve(self._fresh(rules, POPULATION + 10 * min(size, 6)))

    def _fresh(self, rules: list[list[float]], size: int) -> list[_Member]:
        """Members from the two best rules with noise of up to a quarter of the longest chain."""
        width = max(self.problem.tails) * 0.25
        population: list[_Member] = []
        for number in range(size):
            noise = self.random.random
            keys = [key + noise() * width for key in rules[number % 2]]
            insort(population, self._member(self._by_keys(keys)), key=_length)
        return population

    def _evolve(self, population: list[_Member]) -> None:
        """Children replace the worst until no shorter schedule has come for a while."""
        known = {tuple(member.order) for member in population}
        patience = PATIENCE * len(population)
        waited, shortest = 0, population[0].makespan
        while (waited < patience and population[0].makespan < population[-1].makespan) or waited < len(population):
            waited += 1
            child = self._member(self._child(population))
            key = tuple(child.order)
            if child.makespan > population[-1].makespan or key in known:
                continue
            known.add(key)
            population.pop()
            insort(population, child, key=_length)
            if child.makespan < shortest:
                waited, shortest = 0, child.makespan

    def _child(self, population: list[_Member]) -> list[int]:
        mother = self._parent(population)
        if self.random.random() < CROSSED:
            return self._mutated(self._crossed(mother, self._parent(population)))
        return self._shuffled(mother)

    def _parent(self, population: list[_Member]) -> list[int]:
        """The better of two drawn at random; the population is sorted."""
        chance, size = self.random.random, len(population)
        return population[min(int(chance() * size), int(chance() * size))].order

    def _crossed(self, mother: list[int], father: list[int]) -> list[int]:
        """The mother's first part, a middle part as the father orders it, and the rest as the mother does."""
        size = len(mother)
        one, two = int(self.random.random() * (size + 1)), int(self.random.random() * (size + 1))
        if one > two:
            one, two = two, one
        child = mother[:one]
        taken = bytearray(size)
        for index in child:
            taken[index] = 1
        middle = [index for index in father if not taken[index]][: two - one]
        for index in middle:
            taken[index] = 1
        child += middle
        child += [index for index in mother if not taken[index]]
        return child

    def _mutated(self, order: list[int]) -> list[int]:
        """Some neighbours swapped, where neither waits for the other."""
        chance, size = self.random.random, len(order) - 1
        before = self.problem.predecessors
        for _ in range(int(size * SHAKE * 2 * chance()) + 1 if size else 0):
            at = int(chance() * size)
            one, two = order[at], order[at + 1]
            if one not in before[two]:
                order[at], order[at + 1] = two, one
        return order

    def _shuffled(self, order: list[int]) -> list[int]:
        """The same order but for one window, in which activities change places as predecessors allow."""
        chance, size = self.random.random, len(order)
        width = min(size, max(2, int(size * WINDOW)))
        begin = int(chance() * (size - width + 1))
        keys = [0.0] * size
        for place, index in enumerate(order):
            keys[index] = place
        for index in order[begin : begin + width]:
            if chance() < 0.5:
                keys[index] = begin + chance() * width
        return self._by_keys(keys)

    def _member(self, order: list[int]) -> _Member:
        """The schedule of an order, improved forwards and backwards; the best of all is remembered."""
        if self.shortest <= self.floor or self.finished() or (self.limit is not None and self.tried >= self.limit):
            raise _Stopped
        generator = self.generator
        finishes = generator.forward(order)
        self._remember(finishes)
        finishes = generator.justified(finishes)
        length = self._remember(finishes)
        starts = list(map(int.__sub__, finishes, generator.durations))
        return _Member(length, sorted(self.problem.sequence, key=starts.__getitem__))

    def _remember(self, finishes: list[int]) -> int:
        self.tried += 1
        length = max(finishes)
        if length < self.shortest:
            self.best, self.shortest = finishes, length
            if self.improved is not None:
                self.improved(length * self.generator.unit)
        return length


def _length(member: _Member) -> int:
    return member.makespan


def level(
    problem: Problem,
    seconds: float = 2.0,
    *,
    seed: int = 0,
    limit: int | None = None,
    cancelled: Callable[[], bool] | None = None,
    improved: Callable[[int], None] | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Levelled:
    """The shortest schedule found in ``seconds``; the first answer, the latest-finish rule, comes in any case.

    The same ``seed`` gives the same schedules in the same order: with a ``limit`` of schedules, rather than
    of time, the answer is the same on every machine. ``cancelled`` is asked after every schedule or two and
    ends the search with what it has; ``improved`` hears of every shorter makespan. ``clock`` gives seconds.
    """
    end = clock() + seconds
    stopped = False

    def finished() -> bool:
        nonlocal stopped
        if cancelled is not None and cancelled():
            stopped = True
        return stopped or clock() >= end

    found = Search(problem, seed, limit, finished, improved).run()
    return replace(found, cancelled=stopped)
