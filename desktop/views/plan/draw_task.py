"""Drawing a new task on bare paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from desktop.charts.shapes import Rect, Shape
from desktop.charts.units import DAY
from desktop.domain.changes import new_id
from desktop.domain.commands.plan import BELOW, AddTask
from desktop.domain.display import date_text, moment_text
from desktop.domain.durations import duration_text
from desktop.domain.plan import Task
from desktop.domain.scheduling import to_datetime, to_minutes
from desktop.i18n import tr, words
from desktop.views.plan.gestures import DECIDES, Gesture, RubberBand
from desktop.views.plan.magnets import Magnet, guide, magnets, nearest

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart

NO_ROW = -1


class DrawTask(Gesture):
    """From one side to the other: start and duration of a task that is added below ``row``."""

    cursor = Qt.CursorShape.CrossCursor
    scrolls = (True, False)

    def __init__(self, chart: GanttChart, pressed: QPointF, row: int) -> None:
        super().__init__(chart, pressed)
        self.id = new_id()
        self._row = row if row != NO_ROW else len(chart.plan.ids) - 1
        self._begun = chart.scale.moment(pressed.x())
        self._magnet: Magnet | None = None

    def _is_drag(self) -> bool:
        return abs(self.position.x() - self.chart.scale.x(self._begun)) >= DECIDES

    def span(self) -> tuple[dt.datetime, dt.datetime, int]:
        """(start, finish, working minutes) of the task, whole steps of the zoom within working time."""
        chart = self.chart
        ends = sorted((chart.scale.x(self._begun), self.position.x()))
        step = chart.scale.snap
        first, last = (chart.frame.moment(x) for x in ends)
        start, finish = _floor(first, step), _floor(last, step) + step
        found = nearest(chart, [self.position.x()], magnets(chart))
        self._magnet = found[1] if found is not None else None
        if self._magnet is not None:
            if self.position.x() > chart.scale.x(self._begun):
                finish = self._magnet.moment
            else:
                start = self._magnet.moment
        clock = chart.workspace.schedule.calendar()
        begin = clock.next_start(to_minutes(start))
        end = max(clock.previous_finish(to_minutes(finish)), begin)
        minutes = clock.between(begin, end)
        if not minutes:  # drawn over days off: a step of work from there on
            minutes = min(chart.workspace.project.profile.minutes_per_day, round(step / dt.timedelta(minutes=1)))
            end = clock.add(begin, minutes)
        return to_datetime(begin), to_datetime(end), minutes

    def release(self) -> AddTask | None:
        if not self._is_drag():
            return None
        start, _, minutes = self.span()
        fields = {"id": self.id, "duration": minutes, "constraint": "snet", "constraint_date": start}
        if self.chart.scale.snap < DAY:
            fields["duration_unit"] = "h"
        anchor = self.chart.plan.ids[self._row] if 0 <= self._row < len(self.chart.plan.ids) else None
        if anchor not in self.chart.workspace.project.table(Task):
            anchor = None
        return AddTask(tr("New task"), anchor, BELOW, fields=fields)

    def shapes(self) -> Iterator[Shape]:
        if not self._is_drag():
            return
        start, finish, _ = self.span()
        left, right = self.chart.frame.x(start), self.chart.frame.x(finish)
        height = self.chart.metrics.row * 0.52
        yield Rect(left, self.pressed.y() - height / 2, max(right - left, 2), height, "ghost", "ghost", 3, opacity=0.35)
        if self._magnet is not None:
            yield guide(self.chart, self._magnet)

    def tip(self) -> list[str]:
        if not self._is_drag():
            return [tr("Drag to draw a new task")]
        start, finish, minutes = self.span()
        fine = self.chart.scale.snap < DAY
        show = moment_text if fine else date_text
        unit = "h" if fine else "d"
        length = duration_text(minutes, unit, self.chart.workspace.project.profile, words())
        lines = [tr("New task"), f"{show(start)} – {show(finish)}", length]
        return [*lines, self._magnet.words()] if self._magnet is not None else lines


class Sketch(Gesture):
    """A press below the last row: sideways it draws a task, else it selects what it touches."""

    def __init__(self, chart: GanttChart, pressed: QPointF) -> None:
        super().__init__(chart, pressed)
        self._now: DrawTask | RubberBand | None = None

    def move(self, position: QPointF) -> None:
        super().move(position)
        gone = position - self.pressed
        if self._now is None and max(abs(gone.x()), abs(gone.y())) >= DECIDES:
            sideways = abs(gone.x()) >= abs(gone.y())
            self._now = (
                DrawTask(self.chart, self.pressed, NO_ROW) if sideways else RubberBand(self.chart, self.pressed)
            )
            self.cursor, self.scrolls = self._now.cursor, self._now.scrolls
        if self._now is not None:
            self._now.modifiers = self.modifiers
            self._now.move(position)

    def settled(self) -> Gesture:
        return self._now or RubberBand(self.chart, self.pressed)

    def shapes(self) -> Iterator[Shape]:
        return self._now.shapes() if self._now is not None else iter(())

    def tip(self) -> list[str]:
        return self._now.tip() if self._now is not None else []


def _floor(moment: dt.datetime, step: dt.timedelta) -> dt.datetime:
    """The beginning of the step in which ``moment`` lies; weeks begin on Monday."""
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if step > DAY:
        return midnight - midnight.weekday() * DAY
    return midnight + (moment - midnight) // step * step
