"""Older files: brought up to date on a copy that is verified, the original kept; real files of every version."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.risks import Risk
from desktop.store import migrations, tables
from desktop.store.files import ProjectFile
from desktop.store.migrations import Step
from desktop.store.preparing import Folders
from tests.store.samples import code_of, make_project, names, rename, same, set_format, unchanged, write_project

DATA = Path(__file__).parent / "data"


def columns(path: Path) -> set[tuple[str, str]]:
    database = sqlite3.connect(path)
    found = database.execute(
        "SELECT m.name, x.name FROM sqlite_schema AS m, pragma_table_xinfo(m.name) AS x WHERE m.type = 'table'"
    ).fetchall()
    database.close()
    return set(found)


def test_a_changed_declaration_is_a_new_format() -> None:
    declared = {(table.name, column.name) for table in tables.METADATA.tables.values() for column in table.columns}
    changed = columns(DATA / f"v{tables.FORMAT}.pilotage") ^ declared
    assert not changed, (
        "Record types have changed: raise FORMAT in desktop/store/tables.py by one and run "
        "python -m tests.store.make_version. New fields and tables need nothing more; a step in "
        "desktop/store/migrations.py says what a renamed or divided field means to old values."
    )


@pytest.mark.parametrize("version", range(1, tables.FORMAT + 1))
def test_a_file_of_every_version_opens(tmp_path: Path, version: int) -> None:
    """These files are kept for ever."""
    path = tmp_path / "old.pilotage"
    shutil.copyfile(DATA / f"v{version}.pilotage", path)
    with ProjectFile.open(path, folders=Folders.under(tmp_path / "data")) as file:
        assert not file.verify() and not file.warnings
        assert file.project.profile.name == "Port"
        assert file.project.get(Task, "t-0").name == "新名字 😀"
        assert file.project.get(Risk, "k-1").tasks == ("t-0", "t-1")
        assert len(file.history()) == 3
        assert file.history()[0].changes.changes[0].after is not None
        rename(file, "still editable")


# -- a format that never was, to try the machinery with ---------------------------------------------------


def age(path: Path, *statements: str) -> bytes:
    """Make a present file one of format 0: some things are missing, one column had another name."""
    database = sqlite3.connect(path)
    for statement in (
        "ALTER TABLE risk RENAME COLUMN event TO headline",
        "ALTER TABLE task DROP COLUMN physical_percent",
        "ALTER TABLE task DROP COLUMN priority",
        "ALTER TABLE task DROP COLUMN tags",
        "DROP TABLE issue",
        "DELETE FROM ledger WHERE key = 'issue'",
        *statements,
    ):
        database.execute(statement)
    database.commit()
    database.close()
    seal(path)
    set_format(path, 0)
    return path.read_bytes()


def seal(path: Path) -> None:
    """Digests as the older program would have written them: over the columns that there were."""
    from desktop.store.codec import digest

    database = sqlite3.connect(path)
    for (key,) in database.execute("SELECT key FROM ledger WHERE key <> 'history'").fetchall():
        columns = sorted(name for _, name, *_ in database.execute(f"PRAGMA table_info({key})") if name != "row_digest")
        total = 0
        quoted = ",".join(f'"{name}"' for name in columns)
        for row in database.execute(f"SELECT {quoted} FROM {key}").fetchall():
            found = digest(key, row)
            total ^= found
            database.execute(f"UPDATE {key} SET row_digest = ? WHERE id = ?", (found, row[columns.index("id")]))
        database.execute("UPDATE ledger SET content = ? WHERE key = ?", (total, key))
    for content, key, number, count in database.execute(
        "SELECT content, key, next_number, row_count FROM ledger"
    ).fetchall():
        found = digest("ledger", (content, key, number, count))
        database.execute("UPDATE ledger SET row_digest = ? WHERE key = ?", (found, key))
    database.commit()
    database.close()


def rename_headline(operations) -> None:  # type: ignore[no-untyped-def]
    operations.alter_column("risk", "headline", new_column_name="event")


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> dict[int, Step]:
    found = {0: Step(rename_headline, frozenset({"risk"}))}
    monkeypatch.setattr(migrations, "OLDEST", 0)
    monkeypatch.setattr(migrations, "STEPS", found)
    return found


@pytest.fixture
def old(tmp_path: Path, steps: dict[int, Step]) -> Path:
    path = write_project(tmp_path / "work" / "old.pilotage", make_project())
    with ProjectFile.open(path) as file:
        rename(file, "edited")
    age(path)
    return path


def expected() -> Project:
    project = make_project()
    for issue in list(project.rows("issue")):
        project.put("issue", issue, None)
    project.numbering["issue"] = 1  # the table is new
    return project


def test_an_old_file_is_brought_up_to_date_and_kept(old: Path, folders: Folders) -> None:
    before = old.read_bytes()
    with ProjectFile.open(old, folders=folders) as file:
        wanted = expected()
        wanted.put("task", "t-0", file.project.get(Task, "t-0"))
        assert same(file.project, wanted)
        assert file.project.get(Task, "t-0").name == "edited"
        assert not file.verify() and not file.warnings
        assert file.history()[0].changes.changes[0].after == file.project.get(Task, "t-0")
        rename(file, "goes on")
    assert folders.backups is not None
    (kept,) = folders.backups.rglob("*migration*.pilotage")
    assert kept.read_bytes() == before
    assert names(old.parent) == ["old.pilotage"]
    with ProjectFile.open(old) as file:
        assert file.project.get(Task, "t-0").name == "goes on"


def test_reading_an_old_file_does_not_change_it(old: Path, folders: Folders) -> None:
    with unchanged(old), ProjectFile.open(old, read_only=True, folders=folders) as file:
        assert file.project.get(Risk, "k-1").event == "Late data" and not file.verify()
    assert folders.backups is not None and not folders.backups.exists()


@pytest.mark.parametrize("with_folder", [True, False])
def test_where_there_is_no_room_for_backups_the_original_stays_beside(
    old: Path, tmp_path: Path, with_folder: bool
) -> None:
    before = old.read_bytes()
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    with ProjectFile.open(old, folders=Folders(backups=blocked / "x" if with_folder else None)):
        pass
    kept, new = sorted(old.parent.iterdir())
    assert new == old and kept.name.startswith("old (before ") and kept.suffix == ".pilotage"
    assert kept.read_bytes() == before


def test_an_unfinished_transaction_is_settled_first(old: Path, folders: Folders) -> None:
    from tests.store.test_opening import interrupted

    killed = interrupted(old)
    with ProjectFile.open(killed, folders=folders) as file:
        assert file.project.get(Task, "t-0").name == "edited" and not file.verify()
    assert names(killed.parent) == ["killed.pilotage", "old.pilotage"]


def test_a_damaged_old_file_is_not_brought_up_to_date(old: Path) -> None:
    database = sqlite3.connect(old)
    database.execute("UPDATE person SET name = '李霄' WHERE id = 'li'")
    database.commit()
    database.close()
    with unchanged(old):
        assert code_of(ProjectFile.open, old) == "file_damaged"


def breaking(statement: str) -> Callable[[object], None]:
    def run(operations) -> None:  # type: ignore[no-untyped-def]
        rename_headline(operations)
        operations.execute(statement)

    return run


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM task WHERE id = 't-1'",  # a table that the step does not name
        "UPDATE person SET phone = 'x'",
        "DROP TABLE person",
        "CREATE TABLE left_over (x)",
        "UPDATE risk SET tags = '{'",  # one that it names, but nobody can read this
        "UPDATE history SET label = 'x'",
        "this is not SQL",
    ],
)
def test_a_step_that_goes_wrong_changes_nothing(
    old: Path, steps: dict[int, Step], folders: Folders, statement: str
) -> None:
    steps[0] = Step(breaking(statement), frozenset({"risk"}))
    with unchanged(old):
        assert code_of(ProjectFile.open, old, folders=folders) in {"file_damaged", "foreign_content"}
    assert folders.backups is not None and not folders.backups.exists()


def test_steps_are_taken_in_order(old: Path, steps: dict[int, Step], monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []

    def second(operations) -> None:  # type: ignore[no-untyped-def]
        taken.append(2)
        operations.execute("UPDATE risk SET event = event || '!'")

    monkeypatch.setattr(tables, "FORMAT", 3)
    steps[2] = Step(second, frozenset({"risk"}))  # format 1 to 2 brings only new fields
    with ProjectFile.open(old) as file:
        assert taken == [2] and file.project.get(Risk, "k-1").event == "Late data!" and not file.verify()
    monkeypatch.undo()
    assert code_of(ProjectFile.open, old) == "newer_program"  # and an older program leaves it alone


def test_alembic_is_loaded_only_for_a_step(path: Path, root: Path) -> None:
    import subprocess
    import sys

    script = (
        "import sys; from pathlib import Path; from desktop.store.files import ProjectFile\n"
        f"ProjectFile.open(Path({str(path)!r})).close()\n"
        "assert 'alembic' not in sys.modules and 'sqlalchemy.orm' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], cwd=root, check=True)
