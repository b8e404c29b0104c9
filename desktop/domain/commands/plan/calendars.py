"""Commands on working time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.changes import Transaction
from desktop.domain.plan import Calendar
from desktop.domain.project import Project
from desktop.domain.scheduling import require_working_time
from desktop.domain.scheduling.holidays import HolidayList, merged
from desktop.i18n import N_


@dataclass(frozen=True)
class ApplyHolidays:
    """Put a list of holidays and make-up working days into a calendar; see :func:`merged` for what it replaces."""

    id: str
    days: HolidayList
    pack: str = ""
    """Name and version of the list, kept with the calendar; "" keeps what it says."""
    label: str = N_("Holidays of {name}")

    def is_idle(self, project: Project) -> bool:
        """Whether the calendar says all of it already."""
        calendar = project.get(Calendar, self.id)
        return merged(calendar, self.days) == calendar.exceptions and self.pack in ("", calendar.holidays)

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        calendar = tx.project.get(Calendar, self.id)
        exceptions = merged(calendar, self.days)
        tx.update(Calendar, self.id, exceptions=exceptions, holidays=self.pack or calendar.holidays)
        require_working_time(tx.project, self.id)
        return {"name": calendar.name}
