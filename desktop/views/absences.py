"""Which files are not there, found out without waiting for a drive that does not answer."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

PATIENCE = 50
"""Milliseconds between two looks at what was found."""


class Absences(QObject):
    """Looks for files, each in a thread of its own: a share that is away answers after half a minute or never.

    The threads know nothing of Qt, and whoever leaves the program does not wait for them.
    """

    found = Signal(object)
    """Path of a file that is not there, or cannot be seen."""

    def __init__(self, paths: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = set(paths)
        self._there: dict[str, bool] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tell)
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        for path in self._open:
            threading.Thread(target=_look, args=(path, self._there), daemon=True).start()
        if self._open:
            self._timer.start(PATIENCE)

    def _tell(self) -> None:
        for path in [path for path in self._open if path in self._there]:
            self._open.remove(path)
            if not self._there[path]:
                self.found.emit(path)
        if not self._open:
            self._timer.stop()


def _look(path: str, there: dict[str, bool]) -> None:
    there[path] = os.path.exists(path)  # noqa: PTH110 - Path.exists() raises where a folder may not be looked into
