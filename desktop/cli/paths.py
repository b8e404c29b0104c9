"""``pilotage paths``: the chains of tasks that lead to one task, by what they can slip."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from desktop.cli.commands import DONE, opened_file, print_json
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_, tr, words

if TYPE_CHECKING:
    from desktop.domain.project import Project
    from desktop.domain.scheduling import Schedule
    from desktop.domain.scheduling.float_paths import FloatPath

sentences(
    task_unknown=N_("There is no task with the WBS code or number “{value}”. Nothing was done."),
)


def paths(chosen: argparse.Namespace) -> int:
    """``pilotage paths FILE --to WBS|UID [--json]``."""
    with opened_file(chosen.file) as opened:
        from desktop.domain.scheduling.float_paths import float_paths
        from desktop.exchange.mspdi import task_numbers

        project, numbers = opened.project, task_numbers(opened.project)
        target = _find(project, numbers, chosen.to.strip())
        found = float_paths(opened.schedule, target)
        if chosen.json:
            document = {"to": _task(opened.schedule, project, numbers, target),
                        "paths": [_path(opened.schedule, project, numbers, each) for each in found]}  # fmt: skip
            print_json(document)
        else:
            for each in found:
                print("\n".join(_lines(project, opened.schedule, each)))
    return DONE


def _find(project: Project, numbers: dict[str, int], text: str) -> str:
    """The task with this WBS code or, where none has it, this unique number."""
    outline = project.outline
    if text in outline.wbs:
        return outline.order[outline.wbs.index(text)]
    for identity, number in numbers.items():
        if str(number) == text:
            return identity
    raise Rejected("task_unknown", value=text[:80])


def _task(schedule: Schedule, project: Project, numbers: dict[str, int], identity: str) -> dict[str, Any]:
    from desktop.domain.plan import Task

    dates = schedule.of(identity)
    return {
        "uid": numbers[identity], "wbs": project.wbs(identity), "name": project.get(Task, identity).name,
        "start": dates.start.isoformat(timespec="minutes"), "finish": dates.finish.isoformat(timespec="minutes"),
        "critical": dates.critical,
    }  # fmt: skip


def _path(schedule: Schedule, project: Project, numbers: dict[str, int], path: FloatPath) -> dict[str, Any]:
    return {
        "path": path.number, "float_minutes": path.float, "gap_minutes": path.gap,
        "joins": numbers[path.joins] if path.joins else None,
        "tasks": [_task(schedule, project, numbers, identity) for identity in path.tasks],
    }  # fmt: skip


def _lines(project: Project, schedule: Schedule, path: FloatPath) -> list[str]:
    """A path for people and spreadsheets: a heading, then one task a line, tabs between."""
    from desktop.domain.display import moment_text
    from desktop.domain.durations import duration_text
    from desktop.domain.plan import Task

    slip, gap = (duration_text(each, "d", project.profile, words()) for each in (path.float, path.gap))
    if path.joins is None:
        heading = tr("Path {n}: drives it, can slip by {slip}", n=path.number, slip=slip)
    else:
        facts = {"n": path.number, "slip": slip, "gap": gap, "task": project.get(Task, path.joins).name}
        heading = tr("Path {n}: can slip by {slip}, joins “{task}” with a gap of {gap}", **facts)
    lines = [heading]
    for identity in path.tasks:
        dates = schedule.of(identity)
        texts = [project.wbs(identity), project.get(Task, identity).name]
        lines.append("\t".join(["", *texts, moment_text(dates.start), moment_text(dates.finish)]))
    return lines
