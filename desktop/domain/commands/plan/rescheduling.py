"""What has not been done by the status date goes on after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.clocks import clock_of, plan_of, status_end
from desktop.domain.commands.plan.dates import MoveTask
from desktop.domain.commands.plan.effort import done_of
from desktop.domain.plan import Dependency, Task
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling import Schedule, WorkCalendar, schedule, to_datetime, to_minutes
from desktop.i18n import N_

sentences(
    no_status_date=N_("The project has no status date. Nothing was changed; set one first: Chart › Status date."),
    nothing_to_reschedule=N_("No unfinished work lies before the status date. Nothing was changed."),
)

KEPT = ("mso", "mfo")
"""Dates that must be kept are not moved: the plan says that they are missed."""


@dataclass(frozen=True)
class RescheduleUnfinished:
    """Move work that lies undone before the status date behind it, as Microsoft Project does when asked.

    A task that has not begun starts after the status date; one that only waits for another such
    task follows it and gets no date of its own. A task in progress is interrupted where its actual work ends
    and taken up again after the status date. Pinned tasks and dates that must be kept stay.
    """

    ids: tuple[str, ...] = ()
    """Tasks, and what lies within them; the whole plan for none."""
    label: str = N_("Reschedule unfinished work")
    whole_plan: ClassVar[bool] = True

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        status = status_end(tx)
        if status is None:
            raise Rejected("no_status_date")
        pending = [task for task in self._unfinished(tx) if not task.pinned and task.constraint not in KEPT]
        before = plan_of(tx)
        changed = [_interrupt(tx, before, task, status) for task in pending if task.actual_start is not None]
        waiting = {task.id for task in pending if task.actual_start is None}
        moved = False
        while late := _late(plan := schedule(tx.project), waiting, status):
            free = [identity for identity in late if not _waits_for(tx, plan, identity, set(late))]
            for identity in free or late:
                MoveTask(identity, status).apply(tx)
                moved = True
            waiting -= set(free or late)
        if not moved and not any(changed):
            raise Rejected("nothing_to_reschedule")
        return {}

    def _unfinished(self, tx: Transaction) -> list[Task]:
        wanted = dict.fromkeys(self.ids or tx.project.outline.order)
        for identity in self.ids:
            wanted |= dict.fromkeys(tx.project.descendants(tx.project.get(Task, identity).id))
        tasks = [tx.project.get(Task, identity) for identity in wanted if not tx.project.is_summary(identity)]
        return [
            task
            for task in tasks
            if task.active and not task.level_of_effort and task.actual_finish is None and task.percent_complete < 100
        ]


def _interrupt(tx: Transaction, plan: Schedule, task: Task, status: dt.datetime) -> bool:
    """Stop a task where its actual work ends and resume it at ``status``; False where it reaches that far."""
    assert task.actual_start is not None
    clock = clock_of(tx, task)
    stop, resume = _end_of_work(plan, task, clock), clock.place(to_minutes(status), 0)[0]
    if clock.between(stop, resume) <= 0 or (task.resume is not None and task.resume >= status):
        return False
    tx.update(Task, task.id, stop=to_datetime(stop), resume=to_datetime(resume))
    return True


def _end_of_work(plan: Schedule, task: Task, clock: WorkCalendar) -> int:
    """The moment up to which ``task`` was worked on, over the gaps that it has."""
    left = done_of(task)
    for start, finish in plan.parts(task.id):
        worked = clock.between(start, finish)
        if left <= worked:
            return clock.add(start, left)
        left -= worked
    return plan.finish_minutes(task.id)


def _late(plan: Schedule, waiting: set[str], status: dt.datetime) -> list[str]:
    return [identity for identity in waiting if identity in plan and plan.of(identity).start < status]


def _waits_for(tx: Transaction, plan: Schedule, identity: str, late: set[str]) -> bool:
    """Whether a task that will be moved is among those that hold ``identity``."""
    links = (tx.project.find(Dependency, driving) for driving in plan.of(identity).driving)
    return any(link is not None and link.predecessor in late for link in links)
