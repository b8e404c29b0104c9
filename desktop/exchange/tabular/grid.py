"""A workbook or a text file as sheets of plain text; whatever the file is, one clear sentence."""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import io
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.domain.rejection import Rejected, sentences
from desktop.domain.tables import SEPARATORS
from desktop.exchange.encoding import encoding_of
from desktop.exchange.formulas import unguarded
from desktop.i18n import N_

LARGEST = 150_000_000
"""Bytes of a file, unpacked."""
MOST_ROWS, MOST_COLUMNS = 100_000, 256
MOST_SHEETS = 200
NO_VALUE = "#?"
"""Stands for a formula whose result the file does not hold."""
OUR_MOMENT = "yyyy-mm-dd hh:mm"
"""Format of a cell in which midnight is meant as a time; elsewhere it is a day without one."""
_BINARY = re.compile("[\0-\x08\x0e-\x1f]")
"""No text has these."""
_LOOKED_AT = 100_000
"""Characters in which signs that no text has are looked for."""
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"

sentences(
    table_unreadable=N_("“{name}” cannot be read as a table. Nothing was imported; save it again as .xlsx or .csv."),
    table_old=N_("“{name}” is in the old Excel format. Nothing was imported; save it as .xlsx and try again."),
    table_too_large=N_("“{name}” is too large to be a table of tasks. Nothing was imported; split it and try again."),
    table_empty=N_("“{name}” has no rows below a header. Nothing was imported."),
    file_unreadable_table=N_("“{name}” could not be opened. Nothing was imported; is it there, and may you read it?"),
)


@dataclass(slots=True)
class Rows:
    """Rows that are not empty, and where each stands in the file, counted from 1."""

    cells: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)


