"""One line of cost: what an assignment, or the fixed cost of a task, costs and when.

A line is a cumulative function of time. What falls into a period is the difference of two of its
values, each rounded to whole minor units, so that the periods always add up to the total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop.domain.costing.rates import Price
from desktop.domain.costing.work import WorkOverTime

END = 1 << 60
"""After everything."""


class Line:
    """Planned cost over time, and how much of it has come true."""

    def __init__(
        self, work: WorkOverTime, prices: Sequence[Price], *, overtime: int = 0, overtime_done: int | None = None,
        at_once: int = 0, amount: int = 0, accrual: str = "prorated", done: int = 0, started: bool = False,
        finished: bool = False, entered: int | None = None,
    ) -> None:  # fmt: skip
        """``overtime`` is the part of the work at the overtime rate, ``at_once`` the cost per use.

        ``overtime_done`` is the part of ``done`` at that rate; None where it is as much as of all work.

        ``amount`` is a sum that needs no rate and falls due as the work is done; ``done`` is actual
        work in minutes and ``entered`` an actual cost that somebody entered.
        """
        self._work = work
        self._prices = list(prices)
        self._overtime = min(max(0, overtime), work.total)
        done = work.total if finished else min(max(0, done), work.total)
        self._done, self._overtime_done = 0, 0
        if overtime_done is not None and 0 < done < work.total:
            first = max(0, self._overtime - (work.total - done))
            self._done, self._overtime_done = done, max(first, min(overtime_done, done, self._overtime))
        self._at_once = at_once
        self._amount = amount
        self._accrual = accrual
        self._whole = self._variable(work.total) + at_once
        if accrual == "start":
            self._due = self._whole if started else 0
        elif accrual == "end":
            self._due = self._whole if finished else 0
        else:
            self._due = self._variable(done) + (at_once if started else 0)
        self.actual = self._due if entered is None else entered
        self.remaining = 0 if finished else self._whole - self._due

    @property
    def total(self) -> int:
        """Actual and remaining cost."""
        return self.actual + self.remaining

    @property
    def start(self) -> int:
        """Nothing falls due up to here."""
        return self._work.start

    @property
    def finish(self) -> int:
        """Nothing falls due after here."""
        return max(self._work.finish, self._work.start + 1)

    @property
    def is_even(self) -> bool:
        """Whether cost falls due evenly from start to finish, as planned."""
        as_planned = self.actual == self._due and self.remaining == self._whole - self._due
        spread = self._accrual == "prorated" and not self._at_once and len(self._work.stretches) == 1
        return as_planned and spread and not any(self.start < price.start < self.finish for price in self._prices)

    def turns(self) -> Iterator[int]:
        """Moments at which cost begins, ends, or changes its pace."""
        for one in self._work.stretches:
            yield one.start
            yield one.finish
        yield from (price.start for price in self._prices if self.start < price.start < self.finish)

    def planned_by(self, moment: int) -> int:
        """Cost that falls due before ``moment`` by the plan alone."""
        if self._accrual == "start":
            return self._whole if moment > self._work.start else 0
        if self._accrual == "end":
            return self._whole if moment >= self._work.finish and moment > self._work.start else 0
        at_once = self._at_once if moment > self._work.start else 0
        return at_once + self._variable(self._work.by(moment))

    def actual_by(self, moment: int) -> int:
        """Actual cost before ``moment``: an entered one falls due as its planned counterpart did."""
        if self._due <= 0:
            return self.actual if moment > self._work.start else 0
        return self.actual * min(self.planned_by(moment), self._due) // self._due

    def total_by(self, moment: int) -> int:
        """Actual cost before ``moment``, and remaining cost due by then."""
        return self.actual_by(moment) + self.remaining_by(moment)

    def remaining_by(self, moment: int) -> int:
        """Cost still to come that falls due before ``moment``."""
        return min(self.remaining, max(0, self.planned_by(moment) - self._due))

    def _variable(self, work: int) -> int:
        """Cost of the first ``work`` minutes, at the rates of the days on which they are done."""
        total = self._work.total
        if self._amount:
            return self._amount * work // total if total else self._amount
        if not total:
            return 0
        cost, taken, scale = 0, 0, self._done * (total - self._done) or total
        for price, until in pairwise([*self._prices, Price(END, 0, 0, 0)]):
            by = min(work, self._work.by(until.start) if until.start < END else total)
            if by > taken:
                overtime = self._overtime_by(by, scale) - self._overtime_by(taken, scale)
                cost += ((by - taken) * scale - overtime) * price.standard + overtime * price.overtime
                taken = by
        return (cost + 30 * scale) // (60 * scale)

    def _overtime_by(self, work: int, scale: int) -> int:
        """Overtime within the first ``work`` minutes, times ``scale``.

        It is spread over what was done, and over what is left, so that each is dearer from its first minute to
        its last.
        """
        if not self._done:
            return self._overtime * work * scale // self._work.total
        if work <= self._done:
            return self._overtime_done * work * scale // self._done
        later, left = self._overtime - self._overtime_done, self._work.total - self._done
        return self._overtime_done * scale + later * (work - self._done) * scale // left
