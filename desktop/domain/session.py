"""The only door through which a project changes.

Order of an edit: the command runs in a transaction on the project in memory, every touched
record is validated, the schedule is computed, the store commits, and only then does the caller
see a :class:`ChangeSet`. An exception at any point puts everything back: nothing in memory,
nothing on disk, nothing in the history, nothing announced. Undo and redo pass the same door.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Protocol

from desktop.domain.changes import REDO, UNDO, ChangeSet, Transaction, new_id
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import Schedule, schedule
from desktop.domain.trial import outcome


class Command(Protocol):
    """What a person means to do: a small frozen dataclass in ``domain/commands``."""

    @property
    def label(self) -> str:
        """Translatable name, shown in the undo menu."""

    def apply(self, tx: Transaction) -> Mapping[str, str] | None:
        """Change records through ``tx``; returns facts for placeholders in ``label``."""


class Store(Protocol):
    """Where changes are kept; a commit is durable when it returns."""

    def commit(self, changes: ChangeSet) -> None:
        """Write rows and history in one transaction, or raise and write nothing."""


class MemoryStore:
    """Keeps nothing: for previews, tests and reading foreign files."""

    def commit(self, changes: ChangeSet) -> None:
        del changes


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
    ) -> None:
        self.project = project
        self.author = author
        self.undo_steps: list[ChangeSet] = []
        self.redo_steps: list[ChangeSet] = []
        self._store: Store = store or MemoryStore()
        self._clock = clock
        self._make_id = make_id
        self.schedule: Schedule = schedule(project)

    def now(self) -> dt.datetime:
        """The present, to the second, naive local."""
        return self._clock().replace(microsecond=0)

    def execute(self, command: Command) -> ChangeSet | None:
        """Carry out ``command``; returns what changed, or None when nothing differs.

        Raises :class:`Rejected` (or the store's error) with everything as it was.
        """
        tx = self._begin()
        found = outcome(tx, self.schedule, command)
        if not found.changes:
            tx.rollback()
            return None
        done = ChangeSet(command.label, found.changes, tx.now, tx.author, found.facts)
        self._keep(tx, done, found.schedule)
        self.undo_steps.append(done)
        self.redo_steps.clear()
        return done

    def undo(self) -> ChangeSet:
        """Take back the last step."""
        if not self.undo_steps:
            raise Rejected("nothing_to_undo")
        done = self._replay(self.undo_steps[-1], UNDO)
        self.redo_steps.append(done)
        self.undo_steps.pop()
        return done

    def redo(self) -> ChangeSet:
        """Do again what was taken back last."""
        if not self.redo_steps:
            raise Rejected("nothing_to_redo")
        done = self._replay(self.redo_steps[-1], REDO)
        self.undo_steps.append(done)
        self.redo_steps.pop()
        return done

    def _begin(self) -> Transaction:
        return Transaction(
            self.project, now=self.now(), author=self.author, make_id=self._make_id, schedule=self.schedule
        )

    def _replay(self, step: ChangeSet, kind: str) -> ChangeSet:
        tx = self._begin()
        inverse = step.inverse(kind, tx.now, self.author)
        try:
            for change in inverse.changes:
                tx.restore(change)
            changes = tx.changes()
            planned = schedule(self.project, self.schedule, changes)
        except BaseException:
            tx.rollback()
            raise
        if not changes:
            tx.rollback()
            return inverse
        done = ChangeSet(step.label, changes, tx.now, tx.author, step.facts, kind)
        self._keep(tx, done, planned)
        return done

    def _keep(self, tx: Transaction, changes: ChangeSet, planned: Schedule) -> None:
        try:
            self._store.commit(changes)
        except BaseException:
            tx.rollback()
            raise
        self.schedule = planned
