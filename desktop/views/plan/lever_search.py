"""Tries out, away from the interface thread, which changes would bring a task forward.

What is found comes back as signals while the search goes on; what comes after it was called off is not delivered.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule
from desktop.domain.scheduling.levers import find_levers


class LeverSearch(QObject):
    """``found`` carries a :class:`Lever`, ``stepped`` how many changes were tried; ``ended`` comes last.

    ``broken`` carries any exception, to be raised where it is reported. Made without a parent and kept by whoever
    uses it: work under way keeps it alive until it ends.
    """

    found = Signal(object)
    stepped = Signal(int)
    ended = Signal()
    broken = Signal(object)
    _made = Signal(int, str, object)
    """The search that it answers, the name of a signal and what it carries: on its way from the thread that worked."""

    def __init__(self) -> None:
        super().__init__()
        self._made.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._serial = 0

    def start(self, planned: Schedule, project: Project, task: str) -> None:
        """Search in ``project``, a snapshot, whose dates are ``planned``."""
        self.call_off()
        serial = self._serial

        def work() -> None:
            try:
                for tried, lever in find_levers(planned, project, task, lambda: serial != self._serial):
                    self._made.emit(serial, "stepped", tried)
                    if lever is not None:
                        self._made.emit(serial, "found", lever)
                self._made.emit(serial, "ended", None)
            except Exception as error:  # a thread of the pool has nobody to tell
                self._made.emit(serial, "broken", error)

        QThreadPool.globalInstance().start(work)

    def call_off(self) -> None:
        """Nothing more comes of what was asked for so far."""
        self._serial += 1

    def _deliver(self, serial: int, name: str, carried: object) -> None:
        if serial != self._serial:
            return
        if name == "ended":
            self.ended.emit()
        else:
            getattr(self, name).emit(carried)
