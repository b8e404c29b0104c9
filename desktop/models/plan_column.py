"""What a column of the plan grid is, and what the text of a cell may depend on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop.domain.plan import BaselineTask, Task
from desktop.domain.predecessors import TaskCodes
from desktop.domain.project import Project
from desktop.domain.record import Spec
from desktop.domain.scheduling import Schedule, TaskDates
from desktop.domain.session import Command
from desktop.i18n import N_, Words
from desktop.models.plan_figures import PlanFigures

LEFT, RIGHT, CENTRE = "left", "right", "centre"
GENERAL, DATES, FLOAT, PROGRESS, WORK, COST, BASELINE, VALUE, REGISTER, IMPORTED = (
    "general", "dates", "float", "progress", "work", "cost", "baseline", "value", "register", "imported"
)  # fmt: skip
GROUPS: Mapping[str, str] = {
    GENERAL: N_("General"), DATES: N_("Dates"), FLOAT: N_("Float", "columns"), PROGRESS: N_("Progress"),
    WORK: N_("Work"), COST: N_("Cost"), BASELINE: N_("Baseline"), VALUE: N_("Earned value"),
    REGISTER: N_("Registers"), IMPORTED: N_("Imported", "columns"),
}  # fmt: skip
"""Kinds of columns in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that the text of a cell may depend on, as it stands now."""

    project: Project
    schedule: Schedule
    codes: TaskCodes
    baseline: Mapping[str, BaselineTask]
    words: Words
    today: dt.date
    hours: tuple[int, int]
    """Minutes after midnight at which the usual working day opens and closes."""
    figures: PlanFigures

    def dates(self, task: Task) -> TaskDates | None:
        return self.schedule.of(task.id) if task.id in self.schedule else None

    def opening(self) -> dt.time:
        return _clock(self.hours[0], dt.time(8))

    def closing(self) -> dt.time:
        return _clock(self.hours[1], dt.time(17))


def _clock(minute: int, otherwise: dt.time) -> dt.time:
    return dt.time(minute // 60, minute % 60) if 0 < minute < 1440 else otherwise


TextOf = Callable[[Reading, Task], str]
Meaning = Callable[[Reading, Task, str], "Command | None"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``width`` is in ems; ``meaning`` is None where the cell cannot be edited."""

    key: str
    title: str
    text: TextOf
    align: str = LEFT
    width: float = 7
    edit_text: TextOf | None = None
    meaning: Meaning | None = None
    stays_in_summary: bool = True
    """Whether a summary's cell can be edited too."""
    spec: Spec | None = None
    shown: bool = False
    """Whether the column is there before anybody has chosen columns."""
    group: str = GENERAL
    """One of ``GROUPS``."""
    figures: bool = False
    """Whether the text follows from other tasks too, so that an edit of any of them may change it."""

    def editable(self, summary: bool) -> bool:
        return self.meaning is not None and (self.stays_in_summary or not summary)

    def exact(self, reading: Reading, task: Task) -> str:
        """What an editor starts from, and what is copied: exact where the cell is rounded."""
        return (self.edit_text or self.text)(reading, task)
