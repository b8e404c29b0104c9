"""What a task is linked with, as a Qt table: risks, issues, actions, decisions, contacts, people, anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from desktop.domain.changes import new_id
from desktop.domain.commands.records import AddRecord, Relate, SetFields, first_fields
from desktop.domain.commands.together import together
from desktop.domain.display import display, name_of
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.record import Kind, Record, Spec
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected
from desktop.domain.session import Command
from desktop.i18n import N_, tr, words
from desktop.models.chosen import Chosen
from desktop.models.small_table import Cell, SmallTable

NAME, KIND, STATUS = "name", "kind", "status"
OUTSIDE = frozenset({"project", "calendar", "dependency", "assignment", "baseline"})
"""Record types that are parts of the plan rather than something that one links to."""
MAKES = ("risk", "issue", "action", "decision")
"""What can be made new for a task."""
_LINK = replace(Task.info.specs["calendar"], name="links", title=N_("Links"), to="task", kind=Kind.LINK)


def linked_with(project: Project, task: Task) -> Iterator[Record]:
    """Records that are linked with a task, whichever of the two says so; in the order of the registers."""
    own = set(task.links)
    for key, kind in RECORD_TYPES.items():
        if key in OUTSIDE:
            continue
        declared = [spec for spec in kind.info.specs.values() if spec.to == "task"] if key != "task" else []
        for item in project.rows(key).values():
            if item.ref in own or task.ref in item.links or any(_holds(item, spec, task.id) for spec in declared):
                yield item


def _holds(item: Record, spec: Spec, task: str) -> bool:
    value = getattr(item, spec.name)
    return task in value if spec.kind is Kind.LINKS else value == task


class TaskItems(SmallTable):
    """One row per record; the empty row links one more."""

    invitation: ClassVar[str] = N_("Link with: type a name or number")
    cells: ClassVar[tuple[Cell, ...]] = (
        Cell(NAME, N_("Name"), _LINK, 0),
        Cell(KIND, N_("Kind"), None, 4.5),
        Cell(STATUS, N_("Status"), None, 4.5),
    )

    def show_items(self, chosen: Chosen) -> None:
        """Show what the one task that is selected is linked with."""
        if chosen.single is not None:
            self.show(chosen.single.id, list(linked_with(chosen.reading.project, chosen.single)))

    def text(self, record: Record, key: str) -> str:
        if key == NAME:
            return f"{record.code}  {name_of(record, words())}"
        if key == KIND:
            return tr(record.info.title)
        spec = record.info.specs.get("status")
        return display(self.workspace.project, record, spec, words()) if spec is not None else ""

    def editable(self, record: Any, key: str) -> bool:
        del record, key
        return False

    def blank(self) -> Any:
        kind: Any = Task
        return kind(id="", name="")

    def add(self, value: Any) -> Rejected | None:
        return self.workspace.attempt(Relate(f"task/{self.owner}", value))

    def remove(self, row: int) -> Rejected | None:
        record, task = self.record(row), self.workspace.project.find(Task, self.owner)
        if record is None or task is None:
            return None
        parts: list[Command] = []
        if record.ref in task.links or task.ref in record.links:
            parts.append(Relate(task.ref, record.ref, linked=False, label=N_("Part {name}")))
        for name, spec in record.info.specs.items():
            if spec.to == "task" and _holds(record, spec, task.id):
                value = getattr(record, name)
                left = tuple(one for one in value if one != task.id) if spec.kind is Kind.LINKS else None
                parts.append(SetFields(record.info.key, (record.id,), {name: left}, N_("Part {name}")))
        command = together(parts)
        return self.workspace.attempt(command) if command is not None else None

    def make(self, key: str, name: str) -> str | None:
        """Add a record of type ``key`` that is linked with the task; its reference, None where it was refused."""
        kind, identity = RECORD_TYPES[key], new_id()
        fields = {**first_fields(kind, self.workspace.session.now()), "id": identity, kind.info.name_field: name}
        parts: list[Command]
        if "tasks" in kind.info.specs:
            parts = [AddRecord(key, {**fields, "tasks": (self.owner,)})]
        else:
            parts = [AddRecord(key, fields), Relate(f"task/{self.owner}", f"{key}/{identity}")]
        command = together(parts)
        assert command is not None
        return f"{key}/{identity}" if self.workspace.do(command) else None
