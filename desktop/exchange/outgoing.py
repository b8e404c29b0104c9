"""A project to a file of another program, for the team or for the client; the suffix says which program.

What goes to a client has passed the one gate (``domain/clientview.py``), whatever the kind of file.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.domain.clientview import released
from desktop.domain.imports import APPROXIMATED, NOT_WRITTEN, Finding, Findings
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.record import TEAM
from desktop.domain.scheduling import Schedule
from desktop.domain.scheduling import schedule as plan_dates
from desktop.i18n import N_, Words

WITHHELD = N_("Records left out, because they are not marked for this audience: {n}")
HELD = N_("Tasks held at their dates, because what moves them is not for this audience: {n}")
ROUNDS = 8
"""So often the tasks that moved are held and the rest is computed again; after that every task is held."""


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
    """``project`` as ``audience`` may see it, with the dates that it has for the team.

    A task that would move without what is withheld (a calendar, a levelling delay, another task) is planned
    by hand at its dates: a client is shown the dates that were agreed, and not what stands behind them.
    """
    shown, findings = released(project, audience), Findings()
    held: list[str] = []
    for turn in range(ROUNDS + 1):
        moved = _moved(shown, schedule)
        free = [task for task in shown.outline.order if task in moved and _is_free(shown, task)]
        chosen = free if turn == ROUNDS else [task for task in free if not _follows(shown, task, moved)] or free
        for identity in chosen:
            theirs = schedule.of(identity)
            task = shown.get(Task, identity).replace(
                mode="manual", manual_start=theirs.start, manual_finish=theirs.finish, duration=theirs.duration
            )
            shown.put("task", identity, task)
        held += chosen
        if not chosen:
            break
    for identity in held:
        findings.note(APPROXIMATED, HELD, shown.get(Task, identity).name)
    withheld = sum(1 for _ in project.all()) - sum(1 for _ in shown.all())
    findings.note(NOT_WRITTEN, WITHHELD, count=withheld)
    return shown, findings.result()


def _moved(shown: Project, schedule: Schedule) -> frozenset[str]:
    """Tasks that have other dates in ``shown`` alone."""
    dates = plan_dates(shown)
    return frozenset(
        identity
        for identity in shown.outline.order
        if (dates.of(identity).start, dates.of(identity).finish)
        != (schedule.of(identity).start, schedule.of(identity).finish)
    )


def _is_free(shown: Project, task: str) -> bool:
    return not shown.is_summary(task) and shown.get(Task, task).mode != "manual"


def _follows(shown: Project, task: str, moved: frozenset[str]) -> bool:
    """Whether ``task``, or a summary that it lies in, waits for a task that moved itself."""
    place: str | None = task
    while place is not None:
        if any(link.predecessor in moved for link in shown.predecessors(place)):
            return True
        place = shown.get(Task, place).parent
    return False
