"""Bad and hostile files: each is refused in one sentence, and left as it is."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import struct
import sys
import zlib
from pathlib import Path

import pytest

from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected
from desktop.store import connection, history, opening
from desktop.store.connection import Database
from desktop.store.files import ProjectFile
from desktop.store.preparing import Folders
from desktop.store.tables import APPLICATION_ID, FORMAT
from tests.store.samples import code_of, names, patch, rename, set_format, unchanged


def refused(path: Path, folders: Folders | None = None) -> str:
    """The code of the refusal, the same for editing and for reading; the file is what it was."""
    with unchanged(path):
        codes = {code_of(ProjectFile.open, path, read_only=only, folders=folders) for only in (False, True)}
    (code,) = codes
    return code


# -- not a project ----------------------------------------------------------------------------------


def test_nothing_there(tmp_path: Path) -> None:
    assert code_of(ProjectFile.open, tmp_path / "no.pilotage") == "file_missing"
    assert code_of(ProjectFile.open, tmp_path / "no" / "no.pilotage") == "file_missing"
    loop = tmp_path / "loop.pilotage"
    loop.symlink_to(loop)
    assert code_of(ProjectFile.open, loop) == "file_missing"


def test_a_folder_and_a_device(tmp_path: Path) -> None:
    assert code_of(ProjectFile.open, tmp_path) == "not_a_file"
    if sys.platform != "win32":
        assert code_of(ProjectFile.open, Path("/dev/zero")) == "not_a_file"
        pipe = tmp_path / "pipe.pilotage"
        os.mkfifo(pipe)
        assert code_of(ProjectFile.open, pipe) == "not_a_file"


def test_too_large(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "SIZE_CAP", path.stat().st_size - 1)
    assert refused(path) == "file_too_large"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pilotage", b"", "file_empty"),
        ("a.pilotage", b"x", "not_a_project"),
        ("a.pilotage", b"<?xml version='1.0'?><Project/>", "not_a_project"),
        ("a.pilotage", "任务,开始".encode(), "not_a_project"),
        ("a.pilotage", b"\0" * 4096, "file_damaged"),  # what a power cut leaves of a file that was not flushed
        ("a.pilotage", bytes(range(256)) * 16, "file_damaged"),
        ("a.pilotage", b"SQLite format 3\0", "file_truncated"),
        ("a.xml", b"<?xml version='1.0'?><Project/>", "not_a_project"),
        ("a.mpp", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "microsoft_project"),
        ("A.MPT", b"anything", "microsoft_project"),
        ("a.zip", b"PK\3\4" + bytes(range(100)), "not_a_project"),
    ],
)
def test_not_a_project(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refused(path) == code


def test_a_database_of_another_program(tmp_path: Path, path: Path) -> None:
    other = tmp_path / "other.pilotage"
    database = sqlite3.connect(other)
    database.execute("CREATE TABLE task (id TEXT)")
    database.commit()
    database.close()
    assert refused(other) == "other_program"
    patch(path, 68, struct.pack(">i", 0))
    assert refused(path) == "other_program"


@pytest.mark.parametrize("version", range(1, FORMAT + 1))
def test_ours_but_empty(tmp_path: Path, version: int) -> None:
    path = tmp_path / "a.pilotage"
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA application_id={APPLICATION_ID}")
    database.execute(f"PRAGMA user_version={version}")
    database.close()
    assert refused(path) == "file_damaged"


def test_a_newer_version_names_the_program_that_is_needed(path: Path) -> None:
    set_format(path, 7)
    database = sqlite3.connect(path)
    database.execute("UPDATE meta SET value = '2.5.0' WHERE key = 'program'")
    database.execute("CREATE TABLE unheard_of (x)")
    database.commit()
    with pytest.raises(Rejected) as caught:
        ProjectFile.open(path)
    assert (caught.value.code, caught.value.facts["program"]) == ("newer_program", "2.5.0")
    # Where even that has changed, the number of the format must do; a sentence is no version.
    for change in ("UPDATE meta SET value = 'evil {0}'", "DELETE FROM meta", "DROP TABLE meta"):
        database.execute(change)
        database.commit()
        assert refused(path) == "newer_version"
    database.close()


def test_a_format_that_never_was(path: Path) -> None:
    set_format(path, 0)
    assert refused(path) == "file_damaged"
    set_format(path, -1)
    assert refused(path) == "file_damaged"


def test_a_file_that_may_not_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", refuse)
    assert code_of(ProjectFile.open, path) == "file_unreadable"


def test_a_disk_that_fails(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "open", refuse)
    assert code_of(ProjectFile.open, path) == "read_failed"


# -- cut off ----------------------------------------------------------------------------------------


def test_a_truncated_file(path: Path) -> None:
    whole = path.read_bytes()
    for size in (50, 99, 100, 1000, 4096, 4097, len(whole) // 2, len(whole) - 4096, len(whole) - 1):
        path.write_bytes(whole[:size])
        assert refused(path) == "file_truncated", size


def test_a_header_that_promises_too_much_settles_nothing_while_a_transaction_is_open(path: Path) -> None:
    """A file that was killed in mid-write may have any length; SQLite knows what to do."""
    with ProjectFile.open(path) as file:
        rename(file, "before")
    killed = interrupted(path)
    with ProjectFile.open(killed, folders=Folders(recovery=path.parent / "recovery")) as file:
        assert file.project.get(Task, "t-0").name == "before" and not file.warnings
        assert not file.verify()
    kept = names(path.parent / "recovery")
    assert len(kept) == 2 and kept[1].endswith("-journal")


def interrupted(path: Path) -> Path:
    """A copy of ``path`` as a kill in mid-transaction leaves it: pages half written, and a hot journal."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA cache_size=1")  # spill
    database.execute("BEGIN IMMEDIATE")
    database.execute("CREATE TABLE half (x)")
    database.execute("UPDATE task SET name = 'half', notes = ?", ("y" * 100_000,))
    for _ in range(5):
        database.execute("INSERT INTO half VALUES (?)", ("x" * 50_000,))
    killed = path.with_name("killed.pilotage")
    shutil.copyfile(path, killed)
    shutil.copyfile(path.with_name(path.name + "-journal"), killed.with_name(killed.name + "-journal"))
    database.execute("ROLLBACK")
    database.close()
    assert killed.read_bytes() != path.read_bytes()
    return killed


