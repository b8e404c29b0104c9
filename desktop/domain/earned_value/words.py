"""The figures of earned value in words: what each is called, what it says, and how its value is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from desktop.domain.display import money_text
from desktop.domain.durations import duration_text
from desktop.domain.earned_value.figures import COST, DURATION, WORK, EarnedSchedule, EarnedValue
from desktop.domain.earned_value.performance import Performance
from desktop.domain.plan import ProjectProfile
from desktop.i18n import N_

Words = Callable[..., str]

AMOUNT, INDEX, PERIODS_OF = "amount", "index", "periods"

BASES: Mapping[str, str] = {
    COST: N_("in cost", "earned value"), WORK: N_("in work", "earned value"),
    DURATION: N_("in duration", "earned value"),
}  # fmt: skip
PERIOD_NAMES: Mapping[str, str] = {
    "day": N_("days", "period"), "week": N_("weeks", "period"), "month": N_("months", "period"),
}  # fmt: skip
SERIES: Mapping[str, str] = {
    "planned": N_("Planned value (PV)"), "earned": N_("Earned value (EV)"), "actual": N_("Actual cost (AC)"),
    "forecast": N_("Forecast", "earned value"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the plan."""

    key: str
    title: str
    meaning: str
    """One sentence for those who do not know it."""
    kind: str = AMOUNT
    good: float | None = None
    """From here on it is good, below it is not; None where there is nothing to judge."""
    low_is_good: bool = False


FIGURES = (
    Figure("bac", N_("Budget at completion (BAC)"), N_("What the baseline allows for all of the plan.")),
    Figure("pv", SERIES["planned"], N_("What the baseline wanted done by the status date, in its budget.")),
    Figure("ev", SERIES["earned"], N_("What is done by the status date, in its budget.")),
    Figure("ac", SERIES["actual"], N_("What was spent on it by the status date.")),
    Figure(
        "sv", N_("Schedule variance (SV = EV − PV)"),
        N_("How much more is done than was planned; negative is behind."), good=0,
    ),
    Figure(
        "cv", N_("Cost variance (CV = EV − AC)"),
        N_("How much less was spent than the work done was budgeted at; negative is over cost."), good=0,
    ),
    Figure(
        "spi", N_("Schedule performance index (SPI = EV ÷ PV)"),
        N_("Work done for each unit of work planned; below 1 is behind."), INDEX, good=1,
    ),
    Figure(
        "cpi", N_("Cost performance index (CPI = EV ÷ AC)"),
        N_("Work done for each unit spent; below 1 is over cost."), INDEX, good=1,
    ),
    Figure(
        "eac", N_("Estimate at completion (EAC = BAC ÷ CPI)"),
        N_("What the plan will take if the rest goes on at the efficiency so far."),
    ),
    Figure(
        "eac_planned", N_("EAC, rest as planned (AC + BAC − EV)"),
        N_("What the plan will take if the rest goes as planned after all."),
    ),
    Figure(
        "eac_both", N_("EAC, cost and schedule (AC + (BAC − EV) ÷ (CPI × SPI))"),
        N_("What the plan will take if being late makes the rest more expensive, too."),
    ),
    Figure(
        "etc", N_("Estimate to complete (ETC = EAC − AC)"), N_("What is still to be spent from the status date on.")
    ),
    Figure(
        "vac", N_("Variance at completion (VAC = BAC − EAC)"),
        N_("What will be left of the budget in the end; negative is over it."), good=0,
    ),
    Figure(
        "tcpi", N_("To-complete performance index (TCPI)"),
        N_("The efficiency that the rest needs to keep to the budget; well above 1.1 is seldom reached."), INDEX,
        good=1, low_is_good=True,
    ),
)  # fmt: skip

