"""Where the project stands today, in figures: for the overview and for the status report.

Each figure counts with the named filter of a register (:mod:`desktop.domain.filters`), so that a
click on it shows exactly what was counted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from desktop.domain.communication import PARTY, Action, Communication, Decision
from desktop.domain.control import Issue
from desktop.domain.filters import named
from desktop.domain.forecast import Forecast, Milestone, forecast, milestones
from desktop.domain.people import Person
from desktop.domain.project import Project
from desktop.domain.rating import Rating, ratings, worst
from desktop.domain.record import Record
from desktop.domain.risks import PROXIMITY, Risk
from desktop.domain.scheduling import Schedule

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class SideFigures:
    """Actions of one side (a code of ``communication.PARTY``), the earliest due date first."""

    open: tuple[Action, ...]
    overdue: tuple[Action, ...]
    week: tuple[Action, ...]
    """Due today or within the next six days."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything the overview shows. Records stand in the order in which they deserve attention."""

    today: dt.date
    plan: Forecast
    milestones: tuple[Milestone, ...]
    risks: tuple[Risk, ...]
    """Open risks; see :func:`by_attention`."""
    risks_high: tuple[Risk, ...]
    risks_review: tuple[Risk, ...]
    risks_unassessed: tuple[Risk, ...]
    issues: tuple[Issue, ...]
    """Open issues."""
    issues_overdue: tuple[Issue, ...]
    actions: Mapping[str, SideFigures]
    """By side: ``us``, ``client``, ``third_party``."""
    follow_ups_overdue: tuple[Communication, ...]
    follow_ups_coming: tuple[Communication, ...]
    """Today or within the next six days."""
    contacts_due: tuple[Person, ...]
    decisions: tuple[Decision, ...]
    """Decisions that are not taken yet."""
    decisions_overdue: tuple[Decision, ...]
    ratings: Mapping[str, Rating]
    """Proposals by the keys of :data:`desktop.domain.rating.DIMENSIONS`."""

    @property
    def overall(self) -> Rating:
        """The worst of the ratings that are known."""
        return worst(self.ratings)


def figures(project: Project, schedule: Schedule, today: dt.date) -> Figures:
    """The state of ``project`` as of ``today``."""
    plan = forecast(project, schedule, today)
    risks = by_attention(project.table(Risk).values())
    actions = _by_day(project.table(Action), lambda action: action.due)
    decisions = _by_day(project.table(Decision), lambda decision: decision.needed_by)
    issues = _by_day(project.table(Issue), lambda issue: issue.target)
    logs = _by_day(project.table(Communication), lambda log: log.follow_up)
    people = _by_day(project.table(Person), lambda person: person.next_contact)
    return Figures(
        today=today,
        plan=plan,
        milestones=milestones(project, schedule, today),
        risks=passing(risks, Risk, "open", today),
        risks_high=passing(risks, Risk, "high", today),
        risks_review=passing(risks, Risk, "review", today),
        risks_unassessed=passing(risks, Risk, "unassessed", today),
        issues=passing(issues, Issue, "open", today),
        issues_overdue=passing(issues, Issue, "overdue", today),
        actions={side: _side([action for action in actions if action.side == side], today) for side in PARTY},
        follow_ups_overdue=passing(logs, Communication, "overdue", today),
        follow_ups_coming=passing(logs, Communication, "week", today),
        contacts_due=passing(people, Person, "contact", today),
        decisions=passing(decisions, Decision, "open", today),
        decisions_overdue=passing(decisions, Decision, "overdue", today),
        ratings=ratings(project, plan),
    )


def passing(records: Iterable[R], kind: type[R], name: str, today: dt.date) -> tuple[R, ...]:
    """The records that pass the named filter of their register; KeyError when there is no such filter."""
    chosen = named(kind, name)
    if chosen is None:
        raise KeyError(name)
    return tuple(item for item in records if chosen.test(item, today))


def by_attention(risks: Iterable[Risk]) -> list[Risk]:
    """Highest score first, among equals the nearest: the product alone must not decide."""
    order = list(PROXIMITY)

    def key(risk: Risk) -> tuple[int, int, int]:
        nearness = order.index(risk.proximity) if risk.proximity in order else len(order)
        return -(risk.score or 0), nearness, risk.number

    return sorted(risks, key=key)


def _by_day(table: Mapping[str, R], day: Callable[[R], dt.date | None]) -> list[R]:
    return sorted(table.values(), key=lambda item: (day(item) or dt.date.max, item.number))


def _side(actions: list[Action], today: dt.date) -> SideFigures:
    return SideFigures(
        passing(actions, Action, "open", today),
        passing(actions, Action, "overdue", today),
        passing(actions, Action, "week", today),
    )
