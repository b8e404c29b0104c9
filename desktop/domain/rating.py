"""How a project stands: a proposed red–amber–green rating for each dimension, with its reason.

A rating is measured against the tolerance agreed for *this* project, not felt: green is within
tolerance, amber exceeds it in part while the whole can still be held, red exceeds it or will, so that
somebody above the project manager has to decide. What the records say nothing about is not rated.
Reasons are translatable texts with facts, so that a report can give them in any language.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop.domain.control import Issue
from desktop.domain.filters import HIGH_SCORE
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.record import choices
from desktop.domain.risks import Risk
from desktop.domain.scheduling import Schedule, to_minutes
from desktop.i18n import N_

GREEN, AMBER, RED, GREY = "green", "amber", "red", "grey"
RATINGS = choices(green=N_("Green"), amber=N_("Amber"), red=N_("Red"), grey=N_("Not assessed"))
DIMENSIONS = choices(
    schedule=N_("Schedule"), cost=N_("Cost"), scope=N_("Scope"), quality=N_("Quality"), risk=N_("Risk"),
    resource=N_("Resources"),
)  # fmt: skip
_WORST_FIRST = (RED, AMBER, GREEN)
SERIOUS = frozenset({"high", "critical"})


@dataclass(frozen=True, slots=True)
class Rating:
    """The proposed rating of one dimension; ``reason`` is a translatable text that ``facts`` fill."""

    dimension: str
    rating: str
    reason: str
    facts: Mapping[str, object] = field(default_factory=dict)
    count: int | None = None
    """Chooses between ``reason`` and ``many``, and is the fact ``n``."""
    many: str = ""


def overall(ratings: Mapping[str, str] | tuple[Rating, ...]) -> str:
    """The worst of what is rated; grey when nothing is."""
    given = set(ratings.values()) if isinstance(ratings, Mapping) else {item.rating for item in ratings}
    return next((rating for rating in _WORST_FIRST if rating in given), GREY)


def rate(project: Project, schedule: Schedule, as_of: dt.date) -> tuple[Rating, ...]:
    """Every dimension of :data:`DIMENSIONS`, in order, from what ``project`` holds as of a day."""
    found = []
    for dimension in DIMENSIONS:
        if dimension == "schedule":
            found.append(rate_schedule(project, schedule, as_of))
        elif dimension == "risk":
            found.append(rate_risk(project))
        else:
            found.append(_rate_by_issues(project, dimension))
    return tuple(found)


# -- schedule -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Finish:
    """When the plan ends now, and when it was agreed to end; ``variance`` in working days, late is positive."""

    forecast: dt.datetime
    agreed: dt.datetime | None
    variance: int | None


def working_days(project: Project, schedule: Schedule, start: dt.datetime, finish: dt.datetime) -> int:
    """Working days of the project calendar from ``start`` to ``finish``, negative backwards; a begun day counts."""
    minutes = schedule.calendar().between(to_minutes(start), to_minutes(finish))
    days = -(-abs(minutes) // project.profile.minutes_per_day)
    return days if minutes >= 0 else -days


def planned_dates(project: Project) -> dict[str, tuple[dt.datetime | None, dt.datetime | None]]:
    """Start and finish of each task in the baseline in force."""
    baseline = project.baseline
    return {item.task: (item.start, item.finish) for item in (baseline.tasks if baseline else ()) if item.task}


def project_finish(project: Project, schedule: Schedule) -> Finish | None:
    """The end of the plan against its baseline, or the planned finish where there is none; None without tasks."""
    active = [task.id for task in project.table(Task).values() if task.active and task.id in schedule]
    if not active:
        return None
    forecast = max(schedule.of(task).finish for task in active)
    agreed = max((finish for _, finish in planned_dates(project).values() if finish), default=None)
    if agreed is None and (day := project.profile.planned_finish):
        agreed = dt.datetime.combine(day, dt.time(23, 59))
    variance = working_days(project, schedule, agreed, forecast) if agreed else None
    return Finish(forecast, agreed, variance)


def rate_schedule(project: Project, schedule: Schedule, as_of: dt.date) -> Rating:
    """Red: the end of the plan exceeds the tolerance. Amber: only a part of the plan does, or its dates have passed."""
    finish = project_finish(project, schedule)
    if finish is None or finish.variance is None:
        return Rating("schedule", GREY, N_("No baseline to compare with."))
    allowed = project.profile.tolerance_days or 0
    facts = {"tolerance": allowed}
    if finish.variance > allowed:
        one = N_("Forecast finish {n} working day after the baseline, tolerance {tolerance}.")
        many = N_("Forecast finish {n} working days after the baseline, tolerance {tolerance}.")
        return Rating("schedule", RED, one, facts, finish.variance, many)
    late = list(_late_parts(project, schedule, allowed))
    if late:
        one = N_("“{name}” is forecast later than tolerance allows; the end of the plan holds.")
        many = N_("{n} milestones or deadlines are forecast later than tolerance allows; the end of the plan holds.")
        return Rating("schedule", AMBER, one, {"name": late[0].name}, len(late), many)
    overdue = sum(1 for _ in _overdue_critical(project, schedule, as_of))
    if overdue:
        one = N_("{n} critical task should be finished and is not.")
        many = N_("{n} critical tasks should be finished and are not.")
        return Rating("schedule", AMBER, one, {}, overdue, many)
    if finish.variance <= 0:
        return Rating("schedule", GREEN, N_("Forecast finish on or before the baseline."))
    one = N_("Forecast finish {n} working day after the baseline, within the tolerance of {tolerance}.")
    many = N_("Forecast finish {n} working days after the baseline, within the tolerance of {tolerance}.")
    return Rating("schedule", GREEN, one, facts, finish.variance, many)


def _late_parts(project: Project, schedule: Schedule, allowed: int) -> Iterator[Task]:
    """Unfinished milestones and tasks with a deadline that are forecast more than ``allowed`` days late."""
    agreed = planned_dates(project)
    for task in project.table(Task).values():
        if not task.active or task.actual_finish or task.id not in schedule:
            continue
        limit = task.deadline or (agreed.get(task.id, (None, None))[1] if task.milestone else None)
        if limit and working_days(project, schedule, limit, schedule.of(task.id).finish) > allowed:
            yield task


def _overdue_critical(project: Project, schedule: Schedule, as_of: dt.date) -> Iterator[Task]:
    for identity in schedule.critical_ids:
        task = project.find(Task, identity)
        if task is not None and task.percent_complete < 100 and schedule.of(identity).finish.date() < as_of:
            yield task


# -- the others -----------------------------------------------------------------------------------


def rate_risk(project: Project) -> Rating:
    """Red: a high threat that nobody answers. Amber: a high threat that is being answered."""
    threats = [r for r in project.table(Risk).values() if r.is_open and r.kind == "threat" and r.score is not None]
    if not threats:
        return Rating("risk", GREY, N_("No open risk has been assessed."))
    high = [risk for risk in threats if (risk.score or 0) >= HIGH_SCORE]
    bare = [risk for risk in high if not (risk.owner and risk.response.strip())]
    if bare:
        one, many = N_("{n} high risk without owner or response."), N_("{n} high risks without owner or response.")
        return Rating("risk", RED, one, {}, len(bare), many)
    if high:
        one, many = N_("{n} high risk, with a response under way."), N_("{n} high risks, with responses under way.")
        return Rating("risk", AMBER, one, {}, len(high), many)
    one, many = N_("{n} open risk, none of them high."), N_("{n} open risks, none of them high.")
    return Rating("risk", GREEN, one, {}, len(threats), many)


def _rate_by_issues(project: Project, dimension: str) -> Rating:
    """A dimension that only the issues of its category speak of; without an issue log nothing is claimed."""
    issues = [issue for issue in project.table(Issue).values() if issue.category == dimension]
    if not issues:
        return Rating(dimension, GREY, N_("Nothing recorded to assess it by."))
    open_ones = [issue for issue in issues if issue.is_open]
    serious = [issue for issue in open_ones if issue.severity in SERIOUS]
    lost = [i for i in serious if i.response_status == "off_track" or i.status == "escalated"]
    if lost:
        one, many = N_("{n} serious issue needs a decision."), N_("{n} serious issues need a decision.")
        return Rating(dimension, RED, one, {}, len(lost), many)
    if serious:
        one, many = N_("{n} serious issue is being resolved."), N_("{n} serious issues are being resolved.")
        return Rating(dimension, AMBER, one, {}, len(serious), many)
    one, many = N_("{n} minor issue is open."), N_("{n} minor issues are open.")
    if open_ones:
        return Rating(dimension, GREEN, one, {}, len(open_ones), many)
    return Rating(dimension, GREEN, N_("All recorded issues are resolved."))
