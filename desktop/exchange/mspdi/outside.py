"""Tasks of other projects that a plan waits for.

A link across projects names a task that the file does not hold: neither its dates nor anything else.
All that is known of it is when the tasks that wait for it could begin. A task planned by hand stands in
for it, so that the plan keeps its dates: it ends (or begins) as late as those allow, and where its
beginning is not known it is shown from the start of the project. It is never written back as a task.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from desktop.domain.plan import Task
from desktop.domain.project import RANK_STEP
from desktop.domain.scheduling.calendars import WorkCalendar
from desktop.domain.scheduling.clock import to_datetime, to_minutes
from desktop.exchange.mspdi import foreign
from desktop.exchange.mspdi.fields import Fields
from desktop.i18n import tr

PART = "outside"
"""Marks a stand-in in its foreign data: the name of the other project and the number of its task there."""
BEHIND_ALL = 1 << 40
"""Rank from which on stand-ins follow the plan, so that they change no WBS code."""


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
class _Wanted:
    """What is known of a task elsewhere: the latest moments that suit everybody who waits for it."""

    identity: dict[str, Any]
    name: str
    begins: dt.datetime | None = None
    ends: dt.datetime | None = None


@dataclass(slots=True)
class Outside:
    """Stand-ins by the name and number of what they stand for."""

    new: Callable[[str], dict[str, Any]]
    calendar: Callable[[], WorkCalendar]
    """The project calendar, compiled when it is first needed."""
    start: dt.datetime | None
    """Of the project."""
    _wanted: dict[tuple[str, str], _Wanted] = field(default_factory=dict)

    def wanted(self, fields: Fields, successor: Task, lag: dict[str, Any], kind: str) -> tuple[str, str]:
        """(id, name) of the stand-in at the other end of a link into ``successor``."""
        key = fields.text("CrossProjectName"), fields.raw("PredecessorUID")
        found = self._wanted.get(key)
        if found is None:
            found = self._wanted[key] = _Wanted(self.new("task"), _name(key[0]))
        late = successor.recorded_finish if kind in ("FF", "SF") else successor.recorded_start
        if late is not None:
            date = self._before(late, lag)
            if kind in ("SS", "SF"):
                found.begins = min(found.begins or date, date)
            else:
                found.ends = min(found.ends or date, date)
        return found.identity["id"], found.name

    def records(self, taken: set[int]) -> list[Task]:
        """The stand-ins; ``taken`` are the numbers of the tasks in the file."""
        return [self._record(key, wanted, taken) for key, wanted in self._wanted.items()]

    def _record(self, key: tuple[str, str], wanted: _Wanted, taken: set[int]) -> Task:
        ends = wanted.ends or wanted.begins
        begins = wanted.begins or (self.start if self.start and ends and self.start < ends else ends)
        ends = max(begins, ends) if begins and ends else ends
        calendar = self.calendar()
        duration = calendar.between(to_minutes(begins), to_minutes(ends)) if begins and ends else 0
        number = int(key[1]) if key[1].isdecimal() and len(key[1]) < 10 else 0
        facts = wanted.identity | {
            "rank": BEHIND_ALL + len(taken) * RANK_STEP, "mode": "manual", "duration": duration,
            "milestone": not duration, "manual_start": begins, "manual_finish": ends, "recorded_start": begins,
            "recorded_finish": ends, "source_uid": number if number and number not in taken else None,
            "foreign": foreign.to_text(**{PART: list(key)}),
        }  # fmt: skip
        taken.add(number)
        return Task(name=wanted.name, **facts)

    def _before(self, late: dt.datetime, lag: dict[str, Any]) -> dt.datetime:
        """The last moment from which ``lag`` leads no further than ``late``: the end of working time."""
        minutes = lag.get("lag", 0)
        if lag["lag_unit"].startswith("e"):
            return late - dt.timedelta(minutes=minutes)
        calendar = self.calendar()
        return to_datetime(calendar.earliest(calendar.work_at(to_minutes(late)) - minutes))


def _name(path: str) -> str:
    """``other.mpp – 7`` of ``C:\\plans\\other.mpp\\7``."""
    folder, _, number = path.replace("\\", "/").rpartition("/")
    return " – ".join(filter(None, (folder.rpartition("/")[2], number))) or tr("Task of another project")
