"""Fixtures of the reports: the sample project, its schedule, and variations of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.scheduling import Schedule, schedule
from tests.reports.samples import make_project


@pytest.fixture(scope="session")
def project() -> Project:
    return make_project()


@pytest.fixture(scope="session")
def planned(project: Project) -> Schedule:
    return schedule(project)


@pytest.fixture
def changed() -> Callable[..., Project]:
    """Makes the project with other records added or in the place of those with the same id."""

    def make(*records: Record, **profile: Any) -> Project:
        known = {(item.info.key, item.id): item for item in make_project(**profile).all()}
        known |= {(item.info.key, item.id): item for item in records}
        return Project(known.values())

    return make
