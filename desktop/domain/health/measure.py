"""What a health measure is, the limits it is held against, and how it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from desktop.i18n import N_

PASS, FAIL, INFORMATION, NOT_ASSESSED = "pass", "fail", "information", "not_assessed"
VERDICTS: Mapping[str, str] = {
    PASS: N_("passed", "health"), FAIL: N_("failed", "health"), INFORMATION: N_("for information", "health"),
    NOT_ASSESSED: N_("not assessed", "health"),
}  # fmt: skip

TITLES: Mapping[str, str] = {
    "logic": N_("Tasks without predecessor or successor"),
    "leads": N_("Links with a lead"),
    "lags": N_("Links with a lag"),
    "finish_to_start": N_("Finish-to-start links"),
    "hard_constraints": N_("Tasks with a hard constraint"),
    "high_float": N_("Tasks with much total float"),
    "negative_float": N_("Tasks with negative float"),
    "long_duration": N_("Tasks with a long duration"),
    "invalid_dates": N_("Tasks with invalid dates"),
    "resources": N_("Tasks without resources or cost"),
    "missed": N_("Tasks that missed their baseline finish"),
    "critical_path": N_("Critical path test: 600 working days move the finish by"),
    "cpli": N_("Critical path length index (CPLI)"),
    "bei": N_("Baseline execution index (BEI)"),
    "dangling_start": N_("Tasks whose start nothing holds"),
    "dangling_finish": N_("Tasks whose finish holds nothing"),
    "bottleneck": N_("Tasks at which many paths meet"),
}
REASONS: Mapping[str, str] = {
    "no_tasks": N_("there are no unfinished tasks"),
    "no_links": N_("there are no links between unfinished tasks"),
    "no_baseline": N_("there is no baseline"),
    "no_status_date": N_("the project has no status date"),
    "nothing_due": N_("nothing was to be finished by the status date"),
    "no_critical_task": N_("no critical task can be lengthened"),
    "no_length": N_("no time is left between the status date and the finish"),
}


@dataclass(frozen=True, slots=True)
class HealthProfile:
    """Limits in working days; those in per cent and the indices are the same for all."""

    key: str
    title: str
    longest: int
    """A task may last as long as this."""
    most_float: int


DCMA = HealthProfile("dcma", N_("DCMA 14 points"), 44, 44)
CONSULTING = HealthProfile("consulting", N_("Consulting plan"), 10, 20)
PROFILES = {item.key: item for item in (DCMA, CONSULTING)}


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of one plan."""

    key: str
    number: int | None
    """Among the fourteen of DCMA; None for those that are not."""
    value: float | None
    """Per cent, an index, a count or working days, as ``unit`` says; None where it was not assessed."""
    unit: str
    """``%``, ``index``, ``count`` or ``days``."""
    limit: float | None
    at_least: bool
    """Whether the value must reach the limit; else it must not go beyond it."""
    verdict: str
    tasks: tuple[str, ...] = ()
    """Ids of the tasks concerned, in outline order."""
    counted: int = 0
    """Tasks or links that were looked at."""
    reason: str = ""
    """Of :data:`REASONS` where it was not assessed."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is measured, in which unit, and what is still good."""

    key: str
    number: int | None
    unit: str
    limit: float | None = None
    """None where there is nothing to judge by: the measure is for information."""
    at_least: bool = False

    def found(self, value: float, tasks: Iterable[str] = (), counted: int = 0) -> Measure:
        """The measure with its verdict."""
        if self.limit is None:
            verdict = INFORMATION
        else:
            good = value >= self.limit if self.at_least else value <= self.limit
            verdict = PASS if good else FAIL
        return Measure(
            self.key, self.number, value, self.unit, self.limit, self.at_least, verdict, tuple(tasks), counted
        )

    def unknown(self, reason: str) -> Measure:
        """Not assessed, for a ``reason`` of :data:`REASONS`."""
        return Measure(
            self.key, self.number, None, self.unit, self.limit, self.at_least, NOT_ASSESSED, reason=reason
        )


def sentence(measure: Measure, words: Callable[..., str]) -> str:
    """The measure in one line, without the names of its tasks."""
    title, verdict = words(TITLES[measure.key]), words(VERDICTS[measure.verdict])
    if measure.value is None:
        return words(
            N_("{title}: {verdict}, because {reason}"),
            title=title, verdict=verdict, reason=words(REASONS[measure.reason]),
        )  # fmt: skip
    value = _figure(measure.value, measure.unit, words)
    if measure.limit is None:
        return words(N_("{title}: {value}, {verdict}"), title=title, value=value, verdict=verdict)
    limit = _figure(measure.limit, measure.unit, words)
    text = N_("{title}: {value} (at least {limit}), {verdict}")
    if not measure.at_least:
        text = N_("{title}: {value} (at most {limit}), {verdict}")
    return words(text, title=title, value=value, limit=limit, verdict=verdict)


def _figure(value: float, unit: str, words: Callable[..., str]) -> str:
    if unit == "%":
        return f"{value:.1f}".removesuffix(".0") + " %"
    if unit == "days":
        return words(N_("{n} working days", "health"), n=f"{value:.1f}".removesuffix(".0"))
    return f"{value:.2f}" if unit == "index" else f"{value:.0f}"
