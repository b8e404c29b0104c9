"""Where the cells of a pasted table go: which row and column each of them is for, before any of them is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.domain.changes import new_id
from desktop.domain.commands.plan.pasting import AddOutline, OutlineRow, levelled
from desktop.domain.headings import folded, guessed
from desktop.domain.record import Kind
from desktop.domain.table_dates import in_iso, order_of
from desktop.domain.table_text import as_percent, level_of
from desktop.i18n import LANGUAGES, catalog
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.models.plan_entries import Entry

NAME = NUMBER_OF["name"]
_DERIVED_DATES = frozenset(
    {"start", "finish", "late_start", "late_finish", "baseline_start", "baseline_finish"}
)  # fmt: skip
_NEVER_EMPTY = frozenset({"name", "duration", "start", "finish"})
"""Columns in which an empty cell says nothing: there is no such task."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a table is pasted."""

    row: int
    column: int
    height: int = 1
    """Selected rows and columns, which a smaller table is repeated in."""
    width: int = 1


@dataclass(frozen=True, slots=True)
class Source:
    """Where a table of our own was copied from: cells as an editor shows them, without titles."""

    tasks: tuple[str, ...]
    """By row; "" where it is none of this plan."""
    columns: tuple[str, ...]
    """Keys."""

    def origin(self, row: int, at: int, column: int) -> str:
        """The task whose cell stands there, where it is of ``column``, a place in ``COLUMNS``."""
        return self.tasks[row] if COLUMNS[column].key == self.columns[at] else ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A pasted table, cell by cell."""

    rows: tuple[str, ...]
    """Ids of the tasks that its rows are for, new ones included."""
    columns: tuple[int, ...]
    entries: tuple[Entry, ...]
    added: AddOutline | None = None
    header: bool = False
    """Whether the first row was read as titles."""
    left_out: tuple[str, ...] = ()
    """Titles, or numbers, of the columns that have no place."""
    numbers: Mapping[tuple[str, int], int] = field(default_factory=dict)
    """Number of the entry by task and column."""

    @staticmethod
    def of_new(added: AddOutline, columns: Sequence[int], table: Sequence[Sequence[str]]) -> Placed:
        """Cells of tasks that are all new; empty ones say nothing."""
        rows = tuple(row.id for row in added.rows)
        entries = tuple(
            Entry(identity, column, text)
            for identity, texts in zip(rows, table, strict=True)
            for column, text in zip(columns, texts, strict=True)
            if text.strip()
        )
        numbers = {(entry.task, entry.column): number for number, entry in enumerate(entries)}
        return Placed(rows, tuple(columns), entries, replace(added, rows=_normal(added.rows)), numbers=numbers)


def _normal(rows: Sequence[OutlineRow]) -> tuple[OutlineRow, ...]:
    levels = levelled([row.level for row in rows])
    return tuple(replace(row, level=level) for row, level in zip(rows, levels, strict=True))


def place(
    table: Sequence[Sequence[str]],
    target: Target,
    ids: Sequence[str],
    order: Sequence[int],
    *,
    nameless: str,
    year: int,
    source: Source | None = None,
) -> Placed:
    """Lay ``table`` over the rows ``ids`` and the columns ``order`` from ``target`` on; what reaches below is added.

    A first row of titles decides about the columns and is not pasted. ``nameless`` is the name of a new task that
    gets none; ``year`` the present one, near which dates lie. With a ``source`` every row holds cells, as they stand.
    """
    body = [list(row) for row in table]
    height, width = len(body), max((len(row) for row in body), default=0)
    titled = _titles(body, target) if source is None else None
    if titled is None:
        body = _repeated(body, target)
        start = order.index(target.column) if target.column in order else 0
        across = max((len(row) for row in body), default=0)
        shown = list(order[start : start + across])
        columns: dict[int, int] = dict(enumerate(shown))
        left_out = tuple(str(at + 1) for at in range(len(shown), across))
    else:
        columns = titled
        left_out = tuple(
            title.strip()[:80] for at, title in enumerate(body[0]) if at not in titled and title.strip()
        )  # fmt: skip
        body = body[1:]
    said = [at for at, row in enumerate(body) if target.row + at < len(ids) or any(cell.strip() for cell in row)]
    body = [body[at] for at in said]
    if source is None:
        _settle(body, columns, year)
    present = list(ids[target.row : target.row + len(body)])
    added = _added(body[len(present) :], columns, ids, nameless)
    rows = [*present, *(row.id for row in added.rows)] if added is not None else present
    entries: list[Entry] = []
    numbers: dict[tuple[str, int], int] = {}
    for identity, row, number in zip(rows, body, said, strict=True):
        is_new = identity not in present
        for at, column in columns.items():
            text = row[at] if at < len(row) else ""
            if (is_new and (column == NAME or not text.strip())) or not _says(column, text):
                continue
            numbers[identity, column] = len(entries)
            origin = source.origin(number % height, at % width, column) if source is not None else ""
            entries.append(Entry(identity, column, text, origin))
    return Placed(
        tuple(rows), tuple(columns.values()), tuple(entries), added, titled is not None, left_out, numbers
    )  # fmt: skip


def _says(column: int, text: str) -> bool:
    """Whether a cell says anything: an empty one does where the field may be empty."""
    what = COLUMNS[column]
    return bool(text.strip()) or (what.meaning is not None and what.key not in _NEVER_EMPTY)


def _repeated(body: list[list[str]], target: Target) -> list[list[str]]:
    """A table that fits several times into the selected cells fills them."""
    height, width = len(body), max((len(row) for row in body), default=0)
    if not height or not width:
        return body
    down = target.height // height if target.height % height == 0 else 1
    right = target.width // width if target.width % width == 0 else 1
    if target.height < height or target.width < width:
        down = right = 1
    return [row * right for _ in range(max(down, 1)) for row in body]


def _titles(body: Sequence[Sequence[str]], target: Target) -> dict[int, int] | None:
    """Columns by the titles in the first row; None where that is a row like any other."""
    if len(body) < 2:
        return None
    header = body[0]
    filled = [at for at, title in enumerate(header) if title.strip()]
    found = columns_of(header)
    if len(header) == 1:  # one word: a title only of the very column that it would stand in
        return found if found == {0: target.column} else None
    return found if len(found) >= 2 and 2 * len(found) >= len(filled) else None


def columns_of(header: Sequence[str]) -> dict[int, int]:
    """The column that each title names, in either language or as other programs write it."""
    own = {
        folded(catalog(language)(column.title)): number
        for number, column in reversed(list(enumerate(COLUMNS)))
        for language in LANGUAGES
    }
    found: dict[int, int] = {}
    for at, title in enumerate(header):
        number = own.get(folded(title))
        if number is not None and number not in found.values():
            found[at] = number
    for at, key in guessed(header).items():
        number = NUMBER_OF.get(key)
        if number is not None and at not in found and number not in found.values():
            found[at] = number
    return dict(sorted(found.items()))


def _settle(body: Sequence[list[str]], columns: Mapping[int, int], year: int) -> None:
    """Put dates into the order of ISO and shares into per cent, as a file that is imported is read."""
    dated = [at for at, number in columns.items() if _holds_dates(number)]
    order, _ = order_of(_texts(body, dated), year)
    for row in body:
        for at in dated:
            if at < len(row) and row[at].strip():
                row[at] = re.sub(r"(?<=\d) 0?0:00$", "", in_iso(row[at], order))
        for at, number in columns.items():
            if at < len(row) and COLUMNS[number].key in ("percent_complete", "physical_percent"):
                row[at] = as_percent(row[at])


def _texts(body: Sequence[Sequence[str]], columns: Sequence[int]) -> Iterator[str]:
    for row in body:
        for at in columns:
            if at < len(row) and row[at].strip():
                yield row[at]


def _holds_dates(number: int) -> bool:
    spec = COLUMNS[number].spec
    return COLUMNS[number].key in _DERIVED_DATES or (spec is not None and spec.kind in (Kind.DATE, Kind.MOMENT))


def _added(
    body: Sequence[Sequence[str]], columns: Mapping[int, int], ids: Sequence[str], nameless: str
) -> AddOutline | None:
    """The tasks for rows below the last one, at its level; deeper where their codes or indents say so."""
    if not body:
        return None
    at_name = next((at for at, number in columns.items() if number == NAME), -1)
    at_code = next((at for at, number in columns.items() if COLUMNS[number].key == "wbs"), -1)
    rows = []
    for row in body:
        name = row[at_name] if 0 <= at_name < len(row) else ""
        code = row[at_code] if 0 <= at_code < len(row) else ""
        rows.append({"name": name or nameless, "wbs": code})
    levels = levelled([level_of(row) for row in rows])
    made = tuple(
        OutlineRow(" ".join(row["name"].split()) or nameless, level, new_id())
        for row, level in zip(rows, levels, strict=True)
    )
    return AddOutline(made, ids[-1] if ids else None)
