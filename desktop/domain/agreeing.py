"""How long two sequences agree: slices are compared rather than items, which is tens of times as fast."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

STRETCH = 128
"""Items that are compared at once where differences may lie anywhere."""


def agreeing_from(before: Sequence[object], old: int, after: Sequence[object], new: int) -> int:
    """How many items from ``old`` and ``new`` on are the same."""
    most = min(len(before) - old, len(after) - new)
    return _agreeing(most, lambda a, b: before[old + a : old + b] == after[new + a : new + b])


def differing(before: Sequence[object], after: Sequence[object]) -> Iterator[int]:
    """Places at which two sequences of one length differ."""
    for first in range(0, len(before), STRETCH):
        was, now = before[first : first + STRETCH], after[first : first + STRETCH]
        if was != now:
            yield from (first + at for at, (a, b) in enumerate(zip(was, now, strict=True)) if a != b)


def agreeing_ends(before: Sequence[object], after: Sequence[object]) -> tuple[int, int]:
    """How many items agree at the head and, behind what differs, at the tail."""
    last, now = len(before), len(after)
    head = agreeing_from(before, 0, after, 0)
    most = min(last, now) - head
    return head, _agreeing(most, lambda a, b: before[last - b : last - a] == after[now - b : now - a])


def _agreeing(most: int, same: Callable[[int, int], bool]) -> int:
    """How many of ``most`` agree in a row, given whether all between two numbers do.

    Stretches grow until one does not agree; in that one the place is found by halving.
    """
    count, step = 0, 16
    while count < most:
        step = min(step, most - count)
        if not same(count, count + step):
            break
        count, step = count + step, step * 2
    else:
        return count
    behind = count + step - 1
    while count < behind:
        middle = (count + behind + 1) // 2
        if same(count, middle):
            count = middle
        else:
            behind = middle - 1
    return count
