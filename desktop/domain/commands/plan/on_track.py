"""Work went as planned: progress is brought up to the status date without entering it task by task."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.clocks import clock_of, plan_of, status_end
from desktop.domain.commands.plan.dates import set_fields
from desktop.domain.commands.plan.effort import done_of
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling import Schedule, schedule, to_minutes
from desktop.i18n import N_

sentences(
    nothing_behind=N_("By the status date, no more than is entered was to be done. Nothing was changed."),
)


@dataclass(frozen=True)
class ProgressAsPlanned:
    """Take what was to be done by the evening of the status date as done then, as Microsoft Project's "Mark on Track".

    A task that was to be finished is, on the days on which it was planned; one that was to be under way is, as far as
    its working time has come. Where the status date pushes unfinished work before it, the plan is read without that
    push. What is further on than planned, or lies later, stays; so do tasks that only span others.
    """

    ids: tuple[str, ...] = ()
    """Tasks, and what lies within them; the whole plan for none."""
    label: str = N_("Progress as planned")
    whole_plan: ClassVar[bool] = True

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        status = status_end(tx)
        if status is None:
            raise Rejected("no_status_date")
        planned = _as_planned(tx)
        changed = [
            (task, fields)
            for task in self._unfinished(tx)
            if task.id in planned and (fields := _progress(tx, planned, task, status))
        ]
        if not changed:
            raise Rejected("nothing_behind")
        for task, fields in changed:
            set_fields(tx, task, fields)
        return {"name": changed[0][0].name}

    def _unfinished(self, tx: Transaction) -> Iterator[Task]:
        wanted = dict.fromkeys(self.ids or tx.project.outline.order)
        for identity in self.ids:
            wanted |= dict.fromkeys(tx.project.descendants(tx.project.get(Task, identity).id))
        for identity in wanted:
            task = tx.project.get(Task, identity)
            under_way = task.active and not task.level_of_effort and task.actual_finish is None
            if under_way and task.percent_complete < 100 and not task.outside and not tx.project.is_summary(identity):
                yield task


def _as_planned(tx: Transaction) -> Schedule:
    """Dates with unfinished work left where it was planned."""
    profile = tx.project.profile
    if profile.progress_rule == "as_planned":
        return plan_of(tx)
    copy = tx.project.snapshot()
    copy.put("project", profile.id, profile.replace(progress_rule="as_planned"))
    return schedule(copy)


def _progress(tx: Transaction, planned: Schedule, task: Task, status: dt.datetime) -> dict[str, Any]:
    """Fields of ``task`` with what was to be done of it by ``status``; empty where nothing is to be entered."""
    dates = planned.of(task.id)
    if dates.finish <= status:
        return {"actual_start": task.actual_start or dates.start, "actual_finish": dates.finish}
    if dates.start >= status or not task.duration:
        return {}
    clock, end = clock_of(tx, task), to_minutes(status)
    parts = planned.parts(task.id)
    done = sum(clock.between(start, min(finish, end)) for start, finish in parts if start < end)
    if done <= done_of(task) or done >= task.duration:
        return {}
    if task.actual_start is None:
        return {"actual_start": dates.start, "remaining_duration": task.duration - done}
    percent = min(99, round(100 * done / task.duration))
    return {"percent_complete": percent} if percent > task.percent_complete else {}
