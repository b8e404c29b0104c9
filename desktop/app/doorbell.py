"""Two programs of one person: who asks for a file that the other has open brings the other's window to the front.

A request is a small file in a folder that every running program watches; whoever has the project open takes it away.
Nothing listens on a network, and a request that nobody takes is taken back.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

PATIENCE, STEP = 2000, 50
"""Milliseconds that an answer is waited for, and between two looks."""
LONGEST = 32_767
"""Characters of a path."""
ENDING = ".ask"


class Doorbell(QObject):
    """``answer`` brings the window of a file to the front; False where this program does not have it open."""

    def __init__(self, folder: Path, answer: Callable[[Path], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder, self._answer = folder, answer
        self._name = f"{os.getpid()}-{os.urandom(4).hex()}"
        self._watcher: QFileSystemWatcher | None = None

    def listen(self) -> None:
        """Answer from now on; where the folder cannot be had nobody is answered."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._watcher = QFileSystemWatcher([str(self.folder)], self)
            self._watcher.directoryChanged.connect(self._look)

    def _look(self) -> None:
        with contextlib.suppress(OSError):
            for asked in sorted(self.folder.glob(f"*{ENDING}")):
                if not asked.name.startswith(self._name):
                    self._consider(asked)

    def _consider(self, asked: Path) -> None:
        with contextlib.suppress(OSError, ValueError):
            if asked.stat().st_size <= 4 * LONGEST and self._answer(Path(asked.read_text(encoding="utf-8"))):
                asked.unlink()

    def ring(self, path: Path, answered: Callable[[], object]) -> None:
        """Ask the other programs of this person for ``path``; ``answered`` is called where one has shown it."""
        asked = self.folder / f"{self._name}{ENDING}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            written = asked.with_suffix(".part")
            written.write_text(str(path.absolute()), encoding="utf-8")
            written.replace(asked)
        except (OSError, ValueError):
            return
        left = PATIENCE // STEP
        timer = QTimer(self, interval=STEP)

        def look() -> None:
            nonlocal left
            left -= 1
            there = asked.exists()
            if there and left > 0:
                return
            timer.stop()
            timer.deleteLater()
            if there:
                with contextlib.suppress(OSError):
                    asked.unlink()
            else:
                answered()

        timer.timeout.connect(look)
        timer.start()
