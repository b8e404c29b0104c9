"""TimephasedData: how the work of an assignment lies in time.

What was read goes back as it was as long as the task is where it was and the work is as much as it was;
otherwise it would pull the task back to its old place. An interrupted task gets periods of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.domain.costing.work import work_over_time
from desktop.domain.imports import APPROXIMATED, Findings
from desktop.domain.plan import Assignment, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, TaskDates, to_datetime, to_minutes
from desktop.domain.scheduling.contours import runs_of
from desktop.exchange.mspdi import values
from desktop.exchange.mspdi.markup import Node
from desktop.exchange.mspdi.splits import ACTUAL, PLANNED
from desktop.i18n import N_

MOVED = N_("Assignments whose work over time no longer fits and is spread anew: {n}")
_OF_THE_PLAN = frozenset({PLANNED, ACTUAL, "3"})
"""Types that say when work is done; the others belong to baselines and never change."""
_TAGS = ("Type", "Start", "Finish", "Unit", "Value")
_DAYS = "2"


class WorkOverTime:
    """Decides what of the work over time is still true."""

    def __init__(self, project: Project, schedule: Schedule, findings: Findings) -> None:
        self._project = project
        self._schedule = schedule
        self._findings = findings

    def of(
        self, item: Assignment, task: Task, dates: TaskDates, parts: Mapping[str, Any], uid: int
    ) -> list[Node]:
        """TimephasedData elements of an assignment."""
        found = parts.get("timephased")
        rows = [row for row in found if _is_row(row)] if isinstance(found, list) else []
        current = [row for row in rows if row[0] in _OF_THE_PLAN]
        drawn = bool(runs_of(item.contour)) and task.actual_start is None
        if current and not self._still_fits(item, task, dates, current):
            if not drawn:
                self._findings.note(APPROXIMATED, MOVED, task.name)
            rows, current = [row for row in rows if row[0] not in _OF_THE_PLAN], []
        nodes = [_node(row, uid) for row in rows]
        if drawn and not current:
            nodes += self._of_runs(item, uid)
        elif task.splits and not current:
            nodes += self.of_splits(task, item.units, uid)
        return nodes

    def _of_runs(self, item: Assignment, uid: int) -> list[Node]:
        """Periods of work that was spread by hand, and those without work between them."""
        work = work_over_time(self._project, self._schedule, item)
        made: list[Node] = []
        before = work.start
        for one in work.stretches:
            if work.calendar.between(before, one.start) > 0:
                made.append(_period(uid, before, one.start, 0))
            made.append(_period(uid, one.start, one.finish, one.work))
            before = one.finish
        return made

    def _still_fits(self, item: Assignment, task: Task, dates: TaskDates, rows: list[list[str]]) -> bool:
        if (dates.start, dates.finish) != (task.recorded_start, task.recorded_finish):
            return False
        total = 0
        for row in rows:
            try:
                total += values.read_span(row[4]).value if row[4] else 0
            except ValueError:
                return False
        return item.work is None or abs(total - item.work) <= len(rows)

    def of_splits(self, task: Task, units: int, uid: int) -> list[Node]:
        """Periods with and without work of an interrupted task, where it is now."""
        calendar, parts = self._schedule.calendar(task.id), self._schedule.parts(task.id)
        if len(parts) == 1:  # its dates are facts, and so is its pattern
            found = [(part.start, part.finish) for part in task.splits]
            parts = tuple((to_minutes(start), to_minutes(finish)) for start, finish in found if start and finish)
        made: list[Node] = []
        before = None
        for start, finish in parts:
            if before is not None and before < start:
                made.append(_period(uid, before, start, 0))
            made.append(_period(uid, start, finish, calendar.between(start, finish) * units // 100))
            before = finish
        return made


def _is_row(row: Any) -> bool:
    return isinstance(row, list) and len(row) == len(_TAGS) and all(isinstance(text, str) for text in row)


def _node(row: list[str], uid: int) -> Node:
    texts = dict(zip(_TAGS, row, strict=True))
    named = [("Type", texts.pop("Type")), ("UID", str(uid)), *texts.items()]
    return ("TimephasedData", [(tag, text) for tag, text in named if text])


def _period(uid: int, start: int, finish: int, work: int) -> Node:
    moments = [values.moment_text(to_datetime(minute)) for minute in (start, finish)]
    return _node([PLANNED, *moments, _DAYS, values.span_text(work)], uid)
