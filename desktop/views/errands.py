"""Reading and writing large files while the window goes on; small ones are done at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication

from desktop.domain.rejection import Rejected
from desktop.i18n import tr
from desktop.views.background import Background, Wish

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

LARGE_FILE, LARGE_PLAN = 500_000, 2000
"""Bytes and tasks from which on nobody is made to wait."""
Work = Callable[[Callable[[], bool]], Any]
"""What is to be done in whatever thread; it may look whether it is called off."""


class Errands(Background):
    """One errand of a window at a time; a newer one takes the place of the one before."""

    done = Signal(object)
    refused = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._then: Callable[[Any], object] = lambda _: None
        self.done.connect(self._done)
        self.refused.connect(self._refuse)
        self.broken.connect(self._raise)
        window.destroyed.connect(self.retire)

    def run(self, sentence: str, work: Work, then: Callable[[Any], object], *, large: bool) -> None:
        """Do ``work`` and give what comes of it to ``then``; in a thread, and saying ``sentence``, where it is large.

        A refusal is told by the banner, and nothing comes then.
        """
        self.give_up()
        if not large:
            self._at_once(work, then)
            return
        self._then = then
        waiting = self._window.waiting
        waiting.say(sentence)
        waiting.begin()

        def run(wish: Wish) -> None:
            try:
                found = work(wish.is_off)
            except Rejected as refusal:
                wish.say("refused", refusal)
            else:
                wish.say("done", found)

        self._begin("errand", run)

    def _at_once(self, work: Work, then: Callable[[Any], object]) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            found = work(bool)
        except Rejected as refusal:
            self._window.show_refusal(refusal)
            return
        finally:
            QApplication.restoreOverrideCursor()
        then(found)

    def give_up(self) -> None:
        """Nothing more comes of what is under way."""
        self.call_off()
        self._window.waiting.end()

    def stop(self) -> None:
        """The person does not want to wait any longer."""
        self.give_up()
        self._window.status.show_done(tr("Nothing was changed"))

    def _done(self, found: object) -> None:
        self._window.waiting.end()
        self._then(found)

    def _refuse(self, refusal: Rejected) -> None:
        self._window.waiting.end()
        self._window.show_refusal(refusal)

    def _raise(self, error: Exception) -> None:
        self._window.waiting.end()
        raise error
