"""Copies of a project, and what of it goes to other programs: chosen, asked where, written, told what was lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.imports import Finding
from desktop.i18n import tr
from desktop.views.errands import LARGE_PLAN, is_large
from desktop.views.save_dialog import ENDING, ask_where, file_name, project_kind

if TYPE_CHECKING:
    from desktop.domain.progress import Progress
    from desktop.models.tables import Content
    from desktop.views.export import Export
    from desktop.views.files import Files
    from desktop.views.main_window import MainWindow


class Exporting(QObject):
    """What one window writes beside its project."""

    def __init__(self, files: Files, window: MainWindow) -> None:
        super().__init__(window)
        self._files, self._window = files, window

    def ask_for_copy(self) -> None:
        """Choose where a copy goes."""
        document = self._window.document
        if document is None:
            return
        name = tr("{name} copy", name=document.path.stem) + ENDING
        ask_where(self._window, tr("Save a copy"), self._files.folder() / name, project_kind(), self._save_copy)

    def _save_copy(self, name: str) -> None:
        document, target = self._window.document, Path(name)
        made: list[Callable[[Progress], None]] = []
        if document is None or self._files.refused(lambda: made.append(document.saving_copy(target))):
            return
        self._files.errands.run(
            tr("Writing “{name}” …", name=target.name), made[0],
            lambda _: self._window.status.show_done(tr("Copy saved as {name}", name=target.name)),
            large=is_large(document.path),
        )  # fmt: skip

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
        name, kinds = f"{document.path.stem}{export.addition}.{export.suffix}", {export.filter: export.suffix}
        target, title = self._files.folder() / name, tr("Export for other programs")
        ask_where(self._window, title, target, kinds, partial(self.export, export))

    def _ask_for_picture(self, audience: str) -> None:
        """The plan page asks what of its chart is wanted, and where it goes."""
        from desktop.views.plan import PlanPage

        page = self._window.view.show_page("plan") if self._window.view else None
        if isinstance(page, PlanPage):
            page.paper_actions.ask_for_picture(audience)

    def export(self, export: Export, name: str) -> None:
        """Write the file ``name`` as was chosen, and say what the other format has no place for."""
        document, target = self._window.document, Path(name)
        if document is None:
            return
        sentence = tr("Writing “{name}” …", name=target.name)
        work = document.exporting(target, export.audience, export.key)
        large = len(document.workspace.project.rows("task")) > LARGE_PLAN
        self._files.errands.run(sentence, work, partial(self._exported, target), large=large)

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
        titles = {"xlsx": tr("Excel workbook"), "csv": tr("CSV table"), "pdf": tr("PDF document")}
        kinds = {f"{title} (*.{suffix})": suffix for suffix, title in titles.items()}
        target = self._files.folder() / file_name(f"{document.path.stem} {content.title}", "xlsx")
        ask_where(self._window, tr("Export the table"), target, kinds, partial(self.write_table, content))

    def write_table(self, content: Content, name: str) -> None:
        """Write ``content`` to the file ``name``, in the kind that its suffix says."""
        document, target = self._window.document, Path(name)
        if document is None:
            return
        if target.suffix.lower() not in (".pdf", ".xlsx", ".csv"):
            target = target.with_suffix(".xlsx")
        on_paper = target.suffix.lower() == ".pdf"
        if on_paper:
            from desktop.views.table_press import printing

            workspace = self._window.workspace or document.workspace
            today = workspace.session.now().date()
            work = printing(content, workspace.project.snapshot(), workspace.schedule, today, target)
        else:
            work = document.writing_table(content, target)
        self._files.errands.run(
            tr("Writing “{name}” …", name=target.name), work,
            lambda _: self._window.status.show_done(tr("Exported as {name}", name=target.name)),
            large=on_paper or len(content.rows) > LARGE_PLAN,
        )  # fmt: skip
