"""A scroll area whose horizontal axis is time: zoom, fit, and a scroll bar for the days in reach."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.charts.timescale import Timescale
from desktop.views.plan.glide import Glide

ZOOM_STEP = 1.25
BEFORE, AFTER = 0.5, 1.0
"""How far, in widths of the view, one can scroll beyond the first and the last date."""


class TimeArea(QAbstractScrollArea):
    """``scale_changed`` says that zoom or place in time changed; ``scale`` is what is shown now."""

    scale_changed = Signal()

    def __init__(self, scale: Timescale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = scale
        self._origin = scale.start
        self._setting_bar = False
        self.glide = Glide(self)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled_in_time)

    def extent(self) -> tuple[dt.datetime, dt.datetime]:
        """First and last moment that there is anything to see of."""
        raise NotImplementedError

    def set_scale(self, scale: Timescale) -> None:
        """Show another stretch of time."""
        self.glide.give_way()
        self.scale = scale
        self.fit_bar()
        self.scale_changed.emit()

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Magnify around ``x``, the middle where none is given."""
        self.set_scale(self.scale.zoomed(factor, self.viewport().width() / 2 if x is None else x))

    def fit(self, start: dt.datetime, finish: dt.datetime, margin: float) -> None:
        """Show the days from ``start`` to ``finish`` with ``margin`` pixels on both sides."""
        first = start.replace(hour=0, minute=0)
        self.set_scale(self.scale.fitted(first, finish, max(self.viewport().width(), 4 * margin), margin))

    def show_moment(self, moment: dt.datetime, share: float = 0.3) -> None:
        """Scroll so that ``moment`` lies at ``share`` of the width."""
        self.set_scale(self.scale.at(moment).scrolled(-self.viewport().width() * share))

    def fit_bar(self) -> None:
        """Give the scroll bar the stretch of time that can be reached from here."""
        width, (start, finish) = self.viewport().width(), self.extent()
        first = min(self.scale.at(start).moment(-width * BEFORE), self.scale.start)
        axis = self.scale.at(first)
        value = axis.x(self.scale.start)
        length = max(axis.x(finish) + width * AFTER, width)
        bar = self.horizontalScrollBar()
        self._origin, self._setting_bar = first, True
        bar.setRange(0, max(0, round(max(length - width, value))))
        bar.setPageStep(width)
        bar.setSingleStep(max(20, round(self.scale.scale)))
        bar.setValue(round(value))
        self._setting_bar = False

    def _scrolled_in_time(self, value: int) -> None:
        if not self._setting_bar:
            self.glide.give_way()
            self.scale = self.scale.at(self._origin).scrolled(value)
            self.scale_changed.emit()

    def wheel(self, event: QWheelEvent) -> bool:
        """Ctrl zooms at the pointer, Shift or a sideways wheel moves in time; False for any other turn."""
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.glide.zoom(ZOOM_STEP ** ((delta.y() or delta.x()) / 120), event.position().x())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(delta.x()) > abs(delta.y()):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - (delta.x() or delta.y()))
        else:
            return False
        event.accept()
        return True
