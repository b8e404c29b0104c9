"""The outline of a project as numbered rows: who contains whom, and what takes part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter

from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.scheduling.findings import ScheduleWarning

_ACTIVE, _EFFORT = attrgetter("active"), attrgetter("level_of_effort")


class Rows:
    """Tasks by row; a row is the position of a task in the outline."""

    __slots__ = (
        "count", "counted", "effort", "end", "ids", "inactive", "kids", "parent", "row", "summaries", "tasks", "top",
        "warnings",
    )  # fmt: skip

    def __init__(self, project: Project) -> None:
        outline, tasks = project.outline, project.table(Task)
        self.ids = list(outline.order)
        self.end = list(outline.end)
        """Row behind the last task within a row."""
        self.warnings: list[ScheduleWarning] = []
        if len(self.ids) < len(tasks):
            # Tasks whose parents form a circle hang below nothing: rows of their own at the end.
            for identity in tasks:
                if identity not in outline.row:
                    self.ids.append(identity)
                    self.end.append(len(self.ids))
                    self.warnings.append(ScheduleWarning("outline_circle", {"task": identity}))
        self.count = count = len(self.ids)
        self.row: Mapping[str, int] = outline.row
        if self.warnings:
            self.row = dict(zip(self.ids, range(count), strict=True))
        self.tasks: list[Task] = list(map(tasks.__getitem__, self.ids))
        end = self.end
        self.summaries = [row for row, last in enumerate(end) if last > row + 1]
        """Rows that contain others, outermost first."""
        self.parent = [-1] * count
        self.kids: list[tuple[int, ...]] = [()] * count
        """Rows directly within a row."""
        following = [*self.summaries[1:], count]
        for row, inner in zip(self.summaries, following, strict=False):
            kid, last = row + 1, end[row]
            if inner >= last:  # as most: nothing within it contains anything
                self.kids[row] = tuple(range(kid, last))
                self.parent[kid:last] = [row] * (last - kid)
                continue
            kids = []
            while kid < last:
                kids.append(kid)
                self.parent[kid] = row
                kid = end[kid]
            self.kids[row] = tuple(kids)
        self.top = [row for row, above in enumerate(self.parent) if above < 0]
        marked: list[int] = []
        if not all(map(_ACTIVE, self.tasks)) or any(map(_EFFORT, self.tasks)):
            marked = [row for row, task in enumerate(self.tasks) if not task.active or task.level_of_effort]
        self.inactive = {row for row in marked if not self.tasks[row].active}
        """Rows that are left out; what an inactive summary contains is inactive too."""
        for row in self.summaries:
            if row in self.inactive:
                self.inactive.update(range(row, end[row]))

        self.effort = {row for row in marked if self.tasks[row].level_of_effort and not self.kids[row]}
        """Rows that only accompany others (level of effort, hammocks)."""

        self.counted: Sequence[Sequence[int]] = self.kids
        """What a summary is rolled up from: inactive rows only where it contains nothing else."""
        if self.inactive:
            self.counted = [
                [kid for kid in kids if kid not in self.inactive] or kids if row not in self.inactive else kids
                for row, kids in enumerate(self.kids)
            ]

    def again(self, project: Project) -> Rows:
        """The same rows with the records as they are now: nothing has come, gone, moved or changed its part."""
        made = Rows.__new__(Rows)
        for name in Rows.__slots__:
            setattr(made, name, getattr(self, name))
        made.tasks = list(map(project.table(Task).__getitem__, self.ids))
        return made

    def above(self, row: int) -> list[int]:
        """The summaries that contain ``row``, innermost first."""
        found = []
        while (row := self.parent[row]) >= 0:
            found.append(row)
        return found

    def subtree(self, row: int) -> range:
        """``row`` and everything within it."""
        return range(row, self.end[row])
