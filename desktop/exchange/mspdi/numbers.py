"""The numbers (UID) under which records are written: their own where they can keep them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.domain.plan import Assignment, Calendar, Resource, Task
from desktop.domain.project import Project

MAX_NUMBER = 0x1FFFFF
"""Project renumbers, or refuses, what is larger."""


class Numbers:
    """Hands out numbers that no other record of the same kind has.

    Whoever brings a number of its own keeps it, so all of these are reserved before the first is handed out.
    """

    def __init__(self, reserved: Mapping[str, Iterable[int | None]]) -> None:
        self._reserved = {kind: {n for n in found if _usable(kind, n)} for kind, found in reserved.items()}
        self._used: dict[str, set[int]] = {kind: set() for kind in reserved}
        self._next = dict.fromkeys(reserved, 1)

    @classmethod
    def of(cls, project: Project) -> Numbers:
        """Numbers for the records of ``project``."""
        return cls(
            {
                kind.info.key: [getattr(item, "source_uid", None) for item in project.table(kind).values()]
                for kind in (Calendar, Task, Resource, Assignment)
            }
        )

    def take(self, kind: str, wanted: int | None = None) -> int:
        """``wanted`` where it is free and possible, or the next that is."""
        used = self._used[kind]
        if wanted is not None and _usable(kind, wanted) and wanted not in used:
            used.add(wanted)
            return wanted
        number = self._next[kind]
        while number in used or number in self._reserved[kind]:
            number += 1
        self._next[kind] = number + 1
        used.add(number)
        return number


def _usable(kind: str, number: int | None) -> bool:
    """Task 0 is the project itself."""
    return number is not None and (kind == "task") <= number <= MAX_NUMBER


def task_numbers(project: Project) -> dict[str, int]:
    """The number of every task by id, as it is written and as other programs know it."""
    numbers = Numbers.of(project)
    tasks = project.table(Task)
    return {identity: numbers.take("task", tasks[identity].source_uid) for identity in project.outline.order}
