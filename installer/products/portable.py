"""A folder to carry along, dist/pilotage-VERSION-linux-MACHINE.tar.xz."""

from __future__ import annotations

import platform
import tarfile
from pathlib import Path

from installer.environment import DIST, ROOT, moment, version, whole
from installer.products import bundle

SYSTEMS = ("linux",)
PROGRAMS = bundle.PROGRAMS
MARKER = "portable.txt"
"""As ``desktop.app.places`` calls it."""
MARK = ROOT / "installer" / MARKER
"""Makes the program portable: it lies beside it and says what that means."""


def make() -> Path:
    """Pack the frozen program with the mark that makes it portable."""
    frozen = bundle.make()
    name = f"pilotage-{version()}"
    target = DIST / f"{name}-linux-{platform.machine()}.tar.xz"
    with whole(target) as part, tarfile.open(part, "w:xz", preset=6) as archive:
        for path in [frozen, *sorted(frozen.rglob("*"))]:
            add(archive, path, str(name / path.relative_to(frozen)))
        add(archive, MARK, f"{name}/{MARKER}")
    return target


def add(archive: tarfile.TarFile, path: Path, name: str) -> None:
    """Put one file, folder or link into ``archive``, the same whoever does it and whenever."""
    facts = archive.gettarinfo(path, name)
    facts.uid = facts.gid = 0
    facts.uname = facts.gname = ""
    facts.mtime = moment()
    runnable = facts.isdir() or facts.mode & 0o100
    facts.mode = 0o755 if runnable else 0o644
    if facts.isreg():
        facts.type = tarfile.REGTYPE  # a second name of one file is a file of its own
        with path.open("rb") as content:
            archive.addfile(facts, content)
    else:
        archive.addfile(facts)
