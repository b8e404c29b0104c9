"""Commands that split the work of a task, move its parts, and join them again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.dates import leaf, set_fields
from desktop.domain.commands.plan.pieces import Pieces
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling import to_minutes
from desktop.i18n import N_

sentences(
    cut_outside=N_("“{task}” can only be split within its work. Nothing was changed."),
    not_split=N_("“{task}” is in one piece already. Nothing was changed."),
)


@dataclass(frozen=True)
class SplitTask:
    """Interrupt the work of a task at a moment for ``gap`` minutes of its own clock; what follows comes later."""

    id: str
    at: dt.datetime
    gap: int
    label: str = N_("Split {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        task = leaf(tx, self.id)
        before = Pieces.of(tx, task)
        cut = before.at(to_minutes(self.at))
        part = next((at for at, (begin, end) in enumerate(before.spans) if begin < cut < end), None)
        if part is None or self.gap <= 0:
            raise Rejected("cut_outside", task=task.name)
        begin, end = before.spans[part]
        later = [(start + self.gap, stop + self.gap) for start, stop in before.spans[part + 1 :]]
        spans = [*before.spans[:part], (begin, cut), (cut + self.gap, end + self.gap), *later]
        set_fields(tx, task, before.joined(spans).fields(tx, task, before))
        return {"name": task.name}


@dataclass(frozen=True)
class PutPart:
    """Put a part of a split task elsewhere: its start alone moves it, its finish alone ends it then, both both.

    What follows keeps its distance. A part that comes to touch the one before becomes one with it.
    """

    id: str
    part: int
    start: dt.datetime | None = None
    finish: dt.datetime | None = None
    label: str = N_("Move a part of {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        task = leaf(tx, self.id)
        before = Pieces.of(tx, task)
        if not 0 <= self.part < len(before.spans):
            raise Rejected("not_split", task=task.name)
        begin, end = before.spans[self.part]
        start = before.at(to_minutes(self.start)) if self.start is not None else begin
        finish = before.at(to_minutes(self.finish)) if self.finish is not None else end
        if self.part and start < before.spans[self.part - 1][1]:
            start = before.spans[self.part - 1][1]  # it meets the part before, and does not pass it
        if self.finish is None:
            finish = start + end - begin
        if finish <= start:
            raise Rejected("finish_before_start")
        later = [(first + finish - end, last + finish - end) for first, last in before.spans[self.part + 1 :]]
        spans = [*before.spans[: self.part], (start, finish), *later]
        set_fields(tx, task, before.joined(spans).fields(tx, task, before))
        return {"name": task.name}


@dataclass(frozen=True)
class JoinParts:
    """Make split tasks one piece again; the work follows without a gap."""

    ids: tuple[str, ...]
    label: str = N_("Join the parts of {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        joined = 0
        for identity in self.ids:
            task = leaf(tx, identity)
            if task.splits:
                before = Pieces.of(tx, task)
                first = before.spans[0][0]
                set_fields(tx, task, before.joined([(first, first + before.work)]).fields(tx, task, before))
                joined += 1
        if not joined:
            raise Rejected("not_split", task=leaf(tx, self.ids[0]).name)
        return {"name": leaf(tx, self.ids[0]).name}
