"""Resources and assignments of an MSPDI file as records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from desktop.domain.costing.rates import has_price
from desktop.domain.imports import APPROXIMATED, NOT_READ
from desktop.domain.plan import Assignment, ProjectProfile, Resource, Task
from desktop.domain.scheduling.crew import WORKING
from desktop.exchange.incoming import resource_name
from desktop.exchange.mspdi import foreign, values
from desktop.exchange.mspdi.context import Context
from desktop.exchange.mspdi.fields import Fields
from desktop.exchange.mspdi.rates import fingerprint, read_availability, read_rates
from desktop.exchange.mspdi.read_calendars import CalendarTable
from desktop.exchange.mspdi.read_tasks import NO_CALENDAR, TaskTable, note_kept
from desktop.exchange.mspdi.shares import USAGE, read_units
from desktop.exchange.mspdi.tags import (
    ASSIGNMENT_DEFAULTS,
    ASSIGNMENT_DERIVED,
    ASSIGNMENT_KNOWN,
    RESOURCE_DEFAULTS,
    RESOURCE_DERIVED,
    RESOURCE_KNOWN,
)  # fmt: skip
from desktop.i18n import N_

RESOURCE_HANDLED = RESOURCE_KNOWN | RESOURCE_DERIVED
ASSIGNMENT_HANDLED = ASSIGNMENT_KNOWN | ASSIGNMENT_DERIVED
NOBODY = frozenset({-65535, 0})
"""Resource numbers of work that nobody does."""

ORPHANS = N_("Assignments of a task or resource that is not in the file, left out: {n}")
TWICE = N_("Resources with a number that another one has; assignments go to the first: {n}")
NAMELESS = N_("Resources without a name: {n}")
BLANK = N_("Empty resource rows, left out: {n}")


@dataclass(slots=True)
class ResourceTable:
    """Resources by the number that the file gives them."""

    records: list[Resource] = field(default_factory=list)
    by_uid: dict[int, Resource] = field(default_factory=dict)
    nobody: list[Element] = field(default_factory=list)
    """Rows that stand for work without a resource."""
    untaken: list[tuple[Task, Fields]] = field(default_factory=list)
    """Assignments of a task that nobody has taken."""


def read_resources(root: Element, context: Context, calendars: CalendarTable, project_calendar: str) -> ResourceTable:
    """All resources; one that works by the project calendar (the record's id) has none of its own."""
    table, findings = ResourceTable(), context.findings
    for element in root.iterfind("Resources/Resource"):
        row = Fields(element, findings, handled=RESOURCE_HANDLED)
        uid = row.value("UID", values.read_whole, None)
        row.name = row.text("Name")
        if uid == 0 and not row.name:
            table.nobody.append(element)
            continue
        if row.flag("IsNull"):
            findings.note(NOT_READ, BLANK)
            continue
        if not row.name:
            row.name = resource_name(uid)
            findings.note(APPROXIMATED, NAMELESS, row.name)
        made = _resource(row, context, calendars, project_calendar, uid)
        if uid is not None and table.by_uid.setdefault(uid, made) is not made:
            findings.note(APPROXIMATED, TWICE, made.name)
            made = made.replace(source_uid=None)
        table.records.append(made)
    return table


def _resource(
    row: Fields, context: Context, calendars: CalendarTable, project_calendar: str, uid: int | None
) -> Resource:
    calendar, own = _calendar(row, context, calendars)
    kept = foreign.keep(row.unknown, RESOURCE_DEFAULTS)
    note_kept(context.findings, kept)
    facts: dict[str, Any] = {
        "max_units": max(0, row.whole("MaxUnits", values.read_share, 100) or 0),
        "standard_rate": context.rate(row, "StandardRate"),
        "overtime_rate": context.rate(row, "OvertimeRate"),
        "cost_per_use": context.money(row, "CostPerUse"),
        "accrual": row.code("AccrueAt", values.ACCRUALS, "prorated"),
        "availability": read_availability(row, context),
    }
    facts |= read_rates(row, context)
    made = Resource(
        **context.new("resource"),
        name=row.name,
        kind=_kind(row),
        initials=row.text("Initials"),
        group=row.text("Group"),
        email=row.text("EmailAddress"),
        material_unit=row.text("MaterialLabel"),
        calendar=None if calendar == project_calendar else calendar,
        notes=row.notes("Notes"),
        source_uid=uid,
        **facts,
    )
    marks = fingerprint(made) if any(packed[0] in ("Rates", "AvailabilityPeriods") for packed in kept) else []
    return made.replace(foreign=foreign.to_text(keep=kept, exact=row.rounded, calendar=own, rates=marks))


def _kind(row: Fields) -> str:
    """Cost resources are materials with a mark; some programs give them a number of their own."""
    kind = row.value("Type", values.read_whole, 1)
    if kind == 2 or (kind == 0 and row.flag("IsCostResource")):
        return "cost"
    return "material" if kind == 0 else "person"


def _calendar(row: Fields, context: Context, calendars: CalendarTable) -> tuple[str | None, dict[str, str]]:
    """The calendar that a resource follows, and what is worth keeping of an empty one of its own."""
    uid = row.value("CalendarUID", values.read_whole, -1)
    record = calendars.records.get(uid)
    if record is None:
        if uid > 0:
            context.findings.note(APPROXIMATED, NO_CALENDAR, row.name)
        return None, {}
    if not calendars.is_empty(uid):
        return record.id, {}
    own = {"UID": str(uid), "Name": record.name}
    own.update({tag: text for tag, text in foreign.kept(foreign.from_text(record.foreign)) if tag == "GUID"})
    return record.base, own


def read_assignments(
    root: Element, context: Context, tasks: TaskTable, resources: ResourceTable, profile: ProjectProfile
) -> list[Assignment]:
    """All assignments of a resource to a task; those that nobody has taken are put aside."""
    made = []
    for element in root.iterfind("Assignments/Assignment"):
        row = Fields(element, context.findings, handled=ASSIGNMENT_HANDLED)
        task = tasks.by_uid.get(row.value("TaskUID", values.read_whole, -1))
        number = row.value("ResourceUID", values.read_whole, -65535)
        resource = resources.by_uid.get(number)
        if resource is None and number in NOBODY:
            if task is not None:
                resources.untaken.append((task, row))
            continue
        if task is None or resource is None:
            known = task or resource
            context.findings.note(NOT_READ, ORPHANS, known.name if known else row.raw("UID"))
            continue
        row.name = f"{task.name} – {resource.name}"
        made.append(_assignment(row, context, task, resource, profile))
    if any(item.work for item in made):
        # Where work is written at all, nothing written is none; elsewhere it follows from the duration.
        working = {one.id for one in resources.records if one.kind in WORKING}
        made = [
            item.replace(work=0) if item.work is None and item.resource in working else item for item in made
        ]  # fmt: skip
    return made


def _assignment(
    row: Fields, context: Context, task: Task, resource: Resource, profile: ProjectProfile
) -> Assignment:
    kept = foreign.keep(row.unknown, ASSIGNMENT_DEFAULTS)
    facts: dict[str, Any] = read_units(row, task, resource, profile)
    if facts.get("used_per"):
        kept = [packed for packed in kept if packed[0] not in USAGE]
    note_kept(context.findings, kept)
    facts |= {
        "overtime_work": row.amount("OvertimeWork") or None,
        "actual_work": row.amount("ActualWork") or None,
        "rate_table": row.code("CostRateTable", values.RATE_TABLES, "A"),
        "actual_overtime_work": row.amount("ActualOvertimeWork") or None,
        "delay": row.whole("Delay", values.read_tenths, 0) or 0,
        "levelling_delay": row.levelling(),
    }
    return Assignment(
        **context.new("assignment"),
        task=task.id,
        resource=resource.id,
        contour=row.code("WorkContour", values.CONTOURS, ""),
        # Whoever has no rate costs what the file says.
        cost=context.money(row, "Cost") if resource.kind == "cost" or not has_price(resource) else None,
        actual_cost=context.money(row, "ActualCost"),
        source_uid=row.value("UID", values.read_whole, None),
        foreign=foreign.to_text(keep=kept, exact=row.rounded, timephased=timephased_of(row.nested("TimephasedData"))),
        **facts,
    )


def timephased_of(elements: Iterable[Element]) -> list[list[str]]:
    """``[type, start, finish, unit, value]`` of TimephasedData elements."""
    tags = ("Type", "Start", "Finish", "Unit", "Value")
    return [[element.findtext(tag, "") for tag in tags] for element in elements]
