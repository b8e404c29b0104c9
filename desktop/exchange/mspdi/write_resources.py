"""Resources and assignments as Project writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from desktop.domain.costing.work import amount_of
from desktop.domain.imports import APPROXIMATED, NOT_WRITTEN
from desktop.domain.plan import Assignment, Resource, Task
from desktop.domain.scheduling import TaskDates
from desktop.domain.shares import WHOLE, share_fields, share_of
from desktop.exchange.mspdi import foreign, order, values
from desktop.exchange.mspdi.markup import Node, arranged
from desktop.exchange.mspdi.rates import availability_nodes, fingerprint, rate_nodes
from desktop.exchange.mspdi.shares import units_text, usage_nodes
from desktop.exchange.mspdi.tags import RESOURCE_DEFAULTS
from desktop.exchange.mspdi.work_over_time import WorkOverTime
from desktop.exchange.mspdi.write_tasks import Book
from desktop.i18n import N_

NAMES = N_("Resource names with a comma or square brackets, which Project refuses, written without: {n}")
EQUIPMENT = N_("Equipment, written as work resources: {n}")
PEOPLE = N_("Resources linked to a stakeholder, written without the link: {n}")
DOUBLE = N_("Assignments of a resource that a task already has, joined with the first: {n}")
ACCRUALS = {name: code for code, name in values.ACCRUALS.items()}
TABLES = {name: code for code, name in values.RATE_TABLES.items()}
CONTOURS = {name: code for code, name in values.CONTOURS.items()}
NOBODY = "-65535"
_NOT_IN_NAMES = re.compile(r"[\[\],]")


class ResourceWriter:
    """Writes resources; ``calendars`` holds the number of the calendar of each."""

    def __init__(self, book: Book, calendars: Mapping[str, int]) -> None:
        self._book = book
        self._calendars = calendars

    def nodes(self) -> list[Node]:
        """A Resource element for every record."""
        records = self._book.project.table(Resource).values()
        return [self._node(resource, position) for position, resource in enumerate(records, 1)]

    def _node(self, resource: Resource, position: int) -> Node:
        book = self._book
        book.resources[resource.id] = uid = book.numbers.take("resource", resource.source_uid)
        parts = foreign.from_text(resource.foreign)
        written: dict[str, Any] = {
            "UID": str(uid),
            "ID": str(position),
            "Name": self._name(resource),
            "Type": "1" if resource.kind in ("person", "equipment") else "0",
            "IsNull": "0",
            "Initials": resource.initials,
            "MaterialLabel": resource.material_unit if resource.kind == "material" else "",
            "Group": resource.group,
            "EmailAddress": resource.email,
            "MaxUnits": values.share_text(resource.max_units),
            "StandardRate": values.rate_text(resource.standard_rate or 0, book.digits),
            "OvertimeRate": values.rate_text(resource.overtime_rate or 0, book.digits),
            "CostPerUse": book.money(resource.cost_per_use),
            "CalendarUID": str(self._calendars.get(resource.id, -1)),
            "AccrueAt": ACCRUALS[resource.accrual],
            "Notes": resource.notes,
            "IsCostResource": "1" if resource.kind == "cost" else "0",
        }
        book.exactness.restore(written, parts)
        kept = self._kept(resource, parts)
        have = {tag for tag, _ in kept}
        usual = [(tag, text) for tag, text in RESOURCE_DEFAULTS.items() if tag not in have]
        nodes = [(tag, text) for tag, text in written.items() if text]
        return ("Resource", arranged(order.RESOURCE, nodes, usual, kept))

    def _name(self, resource: Resource) -> str:
        findings = self._book.findings
        if resource.kind == "equipment":
            findings.note(NOT_WRITTEN, EQUIPMENT, resource.name)
        if resource.person:
            findings.note(NOT_WRITTEN, PEOPLE, resource.name)
        name = " ".join(_NOT_IN_NAMES.sub(" ", resource.name).split())
        if name != " ".join(resource.name.split()):
            findings.note(APPROXIMATED, NAMES, resource.name)
        return name or resource.code

    def _kept(self, resource: Resource, parts: Mapping[str, Any]) -> list[foreign.Packed]:
        kept = foreign.kept(parts)
        marks, now = parts.get("rates"), fingerprint(resource)
        if isinstance(marks, list) and marks == now[: len(marks)]:
            return kept
        made = [*rate_nodes(resource, self._book.digits), *availability_nodes(resource)]
        others = [packed for packed in kept if packed[0] not in ("Rates", "AvailabilityPeriods")]
        return others + [list(node) for node in made]


class AssignmentWriter:
    """Writes who works on what, one element for each resource on a task."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._over_time = WorkOverTime(book.project, book.schedule, book.findings)

    def nodes(self) -> list[Node]:
        """Assignments of the tasks that are written, and what stands for work that nobody does."""
        book, made = self._book, []
        for identity in book.tasks:
            task = book.project.get(Task, identity)
            dates = book.schedule.of(identity)
            found: dict[str, Assignment] = {}
            for assignment in book.project.assignments(identity):
                first = found.get(assignment.resource)
                if first is not None:
                    book.findings.note(APPROXIMATED, DOUBLE, task.name)
                found[assignment.resource] = _joined(first, assignment) if first else assignment
            made += [self._node(item, task, dates) for item in found.values() if item.resource in book.resources]
            if not found and not book.project.is_summary(identity) and self._needs_nobody(task):
                made.append(self._nobody(task, dates))
        return made

    def _node(self, item: Assignment, task: Task, dates: TaskDates) -> Node:
        book = self._book
        parts = foreign.from_text(item.foreign)
        resource = book.project.get(Resource, item.resource)
        work, actual, spent = item.work, item.actual_work or 0, book.actual_costs.of_assignment(item, task)
        if item.used_per and work is None:
            work = amount_of(book.schedule, item, resource)
        written: dict[str, Any] = {
            "UID": str(book.numbers.take("assignment", item.source_uid)),
            "TaskUID": str(book.tasks[task.id]),
            "ResourceUID": str(book.resources[item.resource]),
            "ActualStart": values.moment_text(task.actual_start) if task.actual_start and actual else "",
            "ActualFinish": values.moment_text(task.actual_finish) if task.actual_finish else "",
            "ActualWork": values.span_text(actual),
            "ActualOvertimeWork": values.span_text(item.actual_overtime_work) if item.actual_overtime_work else "",
            "Cost": book.money(item.cost) if item.cost is not None or resource.kind == "cost" else "",
            "ActualCost": book.money(spent) if spent is not None else "",
            "CostRateTable": TABLES[item.rate_table],
            "Delay": str(item.delay * 10),
            "Start": values.moment_text(dates.start),
            "Finish": values.moment_text(dates.finish),
            "LevelingDelay": str(item.levelling_delay * 10),
            "LevelingDelayFormat": "8",
            "OvertimeWork": values.span_text(item.overtime_work or 0),
            "Units": units_text(item, parts, book.project.profile),
            "Work": "" if work is None else values.span_text(work),
            "RegularWork": "" if work is None else values.span_text(work - (item.overtime_work or 0)),
            "RemainingWork": "" if work is None else values.span_text(max(0, work - actual)),
            "WorkContour": CONTOURS.get(item.contour.partition(" ")[0], "0"),
        }
        book.exactness.restore(written, parts)
        kept = [packed for packed in foreign.kept(parts) if packed[0] != "TimephasedData"]
        have = {tag for tag, _ in kept}
        usual: list[Node] = [("HasFixedRateUnits", "1"), ("FixedMaterial", "0")]
        if item.used_per:
            usual = usage_nodes(item)
        nodes: list[Node] = [(tag, text) for tag, text in written.items() if text]
        nodes += [node for node in usual if node[0] not in have]
        over_time = self._over_time.of(item, task, dates, parts, int(written["UID"]))
        return ("Assignment", arranged(order.ASSIGNMENT, nodes, kept, over_time))

    def _needs_nobody(self, task: Task) -> bool:
        """Whether Project would lose progress or interruptions without an element that carries them."""
        return bool(task.splits or task.actual_start or task.percent_complete)

    def _nobody(self, task: Task, dates: TaskDates) -> Node:
        """Work of a task that has no resource."""
        uid = self._book.numbers.take("assignment")
        done = task.duration if task.actual_finish else task.duration * task.percent_complete // 100
        if task.remaining_duration is not None and not task.actual_finish:
            done = max(0, task.duration - task.remaining_duration)
        written = {
            "UID": str(uid),
            "TaskUID": str(self._book.tasks[task.id]),
            "ResourceUID": NOBODY,
            "ActualStart": values.moment_text(task.actual_start) if task.actual_start else "",
            "ActualFinish": values.moment_text(task.actual_finish) if task.actual_finish else "",
            "ActualWork": values.span_text(done),
            "Start": values.moment_text(dates.start),
            "Finish": values.moment_text(dates.finish),
            "RegularWork": values.span_text(task.duration),
            "RemainingWork": values.span_text(task.duration - done),
            "Units": "1",
            "Work": values.span_text(task.duration),
            "WorkContour": CONTOURS["contoured"] if task.splits else "0",
        }
        nodes = [(tag, text) for tag, text in written.items() if text]
        return ("Assignment", arranged(order.ASSIGNMENT, nodes, self._over_time.of_splits(task, 100, uid)))


def _joined(first: Assignment, second: Assignment) -> Assignment:
    """Both as one: Project has one assignment of a resource to a task."""

    def total(name: str) -> int | None:
        amounts = [amount for amount in (getattr(first, name), getattr(second, name)) if amount is not None]
        return sum(amounts) if amounts else None

    summed = {name: total(name) for name in ("work", "actual_work", "overtime_work", "actual_overtime_work", "cost")}
    share = Fraction(share_of(first) + share_of(second), WHOLE)
    return first.replace(**share_fields(share), **summed)
