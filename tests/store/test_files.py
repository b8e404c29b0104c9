"""A project and its file: what was written is read again, opening changes nothing, and who may write."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.changes import Change, ChangeSet
from desktop.domain.commands.records import AddRecord, DeleteRecords, SetFields
from desktop.domain.people import Person
from desktop.domain.plan import Split, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected, Term
from desktop.domain.risks import Risk
from desktop.domain.session import Session
from desktop.store import connection
from desktop.store.connection import PRAGMAS, Database
from desktop.store.files import SET_RIGHT, ProjectFile
from desktop.store.preparing import Folders
from desktop.store.tables import APPLICATION_ID, FORMAT, METADATA
from tests.domain.test_ahead import in_thread
from tests.store.samples import (
    NOW,
    ODD,
    change,
    code_of,
    make_project,
    names,
    rename,
    same,
    tables,
    unchanged,
    write_project,
)
from tests.store.test_opening import interrupted
from tests.strategies import register_commands


def test_what_was_written_is_read_again(path: Path, project: Project) -> None:
    with ProjectFile.open(path) as file:
        assert same(file.project, project)
        assert file.project.profile.objectives == (ODD, "")
        assert not file.warnings and not file.read_only


def test_a_new_file_belongs_to_its_owner_alone(path: Path) -> None:
    path = write_project(path.with_name("new") / "a.pilotage", make_project())
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(path.parent) == [path.name]  # neither lock nor journal is left


def test_the_header_says_what_the_file_is(path: Path) -> None:
    """Offsets from the SQLite file format: user_version at 60, application_id at 68, both big-endian."""
    head = path.read_bytes()[:100]
    assert int.from_bytes(head[60:64], "big") == FORMAT
    assert head[68:72] == b"PILO" and int.from_bytes(b"PILO", "big") == APPLICATION_ID
    assert head[18:20] == b"\x01\x01"  # rollback journal, so that a copy of the file is the project


def test_opening_never_changes_the_file(path: Path, folders: Folders) -> None:
    for read_only in (False, True):
        with unchanged(path), ProjectFile.open(path, read_only=read_only, folders=folders) as file:
            file.history()
            file.verify()
            file.backups()
    assert not folders.backups or not folders.backups.exists()


def test_a_file_is_known_by_any_name_that_leads_to_it(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.pilotage"
    link.symlink_to(path)
    with ProjectFile.open(link) as file:
        assert file.path == path.resolve()
        assert code_of(ProjectFile.open, path) == "file_in_use"  # the lock is the file's, not the name's


def test_an_edit_is_on_the_disk_when_it_returns(path: Path) -> None:
    with ProjectFile.open(path) as file:
        rename(file, "新名字")
        other = sqlite3.connect(path)
        assert other.execute("SELECT name FROM task WHERE id = 't-0'").fetchone() == ("新名字",)
        other.close()


def test_edits_come_back_after_reopening(path: Path) -> None:
    with ProjectFile.open(path) as file:
        rename(file, "One")
        file.commit(change(file.project, Risk, "k-1", event=ODD, tags=("x", ODD), owner=None))
        expected = file.project.snapshot()
    with ProjectFile.open(path) as file:
        assert same(file.project, expected)
        assert not file.verify()


def test_records_are_read_in_the_order_in_which_they_were_numbered(path: Path) -> None:
    with ProjectFile.open(path) as file:
        session = Session(file.project, file)
        session.execute(DeleteRecords("person", ("li",)))
        session.execute(AddRecord("person", {"name": "Second"}))
        session.undo()
        session.undo()
        session.execute(AddRecord("person", {"name": "Third"}))
    with ProjectFile.open(path) as file:
        assert [person.name for person in file.project.table(Person).values()] == ["李雷", "Third"]


def test_a_display_number_is_never_given_twice(path: Path) -> None:
    with ProjectFile.open(path) as file:
        session = Session(file.project, file)
        session.execute(AddRecord("risk", {"event": "Ice", "id": "ice"}))
        assert file.project.get(Risk, "ice").number == 9  # as the sample says: 4 exists, 5 to 8 were deleted
        session.execute(DeleteRecords("risk", ("ice",)))
    with ProjectFile.open(path) as file:
        session = Session(file.project, file)
        session.execute(AddRecord("risk", {"event": "Fog", "id": "fog"}))
        assert file.project.get(Risk, "fog").code == "R-010"


def test_the_history_tells_who_changed_what_from_what_to_what(path: Path) -> None:
    with ProjectFile.open(path) as file:
        before = file.project.get(Task, "t-0")
        changes = rename(file, ODD)
        session = Session(file.project, file, author="韩梅梅", clock=lambda: NOW + dt.timedelta(hours=1))
        session.execute(AddRecord("risk", {"event": "Ice"}))
        session.undo()
        session.redo()
    with ProjectFile.open(path) as file:
        found = file.history()
        assert [entry.number for entry in found] == [4, 3, 2, 1]
        assert [entry.changes.kind for entry in found] == ["redo", "undo", "do", "do"]
        assert found[-1].changes == changes
        assert found[-1].changes.changes[0].before == before
        assert [change.after is None for change in found[1].changes.changes] == [True]
        assert found[0].changes.author == "韩梅梅"
        assert file.history(2) == found[:2]
        assert file.history(2, before=3) == found[2:]
        assert file.history(before=1) == []
        assert file.history(since=NOW)[-1] == found[-1]
        assert file.history(since=NOW + dt.timedelta(seconds=1)) == found[:3]


def test_words_of_the_program_stay_words_in_the_history(path: Path) -> None:
    with ProjectFile.open(path) as file:
        changes = change(file.project, Task, "t-0", name="x")
        told = ChangeSet("Change {field}", changes.changes, NOW, "", {"field": Term("Risk"), "name": "Risk"})
        file.commit(told)
        facts = file.history(1)[0].changes.facts
        assert isinstance(facts["field"], Term) and not isinstance(facts["name"], Term)


def test_a_refused_edit_leaves_no_trace(path: Path) -> None:
    with ProjectFile.open(path) as file:
        session = Session(file.project, file)
        expected = file.project.snapshot()
        assert code_of(session.execute, SetFields("task", ("t-0",), {"name": " "})) == "required"
        assert tables(file.project) == tables(expected) and not file.history()


@pytest.mark.parametrize(
    "fields", [{"notes": "\ud800"}, {"work": 2**63}, {"work": 1.5}, {"splits": (7,)}, {"splits": (Split(start="x"),)}]
)
def test_what_no_file_can_hold_is_refused_and_the_next_edit_works(path: Path, fields: dict[str, object]) -> None:
    with ProjectFile.open(path) as file:
        before = file.project.get(Task, "t-0")
        assert code_of(file.commit, change(file.project, Task, "t-0", **fields)) == "unstorable"
        file.project.put("task", "t-0", before)  # as the session does
        rename(file, "next")
    with ProjectFile.open(path) as file:
        assert [entry.number for entry in file.history()] == [1]
        assert file.project.get(Task, "t-0").name == "next"


def test_50_000_characters_in_every_text(path: Path) -> None:
    with ProjectFile.open(path) as file:
        texts = {spec.name for spec in Task.info.specs.values() if spec.kind.value in ("text", "long_text")}
        texts -= {"changed_by"}  # the session's own
        file.commit(change(file.project, Task, "t-0", **dict.fromkeys(texts, "长😀" * 25_000)))
        expected = file.project.snapshot()
    with ProjectFile.open(path) as file:
        assert same(file.project, expected)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_commands_undone_and_redone_are_what_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.pilotage"
    ProjectFile.create(path, make_project()).close()
    with ProjectFile.open(path) as file:
        session = Session(file.project, file, clock=lambda: NOW)
        for _ in range(data.draw(st.integers(1, 6))):
            try:
                session.execute(data.draw(register_commands(file.project)))
                if data.draw(st.booleans()):
                    session.undo()
                    if data.draw(st.booleans()):
                        session.redo()
            except Rejected:
                pass
        expected = file.project.snapshot()
    with ProjectFile.open(path) as again:
        for key, rows in tables(expected).items():
            assert {item.id: item for item in rows} == dict(again.project.rows(key))
        assert not again.verify() and not again.warnings


# -- reading only ---------------------------------------------------------------------------------


def test_reading_only(path: Path) -> None:
    with unchanged(path), ProjectFile.open(path, read_only=True) as file:
        assert file.read_only and not file.warnings
        assert code_of(rename, file, "x") == "read_only"


def test_a_protected_file_opens_for_reading(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda place, mode: Path(place) != path)
    with unchanged(path), ProjectFile.open(path) as file:
        assert file.read_only and [warning.code for warning in file.warnings] == ["file_protected"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
@pytest.mark.parametrize(("mode", "warning"), [(0o555, "folder_protected"), (0o755, "file_protected")])
def test_without_the_right_to_write(written: Path, root: Path, mode: int, warning: str) -> None:
    """Permissions as the system enforces them: root has none to lose and becomes nobody."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "folder")
        folder.mkdir()
        path = folder / "a.pilotage"
        shutil.copyfile(written, path)
        path.chmod(0o666 if warning == "folder_protected" else 0o444)
        Path(place).chmod(0o755)
        script = f"""
import os
from pathlib import Path
from desktop.store import migrations
from desktop.store.files import ProjectFile
import sqlalchemy.dialects.sqlite, getpass, pwd
if os.getuid() == 0:
    os.chown({str(folder)!r}, 0, 0)
    os.setgid(65534); os.setuid(65534)
os.umask(0)
with ProjectFile.open(Path({str(path)!r})) as file:
    print(file.read_only, *(warning.code for warning in file.warnings), len(file.project.rows("task")))
"""
        folder.chmod(mode)
        with unchanged(path):
            done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False)
        folder.chmod(0o755)
        assert (done.stdout, done.stderr) == (f"True {warning} 4\n", "")


