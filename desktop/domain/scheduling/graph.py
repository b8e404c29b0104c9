"""Order of calculation, and what to do with circles. Nothing here recurses."""

from __future__ import annotations

from collections.abc import Sequence


def topological_order(count: int, successors: Sequence[Sequence[int]]) -> tuple[list[int], list[int]]:
    """(order, leftover): rows with every predecessor first, and the rows that lie on or behind a circle.

    Among rows that are ready the order is fixed, so equal plans are calculated equally.
    """
    waiting = [0] * count
    for targets in successors:
        for row in targets:
            waiting[row] += 1
    order = [row for row in range(count) if not waiting[row]]
    for row in order:  # grows while it is read
        for target in successors[row]:
            waiting[target] -= 1
            if not waiting[target]:
                order.append(target)
    if len(order) == count:
        return order, []
    return order, [row for row in range(count) if waiting[row] > 0]


def circles(leftover: Sequence[int], predecessors: Sequence[Sequence[int]]) -> list[list[int]]:
    """Circles among ``leftover`` rows that share no row, each in the direction of its links.

    Every row of ``leftover`` has a predecessor in it. Following one of them from each leads into
    some circle, so at least one is found.
    """
    inside = set(leftover)
    before = {row: next(p for p in predecessors[row] if p in inside) for row in leftover}
    seen: dict[int, int] = {}
    found = []
    for number, start in enumerate(leftover):
        row = start
        while row not in seen:
            seen[row] = number
            row = before[row]
        if seen[row] == number:
            circle = [row]
            step = before[row]
            while step != row:
                circle.append(step)
                step = before[step]
            circle.reverse()
            low = circle.index(min(circle))
            found.append(circle[low:] + circle[:low])
    return found
