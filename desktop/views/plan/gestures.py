"""What the hand does on the chart: one small class for each interaction.

A gesture begins with a press, follows the pointer, and ends in one command or, cancelled, in
nothing. While it lasts it previews on a copy; the chart paints the copy and the gesture's own
shapes above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop.charts.shapes import Rect, Shape
from desktop.domain.session import Command
from desktop.models.preview import Preview

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart


DECIDES = 8.0
"""Pixels from the press within which a drag has not begun, and by whose direction it may be decided which it is."""


class Gesture:
    """An interaction from press to release. Positions are in viewport coordinates."""

    cursor: Qt.CursorShape = Qt.CursorShape.ArrowCursor
    moves_bars: bool = False
    """Whether the chart shows the plan as previewed while the gesture lasts."""
    scrolls: tuple[bool, bool] = (False, False)
    """Whether the chart follows the pointer at its edges: in time, over the rows."""
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    """Keys that are held down as the pointer moves."""

    def __init__(self, chart: GanttChart, pressed: QPointF) -> None:
        self.chart = chart
        self.pressed = self.position = pressed
        self.preview: Preview | None = None

    def move(self, position: QPointF) -> None:
        """The pointer moved."""
        self.position = position

    def release(self) -> Command | None:
        """The command that the gesture means; None for none."""
        return None

    def settled(self) -> Gesture:
        """What it has turned out to be."""
        return self

    def cancel(self) -> None:
        """Leave no trace."""

    def shapes(self) -> Iterator[Shape]:
        """What is painted above the chart."""
        return iter(())

    def tip(self) -> list[str]:
        """Lines beside the pointer."""
        return []


class Pan(Gesture):
    """Moves the paper under the hand."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, chart: GanttChart, pressed: QPointF) -> None:
        super().__init__(chart, pressed)
        self._from = (chart.horizontalScrollBar().value(), chart.verticalScrollBar().value())

    def move(self, position: QPointF) -> None:
        super().move(position)
        gone = position - self.pressed
        self.chart.horizontalScrollBar().setValue(round(self._from[0] - gone.x()))
        self.chart.verticalScrollBar().setValue(round(self._from[1] - gone.y()))

    def cancel(self) -> None:
        self.chart.horizontalScrollBar().setValue(self._from[0])
        self.chart.verticalScrollBar().setValue(self._from[1])


class RubberBand(Gesture):
    """Selects the rows whose bars it touches."""

    scrolls = (True, True)

    def __init__(self, chart: GanttChart, pressed: QPointF, *, add: bool = False) -> None:
        super().__init__(chart, pressed)
        self._corner = (chart.scale.moment(pressed.x()), pressed.y() + chart.verticalScrollBar().value())
        self.add = add

    def rect(self) -> QRectF:
        """The band, in viewport coordinates; it keeps its corner when the chart scrolls."""
        moment, y = self._corner
        corner = QPointF(self.chart.scale.x(moment), y - self.chart.verticalScrollBar().value())
        return QRectF(corner, self.position).normalized()

    def rows(self) -> list[int]:
        """Rows whose bars lie within or cross the band."""
        band = self.rect()
        found = []
        for row in self.chart.rows_between(band.top(), band.bottom()):
            bar = self.chart.bar(row)
            if bar is not None and bar.right >= band.left() and bar.left <= band.right():
                found.append(row)
        return found

    def shapes(self) -> Iterator[Shape]:
        band = self.rect()
        yield Rect(band.x(), band.y(), band.width(), band.height(), "ghost", "ghost", opacity=0.15)
