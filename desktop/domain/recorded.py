"""Dates that an imported file recorded, beside ours: every difference, so that none is hidden."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, to_datetime


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
    for identity in project.outline.order:
        task = tasks[identity]
        if (task.recorded_start is None and task.recorded_finish is None) or not task.active:
            continue
        start, finish = to_datetime(schedule.start_minutes(identity)), to_datetime(schedule.finish_minutes(identity))
        difference = DateDifference(identity, task.recorded_start, task.recorded_finish, start, finish)
        if difference.start_minutes or difference.finish_minutes:
            found.append(difference)
    return tuple(found)


def _minutes(recorded: dt.datetime | None, ours: dt.datetime) -> int:
    return 0 if recorded is None else int((ours - recorded).total_seconds() // 60)
