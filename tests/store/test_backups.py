"""Backups: when they are made, that they can be restored, how they age."""

from __future__ import annotations

import datetime as dt
import os
import stat
from pathlib import Path

import pytest

import desktop
from desktop.domain.changes import ChangeSet
from desktop.domain.commands.records import AddRecord, DeleteRecords, SetFields
from desktop.domain.people import Person
from desktop.domain.plan import Task
from desktop.domain.session import Session
from desktop.store import backups
from desktop.store.backups import BACKUP_EVERY, Backup, Backups, copy_database, list_backups, restore, superseded
from desktop.store.connection import Database
from desktop.store.files import ProjectFile
from desktop.store.preparing import Folders
from tests.store.samples import code_of, make_project, names, rename, same, unchanged, write_project
from tests.store.test_opening import interrupted

NOON = dt.datetime(2026, 6, 10, 12)


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> dt.datetime:
        return self.now


def test_every_reason_has_words() -> None:
    assert {backup(NOON, reason).title for reason in backups.REASONS} == set(backups.REASONS.values())
    assert backup(NOON, "my own").title == "my own"


def reasons(file: ProjectFile) -> list[str]:
    """Oldest first."""
    return [backup.reason for backup in reversed(file.backups())]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock()


def opened(path: Path, folders: Folders, clock: Clock) -> ProjectFile:
    file = ProjectFile.open(path, folders=folders)
    file._clock = clock
    return file


def test_the_first_edit_is_preceded_by_a_backup_and_reading_is_not(path: Path, folders: Folders, clock: Clock) -> None:
    with opened(path, folders, clock) as file:
        assert not file.backups()
        rename(file, "one")
        rename(file, "two")
        (made,) = file.backups()
        assert (made.at, made.reason, made.version, made.label) == (NOON, "first-edit", desktop.__version__, "")
        assert made.size == made.path.stat().st_size
    with ProjectFile.open(made.path, read_only=True) as before:
        assert before.project.get(Task, "t-0").name == "Task 0 任务" and not before.verify()


