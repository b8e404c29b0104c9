"""Levels a snapshot of the plan away from the interface thread, and tries out what is chosen of the moves."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop.domain.levelling import Levelling, Move, gains, level_plan, outcome
from desktop.domain.project import Project
from desktop.views.background import Background, Wish

TOGETHER = 200
"""Moves that are measured between two messages."""


class Leveller(Background):
    """``found`` carries a :class:`Levelling`, ``tried`` an :class:`Outcome`, ``measured`` the finish by task id."""

    found = Signal(object)
    tried = Signal(object)
    measured = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._enough = threading.Event()
        self._busy = threading.Lock()  # one trial at a time: of many clicks only the last is of interest

    def search(self, project: Project, *, within_float: bool, seconds: float) -> None:
        """Level ``project``, a snapshot, and then measure what each move does by itself."""
        self.call_off()
        self._enough = enough = threading.Event()

        def work(wish: Wish) -> None:
            def stop() -> bool:
                return enough.is_set() or wish.is_off()

            made = level_plan(project, within_float=within_float, seconds=seconds, cancelled=stop)
            wish.say("found", made)
            effects: dict[str, dt.datetime] = {}
            for first in range(0, max(len(made.moves), 1), TOGETHER):
                moves = made.moves[first : first + TOGETHER]
                effects |= gains(made.before, moves, wish.is_off)
                wish.say("measured", effects.copy())

        self._begin("search", work)

    def stop(self) -> None:
        """End the search; the best that was found so far is delivered."""
        self._enough.set()

    def try_out(self, made: Levelling, moves: Sequence[Move]) -> None:
        """Say what the plan comes to with ``moves`` alone."""
        before = made.before

        def work(wish: Wish) -> None:
            with self._busy:
                if wish.is_off():
                    return
                result = outcome(before.project, moves, before.schedule)
            wish.say("tried", result)

        self._begin("trial", work)
