"""Backward pass: latest dates that do not delay the project."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desktop.domain.scheduling.agenda import Agenda
from desktop.domain.scheduling.calendars import ELAPSED, FAR
from desktop.domain.scheduling.lags import remove_lag
from desktop.domain.scheduling.links import FS, SF, SS, Link
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.reading import CREW, EFFORT, FIXED, LATE, PINNED, PLAIN, STARTED, SUMMARY
from desktop.domain.scheduling.times import Times

_PLACED = frozenset({PLAIN, LATE, CREW})
"""Kinds of row that go where their limit lets them."""
_FREE_STARTS = (STARTED, SUMMARY)
"""Kinds of row whose start binds no finish."""


def run_backward(net: Network, times: Times, agenda: Agenda | None = None) -> list[int]:
    """Calculate all rows, or those of ``agenda`` and whatever follows; returns the rows that changed."""
    ls, lf, lw = times.late_start, times.late_finish, times.late_work
    limit_start, limit_finish = times.limit_start, times.limit_finish
    kind, cap, tail, back, limited_by = net.kind, net.cap, net.tail, net.back, net.limited_by
    fs_out, out_links, slots, row_at = net.links.fs_out, net.links.out_links, net.links.slot, net.links.row_at
    inactive = net.rows.inactive
    late_limit, limited = times.late_limit, net.limited
    link_limit = _link_limits(net, times)
    # Microsoft Project's "multiple critical paths": what nothing follows is late when it is early.
    own_ends = net.profile.critical_rule == "each_path" and net.required_finish is None
    changed: list[int] = []
    rows: Iterable[int] = reversed(net.order) if agenda is None else agenda
    rare = limited or own_ends
    for row in rows:
        k = kind[row]
        t = cap[row] if k != SUMMARY else FAR
        if t > late_limit and k != SUMMARY:
            t = late_limit
        slot = slots[row]
        for q in fs_out[slot]:
            v = limit_start[row_at[q]]
            if v < t:
                t = v
        if out_links[slot]:
            v = link_limit(row)
            if v < t:
                t = v
        if rare:
            if limited and limited_by[row] >= 0:
                t = min(t, _limit_from_above(net, times, row))
            if own_ends and k not in (SUMMARY, LATE) and not (fs_out[slot] or out_links[slot]) and limited_by[row] < 0:
                t = min(t, times.finish[row])
        limit = t
        if k == SUMMARY:
            # Only what its own links demand; its late dates are rolled up afterwards.
            s = f = w = first = 0
        elif (k == PLAIN or k in _PLACED) and not (inactive and row in inactive):
            duration = tail[row]
            s, f, w = back[row](t, duration)
            first = s
            if not duration:
                # A milestone may be as late as the next morning, and is shown there as in Microsoft Project.
                first = t
                if f < t and net.place[row](t, 0)[0] != t:
                    first = limit = f  # in the night between it would have to wait for that morning
                elif f < t and k != LATE:
                    s = f = t
        else:
            s, f, w, first, limit = _late_special(net, times, row, t)
        if agenda is not None:
            if limit_start[row] == first and limit_finish[row] == limit:
                if k == SUMMARY:
                    if row in net.early_bounds:  # links that bind starts say nothing of its own limit
                        agenda.add(range(row + 1, net.rows.end[row]))
                    continue
                if ls[row] == s and lf[row] == f:
                    if lw[row] != w:
                        lw[row] = w
                        changed.append(row)
                    continue
            changed.append(row)
            agenda.add(net.links.predecessors(row))
            if k == SUMMARY:
                agenda.add(range(row + 1, net.rows.end[row]))
        ls[row] = s
        lf[row] = f
        lw[row] = w
        limit_start[row] = first
        limit_finish[row] = limit
    return changed


def _late_special(net: Network, times: Times, row: int, t: int) -> tuple[int, int, int, int, int]:
    """(late start, late finish, work at late start, limit for starts, limit for finishes)."""
    kind = net.kind[row]
    if row in net.rows.inactive or kind == EFFORT or (kind == FIXED and net.facts[row].done):
        # Neither has float nor asks anything of its predecessors.
        return times.start[row], times.finish[row], times.start_work[row], FAR, FAR
    if kind == PINNED and net.facts[row].pin in ("mso", "mfo"):
        t = net.cap[row]
    s, f, w = net.back[row](t, net.tail[row])
    if kind == PINNED and net.facts[row].pin == "delay":
        # What it waits for has to be done earlier by the delay (Microsoft's "Late Finish" field); itself it has not.
        first = (s if net.tail[row] else t) - net.facts[row].pin_date
        return s, f, w, first, net.place[row](first, net.span[row])[1]
    if kind == STARTED and net.facts[row].resume and not net.facts[row].follows_links:
        return s, f, w, FAR, FAR  # progress override: the remaining work no longer waits
    return s, f, w, s if net.tail[row] else t, t


def _link_limits(net: Network, times: Times) -> Callable[[int], int]:
    """A function: the latest finish of a row that its links other than plain finish-to-start allow."""
    starts, finishes, lw = times.limit_start, times.limit_finish, times.late_work
    kinds, clocks, tails, out_links = net.kind, net.clock, net.tail, net.links.out_links
    slots, row_at = net.links.slot, net.links.row_at

    def link_limit(row: int) -> int:
        t = FAR
        for link in out_links[slots[row]]:
            # By number: faster than all seven, or than by name.
            kind, q, calendar = link[0], row_at[link[2]], link[4]
            if not kind & 1:
                at = starts[q] if kind == FS else finishes[q]
                if calendar is not None and at < FAR:
                    if kind == FS and calendar is clocks[q] and kinds[q] == PLAIN and tails[q] and not link[5]:
                        at = calendar.latest(lw[q] - link[3])
                    else:
                        at = remove_lag(net, times, link, at)
            elif kinds[row] not in _FREE_STARTS:
                at = _limit_by_start(net, times, row, link)
            else:
                continue
            if at < t:
                t = at
        return t

    return link_limit


def _limit_by_start(net: Network, times: Times, row: int, link: Link) -> int:
    """The latest finish of ``row`` whose start ``link`` bounds."""
    q, calendar = net.links.row_at[link[2]], link[4]
    if link[0] == SS:
        if net.kind[q] == STARTED and not net.facts[q].resume:
            return FAR  # it has started, and goes on as planned
        start = times.limit_start[q]
    else:
        start = times.limit_finish[q]
    if start >= FAR:
        return FAR
    if calendar is not None:
        start = remove_lag(net, times, link, start)
    duration = net.tail[row]
    if not duration:
        return start
    begin, finish, work = net.place[row](start, duration)
    if begin == start or calendar is not ELAPSED or row in net.crews:
        # Nothing can begin between two bands; as in Project, the night behind a late start does not count.
        return finish
    return net.clock[row].earliest(work - 1 + duration)  # on the clock it does: the minute before is the latest


def _limit_from_above(net: Network, times: Times, row: int) -> int:
    """What links from the summaries above ``row`` demand: of every finish, and of the earliest start."""
    t = FAR
    above = net.limited_by[row]
    while above >= 0:
        t = min(t, times.limit_finish[above])
        if times.start[row] == times.start[above] and net.kind[row] not in (STARTED, SUMMARY):
            for link in net.links.out_of(above):
                if link.type in (SS, SF):
                    t = min(t, _limit_by_start(net, times, row, link))
        above = net.limited_by[above]
    return t
