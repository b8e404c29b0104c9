"""Bringing a file of an older format up to date, on a verified copy that then takes its place.

A step says what a newer version means differently: a column that was renamed, a value that was split.
Tables and columns that are merely new need no step: whatever is declared and missing is added with its
default at the end. So a new record type is its declaration and ``FORMAT`` raised by one.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Connection, Table, bindparam, column, delete, insert, select, table, update

import desktop
from desktop.domain.progress import UNWATCHED, Progress
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected
from desktop.publish import publishing
from desktop.store import ledger, tables
from desktop.store.codec import default_value, digest
from desktop.store.connection import Database, stamp
from desktop.store.opening import PATIENCE, check_content
from desktop.store.refusals import refusing
from desktop.store.tables import DIGEST, HISTORY, LEDGER, META, METADATA
from desktop.store.verification import content_names, damages, identity_of

if TYPE_CHECKING:
    from alembic.operations import Operations


@dataclass(frozen=True, slots=True)
class Step:
    """From one format to the next."""

    run: Callable[[Operations], object]
    changes: frozenset[str] = field(default_factory=frozenset)
    """Tables that it may change; all others are held to be the same afterwards, row by row."""


OLDEST = 1
STEPS: Mapping[int, Step] = {}
"""By the format they start from."""


def upgrade(path: Path, found: int, *, keep: Callable[[], object], progress: Progress = UNWATCHED) -> None:
    """Bring the file at ``path`` from format ``found`` to the present one.

    The caller holds the lock and has no connection open. ``keep`` is called when the new file is complete
    and verified, just before it takes the place of the old one, to put that aside. Raises
    :class:`Rejected` or Stopped; then ``path`` is what it was.
    """
    if found < OLDEST:
        raise Rejected("file_damaged", name=path.name)

    def put_aside(_: Path) -> None:
        progress.settle()
        keep()

    with publishing(path, verify=put_aside, private=True) as temporary:
        with refusing(path.name):
            shutil.copyfile(path, temporary)
        database = Database(temporary, writable=True, name=path.name)
        try:
            _upgrade(database, found, progress)
        finally:
            database.close()


def _upgrade(database: Database, found: int, progress: Progress) -> None:
    check_content(database, None)
    _refuse_damage(database)
    with refusing(database.name), database.writing() as connection:
        present = content_names(connection)
        if META not in present:  # not one of ours that merely grew older: nothing may be made of it
            raise Rejected("file_damaged", name=database.name)
        before = {key: (names, _digests(connection, key, names)) for key, names in present.items()}
        progress.tell(0.3)
        changed = _run_steps(connection, found) | {LEDGER, META}
        _complete(connection)
        for key in before.keys() - changed:
            names, rows = before[key]
            if _digests(connection, key, names) != rows:
                raise Rejected("file_damaged", name=database.name)
        progress.tell(0.4)
        _seal(connection)
        stamp(connection, tables.APPLICATION_ID, tables.FORMAT)
    check_content(database, METADATA)
    with refusing(database.name), database.reading(PATIENCE) as connection:
        ledger.read_project(connection, progress.part(0.5, 0.8))
    _refuse_damage(database)
    progress.tell(1.0)


def _refuse_damage(database: Database) -> None:
    if any(damages(database)):
        raise Rejected("file_damaged", name=database.name)


def _run_steps(connection: Connection, found: int) -> set[str]:
    changed: set[str] = set()
    for version in range(found, tables.FORMAT):
        step = STEPS.get(version)
        if step is not None:
            step.run(_operations(connection))
            changed |= step.changes
    return changed


def _operations(connection: Connection) -> Operations:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    return Operations(MigrationContext.configure(connection))


def _complete(connection: Connection) -> None:
    """Add every declared table and column that the file does not have."""
    present = content_names(connection)
    for declared in METADATA.sorted_tables:
        if declared.name not in present:
            declared.create(connection)
            continue
        for item in declared.columns:
            if item.name not in present[declared.name] and item.name != DIGEST:
                _operations(connection).add_column(declared.name, _new_column(declared, item))


def _new_column(declared: Table, item: Column[Any]) -> Column[Any]:
    default = None
    if declared.name in RECORD_TYPES:
        default = default_value(RECORD_TYPES[declared.name].info.specs[item.name])
    return Column(
        item.name, item.type, nullable=item.nullable, server_default=None if default is None else str(default)
    )


def _rows(connection: Connection, key: str, names: Sequence[str]) -> Iterable[Any]:
    return connection.execute(select(*(column(name) for name in names)).select_from(table(key)))


def _digests(connection: Connection, key: str, names: Sequence[str]) -> dict[Any, int]:
    """Digest by id of every row of a table, over the columns ``names``."""
    at = identity_of(names)
    return {row[at]: digest(key, row) for row in _rows(connection, key, names)}


def _seal(connection: Connection) -> None:
    """Make all digests and the ledger anew."""
    written = METADATA.tables[LEDGER]
    numbers = {row.key: row.next_number for row in connection.execute(select(written.c.key, written.c.next_number))}
    connection.execute(delete(written))
    facts = METADATA.tables[META]
    connection.execute(delete(facts).where(facts.c.key == "program"))
    connection.execute(insert(facts), {"key": "program", "value": desktop.__version__, DIGEST: 0})
    for key, names in content_names(connection).items():
        if key == LEDGER or key not in METADATA.tables:  # what is not ours is refused afterwards
            continue
        found = _digests(connection, key, names)
        declared = METADATA.tables[key]
        if found:
            connection.execute(
                update(declared).where(declared.c[names[identity_of(names)]] == bindparam("row")),
                [{"row": identity, DIGEST: value} for identity, value in found.items()],
            )
        if key in RECORD_TYPES or key == HISTORY:
            account = ledger.Account(key, max(numbers.get(key, 1), _next_number(connection, key)))
            connection.execute(insert(written), ledger.counted(account, found.values(), len(found)).row())


def _next_number(connection: Connection, key: str) -> int:
    declared = METADATA.tables[key]
    numbers = connection.execute(select(declared.c.id if key == HISTORY else declared.c.number)).scalars()
    return max(numbers, default=0) + 1
