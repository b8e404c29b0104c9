"""Which columns the grid shows, in what order and how wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.i18n import tr
from desktop.models.plan_columns import COLUMNS, NUMBER_OF, columns_of
from desktop.views.plan.header import TITLE_ROOM
from desktop.views.plan.row_sizes import FIRST_WRAPPED

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid

NAME, MARKS = NUMBER_OF["name"], NUMBER_OF["indicators"]
SAMPLE = 200
"""Rows out of sight whose texts are looked at where a column is fitted to them."""
WIDEST = 40
"""Ems that a column is fitted to at most."""


class GridColumns(QObject):
    """The columns of one grid. That of the names is always there."""

    def __init__(self, grid: PlanGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def reset(self) -> None:
        """Columns, order and widths as they are before anybody has chosen."""
        self._grid.sizes.wrap(FIRST_WRAPPED)
        self._grid.frozen.freeze("")
        self.show([(column.key, 0) for column in COLUMNS if column.shown])

    def show(self, columns: Sequence[tuple[str, int]]) -> None:
        """Show exactly these columns in this order; width 0 is the first width."""
        grid, header = self._grid, self._grid.horizontalHeader()
        known = {column.key for column in columns_of(grid.plan.workspace)}
        wanted = {key: width for key, width in columns if key in known} or {"name": 0}
        for number, column in enumerate(COLUMNS):
            grid.setColumnHidden(number, column.key not in wanted)
            if column.key in wanted:
                grid.setColumnWidth(number, wanted[column.key] or self.first_width(number))
        for place, key in enumerate(wanted):
            header.moveSection(header.visualIndex(NUMBER_OF[key]), place)
        grid.sizes.measure_anew()

    def shown(self) -> list[tuple[str, int]]:
        """(key, width) of the visible columns in their order."""
        return [(COLUMNS[number].key, self._grid.columnWidth(number)) for number in self.numbers()]

    def chosen(self) -> list[list[object]]:
        """As :meth:`shown`, as JSON; the width is 0 where nobody has chosen one."""
        return [[key, 0 if width == self.first_width(NUMBER_OF[key]) else width] for key, width in self.shown()]

    def numbers(self) -> list[int]:
        """The columns that are shown, in their order."""
        header = self._grid.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        return [number for number in order if not self._grid.isColumnHidden(number)]

    def choose(self, keys: Sequence[str]) -> None:
        """Show these in this order; those that are there keep their widths."""
        widths = dict(self.shown())
        self.show([(key, widths.get(key, 0)) for key in keys])
        self._grid.layout_changed.emit()

    def insert(self, key: str, before: int) -> None:
        """Show a column to the left of the column ``before``; at the end where that is not shown."""
        keys = [each for each, _ in self.shown() if each != key]
        there = COLUMNS[before].key if before >= 0 else ""
        keys.insert(keys.index(there) if there in keys else len(keys), key)
        self.choose(keys)
        self._grid.scrollTo(self._grid.plan.index(max(0, self._grid.currentIndex().row()), NUMBER_OF[key]))

    def hide(self, number: int) -> None:
        """Take a column away."""
        if number != NAME:
            self.choose([key for key, _ in self.shown() if key != COLUMNS[number].key])

    # -- widths ---------------------------------------------------------------------------------

    def first_width(self, number: int) -> int:
        """The width before anybody has chosen one."""
        return max(round(COLUMNS[number].width * self._grid.metrics.em), self._title_width(number))

    def _title_width(self, number: int) -> int:
        measure = self._grid.fontMetrics()
        return max(measure.horizontalAdvance(word) for word in tr(COLUMNS[number].title).split()) + TITLE_ROOM

    def fit(self, number: int) -> None:
        """Make a column as wide as its texts need."""
        self._grid.setColumnWidth(number, self.fitting_width(number))

    def fitting_width(self, number: int) -> int:
        """Width for the texts in sight, and for some of those that are not."""
        grid = self._grid
        if number == MARKS:
            return self.first_width(number)
        pad = grid.metrics.line // 3
        widest = 0
        for row in self._looked_at():
            depth, summary = grid.plan.level(row)
            _, measure = grid.delegate.face(bold=summary)
            indent = grid.indent_of(depth) if number == NAME else pad
            widest = max(widest, indent + pad + measure.horizontalAdvance(grid.plan.text(row, number)[:SAMPLE]) + 2)
        return max(min(widest, round(WIDEST * grid.metrics.em)), self._title_width(number))

    def _looked_at(self) -> Iterator[int]:
        count = self._grid.plan.rowCount()
        first = max(0, self._grid.rowAt(0))
        last = self._grid.rowAt(self._grid.viewport().height() - 1)
        sight = range(first, last + 1 if last >= 0 else count)
        yield from sight
        yield from (row for row in range(0, count, max(1, count // SAMPLE)) if row not in sight)