def test_an_interrupted_file_is_read_from_a_settled_copy(path: Path) -> None:
    killed = interrupted(path)
    with unchanged(killed), ProjectFile.open(killed, read_only=True) as file:
        assert file.project.get(Task, "t-0").name == "Task 0 任务"
        scratch = file._database.path
        assert scratch != killed and file.path == killed
    assert not scratch.exists()


def test_recovery_does_not_wait_for_its_folder(path: Path, tmp_path: Path) -> None:
    killed = interrupted(path)
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    with ProjectFile.open(killed, folders=Folders(recovery=blocked / "recovery")) as file:
        assert [warning.code for warning in file.warnings] == ["recovery_failed"]
        assert file.project.get(Task, "t-0").name == "Task 0 任务"


def test_recoveries_do_not_pile_up(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "KEPT_RECOVERIES", 2)
    killed = interrupted(path)
    for _ in range(5):
        os.utime(killed)
        opening.keep_sidecars(killed, tmp_path / "recovery")
    assert len(names(tmp_path / "recovery")) == 4


def test_a_file_that_another_program_switched_to_write_ahead_mode(path: Path, folders: Folders) -> None:
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("PRAGMA wal_autocheckpoint=0")
    other.execute("UPDATE meta SET value = value")
    other.commit()
    copied = path.with_name("copied.pilotage")
    for ending in ("", "-wal"):
        shutil.copyfile(path.with_name(path.name + ending), copied.with_name(copied.name + ending))
    other.close()
    with unchanged(copied), ProjectFile.open(copied, read_only=True) as file:
        assert file.project.get(Task, "t-1")
    with ProjectFile.open(copied, folders=folders) as file:
        rename(file, "x")
    assert names(copied.parent) == [copied.name, path.name]
    assert copied.read_bytes()[18:20] == b"\x01\x01"
    assert folders.backups is not None and list(folders.backups.rglob("*migration*"))


