"""The frozen program as a folder, dist/pilotage; every other product is made of it."""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pilot
from installer import bill, contents, elf, executable, measure
from installer.environment import BUILD, DIST, ROOT, moment, version

SYSTEMS = ("linux", "win32", "darwin")
LINUX = sys.platform.startswith("linux")
PROGRAMS = dict.fromkeys(("objdump", "objcopy", "strip"), "binutils") if LINUX else {}
FOLDER = DIST / "pilotage"
WORK = BUILD / "freeze"
NOTICES, MATERIALS = "THIRD-PARTY-NOTICES.md", "sbom.cdx.json"
PAPERS = ("LICENSE", NOTICES, MATERIALS, bill.FOLDER)
"""Beside the program: its licence, those of everything it brings, and the list of it."""


@functools.cache
def make() -> Path:
    """Freeze the program; once in a run, however many products are made of it."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    command = ["--distpath", str(DIST), "--workpath", str(WORK), "--noconfirm", "--log-level", "WARN"]
    spec = str(ROOT / "installer" / "pilotage.spec")
    # Modules are kept unpacked: they are read faster, and every product is packed as a whole.
    unpacked = os.environ | {"PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0"}
    freezer = [sys.executable, "-m", "PyInstaller", *command, spec]
    if subprocess.call(freezer, cwd=ROOT, env=unpacked, close_fds=False) != 0:
        raise pilot.CannotStart("PyInstaller could not freeze the program; it has said why above.")
    _unpack_library(FOLDER / "_internal" / "base_library.zip")
    if LINUX:
        _strip(FOLDER / "_internal")
        drop_links(FOLDER)
        for path in elf.libraries(FOLDER):
            elf.forget_places(path)
    _add_papers(FOLDER)
    _check(FOLDER)
    print(f"build: {measure.size(FOLDER)}", flush=True)
    print(f"build: first paint {measure.starts(FOLDER / 'pilotage')}", flush=True)
    return FOLDER


def _check(folder: Path) -> None:
    """Have the frozen program test itself, and find every file in it that should be there."""
    absent = contents.absent(folder / "_internal") + (elf.unresolved(folder, contents.PRINTING) if LINUX else [])
    if absent:
        raise pilot.CannotStart(f"the frozen program lacks {', '.join(absent)}.")
    program = folder / (f"{executable.COMMANDS}.exe" if sys.platform == "win32" else executable.WINDOW)
    if subprocess.call([str(program), "--self-test", "--language", "en"]) != 0:
        raise pilot.CannotStart("the frozen program does not pass its own test; it has said why above.")


def _unpack_library(archive: Path) -> None:
    """Keep the first modules of Python unpacked too, in the archive that PyInstaller has them in."""
    with zipfile.ZipFile(archive) as read:
        modules = [(item, read.read(item)) for item in read.infolist()]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as made:
        for item, content in modules:
            made.writestr(zipfile.ZipInfo(item.filename, item.date_time), content)


def drop_links(folder: Path) -> None:
    """Take out the links to libraries that lie elsewhere in the program.

    PyInstaller makes them for libraries that do not say themselves where their like are; ours do. Sticks are mostly
    formatted as Windows has it (FAT, exFAT), where nobody can unpack a link.
    """
    for path in folder.rglob("*"):
        if path.is_symlink() and path.resolve().is_relative_to(folder.resolve()):
            path.unlink()


def _strip(inside: Path) -> None:
    """Take symbols for debugging out of the libraries that can do without."""
    for path in sorted(inside.rglob("*.so*")):
        if not path.is_symlink() and contents.matches(path.relative_to(inside).as_posix(), contents.STRIPPED):
            subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)


def _add_papers(folder: Path) -> None:
    """Put licences, notices and the bill of materials beside the program, from what really is in it."""
    (origins,) = WORK.rglob("origins.json")
    found = bill.parts(map(Path, json.loads(origins.read_text("utf-8"))))
    for name, path in bill.texts(found).items():
        target = folder / bill.FOLDER / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE")
    told = bill.notices(found, version())
    for place in (folder, folder / "_internal" / "desktop"):  # the program shows the second
        (place / NOTICES).write_text(told, "utf-8", newline="\n")
    (folder / MATERIALS).write_text(bill.materials(found, version(), moment()), "utf-8", newline="\n")
