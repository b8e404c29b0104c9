"""What the chart says of what lies under a pointer at rest: a mark, a bar, a link."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from desktop.charts.bars import BarKind
from desktop.domain.display import date_text, moment_text
from desktop.domain.durations import duration_text
from desktop.domain.plan import Dependency, Resource, Task
from desktop.domain.predecessors import Link, link_text
from desktop.i18n import tr, words
from desktop.views.plan.mark_tips import LONGEST, mark_tip

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart

MOST_NAMED = 6
"""Resources that a tip names."""


def chart_tip(chart: GanttChart, position: QPointF) -> str:
    """Some lines of plain text; "" for nothing."""
    frame = chart.frame
    hit = frame.hit(position.x(), position.y())
    if hit.part is not None:
        return bar_tip(chart, hit.task)
    mark = frame.mark_at(position.x(), position.y())
    if mark is not None:
        return mark_tip(chart, mark)
    return link_tip(chart, hit.link) if hit.link else ""


def bar_tip(chart: GanttChart, identity: str) -> str:
    """Name, dates, duration, progress, float and resources of a task."""
    project, plan = chart.workspace.project, chart.workspace.schedule
    task = project.find(Task, identity)
    return "\n".join(_bar_lines(chart, task)) if task is not None and identity in plan else ""


def _bar_lines(chart: GanttChart, task: Task) -> Iterator[str]:
    project, plan = chart.workspace.project, chart.workspace.schedule
    dates, place, summary = plan.of(task.id), plan.row[task.id], project.is_summary(task.id)
    show = moment_text if chart.scale.snap.days < 1 else date_text
    bar = chart.present_bar(chart.plan.row_of(task.id))
    yield f"{project.wbs(task.id)}  {_name(task)}"
    if bar is not None and bar.kind is BarKind.MILESTONE:
        yield tr("Milestone: {date}", date=show(dates.finish))
    else:
        unit = "d" if summary else task.duration_unit
        span = duration_text(plan.duration(task.id), unit, project.profile, words())
        yield tr("{start} – {finish}, {duration}", start=show(dates.start), finish=show(dates.finish), duration=span)
    if dates.percent_complete:
        yield tr("{n} % complete", n=dates.percent_complete)
    if not summary and dates.percent_complete < 100 and task.active:
        spare = duration_text(plan.total_floats[place], "d", project.profile, words())
        said = tr("Total float: {duration}", duration=spare)
        yield said + tr(", ", "between parts of a report") + tr("critical") if dates.critical else said
    found = (project.find(Resource, each.resource) for each in project.assignments(task.id))
    names = [resource.name for resource in found if resource is not None]
    if names and not summary:
        more = " …" if len(names) > MOST_NAMED else ""
        yield words()(", ", "list").join(name[:LONGEST] for name in names[:MOST_NAMED]) + more


def link_tip(chart: GanttChart, identity: str) -> str:
    """From where to where a link goes, of which type, with which lag."""
    project = chart.workspace.project
    link = project.find(Dependency, identity)
    before = project.find(Task, link.predecessor) if link else None
    after = project.find(Task, link.successor) if link else None
    if link is None or before is None or after is None:
        return ""
    kind = link_text(project, Link.of(link), words()) or link.type
    ends = [f"{project.wbs(task.id)}  {_name(task)}" for task in (before, after)]
    return "\n".join((ends[0], f"→ {kind}", ends[1]))


def _name(task: Task) -> str:
    whole = " ".join(task.name.split())
    return whole if len(whole) <= LONGEST else whole[: LONGEST - 1] + "…"
