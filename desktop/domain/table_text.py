"""Tables as they lie on a clipboard: text parted by tabs, or HTML as Excel, WPS, Word and browsers write it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser

from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_

MOST_CELLS = 400_000
MOST_ROWS, MOST_COLUMNS = 100_000, 256
"""As of a file that is imported."""
LARGEST = 50_000_000
"""Characters that are looked at."""

Table = list[list[str]]

sentences(
    clipboard_too_large=N_("What is on the clipboard is too large. Nothing was changed; import it as a file instead."),
)


def read_tab_separated(text: str) -> Table:
    """Rows of cells; a cell in quotes may hold tabs, line breaks and doubled quotes, as Excel writes them.

    Raises ``clipboard_too_large``.
    """
    if len(text) > LARGEST:
        raise Rejected("clipboard_too_large")
    text = text.replace("\0", "")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), dialect="excel-tab", strict=True))
    except csv.Error:  # a quote that is a letter like any other
        rows = [line.split("\t") for line in re.split(r"\r\n|\n|\r", text.rstrip("\r\n"))]
    return _squared(rows)


def read_html_table(text: str) -> Table:
    """The first table of an HTML text; nothing where there is none. Merged cells hold their text once.

    Raises ``clipboard_too_large``.
    """
    if len(text) > LARGEST:
        raise Rejected("clipboard_too_large")
    reader = _TableReader()
    reader.feed(text)
    reader.close()
    return _squared(reader.table())


def _squared(rows: Sequence[Sequence[str]]) -> Table:
    """Rows of one width, without empty rows and columns behind the last text."""
    if len(rows) > MOST_ROWS or sum(map(len, rows)) > MOST_CELLS:
        raise Rejected("clipboard_too_large")
    clean = [[_plain(cell) for cell in row[:MOST_COLUMNS]] for row in rows]
    while clean and not any(cell.strip() for cell in clean[-1]):
        clean.pop()
    width = max((at + 1 for row in clean for at, cell in enumerate(row) if cell.strip()), default=0)
    return [[*row[:width], *[""] * (width - len(row))] for row in clean]


def _plain(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n").rstrip()


class _TableReader(HTMLParser):
    """Collects the cells of the outermost first table; what is not shown is not read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._rows: list[dict[int, str]] = []
        self._taken: dict[tuple[int, int], None] = {}
        """Places that a merged cell covers."""
        self._depth = self._silent = self._cells = 0
        self._cell: list[str] | None = None
        self._place = 0
        self._hidden = self._done = False

    def table(self) -> Table:
        self._end_cell()
        return [[row.get(at, "") for at in range(max(row, default=-1) + 1)] for row in self._rows]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        if tag in ("style", "script"):
            self._silent += 1
        elif tag == "table":
            self._depth += 1
        elif self._depth != 1 or self._done:
            if tag in ("br", "p", "tr", "li"):
                self._break()
        elif tag == "tr":
            self._end_cell()
            style = re.sub(r"\s", "", facts.get("style", "")).lower()
            self._hidden = "display:none" in style
            if not self._hidden:
                self._rows.append({})
                if len(self._rows) > MOST_ROWS:
                    raise Rejected("clipboard_too_large")
        elif tag in ("td", "th") and self._rows and not self._hidden:
            self._end_cell()
            self._begin_cell(facts)
        elif tag in ("br", "p", "div", "li"):
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script"):
            self._silent = max(0, self._silent - 1)
        elif tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._end_cell()
                self._done = bool(self._rows)
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent:
            # A line break in the source is a space; one that was meant is a tag.
            self._cell.append(re.sub(r"[ \t\r\n]+", " ", data))

    def _begin_cell(self, facts: Mapping[str, str]) -> None:
        row = len(self._rows) - 1
        at = len(self._rows[row])
        while at in self._rows[row] or (row, at) in self._taken:
            at += 1
        down, right = _span(facts.get("rowspan", "")), _span(facts.get("colspan", ""))
        down = min(down, MOST_ROWS)
        self._cells += down * right
        if self._cells > MOST_CELLS:
            raise Rejected("clipboard_too_large")
        for below in range(down):
            for beside in range(right):
                if below or beside:
                    self._taken[row + below, at + beside] = None
        self._place, self._cell = at, []

    def _break(self) -> None:
        if self._cell:
            self._cell.append("\n")

    def _end_cell(self) -> None:
        if self._cell is not None and self._rows:
            lines = "".join(self._cell).split("\n")
            # Spaces that do not break are an indent at the front and plain spaces elsewhere.
            lines = [line.strip(" ").replace("\xa0", " ").rstrip() for line in lines]
            self._rows[-1][self._place] = "\n".join(lines).rstrip("\n")
        self._cell = None


def _span(text: str) -> int:
    return max(1, min(int(text), MOST_COLUMNS)) if text.strip().isdecimal() and len(text) < 7 else 1


# -- what cells mean in any table -------------------------------------------------------------------


def level_of(row: Mapping[str, str]) -> int:
    """Outline level from its column, the dots of the WBS code, or the indent of the name."""
    found = re.fullmatch(r"\d{1,3}", row.get("level", "").strip())
    if found:
        return int(found[0])
    if row.get("wbs", "").strip():
        return row["wbs"].strip().strip(".").count(".") + 1
    return len(row["name"].replace("　", "  ").replace("\t", "  ")) - len(row["name"].lstrip()) + 1


def as_percent(text: str) -> str:
    """A share as per cent: a cell without a format says 0.5 for 50%."""
    found = re.fullmatch(r"0?[.]\d+", text.strip())
    return str(round(float(found[0]) * 100)) if found else text
