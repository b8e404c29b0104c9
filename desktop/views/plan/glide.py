"""Zooming as one movement of a moment instead of a jump, so that the eye keeps what lies at the pointer."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.views.motion import moves

if TYPE_CHECKING:
    from desktop.charts.timescale import Timescale
    from desktop.views.plan.time_area import TimeArea

SECONDS = 0.12
FRAME = 15
"""Milliseconds from one frame to the next."""


class Glide(QObject):
    """Takes one time area from a scale to another. What is asked meanwhile goes on from where it has come to."""

    seconds = SECONDS
    """How long a movement takes; 0 jumps."""

    def __init__(self, area: TimeArea) -> None:
        super().__init__(area)
        self._area = area
        self._begun = 0.0
        self._from: Timescale | None = None
        self._target, self._x = 0.0, 0.0
        self._stepping = False
        self._clock = QTimer(self)
        self._clock.setInterval(FRAME)
        self._clock.timeout.connect(self._step)

    def zoom(self, factor: float, x: float) -> None:
        """Magnify around ``x``."""
        area = self._area
        target = (self._target if self._clock.isActive() else area.scale.scale) * factor
        if not self.seconds or not moves() or not area.isVisible():
            area.zoom(factor, x)
            return
        self._from, self._x, self._begun = area.scale, x, perf_counter()
        self._target = area.scale.scaled(target, x).scale
        self._clock.start()

    def _step(self) -> None:
        assert self._from is not None
        share = min((perf_counter() - self._begun) / self.seconds, 1.0)
        eased = 1 - (1 - share) ** 2
        begun = self._from.scale
        scale = self._target if share == 1.0 else begun * (self._target / begun) ** eased
        if share == 1.0:
            self._clock.stop()
        self._stepping = True
        try:
            self._area.set_scale(self._from.scaled(scale, self._x))
        finally:
            self._stepping = False

    def give_way(self) -> None:
        """Something else moves the area: stay where this has come to."""
        if not self._stepping:
            self._clock.stop()
