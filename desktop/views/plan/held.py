"""What a drop did and what holds the task there now, in a sentence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.domain.commands.plan import (
    AS_BEFORE,
    FINISH_NO_EARLIER,
    FINISH_ON,
    LOGIC,
    MANUAL,
    NO_EARLIER,
    PIN,
    MoveDates,
    MoveTask,
    ResizeTask,
)
from desktop.domain.commands.plan.moving import movable
from desktop.domain.display import date_text, moment_text
from desktop.domain.durations import duration_text
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.i18n import N_, tr, words
from desktop.models.workspace import Workspace
from desktop.views.plan.held_back import LONGER_TOLD, TOLD, holder

START_HOLDS = {
    LOGIC: N_("Follow links"),
    NO_EARLIER: N_("No earlier"),
    PIN: N_("Pin"),
    MANUAL: N_("By hand"),
}
"""Ways to hold a start, with the words of the choice."""
FINISH_HOLDS = {
    AS_BEFORE: N_("Duration only"),
    FINISH_NO_EARLIER: N_("No earlier"),
    FINISH_ON: N_("Pin"),
}
"""Ways to hold a finish."""
TIPS = {
    LOGIC: N_("No constraint: the task goes where its links put it"),
    NO_EARLIER: N_("Start no earlier than this; links may still push it later"),
    PIN: N_("Must start on this date, whatever its links say"),
    MANUAL: N_("Schedule by hand: stays there, links do not move it"),
    AS_BEFORE: N_("Only the duration changes"),
    FINISH_NO_EARLIER: N_("The duration changes, and the task finishes no earlier than this"),
    FINISH_ON: N_("The duration changes, and the task must finish on this date, whatever its links say"),
}
_START_HELD = {"asap": LOGIC, "snet": NO_EARLIER, "mso": PIN}
_FINISH_HELD = {"fnet": FINISH_NO_EARLIER, "mfo": FINISH_ON}


@dataclass(frozen=True, slots=True)
class Drop:
    """A command that put one end of a task somewhere, or moved several tasks."""

    command: MoveTask | ResizeTask | MoveDates

    @property
    def task(self) -> str:
        """The task at whose bar it is told."""
        return self.command.ids[0] if isinstance(self.command, MoveDates) else self.command.id

    @property
    def of_finish(self) -> bool:
        return isinstance(self.command, ResizeTask) and self.command.finish is not None

    @property
    def stretches(self) -> bool:
        """Whether the left end of a bar was put somewhere."""
        return isinstance(self.command, ResizeTask) and self.command.start is not None

    @property
    def wanted(self) -> dt.datetime:
        """Where it was put."""
        assert not isinstance(self.command, MoveDates)
        found = self.command.start
        if found is None and isinstance(self.command, ResizeTask):
            found = self.command.finish
        assert found is not None
        return found

    def held(self, project: Project) -> str | None:
        """Which of them holds the task now; None for another way, or where there is no choice.

        Of several tasks, what holds all of them that something holds besides their links; None where they differ.
        """
        if isinstance(self.command, MoveDates):
            moved = (project.get(Task, one) for one in movable(project, self.command.ids))
            found = {MANUAL if task.mode == "manual" else _START_HELD.get(task.constraint) for task in moved}
            found = found - {LOGIC} or found  # what follows another of them needs nothing to hold it
            return found.pop() if len(found) == 1 else None
        task = project.get(Task, self.task)
        if task.actual_start is not None or task.actual_finish is not None:
            return None
        if self.of_finish:
            by_hand = task.mode == "manual"
            return AS_BEFORE if by_hand else _FINISH_HELD.get(task.constraint, AS_BEFORE)
        return MANUAL if task.mode == "manual" else _START_HELD.get(task.constraint)

    def tell(self, workspace: Workspace, *, fine: bool) -> str:
        """What became of the task; ``fine`` tells times of the day too."""
        task, dates = workspace.project.get(Task, self.task), workspace.schedule.of(self.task)
        show = moment_text if fine else date_text
        facts = {"task": task.name, "start": show(dates.start), "finish": show(dates.finish)}
        if isinstance(self.command, MoveDates):
            count = len(movable(workspace.project, self.command.ids))
            return _together(self.held(workspace.project), count)
        if task.actual_start is not None:
            return _begun(task, facts)
        held = self.held(workspace.project)
        if self.of_finish and task.duration:
            span = duration_text(task.duration, task.duration_unit, workspace.project.profile, words())
            return _finish_told(held, facts | {"duration": span})
        wanted = self.wanted
        if held == NO_EARLIER and task.constraint_date is not None:
            wanted = task.constraint_date
        elsewhere = dates.start != wanted if fine else dates.start.date() != wanted.date()
        facts |= {"wanted": show(wanted)}
        if held == NO_EARLIER and elsewhere:
            facts["duration"] = duration_text(task.duration, task.duration_unit, workspace.project.profile, words())
            said = LONGER_TOLD if self.stretches and task.duration else TOLD
            return tr(said[holder(workspace.project, workspace.schedule, task.id)], **facts)
        told = _start_told(held, facts, elsewhere=elsewhere)
        if not self.stretches or not task.duration:
            return told
        span = duration_text(task.duration, task.duration_unit, workspace.project.profile, words())
        return told + tr(" It takes {duration} until {finish}.", **facts | {"duration": span})


def _together(hold: str | None, count: int) -> str:
    """How tasks that were moved together are held; those that follow another of them need nothing."""
    if hold is None:
        return tr("Tasks moved: {n}. They are held in different ways.", n=count)
    if hold == MANUAL:
        return tr("Tasks moved: {n}. They are scheduled by hand, and links do not move them.", n=count)
    if hold == PIN:
        return tr("Tasks moved: {n}. They must start then, unless they follow another of them.", n=count)
    if hold == LOGIC:
        return tr("Tasks: {n}. They follow their links.", n=count)
    return tr("Tasks moved: {n}. They start no earlier, unless they follow another of them.", n=count)


def _begun(task: Task, facts: dict[str, str]) -> str:
    if task.actual_finish is not None:
        return tr("“{task}” took place from {start} to {finish}: these are actual dates.", **facts)
    return tr("“{task}” began on {start}, its actual start, and finishes on {finish}.", **facts)


def _finish_told(held: str | None, facts: dict[str, str]) -> str:
    if held == FINISH_NO_EARLIER:
        return tr("“{task}” takes {duration} and finishes no earlier than {finish}.", **facts)
    if held == FINISH_ON:
        return tr("“{task}” takes {duration} and must finish on {finish}, whatever its links say.", **facts)
    return tr("“{task}” takes {duration} and finishes on {finish}.", **facts)


def _start_told(held: str | None, facts: dict[str, str], *, elsewhere: bool) -> str:
    if held == MANUAL:
        return tr("“{task}” is scheduled by hand: it starts on {start}, and links do not move it.", **facts)
    if held == PIN:
        return tr("“{task}” must start on {start}, whatever its links say.", **facts)
    if held == LOGIC and elsewhere:
        return tr("“{task}” follows its links: it starts on {start}, not on {wanted}.", **facts)
    if held == LOGIC:
        return tr("“{task}” follows its links and starts on {start}.", **facts)
    if held == NO_EARLIER:
        return tr("“{task}” starts no earlier than {start}.", **facts)
    return tr("“{task}” starts on {start} and finishes on {finish}; its constraint stays of its kind.", **facts)
