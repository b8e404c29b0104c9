"""Rows, links and their order, kept where a change of the plan leaves them as they are."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.changes import Change
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.scheduling.calendars import WorkCalendar
from desktop.domain.scheduling.links import LinkLists
from desktop.domain.scheduling.rows import Rows

if TYPE_CHECKING:
    from desktop.domain.scheduling.network import Network

_PLACE = attrgetter("parent", "rank")
_PART = attrgetter("active", "elapsed", "level_of_effort")
"""What a task is for the links that lead to and from it."""


class Frame(NamedTuple):
    """What a network is built on. ``calendars`` are those that lags were read with, None for new rows."""

    rows: Rows
    links: LinkLists
    cycles: tuple[tuple[str, ...], ...]
    order: list[int]
    calendars: Sequence[WorkCalendar | None]
    calendar: WorkCalendar
    lag_calendar: str


def carried_over(old: Network, project: Project, changes: Sequence[Change]) -> Frame | None:
    """What of ``old`` holds after ``changes``; None where links have to be read again.

    Tasks may come, go and move in the outline as long as neither they when they come or go nor the summaries
    that gain or lose them have links: a link to a summary is one to everything within it.
    """
    moved: list[str] = []
    for change in changes:
        if change.key == "dependency":
            return None
        before, after = change.before, change.after
        if not isinstance(before or after, Task):
            continue
        if before is None or after is None or _PLACE(before) != _PLACE(after):
            moved.append(change.id)
        if before is not None and after is not None and _PART(before) != _PART(after):
            return None
    lag_calendar = old.profile.lag_calendar
    if not moved:
        rows = old.rows.again(project)
        return Frame(rows, old.links, old.cycles, old.order, old.calendars, old.calendar, lag_calendar)
    rows = Rows(project)
    odd = old.cycles or old.links.unlinked or old.rows.warnings or rows.warnings
    marked = old.rows.inactive or rows.inactive or old.rows.effort or rows.effort
    if odd or marked or not _are_unlinked(project, _concerned(old.rows, rows, moved)):
        return None
    if any(map(old.links.has_successors, old.rows.summaries)):
        return None  # the order of summaries among the others counts
    where = [rows.row.get(identity, -1) for identity in old.rows.ids]
    came = [rows.row[identity] for identity in moved if identity in rows.row and identity not in old.rows.row]
    kept = [row for before in old.order if (row := where[before]) >= 0 and not rows.kids[row]]
    order = [*kept, *(row for row in came if not rows.kids[row]), *reversed(rows.summaries)]
    calendars: list[WorkCalendar | None] = [None] * rows.count
    for row, calendar in zip(where, old.calendars, strict=True):
        if row >= 0:
            calendars[row] = calendar
    links = old.links if rows.ids == old.rows.ids else old.links.renumbered(where, rows.count)
    return Frame(rows, links, (), order, calendars, old.calendar, lag_calendar)


def _concerned(before: Rows, after: Rows, moved: Sequence[str]) -> set[str]:
    """The tasks that came or went, and the summaries above all that moved, as they were and as they are."""
    found = {identity for identity in moved if (identity in before.row) != (identity in after.row)}
    for rows in (before, after):
        for identity in moved:
            if identity in rows.row:
                found.update(rows.ids[row] for row in rows.above(rows.row[identity]))
    return found


def _are_unlinked(project: Project, ids: set[str]) -> bool:
    return not any(project.predecessors(identity) or project.successors(identity) for identity in ids)
