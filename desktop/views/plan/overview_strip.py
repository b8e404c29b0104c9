"""The whole plan in a strip, with a frame around what the chart shows: drag it, drag its edges, click beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desktop.charts.condensed import Condensed
from desktop.charts.timeheader import one_tier
from desktop.charts.timescale import Timescale
from desktop.domain.display import date_text
from desktop.i18n import tr, words
from desktop.views.labels import SMALL, em, scaled
from desktop.views.painting import ShapePainter
from desktop.views.plan.chart import GanttChart
from desktop.views.plan.time_area import ZOOM_STEP
from desktop.views.theme import colour, palette

LABELS, MAP = 1.15, 2.3
"""Heights of the names of months and of the rows, in heights of a line."""
CALM = 250
"""Milliseconds without a change after which the picture is made anew."""
SLICE_ROWS, SLICE_SECONDS = 250, 0.006
"""The picture is made in slices: so many rows between two looks at the clock, and so long at a stretch."""
EDGE = 5.0
"""Pixels on both sides of an edge of the frame in which it is taken hold of."""
LEAST = 6.0
"""Least width and height of the frame, in pixels: there must be something to take hold of."""
BODY, LEFT_EDGE, RIGHT_EDGE, BESIDE = "body", "left", "right", "beside"


class OverviewStrip(QWidget):
    """Follows ``chart``. The picture is a pixmap that is swapped when a newer one is ready."""

    def __init__(self, chart: GanttChart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self._picture: QPixmap | None = None
        self._slices: Iterator[None] | None = None
        self._held = ""
        self._pressed = QPointF()
        self._before: tuple[Timescale, int] | None = None
        """What the chart showed before the hand came: scale, and scroll over the rows."""
        self._grabbed: tuple[Timescale, int, QRectF] | None = None
        """What it showed when the frame was taken hold of, and the frame."""
        self._scale: tuple[object, Timescale] | None = None
        self._key: object = None
        """What the picture was made for."""
        self.setFont(scaled(SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Overview of the whole plan"))
        self.setToolTip(tr("Drag the frame to move, its edges to zoom; a click goes there"))
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self._begin)
        self._step = QTimer(self, interval=0)
        self._step.timeout.connect(self._go_on)
        chart.scale_changed.connect(self._moved)
        bar = chart.grid.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._moved)
        chart.plan.rearranged.connect(self._changed)
        chart.workspace.changed.connect(self._changed)

    # -- geometry -------------------------------------------------------------------------------

    @property
    def scale(self) -> Timescale:
        """The whole plan over the whole width, divided and folded as the chart is."""
        chart = self._chart
        start, finish = chart.extent()
        key = (start, finish, self.width(), chart.scale.folds, chart.scale.ruler)
        if self._scale is None or self._scale[0] != key:
            self._scale = key, chart.scale.fitted(start, finish, max(self.width(), 50), em(0.8))
        return self._scale[1]

    def frame(self) -> QRectF:
        """What the chart shows, never smaller than a hand can hold, and never quite out of sight."""
        shown, scale, map_ = self._chart.scale, self.scale, self._map()
        left = scale.x(shown.start)
        right = scale.x(shown.moment(self._chart.viewport().width()))
        left = min(max(left, 0.0), self.width() - LEAST)
        right = max(min(right, float(self.width())), left + LEAST)
        bar = self._chart.grid.verticalScrollBar()
        whole = max(bar.maximum() + bar.pageStep(), 1)
        height = min(max(map_.height() * bar.pageStep() / whole, LEAST), map_.height())
        top = map_.top() + min(map_.height() * bar.value() / whole, map_.height() - height)
        return QRectF(left, top, right - left, height)

    def _map(self) -> QRectF:
        top = self._label_height()
        return QRectF(0, top, self.width(), max(self.height() - top - 2, LEAST))

    def _label_height(self) -> int:
        return round(self.fontMetrics().height() * LABELS)

    def sizeHint(self) -> QSize:
        return QSize(em(20), round(self.fontMetrics().height() * (LABELS + MAP)))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(4), 0)  # where the window is low, rows come first

    def part_at(self, place: QPointF) -> str:
        """What of the frame a press would take hold of."""
        frame = self.frame()
        grip = min(EDGE, frame.width() / 4 + 1)
        if abs(place.x() - frame.left()) <= grip:
            return LEFT_EDGE
        if abs(place.x() - frame.right()) <= grip:
            return RIGHT_EDGE
        # In time alone: who points above or below the frame means the same days and other rows.
        return BODY if frame.contains(place) else BESIDE

    # -- picture --------------------------------------------------------------------------------

    def _moved(self) -> None:
        """The chart shows something else; the picture is another one only where time is divided otherwise."""
        self._step.stop()
        self._calm.start()
        self.update()

    def _scrolled(self) -> None:
        if self._slices is not None:  # whoever scrolls wants frames, not this picture
            self._step.stop()
            self._calm.start()
        self.update()

    def _changed(self) -> None:
        self._key = self._slices = None
        self._step.stop()
        self._calm.start()
        self.update()

    def _picture_key(self) -> object:
        return (self.scale, self.size().toTuple(), self.devicePixelRatioF())

    def _begin(self) -> None:
        if not self.isVisible():
            return
        self._describe()
        if self._picture_key() == self._key:
            if self._slices is not None:
                self._step.start()
            return
        self._key = self._picture_key()
        ratio = self.devicePixelRatioF()
        made = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(colour("surface"))
        self._slices = self._make(made)
        self._step.start()

    def _go_on(self) -> None:
        """Paint for a few milliseconds; nobody waits for this picture."""
        until = perf_counter() + SLICE_SECONDS
        while self._slices is not None and perf_counter() < until:
            if next(self._slices, self) is self:
                self._slices = None
        if self._slices is None:
            self._step.stop()

    def _make(self, made: QPixmap) -> Iterator[None]:
        workspace, ids, map_ = self._chart.workspace, list(self._chart.plan.ids), self._map()
        plan = Condensed(
            workspace.project, workspace.schedule, ids, self.scale, top=map_.top() + 1, bottom=map_.bottom()
        )
        with QPainter(made) as painter:
            painter.setFont(self.font())
            ShapePainter(painter).draw(one_tier(self.scale, self.width(), self._label_height(), self._em(), words()))
        for first in range(0, len(ids), SLICE_ROWS):
            with QPainter(made) as painter:
                ShapePainter(painter).draw(plan.shapes(first, first + SLICE_ROWS))
            yield
        self._picture = made
        self.update()

    def _em(self) -> float:
        return float(self.fontMetrics().height()) / 1.3

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        map_, frame = self._map(), self.frame()
        with QPainter(self) as painter:
            if self._picture is None:
                painter.fillRect(self.rect(), colour("surface"))
            else:
                painter.drawPixmap(0, 0, self._picture)
            for moment, role in self._moments():
                painter.fillRect(QRectF(round(self.scale.x(moment)) - 1, map_.top(), 2, map_.height()), colour(role))
            veil = QColor(palette()["grey"])
            veil.setAlphaF(0.18)
            for left, right in ((0.0, frame.left()), (frame.right(), float(self.width()))):
                painter.fillRect(QRectF(left, map_.top(), right - left, map_.height()), veil)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colour("accent"))
            painter.drawRect(QRectF(frame.left(), map_.top(), frame.width() - 1, map_.height()))
            fill = QColor(palette()["accent"])
            fill.setAlphaF(0.16)
            painter.fillRect(frame, fill)
            for x in (frame.left() - 1, frame.right() - 2):
                painter.fillRect(QRectF(x, map_.top(), 3, map_.height()), colour("accent"))
            painter.setPen(colour("line"))
            painter.drawLine(0, 0, self.width(), 0)
            if self.hasFocus():
                painter.setPen(colour("focus"))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _moments(self) -> list[tuple[dt.datetime, str]]:
        workspace = self._chart.workspace
        found = [(workspace.session.now(), "today")]
        if (status := workspace.project.profile.status_date) is not None:
            found.append((dt.datetime.combine(status + dt.timedelta(days=1), dt.time()), "status_date"))
        return found

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._moved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None
        self._changed()  # what it was made for is forgotten too: the old size may come back before the hands rest

    # -- hand -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place = event.position()
        rows = self._chart.grid.verticalScrollBar()
        self._before = self._chart.scale, rows.value()
        self._held, self._pressed = self.part_at(place), place
        if self._held == BESIDE:
            self._centre_on(place)
            self._held = BODY
        self._grabbed = self._chart.scale, rows.value(), self.frame()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if not self._held:
            shapes = {BODY: Qt.CursorShape.OpenHandCursor, BESIDE: Qt.CursorShape.PointingHandCursor}
            self.setCursor(shapes.get(self.part_at(place), Qt.CursorShape.SizeHorCursor))
            return
        assert self._grabbed is not None
        (shown, value, frame), gone = self._grabbed, place - self._pressed
        if self._held == BODY:
            self._chart.set_scale(shown.at(self.scale.moment(self.scale.x(shown.start) + gone.x())))
            rows = self._chart.grid.verticalScrollBar()
            rows.setValue(value + round(gone.y() / self._map().height() * (rows.maximum() + rows.pageStep())))
            return
        width = self._chart.viewport().width()
        start, finish = shown.start, shown.moment(width)  # the frame itself may be cut off at the ends of the plan
        if self._held == LEFT_EDGE:
            start = self.scale.moment(min(frame.left() + gone.x(), frame.right() - LEAST))
        else:
            finish = self.scale.moment(max(frame.right() + gone.x(), frame.left() + LEAST))
        self._chart.set_scale(shown.fitted(start, finish, width))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._held, self._before, self._grabbed = "", None, None

    def _centre_on(self, place: QPointF) -> None:
        """Have the chart show the days and rows around a place of the strip."""
        chart, map_ = self._chart, self._map()
        middle = chart.scale.at(self.scale.moment(place.x()))
        chart.set_scale(middle.scrolled(-chart.viewport().width() / 2))
        bar = chart.grid.verticalScrollBar()
        whole = bar.maximum() + bar.pageStep()
        bar.setValue(round((place.y() - map_.top()) / map_.height() * whole - bar.pageStep() / 2))

    def _let_go(self) -> None:
        """Leave no trace of what the hand did."""
        if self._before is not None:
            self._chart.set_scale(self._before[0])
            self._chart.grid.verticalScrollBar().setValue(self._before[1])
        self._held, self._before, self._grabbed = "", None, None

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = event.angleDelta().y() or event.angleDelta().x()
            self._chart.zoom(ZOOM_STEP ** (turn / 120))
            event.accept()
        elif not self._chart.wheel(event):
            QApplication.sendEvent(self._chart.grid.verticalScrollBar(), event)
            event.accept()

    # -- keys -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, chart, width = event.key(), self._chart, self._chart.viewport().width()
        rows = chart.grid.verticalScrollBar()
        if key == Qt.Key.Key_Escape and self._before is not None:
            self._let_go()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            chart.set_scale(chart.scale.scrolled(width / 4 if key == Qt.Key.Key_Right else -width / 4))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            rows.setValue(rows.value() + (1 if key == Qt.Key.Key_Down else -1) * rows.pageStep() // 4)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            rows.setValue(rows.value() + (1 if key == Qt.Key.Key_PageDown else -1) * rows.pageStep())
        elif key == Qt.Key.Key_Home:
            chart.show_moment(chart.extent()[0], 0.1)
            rows.setValue(rows.minimum())
        elif key == Qt.Key.Key_End:
            chart.show_moment(chart.extent()[1], 0.9)
            rows.setValue(rows.maximum())
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            chart.zoom(ZOOM_STEP)
        elif key == Qt.Key.Key_Minus:
            chart.zoom(1 / ZOOM_STEP)
        else:
            super().keyPressEvent(event)

    def _describe(self) -> None:
        chart = self._chart
        first, last = chart.extent()
        said = tr(
            "Shown are {start} to {finish}; the plan runs from {first} to {last}",
            start=date_text(chart.scale.start), finish=date_text(chart.scale.moment(chart.viewport().width())),
            first=date_text(first), last=date_text(last),
        )  # fmt: skip
        self.setAccessibleDescription(said)
