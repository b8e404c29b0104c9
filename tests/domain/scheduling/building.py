"""Small plans for the scheduler's tests: Monday to Friday 08-12 and 13-17, from Monday 2026-06-01 08:00."""

from __future__ import annotations

import datetime as dt
from typing import Any

from desktop.domain.plan import Calendar, CalendarException, Dependency, ProjectProfile, Task, WeekDay
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.scheduling import Schedule, schedule

DAY = 480
"""Working minutes of a day."""
MONDAY = dt.datetime(2026, 6, 1, 8)
OFFICE = "08:00-12:00 13:00-17:00"


def at(text: str) -> dt.datetime:
    """``06-08 17:00`` in 2026."""
    return dt.datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M")


def task(identity: str, days: float = 1, **fields: Any) -> Task:
    """A task named after its id; ``days`` are working days, or days of 24 h with an elapsed unit."""
    elapsed = str(fields.get("duration_unit", "d")).startswith("e")
    duration = fields.pop("duration", round(days * (1440 if elapsed else DAY)))
    return Task(id=identity, name=identity, duration=duration, **{"rank": 0, "number": 1} | fields)


def link(text: str, number: int = 1, **fields: Any) -> Dependency:
    """``A>B`` or ``A SS B``; ``lag`` in days."""
    words = text.replace(">", " FS ").split()
    predecessor, kind, successor = words
    lag = round(fields.pop("lag_days", 0) * DAY)
    identity = fields.pop("id", f"{predecessor}{kind}{successor}")
    facts = {"lag": lag} | fields
    return Dependency(
        id=identity, number=number, predecessor=predecessor, successor=successor, type=kind, **facts
    )  # fmt: skip


def calendar(identity: str, days: str = OFFICE, working: int = 5, *exceptions: CalendarException) -> Calendar:
    """The first ``working`` weekdays have ``days`` as bands."""
    week = tuple(WeekDay(weekday=day, bands=days if day < working else "") for day in range(7))
    return Calendar(id=identity, name=identity, week=week, exceptions=exceptions)


def project(*records: Record, **profile: Any) -> Project:
    """A project of ``records``; outline order is the order in which tasks are given."""
    ranked = [
        record.replace(rank=rank) if isinstance(record, Task) and not record.rank else record
        for rank, record in enumerate(records, 1)
    ]
    return Project([ProjectProfile(id="project", name="Test", **{"start": MONDAY} | profile), *ranked])


def plan(*records: Record, **profile: Any) -> Schedule:
    """The schedule of :func:`project`."""
    return schedule(project(*records, **profile))


def span(planned: Schedule, identity: str) -> str:
    """``06-08 08:00 - 06-09 17:00``."""
    dates = planned.of(identity)
    return f"{dates.start:%m-%d %H:%M} - {dates.finish:%m-%d %H:%M}"


def floats(planned: Schedule, identity: str) -> tuple[float, float]:
    """Total and free float in working days."""
    dates = planned.of(identity)
    return dates.total_float / DAY, dates.free_float / DAY
