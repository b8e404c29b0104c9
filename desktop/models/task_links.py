"""What a task waits for, or what waits for it, as a Qt table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import QObject

from desktop.domain.commands.plan import AddLink, RejoinLink, SetLink
from desktop.domain.commands.plan.links import RemoveLink
from desktop.domain.durations import duration_text
from desktop.domain.plan import Dependency, Task
from desktop.domain.predecessors import lag_text
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling.float_paths import link_floats
from desktop.i18n import N_, tr, words
from desktop.models.chosen import Chosen
from desktop.models.small_table import Cell, SmallTable
from desktop.models.workspace import Workspace

TASK, TYPE, LAG, DRIVES, FLOAT = "task", "type", "lag", "drives", "float"
_SPECS = Dependency.info.specs
_OTHERS = (
    Cell(TYPE, N_("Type"), _SPECS["type"], 3.2),
    Cell(LAG, N_("Lag"), _SPECS["lag"], 3.6, right=True, tip=N_("What passes between the two; a lead is negative.")),
    Cell(DRIVES, N_("Drives", "link"), None, 3.2, tip=N_("Whether this link holds the later task where it is.")),
    Cell(
        FLOAT, N_("Link float"), None, 3.8, right=True,
        tip=N_("By how much the earlier task can slip before this link moves the later one."),
    ),
)  # fmt: skip


class TaskLinks(SmallTable):
    """Dependencies of one task on one side. The other task, type and lag can be edited."""

    invitation: ClassVar[str] = N_("Add: type a name, WBS code or number")

    def __init__(self, workspace: Workspace, *, incoming: bool, parent: QObject | None = None) -> None:
        super().__init__(workspace, parent)
        self.incoming = incoming
        self._field = "predecessor" if incoming else "successor"
        title = N_("Predecessor") if incoming else N_("Successor")
        self.cells = (Cell(TASK, title, replace(_SPECS[self._field], required=False), 0), *_OTHERS)  # type: ignore[misc]
        self._floats: dict[str, int] = {}
        self._driving: set[str] = set()

    def show_links(self, chosen: Chosen) -> None:
        """Show the links of the one task that is selected."""
        task, project, plan = chosen.single, chosen.reading.project, chosen.reading.schedule
        if task is None:
            return
        links = project.predecessors(task.id) if self.incoming else project.successors(task.id)
        self._floats, self._driving = {}, set()
        for later in {link.successor for link in links}:
            if later in plan:
                self._floats |= link_floats(plan, later)
                self._driving |= set(plan.of(later).driving)
        self.show(task.id, links)

    def other(self, link: Dependency) -> str:
        """Id of the task at the other end."""
        return link.predecessor if self.incoming else link.successor

    def text(self, record: Dependency, key: str) -> str:
        project = self.workspace.project
        if key == TASK:
            task = project.find(Task, self.other(record))
            return f"{project.wbs(task.id)}  {task.name}" if task is not None else ""
        if key == TYPE:
            return record.type
        if key == LAG:
            return lag_text(project, record, words()) if record.lag or record.lag_percent is not None else ""
        if record.id in self.workspace.schedule.left_out:
            return tr("left out", "link") if key == DRIVES else ""
        if key == DRIVES:
            return tr("Yes") if record.id in self._driving else ""
        found = self._floats.get(record.id)
        return "" if found is None else duration_text(found, "d", project.profile, words())

    def blank(self) -> Any:
        kind: Any = Dependency
        return kind(id="", predecessor="", successor="")

    def change(self, record: Dependency, key: str, value: Any) -> Rejected | None:
        if key == TASK:
            ends = {"predecessor": record.predecessor, "successor": record.successor}
            if value in (None, "", self.other(record)):
                return None
            return self.workspace.attempt(RejoinLink(record.id, **(ends | {self._field: value})))
        if key == TYPE:
            lag = (record.lag, record.lag_unit, record.lag_percent)
            return self.workspace.attempt(SetLink(record.id, value, *lag))
        return self.workspace.attempt(SetLink(record.id, record.type, *value))

    def add(self, value: Any) -> Rejected | None:
        ends = (value, self.owner) if self.incoming else (self.owner, value)
        return self.workspace.attempt(AddLink(*ends))

    def remove(self, row: int) -> Rejected | None:
        record = self.record(row)
        if record is None:
            return None
        return self.workspace.attempt(RemoveLink(record.id))
