"""Parts of the page whose figures a large plan makes wait for: they are made in a thread and shown together."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.project import Project
from desktop.i18n import tr
from desktop.models.control import ControlBook
from desktop.views.background import Background, Wish
from desktop.views.control.panel import Panel
from desktop.views.waiting import Waiting

Work = Callable[[Project, Callable[[], bool]], Any]
"""Makes figures of a snapshot, and may look whether it is called off; looks at nothing else that changes."""


class Reckoner(Background):
    """``made`` carries (key, figures). One piece of work at a time: figures that are known may be asked for others."""

    made = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._busy = threading.Lock()

    def reckon(self, key: Hashable, project: Project, work: Work, needed: str = "") -> None:
        """Do ``work`` on a snapshot; ``needed`` is a module that showing it will need, which takes a while to load.

        It may know nothing of Qt, whose classes are made in the thread of the interface alone.
        """

        def run(wish: Wish) -> None:
            with self._busy:
                if wish.is_off():
                    return
                found = work(project, wish.is_off)
                if needed and not wish.is_off():
                    importlib.import_module(needed)
            wish.say("made", (key, found))

        self._begin("reckon", run)


class ReckonedPanel(Panel):
    """Subclasses say in :meth:`refresh` what they need (:meth:`need`) and show it in :meth:`show_figures`."""

    def __init__(self, book: ControlBook, parent: QWidget | None = None) -> None:
        super().__init__(book, parent)
        self.waiting = Waiting(tr("Working out the figures of the plan as it stands …"))
        self.waiting.sentence.setText("")  # it stands in place of the result already
        self.waiting.stopped.connect(self._stop)
        self.reckoner = Reckoner()
        self.destroyed.connect(self.reckoner.retire)
        self.reckoner.made.connect(self._take)
        self.reckoner.broken.connect(self._raise)

    def show_figures(self, found: Any) -> None:
        """Show what :meth:`need` asked for."""
        raise NotImplementedError

    def tell_waiting(self, sentence: str) -> None:
        """Say in place of the result why there is none."""
        raise NotImplementedError

    def need(self, key: Hashable, work: Work, at_once: Callable[[], Any], needed: str = "") -> None:
        """Show the figures of ``key``: by ``at_once`` where the plan is small, else what ``work`` makes in a thread."""
        known = self.book.known(key)
        if known is None and self.book.is_large:
            self.tell_waiting(tr("Working out the figures of the plan as it stands …"))
            self.waiting.begin()
            self.reckoner.reckon(key, self.book.workspace.project.snapshot(), work, needed)
            return
        self.call_off()
        self.show_figures(at_once() if known is None else known)

    def call_off(self) -> None:
        """Nothing more comes of what is being made."""
        self.reckoner.call_off()
        self.waiting.end()

    def _take(self, made: tuple[Hashable, Any]) -> None:
        self.waiting.end()
        self.show_figures(self.book.keep(*made))

    def _stop(self) -> None:
        self.call_off()
        self.tell_waiting(tr("It was stopped. Choose again to begin it anew."))

    def _raise(self, error: Exception) -> None:
        self.waiting.end()
        raise error

    def _outdate(self) -> None:
        self.call_off()
        super()._outdate()
