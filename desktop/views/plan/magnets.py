"""Dates in sight that draw a dragged end to themselves when it comes near."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts.shapes import Line, Shape
from desktop.charts.units import DAY
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.scheduling import to_datetime
from desktop.i18n import N_, tr

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart

REACH = 6.0
"""Pixels from which a date draws."""


@dataclass(frozen=True, slots=True)
class Magnet:
    """A date that draws, and the words for it."""

    moment: dt.datetime
    says: str
    task: str = ""

    def words(self) -> str:
        return tr(self.says, task=self.task)


_START, _FINISH = N_("at the start of “{task}”"), N_("at the finish of “{task}”")
_DEADLINE, _TODAY, _STATUS = N_("at the deadline of “{task}”"), N_("at today’s line"), N_("at the status date")


def in_tow(project: Project, ids: Iterable[str]) -> set[str]:
    """The tasks and all that follows them by links: they do not stand still while the tasks are dragged."""
    successors, children = project.successors, project.children
    found = set(ids)
    pending = list(found)
    while pending:
        identity = pending.pop()
        more = [link.successor for link in successors(identity)]
        more += children(identity)
        for each in more:
            if each not in found:
                found.add(each)
                pending.append(each)
    return found


def magnets(chart: GanttChart, besides: Set[str] = frozenset()) -> Iterator[Magnet]:
    """Ends of the bars in sight, their deadlines, today and the status date; nothing of the tasks ``besides``."""
    plan, project = chart.workspace.schedule, chart.workspace.project
    for row in chart.frame.window(chart.viewport().height()):
        identity, facts = chart.plan.ids[row], chart.plan.facts(row)
        if facts.summary and not facts.closed:
            continue  # its ends are those of tasks that show
        place = plan.row.get(identity)
        task = project.find(Task, identity)
        if place is None or task is None or identity in besides:
            continue
        yield Magnet(to_datetime(plan.starts[place]), _START, task.name)
        yield Magnet(to_datetime(plan.finishes[place]), _FINISH, task.name)
        if task.deadline is not None:
            yield Magnet(task.deadline, _DEADLINE, task.name)
    now, status = chart.workspace.session.now(), project.profile.status_date
    if chart.scale.snap >= DAY:
        now = now.replace(hour=0, minute=0, second=0)
    yield Magnet(now, _TODAY)
    if status is not None:
        yield Magnet(dt.datetime.combine(status + DAY, dt.time()), _STATUS)


def nearest(chart: GanttChart, places: Sequence[float], found: Iterable[Magnet]) -> tuple[int, Magnet] | None:
    """The magnet within reach of one of ``places`` on the x axis, and of which: the nearest of all."""
    best: tuple[float, int, Magnet] | None = None
    for magnet in found:
        x = chart.frame.x(magnet.moment)
        for at, place in enumerate(places):
            far = abs(x - place)
            if far <= REACH and (best is None or far < best[0]):
                best = far, at, magnet
    return best[1:] if best else None


def guide(chart: GanttChart, magnet: Magnet) -> Shape:
    """The line through the chart at the date that draws."""
    x = chart.frame.x(magnet.moment)
    return Line(x, 0, x, chart.viewport().height(), "ghost", 1, (4, 3))
