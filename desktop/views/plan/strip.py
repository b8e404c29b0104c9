"""A small sheet at a bar that says what was just done and offers one choice; it never blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desktop.views.labels import Text, em
from desktop.views.theme import colour

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart

GAP = 6
"""Pixels between the bar and the sheet."""


class Strip(QFrame):
    """Lies over the chart below the bar of a task, and goes with the next action or Escape."""

    def __init__(self, chart: GanttChart) -> None:
        super().__init__(chart)
        self.chart = chart
        self.task = ""
        self.back: QWidget = chart
        """What the keys go back to."""
        self.text = Text(wrap=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(em(0.6), em(0.4), em(0.6), em(0.4))
        self.column.setSpacing(em(0.3))
        self.column.addWidget(self.text)
        self.hide()
        chart.scale_changed.connect(self.place)
        chart.verticalScrollBar().valueChanged.connect(self.place)

    def open_at(self, task: str) -> None:
        """Show below the bar of ``task``, in place of any other sheet."""
        for other in self.chart.strips:
            if other is not self:
                other.leave()
        self.task = task
        self.show()
        self.raise_()
        self.place()

    def say(self, text: str) -> None:
        """Show ``text``, and have it read aloud."""
        self.text.setText(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def place(self) -> None:
        """Lie below the bar, or above where there is no room; within the chart in any case."""
        if self.isHidden():
            return
        area, row = self.chart.viewport().geometry(), self.chart.plan.row_of(self.task)
        bar = self.chart.present_bar(row) if row >= 0 else None
        if bar is None:
            self.dismiss()
            return
        width = min(self.wanted_width(), area.width() - 2 * GAP)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        below = bar.bottom + GAP
        above = bar.top - GAP - height
        y = below if below + height <= area.height() or above < 0 else above
        x = min(max(bar.left, GAP), max(area.width() - width - GAP, GAP))
        y = min(max(y, GAP), max(area.height() - height - GAP, GAP))
        self.setGeometry(round(area.x() + x), round(area.y() + y), round(width), round(height))

    def wanted_width(self) -> int:
        """Room for a sentence that is easily read."""
        one_line = self.text.fontMetrics().horizontalAdvance(self.text.text()) + em(1.4)
        return max(self.minimumSizeHint().width(), min(one_line, em(30)))

    def dismiss(self) -> None:
        """Go away; the keys go back to where they were."""
        focused = QApplication.focusWidget()
        within = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if within:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """The hand went elsewhere in the chart."""
        self.dismiss()

    def make_way(self) -> None:
        """The hand went to the grid."""
        self.dismiss()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # a press beside the choice is no press on the chart behind

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("line_strong"), 1))
            painter.setBrush(colour("raised"))
            box = QRectF(QPointF(0.5, 0.5), QPointF(self.width() - 0.5, self.height() - 0.5))
            painter.drawRoundedRect(box, 5, 5)