def test_a_backup_of_a_large_file_takes_long_and_so_does_a_slow_disk(
    path: Path, folders: Folders, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(path, folders, clock) as file:
        asked: list[bool] = []
        session, commit = Session(file.project, file), file.commit

        def ask_first(changes: ChangeSet) -> None:
            asked.append(file.takes_long(changes))
            commit(changes)

        monkeypatch.setattr(file, "commit", ask_first)
        monkeypatch.setattr("desktop.store.files.SLOW", 60.0)
        monkeypatch.setattr("desktop.store.files.LARGE", path.stat().st_size)
        session.execute(SetFields("task", ("t-0",), {"name": "one"}))
        assert asked == [False]  # a small file is copied at once
        monkeypatch.setattr("desktop.store.files.LARGE", 1000)
        clock.now += BACKUP_EVERY
        session.execute(SetFields("task", ("t-0",), {"name": "two"}))
        session.execute(SetFields("task", ("t-0",), {"name": "three"}))
        assert asked == [False, True, False]
        monkeypatch.setattr("desktop.store.files.SLOW", 0.0)
        session.execute(SetFields("task", ("t-0",), {"name": "four"}))
        assert asked[-1]
    with ProjectFile.open(path) as file:  # nowhere to keep copies
        monkeypatch.setattr("desktop.store.files.SLOW", 1.0)
        assert not file.takes_long(ChangeSet("", (), NOON, ""))


def test_backups_belong_to_their_owner_alone(path: Path, folders: Folders, clock: Clock) -> None:
    with opened(path, folders, clock) as file:
        rename(file, "one")
        (made,) = file.backups()
    if os.name == "posix":
        assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700


def test_half_an_hour_of_work_and_bulk_edits_are_backed_up(path: Path, folders: Folders, clock: Clock) -> None:
    with opened(path, folders, clock) as file:
        session = Session(file.project, file)
        rename(file, "one")
        clock.now += BACKUP_EVERY - dt.timedelta(seconds=1)
        rename(file, "two")
        assert reasons(file) == ["first-edit"]
        clock.now += dt.timedelta(seconds=1)
        rename(file, "three")
        assert reasons(file) == ["first-edit", "interval"]
        for number in range(25):
            session.execute(AddRecord("person", {"name": f"P {number}", "id": f"p-{number}"}))
        clock.now += dt.timedelta(seconds=1)
        session.execute(DeleteRecords("person", tuple(f"p-{number}" for number in range(19))))
        assert reasons(file) == ["first-edit", "interval"]
        session.undo()
        clock.now += dt.timedelta(seconds=1)
        session.execute(DeleteRecords("person", tuple(f"p-{number}" for number in range(20))))
        assert reasons(file) == ["first-edit", "interval", "bulk-edit"]
        assert "p-19" in ProjectFile.open(file.backups()[0].path, read_only=True).project.table(Person)


def test_nothing_new_is_not_backed_up_again(path: Path, folders: Folders, clock: Clock) -> None:
    with opened(path, folders, clock) as file:
        file.back_up("import")
        clock.now += 2 * BACKUP_EVERY
        rename(file, "one")
        assert reasons(file) == ["import"]


def test_a_restore_point_keeps_its_name(path: Path, folders: Folders, clock: Clock) -> None:
    with opened(path, folders, clock) as file, unchanged(path):
        made = file.restore_point('Before the "steering" committee: 会议/2026?')
        assert made.label == "Before the steering committee 会议 2026"
        other = file.restore_point()  # at the same microsecond
        long = file.restore_point("长" * 300)
        assert len({made.path, other.path, long.path}) == 3 == len(file.backups())
        assert long.label == "长" * 40
        assert made.reason == "restore-point"


def test_restoring_brings_everything_back_and_keeps_what_was_there(path: Path, folders: Folders, clock: Clock) -> None:
    assert folders.backups is not None
    with opened(path, folders, clock) as file:
        rename(file, "one")
        expected = file.project.snapshot()
        point = file.restore_point("good")
        rename(file, "two")
        assert code_of(restore, point, path, folders.backups, now=NOON) == "file_in_use"
    before = path.read_bytes()
    kept = restore(point, path, folders.backups, now=NOON)
    assert kept is not None and kept.path.read_bytes() == before
    with ProjectFile.open(path, folders=folders) as file:
        assert same(file.project, expected) and len(file.history()) == 1 and not file.verify()
        assert {"before-restore", "restore-point", "first-edit"} == set(reasons(file))
    # And the way back.
    restore(kept, path, folders.backups, now=NOON)
    with ProjectFile.open(path) as file:
        assert file.project.get(Task, "t-0").name == "two"


def test_a_damaged_file_is_restored_in_two_steps(path: Path, folders: Folders, clock: Clock) -> None:
    assert folders.backups is not None
    with opened(path, folders, clock) as file:
        file.restore_point("good")
    path.write_bytes(b"\0" * 5000)
    assert code_of(ProjectFile.open, path) == "file_damaged"
    (found,) = list_backups(folders.backups, path)  # though nothing in the file says which project it was
    kept = restore(found, path, folders.backups, now=NOON)
    assert kept is not None and kept.path.read_bytes() == b"\0" * 5000
    with ProjectFile.open(path) as file:
        assert same(file.project, make_project())


def test_a_deleted_file_is_restored(path: Path, folders: Folders, clock: Clock) -> None:
    assert folders.backups is not None
    with opened(path, folders, clock) as file:
        file.restore_point()
    path.unlink()
    (found,) = list_backups(folders.backups, path)
    assert restore(found, path, folders.backups, now=NOON) is None
    with ProjectFile.open(path) as file:
        assert same(file.project, make_project())


def test_an_old_journal_is_not_replayed_into_the_restored_file(path: Path, folders: Folders, clock: Clock) -> None:
    assert folders.backups is not None
    with opened(path, folders, clock) as file:
        point = file.restore_point("good")
        rename(file, "x")
    killed = interrupted(path)
    kept = restore(point, killed, folders.backups, now=NOON)
    with ProjectFile.open(killed) as file:
        assert same(file.project, make_project()) and not file.verify()
    # What was killed can be brought back as well, with its transaction taken back.
    assert kept is not None
    restore(kept, killed, folders.backups, now=NOON)
    with ProjectFile.open(killed) as file:
        assert file.project.get(Task, "t-0").name == "x" and not file.verify()


def test_a_damaged_backup_is_not_restored(path: Path, folders: Folders, clock: Clock) -> None:
    assert folders.backups is not None
    with opened(path, folders, clock) as file:
        point = file.restore_point()
    whole = point.path.read_bytes()
    point.path.write_bytes(whole[: len(whole) // 2])
    with unchanged(path):
        assert code_of(restore, point, path, folders.backups, now=NOON) == "file_damaged"


def test_a_file_that_moved_finds_its_backups_from_both_places(path: Path, folders: Folders, clock: Clock) -> None:
    assert folders.backups is not None
    with opened(path, folders, clock) as file:
        rename(file, "one")
    moved = path.rename(path.with_name("moved.pilotage"))
    clock.now += BACKUP_EVERY
    with opened(moved, folders, clock) as file:
        rename(file, "two")
        assert len(file.backups()) == 2
    assert len(list_backups(folders.backups, path)) == len(list_backups(folders.backups, moved)) == 2
    assert not list_backups(folders.backups, path.with_name("other.pilotage"))
    assert not list_backups(folders.backups / "none", path)


def test_what_else_lies_in_the_folder_is_left_alone(path: Path, folders: Folders, clock: Clock) -> None:
    with opened(path, folders, clock) as file:
        rename(file, "one")
        (made,) = file.backups()
        folder = made.path.parent
        (folder / "notes.txt").write_text("mine")
        (folder / "9999-99-99 12.00.00.000000 x 1.pilotage").write_text("no date")
        (folder / backups.PLACES).write_text("{")
        clock.now += BACKUP_EVERY
        rename(file, "two")
        assert len(file.backups()) == 2
        assert "notes.txt" in names(folder)
        (folder / backups.PLACES).write_text("{}")
        assert backups._places(folder) == []


def test_an_id_from_a_received_file_names_no_folder_elsewhere(tmp_path: Path) -> None:
    root = tmp_path / "backups"
    for wild in ("../evil", "/etc", "", "a/b", "CON:", "x" * 65, "长"):
        assert Backups(root, wild).folder.parent == root
        assert Backups(root, wild).folder.name != wild


def test_another_program_that_never_lets_go_is_not_waited_for(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    from desktop.store import connection

    monkeypatch.setitem(connection.PRAGMAS, "busy_timeout", ("1", 1))
    with Database(path, writable=False) as database:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        assert code_of(copy_database, database, tmp_path / "copy.pilotage") == "file_busy"
        other.close()
    assert names(tmp_path) == ["work"]


# -- thinning -------------------------------------------------------------------------------------------


def backup(at: dt.datetime, reason: str = "interval", label: str = "") -> Backup:
    return Backup(Path(at.isoformat()), at, reason, "0.1.0", label, 1)


def kept(found: list[Backup], now: dt.datetime) -> list[dt.datetime]:
    gone = superseded(found, now)
    return sorted(item.at for item in found if item not in gone)


def test_all_for_two_days_then_one_a_day_a_week_a_month() -> None:
    now = dt.datetime(2026, 6, 10, 12)
    hours = [now - dt.timedelta(hours=6 * step) for step in range(4 * 400)]
    left = kept([backup(at) for at in hours], now)
    assert [at for at in left if now - at < dt.timedelta(days=2)] == sorted(hours[:8])
    month = [at for at in left if dt.timedelta(days=2) <= now - at < dt.timedelta(days=30)]
    assert len(month) == len({at.date() for at in month}) and 28 <= len(month) <= 30
    half_year = [at for at in left if dt.timedelta(days=30) <= now - at < dt.timedelta(days=180)]
    assert len(half_year) == len({at.isocalendar()[:2] for at in half_year}) and 21 <= len(half_year) <= 23
    rest = [at for at in left if now - at >= dt.timedelta(days=180)]
    assert len(rest) == len({(at.year, at.month) for at in rest}) and 7 <= len(rest) <= 9
    # The last of a day is kept, and thinning again takes nothing more.
    assert dt.datetime(2026, 6, 1, 18) in left and dt.datetime(2026, 6, 1, 12) not in left
    assert kept([backup(at) for at in left], now) == left


def test_named_copies_and_originals_of_upgrades_stay() -> None:
    now = dt.datetime(2026, 6, 10, 12)
    day = dt.datetime(2024, 1, 1)
    found = [
        backup(day),
        backup(day + dt.timedelta(hours=1), label="signed"),
        backup(day + dt.timedelta(hours=2), "migration"),
        backup(day + dt.timedelta(hours=3)),
    ]
    assert superseded(found, now) == [found[0]]


def test_thinning_happens_on_the_disk(path: Path, folders: Folders, clock: Clock) -> None:
    with opened(path, folders, clock) as file:
        for step in range(4):
            clock.now = NOON + dt.timedelta(hours=step)
            rename(file, f"edit {step}")
        first = file.backups()[-1].path
        first.with_name(first.name + "-journal").write_text("of a killed file")
        assert len(file.backups()) == 4
        clock.now = NOON + dt.timedelta(days=5)
        rename(file, "much later")
        assert [item.at for item in file.backups()] == [clock.now, NOON + dt.timedelta(hours=3)]
        assert not [name for name in names(first.parent) if name.endswith("-journal")]


def test_copies_of_one_project_lie_together(tmp_path: Path, folders: Folders) -> None:
    for name in ("a", "b"):
        path = write_project(tmp_path / name / "same name.pilotage", make_project())
        with ProjectFile.open(path, folders=folders) as file:
            rename(file, name)
    assert folders.backups is not None
    assert names(folders.backups) == ["p-1"]
