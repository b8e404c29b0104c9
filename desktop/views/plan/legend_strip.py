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


Place = tuple[QPointF, float, LegendEntry]
"""Where an entry stands, and how wide its text is."""


class LegendStrip(QWidget):
    """Shows the entries that it is given; what is drawn is also said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: list[LegendEntry] = []
        self._most: list[LegendEntry] = []
        """What room is kept for."""
        self._places: list[Place] = []
        self._more: QPointF | None = None
        """Where dots say that there is more than room."""
        self._lines = 1
        self._top = 0
        """Pixels above the first line."""
        self.setFont(scaled(SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Legend of the chart"))

    @property
    def _line(self) -> int:
        return round(self.fontMetrics().height() * 1.35)

    def show_entries(self, entries: list[LegendEntry], most: list[LegendEntry] | None = None) -> None:
        """Show these, in this order, and keep the room that ``most`` of them would take."""
        most = entries if most is None or not entries else most
        if _said(entries) == _said(self.entries) and _said(most) == _said(self._most):
            return
        self.entries, self._most = entries, most
        self.setVisible(bool(entries))
        said = words()(", ", "list").join(each.title for each in entries)
        self.setAccessibleDescription(said)
        self._arrange()

    def _arrange(self) -> None:
        """Find the place of each entry, and ask for the lines that they need."""
        most = max(1, min(MOST_LINES, int(self.window().height() * MOST_SHARE / self._line)))
        self._places, x, lines = self._laid(self.entries, most)
        left_out = [each.title for each in self.entries[len(self._places) :]]
        self.setToolTip(plain_tip("  ·  ".join(left_out), whole=True))
        self._more = QPointF(x, (most - 1) * self._line) if left_out else None
        kept = max(lines, self._laid(self._most, most)[2], self._lines)
        self._top = (kept - lines) * self._line // 2  # in the middle of the room that is kept
        lines = kept
        if lines > self._lines:  # never fewer: the chart would grow, show more, and need the line again
            self._lines = lines
            self.updateGeometry()
        self.update()

    def _laid(self, entries: list[LegendEntry], most: int) -> tuple[list[Place], float, int]:
        """The places of those that fit into ``most`` lines, where the last one ends, and the lines that they take."""
        measure, gap, x, line = self.fontMetrics(), em(1.1), float(em(0.5)), 0
        sign = WIDTH * self._scale + em(0.35)
        places: list[Place] = []
        for each in entries:
            wide = measure.horizontalAdvance(each.title) + 2.0
            if x > em(0.5) and x + sign + wide > self.width() - em(1.5):
                if line + 1 == most:
                    break
                line, x = line + 1, float(em(0.5))
            places.append((QPointF(x, line * self._line), wide, each))
            x += sign + wide + gap
        return places, x, line + 1

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
            painter.translate(0, self._top)
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


def _said(entries: list[LegendEntry]) -> list[tuple[str, str]]:
    return [(each.sign, each.title) for each in entries]
