"""Days of a calendar to look at and to choose: drag, or Shift and the arrows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import (
    QFontInfo,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from desktop.charts.calendar_year import TITLES, YearLayout, YearMarks, first_of_month, year_shapes
from desktop.charts.shapes import Rect
from desktop.domain.plan import EXCEPTION_SOURCE, WEEKDAY_NAMES
from desktop.domain.scheduling.bands import format_bands
from desktop.domain.scheduling.calendar_days import CalendarDay
from desktop.i18n import tr, words
from desktop.models.cells import plain_tip
from desktop.views.painting import ShapePainter

KEY = Qt.Key
EARLIEST, LATEST = dt.date(1950, 1, 1), dt.date(2199, 12, 31)
MARGIN = 6


class DaysView(QAbstractScrollArea):
    """``chosen_changed``: other days are chosen. ``toggled`` and ``cleared``: keys that mean the chosen days.
    ``asked`` carries the stretch of days that must be known to paint."""

    chosen_changed = Signal()
    span_changed = Signal()
    toggled = Signal()
    cleared = Signal()
    entered = Signal()

    def __init__(self, today: dt.date, week_begins: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today, self.week_begins = today, week_begins
        self.current = today
        self.chosen: set[dt.date] = {today}
        self.months = 12
        self.first = today.replace(month=1, day=1)
        self._days: Mapping[dt.date, CalendarDay] = {}
        self._anchor = today
        self._kept: set[dt.date] = set()
        self._dragging = False
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Days of the calendar"))
        self.viewport().setMouseTracking(False)
        line = QFontMetrics(self.font()).height()
        self.setMinimumSize(11 * line, 5 * line)

    # -- what is shown --------------------------------------------------------------------------

    def layout_now(self) -> YearLayout:
        """Where everything lies."""
        metrics, area = QFontMetrics(self.font()), self.viewport()
        return YearLayout(
            self.first, self.months, area.width() - 2 * MARGIN, area.height() - 2 * MARGIN,
            metrics.height(), float(QFontInfo(self.font()).pixelSize()), self.week_begins,
        )  # fmt: skip

    def span(self) -> tuple[dt.date, dt.date]:
        """First and last day that is shown."""
        return self.first, first_of_month(self.first.year, self.first.month + self.months) - dt.timedelta(1)

    def show_days(self, days: Mapping[dt.date, CalendarDay]) -> None:
        """These are the days of the stretch that is shown."""
        self._days = days
        self._describe()
        self.viewport().update()

    def show_months(self, count: int) -> None:
        """A year, or a single month."""
        self.months = count
        self._show(self.current)

    def step(self, by: int) -> None:
        """Years, or months, forth or back; the same day of them becomes the current one."""
        months = by * self.months
        first = first_of_month(self.current.year, self.current.month + months)
        day = min(self.current.day, (first_of_month(first.year, first.month + 1) - dt.timedelta(1)).day)
        self.go_to(first.replace(day=day))

    def go_to(self, day: dt.date, *, extend: bool = False) -> None:
        """Make a day current and choose it, or all from the one that was chosen first."""
        day = min(max(day, EARLIEST), LATEST)
        if not extend:
            self._anchor = day
            self._kept = set()
        self.current = day
        self._choose(day)
        self._show(day)

    def _choose(self, day: dt.date) -> None:
        first, last = sorted((self._anchor, day))
        stretch = {first + dt.timedelta(number) for number in range((last - first).days + 1)}
        self.chosen = self._kept | stretch
        self._describe()
        self.viewport().update()
        self.chosen_changed.emit()

    def _show(self, day: dt.date) -> None:
        """Bring a day into sight."""
        first = day.replace(day=1) if self.months == 1 else day.replace(month=1, day=1)
        if first != self.first or not self._days or first not in self._days:
            self.first = first
            self.span_changed.emit()
        self._fit()
        box = self.layout_now().box(day)
        if box is not None:
            bar, top = self.verticalScrollBar(), box[1] + MARGIN
            if top - 3 * box[3] < bar.value():
                bar.setValue(round(top - 3 * box[3]))
            elif top + box[3] > bar.value() + self.viewport().height():
                bar.setValue(round(top + box[3] - self.viewport().height() + MARGIN))
        self.viewport().update()

    def _fit(self) -> None:
        needed = self.layout_now().needed + 2 * MARGIN
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(needed) - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(QFontMetrics(self.font()).height())

    def told(self, day: dt.date) -> str:
        """A day in words."""
        found = self._days.get(day)
        if found is None:
            return ""
        parts = [f"{day:%Y-%m-%d} {tr(WEEKDAY_NAMES[day.weekday()])}", tr(TITLES[found.kind])]
        if found.name:
            parts.append(found.name)
        if found.source:
            parts.append(tr(EXCEPTION_SOURCE[found.source]))
        if found.bands:
            parts.append(format_bands(found.bands).replace("-", "–"))
        return " · ".join(parts)

    def _describe(self) -> None:
        self.setAccessibleDescription(self.told(self.current))

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        area = self.viewport()
        marks = YearMarks(self.chosen, self.current if self.hasFocus() else None, self.today)
        with QPainter(area) as painter:
            draw = ShapePainter(painter).draw
            draw([Rect(0, 0, area.width(), area.height(), "surface")])
            painter.translate(MARGIN, MARGIN - self.verticalScrollBar().value())
            ShapePainter(painter).draw(year_shapes(self.layout_now(), self._days, words(), marks))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show(self.current)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx, dy
        self.viewport().update()

    # -- hands ----------------------------------------------------------------------------------

    def day_at(self, point: QPointF) -> dt.date | None:
        return self.layout_now().day_at(point.x() - MARGIN, point.y() - MARGIN + self.verticalScrollBar().value())

    def box_of(self, day: dt.date) -> QPointF:
        """The middle of a day in the viewport."""
        box = self.layout_now().box(day)
        assert box is not None
        x, y, wide, tall = box
        return QPointF(x + wide / 2 + MARGIN, y + tall / 2 + MARGIN - self.verticalScrollBar().value())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position())
        if day is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._kept = set(self.chosen) if event.modifiers() & Qt.KeyboardModifier.ControlModifier else set()
            self._anchor = day
        self._dragging = True
        self.current = day
        self._choose(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position()) if self._dragging else None
        if day is not None and day != self.current:
            self.current = day
            self._choose(day)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._dragging = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.day_at(event.position()) is not None:
            self.entered.emit()

    def viewportEvent(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            day = self.day_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(self.told(day)) if day else "", self.viewport())
            return True
        return super().viewportEvent(event)  # type: ignore[arg-type]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held, key = event.modifiers(), KEY(event.key()) if event.key() in KEY._value2member_map_ else None
        extend = bool(held & Qt.KeyboardModifier.ShiftModifier)
        weekday = (self.current.weekday() - self.week_begins) % 7
        moves = {
            KEY.Key_Left: -1, KEY.Key_Right: 1, KEY.Key_Up: -7, KEY.Key_Down: 7, KEY.Key_Home: -weekday,
            KEY.Key_End: 6 - weekday,
        }  # fmt: skip
        if key in moves and not held & Qt.KeyboardModifier.ControlModifier:
            self.go_to(self.current + dt.timedelta(moves[key]), extend=extend)
        elif key in (KEY.Key_PageUp, KEY.Key_PageDown):
            months = (1 if key is KEY.Key_PageDown else -1) * (12 if held & Qt.KeyboardModifier.ControlModifier else 1)
            first = first_of_month(self.current.year, self.current.month + months)
            last = (first_of_month(first.year, first.month + 1) - dt.timedelta(1)).day
            self.go_to(first.replace(day=min(self.current.day, last)), extend=extend)
        elif key is KEY.Key_Space:
            self.toggled.emit()
        elif key in (KEY.Key_Delete, KEY.Key_Backspace):
            self.cleared.emit()
        elif key in (KEY.Key_Return, KEY.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
