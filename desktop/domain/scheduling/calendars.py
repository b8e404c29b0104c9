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
from collections.abc import Callable, Iterable
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
Layout = tuple[list[int], list[int], list[int], int]
"""Starts, ends and work before of the bands, and the moment up to which they are laid out."""


def _laid_out(table: Table, first: int, last: int) -> Layout:
    """The bands of the days from ``first`` to before ``last``.

    The outermost entries are sentinels: whatever lands in them lies outside what is laid out. Beyond
    the calendar of plans everything is working time, so that nothing is searched for ever.
    """
    edge = last * DAY
    origin = table.before[0] if table.before else table.total
    starts = [first * DAY - FAR, *table.starts, edge if last >= LAST_DAY else FAR]
    return starts, [first * DAY, *table.ends, 4 * FAR], [origin - FAR, *table.before, table.total], edge


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
        "_cycle", "_layout", "_lock", "_rules",
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
        self._lock = RLock()
        first = max(FIRST_DAY, min(first, LAST_DAY - 1))
        last = max(first + 1, min(last, LAST_DAY))
        self._layout = [_laid_out(lay_out(rules, first, last), first, last)]
        """The one layout that holds. It is replaced, never changed, so that threads may ask the same calendar."""
        self._cycle = [NEVER, NEVER, 0]
        """From where on answers are moved: as a moment and in work; and the work of a period. Any that was ever
        right stays so.
        """
        self._find_cycle()
        self._make_functions()

    # -- layout ---------------------------------------------------------------------------------

    def _extend(self, starts: list[int], earlier: bool) -> bool:
        """Lay out more years on one side than the layout of ``starts`` has; false where the calendar of plans ends.

        True too where another thread has done so by now.
        """
        with self._lock:
            known, ends, before, edge = self._layout[0]
            if known is not starts:
                return True
            first, last = ends[0] // DAY, edge // DAY
            days = min(max(last - first, 730), 1460)  # as much again, but not decades that nobody may ask for
            if first <= FIRST_DAY if earlier else last >= LAST_DAY:
                return False
            here = Table(starts[1:-1], ends[1:-1], before[1:-1], before[-1])
            if earlier:
                begin = max(FIRST_DAY, first - days)
                more = lay_out(self._rules, begin, first)
                origin = here.before[0] if here.before else here.total
                shifted = [work + origin - more.total for work in more.before]
                whole = Table(more.starts, more.ends, shifted, origin).append(here)
                self._layout[0] = _laid_out(whole, begin, last)
            else:
                end = min(LAST_DAY, last + days + -(last + days - MONDAY) % 7)  # whole weeks are copied
                whole = here.append(lay_out(self._rules, last, end, here.total))
                self._layout[0] = _laid_out(whole, first, end)
            self._find_cycle()
            return True

    def _find_cycle(self) -> None:
        """Answers are moved to the last period but one, so that a period of work fits in before it and behind it."""
        _, ends, before, edge = self._layout[0]
        usual, last = self._rules.usual, edge // DAY
        begin = last - (3 * PERIOD + 2 * WEEK) // DAY
        whole = usual is not None and last % 7 == MONDAY and last < LAST_DAY and begin > ends[0] // DAY
        if usual is not None and whole and self._rules.usual_until(begin) > LAST_DAY:
            work = usual.total * (PERIOD // WEEK)
            self._cycle[2] = work  # first: whoever reads a moment finds its work there
            self._cycle[1], self._cycle[0] = before[-1] - work, edge - PERIOD

    def _extend_to_end(self) -> None:
        """Lay out all there is, and move no more answers: one that was moved beyond the end would be moved for ever."""
        while self._extend(self._layout[0][0], earlier=False):
            pass
        self._cycle[0] = self._cycle[1] = NEVER

    def _make_functions(self) -> None:
        # Closures over the layout: these run several times for every task of every calculation.
        layout, cycle, extend, extend_to_end = self._layout, self._cycle, self._extend, self._extend_to_end

        def place(t: int, duration: int) -> tuple[int, int, int]:
            starts, ends, before, _ = layout[0]
            periods, usual = 0, cycle[0]
            if t >= usual and duration <= cycle[2]:
                periods = (t - usual) // PERIOD + 1
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
            if (not i and extend(starts, True)) or (f >= FAR and extend(starts, False)):
                return place(t + periods * PERIOD, duration)
            if periods:
                if f + periods * PERIOD < END:
                    return s + periods * PERIOD, f + periods * PERIOD, w + periods * cycle[2]
                extend_to_end()
                return place(t + periods * PERIOD, duration)
            return s, f, w

        def place_point(t: int, duration: int) -> tuple[int, int, int]:
            starts, ends, before, edge = layout[0]
            usual = cycle[0]
            if usual > t >= edge and extend(starts, False):
                return place_point(t, duration)
            if usual <= t < END:
                periods = (t - usual) // PERIOD + 1
                s, f, w = place_point(t - periods * PERIOD, 0)
                if f + periods * PERIOD < END:
                    return s + periods * PERIOD, f + periods * PERIOD, w + periods * cycle[2]
                extend_to_end()
                return place_point(t, duration)
            i = bisect_left(ends, t)
            if i and ends[i] == t:
                return t, t, before[i] + t - starts[i]
            return place(t, 0)

        def place_back(t: int, duration: int) -> tuple[int, int, int]:
            starts, ends, before, edge = layout[0]
            periods, usual = 0, cycle[0]
            if t >= usual and duration <= cycle[2]:
                if t >= END:
                    extend_to_end()
                    starts, ends, before, edge = layout[0]
                else:
                    periods = (t - usual) // PERIOD + 1
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
            if ((not i or s < ends[0]) and extend(starts, True)) or (t >= edge and extend(starts, False)):
                return place_back(t + periods * PERIOD, duration)
            if periods:
                return s + periods * PERIOD, f + periods * PERIOD, w + periods * cycle[2]
            return s, f, w

        def from_work(w: int, duration: int) -> tuple[int, int, int]:
            starts, ends, before, _ = layout[0]
            periods, done, share = 0, cycle[1], cycle[2]
            if w >= done and duration <= share:
                periods = (w - done) // share + 1
                w -= periods * share
            i = bisect_right(before, w) - 1
            s = starts[i] + w - before[i]
            f = s + duration
            if f > ends[i]:
                j = bisect_left(before, w + duration) - 1
                f = starts[j] + w + duration - before[j]
            if (i <= 0 and extend(starts, True)) or (f >= FAR and extend(starts, False)):
                return from_work(w + periods * share, duration)
            if periods:
                w += periods * share
                if f + periods * PERIOD < END:
                    return s + periods * PERIOD, f + periods * PERIOD, w
                extend_to_end()
                return from_work(w, duration)
            return s, f, w

        def earliest(work: int) -> int:
            starts, _, before, _ = layout[0]
            done, share = cycle[1], cycle[2]
            if work >= done:
                periods = (work - done) // share + 1
                minute = earliest(work - periods * share) + periods * PERIOD
                if minute < END:
                    return minute
                extend_to_end()
                return earliest(work)
            j = bisect_left(before, work) - 1
            minute = starts[j] + work - before[j]
            if (j <= 0 and extend(starts, True)) or (minute >= FAR and extend(starts, False)):
                return earliest(work)
            return minute

        def latest(work: int) -> int:
            starts, _, before, _ = layout[0]
            done, share = cycle[1], cycle[2]
            if work >= done:
                periods = (work - done) // share + 1
                minute = latest(work - periods * share) + periods * PERIOD
                if minute < END:
                    return minute
                extend_to_end()
                return latest(work)
            j = bisect_right(before, work) - 1
            minute = starts[j] + work - before[j]
            if (j <= 0 and extend(starts, True)) or (minute >= FAR and extend(starts, False)):
                return latest(work)
            return minute

        def work_at(t: int) -> int:
            starts, ends, before, edge = layout[0]
            usual = cycle[0]
            if t >= usual:
                if t < END:
                    periods = (t - usual) // PERIOD + 1
                    return work_at(t - periods * PERIOD) + periods * cycle[2]
                extend_to_end()
                starts, ends, before, edge = layout[0]
            i = bisect_right(starts, t) - 1
            end = ends[i]
            if (t < ends[0] and extend(starts, True)) or (t >= edge and extend(starts, False)):
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
        while True:
            starts, ends, _, edge = self._layout[0]
            if finish < edge or not self._extend(starts, earlier=False):
                break
        spans = []
        position = start
        for i in range(bisect_right(ends, start), len(starts)):
            begin = min(starts[i], finish)
            if begin > position:
                spans.append((position, begin))
            position = ends[i]
            if position >= finish:
                break
        return spans

    def intersect(self, other: WorkCalendar, until: int = LAST_DAY + 1) -> WorkCalendar:
        """Time that is working in both; see ``has_working_time`` for whether there is any.

        From the day ordinal ``until`` on this calendar alone counts.
        """
        mine, its = self._layout[0], other._layout[0]
        first, last = min(mine[1][0], its[1][0]) // DAY, max(mine[3], its[3]) // DAY
        return WorkCalendar(Both(self._rules, other._rules, until), first, last, f"{self.name} ∩ {other.name}")

    def has_working_time(self, first: int) -> bool:
        """Whether there is any within 400 days from the day ordinal ``first``."""
        return any(map(self._rules.bands, self._candidates(first, first + 400)))

    def last_worked(self, first: int, days: int) -> int | None:
        """The last working day within ``days`` from the day ordinal ``first``."""
        found = list(self._candidates(first, first + days))
        return next(filter(self._rules.bands, reversed(found)), None)

    def _candidates(self, first: int, last: int) -> Iterable[int]:
        """Days that may be worked on, in order."""
        return self._rules.candidates(first, last) if isinstance(self._rules, Both) else range(first, last)


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


def standard_calendar(first: int, last: int) -> WorkCalendar:
    """Monday to Friday 08:00-12:00 and 13:00-17:00."""
    return WorkCalendar(Weekly(), first, last, "Standard")
