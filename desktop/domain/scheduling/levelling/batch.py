"""Many schedules side by side: serial generation for all orders of a batch at once, on arrays.

Every order of the batch places one activity at a time, and all of them do so in the same few array
operations. Whether the demand is there is asked for the next 64 times at once; the answers of one order are
the bits of one machine word. Where the word, shifted, is met with itself a run of two free times is left, of
four after the next shift, and so on up to the duration: the lowest bit left is the start.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from desktop.domain.scheduling.levelling.serial import Generator

WINDOW = 64
"""Times looked at together: the bits of a word."""
HORIZON = 32_000
"""Times for which a profile by time is kept; plans in finer units have a profile by steps."""
PAUSE = 32
"""Activities placed between two looks at the clock."""

Table = NDArray[np.intp]
"""Rows are schedules, columns activities: orders, or times."""


class Placing(Protocol):
    """Turns orders into finish times; ``tick`` is called now and then and may raise."""

    def forward(self, orders: Table, tick: Callable[[], None]) -> Table: ...

    def backward(self, orders: Table, tick: Callable[[], None]) -> Table: ...


def placing(generator: Generator, rows: int) -> Placing:
    """The fastest way to place batches of at most ``rows`` orders of this problem."""
    longest = max((d for d, q in zip(generator.durations, generator.demands, strict=True) if q), default=1)
    small = longest < WINDOW and generator.horizon <= HORIZON and generator.full.bit_length() <= WINDOW
    return Batch(generator, rows, longest) if small else OneByOne(generator)


class OneByOne:
    """Order after order, for large numbers."""

    def __init__(self, generator: Generator) -> None:
        self._generator = generator

    def forward(self, orders: Table, tick: Callable[[], None]) -> Table:
        return self._each(orders, tick, self._generator.forward)

    def backward(self, orders: Table, tick: Callable[[], None]) -> Table:
        return self._each(orders, tick, self._generator.backward)

    def _each(self, orders: Table, tick: Callable[[], None], place: Callable[[list[int]], list[int]]) -> Table:
        finishes = np.empty_like(orders)
        for row, order in enumerate(orders.tolist()):
            finishes[row] = place(order)
            tick()
        return finishes


class Batch:
    """All orders at once, for times and units that fit machine words."""

    def __init__(self, generator: Generator, rows: int, longest: int) -> None:
        kind = np.uint32 if generator.full.bit_length() <= 32 else np.uint64
        self._full, self._guards = kind(generator.full), kind(generator.guards)
        self._demands: NDArray[Any] = np.array(generator.demands, kind)
        self._durations = np.array(generator.durations, np.intp)
        self._releases = np.array(generator.releases, np.intp)
        self._shifts = self._halved(longest)
        during = np.arange(longest) < self._durations[:, None]
        self._taken = np.where(during, self._demands[:, None], kind(0))
        self._before = _waits(generator.problem.predecessors)
        self._after = _waits(generator.problem.successors)
        self._free = np.empty((rows, generator.horizon + WINDOW), kind)
        size = self._free.itemsize
        self._windows = as_strided(self._free, (self._free.size - WINDOW + 1, WINDOW), (size, size))
        """The free units from every time of every row on."""

    def _halved(self, longest: int) -> NDArray[np.uint64]:
        """By how much a word is shifted in each round, for runs as long as each activity."""
        left = np.where(self._demands > 0, self._durations - 1, 0)
        rounds: list[Table] = []
        width = 1
        while not rounds or width < longest:
            rounds.append(np.minimum(left, width))
            left = left - rounds[-1]
            width *= 2
        return np.array(rounds, np.uint64)

    def forward(self, orders: Table, tick: Callable[[], None]) -> Table:
        return self._place(orders, *self._before, self._releases if self._releases.any() else None, tick)

    def backward(self, orders: Table, tick: Callable[[], None]) -> Table:
        return self._place(orders, *self._after, None, tick)

    def _place(
        self, orders: Table, waits: Table, widths: Table, releases: Table | None, tick: Callable[[], None]
    ) -> Table:
        rows, count = orders.shape
        free, windows, guards, taken = self._free.reshape(-1), self._windows, self._guards, self._taken
        self._free[:rows] = self._full
        finishes = np.zeros((rows, count + 1), np.intp)  # the last column: what nothing waits for
        flat, row = finishes.reshape(-1), np.arange(rows)
        first, zero = row * (count + 1), row * self._free.shape[1]
        # What every step needs is looked up for all steps together, step by step in memory.
        acts = np.ascontiguousarray(orders.T)
        before = np.ascontiguousarray((waits[:, acts] + first).transpose(1, 0, 2))
        width = widths[acts].max(axis=1, initial=1).tolist()
        shifts = np.ascontiguousarray(self._shifts[:, acts].transpose(1, 0, 2))
        demands, durations, places = self._demands[acts][:, :, None], self._durations[acts], acts + first
        short, fits = np.empty((rows, WINDOW), free.dtype), np.empty((rows, WINDOW), bool)
        during, one = np.arange(taken.shape[1]), np.uint64(1)
        for step in range(count):
            at = np.maximum.reduce(flat.take(before[step, : width[step]]), axis=0)
            if releases is not None:
                at = np.maximum(at, releases[acts[step]])
            at += zero
            np.subtract(windows[at], demands[step], out=short)
            np.bitwise_and(short, guards, out=short)
            np.equal(short, guards, out=fits)
            word = _runs(fits, shifts[step])
            if not word.all():
                self._look_on(word, at, demands[step], durations[step], shifts[step])
            at += np.bitwise_count((word & -word) - one)  # as many as there are zeros below the lowest bit
            flat[places[step]] = at - zero + durations[step]
            free[at[:, None] + during] -= taken.take(acts[step], axis=0)
            if step % PAUSE == 0:
                tick()
        return finishes[:, :count]

    def _look_on(self, word: NDArray[np.uint64], at: Table, demand: Any, duration: Table, shifts: Any) -> None:
        """Later windows for the rows that found no place in theirs."""
        left = np.flatnonzero(word == 0)
        while len(left):
            at[left] += WINDOW + 1 - duration[left]
            fits = (self._windows[at[left]] - demand[left]) & self._guards == self._guards
            word[left] = _runs(fits, shifts[:, left])
            left = left[word[left] == 0]


def _runs(fits: NDArray[np.bool_], shifts: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """For every row the times, as bits, from which all it needs is there until the activity is done."""
    word = np.packbits(fits.reshape(-1), bitorder="little").view("<u8")
    for shift in shifts:
        word &= word >> shift
    return word


def _waits(before: Sequence[Sequence[int]]) -> tuple[Table, Table]:
    """What each activity waits for, one column each, filled up with a column that is always at zero; how many."""
    widths = np.array([len(others) for others in before], np.intp)
    table = np.full((max(1, widths.max(initial=1)), len(before)), len(before), np.intp)
    for index, others in enumerate(before):
        table[: len(others), index] = others
    return table, widths
