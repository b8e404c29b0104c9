"""The headings of the plan grid: flat, as high as the time scale beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.models.plan_columns import COLUMNS, title_of
from desktop.views.theme import colour

if TYPE_CHECKING:
    from desktop.views.plan.frozen import Frozen

TITLE_ROOM = 16
"""Pixels beside the longest word of a heading."""


class PlanHeader(QHeaderView):
    """Titles over two lines where one is too short. Ctrl and a click sort, with Shift besides."""

    sort_wanted = Signal(object, object)
    """Number of a column, and whether it comes behind those that are sorted by already."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._height = 0
        self._sorted: Mapping[str, tuple[int, bool]] = {}
        self._pressed = -1
        self.frozen: Frozen | None = None
        """Columns that stand still; told by the grid."""
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def set_height(self, height: int) -> None:
        self._height = height
        self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height or super().sizeHint().height())

    def show_sort(self, keys: Mapping[str, tuple[int, bool]]) -> None:
        """Mark columns, by key, with their place among those that are sorted by and whether it is descending."""
        if keys != self._sorted:
            self._sorted = dict(keys)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = -1
        if event.button() is Qt.MouseButton.LeftButton and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._pressed = self.column_at(event.position().toPoint())
            return
        super().mousePressEvent(self._own(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, -1
        if pressed >= 0:
            if pressed == self.column_at(event.position().toPoint()):
                self.sort_wanted.emit(pressed, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        super().mouseReleaseEvent(self._own(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._own(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._own(event))

    def _own(self, event: QMouseEvent) -> QMouseEvent:
        """The event as the headings know it, which have all been scrolled."""
        found = self.frozen.translated(event) if self.frozen is not None else None
        return event if found is None else found

    def column_at(self, position: QPoint) -> int:
        """The column whose heading is seen at ``position``, or -1."""
        found = self.frozen.column_at(position.x()) if self.frozen is not None else -1
        return found if found >= 0 else self.logicalIndexAt(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.frozen is not None and self.frozen.width:
            with QPainter(self.viewport()) as painter:
                self.frozen.paint_heads(painter)

    def sectionSizeFromContents(self, logical_index: int) -> QSize:
        # Not from the model, which may have gone before the grid where a page goes that was only begun.
        title = title_of(COLUMNS[logical_index])
        longest = max(map(self.fontMetrics().horizontalAdvance, title.split() or [""]))
        return QSize(longest + TITLE_ROOM, self._height or super().sectionSizeFromContents(logical_index).height())

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        painter.fillRect(rect, colour("header"))
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), colour("grid_strong"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colour("line_strong"))
        text = str(self.model().headerData(logical_index, Qt.Orientation.Horizontal) or "")
        inner = rect.adjusted(6, 2, -6, -3)
        mark = self._sorted.get(COLUMNS[logical_index].key)
        if mark is not None:
            inner.setRight(self._paint_mark(painter, inner, mark))
        measure = painter.fontMetrics()
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        box = measure.boundingRect(inner, int(flags.value), text)
        painter.setPen(colour("header_text"))
        if box.height() <= inner.height() and box.width() <= inner.width():
            painter.drawText(inner, int(flags.value), text)
        else:
            single = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(
                inner, int(single.value), measure.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            )

    def _paint_mark(self, painter: QPainter, room: QRect, mark: tuple[int, bool]) -> int:
        """A triangle, with the place among several; returns where the title must end."""
        place, descending = mark
        size = painter.fontMetrics().height() * 0.28
        x, y = room.right() - size, room.center().y() + 0.5
        turn = size * (0.7 if descending else -0.7)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        points = ((x - size, y - turn), (x + size, y - turn), (x, y + turn))
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        left = round(x - size) - 3
        if len(self._sorted) > 1:
            painter.setPen(colour("accent"))
            width = painter.fontMetrics().horizontalAdvance(str(place))
            flags = int(Qt.AlignmentFlag.AlignVCenter.value)
            painter.drawText(QRect(left - width, room.y(), width, room.height()), flags, str(place))
            left -= width + 3
        return left
