"""Doing what was tried on a copy and agreed to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.changes import Change, Transaction
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_

sentences(
    plan_moved_on=N_("The plan has been changed in the meantime. Nothing was changed; please try again."),
)


@dataclass(frozen=True)
class CarryOut:
    """Put records as a trial left them: a paste, a fill, a clearing of many cells. One step to undo.

    Every record must still be as the trial found it; otherwise ``plan_moved_on``.
    """

    changes: tuple[Change, ...]
    label: str
    facts: Mapping[str, str] = field(default_factory=dict)

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        for change in self.changes:
            present = tx.project.rows(change.key).get(change.id)
            if present is not change.before and present != change.before:
                raise Rejected("plan_moved_on")
            tx.restore(change)
        return self.facts
