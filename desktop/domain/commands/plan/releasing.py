"""Tasks go where their links put them: no date holds them any more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan.dates import set_fields
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_

sentences(
    nothing_releases=N_("No date holds what is selected: it follows its links already. Nothing was changed."),
)

FREE = ("", "asap", "alap")
"""Constraints without a date."""


@dataclass(frozen=True)
class ReleaseDates:
    """Take the date constraints of tasks away, and let those that are planned by hand follow their links.

    What has begun stays where it was done; deadlines hold nothing and stay.
    """

    ids: tuple[str, ...]
    label: str = N_("Release the date of {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        held = [task for task in (tx.project.get(Task, each) for each in self.ids) if is_held(task)]
        if not held:
            raise Rejected("nothing_releases")
        for task in held:
            if tx.project.is_summary(task.id):
                fields = {"mode": "auto", "manual_start": None, "manual_finish": None}
                tx.update(Task, task.id, **fields, constraint="asap", constraint_date=None, pinned=False)
            else:
                fields = {"mode": "auto"} if task.mode == "manual" else {}
                loose = {} if task.constraint in FREE else {"constraint": "asap", "constraint_date": None}
                set_fields(tx, task, {**fields, **loose, "pinned": False})
        return {"name": held[0].name}


def is_held(task: Task) -> bool:
    """Whether a date that somebody set holds ``task``."""
    return task.constraint not in FREE or task.mode == "manual"
