"""Commands that bring several tasks at once: an outline that was pasted, rows below the end of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.outline import OutlineEdit
from desktop.domain.plan import Task
from desktop.domain.project import RANK_STEP
from desktop.domain.rejection import Rejected
from desktop.i18n import N_


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One task of an outline; ``level`` counts from nought, and is at most one deeper than that of the row above."""

    name: str
    level: int = 0
    id: str = ""
    """Chosen by the caller, or made."""


@dataclass(frozen=True)
class AddOutline:
    """Insert tasks with the sub-tasks below them: behind ``anchor`` or, where ``inside``, as its first sub-tasks.

    Without an anchor they come to the end of the plan.
    """

    rows: tuple[OutlineRow, ...]
    anchor: str | None = None
    inside: bool = False
    label: str = N_("Paste the outline {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        if not self.rows:
            raise Rejected("gone")
        place = Place(tx, self.anchor, inside=self.inside)
        above: list[tuple[int, str]] = []
        """Level and id of the tasks that the next row may belong to."""
        families: dict[str, int] = {}
        for row in self.rows:
            while above and above[-1][0] >= row.level:
                above.pop()
            given = {"id": row.id} if row.id else {}
            if above:
                parent = above[-1][1]
                families[parent] = families.get(parent, 0) + 1
                made = tx.add(Task, name=row.name, parent=parent, rank=families[parent] * RANK_STEP, **given)
            else:
                made = tx.add(Task, name=row.name, parent=place.parent, **given)
                place.take(made.id)
            above.append((row.level, made.id))
        place.commit()
        return {"name": self.rows[0].name}


class Place:
    """Where new tasks are put side by side."""

    def __init__(self, tx: Transaction, anchor: str | None, *, inside: bool = False) -> None:
        self._outline = OutlineEdit(tx)
        found = tx.project.get(Task, anchor) if anchor else None
        self.parent = None if found is None else found.id if inside else self._outline.parent(found.id)
        family = self._outline.children(self.parent)  # looked at before the new tasks stand in it
        self._at = len(family) if found is None else 0 if inside else family.index(found.id) + 1

    def take(self, task: str) -> None:
        """Put a task that was just added behind the last one."""
        self._outline.insert(task, self.parent, self._at)
        self._at += 1

    def commit(self) -> None:
        self._outline.commit()


def levelled(levels: Sequence[int]) -> list[int]:
    """Levels by which rows can follow each other, from what indents or numbers say: none skips a level."""
    made: list[int] = []
    stack: list[int] = []
    for level in levels:
        while stack and stack[-1] >= level:
            stack.pop()
        made.append(len(stack))
        stack.append(level)
    return made
