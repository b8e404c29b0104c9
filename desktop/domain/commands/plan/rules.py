"""What follows from an edit of a task, whoever makes it: the grid, the chart, a form, a paste.

Progress follows Microsoft Project: work that has been done was done at some time, so per cent
complete brings an actual start, a hundred per cent an actual finish, and nought takes both away.
Duration nought makes a milestone. Actual dates may not lie after the status date.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.effort import assignment_edited, done_of, keep_pace, share_work
from desktop.domain.display import date_text
from desktop.domain.plan import Assignment, Task
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling import Schedule, TaskDates, WorkCalendar, schedule, to_datetime, to_minutes
from desktop.domain.scheduling.calendars import ELAPSED
from desktop.i18n import N_

sentences(
    summary_progress=N_("The progress of “{task}” follows from its sub-tasks. Nothing was changed; edit those."),
    not_started_yet=N_(
        "“{task}” is planned to start on {start}, after the status date {date}. "
        "Nothing was changed; move the status date or the task first."
    ),
)

DERIVED_IN_SUMMARY = frozenset(
    {
        "duration", "milestone", "mode", "manual_start", "manual_finish", "actual_start", "actual_finish",
        "remaining_duration",
    }
)  # fmt: skip
UNDATED = ("", "asap", "alap")
FINISH_CONSTRAINTS = ("fnet", "fnlt", "mfo")


def task_consequences(tx: Transaction, task: Task, fields: dict[str, Any]) -> dict[str, Any]:
    """``fields`` with everything that an edit of them brings along; refuses what cannot be."""
    if tx.project.is_summary(task.id):
        _refuse_derived(task, fields)
    if "percent_complete" in fields and not fields.keys() & {"actual_start", "actual_finish"}:
        fields = progress_fields(tx, task, fields["percent_complete"]) | fields
    if "work" in fields and fields["work"] != task.work and not tx.project.is_summary(task.id):
        minutes = share_work(tx, task, fields["work"], fields.get("duration"))
        if minutes is not None:
            fields = length_fields(tx, task, minutes, task.duration_unit) | fields
    elif "duration" in fields and fields["duration"] is not None:
        fields = keep_pace(tx, task, fields["duration"]) | fields
    if "duration" in fields and fields["duration"] is not None:
        unit = fields.get("duration_unit", task.duration_unit)
        fields = length_fields(tx, task, fields["duration"], unit) | fields
    elif "milestone" in fields:
        fields = _milestone_fields(tx, task, fields["milestone"]) | fields
    if fields.get("mode", task.mode) != task.mode:
        fields = _mode_fields(tx, task, fields["mode"]) | fields
    fields = _constraint_fields(tx, task, fields)
    return _actual_fields(tx, task, fields)


def assignment_consequences(tx: Transaction, before: Assignment, fields: dict[str, Any]) -> dict[str, Any]:
    """``fields`` of an assignment with those that follow by the type of its task, which changes along."""
    task = tx.project.get(Task, before.task)
    minutes, made = assignment_edited(tx, task, before, fields)
    fields = made | fields
    changed = length_fields(tx, task, minutes, task.duration_unit) if minutes is not None else {}
    if task.work is not None and "work" in fields:
        changed["work"] = task.work + (fields["work"] or 0) - (before.work or 0)
    tx.update(Task, task.id, **changed)
    return fields


def _refuse_derived(task: Task, fields: dict[str, Any]) -> None:
    touched = {name for name, value in fields.items() if value != getattr(task, name)}
    if touched & DERIVED_IN_SUMMARY:
        raise Rejected("summary_is_derived", task=task.name)
    if "percent_complete" in touched:
        raise Rejected("summary_progress", task=task.name)


# -- time ---------------------------------------------------------------------------------------


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
    return dt.datetime.combine(day + dt.timedelta(1), dt.time()) if day else None


# -- fields -------------------------------------------------------------------------------------


def progress_fields(tx: Transaction, task: Task, percent: int | None) -> dict[str, Any]:
    """Progress of ``percent`` with the actual dates that it implies."""
    if not percent:
        return {"percent_complete": 0, "actual_start": None, "actual_finish": None, "remaining_duration": None}
    start, finish = task.actual_start, task.actual_finish
    dates, end = dates_of(tx, task), status_end(tx)
    if start is None and dates is not None:
        start = dates.start
        if end is not None and start >= end and dates.start < dates.finish:
            raise Rejected(
                "not_started_yet",
                task=task.name,
                start=date_text(start),
                date=date_text(tx.project.profile.status_date),
            )
    if percent < 100:
        finish = None
    elif finish is None and dates is not None:
        finish = dates.finish
        if end is not None and finish > end:
            finish = to_datetime(clock_of(tx, task).previous_finish(to_minutes(end)))
        finish = max(finish, start) if start else finish
    fields: dict[str, Any] = {"actual_start": start, "actual_finish": finish, "remaining_duration": None}
    return {"percent_complete": percent, **fields}


def duration_fields(tx: Transaction, task: Task, minutes: int, unit: str) -> dict[str, Any]:
    """A duration with the dates and the work that hang on it."""
    return length_fields(tx, task, minutes, unit) | keep_pace(tx, task, minutes)


def length_fields(tx: Transaction, task: Task, minutes: int, unit: str) -> dict[str, Any]:
    """A duration with the dates that hang on it; what was done of a task in progress stays done."""
    fields: dict[str, Any] = {"duration": minutes, "duration_unit": unit, "remaining_duration": None}
    done = done_of(task)
    if 0 < done < minutes:
        fields |= {"remaining_duration": minutes - done, "percent_complete": min(99, round(100 * done / minutes))}
    if minutes == 0:
        fields["milestone"] = True
    elif task.duration == 0:
        fields["milestone"] = False
    if task.mode == "manual" and task.manual_start is not None:
        fields["manual_finish"] = finish_after(tx, task, task.manual_start, minutes, unit)
    if task.actual_finish is not None and task.actual_start is not None:
        fields["actual_finish"] = finish_after(tx, task, task.actual_start, minutes, unit)
    return fields


def _milestone_fields(tx: Transaction, task: Task, wanted: bool) -> dict[str, Any]:
    if wanted and task.duration:
        return duration_fields(tx, task, 0, task.duration_unit)
    if not wanted and not task.duration:
        return duration_fields(tx, task, tx.project.profile.minutes_per_day, "d")
    return {}


def _mode_fields(tx: Transaction, task: Task, mode: str) -> dict[str, Any]:
    if mode != "manual":
        return {"manual_start": None, "manual_finish": None}
    dates = dates_of(tx, task)
    return {"manual_start": dates.start, "manual_finish": dates.finish} if dates else {}


def _constraint_fields(tx: Transaction, task: Task, fields: dict[str, Any]) -> dict[str, Any]:
    """A kind of constraint and its date come together: neither means anything alone."""
    if "constraint" in fields and "constraint_date" not in fields:
        kind = fields["constraint"]
        if kind in UNDATED:
            return {**fields, "constraint_date": None, "pinned": False}
        dates = dates_of(tx, task)
        if dates is not None and (task.constraint_date is None or task.constraint in UNDATED):
            return {**fields, "constraint_date": dates.finish if kind in FINISH_CONSTRAINTS else dates.start}
    elif "constraint_date" in fields and "constraint" not in fields:
        if fields["constraint_date"] is None and task.constraint not in UNDATED:
            return {**fields, "constraint": "asap", "pinned": False}
        if fields["constraint_date"] is not None and task.constraint in UNDATED:
            return {**fields, "constraint": "snet"}
    return fields


def _actual_fields(tx: Transaction, task: Task, fields: dict[str, Any]) -> dict[str, Any]:
    """Actual dates lie in order and not after the status date; a finished task is complete."""
    start, finish = (fields.get(name, getattr(task, name)) for name in ("actual_start", "actual_finish"))
    end = status_end(tx)
    for name, moment in (("actual_start", start), ("actual_finish", finish)):
        if end is not None and moment is not None and moment != getattr(task, name) and moment > end:
            raise Rejected("actual_after_status", date=date_text(tx.project.profile.status_date))
    changed = start != task.actual_start or finish != task.actual_finish
    if changed and start is not None and finish is not None and finish < start:
        raise Rejected("finish_before_start")
    if finish is not None and finish != task.actual_finish:
        fields.setdefault("percent_complete", 100)
    elif finish is None and task.actual_finish is not None and "percent_complete" not in fields:
        fields["percent_complete"] = 99 if task.percent_complete == 100 else task.percent_complete
    return fields
