"""Calendars as Project wants them: base calendars whole, and one derived calendar for every resource.

Project derives only the calendars of resources, so a calendar of ours that is derived and serves
tasks or the project is written out whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from desktop.domain.imports import APPROXIMATED, Findings
from desktop.domain.plan import Calendar, Resource, Task
from desktop.domain.project import Project
from desktop.exchange.incoming import source_number
from desktop.exchange.incoming_calendars import standard_calendar
from desktop.exchange.mspdi import foreign
from desktop.exchange.mspdi.calendar_markup import CalendarWriter
from desktop.exchange.mspdi.markup import Node
from desktop.exchange.mspdi.numbers import Numbers
from desktop.i18n import N_

FLATTENED = N_("Calendars derived from another, written whole: {n}")


@dataclass(slots=True)
class CalendarPlan:
    """What is written, and the numbers by which the rest of the file refers to it."""

    nodes: list[Node] = field(default_factory=list)
    uid: dict[str, int] = field(default_factory=dict)
    """Of calendars that tasks and the project may use, by record id."""
    of_resource: dict[str, int] = field(default_factory=dict)
    """Of the calendar of each resource, by the resource's id."""


class CalendarPlanner:
    """Decides which calendars the file needs and writes them."""

    def __init__(self, project: Project, numbers: Numbers, findings: Findings) -> None:
        self._records = dict(project.table(Calendar))
        self._resources = project.table(Resource)
        self._default = project.profile.calendar or ""
        if self._default not in self._records:
            self._records[self._default] = standard_calendar(self._default)
        self._numbers, self._findings = numbers, findings
        used = {task.calendar for task in project.table(Task).values()} | {self._default}
        used |= {calendar.base for calendar in self._records.values()}
        self._own = {
            identity
            for identity, calendar in self._records.items()
            if identity not in used and self._is_of_one_resource(calendar)
        }

    def _is_of_one_resource(self, calendar: Calendar) -> bool:
        """Whether Project could have made the calendar for a resource: it adds to a base calendar."""
        base = self._records.get(calendar.base or "")
        users = sum(resource.calendar == calendar.id for resource in self._resources.values())
        return users == 1 and base is not None and base.base is None

    def plan(self) -> CalendarPlan:
        """All calendars: base calendars first, then those of the resources."""
        plan = CalendarPlan()
        for calendar in self._records.values():
            if calendar.id not in self._own:
                plan.uid[calendar.id] = uid = self._numbers.take("calendar", calendar.source_uid)
                if calendar.base:
                    self._findings.note(APPROXIMATED, FLATTENED, calendar.name)
                writer = CalendarWriter(calendar, self._findings, self._bases(calendar), whole=True)
                plan.nodes.append(writer.node(uid, -1))
        for resource in self._resources.values():
            plan.nodes.append(self._of_resource(resource, plan))
        return plan

    def _bases(self, calendar: Calendar) -> list[Calendar]:
        chain = [calendar]
        while (base := self._records.get(chain[-1].base or "")) and base not in chain:
            chain.append(base)
        return chain[1:]

    def _of_resource(self, resource: Resource, plan: CalendarPlan) -> Node:
        if resource.calendar in self._own:
            record = self._records[resource.calendar or ""]
            uid = self._numbers.take("calendar", record.source_uid)
            base = plan.uid.get(record.base or "", -1)
        else:
            record = _empty_calendar(resource)
            uid = self._numbers.take("calendar", record.source_uid)
            base = plan.uid.get(resource.calendar or self._default, -1)
        plan.of_resource[resource.id] = uid
        return CalendarWriter(record, self._findings, self._bases(record)).node(uid, base)


def _empty_calendar(resource: Resource) -> Calendar:
    """The calendar that Project keeps for a resource which adds nothing to its base."""
    facts = foreign.from_text(resource.foreign).get("calendar")
    facts = facts if isinstance(facts, dict) else {}
    uid, guid = str(facts.get("UID", "")), facts.get("GUID")
    made: dict[str, Any] = {
        "id": "",
        "name": str(facts.get("Name") or resource.name),
        "source_uid": source_number(uid),
        "foreign": foreign.to_text(keep=[["GUID", guid]] if isinstance(guid, str) else []),
    }
    return Calendar(**made)
