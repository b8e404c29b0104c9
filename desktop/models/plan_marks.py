"""Small pictures beside a task that say what is special about it."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.plan import Task
from desktop.domain.scheduling import TaskDates
from desktop.i18n import N_

MARK_WORDS: Mapping[str, str] = {
    "warning": N_("Will miss its deadline"),
    "check": N_("Complete"),
    "lock": N_("Pinned to its date"),
    "clock": N_("Has a date constraint"),
    "edit": N_("Scheduled by hand"),
    "refresh": N_("Recurring task"),
    "note": N_("Has a note"),
}
"""By icon name, the most urgent first."""


def marks_of(task: Task, dates: TaskDates) -> tuple[str, ...]:
    """Icon names of what is special about ``task``, the most urgent first."""
    dated = task.constraint not in ("", "asap")
    present = {
        "warning": task.deadline is not None and dates.finish > task.deadline,
        "check": dates.percent_complete >= 100,
        "lock": dated and task.pinned,
        "clock": dated and not task.pinned,
        "edit": task.mode == "manual",
        "refresh": bool(task.recurrence),
        "note": bool(task.notes),
    }
    return tuple(mark for mark, there in present.items() if there)