@pytest.mark.parametrize(("number", "code"), [(13, "folder_protected"), (30, "folder_protected"), (28, "disk_full")])
def test_where_no_lock_can_be_had_the_file_opens_for_reading(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("desktop.store.lock.os.open", refuse)
    with unchanged(path), ProjectFile.open(path) as file:
        assert file.read_only and [warning.code for warning in file.warnings] == [code]
        assert code_of(file.commit, ChangeSet("x", (), NOW, "")) == "read_only"


# -- creating and copying -------------------------------------------------------------------------


def test_an_existing_file_is_not_overwritten_unasked(path: Path, folders: Folders) -> None:
    with unchanged(path):
        assert code_of(ProjectFile.create, path, make_project()) == "file_exists"
    old = path.read_bytes()
    ProjectFile.create(path, make_project(5), replace=True, folders=folders).close()
    assert folders.backups is not None
    (kept,) = folders.backups.rglob("*before-replace*.pilotage")
    assert kept.read_bytes() == old


def test_an_old_journal_is_not_played_back_into_the_new_file(path: Path, folders: Folders) -> None:
    killed = interrupted(path)
    with ProjectFile.open(path) as file:
        file.copy_to(killed)
    with ProjectFile.open(killed) as file:
        assert same(file.project, make_project()) and not file.verify()
    killed = interrupted(path)
    ProjectFile.create(killed, make_project(5), replace=True, folders=folders).close()
    with ProjectFile.open(killed) as file:
        assert same(file.project, make_project(5)) and not file.verify()
    assert folders.backups is not None and list(folders.backups.rglob("*-journal"))


def test_a_project_that_is_open_is_not_replaced(path: Path) -> None:
    with ProjectFile.open(path) as file, ProjectFile.open(path, read_only=True) as reader:
        assert code_of(ProjectFile.create, path, make_project(), replace=True) == "file_in_use"
        assert code_of(file.copy_to, path) == code_of(reader.copy_to, path) == "file_exists"


def test_a_failed_creation_leaves_nothing(tmp_path: Path) -> None:
    assert code_of(ProjectFile.create, tmp_path / "none" / "a.pilotage", make_project()) == "folder_missing"
    for length in (300, 255, 248):  # SQLite's journal needs eight bytes more
        assert code_of(ProjectFile.create, tmp_path / ("n" * length), make_project()) == "name_unusable"
    wrong = Project([*make_project().all(), Task(id="x", name="x", duration=True)])
    assert code_of(ProjectFile.create, tmp_path / "a.pilotage", wrong) == "unstorable"
    assert not names(tmp_path)


def test_a_copy_has_the_history_too(path: Path, tmp_path: Path, folders: Folders) -> None:
    target = tmp_path / "copy.pilotage"
    with ProjectFile.open(path) as file:
        rename(file, "x")
        file.copy_to(target)
        expected = file.project.snapshot()
    with ProjectFile.open(target) as copy:
        assert same(copy.project, expected) and len(copy.history()) == 1 and not copy.verify()
    with ProjectFile.open(path, read_only=True, folders=folders) as reader:
        reader.copy_to(target)  # what stood there is kept
    assert folders.backups is not None and list(folders.backups.rglob("*before-replace*"))


# -- whose it is ----------------------------------------------------------------------------------


def test_another_thread_has_no_business_here(path: Path) -> None:
    with ProjectFile.open(path) as file:
        errors: list[BaseException] = []

        def work() -> None:
            try:
                file.history()
            except RuntimeError as error:
                errors.append(error)
            assert not file.verify()  # this one may

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        assert len(errors) == 1


def test_a_file_that_a_worker_opened_is_handed_over(path: Path) -> None:
    opened: list[ProjectFile] = []
    thread = threading.Thread(target=lambda: opened.append(ProjectFile.open(path)))
    thread.start()
    thread.join()
    (file,) = opened
    with pytest.raises(RuntimeError):
        file.history()
    file.adopt()
    rename(file, "x")
    file.close()
    file.close()  # once is enough, twice is no error
    with pytest.raises(RuntimeError):
        file.history()


def test_another_thread_may_write_once_while_the_owner_waits(path: Path) -> None:
    with ProjectFile.open(path) as file:
        session = Session(file.project, file)
        ahead = session.ahead(SetFields("task", ("t-0", "t-1"), {"name": "lent"}))
        ahead.work_out()
        store = session.storing(ahead)
        go = threading.Event()

        def work() -> None:
            assert go.wait(30)
            store()

        thread = threading.Thread(target=work)
        thread.start()
        timer = threading.Timer(0.05, go.set)
        timer.start()
        assert len(file.history()) == 1  # waited for
        assert ahead.error is None
        session.take(ahead)
        thread.join()
        timer.join()
        with pytest.raises(RuntimeError):
            in_thread(file.history)
        rename(file, "mine again")
        expected = file.project.snapshot()
    with ProjectFile.open(path) as file:
        assert same(file.project, expected) and not file.verify() and len(file.history()) == 2
        assert file.project.get(Task, "t-1").name == "lent"


def test_what_a_borrower_cannot_write_leaves_the_file_to_its_owner(path: Path) -> None:
    with ProjectFile.open(path) as file:
        session = Session(file.project, file)
        before = file.project.snapshot()
        ahead = session.ahead(SetFields("task", ("t-0",), {"name": "lent"}))
        ahead.work_out()
        with closing(sqlite3.connect(path)) as other:
            other.execute("UPDATE task SET notes = '' WHERE id = 't-1'")
            other.commit()
        in_thread(session.storing(ahead))
        assert isinstance(ahead.error, Rejected) and ahead.error.code == "file_changed_outside"
        assert same(file.project, before) and not file.history()


# -- the connection -------------------------------------------------------------------------------


def test_every_setting_is_read_back(path: Path) -> None:
    with Database(path, writable=True) as database:
        for name, (_, expected) in PRAGMAS.items():
            assert database.raw.execute(f"PRAGMA {name}").fetchone()[0] == expected
        assert database.raw.getlimit(sqlite3.SQLITE_LIMIT_ATTACHED) == 0


def test_a_library_that_ignores_a_setting_is_not_trusted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.PRAGMAS, "synchronous", ("EXTRA", 2))
    assert code_of(ProjectFile.open, path) == "profile_refused"
    monkeypatch.undo()
    ProjectFile.open(path).close()  # the lock was let go


