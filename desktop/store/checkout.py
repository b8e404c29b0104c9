"""Projects in places where SQLite must not work directly: edited on a local copy, brought back whole.

On closing and at every restore point the copy is published with the same routine as every export. If
somebody else has changed the original meanwhile, neither version is overwritten: ours is put beside it under a
name that says so. Edits that could not be brought back (the network is gone, the program was killed) stay in
the local copy and are taken up when the project is opened next.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import platform
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from desktop.domain.changes import ChangeSet
from desktop.domain.progress import UNWATCHED, Progress
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_
from desktop.publish import publish_bytes, publishing
from desktop.store.backups import Backup, copy_database
from desktop.store.files import ProjectFile
from desktop.store.lock import Lock
from desktop.store.opening import read_header, refuse_newer, resolve, sidecars
from desktop.store.places import KindOfPlace, Place, kind_of_place
from desktop.store.preparing import Folders, lock_if_writable
from desktop.store.refusals import refusing

sentences(
    checked_out=N_(
        "“{name}” lies on a shared or synchronised drive. You are working on a copy on this computer; "
        "it is brought back when you close the project or make a restore point."
    ),
    kept_both=N_(
        "“{name}” was changed by somebody else meanwhile. Nothing was overwritten: their version kept its name, "
        "your edits are in “{ours}” in the same folder."
    ),
    not_brought_back=N_(
        "Your edits could not be brought back to “{name}”. They are safe on this computer and will be "
        "brought back when you open the project again."
    ),
    left_here=N_(
        "Earlier edits to “{name}” could not be put beside it, which has changed since. They are kept in “{folder}”."
    ),
    resumed=N_("Edits to “{name}” from last time, which could not be brought back then, are here again."),
)


SLIP = "checkout.json"


def open_project(
    path: Path,
    *,
    read_only: bool = False,
    folders: Folders | None = None,
    place: KindOfPlace = kind_of_place,
    progress: Progress = UNWATCHED,
) -> ProjectFile:
    """Open a project wherever it lies; what the program calls. Raises as :meth:`ProjectFile.open`."""
    folders = folders or Folders()
    path = resolve(path)
    if read_only or folders.checkouts is None or place(path) is Place.LOCAL:
        return ProjectFile.open(path, read_only=read_only, folders=folders, progress=progress)
    warnings: list[Rejected] = []
    lock = lock_if_writable(path, warnings)
    if lock is None:
        found = ProjectFile.open(path, read_only=True, folders=folders, progress=progress)
        found.warnings[:0] = warnings
        return found
    try:
        return CheckedOut.check_out(path, lock, folders, progress)
    except BaseException:
        lock.release()
        raise


def create_project(
    path: Path,
    project: Project,
    *,
    replace: bool = False,
    folders: Folders | None = None,
    place: KindOfPlace = kind_of_place,
    progress: Progress = UNWATCHED,
) -> ProjectFile:
    """Write a new project wherever it shall lie, and open it. Raises as :meth:`ProjectFile.create`."""
    folders = folders or Folders()
    made = ProjectFile.create(path, project, replace=replace, folders=folders, progress=progress)
    if folders.checkouts is None or place(made.path) is Place.LOCAL:
        return made
    made.close()  # written whole; edits do not happen there
    return open_project(made.path, folders=folders, place=place, progress=progress.part(1.0, 1.0))


@dataclass(frozen=True, slots=True)
class Slip:
    """What is noted beside a local copy: of which original it is, and as of when."""

    original: str
    digest: str
    """SHA-256 of the original as it was last read or written by us."""
    ours: str
    """SHA-256 of the local copy when it was the same as the original."""


def file_digest(path: Path) -> str:
    """SHA-256 of a file that no connection of this process has open."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class CheckedOut(ProjectFile):
    """A project that is edited on a local copy; ``path`` is where the original lies."""

    original: Path
    _slip: Slip
    _original_lock: Lock
    _unpublished: bool

    @classmethod
    def check_out(cls, original: Path, lock: Lock, folders: Folders, progress: Progress = UNWATCHED) -> Self:
        """Copy ``original``, whose lock the caller holds, or take up what was left of it, and open that."""
        assert folders.checkouts is not None
        home = folders.checkouts / hashlib.sha256(os.fsencode(original)).hexdigest()[:32]
        local = home / original.name
        warnings = [Rejected("checked_out", name=original.name)]
        with refusing(original.name, reading=True):
            now = file_digest(original)
        slip = _read_slip(home)
        left = slip is not None and local.exists() and (bool(sidecars(local)) or file_digest(local) != slip.ours)
        if slip is not None and left and now == slip.digest:
            warnings.append(Rejected("resumed", name=original.name))
        else:
            if left:
                warnings.append(_put_beside(local, original))
            slip = _fetch(original, local, now)
            left = False
        found = cls.open(local, folders=folders, progress=progress)
        found.path = found.original = original
        found._slip, found._original_lock, found._unpublished = slip, lock, left
        found.warnings[:0] = warnings
        return found

    def commit(self, changes: ChangeSet) -> None:
        super().commit(changes)
        self._unpublished = True

    @property
    def copies_slowly(self) -> bool:
        return True  # a drive elsewhere takes its time, whatever the size

    def restore_point(self, name: str = "") -> Backup:
        try:
            return super().restore_point(name)
        finally:
            self.bring_back()

    def bring_back(self) -> None:
        """Publish the local copy where the original lies, if there is anything new in it.

        Does not raise: what cannot be done now is told in ``warnings``, and the edits stay here.
        """
        if not self._unpublished:
            return
        try:
            if file_digest(self.original) != self._slip.digest:
                beside = _sibling(self.original)
                copy_database(self._database, beside)
                self.warnings.append(Rejected("kept_both", name=self.original.name, ours=beside.name))
                # From here on the sibling is ours, and the original is theirs.
                self.path = self.original = beside
            else:
                copy_database(self._database, self.original)
            self._slip = Slip(str(self.original), file_digest(self.original), "")
            _write_slip(self._database.path.parent, self._slip)
            self._unpublished = False
        except (Rejected, OSError):
            self.warnings.append(Rejected("not_brought_back", name=self.original.name))

    def close(self) -> None:
        if self._closed:
            return
        self.bring_back()
        local = self._database.path
        super().close()
        if not self._unpublished:
            shutil.rmtree(local.parent, ignore_errors=True)
        self._original_lock.release()


