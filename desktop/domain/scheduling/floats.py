"""How far a task may slip: total float within the project, free float before the next task."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.scheduling.calendars import FAR
from desktop.domain.scheduling.lags import unlag
from desktop.domain.scheduling.links import FF, FS, SS
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.reading import FIXED, PLAIN, STARTED, SUMMARY
from desktop.domain.scheduling.times import Times


def run_floats(net: Network, times: Times, rows: Iterable[int]) -> None:
    """Total and free float of ``rows`` in working minutes of each row's own calendar.

    Total float is the smaller of start and finish float; of a task in progress the finish float;
    zero once finished. Free float is the smallest gap to a successor that is not finished, or
    total float where there is none; never negative.
    """
    start, ws, wf, lw = times.start, times.start_work, times.finish_work, times.late_work
    kind, clock = net.kind, net.clock
    fs_out, out_links = net.links.fs_out, net.links.out_links
    limit_start, total, free = times.limit_start, times.total_float, times.free_float
    inactive = net.rows.inactive
    for row in rows:
        k = kind[row]
        if k == SUMMARY:
            total[row] = slack = _summary_float(net, times, row)
            free[row] = max(slack, 0)
            continue
        if (k == FIXED and net.facts[row].done) or (inactive and row in inactive):
            total[row] = free[row] = 0
            continue
        slack = lw[row] - ws[row] if k == PLAIN else _special_float(net, times, row)
        total[row] = slack
        first = FAR
        for q in fs_out[row]:
            if limit_start[q] < FAR and start[q] < first:
                first = start[q]
        gap = FAR if first == FAR else clock[row].work_at(first) - wf[row]
        if out_links[row]:
            gap = min(gap, _gap(net, times, row))
        if gap == FAR:
            gap = slack
        free[row] = gap if gap > 0 else 0


def _summary_float(net: Network, times: Times, row: int) -> int:
    between = net.clock[row].between
    return min(
        between(times.start[row], times.late_start[row]), between(times.finish[row], times.late_finish[row])
    )


def _special_float(net: Network, times: Times, row: int) -> int:
    finish_float = times.late_work[row] + net.tail[row] - times.finish_work[row]
    if net.kind[row] == STARTED:
        return finish_float
    return min(times.late_work[row] - times.start_work[row], finish_float)


def _gap(net: Network, times: Times, row: int) -> int:
    """Smallest working time by which ``row`` may slip before a link moves the early dates of a successor."""
    gap = FAR
    work_at, finish_work = net.clock[row].work_at, times.finish_work[row]
    for link in net.links.out_links[row]:
        q = link.successor
        to_start = link.type in (FS, SS)
        if (times.limit_start[q] if to_start else times.limit_finish[q]) >= FAR:
            continue
        at = unlag(net, times, link, times.start[q] if to_start else times.finish[q])
        if link.type in (FS, FF):
            gap = min(gap, work_at(at) - finish_work)
        elif net.kind[row] != STARTED:
            gap = min(gap, work_at(at) - times.start_work[row])
    # A link that does not bind leaves more room than the project has.
    return min(gap, work_at(times.project_finish) - finish_work) if gap < FAR else FAR
