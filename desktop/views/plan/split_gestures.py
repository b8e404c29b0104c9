"""Splitting a bar by the hand, moving its parts and resizing them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from desktop.charts.bars import Bar, Part
from desktop.charts.shapes import Line, Shape
from desktop.charts.units import DAY
from desktop.domain.commands.plan import PutPart, SplitTask
from desktop.domain.scheduling import to_datetime, to_minutes
from desktop.i18n import tr
from desktop.views.plan.bar_gestures import BarGesture

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart


def cut_at(chart: GanttChart, task: str, x: float) -> dt.datetime:
    """Where a cut at ``x`` lies: the nearest step of the zoom, at most a day, at which work can begin."""
    step = min(chart.scale.snap, DAY)
    moment = chart.frame.moment(x)
    midnight = moment.replace(hour=0, minute=0)
    if step == DAY and chart.frame.x(midnight + DAY) - x < x - chart.frame.x(midnight):
        midnight += DAY
    found = midnight if step == DAY else midnight + round((moment - midnight) / step) * step
    return to_datetime(chart.workspace.schedule.calendar(task).next_start(to_minutes(found)))


class SplitBar(BarGesture):
    """A press cuts the bar; how far what lies right of the cut is drawn says how long the work rests."""

    cursor = Qt.CursorShape.SplitHCursor

    def __init__(self, chart: GanttChart, pressed: QPointF, bar: Bar) -> None:
        super().__init__(chart, pressed, bar)
        self.cut = cut_at(chart, bar.task, pressed.x())
        self.try_out()

    def gap(self) -> int:
        """Working minutes of rest, whole steps of the zoom and one at least."""
        chart, profile = self.chart, self.chart.workspace.project.profile
        clock, snap = chart.workspace.schedule.calendar(self.task), chart.scale.snap
        step = profile.minutes_per_day if snap >= DAY else round(snap / dt.timedelta(minutes=1))
        there = chart.frame.moment(chart.frame.x(self.cut) + max(self.gone(), 0))
        return max(round(clock.between(to_minutes(self.cut), to_minutes(there)) / step), 1) * step

    def command(self) -> SplitTask:
        return SplitTask(self.task, self.cut, self.gap())

    def shapes(self) -> Iterator[Shape]:
        yield cut_line(self.chart, self.bar, self.cut)


def cut_line(chart: GanttChart, bar: Bar, cut: dt.datetime) -> Shape:
    """The line along which a bar is cut."""
    x = chart.frame.x(cut)
    return Line(x, bar.top - 4, x, bar.bottom + 4, "ghost", 2)


class PartGesture(BarGesture):
    """Has one part of a split bar in hand."""

    def __init__(self, chart: GanttChart, pressed: QPointF, bar: Bar, piece: int) -> None:
        super().__init__(chart, pressed, bar)
        self.piece = piece
        begin, end = chart.workspace.schedule.parts(bar.task)[piece]
        self.begin, self.end = to_datetime(begin), to_datetime(end)


class MovePart(PartGesture):
    """Drags a part away from the one before, or back to it: where they meet they are one."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def start(self) -> dt.datetime:
        """Where the part would start."""
        return self.led(self.begin, self.end)

    def command(self) -> PutPart | None:
        start = self.start()
        return PutPart(self.task, self.piece, start=start) if start != self.begin else None

    def shapes(self) -> Iterator[Shape]:
        start = self.start()
        yield from self.outline(start, start + (self.end - self.begin))

    def describe(self) -> list[str]:
        lines = super().describe()
        assert self.preview is not None
        before = len(self.chart.workspace.schedule.parts(self.task))
        joined = self.preview.refusal is None and len(self.preview.schedule.parts(self.task)) < before
        return [*lines, tr("joins the part before")] if joined else lines


class ResizePart(PartGesture):
    """Drags an inner end of a part: the work of the task becomes more or less."""

    cursor = Qt.CursorShape.SizeHorCursor

    def __init__(self, chart: GanttChart, pressed: QPointF, bar: Bar, piece: int, part: Part) -> None:
        super().__init__(chart, pressed, bar, piece)
        self.part = part

    def edge(self) -> dt.datetime:
        """Where the end that is dragged would be."""
        own = self.begin if self.part is Part.START else self.end
        found = self.drawn(own)
        return found[1] if found else self.stepped(own)

    def command(self) -> PutPart | None:
        edge = self.edge()
        if self.part is Part.START:
            return PutPart(self.task, self.piece, start=edge, finish=self.end) if edge != self.begin else None
        return PutPart(self.task, self.piece, finish=edge) if edge != self.end else None

    def shapes(self) -> Iterator[Shape]:
        edge = self.edge()
        start, finish = (edge, self.end) if self.part is Part.START else (self.begin, edge)
        yield from self.outline(start, max(start, finish))
