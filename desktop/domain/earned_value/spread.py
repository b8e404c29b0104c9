"""How the cost of a task lies in time, as a baseline keeps it.

A spread is a list of moments, each with what has fallen due before it; between two of them cost falls due
evenly over working time. Written in minutes of the clock from the start of the task, ``0=0 1=500 6300=2500``; what
falls due at one moment has a minute. Rates that change, contours and delayed assignments all end up as such moments.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

from desktop.domain.costing.cumulative import Part, cumulative
from desktop.domain.costing.lines import Line
from desktop.domain.scheduling import WorkCalendar, to_minutes

_WHOLE = re.compile(r"-?[0-9]{1,15}")
Points = tuple[tuple[int, int], ...]
"""(minute, amount before it), both ascending."""


def even(start: int, finish: int, amount: int) -> Points:
    """All of it evenly from ``start`` to ``finish``; at one moment, in the minute after it."""
    return (start, 0), (max(finish, start + 1), amount)


def spread_text(lines: Sequence[Line], start: int, calendar: WorkCalendar, *, always: bool = False) -> str:
    """The cost of ``lines`` over time, from ``start`` on; "" where that is even and not ``always`` to be told."""
    if not lines or (not always and len(lines) == 1 and lines[0].is_even):
        return ""
    # A jump shows between a moment and the next minute, or the one before.
    around = {turn + step for line in lines for turn in line.turns() for step in (-1, 0, 1)}
    first, last = min(line.start for line in lines), max(line.finish for line in lines)
    moments = sorted(moment for moment in around if first <= moment <= last)
    amounts = cumulative([Part(line.start, line.finish, line.total_by) for line in lines], moments)
    points = _corners(tuple(zip(moments, amounts, strict=True)), calendar)
    if len(points) <= 2 and not always:
        return ""
    return _written(points, start)


def even_text(start: dt.datetime, finish: dt.datetime, amount: int) -> str:
    """``amount`` evenly from ``start`` to ``finish``, written out."""
    begin = to_minutes(start)
    return _written(even(begin, to_minutes(finish), amount), begin)


def _written(points: Points, start: int) -> str:
    return " ".join(f"{minute - start}={amount}" for minute, amount in points)


def _corners(points: Points, calendar: WorkCalendar) -> Points:
    """``points`` without those that lie on the line between their neighbours, to the minor unit."""
    kept = [points[0]]
    for here, following in pairwise(points[1:]):
        if abs(amount_at((kept[-1], following), calendar, here[0]) - here[1]) > 1:
            kept.append(here)
    return (*kept, *points[1:][-1:])


def read_spread(text: str, start: dt.datetime | None) -> Points:
    """The points in ``text`` for a task that begins at ``start``; () where it is not one of ours."""
    if start is None:
        return ()
    found: list[tuple[int, int]] = []
    for word in text.split():
        minute, _, amount = word.partition("=")
        if not (_WHOLE.fullmatch(minute) and _WHOLE.fullmatch(amount)):
            return ()
        found.append((to_minutes(start) + int(minute), int(amount)))
    ascending = all(one[0] < other[0] for one, other in pairwise(found))
    return tuple(found) if ascending and len(found) > 1 else ()


def amount_at(points: Points, calendar: WorkCalendar, moment: int) -> int:
    """What has fallen due before ``moment``, rounded down."""
    behind = bisect_right(points, moment, key=itemgetter(0))
    if behind == len(points):
        return points[-1][1]
    if not behind:
        return points[0][1]
    before, point = points[behind - 1], points[behind]
    whole, done = calendar.between(before[0], point[0]), calendar.between(before[0], moment)
    if not whole:
        whole, done = point[0] - before[0], moment - before[0]
    return before[1] + (point[1] - before[1]) * done // whole
