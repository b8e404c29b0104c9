"""Rows still to calculate after a change, in the order of calculation, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from desktop.domain.changes import Large


class Agenda:
    """Iterate over it and add to it at the same time; what is added must come later in the order."""

    __slots__ = ("_due", "_most", "_order", "_rank")

    def __init__(self, rank: Sequence[int], order: Sequence[int], rows: Iterable[int], most: int | None = None) -> None:
        """``order`` lists all rows, ``rank`` the place of each row in it; more than ``most`` raise :class:`Large`."""
        self._rank = rank
        self._order = order
        self._due = bytearray(len(order))
        self._most = len(order) if most is None else most
        self.add(rows)

    def __iter__(self) -> Iterator[int]:
        find, due, order, left = self._due.find, self._due, self._order, self._most
        at = find(1)
        while at >= 0:
            if not left:
                raise Large
            left -= 1
            due[at] = 0
            yield order[at]
            at = find(1, at + 1)

    def add(self, rows: Iterable[int]) -> None:
        due, rank = self._due, self._rank
        for row in rows:
            due[rank[row]] = 1
