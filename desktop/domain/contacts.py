"""When each stakeholder was last spoken to, and when the next contact is promised."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.domain.communication import Communication, Meeting
from desktop.domain.people import Person
from desktop.domain.project import Project


@dataclass(frozen=True, slots=True)
class Contact:
    """What is known of the contact with one person."""

    last: dt.datetime | None = None
    """The latest contact or past meeting with them."""
    next: dt.date | None = None
    """The earliest of the promised contact, open follow-ups and coming meetings."""

    def is_due(self, today: dt.date) -> bool:
        return self.next is not None and self.next <= today


def contacts(project: Project, now: dt.datetime) -> Mapping[str, Contact]:
    """Last and next contact by person id, for everybody on the register."""
    last: dict[str, dt.datetime] = {}
    coming: dict[str, dt.date] = {}

    def spoken(people: Iterable[str], at: dt.datetime | None) -> None:
        for person in people:
            if at is not None and at <= now:
                last[person] = max(at, last.get(person, at))

    def promised(people: Iterable[str], day: dt.date | None) -> None:
        for person in people:
            if day is not None:
                coming[person] = min(day, coming.get(person, day))

    for log in project.table(Communication).values():
        spoken(log.participants, log.happened_at)
        if not log.follow_up_done:
            promised(log.participants, log.follow_up)
    for meeting in project.table(Meeting).values():
        spoken(meeting.attended or meeting.invited, meeting.starts_at)
        if meeting.starts_at is not None and meeting.starts_at > now:
            promised(meeting.invited, meeting.starts_at.date())
    for person in project.table(Person).values():
        promised((person.id,), person.next_contact)
    return {person: Contact(last.get(person), coming.get(person)) for person in project.table(Person)}
