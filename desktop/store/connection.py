"""One SQLite file behind one SQLAlchemy connection, with the settings that keep it safe.

Rollback journal, not WAL: a project must survive being copied as a single file, and it must open from
a read-only folder. ``synchronous=EXTRA`` makes a commit durable when it returns. Locking stays NORMAL,
because with EXCLUSIVE a file that somebody replaced under us would swallow edits and report success.
Every setting is read back; a library that ignores one is not trusted with a project.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self, cast

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from desktop.domain.rejection import Rejected
from desktop.store.refusals import refusing

PRAGMAS: dict[str, tuple[str, object]] = {
    "busy_timeout": ("2000", 2000),  # first, as the others may already have to wait
    "foreign_keys": ("ON", 1),
    "synchronous": ("EXTRA", 3),
    "locking_mode": ("NORMAL", "normal"),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "mmap_size": ("0", 0),
    "secure_delete": ("ON", 1),
    "temp_store": ("MEMORY", 2),
    **({"fullfsync": ("ON", 1)} if sys.platform == "darwin" else {}),
    # Last, as it is the first to look into the file.
    "journal_mode": ("DELETE", "delete"),
}
"""Setting, and what it must read afterwards."""

OLDEST_LIBRARY = (3, 37)
"""SQLite that knows STRICT tables; every Python that we support brings a newer one on Windows and macOS."""

STEPS = 100_000
"""Virtual machine instructions of SQLite between two looks at the clock."""

_LIMITS = {
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_LENGTH: 500_000_000,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_CONFIG = {
    "SQLITE_DBCONFIG_DEFENSIVE": True,
    "SQLITE_DBCONFIG_ENABLE_TRIGGER": False,
    "SQLITE_DBCONFIG_ENABLE_VIEW": False,
}


def _uri(path: Path, mode: str) -> str:
    uri = path.absolute().as_uri()
    if not uri.startswith("file:///"):  # file://server/share: SQLite takes no host, but an empty one
        uri = "file:////" + uri.removeprefix("file://")
    return f"{uri}?mode={mode}"


class Database:
    """An open SQLite file; raises :class:`Rejected` when it cannot be opened.

    Use it from one thread at a time and :meth:`close` it.
    """

    def __init__(self, path: Path, *, writable: bool, name: str = "") -> None:
        """``name`` is what refusals call the file where ``path`` is only a copy of it."""
        self.path = path
        self.name = name or path.name
        self.writable = writable
        self._begin = "BEGIN"
        self._deadline: float | None = None
        if sqlite3.sqlite_version_info < OLDEST_LIBRARY:
            raise Rejected("profile_refused", name=self.name, what="STRICT")
        # Content never appears in an error message, as that may end up in a log.
        self._engine = create_engine("sqlite://", creator=self._open, poolclass=NullPool, hide_parameters=True)
        event.listen(self._engine, "connect", self._prepare)
        event.listen(self._engine, "begin", self._start)
        with refusing(self.name, reading=True):
            self.connection: Connection = self._engine.connect()

    def _open(self) -> sqlite3.Connection:
        # Never creates a file. Threads are watched by the owner, who may hand the connection over.
        uri = _uri(self.path, "rw" if self.writable else "ro")
        return sqlite3.connect(uri, uri=True, check_same_thread=False)

    def _prepare(self, raw: sqlite3.Connection, _record: object) -> None:
        raw.isolation_level = None  # transactions begin and end where we say, not where the driver guesses
        for limit, value in _LIMITS.items():
            raw.setlimit(limit, value)
        configure = getattr(raw, "setconfig", None)
        if configure is not None:  # from Python 3.12 on; files with triggers or views are refused in any case
            for name, on in _CONFIG.items():
                configure(getattr(sqlite3, name), on)
        for name, (setting, expected) in PRAGMAS.items():
            raw.execute(" ".join(("PRAGMA", name, "=", setting)))
            found = raw.execute(" ".join(("PRAGMA", name))).fetchone()
            # Some builds have no memory mapping at all and answer nothing.
            if (found[0] if found else 0) != expected:
                raise Rejected("profile_refused", name=self.name, what=name)
        raw.set_progress_handler(self._overdue, STEPS)

    def _start(self, connection: Connection) -> None:
        connection.exec_driver_sql(self._begin)

    def _overdue(self) -> int:
        return int(self._deadline is not None and time.monotonic() > self._deadline)

    @property
    def raw(self) -> sqlite3.Connection:
        """The driver's own connection, for what SQLAlchemy has no words for: backup, limits."""
        return cast(sqlite3.Connection, self.connection.connection.dbapi_connection)

    @contextmanager
    def reading(self, seconds: float | None = None) -> Iterator[Connection]:
        """One consistent view of the file, given up after ``seconds``."""
        self._deadline = None if seconds is None else time.monotonic() + seconds
        try:
            with self.connection.begin():
                yield self.connection
        finally:
            self._deadline = None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, durable when the block is left; an exception takes all of it back."""
        self._begin = "BEGIN IMMEDIATE"
        try:
            with self.connection.begin():
                yield self.connection
        finally:
            self._begin = "BEGIN"

    def identity(self) -> tuple[int, int]:
        """Which file stands at the path now: device and inode."""
        found = os.stat(self.path)  # noqa: PTH116 - a path object would follow the same call
        return found.st_dev, found.st_ino

    def close(self) -> None:
        with suppress(sqlite3.Error, DBAPIError):
            self.connection.close()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def stamp(connection: Connection, application: int, version: int) -> None:
    """Write into the header whose file this is, and in which format."""
    connection.exec_driver_sql(" ".join(("PRAGMA application_id =", str(application))))
    connection.exec_driver_sql(" ".join(("PRAGMA user_version =", str(version))))
