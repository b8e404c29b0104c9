"""How far a task may slip: total float within the project, free float before the next task."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.scheduling.calendars import FAR
from desktop.domain.scheduling.forward import logic_start
from desktop.domain.scheduling.lags import remove_lag
from desktop.domain.scheduling.links import FF, FS, SS
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


def free_float(net: Network, times: Times, row: int) -> int:
    """Working minutes by which ``row`` may slip before it moves the early dates of another task.

    The smallest gap to a successor that is not finished, or total float where there is none; of a
    summary its total float; never negative.
    """
    total, kind = times.total_float[row], net.kind[row]
    stored = times.stored.get(row)
    if stored is not None:
        return stored
    if kind == SUMMARY:
        return max(total, 0)
    if row in net.rows.inactive or kind == EFFORT or (kind == FIXED and net.facts[row].done):
        return 0
    first = min(
        (
            times.start[q] if net.kind[q] != PINNED else _before_delay(net, times, q)[0]
            for q in net.links.fs_out[row]
            if times.limit_start[q] < FAR
        ),
        default=FAR,
    )
    gap = FAR if first == FAR else net.clock[row].work_at(first) - times.finish_work[row]
    if net.links.out_links[row]:
        gap = min(gap, _gap(net, times, row))
    return max(total if gap == FAR else gap, 0)


def _before_delay(net: Network, times: Times, row: int) -> tuple[int, int]:
    """Start and finish of ``row`` as its predecessors bind them: without the delay that levelling adds to them."""
    if net.kind[row] == PINNED and net.facts[row].pin == "delay":
        return net.place[row](times.start[row] - net.facts[row].pin_date, net.span[row])[:2]
    return times.start[row], times.finish[row]


def _gap(net: Network, times: Times, row: int) -> int:
    """Smallest gap over the links other than plain finish-to-start; FAR where none counts."""
    gap = FAR
    work_at, finish_work = net.clock[row].work_at, times.finish_work[row]
    for link in net.links.out_links[row]:
        q, to_start = link.successor, link.type in (FS, SS)
        if (times.limit_start[q] if to_start else times.limit_finish[q]) >= FAR:
            continue
        at = remove_lag(net, times, link, _before_delay(net, times, q)[0 if to_start else 1])
        if link.type in (FS, FF):
            gap = min(gap, work_at(at) - finish_work)
        elif net.kind[row] != STARTED:
            gap = min(gap, work_at(at) - times.start_work[row])
    # A link that does not bind leaves more room than the project has.
    return min(gap, work_at(times.late_limit) - finish_work) if gap < FAR else FAR
