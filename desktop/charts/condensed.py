"""A whole plan in a few pixels of height: every row a thin line, critical ones and milestones above the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.charts.shapes import Rect, Shape
from desktop.charts.timescale import Timescale
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, to_datetime

THICKEST, POINT = 3.0, 3.0
"""Thickness of a line where rows are few, and the side of a milestone."""


class Condensed:
    """Rows ``ids`` of a plan between the heights ``top`` and ``bottom`` of a picture, placed in time by ``scale``."""

    def __init__(
        self, project: Project, schedule: Schedule, ids: Sequence[str], scale: Timescale, *, top: float, bottom: float
    ) -> None:
        self._project, self._schedule, self._ids, self._scale = project, schedule, ids, scale
        self._top, self._height = top, bottom - top
        self._thick = min(THICKEST, max(1.0, self._height / max(len(ids), 1) * 0.7))

    def shapes(self, first: int, last: int) -> Iterator[Shape]:
        """Rows ``first`` up to ``last``; neighbouring shapes are of one role, as painters like it."""
        made: dict[str, list[Rect]] = {"summary": [], "bar": [], "critical": [], "milestone": []}
        for row in range(first, min(last, len(self._ids))):
            if (found := self._row(row)) is not None:
                made[found.role].append(found)
        for rects in made.values():
            yield from rects

    def _row(self, row: int) -> Rect | None:
        plan, identity = self._schedule, self._ids[row]
        place, task = plan.row.get(identity), self._project.find(Task, identity)
        if place is None or task is None or not task.active:
            return None
        start, finish = plan.starts[place], plan.finishes[place]
        left = self._scale.x(to_datetime(start))
        y = self._top + self._height * row / len(self._ids)
        if self._project.is_summary(identity):
            role, thick = "summary", 1.0
        elif task.milestone or start == finish:
            top = min(max(y - POINT / 2, self._top), self._top + self._height - POINT)
            return Rect(round(left - POINT / 2), round(top), POINT, POINT, "milestone")
        else:
            role, thick = "critical" if plan.critical_rows[place] else "bar", self._thick
        width = max(self._scale.x(to_datetime(finish)) - left, 1.0)
        return Rect(left, float(int(y)), width, thick, role)
