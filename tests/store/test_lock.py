"""One writer at a time, and nobody is asked about writers that are long gone."""

from __future__ import annotations

import getpass
import json
import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.domain.rejection import Rejected
from desktop.store import lock
from desktop.store.files import ProjectFile
from desktop.store.lock import Held, Holder, Lock, holder, lock_path
from tests.store.samples import names, rename

HOLDING = """
import sys
from pathlib import Path
from desktop.store.files import ProjectFile
file = ProjectFile.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def other(path: Path, root: Path):  # type: ignore[no-untyped-def]
    """Another process that has the project open."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(path)], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None and process.stdout.readline() == "open\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_program_is_told_who_where_and_since_when(path: Path, other: subprocess.Popen[str]) -> None:
    with pytest.raises(Rejected) as caught:
        ProjectFile.open(path)
    facts = caught.value.facts
    assert caught.value.code == "file_in_use"
    assert (facts["who"], facts["where"]) == (getpass.getuser(), platform.node())
    assert str(facts["since"])[:2] == "20"
    found = holder(path)
    assert found is not None and found.pid == other.pid and not found.is_this_process
    with ProjectFile.open(path, read_only=True) as file:
        assert file.read_only


def test_a_killed_program_leaves_no_question(path: Path, other: subprocess.Popen[str]) -> None:
    other.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    other.wait()
    assert lock_path(path).exists()  # what it left behind is known for what it is
    assert holder(path) is None
    with ProjectFile.open(path) as file:
        assert not file.read_only and not file.warnings
        rename(file, "x")
    assert names(path.parent) == [path.name]


def test_the_lock_is_taken_away_on_closing(path: Path) -> None:
    taken = Lock(path)
    assert names(path.parent) == sorted([path.name, f".{path.name}.in-use"])
    assert json.loads(lock_path(path).read_bytes())["pid"] == os.getpid()
    found = holder(path)
    assert found is not None and found.is_this_process
    with pytest.raises(Held) as caught:
        Lock(path)
    assert caught.value.holder == found
    taken.release()
    assert names(path.parent) == [path.name] and holder(path) is None


def test_a_lock_that_is_only_just_being_written(path: Path) -> None:
    taken = Lock(path)
    for content in (b"", b"{", b"[]", b'{"who": 1}'):
        lock_path(path).write_bytes(content)
        assert holder(path) == Holder("?", "?", "?", 0)
    taken.release()


@pytest.mark.skipif(sys.platform == "win32", reason="there the file cannot be removed while it is locked")
def test_a_lock_file_removed_between_two_steps_is_not_taken_for_the_lock(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its last holder removes it after we opened it: we would hold a file that nobody else can find."""
    opened = lock._open
    times = 0

    def slow(place: Path, *, create: bool) -> int:
        nonlocal times
        times += 1
        handle = opened(place, create=create)
        if times == 1:
            place.unlink()
        elif times == 2:
            place.unlink()
            place.write_text("another one")
        return handle

    monkeypatch.setattr(lock, "_open", slow)
    taken = Lock(path)
    monkeypatch.undo()
    assert times == 3
    with pytest.raises(Held):
        Lock(path)
    taken.release()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_planted_in_place_of_the_lock_is_not_followed(path: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("precious")
    lock_path(path).symlink_to(precious)
    with ProjectFile.open(path) as file:
        assert file.read_only and [warning.code for warning in file.warnings] == ["folder_protected"]
    assert precious.read_text() == "precious"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_lock_left_by_another_person_locks_all_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their file may be read but not written; the system's lock does not need to write."""
    place = lock_path(path)
    place.write_text('{"who": "韩梅梅", "where": "elsewhere", "since": "2020-01-01 08:00", "pid": 1}')
    real = os.open

    def protected(name, flags, *mode):  # type: ignore[no-untyped-def]
        if name == place and flags & os.O_RDWR:
            raise PermissionError
        return real(name, flags, *mode)

    monkeypatch.setattr("desktop.store.lock.os.open", protected)
    assert holder(path) is None
    taken = Lock(path)
    with pytest.raises(Held) as caught:
        Lock(path)
    assert caught.value.holder.who == "韩梅梅"
    taken.release()
    place.unlink(missing_ok=True)
    with pytest.raises(PermissionError):
        Lock(path)


def test_a_person_without_a_name(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError

    monkeypatch.setattr(getpass, "getuser", nobody)
    taken = Lock(path)
    found = holder(path)
    taken.release()
    assert found is not None and found.who == "?"


@pytest.mark.skipif(sys.platform == "win32", reason="flock is POSIX")
def test_where_the_system_cannot_lock_nobody_edits(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(95, os.strerror(95))

    monkeypatch.setattr("desktop.store.lock.fcntl.flock", unsupported)
    with pytest.raises(OSError, match=os.strerror(95)):
        Lock(path)
    lock_path(path).touch()
    assert holder(path) is None
