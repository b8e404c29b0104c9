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
"""Seconds between two collections of everything but what is set aside."""
LONG = 0.03
"""Seconds of a collection from which on what it left is set aside."""


class Collector(QObject):
    """Made in the thread of the interface; ends with its parent."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._last_old = time.monotonic()
        self._is_set_aside = False
        self._is_waiting = False
        """For an edit to come to its end."""
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
        """Collect everything but what is set aside: now and then."""
        began = time.thread_time()
        gc.collect()
        if time.thread_time() - began > LONG:  # so that the next one does not take as long
            gc.freeze()
        self._last_old = time.monotonic()

    def collect_insides(self) -> None:
        """The insides of a window were made anew: what is left of those before goes, and nothing else is looked at."""
        if self._timer.isActive():
            gc.collect()
            self._last_old = time.monotonic()

    def set_aside(self) -> None:
        """Much has been made that will stay, such as an opened project: walking over it takes a fifth of a second.

        What was set aside before is looked through first; some of it may have been thrown away since.
        """
        if not self._timer.isActive():
            return
        if self._is_set_aside:
            gc.unfreeze()
            gc.collect()
        gc.freeze()
        self._is_set_aside = True
        self._last_old = time.monotonic()

    def go_around_edit(self, begins: bool) -> None:
        """An edit of many records ``begins``, or is over: what it made stays, and is never walked over."""
        if begins and self._timer.isActive():
            self._timer.stop()
            gc.collect()
            self._is_waiting = True
        elif not begins and self._is_waiting:
            gc.freeze()
            self._is_set_aside, self._is_waiting = True, False
            self._timer.start()

    def stop(self) -> None:
        """Leave collecting to Python again; only when no window is left."""
        self._timer.stop()
        self._is_waiting = False
        gc.unfreeze()
        gc.enable()
