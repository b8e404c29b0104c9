"""The only door through which a project changes.

Order of an edit: the command runs in a transaction on the project in memory, every touched
record is validated, the schedule is computed, the store commits, and only then does the caller
see a :class:`ChangeSet`. An exception at any point puts everything back: nothing in memory,
nothing on disk, nothing in the history, nothing announced. Undo and redo pass the same door.

What takes long may be worked out ahead (:meth:`Session.ahead`): on a snapshot and in another thread, and so may
be storing it. It is taken over only where the project still is what the snapshot was made of.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sized
from contextlib import AbstractContextManager
from functools import partial
from typing import Protocol

from desktop.domain.ahead import Ahead, Work, Worked
from desktop.domain.changes import DO, REDO, UNDO, ChangeSet, Large, Most, Transaction, new_id
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import Schedule, schedule
from desktop.domain.steps import Steps
from desktop.domain.trial import outcome


class Command(Protocol):
    """What a person means to do: a small frozen dataclass in ``domain/commands``."""

    @property
    def label(self) -> str:
        """Translatable name, shown in the undo menu."""

    def apply(self, tx: Transaction) -> Mapping[str, str] | None:
        """Change records through ``tx``; returns facts for placeholders in ``label``.

        A command that looks at every task whatever it is given says so by a true ``whole_plan``.
        """


def extent(command: Command, project: Project) -> int:
    """How many records ``command`` is about as far as it says so: those it names, or all tasks (``whole_plan``)."""
    if getattr(command, "whole_plan", False):
        return len(project.rows("task"))
    given = getattr(command, "__dict__", {}).values()
    return max((len(value) for value in given if isinstance(value, Sized) and not isinstance(value, str)), default=0)


class Store(Protocol):
    """Where changes are kept; a commit is durable when it returns."""

    def commit(self, changes: ChangeSet) -> None:
        """Write rows and history in one transaction, or raise and write nothing."""

    def lend(self) -> Callable[[ChangeSet], None]:
        """As :meth:`commit`, to be called once and from another thread; until then whoever uses the store waits."""

    def takes_long(self, changes: ChangeSet) -> bool:
        """Whether to :meth:`commit` that may take longer than a person is to wait without seeing anything move."""


class MemoryStore:
    """Keeps nothing: for previews, tests and reading foreign files."""

    def commit(self, changes: ChangeSet) -> None:
        del changes

    def lend(self) -> Callable[[ChangeSet], None]:
        return self.commit

    def takes_long(self, changes: ChangeSet) -> bool:
        del changes
        return False


class Session:
    """A project that is open for editing."""

    def __init__(
        self,
        project: Project,
        store: Store | None = None,
        *,
        author: str = "",
        clock: Callable[[], dt.datetime] = dt.datetime.now,
        make_id: Callable[[], str] = new_id,
        planned: Schedule | None = None,
    ) -> None:
        """``planned`` is the schedule of ``project`` where that is known already."""
        self.project = project
        self.author = author
        self.steps = Steps()
        self._store: Store = store or MemoryStore()
        self._clock = clock
        self.make_id = make_id
        self.schedule: Schedule = schedule(project) if planned is None else planned
        self._state = 0
        """Grows with every step: whatever was worked out in another state is out of date."""
        self._long: dict[int, ChangeSet] = {}
        """Steps that were worked out ahead, by identity: what they reach may be more than what they touch."""

    @property
    def undo_steps(self) -> list[ChangeSet]:
        """What can be taken back, the last at the end."""
        return self.steps.undo

    @property
    def redo_steps(self) -> list[ChangeSet]:
        """What was taken back and can be done again, the next at the end."""
        return self.steps.redo

    def together(self) -> AbstractContextManager[None]:
        """The command that is carried out within is one step with the last one."""
        return self.steps.together()

    def for_good(self) -> AbstractContextManager[None]:
        """The step that is taken back within leaves no trace: it is not offered to be done again."""
        return self.steps.for_good()

    def now(self) -> dt.datetime:
        """The present, to the second, naive local."""
        return self._clock().replace(microsecond=0)

    def execute(self, command: Command, *, most: Most | None = None) -> ChangeSet | None:
        """Carry out ``command``; returns what changed, or None when nothing differs.

        Raises :class:`Rejected` (or the store's error) with everything as it was; and so :class:`Large` where it is
        about more than ``most``, where more would follow from it, and where storing it would take long.
        """
        if most is not None and extent(command, self.project) > most.records:
            raise Large
        done = self._pass(DO, partial(self._carried_out, command), most)
        return done if done.changes else None

    def undo(self, *, most: Most | None = None) -> ChangeSet:
        """Take back the last step."""
        return self._replay(UNDO, most)

    def redo(self, *, most: Most | None = None) -> ChangeSet:
        """Do again what was taken back last."""
        return self._replay(REDO, most)

    def next_step(self, kind: str) -> ChangeSet:
        """The step that undo, or redo, would take."""
        steps = self.undo_steps if kind == UNDO else self.redo_steps
        if not steps:
            raise Rejected("nothing_to_undo" if kind == UNDO else "nothing_to_redo")
        return steps[-1]

    # -- ahead ----------------------------------------------------------------------------------

    def ahead(self, command: Command) -> Ahead:
        """``command``, to be worked out on a snapshot of the project as it is now."""
        return self._ahead(DO, partial(self._carried_out, command))

    def replay_ahead(self, kind: str) -> Ahead:
        """As :meth:`ahead` for undo and redo."""
        return self._ahead(kind, partial(self._replayed, self.next_step(kind), kind))

    def fits(self, ahead: Ahead) -> bool:
        """Whether nothing has changed since ``ahead`` was made."""
        return ahead.state == self._state

    def storing(self, ahead: Ahead) -> Callable[[], None]:
        """What stores ``ahead``, which fits and changes something, to be called once from another thread.

        Until :meth:`take` nothing else may be edited.
        """
        return partial(ahead.store, self._store.lend())

    def take(self, ahead: Ahead) -> ChangeSet:
        """Take over what is stored, and return it; where nothing differs there is nothing to store."""
        assert self.fits(ahead)
        worked = ahead.worked
        if worked.done.changes:
            self.project.become(ahead.project, worked.done.keys())
        step = self._keep(ahead.kind, worked)
        if worked.done.changes:
            self._long[id(step)] = step  # kept, so that no other takes its identity
        steps = {id(step) for step in (*self.undo_steps, *self.redo_steps)}
        self._long = {key: step for key, step in self._long.items() if key in steps}
        return worked.done

    def _ahead(self, kind: str, work: Work) -> Ahead:
        return Ahead(self._begin(self.project.snapshot()), self._state, kind, work)

    # -- the door -------------------------------------------------------------------------------

    def _replay(self, kind: str, most: Most | None) -> ChangeSet:
        step = self.next_step(kind)
        if most is not None and (len(step.changes) > most.records or id(step) in self._long):
            raise Large
        return self._pass(kind, partial(self._replayed, step, kind), most)

    def _begin(self, project: Project, most: Most | None = None) -> Transaction:
        return Transaction(
            project, now=self.now(), author=self.author, make_id=self.make_id, schedule=self.schedule, most=most
        )

    def _pass(self, kind: str, work: Work, most: Most | None) -> ChangeSet:
        tx = self._begin(self.project, most)
        worked = work(tx)
        try:
            if worked.done.changes:
                if most is not None and self._store.takes_long(worked.done):
                    raise Large
                self._store.commit(worked.done)
        except BaseException:
            tx.rollback()
            raise
        self._keep(kind, worked)
        return worked.done

    def _carried_out(self, command: Command, tx: Transaction) -> Worked:
        assert tx.schedule is not None
        found = outcome(tx, tx.schedule, command)
        if not found.changes:
            tx.rollback()
        return Worked(ChangeSet(command.label, found.changes, tx.now, tx.author, found.facts), found.schedule)

    def _replayed(self, step: ChangeSet, kind: str, tx: Transaction) -> Worked:
        inverse = step.inverse(kind, tx.now, self.author)
        try:
            for change in inverse.changes:
                tx.restore(change)
            changes = tx.changes()
            planned = schedule(tx.project, tx.schedule, changes, most=tx.most_rows)
        except BaseException:
            tx.rollback()
            raise
        if not changes:
            tx.rollback()
        return Worked(ChangeSet(step.label, changes, tx.now, tx.author, step.facts, kind), planned)

    def _keep(self, kind: str, worked: Worked) -> ChangeSet:
        """What was done has been stored; the step that it is, or is part of."""
        done = worked.done
        if done.changes:
            self._state += 1
            self.schedule = worked.schedule
        if kind == DO and not done.changes:
            return done
        return self.steps.keep(done)
