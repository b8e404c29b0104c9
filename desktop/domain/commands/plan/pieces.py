"""The parts of a split task as an edit sees them: from the dates before it to the pattern that it stores."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.clocks import clock_of, plan_of
from desktop.domain.commands.plan.effort import done_of
from desktop.domain.plan import Split, Task
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling import WorkCalendar, to_datetime
from desktop.i18n import N_

sentences(
    part_done=N_("What is done of “{task}” stays where it was. Nothing was changed."),
    whole_by_hand=N_("“{task}” is scheduled by hand, in one piece. Nothing was changed."),
)


@dataclass(frozen=True, slots=True)
class Pieces:
    """(begin, end) of every part, counted in the working minutes of ``clock``."""

    clock: WorkCalendar
    spans: tuple[tuple[int, int], ...]

    @staticmethod
    def of(tx: Transaction, task: Task) -> Pieces:
        """The parts of ``task`` as they were before the edit; refuses where nothing can be split."""
        if task.mode == "manual":
            raise Rejected("whole_by_hand", task=task.name)
        if task.actual_finish is not None:
            raise Rejected("part_done", task=task.name)
        clock, work = clock_of(tx, task), clock_of(tx, task).work_at
        return Pieces(clock, tuple((work(begin), work(end)) for begin, end in plan_of(tx).parts(task.id)))

    @property
    def work(self) -> int:
        """Working minutes without the gaps."""
        return sum(end - begin for begin, end in self.spans)

    def before(self, part: int) -> int:
        """Working minutes of the parts in front of ``part``."""
        return sum(end - begin for begin, end in self.spans[:part])

    def at(self, minute: int) -> int:
        """Where a moment lies among the working minutes."""
        return self.clock.work_at(minute)

    @property
    def finish(self) -> dt.datetime:
        """Where the last part is done."""
        return to_datetime(self.clock.earliest(self.spans[-1][1]))

    def longer(self, minutes: int) -> Pieces:
        """With so many more minutes of work at the end, or fewer; some must be left."""
        left = self.work + minutes
        spans: list[tuple[int, int]] = []
        for begin, end in self.spans:
            if left > 0:
                spans.append((begin, min(end, begin + left)))
                left -= end - begin
        spans[-1] = (spans[-1][0], spans[-1][1] + max(left, 0))
        return Pieces(self.clock, tuple(spans))

    def joined(self, spans: Sequence[tuple[int, int]]) -> Pieces:
        """Other parts on the same clock; those that touch or overlap become one, with the work of both."""
        found: list[tuple[int, int]] = []
        for begin, end in spans:
            if end <= begin:
                continue
            if found and begin <= found[-1][1]:
                found[-1] = (found[-1][0], found[-1][1] + end - begin)
            else:
                found.append((begin, end))
        return Pieces(self.clock, tuple(found))

    def fields(self, tx: Transaction, task: Task, before: Pieces) -> dict[str, Any]:
        """What to store in ``task``; refuses a change of work that is done."""
        done = done_of(task)
        if done and _worked(self, done) != _worked(before, done):
            raise Rejected("part_done", task=task.name)
        duration = task.duration + self.work - before.work
        if duration <= 0:
            raise Rejected("finish_before_start")
        clock = self.clock
        splits = tuple(
            Split(start=to_datetime(clock.latest(begin)), finish=to_datetime(clock.earliest(end)))
            for begin, end in self.spans
        )
        made: dict[str, Any] = {"splits": splits if len(splits) > 1 else ()}
        if task.stop is not None or task.resume is not None:
            made |= {"stop": None, "resume": None}
        return made | ({"duration": duration} if duration != task.duration else {})


def _worked(pieces: Pieces, done: int) -> list[tuple[int, int]]:
    """When the first ``done`` minutes were worked."""
    found = []
    for begin, end in pieces.spans:
        if done <= 0:
            break
        found.append((begin, min(end, begin + done)))
        done -= end - begin
    return found
