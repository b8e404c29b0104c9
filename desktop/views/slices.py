"""Work in the interface's own thread, done a stretch at a time so that keys and the mouse come through."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

FIRST, LATER = 0.04, 0.012
"""Seconds of computing that the first stretch takes at most, and every later one."""
AT_LEAST = 8
"""Steps of the first stretch whatever they take: what is small is done at once."""
TOGETHER = 0.008
"""Seconds of computing behind which what comes of the work waits for a stretch of its own."""
Steps = Generator[None, None, Any]


def _come_to(value: Any) -> Steps:
    """What the work came to, once it is asked for again."""
    yield from ()
    return value


class Slices(QObject):
    """One piece of work at a time: a newer one takes the place of the one before, of which nothing comes then.

    ``ended``: nothing is under way any more, because it was finished or called off.
    """

    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Steps | None = None
        self._then: Callable[[Any], object] = lambda _: None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self.stretches = 0
        """How many the work took, or has taken so far."""

    @property
    def is_working(self) -> bool:
        """Whether something is under way."""
        return self._steps is not None

    def begin(self, steps: Steps, then: Callable[[Any], object], *, at_once: bool = True) -> bool:
        """Take ``steps`` to their end and give what they come to to ``then``; whether that is done already.

        Exceptions come from here as far as the first stretch goes; ``at_once`` is whether there is one.
        """
        self._steps, self._then, self.stretches = steps, then, 0
        if at_once:
            self._stretch(FIRST, AT_LEAST)
        if self.is_working:
            self._timer.start()
        return not self.is_working

    def call_off(self) -> None:
        """Leave everything as it is."""
        if self._steps is not None:
            self._stop()

    def _stop(self) -> None:
        self._timer.stop()
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.close()
        self.ended.emit()

    def _go_on(self) -> None:
        self._stretch(LATER, 1)

    def _stretch(self, seconds: float, least: int) -> None:
        steps = self._steps
        if steps is None:
            return
        self.stretches += 1
        began, taken = time.thread_time(), 0
        try:
            while taken < least or time.thread_time() < began + seconds:
                next(steps)
                taken += 1
        except StopIteration as end:
            if taken >= least and time.thread_time() > began + TOGETHER:
                self._steps = _come_to(end.value)
                return
            then = self._then
            self._stop()
            then(end.value)
        except BaseException:
            self._stop()
            raise
