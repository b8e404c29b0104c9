"""Which places SQLite must not work in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.store import places
from desktop.store.places import Place, kind_of_place, parse_mac_mounts, parse_mounts, place_of_mount

LINUX = """\
/dev/nvme0n1p2 / ext4 rw,relatime 0 0
//server/share /mnt/share cifs rw,vers=3.0 0 0
nas:/projects /srv/nas nfs4 rw 0 0
me@host:/data /home/me/remote fuse.sshfs rw 0 0
/dev/sdb1 /media/me/USB\\040STICK vfat rw 0 0
C: /mnt/c 9p rw 0 0
tmpfs /tmp tmpfs rw 0 0
/dev/sdb2 /mnt/\\345\\233\\275 ext4 rw 0 0
"""
MAC = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, nobrowse)
//me@server/share on /Volumes/share (smbfs, nodev, nosuid)
nas:/projects on /Volumes/with (odd) name (nfs)
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/home/me/a.pilotage", Place.LOCAL),
        ("/tmp/a.pilotage", Place.LOCAL),
        ("/mnt/share/a.pilotage", Place.NETWORK),
        ("/mnt/shared-not/a.pilotage", Place.LOCAL),
        ("/srv/nas/x/a.pilotage", Place.NETWORK),
        ("/home/me/remote/a.pilotage", Place.NETWORK),
        ("/media/me/USB STICK/a.pilotage", Place.REMOVABLE),
        ("/mnt/c/Users/a.pilotage", Place.NETWORK),
    ],
)
def test_by_the_mounts_of_linux(path: str, place: Place) -> None:
    assert place_of_mount(Path(path), parse_mounts(LINUX)) is place


def test_names_of_mounts_are_read_as_they_are_written() -> None:
    points = [point for point, _, _ in parse_mounts(LINUX)]
    assert "/media/me/USB STICK" in points and "/mnt/国" in points


def test_by_the_mounts_of_macos() -> None:
    mounts = parse_mac_mounts(MAC)
    assert mounts[3] == ("/Volumes/with (odd) name", "nfs", "nas:/projects")
    assert place_of_mount(Path("/Volumes/share/a"), mounts) is Place.NETWORK
    assert place_of_mount(Path("/System/Volumes/Data/a"), mounts) is Place.LOCAL
    assert place_of_mount(Path("nowhere"), []) is Place.LOCAL


def test_a_disk_that_says_it_is_removable(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def read(path: Path) -> str:
        asked.append(path.as_posix())
        return "1\n"

    monkeypatch.setattr(Path, "read_text", read)
    assert place_of_mount(Path("/mnt/国/a"), parse_mounts(LINUX)) is Place.REMOVABLE
    assert asked == ["/sys/block/sdb/removable"]


@pytest.mark.parametrize(
    "folder",
    [
        "OneDrive", "OneDrive - Harbour Ltd", "Dropbox", "Dropbox (Harbour)", "坚果云", "我的坚果云", "Nutstore",
        "iCloud Drive", "Mobile Documents", "CloudStorage", "WXWork", "企业微信", "WeChat Files", "xwechat_files",
        "com.tencent.xinWeChat", "Google Drive",
    ],
)  # fmt: skip
def test_folders_that_are_synchronised(tmp_path: Path, folder: str) -> None:
    assert kind_of_place(tmp_path / folder / "x" / "a.pilotage") is Place.SYNCED


@pytest.mark.parametrize("folder", ["OneNote", "Drop", "微信小程序", "Projects"])
def test_folders_that_only_sound_like_it(tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_linux_mounts", lambda: [])
    monkeypatch.setattr(places, "_mac_mounts", lambda: [])
    assert kind_of_place(tmp_path / folder / "Dropbox.pilotage") is Place.LOCAL


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_this_machine_can_be_asked(tmp_path: Path) -> None:
    assert kind_of_place(tmp_path / "a.pilotage") in Place


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system's table of mounts")
def test_where_nothing_can_be_learnt_the_place_is_taken_for_local(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "read_text", fail)
    monkeypatch.setattr(subprocess, "run", fail)
    assert kind_of_place(tmp_path / "a.pilotage") is Place.LOCAL


def test_macos_is_asked_by_its_own_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, MAC))
    assert len(places._mac_mounts()) == 4
