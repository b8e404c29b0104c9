"""Records into Microsoft Project XML, with an account of what has no place there.

What is lost on the way, and why, is written down in ``desktop/exchange/LOSSES.md``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop.domain.imports import APPROXIMATED, NOT_WRITTEN, Finding, Findings
from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, to_minutes
from desktop.exchange.mspdi import foreign, order, values
from desktop.exchange.mspdi.actual_costs import EDITABLE
from desktop.exchange.mspdi.exact import Exactness
from desktop.exchange.mspdi.markup import Node, arranged, given, render
from desktop.exchange.mspdi.numbers import Numbers
from desktop.exchange.mspdi.read_profile import USUAL
from desktop.exchange.mspdi.wbs_masks import with_mask
from desktop.exchange.mspdi.whole import notes_of, span_of
from desktop.exchange.mspdi.write_calendars import CalendarPlanner
from desktop.exchange.mspdi.write_resources import AssignmentWriter, ResourceWriter
from desktop.exchange.mspdi.write_tasks import Book, TaskWriter, honours_constraints
from desktop.i18n import N_, tr
from desktop.publish import publish_bytes

SAVE_VERSION = "14"
"""Project 2010 and later."""
FIRST_DAY, LAST_DAY = dt.datetime(1984, 1, 1), dt.datetime(2149, 12, 31, 23, 59)
"""Project knows no other dates."""
PLAN = frozenset({"project", "calendar", "task", "dependency", "resource", "assignment", "baseline"})
THEIR_RULES = {
    "progress_rule": ("as_planned",), "lag_calendar": ("successor",), "critical_rule": ("total_float", "each_path"),
    "float_rule": ("smallest",),
}  # fmt: skip
"""How Project reckons."""

OTHER_RECORDS = N_("Records that are not part of the plan, such as risks, contacts and actions: {n}")
RULES = N_("Rules of scheduling that Project does not have, left out: {n}")
PATTERNS = N_("Patterns of recurring tasks; their occurrences are written as tasks of their own: {n}")
EARLY_OR_LATE = N_("The plan has dates before 1984 or after 2149, which Project cannot show.")
CRITICAL_LIMIT = N_("The limit for critical tasks is written in whole days.")


def write_mspdi(
    project: Project, schedule: Schedule, path: Path, now: dt.datetime | None = None
) -> tuple[Finding, ...]:
    """Write the plan of ``project`` to ``path``, whole or not at all; returns what was lost.

    Dates come from ``schedule``. Raises :class:`Rejected` where the disk refuses.
    """
    content, findings = mspdi_bytes(project, schedule, now or dt.datetime.now())
    publish_bytes(path, content)
    return findings


def mspdi_bytes(project: Project, schedule: Schedule, now: dt.datetime) -> tuple[bytes, tuple[Finding, ...]]:
    """The document, and what was lost; ``now`` is the moment of writing."""
    findings, numbers, profile = Findings(), Numbers.of(project), project.profile
    plan = CalendarPlanner(project, numbers, findings).plan()
    digits = profile.currency_digits
    book = Book(project, schedule, numbers, findings, Exactness(digits), digits, plan.uid)
    tasks = TaskWriter(book).nodes()
    resources = ResourceWriter(book, plan.of_resource).nodes()
    assignments = AssignmentWriter(book).nodes()
    _note_losses(book)
    head = _head(book, now)
    body: list[Node] = [
        ("Calendars", plan.nodes),
        ("Tasks", [_whole(book), *tasks]),
        ("Resources", resources),
        ("Assignments", assignments),
    ]
    return render(("Project", arranged(order.PROJECT, head, body))), findings.result()


def _head(book: Book, now: dt.datetime) -> list[Node]:
    profile, schedule = book.project.profile, book.schedule
    parts = foreign.from_text(profile.foreign)
    forwards = profile.schedule_from == "start"
    start = (profile.start if forwards else None) or schedule.start
    finish = schedule.finish if forwards else profile.finish or schedule.finish
    status = dt.datetime.combine(profile.status_date, dt.time(17)) if profile.status_date else None
    written: dict[str, Any] = {
        "SaveVersion": SAVE_VERSION,
        "Title": profile.name,
        "LastSaved": values.moment_text(now),
        "ScheduleFromStart": "1" if forwards else "0",
        "StartDate": values.moment_text(start),
        "FinishDate": values.moment_text(finish),
        "CriticalSlackLimit": str(round(profile.critical_limit / profile.minutes_per_day)),
        "CurrencyDigits": str(profile.currency_digits),
        "CurrencyCode": profile.currency,
        "CalendarUID": str(book.calendars.get(profile.calendar or "", 1)),
        "MultipleCriticalPaths": "1" if profile.critical_rule == "each_path" else "0",
        "MinutesPerDay": str(profile.minutes_per_day),
        "MinutesPerWeek": str(profile.minutes_per_week),
        "DaysPerMonth": str(profile.days_per_month),
        "HonorConstraints": "1" if honours_constraints(book.project) else "0",
        "StatusDate": values.moment_text(status) if status else "",
        "CurrentDate": values.moment_text(now),
        EDITABLE: "1" if book.actual_costs.entered else "",
    }
    book.exactness.restore(written, parts)
    kept = [packed for packed in _kept_of_project(parts, profile) if not written.get(packed[0])]
    have = {tag for tag, _ in kept} | {tag for tag, text in written.items() if text}
    usual = {"Name": f"{profile.name}.xml"[:255], "CreationDate": values.moment_text(profile.created_at or now)} | USUAL
    nodes: list[Node] = [(tag, text) for tag, text in written.items() if text]
    return [*nodes, *((tag, text) for tag, text in usual.items() if tag not in have), *kept]


def _kept_of_project(parts: Mapping[str, Any], profile: ProjectProfile) -> list[foreign.Packed]:
    """Foreign details of the project, without a currency symbol that belongs to another currency."""
    kept = with_mask(foreign.kept(parts), profile)
    if parts.get("currency", profile.currency) == profile.currency:
        return kept
    return [packed for packed in kept if packed[0] != "CurrencySymbol"]


def _whole(book: Book) -> Node:
    """The row of the project itself."""
    profile, schedule = book.project.profile, book.schedule
    parts = foreign.from_text(profile.foreign)
    start, finish = span_of(book.project, schedule)
    minutes = schedule.calendar().between(to_minutes(start), to_minutes(finish))
    nodes = given(
        UID="0", ID="0", Name=profile.name[:512], Active="1", Manual="0", Type="1", IsNull="0", WBS="0",
        OutlineNumber="0", OutlineLevel="0", Priority="500", Start=values.moment_text(start),
        Finish=values.moment_text(finish), Duration=values.span_text(minutes), DurationFormat="7",
        Milestone="0", Summary="1", ConstraintType="0", CalendarUID="-1", Notes=notes_of(profile),
    )  # fmt: skip
    return ("Task", arranged(order.TASK, nodes, foreign.kept(parts, "whole")))


def _note_losses(book: Book) -> None:
    findings, project = book.findings, book.project
    profile = project.profile
    for record in project.all():
        if record.info.key not in PLAN:
            findings.note(NOT_WRITTEN, OTHER_RECORDS, record.code)
    for task in project.table(Task).values():
        if task.recurrence:
            findings.note(NOT_WRITTEN, PATTERNS, task.name)
    for name, theirs in THEIR_RULES.items():
        spec, value = profile.info.specs[name], getattr(profile, name)
        if value not in theirs:
            findings.note(NOT_WRITTEN, RULES, f"{tr(spec.title)}: {tr((spec.choices or {}).get(value, value))}")
    if profile.critical_limit % profile.minutes_per_day:
        findings.note(APPROXIMATED, CRITICAL_LIMIT)
    if book.tasks and not FIRST_DAY <= book.schedule.start <= book.schedule.finish <= LAST_DAY:
        findings.note(APPROXIMATED, EARLY_OR_LATE)
