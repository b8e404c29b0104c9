"""Working time compiled for arithmetic on whole minutes.

A :class:`WorkCalendar` holds its working bands in three parallel lists (start, end, working
minutes before the band) and answers by bisection, so that an addition over forty years costs as
much as one over a week. Bands are laid out for the years that are asked for and extended when a
question lies beyond them; behind the last exception every quarter is like the one before, and answers are
moved from one that is laid out. Work counts from one fixed origin, so it never changes.

A moment between two bands has one amount of work and two faces: the end of the earlier band (where
work finishes) and the start of the later (where work begins). Functions say which one they give.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from threading import RLock

from desktop.domain.scheduling.bands import Bands
from desktop.domain.scheduling.clock import DAY, FIRST_DAY, LAST_DAY, to_minutes
from desktop.domain.scheduling.layout import MONDAY, WEEK, Both, DayRules, Table, Weekly, lay_out, within_day

FAR = 1 << 60
"""Beyond every moment that exists."""
PERIOD = 13 * WEEK
"""Usual weeks that stand for all later ones, so that a plan of decades needs no decades laid out."""
END = LAST_DAY * DAY
NEVER = FAR * FAR
"""Beyond whatever is asked for."""

Place = Callable[[int, int], tuple[int, int, int]]


class WorkCalendar:
    """Working time. Moments are minutes (see ``clock``), amounts of work are minutes.

    - ``place(t, duration)``: (start, finish, work at the start) of work that may begin at ``t`` or later;
    - ``place_point(t, 0)``: the same for a milestone, which may also sit at the end of a band;
    - ``place_back(t, duration)``: the same for work that must be finished by ``t``;
    - ``from_work(w, duration)``: the same for work of some duration that begins when ``w`` has been worked;
    - ``work_at(t)``: working minutes from the calendar's origin to ``t``; only differences mean something;
    - ``earliest(w)``: the first moment at which ``w`` has been worked, the end of a band;
    - ``latest(w)``: the last moment at which no more than ``w`` has been worked, the start of a band.
    """

    __slots__ = (
        "_before", "_cycle", "_edges", "_ends", "_lock", "_rules", "_starts",
        "earliest", "from_work", "identity", "latest", "name", "place", "place_back", "place_point", "work_at",
    )  # fmt: skip

    place: Place
    place_point: Place
    place_back: Place
    from_work: Place
    work_at: Callable[[int], int]
    earliest: Callable[[int], int]
    latest: Callable[[int], int]

    def __init__(self, rules: DayRules, first: int, last: int, name: str = "", identity: str = "") -> None:
        """``first`` to ``last`` are the day ordinals to begin with."""
        self.name = name
        self.identity = identity
        """Id of the calendar record, or empty."""
        self._rules = rules
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._before: list[int] = []
        self._edges = [0, 0]
        self._cycle = [NEVER, NEVER, 0]
        """From where on answers are moved: as a moment and in work; and the work of a period."""
        self._lock = RLock()
        first = max(FIRST_DAY, min(first, LAST_DAY - 1))
        last = max(first + 1, min(last, LAST_DAY))
        self._set(lay_out(rules, first, last), first, last)
        self._make_functions()

    # -- layout ---------------------------------------------------------------------------------

    def _set(self, table: Table, first: int, last: int) -> None:
        """Take over the bands of the days from ``first`` to before ``last``.

        The outermost entries are sentinels: whatever lands in them lies outside what is laid out. Beyond
        the calendar of plans everything is working time, so that nothing is searched for ever.
        """
        edge = first * DAY
        origin = table.before[0] if table.before else table.total
        self._starts[:] = [edge - FAR, *table.starts, last * DAY if last >= LAST_DAY else FAR]
        self._ends[:] = [edge, *table.ends, 4 * FAR]
        self._before[:] = [origin - FAR, *table.before, table.total]
        self._edges[:] = edge, last * DAY
        self._find_cycle()

    def _extend(self, earlier: bool) -> bool:
        """Lay out more years on one side; false where the calendar of plans ends."""
        with self._lock:
            first, last = self._edges[0] // DAY, self._edges[1] // DAY
            days = min(max(last - first, 730), 1460)  # as much again, but not decades that nobody may ask for
            if first <= FIRST_DAY if earlier else last >= LAST_DAY:
                return False
            if earlier:
                here = Table(self._starts[1:-1], self._ends[1:-1], self._before[1:-1], self._before[-1])
                begin = max(FIRST_DAY, first - days)
                more = lay_out(self._rules, begin, first)
                origin = here.before[0] if here.before else here.total
                shifted = [work + origin - more.total for work in more.before]
                start = Table(more.starts, more.ends, shifted, origin)
                self._set(start.append(here), begin, last)
            else:
                end = min(LAST_DAY, last + days + -(last + days - MONDAY) % 7)  # whole weeks are copied
                self._append(lay_out(self._rules, last, end, self._before[-1]), end)
            return True

    def _append(self, more: Table, last: int) -> None:
        """Put the bands of the days up to before ``last`` in front of the sentinels at the end."""
        touching = bool(more.starts) and self._ends[-2] == more.starts[0]
        if touching:  # two bands become one
            self._ends[-2] = more.ends[0]
        self._starts[-1:] = [*more.starts[touching:], last * DAY if last >= LAST_DAY else FAR]
        self._ends[-1:] = [*more.ends[touching:], 4 * FAR]
        self._before[-1:] = [*more.before[touching:], more.total]
        self._edges[1] = last * DAY
        self._find_cycle()

    def _find_cycle(self) -> None:
        """Answers are moved to the last period but one, so that a period of work fits in before it and behind it."""
        usual, last = self._rules.usual, self._edges[1] // DAY
        begin = last - (3 * PERIOD + 2 * WEEK) // DAY
        self._cycle[:] = NEVER, NEVER, 0
        whole = usual is not None and last % 7 == MONDAY and last < LAST_DAY and begin > self._edges[0] // DAY
        if usual is not None and whole and self._rules.usual_until(begin) > LAST_DAY:
            work = usual.total * (PERIOD // WEEK)
            self._cycle[:] = self._edges[1] - PERIOD, self._before[-1] - work, work

    def _extend_to_end(self) -> None:
        while self._extend(earlier=False):
            pass

    def _make_functions(self) -> None:
        # Closures over the lists: these run several times for every task of every calculation.
        starts, ends, before, edges, extend = self._starts, self._ends, self._before, self._edges, self._extend
        cycle, extend_to_end = self._cycle, self._extend_to_end

        def place(t: int, duration: int) -> tuple[int, int, int]:
            periods = 0
            if t >= cycle[0] and duration <= cycle[2]:
                periods = (t - cycle[0]) // PERIOD + 1
                t -= periods * PERIOD
            i = bisect_right(ends, t)
            s = starts[i]
            if t > s:
                s = t
            w = before[i] + s - starts[i]
            f = s + duration
            if f > ends[i]:
                j = bisect_left(before, w + duration) - 1
                f = starts[j] + w + duration - before[j]
            if (not i and extend(True)) or (f >= FAR and extend(False)):
                return place(t, duration)
            if periods:
                if f + periods * PERIOD < END:
                    return s + periods * PERIOD, f + periods * PERIOD, w + periods * cycle[2]
                extend_to_end()
                return place(t + periods * PERIOD, duration)
            return s, f, w

        def place_point(t: int, duration: int) -> tuple[int, int, int]:
            while cycle[0] > t >= edges[1] and extend(False):
                pass
            if cycle[0] <= t < END:
                periods = (t - cycle[0]) // PERIOD + 1
                s, f, w = place_point(t - periods * PERIOD, 0)
                if f + periods * PERIOD < END:
                    return s + periods * PERIOD, f + periods * PERIOD, w + periods * cycle[2]
                extend_to_end()
            i = bisect_left(ends, t)
            if i and ends[i] == t:
                return t, t, before[i] + t - starts[i]
            return place(t, 0)

        def place_back(t: int, duration: int) -> tuple[int, int, int]:
            periods = 0
            if t >= cycle[0] and duration <= cycle[2]:
                if t >= END:
                    extend_to_end()
                else:
                    periods = (t - cycle[0]) // PERIOD + 1
                    t -= periods * PERIOD
            i = bisect_left(starts, t) - 1
            f = ends[i]
            if t < f:
                f = t
            w = before[i] + f - starts[i] - duration
            s = f - duration
            if s < starts[i]:
                j = bisect_right(before, w) - 1
                s = starts[j] + w - before[j]
            if ((not i or s < edges[0]) and extend(True)) or (t >= edges[1] and extend(False)):
                return place_back(t, duration)
            if periods:
                return s + periods * PERIOD, f + periods * PERIOD, w + periods * cycle[2]
            return s, f, w

        def from_work(w: int, duration: int) -> tuple[int, int, int]:
            periods = 0
            if w >= cycle[1] and duration <= cycle[2]:
                periods = (w - cycle[1]) // cycle[2] + 1
                w -= periods * cycle[2]
            i = bisect_right(before, w) - 1
            s = starts[i] + w - before[i]
            f = s + duration
            if f > ends[i]:
                j = bisect_left(before, w + duration) - 1
                f = starts[j] + w + duration - before[j]
            if (i <= 0 and extend(True)) or (f >= FAR and extend(False)):
                return from_work(w, duration)
            if periods:
                w += periods * cycle[2]
                if f + periods * PERIOD < END:
                    return s + periods * PERIOD, f + periods * PERIOD, w
                extend_to_end()
                return from_work(w, duration)
            return s, f, w

        def earliest(work: int) -> int:
            if work >= cycle[1]:
                periods = (work - cycle[1]) // cycle[2] + 1
                minute = earliest(work - periods * cycle[2]) + periods * PERIOD
                if minute < END:
                    return minute
                extend_to_end()
            j = bisect_left(before, work) - 1
            minute = starts[j] + work - before[j]
            if (j <= 0 and extend(True)) or (minute >= FAR and extend(False)):
                return earliest(work)
            return minute

        def latest(work: int) -> int:
            if work >= cycle[1]:
                periods = (work - cycle[1]) // cycle[2] + 1
                minute = latest(work - periods * cycle[2]) + periods * PERIOD
                if minute < END:
                    return minute
                extend_to_end()
            j = bisect_right(before, work) - 1
            minute = starts[j] + work - before[j]
            if (j <= 0 and extend(True)) or (minute >= FAR and extend(False)):
                return latest(work)
            return minute

        def work_at(t: int) -> int:
            if t >= cycle[0]:
                if t < END:
                    periods = (t - cycle[0]) // PERIOD + 1
                    return work_at(t - periods * PERIOD) + periods * cycle[2]
                extend_to_end()
            i = bisect_right(starts, t) - 1
            end = ends[i]
            if (t < edges[0] and extend(True)) or (t >= edges[1] and extend(False)):
                return work_at(t)
            return before[i] + (t if t < end else end) - starts[i]

        self.place, self.place_point, self.place_back = place, place_point, place_back
        self.from_work, self.work_at, self.earliest, self.latest = from_work, work_at, earliest, latest

    # -- work and moments -----------------------------------------------------------------------

    def next_start(self, minute: int) -> int:
        """``minute`` where work can begin there, else the start of the next band."""
        return self.place(minute, 0)[0]

    def previous_finish(self, minute: int) -> int:
        """``minute`` where work can end there, else the end of the band before."""
        return self.place_back(minute, 0)[1]

    def add(self, minute: int, duration: int) -> int:
        """Where work of ``duration`` that may begin at ``minute`` is finished.

        A whole day ends at the end of its last band, not on the next morning. Nothing added
        gives ``minute`` itself; a negative duration goes back as :meth:`subtract` does.
        """
        if duration > 0:
            return self.place(minute, duration)[1]
        return self.subtract(minute, -duration) if duration else minute

    def subtract(self, minute: int, duration: int) -> int:
        """Where work of ``duration`` must begin that is to be finished by ``minute``."""
        if duration > 0:
            return self.place_back(minute, duration)[0]
        return self.add(minute, -duration) if duration else minute

    def between(self, start: int, finish: int) -> int:
        """Working minutes from ``start`` to ``finish``; negative where ``finish`` is the earlier."""
        return self.work_at(finish) - self.work_at(start)

    # -- days -----------------------------------------------------------------------------------

    def is_working(self, moment: dt.datetime) -> bool:
        """Whether work can begin at ``moment``."""
        minute = to_minutes(moment)
        return self.place(minute, 0)[0] == minute

    def day_bands(self, day: dt.date) -> Bands:
        """Working time on ``day`` in minutes after its midnight, night shifts cut at both midnights."""
        return within_day(self._rules, day.toordinal())

    def non_working_spans(self, start: int, finish: int) -> list[tuple[int, int]]:
        """Gaps between bands within ``start`` to ``finish``, for shading a chart; nights included."""
        self.work_at(start)
        while finish >= self._edges[1] and self._extend(earlier=False):
            pass
        spans = []
        position = start
        for i in range(bisect_right(self._ends, start), len(self._starts)):
            begin = min(self._starts[i], finish)
            if begin > position:
                spans.append((position, begin))
            position = self._ends[i]
            if position >= finish:
                break
        return spans

    def intersect(self, other: WorkCalendar, until: int = LAST_DAY + 1) -> WorkCalendar:
        """Time that is working in both; see ``has_working_time`` for whether there is any.

        From the day ordinal ``until`` on this calendar alone counts.
        """
        first = min(self._edges[0], other._edges[0]) // DAY
        last = max(self._edges[1], other._edges[1]) // DAY
        return WorkCalendar(Both(self._rules, other._rules, until), first, last, f"{self.name} ∩ {other.name}")

    def has_working_time(self, first: int, days: int = 400) -> bool:
        """Whether there is any within ``days`` from the day ordinal ``first``."""
        return any(self._rules.bands(ordinal) for ordinal in range(first, first + days))

    def last_worked(self, first: int, days: int) -> int | None:
        """The last working day within ``days`` from the day ordinal ``first``."""
        return next((ordinal for ordinal in range(first + days - 1, first - 1, -1) if self._rules.bands(ordinal)), None)


class ElapsedTime(WorkCalendar):
    """Every minute of every day: what elapsed durations and lags run through."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(Weekly((((0, DAY),),) * 7), FIRST_DAY, FIRST_DAY + 1, "24 h")

    def _make_functions(self) -> None:
        def place(t: int, duration: int) -> tuple[int, int, int]:
            return t, t + duration, t

        def place_back(t: int, duration: int) -> tuple[int, int, int]:
            return t - duration, t, t - duration

        def same(value: int) -> int:
            return value

        self.place = self.place_point = self.from_work = place
        self.place_back = place_back
        self.work_at = self.earliest = self.latest = same


ELAPSED = ElapsedTime()


def standard_calendar(first: int, last: int, name: str = "Standard") -> WorkCalendar:
    """Monday to Friday 08:00-12:00 and 13:00-17:00."""
    return WorkCalendar(Weekly(), first, last, name)
