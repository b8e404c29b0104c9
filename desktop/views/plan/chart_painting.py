"""How the chart beside the grid is painted: paper, selection, the shapes of the plan, and what the hand does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPixmap

from desktop.charts.gantt import Gantt
from desktop.charts.shapes import Polyline, Rect, Shape
from desktop.views.painting import ShapePainter
from desktop.views.plan.tip import tip_shapes
from desktop.views.theme import palette

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart


class Paper:
    """The background of one chart as a picture, kept while the chart is scrolled over its rows."""

    def __init__(self) -> None:
        self._paper: tuple[object, QPixmap] | None = None

    def of(self, chart: GanttChart, frame: Gantt, width: int, height: int) -> QPixmap:
        """Calendar shading and grid, painted once for each scale and size."""
        calendar = chart.workspace.schedule.calendar()
        ratio = chart.devicePixelRatioF()
        key = (chart.scale, width, height, ratio, id(palette()), calendar, chart.options.non_working)
        if self._paper is None or self._paper[0] != key:
            pixmap = QPixmap(round(width * ratio), round(height * ratio))
            pixmap.setDevicePixelRatio(ratio)
            with QPainter(pixmap) as painter:
                ShapePainter(painter).draw(frame.background(width, height))
            self._paper = (key, pixmap)
        return self._paper[1]


def paint_chart(chart: GanttChart, paper: Paper) -> None:
    """Paint what ``chart`` shows now on its viewport."""
    width, height = chart.viewport().width(), chart.viewport().height()
    frame = chart.frame
    with QPainter(chart.viewport()) as painter:
        painter.drawPixmap(0, 0, paper.of(chart, frame, width, height))
        draw = ShapePainter(painter).draw
        draw(_selection(chart, frame, width, height))
        if chart.previewed() is not None:
            draw(_before(chart, frame, height))
        draw(frame.content(width, height))
        if chart.gesture is None:
            draw(chart.look.relation_shapes(frame, width, height))
        draw(frame.foreground(width, height))
        draw(_overlay(chart, frame))
        if chart.gesture is not None:
            draw(chart.gesture.shapes())
        lines, place = chart.hand.tip()
        draw(tip_shapes(lines, place, chart.viewport().size(), painter.fontMetrics()))


def _selection(chart: GanttChart, frame: Gantt, width: int, height: int) -> Iterator[Shape]:
    for row in frame.window(height):
        if chart.grid.cells.has_row(row):
            yield Rect(0, frame.y(row), width, frame.heights.height(row), "accent_soft", opacity=0.8)


def _before(chart: GanttChart, frame: Gantt, height: int) -> Iterator[Shape]:
    """Outlines of where the bars that a preview moves stand now."""
    present = chart.present()
    for row in frame.window(height):
        old, new = present.bar(row), frame.bar(row)
        if old is not None and new is not None and (old.left, old.right) != (new.left, new.right):
            yield Rect(old.left, old.top, old.width, old.bottom - old.top, "", "line_strong", 3, opacity=0.8)


def _overlay(chart: GanttChart, frame: Gantt) -> Iterator[Shape]:
    """Handles of the bar under the pointer, and the link that is selected."""
    if chart.selected_link:
        for line in frame.lines:
            if line.ref == f"dependency/{chart.selected_link}":
                yield Polyline(line.points, "accent", 2, True)
    yield from chart.hand.handles()
