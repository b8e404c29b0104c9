"""What became of a task by a gesture that leaves no choice, in a sentence."""

from __future__ import annotations

from desktop.domain.commands.plan import MoveTasks, PutPart, SetProgress, SplitTask, StretchTasks
from desktop.domain.display import date_text, moment_text
from desktop.domain.durations import duration_text
from desktop.domain.plan import Task
from desktop.i18n import tr, words
from desktop.models.workspace import Workspace


def told(command: object, workspace: Workspace, *, fine: bool) -> tuple[str, str]:
    """(task, sentence) for ``command``, which has just been done; a pair of "" where there is nothing to say.

    ``fine`` tells times of the day too.
    """
    if isinstance(command, SplitTask | PutPart):
        return command.id, _parts(command.id, workspace, fine=fine)
    if isinstance(command, StretchTasks | SetProgress | MoveTasks):
        first, count = command.ids[0], len(command.ids)
        if count > 1:
            return first, tr("Tasks changed: {n}.", n=count)
        if isinstance(command, StretchTasks):
            return first, _length(first, workspace, fine=fine)
        if isinstance(command, SetProgress):
            name = workspace.project.get(Task, first).name
            return first, tr("“{task}” is {n} % complete.", task=name, n=command.percent)
        return first, _place(first, workspace)
    return "", ""


def _facts(identity: str, workspace: Workspace, *, fine: bool) -> dict[str, str]:
    task, dates = workspace.project.get(Task, identity), workspace.schedule.of(identity)
    span = duration_text(task.duration, task.duration_unit, workspace.project.profile, words())
    return {"task": task.name, "finish": (moment_text if fine else date_text)(dates.finish), "duration": span}


def _length(identity: str, workspace: Workspace, *, fine: bool) -> str:
    return tr("“{task}” takes {duration} and finishes on {finish}.", **_facts(identity, workspace, fine=fine))


def _parts(identity: str, workspace: Workspace, *, fine: bool) -> str:
    count, facts = len(workspace.schedule.parts(identity)), _facts(identity, workspace, fine=fine)
    if count == 1:
        return tr("“{task}” is in one piece, takes {duration} and finishes on {finish}.", **facts)
    return tr("“{task}” is in {n} parts, takes {duration} and finishes on {finish}.", n=count, **facts)


def _place(identity: str, workspace: Workspace) -> str:
    project = workspace.project
    task = project.get(Task, identity)
    parent = project.find(Task, task.parent)
    if parent is None:
        return tr("“{task}” is {code} now.", task=task.name, code=project.wbs(identity))
    return tr("“{task}” is {code} in “{summary}” now.", task=task.name, code=project.wbs(identity), summary=parent.name)
