"""The first sheet of a workbook, or a CSV file, as rows of plain text; whatever the file is, one clear sentence."""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_

LARGEST = 150_000_000
"""Bytes of a file, unpacked."""
MOST_ROWS, MOST_COLUMNS = 100_000, 256
NO_VALUE = "#?"
"""Stands for a formula whose result the file does not hold."""
_SEPARATORS = ",;\t"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"

sentences(
    table_unreadable=N_("“{name}” cannot be read as a table. Nothing was imported; save it again as .xlsx or .csv."),
    table_old=N_("“{name}” is in the old Excel format. Nothing was imported; save it as .xlsx and try again."),
    table_too_large=N_("“{name}” is too large to be a table of tasks. Nothing was imported; split it and try again."),
    table_empty=N_("“{name}” has no rows below a header. Nothing was imported."),
    file_unreadable_table=N_("“{name}” could not be opened. Nothing was imported; is it there, and may you read it?"),
)

Rows = list[list[str]]


def read_rows(path: Path) -> Rows:
    """Rows that are not empty, header first. Raises :class:`Rejected` for what is no table or too large."""
    try:
        if path.stat().st_size > LARGEST:
            raise Rejected("table_too_large", name=path.name)
        content = path.read_bytes()
    except OSError:
        raise Rejected("file_unreadable_table", name=path.name) from None
    if content.startswith(_OLD_EXCEL):
        raise Rejected("table_old", name=path.name)
    rows = _workbook(content, path.name) if content.startswith(b"PK") else _csv(content, path.name)
    if len(rows) < 2:
        raise Rejected("table_empty", name=path.name)
    return rows


def _workbook(content: bytes, name: str) -> Rows:
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(item.file_size for item in packed.infolist()) > LARGEST:
                raise Rejected("table_too_large", name=name)
        values = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        formulas = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        sheet, other = values.worksheets[0], formulas.worksheets[0]
        for one in (sheet, other):
            one.reset_dimensions()  # what a file says of its own size may be anything
        rows: Rows = []
        for cells, sources in zip(sheet.iter_rows(), other.iter_rows(), strict=True):
            if cells:
                pairs = zip(cells[:MOST_COLUMNS], sources[:MOST_COLUMNS], strict=True)
                _keep(rows, [_text(cell, source) for cell, source in pairs], name)
        return rows
    except Rejected:
        raise
    except Exception:  # a damaged workbook fails in whatever way its library happens to
        raise Rejected("table_unreadable", name=name) from None


def _text(cell: Any, source: Any) -> str:
    value = cell.value
    if value is None:
        return NO_VALUE if source.data_type == "f" else ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.strftime("%Y-%m-%d") if midnight else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, int | float):
        if "%" in (cell.number_format or ""):
            return f"{value * 100:.10g}%"
        return f"{value:.10g}" if isinstance(value, float) else str(value)
    return str(value)


def _csv(content: bytes, name: str) -> Rows:
    text = _decoded(content, name)
    first, _, rest = text.partition("\n")
    separator = ""
    if first.lower().startswith("sep=") and len(first.strip("\r")) == 5:
        separator, text = first[4], rest
    rows: Rows = []
    try:
        separator = separator or max(_SEPARATORS, key=lambda sign: _fit(text, sign))
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            _keep(rows, [_unguarded(cell) for cell in cells[:MOST_COLUMNS]], name)
    except csv.Error:
        raise Rejected("table_unreadable", name=name) from None
    return rows


def _decoded(content: bytes, name: str) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        order = ["utf-16"]
    elif content[:200].count(0) > len(content[:200]) // 4:
        order = ["utf-16-le" if content[1:2] == b"\0" else "utf-16-be"]
    else:
        order = ["utf-8-sig", "gb18030"]
    for encoding in order:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Rejected("table_unreadable", name=name)


def _fit(text: str, separator: str) -> int:
    """Cells of the header when it is parted by ``separator``."""
    return len(next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), []))


def _unguarded(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet program from calculating a text."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in set("=+-@\t\r") else cell


def _keep(rows: Rows, texts: list[str], name: str) -> None:
    if any(text.strip() for text in texts):
        if len(rows) >= MOST_ROWS:
            raise Rejected("table_too_large", name=name)
        rows.append(texts)
