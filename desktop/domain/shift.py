"""A project moved in time, for samples and templates that should look like today."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

from desktop.domain.plan import Calendar
from desktop.domain.project import Project
from desktop.domain.record import Kind, Record, Spec


def weeks_until(project: Project, today: dt.date) -> int:
    """Whole weeks from the status date (else the start) to ``today``, never back."""
    profile = project.profile
    anchor = profile.status_date or (profile.start.date() if profile.start else today)
    return max(0, (today - anchor).days // 7)


def shifted(project: Project, weeks: int) -> Project:
    """All dates later by whole weeks, so that weekdays stay; calendars keep their holidays."""
    step = dt.timedelta(weeks=weeks)
    if not weeks:
        return project
    return Project(
        record if isinstance(record, Calendar) else _moved(record, record.info.specs, step) for record in project.all()
    )


def _moved(item: Any, specs: Mapping[str, Spec], step: dt.timedelta) -> Any:
    fields: dict[str, Any] = {}
    for name, spec in specs.items():
        value = getattr(item, name)
        if value and spec.kind in (Kind.DATE, Kind.MOMENT):
            fields[name] = value + step
        elif value and spec.kind is Kind.ROWS:
            fields[name] = tuple(_moved(row, row.specs, step) for row in value)
    return item.replace(**fields) if isinstance(item, Record) else dataclasses.replace(item, **fields)
