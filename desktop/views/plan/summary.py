"""The chart in one sentence, for whoever hears it rather than sees it."""

from __future__ import annotations

from desktop.domain.display import date_text
from desktop.domain.plan import Task
from desktop.i18n import ntr, tr
from desktop.models.workspace import Workspace


def describe_plan(workspace: Workspace) -> str:
    """How many tasks and milestones, from when to when, how many critical; the grid says the rest."""
    project, plan = workspace.project, workspace.schedule
    leaves = [task for task in project.table(Task).values() if not project.is_summary(task.id)]
    if not leaves:
        return tr("The plan has no task yet.")
    milestones = sum(1 for task in leaves if task.milestone or task.duration == 0)
    tasks = ntr("{n} task", "{n} tasks", len(leaves) - milestones)
    marks = ntr("{n} milestone", "{n} milestones", milestones)
    return tr(
        "{tasks} and {milestones} from {start} to {finish}, {critical} of them critical. "
        "The grid beside the chart holds the same as a table.",
        tasks=tasks, milestones=marks, start=date_text(plan.start), finish=date_text(plan.finish),
        critical=len(plan.critical_ids),
    )  # fmt: skip
