"""Tries out, away from the interface thread, which changes would bring a task forward."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule
from desktop.domain.scheduling.levers import find_levers
from desktop.views.background import Background, Wish


class LeverSearch(Background):
    """``found`` carries a :class:`Lever`, ``stepped`` how many changes were tried; ``ended`` comes last."""

    found = Signal(object)
    stepped = Signal(object)
    ended = Signal()

    def start(self, planned: Schedule, project: Project, task: str) -> None:
        """Search in ``project``, a snapshot, whose dates are ``planned``."""

        def work(wish: Wish) -> None:
            for tried, lever in find_levers(planned, project, task, wish.is_off):
                wish.say("stepped", tried)
                if lever is not None:
                    wish.say("found", lever)
            wish.say("ended")

        self._begin("search", work)
