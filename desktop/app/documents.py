"""Project files as the windows know them: opened, made, imported, restored. Imported after the first paint."""

from __future__ import annotations

import contextlib
import datetime as dt
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.app.findings import keep_findings, read_findings
from desktop.app.new_project import new_project
from desktop.domain.imports import Finding, Imported
from desktop.domain.plan import Calendar
from desktop.domain.progress import UNWATCHED, Progress
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling.holidays import HolidayList
from desktop.domain.session import Session
from desktop.i18n import words
from desktop.models.archive import Copy
from desktop.models.workspace import Workspace
from desktop.publish import publish_bytes
from desktop.store.backups import Backup
from desktop.store.backups import restore as restore_backup
from desktop.store.checkout import create_project, open_project
from desktop.store.files import Entry, ProjectFile
from desktop.store.preparing import Folders
from desktop.views.program import Kept, NewProject

if TYPE_CHECKING:
    from desktop.models.tables import Content


class Coming:
    """A project file that was opened or made in whatever thread; see ``views.program.Coming``."""

    def __init__(self, file: ProjectFile, author: str, folders: Folders) -> None:
        """Closes ``file`` where this fails."""
        self._file, self._folders = file, folders
        try:
            self._session = Session(file.project, file, author=author)
        except BaseException:
            file.close()
            raise

    def document(self) -> OpenDocument:
        self._file.adopt()
        return OpenDocument(self._file, self._session, self._folders)

    def give_up(self) -> None:
        self._file.adopt()
        self._file.close()


class OpenDocument:
    """An open project file with its session; see ``views.program.Document``."""

    def __init__(self, file: ProjectFile, session: Session, folders: Folders) -> None:
        self._file = file
        self._folders = folders
        self.workspace = Workspace(session)
        self.workspace.past = file.history_about
        self.workspace.archive = FileArchive(file)

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def read_only(self) -> bool:
        return self._file.read_only

    def take_notices(self) -> Sequence[Rejected]:
        taken, self._file.warnings[:] = list(self._file.warnings), []
        return taken

    def make_restore_point(self, name: str) -> None:
        self._file.restore_point(name)

    def making_restore_point(self, name: str) -> Callable[[], object] | None:
        return self._file.restoring_point(name) if self._file.copies_slowly else None

    def kept(self) -> Sequence[Backup]:
        return self._file.backups()

    def history(self, limit: int, before: int | None = None) -> Sequence[Entry]:
        return self._file.history(limit, before=before)

    def save_copy(self, target: Path) -> None:
        self._file.copy_to(target)

    def saving_copy(self, target: Path) -> Callable[[Progress], None]:
        return self._file.copying_to(target)

    def export(self, target: Path, audience: str, key: str) -> Sequence[Finding]:
        return self.exporting(target, audience, key)(UNWATCHED)

    def exporting(self, target: Path, audience: str, key: str) -> Callable[[Progress], Sequence[Finding]]:
        project, schedule = self.workspace.project.snapshot(), self.workspace.schedule
        language, now = words(), dt.datetime.now()

        def write(progress: Progress) -> Sequence[Finding]:
            from desktop.exchange.outgoing import write_foreign

            with tempfile.TemporaryDirectory(prefix="pilotage-") as folder:
                made = Path(folder, target.name)
                found = write_foreign(project, schedule, made, language, now=now, audience=audience, key=key)
                progress.settle()
                publish_bytes(target, made.read_bytes())
            return found

        return write

    def writing_table(self, content: Content, target: Path) -> Callable[[Progress], None]:
        def write(progress: Progress) -> None:
            from desktop.exchange.tabular.result import write_result

            with tempfile.TemporaryDirectory(prefix="pilotage-") as folder:
                made = Path(folder, target.name)
                write_result(content.title, content.headings, content.rows, made)
                progress.settle()
                publish_bytes(target, made.read_bytes())

        return write

    def export_holidays(self, calendar: str, target: Path) -> None:
        from desktop.exchange.holidays_out import write_holidays

        write_holidays(self.workspace.project.get(Calendar, calendar), target, words(), now=dt.datetime.now())

    def findings(self) -> Sequence[Finding]:
        return read_findings(self._folders, self.workspace.project.profile.id)

    def is_damaged(self, cancelled: Callable[[], bool]) -> bool:
        return bool(self._file.verify(cancelled=cancelled))

    def close(self) -> None:
        self._file.close()


class FileArchive:
    """What a file knows of the days behind it; see ``models.archive.Archive``."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    def edits(self, limit: int, before: int | None) -> Sequence[Entry]:
        return self._file.history(limit, before=before)

    def copies(self) -> Sequence[Backup]:
        return self._file.backups()

    def project_of(self, copy: Copy) -> Project:
        with contextlib.closing(ProjectFile.open(copy.path, read_only=True)) as file:
            return file.project


def create(answers: NewProject, author: str, folders: Folders) -> Coming:
    """A new project file; an existing one is refused."""
    project = new_project(answers, author)
    return Coming(create_project(answers.path, project, folders=folders), author, folders)


def read_plan(source: Path, progress: Progress = UNWATCHED) -> Imported:
    """A plan of another program; the kind of file shows in its suffix. Raises Stopped."""
    from desktop.exchange.foreign_plans import read_foreign

    return read_foreign(source, progress)


def read_holidays(source: Path, bands: str) -> HolidayList:
    """A list of holidays; the kind of file shows in what it holds."""
    from desktop.exchange.holidays import read_holidays as read

    return read(source, words().language, bands)


def put_plan(
    plan: Imported, target: Path, author: str, folders: Folders, progress: Progress = UNWATCHED
) -> Coming:
    """A plan that was read, in a project file of its own. Raises Stopped; then ``target`` is what it was."""
    project = plan.project()
    file = create_project(target, project, replace=True, folders=folders, progress=progress.part(0.05, 0.9))
    keep_findings(folders, project.profile.id, plan.findings)
    return Coming(file, author, folders)


def open_file(
    path: Path, author: str, folders: Folders, progress: Progress = UNWATCHED, *, read_only: bool
) -> Coming:
    """The project at ``path``; refused with a sentence where it is not a sound one. Raises Stopped."""
    file = open_project(path, read_only=read_only, folders=folders, progress=progress.part(0.0, 0.8))
    return Coming(file, author, folders)


def restore(kept: Kept, target: Path, folders: Folders, progress: Progress = UNWATCHED) -> None:
    """Put a kept copy at ``target``, which nobody may have open. Raises Stopped; then ``target`` is what it was."""
    assert isinstance(kept, Backup)
    assert folders.backups is not None
    restore_backup(kept, target, folders.backups, now=dt.datetime.now(), progress=progress)
