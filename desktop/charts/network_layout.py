"""Places the nodes of a network in columns so that links run rightwards and cross little. Knows no tasks.

The steps of Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system structures" (1981):
columns by longest path, invisible nodes where a link passes a column, an order in each column by the mean place of
the neighbours, then heights that draw neighbours level without disturbing the order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

SWEEPS = 8
"""Passes over the columns that order them, and again that level them."""
MOST_PASSING = 40_000
"""Links passing columns beyond which they are drawn straight instead of being given places of their own."""


@dataclass(frozen=True, slots=True)
class Placed:
    """``column`` and ``level`` (a row, which may be a fraction) of every node, and the way of every link.

    A way lists the levels at which a link passes the columns between its ends.
    """

    column: list[int]
    level: list[float]
    ways: list[tuple[float, ...]]
    columns: int
    levels: float


def place(count: int, links: Sequence[tuple[int, int]], cancelled: Callable[[], bool] = lambda: False) -> Placed:
    """Place ``count`` nodes; ``links`` (from, to) must not run in circles. Returns early where ``cancelled``."""
    columns = _columns(count, links)
    chains, column, edges = _with_passing(columns, links)
    last = max(column, default=-1)
    stacks: list[list[int]] = [[] for _ in range(last + 1)]
    for node, at in enumerate(column):
        stacks[at].append(node)
    before: list[list[int]] = [[] for _ in column]
    after: list[list[int]] = [[] for _ in column]
    for p, s in edges:
        before[s].append(p)
        after[p].append(s)
    rank = [0.0] * len(column)
    for stack in stacks:
        for at, node in enumerate(stack):
            rank[node] = at
    for sweep in range(SWEEPS):
        if cancelled():
            break
        forward = sweep % 2 == 0
        beside = before if forward else after
        for stack in stacks if forward else reversed(stacks):
            _order(stack, beside, rank)
    level = _levels(stacks, before, after, cancelled)
    lowest = min(level, default=0.0)
    level = [at - lowest for at in level]
    ways = [tuple(level[node] for node in chain) for chain in chains]
    return Placed(column[:count], level[:count], ways, last + 1, max(level, default=0.0) + 1)


def _columns(count: int, links: Sequence[tuple[int, int]]) -> list[int]:
    """The longest path to every node, then sources moved right to where they are first needed."""
    waiting, after = [0] * count, [[] for _ in range(count)]  # type: list[int], list[list[int]]
    for p, s in links:
        waiting[s] += 1
        after[p].append(s)
    sources = [not others for others in waiting]
    column = [0] * count
    order = [node for node in range(count) if not waiting[node]]
    for node in order:  # grows while it is read
        for other in after[node]:
            column[other] = max(column[other], column[node] + 1)
            waiting[other] -= 1
            if not waiting[other]:
                order.append(other)
    for node in reversed(order):
        if sources[node] and after[node]:
            column[node] = min(column[other] for other in after[node]) - 1
    return column


def _with_passing(
    columns: list[int], links: Sequence[tuple[int, int]]
) -> tuple[list[list[int]], list[int], list[tuple[int, int]]]:
    """(nodes that each link passes, columns with theirs, links between neighbouring columns)."""
    column, edges = list(columns), []  # type: list[int], list[tuple[int, int]]
    chains: list[list[int]] = []
    passing = sum(max(columns[s] - columns[p] - 1, 0) for p, s in links)
    for p, s in links:
        chain: list[int] = []
        if passing <= MOST_PASSING:
            for at in range(columns[p] + 1, columns[s]):
                chain.append(len(column))
                column.append(at)
        steps = [p, *chain, s]
        if len(steps) == 2 or chain:
            edges += pairwise(steps)
        chains.append(chain)
    return chains, column, edges


def _order(stack: list[int], beside: list[list[int]], rank: list[float]) -> None:
    """Order a column by the mean place of the neighbours; nodes without any keep theirs."""
    wish = {}
    for node in stack:
        others = beside[node]
        wish[node] = sum(rank[other] for other in others) / len(others) if others else rank[node]
    stack.sort(key=wish.__getitem__)
    for at, node in enumerate(stack):
        rank[node] = at


def _levels(
    stacks: list[list[int]], before: list[list[int]], after: list[list[int]], cancelled: Callable[[], bool]
) -> list[float]:
    """Heights in rows: as level with the neighbours as the order in the column and a distance of one allow."""
    level = [0.0] * len(before)
    for stack in stacks:
        for at, node in enumerate(stack):
            level[node] = at - (len(stack) - 1) / 2
    for sweep in range(SWEEPS):
        if cancelled():
            break
        forward = sweep % 2 == 0
        for stack in stacks if forward else reversed(stacks):
            wishes = []
            for node in stack:
                others = (before if forward else after)[node] or (after if forward else before)[node]
                wishes.append(sum(level[other] for other in others) / len(others) if others else level[node])
            for node, height in zip(stack, _spaced(wishes), strict=True):
                level[node] = height
    return level


def _spaced(wishes: Sequence[float]) -> list[float]:
    """Heights nearest to ``wishes`` (least squares) that keep their order and a distance of one.

    Pooling of adjacent violators: with the place in the order subtracted, the heights only have to rise.
    """
    blocks: list[tuple[float, int]] = []  # mean and size
    for at, wish in enumerate(wishes):
        block = (float(wish - at), 1)
        while blocks and blocks[-1][0] >= block[0]:
            (mean, size), (other, others) = block, blocks.pop()
            block = (mean * size + other * others) / (size + others), size + others
        blocks.append(block)
    found: list[float] = []
    for mean, size in blocks:
        found += [mean + len(found) + at for at in range(size)]
    return found
