"""Days of working time laid out as bands on the scale of minutes.

Most weeks of a calendar are like each other, so they are copied from one; only weeks with a holiday or
another exception are laid out day by day.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from desktop.domain.scheduling.bands import STANDARD_WEEK, Bands, intersect, merge
from desktop.domain.scheduling.clock import DAY

WEEK = 7 * DAY
MONDAY = 1
"""What a day ordinal leaves when it is divided by seven."""
LONG = 1 << 20
"""More days than any calendar has."""


class Table(NamedTuple):
    """Bands in order and apart: where each starts and ends, and working minutes before it."""

    starts: list[int]
    ends: list[int]
    before: list[int]
    total: int

    def append(self, other: Table) -> Table:
        """This table with a later one behind it, which counts on from ours; bands that touch become one."""
        if self.ends and other.starts and self.ends[-1] == other.starts[0]:
            ends = [*self.ends[:-1], *other.ends]
            return Table(self.starts + other.starts[1:], ends, self.before + other.before[1:], other.total)
        return Table(self.starts + other.starts, self.ends + other.ends, self.before + other.before, other.total)


class DayRules(Protocol):
    """What says which days are worked."""

    def bands(self, ordinal: int) -> Bands:
        """Bands that begin on the day ``ordinal``, in minutes after its midnight."""

    @property
    def usual(self) -> Table | None:
        """The usual week, from minute 0 on Monday; None where there is none that can be copied."""

    def usual_until(self, ordinal: int) -> int:
        """The first day from ``ordinal`` on that may differ from the usual week."""


class Weekly:
    """The same week for ever; index 0 is Monday."""

    def __init__(self, days: tuple[Bands, ...] = STANDARD_WEEK) -> None:
        self._days = days
        self.usual = usual_week(days)

    def bands(self, ordinal: int) -> Bands:
        return self._days[(ordinal + 6) % 7]

    def usual_until(self, ordinal: int) -> int:
        return ordinal + LONG


class Both:
    """Time that two calendars have in common, from the bands that each has within a day."""

    def __init__(self, left: DayRules, right: DayRules, until: int) -> None:
        """From the day ordinal ``until`` on ``left`` alone counts."""
        self._left, self._right, self._until = left, right, until
        self.usual: Table | None = None
        self._apart = False
        """Whether they have no time in common in usual weeks."""
        mine, its = left.usual, right.usual
        if mine is not None and its is not None:
            common = intersect(_bands_of(mine), _bands_of(its))
            self.usual, self._apart = _as_week(common), not common

    def bands(self, ordinal: int) -> Bands:
        if ordinal >= self._until:
            return within_day(self._left, ordinal)
        return intersect(within_day(self._left, ordinal), within_day(self._right, ordinal))

    def usual_until(self, ordinal: int) -> int:
        if ordinal >= self._until:
            return ordinal
        # A shift of the day before may reach into this one.
        first = min(self._left.usual_until(ordinal - 1), self._right.usual_until(ordinal - 1), self._until)
        return max(first, ordinal)

    def candidates(self, first: int, last: int) -> Iterator[int]:
        """The days from ``first`` to before ``last`` that both may work on."""
        while first < last:
            if not (self._apart and self.usual_until(first) > first):
                yield first
                first += 1
            else:
                first = self.usual_until(first)


def within_day(rules: DayRules, ordinal: int) -> Bands:
    """Working time on a day, night shifts cut at both midnights."""
    spilt = [(max(a - DAY, 0), b - DAY) for a, b in rules.bands(ordinal - 1) if b > DAY]
    own = [(a, min(b, DAY)) for a, b in rules.bands(ordinal) if a < DAY]
    return merge(sorted(spilt + own))


def usual_week(days: tuple[Bands, ...] | list[Bands]) -> Table | None:
    """A week as a table; None where it touches the next, so that weeks cannot be set side by side."""
    return _as_week(merge((day * DAY + a, day * DAY + b) for day in range(7) for a, b in days[day]))


def _bands_of(week: Table) -> Bands:
    return tuple(zip(week.starts, week.ends, strict=True))


def _as_week(bands: Bands) -> Table | None:
    """Bands of a week, from minute 0 on Monday, as :func:`usual_week` has them."""
    if not bands or bands[-1][1] > WEEK or (bands[-1][1] == WEEK and bands[0][0] == 0):
        return None
    made = _Growing()
    made.add(list(bands))
    return made.table()


def lay_out(rules: DayRules, first: int, last: int, before: int = 0) -> Table:
    """Bands of the days from ``first`` to before ``last``, cut off at both ends; ``before`` was worked earlier."""
    edge, made = first * DAY, _Growing(before)
    # A shift that began on the evening before the first day is cut off at midnight.
    days = [(edge + max(a - DAY, 0), edge + b - DAY) for a, b in rules.bands(first - 1) if b > DAY]
    ordinal = first
    usual = rules.usual
    while ordinal < last:
        weeks = 0
        if isinstance(rules, Both) and (ordinal := next(rules.candidates(ordinal, last), last)) == last:
            break
        if usual is not None and ordinal % 7 == MONDAY:
            weeks = (min(rules.usual_until(ordinal), last) - ordinal) // 7
        if usual is None or weeks <= 0:
            days += [(ordinal * DAY + a, ordinal * DAY + b) for a, b in rules.bands(ordinal)]
            ordinal += 1
            continue
        if days:
            # What came before may reach into the first week.
            midnight, weeks = ordinal * DAY, 1
            days += [(midnight + a, midnight + b) for a, b in zip(usual.starts, usual.ends, strict=True)]
            made.add(days)
            days = []
        else:
            made.add_weeks(ordinal * DAY, weeks, usual)
        ordinal += 7 * weeks
    made.add(days, last * DAY)
    return made.table()


class _Growing:
    """A table while bands are put behind it."""

    def __init__(self, total: int = 0) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.before: list[int] = []
        self.total = total

    def add(self, bands: list[tuple[int, int]], limit: int | None = None) -> None:
        """Sorted bands, of which the first may touch what is there; cut off at ``limit``."""
        for a, b in merge(bands):
            end = b if limit is None else min(b, limit)
            if end <= a:
                continue
            if self.ends and a <= self.ends[-1]:
                self.total += max(0, end - self.ends[-1])
                self.ends[-1] = max(end, self.ends[-1])
            else:
                self.starts.append(a)
                self.ends.append(end)
                self.before.append(self.total)
                self.total += end - a

    def add_weeks(self, midnight: int, count: int, week: Table) -> None:
        """Usual weeks that begin at ``midnight`` and touch nothing before it."""
        # One band of all weeks after the other: a whole range goes into its places at once.
        for column, minutes, origin, step in (
            (self.starts, week.starts, midnight, WEEK),
            (self.ends, week.ends, midnight, WEEK),
            (self.before, week.before, self.total, week.total),
        ):
            at, width = len(column), len(minutes)
            column.extend([0] * (count * width))
            for place, minute in enumerate(minutes, at):
                column[place::width] = range(origin + minute, origin + minute + count * step, step)
        self.total += count * week.total

    def table(self) -> Table:
        return Table(self.starts, self.ends, self.before, self.total)
