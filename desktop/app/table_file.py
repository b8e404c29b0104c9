"""A file of tables as the windows know it, read into a plan or into the open project."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from desktop.domain.commands.imports import ImportRecords, ImportRegister
from desktop.domain.imports import Finding, Imported
from desktop.domain.session import Command
from desktop.domain.tables import TASKS, TablePreview, TableWishes
from desktop.models.workspace import Workspace


class TableFile:
    """A file of tables; see ``views.program.Table``."""

    def __init__(self, source: Path) -> None:
        from desktop.exchange.tabular import OpenTable

        self._table = OpenTable(source)

    @property
    def name(self) -> str:
        return self._table.name

    def read(self, wishes: TableWishes | None = None) -> None:
        self._table.read(wishes)

    def preview(self, wishes: TableWishes, workspace: Workspace | None) -> TablePreview:
        from desktop.exchange.tabular import preview

        now = workspace.session.now() if workspace else dt.datetime.now()
        return preview(self._table, wishes, workspace.project if workspace else None, now, whole=False)

    def whole(self, wishes: TableWishes, workspace: Workspace | None) -> Callable[[], TablePreview]:
        from desktop.exchange.tabular import preview

        now = workspace.session.now() if workspace else dt.datetime.now()
        project = workspace.project.snapshot() if workspace else None
        return partial(preview, self._table, wishes, project, now)

    def plan(self, wishes: TableWishes) -> Imported:
        return self._table.plan(wishes)

    def addition(
        self, wishes: TableWishes, workspace: Workspace
    ) -> Callable[[], tuple[Command, Sequence[Finding]]]:
        project, now = workspace.project.snapshot(), workspace.session.now()

        def read() -> tuple[Command, Sequence[Finding]]:
            if wishes.key == TASKS:
                plan = self._table.plan(wishes, project)
                return ImportRecords(plan.records, self.name), plan.findings
            found, findings = self._table.intake(wishes, project, now)
            return ImportRegister(wishes.key, found.added, found.updated, self.name), findings

        return read
