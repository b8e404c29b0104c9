"""What a command would do, on a copy: nothing is changed, stored or announced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop.domain.changes import Large, Most, Transaction
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import Schedule
from desktop.domain.scheduling.scratch import Scratch
from desktop.domain.session import Command
from desktop.domain.trial import outcome, written
from desktop.models.workspace import Workspace


class Preview:
    """A copy of the project on which commands are tried one after the other, each from the start.

    Records are frozen and shared, so the copy costs a millisecond; the schedule of a trial uses
    again whatever of the present one still holds. Where trials are ``passing``, each takes the room of the last
    one, whose schedule nobody may look at any more.
    """

    def __init__(self, workspace: Workspace, *, passing: bool = False) -> None:
        session = workspace.session
        scratch = Scratch(workspace.schedule) if passing else None
        self._begin(workspace.project, workspace.schedule, session.now, session.author, scratch)

    @classmethod
    def apart(cls, project: Project, planned: Schedule, now: dt.datetime, author: str) -> Preview:
        """A trial in a thread of its own: ``planned`` belongs to nobody else, and ``project`` is a snapshot."""
        made = cls.__new__(cls)
        made._begin(project, planned, lambda: now, author)
        return made

    def _begin(
        self,
        project: Project,
        planned: Schedule,
        now: Callable[[], dt.datetime],
        author: str,
        scratch: Scratch | None = None,
    ) -> None:
        self._now, self._author = now, author
        self._before, self._scratch = planned, scratch
        self.project: Project = project.snapshot()
        self.schedule: Schedule = self._before
        self.refusal: Rejected | None = None
        """Why the last command tried would be refused."""
        self._tx: Transaction | None = None
        self._tried: Command | None = None

    def show(self, command: Command | None, most: Most | None = None) -> bool:
        """Try ``command`` in place of the last one; whether anything differs from the last trial.

        Raises :class:`Large` where it comes to more than ``most``; nothing more can be tried then.
        """
        if command == self._tried:
            return False
        self._tried = command
        if self._tx is not None:
            self._tx.rollback()
        self._tx, self.schedule, self.refusal = None, self._before, None
        if command is None:
            return True
        self._tx = tx = Transaction(
            self.project, now=self._now(), author=self._author, schedule=self._before, most=most
        )
        try:
            self.schedule = outcome(tx, self._before, command, self._scratch).schedule
        except Large:
            self._tx = None
            raise
        except Rejected as refusal:
            self._tx, self.refusal = None, refusal
        return True


class OutlinePreview:
    """A copy of the project on which moves of rows are tried, to see what becomes of the outline; dates are not."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace, self._session = workspace, workspace.session
        self._dated: Preview | None = None
        self.project: Project = workspace.project.snapshot()
        self._outline = self.project.outline_state()
        self.refusal: Rejected | None = None
        """Why the last move tried would be refused."""
        self._tx: Transaction | None = None
        self._tried: Command | None = None

    def show(self, command: Command | None) -> None:
        """Try ``command`` in place of the last one."""
        if command == self._tried:
            return
        self._tried = command
        if self._tx is not None:
            self._tx.rollback()
            self.project.outline_is_again(self._outline)
        self._tx = self.refusal = None
        if command is None:
            return
        tx = Transaction(self.project, now=self._session.now(), author=self._session.author)
        try:
            written(tx, command)
        except Rejected as refusal:
            self.project.outline_is_again(self._outline)
            self.refusal = refusal
        else:
            self._tx = tx
            self.refusal = self._circle(tx, command)

    def _circle(self, tx: Transaction, command: Command) -> Rejected | None:
        """A circle of links that a move would close: only links of summaries above the new place can, so that
        dates need not be asked for any other.
        """
        project = self.project
        for change in tx.changes():
            above = project.find(Task, change.id)
            seen: set[str] = set()
            while above is not None and above.parent is not None and above.parent not in seen:
                seen.add(above.parent)
                if project.predecessors(above.parent) or project.successors(above.parent):
                    self._dated = self._dated or Preview(self._workspace)
                    self._dated.show(command)
                    return self._dated.refusal
                above = project.find(Task, above.parent)
        return None
