"""Change sets as rows of the history table, and back.

The changes of one set are one JSON text: the names of the stored values once per table, then for every
record its whole row before and after. Names make old entries readable by later versions, whose
records may have more fields. Compressed, because before and after are nearly the same: one edit of a task
takes some 600 bytes, an import of thousands a tenth of what it brought.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from desktop.domain.changes import Change, ChangeSet
from desktop.domain.record import Record
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Term
from desktop.store.codec import Row, Unreadable, from_json, shape, to_json

COLUMNS = ("at", "author", "changes", "facts", "id", "kind", "label")
"""In the order in which their digest is made."""

LARGEST = 1 << 28
"""Bytes of JSON that one entry may unpack to: a few bytes from a stranger could claim to be gigabytes."""

WrittenChange = tuple[str, str, Row | None, Row | None]
"""Table, id, row before, row after."""


def written(changes: ChangeSet) -> list[WrittenChange]:
    """Every change with its rows as they are stored."""
    return [
        (
            change.key,
            change.id,
            None if change.before is None else shape(type(change.before)).write(change.before),
            None if change.after is None else shape(type(change.after)).write(change.after),
        )
        for change in changes.changes
    ]


def entry(number: int, changes: ChangeSet, rows: Sequence[WrittenChange]) -> dict[str, str | int | bytes]:
    """The history row of ``changes``, whose rows are ``rows``."""
    names = {key: shape(RECORD_TYPES[key]).names for key in sorted({key for key, *_ in rows})}
    facts = {name: {"term": value} if isinstance(value, Term) else value for name, value in changes.facts.items()}
    return {
        "at": changes.at.isoformat(),
        "author": changes.author,
        "changes": zlib.compress(to_json({"names": names, "changes": rows}).encode()),
        "facts": to_json(facts),
        "id": number,
        "kind": changes.kind,
        "label": changes.label,
    }


def mentions(changes: bytes, about: str) -> bool:
    """Whether the packed changes of one history row may concern what has the id ``about``; nearly free."""
    try:
        return about in _unpack(changes)
    except (ValueError, zlib.error):
        return True  # whoever reads it says what is wrong


def change_set(
    *, at: str, author: str, changes: bytes, facts: str, kind: str, label: str, about: str = ""
) -> ChangeSet:
    """The change set of one history row; raises :class:`~desktop.store.codec.Unreadable`.

    With the id ``about`` only changes of that record, and of records that name it.
    """
    try:
        found = from_json(_unpack(changes))
        names: Mapping[str, list[str]] = found["names"]
        made = tuple(
            Change(key, identity, _record(key, names, before), _record(key, names, after))
            for key, identity, before, after in found["changes"]
            if key in RECORD_TYPES and (not about or identity == about or _names(about, before, after))
        )
        told = {
            name: Term(value["term"]) if isinstance(value, dict) else str(value)
            for name, value in from_json(facts).items()
        }
        return ChangeSet(label, made, dt.datetime.fromisoformat(at), author, told, kind)
    except (ValueError, KeyError, TypeError, AttributeError, zlib.error) as error:
        raise Unreadable(str(error)) from error


def _names(about: str, *rows: Sequence[Any] | None) -> bool:
    return any(isinstance(value, str) and about in value for row in rows if row is not None for value in row)


def _unpack(packed: bytes) -> str:
    reader = zlib.decompressobj()
    content = reader.decompress(packed, LARGEST)
    if not reader.eof:
        raise Unreadable("too large or cut off")
    return content.decode()


def _record(key: str, names: Mapping[str, list[str]], row: Sequence[Any] | None) -> Record | None:
    if row is None:
        return None
    records: list[Record] = shape(RECORD_TYPES[key]).read_named(names[key], [row])
    return records[0]
