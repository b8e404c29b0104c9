"""A plan as an audience may see it, with the dates that it has for the team."""

from __future__ import annotations

from collections.abc import Collection

from desktop.domain.changes import Change
from desktop.domain.clientview import released
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule
from desktop.domain.scheduling import schedule as plan_dates

ROUNDS = 8
"""So often the tasks that moved are held and the rest is computed again; after that every task is held."""


class Agreed:
    """What ``audience`` may see of ``project``, as a project of its own.

    A task that would move without what is withheld (a calendar, a levelling delay, another task) is planned
    by hand at its dates: a client is shown the dates that were agreed, and not what stands behind them.
    Raises ``report_hidden_project`` where the project's own record is withheld.
    """

    def __init__(self, project: Project, schedule: Schedule, audience: str) -> None:
        self.project = released(project, audience)
        self.schedule: Schedule = plan_dates(self.project)
        self.held: dict[str, None] = {}
        """Ids of the tasks that were held, in the order in which that was found."""
        self.hold(schedule)

    def hold(self, theirs: Schedule) -> tuple[Change, ...]:
        """Hold what does not stand where it does in ``theirs``; returns what that changed."""
        first: dict[str, Task] = {}
        for turn in range(ROUNDS + 1):
            moved = self._moved(theirs)
            free = [task for task in self.project.outline.order if task in moved and self._is_free(task, theirs)]
            chosen = free if turn == ROUNDS else [task for task in free if not self._follows(task, moved)] or free
            if not chosen:
                break
            changes = []
            for identity in chosen:
                before = self.project.get(Task, identity)
                dates = theirs.of(identity)
                after = before.replace(
                    mode="manual", manual_start=dates.start, manual_finish=dates.finish, duration=dates.duration
                )
                self.project.put("task", identity, after)
                first.setdefault(identity, before)
                self.held[identity] = None
                changes.append(Change("task", identity, before, after))
            self.schedule = plan_dates(self.project, self.schedule, changes)
        return tuple(
            Change("task", identity, before, self.project.get(Task, identity)) for identity, before in first.items()
        )

    def _moved(self, theirs: Schedule) -> frozenset[str]:
        """Tasks that have other dates here than in ``theirs``."""
        ours = self.schedule
        if ours.ids == theirs.ids and ours.starts == theirs.starts and ours.finishes == theirs.finishes:
            return frozenset()
        return frozenset(
            identity
            for identity in ours.ids
            if (ours.start_minutes(identity), ours.finish_minutes(identity))
            != (theirs.start_minutes(identity), theirs.finish_minutes(identity))
        )

    def _is_free(self, identity: str, theirs: Schedule) -> bool:
        """Whether holding the task can bring it to its dates: not a summary, and not held there already."""
        task = self.project.get(Task, identity)
        if self.project.is_summary(identity):
            return False
        if task.mode != "manual":
            return True
        dates = theirs.of(identity)
        return (task.manual_start, task.manual_finish) != (dates.start, dates.finish)

    def _follows(self, task: str, moved: Collection[str]) -> bool:
        """Whether ``task``, or a summary that it lies in, waits for a task that moved itself."""
        place: str | None = task
        while place is not None:
            if any(link.predecessor in moved for link in self.project.predecessors(place)):
                return True
            place = self.project.get(Task, place).parent
        return False
