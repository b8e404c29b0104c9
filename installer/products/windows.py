"""An installer for Windows, for one person and without administrator rights, dist/pilotage-VERSION-setup.exe."""

from __future__ import annotations

from pathlib import Path

from installer import nsis
from installer.environment import DIST, version
from installer.products import bundle

SYSTEMS = ("win32",)
PROGRAMS = bundle.PROGRAMS | {"makensis": "nsis"}


def make() -> Path:
    """Freeze the program and have NSIS pack it."""
    folder = bundle.make()
    target = DIST / f"pilotage-{version()}-setup.exe"
    nsis.compile_installer(folder, version(), target)
    return target
