"""Shorter and shorter schedules for as long as there is time: a small genetic search over orders.

The first answer is the latest-finish rule. Then come forward-backward improvement, other priority rules,
the same rules with noise, and children of good schedules: the two-point crossover of Hartmann (1998), each
child improved forwards and backwards as in the hybrid genetic algorithm of Valls, Ballestin and
Quintanilla (2008). A population that has stopped improving is given up for a fresh one; the best stays.
"""

from __future__ import annotations

import random
import time
from bisect import insort
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from desktop.domain.scheduling.levelling.problem import Problem, ordered
from desktop.domain.scheduling.levelling.serial import Generator

POPULATION = 40
PATIENCE = 12
"""Generations (of the size of the population) without a shorter schedule before a fresh start."""
SHAKE = 0.02
"""Share of the order by which an activity is moved, at most, in a mutation."""


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
