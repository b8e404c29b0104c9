"""How a task stands on a day, in one word, by the rule of Microsoft Project's field Status.

Complete at 100 %; a future task starts after the status date; on schedule where what is done reaches at least the
day before the status date; otherwise late.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from desktop.domain.scheduling import Schedule, to_minutes
from desktop.i18n import N_

COMPLETE, ON_SCHEDULE, LATE, FUTURE = "complete", "on_schedule", "late", "future"
STATUS: Mapping[str, str] = {
    COMPLETE: N_("Complete"), ON_SCHEDULE: N_("On schedule", "task"), LATE: N_("Late", "task"),
    FUTURE: N_("Future task"),
}  # fmt: skip


def task_status(schedule: Schedule, task: str, status: dt.date) -> str:
    """One of ``STATUS``; ``status`` counts through its end. KeyError for a task that is not in the plan."""
    row = schedule.row[task]
    start, finish, percent = schedule.starts[row], schedule.finishes[row], schedule.percents[row]
    morning = to_minutes(dt.datetime.combine(status, dt.time()))
    if percent >= 100:
        return COMPLETE
    if start >= morning + 1440:
        return FUTURE
    if finish <= morning:
        return LATE
    clock = schedule.network.clock[row]
    wanted = max(0, clock.between(start, morning)) if start < morning else 0
    return ON_SCHEDULE if clock.between(start, finish) * percent >= wanted * 100 else LATE
