"""Tries commands on a copy of the plan away from the interface."""

from __future__ import annotations

import threading

from PySide6.QtCore import Signal

from desktop.domain.commands.plan import ApplyHolidays
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, schedule
from desktop.domain.session import Command
from desktop.models.holidays import HolidayTrial
from desktop.models.moved_tasks import Moves
from desktop.models.preview import Preview
from desktop.models.workspace import Workspace
from desktop.views.background import Background, Wish


class Trials(Background):
    """``moved`` carries :class:`Moves`, ``holidays`` a :class:`HolidayTrial`.

    A schedule is made anew in the thread that works: calendars grow as they are asked, so that nobody else may ask
    those of this one at the same time.
    """

    moved = Signal(object)
    holidays = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._busy = threading.Lock()
        self._known: tuple[Project, Schedule] | None = None
        self._project: Project | None = None
        workspace.changed.connect(self.forget)
        self.forget()

    def forget(self) -> None:
        """Begin anew from the project as it is."""
        self._project = self._workspace.project.snapshot()

    def try_out(self, command: Command) -> None:
        """What ``command`` would move."""
        self._run("moves", command)

    def try_holidays(self, command: ApplyHolidays) -> None:
        """What a list of holidays would change."""
        self._run("holidays", command)

    def _run(self, name: str, command: Command) -> None:
        project, session = self._project, self._workspace.session
        assert project is not None
        now, author = session.now(), session.author

        def work(wish: Wish) -> None:
            with self._busy:
                if wish.is_off():
                    return
                planned = self._planned(project)
                preview = Preview.apart(project, planned, now, author)
                preview.show(command)
                if isinstance(command, ApplyHolidays):
                    wish.say("holidays", HolidayTrial(project, preview, planned, command.id))
                else:
                    wish.say("moved", Moves(preview, planned))

        self._begin(name, work)

    def _planned(self, project: Project) -> Schedule:
        """The schedule of the plan as it is, made once for every state of it."""
        if self._known is None or self._known[0] is not project:
            self._known = project, schedule(project)
        return self._known[1]
