"""Findings that only the calculated dates show."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.scheduling.clock import LAST_MINUTE, to_datetime, to_minutes
from desktop.domain.scheduling.driving import driving_links
from desktop.domain.scheduling.findings import ScheduleWarning
from desktop.domain.scheduling.lags import link_bound
from desktop.domain.scheduling.links import FS, SS
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.reading import FIXED, PINNED, STARTED, SUMMARY
from desktop.domain.scheduling.times import Times

OWN_DATE = ("snet", "fnet", "mso", "mfo")
"""Constraints by which a task may be meant to start before the project."""


def inspect_dates(net: Network, times: Times) -> Iterator[ScheduleWarning]:
    """Findings of every row, in the order of the outline."""
    for row, task in enumerate(net.tasks):
        if row in net.rows.inactive:
            continue
        about, kind = {"task": task.id}, net.kind[row]
        if times.finish[row] > LAST_MINUTE:
            yield ScheduleWarning("beyond_horizon", about, facts={"date": to_datetime(LAST_MINUTE)})
        if task.deadline is not None and times.finish[row] > to_minutes(task.deadline):
            yield ScheduleWarning("deadline_missed", about, facts={"date": task.deadline})
        if task.external_finish is not None and times.finish[row] > to_minutes(task.external_finish):
            yield ScheduleWarning("external_missed", about, facts={"date": task.external_finish})
        if kind in (FIXED, STARTED, PINNED):
            yield from _against_logic(net, times, row)
        elif kind != SUMMARY and times.start[row] < net.start and task.constraint not in OWN_DATE:
            yield ScheduleWarning("before_project_start", about)
        if row in net.late_rows and any(_is_pushed(net, times, row, q) for q in net.links.successors(row)):
            yield ScheduleWarning("late_as_possible", about)


def broken_links(net: Network, times: Times, row: int) -> list[tuple[int, str]]:
    """(predecessor row, dependency id) of the links that a fixed, started or pinned task does not keep to."""
    links, place, work_at = net.links, net.place[row], net.clock[row].work_at
    own = place(times.start[row], 0)[0]
    broken = [
        (p, identity)
        for p, identity in links.plain_into(row)
        if place(times.finish[p], 0)[0] > own
    ]
    for link in links.into(row):
        bound = link_bound(net, times, link)
        late = place(bound, 0)[0] > own if link.type in (FS, SS) else work_at(bound) > times.finish_work[row]
        if late:
            broken.append((links.row_at[link.source], link.dependency))
    return sorted(broken)


def _against_logic(net: Network, times: Times, row: int) -> Iterator[ScheduleWarning]:
    """What is to be said of the links that a task does not keep to."""
    task, kind = net.tasks[row], net.kind[row]
    code, facts = "manual_conflict", {}
    if kind == STARTED or net.facts[row].done:
        code = "out_of_sequence"
    elif kind == PINNED:
        code, facts = "constraint_conflict", {"date": task.constraint_date}
    for p, identity in broken_links(net, times, row):
        yield ScheduleWarning(code, {"task": task.id, "predecessor": net.rows.ids[p]}, identity, facts=facts)


def _is_pushed(net: Network, times: Times, row: int, successor: int) -> bool:
    """Whether a task that is as late as possible, and later for it, is what holds ``successor``."""
    if times.early_start.get(row, 0) >= times.start[row]:
        return False
    return any(p == row for p, _ in driving_links(net, times, successor))
