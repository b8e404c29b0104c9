"""Dependencies of an MSPDI file as records; what cannot hold is listed and kept apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

from desktop.domain.imports import KEPT, NOT_READ
from desktop.domain.plan import Dependency, Task
from desktop.exchange.mspdi import foreign, values
from desktop.exchange.mspdi.context import Context
from desktop.exchange.mspdi.fields import Fields
from desktop.exchange.mspdi.read_tasks import TaskTable
from desktop.i18n import N_

OUTSIDE = N_("Links to tasks of other projects, kept for writing back: {n}")
ORPHANS = N_("Links to tasks that are not in the file, left out: {n}")
TO_ITSELF = N_("Links from a task to itself, left out: {n}")
TO_OWN_SUMMARY = N_("Links between a summary task and a task inside it, left out: {n}")
DOUBLE = N_("Links that another one repeats, left out: {n}")


class LinkReader:
    """Turns PredecessorLink elements into records once all tasks are known."""

    def __init__(self, table: TaskTable, context: Context) -> None:
        self._table = table
        self._context = context
        self._parents = {task.id: task.parent for task in table.records}
        self._names = {task.id: task.name for task in table.records}
        self._seen: set[tuple[str, str, str]] = set()
        self._outside: dict[str, list[foreign.Packed]] = {}

    def read(self) -> list[Dependency]:
        """All links that can hold; tasks get what belongs to other projects as foreign data."""
        made = []
        for task, element in zip(self._table.records, self._table.elements, strict=True):
            for item in element.iterfind("PredecessorLink"):
                link = self._link(task, item)
                if link is not None:
                    made.append(link)
        if self._outside:
            self._table.records[:] = [_with_outside(task, self._outside.get(task.id)) for task in self._table.records]
        return made

    def _link(self, successor: Task, element: Element) -> Dependency | None:
        fields = Fields(element, self._context.findings, successor.name)
        findings = self._context.findings
        if fields.flag("CrossProject"):
            self._outside.setdefault(successor.id, []).append(foreign.pack(element))
            name = " ".join(filter(None, (fields.text("CrossProjectName"), fields.raw("PredecessorUID"))))
            findings.note(KEPT, OUTSIDE, f"{name} → {successor.name}")
            return None
        uid = fields.value("PredecessorUID", values.read_whole, None)
        predecessor = self._table.by_uid.get(uid) if uid is not None else None
        if predecessor is None:
            findings.note(NOT_READ, ORPHANS, f"{fields.raw('PredecessorUID')} → {successor.name}")
            return None
        kind = fields.code("Type", values.LINK_TYPES, "FS")
        named = f"{predecessor.name} → {successor.name}"
        if predecessor.id == successor.id:
            findings.note(NOT_READ, TO_ITSELF, successor.name)
        elif self._contains(predecessor.id, successor.id) or self._contains(successor.id, predecessor.id):
            findings.note(NOT_READ, TO_OWN_SUMMARY, named)
        elif (predecessor.id, successor.id, kind) in self._seen:
            findings.note(NOT_READ, DOUBLE, named)
        else:
            self._seen.add((predecessor.id, successor.id, kind))
            return self._record(fields, named, predecessor, successor, kind)
        return None

    def _record(self, fields: Fields, named: str, predecessor: Task, successor: Task, kind: str) -> Dependency:
        fields.name = named
        return Dependency(
            **self._context.new("dependency"),
            predecessor=predecessor.id,
            successor=successor.id,
            type=kind,
            **lag_of(fields),
            foreign=foreign.to_text(exact=fields.rounded),
        )

    def _contains(self, summary: str, task: str) -> bool:
        if summary not in self._table.summaries:
            return False
        above = self._parents[task]
        while above is not None and above != summary:
            above = self._parents[above]
        return above == summary


def lag_of(fields: Fields) -> dict[str, Any]:
    """Lag in minutes or per cent; a percentage of elapsed time has an elapsed unit."""
    code = fields.value("LagFormat", values.read_whole, 7)
    base = code - values.ESTIMATED if code >= values.ESTIMATED else code
    if base in (values.PERCENT, values.ELAPSED_PERCENT):
        percent = fields.value("LinkLag", values.read_whole, 0)
        return {"lag_percent": percent, "lag_unit": "ed" if base == values.ELAPSED_PERCENT else "d"}
    try:
        unit, _ = values.unit_of(code)
    except ValueError:
        fields.refuse("LagFormat")
        unit = "d"
    return {"lag": fields.whole("LinkLag", values.read_tenths, 0) or 0, "lag_unit": unit or "d"}


def _with_outside(task: Task, outside: list[foreign.Packed] | None) -> Task:
    if not outside:
        return task
    return replace(task, foreign=foreign.to_text(**foreign.from_text(task.foreign), links=outside))
