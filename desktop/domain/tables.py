"""A table of another program on its way in: what a person chooses about it, and how it would be read.

Data only, so that the window, the command line and a test can share it; ``exchange.tabular`` fills it in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.rejection import Rejected

YEAR_FIRST, MONTH_FIRST, DAY_FIRST = "ymd", "mdy", "dmy"
DATE_ORDERS = (YEAR_FIRST, MONTH_FIRST, DAY_FIRST)
TASKS = "task"
REGISTERS = ("risk", "issue", "action", "decision", "meeting", "communication", "person", "client", "resource")
"""Lists that a table can be read into. Reports that were issued are evidence: none comes in from a table."""
ENCODINGS = ("utf-8", "gb18030", "utf-16", "big5", "cp1252", "cp1251")
"""Code pages that can be chosen for a text file."""
SEPARATORS = (",", ";", "\t", "|")
BY_NUMBER, BY_NAME, ALWAYS_NEW = "number", "name", "new"
ADDED, UPDATED, UNCHANGED, SKIPPED = "added", "updated", "unchanged", "skipped"


@dataclass(frozen=True, slots=True)
class TableWishes:
    """What is chosen; the defaults take what the file itself suggests."""

    key: str = ""
    """``task`` or the key of a register; "" for what the table seems to hold."""
    sheet: int | None = None
    encoding: str = ""
    separator: str = ""
    header: int | None = None
    """Position of the header among the rows that are not empty."""
    columns: Mapping[int, str] | None = None
    """Field by position of the column; None for what the titles say."""
    date_order: str = ""
    match: str = ""
    """How a row finds the record it changes: a code above, "" for what the columns suggest."""
    new_people: bool = False
    """Whether people who are not on the register are added to it."""
    clears: bool = False
    """Whether an empty cell empties the field of a record that is changed."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell as it will be read."""

    text: str
    problem: Rejected | None = None
    """Why it cannot be read; it is then left out."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row as it will be read."""

    line: int
    """Row of the file, counted from 1."""
    cells: tuple[TableCell, ...]
    verdict: str = ADDED
    code: str = ""
    """Display number of the record that is changed."""
    reason: Rejected | None = None
    """Why the row is skipped."""


@dataclass(frozen=True, slots=True)
class TablePreview:
    """How the table would be read with the wishes that were asked for."""

    wishes: TableWishes
    """With everything that was left open filled in."""
    sheets: tuple[str, ...]
    """Names; none for a text file."""
    titles: tuple[str, ...]
    """Of the columns."""
    fields: Mapping[str, str]
    """What a column can be, with translatable titles."""
    missing: tuple[str, ...]
    """Fields without which nothing can be read."""
    dates_ambiguous: bool
    """Whether the order of day and month is a guess."""
    rows: tuple[TableRow, ...]
    """The first rows."""
    total: int
    unreadable: int
    """Cells, of all rows that were read."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """Rows by verdict."""
    unknown_people: tuple[str, ...] = ()
    whole: bool = True
    """Whether all rows were read; otherwise those that are shown."""
