"""Fingers on the chart: one moves the paper, two magnify it, a tap selects.

A finger that rests on a bar takes hold of it and drags it; lifted where it rested, it opens the menu, as it does at
once beside the bars.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QNativeGestureEvent, QTouchEvent

from desktop.views.plan.gestures import Pan

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart

STILL = 12.0
"""Pixels within which a finger counts as resting: it is less exact than a mouse."""
CLOSEST = 24.0
"""Pixels between two fingers below which their distance says nothing."""


class Touch(QObject):
    """Follows the fingers from the first to the last; positions are in viewport coordinates."""

    def __init__(self, chart: GanttChart) -> None:
        super().__init__(chart)
        self._chart = chart
        self._first: QPointF | None = None
        """Where the first finger came down, while it may still be a tap."""
        self._pan: Pan | None = None
        self._pair: QLineF | None = None
        """The two fingers as seen last."""
        self._carried: QPointF | None = None
        """Where the finger rested on the bar that it carries now."""
        self._tapped = (0.0, QPointF())
        self._holding = QTimer(self)
        self._holding.setSingleShot(True)
        self._holding.setInterval(QGuiApplication.styleHints().mousePressAndHoldInterval())
        self._holding.timeout.connect(self._held)
        chart.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        chart.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QTouchEvent):
            if kind is QEvent.Type.TouchCancel:
                self._put_back()
                self._end()
            else:
                self._follow(event, last=kind is QEvent.Type.TouchEnd)
            event.accept()
            return True
        if isinstance(event, QNativeGestureEvent):
            return self._native(event)
        return False

    # -- fingers --------------------------------------------------------------------------------

    def _follow(self, event: QTouchEvent, *, last: bool) -> None:
        places = [point.position() for point in event.points()]
        if event.type() is QEvent.Type.TouchBegin:
            self._end()
            self._first = places[0]
            self._holding.start()
        if self._carried is not None:
            self._carry(self._carried, places, last=last)
            return
        if len(places) >= 2 and not last:
            self._pinch(QLineF(places[0], places[1]))
        elif self._pair is not None:
            self._pair = self._first = None  # one finger is left of two: it moves nothing any more
        elif self._pan is not None:
            self._pan.move(places[0])
        elif self._first is not None and QLineF(self._first, places[0]).length() >= STILL:
            self._holding.stop()
            self._pan = Pan(self._chart, self._first)
            self._first = None
            self._pan.move(places[0])
        if last:
            tapped = self._first
            self._end()
            if tapped is not None:
                self._tap(tapped)

    def _carry(self, rested: QPointF, places: list[QPointF], *, last: bool) -> None:
        """The bar goes with the finger; a second finger, or none that moved, puts it back."""
        hand = self._chart.hand
        if len(places) > 1 or hand.gesture is None:
            self._put_back()
            self._end()
        elif not last:
            hand.follow(places[0])
        elif QLineF(rested, places[0]).length() < STILL:
            self._put_back()
            self._end()
            self._chart.open_menu(rested)
        else:
            self._carried = None
            hand.drop(places[0])
            self._end()

    def _put_back(self) -> None:
        if self._carried is not None:
            self._carried = None
            self._chart.hand.cancel()

    def _pinch(self, pair: QLineF) -> None:
        """Zoom by how far the fingers went apart, at the middle between them, and follow that."""
        self._holding.stop()
        self._pan = self._first = None
        before, self._pair = self._pair, pair
        if before is None or min(before.length(), pair.length()) < CLOSEST:
            return
        chart, went = self._chart, pair.center() - before.center()
        chart.zoom(pair.length() / before.length(), before.center().x())
        chart.set_scale(chart.scale.scrolled(-went.x()))
        bar = chart.verticalScrollBar()
        bar.setValue(round(bar.value() - went.y()))

    def _held(self) -> None:
        place, self._first = self._first, None
        if place is None:
            return
        if self._chart.hand.take_hold(place):
            self._carried = place
        else:
            self._chart.open_menu(place)

    def _tap(self, place: QPointF) -> None:
        """Select what lies there; a second tap at once opens its details."""
        chart, now = self._chart, time.monotonic()
        before, where = self._tapped
        self._tapped = (now, place)
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval() / 1000
        if now - before < interval and QLineF(where, place).length() < 2 * STILL:
            chart.open_at(place)
        else:
            chart.hand.tap(place)

    def _end(self) -> None:
        self._holding.stop()
        self._first = self._pan = self._pair = None

    # -- trackpads ------------------------------------------------------------------------------

    def _native(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._chart.zoom(max(0.2, 1 + event.value()), event.position().x())
        event.accept()
        return True
