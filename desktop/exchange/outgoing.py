"""A project to a file of another program, for the team or for the client; the suffix says which program.

What goes to a client has passed the one gate (``domain/clientview.py``), whatever the kind of file.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.domain.agreed import Agreed
from desktop.domain.imports import APPROXIMATED, NOT_WRITTEN, Finding, Findings
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.record import TEAM
from desktop.domain.scheduling import Schedule
from desktop.domain.scheduling import schedule as plan_dates
from desktop.i18n import N_, Words

WITHHELD = N_("Records left out, because they are not marked for this audience: {n}")
HELD = N_("Tasks held at their dates, because what moves them is not for this audience: {n}")


def write_foreign(
    project: Project,
    schedule: Schedule,
    target: Path,
    words: Words,
    *,
    now: dt.datetime,
    audience: str = TEAM,
    key: str = "task",
) -> tuple[Finding, ...]:
    """Write what ``audience`` may see to ``target``, whole or not at all; returns what has no place there.

    ``key`` is the register that a CSV file holds. Raises ``report_hidden_project`` where the audience may
    not even see the project.
    """
    kind = target.suffix.lower()
    if kind == ".ics":
        from desktop.exchange.icalendar_out import write_icalendar

        write_icalendar(project, schedule, target, words, now=now, audience=audience)
        return ()
    if kind == ".csv":
        from desktop.exchange.tabular import write_csv

        return write_csv(project, schedule, target, words, audience=audience, key=key)
    if kind == ".xlsx":
        from desktop.exchange.tabular import write_workbook

        return write_workbook(project, schedule, target, words, audience=audience)
    from desktop.exchange.mspdi import write_mspdi

    if audience == TEAM:
        return write_mspdi(project, schedule, target, now)
    copy, findings = copy_for(project, schedule, audience)
    return findings + write_mspdi(copy, plan_dates(copy), target, now)


def copy_for(project: Project, schedule: Schedule, audience: str) -> tuple[Project, tuple[Finding, ...]]:
    """``project`` as ``audience`` may see it, with the dates that it has for the team (:class:`Agreed`)."""
    copy, findings = Agreed(project, schedule, audience), Findings()
    for identity in copy.held:
        findings.note(APPROXIMATED, HELD, copy.project.get(Task, identity).name)
    withheld = sum(1 for _ in project.all()) - sum(1 for _ in copy.project.all())
    findings.note(NOT_WRITTEN, WITHHELD, count=withheld)
    return copy.project, findings.result()
