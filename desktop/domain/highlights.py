"""What is worth telling of a project's last and next days: the material of a status report.

Everything is chosen from the records by rule and keeps the record it came from, so that every line of
a report can be traced. Lists are whole; whoever shows them cuts them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.domain.control import SEVERITY, Issue
from desktop.domain.forecast import leaves
from desktop.domain.overview import by_attention
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.risks import Risk
from desktop.domain.scheduling import Schedule, to_minutes

WEIGHTY_SCORE = 10
"""Threats from this score on are told before minor issues."""
SERIOUS = frozenset({"high", "critical"})


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a report tells of, both included."""

    first: dt.date
    last: dt.date

    @property
    def following(self) -> Period:
        """The period after this one, equally long."""
        return Period(self.last + dt.timedelta(1), self.last + (self.last - self.first) + dt.timedelta(1))

    def __contains__(self, moment: dt.date | None) -> bool:
        day = moment.date() if isinstance(moment, dt.datetime) else moment
        return day is not None and self.first <= day <= self.last


def week_until(day: dt.date) -> Period:
    """The seven days that end with ``day``."""
    return Period(day - dt.timedelta(6), day)


def finished_work(project: Project, schedule: Schedule, period: Period) -> list[Task]:
    """Leaf tasks that were finished in the period, milestones first."""
    found = [task for task in leaves(project, schedule) if task.actual_finish in period]
    return sorted(found, key=lambda task: (not task.milestone, task.actual_finish or dt.datetime.max))


def coming_work(project: Project, schedule: Schedule, period: Period) -> list[Task]:
    """What is to be finished by the end of the period, then what is to be started in it.

    Of the first, milestones lead and the critical follow; both in the order of their dates. What
    should have been finished before the period and was not belongs to it: it still has to be done.
    """
    due, begun = [], []
    for task in leaves(project, schedule):
        dates = schedule.of(task.id)
        if task.actual_finish or dates.percent_complete >= 100:
            continue
        if dates.finish.date() <= period.last:
            due.append(task)
        elif not task.actual_start and dates.start in period:
            begun.append(task)
    due.sort(key=lambda task: (not task.milestone, not schedule.of(task.id).critical, schedule.of(task.id).finish))
    begun.sort(key=lambda task: (not schedule.of(task.id).critical, schedule.of(task.id).start))
    return due + begun


def pressing(project: Project) -> list[Risk | Issue]:
    """Open issues and threats by weight: serious issues, weighty threats, other issues, other threats."""
    order = list(SEVERITY)[::-1]
    issues = [issue for issue in project.table(Issue).values() if issue.is_open]
    issues.sort(key=lambda item: (order.index(item.severity) if item.severity in order else len(order), item.number))
    risks = by_attention(project.table(Risk).values())
    threats = [risk for risk in risks if risk.is_open and risk.kind == "threat"]
    serious = [issue for issue in issues if issue.severity in SERIOUS]
    weighty = [risk for risk in threats if (risk.score or 0) >= WEIGHTY_SCORE]
    minor = [issue for issue in issues if issue.severity not in SERIOUS]
    rest = [risk for risk in threats if (risk.score or 0) < WEIGHTY_SCORE]
    return [*serious, *weighty, *minor, *rest]


def planned_percent(project: Project, schedule: Schedule, as_of: dt.date) -> int | None:
    """What the baseline wanted done by the end of ``as_of``, by duration; None without a baseline.

    The work of each task counts as spread evenly over its working time, as in earned value by duration.
    """
    baseline, calendar = project.baseline, schedule.calendar()
    end = to_minutes(dt.datetime.combine(as_of + dt.timedelta(1), dt.time()))
    active = {task.id for task in leaves(project, schedule)}
    wanted = whole = 0
    for part in baseline.tasks if baseline else ():
        if part.task in active and part.start and part.finish:
            start, finish = to_minutes(part.start), to_minutes(part.finish)
            length = calendar.between(start, finish)
            whole += length
            wanted += min(length, max(0, calendar.between(start, end)))
    return round(100 * wanted / whole) if whole else None
