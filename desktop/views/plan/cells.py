"""Which cells of the grid are selected: rectangles, however many rows they span, and what keys do to them.

The current cell is the corner at which a selection begins; typing, pasting and Enter start there. The opposite corner,
the ``head``, follows Shift with the arrows and the pointer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    QSignalBlocker,
    Qt,
)
from PySide6.QtGui import QKeyEvent

from desktop.models.plan_columns import COLUMNS
from desktop.models.rows import runs

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid

_FLAG = QItemSelectionModel.SelectionFlag
_KEY, _MODIFIER = Qt.Key, Qt.KeyboardModifier
ENTER = (_KEY.Key_Return, _KEY.Key_Enter)
_MOVES = {
    _KEY.Key_Up: (-1, 0), _KEY.Key_Down: (1, 0), _KEY.Key_Left: (0, -1), _KEY.Key_Right: (0, 1),
    _KEY.Key_PageUp: (-1, 0), _KEY.Key_PageDown: (1, 0), _KEY.Key_Home: (0, -1), _KEY.Key_End: (0, 1),
}  # fmt: skip
_PAGES, _ENDS = (_KEY.Key_PageUp, _KEY.Key_PageDown), (_KEY.Key_Home, _KEY.Key_End)
_FAR = 1_000_000_000
MOST_FOLLOWED = 1000
"""Selected cells that Qt follows one by one where rows come, go and move."""


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring rows × columns. ``columns`` are logical, visible, and in the order in which they are shown."""

    first: int
    last: int
    columns: tuple[int, ...]

    @property
    def cells(self) -> int:
        return (self.last - self.first + 1) * len(self.columns)


