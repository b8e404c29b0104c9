"""Commands on working time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.domain.changes import Transaction
from desktop.domain.plan import Calendar, CalendarException
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling import require_working_time
from desktop.domain.scheduling.holidays import CHINA_PACK, pending_updates
from desktop.i18n import N_

sentences(holidays_current=N_("“{name}” has the newest holidays that this program knows. Nothing was changed."))


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
    pack: str = ""
    """Name and version of the list, kept with the calendar; "" keeps what it says."""
    label: str = N_("Apply holidays to {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        calendar = tx.project.get(Calendar, self.id)
        years = {item.start.year for item in self.exceptions if item.start}
        kept = [item for item in calendar.exceptions if not _published(item, years)]
        order = sorted((*kept, *self.exceptions), key=lambda item: str(item.start or item.finish or ""))
        tx.update(Calendar, self.id, exceptions=tuple(order), holidays=self.pack or calendar.holidays)
        require_working_time(tx.project, self.id)
        return {"name": calendar.name}


@dataclass(frozen=True)
class ImportHolidays:
    """Put chosen days of somebody's list into a calendar, behind what it holds: a later day beats an earlier one.

    What an earlier import said of the same days is replaced; nothing else is taken away.
    """

    id: str
    exceptions: tuple[CalendarException, ...]
    label: str = N_("Import holidays into {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        calendar = tx.project.get(Calendar, self.id)
        added = {(item.start, item.finish, item.recurrence) for item in self.exceptions}
        kept = [
            item
            for item in calendar.exceptions
            if item.source != "imported" or (item.start, item.finish, item.recurrence) not in added
        ]
        tx.update(Calendar, self.id, exceptions=(*kept, *self.exceptions))
        require_working_time(tx.project, self.id)
        return {"name": calendar.name}


@dataclass(frozen=True)
class UpdateHolidays:
    """Take the newer holidays that ship with the program, once a person has seen which days differ and agreed."""

    id: str
    label: str = N_("Update holidays of {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        for update in pending_updates(tx.project):
            if update.calendar == self.id:
                return ApplyHolidays(self.id, update.exceptions, f"{CHINA_PACK} {update.version}").apply(tx)
        raise Rejected("holidays_current", name=tx.project.get(Calendar, self.id).name)


def _published(item: CalendarException, years: set[int]) -> bool:
    return item.source in ("official", "provisional") and item.start is not None and item.start.year in years
