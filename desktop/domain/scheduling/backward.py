"""Backward pass: latest dates that do not delay the project, and the float between early and late."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.scheduling.calendars import ELAPSED, FAR
from desktop.domain.scheduling.forward import Agenda, lag_minutes
from desktop.domain.scheduling.network import FF, FS, SF, SS, Link, Network
from desktop.domain.scheduling.reading import FIXED, PLAIN, STARTED, SUMMARY
from desktop.domain.scheduling.times import Times


def run_backward(net: Network, times: Times, agenda: Agenda | None = None) -> list[int]:
    """Calculate all rows, or those of ``agenda`` and whatever follows; returns the rows that changed."""
    ls, lf, lw = times.late_start, times.late_finish, times.late_work
    limit_start, limit_finish = times.limit_start, times.limit_finish
    kind, cap, tail, back = net.kind, net.cap, net.tail, net.back
    fs_out, out_links, limited_by, inactive = net.fs_out, net.out_links, net.limited_by, net.inactive
    project_finish = times.project_finish
    changed: list[int] = []
    rows: Iterable[int] = reversed(net.order) if agenda is None else agenda
    for row in rows:
        k = kind[row]
        t = cap[row] if k != SUMMARY else FAR
        if t > project_finish and k != SUMMARY:
            t = project_finish
        for q in fs_out[row]:
            v = limit_start[q]
            if v < t:  # noqa: PLR1730 - an inner loop
                t = v
        if out_links[row]:
            t = _bound(net, times, row, t)
        above = limited_by[row]
        if above >= 0:
            t = min(t, _bound_from_above(net, times, row, above))
        limit = t
        if k == PLAIN and not (inactive and row in inactive):
            s, f, w = back[row](t, tail[row])
            first = s
        elif k == SUMMARY:
            # Only what its own links demand; its late dates are rolled up afterwards.
            s = f = w = first = 0
        else:
            s, f, w, first, limit = _late_special(net, times, row, t)
        if agenda is not None:
            if limit_start[row] == first and limit_finish[row] == limit and ls[row] == s and lf[row] == f:
                continue
            changed.append(row)
            agenda.add(net.fs_in[row])
            agenda.add(link.predecessor for link in net.in_links[row])
            if k == SUMMARY:
                agenda.add(range(row + 1, net.end[row]))
        ls[row] = s
        lf[row] = f
        lw[row] = w
        limit_start[row] = first
        limit_finish[row] = limit
    return changed


def _late_special(net: Network, times: Times, row: int, t: int) -> tuple[int, int, int, int, int]:
    if row in net.inactive or (net.kind[row] == FIXED and net.facts[row].done):
        # Finished work neither has float nor asks anything of its predecessors.
        return times.start[row], times.finish[row], times.start_work[row], FAR, FAR
    if net.kind[row] not in (PLAIN, FIXED, STARTED) and net.facts[row].pin in ("mso", "mfo"):
        t = net.cap[row]
    s, f, w = net.back[row](t, net.tail[row])
    if net.kind[row] == STARTED and not net.facts[row].follows_links and net.facts[row].resume:
        return s, f, w, FAR, FAR  # progress override: the remaining work no longer waits
    return s, f, w, s, t


def unlag(net: Network, times: Times, link: Link, at: int) -> int:
    """The latest moment from which the lag of ``link`` leads to ``at`` or earlier."""
    calendar = link.calendar
    if calendar is None:
        return at
    lag = lag_minutes(net, times, link)
    if calendar is ELAPSED or not lag:
        return at - lag
    return calendar.latest(calendar.work_at(at) - lag)


def _bound(net: Network, times: Times, row: int, t: int) -> int:
    """The earliest of ``t`` and what links other than plain finish-to-start demand of the finish of ``row``."""
    started = net.kind[row] == STARTED
    for link in net.out_links[row]:
        q = link.successor
        at = times.limit_start[q] if link.type in (FS, SS) else times.limit_finish[q]
        if at >= FAR or (link.type == SS and net.kind[q] == STARTED and not net.facts[q].resume):
            continue
        if link.type in (FS, FF):
            t = min(t, unlag(net, times, link, at))
        elif not started and net.kind[row] != SUMMARY:
            start = unlag(net, times, link, at)
            t = min(t, net.place[row](start, net.tail[row])[1] if net.tail[row] else start)
    return t


def _bound_from_above(net: Network, times: Times, row: int, above: int) -> int:
    """What links from the summaries above demand: of every finish, and of the earliest start."""
    t = FAR
    while above >= 0:
        t = min(t, times.limit_finish[above])
        if times.start[row] == times.start[above] and net.kind[row] not in (STARTED, SUMMARY):
            for link in net.out_links[above]:
                q = link.successor
                at = times.limit_start[q] if link.type == SS else times.limit_finish[q]
                if link.type in (SS, SF) and at < FAR:
                    start = unlag(net, times, link, at)
                    t = min(t, net.place[row](start, net.tail[row])[1] if net.tail[row] else start)
        above = net.limited_by[above]
    return t


def roll_up_late(net: Network, times: Times, rows: Iterable[int]) -> None:
    """Late dates of summaries, ``rows`` from the innermost outwards.

    A deadline of a summary bounds the summary alone, not what it contains.
    """
    for row in rows:
        kids: Iterable[int] = net.kids[row]
        if net.inactive and row not in net.inactive:
            kids = [kid for kid in kids if kid not in net.inactive] or kids
        kids = list(kids)
        times.late_start[row] = min(times.late_start[kid] for kid in kids)
        times.late_finish[row] = min(max(times.late_finish[kid] for kid in kids), net.cap[row])


def run_floats(net: Network, times: Times, rows: Iterable[int]) -> None:
    """Total and free float of ``rows`` in working minutes of each row's own calendar.

    Total float is the smaller of start and finish float; of a task in progress the finish float. Free
    float is the smallest gap to a successor that is not finished, or total float without one;
    never negative.
    """
    start, finish = times.start, times.finish
    ws, wf, lw = times.start_work, times.finish_work, times.late_work
    kind, tail, clock, fs_out, out_links = net.kind, net.tail, net.clock, net.fs_out, net.out_links
    limit_start, total, free = times.limit_start, times.total_float, times.free_float
    inactive = net.inactive
    for row in rows:
        k = kind[row]
        if k == SUMMARY:
            between = clock[row].between
            begin = between(start[row], times.late_start[row])
            end = between(finish[row], times.late_finish[row])
            total[row] = slack = begin if begin < end else end
            free[row] = slack if slack > 0 else 0
            continue
        if (k == FIXED and net.facts[row].done) or (inactive and row in inactive):
            total[row] = free[row] = 0
            continue
        slack = lw[row] - ws[row] if k == PLAIN else lw[row] + tail[row] - wf[row]
        total[row] = slack
        gap = FAR
        own, done = clock[row], wf[row]
        for q in fs_out[row]:
            if limit_start[q] < FAR:
                g = (ws[q] if clock[q] is own else own.work_at(start[q])) - done
                if g < gap:  # noqa: PLR1730 - an inner loop
                    gap = g
        if out_links[row]:
            gap = min(gap, _gap(net, times, row))
        if gap == FAR:
            gap = slack
        free[row] = gap if gap > 0 else 0


def _gap(net: Network, times: Times, row: int) -> int:
    """Smallest working time by which ``row`` may slip before a link moves the early dates of a successor."""
    gap = FAR
    work_at, finish_work = net.clock[row].work_at, times.finish_work[row]
    room = work_at(times.project_finish) - finish_work
    for link in net.out_links[row]:
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
    return min(gap, room) if gap < FAR else FAR
