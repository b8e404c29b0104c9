"""Who and what works on a task, as a Qt table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtGui import QColor

from desktop.domain.commands.plan import AddToTask, ReplaceResource, TakeFromTask
from desktop.domain.commands.records import SetFields
from desktop.domain.costing import Costs, costs
from desktop.domain.costing.work import amount_of
from desktop.domain.display import money_text
from desktop.domain.durations import duration_text
from desktop.domain.plan import Assignment, Resource
from desktop.domain.promises import NewPerson
from desktop.domain.rejection import Rejected
from desktop.domain.resource_names import Share
from desktop.domain.scheduling.crew import WORKING
from desktop.domain.shares import PER_CENT, share_of
from desktop.i18n import N_, tr, words
from desktop.models.cells import DISPLAY, Index
from desktop.models.chosen import Chosen
from desktop.models.small_table import FOREGROUND, Cell, SmallTable

RESOURCE, UNITS, WORK, COST, OVERLOAD = "resource", "units", "work", "cost", "overload"
_SPECS = Assignment.info.specs


class TaskAssignments(SmallTable):
    """Assignments of one task; whoever is typed into the empty row is added."""

    invitation: ClassVar[str] = N_("Add: type a name, or Anna [50%]")
    cells: ClassVar[tuple[Cell, ...]] = (
        Cell(RESOURCE, N_("Resource"), replace(_SPECS["resource"], required=False), 0),
        Cell(UNITS, N_("Units"), _SPECS["units"], 3.4, right=True),
        Cell(WORK, N_("Work"), _SPECS["work"], 3.6, right=True),
        Cell(COST, N_("Cost"), _SPECS["cost"], 4.4, right=True),
        Cell(OVERLOAD, N_("Over", "load"), None, 2.4, tip=N_("Whether somebody is needed more than they are there.")),
    )
    warning = QColor("red")
    """Colour of an overload; the view gives it that of the theme."""

    def show_assignments(self, chosen: Chosen) -> None:
        """Show who is on the one task that is selected."""
        if chosen.single is not None:
            self._costs: Costs = costs(chosen.reading.project, chosen.reading.schedule)
            self._overloaded = chosen.reading.figures.overloaded_resources(chosen.single.id)
            self.show(chosen.single.id, chosen.reading.project.assignments(chosen.single.id))

    def resource(self, record: Assignment) -> Resource | None:
        return self.workspace.project.find(Resource, record.resource)

    def text(self, record: Assignment, key: str) -> str:
        project, resource = self.workspace.project, self.resource(record)
        if resource is None:
            return ""
        if key == RESOURCE:
            return resource.name
        if key == UNITS:
            return f"{share_of(record) / PER_CENT:.4g}%" if record.exact_units else f"{record.units}%"
        if key == WORK:
            if resource.kind not in WORKING or record.task not in self.workspace.schedule:
                return ""
            amount = amount_of(self.workspace.schedule, record, resource)
            return duration_text(amount, "h", project.profile, words())
        if key == COST:
            return money_text(self._costs.of_assignment(record).total or None, project.profile.currency_digits)
        if self._overloaded is None:
            return "…"
        return tr("Yes") if resource.id in self._overloaded else ""

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role == FOREGROUND and self.cells[index.column()].key == OVERLOAD and super().data(index) == tr("Yes"):
            return self.warning
        return super().data(index, role)

    def editable(self, record: Any, key: str) -> bool:
        resource = self.resource(record)
        kind = resource.kind if resource is not None else ""
        if key == COST:
            return kind == "cost"
        return key == RESOURCE or (key == UNITS and kind != "cost") or (key == WORK and kind in WORKING)

    def blank(self) -> Any:
        kind: Any = Assignment
        return kind(id="", task="", resource="")

    def change(self, record: Assignment, key: str, value: Any) -> Rejected | None:
        if key == RESOURCE:
            return self._replace(record, value)
        if value == getattr(record, key):
            return None
        return self.workspace.attempt(SetFields("assignment", (record.id,), {key: value}))

    def _replace(self, record: Assignment, value: Any) -> Rejected | None:
        if isinstance(value, tuple) and len(value) == 1 and value[0].resource is not None:
            value = value[0].resource
        if not isinstance(value, str):
            return Rejected("one_resource")
        return self.workspace.attempt(ReplaceResource(record.id, value)) if value not in ("", record.resource) else None

    def add(self, value: Any) -> Rejected | None:
        create = isinstance(value, NewPerson)
        if isinstance(value, NewPerson):
            value = (Share(value.name),)
        elif isinstance(value, str):
            found = self.workspace.project.find(Resource, value)
            value = (Share(found.name if found else "", 100, value),)
        return self.workspace.attempt(AddToTask(self.owner, tuple(value), create))

    def remove(self, row: int) -> Rejected | None:
        record = self.record(row)
        return self.workspace.attempt(TakeFromTask(record.id)) if record is not None else None
