"""What was open when the program last came to an end that nobody asked for: it opens where it was, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop.domain.display import moment_text
from desktop.i18n import tr
from desktop.views.banner import NOTICE
from desktop.views.menus import step_name
from desktop.views.pages import find_entry
from desktop.views.settings import OPEN

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

FIRST_PAGE = "overview"
LATER = 1000
"""Milliseconds after which another page in front is noted: the disk is not waited for while it is shown."""


class Sitting:
    """One project in one window, from its opening to its closing; a note of it in the settings outlives a crash.

    Files are known by their place: who edits one has it alone. Those that are open for reading only are not noted.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        document = window.document
        self._key = str(document.path) if document is not None and not document.read_only else ""
        left = window.program.settings.mapping(OPEN).get(self._key) if self._key else None
        self.broken_off = isinstance(left, str)
        """Whether the sitting before was never ended."""
        self.page = left if isinstance(left, str) and find_entry(left) is not None else FIRST_PAGE
        """Where to begin."""
        self._later = QTimer(window)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER)
        self._later.timeout.connect(self._note)
        self._is_noted = False

    def keep(self, page: str) -> None:
        """Note the page that is in front: at once that there is a sitting, a little later what it turns to."""
        if self._key and page:
            self.page = page
            if self._is_noted:
                self._later.start()
            else:
                self._note()

    def _note(self) -> None:
        self._is_noted = True
        settings = self._window.program.settings
        settings.keep(OPEN, settings.mapping(OPEN) | {self._key: self.page})

    def end(self) -> None:
        """It was closed as it should be."""
        self._later.stop()
        self._later.deleteLater()
        settings = self._window.program.settings
        noted = settings.mapping(OPEN)
        if noted.pop(self._key, None) is not None:
            settings.keep(OPEN, noted)

    def tell(self) -> None:
        """Say what was kept, where the sitting before broke off and nothing more urgent is said."""
        document, banner = self._window.document, self._window.banner
        if not self.broken_off or document is None or banner.kind:
            return
        last = next(iter(document.history(1)), None)
        if last is None:
            return
        banner.show_sentence(
            tr(
                "Pilotage did not end as it should last time. Everything that was entered is here, up to “{step}” on "
                "{time}.",
                step=step_name(last.changes), time=moment_text(last.changes.at),
            ),
            NOTICE,
        )  # fmt: skip
        banner.offer(tr("History…"), self._window.commands.show_history)
