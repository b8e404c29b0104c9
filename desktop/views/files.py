"""Opening, making, importing, exporting and restoring, as one window asks for it.

Dialogs only for decisions; whatever cannot be done is one sentence in the banner, with a button where
there is something to do about it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.domain.imports import NOT_READ, READ, Finding, Imported
from desktop.domain.rejection import Rejected
from desktop.i18n import tr, words
from desktop.views.banner import NOTICE, REFUSAL
from desktop.views.errands import LARGE_FILE, LARGE_PLAN, Errands
from desktop.views.menus import step_name
from desktop.views.program import Document, Kept, NewProject, Table
from desktop.views.save_dialog import ask_where
from desktop.views.settings import PROJECT_FOLDER

if TYPE_CHECKING:
    from desktop.domain.session import Command
    from desktop.domain.tables import TableWishes
    from desktop.models.tables import Content
    from desktop.views.export import Export
    from desktop.views.main_window import MainWindow
    from desktop.views.table_import import TableDialog

ENDING = ".pilotage"
FOREIGN = (".xml", ".xer", ".gan", ".xlsx", ".csv")
"""Plans of other programs, which are read into a project."""
TABLES = (".xlsx", ".csv")
"""Those of them that a person says more about first."""
RESTORABLE = frozenset({"file_damaged", "file_truncated", "file_empty", "file_missing"})
"""Refusals after which a kept copy may help."""


class Files(QObject):
    """What one window does with files."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._program = window.program
        self.errands = Errands(window)
        self._plan: Imported | None = None
        self._export_as: Export | None = None
        self._table: Content | None = None
        self._retry: Callable[[], None] | None = None
        self._damaged: Path | None = None

    # -- opening ----------------------------------------------------------------------------------

    def ask_for_file(self) -> None:
        """Choose a file to open."""
        dialog = self._dialog(tr("Open a file"), QFileDialog.AcceptMode.AcceptOpen)
        everything = tr("Projects and plans (*.pilotage *.xml *.xer *.gan *.xlsx *.csv)")
        foreign = [tr("Microsoft Project XML (*.xml)"), tr("Primavera P6 (*.xer)"), "GanttProject (*.gan)"]
        foreign.append(tr("Tables of tasks (*.xlsx *.csv)"))
        dialog.setNameFilters([everything, tr("Pilotage projects (*.pilotage)"), *foreign])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_chosen)
        dialog.open()

    def _open_chosen(self, name: str) -> None:
        self._keep_folder(Path(name))
        self.open(Path(name))

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a project, or read a plan of another program; in another window when this one is taken."""
        if self._program.bring_up(path):
            return
        if self._window.banner.kind == REFUSAL:  # it was about the file before
            self._window.banner.dismiss()
        if path.suffix.lower() in TABLES:
            self._open_table(path)
            return
        if path.suffix.lower() in FOREIGN:
            self._read_plan(path)
            return
        window = self._free_window()
        self._in_window(window, path.name, lambda: self._program.open(path, read_only=read_only), path)

    def open_sample(self) -> None:
        """Open a working copy of the sample project, and say that it is one."""
        window = self._free_window()
        if self._in_window(window, tr("Sample project"), self._program.open_sample, None):
            window.banner.show_sentence(
                tr("This is a working copy of the sample project: change in it whatever you like."), NOTICE
            )

    def _free_window(self) -> MainWindow:
        from desktop.views.main_window import MainWindow

        if self._window.document is None:
            return self._window
        made = self._program.new_window()
        assert isinstance(made, MainWindow)
        return made

    def _in_window(self, window: MainWindow, name: str, opening: Callable[[], Document], path: Path | None) -> bool:
        """Show what ``opening`` gives in ``window``; on a refusal the sentence, and no window for it."""
        window.show_opening(name)
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            document = opening()
            window.show_document(document)
        except Rejected as refusal:
            told = window
            if window is self._window:
                window.show_start()
            else:  # it was made for what did not open
                window.close()
                told = self._window
            told.show_refusal(refusal)
            told.files.offer_after(refusal, path)
            return False
        except BaseException:
            window.leave_project()
            window.build()
            raise
        finally:
            QApplication.restoreOverrideCursor()
        return True

    def offer_after(self, refusal: Rejected, path: Path | None) -> None:
        """Add to the sentence the button that leads on, where there is one."""
        if path is None:
            return
        self._damaged = path
        banner = self._window.banner
        if refusal.code == "file_in_use":
            banner.offer(tr("Open for reading only"), self._open_read_only)
        elif refusal.code in RESTORABLE and self._program.kept_of(path):
            banner.offer(tr("Show backups…"), self._show_kept_of_damaged)

    def _open_read_only(self) -> None:
        if self._damaged is not None:
            self.open(self._damaged, read_only=True)

    # -- making -----------------------------------------------------------------------------------

    def ask_for_new(self) -> None:
        """Ask what a new project needs."""
        from desktop.views.new_project import NewProjectDialog

        dialog = NewProjectDialog(self._program.settings, self.folder(), self._window)
        dialog.answered.connect(self._create)
        dialog.open()

    def _create(self, answers: NewProject) -> None:
        self._keep_folder(answers.path)
        window = self._free_window()
        if self._in_window(window, answers.name, lambda: self._program.create(answers), None):
            window.go_to("plan")

    # -- importing --------------------------------------------------------------------------------

    def _read_plan(self, source: Path) -> None:
        """Read a foreign plan first, so that a file that cannot be read is refused before anything is asked."""
        def take(plan: Imported) -> None:
            self._plan = plan
            self._ask_where(source)

        sentence = tr("Reading “{name}” …", name=source.name)
        self.errands.run(sentence, lambda _: self._program.read_plan(source), take, large=_is_large(source))

    def _ask_where(self, source: Path) -> None:
        """Ask for the place of a new project, for the plan that was read."""
        title = tr("Where should the project be kept?")
        ask_where(self._window, title, source.with_suffix(ENDING), _project_kind(), self._put_plan)

    def _put_plan(self, name: str) -> None:
        plan, self._plan = self._plan, None
        if plan is None:
            return
        window = self._free_window()
        target = Path(name)
        if self._in_window(window, target.name, lambda: self._program.import_plan(plan, target), None):
            window.go_to("plan")
            window.show_account()

    def ask_for_import(self) -> None:
        """Choose a table for the open project."""
        dialog = self._dialog(tr("Import a table"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setNameFilters([tr("Tables (*.xlsx *.csv)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_chosen)
        dialog.open()

    def _open_table(self, source: Path) -> None:
        """Show how a table would be read, and what can be chosen about it."""

        def read(_: Callable[[], bool]) -> Table:
            table = self._program.open_table(source)
            table.read()
            return table

        sentence = tr("Reading “{name}” …", name=source.name)
        self.errands.run(sentence, read, partial(self._show_table, source), large=_is_large(source))

    def _show_table(self, source: Path, table: Table) -> None:
        document = self._window.document
        workspace = document.workspace if document and not document.read_only else None
        made: list[TableDialog] = []

        def make() -> None:
            from desktop.views.table_import import TableDialog

            made.append(TableDialog(table, workspace, self._window))

        if self._refused(make):
            return
        (dialog,) = made
        dialog.decided.connect(lambda wishes, new: self._take_table(source, table, wishes, new=new))
        dialog.open()

    def _take_table(self, source: Path, table: Table, wishes: TableWishes, *, new: bool) -> None:
        sentence, large = tr("Reading “{name}” …", name=source.name), _is_large(source)
        if new:

            def take(plan: Imported) -> None:
                self._plan = plan
                self._ask_where(source)

            self.errands.run(sentence, lambda _: table.plan(wishes), take, large=large)
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

        self.errands.run(sentence, lambda _: read(), add, large=large)

    def _add_rows(self, table: Table, wishes: TableWishes, command: Command, findings: Sequence[Finding]) -> None:
        workspace = self._window.workspace
        if workspace is None or not workspace.do(command):
            return
        from desktop.domain.tables import TASKS
        from desktop.views.account import AccountDialog

        self._window.go_to("plan" if wishes.key == TASKS else wishes.key)
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

    # -- keeping and restoring --------------------------------------------------------------------

    def make_restore_point(self) -> None:
        """Keep the project as it is, named after its last step; the status bar says so."""
        document = self._window.document
        if document is None:
            return
        last = document.workspace.next_undo
        if self._refused(lambda: document.make_restore_point(step_name(last) if last else tr("Restore point"))):
            return
        self._window.status.show_restore_point(document.workspace.session.now())

    def show_kept(self) -> None:
        """Restore points and backups of the open project."""
        document = self._window.document
        if document is not None:
            self._show_kept(document.path, list(document.kept()))

    def _show_kept_of_damaged(self) -> None:
        if self._damaged is not None:
            self._show_kept(self._damaged, list(self._program.kept_of(self._damaged)))

    def _show_kept(self, path: Path, kept: list[Kept]) -> None:
        from desktop.views.kept import KeptDialog

        dialog = KeptDialog(path, kept, self._window)
        dialog.chosen.connect(self._restore)
        dialog.open()

    def _restore(self, choice: tuple[Path, Kept]) -> None:
        """Close the project, put the copy in its place, open it again."""
        path, kept = choice
        window = self._window
        window.leave_project()
        if self._refused(lambda: self._program.restore(kept, path)):
            sentence = window.banner.text
            window.build()
            window.banner.show_sentence(sentence)
            return
        window.build()
        self.open(path)

    # -- copies -----------------------------------------------------------------------------------

    def ask_for_copy(self) -> None:
        """Choose where a copy goes."""
        document = self._window.document
        if document is None:
            return
        name = tr("{name} copy", name=document.path.stem) + ENDING
        ask_where(self._window, tr("Save a copy"), self.folder() / name, _project_kind(), self._save_copy)

    def _save_copy(self, name: str) -> None:
        document = self._window.document
        if document is None or self._refused(lambda: document.save_copy(Path(name))):
            return
        self._window.status.show_done(tr("Copy saved as {name}", name=Path(name).name))

    def ask_for_export(self) -> None:
        """Choose what is written, for whom, and then where it goes."""
        document = self._window.document
        if document is None:
            return
        from desktop.views.export import ExportDialog

        dialog = ExportDialog(document.workspace.project, self._window)
        dialog.chosen.connect(self._ask_for_target)
        dialog.open()

    def _ask_for_target(self, export: Export) -> None:
        from desktop.views.export import PICTURE

        document = self._window.document
        if document is None:
            return
        if export.suffix == PICTURE:
            self._ask_for_picture(export.audience)
            return
        self._export_as = export
        name, kinds = f"{document.path.stem}{export.addition}.{export.suffix}", {export.filter: export.suffix}
        ask_where(self._window, tr("Export for other programs"), self.folder() / name, kinds, self._export)

    def _ask_for_picture(self, audience: str) -> None:
        """The plan page asks what of its chart is wanted, and where it goes."""
        from desktop.views.plan import PlanPage

        page = self._window.view.show_page("plan") if self._window.view else None
        if isinstance(page, PlanPage):
            page.paper_actions.ask_for_picture(audience)

    def _export(self, name: str) -> None:
        document, export = self._window.document, self._export_as
        if document is None or export is None:
            return
        target = Path(name)
        sentence = tr("Writing “{name}” …", name=target.name)
        work = document.exporting(target, export.audience, export.key)
        large = len(document.workspace.project.rows("task")) > LARGE_PLAN
        self.errands.run(sentence, work, partial(self._exported, target), large=large)

    def _exported(self, target: Path, lost: Sequence[Finding]) -> None:
        self._window.status.show_done(tr("Exported as {name}", name=target.name))
        if lost:
            from desktop.views.account import AccountDialog

            sentence = tr("The plan was written to “{name}”. What the other format has no place for is listed here.",
                          name=target.name)  # fmt: skip
            AccountDialog(tr("Export report"), sentence, lost, self._window).open()

    def ask_for_table(self, content: Content) -> None:
        """Where a table goes that a page has worked out."""
        document = self._window.document
        if document is None:
            return
        self._table = content
        titles = {"xlsx": tr("Excel workbook"), "csv": tr("CSV table"), "pdf": tr("PDF document")}
        kinds = {f"{title} (*.{suffix})": suffix for suffix, title in titles.items()}
        name = f"{document.path.stem} {content.title}.xlsx"
        ask_where(self._window, tr("Export the table"), self.folder() / name, kinds, self._export_table)

    def _export_table(self, name: str) -> None:
        document, content = self._window.document, self._table
        if document is None or content is None:
            return
        target = Path(name)
        if target.suffix.lower() == ".pdf":
            self._print_table(content, target)
            return
        target = target.with_suffix(target.suffix.lower() if target.suffix.lower() in (".xlsx", ".csv") else ".xlsx")
        self.errands.run(
            tr("Writing “{name}” …", name=target.name), lambda _: document.write_table(content, target),
            lambda _: self._table_printed(target), large=len(content.rows) > LARGE_PLAN,
        )  # fmt: skip

    def _print_table(self, content: Content, target: Path) -> None:
        """The table on paper; long ones take their time."""
        from desktop.views.table_press import TablePress

        workspace = self._window.workspace
        if workspace is None:
            return
        press = TablePress()
        press.printed.connect(self._table_printed)
        press.refused.connect(self._window.show_refusal)
        today = workspace.session.now().date()
        press.print(content, workspace.project.snapshot(), workspace.schedule, today, target)

    def _table_printed(self, target: Path) -> None:
        self._window.status.show_done(tr("Exported as {name}", name=target.name))

    # -- details ----------------------------------------------------------------------------------

    def _refused(self, act: Callable[[], object]) -> bool:
        """Whether ``act`` was refused; the banner then says why."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            act()
        except Rejected as refusal:
            self._window.show_refusal(refusal)
            return True
        finally:
            QApplication.restoreOverrideCursor()
        return False

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self.folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        return dialog

    def folder(self) -> Path:
        """The folder used last, or the person's documents; where there are none, the person's home."""
        kept = self._program.settings.text(PROJECT_FOLDER)
        if kept and os.path.isdir(kept):  # noqa: PTH112 - Path.is_dir() raises where a drive fails
            return Path(kept)
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return documents if documents.is_dir() else Path.home()

    def _keep_folder(self, path: Path) -> None:
        self._program.settings.keep(PROJECT_FOLDER, str(path.parent))


def _project_kind() -> dict[str, str]:
    return {tr("Pilotage projects (*.pilotage)"): ENDING[1:]}


def _is_large(source: Path) -> bool:
    try:
        return source.stat().st_size > LARGE_FILE
    except OSError:  # reading says why
        return False
