"""Plans and tables of other programs: read first, then asked about, then put into a project."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.domain.imports import NOT_READ, READ, Finding, Imported
from desktop.i18n import tr, words
from desktop.views.errands import LARGE_PLAN, is_large
from desktop.views.program import Table
from desktop.views.save_dialog import ENDING, ask_where, project_kind

if TYPE_CHECKING:
    from desktop.domain.progress import Progress
    from desktop.domain.session import Command
    from desktop.domain.tables import TableWishes
    from desktop.views.files import Files
    from desktop.views.main_window import MainWindow
    from desktop.views.table_import import TableDialog


class Importing(QObject):
    """What one window reads of other programs."""

    def __init__(self, files: Files, window: MainWindow) -> None:
        super().__init__(window)
        self._files, self._window = files, window
        self._plan: Imported | None = None
        """Read, while it is asked where it goes."""

    def read_plan(self, source: Path) -> None:
        """Read a foreign plan first, so that a file that cannot be read is refused before anything is asked."""

        def take(plan: Imported) -> None:
            self._plan = plan
            self._ask_where(source)

        sentence, reading = tr("Reading “{name}” …", name=source.name), self._window.program.reading(source)
        self._files.errands.run(sentence, reading, take, large=is_large(source))

    def _ask_where(self, source: Path) -> None:
        """Ask for the place of a new project, for the plan that was read."""
        title = tr("Where should the project be kept?")
        ask_where(self._window, title, source.with_suffix(ENDING), project_kind(), self._put_plan)

    def _put_plan(self, name: str) -> None:
        plan, self._plan = self._plan, None
        if plan is None:
            return
        target = Path(name)

        bringing = self._window.program.importing(plan, target)
        large = len(plan.records) > LARGE_PLAN
        self._files.bring(
            target, bringing, large=large, front="plan", then=lambda window: window.commands.show_account()
        )

    def ask_for_import(self) -> None:
        """Choose a table for the open project."""
        self._files.ask_which(tr("Import a table"), [tr("Tables (*.xlsx *.csv)")])

    def open_table(self, source: Path) -> None:
        """Show how a table would be read, and what can be chosen about it."""

        def read(_: Progress) -> Table:
            table = self._window.program.open_table(source)
            table.read()
            return table

        sentence = tr("Reading “{name}” …", name=source.name)
        self._files.errands.run(sentence, read, partial(self._show_table, source), large=is_large(source))

    def _show_table(self, source: Path, table: Table) -> None:
        document = self._window.document
        workspace = document.workspace if document and not document.read_only else None
        made: list[TableDialog] = []

        def make() -> None:
            from desktop.views.table_import import TableDialog

            made.append(TableDialog(table, workspace, self._window))

        if self._files.refused(make):
            return
        (dialog,) = made
        dialog.decided.connect(lambda wishes, new: self._take_table(source, table, wishes, new=new))
        dialog.open()

    def _take_table(self, source: Path, table: Table, wishes: TableWishes, *, new: bool) -> None:
        sentence, large = tr("Reading “{name}” …", name=source.name), is_large(source)
        if new:

            def take(plan: Imported) -> None:
                self._plan = plan
                self._ask_where(source)

            self._files.errands.run(sentence, lambda _: table.plan(wishes), take, large=large)
            return
        workspace = self._window.workspace
        if workspace is None:
            return
        read, last = table.addition(wishes, workspace), workspace.next_undo

        def add(found: tuple[Command, Sequence[Finding]]) -> None:
            if workspace.next_undo is not last:  # edited meanwhile: what was read may not fit any more
                self._take_table(source, table, wishes, new=False)
            else:
                self._add_rows(table, wishes, *found)

        self._files.errands.run(sentence, lambda _: read(), add, large=large)

    def _add_rows(self, table: Table, wishes: TableWishes, command: Command, findings: Sequence[Finding]) -> None:
        workspace = self._window.workspace
        if workspace is None:
            return
        from desktop.domain.tables import TASKS

        self._window.go_to("plan" if wishes.key == TASKS else wishes.key)  # first: no other page need follow at once
        if not workspace.do(command):
            return
        if len(workspace.project.rows(wishes.key)) > LARGE_PLAN:  # what is in front is painted first
            QTimer.singleShot(0, self, partial(self._show_rows, table, findings))
        else:
            self._show_rows(table, findings)

    def _show_rows(self, table: Table, findings: Sequence[Finding]) -> None:
        if self._window.workspace is None:
            return
        from desktop.views.account import AccountDialog

        counts = " · ".join(item.text(words()) for item in findings if item.kind in (READ, NOT_READ))
        sentence = tr("“{name}” was read. One step of undo takes all of it back.", name=table.name)
        self._window.status.show_done(counts)
        AccountDialog(tr("Import report"), f"{sentence}\n{counts}", findings, self._window).open()

    def show_account(self) -> None:
        """What reading the foreign file did, and the dates that are computed differently."""
        document = self._window.document
        if document is None:
            return
        from desktop.domain.recorded import compare_recorded
        from desktop.views.account import AccountDialog

        project, findings = document.workspace.project, document.findings()
        source = project.profile.source
        if findings:
            sentence = tr("“{name}” was read into this project.", name=source)
        elif source:
            sentence = tr("The account of reading “{name}” was kept on the computer that read it.", name=source)
        else:
            sentence = tr("This project was not read from a file of another program.")
        dialog = AccountDialog(tr("Import report"), sentence, findings, self._window)
        dialog.add_differences(project, compare_recorded(project, document.workspace.schedule))
        dialog.task_wanted.connect(self._window.go_to)
        dialog.open()
