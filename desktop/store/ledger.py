"""Reading a whole project from its file, and writing one change set into it.

The ledger knows for every table its next display number, its number of rows, and the combination of all
row digests (exclusive or, so that one edit updates it without reading the rest). With it a lost, doubled
or altered row is noticed, and a display number is never given twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, func, insert, select, update

from desktop.domain.changes import ChangeSet
from desktop.domain.progress import UNWATCHED, Progress
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.registry import RECORD_TYPES
from desktop.garbage import paused
from desktop.store import history
from desktop.store.codec import Row, Unreadable, Value, digest, shape
from desktop.store.tables import DIGEST, HISTORY, LEDGER, META, METADATA

LEDGER_COLUMNS = ("content", "key", "next_number", "row_count")
OLD_DIGEST, OLD_ID = "old_digest", "old_id"
ROWS = 500
"""So many are read or written between two looks at whoever waits."""


class Overtaken(Exception):
    """A row is not the one that was read: somebody else has written to the file."""


@dataclass(frozen=True, slots=True)
class Account:
    """What the ledger says of one table."""

    key: str
    next_number: int = 1
    row_count: int = 0
    content: int = 0

    def row(self) -> dict[str, Value]:
        """As stored, with its digest."""
        return sealed(LEDGER, {name: getattr(self, name) for name in LEDGER_COLUMNS})


def sealed(key: str, values: dict[str, Any]) -> dict[str, Value]:
    """``values`` (in sorted order of their names) with their digest."""
    return {**values, DIGEST: digest(key, values.values())}


# -- reading --------------------------------------------------------------------------------------


def read_accounts(connection: Connection) -> dict[str, Account]:
    """The ledger by table."""
    return {
        row.key: Account(row.key, row.next_number, row.row_count, row.content)
        for row in connection.execute(select(METADATA.tables[LEDGER]))
    }


def read_project(
    connection: Connection, progress: Progress = UNWATCHED
) -> tuple[Project, dict[str, Account]]:
    """All records and the ledger; raises Unreadable or a database error, or Stopped."""
    accounts = read_accounts(connection)
    if accounts.keys() != {*RECORD_TYPES, HISTORY}:
        raise Unreadable(LEDGER)
    records: list[Record] = []
    count = sum(accounts[key].row_count for key in RECORD_TYPES) + 1
    with paused():
        for key, kind in RECORD_TYPES.items():
            found = shape(kind)
            table = METADATA.tables[key]
            read: list[Record] = []
            for rows in connection.execute(select(*(table.c[name] for name in found.names))).partitions(ROWS):
                read += found.read(rows)
                progress.tell(min((len(records) + len(read)) / count, 1.0))
            # In the order in which they were added, which undone deletions may have upset.
            records += sorted(read, key=_number)
    numbering = {key: account.next_number for key, account in accounts.items() if key in RECORD_TYPES}
    return Project(records, numbering), accounts


def _number(record: Record) -> int:
    return record.number


def last_entry(connection: Connection) -> int:
    """Number of the newest history entry, 0 when there is none."""
    found = connection.execute(select(func.max(METADATA.tables[HISTORY].c.id))).scalar()
    return found or 0


def read_history(
    connection: Connection, limit: int, before: int | None, since: dt.datetime | None
) -> list[tuple[int, ChangeSet]]:
    """The newest entries first: those older than entry ``before`` and made at or after ``since``, where given."""
    table = METADATA.tables[HISTORY]
    query = select(*(table.c[name] for name in history.COLUMNS)).order_by(table.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(table.c.id < before)
    if since is not None:
        query = query.where(table.c.at >= since.isoformat())
    return [(row.pop("id"), history.change_set(**row)) for row in map(dict, connection.execute(query).mappings())]


def read_history_about(
    connection: Connection, about: str, limit: int, before: int | None
) -> tuple[list[tuple[int, ChangeSet]], int | None]:
    """Of the next ``limit`` entries older than ``before``, what concerns the record with the id ``about``, the newest
    first; and the number behind which to go on, None at the end."""
    table = METADATA.tables[HISTORY]
    query = select(*(table.c[name] for name in history.COLUMNS)).order_by(table.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(table.c.id < before)
    found, numbers = [], []
    for row in map(dict, connection.execute(query).mappings()):
        numbers.append(row.pop("id"))
        if history.mentions(row["changes"], about):
            found.append((numbers[-1], history.change_set(**row, about=about)))
    return found, numbers[-1] if len(numbers) == limit else None


# -- writing --------------------------------------------------------------------------------------


def fill(connection: Connection, project: Project, facts: dict[str, str], progress: Progress = UNWATCHED) -> None:
    """Write ``project`` into empty tables; ``facts`` go into ``meta``. Raises Stopped."""
    count, written = sum(len(project.rows(key)) for key in RECORD_TYPES) + 1, 0
    for key, kind in RECORD_TYPES.items():
        found = shape(kind)
        items = list(project.rows(key).values())
        account = Account(key, project.numbering[key])
        for begin in range(0, len(items), ROWS):
            rows = map(found.write, items[begin : begin + ROWS])
            made = [sealed(key, dict(zip(found.names, row, strict=True))) for row in rows]
            connection.execute(insert(METADATA.tables[key]), made)
            account = counted(account, _digests(made), len(made))
            written += len(made)
            progress.tell(written / count)
        connection.execute(insert(METADATA.tables[LEDGER]), account.row())
    connection.execute(insert(METADATA.tables[LEDGER]), Account(HISTORY, 1).row())
    for name, value in facts.items():
        connection.execute(insert(METADATA.tables[META]), sealed(META, {"key": name, "value": value}))


def write_changes(
    connection: Connection, changes: ChangeSet, accounts: dict[str, Account], number: int
) -> dict[str, Account]:
    """Write the rows of ``changes``, its history entry and the ledger; returns the new accounts.

    Every row that is replaced must be the one that was read: an edit of another program in between
    raises :class:`Overtaken`.
    """
    rows = history.written(changes)
    touched = {}
    for key in dict.fromkeys(key for key, *_ in rows):
        of_table = [(identity, before, after) for name, identity, before, after in rows if name == key]
        touched[key] = _write_rows(connection, key, accounts[key], of_table)
    entry = sealed(HISTORY, history.entry(number, changes, rows))
    connection.execute(insert(METADATA.tables[HISTORY]), entry)
    touched[HISTORY] = replace(counted(accounts[HISTORY], _digests([entry]), 1), next_number=number + 1)
    _write_ledger(connection, accounts, touched)
    return accounts | touched


def _write_rows(
    connection: Connection, key: str, account: Account, changes: Sequence[tuple[str, Row | None, Row | None]]
) -> Account:
    table = METADATA.tables[key]
    names = shape(RECORD_TYPES[key]).names
    at = names.index("number")
    gone: list[dict[str, Value]] = []
    made: list[dict[str, Value]] = []
    changed: dict[tuple[int, ...], list[dict[str, Value]]] = {}
    """By which columns differ: only those are written."""
    for identity, before, after in changes:
        old = {OLD_ID: identity, OLD_DIGEST: None if before is None else digest(key, before)}
        if after is None:
            gone.append(old)
        else:
            sealing = digest(key, after)
            if before is None:
                made.append({**dict(zip(names, after, strict=True)), DIGEST: sealing})
            else:
                differ = tuple([place for place, (a, b) in enumerate(zip(before, after, strict=True)) if a != b])
                new: dict[str, Value] = {names[place]: after[place] for place in differ}
                changed.setdefault(differ, []).append({**new, **old, DIGEST: sealing})
            account = replace(account, next_number=max(account.next_number, int(after[at] or 0) + 1))
    same = _as_it_was(table, "id")
    if gone:
        _expect(connection, delete(table).where(*same), gone)
    for alike in changed.values():
        _expect(connection, update(table).where(*same), alike)
    if made:
        connection.execute(insert(table), made)
    both = [row for alike in changed.values() for row in alike]
    digests = (*_digests((*made, *both)), *_digests((*gone, *both), OLD_DIGEST))
    return counted(account, digests, len(made) - len(gone))


def _digests(rows: Iterable[Mapping[str, Value]], name: str = DIGEST) -> list[int]:
    return [found for row in rows if isinstance(found := row[name], int)]


def _as_it_was(table: Table, name: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return table.c[name] == bindparam(OLD_ID), table.c[DIGEST] == bindparam(OLD_DIGEST)


def _expect(connection: Connection, statement: Any, rows: list[dict[str, Value]]) -> None:
    if connection.execute(statement, rows).rowcount != len(rows):
        raise Overtaken(str(statement.table.name))


def counted(account: Account, digests: Iterable[int], more: int = 0) -> Account:
    """The account after rows with these digests came or went, ``more`` of them on balance."""
    content = account.content
    for item in digests:
        content ^= item
    return replace(account, row_count=account.row_count + more, content=content)


def _write_ledger(connection: Connection, before: dict[str, Account], touched: dict[str, Account]) -> None:
    table = METADATA.tables[LEDGER]
    rows = [{OLD_ID: key, OLD_DIGEST: before[key].row()[DIGEST], **account.row()} for key, account in touched.items()]
    _expect(connection, update(table).where(*_as_it_was(table, "key")), rows)
