"""What programs and libraries of Linux are linked with."""

from __future__ import annotations

import re
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pilot

LOADER = "/sbin/ldconfig"
"""Not among the programs that an ordinary person finds."""
DYNAMIC, RPATH, RUNPATH = 2, 15, 29
"""``PT_DYNAMIC``, ``DT_RPATH`` and ``DT_RUNPATH`` of the format."""


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


def search_places(told: str) -> list[str]:
    """Where a library has the system look for others before anywhere else, of what ``objdump -p`` prints."""
    return [
        place for found in re.findall(r"^ +R(?:UN)?PATH +(\S.*)$", told, re.MULTILINE) for place in found.split(":")
    ]


def foreign(places: list[str]) -> list[str]:
    """Of these places, those that are not beside the library that names them.

    Python is linked with the folder it was built for, such as one in the home of whoever builds. On another machine
    somebody else may put a library there, and everybody who starts the program would run it.
    """
    return [place for place in places if not place.startswith("$ORIGIN")]


def forget_places(path: Path) -> None:
    """Take the list of places to search out of a library, where it names any that is not beside it.

    What the library needs is found all the same, because the program looks in its own folder. The entry of the dynamic
    section goes (https://refspecs.linuxfoundation.org/elf/gabi4+/ch5.dynamic.html); those behind it move up.
    """
    if not foreign(search_places(told(["objdump", "-p", str(path)]))):
        return
    content = bytearray(path.read_bytes())
    if content[4:6] != b"\x02\x01":
        raise pilot.CannotStart(f"{path} is not of 64 bits, lowest byte first; where it searches cannot be changed.")
    (first,), (size, count) = struct.unpack_from("<Q", content, 0x20), struct.unpack_from("<HH", content, 0x36)
    for header in range(first, first + size * count, size):
        kind, _, start, _, _, length = struct.unpack_from("<IIQQQQ", content, header)
        if kind != DYNAMIC:
            continue
        entries = [struct.unpack_from("<qQ", content, at) for at in range(start, start + length, 16)]
        kept = [entry for entry in entries if entry[0] not in (RPATH, RUNPATH)]
        kept += [(0, 0)] * (len(entries) - len(kept))
        struct.pack_into(f"<{'qQ' * len(kept)}", content, start, *(value for entry in kept for value in entry))
    path.write_bytes(content)


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
