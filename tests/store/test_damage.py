"""Damaged files: an error or the right content, never a crash, never other content taken for the right one."""

from __future__ import annotations

import os
import random
import sqlite3
from pathlib import Path

import pytest

from desktop.domain.rejection import Rejected
from desktop.store import verification
from desktop.store.connection import Database
from desktop.store.files import Entry, ProjectFile
from desktop.store.verification import Damage, verify
from tests.store.samples import code_of, make_project, rename, tables, write_project

FLIPS = int(os.environ.get("PILOTAGE_FLIPS", "100"))
REFUSALS = {
    "file_damaged", "file_truncated", "foreign_content", "other_program", "newer_version", "newer_program",
    "read_failed", "file_empty", "not_a_project",
}  # fmt: skip

Content = tuple[dict[str, list[object]], dict[str, int], list[Entry]]


def content(path: Path) -> Content | str:
    """Everything in the file if it opens and every digest fits; otherwise the code of the refusal."""
    try:
        with ProjectFile.open(path) as file:
            if file.verify() or file.warnings:
                return "noticed"
            return tables(file.project), file.project.numbering, file.history()  # type: ignore[return-value]
    except Rejected as rejected:
        assert rejected.code in REFUSALS, rejected
        return rejected.code


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = write_project(tmp_path_factory.mktemp("sound") / "a.pilotage", make_project(12))
    with ProjectFile.open(path) as file:
        rename(file, "one")
        rename(file, "two")
    return path


def check(path: Path, damaged: bytes, expected: Content) -> bool:
    """Whether the damage was noticed; if not, the content must be what it was."""
    path.write_bytes(damaged)
    found = content(path)
    assert isinstance(found, str) or found == expected
    return isinstance(found, str)


