"""Forward pass: earliest dates from links, constraints and progress."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desktop.domain.scheduling.agenda import Agenda
from desktop.domain.scheduling.calendars import FAR, WorkCalendar
from desktop.domain.scheduling.lags import add_lag, link_bound
from desktop.domain.scheduling.links import FF
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.reading import CREW, EFFORT, FIXED, LATE, PLAIN, STARTED, SUMMARY
from desktop.domain.scheduling.times import Times

NOTHING = -FAR
"""Less than any reading of work."""


def run_forward(net: Network, times: Times, agenda: Agenda | None = None) -> list[int]:
    """Calculate all rows, or those of ``agenda`` and whatever follows from them.

    Returns the rows whose dates changed (none are named when all are calculated).
    """
    es, ef, ws, wf = times.start, times.finish, times.start_work, times.finish_work
    kind, floor, span, place = net.kind, net.floor, net.span, net.place
    fs_in, in_links, slots, row_at = net.links.fs_in, net.links.in_links, net.links.slot, net.links.row_at
    kids_of, facts = net.rows.counted, net.facts
    place_linked = linked_placing(net, times)
    changed: list[int] = []
    rows: Iterable[int] = net.order if agenda is None else agenda
    for row in rows:
        k = kind[row]
        if k == PLAIN:
            t, slot = floor[row], slots[row]
            for p in fs_in[slot]:
                f = ef[row_at[p]]
                if f > t:
                    t = f
            if in_links[slot]:
                s, f, w = place_linked(row, t)
            else:
                s, f, w = place[row](t, span[row])
            done = w + span[row]
        elif k == SUMMARY:
            kids = kids_of[row]
            s, f = min(map(es.__getitem__, kids)), max(map(ef.__getitem__, kids))
            w = done = 0
            if row in facts:  # put there by hand
                s, f = facts[row].start or s, facts[row].finish or f
        else:
            s, f, w, done = place_special(net, times, row)
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


def linked_placing(net: Network, times: Times) -> Callable[[int, int], tuple[int, int, int]]:
    """A function (row, bound so far) -> (start, finish, work at start) for rows with lags or other links.

    Where a link binds the finish to a later moment before any more work could be done, such as the
    next morning, the finish stands there.
    """
    bounds, spans, clocks, place = link_bounds(net, times), net.span, net.clock, net.place

    def place_linked(row: int, t: int) -> tuple[int, int, int]:
        span = spans[row]
        t, last, work = bounds(row, t, span)
        if work == NOTHING:
            s, f, w = place[row](t, span)
        else:
            s, f, w = clocks[row].from_work(work, span)
            if s < t:  # more has been worked by then
                s, f, w = place[row](t, span)
        if last > f and clocks[row].between(f, last) == 0:
            f = last
        return s, f, w

    return place_linked


def link_bounds(net: Network, times: Times) -> Callable[[int, int, int], tuple[int, int, int]]:
    """A function (row, bound so far, span) -> latest bounds from the links in ``in_links``.

    They are (on the start, on the finish, on the work at the start). A bound on the finish counts back
    ``span``, but not to before the project start. Lags in the row's own time, and bounds on the finish of a
    plain task, are reckoned in work done by then, without asking which moments those are.
    """
    es, ef, ws, wf = times.start, times.finish, times.start_work, times.finish_work
    kinds, clocks, back, in_links, start = net.kind, net.clock, net.back, net.links.in_links, net.start
    slots, row_at = net.links.slot, net.links.row_at

    begins: dict[WorkCalendar, int] = {}  # work at the project start, which no lead reaches back behind

    def begun(clock: WorkCalendar) -> int:
        found = begins[clock] = clock.work_at(start)
        return found

    def bounds(row: int, t: int, span: int) -> tuple[int, int, int]:
        last, work = 0, NOTHING
        for link in in_links[slots[row]]:
            # By number: faster than all seven, or than by name.
            kind, p, calendar = link[0], row_at[link[1]], link[4]
            bound = es[p] if kind & 1 else ef[p]
            if kind < FF:
                if calendar is None:
                    if bound > t:
                        t = bound
                    continue
                clock = clocks[row]
                if calendar is clock and kinds[row] == PLAIN and span and not link[5]:
                    lag = link[3]
                    if clocks[p] is clock and kinds[p] == PLAIN:
                        done = (ws[p] if kind else wf[p]) + lag
                    else:
                        done = clock.work_at(bound) + lag
                    if lag < 0 and bound >= start:
                        begin = begins.get(clock) or begun(clock)
                        if done < begin:
                            done = begin
                    if done > work:
                        work = done
                    continue
                bound = add_lag(net, times, link, bound)
            else:
                if calendar is not None:
                    bound = add_lag(net, times, link, bound)
                own = kinds[row]
                if own == EFFORT:
                    continue  # its finish is stretched, not moved
                if bound > last:
                    last = bound
                if own == PLAIN and span:
                    clock = clocks[row]
                    if calendar is None and clocks[p] is clock and kinds[p] == PLAIN:
                        done = (ws[p] if kind & 1 else wf[p]) - span
                    else:
                        done = clock.work_at(bound) - span
                    begin = begins.get(clock) or begun(clock)
                    if done < begin:
                        done = begin
                    if done > work:
                        work = done
                    continue
                if span:
                    bound = back[row](bound, span)[0]
                if bound < start:
                    bound = start
            if bound > t:
                t = bound
        return t, last, work

    return bounds


def logic_start(net: Network, times: Times, row: int) -> tuple[int, int, int]:
    """(start, finish, work at start) of ``row`` if only its links, floor and calendar decided."""
    t = net.floor[row]
    for p in net.links.plain_predecessors(row):
        t = max(t, times.finish[p])
    return linked_placing(net, times)(row, t)


def place_special(net: Network, times: Times, row: int) -> tuple[int, int, int, int]:
    """Dates, and work at both, of rows that do not simply follow their links."""
    clock, kind = net.clock[row], net.kind[row]
    if kind == LATE:
        s, f, w = logic_start(net, times, row)
        if times.late_known and times.late_start[row] > s:
            s, f, w = times.late_start[row], times.late_finish[row], times.late_work[row]
        return s, f, w, clock.work_at(f)
    if kind == EFFORT:
        s, f, w = logic_start(net, times, row)
        if s < net.start and not _waits(net, row):
            s, f, w = linked_placing(net, times)(row, net.start)
        last = max(0, *(link_bound(net, times, link) for link in net.links.into(row) if link.type >= FF), 0)
        f = max(s, last) if last else f
        return s, f, w, clock.work_at(f)
    if kind == CREW:
        s, f, w = logic_start(net, times, row)
        return s, f, w, clock.work_at(f)
    facts = net.facts[row]
    if kind == FIXED and facts.start is not None and facts.finish is not None:
        return facts.start, facts.finish, clock.work_at(facts.start), clock.work_at(facts.finish)
    if kind == STARTED and facts.start is not None:
        s, f = facts.start, max(_finish_remaining(net, times, row), facts.pin_date)
        return s, f, clock.work_at(s), clock.work_at(f)
    s, f, w = logic_start(net, times, row)
    if facts.pin == "delay":
        s, f, w = net.place[row](s + facts.pin_date, net.span[row])
    elif facts.pin in ("mso", "mfo") or s > facts.pin_date:
        s, f, w = net.place[row](facts.pin_date, net.span[row])
    return s, f, w, clock.work_at(f)


def _waits(net: Network, row: int) -> bool:
    """Whether a link says when ``row`` may start; else a level of effort starts with the project."""
    return bool(net.links.plain_predecessors(row)) or any(link.type < FF for link in net.links.into(row))


def _finish_remaining(net: Network, times: Times, row: int) -> int:
    """When a task in progress ends: as planned, or with its remaining work after the data date."""
    facts = net.facts[row]
    if facts.again:
        return net.place[row](facts.again, net.tail[row])[1] if net.tail[row] else facts.again
    if facts.finish is not None:
        return facts.finish
    if not facts.resume and facts.start is not None:
        return max(facts.start, net.place[row](facts.start, net.span[row])[1])
    t, remaining = facts.resume, net.tail[row]
    if facts.follows_links:
        for p in net.links.plain_predecessors(row):
            t = max(t, times.finish[p])
        t, _, _ = link_bounds(net, times)(row, t, remaining)
    if not remaining:  # nothing is left to do: it ended with the last work before that moment
        return max(facts.start or 0, net.clock[row].previous_finish(t))
    return net.place[row](t, remaining)[1]
