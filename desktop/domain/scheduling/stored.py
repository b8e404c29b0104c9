"""Dates as an imported file stored them, in the place of calculated ones.

A project whose ``date_source`` is ``stored`` shows every task that has recorded dates with these: start and finish,
early and late dates, total and free float. Summaries are rolled up from them. Tasks without recorded dates keep
calculated ones. Nothing here changes the calculation itself, whose times are left as they are.

Recorded dates belong to the plan as it was read. So an edit of anything that dates follow from makes the project
calculated again, in the same step (see ``Session``); who then chooses stored dates sees those of the file.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.changes import Change
from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.scheduling.clock import is_plausible, to_minutes
from desktop.domain.scheduling.floats import roll_up_late, run_total_floats
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.times import Times

MARKS = frozenset({"critical_rule", "critical_limit", "near_critical_limit", "float_rule", "date_source"})
"""Rules of the project that say how dates are shown and not what they are."""


def shows_stored(net: Network) -> bool:
    """Whether the project shows stored dates, and has some."""
    return net.profile.date_source == "stored" and any(task.recorded_start for task in net.tasks)


def with_stored(net: Network, calculated: Times) -> Times:
    """``calculated`` with the recorded dates of the tasks that have them; itself where none are shown."""
    if not shows_stored(net):
        return calculated
    times, rows = calculated.copy(), net.rows
    for row, task in enumerate(net.tasks):
        if not rows.kids[row] and task.recorded_start is not None and task.recorded_finish is not None:
            _put(net, times, row, task)
    for row in reversed(rows.summaries):
        kids = rows.counted[row]
        times.start[row] = min(times.start[kid] for kid in kids)
        times.finish[row] = max(times.finish[kid] for kid in kids)
    roll_up_late(net, times, reversed(rows.summaries))
    run_total_floats(net, times, rows.summaries)
    times.project_finish = max((times.finish[row] for row in rows.top if row not in rows.inactive), default=net.start)
    return times


def _put(net: Network, times: Times, row: int, task: Task) -> None:
    assert task.recorded_start is not None
    assert task.recorded_finish is not None
    start, finish = to_minutes(task.recorded_start), to_minutes(task.recorded_finish)
    if not (is_plausible(start) and is_plausible(finish)) or finish < start:
        return
    work_at = net.clock[row].work_at
    times.start[row], times.finish[row] = start, finish
    times.start_work[row], times.finish_work[row] = work_at(start), work_at(finish)
    times.stored[row] = task.recorded_free_float
    for moment, early in (
        (task.recorded_early_start, times.early_start), (task.recorded_early_finish, times.early_finish)
    ):  # fmt: skip
        if moment is not None:
            early[row] = to_minutes(moment)
        else:
            early.pop(row, None)
    if task.recorded_late_start is not None:
        times.late_start[row] = to_minutes(task.recorded_late_start)
        times.late_work[row] = work_at(times.late_start[row])
    if task.recorded_late_finish is not None:
        times.late_finish[row] = to_minutes(task.recorded_late_finish)
    if task.recorded_total_float is not None:
        times.total_float[row] = task.recorded_total_float


def chooses_source(changes: Sequence[Change]) -> bool:
    """Whether ``changes`` themselves say which dates are shown, or bring the project in."""
    for change in changes:
        before, after = change.before, change.after
        if isinstance(after, ProjectProfile) and (
            not isinstance(before, ProjectProfile) or before.date_source != after.date_source
        ):
            return True
    return False