def test_a_bit_that_flips_anywhere(sound: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.pilotage"
    whole = sound.read_bytes()
    expected = content(sound)
    assert isinstance(expected, tuple)
    dice = random.Random(4096)
    noticed = 0
    for _ in range(FLIPS):
        noticed += check(path, flipped(whole, dice.randrange(8 * len(whole))), expected)
    assert noticed > FLIPS // 20  # most of a small file is empty room


def test_every_byte_of_the_header(sound: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.pilotage"
    whole = sound.read_bytes()
    expected = content(sound)
    assert isinstance(expected, tuple)
    for at in range(100):
        check(path, flipped(whole, at * 8 + at % 8), expected)


def test_a_bit_in_a_text_is_noticed(sound: Path, tmp_path: Path) -> None:
    """SQLite itself does not notice these; the digests do."""
    path = tmp_path / "a.pilotage"
    whole = sound.read_bytes()
    expected = content(sound)
    assert isinstance(expected, tuple)
    text = "Task 7 任务".encode()
    # Once in its row, and once as a remnant in an empty place at most.
    places = [at for at in range(len(whole)) if whole.startswith(text, at)]
    noticed = [
        sum(check(path, flipped(whole, at * 8 + bit), expected) for bit in range(0, 8 * len(text), 3)) for at in places
    ]
    assert max(noticed) == len(range(0, 8 * len(text), 3))


def flipped(content: bytes, bit: int) -> bytes:
    damaged = bytearray(content)
    damaged[bit // 8] ^= 1 << bit % 8
    return bytes(damaged)


def test_cut_swapped_and_zeroed_pages(sound: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.pilotage"
    whole = sound.read_bytes()
    expected = content(sound)
    assert isinstance(expected, tuple)
    pages = [whole[at : at + 4096] for at in range(0, len(whole), 4096)]
    for number in range(len(pages)):
        assert check(path, b"".join(pages[:number]) or b"\0", expected)
        assert check(path, b"".join(pages[:number]) + pages[number][:1000], expected)
        zeroed = [*pages[:number], bytes(4096), *pages[number + 1 :]]
        check(path, b"".join(zeroed), expected)
        if number:
            swapped = [*pages[: number - 1], pages[number], pages[number - 1], *pages[number + 1 :]]
            check(path, b"".join(swapped), expected)


# -- what the digests say -----------------------------------------------------------------------------


def alter(path: Path, *statements: str) -> None:
    database = sqlite3.connect(path)
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()


@pytest.mark.parametrize(
    ("statement", "damage"),
    [
        ("UPDATE task SET name = 'Task 1 任Ҩ' WHERE id = 't-1'", {Damage("task", "t-1")}),
        ("UPDATE project SET budget = 1", {Damage("project", "p-1")}),
        ("DELETE FROM risk", {Damage("risk")}),
        ("DELETE FROM history WHERE id = 1", {Damage("history")}),
        ("UPDATE history SET label = 'x' WHERE id = 2", {Damage("history", "2")}),
        ("UPDATE ledger SET next_number = 1 WHERE key = 'risk'", {Damage("ledger", "risk")}),
        ("UPDATE ledger SET content = content + 1 WHERE key = 'risk'", {Damage("ledger", "risk"), Damage("risk")}),
        ("UPDATE meta SET value = 'x' WHERE key = 'project'", {Damage("meta", "project")}),
        ("UPDATE task SET row_digest = 0 WHERE id = 't-0'", {Damage("task", "t-0"), Damage("task")}),
        ("DELETE FROM ledger WHERE key = 'risk'", {Damage("risk")}),
    ],
)
def test_what_was_altered_is_named(sound: Path, tmp_path: Path, statement: str, damage: set[Damage]) -> None:
    path = tmp_path / "a.pilotage"
    path.write_bytes(sound.read_bytes())
    assert verify(path) == ()
    alter(path, statement)
    assert set(verify(path)) == damage


def test_what_cannot_even_be_read_is_named_by_its_table(sound: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.pilotage"
    path.write_bytes(sound.read_bytes())
    alter(path, "UPDATE task SET name = CAST(x'ff41' AS TEXT) WHERE id = 't-1'", "CREATE TABLE left_over (x)")
    alter(path, "INSERT INTO left_over VALUES (1)")
    assert set(verify(path)) == {Damage("task"), Damage("left_over")}


def test_a_disk_that_fails_is_not_called_damage(sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    path = tmp_path / "a.pilotage"
    path.write_bytes(sound.read_bytes())
    monkeypatch.setattr(verification, "_pages", fail)
    assert code_of(verify, path) == "read_failed"


def test_a_broken_index_is_found(sound: Path, tmp_path: Path) -> None:
    """An id altered in the index alone: reading is right, finding a row by its id is not."""
    path = tmp_path / "a.pilotage"
    damaged = bytearray(sound.read_bytes())
    places = [at for at in range(len(damaged)) if damaged.startswith(b"t-split", at)]
    seen = set()
    for at in places:
        copy = bytearray(damaged)
        copy[at + 2] ^= 1
        path.write_bytes(copy)
        seen |= set(verify(path))
    assert Damage() in seen  # the whole file: an index does not agree with its table
    assert any(item.key == "task" for item in seen)


def test_a_file_without_sense_cannot_be_verified(tmp_path: Path) -> None:
    path = tmp_path / "a.pilotage"
    path.write_bytes(b"SQLite format 3\0" + bytes(4000))
    assert code_of(verify, path) == "file_damaged"
    alter(tmp_path / "b.pilotage", "CREATE VIEW evil AS SELECT 1")
    assert code_of(verify, tmp_path / "b.pilotage") == "foreign_content"
    assert code_of(verify, tmp_path / "none.pilotage") == "file_unreadable"


def test_verifying_can_be_called_off(sound: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.pilotage"
    path.write_bytes(sound.read_bytes())
    alter(path, "DELETE FROM risk")
    assert verify(path, cancelled=lambda: True) == ()


def test_verifying_can_be_called_off_in_the_middle_of_a_table(
    sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "ASKED_EVERY", 1)
    path = tmp_path / "a.pilotage"
    path.write_bytes(sound.read_bytes())
    alter(path, "UPDATE task SET name = name || '!'")
    assert len(verify(path)) > 2
    found: list[Damage] = []
    with Database(path, writable=False) as database:
        for damage in verification.damages(database, lambda: bool(found)):
            found.append(damage)
    assert len(found) == 1


def test_a_long_history_is_verified_in_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verification, "CHUNK", 3)
    path = write_project(tmp_path / "a.pilotage", make_project())
    with ProjectFile.open(path) as file:
        for number in range(6):
            rename(file, f"edit {number}")
            assert file.verify() == ()
    alter(path, "UPDATE history SET author = 'x' WHERE id = 5", "DELETE FROM history WHERE id = 2")
    assert set(verify(path)) == {Damage("history", "5"), Damage("history")}


def test_a_large_part_that_vanished_is_noticed(tmp_path: Path) -> None:
    path = write_project(tmp_path / "a.pilotage", make_project())
    alter(path, "DELETE FROM task", "DELETE FROM dependency")
    assert isinstance(content(path), str)
