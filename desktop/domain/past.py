"""The project as it was: undone edit by edit from its history. Pure; nothing of it is stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from desktop.domain.baselines import captured
from desktop.domain.changes import ChangeSet
from desktop.domain.plan import Baseline
from desktop.domain.project import Project
from desktop.domain.reporting import StatusReport
from desktop.domain.scheduling import Schedule


def as_before(project: Project, changes: Iterable[ChangeSet]) -> Project:
    """``project`` as it was before ``changes``, which come newest first and have no gap."""
    made = project.snapshot()
    for one in changes:
        for change in reversed(one.changes):
            made.put(change.key, change.id, change.before)
    return made


def as_baseline(project: Project, planned: Schedule, name: str, at: dt.datetime | None) -> Baseline:
    """The plan of ``project`` in the form in which plans are compared; it belongs to nothing."""
    fields: dict[str, Any] = {
        "id": "", "number": 0, "name": name, "taken_at": at, "tasks": captured(project, planned, spreads=False),
    }  # fmt: skip
    return Baseline(**fields)


def last_report(project: Project) -> StatusReport | None:
    """The report that was issued last."""
    issued = [one for one in project.table(StatusReport).values() if one.status == "issued" and one.created_at]
    return max(issued, key=lambda one: (one.created_at or dt.datetime.min, one.number), default=None)
