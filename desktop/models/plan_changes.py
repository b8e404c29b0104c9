"""Which rows of the plan a change can reach: no more is announced than may look different."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.changes import ChangeSet
from desktop.domain.plan import Assignment, Dependency, Task
from desktop.domain.project import Outline, Project
from desktop.domain.scheduling import Schedule

EVERYTHING = frozenset({"project", "calendar", "resource", "person", "baseline"})
"""Tables of which one record may show in any row."""


def touched_tasks(changes: ChangeSet, project: Project) -> set[str]:
    """Tasks that a change names, and the summaries above them, whose progress is made of them."""
    found: set[str] = set()
    for change in changes.changes:
        for record in (change.before, change.after):
            if isinstance(record, Task):
                found.add(record.id)
                found |= _above(record, project)
            elif isinstance(record, Dependency):
                found |= {record.predecessor, record.successor}
            elif isinstance(record, Assignment):
                found.add(record.task)
    return found


def _above(task: Task, project: Project) -> set[str]:
    tasks, found, parent = project.table(Task), set[str](), task.parent
    while parent is not None and parent not in found:
        found.add(parent)
        above = tasks.get(parent)
        parent = above.parent if above is not None else None
    return found


def changed_dates(before: Schedule, after: Schedule) -> set[str]:
    """Tasks whose dates, floats or criticality differ, or that are new."""
    if before.ids == after.ids:
        return _changed_rows(before, after)
    old, new = _columns(before), _columns(after)
    found = set()
    for identity, row in after.row.items():
        was = before.row.get(identity)
        if was is None or any(b[was] != a[row] for b, a in zip(old, new, strict=True)):
            found.add(identity)
    return found


def _changed_rows(before: Schedule, after: Schedule) -> set[str]:
    ids, found = after.ids, set[str]()
    for old, new in zip(_columns(before), _columns(after), strict=True):
        if old is not new and old != new:
            pairs = enumerate(zip(old, new, strict=True))
            found.update(ids[row] for row, (was, now) in pairs if was != now)
    return found


def _columns(plan: Schedule) -> tuple[Sequence[int], ...]:
    return (
        plan.starts, plan.finishes, plan.late_starts, plan.late_finishes,
        plan.total_floats, plan.free_floats, plan.critical_rows,
    )  # fmt: skip


def changed_codes(before: Outline, after: Outline, project: Project) -> set[str]:
    """Tasks whose WBS code, level or being a summary differs, and those whose links name them."""
    found: set[str] = set()
    for row, identity in enumerate(after.order):
        was = before.row.get(identity)
        if was is None or _place(before, was) != _place(after, row):
            found.add(identity)
    named = set(found)
    for identity in found:
        named.update(link.successor for link in project.successors(identity))
        named.update(link.predecessor for link in project.predecessors(identity))
    return named


def _place(outline: Outline, row: int) -> tuple[str, int, bool]:
    return outline.wbs[row], outline.depth[row], outline.end[row] - row > 1
