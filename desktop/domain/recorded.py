"""Dates that an imported file recorded, beside ours: every difference, so that none is hidden."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, to_datetime, to_minutes


@dataclass(frozen=True, slots=True)
class DateDifference:
    """A task whose computed dates are not those that the file recorded."""

    task: str
    """Id."""
    recorded_start: dt.datetime | None
    recorded_finish: dt.datetime | None
    start: dt.datetime
    finish: dt.datetime

    @property
    def start_minutes(self) -> int:
        """How much later ours starts, by the clock; 0 where nothing is recorded."""
        return _minutes(self.recorded_start, self.start)

    @property
    def finish_minutes(self) -> int:
        """How much later ours finishes, by the clock; 0 where nothing is recorded."""
        return _minutes(self.recorded_finish, self.finish)


def compare_recorded(project: Project, schedule: Schedule) -> tuple[DateDifference, ...]:
    """Every task with a recorded date that ``schedule`` does not confirm, in outline order.

    Inactive tasks are left out, because they are not part of the schedule.
    """
    tasks = project.table(Task)
    found = []
    row_of, starts, finishes = schedule.row, schedule.starts, schedule.finishes
    for identity in project.outline.order:
        task, row = tasks[identity], row_of[identity]
        if _is_none_or(task.recorded_start, starts[row]) and _is_none_or(task.recorded_finish, finishes[row]):
            continue
        if not task.active:
            continue
        start, finish = to_datetime(starts[row]), to_datetime(finishes[row])
        difference = DateDifference(identity, task.recorded_start, task.recorded_finish, start, finish)
        if difference.start_minutes or difference.finish_minutes:
            found.append(difference)
    return tuple(found)


def _is_none_or(recorded: dt.datetime | None, minute: int) -> bool:
    return recorded is None or to_minutes(recorded) == minute


def _minutes(recorded: dt.datetime | None, ours: dt.datetime) -> int:
    return 0 if recorded is None else int((ours - recorded).total_seconds() // 60)
