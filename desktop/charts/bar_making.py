"""How the bar of a task is made: where it begins and ends, how thick it is, what of it is done, its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.bars import Bar, BarKind
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.scheduling.progress import reached

if TYPE_CHECKING:
    from desktop.charts.gantt import Gantt

BAR_ROOM = (1.0, 0.8, 0.68, 0.58)
"""Share of a row that the bar has to itself, by the number of baselines below it."""
MOST_OCCURRENCES = 400
"""Blocks of a recurring task; where there are more, they could not be told apart."""


def make_bar(chart: Gantt, row: int) -> Bar | None:
    """The bar of ``row``; None where the task has no dates."""
    identity = chart.rows.order[row]
    task, plan = chart.tasks.get(identity), chart.schedule
    place = plan.row.get(identity)
    if task is None or place is None:
        return None
    start, finish = plan.starts[place], plan.finishes[place]
    kind = bar_kind(chart.project, task, start == finish)
    left, right = chart.x_at(start), chart.x_at(finish)
    top, height = chart.y(row), chart.row_height
    thick = _thickness(chart, kind)
    room = height * BAR_ROOM[len(chart.facts.baselines)]
    thick = min(thick, room * 0.84)
    offset = (room - thick) / 2
    if chart.options.pixels:
        offset, thick = float(round(offset)), float(round(thick))
    if kind is BarKind.MILESTONE:
        left, right = right - thick / 2, right + thick / 2
    else:
        right = max(right, left + 2)
    return Bar(
        identity, row, kind, left, right, top + offset, top + offset + thick,
        _progress(chart, place, kind, left, right), bool(plan.critical_rows[place]),
        bool(plan.near_critical_rows[place]), _parts(chart, task, kind),
    )  # fmt: skip


def _progress(chart: Gantt, place: int, kind: BarKind, left: float, right: float) -> float:
    """Share of the bar that is done: as far as the work has come in time, nights and days off included."""
    percent = chart.schedule.percents[place]
    if kind in (BarKind.SUMMARY, BarKind.RECURRING) or not 0 < percent < 100:
        return percent / 100
    return min(max((progress_x(chart, place, percent) - left) / (right - left), 0.0), 1.0)


def progress_x(chart: Gantt, place: int, percent: int) -> float:
    """Where the progress of a row of the schedule would end with so much done."""
    return chart.x_at(reached(chart.schedule, place, percent))


def _parts(chart: Gantt, task: Task, kind: BarKind) -> tuple[tuple[float, float], ...]:
    if kind is BarKind.RECURRING:
        return _occurrences(chart, task.id)
    if kind in (BarKind.SUMMARY, BarKind.MILESTONE) or not (task.splits or task.stop):
        return ()
    parts = chart.schedule.parts(task.id)
    return tuple((chart.x_at(start), chart.x_at(finish)) for start, finish in parts) if len(parts) > 1 else ()


def _occurrences(chart: Gantt, task: str) -> tuple[tuple[float, float], ...]:
    plan = chart.schedule
    places = [plan.row[kid] for kid in chart.project.children(task)[:MOST_OCCURRENCES] if kid in plan.row]
    return tuple((chart.x_at(plan.starts[place]), chart.x_at(plan.finishes[place])) for place in places)


def _thickness(chart: Gantt, kind: BarKind) -> float:
    share = {BarKind.SUMMARY: 0.42, BarKind.RECURRING: 0.36, BarKind.MILESTONE: 0.56}.get(kind, 0.52)
    return chart.row_height * share


def bar_kind(project: Project, task: Task, point: bool) -> BarKind:
    """How ``task`` is drawn; ``point`` says that it starts and finishes at one moment."""
    if project.is_summary(task.id):
        return BarKind.RECURRING if task.recurrence else BarKind.SUMMARY
    if task.milestone or (point and not task.level_of_effort):
        return BarKind.MILESTONE
    if not task.active:
        return BarKind.INACTIVE
    if task.outside:
        return BarKind.OUTSIDE
    if task.level_of_effort:
        return BarKind.EFFORT
    return BarKind.MANUAL if task.mode == "manual" else BarKind.TASK
