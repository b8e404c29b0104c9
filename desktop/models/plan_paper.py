"""Texts of the grid's columns for paper and pictures, made of a project that was released to the reader."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from desktop.charts.gantt import working_hours
from desktop.charts.gantt_facts import baseline_by_task
from desktop.domain.clientview import open_field
from desktop.domain.plan import Task
from desktop.domain.predecessors import TaskCodes
from desktop.domain.project import Project
from desktop.domain.record import CLIENT
from desktop.domain.scheduling import Schedule, schedule
from desktop.i18n import Words
from desktop.models.plan_columns import COLUMNS, NUMBER_OF, Column, Reading
from desktop.models.plan_figures import PlanFigures, reckon

FOR_CLIENTS = frozenset(
    {
        "wbs", "name", "number", "duration", "start", "finish", "predecessors", "predecessors_by_number", "successors",
        "successors_by_number", "predecessor_names", "successor_names", "percent_complete", "resources", "status",
        "outline_level", "summary_task", "baseline_start", "baseline_finish", "baseline_duration",
    }
)  # fmt: skip
"""Columns worked out from the plan that a client may see: dates and who, never floats, work or money."""
WORDLESS = frozenset({"indicators"})
"""Columns without a text."""


def may_be_shown(key: str, audience: str) -> bool:
    """Whether a column of the grid may be shown to ``audience``: to a client only what is known to be for clients."""
    if key not in NUMBER_OF or key in WORDLESS:
        return False
    column = COLUMNS[NUMBER_OF[key]]
    if audience != CLIENT:
        return column.spec is None or open_field("task", column.spec, audience)
    return key in FOR_CLIENTS or (column.spec is not None and open_field("task", column.spec, CLIENT))


def _of_its_own(project: Project, plan: Schedule) -> Schedule:
    """A schedule that knows no more tasks than ``project`` has: sums over withheld ones would tell of them."""
    return plan if all(identity in project.table(Task) for identity in plan.ids) else schedule(project)


def column_texts(
    project: Project, plan: Schedule, ids: Sequence[str], keys: Iterable[str], *, audience: str, words: Words,
    now: dt.datetime, cancelled: Callable[[], bool] = lambda: False,
) -> list[tuple[Column, list[str]]]:  # fmt: skip
    """Columns by ``keys``, as far as ``audience`` may see them, each with the texts of the tasks ``ids``.

    ``project`` is what was released to them. Safe away from the interface.
    """
    columns = [COLUMNS[NUMBER_OF[key]] for key in keys if may_be_shown(key, audience)]
    figures = PlanFigures.still(project, _of_its_own(project, plan), now)
    reading = Reading(
        project, plan, TaskCodes(project), baseline_by_task(figures.baseline), words, now.date(),
        working_hours(plan), figures,
    )  # fmt: skip
    tasks = [project.get(Task, identity) for identity in ids]
    for column in columns:
        if tasks:
            column.text(reading, tasks[0])  # asks for the figures that it needs
    request = figures.request()
    answer = reckon(request, cancelled) if request is not None else None
    if request is not None and answer is not None:
        figures.take(request, answer)
    made = []
    for column in columns:
        if cancelled():
            break
        made.append((column, [" ".join(column.text(reading, task).split()) for task in tasks]))
    return made
