"""A read-only table of things that were worked out: columns say how a thing is shown, rows are the things."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from desktop.models.cells import ACCESSIBLE_TEXT, ALIGNMENT, DISPLAY, ROOT, TOOL_TIP, Index, one_line, plain_tip

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
MARK = int(Qt.ItemDataRole.UserRole) + 1
"""Colour role of the text of a cell, "" for the usual one."""
STRONG = int(Qt.ItemDataRole.UserRole) + 2
"""Whether a row stands out, as a summary does."""
STRETCH = 50
"""Rows that are written between two looks at what the person does."""

Cell = str | float | dt.date | None


@dataclass(frozen=True, slots=True)
class Content:
    """A table as it goes into a file."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column; the functions take a row."""

    title: str
    """In the interface language."""
    text: Callable[[Any], str]
    key: Callable[[Any], Any] | None = None
    """What to sort by, None being nothing and last; the text where there is no other."""
    alignment: int = LEFT
    width: float = 8.0
    """First width in heights of the font; 0 takes what is left."""
    mark: Callable[[Any], str] | None = None
    """Colour role of a text that says more than its words."""
    cell: Callable[[Any], Cell] | None = None
    """What a spreadsheet gets, where that can be more than the text."""
    unit: Callable[[], str] | None = None
    """Of the numbers in ``cell``, in the interface language."""
    tip: str = ""
    """The title in full, where it is an abbreviation."""


class ResultTable(QAbstractTableModel):
    """Rows of any kind, replaced as a whole and sorted by any column."""

    def __init__(
        self, columns: Sequence[TableColumn], strong: Callable[[Any], bool] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._strong = strong
        self._given: tuple[Any, ...] = ()
        self._rows: list[Any] = []
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)

    # -- content --------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows, sorted as the ones before."""
        self.beginResetModel()
        self._given = tuple(rows)
        self._rows = self._order()
        self.endResetModel()

    def row(self, at: int) -> Any:
        """The thing in a row; None where there is no such row."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def rows(self) -> Iterator[Any]:
        """The things in the order shown."""
        return iter(self._rows)

    def texts(self) -> Iterator[list[str]]:
        """Every row as it is shown, for the clipboard."""
        for one in self._rows:
            yield [column.text(one) for column in self.columns]

    def texts_in_steps(self, rows: Sequence[int]) -> Generator[None, None, list[list[str]]]:
        """As :meth:`texts` of some rows, which can be interrupted between any two steps."""
        found: list[list[str]] = []
        for begin in range(0, len(rows), STRETCH):
            for at in rows[begin : begin + STRETCH]:
                one = self._rows[at]
                found.append([column.text(one) for column in self.columns])
            yield
        return found

    def content_in_steps(self, title: str) -> Generator[None, None, Content]:
        """As :meth:`content`, which can be interrupted between any two steps."""
        headings, writers, rows = self._headings(), self._writers(), self._rows
        found: list[tuple[Cell, ...]] = []
        for begin in range(0, len(rows), STRETCH):
            found += [tuple(write(one) for write in writers) for one in rows[begin : begin + STRETCH]]
            yield
        return Content(title, headings, tuple(found))

    def content(self, title: str) -> Content:
        """The table in the order shown, for a file."""
        writers = self._writers()
        return Content(title, self._headings(), tuple(tuple(write(one) for write in writers) for one in self._rows))

    def _headings(self) -> tuple[str, ...]:
        return tuple(f"{one.title} ({one.unit()})" if one.unit else one.title for one in self.columns)

    def _writers(self) -> list[Callable[[Any], Cell]]:
        return [column.cell or column.text for column in self.columns]

    # -- Qt -------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == DISPLAY:
            return self.gap(section) + column.title
        if role in (TOOL_TIP, ACCESSIBLE_TEXT):
            return column.tip or column.title
        return column.alignment if role == ALIGNMENT else None

    def gap(self, at: int) -> str:
        """What stands before the texts of a column so that they do not touch numbers on the left."""
        after_numbers = at > 0 and self.columns[at - 1].alignment == RIGHT and self.columns[at].alignment == LEFT
        return "\u2002" if after_numbers else ""

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        one, column = self._rows[index.row()], self.columns[index.column()]
        if role == DISPLAY:
            return one_line(column.text(one))
        if role == TOOL_TIP:
            return plain_tip(column.text(one))
        if role == ACCESSIBLE_TEXT:
            return f"{column.title}: {one_line(column.text(one))}"
        if role == ALIGNMENT:
            return column.alignment
        if role == MARK:
            return column.mark(one) if column.mark else ""
        if role == STRONG:
            return self._strong is not None and self._strong(one)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; by none (-1) as the rows were given."""
        self._sorted = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(index, self._rows[index.row()]) for index in before]
        self._rows = self._order()
        place = {id(one): at for at, one in enumerate(self._rows)}
        self.changePersistentIndexList(
            before, [self.index(place[id(one)], index.column()) for index, one in kept]
        )
        self.layoutChanged.emit()

    def _order(self) -> list[Any]:
        at, order = self._sorted
        if not 0 <= at < len(self.columns):
            return list(self._given)
        column = self.columns[at]
        key = column.key or column.text
        filled = [(key(one), one) for one in self._given]
        known = [pair for pair in filled if pair[0] not in (None, "")]
        known.sort(key=lambda pair: pair[0], reverse=order is Qt.SortOrder.DescendingOrder)
        return [one for _, one in known] + [one for value, one in filled if value in (None, "")]
