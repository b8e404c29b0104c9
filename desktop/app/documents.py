"""Project files as the windows know them: opened, made, imported, copied. Imported after the first paint."""

from __future__ import annotations

import contextlib
import datetime as dt
import getpass
import itertools
import json
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.changes import Transaction
from desktop.domain.commands.imports import ImportRecords, ImportRegister
from desktop.domain.imports import FINDING_KINDS, Finding, Imported
from desktop.domain.people import Client
from desktop.domain.plan import Calendar, CalendarException, ProjectProfile, WeekDay
from desktop.domain.progress import UNWATCHED, Progress
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling.holidays import CHINA_PACK, HolidayList, china_exceptions, china_version, china_years
from desktop.domain.session import Command, Session
from desktop.domain.shift import shifted, weeks_until
from desktop.domain.tables import TASKS, TablePreview, TableWishes
from desktop.domain.templates import lay_out, templates
from desktop.i18n import RESOURCES, tr, words
from desktop.models.archive import Copy
from desktop.models.workspace import Workspace
from desktop.publish import publish_bytes
from desktop.publish import refusal as system_refusal
from desktop.store.backups import Backup
from desktop.store.backups import restore as restore_backup
from desktop.store.checkout import create_project, open_project
from desktop.store.files import Entry, ProjectFile
from desktop.store.preparing import Folders
from desktop.views.program import CHINA, Kept, NewProject

if TYPE_CHECKING:
    from desktop.models.tables import Content

SAMPLE = RESOURCES / "samples" / "chenghai.pilotage"
START_OF_WORK = dt.time(8)
WORKING_DAY = "08:00-12:00 13:00-17:00"


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


def person() -> str:
    """Who edits, where the settings do not say: the name of the account."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return ""


def new_project(answers: NewProject, author: str) -> Project:
    """The records that a project begins with: its calendar, its client, itself."""
    tx = Transaction(Project(), now=dt.datetime.now().replace(microsecond=0), author=author)
    name = tr("Standard week")
    exceptions: tuple[CalendarException, ...] = ()
    holidays = ""
    if answers.calendar == CHINA:
        name = tr("Mainland China with holidays")
        exceptions = china_exceptions(china_years(), words().language)
        holidays = f"{CHINA_PACK} {china_version()}"
    week = tuple(WeekDay(weekday=day, bands=WORKING_DAY if day < 5 else "") for day in range(7))
    calendar = tx.add(Calendar, name=name, week=week, exceptions=exceptions, holidays=holidays)
    client = None
    if answers.client:
        client = tx.add(Client, name=answers.client, report_language=answers.report_language).id
    start = dt.datetime.combine(answers.start, START_OF_WORK)
    profile = tx.add(
        ProjectProfile, name=answers.name, client=client, start=start, calendar=calendar.id, currency=answers.currency
    )
    template = next((item for item in templates() if item.key == answers.template), None)
    if template is not None:
        lay_out(tx, template, words().language, profile.minutes_per_day)
    return tx.project


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


class TableFile:
    """A file of tables; see ``views.program.Table``."""

    def __init__(self, source: Path) -> None:
        from desktop.exchange.tabular import OpenTable

        self._table = OpenTable(source)

    @property
    def name(self) -> str:
        return self._table.name

    def read(self, wishes: TableWishes | None = None) -> None:
        self._table.read(wishes)

    def preview(self, wishes: TableWishes, workspace: Workspace | None) -> TablePreview:
        from desktop.exchange.tabular import preview

        now = workspace.session.now() if workspace else dt.datetime.now()
        return preview(self._table, wishes, workspace.project if workspace else None, now, whole=False)

    def whole(self, wishes: TableWishes, workspace: Workspace | None) -> Callable[[], TablePreview]:
        from desktop.exchange.tabular import preview

        now = workspace.session.now() if workspace else dt.datetime.now()
        project = workspace.project.snapshot() if workspace else None
        return partial(preview, self._table, wishes, project, now)

    def plan(self, wishes: TableWishes) -> Imported:
        return self._table.plan(wishes)

    def addition(
        self, wishes: TableWishes, workspace: Workspace
    ) -> Callable[[], tuple[Command, Sequence[Finding]]]:
        project, now = workspace.project.snapshot(), workspace.session.now()

        def read() -> tuple[Command, Sequence[Finding]]:
            if wishes.key == TASKS:
                plan = self._table.plan(wishes, project)
                return ImportRecords(plan.records, self.name), plan.findings
            found, findings = self._table.intake(wishes, project, now)
            return ImportRegister(wishes.key, found.added, found.updated, self.name), findings

        return read


def put_plan(
    plan: Imported, target: Path, author: str, folders: Folders, progress: Progress = UNWATCHED
) -> Coming:
    """A plan that was read, in a project file of its own. Raises Stopped; then ``target`` is what it was."""
    project = plan.project()
    file = create_project(target, project, replace=True, folders=folders, progress=progress.part(0.05, 0.9))
    keep_findings(folders, project.profile.id, plan.findings)
    return Coming(file, author, folders)


def _findings_file(folders: Folders, project: str) -> Path | None:
    """Where the account of an import is kept, as private as the backups beside it."""
    if folders.recovery is None or not project.isalnum():
        return None
    return folders.recovery.parent / "imports" / f"{project}.json"


def keep_findings(folders: Folders, project: str, findings: Sequence[Finding]) -> None:
    """Keep what reading a file did, so that it can be looked up later; no reason to fail an import."""
    path = _findings_file(folders, project)
    if path is None:
        return
    lines = [[item.kind, item.sentence, item.count, list(item.items)] for item in findings]
    with contextlib.suppress(OSError, Rejected):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        publish_bytes(path, json.dumps(lines).encode(), private=True)


def read_findings(folders: Folders, project: str) -> Sequence[Finding]:
    """What :func:`keep_findings` kept; nothing where it is not there or cannot be read."""
    path = _findings_file(folders, project)
    try:
        lines = json.loads(path.read_bytes()) if path else []
        return [
            Finding(str(kind), str(sentence), int(count), tuple(map(str, items)))
            for kind, sentence, count, items in lines
            if kind in FINDING_KINDS
        ]
    except (OSError, ValueError, TypeError):
        return []


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


def sample_copy(folder: Path, in_use: Sequence[Path]) -> Path:
    """A working copy of the sample project in ``folder``, moved to the present by whole weeks.

    Copies that were worked on are kept; one that nobody has touched is used again.
    """
    if not SAMPLE.is_file():
        raise Rejected("file_missing", name=SAMPLE.name)
    with contextlib.closing(ProjectFile.open(SAMPLE, read_only=True)) as file:
        project = shifted(file.project, weeks_until(file.project, dt.date.today()))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise system_refusal(error, SAMPLE.name) from error
    for number in itertools.count(1):
        target = folder / (f"{SAMPLE.stem}.pilotage" if number == 1 else f"{SAMPLE.stem} {number}.pilotage")
        if not target.exists():
            ProjectFile.create(target, project).close()
            return target
        if target not in in_use and _is_untouched(target, project):
            return target
    raise AssertionError("unreachable")


def _is_untouched(path: Path, project: Project) -> bool:
    """Whether a copy has no history and stands where ``project`` stands in time."""
    with contextlib.suppress(Rejected), contextlib.closing(ProjectFile.open(path, read_only=True)) as file:
        return not file.history(1) and file.project.profile == project.profile
    return False
