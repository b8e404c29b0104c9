"""All resources by all periods: numbers on a one-hue scale, and a mark where there is too much."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.charts.histogram import hatching
from desktop.charts.shapes import Rect, Shape
from desktop.i18n import tr
from desktop.models.usage import OVER, SHADE, HeatModel
from desktop.views.labels import em
from desktop.views.painting import ShapePainter
from desktop.views.records.grid import ROW
from desktop.views.theme import colour

NAMES = 12.0
"""Most width of the names, in heights of the font."""


class HeatDelegate(QStyledItemDelegate):
    """A shade behind the number; overloads are hatched and outlined in red, so that they read in grey."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box, step, over = QRectF(option.rect), int(index.data(SHADE)), bool(index.data(OVER))
        painter.save()
        if step >= 0:
            painter.fillRect(box.adjusted(0, 0, -1, -1), colour("red_soft" if over else f"heat{step}"))
        if over:
            inner = box.adjusted(0, 0, -1, -1)
            painter.setClipRect(inner)
            shapes: list[Shape] = [Rect(inner.x(), inner.y(), inner.width(), inner.height(), "", "red")]
            # A narrow band at the left edge, so that no stroke runs through the number.
            shapes += hatching(inner.x(), inner.y(), em(0.45), inner.height(), "red")
            ShapePainter(painter).draw(shapes)
            painter.setClipping(False)
        ink = "text" if step < 0 else "red" if over else f"heat{step}_text"
        painter.setPen(colour(ink))
        font = QFont(option.font)
        font.setBold(over)
        painter.setFont(font)
        painter.drawText(box.adjusted(3, 0, -em(0.3), 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                         str(index.data() or ""))  # fmt: skip
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(colour("focus"))
            for inset in (0.5, 1.5):
                painter.drawRect(box.adjusted(inset, inset, -inset - 1, -inset - 1))
        painter.restore()


class HeatTable(QTableView):
    """``moved`` carries (resource, place of the period) under the cursor; ``entered`` says it was pressed."""

    moved = Signal(object)
    entered = Signal()

    def __init__(self, model: HeatModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heat = model
        self.setModel(model)
        self.setItemDelegate(HeatDelegate(self))
        self.setAccessibleName(tr("Heat map of all resources"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(True)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(self._enter)
        model.modelReset.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Sizes for the letters in use."""
        metrics = self.fontMetrics()
        # The longest of a heading (2026-06-01) and a number with its mark.
        wide = max(metrics.horizontalAdvance(" 2026-06-28 "), metrics.horizontalAdvance("▲ 88888.8"))
        self.horizontalHeader().setDefaultSectionSize(wide + em(0.4))
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(max(em(ROW), 24))
        names = (self.heat.name(row) for row in range(self.heat.rowCount()))
        longest = max(map(metrics.horizontalAdvance, names), default=0)
        rows.setFixedWidth(min(longest + em(1), em(NAMES)))

    def show_cell(self, resource: str, at: int) -> None:
        """Put the cursor there, without telling anybody."""
        if resource in self.heat.ids and 0 <= at < self.heat.columnCount():
            model = self.selectionModel()
            blocked = model.blockSignals(True)
            self.setCurrentIndex(self.heat.index(self.heat.ids.index(resource), at))
            model.blockSignals(blocked)
            self.viewport().update()

    def show_period(self, at: int) -> None:
        """Bring a period into sight."""
        if 0 <= at < self.heat.columnCount():
            self.scrollTo(self.heat.index(max(self.currentIndex().row(), 0), at))

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.moved.emit((self.heat.ids[index.row()], index.column()))

    def _enter(self) -> None:
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit()
        else:
            super().keyPressEvent(event)
