"""The tables of an XER file: lines that begin with %T (a table), %F (its columns) or %R (a row), tabs between.

A line that begins with none of these goes on with the text of the row before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop.domain.imports import APPROXIMATED, NOT_READ, Findings
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.validation import clean_text
from desktop.exchange.encoding import encoding_of
from desktop.i18n import N_

MAX_BYTES = 1 << 28
"""A plan of 100,000 activities takes about 60 MB."""
MAX_COLUMNS = 1000

sentences(
    import_not_xer=N_(
        "“{name}” is not a plan exported by Primavera P6, or it is damaged. Nothing was imported; in P6, export the "
        "project once more as “Primavera PM (XER)”."
    )
)

ENCODING = N_("The file does not say in which encoding its text is; it was recognised from the text.")
DAMAGED_TEXT = N_("Characters that could not be read, replaced: {n}")
NO_COLUMNS = N_("Rows of a table without columns, left out: {n}")
SHORT = N_("The file ends before its end mark; what comes after is missing.")

Row = Mapping[str, str]
"""Text by column, as the file has it; a missing column is an empty text."""


@dataclass(slots=True)
class Tables:
    """Rows by table, in the order of the file."""

    rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def of(self, name: str) -> list[dict[str, str]]:
        return self.rows.get(name, [])


def read_tables(path: Path, findings: Findings) -> Tables:
    """The tables of ``path``. Raises :class:`Rejected` for what cannot be opened, is too large or no XER file."""
    text = _text(_bytes(path), findings)
    tables, table, ended = Tables(), "", False
    columns: list[str] = []
    for line in _lines(text):
        mark, _, rest = line.partition("\t")
        if mark == "%T":
            table, columns = rest.strip().upper(), []
            tables.rows.setdefault(table, [])
        elif mark == "%F" and table:  # columns of no table belong to nothing that could be read
            columns = [name.strip().lower() for name in rest.split("\t", MAX_COLUMNS)[:MAX_COLUMNS]]
        elif mark == "%R":
            if columns:
                cells = rest.split("\t", len(columns))
                tables.rows[table].append({name: cell for name, cell in zip(columns, cells, strict=False) if cell})
            else:
                findings.note(NOT_READ, NO_COLUMNS, table)
        elif mark.strip() == "%E":
            ended = True
    if not tables.of("PROJECT") and not tables.of("TASK"):
        raise Rejected("import_not_xer", name=path.name)
    if not ended:
        findings.note(APPROXIMATED, SHORT)
    return tables


def _bytes(path: Path) -> bytes:
    name = path.name
    try:
        if not path.is_file():  # a folder, or a device that never ends
            raise Rejected("import_unreadable", name=name)
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError:
        raise Rejected("import_unreadable", name=name) from None
    if not content:
        raise Rejected("import_empty", name=name)
    if len(content) > MAX_BYTES:
        raise Rejected("import_too_big", name=name, limit=MAX_BYTES >> 20)
    if b"%T" not in content and b"%\x00T" not in content:
        raise Rejected("import_not_xer", name=name)
    return content


def _text(content: bytes, findings: Findings) -> str:
    encoding = encoding_of(content)
    text = content.decode(encoding, "replace")
    if encoding not in ("utf-8", "utf-8-sig", "utf-16"):
        findings.note(APPROXIMATED, ENCODING, {"gb18030": "GB 18030 (GBK)"}.get(encoding, encoding))
        if "\ufffd" in text:
            findings.note(APPROXIMATED, DAMAGED_TEXT, count=text.count("\ufffd"))
    return text


def _lines(text: str) -> Iterator[str]:
    parts: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.startswith(("%T\t", "%F\t", "%R\t", "%E", "ERMHDR")) and parts:
            yield clean_text("\n".join(parts).replace("\x7f", "\n"))
            parts = []
        parts.append(line)
    yield clean_text("\n".join(parts).replace("\x7f", "\n"))
