"""Whether a file still holds what was written into it, down to the last bit of text.

SQLite's own check looks at structure: a bit that flips inside a text passes it. So every row is compared
with its digest, and every table with its account in the ledger. Meant for a worker thread: it opens a
connection of its own and holds it only while it reads one table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnClause, Connection, Select, column, select, table

from desktop.domain.rejection import Rejected
from desktop.store.codec import Unreadable, digest
from desktop.store.connection import Database
from desktop.store.opening import PATIENCE, check_content
from desktop.store.refusals import refusing
from desktop.store.tables import DIGEST, HISTORY, LEDGER, META

CHUNK = 200
"""History entries read at once: a bulk edit makes large ones."""
ASKED_EVERY = 250
"""Rows that are compared from one question whether to go on to the next."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A row that is not what was written; without ``id`` the table as a whole, without ``key`` the file."""

    key: str = ""
    id: str = ""


def verify(path: Path, *, cancelled: Callable[[], bool] = lambda: False) -> tuple[Damage, ...]:
    """Everything in the project file at ``path`` that is damaged; empty when it is sound.

    Raises :class:`Rejected` when the file cannot be read at all.
    """
    with Database(path, writable=False) as database:
        return tuple(damages(database, cancelled))


def damages(database: Database, cancelled: Callable[[], bool] = lambda: False) -> Iterator[Damage]:
    """The same over an open connection, of a file of any format."""
    name = database.name
    try:
        check_content(database, None)
        with refusing(name, reading=True), database.reading(PATIENCE) as connection:
            whole = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() == "ok"
            columns = content_names(connection)
    except Rejected as rejected:
        if rejected.code != "file_damaged":
            raise
        whole, columns = False, {}
    if not whole:
        yield Damage()
    for key, names in columns.items():
        if cancelled():
            return
        try:
            with refusing(name, reading=True):
                yield from _damages_of(database, key, names, cancelled)
        except Rejected as rejected:
            if rejected.code != "file_damaged":
                raise
            yield Damage(key)


def content_names(connection: Connection) -> dict[str, list[str]]:
    """Columns under the digest by table, as the file itself has them."""
    rows = connection.exec_driver_sql(
        "SELECT m.name, x.name FROM sqlite_schema AS m, pragma_table_xinfo(m.name) AS x WHERE m.type = 'table'"
    )
    found: dict[str, list[str]] = {}
    for key, name in rows:
        if name != DIGEST:
            found.setdefault(str(key), []).append(str(name))
    return {key: sorted(names) for key, names in found.items()}


def identity_of(names: Sequence[str]) -> int:
    """Where the primary key is among the columns of a table."""
    for name in ("id", "key"):
        if name in names:
            return names.index(name)
    raise Unreadable("a table without a key")


def _damages_of(
    database: Database, key: str, names: Sequence[str], cancelled: Callable[[], bool]
) -> Iterator[Damage]:
    identity = identity_of(names)
    account, pages = _pages(database, key, names)
    count = content = 0
    for rows in pages:
        for *values, stored in rows:
            if count % ASKED_EVERY == 0 and cancelled():
                return
            count += 1
            content ^= stored
            if digest(key, values) != stored:
                yield Damage(key, str(values[identity]))
    if key not in (LEDGER, META) and account != (count, content):
        yield Damage(key)


def _pages(
    database: Database, key: str, names: Sequence[str]
) -> tuple[tuple[int, int] | None, Iterable[Sequence[Any]]]:
    """The account of a table (count, content) and its rows as of the same moment."""
    rows = select(*map(_column, names), _column(DIGEST)).select_from(table(key))
    with database.reading(PATIENCE) as connection:
        found = connection.execute(
            select(_column("row_count"), _column("content"), _column("next_number"))
            .select_from(table(LEDGER))
            .where(_column("key") == key)
        ).one_or_none()
        account = None if found is None else (found.row_count, found.content)
        if key != HISTORY:
            return account, [connection.execute(rows).all()]
    # Entries are only ever added, so what the account covers stays the same while they are read in steps.
    end = 0 if found is None else found.next_number
    return account, _entries(database, rows.where(_column("id") < end).order_by(_column("id")), names.index("id"))


def _entries(database: Database, query: Select[Any], identity: int) -> Iterator[Sequence[Any]]:
    at = -1
    while True:
        with database.reading(PATIENCE) as connection:
            rows = connection.execute(query.where(_column("id") > at).limit(CHUNK)).all()
        yield rows
        if len(rows) < CHUNK:
            return
        at = rows[-1][identity]


def _column(name: str) -> ColumnClause[Any]:
    return column(name)
