"""A folder to carry along on Windows, dist/pilotage-VERSION-windows-portable.zip."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

from installer.environment import DIST, moment, version, whole
from installer.products import bundle
from installer.products.portable import MARK

SYSTEMS = ("win32",)
PROGRAMS = bundle.PROGRAMS


def make() -> Path:
    """Pack the frozen program with the mark that makes it portable."""
    target = DIST / f"pilotage-{version()}-windows-portable.zip"
    pack(bundle.make(), f"pilotage-{version()}", target)
    return target


def pack(frozen: Path, name: str, target: Path) -> None:
    """Write an archive of ``frozen`` under the folder ``name``; the same whoever does it and whenever."""
    files = {path.relative_to(frozen).as_posix(): path for path in sorted(frozen.rglob("*")) if path.is_file()}
    with whole(target) as part, zipfile.ZipFile(part, "w") as archive:
        for place, path in [*files.items(), (MARK.name, MARK)]:
            facts = zipfile.ZipInfo(f"{name}/{place}", time.gmtime(moment())[:6])
            facts.compress_type = zipfile.ZIP_DEFLATED
            facts.external_attr = 0o100644 << 16
            archive.writestr(facts, path.read_bytes(), compresslevel=9)
