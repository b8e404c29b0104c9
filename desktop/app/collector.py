"""Garbage is collected in the thread of the interface and nowhere else, and never for long while somebody works.

Python collects in whatever thread happens to allocate. When that is a worker, it takes widgets that nobody
refers to any more apart outside the interface's thread, and Qt ends the program. So automatic collection is off while
there are windows, and a timer does in the right thread what Python would have done by its own counts.

To walk over an opened project takes a tenth of a second and more. So whatever has grown old, or came in a burst, is set
aside (``gc.freeze``, which takes no time) and walked over no more, until nobody has touched the program for a while:
then everything is looked through, as something may have been thrown away in circles meanwhile. That cannot be done in
pieces. Where it would be felt by somebody who comes back in that moment, it waits until another program is in front or
nobody has been there for long, unless much has gathered.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication

from desktop import garbage

INTERVAL = 500
"""Milliseconds between two looks at how much garbage there may be."""
YOUNG = 5_000
"""New containers since the last collection from which on a young one is worth while."""
BURST = 20_000
"""New containers that came at once, so that they are a project or what is worked out of one: they stay."""
OLD = 20_000
"""Containers that outlived a young collection, which are walked over once more and set aside; with those that are new,
some thousandths of a second."""
UNSEEN, MANY_UNSEEN = 20_000, 1_000_000
"""Containers set aside from which on looking through all is worth while, and is urgent."""
QUIET, SHORT_QUIET = 30.0, 3.0
"""Seconds in which the program does next to nothing before all is looked through; the second where that is urgent."""
FELT = 0.08
"""Seconds that a look through all may take in any such pause."""
AWAY, LONG_QUIET = 5.0, 300.0
"""Seconds of quiet after which one that takes longer is worth while: with another program in front, and in any case."""
GROWN = 4 / 3
"""Times as many containers as there were, from which on it is not put off for so long."""
A_CONTAINER = 4e-7
"""Seconds for each container that is looked at, until that has been measured."""
SWEEP_EVERY = 120.0
"""Seconds from one look through all to the next."""
BUSY = 0.02
"""Share of its time that the interface's thread computes while somebody works with it."""


class Collector(QObject):
    """Made in the thread of the interface; ends with its parent."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        garbage.take_over()
        self._old = self._unseen = 0
        self._held = 0
        """Containers that were left by the last look through all, or there when a project was opened since."""
        self._each = A_CONTAINER
        self._is_waiting = False
        """For an edit to come to its end."""
        self._quiet_since = self._swept = time.monotonic()
        self._computed = time.thread_time()
        self._cursor = QCursor.pos()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(self.collect_what_is_due)
        self._timer.start()

    def collect_what_is_due(self) -> None:
        """Collect what is young by count, set aside what is old, look through all while nobody works."""
        if gc.isenabled():  # somebody turned it on again, such as a library after work of its own
            garbage.take_over()
        quiet = self._quiet()
        new = gc.get_count()[0]
        if new >= BURST:
            self._set_aside(new)
        elif new >= YOUNG:
            self._old += new - gc.collect(1)
            if self._old >= OLD:
                gc.collect()
                self._set_aside()
        if self._unseen >= UNSEEN and time.monotonic() - self._swept >= SWEEP_EVERY and self._is_moment(quiet):
            self.sweep()
        self._computed = time.thread_time()  # collecting is not work

    def sweep(self) -> None:
        """Look through everything, also what is set aside: of a large project it takes some tenths of a second."""
        count, began = gc.get_freeze_count(), time.thread_time()
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        if count:
            self._each = (time.thread_time() - began) / count
        self._held = gc.get_freeze_count()
        self._old = self._unseen = 0
        self._swept = time.monotonic()

    def _is_moment(self, quiet: float) -> bool:
        """Whether it has been ``quiet`` for long enough to look through all, by how long that takes."""
        enough = SHORT_QUIET if self._unseen >= MANY_UNSEEN else QUIET
        if (self._held + self._unseen) * self._each <= FELT:
            return quiet >= enough
        if quiet >= (LONG_QUIET if is_in_front() else AWAY):
            return True
        most = self._held * GROWN
        return quiet >= enough and self._held + self._unseen >= most and gc.get_freeze_count() >= most

    def collect_insides(self) -> None:
        """The insides of a window were made anew: what is left of those before goes, and nothing else is looked at."""
        if self._timer.isActive():
            gc.collect()

    def set_aside(self) -> None:
        """Much has been made that will stay, such as an opened project."""
        if self._timer.isActive():
            self._set_aside(max(UNSEEN, gc.get_count()[0]))
            self._held = gc.get_freeze_count()

    def _set_aside(self, more: int = 0) -> None:
        gc.freeze()
        self._unseen += self._old + more
        self._old = 0

    def _quiet(self) -> float:
        """Seconds since when the interface has had next to nothing to do, and the pointer lies still."""
        now, computed, cursor = time.monotonic(), time.thread_time(), QCursor.pos()
        if computed - self._computed > BUSY * INTERVAL / 1000 or cursor != self._cursor:
            self._quiet_since = now
        self._computed, self._cursor = computed, cursor
        return now - self._quiet_since

    def go_around_edit(self, begins: bool) -> None:
        """An edit of many records ``begins``, or is over: what it made stays, and is never walked over."""
        if begins and self._timer.isActive():
            self._timer.stop()
            if gc.get_count()[0] < BURST:
                gc.collect()
            self._is_waiting = True
        elif not begins and self._is_waiting:
            self._is_waiting = False
            self._set_aside(max(UNSEEN, gc.get_count()[0]))
            self._timer.start()

    def stop(self) -> None:
        """Leave collecting to Python again; only when no window is left."""
        self._timer.stop()
        self._is_waiting = False
        gc.unfreeze()
        garbage.give_back()


def is_in_front() -> bool:
    """Whether somebody may be looking at a window of this program and about to go on with it."""
    return QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
