"""A project with one or more records of every type and odd texts in them, and its file."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from desktop.domain.project import Project
from desktop.store.preparing import Folders
from tests.store.samples import make_project, write_project


@pytest.fixture
def project() -> Project:
    return make_project()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.under(tmp_path / "data")


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of ``project``, written once; do not open it."""
    return write_project(tmp_path_factory.mktemp("written") / "a.pilotage", make_project())


@pytest.fixture
def path(tmp_path: Path, written: Path) -> Path:
    """A sound project file, closed, alone in its folder."""
    place = tmp_path / "work" / "港口 & Co.pilotage"
    place.parent.mkdir()
    shutil.copyfile(written, place)
    place.chmod(0o600)
    return place


@pytest.fixture
def now() -> dt.datetime:
    return dt.datetime(2026, 6, 10, 9, 30)
