"""Projects on shared drives: a local copy, brought back whole, and nobody's work overwritten."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected
from desktop.store import checkout
from desktop.store.checkout import SLIP, CheckedOut, create_project, open_project
from desktop.store.files import ProjectFile
from desktop.store.places import Place
from desktop.store.preparing import Folders
from tests.store.samples import code_of, make_project, names, rename, set_format, unchanged, write_project
from tests.store.test_opening import interrupted


def on_a_share(_: Path) -> Place:
    return Place.NETWORK


def open_shared(path: Path, folders: Folders) -> CheckedOut:
    file = open_project(path, folders=folders, place=on_a_share)
    assert isinstance(file, CheckedOut)
    return file


def name_in(path: Path) -> str:
    with ProjectFile.open(path, read_only=True) as file:
        assert not file.verify()
        return file.project.get(Task, "t-0").name


def codes(file: ProjectFile) -> list[str]:
    return [warning.code for warning in file.warnings]


def crash(file: CheckedOut) -> None:
    """What a kill leaves: the system closes the files and lets go of the locks, and nothing else happens."""
    ProjectFile.close(file)
    file._original_lock.release()


def test_local_files_are_edited_in_place(path: Path, folders: Folders) -> None:
    with open_project(path, folders=folders, place=lambda _: Place.LOCAL) as file:
        assert not isinstance(file, CheckedOut)
    with open_project(path, place=on_a_share) as file:  # nowhere to put a copy
        assert not isinstance(file, CheckedOut)
    with open_project(path) as file:
        assert not isinstance(file, CheckedOut)


def test_a_new_project_on_a_share_is_edited_on_a_copy_too(path: Path, folders: Folders) -> None:
    new = path.with_name("new.pilotage")
    with create_project(new, make_project(), folders=folders, place=on_a_share) as file:
        assert isinstance(file, CheckedOut) and file.path == new
        rename(file, "edited")
        assert name_in(new) == "Task 0 任务"
    assert name_in(new) == "edited"
    assert code_of(create_project, new, make_project(), folders=folders, place=on_a_share) == "file_exists"
    with create_project(new, make_project(), replace=True, folders=folders, place=lambda _: Place.LOCAL) as file:
        assert not isinstance(file, CheckedOut)


def test_reading_on_a_share_needs_no_copy(path: Path, folders: Folders) -> None:
    with unchanged(path), open_project(path, read_only=True, folders=folders, place=on_a_share) as file:
        assert file.read_only and not isinstance(file, CheckedOut)
    assert folders.checkouts is not None and not folders.checkouts.exists()


def test_a_protected_share_is_read(path: Path, folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda place, mode: Path(place) != path)
    with unchanged(path), open_project(path, folders=folders, place=on_a_share) as file:
        assert file.read_only and codes(file) == ["file_protected"]


def test_edits_are_brought_back_on_closing(path: Path, folders: Folders) -> None:
    before = path.read_bytes()
    file = open_shared(path, folders)
    assert codes(file) == ["checked_out"] and file.path == path and not file.read_only
    rename(file, "edited")
    assert path.read_bytes() == before  # no half-written page ever reaches the share
    file.close()
    file.close()
    assert name_in(path) == "edited"
    assert names(path.parent) == [path.name]
    assert folders.checkouts is not None and names(folders.checkouts) == []


def test_without_an_edit_nothing_is_written(path: Path, folders: Folders) -> None:
    with unchanged(path):
        open_shared(path, folders).close()


def test_a_restore_point_brings_back_too(path: Path, folders: Folders) -> None:
    with open_shared(path, folders) as file:
        rename(file, "one")
        file.restore_point("now")
        assert name_in(path) == "one"
        rename(file, "two")
        assert name_in(path) == "one"
    assert name_in(path) == "two"


def test_no_folder_for_backups_does_not_keep_edits_from_coming_back(path: Path, folders: Folders) -> None:
    with open_shared(path, Folders(checkouts=folders.checkouts)) as file:
        rename(file, "one")
        assert code_of(file.restore_point) == "backup_failed"
        assert name_in(path) == "one"


def test_a_second_computer_sees_who_has_it(path: Path, folders: Folders) -> None:
    with open_shared(path, folders):
        assert code_of(open_project, path, folders=folders, place=on_a_share) == "file_in_use"
    open_shared(path, folders).close()


def theirs(path: Path, name: str) -> None:
    """Somebody whose program knows no locks puts another version there."""
    aside = path.parent.parent / "theirs.pilotage"
    shutil.copyfile(path, aside)
    with ProjectFile.open(aside) as other:
        rename(other, name)
    aside.replace(path)


def test_when_both_changed_it_both_are_kept(path: Path, folders: Folders) -> None:
    file = open_shared(path, folders)
    rename(file, "ours")
    theirs(path, "theirs")
    file.restore_point()
    assert codes(file) == ["checked_out", "kept_both"]
    ours = path.with_name(str(file.warnings[-1].facts["ours"]))
    assert file.path == ours  # from here on this is where our work goes
    assert (name_in(path), name_in(ours)) == ("theirs", "ours")
    rename(file, "ours too")
    file.close()
    assert (name_in(path), name_in(ours)) == ("theirs", "ours too")
    assert names(path.parent) == sorted([path.name, ours.name])


def test_a_killed_program_takes_up_its_edits(path: Path, folders: Folders) -> None:
    file = open_shared(path, folders)
    rename(file, "not brought back")
    crash(file)
    assert name_in(path) == "Task 0 任务"
    file = open_shared(path, folders)
    assert codes(file) == ["checked_out", "resumed"]
    assert file.project.get(Task, "t-0").name == "not brought back"
    file.close()
    assert name_in(path) == "not brought back"


def test_a_program_killed_after_bringing_back_finds_its_place(path: Path, folders: Folders) -> None:
    file = open_shared(path, folders)
    rename(file, "one")
    file.restore_point()
    rename(file, "two")
    crash(file)
    with open_shared(path, folders) as file:
        assert file.project.get(Task, "t-0").name == "two"
    assert name_in(path) == "two"


def test_edits_left_behind_are_kept_beside_what_others_did_since(path: Path, folders: Folders) -> None:
    file = open_shared(path, folders)
    rename(file, "ours")
    crash(file)
    theirs(path, "theirs")
    with open_shared(path, folders) as file:
        assert codes(file) == ["checked_out", "kept_both"]
        assert file.project.get(Task, "t-0").name == "theirs"
        ours = path.with_name(str(file.warnings[-1].facts["ours"]))
    assert (name_in(path), name_in(ours)) == ("theirs", "ours")


def test_edits_left_behind_that_cannot_be_read_are_not_thrown_away(path: Path, folders: Folders) -> None:
    file = open_shared(path, folders)
    rename(file, "ours")
    local = file._database.path
    crash(file)
    theirs(path, "theirs")
    local.write_bytes(b"\0" * 5000)
    with open_shared(path, folders) as file:
        assert codes(file) == ["checked_out", "left_here"]
        kept = Path(str(file.warnings[-1].facts["folder"]))
        assert file.project.get(Task, "t-0").name == "theirs"
    assert (kept / path.name).read_bytes() == b"\0" * 5000


def test_a_share_that_is_gone_does_not_lose_edits(path: Path, folders: Folders) -> None:
    file = open_shared(path, folders)
    rename(file, "safe here")
    away = path.parent.rename(path.parent.with_name("away"))
    file.close()
    assert codes(file)[-1] == "not_brought_back"
    away.rename(path.parent)
    with open_shared(path, folders) as file:
        assert codes(file) == ["checked_out", "resumed"]
    assert name_in(path) == "safe here"


def test_a_broken_slip_is_no_slip(path: Path, folders: Folders) -> None:
    for content in (b"", b"{}", b"[]", b'{"original": 1}'):
        file = open_shared(path, folders)
        home = file._database.path.parent
        crash(file)
        (home / SLIP).write_bytes(content)
        with open_shared(path, folders) as file:
            assert codes(file) == ["checked_out"]


def test_an_unfinished_transaction_on_the_share_is_settled_here(path: Path, folders: Folders) -> None:
    killed = interrupted(path)
    with open_shared(killed, folders) as file:
        assert file.project.get(Task, "t-0").name == "Task 0 任务"
        rename(file, "edited")
    assert name_in(killed) == "edited"
    assert names(killed.parent) == [killed.name, path.name]


def test_a_copy_that_changes_on_its_way_is_not_opened(
    path: Path, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkout, "file_digest", str)
    with unchanged(path):
        assert code_of(open_project, path, folders=folders, place=on_a_share) == "read_failed"


def test_what_is_refused_in_place_is_refused_on_a_share(tmp_path: Path, folders: Folders) -> None:
    path = write_project(tmp_path / "a" / "a.pilotage", make_project())
    set_format(path, 9)
    with unchanged(path):
        assert code_of(open_project, path, folders=folders, place=on_a_share) == "newer_program"
    (tmp_path / "b.pilotage").write_bytes(b"hello")
    assert code_of(open_project, tmp_path / "b.pilotage", folders=folders, place=on_a_share) == "not_a_project"


def test_no_room_for_the_copy(path: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    with unchanged(path), pytest.raises(Rejected):
        open_project(path, folders=Folders(checkouts=blocked / "checkouts"), place=on_a_share)
    assert json.dumps(names(path.parent)) == json.dumps([path.name])
