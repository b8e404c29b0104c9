"""A table on its way in: how it would be read, with the wishes of a person; then the records themselves."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path

from desktop.domain.headings import fields_of, guessed, guessed_key, header_of, required_of
from desktop.domain.imports import NOT_READ, READ, Finding, Findings, Imported
from desktop.domain.intake import Intake, Rules, weigh
from desktop.domain.project import Project
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected, explain, sentences
from desktop.domain.table_dates import in_iso, order_of
from desktop.domain.tables import (
    ADDED,
    BY_NAME,
    BY_NUMBER,
    SKIPPED,
    TASKS,
    UNCHANGED,
    UPDATED,
    TableWishes,
)
from desktop.exchange.tabular.grid import Rows, Source
from desktop.exchange.tabular.plan import UNKNOWN, UNREADABLE, TaskTable, read_tasks
from desktop.i18n import N_, words

DATED = ("start", "finish", "deadline", "constraint_date", "actual_start", "actual_finish")
RECORDS = {
    ADDED: N_("Records added: {n}"),
    UPDATED: N_("Records changed: {n}"),
    UNCHANGED: N_("Rows that say what is there already: {n}"),
    SKIPPED: N_("Rows left out: {n}"),
}
ROW = N_("Row {line}")
NEW_PEOPLE = N_("People added to the register: {n}")

sentences(
    table_nameless=N_(
        "“{name}” has no column with names of tasks. Nothing was imported; give one the title “Task name”."
    ),
    column_missing=N_("No column of “{name}” holds “{field}”. Nothing was imported; choose one first."),
)


class OpenTable:
    """A file of tables that was opened; reading it changes nothing."""

    def __init__(self, path: Path) -> None:
        """Raises :class:`Rejected` for what is no table."""
        self._source = Source(path)
        self._orders: dict[Hashable, tuple[str, bool]] = {}

    def read(self, wishes: TableWishes | None = None) -> None:
        """Read what every look at the table begins with, as it is wished; a large one takes seconds."""
        self.settled(wishes or TableWishes())

    def date_order(self, chosen: TableWishes, year: int) -> tuple[str, bool]:
        """In which order the dates below the header are written, and whether that is a guess; found out once."""
        columns = chosen.columns or {}
        where = chosen.sheet or 0, chosen.encoding, chosen.separator
        key = *where, chosen.header, tuple(columns.items()), chosen.key, year
        if key not in self._orders:
            body = self._source.rows(*where).cells[(chosen.header or 0) + 1 :]
            self._orders[key] = order_of(dates_of(body, columns, chosen.key), year)
        return self._orders[key]

    @property
    def name(self) -> str:
        return self._source.name

    @property
    def sheets(self) -> tuple[str, ...]:
        """Names; none for a text file."""
        return self._source.sheets

    def settled(self, wishes: TableWishes) -> TableWishes:
        """``wishes`` with what they leave open taken from the file itself."""
        source = self._source
        encoding = separator = ""
        if source.is_text:
            encoding = wishes.encoding or source.encoding()
            separator = wishes.separator or source.separator(encoding)
        sheet = wishes.sheet
        if sheet is None or not 0 <= sheet < max(len(source.sheets), 1):
            sheet = self._likely_sheet(wishes.key)
        grid = source.rows(sheet, encoding, separator).cells
        title = source.sheets[sheet] if source.sheets else Path(source.name).stem
        key = wishes.key or guessed_key(grid, title)
        header = wishes.header if wishes.header is not None else header_of(grid, key)
        header = max(0, min(header, len(grid) - 1))
        titles = grid[header] if grid else []
        columns = dict(guessed(titles, key) if wishes.columns is None else wishes.columns)
        match = wishes.match or (BY_NUMBER if "number" in columns.values() else BY_NAME)
        chosen = dataclasses.replace(
            wishes, key=key, sheet=sheet, encoding=encoding, separator=separator, header=header, columns=columns,
            match=match,
        )  # fmt: skip
        if wishes.date_order:
            return chosen
        return dataclasses.replace(chosen, date_order=self.date_order(chosen, dt.date.today().year)[0])

    def plan(self, wishes: TableWishes, into: Project | None = None) -> Imported:
        """The tasks as a plan of their own, or as an addition to ``into``."""
        chosen = self.settled(wishes)
        self._demand_names(chosen)
        table = self.tasks(chosen, into)
        left_out = self._left_out(chosen)
        return dataclasses.replace(table.imported, findings=(*table.imported.findings, *left_out))

    def intake(self, wishes: TableWishes, project: Project, now: dt.datetime) -> tuple[Intake, tuple[Finding, ...]]:
        """The rows for a register, weighed against ``project``; and the account of it."""
        chosen = self.settled(wishes)
        self._demand_names(chosen)
        found = self.weighed(chosen, project, now)
        findings, grid = Findings(), self.grid(chosen)
        first = (chosen.header or 0) + 1
        name, rows = required_of(chosen.key)[0], self.texts(chosen)
        for at, fate in enumerate(found.fates):
            row, line = rows[at], grid.lines[first + at]
            place = words()(ROW, line=line)
            what = row.get(name, "").strip()[:60] or place
            if fate.verdict in (ADDED, UPDATED, UNCHANGED):
                findings.note(READ, RECORDS[fate.verdict])
            else:
                reason = explain(fate.reason, words()) if fate.reason else ""
                findings.note(
                    NOT_READ, RECORDS[SKIPPED], f"{place} · {what}: {reason}" if what != place else f"{place}: {reason}"
                )
            for key in fate.problems:
                title = words()(fields_of(chosen.key)[key])
                findings.note(NOT_READ, UNREADABLE, f"{what} · {title}: {row.get(key, '')[:60]}")
        people = [item for item in found.added if item.info.key == "person"] if chosen.key != "person" else []
        for item in people:
            findings.note(READ, NEW_PEOPLE, item.name_text)
        return found, (*findings.result(), *self._left_out(chosen))

    # -- the cells --------------------------------------------------------------------------------

    def _likely_sheet(self, key: str) -> int:
        """The first sheet that seems to hold what is wished, else the first one with rows."""
        filled = [at for at in range(len(self._source.sheets)) if len(self._source.rows(at).cells) > 1]
        fitting = (at for at in filled if guessed_key(self._source.rows(at).cells, self._source.sheets[at]) == key)
        return next(fitting, filled[0] if filled else 0)

    def grid(self, chosen: TableWishes) -> Rows:
        rows = self._source.rows(chosen.sheet or 0, chosen.encoding, chosen.separator)
        if len(rows.cells) < 2:
            raise Rejected("table_empty", name=self.name)
        return rows

    def texts(self, chosen: TableWishes, most: int | None = None) -> list[dict[str, str]]:
        """The rows below the header by field; of them, the first ``most``."""
        columns, first = (chosen.columns or {}).items(), (chosen.header or 0) + 1
        body = self.grid(chosen).cells[first : None if most is None else first + most]
        return [{name: row[at] for at, name in columns if name and at < len(row)} for row in body]

    def _demand_names(self, chosen: TableWishes) -> None:
        self.grid(chosen)
        for name in required_of(chosen.key):
            if name in (chosen.columns or {}).values():
                continue
            if chosen.key == TASKS:
                raise Rejected("table_nameless", name=self.name)
            raise Rejected("column_missing", name=self.name, field=words()(fields_of(chosen.key)[name]))

    def _left_out(self, chosen: TableWishes) -> tuple[Finding, ...]:
        findings, grid = Findings(), self.grid(chosen)
        for column, title in enumerate(grid.cells[chosen.header or 0]):
            if title.strip() and not (chosen.columns or {}).get(column):
                findings.note(NOT_READ, UNKNOWN, title.strip()[:80])
        return findings.result()

    def tasks(self, chosen: TableWishes, into: Project | None, most: int | None = None) -> TaskTable:
        return read_tasks(self.texts(chosen, most), self.name, date_order=chosen.date_order, into=into)

    def weighed(self, chosen: TableWishes, project: Project, now: dt.datetime, most: int | None = None) -> Intake:
        rules = Rules(
            match=chosen.match, new_people=chosen.new_people, clears=chosen.clears,
            translate_dates=lambda text: in_iso(text, chosen.date_order),
        )  # fmt: skip
        return weigh(project, chosen.key, self.texts(chosen, most), rules, now=now)


def dates_of(body: Sequence[Sequence[str]], columns: Mapping[int, str], key: str) -> list[str]:
    """The texts of all columns that hold dates."""
    if key == TASKS:
        wanted = [at for at, name in columns.items() if name in DATED]
    else:
        specs = RECORD_TYPES[key].info.specs
        wanted = [at for at, name in columns.items() if name in specs and specs[name].kind.value in ("date", "moment")]
    return [row[at] for row in body for at in wanted if at < len(row) and row[at].strip()]


def read_table(path: Path, wishes: TableWishes | None = None) -> Imported:
    """The tasks in ``path`` as a plan of their own; ``wishes`` say what the file itself does not.

    Raises :class:`Rejected` where the file as a whole cannot be read.
    """
    return OpenTable(path).plan(wishes or TableWishes(key=TASKS))
