"""The progress line (front line) of a Gantt chart at the status date.

It runs down the status date and goes out to where the work of each task has come: to the left where a task is
behind, to the right where it is ahead. By the rule of Microsoft Project: tasks that should have begun but have not
are reached at their start; tasks that are done by the status date, and those planned for later, leave the line alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.charts.bars import BarKind
from desktop.charts.gantt_options import BASELINE_LINE
from desktop.charts.shapes import Point, Polyline, Rect, Shape
from desktop.domain.scheduling import to_minutes
from desktop.domain.scheduling.progress import reached, working_time

if TYPE_CHECKING:
    from desktop.charts.gantt import Gantt

ROLE = "progress_line"


def progress_line(chart: Gantt, status: int, width: float, height: float) -> Iterator[Shape]:
    """The line at the minute ``status`` over the rows in sight, with a dot where it reaches a task."""
    x = chart.x_at(status)
    thin = 1.5 if chart.options.pixels else 0.8
    points: list[Point] = [(x, 0.0)]
    dots: list[Point] = []
    for row in chart.window(height):
        tip = _tip(chart, row, status)
        if tip is None:
            continue
        top = chart.y(row)
        points += [(x, top), tip, (x, top + chart.row_height)]
        dots.append(tip)
    if not dots and not 0 <= x <= width:
        return
    yield Polyline((*points, (x, height)), ROLE, thin)
    half = 2 * thin
    for dot in dots:
        yield Rect(dot[0] - half, dot[1] - half, 2 * half, 2 * half, ROLE, "surface", half)


def _tip(chart: Gantt, row: int, status: int) -> Point | None:
    """Where the line goes to in a row; None where it runs straight on."""
    bar, plan = chart.bar(row), chart.schedule
    if bar is None or bar.is_summary or bar.kind is BarKind.INACTIVE:
        return None
    place = plan.row[bar.task]
    percent = plan.percents[place]
    if chart.options.progress_line == BASELINE_LINE:
        before = chart.facts.baselines[0].get(bar.task) if chart.facts.baselines else None
        if before is None or before.start is None or before.finish is None:
            return None
        start, finish = to_minutes(before.start), to_minutes(before.finish)
        calendar = plan.calendar(bar.task)
        done = calendar.add(start, calendar.between(start, finish) * percent // 100)
        point = finish if percent >= 100 else min(done, finish)
    else:
        start, finish, point = plan.starts[place], plan.finishes[place], reached(plan, place)
    if (percent >= 100 and finish <= status) or (percent <= 0 and start >= status):
        return None
    if not working_time(plan, place, point, status):
        return None  # between the two lies nothing but time off
    return chart.x_at(point), bar.middle
