"""The figures of earned value and earned schedule.

Formulas: ANSI/EIA-748 as in the PMBOK Guide; earned schedule after Lipke.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

COST, WORK, DURATION = "cost", "work", "duration"
TOO_EARLY = 0.05
"""Indices say nothing before this share of the budget is planned."""


@dataclass(frozen=True, slots=True)
class EarnedValue:
    """The figures at one moment; None where a figure has no meaning (division by zero, or too early)."""

    basis: str
    """What the amounts are: ``cost`` in minor units, ``work`` or ``duration`` in minutes."""
    bac: float
    """Budget at completion."""
    pv: float
    """What was to be done by now, in its budget."""
    ev: float
    """What is done, in its budget."""
    ac: float
    """What it took."""

    @property
    def sv(self) -> float:
        return self.ev - self.pv

    @property
    def cv(self) -> float:
        return self.ev - self.ac

    @property
    def is_early(self) -> bool:
        return self.pv < TOO_EARLY * self.bac

    @property
    def spi(self) -> float | None:
        return None if self.is_early else _over(self.ev, self.pv)

    @property
    def cpi(self) -> float | None:
        return None if self.is_early else _over(self.ev, self.ac)

    @property
    def eac(self) -> float | None:
        """At the efficiency so far: BAC / CPI."""
        return _over(self.bac, self.cpi)

    @property
    def eac_planned(self) -> float:
        """What is left goes as planned: AC + BAC - EV."""
        return self.ac + self.bac - self.ev

    @property
    def eac_both(self) -> float | None:
        """What is left feels cost and schedule: AC + (BAC - EV) / (CPI x SPI)."""
        if self.cpi is None or self.spi is None:
            return None
        left = _over(self.bac - self.ev, self.cpi * self.spi)
        return None if left is None else self.ac + left

    @property
    def vac(self) -> float | None:
        return None if self.eac is None else self.bac - self.eac

    @property
    def etc(self) -> float | None:
        return None if self.eac is None else self.eac - self.ac

    @property
    def tcpi(self) -> float | None:
        """Efficiency that the rest needs to keep to the budget: (BAC - EV) / (BAC - AC)."""
        return _over(self.bac - self.ev, self.bac - self.ac)


@dataclass(frozen=True, slots=True)
class EarnedSchedule:
    """Times in periods of the planned curve: ``es`` earned, ``at`` gone by, ``pd`` planned in all."""

    es: float
    at: float
    pd: float

    @property
    def sv(self) -> float:
        return self.es - self.at

    @property
    def spi(self) -> float | None:
        return _over(self.es, self.at)

    @property
    def tspi(self) -> float | None:
        return _over(self.pd - self.es, self.pd - self.at)

    @property
    def ieac(self) -> float | None:
        return _over(self.pd, self.spi)


def earned_schedule(planned: Sequence[float], ev: float, at: float) -> EarnedSchedule:
    """``planned`` is cumulative PV at the end of each period, from period 1 on; ``at`` in the same periods.

    ES = C + (EV - PV(C)) / (PV(C+1) - PV(C)), with C the last period for which PV(C) <= EV.
    """
    curve = [0.0, *planned]
    pd = next((period for period, value in enumerate(curve) if value >= curve[-1]), 0)
    if ev >= curve[-1]:
        return EarnedSchedule(float(pd), at, pd)
    done = max((period for period, value in enumerate(curve) if value <= ev), default=0)
    return EarnedSchedule(done + (ev - curve[done]) / (curve[done + 1] - curve[done]), at, pd)


def _over(above: float, below: float | None) -> float | None:
    return above / below if below else None
