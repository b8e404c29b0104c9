"""The S-curve, drawn by pyqtgraph. Imported when it is first shown: it brings numpy along."""

from __future__ import annotations

import datetime as dt
import math

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.charts.histogram import round_step
from desktop.domain.earned_value import SERIES, Curve, amount_text
from desktop.domain.earned_value import scaled as in_units
from desktop.domain.plan import ProjectProfile
from desktop.i18n import tr, words
from desktop.views.flow import Flow
from desktop.views.labels import SMALL, Text, em, scaled
from desktop.views.theme import colour

pg.setConfigOptions(antialias=True, exitCleanup=False)  # Qt takes its things apart itself

STYLES: dict[str, tuple[str, float, Qt.PenStyle]] = {
    "planned": ("series0", 2.0, Qt.PenStyle.SolidLine),
    "earned": ("series2", 3.2, Qt.PenStyle.SolidLine),
    "actual": ("series1", 2.0, Qt.PenStyle.DashDotLine),
    "forecast": ("series3", 2.0, Qt.PenStyle.DashLine),
}
"""Colour role, width and dashes of each line: no two are told apart by colour alone."""
LINES = 5
"""Steps of the scale of amounts, about."""
APART = 6.0
"""Distance of two dates on the axis, in heights of the font."""


def pen(name: str) -> QPen:
    """How the line of a series is drawn."""
    role, width, style = STYLES[name]
    made = QPen(colour(role), width, style)
    made.setCosmetic(True)
    return made


