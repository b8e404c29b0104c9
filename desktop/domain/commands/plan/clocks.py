"""Dates and working time of tasks as they were before an edit."""

from __future__ import annotations

import datetime as dt

from desktop.domain.changes import Transaction
from desktop.domain.plan import Task
from desktop.domain.scheduling import Schedule, TaskDates, WorkCalendar, schedule, to_datetime, to_minutes
from desktop.domain.scheduling.calendars import ELAPSED
from desktop.domain.scheduling.clock import day_end


def plan_of(tx: Transaction) -> Schedule:
    """Dates before the edit."""
    return tx.schedule or schedule(tx.project)


def dates_of(tx: Transaction, task: Task) -> TaskDates | None:
    """Dates of ``task`` before the edit; None for one that this edit has added."""
    plan = plan_of(tx)
    return plan.of(task.id) if task.id in plan else None


def clock_of(tx: Transaction, task: Task, unit: str = "") -> WorkCalendar:
    """What the duration of ``task`` runs through."""
    return ELAPSED if (unit or task.duration_unit).startswith("e") else plan_of(tx).calendar(task.id)


def working_start(tx: Transaction, task: Task, moment: dt.datetime) -> dt.datetime:
    """``moment``, or the next one at which work on ``task`` can begin; milestones stay."""
    clock = clock_of(tx, task)
    minute = to_minutes(moment)
    place = clock.place if task.duration else clock.place_point
    return to_datetime(place(minute, 0)[0])


def finish_after(tx: Transaction, task: Task, start: dt.datetime, duration: int, unit: str = "") -> dt.datetime:
    """Where ``duration`` minutes of work that begins at ``start`` are done."""
    return to_datetime(clock_of(tx, task, unit).add(to_minutes(start), duration))


def work_between(tx: Transaction, task: Task, start: dt.datetime, finish: dt.datetime) -> int:
    """Working minutes of ``task``'s clock; negative where ``finish`` is the earlier."""
    return clock_of(tx, task).between(to_minutes(start), to_minutes(finish))


def status_end(tx: Transaction) -> dt.datetime | None:
    """The end of the status date: nothing has happened later than that."""
    day = tx.project.profile.status_date
    return to_datetime(day_end(day)) if day else None
