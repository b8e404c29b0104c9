"""One writer at a time: a hidden file beside the project says who, where and since when.

The operating system holds the lock and lets go of it when the program ends, however it ends. So a file
left behind by a killed program is never taken for a running one, and nobody is asked whether it is.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import getpass
import json
import os
import platform
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.domain.rejection import Rejected

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PLACE = 1 << 30  # Windows: lock a byte far behind the text, which others must be able to read


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a project open for editing."""

    who: str
    where: str
    since: str
    """Naive local time, ISO 8601 to the minute."""
    pid: int

    @property
    def is_this_process(self) -> bool:
        return self.pid == os.getpid() and self.where == platform.node()


class Held(Exception):
    """Somebody else holds the lock."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(holder)
        self.holder = holder


def _me() -> Holder:
    try:
        who = getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        who = "?"
    since = dt.datetime.now().isoformat(sep=" ", timespec="minutes")
    return Holder(who, platform.node(), since, os.getpid())


def lock_path(project: Path) -> Path:
    """As long as the name of SQLite's journal, so that a name too long for that is refused in time."""
    return project.with_name(f".{project.name}.in-use")


def _read(handle: int) -> Holder:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        found = json.loads(os.read(handle, 4096))
        return Holder(str(found["who"])[:80], str(found["where"])[:80], str(found["since"])[:20], int(found["pid"]))
    except (OSError, ValueError, KeyError, TypeError):  # its holder is only just writing it
        return Holder("?", "?", "?", 0)


def _grab(handle: int) -> bool:
    """Whether the lock could be had at once."""
    try:
        if sys.platform == "win32":
            os.lseek(handle, _PLACE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
            return False
        raise
    return True


def _open(path: Path, *, create: bool) -> int:
    flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)  # a link could lead anywhere
    try:
        return os.open(path, flags | os.O_RDWR | (os.O_CREAT if create else 0), 0o666)
    except PermissionError:
        if not path.exists():
            raise
        return os.open(path, flags | os.O_RDONLY)  # left by another person; it locks all the same


class Lock:
    """The right to edit one project; :meth:`release` it."""

    def __init__(self, project: Path) -> None:
        """Take the lock; raises :class:`Held`, or OSError where the folder cannot be written."""
        self.path = lock_path(project)
        while True:
            handle = _open(self.path, create=True)
            try:
                if not _grab(handle):
                    raise Held(_read(handle))
                if self._is_still_there(handle):
                    break
            except BaseException:
                os.close(handle)
                raise
            os.close(handle)  # removed by its last holder between our two steps
        self._handle = handle
        with contextlib.suppress(OSError):  # another person's file: locked, but not ours to write
            os.ftruncate(handle, 0)
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, json.dumps(asdict(_me()), ensure_ascii=False).encode())

    def _is_still_there(self, handle: int) -> bool:
        try:
            found, ours = self.path.stat(), os.fstat(handle)
        except FileNotFoundError:
            return False
        return (found.st_dev, found.st_ino) == (ours.st_dev, ours.st_ino)

    def release(self) -> None:
        if os.name != "nt":  # before letting go, so that nobody can have locked what is removed
            with contextlib.suppress(OSError):
                self.path.unlink()
        os.close(self._handle)
        if os.name == "nt":
            with contextlib.suppress(OSError):
                self.path.unlink()


def holder(project: Path) -> Holder | None:
    """Who is editing ``project`` now, as far as can be seen without changing anything."""
    try:
        handle = _open(lock_path(project), create=False)
    except OSError:
        return None
    try:
        return None if _grab(handle) else _read(handle)
    except OSError:
        return None
    finally:
        os.close(handle)


def take_lock(path: Path) -> Lock:
    """The right to edit ``path``; raises ``Rejected("file_in_use")``, or OSError where none can be had."""
    try:
        return Lock(path)
    except Held as held:
        by = held.holder
        raise Rejected("file_in_use", name=path.name, who=by.who, where=by.where, since=by.since) from held
