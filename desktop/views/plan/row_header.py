"""The numbers of the rows: where whole rows are selected and, once selected, dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHeaderView, QTableView, QWidget

from desktop.i18n import tr
from desktop.models.plan_groups import is_heading
from desktop.views.theme import colour

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid

ROOM = 12
"""Pixels around the longest number."""


class RowCorner(QWidget):
    """Dresses the button above the numbers, which selects everything, like the heads beside it."""

    def __init__(self, grid: QTableView) -> None:
        super().__init__(grid)
        button = grid.findChild(QAbstractButton)
        assert button is not None
        self.setParent(button)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(watched, QAbstractButton):
            self.resize(watched.size())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        room = self.rect()
        with QPainter(self) as painter:
            painter.fillRect(room, colour("header"))
            painter.fillRect(room.right(), room.y(), 1, room.height(), colour("line_strong"))
            painter.fillRect(room.x(), room.bottom(), room.width(), 1, colour("line_strong"))


class RowHeader(QHeaderView):
    """Numbers of the tasks in the order of the whole plan, so that closing a summary renumbers nothing."""

    def __init__(self, grid: PlanGrid) -> None:
        super().__init__(Qt.Orientation.Vertical, grid)
        self._grid = grid
        self._digits = 0
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(tr("Row numbers"))

    def sizeHint(self) -> QSize:
        return QSize(self._width(), self.height())  # the grid asks for the width; Qt would measure every section

    def _width(self) -> int:
        return self.fontMetrics().horizontalAdvance("0" * max(self._digits, 2)) + ROOM

    def fit(self) -> None:
        """Make room for the longest number."""
        digits = len(str(len(self._grid.plan.workspace.project.outline.order)))
        if digits != self._digits or self.width() != self._width():
            self._digits = digits
            self.setFixedWidth(self._width())

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        plan = self._grid.plan
        if logical_index >= len(plan.ids):
            return
        marked = self._grid.cells.has_row(logical_index)
        painter.fillRect(rect, colour("accent_soft" if marked else "header"))
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), colour("line_strong"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colour("grid"))
        painter.setPen(colour("text" if marked else "muted"))
        if is_heading(plan.ids[logical_index]):
            return
        number = plan.workspace.project.outline.row.get(plan.ids[logical_index], logical_index) + 1
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        first_line = QRect(rect.x(), rect.y(), rect.width() - ROOM // 2, min(rect.height(), self._grid.metrics.row))
        painter.drawText(first_line, int(flags.value), str(number))

    # -- pointer --------------------------------------------------------------------------------

    def _place(self, event: QMouseEvent) -> QPoint:
        """Where the pointer is over the cells; negative to their left."""
        return self._grid.viewport().mapFromGlobal(event.globalPosition().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grid.setFocus(Qt.FocusReason.MouseFocusReason)
            self._grid.hand.press(self._place(event), event.modifiers(), rows=True)
        elif event.button() is Qt.MouseButton.RightButton:
            row = self.logicalIndexAt(event.position().toPoint())
            if row >= 0 and not self._grid.cells.is_whole_row(row):
                self._grid.cells.choose_rows(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._grid.hand.move(self._place(event))
            return
        row = self.logicalIndexAt(event.position().toPoint())
        movable = row >= 0 and self._grid.cells.is_whole_row(row)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if movable else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grid.hand.release(self._place(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)
