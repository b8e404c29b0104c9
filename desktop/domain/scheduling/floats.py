"""How far a task may slip: total float within the project, free float before the next task."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.domain.scheduling.calendars import FAR, WorkCalendar
from desktop.domain.scheduling.forward import logic_start
from desktop.domain.scheduling.lags import remove_lag
from desktop.domain.scheduling.links import FF
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.reading import EFFORT, FIXED, PINNED, PLAIN, STARTED, SUMMARY
from desktop.domain.scheduling.times import Times


def run_total_floats(net: Network, times: Times, rows: Iterable[int]) -> None:
    """Total float of ``rows`` in working minutes of each row's own calendar.

    Start float, finish float or the smaller of both, as the project has it (it matters where a task is
    longer early than late, or held by a date); of a task in progress the finish float; zero once finished.
    """
    ws, lw, kind, total = times.start_work, times.late_work, net.kind, times.total_float
    for row in rows:
        total[row] = lw[row] - ws[row] if kind[row] == PLAIN else _special_float(net, times, row)


def shown_late(net: Network, times: Times, row: int) -> tuple[int, int]:
    """Late start and finish as people see them.

    Without float they are the early dates themselves, although other moments with no work in between
    would do as well. The late start of a task in progress is its actual start.
    """
    start, finish = times.late_start[row], times.late_finish[row]
    if row in times.stored:
        return start, finish
    none = not times.total_float[row] and (
        net.profile.float_rule == "smallest" or net.clock[row].between(times.finish[row], finish) == 0
    )
    if none and net.kind[row] != SUMMARY:
        start, finish = times.start[row], times.finish[row]
    return (times.start[row] if net.kind[row] == STARTED else start), finish


def roll_up_late(net: Network, times: Times, summaries: Iterable[int]) -> None:
    """Late dates of summaries from those of what they contain, the innermost first.

    A deadline of a summary bounds the summary alone.
    """
    kind, total, es, ef, ls, lf = (
        net.kind, times.total_float, times.start, times.finish, times.late_start, times.late_finish
    )  # fmt: skip
    counted, cap = net.rows.counted, net.cap
    for row in summaries:
        kids = counted[row]
        # As ``shown_late`` has it, without a call for every task.
        first, last = FAR, -FAR
        for k in kids:
            if kind[k] == SUMMARY:
                start, finish = ls[k], lf[k]
            elif total[k]:
                start, finish = ls[k] if kind[k] != STARTED else es[k], lf[k]
            else:
                start, finish = es[k], ef[k]
            if start < first:
                first = start
            if finish > last:
                last = finish
        ls[row] = first
        lf[row] = last if last < cap[row] else cap[row]


def _special_float(net: Network, times: Times, row: int) -> int:
    kind = net.kind[row]
    if kind == SUMMARY:
        between = net.clock[row].between
        return _by_rule(
            net, between(times.start[row], times.late_start[row]), between(times.finish[row], times.late_finish[row])
        )
    if kind == EFFORT or (kind == FIXED and net.facts[row].done):
        return 0
    finish_float = net.clock[row].work_at(times.late_finish[row]) - times.finish_work[row]
    if kind == STARTED:
        return finish_float
    if kind == PINNED and _contradicts_logic(net, row):
        # A pin that comes before its predecessors allow is as much too early as they are too late.
        finish_float = min(finish_float, times.start_work[row] - logic_start(net, times, row)[2])
    return _by_rule(net, times.late_work[row] - times.start_work[row], finish_float)


def _contradicts_logic(net: Network, row: int) -> bool:
    """Whether a pin that violates links shows it in its own float.

    Where Project honours constraint dates, a "must" does; a "no later than" is moved and has none.
    """
    if net.profile.constraint_rule == "pinned":
        return net.facts[row].pin in ("mso", "mfo")
    return net.tasks[row].pinned


def _by_rule(net: Network, start_float: int, finish_float: int) -> int:
    """Which of both is total float: Project's rule is the smaller, Primavera lets the project choose."""
    rule = net.profile.float_rule
    if rule == "start":
        return start_float
    return finish_float if rule == "finish" else min(start_float, finish_float)


