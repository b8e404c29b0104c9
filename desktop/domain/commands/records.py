"""Commands that fit every record type: add, change fields, delete, link."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.rules import assignment_consequences, task_consequences
from desktop.domain.communication import CLOSED_ACTION, Action, Decision
from desktop.domain.plan import Assignment, Calendar, Task
from desktop.domain.record import Kind, Record
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected
from desktop.domain.reporting import StatusReport
from desktop.domain.scheduling import require_working_time
from desktop.domain.validation import check_value
from desktop.i18n import N_


@dataclass(frozen=True)
class AddRecord:
    """Insert a record of type ``key`` with some fields; ``id`` may be chosen by the caller."""

    key: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    label: str = N_("Add {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        kind = RECORD_TYPES[self.key]
        made = tx.add(kind, **(first_fields(kind, tx.now) | dict(self.fields)))
        return {"name": made.name_text}


@dataclass(frozen=True)
class SetFields:
    """Change the same fields of one or more records: an inline edit, a form, a bulk edit."""

    key: str
    ids: tuple[str, ...]
    fields: Mapping[str, Any]
    label: str = N_("Change {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        kind = RECORD_TYPES[self.key]
        for identity in self.ids:
            change(tx, kind, identity, self.fields)
        return {"name": tx.project.get(kind, self.ids[0]).name_text}


@dataclass(frozen=True)
class DeleteRecords:
    """Remove records; links to them are settled as declared."""

    key: str
    ids: tuple[str, ...]
    label: str = N_("Delete {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        kind = RECORD_TYPES[self.key]
        name = tx.project.get(kind, self.ids[0]).name_text
        for identity in self.ids if kind is StatusReport else ():
            if (report := tx.project.get(StatusReport, identity)).status != "draft":
                raise Rejected("report_issued", number=report.number)
        tx.delete_all(kind, self.ids)
        return {"name": name}


@dataclass(frozen=True)
class Relate:
    """Link two records of any type with each other, or part them."""

    one: str
    other: str
    linked: bool = True
    label: str = N_("Link {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        name = ""
        for here, there in ((self.one, self.other), (self.other, self.one)):
            found = tx.project.resolve(here)
            if found is None:
                raise Rejected("gone")
            kept = tuple(ref for ref in found.links if ref != there)
            tx.update(type(found), found.id, links=(*kept, there) if self.linked else kept)
            name = name or found.name_text
        return {"name": name}


def change(tx: Transaction, kind: type[Record], identity: str, fields: Mapping[str, Any]) -> None:
    """Change one record, with what follows from it; a calendar by which work can be done stays one."""
    before = tx.project.get(kind, identity)
    tx.update(kind, identity, **consequences(tx, before, dict(fields)))
    if isinstance(before, Calendar):
        require_working_time(tx.project, identity, before)


def first_fields(kind: type[Record], now: dt.datetime) -> dict[str, Any]:
    """What a new record says of itself where nothing else is said: required times are now, raised today."""
    fields: dict[str, Any] = {}
    for name, spec in kind.info.specs.items():
        if spec.kind is Kind.MOMENT and spec.required:
            fields[name] = now.replace(second=0)
        elif spec.kind is Kind.DATE and (spec.required or name == "raised_on"):
            fields[name] = now.date()
    return fields


def consequences(tx: Transaction, before: Record, fields: dict[str, Any]) -> dict[str, Any]:
    """What follows from an edit by the practice of the register that it belongs to.

    Values that their declaration does not allow are refused first, so that nothing is reckoned from them.
    """
    for name, value in fields.items():
        if value != getattr(before, name):
            check_value(tx.project, before.info.specs[name], value)
    if isinstance(before, Action):
        if "due" in fields and before.due and fields["due"] and fields["due"] != before.due:
            fields.setdefault("original_due", before.original_due or before.due)
            fields.setdefault("redated", before.redated + 1)
        if "status" in fields and fields["status"] in CLOSED_ACTION and before.done_on is None:
            fields.setdefault("done_on", tx.now.date())
        elif "status" in fields and fields["status"] not in CLOSED_ACTION:
            fields.setdefault("done_on", None)
    if isinstance(before, Decision):
        final = before.status == "decided" and before.confirmation == "confirmed"
        if final and not fields.keys() <= {"status", "evidence", "tags", "links", "audience"}:
            raise Rejected("decision_final", name=before.title)
        if fields.get("status") == "decided" and before.decided_on is None:
            fields.setdefault("decided_on", tx.now.date())
    frozen = isinstance(before, StatusReport) and before.status != "draft"
    if frozen and not fields.keys() <= {"tags", "links", "audience"}:
        raise Rejected("report_issued", number=before.number)
    if isinstance(before, Task):
        return task_consequences(tx, before, fields)
    if isinstance(before, Assignment):
        return assignment_consequences(tx, before, fields)
    return fields
