"""Dragging bars in time: whole, by an end, or by how much of them is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, Qt

from desktop.charts.bars import Bar, BarKind, Part
from desktop.charts.shapes import Line, Rect, Shape
from desktop.domain.changes import Large, Most
from desktop.domain.commands.plan import MoveDates, MoveTask, ResizeTask, SetProgress
from desktop.domain.commands.plan.moving import movable
from desktop.domain.display import date_text, moment_text
from desktop.domain.durations import duration_text
from desktop.domain.plan import Task
from desktop.domain.scheduling import to_datetime, to_minutes
from desktop.domain.session import Command
from desktop.i18n import ntr, tr, words
from desktop.models.preview import Preview
from desktop.views.plan.gestures import Gesture
from desktop.views.plan.held_back import held_until
from desktop.views.plan.held_back import tip as held_tip
from desktop.views.plan.hold_strip import OF_FINISH, OF_START
from desktop.views.plan.magnets import REACH, Magnet, guide, in_tow, magnets, nearest
from desktop.views.records.explanation import ahead

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart


AT_ONCE = Most(records=1000, rows=1500)
"""What may be tried with every move of the pointer; what comes to more is tried beside the window."""
MOST_PREVIEWED = 500
"""Tasks in hand beyond which only the bar that is dragged follows: the plan would lag behind the pointer."""


class BarGesture(Gesture):
    """Changes the dates of one task; previews with its successors."""

    moves_bars = True
    scrolls = (True, False)

    def __init__(self, chart: GanttChart, pressed: QPointF, bar: Bar) -> None:
        super().__init__(chart, pressed)
        self._bar = bar
        self.grabbed = chart.scale.moment(pressed.x())
        self.task = bar.task
        self.dates = chart.workspace.schedule.of(bar.task)
        self.preview = self._near = Preview(chart.workspace, passing=True)
        self._is_far = False
        """Whether most of the plan follows, so that what is shown of it is a little behind the pointer."""
        self._dragged: tuple[str, ...] = (self.task,)
        self._in_tow: Set[str] | None = None
        """What does not stand still meanwhile; found out once it has left its place."""
        self.magnet: Magnet | None = None
        """What draws the end that is dragged to itself now."""
        self._lines: list[str] = []

    @property
    def bar(self) -> Bar:
        """The bar as it stands; the chart may have scrolled since it was grabbed."""
        return self.chart.present_bar(self._bar.row) or self._bar

    def gone(self) -> float:
        """How far the pointer went on the paper, which may have scrolled."""
        return self.position.x() - self.chart.scale.x(self.grabbed)

    def stepped(self, edge: dt.datetime) -> dt.datetime:
        """Where an end of the bar is, in whole steps of the zoom from where it was."""
        frame, step = self.chart.frame, self.chart.scale.snap
        distance = frame.moment(frame.x(edge) + self.gone()) - frame.moment(frame.x(edge))
        return edge + round(distance / step) * step

    def drawn(self, *edges: dt.datetime) -> tuple[int, dt.datetime] | None:
        """Which of ``edges`` a magnet draws, and where to; Alt holds it off."""
        self.magnet = None
        if self.modifiers & Qt.KeyboardModifier.AltModifier or abs(self.gone()) <= REACH:
            return None
        places = [self.chart.frame.x(edge) + self.gone() for edge in edges]
        if self._in_tow is None:
            self._in_tow = in_tow(self.chart.workspace.project, self._dragged)
        found = nearest(self.chart, places, magnets(self.chart, self._in_tow))
        if found is None:
            return None
        self.magnet = found[1]
        return found[0], found[1].moment

    def led(self, start: dt.datetime, finish: dt.datetime) -> dt.datetime:
        """Where what now lies from ``start`` to ``finish`` would begin."""
        found = self.drawn(start, finish)
        if found is None:
            return self.stepped(start)
        edge, moment = found
        if start == finish:
            return moment
        clock = self.chart.workspace.schedule.calendar(self.task)
        if edge == 0:
            return to_datetime(clock.next_start(to_minutes(moment)))
        span = clock.between(to_minutes(start), to_minutes(finish))
        return to_datetime(clock.place_back(to_minutes(moment), span)[0])

    def move(self, position: QPointF) -> None:
        super().move(position)
        if not self.moves_bars or self.try_out():
            self._lines = self.describe()

    def try_out(self) -> bool:
        """Try what would be done here; whether anything differs from the last trial."""
        command, far = self.command(), self.chart.hand.far_trial
        if command is None:
            self._is_far = False
        elif not self._is_far:
            try:
                self.preview = self._near
                return self._near.show(command, AT_ONCE)
            except Large:
                self._is_far, self._near = True, Preview(self.chart.workspace, passing=True)
        if command is None:
            self.preview = self._near
            return self._near.show(None)
        before = self.preview
        far.ask(command)
        self.preview = far.found or self._near
        return self.preview is not before

    def tip(self) -> list[str]:
        return self._lines or self.describe()

    def command(self) -> Command | None:
        """What would be done on release here."""
        raise NotImplementedError

    def release(self) -> Command | None:
        return self.command()

    def outline(self, start: dt.datetime, finish: dt.datetime) -> Iterator[Shape]:
        """The ghost of the bar between two moments, and what draws it there."""
        x, bar = self.chart.frame.x, self.bar
        left, right = x(start), x(finish)
        if bar.kind is BarKind.MILESTONE:
            left, right = right - bar.width / 2, right + bar.width / 2
        top, height = self.chart.top_of(self._bar.row) + 2, self.chart.metrics.row - 4
        yield Rect(left, top, max(right - left, 2), height, "ghost", "ghost", 3, opacity=0.22)
        if self.magnet is not None:
            yield guide(self.chart, self.magnet)

    def describe(self) -> list[str]:
        """The task as previewed: when, how long, how much float, and whom it pushes."""
        assert self.preview is not None
        task = self.preview.project.get(Task, self.task)
        if self.preview.refusal is not None:
            return [task.name, ahead(self.preview.refusal)]
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
        if self.magnet is not None:
            lines.append(self.magnet.words())
        lines += self._held()
        moved = self._moved()
        if moved:
            lines.append(ntr("moves {n} other task", "moves {n} other tasks", moved))
        return lines

    puts_start: bool = False
    """Whether the start of the task is put somewhere."""
    stretches: bool = False
    """Whether the length of the task makes up for a start that is held."""

    def _held(self) -> list[str]:
        """What keeps the start from where it is put, if anything does."""
        preview = self.preview
        assert preview is not None
        if not self.puts_start or preview.schedule is self.chart.workspace.schedule:
            return []
        fine = self.chart.scale.snap < dt.timedelta(days=1)
        start = held_until(preview.project, preview.schedule, self.task, fine=fine)
        if start is None:
            return []
        shown = _moment(start, self.chart)
        return [held_tip(preview.project, preview.schedule, self.task, longer=self.stretches, start=shown)]

    def _moved(self) -> int:
        """How many other tasks in the plan would start or finish elsewhere."""
        assert self.preview is not None
        before, after = self.chart.workspace.schedule, self.preview.schedule
        if before is after or (before.ids is not after.ids and before.ids != after.ids):
            return 0
        moved = {after.ids[row] for row in after.moved_since(before)} - {self.task}
        return sum(1 for task in moved if not self.preview.project.is_summary(task))


def _moment(moment: dt.datetime, chart: GanttChart) -> str:
    return moment_text(moment) if chart.scale.snap < dt.timedelta(days=1) else date_text(moment)


class MoveBar(BarGesture):
    """Drags a bar in time, and with it the other selected ones, or what lies below a summary."""

    cursor = Qt.CursorShape.ClosedHandCursor
    puts_start = True

    def __init__(self, chart: GanttChart, pressed: QPointF, bar: Bar, ids: tuple[str, ...]) -> None:
        super().__init__(chart, pressed, bar)
        self.ids = ids
        self._dragged = (self.task, *ids)
        several = len(ids) > 1 or chart.is_summary(bar.task)
        count = len(movable(chart.workspace.project, ids)) if several else 1
        self.moves_bars = count <= MOST_PREVIEWED
        self._count = count

    def describe(self) -> list[str]:
        if self.moves_bars:
            return super().describe()
        lines = [ntr("{n} task", "{n} tasks", self._count), _moment(self.start(), self.chart)]
        return [*lines, self.magnet.words()] if self.magnet is not None else lines

    def start(self) -> dt.datetime:
        """Where the bar would start."""
        return self.led(self.dates.start, self.dates.finish)

    def command(self) -> Command | None:
        start = self.start()
        if start == self.dates.start:
            return None
        hold = self.chart.hold_strip.defaults[OF_START]
        if len(self.ids) > 1 or self.chart.is_summary(self.task):
            return MoveDates(self.ids, start - self.dates.start, hold)
        return MoveTask(self.task, start, hold)

    def shapes(self) -> Iterator[Shape]:
        start = self.start()
        yield from self.outline(start, start + (self.dates.finish - self.dates.start))


class ResizeBar(BarGesture):
    """Drags one end of a bar."""

    cursor = Qt.CursorShape.SizeHorCursor

    def __init__(self, chart: GanttChart, pressed: QPointF, bar: Bar, part: Part) -> None:
        super().__init__(chart, pressed, bar)
        self.part = part
        self.puts_start = self.stretches = part is Part.START

    def end(self) -> dt.datetime:
        """Where the end that is dragged would be; it stays on its side of the other."""
        least, dates = self.chart.scale.snap / 2, self.dates
        edge = dates.start if self.part is Part.START else dates.finish
        found = self.drawn(edge)
        moment = found[1] if found else self.stepped(edge)
        if self.part is Part.START:
            return min(moment, dates.finish - least)
        return max(moment, dates.start + least)

    def command(self) -> Command | None:
        end, holds = self.end(), self.chart.hold_strip.defaults
        if self.part is Part.START:
            return ResizeTask(self.task, start=end, hold=holds[OF_START]) if end != self.dates.start else None
        return ResizeTask(self.task, finish=end, hold=holds[OF_FINISH]) if end != self.dates.finish else None

    def shapes(self) -> Iterator[Shape]:
        if self.part is Part.START:
            yield from self.outline(self.end(), self.dates.finish)
        else:
            yield from self.outline(self.dates.start, self.end())


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
        return [*lines, ahead(self.preview.refusal)] if self.preview.refusal else lines


