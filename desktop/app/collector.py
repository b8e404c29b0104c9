"""Garbage is collected in the thread of the interface and nowhere else.

Python collects in whatever thread happens to allocate. When that is a worker, it takes widgets that nobody
refers to any more apart outside the interface's thread, and Qt ends the program. So automatic collection is off while
there are windows, and a timer does in the right thread what Python would have done by its own counts.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

INTERVAL = 500
"""Milliseconds between two looks at how much garbage there may be."""
YOUNG = 5_000
"""New containers since the last collection from which on a young one is worth while."""
OLD_EVERY = 60.0
"""Seconds between two collections of everything: with a large project each takes a moment."""


class Collector(QObject):
    """Made in the thread of the interface; ends with its parent."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._last_old = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(self.collect_what_is_due)
        self._timer.start()

    def collect_what_is_due(self) -> None:
        """Collect the young generations by count, everything now and then."""
        if gc.isenabled():  # somebody turned it on again, such as a library after work of its own
            gc.disable()
        if gc.get_count()[0] < YOUNG:
            return
        if time.monotonic() - self._last_old > OLD_EVERY:
            self.collect_all()
        else:
            gc.collect(1)

    def collect_all(self) -> None:
        """Collect everything: when a project was closed, and now and then."""
        gc.collect()
        self._last_old = time.monotonic()

    def stop(self) -> None:
        """Leave collecting to Python again; only when no window is left."""
        self._timer.stop()
        gc.enable()
