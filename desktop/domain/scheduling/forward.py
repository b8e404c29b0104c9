"""Forward pass: earliest dates from links, constraints and progress."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush

from desktop.domain.scheduling.calendars import ELAPSED
from desktop.domain.scheduling.network import FF, FS, Link, Network
from desktop.domain.scheduling.reading import FIXED, PLAIN, STARTED, SUMMARY
from desktop.domain.scheduling.times import Times


class Agenda:
    """Rows still to calculate, in the order of calculation, each once."""

    def __init__(self, rank: list[int], order: list[int], rows: Iterable[int]) -> None:
        self.rank, self.order = rank, order
        self.waiting = {rank[row] for row in rows}
        self.heap = list(self.waiting)
        heapify(self.heap)

    def __iter__(self) -> Iterator[int]:
        heap, waiting, order = self.heap, self.waiting, self.order
        while heap:
            rank = heappop(heap)
            waiting.discard(rank)
            yield order[rank]

    def add(self, rows: Iterable[int]) -> None:
        for row in rows:
            rank = self.rank[row]
            if rank not in self.waiting:
                self.waiting.add(rank)
                heappush(self.heap, rank)


def run_forward(net: Network, times: Times, agenda: Agenda | None = None) -> list[int]:
    """Calculate all rows, or those of ``agenda`` and whatever follows from them.

    Returns the rows whose dates changed (nothing when all rows are calculated).
    """
    es, ef, ws, wf = times.start, times.finish, times.start_work, times.finish_work
    kind, floor, duration, place = net.kind, net.floor, net.duration, net.place
    fs_in, in_links = net.fs_in, net.in_links
    changed: list[int] = []
    rows: Iterable[int] = net.order if agenda is None else agenda
    for row in rows:
        k = kind[row]
        if k == PLAIN:
            t = floor[row]
            for p in fs_in[row]:
                f = ef[p]
                if f > t:  # noqa: PLR1730 - an inner loop
                    t = f
            if in_links[row]:
                s, f, w = _place_linked(net, times, row, t)
            else:
                s, f, w = place[row](t, duration[row])
            done = w + duration[row]
        elif k == SUMMARY:
            s, f = _roll_up(net, times, row)
            w = done = 0
        else:
            s, f, w, done = _place_special(net, times, row)
        if agenda is not None:
            if es[row] == s and ef[row] == f and wf[row] == done:
                continue
            changed.append(row)
            agenda.add(net.fs_out[row])
            agenda.add(link.successor for link in net.out_links[row])
            if net.parent[row] >= 0:
                agenda.add((net.parent[row],))
        es[row] = s
        ef[row] = f
        ws[row] = w
        wf[row] = done
    return changed


def _roll_up(net: Network, times: Times, row: int) -> tuple[int, int]:
    """Earliest start and latest finish of what a summary contains; inactive tasks count only alone."""
    kids: Iterable[int] = net.kids[row]
    if net.inactive and row not in net.inactive:
        kids = [kid for kid in kids if kid not in net.inactive] or kids
    kids = list(kids)
    return min(map(times.start.__getitem__, kids)), max(map(times.finish.__getitem__, kids))


def lag_minutes(net: Network, times: Times, link: Link) -> int:
    """Lag of ``link``; per cent refer to the predecessor's duration and round to the nearest minute."""
    if not link.percent:
        return link.lag
    p = link.predecessor
    duration = net.duration[p]
    if net.kids[p]:
        duration = net.calendars[p].between(times.start[p], times.finish[p])
    elif net.kind[p] == FIXED:
        duration = times.finish_work[p] - times.start_work[p]
    return (duration * link.lag + 50) // 100


def link_bound(net: Network, times: Times, link: Link) -> int:
    """The moment before which ``link`` lets its successor not start (FS, SS) or finish (FF, SF).

    Working lag ends at the end of a band, so that a milestone may sit there. A lead does not pull
    the successor before the project start.
    """
    p = link.predecessor
    at = times.finish[p] if link.type in (FS, FF) else times.start[p]
    calendar = link.calendar
    if calendar is None:
        return at
    lag = lag_minutes(net, times, link)
    if not lag:
        return at
    bound = at + lag if calendar is ELAPSED else calendar.earliest(calendar.work_at(at) + lag)
    return net.start if bound < net.start <= at else bound


def _place_linked(net: Network, times: Times, row: int, t: int) -> tuple[int, int, int]:
    """Dates of a task that has links other than plain finish-to-start; ``t`` is its bound so far."""
    duration = net.duration[row]
    t, last = _bounds(net, times, row, t, duration)
    s, f, w = net.place[row](t, duration)
    if last > f and net.clock[row].work_at(last) == w + duration:
        f = last
    return s, f, w


def _bounds(net: Network, times: Times, row: int, t: int, duration: int) -> tuple[int, int]:
    """(latest bound on the start, latest bound on the finish) from the links in ``in_links``.

    A bound on the finish counts back ``duration``, but not to before the project start.
    """
    last = 0
    for link in net.in_links[row]:
        bound = link_bound(net, times, link)
        if link.type >= FF:
            last = max(last, bound)
            if duration:
                bound = net.back[row](bound, duration)[0]
            bound = max(bound, net.start)
        t = max(t, bound)
    return t, last


def _place_special(net: Network, times: Times, row: int) -> tuple[int, int, int, int]:
    """Dates of rows whose dates are facts, that are in progress, or that are pinned."""
    facts, clock, kind = net.facts[row], net.clock[row], net.kind[row]
    if kind == FIXED and facts.start is not None and facts.finish is not None:
        return facts.start, facts.finish, clock.work_at(facts.start), clock.work_at(facts.finish)
    if kind == STARTED and facts.start is not None:
        s, f = facts.start, _finish_remaining(net, times, row)
        return s, f, clock.work_at(s), clock.work_at(f)
    t = net.floor[row]
    for p in net.fs_in[row]:
        t = max(t, times.finish[p])
    s, f, w = _place_linked(net, times, row, t)
    pin = facts.pin
    if pin == "delay":
        s, f, w = net.place[row](s + facts.pin_date, net.duration[row])
    elif pin in ("mso", "mfo") or s > facts.pin_date:
        s, f, w = net.place[row](facts.pin_date, net.duration[row])
    return s, f, w, w + net.duration[row]


def _finish_remaining(net: Network, times: Times, row: int) -> int:
    """When a task in progress ends: as planned, or with its remaining work after the data date."""
    facts = net.facts[row]
    if not facts.resume and facts.start is not None:
        return max(facts.start, net.place[row](facts.start, net.duration[row])[1])
    t = facts.resume
    remaining = net.tail[row]
    if facts.follows_links:
        for p in net.fs_in[row]:
            t = max(t, times.finish[p])
        t, _ = _bounds(net, times, row, t, remaining)
    if not remaining:
        return t
    return net.place[row](t, remaining)[1]
