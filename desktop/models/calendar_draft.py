"""Calendars that are being edited: nothing of it is in the project until it is applied as one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import new_id
from desktop.domain.commands.plan.calendars import EditCalendars
from desktop.domain.plan import Calendar
from desktop.domain.project import Project
from desktop.domain.scheduling.calendar_days import CalendarDay, calendar_days
from desktop.domain.scheduling.calendar_edits import clear_days, set_days
from desktop.i18n import tr

State = Mapping[str, Calendar]


class CalendarDraft(QObject):
    """All calendars as they would be. ``changed`` after every step, forth or back."""

    changed = Signal()

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: State = dict(project.table(Calendar))
        self._past: list[State] = []
        self._future: list[State] = []
        self.records: State = dict(self._before)

    @property
    def command(self) -> EditCalendars:
        """What turns the project's calendars into these."""
        drafts = tuple(one for identity, one in self.records.items() if self._before.get(identity) != one)
        return EditCalendars(drafts, tuple(identity for identity in self._before if identity not in self.records))

    @property
    def is_changed(self) -> bool:
        return self.records != self._before

    def days(self, identity: str, first: dt.date, last: dt.date) -> dict[dt.date, CalendarDay]:
        """What a calendar says of the days between two."""
        return {one.day: one for one in calendar_days(self.records, identity, first, last)}

    # -- steps ----------------------------------------------------------------------------------

    def _step(self, records: State) -> None:
        if records != self.records:
            self._past.append(self.records)
            self._future.clear()
            self.records = records
            self.changed.emit()

    def put(self, record: Calendar) -> None:
        """This calendar is now so."""
        self._step({**self.records, record.id: record})

    def change(self, identity: str, **fields: Any) -> None:
        self.put(self.records[identity].replace(**fields))

    def set_days(self, identity: str, days: Collection[dt.date], hours: str, name: str = "") -> None:
        """Days worked at ``hours`` ("" for off); raises ``calendar_bands``."""
        self.put(set_days(self.records, identity, days, hours, name))

    def clear_days(self, identity: str, days: Collection[dt.date]) -> None:
        """Days back to what the week says."""
        self.put(clear_days(self.records[identity], days))

    def add(self, name: str, *, like: str = "", base: str = "") -> str:
        """A new calendar: a copy of one, derived from one, or an empty one. Returns its id."""
        identity = new_id()
        name = self.free_name(name)
        if like:
            made = self.records[like].replace(id=identity, name=name, source_uid=None, foreign="", number=0, links=())
        else:
            fields: dict[str, Any] = {"id": identity, "name": name, "base": base or None}
            made = Calendar(**fields)
        self._step({**self.records, identity: made})
        return identity

    def delete(self, identity: str) -> None:
        self._step({key: record for key, record in self.records.items() if key != identity})

    def free_name(self, wanted: str) -> str:
        """``wanted``, with a number where a calendar is called so already."""
        taken = {record.name for record in self.records.values()}
        return next(
            name for name in (wanted, *(tr("{name} {n}", name=wanted, n=n) for n in range(2, 10_000)))
            if name not in taken
        )  # fmt: skip

    def _go(self, here: list[State], there: list[State]) -> None:
        if here:
            there.append(self.records)
            self.records = here.pop()
            self.changed.emit()

    def undo(self) -> None:
        """Take back the last step of this draft."""
        self._go(self._past, self._future)

    def redo(self) -> None:
        self._go(self._future, self._past)

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        return bool(self._future)

