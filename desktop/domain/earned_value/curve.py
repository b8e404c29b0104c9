"""The S-curve: planned, earned, actual and forecast value by day, week or month.

All four are cumulative, each point read at the end of its period; what falls into one period is a difference of two
points, so that periods add up to the figures exactly.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.domain.costing import edges
from desktop.domain.earned_value.figures import EarnedSchedule, earned_schedule
from desktop.domain.earned_value.performance import Performance
from desktop.domain.scheduling import to_datetime, to_minutes

PERIODS = ("day", "week", "month")
MOST = 1500
"""Periods of one curve: more can neither be read nor seen."""
_DAYS = {"day": 1, "week": 7, "month": 28}
Values = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """Cumulative values by period; None where a series says nothing. Amounts as in the figures of the plan."""

    basis: str
    period: str
    """``day``, ``week`` (from Monday) or ``month``."""
    status: dt.date
    edges: tuple[dt.date, ...]
    """Period ``i`` goes from ``edges[i]`` to the day before ``edges[i + 1]``."""
    planned: Values
    earned: Values
    """Up to the period of the status date, which counts through that day alone."""
    actual: Values
    forecast: Values
    """From the period of the status date on: actual cost, and what remains as the plan stands. What should have been
    done by the status date and was not falls into the first period after it."""

    @property
    def now(self) -> int:
        """The period in which the status date lies."""
        return sum(value is not None for value in self.earned) - 1

    def steps(self, name: str) -> Values:
        """What falls into each period, of the series ``name``; the forecast goes on from the actual value."""
        values: Values = getattr(self, name)
        found: list[int | None] = []
        before, now = 0, self.now
        for at, value in enumerate(values):
            if name == "forecast" and at == now:
                before = self.actual[at] or 0
            found.append(None if value is None else value - before)
            before = before if value is None else value
        return tuple(found)

    def earned_schedule(self) -> EarnedSchedule | None:
        """Earned schedule in periods of the curve; None where nothing was planned."""
        now, earned = self.now, self.earned[self.now]
        if earned is None or not any(self.planned):
            return None
        first, end = self.edges[now], self.edges[now + 1]
        gone = now + ((self.status - first).days + 1) / (end - first).days
        return earned_schedule([value or 0 for value in self.planned], earned, gone)


def curve(found: Performance, period: str = "week") -> Curve:
    """The curve of a plan, from the first that is planned or done to the last, and through the status date.

    A period so short that there would be too many gives way to the next longer one.
    """
    first, last = found.extent()
    until = max(last, found.night)
    if found.total_by([until])[0] != found.actual_by([found.night])[0]:
        until = max(until, found.night + 1)  # what is left over falls into a period after the status date
    start = min(to_datetime(first), dt.datetime.combine(found.status, dt.time()))
    finish = to_datetime(until)
    days = (finish - start).days
    period = next((one for one in PERIODS[PERIODS.index(period) :] if days // _DAYS[one] < MOST), PERIODS[-1])
    between = edges(start, finish, period)
    ends = [to_minutes(edge) for edge in between[1:]]
    known = sum(1 for begin in between[:-1] if to_minutes(begin) < found.night)
    passed = [min(end, found.night) for end in ends[:known]]
    earned, actual = found.earned_by(passed), found.actual_by(passed)
    total = found.total_by(ends)
    forecast: list[int | None] = [
        None if end < found.night else amount if end > found.night else actual[-1]
        for end, amount in zip(ends, total, strict=True)
    ]
    unknown = (None,) * (len(ends) - known)
    return Curve(
        found.basis, period, found.status, tuple(edge.date() for edge in between), tuple(found.planned_by(ends)),
        (*earned, *unknown), (*actual, *unknown), tuple(forecast),
    )  # fmt: skip


def period_for(found: Performance) -> str:
    """The period in which the plan is well seen: some ten to a hundred points."""
    first, last = found.extent()
    days = (max(last, found.night) - first) // 1440
    return "day" if days <= 45 else "week" if days <= 1000 else "month"

