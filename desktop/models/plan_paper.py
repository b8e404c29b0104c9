"""Texts of the grid's columns for paper and pictures, made of a project that was released to the reader."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from desktop.charts.gantt_facts import baseline_by_task
from desktop.charts.time_places import working_hours
from desktop.domain.clientview import open_field
from desktop.domain.plan import Task
from desktop.domain.predecessors import TaskCodes
from desktop.domain.project import Project
from desktop.domain.record import CLIENT, Kind
from desktop.domain.scheduling import Schedule, schedule
from desktop.i18n import Words, tr
from desktop.models.plan_columns import COLUMNS, NUMBER_OF, Column, Reading
from desktop.models.plan_figures import PlanFigures, reckon
from desktop.models.plan_groups import LABELS, Heading, heading_text

FOR_CLIENTS = frozenset(
    {
        "wbs", "name", "number", "duration", "start", "finish", "predecessors", "predecessors_by_number", "successors",
        "successors_by_number", "predecessor_names", "successor_names", "percent_complete", "resources", "status",
        "outline_level", "summary_task", "baseline_start", "baseline_finish", "baseline_duration",
    }
)  # fmt: skip
"""Columns worked out from the plan that a client may see: dates and who, never floats, work or money."""
GROUPS_FOR_CLIENTS = frozenset({"progress", "start_month", "finish_month"})
"""What rows may be grouped by on paper for a client: what bars and dates say anyway."""
LONGEST = 2000
"""Characters of a long text that are looked at."""
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
    now: dt.datetime, cancelled: Callable[[], bool] = lambda: False, wrapped: Collection[str] = (),
    headings: Mapping[str, Heading] = MappingProxyType({}),
) -> list[tuple[Column, list[str]]]:  # fmt: skip
    """Columns by ``keys``, as far as ``audience`` may see them, each with the texts of the tasks ``ids``.

    ``project`` is what was released to them. Columns that are ``wrapped`` keep the ends of the lines of long texts;
    ``headings`` are ids that head groups. Safe away from the interface.
    """
    columns = [COLUMNS[NUMBER_OF[key]] for key in keys if may_be_shown(key, audience)]
    figures = PlanFigures.still(project, _of_its_own(project, plan), now)
    reading = Reading(
        project, plan, TaskCodes(project), baseline_by_task(figures.baseline), words, now.date(),
        working_hours(plan), figures,
    )  # fmt: skip
    rows = [headings.get(identity) or project.get(Task, identity) for identity in ids]
    first = next((row for row in rows if isinstance(row, Task)), None)
    for column in columns:
        if first is not None:
            column.text(reading, first)  # asks for the figures that it needs
    request = figures.request()
    answer = reckon(request, cancelled) if request is not None else None
    if request is not None and answer is not None:
        figures.take(request, answer)
    made = []
    for column in columns:
        if cancelled():
            break
        whole = column.key in wrapped and column.spec is not None and column.spec.kind is Kind.LONG_TEXT
        made.append((column, [_text(column, reading, row, whole=whole) for row in rows]))
    return made


def _text(column: Column, reading: Reading, row: Task | Heading, *, whole: bool) -> str:
    if isinstance(row, Heading):
        return heading_text(row, column.key, reading)
    if whole:
        return column.exact(reading, row)[:LONGEST].strip()
    return " ".join(column.text(reading, row).split())


@dataclass(frozen=True, slots=True)
class Headed:
    """The groups of the grid as they are shown."""

    groups: tuple[str, ...] = ()
    """Names of what is grouped by, from the outermost."""
    headings: Mapping[str, Heading] = field(default_factory=dict)
    levels: Mapping[str, int] | None = None
    """How deep rows are indented where it is not their depth in the outline."""


def released_headings(headed: Headed, project: Project, audience: str, words: Words) -> dict[str, Heading]:
    """The headings that ``audience`` may read, with the tasks of ``project``, which was released to it.

    The name of a group may tell what a column says; where that is withheld, nothing is headed. What names people or
    records is left to the team: a client's copy may know them by other names or not at all.
    """
    if audience == CLIENT and not all(name in GROUPS_FOR_CLIENTS for name in headed.groups):
        return {}
    tasks, found = project.table(Task), {}
    said = {tr(label): words(label) for label in LABELS}  # named in the language of the screen
    for identity, heading in headed.headings.items():
        known = [task for task in heading.tasks if task in tasks]
        if known:
            found[identity] = replace(heading, tasks=known, label=said.get(heading.label, heading.label))
    return found
