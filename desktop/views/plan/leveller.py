"""Levels a snapshot of the plan away from the interface thread, and tries out what is chosen of the moves.

Results come back as signals. A newer wish calls off the one before it, and what comes late is not delivered.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, Signal

from desktop.domain.levelling import Levelling, Move, gains, level_plan, outcome
from desktop.domain.project import Project

TOGETHER = 200
"""Moves that are measured between two messages."""


class Leveller(QObject):
    """``found`` carries a :class:`Levelling`, ``tried`` an :class:`Outcome`, ``measured`` the finish by task id.

    ``broken`` carries any exception, to be raised where it is reported. Call :meth:`retire` when it is not needed
    any more: it belongs to the application and goes once its work has ended, in the thread of the interface. Whoever
    let the last piece of work take it along would have it destroyed in a thread of the pool, messages under way.
    """

    found = Signal(object)
    tried = Signal(object)
    measured = Signal(object)
    broken = Signal(object)
    _made = Signal(str, int, object)
    """Name of a signal, the wish that it answers and what it carries: on its way from the thread that worked."""

    _ended = Signal()

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self._made.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._jobs, self._retired = 0, False
        self._search = self._trial = 0
        self._enough = threading.Event()
        self._busy = threading.Lock()  # one trial at a time: of many clicks only the last is of interest

    def search(self, project: Project, *, within_float: bool, seconds: float) -> None:
        """Level ``project``, a snapshot, and then measure what each move does by itself."""
        self.call_off()
        serial = self._search
        self._enough = enough = threading.Event()

        def work() -> None:
            def stop() -> bool:
                return enough.is_set() or serial != self._search

            made = level_plan(project, within_float=within_float, seconds=seconds, cancelled=stop)
            self._made.emit("found", serial, made)
            effects: dict[str, dt.datetime] = {}
            for first in range(0, max(len(made.moves), 1), TOGETHER):
                moves = made.moves[first : first + TOGETHER]
                effects |= gains(made.before, moves, lambda: serial != self._search)
                self._made.emit("measured", serial, effects.copy())

        self._start(work)

    def stop(self) -> None:
        """End the search; the best that was found so far is delivered."""
        self._enough.set()

    def try_out(self, made: Levelling, moves: Sequence[Move]) -> None:
        """Say what the plan comes to with ``moves`` alone."""
        self._trial += 1
        serial = self._trial
        before = made.before

        def work() -> None:
            with self._busy:
                if serial != self._trial:
                    return
                result = outcome(before.project, moves, before.schedule)
            self._made.emit("tried", serial, result)

        self._start(work)

    def _deliver(self, name: str, serial: int, made: object) -> None:
        """In the thread of the interface, where wishes are made: what was called off meanwhile is not delivered."""
        if serial == (self._trial if name == "tried" else self._search):
            getattr(self, name).emit(made)

    def call_off(self) -> None:
        """Nothing more comes of what was asked for so far."""
        self._search += 1
        self._trial += 1

    def retire(self) -> None:
        """Call everything off and go as soon as that has ended."""
        if not self._retired:
            self.call_off()
            self._retired = True
            self._go()

    def _start(self, work: Callable[[], None]) -> None:
        def run() -> None:
            try:
                work()
            except Exception as error:  # a thread of the pool has nobody to tell
                self.broken.emit(error)
            self._ended.emit()

        self._jobs += 1
        QThreadPool.globalInstance().start(run)

    def _end(self) -> None:
        self._jobs -= 1
        self._go()

    def _go(self) -> None:
        if self._retired and not self._jobs:
            self.deleteLater()
