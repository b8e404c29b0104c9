"""Variances in words: the columns of their table, and what changed since a baseline in a few sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.display import date_text, moment_text, money_text
from desktop.domain.durations import duration_text
from desktop.domain.plan import ProjectProfile
from desktop.domain.variance.compare import ADDED, KINDS, REMOVED, Comparison, Variance
from desktop.i18n import N_

Words = Callable[..., str]
Value = int | float | str | None


@dataclass(frozen=True, slots=True)
class VarianceColumn:
    """One column of the table."""

    key: str
    title: str
    text: Callable[[Variance, ProjectProfile, Words], str]
    value: Callable[[Variance], Value]
    """What it is sorted by."""
    number: bool = True
    judged: bool = False
    """Whether above zero is worse than agreed."""


def name_text(one: Variance, words: Words) -> str:
    """The name of the task; a deleted one may have none any more."""
    return one.name or words(N_("Deleted task"))


def signed(minutes: int | None, unit: str, profile: ProjectProfile, words: Words) -> str:
    """``+2d``, ``-1d``, ``0d``; "" for nothing."""
    if minutes is None:
        return ""
    return ("+" if minutes > 0 else "") + duration_text(minutes, unit, profile, words)


def signed_money(minor: int | None, profile: ProjectProfile) -> str:
    """``+1,200.00``; "" for nothing."""
    if minor is None:
        return ""
    return ("+" if minor > 0 else "") + money_text(minor, profile.currency_digits)


def _time(key: str, title: str) -> VarianceColumn:
    unit = "h" if key == "work" else "d"
    return VarianceColumn(
        key, title, lambda one, profile, words: signed(getattr(one, key), unit, profile, words),
        lambda one: getattr(one, key), judged=True,
    )  # fmt: skip


def _moment(key: str, title: str, side: str, field: str) -> VarianceColumn:
    def text(one: Variance) -> str:
        return moment_text(getattr(getattr(one, side), field, None))

    return VarianceColumn(key, title, lambda one, _, __: text(one), lambda one: text(one) or None, number=False)


COLUMNS: tuple[VarianceColumn, ...] = (
    VarianceColumn("kind", N_("Change", "variance"), lambda one, _, words: words(KINDS[one.kind]), lambda one: one.kind,
                   number=False),
    _moment("baseline_finish", N_("Baseline finish"), "before", "finish"),
    _moment("now_finish", N_("Finish"), "after", "finish"),
    _time("finish", N_("Finish variance")),
    _moment("baseline_start", N_("Baseline start"), "before", "start"),
    _moment("now_start", N_("Start"), "after", "start"),
    _time("start", N_("Start variance")),
    _time("duration", N_("Duration variance")),
    _time("work", N_("Work variance")),
    VarianceColumn(
        "cost", N_("Cost variance"), lambda one, profile, _: signed_money(one.cost, profile), lambda one: one.cost,
        judged=True,
    ),
)  # fmt: skip
"""Behind the name of the task."""


def sentences_of(found: Comparison, profile: ProjectProfile, words: Words) -> list[str]:
    """What changed since the baseline, the finish of the project first."""
    said = [_finish(found, profile, words)] if found.whole.before and found.whole.after else []
    counts = (
        (len(found.later), N_("finishing later: {n}")), (len(found.earlier), N_("finishing earlier: {n}")),
        (len(found.of(ADDED)), N_("added: {n}")), (len(found.of(REMOVED)), N_("removed: {n}")),
    )  # fmt: skip
    parts = [words(text, n=count) for count, text in counts if count]
    if parts:
        said.append(words(N_("Tasks {parts}."), parts=words(N_(", ", "list")).join(parts)))
    whole = found.whole
    if whole.cost:
        text = N_("The plan costs {amount} more.") if whole.cost > 0 else N_("The plan costs {amount} less.")
        amount = money_text(abs(whole.cost), profile.currency_digits, profile.currency)
        said.append(words(text, amount=amount))
    if whole.work:
        text = N_("It takes {amount} more work.") if whole.work > 0 else N_("It takes {amount} less work.")
        said.append(words(text, amount=duration_text(abs(whole.work), "h", profile, words)))
    return said


def _finish(found: Comparison, profile: ProjectProfile, words: Words) -> str:
    whole = found.whole
    assert whole.before is not None
    assert whole.after is not None
    late = whole.finish or 0
    text = N_("The plan finishes on {now}, as in “{name}”.")
    if late:
        text = N_("The plan finishes on {now}, {days} later than in “{name}” ({then}).")
        if late < 0:
            text = N_("The plan finishes on {now}, {days} earlier than in “{name}” ({then}).")
    return words(
        text, now=date_text(whole.after.finish), then=date_text(whole.before.finish), name=found.before.name,
        days=duration_text(abs(late), "d", profile, words),
    )  # fmt: skip
