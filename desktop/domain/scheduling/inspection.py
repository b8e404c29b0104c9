"""Findings that only the calculated dates show."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.scheduling.clock import LAST_MINUTE, to_datetime, to_minutes
from desktop.domain.scheduling.findings import ScheduleWarning
from desktop.domain.scheduling.forward import link_bound
from desktop.domain.scheduling.network import FS, SS, Network
from desktop.domain.scheduling.reading import FIXED, PINNED, STARTED, SUMMARY
from desktop.domain.scheduling.times import Times


def inspect_dates(net: Network, times: Times) -> Iterator[ScheduleWarning]:
    """Findings of every row, in the order of the outline."""
    for row, task in enumerate(net.tasks):
        if row in net.inactive:
            continue
        identity = (net.ids[row],)
        if times.finish[row] > LAST_MINUTE:
            yield ScheduleWarning(
                "beyond_horizon", identity, facts={"task": task.name, "date": to_datetime(LAST_MINUTE).date()}
            )
        if net.kind[row] == SUMMARY:
            continue
        if task.deadline is not None and times.finish[row] > to_minutes(task.deadline):
            yield ScheduleWarning("deadline_missed", identity, facts={"task": task.name, "date": task.deadline})
        if net.kind[row] in (FIXED, STARTED, PINNED):
            yield from _against_logic(net, times, row)
        elif times.start[row] < net.start and task.constraint not in ("snet", "fnet", "mso", "mfo"):
            yield ScheduleWarning("before_project_start", identity, facts={"task": task.name})


def _against_logic(net: Network, times: Times, row: int) -> Iterator[ScheduleWarning]:
    """Links that a fixed, started or pinned task does not keep to."""
    task, facts = net.tasks[row], net.facts[row]
    start = times.start[row]
    if facts.done or net.kind[row] == STARTED:
        code = "out_of_sequence"
    elif net.kind[row] == FIXED:
        code = "manual_conflict"
    else:
        code = "constraint_conflict"
    place = net.place[row]
    broken = [(p, "") for p in net.fs_in[row] if place(times.finish[p], 0)[0] > place(start, 0)[0]]
    for link in net.in_links[row]:
        bound = link_bound(net, times, link)
        if link.type in (FS, SS):
            late = place(bound, 0)[0] > place(start, 0)[0]
        else:
            late = net.clock[row].work_at(bound) > times.finish_work[row]
        if late:
            broken.append((link.predecessor, link.dependency))
    for p, dependency in broken:
        other = net.tasks[p].name
        yield ScheduleWarning(
            code,
            (net.ids[row], net.ids[p]),
            dependency or next(iter(net.plain_links(p, row)), None),
            facts={
                "task": task.name, "successor": task.name, "predecessor": other,
                "date": task.constraint_date or "",
            },
        )  # fmt: skip
