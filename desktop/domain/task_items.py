"""What of the registers concerns a task: open risks, issues, actions and decisions that are linked with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.record import Record

REGISTERS = ("risk", "issue", "action", "decision")


def open_items(project: Project) -> Mapping[str, Mapping[str, int]]:
    """By register and task id, how many open items there are; whichever side the link is kept on, each counts once."""
    found: dict[str, dict[str, int]] = {key: {} for key in REGISTERS}
    for key, _, task_id in linked_items(project):
        found[key][task_id] = found[key].get(task_id, 0) + 1
    return found


def linked_items(project: Project) -> Iterator[tuple[str, Record, str]]:
    """(register, open item, task id) for each task that an open item is linked with, once each."""
    named: dict[str, set[str]] = {}
    """Tasks by the reference of the item that they name."""
    for task in project.table(Task).values():
        for ref in task.links:
            named.setdefault(ref, set()).add(task.id)
    for key in REGISTERS:
        for item in project.rows(key).values():
            if getattr(item, "is_open", False):
                for task_id in sorted({*_tasks_of(item), *named.get(item.ref, ())}):
                    yield key, item, task_id


def _tasks_of(item: Any) -> Iterator[str]:
    yield from getattr(item, "tasks", ())
    for ref in item.links:
        key, _, identity = ref.partition("/")
        if key == "task":
            yield identity
