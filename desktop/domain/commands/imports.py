"""Taking the records of a foreign file into the project, in one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.domain.changes import Transaction
from desktop.domain.commands.records import consequences
from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.project import RANK_STEP
from desktop.domain.record import BASE_FIELDS, Record
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_

sentences(
    already_imported=N_("“{name}” has already been taken into this project. Nothing was changed; undo that first.")
)

RECKONING = (
    "start", "calendar", "minutes_per_day", "minutes_per_week", "days_per_month", "currency", "currency_digits",
    "status_date", "schedule_from", "finish", "constraint_rule", "progress_rule", "lag_calendar", "critical_rule",
    "critical_limit", "float_rule", "date_source", "source", "foreign",
)  # fmt: skip
"""How the plan that is taken in is reckoned; a project without tasks takes this over too."""


@dataclass(frozen=True)
class ImportRecords:
    """Add all ``records`` as they are, behind what is there: one change set, one step to undo.

    A project that has tasks keeps its own rules of scheduling; one that has none takes over those
    of the profile among the records. Circles of links come in too and are listed by the schedule.
    """

    records: tuple[Record, ...]
    name: str
    """What was read, such as the name of the file."""
    label: str = N_("Import {name}")
    keeps_circles: bool = True
    """Read by the session: what a foreign file holds is shown, not refused."""

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        if any(record.id in tx.project.rows(record.info.key) for record in self.records):
            raise Rejected("already_imported", name=self.name)
        fresh = not tx.project.table(Task)
        top = [task.rank for task in tx.project.table(Task).values() if task.parent is None]
        behind = max(top, default=0) // RANK_STEP * RANK_STEP + RANK_STEP
        for record in self.records:
            if isinstance(record, ProjectProfile) and tx.project.rows("project"):
                continue
            fields = _fields(record)
            if isinstance(record, Task) and record.parent is None:
                fields["rank"] = behind + record.rank
            tx.add(type(record), **fields)
        if fresh:
            self._take_over_rules(tx)
        return {"name": self.name}

    def _take_over_rules(self, tx: Transaction) -> None:
        for record in self.records:
            if isinstance(record, ProjectProfile) and tx.project.profile.id != record.id:
                rules = {name: getattr(record, name) for name in RECKONING}
                tx.update(ProjectProfile, tx.project.profile.id, **rules)


@dataclass(frozen=True)
class ImportRegister:
    """Take what was weighed (``domain/intake.py``) into the register ``key``: one step to undo."""

    key: str
    added: tuple[Record, ...]
    """Ready to be put in; people that the rows name come before the records that name them."""
    updated: Mapping[str, Mapping[str, Any]]
    """Fields by id."""
    name: str
    """What was read, such as the name of the file."""
    label: str = N_("Import {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        for record in self.added:
            fields = _fields(record)
            if record.number >= tx.project.numbering[record.info.key]:
                fields["number"] = record.number  # the table's own numbers, where none of them was used before
            tx.add(type(record), **fields)
        for identity, changed in self.updated.items():
            before = tx.project.get(RECORD_TYPES[self.key], identity)
            tx.update(type(before), identity, **consequences(tx, before, dict(changed)))
        return {"name": self.name}


def _fields(record: Record) -> dict[str, Any]:
    """Everything but the number and the authorship, which the project gives."""
    given = ("number", "created_at", "created_by", "changed_at", "changed_by")
    assert set(given) <= set(BASE_FIELDS)
    return {"id": record.id} | {name: getattr(record, name) for name in record.info.specs if name not in given}
