"""The grid of tasks: a flat table that behaves like an outline and like a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygon,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from desktop.charts.row_heights import RowHeights
from desktop.domain.commands.plan import MoveTasks
from desktop.i18n import tr
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.models.plan_find import folded
from desktop.models.plan_rows import Index
from desktop.views.plan.column_menu import column_menu
from desktop.views.plan.delegate import PlanDelegate
from desktop.views.plan.header import PlanHeader
from desktop.views.plan.metrics import PlanMetrics
from desktop.views.plan.row_drag import RowDrag
from desktop.views.plan.row_sizes import FIRST_WRAPPED, RowSizes
from desktop.views.theme import colour

NAME = NUMBER_OF["name"]
TITLE_ROOM = 16
"""Pixels beside the longest word of a heading."""
ScrollHint = QAbstractItemView.ScrollHint
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlanGrid(QTableView):
    """Rows of a :class:`PlanModel`. ``add_wanted``: Enter was pressed on the last row."""

    add_wanted = Signal()
    layout_changed = Signal()
    escaped = Signal()
    """Escape was pressed and nothing was there to be given up."""

    def __init__(self, model: PlanModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = model
        self.metrics = PlanMetrics.of(self.font())
        self.row_drag: RowDrag | None = None
        self._pressed: QPoint | None = None
        self.needle = ""
        """What is marked in the cells, folded; "" for nothing."""
        header = PlanHeader(self)
        self.setHorizontalHeader(header)
        self.delegate = PlanDelegate(self)
        self.sizes = RowSizes(self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for set_mode in (self.setHorizontalScrollMode, self.setVerticalScrollMode):
            set_mode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.customContextMenuRequested.connect(self._show_column_menu)
        header.sectionMoved.connect(self._layout_changed)
        header.sectionResized.connect(self._layout_changed)
        model.workspace.changed.connect(self._end_row_drag)
        self.setAccessibleName(tr("Tasks"))
        self._measure()
        self.reset_columns()

    @property
    def heights(self) -> RowHeights:
        """Where rows are: asked by whatever shares them."""
        return self.sizes.heights

    def _measure(self) -> None:
        self.metrics = PlanMetrics.of(self.font())
        self.verticalHeader().setMinimumSectionSize(self.metrics.row)
        self.verticalHeader().setDefaultSectionSize(self.metrics.row)
        header = self.horizontalHeader()
        assert isinstance(header, PlanHeader)
        header.set_height(self.metrics.header)
        header.setMinimumSectionSize(self.metrics.line)
        self.sizes.measure_anew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.delegate.dress()
            self._measure()

    # -- columns --------------------------------------------------------------------------------

    def reset_columns(self) -> None:
        """Columns, order and widths as they are before anybody has chosen."""
        self.sizes.wrap(FIRST_WRAPPED)
        self.show_columns([(column.key, 0) for column in COLUMNS if column.shown])

    def show_columns(self, columns: Sequence[tuple[str, int]]) -> None:
        """Show exactly these columns in this order; width 0 is the first width."""
        header = self.horizontalHeader()
        wanted = {key: width for key, width in columns if key in NUMBER_OF} or {"name": 0}
        for number, column in enumerate(COLUMNS):
            self.setColumnHidden(number, column.key not in wanted)
            self.setColumnWidth(number, wanted.get(column.key) or self._first_width(number))
        for place, key in enumerate(wanted):
            header.moveSection(header.visualIndex(NUMBER_OF[key]), place)
        self.sizes.measure_anew()

    def _first_width(self, number: int) -> int:
        measure = self.fontMetrics()
        title = max(measure.horizontalAdvance(word) for word in tr(COLUMNS[number].title).split())
        return max(round(COLUMNS[number].width * self.metrics.em), title + TITLE_ROOM)

    def shown_columns(self) -> list[tuple[str, int]]:
        """(key, width) of the visible columns in their order."""
        header = self.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        return [(COLUMNS[at].key, self.columnWidth(at)) for at in order if not self.isColumnHidden(at)]

    def _layout_changed(self) -> None:
        self.layout_changed.emit()

    def _show_column_menu(self, position: QPoint) -> None:
        header = self.horizontalHeader()
        self.make_column_menu(header.logicalIndexAt(position)).popup(header.mapToGlobal(position))

    def make_column_menu(self, number: int = -1) -> QMenu:
        """What can be done to a column, and which columns are shown."""
        return column_menu(self, number)

    def choose_column(self, action: QAction) -> None:
        """Show or hide the column whose number an action of the menu carries; -1 is the first choice."""
        number = action.data()
        if number is None:
            return
        if number < 0:
            self.reset_columns()
        else:
            self.setColumnHidden(number, not action.isChecked())
            self.sizes.measure_anew()
        self.layout_changed.emit()

    # -- rows -----------------------------------------------------------------------------------

    def scrollTo(self, index: Index, hint: ScrollHint = ScrollHint.EnsureVisible) -> None:
        self.sizes.around(index.row())
        super().scrollTo(index, hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sizes.see()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.sizes.see()

    # -- selection ------------------------------------------------------------------------------

    def current_id(self) -> str:
        """Id of the current task, or ""."""
        row = self.currentIndex().row()
        return self.plan.ids[row] if 0 <= row < len(self.plan.ids) else ""

    def selected_ids(self) -> list[str]:
        """Ids of the selected tasks in outline order; the current one where none is selected."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        return [self.plan.ids[row] for row in rows]

    def select_rows(self, rows: Sequence[int], *, add: bool = False) -> None:
        """Select exactly these rows, or these too; the first becomes current."""
        flag = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        for row in rows:
            index = self.plan.index(row, 0)
            chosen.merge(QItemSelection(index, index), flag.Select)
        how = (flag.Select if add else flag.ClearAndSelect) | flag.Rows
        self.selectionModel().select(chosen, how)
        if rows:
            self.selectionModel().setCurrentIndex(self.plan.index(rows[0], self._column()), flag.NoUpdate)

    def _column(self) -> int:
        column = self.currentIndex().column()
        return column if column >= 0 and not self.isColumnHidden(column) else NAME

    def select_id(self, identity: str, column: int = -1) -> bool:
        """Make a task current and visible, opening what it lies in."""
        row = self.plan.uncover(identity)
        if row < 0:
            return False
        index = self.plan.index(row, column if column >= 0 else self._column())
        self.setCurrentIndex(index)
        self.selectRow(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)
        return True

    def edit_cell(self, identity: str, key: str = "name") -> None:
        """Open the editor of a task's cell."""
        if self.select_id(identity, NUMBER_OF[key]):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edit(self.currentIndex())

    def step(self, action: QAbstractItemView.CursorAction) -> None:
        """Move the current cell as a key would."""
        index = self.moveCursor(action, Qt.KeyboardModifier.NoModifier)
        if index.isValid():
            self.setCurrentIndex(index)

    def find_marks(self, text: str) -> None:
        """Mark the cells that contain ``text``."""
        needle = folded(" ".join(text.split()))
        if needle != self.needle:
            self.needle = needle
            self.viewport().update()

    # -- editing --------------------------------------------------------------------------------

    def edit(self, index: QModelIndex, *how: Any) -> Any:  # type: ignore[override]  # one name, two signatures
        """Open the editor; a double click on a choice opens its list at once."""
        done = super().edit(index, *how)
        editor = self.delegate.editor
        if how and how[0] is QAbstractItemView.EditTrigger.DoubleClicked and isinstance(editor, QComboBox):
            editor.showPopup()
        return done

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if self.delegate.refused and hint is not QAbstractItemDelegate.EndEditHint.RevertModelCache:
            editor.setFocus()  # what was typed stays, with the explanation beside it
            return
        super().closeEditor(editor, hint)

    # -- keys -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.row_drag is not None and event.key() == Qt.Key.Key_Escape:
            self._end_row_drag()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and self.currentIndex().isValid() and self._outline_key(event.key()):
            return
        super().keyPressEvent(event)

    def _outline_key(self, key: int) -> bool:
        """Arrow keys open and close a summary on its name; Enter moves down, and adds below the last row."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        if key in _ENTER:
            if row == self.plan.rowCount() - 1:
                self.add_wanted.emit()
            else:
                self.step(QAbstractItemView.CursorAction.MoveDown)
            return True
        facts = self.plan.facts(row)
        if column != NAME or not facts.summary:
            return False
        if (key == Qt.Key.Key_Left and not facts.closed) or (key == Qt.Key.Key_Right and facts.closed):
            self.plan.toggle(self.plan.ids[row])
            return True
        return False

    # -- mouse ----------------------------------------------------------------------------------

    def triangle_at(self, position: QPoint) -> int:
        """The row whose triangle lies at ``position``, or -1."""
        index = self.indexAt(position)
        if not index.isValid() or index.column() != NAME:
            return -1
        facts = self.plan.facts(index.row())
        box = self.visualRect(index)
        right = box.x() + self.indent_of(facts.depth)
        inside = right - self.metrics.indent - 3 <= position.x() <= right + 1
        first_line = position.y() < box.y() + self.metrics.row
        return index.row() if facts.summary and inside and first_line else -1

    def indent_of(self, depth: int) -> int:
        """Where the name of a task begins in its cell."""
        return self.metrics.line // 3 + (depth + 1) * self.metrics.indent

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        index = self.indexAt(position)
        self._pressed = None
        if event.button() is Qt.MouseButton.LeftButton:
            row = self.triangle_at(position)
            if row >= 0:
                self.plan.toggle(self.plan.ids[row])
                return
            if not index.isValid():
                super().mousePressEvent(event)
                self.clearSelection()
                return
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and self.selectionModel().isRowSelected(index.row(), QModelIndex()):
                # A selected row may be about to be dragged: what the press would do waits for the release.
                self._pressed = position
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        if self.row_drag is not None:
            self.row_drag.move(position)
            self.viewport().update()
            return
        if self._pressed is not None:
            far = (position - self._pressed).manhattanLength() >= 8
            if far and self.state() is not QAbstractItemView.State.EditingState:
                self.row_drag = RowDrag(self, self.selected_ids())
                self.row_drag.move(position)
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self.viewport().update()
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if self.row_drag is not None:
            command = self.row_drag.command()
            self._end_row_drag()
            if command is not None:
                self._move_rows(command)
            return
        if pressed is not None:  # it was a click after all
            index = self.indexAt(pressed)
            if index.isValid():
                flag = QItemSelectionModel.SelectionFlag
                self.selectionModel().select(index, flag.ClearAndSelect | flag.Rows)
            return
        super().mouseReleaseEvent(event)

    def _move_rows(self, command: MoveTasks) -> None:
        if self.plan.workspace.do(command):
            rows = [row for identity in command.ids if (row := self.plan.row_of(identity)) >= 0]
            self.select_rows(rows)

    def _end_row_drag(self) -> None:
        if self.row_drag is not None:
            self.row_drag.end()
        self.row_drag = None
        self._pressed = None
        self.viewport().unsetCursor()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.row_drag is not None and event.reason() is Qt.FocusReason.ActiveWindowFocusReason:
            self._end_row_drag()

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.row_drag is not None:
            with QPainter(self.viewport()) as painter:
                self._paint_drop(painter, self.row_drag.line())

    def _paint_drop(self, painter: QPainter, line: QRect) -> None:
        if line.isEmpty():
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("ghost"))
        painter.drawRect(line)
        x, y, size = line.x(), line.center().y(), self.metrics.line // 4
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolygon(QPolygon([QPoint(x - size, y - size), QPoint(x, y), QPoint(x - size, y + size)]))
