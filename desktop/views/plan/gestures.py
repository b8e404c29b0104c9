"""What the hand does on the chart: one small class for each interaction.

A gesture begins with a press, follows the pointer, and ends in one command or, cancelled, in
nothing. While it lasts it previews on a copy; the chart paints the copy and the gesture's own
shapes above it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop.charts.bars import Bar, BarKind, Part
from desktop.charts.shapes import Line, Point, Polyline, Rect, Shape
from desktop.domain.commands.plan import AddLink, MoveTask, ResizeTask, SetProgress
from desktop.domain.display import date_text
from desktop.domain.durations import duration_text
from desktop.domain.plan import Task
from desktop.domain.session import Command
from desktop.i18n import ntr, tr, words
from desktop.models.preview import Preview
from desktop.views.plan.hold_strip import OF_FINISH, OF_START
from desktop.views.records.explanation import sentence

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart


class Gesture:
    """An interaction from press to release. Positions are in viewport coordinates."""

    cursor: ClassVar[Qt.CursorShape] = Qt.CursorShape.ArrowCursor
    moves_bars: ClassVar[bool] = False
    """Whether the chart shows the plan as previewed while the gesture lasts."""
    scrolls: ClassVar[tuple[bool, bool]] = (False, False)
    """Whether the chart follows the pointer at its edges: in time, over the rows."""

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

    def cancel(self) -> None:
        """Leave no trace."""

    def shapes(self) -> Iterator[Shape]:
        """What is painted above the chart."""
        return iter(())

    def tip(self) -> list[str]:
        """Lines beside the pointer."""
        return []


class BarGesture(Gesture):
    """Changes the dates of one task; previews with its successors."""

    moves_bars = True
    scrolls = (True, False)

    def __init__(self, chart: GanttChart, pressed: QPointF, bar: Bar) -> None:
        super().__init__(chart, pressed)
        self._bar = bar
        self._grabbed = chart.scale.moment(pressed.x())
        self.task = bar.task
        self.dates = chart.workspace.schedule.of(bar.task)
        self.preview = Preview(chart.workspace)
        self._lines: list[str] = []

    @property
    def bar(self) -> Bar:
        """The bar as it stands; the chart may have scrolled since it was grabbed."""
        return self.chart.present_bar(self._bar.row) or self._bar

    def distance(self) -> dt.timedelta:
        """How far the pointer went in time, in whole steps of the zoom."""
        step = self.chart.scale.snap
        return round((self.chart.scale.moment(self.position.x()) - self._grabbed) / step) * step

    def move(self, position: QPointF) -> None:
        super().move(position)
        assert self.preview is not None
        if self.preview.show(self.command()):
            self._lines = self.describe()

    def tip(self) -> list[str]:
        return self._lines or self.describe()

    def command(self) -> Command | None:
        """What would be done on release here."""
        raise NotImplementedError

    def release(self) -> Command | None:
        return self.command()

    def shift(self) -> float:
        """The distance in pixels."""
        return self.distance().total_seconds() / 86_400 * self.chart.scale.scale

    def outline(self, left: float, right: float) -> Shape:
        """The ghost of the bar."""
        top, height = self.chart.top_of(self._bar.row) + 2, self.chart.metrics.row - 4
        return Rect(left, top, max(right - left, 2), height, "ghost", "ghost", 3, opacity=0.22)

    def describe(self) -> list[str]:
        """The task as previewed: when, how long, how much float, and whom it pushes."""
        assert self.preview is not None
        task = self.preview.project.get(Task, self.task)
        if self.preview.refusal is not None:
            return [task.name, sentence(self.preview.refusal)]
        dates = self.preview.schedule.of(task.id)
        profile, said = self.chart.workspace.project.profile, words()
        start, finish = (_moment(each, self.chart) for each in (dates.start, dates.finish))
        when = start if dates.start == dates.finish else f"{start} – {finish}"
        minutes_a_day = 1440 if task.elapsed else profile.minutes_per_day
        days = dates.duration / minutes_a_day
        length = ntr("{n} working day", "{n} working days", int(days)) if days == int(days) else ""
        length = length if not task.elapsed else ""
        shown = length or duration_text(dates.duration, task.duration_unit, profile, said)
        spare = tr("total float {amount}", amount=duration_text(dates.total_float, "d", profile, said))
        lines = [task.name, when, f"{shown} · {spare}" if dates.duration else spare]
        moved = self._moved()
        if moved:
            lines.append(ntr("moves {n} other task", "moves {n} other tasks", moved))
        return lines

    def _moved(self) -> int:
        """How many other tasks in the plan would start or finish elsewhere."""
        assert self.preview is not None
        before, after = self.chart.workspace.schedule, self.preview.schedule
        if before is after or before.ids != after.ids:
            return 0
        starts = enumerate(zip(before.starts, after.starts, strict=True))
        finishes = enumerate(zip(before.finishes, after.finishes, strict=True))
        rows = {row for pairs in (starts, finishes) for row, (was, now) in pairs if was != now}
        moved = {after.ids[row] for row in rows} - {self.task}
        return sum(1 for task in moved if not self.preview.project.is_summary(task))


def _moment(moment: dt.datetime, chart: GanttChart) -> str:
    fine = chart.scale.snap < dt.timedelta(days=1)
    return f"{moment:%Y-%m-%d %H:%M}" if fine else date_text(moment)


class MoveBar(BarGesture):
    """Drags a bar in time."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def command(self) -> Command | None:
        distance = self.distance()
        hold = self.chart.hold_strip.defaults[OF_START]
        return MoveTask(self.task, self.dates.start + distance, hold) if distance else None

    def shapes(self) -> Iterator[Shape]:
        shift, bar = self.shift(), self.bar
        yield self.outline(bar.left + shift, bar.right + shift)


