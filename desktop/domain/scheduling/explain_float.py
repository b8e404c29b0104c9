"""Why a task is critical or is not: by which rule, how much it can slip, or which date it is too late for."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from desktop.domain.scheduling.clock import to_datetime
from desktop.domain.scheduling.reading import EFFORT, FIXED, PINNED
from desktop.domain.scheduling.reasons import Reason
from desktop.domain.scheduling.result import Schedule

LATE_CONSTRAINTS = {"snlt": False, "fnlt": True, "mso": False, "mfo": True}
"""Constraints that the late dates obey, and whether they say something of the finish."""


def why_critical(planned: Schedule, row: int) -> Iterator[Reason]:
    """One reason for being critical or not, and what else is worth knowing of the float."""
    net = planned.network
    identity = net.rows.ids[row]
    dates = planned.of(identity)
    if row in net.rows.inactive:
        return
    if net.kind[row] == EFFORT:
        yield Reason("effort", identity)
    elif dates.actual_finish is not None or (dates.percent_complete >= 100 and not net.rows.kids[row]):
        yield Reason("done_float", identity)
    elif dates.critical:
        yield _critical(planned, row)
    else:
        yield from _uncritical(planned, row)


def _unit(planned: Schedule, row: int) -> str:
    return "ed" if planned.network.tasks[row].elapsed else "d"


def _critical(planned: Schedule, row: int) -> Reason:
    net = planned.network
    identity, total = net.rows.ids[row], planned.of(net.rows.ids[row]).total_float
    if net.rows.kids[row]:
        part = next(kid for kid in net.rows.kids[row] if planned.critical_rows[kid])
        return Reason("critical_part", identity, net.rows.ids[part])
    if total < 0:
        return _too_late(planned, row, -total)
    if net.profile.critical_rule == "longest_path":
        return Reason("critical_longest", identity)
    if total > 0:
        return Reason("critical_within", identity, minutes=total, unit=_unit(planned, row))
    return Reason("critical_chain" if net.profile.critical_rule == "each_path" else "critical", identity)


def _uncritical(planned: Schedule, row: int) -> Iterator[Reason]:
    identity, unit = planned.network.rows.ids[row], _unit(planned, row)
    dates, profile = planned.of(identity), planned.network.profile
    total, free = dates.total_float, dates.free_float
    if total < 0:
        yield Reason("late_uncritical", identity, minutes=-total, unit=unit)
    elif total == 0:
        yield Reason("no_float", identity)
    else:
        code = "free" if free >= total else "float_free" if free > 0 else "float"
        yield Reason(code, identity, minutes=total, unit=unit, free=free)
        if dates.near_critical:
            yield Reason("near", identity, minutes=profile.near_critical_limit)


def _too_late(planned: Schedule, row: int, minutes: int) -> Reason:
    """Which date a task with negative float is too late for: the nearest one along the links that cannot be kept."""
    net, times = planned.network, planned.times
    ids, unit = net.rows.ids, _unit(planned, row)
    pending, seen = deque([row]), {row}
    while pending:
        at = pending.popleft()
        for holder in (at, *net.rows.above(at)):
            task, start, finish = net.tasks[holder], to_datetime(times.start[holder]), to_datetime(times.finish[holder])
            other = ids[holder]
            if task.deadline is not None and finish > task.deadline:
                return Reason("critical_deadline", ids[row], other, date=task.deadline, minutes=minutes, unit=unit)
            by_finish, date = LATE_CONSTRAINTS.get(task.constraint), task.constraint_date
            if by_finish is not None and date is not None and (finish if by_finish else start) > date:
                facts = {"constraint": task.constraint}
                return Reason("critical_date", ids[row], other, date=date, minutes=minutes, unit=unit, facts=facts)
        for after in net.links.successors(at):
            if after in seen:
                continue
            seen.add(after)
            if times.total_float[after] < 0:
                pending.append(after)
            elif net.kind[after] in (PINNED, FIXED):
                date = to_datetime(times.start[after])
                return Reason("critical_held", ids[row], ids[after], date=date, minutes=minutes, unit=unit)
    if times.late_limit < times.project_finish:
        date = to_datetime(times.late_limit)
        return Reason("critical_finish", ids[row], date=date, minutes=minutes, unit=unit)
    return Reason("critical_negative", ids[row], minutes=minutes, unit=unit)
