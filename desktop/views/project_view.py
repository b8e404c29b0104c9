"""An open project: the rail, and the workspace in front."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QRect, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from shiboken6 import isValid

from desktop.domain.registry import RECORD_TYPES
from desktop.i18n import tr
from desktop.models.workspace import Workspace
from desktop.views.beforehand import Beforehand
from desktop.views.labels import em
from desktop.views.page import Page
from desktop.views.pages import ENTRIES, Entry, find_entry
from desktop.views.rail import Rail
from desktop.views.settings import Settings
from desktop.views.slices import Steps

NARROW = 62
"""Below this width, in heights of a line, the rail shows pictures alone."""
LARGE = 5_000
"""Records from which on a page is not made and drawn for the first time in one go: it would be felt."""
MINUTE = 60_000
"""Milliseconds between two looks at the clock: another day may have begun."""


class ProjectView(QWidget):
    """Builds each page at its first show, and takes people to records."""

    page_changed = Signal(object)
    """The page now in front."""
    said = Signal(object)
    table_wanted = Signal(object)
    """Both as of a page."""

    def __init__(
        self,
        workspace: Workspace,
        states: Mapping[str, Any],
        parent: QWidget | None = None,
        *,
        settings: Settings | None = None,
    ) -> None:
        """``states`` is the remembered layout of each page by key."""
        super().__init__(parent)
        self.workspace = workspace
        self._states = dict(states)
        self.entries: list[Entry | None] = [
            entry for entry in ENTRIES if entry is None or entry.shared or not workspace.is_guarded
        ]
        """The pages that can be shown; None is a gap."""
        self._settings = settings
        self._pages: dict[str, Page] = {}
        self._ready: dict[str, Page] = {}
        """Pages that were made before anybody asked for them; in no stack yet, where they would have a say in how
        small the window may be."""
        self._stack = QStackedWidget()
        self.rail = Rail([(entry.key, tr(entry.title), entry.icon) if entry else None for entry in self.entries])
        self.rail.chosen.connect(self.go_to)
        self.is_making = False
        """Whether somebody waits for a page that is made a piece at a time."""
        self._clock = QTimer(self)
        self._clock.timeout.connect(workspace.look_at_clock)
        self._clock.start(MINUTE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        self._beforehand = Beforehand(self)

    @property
    def page(self) -> Page | None:
        """The page in front."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    @property
    def page_key(self) -> str:
        """Key of the page in front, as on the rail."""
        return next((key for key, page in self._pages.items() if page is self.page), "")

    def show_page(self, key: str) -> Page | None:
        """Bring a workspace to the front by its key or the key of a record type that it shows."""
        entry = find_entry(key)
        if entry is None or entry not in self.entries:
            return None
        page = self._pages.get(entry.key)
        if page is None:
            page = self._ready.pop(entry.key, None) or self._take_in(entry, entry.make(self.workspace))
            self._stack.addWidget(page)
            self._pages[entry.key] = page
        if self._stack.currentWidget() is not page or len(self._pages) == 1:
            self._stack.setCurrentWidget(page)
            self.page_changed.emit(page)
        self.rail.mark(entry.key)
        return page

    def _take_in(self, entry: Entry, page: Page) -> Page:
        page.hide()
        page.setParent(self)
        page.navigate.connect(self.go_to)
        page.table_wanted.connect(self.table_wanted)
        page.said.connect(self.said)
        if self._settings is not None:
            page.take_settings(self._settings)
        state = self._states.get(entry.key)
        if isinstance(state, dict):
            page.restore_state(state)
        return page

    def misses(self, entry: Entry) -> bool:
        """Whether there is no page of it yet, and may be one."""
        return entry in self.entries and entry.key not in self._pages and entry.key not in self._ready

    def making_ready(self, entry: Entry) -> Steps:
        """Make a page that may be wanted, a piece at a time."""
        page = (entry.begin or entry.make)(self.workspace)
        page.hide()
        page.setParent(self)  # goes with it, whenever that is
        yield from page.making()
        if self.misses(entry):
            self._ready[entry.key] = self._take_in(entry, page)
        else:  # somebody could not wait for it
            page.deleteLater()

    def _make(self, key: str) -> bool:
        """Make a page of a large project that is asked for before it was made; whether this is still in the window.

        The window is painted between the pieces. What is typed and clicked waits, since it is meant for that page.
        """
        entry, parent = find_entry(key), self.parent()
        project = self.workspace.project
        large = sum(len(project.rows(each)) for each in RECORD_TYPES) >= LARGE
        if entry is None or not self.misses(entry) or not large or self.is_making:
            return True
        self.is_making = True
        self.rail.mark(entry.key)
        try:
            for _ in self.all_pieces(entry):
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
                if not isValid(self) or self.parent() is not parent:
                    return False
        finally:
            self.is_making = False
        return True

    def all_pieces(self, entry: Entry) -> Steps:
        """Make a page with its places and its first picture, which nobody sees: what is left is to show it."""
        yield from self.making_ready(entry)
        yield
        self.place_ready(entry)
        yield
        self.draw_ready(entry)
        yield

    def place_ready(self, entry: Entry) -> None:
        """Have everything in a page that was made beforehand take its place."""
        page = self._ready.get(entry.key)
        if page is not None:
            page.resize(self._stack.size())
            _draw_unseen(page, QRect(0, 0, 1, 1))

    def draw_ready(self, entry: Entry) -> None:
        """Have such a page draw its pictures and letters once."""
        page = self._ready.get(entry.key)
        if page is not None:
            _draw_unseen(page, page.rect())

    def bring(self, place: QWidget) -> None:
        """Bring the page to the front that contains ``place``."""
        for key, page in self._pages.items():
            if page.isAncestorOf(place):
                self.show_page(key)

    def go_to(self, target: object) -> None:
        """Show ``key/id`` (a record), ``key:filter`` or ``key`` (a workspace)."""
        key, slash, identity = str(target).partition("/")
        key, colon, name = (key, "", "") if slash else key.partition(":")
        page = self.show_page(key) if self._make(key) else None
        if page is not None and slash:
            page.reveal(identity)
        elif page is not None and colon:
            page.apply_filter(name)

    def save_states(self) -> dict[str, Any]:
        """The layout of every page: as it is where built, as remembered where not."""
        return self._states | {key: page.save_state() for key, page in self._pages.items()}

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.rail.set_narrow(self.width() < em(NARROW))
        super().resizeEvent(event)


def _draw_unseen(page: Page, place: QRect) -> None:
    """Have a hidden page lay itself out and draw ``place`` of it.

    Qt takes hidden widgets for visible while it does so; what splitters and scroll areas show meanwhile stays shown,
    and would be painted over the page in front. It is hidden again, to be seen with its page.
    """
    page.grab(place)
    for part in page.findChildren(QWidget):
        if part.isVisible():
            part.hide()
            part.show()
