"""What is drawn of a bar and around it: behind it, itself, marks of dates, badges and what is written beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.charts.badges import NOTE, OVERLOAD, PREFIX, Badge, badge_shapes, width_of
from desktop.charts.bar_making import BAR_ROOM
from desktop.charts.bar_shapes import LOOKS, BarLook, bar_shapes, look_name, would_be_shapes
from desktop.charts.bar_texts import GAP, WIDER
from desktop.charts.bars import Bar, BarKind
from desktop.charts.link_lines import EDGE_ROOM
from desktop.charts.marks import (
    Mark,
    baseline_shapes,
    constraint_shapes,
    deadline_shapes,
    external_shapes,
    float_shapes,
    variance_shapes,
)
from desktop.charts.relations import path_shapes
from desktop.charts.shapes import Rect, Shape
from desktop.charts.timeheader import text_width
from desktop.domain.plan import BaselineTask
from desktop.domain.scheduling import to_minutes
from desktop.domain.scheduling.would_be import would_be

if TYPE_CHECKING:
    from desktop.charts.gantt import Gantt

UNCONSTRAINED = ("", "asap")
BASELINE_HEIGHT, BASELINE_PITCH = (0.0, 0.13, 0.11, 0.09), (0.0, 0.0, 0.15, 0.13)
"""Height of the line of a baseline and the way down to the next, as shares of a row, by their number."""
CRITICAL_FOOT = 2.0
"""Height of the line that marks critical bars where their colour stands for something else."""
LEAST_VARIANCE = 1.5
"""Units of length below which a finish counts as unmoved to the eye."""


def shapes_behind(chart: Gantt, bar: Bar, width: float) -> Iterator[Shape]:
    """Bands of paths, baselines and float: what lies behind the bar."""
    number = chart.facts.paths.get(bar.task)
    if number is not None and bar.right >= -EDGE_ROOM and bar.left <= width + 2 * EDGE_ROOM:
        chart.signs.add("path")
        yield from path_shapes(bar, number, Rect(0, chart.y(bar.row), width, chart.row_height), chart.em)
    if bar.kind is BarKind.MANUAL and chart.options.would_be:
        yield from _would_be_of(chart, bar)
    for place, agreed in enumerate(chart.facts.baselines):
        before = agreed.get(bar.task)
        if before is not None and before.start and before.finish:
            yield from _agreed(chart, bar, before, place, width)
    if chart.options.total_float and not bar.is_summary:
        plan, place = chart.schedule, chart.schedule.row[bar.task]
        finish, late = chart.x_at(plan.finishes[place]), chart.x_at(plan.late_finishes[place])
        open_work = plan.total_floats[place] and plan.percents[place] < 100
        if open_work and max(finish, late) >= 0 and min(finish, late) <= width:
            chart.signs.add("float" if late >= finish else "negative_float")
            yield from float_shapes(bar, finish, late)


def _would_be_of(chart: Gantt, bar: Bar) -> Iterator[Shape]:
    found = would_be(chart.schedule, chart.schedule.row[bar.task])
    if found is not None:
        left, right = chart.x_at(found[0]), chart.x_at(found[1])
        if abs(left - bar.left) + abs(right - bar.right) > 2:
            chart.signs.add("would_be")
            yield from would_be_shapes(bar, left, right)


def _agreed(chart: Gantt, bar: Bar, before: BaselineTask, place: int, width: float) -> Iterator[Shape]:
    """The dates of one baseline and, from the first, how far the finish has moved."""
    assert before.start is not None
    assert before.finish is not None
    left, right = chart.x(before.start), chart.x(before.finish)
    finish = (bar.left + bar.right) / 2 if bar.kind is BarKind.MILESTONE else bar.right
    if max(right, finish) < -EDGE_ROOM or min(left, finish) > width + EDGE_ROOM:
        return
    box, point = _baseline_box(chart, bar.row, place), before.start == before.finish
    chart.signs.add(f"baseline{place}")
    if chart.options.variance and not place and abs(finish - right) >= LEAST_VARIANCE:
        chart.signs.add("late" if finish > right else "early")
        yield from variance_shapes(bar, right, finish, box)
    yield from baseline_shapes(bar, right if point else left, right, box, place)


def _baseline_box(chart: Gantt, row: int, place: int) -> Rect:
    count = len(chart.facts.baselines)
    height = max(2.0, chart.row_height * BASELINE_HEIGHT[count])
    top = chart.y(row) + chart.row_height * (BAR_ROOM[count] + place * BASELINE_PITCH[count])
    if chart.options.pixels:
        height, top = float(round(height)), float(round(top))
    return Rect(0, top, 0, height)


def bar_itself(chart: Gantt, bar: Bar) -> Iterator[Shape]:
    """The bar in the colour of what it stands for."""
    sign, look = look_of(chart, bar)
    chart.signs.add(sign)
    if bar.parts and not bar.is_summary:
        chart.signs.add("split")
    yield from bar_shapes(bar, look, written=bool(chart.options.label_inside))
    if sign.startswith("class") and chart.options.critical and bar.critical and not bar.is_summary:
        chart.signs.add("critical_foot")
        yield Rect(bar.left, bar.bottom - 1, bar.width, CRITICAL_FOOT, "critical")


def look_of(chart: Gantt, bar: Bar) -> tuple[str, BarLook]:
    """How a bar is drawn, and what the legend calls it."""
    colouring = chart.facts.colouring
    usual = bar.kind in (BarKind.INACTIVE, BarKind.EFFORT, BarKind.OUTSIDE)
    if colouring is None or usual or (bar.is_summary and not colouring.summaries):
        name = look_name(bar, chart.options.critical)
        return name, LOOKS[name]
    number = colouring.of(bar.task)
    look = colouring.classes[number].look
    if bar.is_summary:
        look = BarLook(look.line, "", look.fill)
    return f"class{number}", look


def marks_around(chart: Gantt, bar: Bar, width: float) -> Iterator[Shape]:
    """Deadline, date constraint and dates of other projects."""
    task = chart.tasks[bar.task]
    row = Rect(0, chart.y(bar.row), width, chart.row_height)
    if task.deadline is not None and chart.options.deadlines:
        x = _mark(chart, "deadline", bar, chart.x(task.deadline), width)
        if x is not None:
            missed = chart.schedule.finishes[chart.schedule.row[bar.task]] > to_minutes(task.deadline)
            chart.signs.add("deadline_missed" if missed else "deadline")
            yield from deadline_shapes(x, row, missed)
    if not chart.options.constraints:
        return
    if task.constraint not in UNCONSTRAINED and (task.constraint_date is not None or task.constraint == "alap"):
        date = task.constraint_date if task.constraint != "alap" else None
        x = _mark(chart, "constraint", bar, chart.x(date) if date else bar.left, width)
        if x is not None:
            chart.signs.add("pinned" if task.pinned else f"constraint_{task.constraint}")
            yield from constraint_shapes(x, row, task.constraint, pinned=task.pinned)
    for kind, moment in (("external_start", task.external_start), ("external_finish", task.external_finish)):
        if moment is not None:
            x = _mark(chart, kind, bar, chart.x(moment), width)
            if x is not None:
                chart.signs.add(kind)
                yield from external_shapes(x, row, start=kind == "external_start")


def _mark(chart: Gantt, kind: str, bar: Bar, x: float, width: float) -> float | None:
    """``x`` where it is in sight, and remembered as a place that can be pointed at."""
    if not -EDGE_ROOM <= x <= width + EDGE_ROOM:
        return None
    half = chart.row_height * 0.25
    chart.marks.append(Mark(kind, bar.task, Rect(x - half, chart.y(bar.row), 2 * half, chart.row_height)))
    return x


def _badges(chart: Gantt, bar: Bar) -> list[Badge]:
    """What stands behind a bar, nearest first."""
    facts, found = chart.facts, list[Badge]()
    going_on = chart.schedule.percents[chart.schedule.row[bar.task]] < 100 and not bar.is_summary
    if facts.overloaded is not None and going_on and facts.overloaded(bar.task):
        found.append(Badge(OVERLOAD))
    if chart.options.badges:
        found += facts.badges.get(bar.task, ())
        if chart.tasks[bar.task].notes:
            found.append(Badge(NOTE))
    return found


def _badge_shapes(chart: Gantt, bar: Bar, badges: Sequence[Badge]) -> Iterator[Shape]:
    x = bar.right + GAP * chart.em
    size = min(chart.em, chart.row_height * 0.66)
    for badge in badges:
        box, shapes = badge_shapes(badge, x, bar.middle, size, chart.words)
        chart.marks.append(Mark(PREFIX + badge.kind, bar.task, box, badge.refs))
        chart.signs.add(PREFIX + badge.kind)
        yield from shapes
        x += width_of((badge,), chart.em)


def reach(chart: Gantt, bar: Bar) -> float:
    """Where what is written behind a bar ends, about."""
    text = chart.texts.text(bar, chart.options.label)
    behind = width_of(_badges(chart, bar), chart.em)
    return bar.right + GAP * chart.em + behind + WIDER * text_width(text, chart.em)


def texts_around(chart: Gantt, bar: Bar, width: float) -> Iterator[Shape]:
    """What is written beside and inside the bar."""
    options, texts = chart.options, chart.texts
    badges = _badges(chart, bar) if -EDGE_ROOM <= bar.right < width else []
    yield from _badge_shapes(chart, bar, badges)
    # In line with the bar, which stands higher in its row where baselines lie below it.
    row = Rect(0, bar.middle - chart.row_height / 2, width, chart.row_height)
    if options.label_inside and bar.resizable:
        yield from texts.inside(bar, options.label_inside, row, look_of(chart, bar)[1])
    if options.label_left and 0 < bar.left < width + EDGE_ROOM * 20:
        crossed = options.links and bool(chart.project.predecessors(bar.task))
        yield from texts.left(bar, options.label_left, row, crossed=crossed)
    if options.label and -EDGE_ROOM * 20 < bar.right < width:
        yield from texts.right(bar, options.label, row, width_of(badges, chart.em))
