"""The plans that the hands are let loose on, each in a file of its own."""

from __future__ import annotations

from pathlib import Path

from benchmarks.plans import make_plan
from desktop.app.sample import SAMPLE
from desktop.domain.plan import ProjectProfile
from desktop.domain.project import Project
from desktop.exchange.foreign_plans import read_foreign
from desktop.store.files import ProjectFile
from tests.plans import MONDAY, office


def plan_file(name: str, folder: Path) -> Path:
    """The file of a plan that is known by ``name``, or of a plan in a file of another program."""
    path = folder / f"{Path(name).stem}.pilotage"
    if path.exists():
        return path
    if name == "sample":
        path.write_bytes(SAMPLE.read_bytes())
    else:
        ProjectFile.create(path, _project(name)).close()
    return path


def _project(name: str) -> Project:
    if name == "office":
        return office()
    if name == "empty":
        return Project([ProjectProfile(id="p", number=1, name="Nothing yet", start=MONDAY)])
    if name == "thousand":
        return make_plan(1000, calendars=3)
    return read_foreign(Path(name)).project()
