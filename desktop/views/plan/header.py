"""The headings of the plan grid: flat, as high as the time scale beside them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.views.theme import colour


class PlanHeader(QHeaderView):
    """Titles over two lines where one is too short."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._height = 0
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def set_height(self, height: int) -> None:
        self._height = height
        self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height or super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        painter.fillRect(rect, colour("header"))
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), colour("grid_strong"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colour("line_strong"))
        text = str(self.model().headerData(logical_index, Qt.Orientation.Horizontal) or "")
        inner = rect.adjusted(6, 2, -6, -3)
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
