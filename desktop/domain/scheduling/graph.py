"""Order of calculation, and what to do with circles. Nothing here recurses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def topological_order(successors: Sequence[Sequence[int]]) -> tuple[list[int], list[int]]:
    """(order, leftover): rows with every predecessor first, and the rows that lie on or behind a circle.

    Among rows that are ready the order is fixed, so equal plans are calculated equally.
    """
    count = len(successors)
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


def circles(predecessors: Mapping[int, Sequence[int]]) -> list[list[int]]:
    """Circles that share no row, each in the direction of its links and from its lowest row on.

    Every row of ``predecessors`` must have one that is itself a key. Following one of those from
    each row leads into some circle, so at least one is found.
    """
    before = {row: next(p for p in others if p in predecessors) for row, others in predecessors.items()}
    seen: dict[int, int] = {}
    found = []
    for number, start in enumerate(before):
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
