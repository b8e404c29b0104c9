"""What every test relies on: no screen, no trace of the person running it, nothing left over in Qt."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# Before anything imports Qt: it reads the platform when the application object is made, and the folders
# whenever it is asked for them.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
PERSON = Path(tempfile.mkdtemp(prefix="pilotage-tests-"))
FOLDERS = {
    "HOME": ".",
    "USERPROFILE": ".",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
}
for variable, folder in FOLDERS.items():
    place = PERSON / folder
    place.mkdir(mode=0o700, exist_ok=True)
    os.environ[variable] = str(place)
STILL = PERSON / "config" / "gtk-3.0" / "settings.ini"
STILL.parent.mkdir(parents=True, exist_ok=True)
STILL.write_text("[Settings]\ngtk-enable-animations=0\n", encoding="utf-8")  # tests do not wait for movements
for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(variable, None)
os.environ["LANG"] = "C.UTF-8"


def pytest_unconfigure() -> None:
    """Take the made-up person's folders away; another process of the same run has its own."""
    shutil.rmtree(PERSON, ignore_errors=True)


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder that holds pyproject.toml."""
    return ROOT


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of sample files from other programs, which are too many to keep with the sources."""
    place = Path(os.environ.get("PILOTAGE_CORPORA") or ROOT.parent / "shared" / "corpora")
    if not place.is_dir():
        pytest.skip(f"no sample files at {place}; PILOTAGE_CORPORA can name another folder")
    return place


def deliver_deletions() -> None:
    """Let Qt destroy what was told to ``deleteLater``; without an event loop nothing else would."""
    if "PySide6.QtCore" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


MANY = 20_000
"""New containers after which garbage is collected between two tests."""


@pytest.fixture(autouse=True)
def no_leftovers() -> Iterator[None]:
    """After each test, and after pytest-qt has closed its widgets, deliver the pending deletions.

    Garbage is collected here, in the thread of the interface, and not in whatever worker allocates: a widget
    taken apart there ends the process.
    """
    gc.disable()
    yield
    deliver_deletions()
    gc.disable()
    if gc.get_count()[0] > MANY:
        gc.collect()