def test_a_library_that_is_too_old_is_not_trusted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 9))
    assert code_of(ProjectFile.open, path) == "profile_refused"


def test_a_transaction_begins_where_we_say(path: Path) -> None:
    with Database(path, writable=True) as database:
        with pytest.raises(ZeroDivisionError), database.writing() as open_one:
            assert database.raw.in_transaction
            open_one.exec_driver_sql("CREATE TABLE halfway (x)")
            raise ZeroDivisionError
        with database.reading() as open_one:
            assert open_one.exec_driver_sql("SELECT count(*) FROM sqlite_schema WHERE name='halfway'").scalar() == 0


def test_an_endless_query_is_given_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "STEPS", 100)
    monkeypatch.setattr("desktop.store.opening.PATIENCE", -1.0)
    assert code_of(ProjectFile.open, path) == "too_slow"


def test_tables_hold_what_they_declare(path: Path) -> None:
    raw = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute("UPDATE task SET duration = 'x'")
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute("UPDATE task SET name = NULL")
    raw.close()
    assert all(table.kwargs["sqlite_strict"] for table in METADATA.tables.values())


# -- what does not belong together ------------------------------------------------------------------


def test_the_file_is_set_right_with_the_next_edit(tmp_path: Path) -> None:
    project = make_project()
    project.put("risk", "k-1", project.get(Risk, "k-1").replace(owner="nobody"))
    path = tmp_path / "a.pilotage"
    ProjectFile.create(path, project).close()
    with unchanged(path), ProjectFile.open(path) as file:
        assert [(warning.code, warning.facts["count"]) for warning in file.warnings] == [("repaired", 1)]
        assert file.project.get(Risk, "k-1").owner is None
    with ProjectFile.open(path) as file:
        rename(file, "x")
        assert [entry.changes.label for entry in file.history()] == ["Change {name}", SET_RIGHT]
    with ProjectFile.open(path) as file:
        assert not file.warnings and file.project.get(Risk, "k-1").owner is None and not file.verify()


def test_a_stale_row_is_not_overwritten(path: Path) -> None:
    """The record in memory is not the one in the file: something has gone wrong, and nothing is written."""
    with ProjectFile.open(path) as file:
        task = file.project.get(Task, "t-0")
        for before in (task.replace(name="never seen"), task.replace(id="t-9")):
            changes = ChangeSet("x", (Change("task", before.id, before, task.replace(name="y")),), NOW, "")
            assert code_of(file.commit, changes) == "file_changed_outside"
        again = ChangeSet("x", (Change("task", "t-0", None, task),), NOW, "")
        assert code_of(file.commit, again) == "file_changed_outside"
        assert not file.history() and not file.verify()


def test_time_is_told_by_the_clock_of_the_caller(path: Path, now: dt.datetime) -> None:
    with ProjectFile.open(path) as file:
        assert rename(file, "x").at == file.history()[0].changes.at == now