SCHEDULE_FIGURES = (
    Figure(
        "es", N_("Earned schedule (ES)"), N_("By when the baseline wanted done what is done now."), PERIODS_OF
    ),
    Figure("at", N_("Actual time (AT)"), N_("How much time has gone by since the beginning."), PERIODS_OF),
    Figure(
        "sv", N_("Schedule variance in time (SV(t) = ES − AT)"),
        N_("How far the plan is ahead in time; negative is late."), PERIODS_OF, good=0,
    ),
    Figure(
        "spi", N_("Schedule performance index in time (SPI(t) = ES ÷ AT)"),
        N_("Unlike SPI it still tells a delay when everything is done; below 1 is late."), INDEX, good=1,
    ),
    Figure(
        "ieac", N_("Estimated duration (IEAC(t) = PD ÷ SPI(t))"),
        N_("How long the whole plan will take at the pace so far."), PERIODS_OF,
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as it is shown."""

    figure: Figure
    value: float | None
    text: str
    """"–" where the figure has no meaning."""
    is_good: bool | None
    """None where there is nothing to judge."""


def shown(
    found: EarnedValue, timed: EarnedSchedule | None, period: str, profile: ProjectProfile, words: Words
) -> Iterator[Shown]:
    """All figures of the plan in their order; those of earned schedule in ``period`` where there is one."""
    for figure in FIGURES:
        yield figure_of(figure, found, profile, words)
    for figure in SCHEDULE_FIGURES if timed else ():
        value = getattr(timed, figure.key)
        text = "–" if value is None else _in_time(figure, value, period, words)
        yield Shown(figure, value, text, _is_good(figure, value))


def figure_of(figure: Figure, found: EarnedValue, profile: ProjectProfile, words: Words) -> Shown:
    """One of the figures that are not of time."""
    value: float | None = getattr(found, figure.key)
    if value is None:
        return Shown(figure, None, "–", None)
    text = amount_text(value, found.basis, profile, words) if figure.kind == AMOUNT else f"{value:.2f}"
    return Shown(figure, value, text, _is_good(figure, value))


def _in_time(figure: Figure, value: float, period: str, words: Words) -> str:
    if figure.kind == INDEX:
        return f"{value:.2f}"
    return words(N_("{n} {periods}", "earned value"), n=f"{value:.1f}", periods=words(PERIOD_NAMES[period]))


def _is_good(figure: Figure, value: float | None) -> bool | None:
    if figure.good is None or value is None:
        return None
    # What is shown decides: 0.999 is told as 1.00 and is no reason for alarm.
    rounded = round(value, 2) if figure.kind == INDEX else round(value, 1)
    return rounded <= figure.good if figure.low_is_good else rounded >= figure.good


def amount_text(value: float, basis: str, profile: ProjectProfile, words: Words) -> str:
    """Money with its currency, hours of work, or days."""
    if basis == COST:
        return money_text(round(value), profile.currency_digits, profile.currency)
    return duration_text(round(value), "h" if basis == WORK else "d", profile, words)


def unit_of(basis: str, profile: ProjectProfile, words: Words) -> str:
    """What :func:`scaled` counts: the currency, hours or days."""
    if basis == COST:
        return profile.currency
    return words(N_("hours")) if basis == WORK else words(N_("days"))


def scaled(value: float, basis: str, profile: ProjectProfile) -> float:
    """An amount in whole units: of the currency, hours or days."""
    if basis == COST:
        return value / int(10**profile.currency_digits)
    return value / (60 if basis == WORK else max(profile.minutes_per_day, 1))


def title_of(found: Performance, words: Words) -> str:
    """As of when, against what, and in what the figures are; says so where it is not what the project wants."""
    text = N_("As of {date}, against “{name}”, {basis}.")
    if found.basis != found.wanted:
        text = N_("As of {date}, against “{name}”, {basis}, because the baseline has nothing {wanted}.")
    return words(
        text, date=found.status.isoformat(), name=found.baseline.name, basis=words(BASES[found.basis]),
        wanted=words(BASES[found.wanted]),
    )  # fmt: skip
