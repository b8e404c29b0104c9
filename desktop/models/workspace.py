"""The open project as Qt sees it: one door in, one signal out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial
from typing import ClassVar, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.domain.ahead import Ahead
from desktop.domain.changes import REDO, UNDO, ChangeSet, Large, Most
from desktop.domain.clientview import AUDIENCES
from desktop.domain.project import Project
from desktop.domain.record import Spec
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling import Schedule
from desktop.domain.session import Command, Session
from desktop.i18n import N_
from desktop.models.archive import Archive

Past = Callable[[str, "int | None"], "tuple[Sequence[Entry], int | None]"]
"""Of the next entries of the history behind a number (None: from the newest), those that concern the record with an
id; and the number behind which to go on, None at the end. May be called from any thread."""

MOST = Most(records=400, rows=2500)
"""What may be done in the interface's own thread: a few hundredths of a second."""

sentences(
    stopped=N_("You have stopped this change. Nothing was changed."),
    step_gone=N_("Something else was changed in the meantime. Nothing was taken back or done again; please try again."),
)


class Stopped(Exception):
    """The person does not want to wait any longer."""


class Run(Protocol):
    """Does work in another thread, and comes back when that has ended; raises what it raises."""

    def __call__(self, work: Callable[[], None], *, may_stop: bool) -> None:
        """Raises :class:`Stopped` where it ``may_stop`` and was stopped."""


class Elsewhere(Protocol):
    """A place for long work: the window goes on meanwhile but takes no input, says so, and offers to stop."""

    @property
    def is_on(self) -> bool:
        """Whether something is under way."""

    def begin(self) -> AbstractContextManager[Run]: ...


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

    What touches many records is worked out on a snapshot and stored ``elsewhere``, and taken over when it is on the
    disk; whoever asked for it waits, and the window does not. Whatever else is edited while it is worked out comes
    first, and it is worked out anew; while it is stored, that waits.
    """

    is_guarded: ClassVar[bool] = False
    """Whether others look on: what is in sight is only what the client may see."""

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
        self.elsewhere: Elsewhere | None = None
        """None where everything is done at once."""
        self._storing: Ahead | None = None

    @property
    def project(self) -> Project:
        return self._session.project

    @property
    def schedule(self) -> Schedule:
        return self._session.schedule

    @property
    def readers(self) -> Sequence[str]:
        """Audiences for whom something may be written of what is in sight."""
        return AUDIENCES

    def shows(self, key: str, spec: Spec) -> bool:
        """Whether a field of the record type ``key`` may be in sight: all of them, where nobody looks on."""
        del key, spec
        return True

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
        session = self._session
        try:
            self._pass(partial(session.execute, command), partial(session.ahead, command))
        except Rejected as refusal:
            return refusal
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

    def attempt_together(self, command: Command) -> Rejected | None:
        """As :meth:`attempt`, of what is one step with the last one."""
        with self._session.together():
            return self.attempt(command)

    def undo_for_good(self) -> bool:
        """Take back the last step as if it had never been made: it is not offered again."""
        with self._session.for_good():
            return self.undo()

    def undo(self) -> bool:
        """Take back the last step."""
        return self._replay(True)

    def redo(self) -> bool:
        """Do again what was taken back last."""
        return self._replay(False)

    def _replay(self, back: bool) -> bool:
        session, kind = self._session, UNDO if back else REDO
        try:
            step = session.next_step(kind)

            def ahead() -> Ahead:
                if session.next_step(kind) is not step:
                    raise Rejected("step_gone")
                return session.replay_ahead(kind)

            self._pass(session.undo if back else session.redo, ahead)
        except Rejected as refusal:
            self.rejected.emit(refusal)
            return False
        return True

    # -- the door -------------------------------------------------------------------------------

    def _pass(self, now: Callable[..., ChangeSet | None], ahead: Callable[[], Ahead]) -> None:
        """Do a step ``now``, or elsewhere where it is a large one, and tell of it."""
        self._take_stored()
        elsewhere = self.elsewhere
        if elsewhere is None or elsewhere.is_on:
            elsewhere = None
        try:
            changes = now(most=None if elsewhere is None else MOST)
        except Large:
            assert elsewhere is not None
            with elsewhere.begin() as run:
                changes = self._pass_elsewhere(run, ahead)
        if changes is not None:  # told when input is taken again: somebody may want to ask something
            self.changed.emit(changes)

    def _pass_elsewhere(self, run: Run, begin: Callable[[], Ahead]) -> ChangeSet | None:
        """What is to be told of."""
        session = self._session
        try:
            ahead = begin()
            run(ahead.work_out, may_stop=True)
            while not session.fits(ahead):
                ahead = begin()
                run(ahead.work_out, may_stop=True)
        except Stopped:
            raise Rejected("stopped") from None
        if not ahead.worked.done.changes:
            session.take(ahead)
            return None
        store = session.storing(ahead)
        self._storing = ahead
        run(store, may_stop=False)
        changes = self._stored()
        if ahead.error is not None:
            raise ahead.error
        return changes

    def _take_stored(self) -> None:
        """Take over what was being stored, once it is, before anything else is edited."""
        changes = self._stored()
        if changes is not None:
            self.changed.emit(changes)

    def _stored(self) -> ChangeSet | None:
        ahead, self._storing = self._storing, None
        if ahead is None:
            return None
        ahead.wait()
        if ahead.error is not None:
            return None
        return self._session.take(ahead)

    @property
    def next_undo(self) -> ChangeSet | None:
        """The step that undo would take back, for its name in the menu."""
        return self._session.undo_steps[-1] if self._session.undo_steps else None

    @property
    def next_redo(self) -> ChangeSet | None:
        return self._session.redo_steps[-1] if self._session.redo_steps else None
