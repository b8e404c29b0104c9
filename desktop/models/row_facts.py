"""What the grid must know of a row beyond its texts: where it stands, how it is drawn, and what marks it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from desktop.domain.outline import Outline
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule
from desktop.models.plan_marks import marks_of
from desktop.models.plan_order import Layout


@dataclass(frozen=True, slots=True)
class RowFacts:
    """Of a task, or of the heading of a group."""

    depth: int
    summary: bool
    closed: bool
    milestone: bool
    critical: bool
    near_critical: bool
    active: bool
    complete: bool
    marks: tuple[str, ...]
    """Names of the icons in the column of marks."""
    heading: bool = False
    """Whether it is no task, but heads a group of them."""
    context: bool = False
    """Whether the task is there only for what lies below it."""


GONE = RowFacts(0, False, False, False, False, False, True, False, ())
"""Of a task that is no longer there, or not yet scheduled."""


def row_facts(
    identity: str, project: Project, schedule: Schedule, outline: Outline, layout: Layout, *, closed: Set[str]
) -> RowFacts:
    """Of the row with this id, as the plan stands and as it is laid out."""
    heading = layout.headings.get(identity)
    if heading is not None:
        return RowFacts(heading.level, True, identity in closed, False, False, False, True, False, (), heading=True)
    task, place = project.find(Task, identity), outline.row.get(identity)
    if task is None or place is None or identity not in schedule:
        return GONE
    dates = schedule.of(identity)
    summary = outline.end[place] > place + 1
    depth = outline.depth[place] if layout.depth is None else layout.depth.get(identity, 0)
    return RowFacts(
        depth, summary, summary and identity in closed, not summary and (task.milestone or dates.start == dates.finish),
        dates.critical, dates.near_critical, task.active, dates.percent_complete >= 100, marks_of(task, dates),
        context=identity in layout.context,
    )  # fmt: skip
