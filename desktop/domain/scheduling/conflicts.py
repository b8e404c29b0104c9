"""A date that somebody set and that what comes before the task does not allow, with what stands against it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.plan import Task
from desktop.domain.scheduling.clock import to_datetime, to_minutes
from desktop.domain.scheduling.driving import driving_links
from desktop.domain.scheduling.inspection import broken_links
from desktop.domain.scheduling.lags import link_bound
from desktop.domain.scheduling.links import FF
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.reading import FIXED, PINNED, STARTED
from desktop.domain.scheduling.result import Schedule
from desktop.domain.scheduling.times import Times

HAND = "hand"
LATEST = ("snlt", "mso", "fnlt", "mfo")
"""Constraints that name a latest date."""
OF_FINISH = ("fnlt", "mfo")
LONGEST_CHAIN = 5
"""Tasks of the chain that are named."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """The date of ``task`` is kept against a link (``kept``), or is not kept because of one."""

    task: str
    kind: str
    """A constraint of :data:`LATEST`, or :data:`HAND` for a start that was put down by hand."""
    kept: bool
    wanted: dt.datetime
    allowed: dt.datetime
    """Where its links would have the task start, or finish where the date is one of its finish."""
    link: str
    """Id of the dependency that stands against the date; empty where it is the duration, the calendar or a summary."""
    chain: tuple[tuple[str, dt.datetime], ...]
    """(task id, finish) of what holds it, in order of time."""


def may_conflict(task: Task) -> bool:
    """Whether a task has a date that could stand against links; a first look that costs nothing."""
    return (task.constraint in LATEST or task.mode == "manual" or task.pinned) and task.actual_start is None


def conflict_of(planned: Schedule, identity: str) -> Conflict | None:
    """The conflict of a task that has not begun; None where there is none."""
    net, times, row = planned.network, planned.times, planned.row.get(identity)
    if row is None or net.rows.kids[row] or row in net.rows.inactive:
        return None
    task, kind = net.tasks[row], net.kind[row]
    if kind == STARTED or task.actual_start is not None or task.actual_finish is not None:
        return None
    if kind in (FIXED, PINNED):
        return _kept(net, times, row)
    if task.constraint not in LATEST or task.constraint_date is None:
        return None
    of_finish = task.constraint in OF_FINISH
    reached = times.finish[row] if of_finish else times.start[row]
    if reached <= to_minutes(task.constraint_date):
        return None
    holders = list(driving_links(net, times, row))
    holder, link = holders[-1] if holders else (-1, "")
    return Conflict(
        task.id, task.constraint, False, task.constraint_date, to_datetime(reached), link, _chain(net, times, holder)
    )


def _kept(net: Network, times: Times, row: int) -> Conflict | None:
    """Of a start that is pinned or put down by hand: the link that allows it latest."""
    task = net.tasks[row]
    wanted = task.manual_start if net.kind[row] == FIXED else task.constraint_date
    found = [(_allowed(net, times, row, identity), p, identity) for p, identity in broken_links(net, times, row)]
    if not found or wanted is None:
        return None
    allowed, holder, link = max(found)
    kind = HAND if net.kind[row] == FIXED else task.constraint
    return Conflict(task.id, kind, True, wanted, to_datetime(allowed), link, _chain(net, times, holder))


def _allowed(net: Network, times: Times, row: int, identity: str) -> int:
    """The earliest start to which one link leads, or the earliest finish where a finish is what was set."""
    span, of_finish = net.span[row], net.kind[row] != FIXED and net.tasks[row].constraint in OF_FINISH
    for link in net.links.into(row):
        if link.dependency == identity:
            bound = link_bound(net, times, link)
            if link.type >= FF:
                return bound if of_finish or not span else net.back[row](bound, span)[0]
            return net.place[row](bound, span)[1 if of_finish else 0]
    bound = max(times.finish[p] for p, one in net.links.plain_into(row) if one == identity)
    return net.place[row](bound, span)[1 if of_finish else 0]


def _chain(net: Network, times: Times, row: int) -> tuple[tuple[str, dt.datetime], ...]:
    return tuple(reversed([(net.rows.ids[each], to_datetime(times.finish[each])) for each in _back(net, times, row)]))


def _back(net: Network, times: Times, row: int) -> Iterator[int]:
    """``row`` and what drives it, the nearest first."""
    seen: set[int] = set()
    while row >= 0 and row not in seen and len(seen) < LONGEST_CHAIN:
        seen.add(row)
        yield row
        row = max((p for p, _ in driving_links(net, times, row)), key=times.finish.__getitem__, default=-1)