class Sample(QWidget):
    """A short piece of a line, before its name in the legend."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(em(2.2), em(1))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen(self._name))
            painter.drawLine(QPointF(2, self.height() / 2), QPointF(self.width() - 2, self.height() / 2))


class CurveView(QWidget):
    """Four lines over time. Pointing at a period shows its values in the legend; the table beside says them all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curve: Curve | None = None
        self._profile: ProjectProfile | None = None
        self.plot = pg.PlotWidget(background=colour("surface"))
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMinimumHeight(em(4))
        self.lines = {name: self.plot.plot([], [], pen=pen(name)) for name in SERIES}
        self._status = self._upright("status_date", Qt.PenStyle.DotLine, tr("Status date"))
        self._cursor = self._upright("line_strong", Qt.PenStyle.SolidLine)
        self._dress()
        self._when = Text(scale=SMALL, bold=True)
        self._values = {name: Text(scale=SMALL) for name in SERIES}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.2))
        column.addWidget(self._make_legend())
        column.addWidget(self.plot, 1)
        self.plot.scene().sigMouseMoved.connect(self._point_at)

    # -- building -------------------------------------------------------------------------------

    def _upright(self, role: str, style: Qt.PenStyle, label: str = "") -> pg.InfiniteLine:
        drawn = QPen(colour(role), 1.5, style)
        drawn.setCosmetic(True)
        place = {"position": 0.06, "color": colour(role), "anchors": [(-0.05, 0.5), (1.05, 0.5)]}
        made = pg.InfiniteLine(angle=90, movable=False, pen=drawn, label=label or None, labelOpts=place)
        if label:
            made.label.setFont(scaled(SMALL))
        made.setVisible(False)
        self.plot.addItem(made)
        return made

    def _dress(self) -> None:
        """Axes in the colours and the letters of the rest of the window."""
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(QPen(colour("line_strong")))
            axis.setTextPen(QPen(colour("muted")))
            axis.setStyle(tickFont=scaled(SMALL), tickLength=-4, autoExpandTextSpace=True, hideOverlappingLabels=False)
        self.plot.getAxis("left").setGrid(40)

    def _make_legend(self) -> QWidget:
        legend = Flow(spacing=em(0.3))
        legend.add(self._when)
        for name, title in SERIES.items():
            entry = QWidget()
            row = QHBoxLayout(entry)
            row.setContentsMargins(em(0.8), 0, 0, 0)
            row.setSpacing(em(0.3))
            row.addWidget(Sample(name))
            row.addWidget(Text(tr(title), scale=SMALL, role="muted"))
            row.addWidget(self._values[name])
            legend.add(entry)
        return legend

    # -- content --------------------------------------------------------------------------------

    def show_curve(self, curve: Curve, profile: ProjectProfile) -> None:
        """Draw ``curve``; amounts are told as ``profile`` has them."""
        self._curve, self._profile = curve, profile
        ends = [edge.toordinal() for edge in curve.edges]
        told = min(curve.status.toordinal() + 1, ends[-1])
        for name, line in self.lines.items():
            values = getattr(curve, name)
            points = [(end, value) for end, value in zip(ends[1:], values, strict=True) if value is not None]
            if name == "forecast":  # goes on where the actual value ends
                points = [(told, curve.actual[curve.now] or 0), *((end, value) for end, value in points if end > told)]
            else:
                points = [(ends[0], 0), *((min(end, told) if name != "planned" else end, v) for end, v in points)]
            line.setData([point[0] for point in points], [self._shown(point[1]) for point in points])
        self._status.setPos(told)
        self._status.setVisible(True)
        self._cursor.setVisible(False)
        self._scale()
        self._tell(curve.now)

    def _shown(self, amount: float) -> float:
        """An amount on the scale: whole currency units, hours or days."""
        assert self._curve is not None
        assert self._profile is not None
        return in_units(amount, self._curve.basis, self._profile)

    def _scale(self) -> None:
        """Limits and labels of both axes, for the room that there is."""
        curve = self._curve
        if curve is None or self._profile is None:
            return
        highest = max((self._shown(value) for name in SERIES for value in getattr(curve, name) if value), default=1.0)
        step = round_step(highest / LINES)
        top = step * math.ceil(highest / step)
        ends = [edge.toordinal() for edge in curve.edges]
        self.plot.setXRange(ends[0], ends[-1], padding=0.01)
        self.plot.setYRange(-0.02 * top, 1.03 * top, padding=0)
        marks = [step * at for at in range(round(top / step) + 1)]
        digits = 0 if step >= 1 else math.ceil(-math.log10(step))
        self.plot.getAxis("left").setTicks([[(mark, f"{mark:,.{digits}f}") for mark in marks]])
        most = max(2, self.width() // em(APART))
        every = math.ceil(len(ends) / most)
        dates = [(end, _date_label(curve.edges[at], curve.period)) for at, end in enumerate(ends) if at % every == 0]
        self.plot.getAxis("bottom").setTicks([dates])

    def _tell(self, at: int) -> None:
        """The values of a period in the legend."""
        curve, profile = self._curve, self._profile
        if curve is None or profile is None:
            return
        last = curve.status if at == curve.now else curve.edges[at + 1] - dt.timedelta(1)
        self._when.setText(last.isoformat())
        for name, text in self._values.items():
            value = getattr(curve, name)[at]
            text.setText("–" if value is None else amount_text(value, curve.basis, profile, words()))

    def _point_at(self, place: object) -> None:
        curve, box = self._curve, self.plot.getViewBox()
        if curve is None or not isinstance(place, QPointF) or not box.sceneBoundingRect().contains(place):
            self._cursor.setVisible(False)
            if curve is not None:
                self._tell(curve.now)
            return
        day = box.mapSceneToView(place).x()
        ends = [edge.toordinal() for edge in curve.edges]
        at = min(range(1, len(ends)), key=lambda index: abs(ends[index] - day)) - 1
        self._cursor.setPos(min(ends[at + 1], curve.status.toordinal() + 1) if at == curve.now else ends[at + 1])
        self._cursor.setVisible(True)
        self._tell(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scale()


def _date_label(day: dt.date, period: str) -> str:
    return day.strftime("%Y-%m") if period == "month" else day.isoformat()
