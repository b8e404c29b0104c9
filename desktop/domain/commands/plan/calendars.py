"""Commands on working time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.changes import Transaction
from desktop.domain.plan import Calendar
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
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


_FIELDS = ("name", "base", "week", "exceptions", "work_weeks", "holidays")


@dataclass(frozen=True)
class EditCalendars:
    """Take over calendars as they were edited together: changed ones, new ones, and ``gone`` ones deleted."""

    drafts: tuple[Calendar, ...]
    gone: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return N_("Change the calendar “{name}”") if len(self.drafts) + len(self.gone) == 1 else N_("Change calendars")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        known = {identity for identity in tx.project.table(Calendar) if not _works(tx.project, identity)}
        names = [tx.project.get(Calendar, identity).name for identity in self.gone]
        for draft in self.drafts:
            fields = {name: getattr(draft, name) for name in _FIELDS}
            if tx.project.find(Calendar, draft.id) is None:
                tx.add(Calendar, id=draft.id, audience=draft.audience, **fields)
            else:
                tx.update(Calendar, draft.id, **fields)
            names.append(draft.name)
        tx.delete_all(Calendar, self.gone)
        for identity in tx.project.table(Calendar):
            if identity not in known:  # what came broken from elsewhere can be mended step by step
                require_working_time(tx.project, identity)
        return {"name": names[0] if names else ""}


def _works(project: Project, identity: str) -> bool:
    try:
        require_working_time(project, identity)
    except Rejected:
        return False
    return True
