"""Commands on tasks that come again, such as a weekly meeting: a summary with its occurrences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.assignments import AssignResources
from desktop.domain.commands.plan.outline import BELOW, AddTask, OutlineEdit
from desktop.domain.commands.plan.rules import task_consequences
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.resource_names import Share
from desktop.domain.scheduling.calendar_book import compile_calendar
from desktop.domain.scheduling.recurring import Occurrence, Pattern, format_pattern, occurrences_of
from desktop.i18n import N_

sentences(
    not_recurring=N_("“{task}” is not a recurring task. Nothing was changed."),
)


@dataclass(frozen=True)
class Repeated:
    """What every occurrence of a recurring task is like."""

    name: str
    pattern: Pattern
    duration: int
    """Minutes; none makes milestones."""
    unit: str = "d"
    calendar: str | None = None
    """Task calendar of the occurrences, which also says which days are off; None for the project's."""
    shares: tuple[Share, ...] = ()
    """Resources of each occurrence."""

    def occurrences(self, project: Project, kept: Iterable[Task] = ()) -> list[Occurrence]:
        """When it falls, after the days of the occurrences that are ``kept``.

        Raises ``Rejected`` where the pattern cannot be followed.
        """
        clock = compile_calendar(project, self.calendar or project.profile.calendar or "")
        days = [moment.date() for task in kept if (moment := task.constraint_date or task.actual_start) is not None]
        last = max(days, default=dt.date.min)
        return [each for each in occurrences_of(self.pattern, clock) if each.start.date() > last]

    def fields(self, occurrence: Occurrence, number: int) -> dict[str, Any]:
        """Fields of the occurrence with this number, counted from 1: it starts no earlier than when it falls."""
        return {
            "name": f"{self.name} {number}", "duration": self.duration, "duration_unit": self.unit,
            "milestone": self.duration == 0, "constraint": "snet", "constraint_date": occurrence.start,
            "calendar": self.calendar,
        }  # fmt: skip


@dataclass(frozen=True)
class AddRecurringTask:
    """Add a summary with one task for each time that a pattern falls, next to ``anchor`` or at the end of the plan."""

    task: Repeated
    anchor: str | None = None
    place: str = BELOW
    fields: Mapping[str, Any] = field(default_factory=dict)
    """Further fields of the summary; ``id`` may be chosen by the caller."""
    label: str = N_("Add recurring task {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        found = self.task.occurrences(tx.project)
        before = set(tx.project.table(Task))
        summary = {"recurrence": format_pattern(self.task.pattern), **self.fields}
        AddTask(self.task.name, self.anchor, self.place, fields=summary).apply(tx)
        (identity,) = set(tx.project.table(Task)) - before
        _add(tx, self.task, identity, found, 1)
        return {"name": self.task.name}


@dataclass(frozen=True)
class ChangeRecurringTask:
    """Give a recurring task another pattern, name or length.

    Occurrences up to the last one that has been started or finished stay as they are. Those behind it take over
    the new moments in order, so that they keep their links; those that are too many go, missing ones are added.
    """

    id: str
    task: Repeated
    reassign: bool = False
    """Whether occurrences that are there already get the resources too."""
    label: str = N_("Change recurring task {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        summary = tx.project.get(Task, self.id)
        if not summary.recurrence:
            raise Rejected("not_recurring", task=summary.name)
        kept, open_ones = split_occurrences(tx.project, self.id)
        found = self.task.occurrences(tx.project, kept)
        tx.update(Task, self.id, name=self.task.name, recurrence=format_pattern(self.task.pattern))
        first = len(kept) + 1
        for number, (task, occurrence) in enumerate(zip(open_ones, found, strict=False), first):
            tx.update(Task, task.id, **task_consequences(tx, task, self.task.fields(occurrence, number)))
            if self.reassign:
                AssignResources(task.id, self.task.shares).apply(tx)
        tx.delete_all(Task, [task.id for task in open_ones[len(found) :]])
        _add(tx, self.task, self.id, found[len(open_ones) :], first + len(open_ones))
        return {"name": self.task.name}


def split_occurrences(project: Project, summary: str) -> tuple[list[Task], list[Task]]:
    """Occurrences of a recurring task in order: up to the last that has been started, and those behind it."""
    tasks = [project.get(Task, identity) for identity in project.children(summary)]
    begun = [number for number, task in enumerate(tasks) if task.actual_start is not None or task.percent_complete]
    cut = begun[-1] + 1 if begun else 0
    return tasks[:cut], tasks[cut:]


def recurring_summary(project: Project, task: str) -> str | None:
    """The recurring task that ``task`` is, or is an occurrence of."""
    found = project.find(Task, task)
    if found is not None and not found.recurrence:
        found = project.find(Task, found.parent)
    return found.id if found is not None and found.recurrence else None


def _add(tx: Transaction, repeated: Repeated, summary: str, found: Sequence[Occurrence], first: int) -> None:
    outline = OutlineEdit(tx)
    at = len(outline.children(summary))
    made = [tx.add(Task, parent=summary, **repeated.fields(each, first + step)).id for step, each in enumerate(found)]
    for step, identity in enumerate(made):
        outline.insert(identity, summary, at + step)
    outline.commit()
    for identity in made if repeated.shares else ():
        AssignResources(identity, repeated.shares).apply(tx)
