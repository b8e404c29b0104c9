"""A file appears whole or not at all: the one way in which exports, backups and copies are written.

``with publishing(target) as temporary: canvas.save(temporary)`` writes to a hidden sibling, brings it
to the disk, verifies it, and only then lets it take the target's place. Whatever fails, the target is
what it was before. There is deliberately no falling back to writing in place: that is how other
programs have lost the only good copy on a full disk.

Standard library only, so that reports, exchange formats and the store can all use it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_

sentences(
    disk_full=N_("The disk is full, so “{name}” could not be written. Nothing was changed; make room and try again."),
    not_allowed=N_(
        "“{name}” may not be written there: the file or its folder is protected. Nothing was changed; "
        "choose another folder."
    ),
    folder_missing=N_("The folder for “{name}” is not there (any more). Nothing was written; choose another folder."),
    is_a_folder=N_("“{name}” is a folder, not a file. Nothing was changed; choose another name."),
    file_held=N_("Another program is holding “{name}” open. Nothing was changed; close it there and try again."),
    name_unusable=N_(
        "“{name}” cannot be the name of a file here. Nothing was written; choose a shorter, plainer name."
    ),
    write_failed=N_(
        "The disk reported an error while “{name}” was being written. Nothing was changed; "
        "check the disk or choose another folder."
    ),
    written_wrong=N_(
        "What was written to “{name}” could not be read back correctly. Nothing was changed; try another disk."
    ),
)

HELD = frozenset({5, 32, 33})
"""Windows: access denied, sharing violation, lock violation. Virus scanners, indexers and sync clients
hold new files for a moment, so these are worth waiting for."""
PAUSES = (0.02, 0.04, 0.08, 0.16, 0.3, 0.5, 0.6, 0.8)
"""Seconds between attempts to replace a held file; 2.5 together."""
STALE = 24 * 3600.0
"""Seconds after which the remains of a killed program are swept up."""

_PREFIX = ".pilotage-"
_CODES = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.EROFS: "not_allowed",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
    errno.EISDIR: "is_a_folder",
    errno.ENAMETOOLONG: "name_unusable",
    errno.EINVAL: "name_unusable",
}


def refusal(error: OSError, name: str) -> Rejected:
    """The sentence for a failure of the operating system while ``name`` was written."""
    if getattr(error, "winerror", None) in HELD - {5}:
        return Rejected("file_held", name=name)
    return Rejected(_CODES.get(error.errno or 0, "write_failed"), name=name)


@contextlib.contextmanager
def publishing(
    target: Path, *, verify: Callable[[Path], object] | None = None, private: bool = False
) -> Iterator[Path]:
    """Yield a temporary path to write; when the block ends well, it takes the place of ``target``.

    ``verify`` is called with the temporary file once it is on the disk and raises to call it off.
    A new file gets the usual permissions, or the owner's alone where ``private``; an existing one
    keeps those it has. Raises :class:`Rejected` for failures of the disk; other exceptions pass
    through. In both cases the target is unchanged and the temporary file is gone.
    """
    target = Path(os.path.realpath(target))  # a link stays a link
    temporary = target.with_name(f"{_PREFIX}{secrets.token_hex(6)}{target.suffix[:16]}")
    try:
        _sweep(target.parent)
        try:
            _make(temporary, target, private)
            yield temporary
            _flush(temporary)
            if verify is not None:
                verify(temporary)
            _replace(temporary, target)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
        flush_folder(target.parent)
    except OSError as error:
        if error.filename is not None and Path(error.filename) not in (temporary, target, target.parent):
            raise  # not about what we write: the caller was reading something else
        raise refusal(error, target.name) from error


def publish_bytes(target: Path, content: bytes, *, private: bool = False) -> None:
    """Write ``content`` to ``target``, whole or not at all."""

    def verify(temporary: Path) -> None:
        if temporary.read_bytes() != content:
            raise Rejected("written_wrong", name=target.name)

    with publishing(target, verify=verify, private=private) as temporary:
        temporary.write_bytes(content)


def flush_folder(folder: Path) -> None:
    """Bring the names in ``folder`` to the disk (POSIX; Windows does so by itself), as far as that works.

    An error is not one of the file, which is on the disk: after a power cut the name leads to the old
    content or to the new, whole in either case. Some file systems know no such thing at all.
    """
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _make(temporary: Path, target: Path, private: bool) -> None:
    mode = 0o600 if private else 0o666
    try:
        found = target.stat()
    except FileNotFoundError:
        found = None
    if found is not None:
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
        if not os.access(target, os.W_OK):  # a rename would get round the protection
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    os.close(os.open(temporary, flags, mode))
    if found is not None:
        temporary.chmod(stat.S_IMODE(found.st_mode))


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _replace(temporary: Path, target: Path) -> None:
    for pause in PAUSES:
        try:
            temporary.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in HELD:
                raise
            time.sleep(pause)
        else:
            return
    temporary.replace(target)


def _sweep(folder: Path) -> None:
    """Remove what a killed program has left in ``folder`` long ago."""
    with contextlib.suppress(OSError):
        for item in folder.glob(f"{_PREFIX}*"):
            with contextlib.suppress(OSError):
                if time.time() - item.stat().st_mtime > STALE:
                    item.unlink()