class Source:
    """A file with tables; sheets are read when they are asked for, each once."""

    def __init__(self, path: Path) -> None:
        """Raises :class:`Rejected` for what is no table, cannot be opened or is too large."""
        self.name = path.name
        try:
            if path.stat().st_size > LARGEST:
                raise Rejected("table_too_large", name=path.name)
            self._content = path.read_bytes()
        except OSError:
            raise Rejected("file_unreadable_table", name=path.name) from None
        if self._content.startswith(_OLD_EXCEL):
            raise Rejected("table_old", name=path.name)
        self.sheets: tuple[str, ...] = ()
        """Names; none where the file is text."""
        self._read: dict[tuple[int, str, str], Rows] = {}
        self._books: tuple[Any, Any] | None = None
        if self._content.startswith(b"PK"):
            self._open_workbook()

    @property
    def is_text(self) -> bool:
        return not self.sheets

    def rows(self, sheet: int = 0, encoding: str = "", separator: str = "") -> Rows:
        """The rows of one sheet; of a text file, read with what is asked for or else with what it looks like."""
        key = (sheet, encoding, separator)
        if key not in self._read:
            made = self._text_rows(encoding, separator) if self.is_text else self._sheet_rows(sheet)
            self._read[key] = made
        return self._read[key]

    # -- workbooks --------------------------------------------------------------------------------

    def _open_workbook(self) -> None:
        import openpyxl

        try:
            with zipfile.ZipFile(io.BytesIO(self._content)) as packed:
                if sum(item.file_size for item in packed.infolist()) > LARGEST:
                    raise Rejected("table_too_large", name=self.name)
            load = openpyxl.load_workbook
            values = load(io.BytesIO(self._content), read_only=True, data_only=True, keep_links=False)
            formulas = load(io.BytesIO(self._content), read_only=True, keep_links=False)
            self._books = (values, formulas)
            self.sheets = tuple(sheet.title for sheet in values.worksheets[:MOST_SHEETS])
            if not self.sheets:
                raise Rejected("table_empty", name=self.name)
        except Rejected:
            raise
        except Exception:  # a damaged workbook fails in whatever way its library happens to
            raise Rejected("table_unreadable", name=self.name) from None

    def _sheet_rows(self, at: int) -> Rows:
        assert self._books is not None
        try:
            sheet, other = (book.worksheets[at] for book in self._books)
            for one in (sheet, other):
                one.reset_dimensions()  # what a file says of its own size may be anything
            rows = Rows()
            pairs = zip(sheet.iter_rows(), other.iter_rows(), strict=True)
            for line, (cells, sources) in enumerate(pairs, 1):
                if cells:
                    both = zip(cells[:MOST_COLUMNS], sources[:MOST_COLUMNS], strict=True)
                    self._keep(rows, [_text(cell, source) for cell, source in both], line)
            return rows
        except Rejected:
            raise
        except Exception:
            raise Rejected("table_unreadable", name=self.name) from None

    # -- texts ------------------------------------------------------------------------------------

    def encoding(self) -> str:
        """The code page that the text is written in, as far as its bytes tell: a name of ``tables.ENCODINGS``."""
        content = self._content
        if content[:200].count(0) > len(content[:200]) // 4:
            return "utf-16"
        return encoding_of(content).removesuffix("-sig")

    def separator(self, encoding: str = "") -> str:
        """The sign between two cells: the one that parts the first rows into most columns of equal number."""
        text = self._decoded(encoding or self.encoding())
        return _declared(text)[0] or max(SEPARATORS, key=lambda sign: _fit(text, sign))

    def _text_rows(self, encoding: str, separator: str) -> Rows:
        text = self._decoded(encoding or self.encoding())
        rows, (declared, rest) = Rows(), _declared(text)
        try:
            sign = separator or self.separator(encoding)
            reader = csv.reader(io.StringIO(rest if declared else text, newline=""), delimiter=sign)
            for cells in reader:
                line = reader.line_num + bool(declared)
                self._keep(rows, [unguarded(cell) for cell in cells[:MOST_COLUMNS]], line)
        except csv.Error:
            raise Rejected("table_unreadable", name=self.name) from None
        return rows

    def _decoded(self, encoding: str) -> str:
        content = self._content
        if encoding == "utf-16" and not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            encoding = "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
        try:
            text = content.decode("utf-8-sig" if encoding == "utf-8" else encoding)
        except (UnicodeDecodeError, LookupError):
            raise Rejected("table_unreadable", name=self.name) from None
        if _BINARY.search(text[:_LOOKED_AT]) or "\0" in text:
            raise Rejected("table_unreadable", name=self.name)
        return text

    def _keep(self, rows: Rows, texts: list[str], line: int) -> None:
        if any(text.strip() for text in texts):
            if len(rows.cells) >= MOST_ROWS:
                raise Rejected("table_too_large", name=self.name)
            rows.cells.append(texts)
            rows.lines.append(line)


def _text(cell: Any, source: Any) -> str:
    value = cell.value
    if value is None:
        return NO_VALUE if source.data_type == "f" else ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time() and cell.number_format != OUR_MOMENT
        return value.strftime("%Y-%m-%d") if midnight else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, int | float):
        return _number(value, percent="%" in (cell.number_format or ""))
    return str(value)


def _number(value: float, *, percent: bool) -> str:
    """A number as it was meant: without what binary fractions add to it."""
    if percent:
        return f"{value * 100:.10g}%"
    if isinstance(value, int):
        return str(value)
    return f"{value:.15g}" if abs(value) < 1e12 else repr(value)


def _declared(text: str) -> tuple[str, str]:
    """The separator that the first line declares for Excel, and the text behind that line."""
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip("\r")) == 5:
        return first[4], rest
    return "", text


def _fit(text: str, separator: str) -> int:
    """How many signs stand in those of the first rows that have as many cells as the widest of them."""
    try:
        rows = csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=separator)
        counts = [len(row) for row, _ in zip(rows, range(10), strict=False) if row]
    except csv.Error:
        return 0
    widest = max(counts, default=1)
    return counts.count(widest) * (widest - 1)
