"""Durations of tasks for which a file has none: other programs leave out what Project would reckon."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from desktop.domain.imports import APPROXIMATED
from desktop.domain.plan import Assignment, Task
from desktop.domain.scheduling.clock import to_minutes
from desktop.domain.scheduling.contours import CONTOURS
from desktop.domain.shares import PER_CENT, WHOLE, share_of
from desktop.exchange.mspdi.read_tasks import TaskTable
from desktop.exchange.mspdi.splits import SplitReader
from desktop.i18n import N_

UNKNOWN = N_("Tasks without a duration; it is taken from their work or their dates: {n}")


def with_durations(
    planned: Iterable[Task], table: TaskTable, assignments: Iterable[Assignment], working: Container[str],
    reader: SplitReader,
) -> list[Task]:  # fmt: skip
    """``planned``; tasks whose duration is not in the file last as long as their work, or as from start to finish.

    ``working`` are the ids of the resources that work.
    """
    unknown = table.lasting_unknown - table.summaries
    work: dict[str, int] = {}
    for item in assignments if unknown else ():
        if item.task in unknown and item.resource in working:
            work[item.task] = max(work.get(item.task, 0), _minutes(item))
    return [_lasting(task, work, reader) if task.id in unknown else task for task in planned]


def _lasting(task: Task, work: Mapping[str, int], reader: SplitReader) -> Task:
    found = work.get(task.id) or _between(task, reader)
    if not found:
        return task
    reader.findings.note(APPROXIMATED, UNKNOWN, task.name)
    return task.replace(duration=found)


def _minutes(item: Assignment) -> int:
    """In how many working minutes an assignment is done."""
    regular = max(0, (item.work or 0) - (item.overtime_work or 0))
    mean = sum(CONTOURS.get(item.contour, (100,) * 10))
    return regular * 1000 * WHOLE // (max(PER_CENT, share_of(item)) * mean)


def _between(task: Task, reader: SplitReader) -> int:
    if task.recorded_start is None or task.recorded_finish is None:
        return 0
    calendar = reader.calendar(task.calendar, task)
    return max(0, calendar.between(to_minutes(task.recorded_start), to_minutes(task.recorded_finish)))
