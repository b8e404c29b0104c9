"""Disks that fill up, files that vanish, errors in the middle: nothing half-done, and a sentence."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected
from desktop.domain.session import Session
from desktop.store import ledger
from desktop.store.files import ProjectFile
from desktop.store.preparing import Folders
from tests.store.samples import change, code_of, make_project, names, rename, same, write_project

LONG = SetFields("task", ("t-0",), {"notes": "x" * 900_000})


def fill_up(file: ProjectFile) -> None:
    """SQLite's own switch for a full disk: the file may not grow by a single page."""
    pages = file._database.raw.execute("PRAGMA page_count").fetchone()[0]
    file._database.raw.execute(f"PRAGMA max_page_count={pages}")


def test_a_full_disk_during_an_edit(path: Path) -> None:
    with ProjectFile.open(path) as file:
        session = Session(file.project, file)
        session.execute(SetFields("task", ("t-0",), {"name": "kept"}))
        expected = file.project.snapshot()
        fill_up(file)
        assert code_of(session.execute, LONG) == "disk_full"
        assert same(file.project, expected)
        assert [step.label for step in session.undo_steps] == ["Change {name}"]
        # There is room again: work goes on in the same window.
        file._database.raw.execute("PRAGMA max_page_count=1000000")
        session.execute(LONG)
        session.undo()
        expected = file.project.snapshot()
    with ProjectFile.open(path) as file:
        assert same(file.project, expected) and not file.verify()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are a POSIX thing")
def test_a_limit_on_the_size_of_files(path: Path, root: Path) -> None:
    """The disk reports an error while writing: SQLITE_IOERR_WRITE, not SQLITE_FULL."""
    script = f"""
import resource, signal
from pathlib import Path
from desktop.domain.commands.records import SetFields
from desktop.domain.rejection import Rejected
from desktop.domain.session import Session
from desktop.store.files import ProjectFile
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path({str(path)!r})
with ProjectFile.open(path) as file:
    session = Session(file.project, file)
    session.execute(SetFields("task", ("t-0",), {{"name": "kept"}}))
    size = path.stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 8192, resource.RLIM_INFINITY))
    try:
        session.execute(SetFields("task", ("t-0",), {{"notes": "x" * 900_000}}))
    except Rejected as rejected:
        print(rejected.code)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    session.execute(SetFields("task", ("t-1",), {{"name": "after"}}))
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False)
    assert done.stderr == "" and done.stdout.strip() in {"write_failed", "disk_full"}
    with ProjectFile.open(path) as file:
        tasks = file.project.table(Task)
        assert (tasks["t-0"].name, tasks["t-1"].name) == ("kept", "after")
        assert len(tasks["t-0"].notes) < 100 and len(file.history()) == 2 and not file.verify()


def test_a_full_disk_during_creation_and_backup(tmp_path: Path, root: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("limits of a process are a POSIX thing")
    path = write_project(tmp_path / "a.pilotage", make_project())
    script = f"""
import resource, signal
from pathlib import Path
from desktop.domain.rejection import Rejected
from desktop.store.files import ProjectFile
from desktop.store.preparing import Folders
from tests.store.samples import make_project, rename
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder = Path({str(tmp_path)!r})
with ProjectFile.open(folder / "a.pilotage", folders=Folders.under(folder / "data")) as file:
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
    for act in (lambda: ProjectFile.create(folder / "b.pilotage", make_project()),
                lambda: file.copy_to(folder / "c.pilotage"),
                lambda: file.restore_point("x")):
        try:
            act()
        except Rejected as rejected:
            print(rejected.code)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    rename(file, "kept")
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    codes = done.stdout.split()
    assert codes[2] == "backup_failed" and set(codes[:2]) <= {"write_failed", "disk_full"} and len(codes) == 3
    assert names(tmp_path) == ["a.pilotage", "data"]
    with ProjectFile.open(path) as file:
        assert file.project.get(Task, "t-0").name == "kept"


# -- the file is not where it was -------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let go of an open file")
@pytest.mark.parametrize("what", ["deleted", "moved", "replaced", "replaced by a copy"])
def test_a_file_that_is_taken_away(path: Path, tmp_path: Path, what: str) -> None:
    aside = tmp_path / "aside.pilotage"
    with ProjectFile.open(path) as file:
        session = Session(file.project, file)
        session.execute(SetFields("task", ("t-0",), {"name": "seen"}))
        if what == "deleted":
            path.unlink()
        elif what == "moved":
            path.rename(aside)
        elif what == "replaced":
            write_project(aside, make_project(5)).replace(path)
        else:
            shutil.copy2(path, aside)
            aside.replace(path)
        foreign = path.read_bytes() if path.exists() else None
        expected = file.project.snapshot()
        assert code_of(session.execute, SetFields("task", ("t-0",), {"name": "lost"})) == "file_replaced"
        assert same(file.project, expected)
        assert (path.read_bytes() if path.exists() else None) == foreign
        # What is on the screen can still be saved.
        file.copy_to(tmp_path / "rescued.pilotage")
    with ProjectFile.open(tmp_path / "rescued.pilotage") as rescued:
        assert same(rescued.project, expected)