def free_floats(net: Network, times: Times, rows: Sequence[int]) -> list[int]:
    """Working minutes by which each of ``rows`` may slip before it moves the early dates of another task.

    The smallest gap to a successor that is not finished, or total float where there is none; of a
    summary its total float; never negative.
    """
    starts, finishes, ws, wf = times.start, times.finish, times.start_work, times.finish_work
    limit_start, limit_finish, total_float = times.limit_start, times.limit_finish, times.total_float
    kinds, clocks, fs_out, out_links = net.kind, net.clock, net.links.fs_out, net.links.out_links
    slots, row_at = net.links.slot, net.links.row_at
    idle, stored = net.rows.inactive, times.stored
    at_limit: dict[WorkCalendar, int] = {}
    found: list[int] = []
    for row in rows:
        kind, clock, gap = kinds[row], clocks[row], FAR
        if kind != PLAIN:
            if kind == SUMMARY:
                found.append(max(total_float[row], 0))
                continue
            if kind == EFFORT or (kind == FIXED and net.facts[row].done):
                found.append(0)
                continue
        slot = slots[row]
        if fs_out[slot]:
            first, at = -1, FAR
            for target in fs_out[slot]:
                q = row_at[target]
                if limit_start[q] < FAR:
                    start = starts[q] if kinds[q] != PINNED else _before_delay(net, times, q)[0]
                    if start < at:
                        first, at = q, start
            if first >= 0:
                # Readings of one calendar need no question which moments they are.
                shared = clocks[first] is clock and kinds[first] == PLAIN
                gap = (ws[first] if shared else clock.work_at(at)) - wf[row] if at > finishes[row] else 0
        if gap > 0 and out_links[slot]:
            bound, started = FAR, kind == STARTED
            for link in out_links[slot]:
                # By number: faster than all seven, or than by name.
                type_, q, calendar = link[0], row_at[link[2]], link[4]
                if (limit_start[q] if type_ < FF else limit_finish[q]) >= FAR or (type_ & 1 and started):
                    continue
                its = clocks[q]
                if kinds[q] == PLAIN and (its is clock if calendar is None else calendar is its and not link[5]):
                    work = (ws[q] if type_ < FF else wf[q]) - link[3]  # a link without calendar has no lag
                    if its is not clock:
                        work = clock.work_at(its.latest(work))
                else:
                    if kinds[q] == PINNED:
                        at = _before_delay(net, times, q)[type_ >= FF]
                    else:
                        at = starts[q] if type_ < FF else finishes[q]
                    work = clock.work_at(at if calendar is None else remove_lag(net, times, link, at))
                work -= ws[row] if type_ & 1 else wf[row]
                if work < bound:
                    bound = work
            if bound < FAR:  # a link that does not bind leaves more room than the project has
                most = at_limit.get(clock)
                if most is None:
                    most = at_limit[clock] = clock.work_at(times.late_limit)
                gap = min(gap, bound, most - wf[row])
        if gap == FAR:
            gap = total_float[row]
        found.append(gap if gap > 0 else 0)
    for place, row in enumerate(rows) if idle or stored else ():
        if row in idle and kinds[row] != SUMMARY:
            found[place] = 0
        known = stored.get(row)
        if known is not None:
            found[place] = known
    return found


def _before_delay(net: Network, times: Times, row: int) -> tuple[int, int]:
    """Start and finish of ``row`` as its predecessors bind them: without the delay that levelling adds to them."""
    if net.kind[row] == PINNED and net.facts[row].pin == "delay":
        return net.place[row](times.start[row] - net.facts[row].pin_date, net.span[row])[:2]
    return times.start[row], times.finish[row]
