"""What a build stands on: its own packages, the version and the moment it is built for. Standard library only."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pilot

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
DIST = ROOT / "dist"
LOCK = ROOT / "requirements-build.lock"
FOLDER = BUILD / "environment"
PYTHON = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
COMPLETE = FOLDER / ".complete"
"""Holds the fingerprint of the lock from which the environment was completely set up."""

IDENTIFIER = "com.example.pilotage"
"""The program among all programs. Nobody has registered an internet domain for it, so it is under the one that RFC 2606
keeps free for this; whoever publishes the program puts their own here."""
NOBODY = "nobody@pilotage.invalid"
"""An address that RFC 2606 guarantees to be nobody's."""

LINUX = sys.platform.startswith("linux")
HELPERS = {
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-util.so.1": "libxcb-util1",
}
"""Libraries that Qt is linked with beyond those the program needs to run here: some are delivered with it (see
``contents``), of the others a package says that it depends on them."""


def version(root: Path = ROOT) -> str:
    """The version of the program, from ``pyproject.toml``."""
    return str(tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def moment() -> int:
    """Seconds since 1970 that every date in a product is set to.

    ``SOURCE_DATE_EPOCH``, or the time of the last commit; where there is no repository, that of the lock.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    told = _git("log", "-1", "--format=%ct")
    return int(told) if re.fullmatch(r"\d+", told) else int(LOCK.stat().st_mtime)


def maintainer() -> str:
    """Who answers for a package: ``DEBFULLNAME`` and ``DEBEMAIL``, as Debian's own tools ask for them."""
    name, address = (os.environ.get(variable, "").strip() for variable in ("DEBFULLNAME", "DEBEMAIL"))
    return f"{name or 'The Pilotage contributors'} <{address or NOBODY}>"


def is_changed() -> bool:
    """Whether the sources differ from the commit whose date a product bears; False where there is no repository."""
    return bool(_git("status", "--porcelain"))


def _git(*command: str) -> str:
    """What git prints about the checkout; empty where there is no repository, or no git.

    It is asked to trust a checkout of somebody else: whoever builds runs the programs in it anyway, and what root
    builds in the checkout of a person would bear another date.
    """
    trusting = ["git", "-c", f"safe.directory={ROOT}"]
    try:
        told = subprocess.run([*trusting, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return told.stdout.strip()


@contextlib.contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Where to write ``target``: beside it, and in its place only once it is whole, however the build ends."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".unfinished-{target.name}")
    part.unlink(missing_ok=True)
    try:
        yield part
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def is_inside() -> bool:
    """Whether this Python is that of the build environment."""
    return Path(sys.prefix).resolve() == FOLDER.resolve()


def need(programs: Mapping[str, str]) -> None:
    """See to it that ``programs`` are there, by name with the Debian package that brings each.

    Installs them as ``pilot.py`` does where that is allowed; refused with the exact line where it is not.
    """
    missing = sorted({package for program, package in programs.items() if not shutil.which(program)})
    if missing:
        pilot.install_system_packages(missing)


def need_room() -> None:
    """See to it that a build can write where it writes; refused with a sentence where somebody else has built before.

    A product is made of whole folders that are made anew, so those one level down are looked at too.
    """
    inside = [path for folder in (BUILD, DIST) if os.access(folder, os.X_OK | os.R_OK) for path in folder.iterdir()]
    for path in (ROOT, BUILD, DIST, *sorted(path for path in inside if path.is_dir() and not path.is_symlink())):
        if path.exists() and not os.access(path, os.R_OK | os.W_OK | os.X_OK):
            raise pilot.CannotStart(
                f"you may not write to {path}, perhaps because somebody else has built here: build as its owner, or "
                f"remove {BUILD.name} and {DIST.name} as its owner, or build in a checkout of your own."
            )


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """See to it that no other build works in this checkout meanwhile: both would write the same folders.

    What is started with ``close_fds=False`` counts as part of the build, even where the build itself is killed.
    """
    BUILD.mkdir(parents=True, exist_ok=True)
    if os.name == "nt":
        yield
        return
    import fcntl

    with (BUILD / ".lock").open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise pilot.CannotStart(f"another build is under way in {ROOT}; please wait until it is done.") from None
        os.set_inheritable(held.fileno(), True)
        yield


def libraries(prefix: str = sys.base_prefix) -> dict[str, str]:
    """Libraries that freezing needs, by name with the Debian package; Debian's Python comes without its own."""
    minor = sys.version_info[1]
    return HELPERS | ({f"libpython3.{minor}.so.1.0": f"libpython3.{minor}"} if prefix == "/usr" else {})


def set_up() -> Path:
    """Make the build environment where it is not there as locked; returns its Python."""
    helpers = {package for library, package in libraries().items() if LINUX and not pilot.loads(library)}
    missing = sorted({*pilot.missing_packages(window=True), *helpers})
    if missing:
        pilot.install_system_packages(missing)
    fingerprint = pilot.fingerprint(LOCK)
    # An interpreter in a folder that this person may not enter is none.
    if COMPLETE.is_file() and COMPLETE.read_text("utf-8") == fingerprint and os.access(PYTHON, os.X_OK):
        return PYTHON
    pilot.create_environment(FOLDER)
    if pilot.install(LOCK, PYTHON) != 0:
        raise pilot.CannotStart("the packages for building could not be installed; pip has said why above.")
    COMPLETE.write_text(fingerprint, "utf-8")
    return PYTHON
