"""What is said of the marks and badges of the chart when the pointer rests on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.charts.badges import NOTE, OVERLOAD, PREFIX
from desktop.charts.marks import Mark
from desktop.domain.display import date_text, moment_text
from desktop.domain.plan import CONSTRAINT, Resource, Task
from desktop.domain.scheduling import to_datetime
from desktop.i18n import tr

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart

MOST_NAMED = 12
"""Records that a tool tip names."""
LONGEST = 120
"""Characters of each of them."""
LONGEST_NOTE = 600


def mark_tip(chart: GanttChart, mark: Mark) -> str:
    """Some lines of plain text; "" for nothing."""
    task = chart.workspace.project.find(Task, mark.task)
    return "\n".join(_lines(chart, mark, task)) if task is not None else ""


def _lines(chart: GanttChart, mark: Mark, task: Task) -> Iterator[str]:
    if mark.kind == "deadline":
        yield tr("Deadline: {date}", date=moment_text(task.deadline))
        row = chart.workspace.schedule.row.get(task.id)
        finish = to_datetime(chart.workspace.schedule.finishes[row]) if row is not None else None
        if finish is not None and task.deadline is not None and finish > task.deadline:
            yield tr("Missed: the task finishes on {date}.", date=date_text(finish))
    elif mark.kind == "constraint":
        kind = tr(CONSTRAINT[task.constraint])
        yield kind if task.constraint == "alap" else f"{kind}: {moment_text(task.constraint_date)}"
        if task.pinned:
            yield tr("Pinned to its date")
    elif mark.kind == "external_start":
        date = date_text(task.external_start)
        yield tr("Another project delivers on {date}; the task cannot start before.", date=date)
    elif mark.kind == "external_finish":
        yield tr("Another project waits for the task from {date} on.", date=date_text(task.external_finish))
    else:
        yield from _badge_lines(chart, mark, task)


def _badge_lines(chart: GanttChart, mark: Mark, task: Task) -> Iterator[str]:
    project, kind = chart.workspace.project, mark.kind.removeprefix(PREFIX)
    if kind == NOTE:
        yield task.notes[:LONGEST_NOTE]
    elif kind == OVERLOAD:
        yield tr("Needed more than they are there:")
        for identity in sorted(chart.plan.figures.overloaded_resources(task.id) or ()):
            resource = project.find(Resource, identity)
            if resource is not None:
                yield resource.name[:LONGEST]
    else:
        titles = {"action": tr("Late actions"), "issue": tr("Open issues"), "risk": tr("Open risks")}
        yield titles[kind]
        for ref in mark.refs[:MOST_NAMED]:
            yield ref_text(chart, ref)
        if len(mark.refs) > MOST_NAMED:
            yield "…"


def ref_text(chart: GanttChart, ref: str) -> str:
    """A record in one line: its number and its name."""
    record = chart.workspace.project.resolve(ref)
    if record is None:
        return ""
    return f"{record.code}  {' '.join(record.name_text.split())[:LONGEST]}"
