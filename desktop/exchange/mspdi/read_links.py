"""Dependencies of an MSPDI file as records; what cannot hold is listed and left out."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from desktop.domain.imports import APPROXIMATED, NOT_READ
from desktop.domain.plan import Dependency, Task
from desktop.exchange.incoming import REPEATED_LINKS
from desktop.exchange.mspdi import foreign, values
from desktop.exchange.mspdi.context import Context
from desktop.exchange.mspdi.fields import Fields
from desktop.exchange.mspdi.outside import Outside
from desktop.exchange.mspdi.read_tasks import MANY, TaskTable
from desktop.i18n import N_

OUTSIDE = N_("Links to tasks of other projects; a task stands in for each of those: {n}")
ORPHANS = N_("Links to tasks that are not in the file, left out: {n}")
TO_ITSELF = N_("Links from a task to itself, left out: {n}")
TO_OWN_SUMMARY = N_("Links between a summary task and a task inside it, left out: {n}")
CROSS = ("CrossProject", "CrossProjectName")
ALIKE = ("Type", "LinkLag", "LagFormat", *CROSS)
"""What the facts of a link are read from."""


class LinkReader:
    """Turns PredecessorLink elements into records once all tasks are known."""

    def __init__(self, table: TaskTable, context: Context, outside: Outside) -> None:
        self._table = table
        self._context = context
        self._outside = outside
        self._parents = {task.id: task.parent for task in table.records}
        self._seen: set[tuple[str, str, str]] = set()
        self._known: dict[tuple[object, ...], tuple[str, dict[str, Any]]] = {}

    def read(self) -> list[Dependency]:
        """All links that can hold; stand-ins for tasks of other projects join the tasks."""
        made = []
        for task, elements in self._table.links:
            for element in elements:
                link = self._link(task, element)
                if link is not None:
                    made.append(link)
        self._table.records += self._outside.records(set(self._table.by_uid))
        return made

    def _link(self, successor: Task, element: Element) -> Dependency | None:
        findings = self._context.findings
        fields = Fields(element, findings, successor.name)
        kind, facts = self._facts(fields)
        found = self._predecessor(fields)
        if found is not None:
            predecessor, name = found.id, found.name
        elif fields.flag("CrossProject"):
            predecessor, name = self._outside.wanted(fields, successor, facts, kind)
            findings.note(APPROXIMATED, OUTSIDE, f"{name} → {successor.name}")
        else:
            findings.note(NOT_READ, ORPHANS, f"{fields.raw('PredecessorUID')} → {successor.name}")
            return None
        reason = self._refusal(predecessor, successor.id, kind)
        if reason:
            findings.note(NOT_READ, reason, f"{name} → {successor.name}")
            return None
        self._seen.add((predecessor, successor.id, kind))
        return Dependency(
            **self._context.new("dependency"), predecessor=predecessor, successor=successor.id, type=kind, **facts
        )

    def _facts(self, fields: Fields) -> tuple[str, dict[str, Any]]:
        """(type, lag and what is kept) of a link. Most are like another one, and read once."""
        key = fields.texts(ALIKE)
        found = self._known.get(key)
        if found is None:
            before = self._context.findings.noted
            kind, facts = fields.code("Type", values.LINK_TYPES, "FS"), lag_of(fields)
            kept = [[tag, fields.raw(tag)] for tag in CROSS if fields.raw(tag) not in ("", "0")]
            found = kind, facts | {"foreign": foreign.to_text(keep=kept, exact=fields.rounded)}
            # What there is something to say of is said of every link.
            if self._context.findings.noted == before and len(self._known) < MANY:
                self._known[key] = found
        return found

    def _refusal(self, predecessor: str, successor: str, kind: str) -> str:
        """Why there can be no such link; "" where there can."""
        if predecessor == successor:
            return TO_ITSELF
        if self._contains(predecessor, successor) or self._contains(successor, predecessor):
            return TO_OWN_SUMMARY
        return REPEATED_LINKS if (predecessor, successor, kind) in self._seen else ""

    def _predecessor(self, fields: Fields) -> Task | None:
        """The task in this file; a link across projects may mean a row that stands for a task elsewhere."""
        uid = fields.value("PredecessorUID", values.read_whole, None)
        found = self._table.by_uid.get(uid) if uid is not None else None
        if found is not None and fields.flag("CrossProject") and found.id not in self._table.elsewhere:
            return None
        return found

    def _contains(self, summary: str, task: str) -> bool:
        if summary not in self._table.summaries:
            return False
        above = self._parents.get(task)
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
