"""The window: start page or open project, menus, status bar, and the strip that says what was refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QMainWindow,
    QMenuBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import tr, words
from desktop.views import window_state
from desktop.views.banner import NOTICE, REFUSAL, Banner
from desktop.views.labels import HEADING, Text, breakable, em
from desktop.views.leaving import Leaving
from desktop.views.look import Look, text_size
from desktop.views.menus import Menus
from desktop.views.settings import PAGES
from desktop.views.start import StartPage
from desktop.views.status import StatusBar
from desktop.views.waiting import Waiting

if TYPE_CHECKING:  # imported after the first paint
    from desktop.domain.changes import ChangeSet
    from desktop.domain.rejection import Rejected
    from desktop.models.tables import Content
    from desktop.models.workspace import Workspace
    from desktop.views.files import Files
    from desktop.views.long_edits import LongEdits
    from desktop.views.page import Page
    from desktop.views.program import Document, Program
    from desktop.views.project_view import ProjectView
    from desktop.views.slices import Steps
    from desktop.views.soundness import SoundnessCheck
    from desktop.views.undo_panel import UndoPanel
    from desktop.views.unfinished import Sitting
    from desktop.views.workshop.bar import WorkshopBar
    from desktop.views.workshop.mode import Workshop

PREFERENCES = "preferences"
"""Name of the dialog that stays open while the window changes around it."""
OPENABLE = (".pilotage", ".xml", ".xer", ".gan", ".xlsx", ".csv", ".mpp", ".mpt")
"""What may be dropped; of the last two is said how they can be read."""


class MainWindow(QMainWindow):
    """Shows one project, or the start page while none is open.

    ``build`` makes everything inside anew, in the language, colours and text size of the moment,
    and keeps the project, the page in front and the layout of the pages.
    """

    closing = Signal(object)
    long_edit = Signal(bool)
    """An edit of many records begins, or is over."""
    painted = Signal()
    """The window has been painted for the first time: the moment for whatever takes long."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.program = program
        self.document: Document | None = None
        self.view: ProjectView | None = None
        self._check: SoundnessCheck | None = None
        self._files: Files | None = None
        self._long_edits: LongEdits | None = None
        self._steps: UndoPanel | None = None
        self._sitting: Sitting | None = None
        self.workshop: Workshop | None = None
        """While others look on."""
        self.workshop_bar: WorkshopBar | None = None
        self._damage_told = True
        self._back_to: tuple[str, str] | None = None
        """Page and record that are to be in front when the window is built anew."""
        self._painted = False
        self._build: object = None
        """Stands for the building under way, or the last one."""
        self._leaving = Leaving(self)
        self.look = Look(self)
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

    # -- building ---------------------------------------------------------------------------------

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

    def build(self) -> None:
        """Make menus, bars and pages anew."""
        for _ in self.building():
            pass

    def building(self) -> Steps:
        """As :meth:`build`, in steps that each take less than a tenth of a second: until the last one the window shows
        what it showed. Whatever else changes what is in it meanwhile ends it."""
        self._build = serial = object()
        self.setUpdatesEnabled(False)
        try:
            for _ in self._building():
                yield
                if self._build is not serial:
                    break
        except Exception:
            self.setUpdatesEnabled(True)
            raise
        if self._build is serial or self._build is None:  # else somebody else is building
            self.setUpdatesEnabled(True)

    def _building(self) -> Steps:
        left = self._leaving.settle()
        front = self.view.page_key if self.view else ""
        current = self.view.page.current() if self.view and self.view.page else ""
        if self._back_to is not None:
            (front, current), self._back_to = self._back_to, None
        steps_shown = self._steps is not None and not self._steps.isHidden()
        self._take_view_away()
        # Another size of text is this window's before anything is measured in it.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.ApplicationFontChange)
        choosing = False
        for dialog in self.findChildren(QDialog):
            choosing = choosing or dialog.objectName() == PREFERENCES
            dialog.close()
        self._build_frame()
        if self.document is None:
            self.show_start()
        else:
            yield
            yield from self._building_view(self.document, front)
            yield
            if current and self.view is not None and self.view.page is not None:
                self.view.page.reveal(current)
            if steps_shown:
                self.menus.undo_history.trigger()
        if choosing:
            self.show_preferences()
        if self._files is not None:
            self._files.errands.show_again()
        if left:  # it went with the editor
            self.show_refusal(left[0].refusal)

    def _building_view(self, document: Document, front: str) -> Steps:
        """The project with its page in front: placed first, so that the page is made for the room that it has."""
        from desktop.views.pages import find_entry

        view = self._make_view(document)
        yield
        entry = find_entry(front)
        if entry is not None:
            view.make_ready(entry)
            yield
            view.draw_ready(entry)
            yield
        view.show_page(front)

    def _build_frame(self) -> None:
        old = getattr(self, "menus", None)
        if old is not None:
            self.removeToolBar(old.tool_bar)
            old.tool_bar.deleteLater()
            for action in self.actions():
                self.removeAction(action)
            old.deleteLater()
            corner = self.menuBar().cornerWidget(Qt.Corner.TopRightCorner)
            if corner is not None:  # Qt would hand it on to the next menu bar
                corner.hide()
                corner.deleteLater()
            self.setMenuBar(QMenuBar())  # the old one goes with all its menus
        self.menus = Menus(self)
        self.status = StatusBar(text_size(self.program.settings))
        self.status.text_size_clicked.connect(self.look.reset_text)
        self.setStatusBar(self.status)
        self.banner = Banner()
        self._stack = QStackedWidget()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        self.waiting = Waiting()
        self.waiting.setContentsMargins(em(0.8), em(0.3), em(0.8), em(0.3))
        self.waiting.stopped.connect(self._stop_errand)
        column.addWidget(self.waiting)
        self.workshop_bar = None
        if self.workshop is not None:
            from desktop.views.workshop.bar import WorkshopBar

            self.workshop_bar = WorkshopBar(self, self.workshop)
            column.addWidget(self.workshop_bar)
        column.addWidget(self.banner)  # below: what it says must not move rows away from under the pointer
        self.setCentralWidget(body)
        if self._painted:
            self.menus.dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._after_first_paint)

    def _after_first_paint(self) -> None:
        self.menus.dress()
        self.painted.emit()

    def _replace_page(self, page: QWidget) -> None:
        old = self._stack.currentWidget()
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._stack.addWidget(page)

    def show_start(self) -> None:
        """Show the ways to begin."""
        self.setWindowTitle(tr("Pilotage"))
        page = StartPage(self.program.settings)
        page.new_wanted.connect(self.new_project)
        page.open_wanted.connect(self.choose_file)
        page.sample_wanted.connect(self.open_sample)
        page.file_wanted.connect(self.open_file)
        page.language_wanted.connect(self.look.choose_language)
        self._replace_page(page)
        self.status.show_nothing()
        self.menus.show_pages(())
        self.menus.show_page_menus(None)
        self.menus.refresh()

    def show_opening(self, name: str) -> None:
        """Say that a file is being opened, before the work begins."""
        text = Text(breakable(tr("Opening “{name}” …", name=name)), scale=HEADING, role="muted", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._replace_page(text)
        layout = self._stack.layout()
        if layout is not None:
            layout.activate()
        text.repaint()

    # -- the project ------------------------------------------------------------------------------

    def show_document(self, document: Document, front: str = "") -> None:
        """Show a project that has just been opened: its page ``front``, or the one where the work broke off."""
        self._build = None
        self.document = document
        if self._long_edits is None:
            from desktop.views.long_edits import LongEdits

            self._long_edits = LongEdits(self)
            self._long_edits.going.connect(self.long_edit)
        document.workspace.elsewhere = self._long_edits
        from desktop.views.unfinished import Sitting

        self._sitting = Sitting(self)
        self._show_project(document, front or self._sitting.page)
        self._tell_notices()
        self._sitting.tell()
        from desktop.views.soundness import SoundnessCheck

        self._check = SoundnessCheck(document)
        self._check.damaged.connect(self._tell_damage)
        QTimer.singleShot(0, self._offer_holidays)

    def _offer_holidays(self) -> None:
        from desktop.views.holiday_offer import offer_holidays

        offer_holidays(self)

    def _show_project(self, document: Document, front: str) -> None:
        self._make_view(document).show_page(front)

    def _make_view(self, document: Document) -> ProjectView:
        """A project without a page yet."""
        from desktop.views.project_view import ProjectView

        workspace = self.workspace
        assert workspace is not None
        if self.workshop is None:
            states = self.program.settings.mapping(PAGES).get(workspace.project.profile.id)
            known = states if isinstance(states, dict) else {}
            self.view = ProjectView(workspace, known, settings=self.program.settings)
        else:
            self.view = ProjectView(workspace, self.workshop.states)
        self._replace_page(self.view)
        self.menus.show_pages([(entry.key, tr(entry.title), entry.icon) for entry in self.view.entries if entry])
        self.view.page_changed.connect(self._page_changed)
        self.view.table_wanted.connect(self._write_table)
        self.view.said.connect(self.status.show_done)
        workspace.changed.connect(self._changed)
        workspace.rejected.connect(self._rejected)
        if self.workshop is None:
            self.status.show_file(document.path, read_only=document.read_only)
        else:
            self.status.show_workshop()
        self._name_window()
        self.menus.refresh()
        return self.view

    def _stop_errand(self) -> None:
        self.files.errands.stop()

    def _take_view_away(self) -> None:
        """Disconnect, remember the layout, and let the pages go, in this order."""
        view, self.view = self.view, None
        steps, self._steps = self._steps, None
        if steps is not None:
            self.removeDockWidget(steps)
            steps.deleteLater()
        if view is None:
            return
        view.workspace.changed.disconnect(self._changed)
        view.workspace.rejected.disconnect(self._rejected)
        self._keep_layout(view)
        self.menus.show_page_menus(None)
        self._stack.removeWidget(view)
        view.setParent(None)
        view.deleteLater()

    def _keep_layout(self, view: ProjectView) -> None:
        if view.workspace.is_guarded:
            if self.workshop is not None:
                self.workshop.states = view.save_states()
            return
        kept = self.program.settings.mapping(PAGES)
        identity = view.workspace.project.profile.id
        kept.pop(identity, None)
        kept[identity] = view.save_states()
        self.program.settings.keep(PAGES, dict(list(kept.items())[-20:]))

    def leave_project(self) -> Sequence[Rejected]:
        """Close the project in order: open editor, widgets, file. Returns what the closing had to tell."""
        document = self.document
        if self._files is not None:
            self._files.errands.give_up()
        if document is None:
            return ()
        self._build = None
        self._leaving.settle()
        self._end_workshop()
        if self._check is not None:
            self._check.retire()
            self._check = None
        self._take_view_away()
        self.document = None
        document.close()
        if self._sitting is not None:
            self._sitting.end()
            self._sitting = None
        return document.take_notices()

    def close_project(self) -> None:
        """Return to the start page."""
        if not self._leaving.may_leave():
            return
        notices = self.leave_project()
        self.build()
        self.show_notices(notices)

    def commit_editor(self) -> bool:
        """Have open editors hand over what is written in them; False where something cannot be taken, which is told."""
        return self._leaving.commit()

    def _page_changed(self, page: Page) -> None:
        if self._sitting is not None and self.workshop is None:
            self._sitting.keep(self.view.page_key if self.view else "")
        self.menus.show_page_menus(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, changes: ChangeSet) -> None:
        workspace = self.workspace
        if workspace is None:
            return
        self._leaving.forget()
        self.status.show_saved(workspace.session.now())
        if self.banner.kind == REFUSAL:
            self.banner.dismiss()
        if changes.of("project"):
            from desktop.views.stored_dates import tell_change_of_dates

            tell_change_of_dates(self, changes)
        self._tell_notices()
        self._name_window()
        self.menus.refresh()

    def _tell_notices(self) -> None:
        if self.document is not None and self.workshop is None:  # others look on; it is told when they do not
            self.show_notices(self.document.take_notices())

    def _tell_damage(self) -> None:
        """The file was changed behind the program's back: say so, and offer a copy that is sound."""
        if self.workshop is not None:
            self._damage_told = False
            return
        self._damage_told = True
        sentence = tr(
            "This file is damaged: something in it differs from what was written. Your backups are safe; "
            "please go back to one of them."
        )
        self.banner.show_sentence(sentence)
        self.banner.offer(tr("Show backups"), self.show_kept)

    def show_notices(self, notices: Sequence[Rejected]) -> None:
        """Say what is worth knowing, all at once."""
        if notices:
            from desktop.domain.rejection import explain

            self.banner.show_sentence("\n".join(explain(notice, words()) for notice in notices), NOTICE)

    def _name_window(self) -> None:
        if self.workspace is not None:
            self.setWindowTitle(f"{self.workspace.project.profile.name[:120]} — {tr('Pilotage')}")

    def _rejected(self, refusal: Rejected) -> None:
        self.show_refusal(refusal)
        self.menus.refresh()

    def show_refusal(self, refusal: Rejected, more: str = "") -> None:
        """Say in one sentence what was not done, and in another what follows from it."""
        from desktop.domain.rejection import explain

        space = "" if words().is_chinese or not more else " "
        self.banner.show_sentence(f"{explain(refusal, words())}{space}{more}")

    # -- commands: files --------------------------------------------------------------------------

    def new_project(self) -> None:
        self.files.ask_for_new()

    def choose_file(self) -> None:
        self.files.ask_for_file()

    def open_file(self, path: object) -> None:
        """Open a project, or import a plan of another program."""
        self.files.open(Path(str(path)))

    def open_sample(self) -> None:
        self.files.open_sample()

    def make_restore_point(self) -> None:
        self.commit_editor()
        self.files.make_restore_point()

    def show_kept(self) -> None:
        self.files.show_kept()

    def save_copy(self) -> None:
        self.commit_editor()
        self.files.exporting.ask_for_copy()

    def import_table(self) -> None:
        self.commit_editor()
        self.files.importing.ask_for_import()

    def export(self) -> None:
        self.commit_editor()
        self.files.exporting.ask_for_export()

    def show_holidays(self) -> None:
        from desktop.views.holiday_offer import show_holidays

        self.commit_editor()
        show_holidays(self)

    def _write_table(self, content: Content) -> None:
        self.files.exporting.ask_for_table(content)

    def show_account(self) -> None:
        self.files.importing.show_account()

    # -- commands: editing ------------------------------------------------------------------------

    def undo(self) -> None:
        if self.workspace is not None:
            self.workspace.settle()
            self.workspace.undo()

    def redo(self) -> None:
        if self.workspace is not None:
            self.workspace.settle()
            self.workspace.redo()

    def toggle_undo_history(self) -> None:
        """Show the steps of this sitting beside the pages, or put them away."""
        shown = self.menus.undo_history.isChecked()
        if shown and self.workspace is not None and self._steps is None:
            from desktop.views.undo_panel import UndoPanel

            self._steps = UndoPanel(self.workspace, self)
            self._steps.visibilityChanged.connect(self._show_undo_history_state)
            self._steps.view.left.connect(self._go_to_page)
            self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._steps)
        if self._steps is not None:
            self._steps.setVisible(shown)
            if shown:
                self._steps.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_page(self) -> None:
        if self.view is not None and self.view.page is not None:
            self.view.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_undo_history_state(self) -> None:
        if self._steps is not None:
            self.menus.undo_history.setChecked(not self._steps.isHidden())

    def show_history(self) -> None:
        if self.document is not None:
            from desktop.views.history import HistoryDialog

            HistoryDialog(self.document, self).open()

    def log_contact(self) -> None:
        if self.workspace is not None:
            from desktop.views.communication import QuickEntry

            QuickEntry(self.workspace, self).open()

    def show_preferences(self) -> None:
        from desktop.views.preferences import PreferencesDialog

        PreferencesDialog(self, PREFERENCES).open()

    # -- commands: view ---------------------------------------------------------------------------

    def go_to(self, target: object) -> None:
        """Show a workspace or a record of the open project; see ``Page.navigate``."""
        if self.view is not None:
            self.view.go_to(target)

    def show_palette(self) -> None:
        from desktop.views.command_palette import CommandPalette

        CommandPalette(self).open()

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # -- workshop ---------------------------------------------------------------------------------

    def toggle_workshop(self) -> None:
        """Begin a workshop, or leave the one that goes on."""
        if self.workshop is not None:
            if not self.is_busy and self.commit_editor():
                QTimer.singleShot(0, self, self.leave_workshop)
            self.menus.refresh()
            return
        from desktop.views.workshop import begin

        begin(self)

    def show_workshop(self) -> None:
        """Build the window anew for those who look on."""
        if self.workshop is None:
            return
        view = self.view
        if view is not None and view.page is not None:
            self._back_to = self.workshop.first_page(view.page_key, view.page.current())
            self._take_view_away()  # its layout is kept as it is with its own size of text
        self.program.dress()
        self.workshop.take_places()
        self.menus.fit()

    def leave_workshop(self) -> None:
        """Everything as it was, on the page and the record that were in front."""
        workshop = self.workshop
        if workshop is None:
            return
        self._end_workshop()
        self._back_to = workshop.came_from
        self.program.dress()
        workshop.put_window_back()
        workshop.tell()
        workshop.deleteLater()
        self._tell_notices()
        if not self._damage_told:
            self._tell_damage()

    def _end_workshop(self) -> None:
        """Let nothing of it hold any longer, before the window is built anew or goes."""
        workshop = self.workshop
        if workshop is None:
            return
        self._leaving.settle()
        self._take_view_away()
        self.workshop = None
        workshop.end()

    def review_workshop(self) -> None:
        """Show what was entered in a workshop, and offer to take it back."""
        if self.document is not None:
            from desktop.views.workshop.review import WorkshopReview

            WorkshopReview(self, self.document).open()

    def hide_banner(self) -> None:
        """Nothing of before is said any longer."""
        self.banner.dismiss()

    # -- commands: help ---------------------------------------------------------------------------

    def show_mouse_and_keys(self) -> None:
        from desktop.views.mouse_and_keys import MouseAndKeys

        MouseAndKeys(self).open()

    def show_shortcuts(self) -> None:
        from desktop.views.shortcuts import ShortcutsDialog

        ShortcutsDialog(self).open()

    def open_log_folder(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.program.log_folder())))

    def show_about(self) -> None:
        from desktop.views.about import AboutDialog

        AboutDialog(self).open()

    # -- window events ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.workshop is not None:  # that nobody else has use for
            self.toggle_workshop()
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
        if not self._leaving.may_leave():
            event.ignore()
            return
        self._end_workshop()
        window_state.remember(self, self.program.settings)
        notices = self.leave_project()
        if notices:  # edits that could not be brought back to a shared drive: said before the window goes
            self.build()
            self.show_notices(notices)
            event.ignore()
            return
        self.closing.emit(self)
        super().closeEvent(event)
