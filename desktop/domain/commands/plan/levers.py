"""Carrying out a change that was found to bring a task forward."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.changes import Transaction
from desktop.domain.commands.records import change
from desktop.domain.plan import Task
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling.levers import Lever
from desktop.i18n import N_


@dataclass(frozen=True)
class PullLever:
    """Change what the lever changes, and nothing else of the record, which may have been edited since it was found."""

    lever: Lever
    label: str = N_("Bring forward by a change of {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        found = self.lever.change
        before, after = found.before, found.after
        if before is None or after is None:
            raise Rejected("gone")
        fields = {
            name: getattr(after, name) for name in after.info.specs if getattr(after, name) != getattr(before, name)
        }
        change(tx, RECORD_TYPES[found.key], found.id, fields)
        return {"name": tx.project.get(Task, self.lever.task).name}
