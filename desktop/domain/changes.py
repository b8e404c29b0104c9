"""What an edit did: rows before and after, recorded while it happens."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from desktop.domain.project import Project
from desktop.domain.record import Kind, Record, Spec
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected

if TYPE_CHECKING:
    from desktop.domain.scheduling import Schedule

R = TypeVar("R", bound=Record)

DO, UNDO, REDO = "do", "undo", "redo"


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None before is an insertion, None after a deletion."""

    key: str
    id: str
    before: Record | None
    after: Record | None

    def inverse(self) -> Change:
        return Change(self.key, self.id, self.after, self.before)


def netted(changes: Iterable[Change]) -> list[Change]:
    """Each record once: as it was before the first of its ``changes`` and is after the last, whose order is kept."""
    found: dict[tuple[str, str], Change] = {}
    for change in changes:
        first = found.pop((change.key, change.id), change)
        found[change.key, change.id] = Change(change.key, change.id, first.before, change.after)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Everything one command did, with the name under which it can be undone."""

    label: str
    """Translatable name of the command, such as ``Rename task``."""
    changes: tuple[Change, ...]
    at: dt.datetime
    author: str
    facts: Mapping[str, str] = field(default_factory=dict)
    """What fills placeholders of ``label``."""
    kind: str = DO
    _tables: dict[str, tuple[Change, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The changes by table once somebody has asked: everybody who hears of a step does."""

    def inverse(self, kind: str, at: dt.datetime, author: str) -> ChangeSet:
        """The same in reverse order, for undo (and, from an undo, for redo)."""
        changes = tuple(change.inverse() for change in reversed(self.changes))
        return ChangeSet(self.label, changes, at, author, self.facts, kind)

    def keys(self) -> frozenset[str]:
        """Keys of the tables that were touched."""
        return frozenset(self._by_table())

    def of(self, key: str) -> tuple[Change, ...]:
        return self._by_table().get(key, ())

    def _by_table(self) -> dict[str, tuple[Change, ...]]:
        if not self._tables and self.changes:
            found: dict[str, list[Change]] = {}
            for change in self.changes:
                found.setdefault(change.key, []).append(change)
            self._tables.update({key: tuple(each) for key, each in found.items()})  # at once: threads may both ask
        return self._tables


_FRESH: list[str] = []
"""Ids that nobody has yet."""
MADE_AT_ONCE = 512


def new_id() -> str:
    """A globally unique record id.

    They are made by the hundred: whoever asks the system for each lets go of the interpreter and has it again at once,
    so quickly that a window that waits for it never gets its turn while a thread makes records.
    """
    try:
        return _FRESH.pop()
    except IndexError:
        digits = os.urandom(16 * MADE_AT_ONCE).hex()
        made = [digits[at : at + 32] for at in range(0, len(digits), 32)]
        found = made.pop()
        _FRESH.extend(made)
        return found


_FOR_EVERY_TASK = frozenset({"calendar", "resource", "project", "baseline"})
"""Tables of which one record may move every task, or holds something of each: it counts as all of them."""


class Large(Exception):
    """More is touched, or follows, than was to be done at once; nothing has been kept."""


