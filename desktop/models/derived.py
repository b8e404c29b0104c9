"""Computed columns of registers: values that follow from the records and are stored nowhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from desktop.domain.changes import ChangeSet
from desktop.domain.contacts import Contact, contacts
from desktop.domain.display import date_text
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.i18n import N_, ntr
from desktop.models.columns import Derived
from desktop.models.workspace import Workspace

_DUE = {"action": "due", "decision": "needed_by", "issue": "target"}
"""The field that says by when an item is expected."""


def derived_columns(workspace: Workspace, kind: type[Record]) -> tuple[Derived, ...]:
    """What a register of ``kind`` can compute beside its fields."""
    key = kind.info.key
    if key == "risk":
        return (
            Derived("score", N_("Score"), _score, lambda _, risk: risk.score),
            Derived("residual", N_("Residual"), _residual, lambda _, risk: risk.residual_score),
        )
    if key in _DUE:
        return (_days_late(workspace, _DUE[key]),)
    if key == "person":
        book = ContactBook(workspace)
        sources = frozenset({"communication", "meeting"})
        return (
            Derived("last_contact", N_("Last contact"), book.last_text, book.last, sources),
            Derived("coming_contact", N_("Next contact"), book.next_text, book.next, sources),
        )
    return ()


def _score(_: Project, risk: Any) -> str:
    return str(risk.score) if risk.score is not None else ""


def _residual(_: Project, risk: Any) -> str:
    return str(risk.residual_score) if risk.residual_score is not None else ""


def _days_late(workspace: Workspace, field: str) -> Derived:
    """Calendar days past the day on which an open item was expected."""

    def days(_: Project, item: Any) -> int | None:
        day: dt.date | None = getattr(item, field)
        late = (workspace.session.now().date() - day).days if day and item.is_open else 0
        return late if late > 0 else None

    def text(project: Project, item: Any) -> str:
        late = days(project, item)
        return ntr("{n} day", "{n} days", late) if late else ""

    return Derived("days_late", N_("Late by"), text, days)


class ContactBook(QObject):
    """Last and next contact with every person, made anew when the log has changed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._known: Mapping[str, Contact] | None = None
        workspace.changed.connect(self._take)
        workspace.day_turned.connect(self._forget)

    def of(self, person: str) -> Contact:
        """What is known of one person."""
        if self._known is None:
            self._known = contacts(self._workspace.project, self._workspace.session.now())
        return self._known.get(person, Contact())

    def last(self, _: Project, person: Any) -> dt.datetime | None:
        return self.of(person.id).last

    def next(self, _: Project, person: Any) -> dt.date | None:
        return self.of(person.id).next

    def last_text(self, _: Project, person: Any) -> str:
        last = self.of(person.id).last
        return date_text(last.date()) if last else ""

    def next_text(self, _: Project, person: Any) -> str:
        return date_text(self.of(person.id).next)

    def _take(self, changes: ChangeSet) -> None:
        if changes.keys() & {"communication", "meeting", "person"}:
            self._forget()

    def _forget(self) -> None:
        self._known = None
