"""The grid of tasks: a flat table that behaves like an outline and like a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QFrame,
    QLineEdit,
    QMenu,
    QWidget,
)

from desktop.charts.row_heights import RowHeights
from desktop.domain.commands.plan import MoveTasks
from desktop.i18n import tr
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.plan_groups import is_heading
from desktop.models.plan_rows import Index
from desktop.models.plan_values import folded
from desktop.views.plan.cells import CellSelection
from desktop.views.plan.column_menu import column_menu
from desktop.views.plan.composing import Composing
from desktop.views.plan.delegate import PlanDelegate
from desktop.views.plan.drop_mark import paint_drop
from desktop.views.plan.figure_worker import FigureWorker
from desktop.views.plan.frozen import Frozen
from desktop.views.plan.frozen_table import FrozenTable, ScrollHint
from desktop.views.plan.grid_columns import GridColumns
from desktop.views.plan.grid_hand import GridHand
from desktop.views.plan.grid_keys import GridKeys
from desktop.views.plan.header import PlanHeader
from desktop.views.plan.metrics import PlanMetrics
from desktop.views.plan.read_only import ReadOnlyHint
from desktop.views.plan.row_drag import RowDrag
from desktop.views.plan.row_header import RowCorner, RowHeader
from desktop.views.plan.row_sizes import RowSizes
from desktop.views.theme import colour

NAME = NUMBER_OF["name"]
_WANTED = QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed


class PlanGrid(FrozenTable):
    """Rows of a :class:`PlanModel`. ``add_wanted``: Enter was pressed on the last row, or left its name."""

    add_wanted = Signal()
    fill_wanted = Signal(object, object, object)
    """The handle of the selection was pulled: a :class:`Block`, the rows in which it goes on, and whether it is only
    copied."""
    layout_changed = Signal()
    moving_refused = Signal()
    """Rows were to be dragged that do not stand in the order of the plan."""
    editor_closed = Signal()
    name_given_up = Signal()
    """Escape was pressed in an open name."""
    left_for = Signal(object)
    """The hand is about to press beside the grid, on the bar of the task with this id if any."""
    escaped = Signal()
    hold_pressed = Signal(object)
    """Id of a task whose mark of a date that holds it was pressed."""
    """Escape was pressed and nothing was there to be given up."""
    touched = Signal()
    """The hand is about to choose cells or rows."""

    def __init__(self, model: PlanModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = model
        self.metrics = PlanMetrics.of(self.font())
        self.column_extras: Callable[[int, QMenu], None] | None = None
        """Adds to the menu of a column what can be done to the rows by it."""
        self._alone = ""
        self.needle = ""
        """What is marked in the cells, folded; "" for nothing."""
        self.frozen = Frozen(self)
        self.header = header = PlanHeader(self)
        header.frozen = self.frozen
        self.setHorizontalHeader(header)
        self.delegate = PlanDelegate(self)
        self.columns = GridColumns(self)
        self.sizes = RowSizes(self)
        self.figure_worker = FigureWorker(model.figures)
        self.destroyed.connect(self.figure_worker.retire)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.cells = CellSelection(self)
        self.hand = GridHand(self)
        self.composing = Composing(self)
        self.keys = GridKeys(self)
        self.read_only = ReadOnlyHint(self)
        self.gives_up: Callable[[], bool] | None = None
        """Whether Escape gives something up beside the grid."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for set_mode in (self.setHorizontalScrollMode, self.setVerticalScrollMode):
            set_mode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.row_header = RowHeader(self)
        self.setVerticalHeader(self.row_header)
        self.row_corner = RowCorner(self)
        header.customContextMenuRequested.connect(self._show_column_menu)
        header.sectionMoved.connect(self._layout_changed)
        header.sectionResized.connect(self._layout_changed)
        model.workspace.changed.connect(self._project_changed)
        model.dataChanged.connect(self._frozen_changed)
        model.rearranged.connect(self._lay_out)
        self.selectionModel().selectionChanged.connect(self._show_selection)
        self.setAccessibleName(tr("Tasks"))
        self._measure()
        self.reset_columns()

    @property
    def heights(self) -> RowHeights:
        """Where rows are: asked by whatever shares them."""
        return self.sizes.heights

    def _measure(self) -> None:
        self.metrics = PlanMetrics.of(self.font())
        self.row_header.fit()
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
        self.columns.reset()

    def show_columns(self, columns: Sequence[tuple[str, int]]) -> None:
        """Show exactly these columns in this order; width 0 is the first width."""
        self.columns.show(columns)

    def shown_columns(self) -> list[tuple[str, int]]:
        """(key, width) of the visible columns in their order."""
        return self.columns.shown()

    def visible_columns(self) -> list[int]:
        """The columns that are shown, in their order."""
        return self.columns.numbers()

    def sizeHintForColumn(self, column: int) -> int:
        return self.columns.fitting_width(column)

    def _layout_changed(self) -> None:
        self.layout_changed.emit()

    def _show_column_menu(self, position: QPoint) -> None:
        header = self.header
        self.make_column_menu(header.column_at(position)).popup(header.mapToGlobal(position))

    def make_column_menu(self, number: int = -1) -> QMenu:
        """What can be done to a column, and which columns are shown."""
        return column_menu(self, number)

    # -- rows -----------------------------------------------------------------------------------

    def scrollTo(self, index: Index, hint: ScrollHint = ScrollHint.EnsureVisible) -> None:
        self.sizes.around(index.row())
        if self.verticalHeader().length() - self.viewport().height() > self.verticalScrollBar().maximum():
            self.updateGeometries()  # more rows have come, and the bar does not reach them yet
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
        identity = self.plan.ids[row] if 0 <= row < len(self.plan.ids) else ""
        return "" if is_heading(identity) else identity

    def selected_ids(self) -> list[str]:
        """Ids of the tasks with a selected cell, in the order of the rows; the current one where none is selected."""
        rows = list(self.cells.rows())
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        ids = (self.plan.ids[row] for row in rows)
        return list(dict.fromkeys(identity for identity in ids if not is_heading(identity)))

    def select_rows(self, rows: Sequence[int], columns: Sequence[int] = (), *, add: bool = False) -> None:
        """Select exactly these rows, or these too, whole or in some columns; the first becomes current."""
        self.cells.select_rows(rows, columns, add=add)

    def column_in_sight(self) -> int:
        """The current column, or that of the names."""
        column = self.currentIndex().column()
        return column if column >= 0 and not self.isColumnHidden(column) else NAME

    def set_current(self, row: int, column: int) -> None:
        """Make a cell current; the selection stays."""
        index = self.plan.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _frozen_changed(self) -> None:
        if self.frozen.width:
            self.viewport().update(0, 0, self.frozen.width, self.viewport().height())

    def _show_selection(self) -> None:
        self.viewport().update()
        self.row_header.viewport().update()

    def select_id(self, identity: str, column: int = -1) -> bool:
        """Make a task current and visible, opening what it lies in."""
        row = self.plan.uncover(identity)
        if row < 0:
            return False
        self.cells.choose(row, column if column >= 0 else self.column_in_sight())
        self.scrollTo(self.currentIndex())
        return True

    def edit_cell(self, identity: str, key: str = "name", *, alone: bool = False) -> None:
        """Open the editor of a task's cell; a name asked for ``alone`` is none of a list that goes on with Enter."""
        self._alone = identity if alone else ""
        if self.select_id(identity, NUMBER_OF[key]):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edit(self.currentIndex())

    def step(self, action: QAbstractItemView.CursorAction) -> None:
        """Go to the next cell as a key would that ends an editor."""
        self.keys.leave_editor(action, alone=self._alone)

    def find_marks(self, text: str) -> None:
        """Mark the cells that contain ``text``."""
        needle = folded(" ".join(text.split()))
        if needle != self.needle:
            self.needle = needle
            self.viewport().update()

    # -- editing --------------------------------------------------------------------------------

    def edit(self, index: QModelIndex, *how: Any) -> Any:  # type: ignore[override]  # one name, two signatures
        """Open the editor; a double click on a choice opens its list at once. Where there is none, say why."""
        if not how:  # Qt would complain of a cell that cannot be edited, which is told here
            return index.isValid() and self.edit(index, QAbstractItemView.EditTrigger.AllEditTriggers, None)
        if self.delegate.refused and self.delegate.editor is not None:
            self.delegate.editor.setFocus()  # what was typed stays, with the explanation beside it
            return False
        if how[0] & _WANTED and self.read_only.explain(index):
            return False
        done = super().edit(index, *how)
        editor = self.delegate.editor
        if how[0] is QAbstractItemView.EditTrigger.DoubleClicked and isinstance(editor, QComboBox):
            editor.showPopup()
        if how[0] is QAbstractItemView.EditTrigger.EditKeyPressed and isinstance(editor, QLineEdit):
            editor.end(False)  # F2 edits what is there, typing replaces it
        return done

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if self.delegate.refused and hint is not QAbstractItemDelegate.EndEditHint.RevertModelCache:
            editor.setFocus()  # what was typed stays, with the explanation beside it
            return
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.RevertModelCache:
            self.name_given_up.emit()
        self.editor_closed.emit()

    # -- keys -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing.before()
        super().inputMethodEvent(event)
        self.composing.after(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters over a cell that cannot be edited do nothing, as in a spreadsheet; Ctrl+F finds."""

    # -- mouse ----------------------------------------------------------------------------------

    def indent_of(self, depth: int) -> int:
        """Where the name of a task begins in its cell."""
        return self.metrics.line // 3 + (depth + 1) * self.metrics.indent

    @property
    def row_drag(self) -> RowDrag | None:
        """The rows that are being dragged, if any."""
        return self.hand.row_drag

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.composing.settle()
        if event.button() is Qt.MouseButton.LeftButton:
            self.hand.press(event.position().toPoint(), event.modifiers())
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.hand.move(event.position().toPoint(), event.modifiers())
            return
        self.hand.hover(event.position().toPoint())
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.hand.release(event.position().toPoint(), event.modifiers())
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        usual = event.button() is not Qt.MouseButton.LeftButton or event.modifiers() != Qt.KeyboardModifier.NoModifier
        if usual or not index.isValid() or self.hand.triangle_at(event.position().toPoint()) >= 0:
            self.mousePressEvent(event)
            return
        self.hand.cancel()
        self.cells.choose(index.row(), index.column())
        self.edit(index, QAbstractItemView.EditTrigger.DoubleClicked, event)

    def move_rows(self, command: MoveTasks) -> None:
        """Put the selected rows where they were dropped; they stay selected as they were."""
        columns = self.cells.columns()
        if self.plan.workspace.do(command):
            rows = [row for identity in command.ids if (row := self.plan.row_of(identity)) >= 0]
            self.select_rows(rows, columns)

    def _lay_out(self) -> None:
        """At once: Qt would paint, lay out and paint once more."""
        self.executeDelayedItemsLayout()

    def _project_changed(self) -> None:
        self.hand.cancel()
        self.row_header.fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.hand.busy and event.reason() is Qt.FocusReason.ActiveWindowFocusReason:
            self.hand.cancel()

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self.frozen.paint_cells(painter, event.rect())
            self.hand.handle.paint(painter)
            if self.row_drag is not None:
                paint_drop(painter, self, self.row_drag)
            if not self.plan.ids and self.plan.order.asked.conditions:
                self._paint_nothing(painter)

    def _paint_nothing(self, painter: QPainter) -> None:
        painter.setPen(colour("muted"))
        flags = int((Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap).value)
        room = self.viewport().rect().adjusted(self.metrics.line, 2 * self.metrics.row, -self.metrics.line, 0)
        painter.drawText(room, flags, tr("No task fits the filter. Ctrl+Shift+L shows all tasks."))
