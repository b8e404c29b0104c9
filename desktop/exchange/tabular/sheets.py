"""What goes onto the sheets: the plan as a list of tasks, and one list for every register.

Dates stay dates and numbers stay numbers, so that a spreadsheet program can sort and add them. Durations
are text, because their unit (``3ed``) would be lost in a number; floats are working days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from desktop.domain.clientview import open_field, released
from desktop.domain.durations import duration_text
from desktop.domain.intake import field_text
from desktop.domain.plan import Task
from desktop.domain.predecessors import TaskCodes, predecessors_text
from desktop.domain.project import Project
from desktop.domain.record import CLIENT, Kind, Record, Spec
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.resource_names import resources_text
from desktop.domain.scheduling import Schedule
from desktop.i18n import N_, Words

Cell = str | int | float | dt.date | dt.datetime | None
TEXT, DATE, MOMENT, NUMBER, PERCENT, MONEY = "text", "date", "moment", "number", "percent", "money"
PER_CENT = 100
LEFT_OUT = frozenset({"project", "task", "dependency", "assignment", "baseline", "calendar"})
"""Record types without a list of their own: the plan's sheet says what they say, or a sheet cannot."""
_STYLES = {
    Kind.DATE: DATE, Kind.MOMENT: MOMENT, Kind.INTEGER: NUMBER, Kind.SCALE: NUMBER, Kind.PERCENT: PERCENT,
    Kind.MONEY: MONEY,
}  # fmt: skip
_WIDTHS = {DATE: 12, MOMENT: 17, NUMBER: 9, PERCENT: 9, MONEY: 14}
_NAMED = frozenset({"name", "duration", "wbs_code", "percent_complete"})
"""Fields of a task that the first columns of the plan show."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its title in the reader's language, how its cells are shown, its width in characters."""

    title: str
    style: str = TEXT
    width: int = 16


@dataclass(slots=True)
class Sheet:
    """One list; ``levels`` are the outline levels of the rows, from 0, where they have any."""

    key: str
    title: str
    headings: list[Heading]
    rows: list[list[Cell]] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)


def sheets_of(project: Project, schedule: Schedule, words: Words, audience: str) -> Iterator[Sheet]:
    """The plan and every register that has entries, with what ``audience`` may read of them.

    Raises ``report_hidden_project`` where the audience may not even see the project.
    """
    shown = released(project, audience)
    yield _plan(shown, schedule, words, audience)
    for key, kind in RECORD_TYPES.items():
        if key not in LEFT_OUT and shown.rows(key):
            yield _register(shown, kind, words, audience)


def _register(project: Project, kind: type[Record], words: Words, audience: str) -> Sheet:
    specs = _open(kind, audience)
    headings = [Heading(words(N_("No.")), TEXT, 9), *(_heading(spec, words) for spec in specs)]
    sheet = Sheet(kind.info.key, words(kind.info.plural), headings)
    for record in sorted(project.rows(kind.info.key).values(), key=lambda item: item.number):
        sheet.rows.append([record.code, *(_cell(project, record, spec, words) for spec in specs)])
    return sheet


def _plan(project: Project, schedule: Schedule, words: Words, audience: str) -> Sheet:
    headings = [
        Heading(words(N_("WBS code")), TEXT, 10), Heading(words(N_("Outline level")), NUMBER, 8),
        Heading(words(N_("Task name")), TEXT, 44), Heading(words(N_("Duration")), TEXT, 10),
        Heading(words(N_("Start")), MOMENT, 17), Heading(words(N_("Finish")), MOMENT, 17),
        Heading(words(N_("Predecessors")), TEXT, 16), Heading(words(N_("Resources")), TEXT, 24),
        Heading(words(N_("% complete")), PERCENT, 10),
    ]  # fmt: skip
    team = audience != CLIENT
    if team:  # how near to the edge the plan is, is the team's business: no declaration gives it to a client
        headings += [
            Heading(words(N_("Total float (days)")), NUMBER, 12), Heading(words(N_("Free float (days)")), NUMBER, 12),
            Heading(words(N_("Critical")), TEXT, 9),
        ]  # fmt: skip
    specs = [spec for spec in _open(Task, audience) if spec.name not in _NAMED]
    sheet = Sheet("task", words(Task.info.plural), headings + [_heading(spec, words) for spec in specs])
    outline, codes = project.outline, TaskCodes(project)
    for row, identity in enumerate(outline.order):
        task, dates = project.get(Task, identity), schedule.of(identity)
        unit = "d" if project.is_summary(identity) else task.duration_unit
        minutes = dates.duration if project.is_summary(identity) else task.duration
        cells: list[Cell] = [
            outline.wbs[row], outline.depth[row] + 1, task.name,
            duration_text(minutes, unit, project.profile, words, estimated=task.estimated),
            dates.start, dates.finish, predecessors_text(project, identity, words, codes),
            resources_text(project, identity), dates.percent_complete / PER_CENT,
        ]  # fmt: skip
        if team:
            day = project.profile.minutes_per_day
            cells += [round(dates.total_float / day, 2), round(dates.free_float / day, 2)]
            cells.append(words(N_("Yes")) if dates.critical else "")
        sheet.rows.append(cells + [_cell(project, task, spec, words) for spec in specs])
        sheet.levels.append(outline.depth[row])
    return sheet


def _open(kind: type[Record], audience: str) -> list[Spec]:
    return [spec for spec in kind.info.columns() if open_field(kind.info.key, spec, audience)]


def _heading(spec: Spec, words: Words) -> Heading:
    style = _STYLES.get(spec.kind, TEXT)
    return Heading(words(spec.title), style, _WIDTHS.get(style, 40 if spec.kind is Kind.LONG_TEXT else 18))


def _cell(project: Project, record: Record, spec: Spec, words: Words) -> Cell:
    value: Any = getattr(record, spec.name)
    if value is None or spec.kind not in _STYLES:
        return field_text(project, record, spec, words)
    if spec.kind is Kind.PERCENT:
        return float(value) / PER_CENT
    if spec.kind is Kind.MONEY:
        digits = project.profile.currency_digits
        return float(value) / int(10**digits)
    cell: Cell = value
    return cell
