"""Commands on levelling delays: accept what levelling proposes, and take it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.changes import Transaction
from desktop.domain.levelling import Move
from desktop.domain.plan import Assignment, Task
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_

sentences(
    no_moves=N_("No move is chosen, so nothing was changed."),
    nothing_levelled=N_("No task has a levelling delay, so there is nothing to clear."),
)


@dataclass(frozen=True)
class AcceptMoves:
    """Give tasks the levelling delays that were proposed."""

    moves: tuple[Move, ...]
    label: str = N_("Level {count} tasks")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        if not self.moves:
            raise Rejected("no_moves")
        for move in self.moves:
            tx.update(Task, move.task, levelling_delay=move.delay)
        return {"count": str(len(self.moves))}


@dataclass(frozen=True)
class ClearLevelling:
    """Take back the levelling delays of ``tasks`` and of the people on them; of all tasks for None."""

    tasks: tuple[str, ...] | None = None
    label: str = N_("Clear levelling")

    def apply(self, tx: Transaction) -> None:
        chosen = set(tx.project.table(Task) if self.tasks is None else self.tasks)
        tasks = [one.id for one in tx.project.table(Task).values() if one.levelling_delay and one.id in chosen]
        people = [one.id for one in tx.project.table(Assignment).values() if one.levelling_delay and one.task in chosen]
        if not tasks and not people:
            raise Rejected("nothing_levelled")
        for identity in tasks:
            tx.update(Task, identity, levelling_delay=0)
        for identity in people:
            tx.update(Assignment, identity, levelling_delay=0)
