"""A project with one or more records of every type and odd texts in them, and its file."""

from __future__ import annotations

import datetime as dt
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


@pytest.fixture
def path(tmp_path: Path, project: Project) -> Path:
    """A sound project file, closed, alone in its folder."""
    return write_project(tmp_path / "work" / "港口 & Co.pilotage", project)


@pytest.fixture
def now() -> dt.datetime:
    return dt.datetime(2026, 6, 10, 9, 30)
