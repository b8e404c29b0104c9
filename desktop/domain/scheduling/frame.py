"""Rows, links and their order, kept where a change of the plan leaves them as they are."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.changes import Change
from desktop.domain.plan import Assignment, Task
from desktop.domain.project import Project
from desktop.domain.scheduling.calendars import WorkCalendar
from desktop.domain.scheduling.crew import Crew
from desktop.domain.scheduling.links import LinkLists
from desktop.domain.scheduling.reading import peculiar_rows
from desktop.domain.scheduling.renumbering import Renumbering
from desktop.domain.scheduling.rows import Rows

if TYPE_CHECKING:
    from desktop.domain.scheduling.network import Network

MOST_EMPTY = 1000
"""Slots without a row, beyond as many as there are rows, at which links are read anew."""
_PLACE = attrgetter("parent", "rank")
_PART = attrgetter("active", "elapsed", "level_of_effort")
"""What a task is for the links that lead to and from it."""


class Linked(NamedTuple):
    """Links and their order. ``calendars`` are those of the rows that lags were read with, None for new rows."""

    links: LinkLists
    cycles: tuple[tuple[str, ...], ...]
    order: list[int]
    """Empty where it has to be made again."""
    calendars: Sequence[WorkCalendar | None]
    calendar: WorkCalendar
    lag_calendar: str


class Frame(NamedTuple):
    """What a network is built on."""

    rows: Rows
    peculiar: set[int]
    linked: Linked | None
    """None where links have to be read again."""
    renumbering: Renumbering | None
    """Where rows went; None where all stay where they are."""
    crews: tuple[dict[int, Crew], set[int] | None]
    """Crews that hold, and the rows of which they have to be read; None: of all."""


def carried_over(old: Network, project: Project, changes: Sequence[Change], *, links: bool = True) -> Frame:
    """What of ``old`` holds after ``changes`` but for links that come; those of :func:`stirred` are gone already.

    Without ``links`` all of them are to be read again.
    """
    moved, linked, same_parts = moved_tasks(changes), links, True
    for change in changes:
        before, after = change.before, change.after
        if isinstance(before, Task) and isinstance(after, Task) and _PART(before) != _PART(after):
            linked = same_parts = False
    rows = old.rows.again(project) if same_parts and not moved else Rows(project)
    renumbering, peculiar = None, old.peculiar
    if rows.ids != old.rows.ids:
        renumbering = Renumbering(old.rows.ids, old.rows.row, rows.ids)
        peculiar = renumbering.rows(peculiar)
    read = {rows.row[change.id] for change in changes if change.key == "task" and change.id in rows.row}
    peculiar = (peculiar - read) | peculiar_rows((row, rows.tasks[row]) for row in read)
    kept = _linked(old, rows, renumbering, moved) if linked else None
    return Frame(rows, peculiar, kept, renumbering, _crews(old, rows, renumbering, changes))


def _crews(
    old: Network, rows: Rows, renumbering: Renumbering | None, changes: Sequence[Change]
) -> tuple[dict[int, Crew], set[int] | None]:
    """Of tasks that neither change nor gain or lose something or somebody; calendars and people stay as they are.

    Calendars that something is to be said of say it when they are asked for.
    """
    if old.book.warnings or any(change.key not in ("task", "dependency", "assignment") for change in changes):
        return {}, None
    ids: set[str] = set()
    for change in changes:
        for record in (change.before, change.after):
            if isinstance(record, Task):
                ids.update((record.id, record.parent or ""))
            elif isinstance(record, Assignment):
                ids.add(record.task)
    unread = {rows.row[each] for each in ids if each in rows.row}
    where = renumbering.where if renumbering else range(rows.count)
    return {where[row]: crew for row, crew in old.crews.items() if where[row] >= 0 and where[row] not in unread}, unread


def _linked(old: Network, rows: Rows, renumbering: Renumbering | None, moved: Sequence[str]) -> Linked | None:
    links, order, lag_calendar = old.links, old.order, old.profile.lag_calendar
    calendars: Sequence[WorkCalendar | None] = old.calendars
    if not moved:
        return Linked(links, old.cycles, order, calendars, old.calendar, lag_calendar)
    odd = old.cycles or links.unlinked or old.rows.warnings or rows.warnings
    marked = old.rows.inactive or rows.inactive or old.rows.effort or rows.effort
    if odd or marked or len(links.row_at) > 2 * rows.count + MOST_EMPTY:
        return None
    came: list[int] = []
    if renumbering:
        links, calendars = links.renumbered(renumbering), renumbering.spread(calendars, None)
        order = list(map(renumbering.where.__getitem__, order))
        came = [row for identity in moved if (row := rows.row.get(identity, -1)) >= 0 and identity not in old.rows.row]
    kids = rows.kids
    if any(map(links.has_successors, rows.summaries)):
        order = []  # the place of summaries among the others counts
    else:
        order = [row for row in order if row >= 0 and not kids[row]]
        order += [row for row in came if not kids[row]]
        order += reversed(rows.summaries)
    return Linked(links, (), order, calendars, old.calendar, lag_calendar)


def moved_tasks(changes: Sequence[Change]) -> list[str]:
    """Tasks that came, went or moved in the outline."""
    return [
        change.id
        for change in changes
        if change.key == "task"
        and (change.before is None or change.after is None or _PLACE(change.before) != _PLACE(change.after))
    ]


def stirred(before: Rows, project: Project, changes: Sequence[Change]) -> set[str]:
    """Tasks whose links mean something else after ``changes``: that went, and summaries that gained or lost something.

    A link to a summary is one to everything within it. A task that came has only links that came with it, but one
    that contains something is a summary.
    """
    moved, tasks = moved_tasks(changes), project.table(Task)
    found = {each for each in moved if each not in tasks or project.is_summary(each)}
    for identity in moved:
        if identity in before.row:
            found.update(before.ids[row] for row in before.above(before.row[identity]))
        task = tasks.get(identity)
        while task is not None and task.parent is not None and task.parent not in found:
            found.add(task.parent)
            task = tasks.get(task.parent)
    return found
