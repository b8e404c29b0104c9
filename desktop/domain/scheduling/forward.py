"""Forward pass: earliest dates from links, constraints and progress."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.scheduling.agenda import Agenda
from desktop.domain.scheduling.lags import add_lag, link_bound
from desktop.domain.scheduling.links import FF
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.reading import CREW, EFFORT, FIXED, LATE, PLAIN, STARTED, SUMMARY
from desktop.domain.scheduling.times import Times


def run_forward(net: Network, times: Times, agenda: Agenda | None = None) -> list[int]:
    """Calculate all rows, or those of ``agenda`` and whatever follows from them.

    Returns the rows whose dates changed (none are named when all are calculated).
    """
    es, ef, ws, wf = times.start, times.finish, times.start_work, times.finish_work
    kind, floor, span, place = net.kind, net.floor, net.span, net.place
    fs_in, in_links = net.links.fs_in, net.links.in_links
    changed: list[int] = []
    rows: Iterable[int] = net.order if agenda is None else agenda
    for row in rows:
        k = kind[row]
        if k == PLAIN:
            t = floor[row]
            for p in fs_in[row]:
                f = ef[p]
                if f > t:
                    t = f
            if in_links[row]:
                s, f, w = place_linked(net, times, row, t)
            else:
                s, f, w = place[row](t, span[row])
            done = w + span[row]
        elif k == SUMMARY:
            kids = net.rows.counted_kids(row)
            s, f = min(map(es.__getitem__, kids)), max(map(ef.__getitem__, kids))
            w = done = 0
        else:
            s, f, w, done = _place_special(net, times, row)
        if agenda is not None:
            if es[row] == s and ef[row] == f and ws[row] == w and wf[row] == done:
                continue
            changed.append(row)
            agenda.add(net.links.successors(row))
            if net.rows.parent[row] >= 0:
                agenda.add((net.rows.parent[row],))
        es[row] = s
        ef[row] = f
        ws[row] = w
        wf[row] = done
    return changed


def place_linked(net: Network, times: Times, row: int, t: int) -> tuple[int, int, int]:
    """(start, finish, work at start) of a task with lags or other links; ``t`` is its bound so far.

    Where a link binds the finish to a later moment before any more work could be done, such as the
    next morning, the finish stands there.
    """
    duration = net.span[row]
    t, last = _bounds(net, times, row, t, duration)
    s, f, w = net.place[row](t, duration)
    if last > f and net.clock[row].between(f, last) == 0:
        f = last
    return s, f, w


def _bounds(net: Network, times: Times, row: int, t: int, duration: int) -> tuple[int, int]:
    """(latest bound on the start, latest bound on the finish) from the links in ``in_links``.

    A bound on the finish counts back ``duration``, but not to before the project start.
    """
    last, start, lasting = 0, net.start, net.kind[row] == EFFORT
    for link in net.links.in_links[row]:
        kind, p, _, _, calendar, _, _ = link
        if lasting and kind >= FF:
            continue  # its finish is stretched, not moved
        at = times.start[p] if kind & 1 else times.finish[p]
        bound = at if calendar is None else add_lag(net, times, link, at)
        if kind >= FF:
            if bound > last:
                last = bound
            if duration:
                bound = net.back[row](bound, duration)[0]
            if bound < start:
                bound = start
        if bound > t:
            t = bound
    return t, last


def logic_start(net: Network, times: Times, row: int) -> tuple[int, int, int]:
    """(start, finish, work at start) of ``row`` if only its links, floor and calendar decided."""
    t = net.floor[row]
    for p in net.links.fs_in[row]:
        t = max(t, times.finish[p])
    return place_linked(net, times, row, t)


def _place_special(net: Network, times: Times, row: int) -> tuple[int, int, int, int]:
    """Dates, and work at both, of rows that do not simply follow their links."""
    clock, kind = net.clock[row], net.kind[row]
    if kind == LATE:
        s, f, w = logic_start(net, times, row)
        if times.late_known and times.late_start[row] > s:
            s, f, w = times.late_start[row], times.late_finish[row], times.late_work[row]
        return s, f, w, clock.work_at(f)
    if kind == EFFORT:
        s, f, w = logic_start(net, times, row)
        last = max(0, *(link_bound(net, times, link) for link in net.links.in_links[row] if link.type >= FF), 0)
        f = max(s, last) if last else f
        return s, f, w, clock.work_at(f)
    if kind == CREW:
        s, f, w = logic_start(net, times, row)
        return s, f, w, clock.work_at(f)
    facts = net.facts[row]
    if kind == FIXED and facts.start is not None and facts.finish is not None:
        return facts.start, facts.finish, clock.work_at(facts.start), clock.work_at(facts.finish)
    if kind == STARTED and facts.start is not None:
        s, f = facts.start, _finish_remaining(net, times, row)
        return s, f, clock.work_at(s), clock.work_at(f)
    s, f, w = logic_start(net, times, row)
    if facts.pin == "delay":
        s, f, w = net.place[row](s + facts.pin_date, net.span[row])
    elif facts.pin in ("mso", "mfo") or s > facts.pin_date:
        s, f, w = net.place[row](facts.pin_date, net.span[row])
    return s, f, w, clock.work_at(f)


def _finish_remaining(net: Network, times: Times, row: int) -> int:
    """When a task in progress ends: as planned, or with its remaining work after the data date."""
    facts = net.facts[row]
    if facts.again:
        return net.place[row](facts.again, net.tail[row])[1] if net.tail[row] else facts.again
    if not facts.resume and facts.start is not None:
        return max(facts.start, net.place[row](facts.start, net.span[row])[1])
    t, remaining = facts.resume, net.tail[row]
    if facts.follows_links:
        for p in net.links.fs_in[row]:
            t = max(t, times.finish[p])
        t, _ = _bounds(net, times, row, t, remaining)
    return net.place[row](t, remaining)[1] if remaining else t
