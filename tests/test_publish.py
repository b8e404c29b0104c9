"""Files appear whole or not at all, whichever step fails."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from desktop import publish
from desktop.domain.rejection import SENTENCES, Rejected
from desktop.publish import publish_bytes, publishing, refusal


def names(folder: Path) -> list[str]:
    return sorted(item.name for item in folder.iterdir())


def refused(act: Any, *arguments: Any) -> str:
    with pytest.raises(Rejected) as caught:
        act(*arguments)
    assert caught.value.code in SENTENCES and caught.value.facts["name"]
    return caught.value.code


def test_a_new_file_appears_when_it_is_complete(tmp_path: Path) -> None:
    target = tmp_path / "报告 & co.pdf"
    with publishing(target) as temporary:
        temporary.write_bytes(b"half")
        assert not target.exists()
        assert temporary.parent == tmp_path and temporary.suffix == ".pdf"
        temporary.write_bytes(b"whole")
    assert target.read_bytes() == b"whole" and names(tmp_path) == [target.name]


def test_an_old_file_is_there_until_the_new_one_is(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), publishing(target) as temporary:
        temporary.write_bytes(b"new")
        raise ZeroDivisionError
    assert target.read_bytes() == b"old" and names(tmp_path) == ["a.pdf"]
    publish_bytes(target, b"new")
    assert target.read_bytes() == b"new"


def test_what_does_not_verify_does_not_appear(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    seen: list[bytes] = []

    def verify(path: Path) -> None:
        seen.append(path.read_bytes())
        raise Rejected("written_wrong", name=target.name)

    with pytest.raises(Rejected), publishing(target, verify=verify) as temporary:
        temporary.write_bytes(b"new")
    assert seen == [b"new"] and names(tmp_path) == []


def test_what_cannot_be_read_back_does_not_appear(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"something else")
    assert refused(publish_bytes, tmp_path / "a", b"new") == "written_wrong"
    assert names(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_permissions(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        publish_bytes(tmp_path / "usual", b"x")
        publish_bytes(tmp_path / "private", b"x", private=True)
        (tmp_path / "kept").write_bytes(b"y")
        (tmp_path / "kept").chmod(0o640)
        publish_bytes(tmp_path / "kept", b"x", private=True)
    finally:
        os.umask(old)
    modes = {item.name: stat.S_IMODE(item.stat().st_mode) for item in tmp_path.iterdir()}
    assert modes == {"usual": 0o644, "private": 0o600, "kept": 0o640}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target = tmp_path / "real"
    target.write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to(target)
    publish_bytes(link, b"new")
    assert link.is_symlink() and target.read_bytes() == b"new"


def test_a_protected_file_is_not_replaced_behind_its_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert refused(publish_bytes, target, b"new") == "not_allowed"
    assert target.read_bytes() == b"old" and names(tmp_path) == ["a"]


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    assert refused(publish_bytes, tmp_path / "none" / "a", b"x") == "folder_missing"
    (tmp_path / "file").write_bytes(b"")
    assert refused(publish_bytes, tmp_path / "file" / "a", b"x") == "folder_missing"
    assert refused(publish_bytes, tmp_path, b"x") == "is_a_folder"
    assert refused(publish_bytes, tmp_path / ("x" * 300), b"x") == "name_unusable"
    assert names(tmp_path) == ["file"]


STEPS = [
    ("os", "open"),
    ("os", "close"),
    ("os", "fsync"),
    ("Path", "open"),
    ("Path", "replace"),
    ("Path", "write_bytes"),
]


@pytest.mark.parametrize("error", [(errno.ENOSPC, "disk_full"), (errno.EIO, "write_failed")])
@pytest.mark.parametrize("step", STEPS, ids=".".join)
@pytest.mark.parametrize("call", [1, 2, 3])
def test_whichever_call_fails_the_old_file_or_the_new_one_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: tuple[str, str], call: int, error: tuple[int, str]
) -> None:
    number, code = error
    target = tmp_path / "a"
    target.write_bytes(b"old")
    owner: Any = os if step[0] == "os" else Path
    real = getattr(owner, step[1])
    count = 0

    def fail(*arguments: Any, **options: Any) -> Any:
        nonlocal count
        count += 1
        if count == call:
            raise OSError(number, os.strerror(number))
        return real(*arguments, **options)

    monkeypatch.setattr(owner, step[1], fail)
    try:
        publish_bytes(target, b"new")
    except Rejected as rejected:
        assert rejected.code == code
        failed = True
    else:
        failed = False
    monkeypatch.undo()
    assert target.read_bytes() in (b"old", b"new")
    assert failed or target.read_bytes() == b"new"
    assert names(tmp_path) == ["a"]


def test_an_error_about_another_file_is_the_callers(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), publishing(tmp_path / "a") as temporary:
        temporary.write_bytes((tmp_path / "logo.png").read_bytes())
    assert names(tmp_path) == []


class Held(PermissionError):
    """As Windows raises it; the attribute cannot be given elsewhere."""

    winerror = 32


def test_a_file_that_a_scanner_holds_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    real = Path.replace

    def busy(source: Path, target: Path) -> Path:
        if len(waited) < 4:
            raise Held(errno.EACCES, "held")
        return real(source, target)

    monkeypatch.setattr(time, "sleep", waited.append)
    monkeypatch.setattr(Path, "replace", busy)
    publish_bytes(tmp_path / "a", b"x")
    assert waited == list(publish.PAUSES[:4]) and sum(publish.PAUSES) == pytest.approx(2.5)


def test_but_not_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    def held(*_: Path) -> Path:
        raise Held(errno.EACCES, "held")

    monkeypatch.setattr(time, "sleep", waited.append)
    monkeypatch.setattr(Path, "replace", held)
    assert refused(publish_bytes, tmp_path / "a", b"x") == "file_held"
    assert len(waited) == len(publish.PAUSES) and names(tmp_path) == []


def test_every_error_of_the_system_has_a_sentence() -> None:
    for number in errno.errorcode:
        assert refusal(OSError(number, ""), "a").code in SENTENCES
    assert refusal(OSError("no number"), "a").code == "write_failed"


def test_the_remains_of_a_killed_program_are_swept_up(tmp_path: Path) -> None:
    for name, age in (
        (".pilotage-old.pdf", publish.STALE + 60),
        (".pilotage-new.pdf", 60),
        ("other", publish.STALE + 60),
    ):
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    publish_bytes(tmp_path / "a", b"x")
    assert names(tmp_path) == [".pilotage-new.pdf", "a", "other"]


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not flushed there")
def test_file_systems_that_cannot_flush_a_folder_are_forgiven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    publish_bytes(tmp_path / "a", b"x")
    assert (tmp_path / "a").read_bytes() == b"x"
