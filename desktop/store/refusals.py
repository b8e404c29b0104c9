"""What can go wrong with a project file, each in one sentence, and SQLite's errors turned into them."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from desktop import publish
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_
from desktop.store.codec import Unreadable, Unwritable

sentences(
    # Opening
    file_missing=N_("“{name}” is not there (any more). Nothing was changed; look for it in another folder."),
    not_a_file=N_("“{name}” is not a file. Nothing was changed; choose a project file."),
    file_unreadable=N_("“{name}” may not be read by you. Nothing was changed; ask its owner for access."),
    read_failed=N_(
        "The disk reported an error while “{name}” was being read. Nothing was changed; "
        "copy the file to another disk or restore a backup."
    ),
    file_empty=N_(
        "“{name}” is empty: its content never arrived or was lost. The file has been left as it is; "
        "get it again or restore a backup."
    ),
    file_too_large=N_("“{name}” is larger than {limit} MB, more than any project. Nothing was changed."),
    not_a_project=N_(
        "“{name}” is not a Pilotage project. Nothing was changed; open a .pilotage file, or a plan saved as XML."
    ),
    microsoft_project=N_(
        "“{name}” is in the file format of Microsoft Project itself, which only Microsoft Project reads. Nothing was "
        "changed; choose File › Save As › XML Format there and open that file."
    ),
    other_program=N_("“{name}” is a database of another program, not a Pilotage project. Nothing was changed."),
    newer_version=N_(
        "“{name}” was saved by a newer version of Pilotage (file format {format}, this one reads up to {known}). "
        "The file has been left as it is; update Pilotage to open it."
    ),
    newer_program=N_(
        "“{name}” was saved by Pilotage {program} and needs at least that version. "
        "The file has been left as it is; update Pilotage to open it."
    ),
    file_truncated=N_(
        "“{name}” is incomplete: its end is missing, as after an interrupted copy. The file has been left as it is; "
        "copy it again or restore a backup."
    ),
    file_damaged=N_("“{name}” is damaged. The file has been left as it is; restore a backup to go on working."),
    foreign_content=N_(
        "“{name}” contains something that Pilotage never puts there (“{what}”) and was not opened for your safety. "
        "Nothing was changed; ask whoever sent it."
    ),
    file_in_use=N_(
        "“{name}” is being edited by {who} on {where} since {since}. Nothing was changed; "
        "you can open it for reading only."
    ),
    file_busy=N_("Another program is using “{name}” right now. Nothing was changed; try again in a moment."),
    too_slow=N_("Reading “{name}” takes longer than any sound project would. It was not opened; nothing was changed."),
    profile_refused=N_(
        "The database library of this computer ignores the safety setting “{what}”, so “{name}” was not opened. "
        "Nothing was changed; reinstall Pilotage."
    ),
    file_exists=N_("There is already a file named “{name}”. Nothing was changed; choose another name."),
    # Editing
    file_replaced=N_(
        "“{name}” was moved, replaced or deleted outside Pilotage, so this edit was not made. "
        "What you see is unharmed; save a copy of it under another name."
    ),
    file_changed_outside=N_(
        "Another program has changed “{name}”, so this edit was not made. "
        "What you see is unharmed; save a copy of it under another name, then open the file again."
    ),
    file_failed=N_(
        "After an error of the disk “{name}” can no longer be written safely. Everything saved before is safe; "
        "open the file again."
    ),
    unstorable=N_("This edit contains something that cannot be stored ({what}). Nothing was changed."),
    # Said once beside an open project
    file_protected=N_("“{name}” is write-protected and is open for reading only. Save a copy to edit it."),
    folder_protected=N_(
        "The folder of “{name}” cannot be written to, so it is open for reading only. Save a copy to edit it."
    ),
    repaired=N_(
        "“{name}” held {count} values that do not belong together. They were set right here; "
        "the file itself changes with your next edit, after a backup."
    ),
    backup_failed=N_(
        "No backup of “{name}” could be made in “{folder}”. Your edits are saved in the project itself; "
        "make room there or allow writing."
    ),
    recovery_failed=N_(
        "“{name}” was not closed properly last time, and the traces could not be copied to “{folder}”. "
        "The project itself is open and complete."
    ),
)

_WRITING = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "not_allowed",
    sqlite3.SQLITE_PERM: "not_allowed",
    sqlite3.SQLITE_CANTOPEN: "not_allowed",  # the journal, as the file itself is open already
    sqlite3.SQLITE_BUSY: "file_busy",
    sqlite3.SQLITE_LOCKED: "file_busy",
    sqlite3.SQLITE_PROTOCOL: "file_busy",
    sqlite3.SQLITE_CORRUPT: "file_damaged",
    sqlite3.SQLITE_NOTADB: "file_damaged",
    sqlite3.SQLITE_FORMAT: "file_damaged",
    sqlite3.SQLITE_ERROR: "file_damaged",  # our statements are sound, so the schema they meet is not
    sqlite3.SQLITE_TOOBIG: "file_damaged",
    sqlite3.SQLITE_CONSTRAINT: "file_changed_outside",
}
_READING = {
    **_WRITING,
    sqlite3.SQLITE_PERM: "file_unreadable",
    sqlite3.SQLITE_CANTOPEN: "file_unreadable",
    sqlite3.SQLITE_INTERRUPT: "too_slow",
    sqlite3.SQLITE_IOERR: "read_failed",
}
_READING_SYSTEM = {
    errno.ENOENT: "file_missing",
    errno.ENOTDIR: "file_missing",
    errno.ELOOP: "file_missing",
    errno.ENAMETOOLONG: "file_missing",
    errno.EACCES: "file_unreadable",
    errno.EPERM: "file_unreadable",
}


def sqlite_error(error: BaseException) -> sqlite3.Error | None:
    """The driver's error behind ``error``, or None."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return cause if isinstance(cause, sqlite3.Error) else None


def refusal(error: Exception, name: str, *, reading: bool = False) -> Rejected | None:
    """The sentence for ``error`` met at the file ``name``; None if it is a mistake of ours."""
    if isinstance(error, OSError):
        if reading:
            return Rejected(_READING_SYSTEM.get(error.errno or 0, "read_failed"), name=name)
        return publish.refusal(error, name)
    if isinstance(error, (Unreadable, UnicodeDecodeError)):
        return Rejected("file_damaged", name=name)
    if isinstance(error, (Unwritable, UnicodeEncodeError, OverflowError)):  # the last two are what the driver says
        return Rejected("unstorable", what=str(error) if isinstance(error, Unwritable) else type(error).__name__)
    cause = sqlite_error(error)
    if cause is None:
        return None
    code: int | None = getattr(cause, "sqlite_errorcode", None)
    if code is None:  # "Could not decode to UTF-8" comes from the driver, not from SQLite
        return Rejected("file_damaged", name=name)
    return Rejected((_READING if reading else _WRITING).get(code & 0xFF, "write_failed"), name=name)


@contextmanager
def refusing(name: str, *, reading: bool = False) -> Iterator[None]:
    """Turn every failure of disk and database within into :class:`Rejected`."""
    try:
        yield
    except Exception as error:
        rejected = None if isinstance(error, Rejected) else refusal(error, name, reading=reading)
        if rejected is None:
            raise
        raise rejected from error