# -- what we never put there ------------------------------------------------------------------------

PLANTED = {
    "a trigger": "CREATE TRIGGER evil AFTER INSERT ON history BEGIN DELETE FROM task; END",
    "a view": "CREATE VIEW evil AS SELECT load_extension('evil')",
    "a view without an end": "CREATE VIEW evil AS WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i FROM n) SELECT 1",
    "a table": "CREATE TABLE evil (x)",
    "a virtual table": "CREATE VIRTUAL TABLE evil USING fts5(x)",
    "an index on an expression": "CREATE INDEX evil ON task (hex(zeroblob(length(name))))",
    "a plain index": "CREATE INDEX evil ON task (name)",
    "statistics": "ANALYZE",
    "a column": "ALTER TABLE task ADD COLUMN evil TEXT",
    "a column with a default": "ALTER TABLE task ADD COLUMN evil TEXT DEFAULT 'x'",
    "a generated column": "ALTER TABLE task ADD COLUMN evil TEXT AS (hex(zeroblob(100000000)))",
}  # fmt: skip


@pytest.mark.parametrize("what", PLANTED)
def test_planted_things_are_refused(path: Path, what: str) -> None:
    database = sqlite3.connect(path)
    database.execute(PLANTED[what])
    database.commit()
    database.close()
    assert refused(path) == "foreign_content"


NUMBER = "number INTEGER NOT NULL"
REWRITTEN: dict[str, tuple[str, str, str]] = {
    "a check": ("PRIMARY KEY", "CHECK (randomblob(1000000000)), PRIMARY KEY", "foreign_content"),
    "a reference": ("PRIMARY KEY", "FOREIGN KEY (id) REFERENCES task, PRIMARY KEY", "foreign_content"),
    "a collation": ("id TEXT", "id TEXT COLLATE NOCASE", "foreign_content"),
    "another type": (NUMBER, "number TEXT NOT NULL", "file_damaged"),
    "another name": (NUMBER, "nummer INTEGER NOT NULL", "foreign_content"),
    "a missing column": (NUMBER + ", ", "", "file_damaged"),
    "a column that may be empty": (NUMBER, "number INTEGER", "file_damaged"),
    "a default that computes": (NUMBER, NUMBER + " DEFAULT (length(hex(zeroblob(9))))", "foreign_content"),
    "a default that is a value": (NUMBER, NUMBER + " DEFAULT 0", ""),
}


@pytest.mark.parametrize("what", REWRITTEN)
def test_rewritten_tables_are_refused(path: Path, what: str) -> None:
    old, new, code = REWRITTEN[what]
    database = sqlite3.connect(path)
    (sql,) = database.execute("SELECT sql FROM sqlite_schema WHERE name = 'issue'").fetchone()
    changed = " ".join(sql.split()).replace(old, new)
    assert new in changed
    database.execute("DROP TABLE issue")
    database.execute(changed)
    database.execute("UPDATE ledger SET row_count = 0, content = 0 WHERE key = 'issue'")
    database.commit()
    database.close()
    if code:
        assert refused(path) == code
    else:  # what adding a column to an older file leaves behind
        ProjectFile.open(path).close()


def test_a_missing_table_is_damage(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("DROP TABLE issue")
    database.commit()
    database.close()
    assert refused(path) == "file_damaged"


def test_a_check_is_found_even_when_it_hides_in_quotes(path: Path) -> None:
    assert (
        opening._FOREIGN_WORDS.search(opening._QUOTED.sub("_", "x \"CHECK\" 'CHECK' [CHECK] `CHECK` -- CHECK\n"))
        is None
    )
    assert opening._FOREIGN_WORDS.search(opening._QUOTED.sub("_", 'x "a""b" CHECK (1)')) is not None


# -- values that no program of ours wrote -------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE task SET deadline = 'tomorrow'",
        "UPDATE task SET tags = '{'",
        "UPDATE task SET splits = '[[1]]'",
        "UPDATE task SET milestone = 2",
        "UPDATE task SET name = CAST(x'ff41' AS TEXT)",
        "DELETE FROM ledger WHERE key = 'risk'",
        "DELETE FROM project",
        "UPDATE baseline SET tasks = '" + "[" * 100_000 + "'",
    ],
)
def test_made_up_values_are_damage(path: Path, statement: str) -> None:
    database = sqlite3.connect(path)
    database.execute(statement)
    database.commit()
    database.close()
    assert refused(path) == "file_damaged"


