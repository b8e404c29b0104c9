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
MEANINGS: Mapping[str, str] = {
    "logic": N_("What nothing leads to, or what leads nowhere, does not move with the plan."),
    "leads": N_("A lead lets a task begin before what it waits for is done, and hides how much must be done first."),
    "lags": N_("A lag is time in which nothing is planned; a task that says what it is for can be managed."),
    "finish_to_start": N_("Finish-to-start is the logic everybody understands and the least prone to mistakes."),
    "hard_constraints": N_("A hard constraint holds a task on its date, whatever delays the tasks before it."),
    "high_float": N_("Very much float usually means that a link is missing."),
    "negative_float": N_("Negative float means that a date cannot be kept as the plan stands."),
    "long_duration": N_("What takes very long shows a delay late; smaller tasks can be measured."),
    "invalid_dates": N_("What is done lies before the status date, what is to come lies after it."),
    "resources": N_("Without people or cost nobody can tell whether the task can be done."),
    "missed": N_("Tasks that ended, or will end, later than agreed although they were due by the status date."),
    "critical_path": N_("If a critical task takes much longer, the end of the project must move as much."),
    "cpli": N_("Below 1 the agreed finish needs more than is planned for the time that is left."),
    "bei": N_("Tasks finished for every task that was to be finished by the status date; below 1 work piles up."),
    "dangling_start": N_("Only their finish waits for something, so they may begin at any time."),
    "dangling_finish": N_("Only their start leads to something, so nothing shows when they take longer."),
    "bottleneck": N_("Where many paths meet, the chance to be on time is smaller than on any of them."),
}
"""What each measure is good for, in one sentence."""
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
    value = figure_text(measure.value, measure.unit, words)
    if measure.limit is None:
        return words(N_("{title}: {value}, {verdict}"), title=title, value=value, verdict=verdict)
    limit = figure_text(measure.limit, measure.unit, words)
    text = N_("{title}: {value} (at least {limit}), {verdict}")
    if not measure.at_least:
        text = N_("{title}: {value} (at most {limit}), {verdict}")
    return words(text, title=title, value=value, limit=limit, verdict=verdict)


def limit_text(measure: Measure, words: Callable[..., str]) -> str:
    """``≤ 5 %``; "" where there is none."""
    if measure.limit is None:
        return ""
    return f"{'≥' if measure.at_least else '≤'} {figure_text(measure.limit, measure.unit, words)}"


def figure_text(value: float, unit: str, words: Callable[..., str]) -> str:
    """A value in its unit."""
    if unit == "%":
        return f"{value:.1f}".removesuffix(".0") + " %"
    if unit == "days":
        return words(N_("{n} working days", "health"), n=f"{value:.1f}".removesuffix(".0"))
    return f"{value:.2f}" if unit == "index" else f"{value:.0f}"
