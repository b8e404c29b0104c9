"""The histogram on the time scale of the plan: pointer and keys choose a period to look into."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from desktop.charts.histogram import COST, UNITS, WORK, Histogram
from desktop.charts.shapes import Line
from desktop.charts.timescale import Timescale
from desktop.charts.units import DAY
from desktop.domain.costing.usage import Period, at_moment
from desktop.i18n import tr
from desktop.models.cells import plain_tip
from desktop.models.workspace import Workspace
from desktop.views.painting import ShapePainter
from desktop.views.plan.metrics import PlanMetrics
from desktop.views.plan.time_area import TimeArea
from desktop.views.plan.time_header import TimeHeader

KEY = Qt.Key


class HistogramView(TimeArea):
    """``chosen`` carries the place of a period; ``entered`` says that the person wants to see what is behind it."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(Timescale(workspace.schedule.start - 2 * DAY, 18), parent)
        self.workspace = workspace
        self.periods: Sequence[Period] = ()
        self.measure = WORK
        self.at = -1
        """Place of the period that is looked into; -1 for none."""
        self.tell: Callable[[int], str] | None = None
        """What a period comes to, in words."""
        self.metrics = PlanMetrics.of(self.font())
        self.has_view = False
        """Whether a stretch of time has been shown that somebody chose or that holds everything."""
        self.header = TimeHeader(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Resource histogram"))
        self.setViewportMargins(0, self.metrics.header, 0, 0)
        self.setMinimumHeight(self.metrics.header + 5 * self.metrics.line)
        self.scale_changed.connect(self._rescaled)

    # -- what is shown --------------------------------------------------------------------------

    def show_periods(self, periods: Sequence[Period], measure: str) -> None:
        """Draw these periods; the one that was looked into stays, by its time."""
        kept = self.periods[self.at].start if 0 <= self.at < len(self.periods) else None
        self.periods, self.measure = periods, measure
        self.at = at_moment(periods, kept) if kept is not None else -1
        self.fit_bar()
        if not self.has_view and periods and self.isVisible():
            self.fit_all()
        self.viewport().update()

    def chart(self) -> Histogram:
        """The geometry of what is shown now."""
        area, profile = self.viewport(), self.workspace.project.profile
        unit = {WORK: tr("{n}h", "duration", n=""), UNITS: "%", COST: ""}[self.measure]
        return Histogram(
            self.periods, self.scale, area.width(), area.height(), self.metrics.em, self.measure,
            profile.currency_digits, self.at, unit,
        )  # fmt: skip

    def extent(self) -> tuple[dt.datetime, dt.datetime]:
        if self.periods:
            return self.periods[0].start, self.periods[-1].finish
        return self.workspace.schedule.start, self.workspace.schedule.finish

    def fit_all(self) -> None:
        """Show everything that is planned."""
        self.has_view = True
        self.fit(*self.extent(), max(2 * self.metrics.line, self.chart().gutter + 0.3 * self.metrics.em))

    def show_today(self) -> None:
        self.show_moment(self.workspace.session.now())

    def zoom_in(self) -> None:
        self.zoom(1.25)

    def zoom_out(self) -> None:
        self.zoom(0.8)

    def moments(self) -> list[tuple[float, str]]:
        """(x, role) of today and the status date."""
        status = self.workspace.project.profile.status_date
        found = [(self.scale.x(self.workspace.session.now()), "today")]
        if status is not None:
            found.append((self.scale.x(dt.datetime.combine(status + DAY, dt.time())), "status_date"))
        return found

    def choose(self, at: int) -> None:
        """Look into a period and bring it into sight."""
        if not 0 <= at < len(self.periods):
            return
        self.at = at
        left, right = self.chart().x(at)
        if left < 0 or right > self.viewport().width():
            self.show_moment(self.periods[at].start)
        self.viewport().update()
        self.chosen.emit(at)

    def _rescaled(self) -> None:
        self.viewport().update()
        self.header.update()

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        height = self.viewport().height()
        with QPainter(self.viewport()) as painter:
            draw = ShapePainter(painter).draw
            draw(self.chart().shapes())
            draw(Line(x, 0, x, height, role, 1.5, (4, 3)) for x, role in self.moments() if x >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        area = self.viewport().geometry()
        self.header.setGeometry(area.x(), area.y() - self.metrics.header, area.width(), self.metrics.header)
        if not self.has_view and self.periods:
            self.fit_all()
        self.fit_bar()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if dx or dy:
            self.viewport().update()

    # -- hands ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.choose(self.chart().at(event.position().x()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.chart().at(event.position().x()) >= 0:
            self.entered.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.chart().at(event.position().x())
        text = self.tell(at) if at >= 0 and self.tell is not None else ""
        QToolTip.showText(event.globalPosition().toPoint(), plain_tip(text), self.viewport())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.wheel(event):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - event.angleDelta().y())
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last, key = len(self.periods) - 1, event.key()
        moves = {KEY.Key_Left: self.at - 1, KEY.Key_Right: self.at + 1, KEY.Key_Home: 0, KEY.Key_End: last}
        if key in moves and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.choose(max(0, min(moves[KEY(key)], last)))
        elif key in (KEY.Key_Return, KEY.Key_Enter) and self.at >= 0:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.metrics = PlanMetrics.of(self.font())
            self.setViewportMargins(0, self.metrics.header, 0, 0)
