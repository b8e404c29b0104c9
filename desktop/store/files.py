"""A project and the file it lives in: the store behind ``Session``.

Every acknowledged edit is on the disk, so there is nothing to save. Opening never changes the file; the
first edit is preceded by a backup. See ``opening`` for what is looked at before a file is trusted,
``connection`` for the settings, ``backups`` and ``checkout`` for what surrounds it.
"""

from __future__ import annotations

import datetime as dt
import os
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection

from desktop.domain.changes import Change, ChangeSet
from desktop.domain.progress import UNWATCHED, Progress
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.i18n import N_
from desktop.publish import refusal as system_refusal
from desktop.store import ledger, opening, soundness, verification
from desktop.store.backups import Backup, Backups, copy_database, due
from desktop.store.connection import Database
from desktop.store.lock import Lock, take_lock
from desktop.store.preparing import (
    Folders,
    bring_up,
    keep_replaced,
    lock_if_writable,
    scratch_copy,
    write_new,
)
from desktop.store.refusals import refusal, refusing
from desktop.store.tables import METADATA

R = TypeVar("R")

SET_RIGHT = N_("Set right what did not belong together")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history; numbers grow by one."""

    number: int
    changes: ChangeSet


def _data_version(connection: Connection) -> object:
    """A number that differs once another connection has written to the file."""
    return connection.exec_driver_sql("PRAGMA data_version").scalar()


AT_ONCE = 200
"""History entries that are searched at once."""
LARGE = 1_000_000
"""Bytes of a file of which a backup takes some hundredths of a second."""
SLOW = 0.04
"""Seconds for an edit to be on the disk from which on nobody is to wait for it without seeing anything move."""


class ProjectFile:
    """An open project file. Made by :meth:`create` and :meth:`open`; used from one thread (but see :meth:`lend`)."""

    def __init__(
        self, path: Path, database: Database, lock: Lock | None, folders: Folders, progress: Progress = UNWATCHED
    ) -> None:
        self.path = path
        """What the user knows as the project's place."""
        self.read_only = lock is None
        self.warnings: list[Rejected] = []
        """What the user should be told once; grows when a backup fails."""
        self._database = database
        self._lock = lock
        self._folders = folders
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        self._owner = threading.get_ident()
        self._borrower = 0
        self._at_rest = threading.Event()
        """Nobody else has the file in hand."""
        self._at_rest.set()
        self._clock: Callable[[], dt.datetime] = dt.datetime.now
        self._backed_up_at: dt.datetime | None = None
        self._backed_up_entry = -1
        self._closed = self._failed = False
        self._seconds = 0.0
        """What writing an edit has taken lately."""
        self._load(progress)

    # -- beginning ------------------------------------------------------------------------------

    @classmethod
    def create(
        cls,
        path: Path,
        project: Project,
        *,
        replace: bool = False,
        folders: Folders | None = None,
        progress: Progress = UNWATCHED,
    ) -> Self:
        """Write ``project`` to a new file and open it. An existing file is refused, or with ``replace``
        backed up and replaced. Raises :class:`Rejected` or Stopped; then ``path`` is what it was."""
        folders = folders or Folders()
        path = Path(os.path.realpath(path))
        with refusing(path.name):
            if path.exists() and not replace:
                raise Rejected("file_exists", name=path.name)
            lock = take_lock(path)
        try:
            write_new(path, project, folders, progress.part(0.0, 0.8))
            return cls._opened(path, path, lock, folders, progress.part(0.8, 1.0))
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        folders: Folders | None = None,
        progress: Progress = UNWATCHED,
    ) -> Self:
        """Open the project file at ``path`` after every check of ``opening``.

        Raises ``Rejected("file_in_use")`` when somebody else is editing it (then ``read_only`` works), and
        other refusals for what is not a sound project; raises Stopped. What cannot be written is opened for
        reading only, and ``warnings`` says why.
        """
        folders = folders or Folders()
        path = opening.resolve(path)
        warnings: list[Rejected] = []
        lock = None if read_only else lock_if_writable(path, warnings)
        scratch = None
        try:
            if lock is not None:
                bring_up(path, folders, warnings, progress.part(0.0, 0.6))
            else:
                scratch = scratch_copy(path, progress.part(0.0, 0.6))
            working = path if scratch is None else Path(scratch.name, path.name)
            made = cls._opened(path, working, lock, folders, progress)
        except BaseException:
            if scratch is not None:
                scratch.cleanup()
            if lock is not None:
                lock.release()
            raise
        made._scratch = scratch
        made.warnings[:0] = warnings
        return made

    @classmethod
    def _opened(cls, path: Path, working: Path, lock: Lock | None, folders: Folders, progress: Progress) -> Self:
        """Check and read the file at ``working``, which is ``path`` or a copy of it."""
        database = Database(working, writable=lock is not None or working != path)
        try:
            opening.check_content(database, METADATA)
            return cls(path, database, lock, folders, progress)
        except BaseException:
            database.close()
            raise

    def _load(self, progress: Progress) -> None:
        name = self.path.name
        with refusing(name, reading=True), self._database.reading(opening.PATIENCE) as connection:
            self.project, self._accounts = ledger.read_project(connection, progress)
            self._last = ledger.last_entry(connection)
            self._version = _data_version(connection)
            self._identity = self._database.identity()
        if not self.project.rows("project"):
            raise Rejected("file_damaged", name=name)
        self._repairs: tuple[Change, ...] = soundness.set_right(self.project)
        if self._repairs:
            self.warnings.append(Rejected("repaired", name=name, count=len(self._repairs)))

    def adopt(self) -> None:
        """Make the calling thread the owner: a file may be opened by a worker and handed over."""
        self._owner = threading.get_ident()

    def lend(self) -> Callable[[ChangeSet], None]:
        """As :meth:`commit`, to be called once and from another thread; whatever the owner asks of the file until then
        waits."""
        return self._lent(self.commit)

    def restoring_point(self, name: str) -> Callable[[], Backup]:
        """As :meth:`restore_point`, and as :meth:`lend`."""
        return self._lent(partial(self.restore_point, name))

    def _lent(self, use: Callable[..., R]) -> Callable[..., R]:
        self._mine()
        self._at_rest.clear()

        def lent(*given: object) -> R:
            self._borrower = threading.get_ident()
            try:
                return use(*given)
            finally:
                self._borrower = 0
                self._at_rest.set()

        return lent

    @property
    def copies_slowly(self) -> bool:
        """Whether to copy it takes some hundredths of a second or more."""
        return self._database.path.stat().st_size > LARGE

    def takes_long(self, changes: ChangeSet) -> bool:
        """Whether a backup of a large file comes before ``changes``, or the disk has lately been slow."""
        if self._seconds > SLOW:
            return True
        if self._folders.backups is None or not self._reason(changes, self._clock()):
            return False
        return self.copies_slowly

    def _mine(self) -> None:
        me = threading.get_ident()
        if me not in (self._owner, self._borrower):
            raise RuntimeError("a project file is used by a thread that does not own it")
        if me != self._borrower:
            self._at_rest.wait()
        if self._closed:
            raise RuntimeError("the project file is closed")

    # -- editing --------------------------------------------------------------------------------

    def commit(self, changes: ChangeSet) -> None:
        """Write rows and history in one transaction, durable on return.

        Raises :class:`Rejected` and has written nothing.
        """
        self._mine()
        name = self.path.name
        if self.read_only:
            raise Rejected("read_only")
        if self._failed:
            raise Rejected("file_failed", name=name)
        self._refuse_replaced()
        self._back_up_before(changes)
        began = time.monotonic()
        steps = [changes]
        if self._repairs:
            steps.insert(0, ChangeSet(SET_RIGHT, self._repairs, changes.at, changes.author))
        accounts, last = self._accounts, self._last + len(steps)
        try:
            with refusing(name), self._database.writing() as connection:
                if _data_version(connection) != self._version:
                    raise ledger.Overtaken
                for number, step in enumerate(steps, self._last + 1):
                    accounts = ledger.write_changes(connection, step, accounts, number)
        except ledger.Overtaken as error:
            raise Rejected("file_changed_outside", name=name) from error
        except Rejected:
            landed = self._landed(last)
            if landed is None:
                self._refuse_replaced()  # SQLite notices too, and calls it read-only
                raise
            accounts = landed
        self._accounts, self._last, self._repairs = accounts, last, ()
        self._seconds = (self._seconds + time.monotonic() - began) / 2

    def _refuse_replaced(self) -> None:
        try:
            found = self._database.identity()
        except FileNotFoundError:
            found = (0, 0)
        except OSError as error:
            raise system_refusal(error, self.path.name) from error
        if found != self._identity:
            raise Rejected("file_replaced", name=self.path.name)

    def _landed(self, number: int) -> dict[str, ledger.Account] | None:
        """The ledger on the disk, if history entry ``number`` is there although the commit reported an error.

        SQLite has committed once the journal is gone; an error while the folder is flushed comes after.
        When even this cannot be read, no further edit is taken.
        """
        try:
            self._database.raw.rollback()
            with self._database.reading() as connection:
                accounts = ledger.read_accounts(connection)
                if ledger.last_entry(connection) == number:
                    return accounts
                if accounts == self._accounts:  # taking back after an error counts as a change by somebody else
                    self._version = _data_version(connection)
                return None
        except Exception as error:
            rejected = refusal(error, self.path.name)
            self._failed = rejected is None or rejected.code != "file_busy"
            return None

    def history(self, limit: int = 100, *, before: int | None = None, since: dt.datetime | None = None) -> list[Entry]:
        """The newest entries first, at most ``limit``: those made at or after ``since``; ``before`` continues
        behind the entry of that number."""
        self._mine()
        with refusing(self.path.name, reading=True), self._database.reading() as connection:
            return [Entry(*found) for found in ledger.read_history(connection, limit, before, since)]

    def history_about(self, about: str, before: int | None = None) -> tuple[list[Entry], int | None]:
        """Of the next entries older than ``before``, those that concern the record with the id ``about``, the newest
        first; and the number behind which to go on, None at the end. May be called from any thread."""
        with (
            refusing(self.path.name, reading=True),
            Database(self._database.path, writable=False) as database,
            database.reading(opening.PATIENCE) as connection,
        ):
            found, last = ledger.read_history_about(connection, about, AT_ONCE, before)
            return [Entry(*each) for each in found], last

    # -- backups --------------------------------------------------------------------------------

    def _back_up_before(self, changes: ChangeSet) -> None:
        now = self._clock()
        reason = self._reason(changes, now)
        if not reason or self._folders.backups is None:
            return
        try:
            self.back_up(reason)
        except Rejected:
            # Told, but never a reason to refuse the edit; tried again when the next one is due.
            self._backed_up_at, self._backed_up_entry = now, self._last
            self.warnings.append(self._backup_failed())

    def _reason(self, changes: ChangeSet, now: dt.datetime) -> str:
        """Why a backup must precede ``changes``, or ""."""
        since = None if self._backed_up_at is None else now - self._backed_up_at
        return due(changes, since, unchanged=self._backed_up_entry == self._last)

    def _backup_failed(self) -> Rejected:
        return Rejected("backup_failed", name=self.path.name, folder=str(self._folders.backups or ""))

    def back_up(self, reason: str, label: str = "") -> Backup:
        """Keep a copy of the project as it is; raises :class:`Rejected` when that cannot be done.

        ``reason`` is a word such as ``import``; a ``label`` given by a person keeps the copy for ever.
        """
        self._mine()
        if self._folders.backups is None:
            raise self._backup_failed()
        now = self._clock()
        kept = Backups(self._folders.backups, self.project.profile.id)
        try:
            made = kept.make(self._database, reason, label=label, now=now, place=self.path)
        except Rejected as rejected:
            raise self._backup_failed() from rejected
        self._backed_up_at, self._backed_up_entry = now, self._last
        return made

    def restore_point(self, name: str = "") -> Backup:
        """A named copy to come back to; this is what Ctrl+S makes."""
        return self.back_up("restore-point", name)

    def backups(self) -> list[Backup]:
        """Kept copies of this project, newest first."""
        root = self._folders.backups
        return [] if root is None else Backups(root, self.project.profile.id).list()

    # -- copying, checking, closing --------------------------------------------------------------

    def copy_to(self, target: Path) -> None:
        """Save a copy elsewhere, with its history; what this program shows if the file was lost meanwhile.

        An existing target is backed up and replaced. Raises :class:`Rejected`.
        """
        self.copying_to(target)(UNWATCHED)

    def copying_to(self, target: Path) -> Callable[[Progress], None]:
        """What does :meth:`copy_to` with the project as it stands now or later, in whatever thread it is called; it
        raises Stopped too, and then ``target`` is what it was. Edits go on meanwhile."""
        self._mine()
        target = Path(os.path.realpath(target))
        if target in (self._database.path, self.path):
            raise Rejected("file_exists", name=target.name)
        lost = None if self._is_intact() else self.project.snapshot()
        source = self._database.path

        def copy(progress: Progress) -> None:
            with refusing(target.name):
                lock = take_lock(target)
            try:
                if lost is not None:
                    write_new(target, lost, self._folders, progress)
                    return
                keep_replaced(target, self._folders)
                with Database(source, writable=False) as database:
                    copy_database(database, target, progress=progress)
            finally:
                lock.release()

        return copy

    def _is_intact(self) -> bool:
        """Whether the file is still the one that was read, apart from our own edits."""
        try:
            self._refuse_replaced()
            with self._database.reading() as connection:
                same = _data_version(connection) == self._version
        except Exception:
            return False
        return same and not self._repairs and not self._failed

    def verify(self, *, cancelled: Callable[[], bool] = lambda: False) -> tuple[verification.Damage, ...]:
        """Compare every row with its digest; may be called from any thread. Empty when all is sound."""
        return verification.verify(self._database.path, cancelled=cancelled)

    def close(self) -> None:
        """Let go of the file; nothing is written."""
        if self._closed:
            return
        self._mine()
        self._closed = True
        self._database.close()
        if self._lock is not None:
            self._lock.release()
        if self._scratch is not None:
            with suppress(OSError):
                self._scratch.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
