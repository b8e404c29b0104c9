"""Rows still to calculate after a change, in the order of calculation, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush


class Agenda:
    """Iterate over it and add to it at the same time; what is added must come later in the order."""

    __slots__ = ("_heap", "_order", "_rank", "_waiting")

    def __init__(self, rank: Sequence[int], order: Sequence[int], rows: Iterable[int]) -> None:
        """``order`` lists all rows, ``rank`` the place of each row in it."""
        self._rank = rank
        self._order = order
        self._waiting = {rank[row] for row in rows}
        self._heap = list(self._waiting)
        heapify(self._heap)

    def __iter__(self) -> Iterator[int]:
        heap, waiting, order = self._heap, self._waiting, self._order
        while heap:
            rank = heappop(heap)
            waiting.discard(rank)
            yield order[rank]

    def add(self, rows: Iterable[int]) -> None:
        for row in rows:
            rank = self._rank[row]
            if rank not in self._waiting:
                self._waiting.add(rank)
                heappush(self._heap, rank)
