"""Commands on when a task takes place and how far it has come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.clocks import clock_of, dates_of, finish_after, work_between, working_start
from desktop.domain.commands.plan.effort import done_of, duration_between, keep_pace
from desktop.domain.commands.plan.pieces import Pieces
from desktop.domain.commands.plan.rules import task_consequences
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling import to_minutes
from desktop.domain.scheduling.remaining import remaining_duration
from desktop.domain.scheduling.splits import gaps_after
from desktop.i18n import N_

LOGIC, NO_EARLIER, PIN, MANUAL = "logic", "no_earlier", "pin", "manual"
"""How a task is held where it was put: by its links alone, not before, exactly, or by hand."""
AS_BEFORE = ""
"""As it was held already, in kind: what holds a task that nothing held is said where this is asked for."""
FINISH_NO_EARLIER, FINISH_ON = "finish_no_earlier", "finish_on"
"""How a finish that was put somewhere is held, besides by the duration that leads to it."""


sentences(
    shortest=N_("“{task}” cannot become any shorter. Nothing was changed."),
)


@dataclass(frozen=True)
class MoveTask:
    """Put the start of a task to a moment: a bar dropped, a start typed.

    A task that has begun keeps that as its actual start. Any other is held by ``hold``; as before
    means that one planned by hand stays so and keeps its length, that a date that must be kept
    stays of its kind, and that the rest does not start before the new start.
    """

    id: str
    start: dt.datetime
    hold: str = AS_BEFORE
    label: str = N_("Move {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        task = leaf(tx, self.id)
        start = working_start(tx, task, self.start)
        set_fields(tx, task, self._fields(tx, task, start))
        return {"name": task.name}

    def _fields(self, tx: Transaction, task: Task, start: dt.datetime) -> dict[str, Any]:
        if task.actual_start is not None:
            if task.actual_finish is None:
                return {"actual_start": start}
            worked = work_between(tx, task, task.actual_start, task.actual_finish)
            return {"actual_start": start, "actual_finish": finish_after(tx, task, start, worked)}
        if task.actual_finish is not None:
            return {"actual_finish": finish_after(tx, task, start, task.duration)}
        if self.hold == MANUAL or (task.mode == "manual" and self.hold == AS_BEFORE):
            finish = finish_after(tx, task, start, _planned(tx, task))
            return {"mode": "manual", "manual_start": start, "manual_finish": finish}
        if self.hold == LOGIC:
            return {"mode": "auto", "constraint": "asap", "constraint_date": None, "pinned": False}
        if self.hold == PIN:
            return {"mode": "auto", "constraint": "mso", "constraint_date": start, "pinned": True}
        if self.hold == NO_EARLIER:
            return {"mode": "auto", "constraint": "snet", "constraint_date": start, "pinned": False}
        if task.constraint == "mfo":
            span = task.duration + gaps_after(task, clock_of(tx, task), 0)
            return {"constraint_date": finish_after(tx, task, start, span)}
        if task.constraint == "mso":
            return {"constraint_date": start}
        return {"constraint": "snet", "constraint_date": start, "pinned": False}


def _planned(tx: Transaction, task: Task) -> int:
    """Working minutes that the bar of ``task`` spans."""
    if task.mode == "manual" and task.manual_start and task.manual_finish:
        return max(0, work_between(tx, task, task.manual_start, task.manual_finish))
    return task.duration


@dataclass(frozen=True)
class ResizeTask:
    """Put one end of a task: the finish (the start stays) or the start (the finish stays).

    ``hold`` says what holds the end besides the duration: of a start as in :class:`MoveTask`, of the finish
    that it comes no earlier or exactly then; as before leaves the constraint of a finish alone.
    """

    id: str
    start: dt.datetime | None = None
    finish: dt.datetime | None = None
    hold: str = AS_BEFORE
    label: str = N_("Change duration of {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        task = leaf(tx, self.id)
        dates = dates_of(tx, task)
        if dates is None:
            raise Rejected("gone")
        if _in_parts(task):
            self._stretch_parts(tx, task)
        elif self.start is not None and task.duration:
            MoveTask(task.id, self.start, self.hold).apply(tx)
            task = tx.project.get(Task, task.id)
            begin = working_start(tx, task, self.start)
            self._span(tx, task, begin, dates.finish)
        elif self.start is not None:
            MoveTask(task.id, self.start, self.hold).apply(tx)
        elif self.finish is not None and task.duration:
            self._stretch(tx, task, dates.start, dates.finish)
            task = tx.project.get(Task, task.id)
            self._hold_finish(tx, task, finish_after(tx, task, dates.start, task.duration))
        elif self.finish is not None:
            MoveTask(task.id, self.finish).apply(tx)
        return {"name": task.name}

    def _stretch_parts(self, tx: Transaction, task: Task) -> None:
        """Of a split task, the first part begins or the last one ends elsewhere; the gaps are no work."""
        before = Pieces.of(tx, task)
        spans = list(before.spans)
        if self.start is not None:
            begin = before.at(to_minutes(working_start(tx, task, self.start)))
            after = before.joined([(begin, spans[0][1]), *spans[1:]])
        else:
            assert self.finish is not None
            end = before.at(to_minutes(self.finish))
            kept = [span for span in spans if span[0] < end] or spans[:1]
            after = before.joined([*kept[:-1], (kept[-1][0], end)])
        if not after.spans:
            raise Rejected("finish_before_start")
        if self.start is not None:
            MoveTask(task.id, self.start, self.hold).apply(tx)
            task = tx.project.get(Task, task.id)
            set_fields(tx, task, after.fields(tx, task, before))
        else:
            set_fields(tx, task, after.fields(tx, task, before) | _kept_finish(task, after.finish))
            self._hold_finish(tx, tx.project.get(Task, task.id), after.finish)

    def _hold_finish(self, tx: Transaction, task: Task, finish: dt.datetime) -> None:
        if self.hold not in (FINISH_NO_EARLIER, FINISH_ON) or task.actual_start is not None:
            return
        kind = "fnet" if self.hold == FINISH_NO_EARLIER else "mfo"
        pinned = kind == "mfo"
        set_fields(tx, task, {"mode": "auto", "constraint": kind, "constraint_date": finish, "pinned": pinned})

    def _span(self, tx: Transaction, task: Task, start: dt.datetime, finish: dt.datetime) -> None:
        duration = work_between(tx, task, start, finish) if task.elapsed else duration_between(tx, task, start, finish)
        if duration <= 0:
            raise Rejected("finish_before_start")
        set_fields(tx, task, {"duration": duration, **_kept_finish(task, finish)})

    def _stretch(self, tx: Transaction, task: Task, start: dt.datetime, before: dt.datetime) -> None:
        assert self.finish is not None
        if task.actual_start is None or task.actual_finish is not None:
            self._span(tx, task, start, self.finish)
            return
        # In progress: what was done stays done, what remains takes up the difference.
        done = done_of(task)
        remaining = remaining_duration(task, task.duration) + work_between(tx, task, before, self.finish)
        if remaining <= 0:
            raise Rejected("finish_before_start")
        tx.update(
            Task, task.id, duration=done + remaining, remaining_duration=remaining,
            percent_complete=min(99, round(100 * done / (done + remaining))),
            **keep_pace(tx, task, done + remaining),
        )  # fmt: skip


def stretched(tx: Transaction, task: Task, minutes: int) -> dict[str, Any]:
    """Fields of a task that takes so many more minutes of work, or fewer, from where it starts.

    Its finish is put where that leads, as by :class:`ResizeTask`. Raises ``shortest``.
    """
    if task.duration + minutes <= 0:
        raise Rejected("shortest", task=task.name)
    if _in_parts(task):
        before = Pieces.of(tx, task)
        after = before.longer(minutes)
        return after.fields(tx, task, before) | _kept_finish(task, after.finish)
    fields: dict[str, Any] = {"duration": task.duration + minutes}
    dates = dates_of(tx, task)
    if task.constraint == "mfo" and task.actual_start is None and task.actual_finish is None and dates is not None:
        fields["constraint_date"] = finish_after(tx, task, dates.start, task.duration + minutes)
    return fields


def _in_parts(task: Task) -> bool:
    return bool(task.splits) and task.mode != "manual" and task.actual_finish is None and task.duration > 0


def _kept_finish(task: Task, finish: dt.datetime) -> dict[str, Any]:
    """The stored finish that must agree with a new duration."""
    if task.actual_finish is not None:
        return {"actual_finish": finish}
    if task.constraint == "mfo":
        return {"constraint_date": finish}
    return {"manual_finish": finish} if task.mode == "manual" else {}


@dataclass(frozen=True)
class SetDuration:
    """Give tasks a duration in working minutes, shown in ``unit``; nought makes a milestone."""

    ids: tuple[str, ...]
    minutes: int
    unit: str = "d"
    estimated: bool = False
    label: str = N_("Change duration of {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        fields = {"duration": self.minutes, "duration_unit": self.unit, "estimated": self.estimated}
        return set_all(tx, self.ids, fields)


@dataclass(frozen=True)
class SetProgress:
    """Say how much of the work is done, in per cent of the duration."""

    ids: tuple[str, ...]
    percent: int
    label: str = N_("Change progress of {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        return set_all(tx, self.ids, {"percent_complete": self.percent}, "summary_progress")


@dataclass(frozen=True)
class ToggleMilestone:
    """Make tasks milestones, or all of them tasks of a day where all are milestones."""

    ids: tuple[str, ...]
    label: str = N_("Milestone {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        tasks = [leaf(tx, identity) for identity in self.ids]
        wanted = not all(task.milestone or not task.duration for task in tasks)
        return set_all(tx, self.ids, {"milestone": wanted})


@dataclass(frozen=True)
class SetManual:
    """Keep tasks where they are by hand, or let them follow their links again.

    A summary that an imported plan has put somewhere by hand can be let go, but none can be put.
    """

    ids: tuple[str, ...]
    manual: bool
    label: str = N_("Change scheduling of {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        put = [one for one in self.ids if tx.project.is_summary(one) and tx.project.get(Task, one).mode == "manual"]
        if put and not self.manual:
            for identity in put:
                tx.update(Task, identity, mode="auto", manual_start=None, manual_finish=None)
            rest = tuple(one for one in self.ids if one not in put)
            if rest:
                set_all(tx, rest, {"mode": "auto"})
            return {"name": tx.project.get(Task, self.ids[0]).name}
        return set_all(tx, self.ids, {"mode": "manual" if self.manual else "auto"})


def leaf(tx: Transaction, identity: str) -> Task:
    """The task; refused where its dates follow from sub-tasks."""
    task = tx.project.get(Task, identity)
    if tx.project.is_summary(identity):
        raise Rejected("summary_is_derived", task=task.name)
    return task


def set_fields(tx: Transaction, task: Task, fields: dict[str, Any]) -> None:
    """Change a task with all that follows from it."""
    tx.update(Task, task.id, **task_consequences(tx, task, fields))


def set_all(
    tx: Transaction, ids: tuple[str, ...], fields: Mapping[str, Any], derived: str = "summary_is_derived"
) -> Mapping[str, str]:
    """Change several tasks alike; ``derived`` is the refusal for a summary, which has no such facts."""
    for identity in ids:
        task = tx.project.get(Task, identity)
        if tx.project.is_summary(identity):
            raise Rejected(derived, task=task.name)
        set_fields(tx, task, dict(fields))
    return {"name": tx.project.get(Task, ids[0]).name}
