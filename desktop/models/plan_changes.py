"""Which rows of the plan a change can reach: no more is announced than may look different."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.agreeing import agreeing_ends, differing
from desktop.domain.changes import ChangeSet
from desktop.domain.outline import Outline
from desktop.domain.plan import Assignment, Dependency, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule

EVERYTHING = frozenset({"project", "calendar", "resource", "person", "baseline"})
"""Tables of which one record may show in any row."""
MOST_NAMED = 1000
"""Tasks with other codes or dates beyond which looking for what names them takes longer than to forget every text."""

MOST_CHANGED = 1000
"""Records beyond which the rows that they reach are not looked for: it takes longer than to forget every text."""


def touches_everything(changes: ChangeSet) -> bool:
    """Whether any row may look different, or nearly all do."""
    return len(changes.changes) > MOST_CHANGED or bool(changes.keys() & EVERYTHING)


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


def changed_dates(before: Schedule, after: Schedule, project: Project) -> set[str] | None:
    """Tasks whose dates, floats or criticality differ, or that are new; None for many."""
    found = _changed_dates(before, after)
    if len(found) > MOST_NAMED:
        return None
    # Free float is the gap to the successors: theirs changed, so may it.
    return found | {link.predecessor for identity in found for link in project.predecessors(identity)}


def _changed_dates(before: Schedule, after: Schedule) -> set[str]:
    ids, found = after.ids, set[str]()
    head, tail = agreeing_ends(before.ids, after.ids)
    old, new = _columns(before), _columns(after)
    for was, now in zip(old, new, strict=True):
        if was is now:
            continue
        found.update(ids[row] for row in differing(was[:head], now[:head]))
        if tail:
            found.update(ids[row - tail] for row in differing(was[-tail:], now[-tail:]))
    for row in range(head, len(ids) - tail):
        place = before.row.get(ids[row])
        if place is None or any(b[place] != a[row] for b, a in zip(old, new, strict=True)):
            found.add(ids[row])
    return found


def _columns(plan: Schedule) -> tuple[Sequence[int], ...]:
    return (
        plan.starts, plan.finishes, plan.late_starts, plan.late_finishes, plan.total_floats, plan.critical_rows
    )  # fmt: skip


def changed_codes(before: Outline, after: Outline, project: Project) -> set[str] | None:
    """Tasks whose WBS code, level or being a summary differs, and those whose links name them; None for most of all."""
    head, tail = agreeing_ends(before.wbs, after.wbs)
    same_head, same_tail = agreeing_ends(before.order, after.order)
    # Rows at the head keep their codes; one of them may have become a summary or ceased to be one.
    first, behind = max(0, min(head, same_head) - 1), len(after.order) - min(tail, same_tail)
    ids = after.order[first:behind]
    found = {
        identity
        for row, identity, was in zip(range(first, behind), ids, map(before.row.get, ids), strict=True)
        if was is None
        or before.wbs[was] != after.wbs[row]
        or before.depth[was] != after.depth[row]
        or (before.end[was] - was > 1) != (after.end[row] - row > 1)
    }
    if len(found) > MOST_NAMED:
        return None
    named = set(found)
    for identity in found:
        named.update(link.successor for link in project.successors(identity))
        named.update(link.predecessor for link in project.predecessors(identity))
    return named
