"""Keys pressed again and again on the same bars: one step to undo, as typing is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from desktop.domain.changes import ChangeSet
from desktop.domain.session import Command

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart

PAUSE = 1.0
"""Seconds without a key after which the next one begins a step of its own."""


class KeyRun:
    """What the last key did; the next one of its kind takes its place."""

    def __init__(self, chart: GanttChart) -> None:
        self._chart = chart
        self.clock = time.monotonic
        self._kind: tuple[str, tuple[str, ...]] = ("", ())
        self._step: ChangeSet | None = None
        self._total: Any = None
        self._at = 0.0

    def total(self, kind: str, ids: tuple[str, ...], amount: Any) -> Any:
        """``amount`` with what the keys before have come to, where this one goes on with them."""
        return self._total + amount if self._goes_on(kind, ids) else amount

    def _goes_on(self, kind: str, ids: tuple[str, ...]) -> bool:
        last = self._chart.workspace.next_undo
        at_once = self.clock() - self._at < PAUSE
        return at_once and (kind, ids) == self._kind and self._step is not None and self._step is last

    def do(self, kind: str, ids: tuple[str, ...], command: Command, total: Any) -> None:
        """Carry out ``command``, which comes to ``total``, in the place of the key before or as a step of its own."""
        goes_on = self._goes_on(kind, ids)
        done, step = self._chart.do_step(command, instead=goes_on)
        if done:
            self._kind, self._total = (kind, ids), total
        if done or goes_on:  # refused, what the run has come to stands again as another step
            self._step, self._at = step, self.clock()
