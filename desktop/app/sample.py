"""The sample project, opened as a working copy that lies in the present."""

from __future__ import annotations

import contextlib
import datetime as dt
import itertools
from collections.abc import Sequence
from pathlib import Path

from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.shift import shifted, weeks_until
from desktop.i18n import RESOURCES
from desktop.publish import refusal as system_refusal
from desktop.store.files import ProjectFile

SAMPLE = RESOURCES / "samples" / "chenghai.pilotage"


def sample_copy(folder: Path, in_use: Sequence[Path]) -> Path:
    """A working copy of the sample project in ``folder``, moved to the present by whole weeks.

    Copies that were worked on are kept; one that nobody has touched is used again.
    """
    if not SAMPLE.is_file():
        raise Rejected("file_missing", name=SAMPLE.name)
    with contextlib.closing(ProjectFile.open(SAMPLE, read_only=True)) as file:
        project = shifted(file.project, weeks_until(file.project, dt.date.today()))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise system_refusal(error, SAMPLE.name) from error
    for number in itertools.count(1):
        target = folder / (f"{SAMPLE.stem}.pilotage" if number == 1 else f"{SAMPLE.stem} {number}.pilotage")
        if not target.exists():
            ProjectFile.create(target, project).close()
            return target
        if target not in in_use and _is_untouched(target, project):
            return target
    raise AssertionError("unreachable")


def _is_untouched(path: Path, project: Project) -> bool:
    """Whether a copy has no history and stands where ``project`` stands in time."""
    with contextlib.suppress(Rejected), contextlib.closing(ProjectFile.open(path, read_only=True)) as file:
        return not file.history(1) and file.project.profile == project.profile
    return False
