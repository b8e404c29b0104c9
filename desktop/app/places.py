"""Where the program keeps what it remembers. Decided here alone.

In the person's own folders, as the system wants it; or beside the program where a file called ``portable.txt`` lies
there, so that it runs from a stick and leaves nothing behind. Where the stick cannot be written to, the person's own
folders serve after all, and the window says so.
"""

from __future__ import annotations

import functools
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from desktop.views.settings import APPLICATION, FILE

MARKER = "portable.txt"
FOLDER = "data"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of settings, of data (backups, recovered files, the copy of the sample) and of the log."""

    config: Path
    data: Path
    logs: Path
    elsewhere: Path | None = None
    """The folder beside the program in which all of it should be, and which cannot be written to."""


def own() -> Places:
    """The folders of the person, as the system names them."""
    return Places(
        Path(platformdirs.user_config_path(APPLICATION, appauthor=False)),
        Path(platformdirs.user_data_path(APPLICATION, appauthor=False)),
        Path(platformdirs.user_log_path(APPLICATION, appauthor=False)),
    )


def decide(program: Path | None) -> Places:
    """The places of a frozen ``program``; None runs from sources and is never portable."""
    if program is None or not (program.parent / MARKER).is_file():
        return own()
    beside = program.parent / FOLDER
    if _is_writable(beside):
        return Places(beside, beside, beside / "log")
    found = own()
    return Places(found.config, found.data, found.logs, elsewhere=beside)


def _is_writable(folder: Path) -> bool:
    """Whether a file can be made in ``folder``, which is made where it is not there; only trying tells on a stick."""
    try:
        folder.mkdir(exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


@functools.cache
def decided() -> Places:
    """The places of this process."""
    return decide(Path(sys.executable).resolve() if getattr(sys, "frozen", False) else None)


def data_folder() -> Path:
    """Where backups, recovered files and the working copy of the sample lie."""
    return decided().data


def log_folder() -> Path:
    return decided().logs


def settings_file() -> Path:
    return decided().config / FILE