MADE_UP = [
    b"{",
    zlib.compress(b"{"),
    zlib.compress(b"[]"),
    zlib.compress(b'{"names":{},"changes":[["task","t","x",null]]}'),
    zlib.compress(b'{"names":{"task":[]},"changes":[[1,2]]}'),
    zlib.compress(b"\xff"),
    zlib.compress(b"{}")[:-1],
    zlib.compress(b" " * (history.LARGEST + 1)),
]


@pytest.mark.parametrize("changes", MADE_UP, ids=range(len(MADE_UP)))
def test_a_made_up_history_does_not_keep_the_project_from_opening(path: Path, changes: bytes) -> None:
    with ProjectFile.open(path) as file:
        rename(file, "x")
    database = sqlite3.connect(path)
    database.execute("UPDATE history SET changes = ?", (changes,))
    database.commit()
    database.close()
    with ProjectFile.open(path) as file:
        assert code_of(file.history) == "file_damaged"
        rename(file, "y")
        assert file.verify()


# -- while it is open elsewhere -----------------------------------------------------------------------


def test_a_second_window_reads_without_touching_the_locks(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Closing any other handle to a file drops the locks that SQLite holds on it (POSIX)."""
    with ProjectFile.open(path) as file:
        assert code_of(ProjectFile.open, path) == "file_in_use"
        monkeypatch.setattr(opening, "read_header", lambda _: pytest.fail("the file was opened a second time"))
        rename(file, "one")
        with ProjectFile.open(path, read_only=True) as reader:
            assert reader.project.get(Task, "t-0").name == "one"
            rename(file, "two")  # readers are not in the way


def test_another_program_in_mid_transaction(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.PRAGMAS, "busy_timeout", ("1", 1))
    other = sqlite3.connect(path, isolation_level=None)
    with ProjectFile.open(path) as file:
        before = file.project.get(Task, "t-0")
        other.execute("BEGIN IMMEDIATE")
        assert code_of(rename, file, "x") == "file_busy"
        other.execute("ROLLBACK")
        file.project.put("task", "t-0", before)
        rename(file, "x")
        assert other.execute("SELECT name FROM task WHERE id = 't-0'").fetchone() == ("x",)
    other.execute("BEGIN EXCLUSIVE")
    with unchanged(path):
        assert code_of(ProjectFile.open, path) == "file_busy"
    other.close()


def test_files_with_awkward_names(tmp_path: Path) -> None:
    from tests.store.samples import make_project, write_project

    for name in (
        "a b.pilotage",
        "100%.pilotage",
        "q?mode=memory#x&y.pilotage",
        "名称 🚢.pilotage",
        "-rf.pilotage",
        "a'b\"c",
    ):
        path = write_project(tmp_path / "odd ?% folder" / name, make_project())
        with ProjectFile.open(path) as file:
            rename(file, name)
        with ProjectFile.open(path) as file:
            assert file.project.get(Task, "t-0").name == name


def test_a_share_on_a_server_is_named_as_sqlite_wants_it() -> None:
    from desktop.store.connection import _uri

    class Share:
        def absolute(self) -> Share:
            return self

        def as_uri(self) -> str:
            return "file://server/share/a%20b.pilotage"

    assert _uri(Share(), "ro") == "file:////server/share/a%20b.pilotage?mode=ro"  # type: ignore[arg-type]


def test_no_file_is_ever_made_by_opening(tmp_path: Path) -> None:
    with pytest.raises(Rejected):
        Database(tmp_path / "none", writable=True)
    assert not names(tmp_path)
