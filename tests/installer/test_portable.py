"""The archive to carry along: what is in it, and that it is the same whoever packs it."""

from __future__ import annotations

import hashlib
import os
import tarfile
from pathlib import Path

import pytest

from desktop.app.places import FOLDER, MARKER, decide
from installer import environment
from installer.products import portable


@pytest.fixture
def packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The archive of a program of three files, packed by somebody with rights and a clock of their own."""
    frozen = tmp_path / "dist" / "pilotage"
    (frozen / "_internal").mkdir(parents=True, mode=0o700)
    (frozen / "pilotage").write_text("program")
    (frozen / "pilotage").chmod(0o700)
    (frozen / "_internal" / "a.so").write_text("library")
    (frozen / "_internal" / "b.so").symlink_to("a.so")
    monkeypatch.setattr(portable.bundle, "make", lambda: frozen)
    monkeypatch.setattr(portable, "DIST", tmp_path / "dist")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    return portable.make()


def test_it_unpacks_into_one_folder_that_is_portable(packed: Path, tmp_path: Path) -> None:
    assert packed.name.startswith(f"pilotage-{environment.version()}-linux-")
    with tarfile.open(packed) as archive:
        archive.extractall(tmp_path / "out", filter="data")
    (top,) = (tmp_path / "out").iterdir()
    assert top.name == f"pilotage-{environment.version()}"
    assert (top / "_internal" / "b.so").readlink() == Path("a.so")
    assert os.access(top / "pilotage", os.X_OK)
    assert decide(top / "pilotage").config == top / FOLDER
    assert portable.MARKER == MARKER
    assert "领航" in (top / MARKER).read_text(encoding="utf-8")


def test_a_stick_that_knows_no_links_can_hold_it(tmp_path: Path) -> None:
    inside = tmp_path / "pilotage" / "_internal"
    (inside / "Qt" / "lib").mkdir(parents=True)
    library = inside / "Qt" / "lib" / "libQt6Core.so.6"
    library.write_text("library")
    (inside / "libQt6Core.so.6").symlink_to("Qt/lib/libQt6Core.so.6")
    (inside / "Qt" / "lib" / "libQt6Core.so").symlink_to("libQt6Core.so.6")
    (inside / "elsewhere").symlink_to(tmp_path)  # whoever finds that in a program should wonder, not miss it
    portable.bundle.drop_links(tmp_path / "pilotage")
    assert [path.name for path in inside.rglob("*") if path.is_symlink()] == ["elsewhere"]
    assert library.read_text() == "library"


def test_it_is_the_same_whoever_packs_it_and_when(packed: Path) -> None:
    before = hashlib.sha256(packed.read_bytes()).hexdigest()
    with tarfile.open(packed) as archive:
        facts = {(item.uid, item.gid, item.uname, item.gname, item.mtime) for item in archive}
        assert facts == {(0, 0, "", "", 1_000_000_000)}
        assert {item.mode & 0o777 for item in archive if item.isfile()} == {0o644, 0o755}
    for path in (packed.parent / "pilotage").rglob("*"):
        os.utime(path, (5, 5), follow_symlinks=False)
    assert hashlib.sha256(portable.make().read_bytes()).hexdigest() == before
