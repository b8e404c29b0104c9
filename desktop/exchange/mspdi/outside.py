"""Tasks of other projects that a plan waits for.

A link across projects names a task that the file does not hold: neither its dates nor anything else.
All that is known of it is when the tasks that wait for it could begin. It becomes a milestone at that
moment, marked as a stand-in, so that the plan keeps its dates; it is never written back as a task.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from desktop.domain.commands.plan.outline import RANK_STEP
from desktop.domain.plan import Task
from desktop.domain.scheduling.calendars import WorkCalendar
from desktop.domain.scheduling.clock import to_datetime, to_minutes
from desktop.exchange.mspdi import foreign
from desktop.exchange.mspdi.fields import Fields
from desktop.i18n import tr

PART = "outside"
"""Marks a stand-in in its foreign data: the name of the other project and the number of its task there."""


def outside_of(task: Task) -> tuple[str, str] | None:
    """(CrossProjectName, PredecessorUID) of a stand-in; None for a task of this project."""
    if PART not in task.foreign:  # most tasks, without reading what else is kept of them
        return None
    match foreign.from_text(task.foreign).get(PART):
        case [str(name), str(number)]:
            return name, number
        case _:
            return None


@dataclass(slots=True)
class Outside:
    """Stand-ins by the name and number of what they stand for."""

    new: Callable[[str], dict[str, Any]]
    calendar: Callable[[], WorkCalendar]
    """The project calendar, compiled when it is first needed."""
    records: dict[tuple[str, str], Task] = field(default_factory=dict)

    def stand_in(self, fields: Fields, successor: Task, lag: dict[str, Any], kind: str) -> Task:
        """The task at the other end of a link into ``successor``, early enough for it."""
        key = fields.text("CrossProjectName"), fields.raw("PredecessorUID")
        late = successor.recorded_finish if kind in ("FF", "SF") else successor.recorded_start
        date = self._before(late, lag) if late else None
        found = self.records.get(key)
        if found is None:
            found = self._made(key, date)
        elif date is not None and (found.manual_start is None or date < found.manual_start):
            found = found.replace(manual_start=date, manual_finish=date, recorded_start=date, recorded_finish=date)
        self.records[key] = found
        return found

    def _made(self, key: tuple[str, str], date: dt.datetime | None) -> Task:
        file = key[0].replace("\\", "/").rpartition("/")
        name = " – ".join(filter(None, (file[0].rpartition("/")[2], file[2]))) or tr("Task of another project")
        facts = self.new("task") | {
            "rank": 2**40 + len(self.records) * RANK_STEP, "mode": "manual", "duration": 0, "milestone": True,
            "manual_start": date, "manual_finish": date, "recorded_start": date, "recorded_finish": date,
            "foreign": foreign.to_text(**{PART: list(key)}),
        }  # fmt: skip
        return Task(name=name, **facts)

    def _before(self, late: dt.datetime, lag: dict[str, Any]) -> dt.datetime:
        minutes = lag.get("lag", 0)
        if not minutes:
            return late
        if lag["lag_unit"].startswith("e"):
            return late - dt.timedelta(minutes=minutes)
        calendar = self.calendar()
        return to_datetime(calendar.earliest(calendar.work_at(to_minutes(late)) - minutes))
