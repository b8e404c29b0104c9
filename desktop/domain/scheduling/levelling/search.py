"""Shorter and shorter schedules for as long as there is time.

The first answer is the latest-finish rule. Then come other priority rules and forward-backward improvement,
then populations of schedules, one after the other; the best schedule of all stays.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.scheduling.levelling.problem import Problem, ordered
from desktop.domain.scheduling.levelling.serial import Generator

if TYPE_CHECKING:
    from desktop.domain.scheduling.levelling.batch import Table


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


class _Stopped(Exception):
    """Time, patience of the caller or the number of schedules has run out, or no schedule can be shorter."""


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
        self.problem, self.seed, self.limit = problem, seed, limit
        self.finished, self.improved = finished, improved
        self.generator = Generator(problem)
        self.bound = problem.lower_bound
        self.tried = 0
        self.best: list[int] = []
        self.shortest = self.first = 0

    def run(self) -> Levelled:
        rules = self._rules()
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
            lower_bound=self.bound,
            tried=self.tried,
        )

    def _rules(self) -> list[list[int]]:
        """Priority rules, smallest first: latest finish, latest start, most work after it, most successors."""
        problem = self.problem
        return [
            [duration - tail for duration, tail in zip(problem.durations, problem.tails, strict=True)],
            [-tail for tail in problem.tails],
            [
                -duration - sum(problem.durations[other] for other in after)
                for duration, after in zip(problem.durations, problem.successors, strict=True)
            ],
            [-len(after) for after in problem.successors],
        ]

    def _by_keys(self, keys: Sequence[int]) -> list[int]:
        return ordered(keys, self.problem.predecessors, self.problem.successors)

    def _search(self, rules: list[list[int]]) -> None:
        for rule in rules:
            self._tick()
            finishes = self._kept(self.generator.forward(self._by_keys(rule)))
            self._kept(self.generator.justified(finishes))
        from desktop.domain.scheduling.levelling.population import Population

        unit = self.generator.unit
        population = Population(
            self.generator, self.seed, tick=self._tick, allowed=self._allowed, keep=self._keep_best
        )  # fmt: skip
        while True:
            population.evolve([[key // unit for key in rule] for rule in rules[:2]])

    def _tick(self) -> None:
        if self.shortest * self.generator.unit <= self.bound or self.finished() or not self._allowed(1):
            raise _Stopped

    def _allowed(self, wanted: int) -> int:
        """How many of ``wanted`` schedules may still be made; at least one."""
        if self.limit is None:
            return wanted
        if self.tried >= self.limit:
            raise _Stopped
        return min(wanted, self.limit - self.tried)

    def _keep_best(self, made: Table) -> None:
        """The shortest of many, if it is shorter than all before."""
        self.tried += len(made) - 1
        self._kept(made[made.max(axis=1).argmin()].tolist())

    def _kept(self, finishes: list[int]) -> list[int]:
        self.tried += 1
        length = max(finishes)
        if length < self.shortest:
            self.best, self.shortest = finishes, length
            if self.improved is not None:
                self.improved(length * self.generator.unit)
        self._tick()
        return finishes


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
    of time, the answer is the same on every machine. ``cancelled`` is asked every few milliseconds and ends
    the search with what it has; ``improved`` hears of shorter makespans. ``clock`` gives seconds.
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
