"""Dependency lines: right-angled routes between bars, and which of them pass a window of rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, repeat
from operator import itemgetter

from desktop.charts.bars import Bar, BarKind
from desktop.charts.shapes import Point
from desktop.domain.plan import Dependency

STUB = 7.0
"""Length of the first and last piece of a line that has to turn back."""
ENTRY = 4.0
"""How far inside the bar a line comes down on it."""
MOST_PASSING = 150
"""Lines that only pass through a window; more would hide what is in it. The nearest are drawn."""


def route(source: Bar, target: Bar, kind: str, row_height: float) -> tuple[Point, ...]:
    """Corners from the end of ``source`` that ``kind`` names to that of ``target``, arrow last.

    FS and SF turn beside the bar they leave and enter the other from its side, so that the text
    behind a bar stays clear; where there is no room for that they drop onto it, and where time
    flows backward they go round between the rows. SS and FF run beside the bars.
    """
    leaves_finish, enters_start = kind[0] == "F", kind[1] == "S"
    x = source.right if leaves_finish else source.left
    y, target_y = source.middle, target.middle
    end = target.left if enters_start else target.right
    if leaves_finish != enters_start:  # SS, FF
        turn = max(x, end) + STUB if leaves_finish else min(x, end) - STUB
        return (x, y), (turn, y), (turn, target_y), (end, target_y)
    forward = 1.0 if leaves_finish else -1.0
    if (end - x) * forward >= 2 * STUB + 3:
        turn = x + forward * STUB
        return (x, y), (turn, y), (turn, target_y), (end, target_y)
    entry = end + forward * _entry(target)
    edge = target.top if target_y > y else target.bottom
    if source.kind is BarKind.MILESTONE:
        centre, half = (source.left + source.right) / 2, source.width / 2
        aside = (entry - centre) * forward
        if 0 <= aside <= half:  # straight down from the side of the diamond
            tip = half - aside
            return (entry, y + tip if target_y > y else y - tip), (entry, edge)
    if (entry - x) * forward >= -1:
        entry = max(entry, x) if forward > 0 else min(entry, x)
        return (x, y), (entry, y), (entry, edge)
    out, back = x + forward * STUB, end - forward * STUB
    between = target_y - row_height / 2 if target_y > y else target_y + row_height / 2
    return (x, y), (out, y), (out, between), (back, between), (back, target_y), (end, target_y)


def _entry(bar: Bar) -> float:
    if bar.kind is BarKind.MILESTONE:
        return bar.width / 2
    return min(ENTRY, bar.width / 2)


class LinkIndex:
    """Finds the links that pass a window of rows without ending in it.

    A tree of maxima over the links sorted by their upper row: a question costs as many steps as
    there are answers, not as there are links. Where few tasks came, went or moved, the tree stays as it
    was made and is asked for the rows as they were then; links of those few are looked at one by one.
    """

    def __init__(self, links: Iterable[Dependency], row_of: Mapping[str, int]) -> None:
        self._all = list(links)
        self._from = [link.predecessor for link in self._all]
        self._to = [link.successor for link in self._all]
        self._order = list(range(len(self._all)))
        self._place(row_of)

    def moved(self, row_of: Mapping[str, int]) -> LinkIndex:
        """The same links between other rows."""
        made = LinkIndex.__new__(LinkIndex)
        made._all, made._from, made._to, made._order = self._all, self._from, self._to, self._order
        made._place(row_of)
        return made

    def beside(
        self, stirred: Set[str], links: Iterable[Dependency], order: Sequence[str], row_of: Mapping[str, int]
    ) -> LinkIndex:
        """For rows of which all but ``stirred`` follow each other as they did when this index was made.

        ``links`` are those of the tasks in ``stirred`` as they are now; all others must be as they were.
        """
        made = LinkIndex.__new__(LinkIndex)
        made.__dict__.update(self.__dict__)
        made._stirred, made._now, made._row_of = stirred, order, row_of
        made._apart = [
            (min(a, b), max(a, b), link)
            for link in links
            if (a := row_of.get(link.predecessor, -1)) >= 0 and (b := row_of.get(link.successor, -1)) >= 0
        ]
        return made

    def _place(self, row_of: Mapping[str, int]) -> None:
        self._then = row_of
        self._stirred: Set[str] = frozenset()
        self._now: Sequence[str] = ()
        self._row_of = row_of
        self._apart: list[tuple[int, int, Dependency]] = []
        """Upper row, lower row and record of links that the tree does not know as they are."""
        # Parallel lists of numbers: tuples by the ten thousand would keep the garbage collector busy.
        first = list(map(row_of.get, self._from, repeat(-1)))
        last = list(map(row_of.get, self._to, repeat(-1)))
        # Comprehensions: mapping min and max over so many numbers takes four times as long.
        upper = [a if a < b else b for a, b in zip(first, last, strict=True)]
        # In the order before they are nearly sorted already, which Python's sort takes advantage of.
        self._order = order = sorted(self._order, key=upper.__getitem__)
        order = order[bisect_left(order, 0, key=upper.__getitem__) :]
        self._links = [self._all[at] for at in order]
        self._upper = [upper[at] for at in order]
        self._size = 1 << max(len(order) - 1, 0).bit_length()
        level = [a if (a := first[at]) > (b := last[at]) else b for at in order]
        level += [-1] * (self._size - len(order))
        levels = [level]
        while len(level) > 1:
            level = [a if a > b else b for a, b in zip(level[::2], level[1::2], strict=True)]
            levels.append(level)
        self._lowest = [-1, *chain.from_iterable(reversed(levels))]

    def passing(self, first: int, last: int) -> list[Dependency]:
        """Links from above row ``first`` to below row ``last`` - 1, at most MOST_PASSING of them."""
        apart = [(upper, link) for upper, lower, link in self._apart if upper < first and lower >= last]
        stirred, found = self._stirred, list[Dependency]()
        for leaf in self._reaching(bisect_left(self._upper, self._before(first)), self._before(last)):
            link = self._links[leaf]
            if link.predecessor not in stirred and link.successor not in stirred:
                found.append(link)
                if len(found) >= MOST_PASSING:
                    break
        if apart and len(apart) + len(found) > MOST_PASSING:
            row_of = self._row_of
            apart += [(min(row_of[link.predecessor], row_of[link.successor]), link) for link in found]
            apart.sort(key=itemgetter(0), reverse=True)
            return [link for _, link in apart[:MOST_PASSING]]
        return [*found, *(link for _, link in apart)]

    def _before(self, row: int) -> int:
        """The row, when the tree was made, of the first task from ``row`` on that has not been stirred."""
        if not self._stirred:
            return row
        for at in range(row, len(self._now)):
            if self._now[at] not in self._stirred:
                return self._then[self._now[at]]
        return len(self._then)

    def _reaching(self, count: int, last: int) -> Iterator[int]:
        """Positions below ``count`` whose lower row is at least ``last``."""
        pending = [(1, 0, self._size)]
        while pending:
            node, begin, size = pending.pop()
            if begin >= count or self._lowest[node] < last:
                continue
            if size == 1:
                yield begin
                continue
            half = size // 2
            pending.append((2 * node, begin, half))
            pending.append((2 * node + 1, begin + half, half))  # looked at first: nearer to the window
