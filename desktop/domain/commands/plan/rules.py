"""What follows from an edit of a task, whoever makes it: the grid, the chart, a form, a paste.

Duration nought makes a milestone. What follows from progress is in ``progress``, from work in ``effort``.
"""

from __future__ import annotations

from typing import Any

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.clocks import dates_of, finish_after
from desktop.domain.commands.plan.effort import assignment_edited, done_of, keep_pace, report, share_work
from desktop.domain.commands.plan.progress import PROGRESS, REPORTED, part_done, progress_consequences
from desktop.domain.commands.plan.wbs import require_free_code
from desktop.domain.plan import Assignment, Task
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_

sentences(
    summary_progress=N_("The progress of “{task}” follows from its sub-tasks. Nothing was changed; edit those."),
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
    if fields.get("wbs_code") and fields["wbs_code"] != task.wbs_code:
        require_free_code(tx.project, task, fields["wbs_code"])
    reported = fields.keys() & REPORTED or ("actual_start" in fields and fields["actual_start"] is None)
    if fields.keys() & PROGRESS:
        fields = progress_consequences(tx, task, fields)
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
    if reported and not tx.project.is_summary(task.id):
        fields = report(tx, task, part_done(task, fields)) | fields
    return _constraint_fields(tx, task, fields)


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


# -- fields -------------------------------------------------------------------------------------


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
