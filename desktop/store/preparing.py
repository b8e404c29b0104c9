"""What is done to a file before it is open for work: its lock, its recovery, its format, its beginning."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import desktop
from desktop.domain.progress import UNWATCHED, Progress
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.publish import publishing
from desktop.publish import refusal as system_refusal
from desktop.store import ledger, migrations, opening, tables
from desktop.store.backups import Backups, forget_sidecars
from desktop.store.connection import Database, stamp
from desktop.store.lock import Lock, holder, take_lock
from desktop.store.refusals import refusing


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the program may keep things; without a folder, what belongs there is not done."""

    backups: Path | None = None
    recovery: Path | None = None
    checkouts: Path | None = None

    @classmethod
    def under(cls, root: Path) -> Folders:
        return cls(root / "backups", root / "recovery", root / "checkouts")


def lock_if_writable(path: Path, warnings: list[Rejected]) -> Lock | None:
    """The lock, or None with a warning that says why the file can only be read."""
    if not os.access(path, os.W_OK):
        warnings.append(Rejected("file_protected", name=path.name))
        return None
    try:
        return take_lock(path)
    except OSError as error:
        told = system_refusal(error, path.name)
        warnings.append(told if told.code == "disk_full" else Rejected("folder_protected", name=path.name))
        return None


def of_place(root: Path, path: Path) -> Backups:
    """Backups of a file whose project is not known because it was not read."""
    return Backups(root, hashlib.sha256(os.fsencode(path)).hexdigest()[:32])


def keep_replaced(path: Path, folders: Folders) -> None:
    """Back up the file at ``path``, if there is one, before another takes its place."""
    if folders.backups is not None and path.is_file():
        try:
            of_place(folders.backups, path).keep_file(path, "before-replace", now=dt.datetime.now())
        except Rejected as rejected:  # told of what the person knows, not of the copy
            raise Rejected(rejected.code, **rejected.facts | {"name": path.name}) from rejected


def write_new(path: Path, project: Project, folders: Folders, progress: Progress = UNWATCHED) -> None:
    """Publish a file that holds ``project`` at ``path``; what stood there is backed up. Raises Stopped."""
    facts = {
        "created_at": dt.datetime.now().isoformat(timespec="seconds"),
        "program": desktop.__version__,
        "project": project.profile.id,
    }

    def check(temporary: Path) -> None:
        with Database(temporary, writable=False, name=path.name) as database:
            opening.check_content(database, tables.METADATA)
        progress.settle()
        forget_sidecars(path)

    keep_replaced(path, folders)
    with (
        publishing(path, verify=check, private=True) as temporary,
        Database(temporary, writable=True, name=path.name) as database,
        refusing(path.name),
        database.writing() as connection,
    ):
        stamp(connection, tables.APPLICATION_ID, tables.FORMAT)
        tables.METADATA.create_all(connection, checkfirst=False)
        ledger.fill(connection, project, facts, progress)


def scratch_copy(path: Path, progress: Progress = UNWATCHED) -> tempfile.TemporaryDirectory[str] | None:
    """For reading only: a copy that may be settled or brought up to date, or None when neither is needed."""
    editor = holder(path)
    if editor is not None and editor.is_this_process:
        return None  # open in another window, so it is sound, and its header must not be touched
    header = opening.read_header(path)
    opening.refuse_newer(path, header)
    unsettled = opening.sidecars(path) if editor is None else []
    if header.format == tables.FORMAT and not header.wal and not unsettled:
        return None
    scratch = tempfile.TemporaryDirectory(prefix="pilotage-", ignore_cleanup_errors=True)  # its owner's alone
    try:
        with refusing(path.name, reading=True):
            for item in (path, *opening.sidecars(path)):
                shutil.copyfile(item, Path(scratch.name, item.name))
        bring_up(Path(scratch.name, path.name), Folders(), [], progress)
    except BaseException:
        scratch.cleanup()
        raise
    return scratch


def bring_up(path: Path, folders: Folders, warnings: list[Rejected], progress: Progress = UNWATCHED) -> None:
    """Settle an unfinished transaction and bring an older format up to date, keeping the original. Raises Stopped.

    The caller holds the lock, or ``path`` is a copy of ours.
    """
    header = opening.read_header(path)
    opening.refuse_newer(path, header)
    told = opening.keep_sidecars(path, folders.recovery)
    if told is not None:
        warnings.append(told)
    if header.wal and folders.backups is not None:  # SQLite itself turns the file back when it is opened
        of_place(folders.backups, path).keep_file(path, "migration", now=dt.datetime.now())
    if header.format < tables.FORMAT:
        Database(path, writable=True).close()  # settles what was left unfinished
        migrations.upgrade(path, header.format, keep=lambda: _keep_original(path, folders), progress=progress)


def _keep_original(path: Path, folders: Folders) -> None:
    if folders.backups is not None:
        try:
            of_place(folders.backups, path).keep_file(path, "migration", now=dt.datetime.now())
        except Rejected:
            pass  # then beside the file
        else:
            return
    beside = path.with_name(f"{path.stem} (before {desktop.__version__}){path.suffix}")
    with publishing(beside, private=True) as temporary:
        shutil.copyfile(path, temporary)
