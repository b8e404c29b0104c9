"""The open project in a window, from its opening to its closing: its pages, their layout, and what it has to tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from desktop.i18n import tr
from desktop.views.banner import REFUSAL
from desktop.views.settings import PAGES

if TYPE_CHECKING:  # imported after the first paint
    from desktop.domain.changes import ChangeSet
    from desktop.domain.rejection import Rejected
    from desktop.views.main_window import MainWindow
    from desktop.views.page import Page
    from desktop.views.program import Document
    from desktop.views.project_view import ProjectView
    from desktop.views.soundness import SoundnessCheck
    from desktop.views.unfinished import Sitting

REMEMBERED = 20
"""Projects whose layout is remembered, the last ones."""


class OpenProject(QObject):
    """Of one window; there is none while its ``document`` is None."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._sitting: Sitting | None = None
        self._check: SoundnessCheck | None = None

    # -- coming -----------------------------------------------------------------------------------

    def show(self, document: Document, front: str) -> None:
        """Show a project that has just been opened: its page ``front``, or the one where the work broke off."""
        from desktop.views.soundness import SoundnessCheck
        from desktop.views.unfinished import Sitting

        window = self._window
        window.document = document
        document.workspace.elsewhere = window.take_long_edits()
        self._sitting = Sitting(window)
        self.make_view().show_page(front or self._sitting.page)
        window.notices.tell_of_file()
        self._sitting.tell()
        self._check = SoundnessCheck(document)
        self._check.damaged.connect(window.notices.tell_damage)
        QTimer.singleShot(0, self, self._offer_holidays)

    def _offer_holidays(self) -> None:
        from desktop.views.holiday_offer import offer_holidays

        offer_holidays(self._window)

    def make_view(self) -> ProjectView:
        """The project without a page yet."""
        from desktop.views.project_view import ProjectView

        window, workspace, document = self._window, self._window.workspace, self._window.document
        assert workspace is not None
        assert document is not None
        if window.workshop is None:
            states = window.program.settings.mapping(PAGES).get(workspace.project.profile.id)
            known = states if isinstance(states, dict) else {}
            view = ProjectView(workspace, known, settings=window.program.settings)
        else:
            view = ProjectView(workspace, window.workshop.states)
        window.view = view
        window.frame.show_page(view)
        window.menus.show_pages([(entry.key, tr(entry.title), entry.icon) for entry in view.entries if entry])
        view.page_changed.connect(self._page_changed)
        view.table_wanted.connect(window.write_table)
        view.said.connect(window.status.show_done)
        workspace.changed.connect(self._changed)
        workspace.rejected.connect(self._rejected)
        if window.workshop is None:
            window.status.show_file(document.path, read_only=document.read_only)
        else:
            window.status.show_workshop()
        self._name_window()
        window.menus.refresh()
        return view

    # -- keeping up -------------------------------------------------------------------------------

    def _page_changed(self, page: Page) -> None:
        window = self._window
        if self._sitting is not None and window.workshop is None:
            self._sitting.keep(window.view.page_key if window.view else "")
        window.menus.show_page_menus(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, changes: ChangeSet) -> None:
        window = self._window
        workspace = window.workspace
        if workspace is None:
            return
        window.leaving.forget()
        window.status.show_saved(workspace.session.now())
        if window.banner.kind == REFUSAL:
            window.banner.dismiss()
        if changes.of("project"):
            from desktop.views.stored_dates import tell_change_of_dates

            tell_change_of_dates(window, changes)
        window.notices.tell_of_file()
        self._name_window()
        window.menus.refresh()

    def _rejected(self, refusal: Rejected) -> None:
        self._window.show_refusal(refusal)
        self._window.menus.refresh()

    def _name_window(self) -> None:
        workspace = self._window.workspace
        if workspace is not None:
            self._window.setWindowTitle(f"{workspace.project.profile.name[:120]} — {tr('Pilotage')}")

    # -- going ------------------------------------------------------------------------------------

    def take_view_away(self) -> None:
        """Disconnect, remember the layout, and let the pages go, in this order."""
        window = self._window
        view, window.view = window.view, None
        window.undo_dock.take_away()
        if view is None:
            return
        view.workspace.changed.disconnect(self._changed)
        view.workspace.rejected.disconnect(self._rejected)
        self.keep_layout(view)
        window.menus.show_page_menus(None)
        window.frame.stack.removeWidget(view)
        view.setParent(None)
        view.deleteLater()

    def keep_layout(self, view: ProjectView) -> None:
        """Remember how the pages are laid out: for the person, or for as long as the workshop goes on."""
        if view.workspace.is_guarded:
            if self._window.workshop is not None:
                self._window.workshop.states = view.save_states()
            return
        settings = self._window.program.settings
        kept = settings.mapping(PAGES)
        identity = view.workspace.project.profile.id
        kept.pop(identity, None)
        kept[identity] = view.save_states()
        settings.keep(PAGES, dict(list(kept.items())[-REMEMBERED:]))

    def close(self) -> Sequence[Rejected]:
        """Open editor, widgets and file, in this order. Returns what the closing had to tell."""
        window = self._window
        document = window.document
        if document is None:
            return ()
        window.leaving.settle()
        window.workshop_door.end()
        if self._check is not None:
            self._check.retire()
            self._check = None
        self.take_view_away()
        window.document = None
        document.close()
        if self._sitting is not None:
            self._sitting.end()
            self._sitting = None
        return document.take_notices()
