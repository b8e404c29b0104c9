"""The tasks that the side panel of the plan shows, and what they have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any

from desktop.domain.commands.plan.rules import DERIVED_IN_SUMMARY
from desktop.domain.plan import Task
from desktop.domain.record import Kind
from desktop.domain.resource_names import resources_text
from desktop.models.plan_columns import COLUMNS, NUMBER_OF, Column, Reading

EMPTY: dict[Kind, Any] = {
    Kind.TEXT: "", Kind.LONG_TEXT: "", Kind.CHOICE: "", Kind.FLAG: False, Kind.TEXTS: (), Kind.LINKS: (), Kind.ROWS: ()
}  # fmt: skip
"""What stands for a value on which the tasks do not agree; None for every other kind."""
OF_LEAVES = DERIVED_IN_SUMMARY | {
    "start",
    "finish",
    "percent_complete",
    "actual_work",
    "stop",
    "resume",
    "work",
    "actual_cost",
}
"""Fields that follow from the sub-tasks where there are any: an edit of several tasks passes summaries over."""


class Chosen:
    """Selected tasks as they stand, in the order of the outline. Holds until the next edit.

    Nothing is looked up before it is asked for: thousands of tasks may be selected.
    """

    def __init__(self, reading: Reading, ids: Sequence[str]) -> None:
        self.reading = reading
        found = [(identity, reading.project.find(Task, identity)) for identity in ids]
        self.tasks: list[Task] = [task for _, task in found if task is not None]
        self.ids: tuple[str, ...] = tuple(identity for identity, task in found if task is not None)
        self._various: dict[str, bool] = {}

    def __bool__(self) -> bool:
        return bool(self.tasks)

    @property
    def single(self) -> Task | None:
        """The task, where it is only one."""
        return self.tasks[0] if len(self.tasks) == 1 else None

    @cached_property
    def leaves(self) -> list[Task]:
        """Those without sub-tasks."""
        is_summary = self.reading.project.is_summary
        return [task for task in self.tasks if not is_summary(task.id)]

    def takers(self, name: str) -> list[Task]:
        """Tasks of which the field ``name`` can be edited."""
        return self.leaves if name in OF_LEAVES else self.tasks

    def differs(self, name: str) -> bool:
        """Whether a field or a column does not read alike for all of them."""
        if len(self.tasks) < 2:
            return False
        if name not in self._various:
            takers = self.takers(name) or self.tasks
            values = map(self._reader(name), takers)
            first = next(values)
            self._various[name] = any(value != first for value in values)
        return self._various[name]

    def _reader(self, name: str) -> Callable[[Task], Any]:
        schedule = self.reading.schedule
        readers: dict[str, Callable[[Task], Any]] = {
            "start": lambda task: schedule.start_minutes(task.id),
            "finish": lambda task: schedule.finish_minutes(task.id),
            "wbs": lambda task: self.reading.project.wbs(task.id),
            "work": lambda task: self.reading.figures.work(task.id).total,
            "actual_work": lambda task: self.reading.figures.work(task.id).actual,
            "resources": lambda task: resources_text(self.reading.project, task.id),
            "duration": attrgetter("duration", "duration_unit", "estimated"),
        }
        return readers.get(name) or attrgetter(name)

    def holder(self, names: Iterable[str]) -> Task:
        """A task that has what they have in common, and nothing where they differ."""
        first = self.first(next(iter(names), ""))
        specs = Task.info.specs
        blank: dict[str, Any] = {
            name: EMPTY.get(specs[name].kind) for name in names if name in specs and self.differs(name)
        }
        return first.replace(**blank) if blank else first

    def first(self, name: str) -> Task:
        """The task whose value is shown where all have the same."""
        return (self.takers(name) or self.tasks)[0]

    def text(self, key: str) -> str:
        """The exact text of a column, "" where they differ."""
        if self.differs(key):
            return ""
        column: Column = COLUMNS[NUMBER_OF[key]]
        return column.exact(self.reading, self.first(key))
