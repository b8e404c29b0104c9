"""The open project as Qt sees it: one door in, one signal out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import ChangeSet
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import Schedule
from desktop.domain.session import Command, Session
from desktop.models.archive import Archive

Past = Callable[[str, "int | None"], "tuple[Sequence[Entry], int | None]"]
"""Of the next entries of the history behind a number (None: from the newest), those that concern the record with an
id; and the number behind which to go on, None at the end. May be called from any thread."""


class Entry(Protocol):
    """One entry of the history."""

    @property
    def changes(self) -> ChangeSet: ...


class Unsettled(NamedTuple):
    """Something typed that cannot be taken, and the editor that holds it."""

    refusal: Rejected
    place: QObject


class Workspace(QObject):
    """Carries commands to the session and tells everybody once what they changed.

    ``changed`` carries the :class:`ChangeSet`; it is emitted after the edit is committed, so a slot
    that fails cannot harm it. ``rejected`` carries the :class:`Rejected`; the window words it.
    """

    changed = Signal(object)
    rejected = Signal(object)
    settling = Signal(object)
    """What is still being typed is to be taken now; carries a list for each :class:`Unsettled` editor."""

    day_turned = Signal()
    """Another day has begun: whatever counts from today reads otherwise now."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._today = session.now().date()
        self.past: Past | None = None
        """What was done to a record since the file was made; None for a project that is in no file."""
        self.archive: Archive | None = None
        """Earlier states as a whole, where the file keeps them."""

    @property
    def project(self) -> Project:
        return self._session.project

    @property
    def schedule(self) -> Schedule:
        return self._session.schedule

    @property
    def session(self) -> Session:
        """For reading (clock, undo steps); edits go through :meth:`do`."""
        return self._session

    def look_at_clock(self) -> None:
        """Tell once of every day that begins while the project is open."""
        today = self._session.now().date()
        if today != self._today:
            self._today = today
            self.day_turned.emit()

    def settle(self) -> Sequence[Unsettled]:
        """Have open editors hand over what is typed; what is refused stays in them, explained, and is returned.

        Whatever comes next follows what was typed before: in the plan, in the steps to undo and in what is told.
        """
        left: list[Unsettled] = []
        self.settling.emit(left)
        return left

    def do(self, command: Command, *, settle: bool = True) -> bool:
        """Carry out ``command``; False (and ``rejected``) when it was refused.

        What is still being typed is taken first. Work that ends while the person does something else leaves it alone
        (``settle``).
        """
        if settle:
            self.settle()
        refusal = self.attempt(command)
        if refusal is not None:
            self.rejected.emit(refusal)
        return refusal is None

    def attempt(self, command: Command) -> Rejected | None:
        """As :meth:`do` for an open editor, which shows the refusal at its own place instead."""
        self.look_at_clock()
        try:
            changes = self._session.execute(command)
        except Rejected as refusal:
            return refusal
        if changes is not None:
            self.changed.emit(changes)
        return None

    def do_step(self, command: Command) -> tuple[bool, ChangeSet | None]:
        """As :meth:`do`, with the step to undo that it became: None where nothing differs."""
        self.settle()
        before = self.next_undo
        done = self.do(command, settle=False)
        return done, self.next_undo if self.next_undo is not before else None

    def instead(self, command: Command) -> tuple[bool, ChangeSet | None]:
        """As :meth:`do_step` in place of the last step; where it is refused, that stands as it was."""
        before = self._session.undo_steps[-2] if len(self._session.undo_steps) > 1 else None
        refusal = self.attempt_instead(command)
        if refusal is not None:
            self.rejected.emit(refusal)
        return refusal is None, self.next_undo if self.next_undo is not before else None

    def attempt_instead(self, command: Command) -> Rejected | None:
        """As :meth:`instead` for an open editor, which shows the refusal at its own place."""
        if not self.undo():
            return Rejected("nothing_to_undo")
        refusal = self.attempt(command)
        if refusal is not None:
            self.redo()
        return refusal

    def undo(self) -> bool:
        """Take back the last step."""
        return self._replay(True)

    def redo(self) -> bool:
        """Do again what was taken back last."""
        return self._replay(False)

    def _replay(self, back: bool) -> bool:
        try:
            changes = self._session.undo() if back else self._session.redo()
        except Rejected as refusal:
            self.rejected.emit(refusal)
            return False
        self.changed.emit(changes)
        return True

    @property
    def next_undo(self) -> ChangeSet | None:
        """The step that undo would take back, for its name in the menu."""
        return self._session.undo_steps[-1] if self._session.undo_steps else None

    @property
    def next_redo(self) -> ChangeSet | None:
        return self._session.redo_steps[-1] if self._session.redo_steps else None