def _read_slip(home: Path) -> Slip | None:
    try:
        found = json.loads((home / SLIP).read_bytes())
        return Slip(str(found["original"]), str(found["digest"]), str(found["ours"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write_slip(home: Path, slip: Slip) -> None:
    publish_bytes(home / SLIP, json.dumps(asdict(slip)).encode(), private=True)


def _fetch(original: Path, local: Path, digest: str) -> Slip:
    """Copy the original with any unfinished transaction; the slip is written last."""
    refuse_newer(original, read_header(original))
    with refusing(original.name):
        shutil.rmtree(local.parent, ignore_errors=True)
        local.parent.mkdir(mode=0o700, parents=True)
        for item in sidecars(original):
            shutil.copyfile(item, local.with_name(item.name))
    with publishing(local, private=True) as temporary:
        shutil.copyfile(original, temporary)
    slip = Slip(str(original), digest, file_digest(local))
    if slip.ours != digest:
        raise Rejected("read_failed", name=original.name)
    _write_slip(local.parent, slip)
    return slip


def _sibling(original: Path) -> Path:
    """A free name beside the original that says whose edits these are and when they were brought back."""
    now = dt.datetime.now().strftime("%Y-%m-%d %H.%M.%S")
    return original.with_name(f"{original.stem} ({platform.node()} {now}){original.suffix}")


def _put_beside(local: Path, original: Path) -> Rejected:
    """Publish edits left in a local copy beside the original, which has changed since; returns what to tell."""
    beside = _sibling(original)
    try:
        with ProjectFile.open(local) as left:
            left.copy_to(beside)
    except Rejected:
        kept = local.parent.with_name(f"{local.parent.name} {dt.datetime.now():%Y-%m-%d %H.%M.%S.%f}")
        with refusing(original.name):
            local.parent.rename(kept)
        return Rejected("left_here", name=original.name, folder=str(kept))
    return Rejected("kept_both", name=original.name, ours=beside.name)
