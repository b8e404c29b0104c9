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
    """What of ``old``, from which links that go are gone already, holds after ``changes`` but for links that come.

    Tasks may come, go and move in the outline as long as neither what goes nor summaries that gain or lose something
    have links: a link to a summary is one to everything within it. Without ``links`` all of them are to be read again.
    """
    moved: list[str] = []
    linked, same_parts = links, True
    for change in changes:
        before, after = change.before, change.after
        if isinstance(before or after, Task):
            if before is None or after is None or _PLACE(before) != _PLACE(after):
                moved.append(change.id)
            if before is not None and after is not None and _PART(before) != _PART(after):
                linked = same_parts = False
    rows = old.rows.again(project) if same_parts and not moved else Rows(project)
    renumbering, peculiar = None, old.peculiar
    if rows.ids != old.rows.ids:
        renumbering = Renumbering(old.rows.ids, old.rows.row, rows.ids)
        peculiar = renumbering.rows(peculiar)
    read = {rows.row[change.id] for change in changes if change.key == "task" and change.id in rows.row}
    peculiar = (peculiar - read) | peculiar_rows((row, rows.tasks[row]) for row in read)
    kept = _linked(old, project, rows, renumbering, moved) if linked else None
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


def _linked(
    old: Network, project: Project, rows: Rows, renumbering: Renumbering | None, moved: Sequence[str]
) -> Linked | None:
    links, order, lag_calendar = old.links, old.order, old.profile.lag_calendar
    calendars: Sequence[WorkCalendar | None] = old.calendars
    if not moved:
        return Linked(links, old.cycles, order, calendars, old.calendar, lag_calendar)
    odd = old.cycles or links.unlinked or old.rows.warnings or rows.warnings
    marked = old.rows.inactive or rows.inactive or old.rows.effort or rows.effort
    if odd or marked or not _are_unlinked(project, _concerned(old.rows, rows, moved)):
        return None
    if len(links.row_at) > 2 * rows.count + MOST_EMPTY:
        return None
    if any(map(links.has_successors, old.rows.summaries)):
        return None  # the order of summaries among the others counts
    came: list[int] = []
    if renumbering:
        links, calendars = links.renumbered(renumbering), renumbering.spread(calendars, None)
        order = list(map(renumbering.where.__getitem__, order))
        came = [row for identity in moved if (row := rows.row.get(identity, -1)) >= 0 and identity not in old.rows.row]
    kids = rows.kids
    order = [row for row in order if row >= 0 and not kids[row]]
    order += [row for row in came if not kids[row]]
    order += reversed(rows.summaries)
    return Linked(links, (), order, calendars, old.calendar, lag_calendar)


def _concerned(before: Rows, after: Rows, moved: Sequence[str]) -> set[str]:
    """The tasks that went, and the summaries above all that moved, as they were and as they are.

    A task that came has only links that came with it; but one that contains something is a summary.
    """
    found = {each for each in moved if each not in after.row or after.kids[after.row[each]]}
    for rows in (before, after):
        for identity in moved:
            if identity in rows.row:
                found.update(rows.ids[row] for row in rows.above(rows.row[identity]))
    return found


def _are_unlinked(project: Project, ids: set[str]) -> bool:
    return not any(project.predecessors(identity) or project.successors(identity) for identity in ids)
