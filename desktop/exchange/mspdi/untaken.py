"""Work that nobody has taken yet: an assignment to resource -65535.

Microsoft Project gives tasks without resources such an assignment, which carries the work of the task. There is no
record for it here, so its work stays with the task. What the row of the task says counts before what the
assignment says.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.imports import APPROXIMATED, NOT_READ, Findings
from desktop.domain.plan import Assignment, Task
from desktop.domain.scheduling.crew import WORKING
from desktop.exchange.mspdi.read_resources import ResourceTable
from desktop.exchange.mspdi.read_tasks import TaskTable
from desktop.i18n import N_

KEPT_ON_TASK = N_("Work that nobody has taken yet, kept as work of the task: {n}")
DENIED = N_("Work that nobody has taken, left out because the task itself has none: {n}")

Amounts = tuple[int, int]
"""Minutes of work, and of work that was done."""


def with_untaken(
    planned: list[Task], table: TaskTable, people: ResourceTable, made: Iterable[Assignment], findings: Findings
) -> list[Task]:
    """``planned`` with the work of assignments that nobody has taken; ``made`` are those that somebody has."""
    untaken: dict[str, Amounts] = {}
    for task, row in people.untaken:
        row.name = task.name
        work = row.amount("Work")
        if work and task.id not in table.summaries:
            untaken[task.id] = _sum(untaken.get(task.id, (0, 0)), (work, row.amount("ActualWork") or 0))
    if not untaken:
        return planned
    working = {one.id for one in people.records if one.kind in WORKING}
    whole = dict(untaken)
    for item in made:
        if item.task in whole and item.resource in working:
            whole[item.task] = _sum(whole[item.task], (item.work or 0, item.actual_work or 0))
    return [_kept(task, whole, untaken, table, findings) if task.id in untaken else task for task in planned]


def _kept(
    task: Task, whole: dict[str, Amounts], untaken: dict[str, Amounts], table: TaskTable, findings: Findings
) -> Task:
    """``task`` with the work that the file leaves to its assignments, which is that of all of them."""
    if task.id in table.work_unknown:
        work, done = whole[task.id]
        task = task.replace(work=work, actual_work=task.actual_work or done or None)
    if task.work:
        findings.note(APPROXIMATED, KEPT_ON_TASK, task.name)
    elif untaken[task.id][0] != task.duration:  # otherwise it stands for the time alone, as in what we write
        findings.note(NOT_READ, DENIED, task.name)
    return task


def _sum(one: Amounts, other: Amounts) -> Amounts:
    return one[0] + other[0], one[1] + other[1]