class CellSelection(QObject):
    """The selection of one grid, asked and changed by ranges."""

    def __init__(self, grid: PlanGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._head: tuple[int, int] | None = None
        """Row and place of the moving corner; holds as long as the current cell stays."""
        self._anchor = (-1, -1)
        self._runs: list[tuple[int, int]] | None = None
        self._aside: list[tuple[Sequence[str], int, int]] = []
        """Ids, first and last column of each range that was put aside."""
        self._starts: list[int] = []
        self._tabbed: tuple[int, int] | None = None
        """Row in which Tab has moved, and the column where that began: Enter goes back to it."""
        model = grid.plan
        for signal in (
            self._model.selectionChanged, model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.layoutChanged,
        ):  # fmt: skip
            signal.connect(self._forget)
        model.rearranging.connect(self._put_aside)
        model.rearranged.connect(self._bring_back)

    @property
    def _model(self) -> QItemSelectionModel:
        return self._grid.selectionModel()

    def _forget(self) -> None:
        self._runs = None

    # -- while rows come, go and move -----------------------------------------------------------

    def _put_aside(self) -> None:
        """Keep a large selection by its tasks: Qt would follow every single cell of it, asking for its flags."""
        ranges = self._ranges()
        if sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in ranges) > MOST_FOLLOWED:
            ids = self._grid.plan.ids
            self._aside = [(ids[top : bottom + 1], left, right) for top, left, bottom, right in ranges]
            self._clear_unseen()

    def _bring_back(self) -> None:
        """Select what was put aside where it stands now."""
        if self._aside:
            index, row_of, chosen = self._grid.plan.index, self._grid.plan.row_of, QItemSelection()
            for ids, left, right in self._aside:
                for first, last in runs(sorted(row for identity in ids if (row := row_of(identity)) >= 0)):
                    chosen.append(QItemSelectionRange(index(first, left), index(last, right)))
            self._aside = []
            self._model.select(chosen, _FLAG.ClearAndSelect)

    def _clear_unseen(self) -> None:
        """Select nothing for a moment, of which nobody hears."""
        with QSignalBlocker(self._model):
            self._model.select(QItemSelection(), _FLAG.Clear)
        self._forget()

    # -- reading --------------------------------------------------------------------------------

    def _ranges(self) -> list[tuple[int, int, int, int]]:
        """(top, left, bottom, right) of every range."""
        chosen = self._model.selection()
        found = [chosen.at(number) for number in range(chosen.count())]
        return [(each.top(), each.left(), each.bottom(), each.right()) for each in found]

    def runs(self) -> list[tuple[int, int]]:
        """(first, last) of every stretch of rows in which a cell is selected, in order."""
        if self._runs is None:
            found: list[tuple[int, int]] = []
            for first, last in sorted((top, bottom) for top, _, bottom, _ in self._ranges()):
                if found and first <= found[-1][1] + 1:
                    found[-1] = (found[-1][0], max(found[-1][1], last))
                else:
                    found.append((first, last))
            self._runs = found
            self._starts = [first for first, _ in found]
        return self._runs

    def rows(self) -> Iterator[int]:
        """Rows with a selected cell, in order."""
        for first, last in self.runs():
            yield from range(first, last + 1)

    def count(self) -> int:
        """How many rows have a selected cell."""
        return sum(last - first + 1 for first, last in self.runs())

    def tasks(self) -> int:
        """How many tasks have a selected cell: headings of groups are none."""
        plan = self._grid.plan
        if plan.repeats:
            return len({plan.ids[row] for row in self.rows()}.difference(plan.layout.headings))
        return self.count() - sum(self.has_row(plan.row_of(heading)) for heading in plan.layout.headings)

    def has_row(self, row: int) -> bool:
        """Whether a cell of ``row`` is selected."""
        stretches = self._runs if self._runs is not None else self.runs()
        at = bisect_right(self._starts, row) - 1
        return at >= 0 and row <= stretches[at][1]

    def whole_rows(self) -> bool:
        """Whether rows are selected from end to end, and nothing else."""
        ranges = self._ranges()
        return bool(ranges) and all(left == 0 and right == len(COLUMNS) - 1 for _, left, _, right in ranges)

    def is_whole_row(self, row: int) -> bool:
        return self._model.isRowSelected(row, QModelIndex())

    def is_selected(self, row: int, column: int) -> bool:
        return self._model.isSelected(self._grid.plan.index(row, column))

    def blocks(self) -> list[Block]:
        """The selection as rectangles, in the order of their rows; the current cell where nothing is selected."""
        found = []
        order = self._grid.visible_columns()
        ranges: dict[tuple[int, int], set[int]] = {}
        for top, left, bottom, right in self._ranges():
            ranges.setdefault((top, bottom), set()).update(range(left, right + 1))
        for (first, last), chosen in sorted(ranges.items()):
            if columns := tuple(column for column in order if column in chosen):
                found.append(Block(first, last, columns))
        current = self._grid.currentIndex()
        if not found and current.isValid():
            found.append(Block(current.row(), current.row(), (current.column(),)))
        return found

    def block(self) -> Block | None:
        """The selection where it is one rectangle; None where it is several, or nothing."""
        found = self.blocks()
        if len(found) != 1:
            return None
        places = [self._place(column) for column in found[0].columns]
        return found[0] if places == list(range(places[0], places[0] + len(places))) else None

    def columns(self) -> tuple[int, ...]:
        """Columns with a selected cell; none where whole rows are selected."""
        if self.whole_rows():
            return ()
        return tuple(dict.fromkeys(column for block in self.blocks() for column in block.columns))

    # -- places ---------------------------------------------------------------------------------

    def _place(self, column: int) -> int:
        """The position of a column among those that are shown."""
        order = self._grid.visible_columns()
        return order.index(column) if column in order else 0

    def _corners(self) -> tuple[int, int, int, int]:
        """Row and place of the current cell, then of the head."""
        current = self._grid.currentIndex()
        anchor = (max(current.row(), 0), self._place(current.column()))
        if self._head is None or self._anchor != anchor:
            self._anchor, self._head = anchor, anchor
        return (*anchor, *self._head)

    # -- changing -------------------------------------------------------------------------------

    def clear(self) -> None:
        self._model.clearSelection()

    def choose(self, row: int, column: int, *, add: bool = False) -> None:
        """Begin a selection at a cell; ``add`` keeps what is selected."""
        index = self._grid.plan.index(row, column)
        self._model.setCurrentIndex(index, _FLAG.NoUpdate)
        self._model.select(index, _FLAG.Select if add else _FLAG.ClearAndSelect)
        self._head = None

    def leave_out(self, row: int, column: int, *, whole: bool = False) -> None:
        """Take a cell, or its row, out of the selection."""
        how = _FLAG.Deselect | _FLAG.Rows if whole else _FLAG.Deselect
        self._model.select(self._grid.plan.index(row, column), how)

    def extend_to(self, row: int, place: int) -> None:
        """Select from the current cell to ``row`` and the ``place`` of a column, instead of what was drawn last."""
        top, left, _, _ = self._corners()
        order = self._grid.visible_columns()
        row = max(0, min(row, self._grid.plan.rowCount() - 1))
        place = max(0, min(place, len(order) - 1))
        self._head = (row, place)
        first, last = sorted((left, place))
        self._select(min(top, row), max(top, row), order[first : last + 1])
        self._grid.scrollTo(self._grid.plan.index(row, order[place]))

    def choose_rows(self, row: int, *, add: bool = False) -> None:
        """Begin a selection of whole rows."""
        self.choose(row, self._grid.column_in_sight(), add=add)
        self._model.select(self._grid.plan.index(row, 0), _FLAG.SelectCurrent | _FLAG.Rows)

    def extend_rows_to(self, row: int) -> None:
        """Select whole rows from the current one to ``row``."""
        top, _, _, place = self._corners()
        row = max(0, min(row, self._grid.plan.rowCount() - 1))
        self._head = (row, place)
        self._select(min(top, row), max(top, row), range(len(COLUMNS)))
        self._grid.scrollTo(self._grid.plan.index(row, self._grid.column_in_sight()))

    def _select(self, first: int, last: int, columns: Sequence[int]) -> None:
        index = self._grid.plan.index
        chosen = QItemSelection()
        for left, right in runs(sorted(columns)):
            chosen.append(QItemSelectionRange(index(first, left), index(last, right)))
        self._model.select(chosen, _FLAG.SelectCurrent)

    def select_rows(self, rows: Iterable[int], columns: Sequence[int] = (), *, add: bool = False) -> None:
        """Select exactly these rows, or these too, from end to end or in some columns; the first becomes current."""
        wanted = sorted(rows)
        index = self._grid.plan.index
        chosen = QItemSelection()
        for first, last in runs(wanted):
            for left, right in runs(sorted(columns)) if columns else [(0, len(COLUMNS) - 1)]:
                chosen.append(QItemSelectionRange(index(first, left), index(last, right)))
        if wanted:
            self._model.setCurrentIndex(index(wanted[0], self._grid.column_in_sight()), _FLAG.NoUpdate)
        self._model.select(chosen, _FLAG.Select if add else _FLAG.ClearAndSelect)

    def select_all(self) -> None:
        """Select every row from end to end."""
        current, count = self._grid.currentIndex(), self._grid.plan.rowCount()
        if count:
            self.select_rows(range(count))
            if current.isValid():
                self._model.setCurrentIndex(current, _FLAG.NoUpdate)

    def widen_to_rows(self) -> None:
        """Select the rows of the selected cells from end to end."""
        rows = list(self.rows()) or [self._grid.currentIndex().row()]
        current = self._grid.currentIndex()
        if rows[0] >= 0:
            self.select_rows(rows)
            self._model.setCurrentIndex(current, _FLAG.NoUpdate)

    def widen_to_columns(self) -> None:
        """Select the columns of the selected cells from the first row to the last."""
        last = self._grid.plan.rowCount() - 1
        columns = {column for block in self.blocks() for column in block.columns}
        if last >= 0 and columns:
            self._model.select(QModelIndex(), _FLAG.Clear)
            self._select(0, last, sorted(columns))

    # -- keys -----------------------------------------------------------------------------------

    def key(self, event: QKeyEvent) -> bool:
        """Whether a key was one that selects or moves among cells."""
        key, modifiers = event.key(), event.modifiers() & ~_MODIFIER.KeypadModifier
        shift, ctrl = _MODIFIER.ShiftModifier, _MODIFIER.ControlModifier
        if not self._grid.currentIndex().isValid():
            return False
        if key in ENTER and (modifiers == shift or (not modifiers and self._is_range())):
            self.step(-1 if modifiers else 1, 0)
        elif key in (_KEY.Key_Tab, _KEY.Key_Backtab):
            self.step(0, 1 if key == _KEY.Key_Tab else -1)
        elif key in _MOVES and modifiers in (shift, shift | ctrl):
            self._extend(_KEY(key), far=bool(modifiers & ctrl))
        elif key in _MOVES and modifiers == ctrl and key not in (*_PAGES, *_ENDS):
            self._jump(*_MOVES[_KEY(key)])
        else:
            return False
        return True

    def _extend(self, key: Qt.Key, *, far: bool) -> None:
        down, right = _MOVES[key]
        _, _, row, place = self._corners()
        if key in _PAGES:
            down *= max(1, self._grid.viewport().height() // self._grid.metrics.row - 1)
        if far and key in _ENDS:
            down = right
        if far or key in _ENDS:
            down, right = down * _FAR, right * _FAR
        self.extend_to(row + down, place + right)

    def _jump(self, down: int, right: int) -> None:
        """To the first or last row or column."""
        current, order = self._grid.currentIndex(), self._grid.visible_columns()
        row = current.row() if not down else 0 if down < 0 else self._grid.plan.rowCount() - 1
        column = current.column() if not right else order[0 if right < 0 else -1]
        self.choose(row, column)
        self._grid.scrollTo(self._grid.currentIndex())

    def _is_range(self) -> bool:
        """Whether more than one cell is selected, the current one among them."""
        blocks = self.blocks()
        return sum(block.cells for block in blocks) > 1 and self._model.isSelected(self._grid.currentIndex())

    def step(self, down: int, right: int) -> None:
        """To the next cell: inside a selection of several from its end to its beginning, else to the neighbour."""
        current = self._grid.currentIndex()
        if self._is_range():
            row, column = _next(self.blocks(), current.row(), current.column(), down, right)
            self._model.setCurrentIndex(self._grid.plan.index(row, column), _FLAG.NoUpdate)
            self._grid.scrollTo(self._grid.currentIndex())
            return
        order, count = self._grid.visible_columns(), self._grid.plan.rowCount()
        row, place = current.row() + down, self._place(current.column()) + right
        if right:
            if self._tabbed is None or self._tabbed[0] != current.row():
                self._tabbed = (current.row(), current.column())
            if not 0 <= place < len(order):
                place, row = (0, row + 1) if right > 0 else (len(order) - 1, row - 1)
        elif self._tabbed is not None:
            if self._tabbed[0] == current.row():
                place = self._place(self._tabbed[1])
            self._tabbed = None
        if 0 <= row < count:
            self.choose(row, order[place])
            self._grid.scrollTo(self._grid.currentIndex())

    def enter_column(self) -> int:
        """The column in which Enter goes down: where Tab began in this row, else the current one."""
        current = self._grid.currentIndex()
        began = self._tabbed is not None and self._tabbed[0] == current.row()
        return self._tabbed[1] if began and self._tabbed is not None else current.column()

    def forget_tab(self) -> None:
        """The person went somewhere else: Enter stays in its column."""
        self._tabbed = None


def _next(blocks: Sequence[Block], row: int, column: int, down: int, right: int) -> tuple[int, int]:
    """The cell behind or before (row, column): along rows for Tab, along columns for Enter, then the next block."""
    at = next(
        (n for n, block in enumerate(blocks) if block.first <= row <= block.last and column in block.columns), 0
    )
    block = blocks[at]
    width, height = len(block.columns), block.last - block.first + 1
    x, y = block.columns.index(column) if column in block.columns else 0, max(0, min(row - block.first, height - 1))
    place = (y * width + x + right) if right else (x * height + y + down)
    if not 0 <= place < block.cells:
        block = blocks[(at + (1 if place > 0 else -1)) % len(blocks)]
        width, height = len(block.columns), block.last - block.first + 1
        place = 0 if place > 0 else block.cells - 1
    x, y = (place % width, place // width) if right else (place // height, place % height)
    return block.first + y, block.columns[x]