class Most(NamedTuple):
    """How much may be done at once."""

    records: int
    """That are touched. One of which every date may follow, such as a calendar, counts as all tasks."""
    rows: int
    """Of the plan whose dates are calculated again."""

    def halved(self) -> Most:
        """For each of two."""
        return Most(self.records // 2, self.rows // 2)


class Transaction:
    """The only writer. Applies at once to ``project`` and remembers how to take it back."""

    def __init__(
        self,
        project: Project,
        *,
        now: dt.datetime,
        author: str,
        make_id: Callable[[], str] = new_id,
        schedule: Schedule | None = None,
        most: Most | None = None,
    ) -> None:
        """What is more than ``most`` raises :class:`Large`."""
        self.project = project
        self.most_rows = None if most is None else most.rows
        """For the schedule of what is written."""
        self._left = None if most is None else most.records
        self.schedule = schedule
        """Dates before the edit, which some commands turn into facts; None outside a session."""
        self.now = now
        self.author = author
        self._make_id = make_id
        self._first: dict[tuple[str, str], Record | None] = {}
        self._numbering = dict(project.numbering)

    # -- writing --------------------------------------------------------------------------------

    def add(self, kind: type[R], /, **fields: Any) -> R:
        """Insert a new record; id, number and authorship are filled in where not given."""
        key = kind.info.key
        facts: dict[str, Any] = {
            "id": self._make_id(),
            "number": self.project.numbering[key],
            "created_at": self.now, "created_by": self.author,
            "changed_at": self.now, "changed_by": self.author,
        }  # fmt: skip
        made = kind(**(facts | fields))
        self._put(key, made.id, made)
        return made

    def update(self, kind: type[R], identity: str, /, **fields: Any) -> R:
        """Change fields of a record; nothing is recorded where nothing differs."""
        before = self.project.get(kind, identity)
        if all(getattr(before, name) == value for name, value in fields.items()):
            return before
        after = before.replace(**fields, changed_at=self.now, changed_by=self.author)
        self._put(kind.info.key, identity, after)
        return after

    def delete(self, kind: type[Record], identity: str) -> None:
        """Remove a record and settle every link to it as its declaration says."""
        self.delete_all(kind, (identity,))

    def delete_all(self, kind: type[Record], identities: Iterable[str]) -> None:
        """Remove records together: links are looked for once for all of them, not once for each."""
        pending: dict[str, set[str]] = {kind.info.key: set(identities)}
        while pending:
            gone: dict[str, dict[str, Record]] = {}
            for key, chosen in pending.items():
                for identity in [identity for identity in self.project.rows(key) if identity in chosen]:
                    gone.setdefault(key, {})[identity] = self.project.rows(key)[identity]
                    self._put(key, identity, None)
            pending = self._settle_links(gone) if gone else {}

    def restore(self, change: Change) -> None:
        """Apply a recorded change as it stands (undo, redo)."""
        self._put(change.key, change.id, change.after)

    def _put(self, key: str, identity: str, after: Record | None) -> None:
        before = self.project.put(key, identity, after)
        if (key, identity) not in self._first:
            self._first[key, identity] = before
            if self._left is not None:
                self._left -= len(self.project.rows("task")) if key in _FOR_EVERY_TASK else 1
                if self._left < 0:
                    raise Large

    def _settle_links(self, gone: Mapping[str, Mapping[str, Record]]) -> dict[str, set[str]]:
        """Settle the links to records that are gone; returns those that must go with them, by key."""
        cascade: dict[str, set[str]] = {}
        for kind in RECORD_TYPES.values():
            for spec in kind.info.specs.values():
                if spec.kind in (Kind.LINK, Kind.LINKS) and spec.to in gone:
                    self._settle_field(kind, spec, gone[spec.to], cascade)
        return cascade

    def _settle_field(
        self, kind: type[Record], spec: Spec, names: Mapping[str, Record], cascade: dict[str, set[str]]
    ) -> None:
        """As :meth:`_settle_links` for one field of all records of a type."""
        records, one = self.project.table(kind).values(), spec.kind is Kind.LINK
        values = map(attrgetter(spec.name), records)
        if one:
            hits = [record for record, value in zip(records, values, strict=True) if value in names]
        else:
            hits = [
                record
                for record, held in zip(records, values, strict=True)
                if held and not names.keys().isdisjoint(held)
            ]
        for record in hits:
            value = getattr(record, spec.name)
            found = [identity for identity in ((value,) if one else value) if identity in names]
            if spec.on_delete == "refuse":
                raise Rejected("in_use", name=names[found[0]].name_text, user=record.name_text)
            if spec.on_delete == "cascade":
                cascade.setdefault(kind.info.key, set()).add(record.id)
            elif one:
                self.update(kind, record.id, **{spec.name: None})
            else:
                kept = tuple(identity for identity in value if identity not in names)
                self.update(kind, record.id, **{spec.name: kept})

    # -- ending ---------------------------------------------------------------------------------

    def changes(self) -> tuple[Change, ...]:
        """What differs now from the beginning, in the order of first touch."""
        found = []
        for (key, identity), before in self._first.items():
            after = self.project.rows(key).get(identity)
            if before != after:
                found.append(Change(key, identity, before, after))
        return tuple(found)

    def rollback(self) -> None:
        """Put every touched record back; indexes and numbering follow."""
        for (key, identity), before in reversed(self._first.items()):
            self.project.put(key, identity, before)
        self.project.numbering = self._numbering
