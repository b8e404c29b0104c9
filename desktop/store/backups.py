"""Copies of a project, made before anything risky and kept away from the project itself.

They lie in a folder that the caller names (the program's own data folder), by project id, because two
projects may have the same file name. Each is made by SQLite's backup interface, opened and checked before
it counts, and thinned out with age. A file's name tells time, reason and program version.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import re
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import MetaData

import desktop
from desktop.domain.changes import ChangeSet
from desktop.domain.progress import UNWATCHED, Progress
from desktop.domain.rejection import Rejected
from desktop.i18n import N_
from desktop.publish import publish_bytes, publishing
from desktop.store.connection import Database
from desktop.store.lock import take_lock
from desktop.store.opening import check_content, sidecars
from desktop.store.refusals import refusing
from desktop.store.tables import METADATA

PLACES = "places.json"
KEPT_PLACES = 20
REASONS = {
    "first-edit": N_("Before the first edit"),
    "interval": N_("During work"),
    "bulk-edit": N_("Before a large edit"),
    "restore-point": N_("Restore point"),
    "import": N_("Before an import"),
    "migration": N_("Before a newer file format"),
    "before-restore": N_("Before a backup was restored"),
    "before-replace": N_("Before the file was replaced"),
}
"""Translatable words for why a copy was made."""
_TIME = "%Y-%m-%d %H.%M.%S.%f"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.\d{6}) ([a-z-]+) ([0-9][0-9a-z.+-]*)(?: (.*))?\.pilotage")
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*\x7f]')


BACKUP_EVERY = dt.timedelta(minutes=30)
MANY_DELETED, MANY_CHANGED = 20, 200
"""Records in one edit from which on it is preceded by a backup of its own."""


def due(changes: ChangeSet, since: dt.timedelta | None, *, unchanged: bool) -> str:
    """Why a backup must precede an edit, or "".

    ``since`` is the time from the last backup, None when there was none since the file was opened;
    ``unchanged`` says that nothing was edited after it.
    """
    if since is None:
        return "first-edit"
    if unchanged:
        return ""
    deleted = sum(change.after is None for change in changes.changes)
    if deleted >= MANY_DELETED or len(changes.changes) >= MANY_CHANGED:
        return "bulk-edit"
    return "interval" if since >= BACKUP_EVERY else ""


@dataclass(frozen=True, slots=True)
class Backup:
    """One kept copy."""

    path: Path
    at: dt.datetime
    """Naive local time."""
    reason: str
    """One of ``REASONS``, or a word of the caller's own."""
    version: str
    label: str
    """What a person called it; such copies are never thinned out."""
    size: int

    @property
    def title(self) -> str:
        """Translatable words for the reason."""
        return REASONS.get(self.reason, self.reason)


def copy_database(
    source: Database, target: Path, expected: MetaData | None = METADATA, progress: Progress = UNWATCHED
) -> None:
    """Publish a consistent copy of an open project at ``target``, checked before it appears. Raises Stopped."""

    def check(path: Path) -> None:
        with Database(path, writable=False, name=target.name) as copy:
            check_content(copy, expected)
        progress.settle()
        forget_sidecars(target)

    with (
        publishing(target, verify=check, private=True) as temporary,
        refusing(target.name),
        closing(sqlite3.connect(temporary)) as copy,
    ):
        copy.execute("PRAGMA synchronous=OFF")  # publishing brings it to the disk
        source.raw.backup(copy, progress=_impatient)
        progress.tell(0.5)
        copy.execute("PRAGMA journal_mode=DELETE")


def forget_sidecars(target: Path) -> None:
    """Remove what an unfinished transaction left beside a file that is about to be replaced.

    SQLite would take it for the new file's and play it back into that. Whoever wants it has copied it.
    """
    for item in sidecars(target):
        item.unlink()


