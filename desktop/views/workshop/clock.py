"""The time of a workshop: how long it has lasted, or how much is left of what was given to a topic."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

SECOND = 1000
"""Milliseconds."""


class Clock(QObject):
    """Counts up, or down from some minutes and then beyond. ``ticked`` comes every second."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._began = self._since = self.now()
        self._minutes = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.ticked)
        self._timer.start(SECOND)

    @staticmethod
    def now() -> float:
        """Seconds; a clock that nobody puts forward or back."""
        return time.monotonic()

    @property
    def minutes(self) -> int:
        """Counted down from; 0 while it counts up."""
        return self._minutes

    def count_up(self) -> None:
        """How long the workshop has lasted."""
        self._minutes, self._since = 0, self._began
        self.ticked.emit()

    def count_down(self, minutes: int) -> None:
        """From now on."""
        self._minutes, self._since = minutes, self.now()
        self.ticked.emit()

    @property
    def is_over(self) -> bool:
        """Whether the time that was given has passed."""
        return self._minutes > 0 and self._seconds() < 0

    def _seconds(self) -> int:
        passed = int(self.now() - self._since)
        return self._minutes * 60 - passed if self._minutes else passed

    @property
    def text(self) -> str:
        """``1:02:03``; what is too long with a plus in front."""
        seconds = self._seconds()
        hours, rest = divmod(abs(seconds), 3600)
        return f"{'+' if seconds < 0 else ''}{hours}:{rest // 60:02d}:{rest % 60:02d}"

    def stop(self) -> None:
        """The workshop is over."""
        self._timer.stop()
