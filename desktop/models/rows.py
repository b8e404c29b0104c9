"""From one order of rows to another with the fewest insertions, removals and moves.

A view keeps its selection, its editor and its place through these steps; through a reset it keeps
nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Protocol

from desktop.domain.agreeing import agreeing_ends

MOST_MOVES = 48
"""Blocks beyond which one change of layout is cheaper than moving them one by one."""
MOST_STEPS = 64
"""Stretches that come and go beyond which two changes of layout are cheaper than announcing each."""


class RowTarget(Protocol):
    """The model that is taken through the steps; positions are those at the time of the call."""

    def remove_run(self, first: int, last: int) -> None:
        """Remove rows ``first`` to ``last``."""

    def insert_run(self, first: int, ids: Sequence[str]) -> None:
        """Insert ``ids`` so that the first of them becomes row ``first``."""

    def move_run(self, first: int, last: int, to: int) -> None:
        """Move rows ``first`` to ``last`` in front of row ``to``, counted before they are taken out."""

    def reorder(self, ids: Sequence[str]) -> None:
        """Take on an order that differs too much for single moves."""


def rearrange(target: RowTarget, current: Sequence[str], wanted: Sequence[str]) -> None:
    """Lead ``target`` from ``current`` to ``wanted`` (ids in order, each once)."""
    head, tail = agreeing_ends(current, wanted)
    before, after = current[head : len(current) - tail], wanted[head : len(wanted) - tail]
    kept, had = set(after), set(before)
    going = runs(row for row, identity in enumerate(before, head) if identity not in kept)
    coming = runs(row for row, identity in enumerate(after, head) if identity not in had)
    if len(going) + len(coming) > MOST_STEPS:
        _rearrange_at_the_end(target, current, wanted)
        return
    for first, last in reversed(going):
        target.remove_run(first, last)
    rest = [identity for identity in before if identity in kept]
    order = [identity for identity in after if identity in had]
    moves = _moves(rest, order)
    if moves is None:
        target.reorder([*current[:head], *order, *current[len(current) - tail :]])
    else:
        for first, last, to in moves:
            target.move_run(head + first, head + last, head + to)
    for first, last in coming:
        target.insert_run(first, wanted[first : last + 1])


def _rearrange_at_the_end(target: RowTarget, current: Sequence[str], wanted: Sequence[str]) -> None:
    """As :func:`rearrange` with few steps: what goes is gathered at the end first, what comes is added there."""
    kept, before = set(wanted), set(current)
    gone = [identity for identity in current if identity not in kept]
    new = [identity for identity in wanted if identity not in before]
    order = [identity for identity in wanted if identity in before]
    if [*order, *gone] != list(current):
        target.reorder([*order, *gone])
    if gone:
        target.remove_run(len(order), len(current) - 1)
    if new:
        target.insert_run(len(order), new)
    if [*order, *new] != list(wanted):
        target.reorder(wanted)


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """(first, last) of every stretch of neighbouring ``rows``, which must rise."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def _moves(current: Sequence[str], wanted: Sequence[str]) -> list[tuple[int, int, int]] | None:
    """(first, last, to) of the blocks that must move, one after the other; None for more than MOST_MOVES."""
    if current == wanted:
        return []
    begin, end = 0, len(current)
    while current[begin] == wanted[begin]:
        begin += 1
    while current[end - 1] == wanted[end - 1]:
        end -= 1
    now, goal = list(current[begin:end]), list(wanted[begin:end])
    place = {identity: position for position, identity in enumerate(goal)}
    if sum(place[b] != place[a] + 1 for a, b in pairwise(now)) > 3 * MOST_MOVES:
        return None  # a block that moves parts at most three neighbours
    staying = _longest_rising(now, place)
    found: list[tuple[int, int, int]] = []
    at = 0
    while at < len(goal):
        if goal[at] in staying:
            at += 1
            continue
        first = now.index(goal[at])
        count = _block(now, goal, first, at, staying)
        to = now.index(goal[at - 1]) + 1 if at else 0
        if not first <= to <= first + count:
            if len(found) == MOST_MOVES:
                return None
            found.append((begin + first, begin + first + count - 1, begin + to))
            block = now[first : first + count]
            del now[first : first + count]
            there = to - count if to > first else to
            now[there:there] = block
        at += count
    return found


def _block(now: Sequence[str], goal: Sequence[str], first: int, at: int, staying: Container[str]) -> int:
    """How many rows from ``first`` on stand together in both orders and move together."""
    count = 1
    while (
        at + count < len(goal)
        and first + count < len(now)
        and goal[at + count] == now[first + count]
        and goal[at + count] not in staying
    ):
        count += 1
    return count


def _longest_rising(now: Sequence[str], place: Mapping[str, int]) -> set[str]:
    """The largest set of rows that keep their order (``place`` in the new one): a longest increasing subsequence."""
    tails: list[int] = []
    tail_rows: list[int] = []
    before: list[int] = []
    for row, identity in enumerate(now):
        position = place[identity]
        length = bisect_left(tails, position)
        before.append(tail_rows[length - 1] if length else -1)
        if length == len(tails):
            tails.append(position)
            tail_rows.append(row)
        else:
            tails[length], tail_rows[length] = position, row
    row = tail_rows[-1] if tail_rows else -1
    found = set()
    while row >= 0:
        found.add(now[row])
        row = before[row]
    return found