def _impatient(status: int, _remaining: int, _total: int) -> None:
    """The driver would wait for another program for ever."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise Rejected("file_busy", name="")


class Backups:
    """The copies of one project."""

    def __init__(self, root: Path, project: str) -> None:
        plain = re.fullmatch(r"[0-9A-Za-z-]{1,64}", project)  # an id from a received file may be anything
        self.folder = root / (project if plain else hashlib.sha256(project.encode()).hexdigest()[:32])

    def make(self, source: Database, reason: str, *, place: Path, now: dt.datetime, label: str = "") -> Backup:
        """Copy the open project known as ``place``; raises :class:`Rejected` and leaves nothing half-done."""
        with refusing(self.folder.name):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = self._free_path(reason, label, now)
        copy_database(source, target)
        self._remember(place)
        found = _parse(target)
        assert found is not None
        self.thin(now)
        return found

    def keep_file(self, path: Path, reason: str, *, now: dt.datetime) -> Backup:
        """Copy a file that no connection has open byte by byte, damaged or not, with its unfinished transaction."""
        with refusing(path.name):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            target = self._free_path(reason, "", now)
            for item in sidecars(path):
                shutil.copyfile(item, target.with_name(target.name + item.name.removeprefix(path.name)))
        with publishing(target, private=True) as temporary:
            shutil.copyfile(path, temporary)
        self._remember(path)
        found = _parse(target)
        assert found is not None
        return found

    def list(self) -> list[Backup]:
        """All copies, newest first."""
        with suppress(OSError):
            found = [_parse(item) for item in self.folder.iterdir()]
            return sorted((item for item in found if item), key=lambda item: item.at, reverse=True)
        return []

    def thin(self, now: dt.datetime) -> None:
        """Keep all for two days, then one a day for a month, one a week for half a year, one a month."""
        for item in superseded(self.list(), now):
            for path in (item.path, *sidecars(item.path)):
                with suppress(OSError):
                    path.unlink()

    def _free_path(self, reason: str, label: str, now: dt.datetime) -> Path:
        words = " ".join(_UNSAFE.sub(" ", label).split())[:40].rstrip(". ")
        while True:
            name = " ".join(filter(None, (now.strftime(_TIME), reason, desktop.__version__, words)))
            target = self.folder / f"{name}.pilotage"
            if not target.exists():
                return target
            now += dt.timedelta(microseconds=1)

    def _remember(self, path: Path) -> None:
        """Note where the project lies, so that its backups are found when the file cannot be read."""
        found = _places(self.folder)
        if found[:1] != [str(path)]:
            places = [str(path), *(item for item in found if item != str(path))][:KEPT_PLACES]
            publish_bytes(self.folder / PLACES, json.dumps(places, ensure_ascii=False).encode(), private=True)


def _places(folder: Path) -> list[str]:
    try:
        found = json.loads((folder / PLACES).read_bytes())
    except (OSError, ValueError):
        return []
    return [item for item in found if isinstance(item, str)] if isinstance(found, list) else []


def _parse(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    at, reason, version, label = match.groups()
    try:
        return Backup(path, dt.datetime.strptime(at, _TIME), reason, version, label or "", path.stat().st_size)
    except (ValueError, OSError):
        return None


def superseded(backups: Iterable[Backup], now: dt.datetime) -> list[Backup]:
    """What thinning removes: of every period all but the newest. Named copies stay, and so do those made
    before a file was brought to a newer format."""
    seen: set[tuple[object, ...]] = set()
    found = []
    for item in sorted(backups, key=lambda item: item.at, reverse=True):
        age = (now - item.at).days
        if item.label or item.reason == "migration" or age < 2:
            continue
        period: tuple[object, ...]
        if age < 30:
            period = ("day", item.at.date())
        elif age < 180:
            period = ("week", *item.at.isocalendar()[:2])
        else:
            period = ("month", item.at.year, item.at.month)
        if period in seen:
            found.append(item)
        seen.add(period)
    return found


def list_backups(root: Path, path: Path) -> list[Backup]:
    """Copies of whatever project lay at ``path``, newest first, whether or not its file can be read."""
    found: list[Backup] = []
    with suppress(OSError, ValueError):  # not even the name of a file, or a folder that may not be read
        place = str(Path(os.path.realpath(path)))
        for folder in root.iterdir():
            if place in _places(folder):
                found.extend(Backups(root, folder.name).list())
    return sorted(found, key=lambda item: item.at, reverse=True)


def restore(
    backup: Backup, target: Path, root: Path, *, now: dt.datetime, progress: Progress = UNWATCHED
) -> Backup | None:
    """Put a copy of ``backup`` at ``target``; what stood there is backed up first and returned.

    The project must not be open. Raises :class:`Rejected` or Stopped; then ``target`` is what it was.
    """
    target = Path(os.path.realpath(target))
    with refusing(target.name):
        lock = take_lock(target)
    try:
        kept = None
        if target.exists():
            kept = Backups(root, backup.path.parent.name).keep_file(target, "before-restore", now=now)
        # A copy of a file that was killed has its unfinished transaction beside it, to be taken back first.
        with Database(backup.path, writable=bool(sidecars(backup.path))) as source:
            check_content(source, None)
            copy_database(source, target, None, progress)
        return kept
    finally:
        lock.release()
