"""Commands that move or stretch several tasks together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.clocks import plan_of
from desktop.domain.commands.plan.dates import AS_BEFORE, MoveTask, leaf, set_fields, stretched
from desktop.domain.commands.plan.outline import outline_order
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling import to_datetime
from desktop.domain.scheduling.driving import driving_links
from desktop.i18n import N_

sentences(
    all_begun=N_("All of these tasks have begun, and when is a fact. Nothing was changed."),
)


@dataclass(frozen=True)
class MoveDates:
    """Move tasks by one distance in time, and with a summary everything below it.

    A task that a link to another of them holds where it is comes along with that one and needs nothing to hold it.
    What has begun stays where it is: its dates are facts. The rest is held as :class:`MoveTask` says.
    """

    ids: tuple[str, ...]
    by: dt.timedelta
    hold: str = AS_BEFORE
    label: str = N_("Move {n} tasks")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        moving = movable(tx.project, self.ids)
        if not moving:
            raise Rejected("all_begun")
        chosen, plan = {*moving, *self.ids}, plan_of(tx)
        for identity in moving:
            if identity in plan and not _carried(tx, tx.project.get(Task, identity), chosen):
                start = to_datetime(plan.start_minutes(identity))
                MoveTask(identity, start + self.by, self.hold).apply(tx)
        return {"n": str(len(moving)), "name": tx.project.get(Task, moving[0]).name}


@dataclass(frozen=True)
class StretchTasks:
    """Make tasks longer, or shorter, by the same number of minutes of their own clocks, from where they start."""

    ids: tuple[str, ...]
    minutes: int
    label: str = N_("Change duration of {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        for identity in self.ids:
            task = leaf(tx, identity)
            set_fields(tx, task, stretched(tx, task, self.minutes))
        return {"name": tx.project.get(Task, self.ids[0]).name}


def movable(project: Project, ids: Sequence[str]) -> list[str]:
    """``ids`` in outline order, each summary replaced by the tasks below it, without those that have begun."""
    found: dict[str, None] = {}
    for identity in outline_order(project, ids):
        below = list(project.descendants(identity)) if project.is_summary(identity) else [identity]
        found.update(dict.fromkeys(one for one in below if not project.is_summary(one)))
    return [one for one in found if not _begun(project.get(Task, one))]


def _begun(task: Task) -> bool:
    return task.actual_start is not None or task.actual_finish is not None


def _carried(tx: Transaction, task: Task, chosen: set[str]) -> bool:
    """Whether a link from one of the tasks that move holds ``task`` where it is, and nothing else says a date."""
    if task.mode == "manual" or task.constraint not in ("asap", "alap"):
        return False
    plan = plan_of(tx)
    rows = (row for row, _ in driving_links(plan.network, plan.times, plan.row[task.id]))
    return any(plan.ids[row] in chosen and not _begun(tx.project.get(Task, plan.ids[row])) for row in rows)
