"""Dates that an imported file recorded and that are computed differently, as lines for people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.i18n import N_, tr

if TYPE_CHECKING:
    from desktop.domain.project import Project
    from desktop.domain.scheduling import Schedule

NOT_RECORDED = N_("not recorded")


def difference_lines(project: Project, schedule: Schedule) -> Iterator[str]:
    """How many tasks have other dates than in the file, and then every one of them; nothing where all agree."""
    from desktop.domain.plan import Task
    from desktop.domain.recorded import compare_recorded

    different = compare_recorded(project, schedule)
    if not different:
        return
    yield tr("Tasks whose dates differ from those that the imported file recorded: {n}", n=len(different))
    for item in different:
        name = f"{project.wbs(item.task)} {project.get(Task, item.task).name}"
        then = _span(item.recorded_start, item.recorded_finish)
        yield tr("{name}: {then} in the file, {now} here", name=name, then=then, now=_span(item.start, item.finish))


def _span(start: dt.datetime | None, finish: dt.datetime | None) -> str:
    from desktop.domain.display import moment_text

    return " – ".join(moment_text(moment) if moment else tr(NOT_RECORDED) for moment in (start, finish))