def test_sqlite_itself_notices_a_file_that_was_moved(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Normal locking is what makes it notice; with exclusive locking it would report success."""
    if sys.platform == "win32":
        pytest.skip("Windows does not let go of an open file")
    with ProjectFile.open(path) as file:
        rename(file, "one")
        path.rename(path.with_name("moved"))
        monkeypatch.setattr(file, "_refuse_replaced", lambda: None)
        assert code_of(rename, file, "two") in {"not_allowed", "file_changed_outside", "write_failed"}


def test_another_program_that_writes_into_the_file(path: Path, tmp_path: Path) -> None:
    with ProjectFile.open(path) as file:
        rename(file, "one")
        expected = file.project.snapshot()
        other = sqlite3.connect(path)
        other.execute("UPDATE task SET name = 'theirs' WHERE id = 't-1'")
        other.commit()
        changes = change(file.project, Task, "t-0", name="two")
        assert code_of(file.commit, changes) == "file_changed_outside"
        file.project.put("task", "t-0", changes.changes[0].before)
        assert other.execute("SELECT name FROM task WHERE id = 't-0'").fetchone() == ("one",)
        other.close()
        file.copy_to(tmp_path / "mine.pilotage")
    with ProjectFile.open(tmp_path / "mine.pilotage") as mine:
        assert same(mine.project, expected)


# -- errors in the middle -----------------------------------------------------------------------------


@pytest.mark.parametrize("number", range(1, 12))
def test_whichever_statement_fails_nothing_is_half_done(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Every statement of a commit fails in turn, the commit itself included."""
    from sqlalchemy import event

    with ProjectFile.open(path) as file:
        session = Session(file.project, file)
        session.execute(SetFields("task", ("t-0",), {"name": "before"}))
        expected = file.project.snapshot()
        count = 0

        def fail(*_: object) -> None:
            nonlocal count
            count += 1
            if count == number:
                error = sqlite3.OperationalError("disk I/O error")
                error.sqlite_errorcode = sqlite3.SQLITE_IOERR
                raise error

        engine = file._database.connection.engine
        event.listen(engine, "before_cursor_execute", fail)
        event.listen(engine, "commit", fail)
        code = code_of(session.execute, SetFields("task", ("t-0", "t-1"), {"name": "after"}))
        event.remove(engine, "before_cursor_execute", fail)
        event.remove(engine, "commit", fail)
        if not code:  # the one behind the last
            assert number > 6
            expected = file.project.snapshot()
        assert same(file.project, expected)
        session.execute(SetFields("task", ("t-2",), {"name": "next"}))
        expected = file.project.snapshot()
    with ProjectFile.open(path) as file:
        assert same(file.project, expected) and not file.verify()


def test_an_error_after_the_commit_is_not_an_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the journal is gone the edit is made, even if flushing the folder fails."""
    with ProjectFile.open(path) as file:
        written = ledger.write_changes

        def commit_early(connection, *rest):  # type: ignore[no-untyped-def]
            done = written(connection, *rest)
            connection.exec_driver_sql("COMMIT")
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_DIR_FSYNC
            raise error
            return done

        session = Session(file.project, file)
        monkeypatch.setattr(ledger, "write_changes", commit_early)
        session.execute(SetFields("task", ("t-0",), {"name": "made"}))
        monkeypatch.undo()
        session.execute(SetFields("task", ("t-1",), {"name": "next"}))
        expected = file.project.snapshot()
    with ProjectFile.open(path) as file:
        assert same(file.project, expected) and [entry.number for entry in file.history()] == [2, 1]


def test_when_nothing_can_be_known_nothing_more_is_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ProjectFile.open(path) as file:
        rename(file, "one")

        def fail(*_: object) -> int:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error

        monkeypatch.setattr(ledger, "write_changes", fail)
        monkeypatch.setattr(ledger, "last_entry", fail)
        assert code_of(rename, file, "two") == "write_failed"
        monkeypatch.undo()
        assert code_of(rename, file, "three") == "file_failed"
        file.copy_to(path.with_name("rescued.pilotage"))
    with ProjectFile.open(path) as file:
        assert file.project.get(Task, "t-0").name == "one"
    with ProjectFile.open(path.with_name("rescued.pilotage")) as file:
        assert file.project.get(Task, "t-0").name == "three"  # as it was on the screen of this test


def test_a_mistake_in_the_program_is_not_called_a_bad_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ProjectFile.open(path) as file:
        session = Session(file.project, file)
        monkeypatch.setattr(ledger, "write_changes", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            session.execute(SetFields("task", ("t-0",), {"name": "x"}))
        monkeypatch.undo()
        session.execute(SetFields("task", ("t-0",), {"name": "y"}))


def test_a_place_that_cannot_be_asked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A share that is gone answers with an error, not with an absence."""
    with ProjectFile.open(path) as file:

        def gone() -> tuple[int, int]:
            raise OSError(5, os.strerror(5))

        monkeypatch.setattr(file._database, "identity", gone)
        assert code_of(rename, file, "x") == "write_failed"


# -- backups do not stand in the way --------------------------------------------------------------------


def test_edits_go_on_where_no_backup_can_be_made(path: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    with ProjectFile.open(path, folders=Folders(backups=blocked / "backups")) as file:
        rename(file, "one")
        rename(file, "two")
        assert [warning.code for warning in file.warnings] == ["backup_failed"]  # said once
        with pytest.raises(Rejected, match="backup_failed"):
            file.restore_point("x")
        assert not file.backups()
    with ProjectFile.open(path) as file:
        assert file.project.get(Task, "t-0").name == "two"
        assert code_of(file.restore_point) == "backup_failed"
        assert not file.backups()
