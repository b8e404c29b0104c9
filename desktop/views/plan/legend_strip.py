"""The legend under the chart of the plan: only what is in sight, on as many lines as it needs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.charts.legend import HEIGHT, WIDTH, LegendEntry
from desktop.charts.shapes import Text
from desktop.i18n import tr, words
from desktop.models.cells import plain_tip
from desktop.views.labels import SMALL, em, scaled
from desktop.views.painting import ShapePainter
from desktop.views.theme import colour

MOST_LINES, MOST_SHARE = 3, 0.1
"""Lines of the legend at most, and how much of the window they may take; the tool tip has what finds no room."""


class LegendStrip(QWidget):
    """Shows the entries that it is given; what is drawn is also said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: list[LegendEntry] = []
        self._places: list[tuple[QPointF, float, LegendEntry]] = []
        self._more: QPointF | None = None
        """Where dots say that there is more than room."""
        self._lines = 1
        self.setFont(scaled(SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Legend of the chart"))

    @property
    def _line(self) -> int:
        return round(self.fontMetrics().height() * 1.35)

    def show_entries(self, entries: list[LegendEntry]) -> None:
        """Show these, in this order."""
        if [(each.sign, each.title) for each in entries] == [(each.sign, each.title) for each in self.entries]:
            return
        self.entries = entries
        self.setVisible(bool(entries))
        said = words()(", ", "list").join(each.title for each in entries)
        self.setAccessibleDescription(said)
        self._arrange()

    def _arrange(self) -> None:
        """Find the place of each entry, and ask for the lines that they need."""
        measure, gap, x, line = self.fontMetrics(), em(1.1), float(em(0.5)), 0
        sign = WIDTH * self._scale + em(0.35)
        most = max(1, min(MOST_LINES, int(self.window().height() * MOST_SHARE / self._line)))
        self._places = []
        left_out = []
        for each in self.entries:
            wide = measure.horizontalAdvance(each.title) + 2.0
            if line < most and x > em(0.5) and x + sign + wide > self.width() - em(1.5):
                line += 1
                x = float(em(0.5)) if line < most else x
            if line >= most:
                left_out.append(each.title)
                continue
            self._places.append((QPointF(x, line * self._line), wide, each))
            x += sign + wide + gap
        self.setToolTip(plain_tip("\n".join(left_out)))
        self._more = QPointF(x, (most - 1) * self._line) if left_out else None
        lines = max(1, min(line + 1, most))
        if lines > self._lines:  # never fewer: the chart would grow, show more, and need the line again
            self._lines = lines
            self.updateGeometry()
        self.update()

    @property
    def _scale(self) -> float:
        return max(1.0, self.fontMetrics().height() * 0.75 / HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(em(10), self._lines * self._line + em(0.2))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lines = 1
            self._arrange()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        factor, line = self._scale, self._line
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour("window"))
            for place, wide, entry in self._places:
                painter.save()
                painter.translate(place.x(), place.y() + (line - HEIGHT * factor) / 2)
                painter.scale(factor, factor)
                ShapePainter(painter).draw(entry.shapes)
                painter.restore()
                text = Text(place.x() + WIDTH * factor + em(0.35), place.y(), wide + 2, line, entry.title, "text")
                ShapePainter(painter).draw((text,))
            if self._more is not None:
                place = self._more
                ShapePainter(painter).draw((Text(place.x(), place.y(), em(1.5), line, "…", "text"),))
