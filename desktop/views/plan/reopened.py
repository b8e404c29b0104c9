"""Finished tasks and branches that are finished no more because of what came below them: said, with what it means."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.changes import DO, ChangeSet
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule
from desktop.i18n import tr
from desktop.views.banner import NOTICE

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

DONE = 100
KEPT = 3
"""The sentence stays while the step that it tells of is among so many last ones."""


def reopened(project: Project, plan: Schedule, come: Collection[str]) -> str:
    """The nearest summary that was finished until tasks ``come`` below it that are not; "" where there is none.

    ``plan`` may be that before or after: only the progress of tasks is asked that are there in both.
    """
    tasks = project.table(Task)
    parents = dict.fromkeys(tasks[one].parent for one in come)  # many come below few
    if not any(parents):
        return ""
    new, rows, percents = set(come), plan.row, plan.percents

    def is_finished(one: str) -> bool:
        return one in rows and percents[rows[one]] >= DONE

    for parent in parents:
        task = project.find(Task, parent)
        if task is None:
            continue
        children = project.children(task.id)
        others = [one for one in children if one not in new]
        finished = all(map(is_finished, others)) if others else task.percent_complete == DONE
        if finished and not all(is_finished(one) for one in children if one in new):
            return task.id
    return ""


class Reopened(QObject):
    """Watches the edits of a page and says it in its notice."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page, self._workspace = page, page.workspace
        self._step: ChangeSet | None = None
        """What the notice tells of."""
        self._workspace.changed.connect(self._changed)

    def _changed(self, changes: ChangeSet) -> None:
        last = self._workspace.session.undo_steps[-KEPT:]
        if self._step is not None and not any(step is self._step for step in last):
            self._step = None
            self._page.notice.dismiss()
        if changes.kind != DO:
            return
        come = [
            change.id
            for change in changes.of("task")
            if isinstance(change.after, Task)
            and not (isinstance(change.before, Task) and change.before.parent == change.after.parent)
        ]
        if not come:
            return
        found = reopened(self._workspace.project, self._workspace.schedule, come)
        if found:
            self._step = changes
            self._page.notice.show_sentence(self._sentence(found), NOTICE)

    def _sentence(self, summary: str) -> str:
        project, plan = self._workspace.project, self._workspace.schedule
        task = project.get(Task, summary)
        facts = {"summary": task.name, "n": plan.percents[plan.row[summary]] if summary in plan else 0}
        if task.percent_complete == DONE:
            return tr(
                "“{summary}” was finished. Now it is a summary: its dates and progress follow from its sub-tasks, and"
                " it is {n} % complete. What was recorded for itself counts no longer.",
                **facts,
            )
        return tr(
            "“{summary}” was finished. It is open again, {n} % complete, because of what is new below it.", **facts
        )
