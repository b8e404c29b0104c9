"""Rows as high as their wrapped columns need: measured where they are in sight, the others when the hands rest.

A row that nobody has seen counts as one line until it is measured. What was measured wrongly or not at all
is put right without moving what the person looks at.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from desktop.charts.row_heights import RowHeights
from desktop.domain.record import Kind
from desktop.models.plan_columns import COLUMNS, LEFT, NUMBER_OF
from desktop.views.plan.wrapping import broken

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid

NAME = NUMBER_OF["name"]
FIRST_WRAPPED = ("notes",)
"""Columns that wrap before anybody has chosen."""
REST, SLICE = 15, 0.008
"""Milliseconds between two slices of measuring out of sight, and the seconds that one of them takes."""
TAKEN_TOGETHER = 2000
"""Rows out of sight that are put right at once: every time costs a pass over all rows."""


@dataclass(frozen=True, slots=True)
class _Cells:
    """What a row was measured for, and the lines of its wrapped cells by column."""

    made_of: tuple[object, ...]
    lines: dict[int, tuple[str, ...]]
    extra: int


class RowSizes(QObject):
    """The row frame of one grid: ``heights`` answers where rows are, ``changed`` says that it answers anew."""

    changed = Signal()

    def __init__(self, grid: PlanGrid) -> None:
        super().__init__(grid)
        self._grid, self._plan = grid, grid.plan
        self.heights = RowHeights(grid.metrics.row)
        self.wrapped: frozenset[str] = frozenset(FIRST_WRAPPED)
        """Keys of the columns whose text wraps where they are shown."""
        self._active: tuple[int, ...] = ()
        self._cells: dict[str, _Cells] = {}
        self._fresh: set[str] = set()
        self._waiting: set[str] = set()
        self._value = 0
        self._told: dict[int, int] | None = {}
        """What Qt's header adds to the rows that have more than a line; None where rows have come, gone or moved."""
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self._measure_more)
        grid.horizontalHeader().sectionResized.connect(self._resized)
        grid.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._plan.dataChanged.connect(self._changed)
        self._plan.rearranged.connect(self._rearranged)

    # -- what wraps -----------------------------------------------------------------------------

    @staticmethod
    def can_wrap(number: int) -> bool:
        """Whether a column holds text that may need several lines."""
        return COLUMNS[number].align == LEFT

    def wrap(self, keys: Iterable[str]) -> None:
        """Wrap exactly these columns."""
        self.wrapped = frozenset(key for key in keys if key in NUMBER_OF and self.can_wrap(NUMBER_OF[key]))
        self.measure_anew()

    def measure_anew(self) -> None:
        """Columns, widths or letters are others: what is in sight is measured at once."""
        hidden = self._grid.isColumnHidden
        self._active = tuple(sorted(at for key in self.wrapped if not hidden(at := NUMBER_OF[key])))
        self._fresh.clear()
        if not self._active or self.heights.line != self._grid.metrics.row:
            self._cells.clear()
            self._told = None if self._told else {}
            self._apply(())
        self.see()

    def lines(self, row: int, column: int) -> tuple[str, ...] | None:
        """Lines of a wrapped cell; None where the column does not wrap or the row was not measured."""
        cells = self._cells.get(self._plan.ids[row]) if column in self._active else None
        return cells.lines.get(column) if cells is not None else None

    # -- when -----------------------------------------------------------------------------------

    def see(self, *, upward: bool = False) -> None:
        """Measure the rows in sight. Called whenever others may have come into it."""
        if not self._active or self._busy or not self._grid.isVisible():
            return
        first = max(0, self.heights.row_at(self._grid.verticalScrollBar().value()))
        self.measure(first, first + self._room(), upward=upward)
        if len(self._fresh) < len(self._plan.ids):
            self._timer.start()

    def _room(self) -> int:
        return self._grid.viewport().height() // self._grid.metrics.row + 2

    def around(self, row: int) -> None:
        """Measure what would be in sight with ``row``, before it is scrolled to."""
        if self._active:
            room = self._room()
            self.measure(max(0, row - room), row + room)

    def measure(self, first: int, last: int, *, upward: bool = False) -> None:
        """Measure rows ``first`` up to ``last`` and take what was measured."""
        ids, fresh = self._plan.ids, self._fresh
        new = [identity for identity in ids[first:last] if identity not in fresh]
        changed = [identity for identity in new if self._measured(identity)]
        if changed:
            self._apply(changed, upward=upward)

    def _measure_more(self) -> None:
        """Measure for a moment what nobody has seen yet."""
        if not self._active or not self._grid.isVisible():
            return
        until = time.perf_counter() + SLICE
        missing = False
        for identity in self._plan.ids:
            if identity in self._fresh:
                continue
            if time.perf_counter() > until:
                missing = True
                break
            if self._measured(identity):
                self._waiting.add(identity)
        if self._waiting and (not missing or len(self._waiting) >= TAKEN_TOGETHER):
            self._apply(())
        if missing:
            self._timer.start()

    def _scrolled(self, value: int) -> None:
        before, self._value = self._value, value
        self.see(upward=0 < value < before)

    def _resized(self, column: int) -> None:
        if COLUMNS[column].key in self.wrapped:
            self.measure_anew()

    def _changed(self, top: QModelIndex, bottom: QModelIndex) -> None:
        if any(top.column() <= at <= bottom.column() for at in self._active):
            self._fresh.difference_update(self._plan.ids[top.row() : bottom.row() + 1])
            self.see()

    def _rearranged(self) -> None:
        if self._active:
            self._told = None
            self._apply(())
            self.see()

    # -- measuring ------------------------------------------------------------------------------

    def _measured(self, identity: str) -> bool:
        """Measure a row; whether it has another height or other lines than before."""
        row, plan = self._plan.row_of(identity), self._plan
        self._fresh.add(identity)
        depth, summary = plan.level(row)
        texts = tuple(plan.edit_text(row, at) if _is_long(at) else plan.text(row, at) for at in self._active)
        widths = tuple(self._grid.columnWidth(at) for at in self._active)
        made_of = (texts, widths, summary, depth)
        before = self._cells.get(identity)
        if before is not None and before.made_of == made_of:
            return False
        font, measure = self._grid.delegate.face(bold=summary)
        pad = self._grid.metrics.line // 3
        lines = {}
        for at, text, width in zip(self._active, texts, widths, strict=True):
            indent = self._grid.indent_of(depth) if at == NAME else pad
            lines[at] = broken(text, font, measure, width - indent - pad)
        most = max(map(len, lines.values()))
        self._cells[identity] = _Cells(made_of, lines, (most - 1) * self._grid.metrics.line)
        return True

    def _apply(self, changed: Iterable[str], *, upward: bool = False) -> None:
        """Give every row the height that was measured, and keep what is in sight where it is."""
        before, cells, metrics = self.heights, self._cells, self._grid.metrics
        self._waiting.clear()
        extra: dict[int, int] = {}
        if self._active:
            row_of = self._plan.row_map.get
            for identity, one in cells.items():
                if one.extra and (row := row_of(identity, -1)) >= 0:
                    extra[row] = one.extra
        self.heights = RowHeights(metrics.row, extra)
        if before.uniform and self.heights.uniform:
            self._grid.viewport().update()
            return
        bar = self._grid.verticalScrollBar()
        value = bar.value()
        anchor = max(0, before.row_at(value))
        if upward:  # rows that come in from above grow upward
            moved = {self._plan.row_of(identity) for identity in changed}
            anchor = next((row for row in range(anchor, anchor + self._room()) if row not in moved), anchor)
        place = before.top(anchor) - value
        self._busy = True
        self._resize_sections(extra)
        bar.setValue(round(self.heights.top(anchor) - place))
        self._value = bar.value()
        self._busy = False
        self.changed.emit()
        self._grid.viewport().update()

    def _resize_sections(self, extra: dict[int, int]) -> None:
        """Tell Qt's header. With its signals and updates it would look at all rows for each of them."""
        header, line, told = self._grid.verticalHeader(), self._grid.metrics.row, self._told
        rows = range(header.count()) if told is None else told.keys() | extra.keys()
        header.blockSignals(True)
        header.setUpdatesEnabled(False)
        for row in rows:
            if told is None or told.get(row) != extra.get(row):
                header.resizeSection(row, line + extra.get(row, 0))
        header.setUpdatesEnabled(True)
        header.blockSignals(False)
        self._told = extra
        self._grid.updateGeometries()


def _is_long(column: int) -> bool:
    spec = COLUMNS[column].spec
    return spec is not None and spec.kind is Kind.LONG_TEXT
