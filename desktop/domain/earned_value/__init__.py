"""Earned value, earned schedule and the curves they make, against a baseline. Pure, and never stored.

``performance(project, schedule)`` gives figures of every task and the curves; ``earned_value`` the figures of the plan.
Amounts are minor units, or minutes where the basis is work or duration. The status date counts through its end.
"""

from desktop.domain.earned_value.curve import PERIODS, Curve, curve, period_for
from desktop.domain.earned_value.figures import (
    COST,
    DURATION,
    TOO_EARLY,
    WORK,
    EarnedSchedule,
    EarnedValue,
    earned_schedule,
)
from desktop.domain.earned_value.performance import Performance, earned_share, earned_value, performance
from desktop.domain.earned_value.words import (
    AMOUNT,
    BASES,
    FIGURES,
    PERIOD_NAMES,
    SERIES,
    Figure,
    Shown,
    amount_text,
    figure_of,
    scaled,
    shown,
    title_of,
    unit_of,
)

__all__ = [
    "AMOUNT", "BASES", "COST", "DURATION", "FIGURES", "PERIODS", "PERIOD_NAMES", "SERIES", "TOO_EARLY", "WORK", "Curve",
    "EarnedSchedule", "EarnedValue", "Figure", "Performance", "Shown", "amount_text", "curve", "earned_schedule",
    "earned_share", "earned_value", "figure_of", "performance", "period_for", "scaled", "shown", "title_of", "unit_of",
]  # fmt: skip
