"""Links that are part of circles: tasks that, link by link, would wait for themselves."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Ends = tuple[str, str]
"""The tasks that a link leads from and to, as they stand in its record."""


@dataclass(frozen=True, slots=True)
class Circle:
    """One circle: its tasks in the direction of its links, from the first of the outline on, and those links."""

    tasks: tuple[str, ...]
    links: frozenset[Ends]


class Tangle:
    """All circles of a plan, before any link of theirs is left out.

    Whether a link is part of a circle follows from the links and the outline alone, not from the order of tasks.
    """

    def __init__(
        self,
        ids: Sequence[str],
        leaders: Mapping[int, Sequence[int]],
        followers: Mapping[int, Sequence[int]],
        between: Callable[[int, int], Iterable[Ends]],
    ) -> None:
        """``leaders`` says for each row that may be on a circle what it waits for, ``followers`` what waits for it;
        ``between`` by which links a row waits for another.
        """
        self._ids = ids
        of = _components(leaders, followers)
        self._leaders: dict[int, list[int]] = {}
        self._links: dict[tuple[int, int], frozenset[Ends]] = {}
        self._where: dict[Ends, tuple[int, int]] = {}
        for row, others in leaders.items():
            self._leaders[row] = [other for other in others if of.get(other) == of[row]]
            for other in self._leaders[row]:
                links = self._links[other, row] = frozenset(between(other, row))
                for ends in links:
                    self._where.setdefault(ends, (other, row))

    @property
    def links(self) -> frozenset[Ends]:
        """Links that are part of any circle."""
        return frozenset(self._where)

    def through(self, ends: Ends) -> Circle:
        """A circle, as short as can be, that this link is part of."""
        before, row = self._where[ends]
        nearer: dict[int, int] = {}  # of each row, the one behind it on the way from ``before`` back to ``row``
        pending = deque([before])
        while row != before and row not in nearer:
            at = pending.popleft()
            for other in self._leaders[at]:
                if other not in nearer and other != before:
                    nearer[other] = at
                    pending.append(other)
        way = [row]
        while way[-1] != before:
            way.append(nearer[way[-1]])
        links = [self._links.get(pair, frozenset[Ends]()) for pair in zip(way, [*way[1:], row], strict=True)]
        first = way.index(min(way))
        return Circle(
            tuple(self._ids[each] for each in way[first:] + way[:first]), frozenset[Ends]().union(*links)
        )  # fmt: skip


NONE: frozenset[Ends] = frozenset()


def new_circles(before: Tangle | None, after: Tangle | None) -> Iterator[Circle]:
    """Circles that were not there: a link is on one that was on none. Every such link is on one of those found."""
    if after is None:
        return
    pending = dict.fromkeys(sorted(after.links - (before.links if before is not None else NONE)))
    while pending:
        circle = after.through(next(iter(pending)))
        yield circle
        for ends in circle.links:
            pending.pop(ends, None)


def _components(leaders: Mapping[int, Sequence[int]], followers: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """By row, a number that rows have in common which wait for each other (Kosaraju and Sharir's two walks)."""
    order: list[int] = []
    seen: set[int] = set()
    for start in followers:
        if start in seen:
            continue
        seen.add(start)
        walk = [(start, iter(followers[start]))]
        while walk:
            row, rest = walk[-1]
            ahead = next((other for other in rest if other in followers and other not in seen), None)
            if ahead is None:
                order.append(row)
                walk.pop()
            else:
                seen.add(ahead)
                walk.append((ahead, iter(followers[ahead])))
    found: dict[int, int] = {}
    for start in reversed(order):
        pending = [start] if start not in found else []
        while pending:
            row = pending.pop()
            if row not in found:
                found[row] = start
                pending.extend(other for other in leaders[row] if other in leaders and other not in found)
    return found
