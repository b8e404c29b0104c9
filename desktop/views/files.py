"""Opening, making and restoring, as one window asks for it.

Dialogs only for decisions; whatever cannot be done is one sentence in the banner, with a button where
there is something to do about it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.domain.rejection import Rejected
from desktop.i18n import tr
from desktop.views.banner import NOTICE, REFUSAL
from desktop.views.errands import Errands, is_large
from desktop.views.exporting import Exporting
from desktop.views.importing import Importing
from desktop.views.menus import step_name
from desktop.views.program import Bringing, Coming, Document, Kept, NewProject
from desktop.views.save_dialog import documents
from desktop.views.settings import PROJECT_FOLDER

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

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
        self.importing, self.exporting = Importing(self, window), Exporting(self, window)
        self._damaged: Path | None = None

    # -- opening ----------------------------------------------------------------------------------

    def ask_for_file(self) -> None:
        """Choose a file to open."""
        everything = tr("Projects and plans (*.pilotage *.xml *.xer *.gan *.xlsx *.csv)")
        foreign = [tr("Microsoft Project XML (*.xml)"), tr("Primavera P6 (*.xer)"), "GanttProject (*.gan)"]
        foreign.append(tr("Tables of tasks (*.xlsx *.csv)"))
        self.ask_which(tr("Open a file"), [everything, tr("Pilotage projects (*.pilotage)"), *foreign])

    def ask_which(self, title: str, filters: Sequence[str]) -> None:
        """Choose a file of one of these kinds, which is then opened."""
        dialog = QFileDialog(self._window, title, str(self.folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters(list(filters))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_chosen)
        dialog.open()

    def _open_chosen(self, name: str) -> None:
        self.keep_folder(Path(name))
        self.open(Path(name))

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a project, or read a plan of another program; in another window when this one is taken."""
        if self._program.bring_up(path):
            return
        if self._window.banner.kind == REFUSAL:  # it was about the file before
            self._window.banner.dismiss()
        if path.suffix.lower() in TABLES:
            self.importing.open_table(path)
            return
        if path.suffix.lower() in FOREIGN:
            self.importing.read_plan(path)
            return
        self.bring(path, self._program.opening(path, read_only=read_only), large=is_large(path))

    def open_sample(self) -> None:
        """Open a working copy of the sample project, and say that it is one."""
        window = self.free_window()
        if self.show_in(window, tr("Sample project"), self._program.open_sample, None):
            window.banner.show_sentence(
                tr("This is a working copy of the sample project: change in it whatever you like."), NOTICE
            )

    def free_window(self) -> MainWindow:
        from desktop.views.main_window import MainWindow

        if self._window.document is None:
            return self._window
        made = self._program.new_window()
        assert isinstance(made, MainWindow)
        return made

    def bring(
        self,
        path: Path,
        bringing: Bringing,
        *,
        large: bool,
        front: str = "",
        then: Callable[[MainWindow], object] | None = None,
        over: Callable[[Rejected | None], object] | None = None,
    ) -> None:
        """Show the project at ``path``, which ``bringing`` makes or opens, in a window that is free when it has come,
        with its page ``front``; ``then`` is called afterwards.

        Where it does not come, that is told here, and everything is as it was (``over``, if that needs more).
        """
        window = self._window

        def begin() -> None:
            if window.document is None:
                window.show_opening(path.name)

        def show(coming: Coming) -> None:
            taker = self.free_window()
            if not self.show_in(taker, path.name, lambda: self._program.take(coming), path, front) or then is None:
                return
            if large:  # what is shown is painted first
                QTimer.singleShot(0, taker, partial(then, taker))
            else:
                then(taker)

        def leave(refusal: Rejected | None) -> None:
            if window.document is None:
                window.show_start()
            if over is not None:
                over(refusal)
            if refusal is None or (refusal.code == "file_in_use" and self._program.bring_up(path)):
                return  # asked for twice, and the first has come
            window.show_refusal(refusal)
            self.offer_after(refusal, path)

        self.errands.run(
            tr("Opening “{name}” …", name=path.name), bringing, show, large=large, begin=begin, over=leave,
            unwanted=lambda coming: coming.give_up(),
        )  # fmt: skip

    def show_in(
        self, window: MainWindow, name: str, opening: Callable[[], Document], path: Path | None, front: str = ""
    ) -> bool:
        """Show what ``opening`` gives in ``window``; on a refusal the sentence, and no window for it."""
        window.show_opening(name)
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            document = opening()
            window.show_document(document, front)
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
            self._program.ask_others(path, self._shown_elsewhere)
        elif refusal.code in RESTORABLE and self._program.kept_of(path):
            banner.offer(tr("Show backups…"), self._show_kept_of_damaged)

    def _shown_elsewhere(self) -> None:
        """Another program of this person has the file, and has come to the front: an empty window has nothing to do."""
        if self._window.document is None:
            self._window.close()

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
        self.keep_folder(answers.path)
        window = self.free_window()
        self.show_in(window, answers.name, lambda: self._program.create(answers), None, "plan")

    # -- keeping and restoring --------------------------------------------------------------------

    def make_restore_point(self) -> None:
        """Keep the project as it is, named after its last step; the status bar says so."""
        document = self._window.document
        if document is None:
            return
        last = document.workspace.next_undo
        name = step_name(last) if last else tr("Restore point")

        def make() -> None:
            edits = self._window.long_edits
            making = document.making_restore_point(name) if edits is not None and not edits.is_on else None
            if edits is None or making is None:
                document.make_restore_point(name)
            else:
                edits.aside(making, tr("A restore point is being made …"))

        if self.refused(make):
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
        was_open = window.document is not None
        window.leave_project()
        window.build()

        def over(_: Rejected | None) -> None:
            if was_open:  # the project is what it was
                self.bring(path, self._program.opening(path), large=is_large(path))

        self.bring(path, self._program.restoring(kept, path), large=is_large(kept.path), over=over)

    # -- details ----------------------------------------------------------------------------------

    def refused(self, act: Callable[[], object]) -> bool:
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

    def folder(self) -> Path:
        """The folder used last, or the person's documents; where there are none, the person's home."""
        kept = self._program.settings.text(PROJECT_FOLDER)
        if kept and os.path.isdir(kept):  # noqa: PTH112 - Path.is_dir() raises where a drive fails
            return Path(kept)
        usual = documents()
        return usual if usual.is_dir() else Path.home()

    def keep_folder(self, path: Path) -> None:
        self._program.settings.keep(PROJECT_FOLDER, str(path.parent))
