"""What was done of a task: actual start, per cent complete, remaining duration, actual finish.

Per cent complete is the actual duration, in per cent of actual and remaining duration together. Whoever enters one
or two of the four gets the others, as in Microsoft Project: work that was done was done at some time, so per cent
complete brings an actual start, a hundred per cent an actual finish, and nought takes both away. Before a task
begins, what remains is its duration. Actual dates may not lie after the status date.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.clocks import clock_of, dates_of, finish_after, plan_of, status_end
from desktop.domain.commands.plan.effort import done_of, duration_between
from desktop.domain.display import date_text
from desktop.domain.plan import Split, Task
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling import to_datetime, to_minutes
from desktop.domain.scheduling.remaining import remaining_duration
from desktop.i18n import N_

sentences(
    not_started_yet=N_(
        "“{task}” is planned to start on {start}, after the status date {date}. "
        "Nothing was changed; move the status date or the task first."
    ),
)

PROGRESS = frozenset({"percent_complete", "actual_start", "actual_finish", "remaining_duration"})
REPORTED = frozenset({"percent_complete", "actual_finish"})
"""What says how much was done; what remains does not, but how much there is to do."""
_NOTHING_DONE: dict[str, Any] = {
    "percent_complete": 0, "actual_start": None, "actual_finish": None, "remaining_duration": None, "stop": None,
    "resume": None,
}  # fmt: skip


def progress_consequences(tx: Transaction, task: Task, fields: dict[str, Any]) -> dict[str, Any]:
    """``fields`` with the rest of the progress; refuses dates out of order or after the status date."""
    finish = fields.get("actual_finish", task.actual_finish)
    finish_entered = finish is not None and "actual_finish" in fields
    if "actual_start" in fields and fields["actual_start"] is None and not finish_entered:
        made = _NOTHING_DONE if "percent_complete" not in fields else _by_percent(tx, task, fields)
    elif finish_entered:
        made = _by_finish(tx, task, fields)
    elif "percent_complete" in fields:
        made = _by_percent(tx, task, fields)
    elif fields.get("remaining_duration") is not None:
        made = _by_remaining(tx, task, fields)
    elif finish is None and task.actual_finish is not None:
        made = {"percent_complete": 99 if task.percent_complete == 100 else task.percent_complete}
    else:
        made = {}
    fields = fields | made
    _refuse_impossible(tx, task, fields)
    return fields


def part_done(task: Task, fields: dict[str, Any]) -> float:
    """What part of the duration of ``task`` lies behind after an edit of ``fields``, from 0 to 1."""
    after = task.replace(**{name: value for name, value in fields.items() if name in PROGRESS or name == "duration"})
    if after.actual_finish is not None:
        return 1.0
    if after.actual_start is None or not after.duration:
        return 0.0
    return min(1.0, max(0, after.duration - remaining_duration(after, after.duration)) / after.duration)


def _by_finish(tx: Transaction, task: Task, fields: dict[str, Any]) -> dict[str, Any]:
    """A finished task, with the start and the duration that its finish implies."""
    finish: dt.datetime = fields["actual_finish"]
    start = fields.get("actual_start", task.actual_start)
    if start is None:
        dates = dates_of(tx, task)
        if task.duration and dates is not None and dates.start <= finish:
            start = dates.start
        else:
            start = to_datetime(clock_of(tx, task).place_back(to_minutes(finish), task.duration)[0])
            start = start if task.duration else finish
    made: dict[str, Any] = {
        "actual_start": start, "percent_complete": 100, "remaining_duration": None, "stop": None, "resume": None
    }  # fmt: skip
    if task.duration and not task.splits and "duration" not in fields and start < finish:
        took = _length(tx, task, start, finish)
        moved = task.actual_start is not None and task.actual_finish is not None and (
            took == _length(tx, task, task.actual_start, task.actual_finish)
        )  # fmt: skip
        if took > 0 and not moved and took != task.duration:
            made["duration"] = took
    return made


def _length(tx: Transaction, task: Task, start: dt.datetime, finish: dt.datetime) -> int:
    if task.elapsed:
        return clock_of(tx, task).between(to_minutes(start), to_minutes(finish))
    return duration_between(tx, task, start, finish)


def _by_percent(tx: Transaction, task: Task, fields: dict[str, Any]) -> dict[str, Any]:
    percent, left = fields["percent_complete"] or 0, fields.get("remaining_duration")
    if left is not None and not left:
        percent = 100
    if not percent and fields.get("actual_start") is None:
        made = dict(_NOTHING_DONE)
        return made | ({"duration": left} if left and "duration" not in fields else {})
    made = _dates(tx, task, percent, fields.get("actual_start") or task.actual_start)
    made |= {"percent_complete": percent, "remaining_duration": None} | _settled(tx, task, percent)
    if left and percent < 100 and "duration" not in fields:
        made |= {"duration": round(left * 100 / (100 - percent)), "remaining_duration": left}
    return made


def _dates(tx: Transaction, task: Task, percent: int, start: dt.datetime | None) -> dict[str, Any]:
    """The actual dates that so much progress implies; ``start`` is that which is known."""
    dates, end = dates_of(tx, task), status_end(tx)
    finish = task.actual_finish if start == task.actual_start else None
    planned = dates.finish if dates is not None else None
    if start is None and dates is not None:
        start = dates.start
        if end is not None and start >= end:
            if _waits_for_status(tx, task, start, end):
                worked = clock_of(tx, task).place_back(to_minutes(end), task.duration * percent // 100)[0]
                start = max(to_datetime(worked), min(plan_of(tx).project_start, end))
            elif dates.start < dates.finish:
                raise Rejected(
                    "not_started_yet",
                    task=task.name,
                    start=date_text(start),
                    date=date_text(tx.project.profile.status_date),
                )
    elif start is not None and start != task.actual_start:
        planned = finish_after(tx, task, start, task.duration)
    if percent < 100:
        finish = None
    elif finish is None and planned is not None:
        finish = planned
        if end is not None and finish > end:
            finish = to_datetime(clock_of(tx, task).previous_finish(to_minutes(end)))
        finish = max(finish, start) if start else finish
    return {"actual_start": start, "actual_finish": finish}


def _waits_for_status(tx: Transaction, task: Task, start: dt.datetime, end: dt.datetime) -> bool:
    """Whether ``start`` is where the status date, which ends at ``end``, puts work that has not begun.

    What is done of such a task after all is taken to have been done up to then.
    """
    moved = tx.project.profile.progress_rule != "as_planned"
    return moved and to_minutes(start) <= clock_of(tx, task).next_start(to_minutes(end))


def _settled(tx: Transaction, task: Task, percent: int) -> dict[str, Any]:
    """An interruption becomes a gap of the task: work goes on behind it, however much was done by now."""
    if task.stop is None and task.resume is None:
        return {}
    made: dict[str, Any] = {"stop": None, "resume": None}
    plan = plan_of(tx)
    as_planned = tx.project.profile.progress_rule == "as_planned"
    if percent < 100 and as_planned and task.id in plan and len(parts := plan.parts(task.id)) > 1:
        made["splits"] = tuple(Split(start=to_datetime(begin), finish=to_datetime(end)) for begin, end in parts)
    return made


def _by_remaining(tx: Transaction, task: Task, fields: dict[str, Any]) -> dict[str, Any]:
    left: int = fields["remaining_duration"]
    start = fields.get("actual_start", task.actual_start)
    if not left:
        return _by_percent(tx, task, fields | {"percent_complete": 100})
    if start is None:
        return {"remaining_duration": None} | ({} if "duration" in fields else {"duration": left})
    done = task.duration if task.actual_finish is not None else done_of(task)
    if not done and left <= task.duration:
        done = task.duration - left  # nothing is known of it but that so much is no longer to be done
    made: dict[str, Any] = {"actual_finish": None, "percent_complete": min(99, round(100 * done / (done + left)))}
    return made | ({} if "duration" in fields else {"duration": done + left})


def _refuse_impossible(tx: Transaction, task: Task, fields: dict[str, Any]) -> None:
    """Actual dates lie in order and not after the status date."""
    start, finish = (fields.get(name, getattr(task, name)) for name in ("actual_start", "actual_finish"))
    end = status_end(tx)
    for name, moment in (("actual_start", start), ("actual_finish", finish)):
        if end is not None and moment is not None and moment != getattr(task, name) and moment > end:
            raise Rejected("actual_after_status", date=date_text(tx.project.profile.status_date))
    changed = start != task.actual_start or finish != task.actual_finish
    if changed and start is not None and finish is not None and finish < start:
        raise Rejected("finish_before_start")
