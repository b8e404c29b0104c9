"""What kind of place a file lies in: whether SQLite may work there directly.

On a network share locks are unreliable, a removable drive may be pulled out in mid-write, and programs that
synchronise folders replace files under the one who has them open. Such files are checked out.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from enum import Enum
from pathlib import Path

if sys.platform == "win32":
    import ctypes


class Place(Enum):
    """Where a file lies."""

    LOCAL = "local"
    NETWORK = "network"
    REMOVABLE = "removable"
    SYNCED = "synced"


KindOfPlace = Callable[[Path], Place]

SYNCED_FOLDERS = frozenset({
    "cloudstorage", "mobile documents", "icloud drive", "iclouddrive", "dropbox", "google drive", "googledrive",
    "my drive", "box sync", "nutstore", "坚果云", "我的坚果云", "wxwork", "wedrive", "微盘", "企业微信", "wechat files",
    "xwechat_files", "com.tencent.xinwechat", "com.tencent.weworkmac", "baidunetdisk", "百度网盘",
})  # fmt: skip
"""Names of folders, in lower case, that belong to programs which synchronise or tidy up by themselves."""

SYNCED_PREFIXES = ("onedrive", "dropbox (", "googledrive-", "nutstore")
"""Such programs add the name of a company or an account."""

NETWORK_SYSTEMS = (
    "nfs", "cifs", "smb", "9p", "afs", "ncp", "coda", "ceph", "glusterfs", "davfs", "webdav", "vboxsf",
    "fuse.sshfs", "fuse.rclone", "fuse.gvfsd", "fuse.davfs", "ftp", "osxfuse", "macfuse",
)  # fmt: skip
"""Beginnings of file system names."""

_WINDOWS_DRIVES = {2: Place.REMOVABLE, 4: Place.NETWORK, 5: Place.REMOVABLE}


def kind_of_place(path: Path) -> Place:
    """Where ``path``, links already followed, lies; LOCAL when nothing says otherwise."""
    folders = [part.lower() for part in path.parts[:-1]]
    if any(folder in SYNCED_FOLDERS or folder.startswith(SYNCED_PREFIXES) for folder in folders):
        return Place.SYNCED
    if sys.platform == "win32":
        return _on_windows(path)
    try:
        table = _mac_mounts() if sys.platform == "darwin" else _linux_mounts()
    except (OSError, subprocess.SubprocessError):
        return Place.LOCAL
    return place_of_mount(path, table)


if sys.platform == "win32":

    def _on_windows(path: Path) -> Place:
        if path.drive.startswith("\\\\"):
            return Place.NETWORK
        return _WINDOWS_DRIVES.get(ctypes.windll.kernel32.GetDriveTypeW(path.anchor), Place.LOCAL)


Mount = tuple[str, str, str]
"""Mount point, file system, device."""


def place_of_mount(path: Path, mounts: list[Mount]) -> Place:
    """By the file system with the longest mount point above ``path``."""
    above = [mount for mount in mounts if path.is_relative_to(mount[0])]
    if not above:
        return Place.LOCAL
    point, system, device = max(above, key=lambda mount: len(mount[0]))
    if system.lower().startswith(NETWORK_SYSTEMS):
        return Place.NETWORK
    return Place.REMOVABLE if _is_removable(point, device) else Place.LOCAL


def _is_removable(point: str, device: str) -> bool:
    if point.startswith(("/media/", "/run/media/")):
        return True
    disk = os.path.basename(device).rstrip("0123456789")  # noqa: PTH119 - a device name, not a path of ours
    try:
        return Path("/sys/block", disk, "removable").read_text().strip() == "1"
    except OSError:
        return False


def parse_mounts(table: str) -> list[Mount]:
    """The lines of Linux's ``/proc/self/mounts``; spaces and the like are written in octal there."""
    found = []
    for line in table.splitlines():
        device, point, system, *_ = line.split(" ")
        plain = point.encode("ascii", "backslashreplace").decode("unicode_escape")
        found.append((plain.encode("latin-1", "ignore").decode("utf-8", "replace"), system, device))
    return found


def _linux_mounts() -> list[Mount]:
    return parse_mounts(Path("/proc/self/mounts").read_text(encoding="ascii", errors="backslashreplace"))


def parse_mac_mounts(table: str) -> list[Mount]:
    """The lines of macOS's ``mount``: ``//me@server/share on /Volumes/share (smbfs, nodev)``."""
    found = []
    for line in table.splitlines():
        device, _, rest = line.partition(" on ")
        point, _, facts = rest.rpartition(" (")
        found.append((point, facts.split(",")[0].rstrip(")"), device))
    return found


def _mac_mounts() -> list[Mount]:
    done = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=True, timeout=2)
    return parse_mac_mounts(done.stdout)
