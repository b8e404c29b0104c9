"""Commands on working time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.domain.changes import Transaction
from desktop.domain.plan import Calendar, CalendarException
from desktop.domain.scheduling import require_working_time
from desktop.i18n import N_


@dataclass(frozen=True)
class SetCalendar:
    """Change a calendar: its week, exceptions, work weeks, base or name.

    Refused where no work could be done by it, where it would be derived from itself, and where
    working time cannot be read.
    """

    id: str
    fields: Mapping[str, Any]
    label: str = N_("Change calendar {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        made = tx.update(Calendar, self.id, **self.fields)
        require_working_time(tx.project, self.id)
        return {"name": made.name}


@dataclass(frozen=True)
class ApplyHolidays:
    """Put a published list of holidays and make-up working days into a calendar.

    What an earlier list said of the same years is replaced; what people entered themselves stays.
    """

    id: str
    exceptions: tuple[CalendarException, ...]
    label: str = N_("Apply holidays to {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        calendar = tx.project.get(Calendar, self.id)
        years = {item.start.year for item in self.exceptions if item.start}
        kept = [item for item in calendar.exceptions if not _published(item, years)]
        order = sorted((*kept, *self.exceptions), key=lambda item: str(item.start or item.finish or ""))
        tx.update(Calendar, self.id, exceptions=tuple(order))
        require_working_time(tx.project, self.id)
        return {"name": calendar.name}


def _published(item: CalendarException, years: set[int]) -> bool:
    return item.source in ("official", "provisional") and item.start is not None and item.start.year in years
