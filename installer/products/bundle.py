"""The frozen program as a folder, dist/pilotage; every other product is made of it."""

from __future__ import annotations

import functools
import shutil
import subprocess
import sys
from pathlib import Path

import pilot
from installer import contents
from installer.environment import BUILD, DIST, ROOT

SYSTEMS = ("linux", "win32", "darwin")
LINUX = sys.platform.startswith("linux")
PROGRAMS = dict.fromkeys(("objdump", "objcopy", "strip"), "binutils") if LINUX else {}
FOLDER = DIST / "pilotage"


@functools.cache
def make() -> Path:
    """Freeze the program; once in a run, however many products are made of it."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    command = ["--distpath", str(DIST), "--workpath", str(BUILD / "freeze"), "--noconfirm", "--log-level", "WARN"]
    spec = str(ROOT / "installer" / "pilotage.spec")
    if subprocess.call([sys.executable, "-m", "PyInstaller", *command, spec], cwd=ROOT) != 0:
        raise pilot.CannotStart("PyInstaller could not freeze the program; it has said why above.")
    if LINUX:
        _strip(FOLDER / "_internal")
    return FOLDER


def _strip(inside: Path) -> None:
    """Take symbols for debugging out of the libraries that can do without."""
    for path in sorted(inside.rglob("*.so*")):
        if not path.is_symlink() and contents.matches(path.relative_to(inside).as_posix(), contents.STRIPPED):
            subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)