class ResizeBar(BarGesture):
    """Drags one end of a bar."""

    cursor = Qt.CursorShape.SizeHorCursor

    def __init__(self, chart: GanttChart, pressed: QPointF, bar: Bar, part: Part) -> None:
        super().__init__(chart, pressed, bar)
        self.part = part

    def command(self) -> Command | None:
        distance = self.distance()
        if not distance:
            return None
        defaults = self.chart.hold_strip.defaults
        if self.part is Part.START:
            start = min(self.dates.start + distance, self.dates.finish - self.chart.scale.snap / 2)
            return ResizeTask(self.task, start=start, hold=defaults[OF_START])
        finish = max(self.dates.finish + distance, self.dates.start + self.chart.scale.snap / 2)
        return ResizeTask(self.task, finish=finish, hold=defaults[OF_FINISH])

    def shapes(self) -> Iterator[Shape]:
        shift, bar = self.shift(), self.bar
        left, right = bar.left, bar.right
        if self.part is Part.START:
            left = min(left + shift, right - 2)
        else:
            right = max(right + shift, left + 2)
        yield self.outline(left, right)


class DragProgress(BarGesture):
    """Drags how much is done, in steps of five per cent."""

    cursor = Qt.CursorShape.SplitHCursor
    STEP: ClassVar[int] = 5

    def percent(self) -> int:
        """Per cent under the pointer."""
        places = self.chart.progress_places(self.bar, self.STEP)
        return self.STEP * min(range(len(places)), key=lambda each: abs(places[each] - self.position.x()))

    def command(self) -> Command | None:
        percent = self.percent()
        before = self.chart.workspace.project.get(Task, self.task).percent_complete
        return SetProgress((self.task,), percent) if percent != before else None

    def shapes(self) -> Iterator[Shape]:
        bar = self.bar
        x = self.chart.progress_places(bar, self.STEP)[self.percent() // self.STEP]
        yield Rect(bar.left, bar.top, x - bar.left, bar.bottom - bar.top, "ghost", opacity=0.3)
        yield Line(x, bar.top - 3, x, bar.bottom + 5, "ghost", 2)

    def describe(self) -> list[str]:
        """How much would be done."""
        assert self.preview is not None
        lines = [self.preview.project.get(Task, self.task).name, tr("{n} % complete", n=self.percent())]
        return [*lines, sentence(self.preview.refusal)] if self.preview.refusal else lines


class DrawLink(Gesture):
    """Draws a dependency from one end of a bar to one end of another: the ends say the type."""

    cursor = Qt.CursorShape.CrossCursor
    scrolls = (True, True)

    def __init__(self, chart: GanttChart, pressed: QPointF, bar: Bar, part: Part) -> None:
        super().__init__(chart, pressed)
        self._bar, self.from_start = bar, part is Part.LINK_START
        self.target: Bar | None = None
        self.to_start = True
        self.preview = Preview(chart.workspace)

    @property
    def bar(self) -> Bar:
        """The bar that the link leaves, as it stands."""
        return self.chart.present_bar(self._bar.row) or self._bar

    def move(self, position: QPointF) -> None:
        super().move(position)
        assert self.preview is not None
        bar = self.chart.bar_near(position)
        self.target = bar if bar is not None and bar.task != self._bar.task else None
        if self.target is not None:
            point = self.target.kind is BarKind.MILESTONE
            self.to_start = point or self.target.nearer_start(position.x())
        self.preview.show(self.command())

    def command(self) -> Command | None:
        """The link that a release here would make."""
        if self.target is None:
            return None
        kind = ("S" if self.from_start else "F") + ("S" if self.to_start else "F")
        return AddLink(self._bar.task, self.target.task, kind)

    def release(self) -> Command | None:
        return self.command()

    def shapes(self) -> Iterator[Shape]:
        bar = self.bar
        x = bar.left if self.from_start else bar.right
        points: tuple[Point, ...] = ((x, bar.middle), (self.position.x(), self.position.y()))
        refused = self.preview is not None and self.preview.refusal is not None
        role = "red" if refused else "ghost"
        if self.target is not None:
            end = self.target
            edge = end.left if self.to_start else end.right
            points = ((x, bar.middle), (edge, end.middle))
            yield Rect(end.left - 2, end.top - 2, end.width + 4, end.bottom - end.top + 4, "", role, 4)
        yield Polyline(points, role, 2, True)

    def tip(self) -> list[str]:
        assert self.preview is not None
        name = self.chart.workspace.project.get(Task, self._bar.task).name
        end = tr("start", "end of a bar") if self.from_start else tr("finish", "end of a bar")
        lines = [tr("From: {task} ({end})", task=name, end=end)]
        if self.target is None:
            return [*lines, tr("Drop on the start or finish of another bar")]
        other = self.chart.workspace.project.get(Task, self.target.task).name
        end = tr("start", "end of a bar") if self.to_start else tr("finish", "end of a bar")
        lines.append(tr("To: {task} ({end})", task=other, end=end))
        if self.preview.refusal is not None:
            lines.append(sentence(self.preview.refusal))
        return lines


class Pan(Gesture):
    """Moves the paper under the hand."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, chart: GanttChart, pressed: QPointF, *, vertical: bool = True) -> None:
        super().__init__(chart, pressed)
        self._from = (chart.horizontalScrollBar().value(), chart.verticalScrollBar().value())
        self._vertical = vertical

    def move(self, position: QPointF) -> None:
        super().move(position)
        gone = position - self.pressed
        self.chart.horizontalScrollBar().setValue(round(self._from[0] - gone.x()))
        if self._vertical:
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
