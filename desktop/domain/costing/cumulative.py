"""Adding up many cumulative functions of time without asking each of them at every moment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from operator import add
from typing import NamedTuple


class Part(NamedTuple):
    """Something that comes about between two moments: ``by`` gives how much of it before a moment.

    It is nothing up to ``start`` and no longer changes after ``finish``.
    """

    start: int
    finish: int
    by: Callable[[int], int]


def cumulative(parts: Iterable[Part], moments: Sequence[int]) -> list[int]:
    """Sum of all ``parts`` before each of ``moments``, which are ascending minutes.

    A plan has thousands of parts that each last days: only moments within a part are asked of it.
    """
    within, complete = [0] * len(moments), [0] * (len(moments) + 1)
    for start, finish, by in parts:
        first, behind = bisect_right(moments, start), bisect_right(moments, finish)
        for at in range(first, behind):
            within[at] += by(moments[at])
        if behind < len(moments):
            complete[max(first, behind)] += by(moments[-1])
    return list(map(add, within, accumulate(complete[:-1])))
