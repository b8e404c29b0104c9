"""What programs and libraries of Linux are linked with."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pilot

LOADER = "/sbin/ldconfig"
"""Not among the programs that an ordinary person finds."""


def libraries(folder: Path) -> Iterator[Path]:
    """Every program and shared library in ``folder``."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        with path.open("rb") as file:
            if file.read(4) == b"\x7fELF":
                yield path


def linkage(told: str) -> tuple[set[str], tuple[int, ...]]:
    """(names of the libraries linked with, newest version of glibc asked for), of what ``objdump -p`` prints."""
    names = set(re.findall(r"^ +NEEDED +(\S+)$", told, re.MULTILINE))
    versions = (tuple(map(int, found.split("."))) for found in re.findall(r"\bGLIBC_([\d.]+)", told))
    return names, max(versions, default=())


def loader_cache(told: str) -> dict[str, str]:
    """Where the system's loader finds each library, of what ``ldconfig -p`` prints; the first place counts."""
    places: dict[str, str] = {}
    for name, place in re.findall(r"^\s+(\S+) \([^)]*\) => (\S+)$", told, re.MULTILINE):
        places.setdefault(name, place)
    return places


def unresolved(folder: Path, optional: str) -> list[str]:
    """Libraries that something in ``folder`` is linked with and that are neither there nor on this system.

    ``optional`` matches what may be without.
    """
    known = {path.name for path in folder.rglob("*")} | set(loader_cache(told([LOADER, "-p"])))
    asking = (path for path in libraries(folder) if not path.match(optional))
    return sorted({name for path in asking for name in linkage(told(["objdump", "-p", str(path)]))[0]} - known)


def told(command: list[str]) -> str:
    """What a program prints; refused with the end of its complaint where it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise pilot.CannotStart(f"{command[0]} failed: {' '.join(done.stderr.split())[-600:]}")
    return done.stdout
