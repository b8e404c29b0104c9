"""The window: start page or open project, menus, status bar, and the strip that says what was refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QMainWindow

from desktop.i18n import tr
from desktop.views import window_state
from desktop.views.building import PREFERENCES, Building
from desktop.views.commands import Commands
from desktop.views.labels import HEADING, Text, breakable
from desktop.views.leaving import Leaving
from desktop.views.look import Look
from desktop.views.notices import Notices
from desktop.views.open_project import OpenProject
from desktop.views.start import StartPage
from desktop.views.undo_dock import UndoDock
from desktop.views.workshop_door import WorkshopDoor

if TYPE_CHECKING:  # imported after the first paint
    from desktop.domain.rejection import Rejected
    from desktop.models.tables import Content
    from desktop.models.workspace import Workspace
    from desktop.views.banner import Banner
    from desktop.views.files import Files
    from desktop.views.frame import Frame
    from desktop.views.long_edits import LongEdits
    from desktop.views.menus import Menus
    from desktop.views.program import Document, Program
    from desktop.views.project_view import ProjectView
    from desktop.views.slices import Steps
    from desktop.views.status import StatusBar
    from desktop.views.waiting import Waiting
    from desktop.views.workshop.bar import WorkshopBar
    from desktop.views.workshop.mode import Workshop

OPENABLE = (".pilotage", ".xml", ".xer", ".gan", ".xlsx", ".csv", ".mpp", ".mpt")
"""What may be dropped; of the last two is said how they can be read."""


class MainWindow(QMainWindow):
    """Shows one project, or the start page while none is open.

    It holds what is shown and hears what Qt tells a window; each part of its work has an object of its own. ``build``
    makes everything inside anew, see :class:`Building`.
    """

    menus: Menus
    status: StatusBar
    frame: Frame
    banner: Banner
    waiting: Waiting
    workshop_bar: WorkshopBar | None

    closing = Signal(object)
    long_edit = Signal(bool)
    """An edit of many records begins, or is over."""
    built = Signal()
    """Everything inside has been made anew."""
    painted = Signal()
    """The window has been painted for the first time: the moment for whatever takes long."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.program = program
        self.document: Document | None = None
        self.view: ProjectView | None = None
        self.workshop: Workshop | None = None
        """While others look on."""
        self._files: Files | None = None
        self._long_edits: LongEdits | None = None
        self.was_painted = False
        self.look = Look(self)
        self.commands = Commands(self)
        self.leaving = Leaving(self)
        self.notices = Notices(self)
        self.undo_dock = UndoDock(self)
        self.workshop_door = WorkshopDoor(self)
        self.opened = OpenProject(self)
        self.interior = Building(self)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.build()
        window_state.restore(self, program.settings)

    @property
    def workspace(self) -> Workspace | None:
        """The open project, or None on the start page; in a workshop, what may be seen of it."""
        if self.workshop is not None:
            return self.workshop.workspace
        return self.document.workspace if self.document else None

    @property
    def files(self) -> Files:
        """Everything that opens, imports, exports and restores."""
        if self._files is None:
            from desktop.views.files import Files

            self._files = Files(self)
        return self._files

    @property
    def is_busy(self) -> bool:
        """Whether an edit is under way or somebody answers a dialog, which building anew would take away."""
        dialogs = self.findChildren(QDialog)
        return self.is_editing or any(each.isVisible() and each.objectName() != PREFERENCES for each in dialogs)

    @property
    def is_editing(self) -> bool:
        """Whether a large edit is under way, which is never left."""
        return self._long_edits is not None and self._long_edits.is_on

    @property
    def long_edits(self) -> LongEdits | None:
        """Where large edits of the open project are done; None before the first one was opened."""
        return self._long_edits

    def take_long_edits(self) -> LongEdits:
        """The same for a project that is being opened."""
        if self._long_edits is None:
            from desktop.views.long_edits import LongEdits

            self._long_edits = LongEdits(self)
            self._long_edits.going.connect(self.long_edit)
        return self._long_edits

    # -- what is shown ----------------------------------------------------------------------------

    def build(self) -> None:
        """Make menus, bars and pages anew."""
        for _ in self.building():
            pass

    def building(self) -> Steps:
        """As :meth:`build`, a little at a time."""
        return self.interior.steps()

    def show_start(self) -> None:
        """Show the ways to begin."""
        self.setWindowTitle(tr("Pilotage"))
        page = StartPage(self.program.settings)
        page.new_wanted.connect(self.commands.new_project)
        page.open_wanted.connect(self.commands.choose_file)
        page.sample_wanted.connect(self.open_sample)
        page.file_wanted.connect(self.open_file)
        page.language_wanted.connect(self.look.choose_language)
        self.frame.show_page(page)
        self.status.show_nothing()
        self.menus.show_pages(())
        self.menus.show_page_menus(None)
        self.menus.refresh()

    def show_opening(self, name: str) -> None:
        """Say that a file is being opened, before the work begins."""
        text = Text(breakable(tr("Opening “{name}” …", name=name)), scale=HEADING, role="muted", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.frame.show_page(text)
        self.frame.lay_out()
        text.repaint()

    def show_document(self, document: Document, front: str = "") -> None:
        """Show a project that has just been opened: its page ``front``, or the one where the work broke off."""
        self.interior.end()
        self.opened.show(document, front)

    def leave_project(self) -> Sequence[Rejected]:
        """Close the project in order: open editor, widgets, file. Returns what the closing had to tell."""
        if self._files is not None:
            self._files.errands.give_up()
        if self.document is None:
            return ()
        self.interior.end()
        return self.opened.close()

    def close_project(self) -> None:
        """Return to the start page."""
        if not self.leaving.may_leave():
            return
        notices = self.leave_project()
        self.build()
        self.notices.show(notices)

    def show_refusal(self, refusal: Rejected, more: str = "") -> None:
        """Say in one sentence what was not done, and in another what follows from it."""
        self.notices.refuse(refusal, more)

    def show_errands_again(self) -> None:
        """Say in bars that were made anew what is under way."""
        if self._files is not None:
            self._files.errands.show_again()

    # -- asked for from many sides ----------------------------------------------------------------

    def open_file(self, path: object) -> None:
        """Open a project, or import a plan of another program."""
        self.files.open(Path(str(path)))

    def open_sample(self) -> None:
        self.files.open_sample()

    def write_table(self, content: Content) -> None:
        """Ask where a table that was worked out is to be written."""
        self.files.exporting.ask_for_table(content)

    def stop_errand(self) -> None:
        self.files.errands.stop()

    def undo(self) -> None:
        if self.workspace is not None:
            self.workspace.settle()
            self.workspace.undo()

    def redo(self) -> None:
        if self.workspace is not None:
            self.workspace.settle()
            self.workspace.redo()

    def go_to(self, target: object) -> None:
        """Show a workspace or a record of the open project; see ``Page.navigate``."""
        if self.view is not None:
            self.view.go_to(target)

    def commit_editor(self) -> bool:
        """Have open editors hand over what is written in them; False where something cannot be taken, which is told."""
        return self.leaving.commit()

    # -- what Qt tells ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.was_painted:
            self.was_painted = True
            QTimer.singleShot(0, self._after_first_paint)

    def _after_first_paint(self) -> None:
        self.menus.dress()
        self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.workshop_bar is not None:  # that nobody else has use for
            if not event.isAutoRepeat() and self.workshop_bar.is_second_escape():
                self.workshop_door.toggle()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.WindowStateChange:
            self.menus.full_screen.setChecked(self.isFullScreen())
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.workshop is None and self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    def _dropped(self, event: QDropEvent) -> Path | None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return next((path for path in paths if path.suffix.lower() in OPENABLE), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.menus.fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._long_edits is not None and self._long_edits.is_on:
            self._long_edits.afterwards(self.close)
            event.ignore()
            return
        if not self.leaving.may_leave():
            event.ignore()
            return
        self.workshop_door.end()
        window_state.remember(self, self.program.settings)
        notices = self.leave_project()
        if notices:  # edits that could not be brought back to a shared drive: said before the window goes
            self.build()
            self.notices.show(notices)
            event.ignore()
            return
        self.closing.emit(self)
        super().closeEvent(event)
