"""What follows from talking with the client: a contact with its promises, a decision from a note."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.domain.changes import Transaction
from desktop.domain.commands.records import first_fields
from desktop.domain.communication import Action, Communication
from desktop.domain.people import Person
from desktop.domain.promises import PARTY_OF_SIDE, NewPerson, Promise, split_due
from desktop.domain.record import PRIVATE, TEAM, Kind, Record, Spec
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected
from desktop.i18n import N_

MAX_NAME = 200
"""A selected text longer than this names a record shortened and is kept whole in its details."""


@dataclass(frozen=True)
class LogContact:
    """Write down one contact with everything that follows from it, as one step.

    People who are not on the register yet are added to it; every promise becomes an action that
    is linked with the contact. ``promised_to`` is set where the other side had one participant.
    """

    happened_at: dt.datetime
    channel: str
    subject: str
    direction: str = "mutual"
    duration: int | None = None
    """Minutes."""
    participants: tuple[str | NewPerson, ...] = ()
    shared_note: str = ""
    private_note: str = ""
    follow_up: dt.date | None = None
    promises: tuple[Promise, ...] = ()
    audience: str = TEAM
    label: str = N_("Log {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        arrivals = _Arrivals(tx)
        present = arrivals.ids(self.participants)
        contact = tx.add(
            Communication,
            happened_at=self.happened_at, duration=self.duration, direction=self.direction, channel=self.channel,
            participants=present, subject=self.subject, shared_note=self.shared_note, private_note=self.private_note,
            follow_up=self.follow_up, audience=self.audience,
        )  # fmt: skip
        made = [self._action(tx, contact, promise, arrivals) for promise in self.promises]
        tx.update(Communication, contact.id, links=tuple(action.ref for action in made))
        return {"name": self.subject}

    def _action(self, tx: Transaction, contact: Communication, promise: Promise, arrivals: _Arrivals) -> Action:
        owner = arrivals.ids([promise.owner])[0] if promise.owner else None
        others = [
            person.id
            for person in (tx.project.get(Person, identity) for identity in contact.participants)
            if PARTY_OF_SIDE.get(person.side, "third_party") != promise.side and person.id != owner
        ]
        return tx.add(
            Action,
            title=promise.title, side=promise.side, owner=owner, due=promise.due, audience=self.audience,
            promised_to=others[0] if len(others) == 1 else None,
            raised_on=self.happened_at.date(), links=(contact.ref,),
        )  # fmt: skip


class _Arrivals:
    """Adds new people, each name once."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._by_name: dict[str, str] = {}

    def ids(self, people: Iterable[str | NewPerson]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._id(person) for person in people))

    def _id(self, person: str | NewPerson) -> str:
        if isinstance(person, str):
            return self._tx.project.get(Person, person).id
        name = " ".join(person.name.split())
        if name.casefold() not in self._by_name:
            self._by_name[name.casefold()] = self._tx.add(Person, name=name, side=person.side).id
        return self._by_name[name.casefold()]


@dataclass(frozen=True)
class AssignPeople:
    """Set a link to people, adding those who are not on the register yet, as one step."""

    key: str
    ids: tuple[str, ...]
    field: str
    people: tuple[str | NewPerson, ...]
    label: str = N_("Change {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        kind = RECORD_TYPES[self.key]
        chosen = _Arrivals(tx).ids(self.people)
        value: Any = chosen if kind.info.specs[self.field].kind is Kind.LINKS else (chosen[0] if chosen else None)
        for identity in self.ids:
            tx.update(kind, identity, **{self.field: value})
        return {"name": tx.project.get(kind, self.ids[0]).name_text}


@dataclass(frozen=True)
class MakeFromNote:
    """Make an action, decision, risk or issue of a sentence in a note; both are linked.

    What is made of a private text is private: candour never leaks by being copied. A day and the
    name of one person in the sentence become the due date and the owner of an action.
    """

    source: str
    """Reference ``key/id`` of the record that holds the note."""
    field: str
    key: str
    """Record type to make."""
    text: str
    label: str = N_("Make {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        source = tx.project.resolve(self.source)
        if source is None:
            raise Rejected("gone")
        kind = RECORD_TYPES[self.key]
        sentence = " ".join(self.text.split())
        fields = first_fields(kind, tx.now) | _about(tx, source, kind, sentence)
        name = fields.get(kind.info.name_field) or sentence
        if len(name) > MAX_NAME:
            fields |= _kept_whole(kind, self.text.strip())
            name = name[: MAX_NAME - 1] + "…"
        fields[kind.info.name_field] = name
        if source.info.specs[self.field].audience == PRIVATE or source.audience == PRIVATE:
            fields["audience"] = PRIVATE
        made = tx.add(kind, **fields, links=(source.ref,))
        tx.update(type(source), source.id, links=(*source.links, made.ref))
        return {"name": name}


def _about(tx: Transaction, source: Record, kind: type[Record], sentence: str) -> dict[str, Any]:
    """What the sentence and its source say about fields of the record to make."""
    specs = kind.info.specs
    found: dict[str, Any] = {
        name: source.id for name, spec in specs.items() if spec.kind is Kind.LINK and _derives_from(spec, source)
    }
    happened = getattr(source, "happened_at", None) or getattr(source, "starts_at", None)
    if happened is not None and "raised_on" in specs:
        found["raised_on"] = happened.date()
    if kind is Action:
        title, found["due"] = split_due(sentence, tx.now.date())
        found["title"] = title
        named = [person for person in tx.project.table(Person).values() if person.name and person.name in sentence]
        if len(named) == 1:
            found |= {"owner": named[0].id, "side": PARTY_OF_SIDE.get(named[0].side, "third_party")}
    return found


def _derives_from(spec: Spec, source: Record) -> bool:
    """A link that says where a record came from, such as a decision's meeting or an issue's risk."""
    return spec.to == source.info.key and spec.name in {"source", "meeting", "risk"}


def _kept_whole(kind: type[Record], text: str) -> dict[str, Any]:
    for name, spec in kind.info.specs.items():
        if spec.kind is Kind.LONG_TEXT and spec.audience != PRIVATE:
            return {name: text}
    return {}
