"""What is looked at before a file is trusted. Nothing here changes the file.

The order matters: the header is read before any connection exists, because on POSIX systems closing a
second handle to a SQLite file silently drops the locks of the first.
"""

from __future__ import annotations

import re
import shutil
import stat
import struct
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import MetaData

from desktop.domain.rejection import Rejected
from desktop.store import tables
from desktop.store.connection import Database
from desktop.store.refusals import refusing
from desktop.store.tables import APPLICATION_ID, META

MICROSOFT_PROJECT = (".mpp", ".mpt")
MAGIC = b"SQLite format 3\x00"
SIZE_CAP = 1 << 30
"""Bytes; far above the largest project, far below what would exhaust a laptop."""
PATIENCE = 60.0
"""Seconds that one check of a file may take."""
SIDECARS = ("-journal", "-wal", "-shm")
KEPT_RECOVERIES = 20

_LITERAL = re.compile(r"-?\d+|'(?:[^']|'')*'|NULL", re.IGNORECASE)
_QUOTED = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|/\*.*?\*/""", re.DOTALL)
_FOREIGN_WORDS = re.compile(r"\b(CHECK|GENERATED|AS|COLLATE|REFERENCES|VIRTUAL|SELECT)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """What the first 100 bytes of a project file say; offsets from sqlite.org/fileformat2.html."""

    format: int
    wal: bool
    """In write-ahead mode, which another program must have switched on."""


def resolve(path: Path) -> Path:
    """The file behind ``path`` with links followed once; refuses what is not a file of a likely size."""
    name = path.name
    with refusing(name, reading=True):
        try:
            found = path.resolve(strict=True)
        except (RuntimeError, ValueError) as error:  # links in a circle, before Python 3.13; no name of a file at all
            raise Rejected("file_missing", name=name) from error
        facts = found.stat()
    if not stat.S_ISREG(facts.st_mode):
        raise Rejected("not_a_file", name=name)
    if facts.st_size == 0:
        raise Rejected("file_empty", name=name)
    if facts.st_size > SIZE_CAP:
        raise Rejected("file_too_large", name=name, limit=SIZE_CAP >> 20)
    return found


def sidecars(path: Path) -> list[Path]:
    """Traces of an unfinished transaction beside the file."""
    return [item for item in (path.with_name(path.name + ending) for ending in SIDECARS) if item.exists()]


def read_header(path: Path) -> Header:
    """Read the header of a file that no connection of this process has open; refuses strangers."""
    name = path.name
    with refusing(name, reading=True), path.open("rb") as file:
        head = file.read(100)
        size = file.seek(0, 2)
    if not head.startswith(MAGIC):
        if path.suffix.lower() in MICROSOFT_PROJECT:
            raise Rejected("microsoft_project", name=name)
        own = path.suffix.lower() == ".pilotage" and not _is_text(head)
        raise Rejected("file_damaged" if own or not head.strip(b"\0") else "not_a_project", name=name)
    if len(head) < 100:
        raise Rejected("file_truncated", name=name)
    page, write_version, read_version = struct.unpack_from(">HBB", head, 16)
    change, pages = struct.unpack_from(">II", head, 24)
    (version,) = struct.unpack_from(">i", head, 60)
    (application,) = struct.unpack_from(">i", head, 68)
    (valid_for,) = struct.unpack_from(">I", head, 92)
    if application != APPLICATION_ID:
        raise Rejected("other_program", name=name)
    # A transaction that was cut off may leave any size; rolling it back settles that.
    if change == valid_for and pages * (65536 if page == 1 else page) > size and not sidecars(path):
        raise Rejected("file_truncated", name=name)
    return Header(version, 2 in (write_version, read_version))


def _is_text(head: bytes) -> bool:
    return b"\0" not in head and not any(byte < 9 for byte in head)


def keep_sidecars(path: Path, folder: Path | None) -> Rejected | None:
    """Copy a file with its unfinished transaction aside, before SQLite settles it.

    Returns what to tell when that did not work; recovery itself does not depend on it.
    """
    found = sidecars(path)
    if not found or folder is None:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        stamp = f"{path.stat().st_mtime_ns:x}"
        for item in (path, *found):
            shutil.copyfile(item, folder / f"{stamp} {item.name}")
        for old in sorted(folder.iterdir(), key=lambda item: item.stat().st_mtime)[: -KEPT_RECOVERIES * 2]:
            old.unlink()
    except OSError:
        return Rejected("recovery_failed", name=path.name, folder=str(folder))
    return None


def check_content(database: Database, expected: MetaData | None) -> None:
    """Refuse damage, and anything in the schema that we never write.

    The schema comes first: checking the pages of a made-up file would evaluate expressions in it.
    Without ``expected`` (a file of an older format) only the kinds of things are judged.
    """
    name = database.name
    with refusing(name, reading=True), database.reading(PATIENCE) as connection:
        items = connection.exec_driver_sql("SELECT type, name, tbl_name, sql FROM sqlite_schema").all()
        for kind, item, table, sql in items:
            _check_item(name, str(kind), str(item), str(table), sql)
        if expected is not None:
            _check_columns(database, expected, {str(item) for kind, item, _, _ in items if kind == "table"})
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if found != "ok":
        raise Rejected("file_damaged", name=name)


def _check_item(file: str, kind: str, item: str, table: str, sql: object) -> None:
    if kind == "index" and item == f"sqlite_autoindex_{table}_1" and sql is None:
        return
    plain = _QUOTED.sub("_", str(sql))
    if kind != "table" or item.startswith("sqlite_") or _FOREIGN_WORDS.search(plain):
        raise Rejected("foreign_content", name=file, what=item[:80])


def _check_columns(database: Database, expected: MetaData, found: set[str]) -> None:
    name = database.name
    strange = found - expected.tables.keys()
    if strange:
        raise Rejected("foreign_content", name=name, what=min(strange)[:80])
    if found != expected.tables.keys():
        raise Rejected("file_damaged", name=name)
    rows = database.connection.exec_driver_sql(
        'SELECT m.name, x.name, x.type, x."notnull", x.pk, x.hidden, x.dflt_value '
        "FROM sqlite_schema AS m, pragma_table_xinfo(m.name) AS x WHERE m.type = 'table'"
    ).all()
    if any(hidden or (default is not None and not _LITERAL.fullmatch(default)) for *_, hidden, default in rows):
        raise Rejected("foreign_content", name=name, what="default")
    columns = {(table, column, kind, bool(full), bool(key)) for table, column, kind, full, key, _, _ in rows}
    declared = _declared(expected)
    if columns != declared:
        strangers = {(table, column) for table, column, *_ in columns - declared}
        known = {(table, column) for table, column, *_ in declared}
        if strangers - known:
            raise Rejected("foreign_content", name=name, what=".".join(min(strangers - known))[:80])
        raise Rejected("file_damaged", name=name)


def _declared(expected: MetaData) -> set[tuple[str, str, str, bool, bool]]:
    from sqlalchemy.dialects import sqlite

    dialect = sqlite.dialect()
    return {
        (table.name, column.name, column.type.compile(dialect), not column.nullable, column.primary_key)
        for table in expected.tables.values()
        for column in table.columns
    }


def refuse_newer(path: Path, header: Header) -> None:
    """Refuse a file of a newer format, and say which program is needed where the file tells."""
    if header.format <= tables.FORMAT:
        return
    program = _program_of(path)
    if program:
        raise Rejected("newer_program", name=path.name, program=program)
    raise Rejected("newer_version", name=path.name, format=header.format, known=tables.FORMAT)


def _program_of(path: Path) -> str:
    """The version that wrote a newer file: of its content we rely on this alone, and not on its being there."""
    try:
        with Database(path, writable=False) as database:
            facts = read_meta(database)
    except Rejected:
        return ""
    found = str(facts.get("program", ""))
    return found if re.fullmatch(r"[0-9][0-9a-z.+-]{0,30}", found) else ""


def read_meta(database: Database) -> dict[str, str]:
    """The facts about the file; raises :class:`Rejected`."""
    with refusing(database.name, reading=True), database.reading(PATIENCE) as connection:
        rows = connection.exec_driver_sql(" ".join(("SELECT key, value FROM", META))).all()
    return {str(key): str(value) for key, value in rows}
