"""The SQL tables of a project file, derived from the declarations of the records.

One table per record type, named by its key, with one column per declared field; dates and moments
are ISO 8601 text, lists are JSON text, flags are 0 and 1. Three tables are ours: ``history``
(every change set that was ever committed), ``ledger`` (one row per table: next display number, row
count, combined digest) and ``meta`` (facts about the file). Every row of every table ends in a
digest of its content, because SQLite's own checks do not notice a changed bit inside a text.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, Table, Text

from desktop.domain.record import Kind, Record, Spec
from desktop.domain.registry import RECORD_TYPES

APPLICATION_ID = 0x50494C4F
"""``PILO`` in the header of the file: says that a SQLite file is a Pilotage project."""

FORMAT = 2
"""``user_version`` of the files that this program writes; see ``migrations``."""

DIGEST = "row_digest"
HISTORY, LEDGER, META = "history", "ledger", "meta"

WHOLE = BigInteger().with_variant(Integer(), "sqlite")  # 64 bits everywhere, and a name STRICT accepts
_WHOLE_KINDS = frozenset(
    {Kind.SCALE, Kind.INTEGER, Kind.PERCENT, Kind.FLAG, Kind.MINUTES, Kind.MONEY}
)  # fmt: skip


def _column(spec: Spec) -> Column[int] | Column[str]:
    nullable = spec.default is None
    if spec.kind in _WHOLE_KINDS:
        return Column(spec.name, WHOLE, nullable=nullable)
    return Column(spec.name, Text, nullable=nullable)


def _digest() -> Column[int]:
    return Column(DIGEST, WHOLE, nullable=False)


def make_tables(kinds: Iterable[type[Record]]) -> MetaData:
    """All tables of a file that holds these record types."""
    found = MetaData()
    for kind in kinds:
        Table(
            kind.info.key, found,
            Column("id", Text, primary_key=True, nullable=False),
            *(_column(spec) for spec in kind.info.specs.values()),
            _digest(),
            sqlite_strict=True,
        )  # fmt: skip
    Table(
        HISTORY, found,
        Column("id", WHOLE, primary_key=True, autoincrement=False, nullable=False),
        Column("at", Text, nullable=False),
        Column("author", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("label", Text, nullable=False),
        Column("facts", Text, nullable=False),
        Column("changes", LargeBinary, nullable=False),  # compressed JSON, see ``history``
        _digest(),
        sqlite_strict=True,
    )  # fmt: skip
    Table(
        LEDGER, found,
        Column("key", Text, primary_key=True, nullable=False),
        Column("next_number", WHOLE, nullable=False),
        Column("row_count", WHOLE, nullable=False),
        Column("content", WHOLE, nullable=False),
        _digest(),
        sqlite_strict=True,
    )  # fmt: skip
    Table(
        META, found,
        Column("key", Text, primary_key=True, nullable=False),
        Column("value", Text, nullable=False),
        _digest(),
        sqlite_strict=True,
    )  # fmt: skip
    return found


METADATA = make_tables(RECORD_TYPES.values())
