"""Looks through an open file in the background, so that damage is found before it is built on."""

from __future__ import annotations

import contextlib
import threading

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from desktop.views.problem import log
from desktop.views.program import Document


class SoundnessCheck(QObject):
    """``damaged`` says that the file no longer holds what was written into it; silence is good news."""

    damaged = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._stop = threading.Event()
        QThreadPool.globalInstance().start(QRunnable.create(self._run))

    def stop(self) -> None:
        """Give up; nothing is said any more."""
        self._stop.set()

    def _run(self) -> None:
        """On a worker thread: compare every row with its digest."""
        try:
            found = self._document.is_damaged(self._stop.is_set)
        except Exception as error:  # whatever hinders the check must not disturb the work
            log.warning("the file could not be checked: %s", type(error).__name__)
            return
        if found and not self._stop.is_set():
            with contextlib.suppress(RuntimeError):  # the window was closed this very moment
                self.damaged.emit()
