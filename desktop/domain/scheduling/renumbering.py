"""From rows before an edit of the outline to rows after it, in stretches that stayed together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from desktop.domain.agreeing import agreeing_from

V = TypeVar("V")


class Renumbering:
    """Where rows went. ``where`` tells the new number by the old one, -1 for what is gone."""

    __slots__ = ("_runs", "fresh", "where")

    def __init__(self, before: Sequence[str], row: Mapping[str, int], after: Sequence[str]) -> None:
        """``before`` and ``after`` are the ids in order, ``row`` their places before."""
        self._runs: list[tuple[int, int]] = []
        """First row before, or -1 for new rows, and how many stand together, in the order of the rows after."""
        self.where = [-1] * len(before)
        self.fresh: list[int] = []
        """Rows after that are new."""
        at = 0
        while at < len(after):
            old = row.get(after[at], -1)
            length = agreeing_from(before, old, after, at) if old >= 0 else 1
            self._runs.append((old, length))
            if old >= 0:
                self.where[old : old + length] = range(at, at + length)
            else:
                self.fresh.append(at)
            at += length

    def rows(self, rows: Iterable[int]) -> set[int]:
        """What became of ``rows``, without those that are gone."""
        return {now for now in map(self.where.__getitem__, rows) if now >= 0}

    def spread(self, values: Sequence[V], fill: V) -> list[V]:
        """``values`` by row before as a list by row after, with ``fill`` for new rows."""
        made: list[V] = []
        for old, length in self._runs:
            made += values[old : old + length] if old >= 0 else [fill] * length
        return made
