"""The columns of the plan grid: what a task stores, and what the schedule says of it.

Stored fields follow from the declaration of :class:`Task`; only what the grid treats in a way of
its own is named here. A column tells the text of a cell, the text an editor starts from, and the
command that a typed text means. What nobody types is in ``plan_results``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace

from desktop.domain.commands.plan import (
    AssignResources,
    MoveTask,
    ResizeTask,
    SetDuration,
    SetPredecessors,
    SetProgress,
)
from desktop.domain.commands.records import SetFields
from desktop.domain.display import date_text, display, exact_text, moment_text, money_text
from desktop.domain.durations import duration_text, exact_duration_text, read_duration
from desktop.domain.plan import Resource, Task
from desktop.domain.predecessors import predecessors_text, read_predecessors
from desktop.domain.reading import read_moment, read_value
from desktop.domain.record import Kind, Spec
from desktop.domain.rejection import Rejected, Term, sentences
from desktop.domain.resource_names import read_resources, resources_text
from desktop.domain.scheduling.crew import WORKING
from desktop.domain.session import Command
from desktop.i18n import N_, tr
from desktop.models.plan_column import (
    CENTRE,
    COST,
    DATES,
    FLOAT,
    GENERAL,
    IMPORTED,
    LEFT,
    PROGRESS,
    RIGHT,
    VALUE,
    WORK,
    Column,
    Reading,
)
from desktop.models.plan_read_only import why_read_only
from desktop.models.plan_results import PENDING, days, predecessors_by_number, results
from desktop.models.workspace import Workspace

__all__ = [
    "CENTRE", "COLUMNS", "LEFT", "NUMBER_OF", "RIGHT", "Column", "Reading", "columns_of", "command_for", "may_show",
    "title_of",
]  # fmt: skip

sentences(
    actual_work_of_people=N_(
        "The actual work of “{task}” is what its resources have done. Nothing was changed; enter it with them in the "
        "details, or enter the progress of the task."
    ),
)

# -- texts ----------------------------------------------------------------------------------------


def _wbs(reading: Reading, task: Task) -> str:
    row = reading.project.outline.row.get(task.id)
    return reading.project.outline.wbs[row] if row is not None else ""


def _duration(reading: Reading, task: Task) -> str:
    profile = reading.project.profile
    if reading.project.is_summary(task.id):
        dates = reading.dates(task)
        return duration_text(dates.duration, "d", profile, reading.words) if dates else ""
    return duration_text(task.duration, task.duration_unit, profile, reading.words, estimated=task.estimated)


def _edit_duration(reading: Reading, task: Task) -> str:
    if reading.project.is_summary(task.id):
        return _duration(reading, task)
    profile = reading.project.profile
    return exact_duration_text(task.duration, task.duration_unit, profile, reading.words, estimated=task.estimated)


def _start(reading: Reading, task: Task) -> str:
    dates = reading.dates(task)
    return date_text(dates.start) if dates else ""


def _finish(reading: Reading, task: Task) -> str:
    dates = reading.dates(task)
    return date_text(dates.finish) if dates else ""


def _edit_moment(moment: dt.datetime, usual: dt.time) -> str:
    return date_text(moment) if moment.time() == usual else moment_text(moment)


def _edit_start(reading: Reading, task: Task) -> str:
    dates = reading.dates(task)
    return _edit_moment(dates.start, reading.opening()) if dates else ""


def _edit_finish(reading: Reading, task: Task) -> str:
    dates = reading.dates(task)
    return _edit_moment(dates.finish, reading.closing()) if dates else ""


def _percent(reading: Reading, task: Task) -> str:
    dates = reading.dates(task)
    return f"{dates.percent_complete}%" if dates else f"{task.percent_complete}%"


def _edit_percent(reading: Reading, task: Task) -> str:
    return _percent(reading, task).removesuffix("%")


def _predecessors(reading: Reading, task: Task) -> str:
    return predecessors_text(reading.project, task.id, reading.words, reading.codes)


def _resources(reading: Reading, task: Task) -> str:
    return resources_text(reading.project, task.id)


def _total_float(reading: Reading, task: Task) -> str:
    dates = reading.dates(task)
    return days(reading, dates.total_float) if dates else ""


def _hours(reading: Reading, minutes: int) -> str:
    return duration_text(minutes, "h", reading.project.profile, reading.words) if minutes else ""


def _work(reading: Reading, task: Task) -> str:
    return _hours(reading, reading.figures.work(task.id).total)


def _actual_work(reading: Reading, task: Task) -> str:
    return _hours(reading, reading.figures.work(task.id).actual)


def _actual_cost(reading: Reading, task: Task) -> str:
    found = reading.figures.cost(task.id)
    if found is None:
        return PENDING
    return money_text(found.actual, reading.project.profile.currency_digits) if found.actual else ""


def _edit_actual_cost(reading: Reading, task: Task) -> str:
    """What was entered; what the cell shows where that counts for nothing, or where nothing was entered."""
    if task.actual_cost is None or reading.project.is_summary(task.id):
        return _actual_cost(reading, task)
    return money_text(task.actual_cost, reading.project.profile.currency_digits)


# -- what a typed text means ------------------------------------------------------------------------


def _filled(text: str, title: str) -> str:
    """``text``, which may not be empty."""
    if not text.strip():
        raise Rejected("required", field=Term(title))
    return text


def _set_duration(reading: Reading, task: Task, text: str) -> Command:
    _filled(text, "Duration")
    span = read_duration(text, reading.project.profile, unit=task.duration_unit)
    return SetDuration((task.id,), span.minutes, span.unit, span.estimated)


def _set_start(reading: Reading, task: Task, text: str) -> Command:
    dates = reading.dates(task)
    start = read_moment(_filled(text, "Start"), reading.today, dates.start if dates else None, reading.opening())
    return MoveTask(task.id, start)


def _set_finish(reading: Reading, task: Task, text: str) -> Command:
    dates = reading.dates(task)
    finish = read_moment(_filled(text, "Finish"), reading.today, dates.finish if dates else None, reading.closing())
    return ResizeTask(task.id, finish=finish)


def _set_predecessors(reading: Reading, task: Task, text: str) -> Command:
    return SetPredecessors(task.id, read_predecessors(reading.project, text, reading.codes))


def _set_percent(reading: Reading, task: Task, text: str) -> Command:
    spec = Task.info.specs["percent_complete"]
    value = read_value(reading.project, task, spec, text, reading.today) or 0
    if not 0 <= value <= 100:  # said before anything is said of the dates that would follow from it
        raise Rejected("range", field=Term(spec.title), low=0, high=100)
    return SetProgress((task.id,), value)


def _set_resources(reading: Reading, task: Task, text: str) -> Command:
    return AssignResources(task.id, read_resources(reading.project, text))


def _set_wbs(reading: Reading, task: Task, text: str) -> Command | None:
    if not task.wbs_code and text.strip() == _wbs(reading, task):
        return None
    return SetFields("task", (task.id,), {"wbs_code": " ".join(text.split())}, N_("Change WBS code of {name}"))


def _set_name(reading: Reading, task: Task, text: str) -> Command:
    value = read_value(reading.project, task, Task.info.specs["name"], text, reading.today)
    return SetFields("task", (task.id,), {"name": value}, N_("Rename {name}"))


def _set_actual_work(reading: Reading, task: Task, text: str) -> Command:
    assigned = (reading.project.find(Resource, item.resource) for item in reading.project.assignments(task.id))
    if any(resource is not None and resource.kind in WORKING for resource in assigned):
        raise Rejected("actual_work_of_people", task=task.name)
    return _set_field(reading, task, "actual_work", text)


def _set_field(reading: Reading, task: Task, name: str, text: str) -> Command:
    value = read_value(reading.project, task, Task.info.specs[name], text, reading.today)
    return SetFields("task", (task.id,), {name: value})


_NAMED = (
    Column("indicators", N_("Marks", "plan column"), lambda _r, _t: "", CENTRE, 4, shown=True),
    Column("wbs", N_("WBS code"), _wbs, LEFT, 5.6, None, _set_wbs, shown=True),
    Column("name", N_("Task name"), lambda _r, task: task.name, LEFT, 19, None, _set_name, shown=True),
    Column("duration", N_("Duration"), _duration, RIGHT, 5.4, _edit_duration, _set_duration, False, shown=True,
           group=DATES),
    Column("start", N_("Start"), _start, CENTRE, 7.2, _edit_start, _set_start, False, shown=True, group=DATES),
    Column("finish", N_("Finish"), _finish, CENTRE, 7.2, _edit_finish, _set_finish, False, shown=True, group=DATES),
    Column("predecessors", N_("Predecessors"), _predecessors, LEFT, 7.5, None, _set_predecessors, shown=True),
    Column("percent_complete", N_("% complete"), _percent, RIGHT, 6, _edit_percent, _set_percent, False, shown=True,
           group=PROGRESS),
    Column("resources", N_("Resources"), _resources, LEFT, 9, None, _set_resources, shown=True),
    Column("total_float", N_("Total float"), _total_float, RIGHT, 5.6, shown=True, group=FLOAT),
    Column("predecessors_by_number", N_("Predecessors by number"), predecessors_by_number, LEFT, 7.5, None,
           _set_predecessors),
    Column("work", N_("Work"), _work, RIGHT, 6, None,
           lambda reading, task, text: _set_field(reading, task, "work", text), False, group=WORK, figures=True),
    Column("actual_work", N_("Actual work"), _actual_work, RIGHT, 6, None,
           _set_actual_work, False, group=WORK, figures=True),
    Column("actual_cost", N_("Actual cost"), _actual_cost, RIGHT, 7, _edit_actual_cost,
           lambda reading, task, text: _set_field(reading, task, "actual_cost", text), False, group=COST,
           figures=True),
)  # fmt: skip
_ELSEWHERE = frozenset({"wbs_code"}) | {column.key for column in _NAMED}
_ALIGN = {
    Kind.INTEGER: RIGHT, Kind.PERCENT: RIGHT, Kind.MONEY: RIGHT, Kind.MINUTES: RIGHT,
    Kind.SCALE: CENTRE, Kind.FLAG: CENTRE, Kind.DATE: CENTRE, Kind.MOMENT: CENTRE,
}  # fmt: skip
_WIDTHS = {Kind.MOMENT: 10, Kind.DATE: 7.2, Kind.LONG_TEXT: 16, Kind.CHOICE: 11, Kind.FLAG: 5}
_RECORDED = tuple(name for name in Task.info.specs if name.startswith("recorded_"))
_KNOWN_INSIDE = ("stop", "resume", *_RECORDED, "created_at", "created_by", "changed_at", "changed_by")
"""Fields that no form shows, for whoever wants to see them."""
_GROUPS = {
    DATES: (
        "milestone", "estimated", "mode", "manual_start", "manual_finish", "constraint", "constraint_date", "pinned",
        "deadline", "external_start", "external_finish", "calendar", "ignore_resource_calendar", "levelling_delay",
        "optimistic", "pessimistic", "level_of_effort", "active",
    ),
    PROGRESS: ("physical_percent", "actual_start", "actual_finish", "remaining_duration", "stop", "resume"),
    WORK: ("task_type", "effort_driven", "priority"),
    COST: ("fixed_cost", "fixed_cost_accrual"),
    VALUE: ("ev_method",),
    IMPORTED: _RECORDED,
}  # fmt: skip
_GROUP_OF = {name: group for group, names in _GROUPS.items() for name in names}


def _stored() -> Iterator[Column]:
    """A column for every declared field that has none of its own above."""
    for spec in Task.info.columns():
        if spec.name not in _ELSEWHERE:
            yield _stored_column(spec)
    yield Column("number", N_("No."), lambda _r, task: task.code, LEFT, 5.4)
    for name in _KNOWN_INSIDE:
        yield replace(_stored_column(Task.info.specs[name]), meaning=None, spec=None)


def _stored_column(spec: Spec) -> Column:
    def text(reading: Reading, task: Task) -> str:
        shown = display(reading.project, task, spec, reading.words)
        return shown if shown.isprintable() else " ".join(shown.split())

    def edit_text(reading: Reading, task: Task) -> str:
        return exact_text(reading.project, task, spec, reading.words)

    def meaning(reading: Reading, task: Task, written: str) -> Command:
        return _set_field(reading, task, spec.name, written)

    return Column(
        spec.name, spec.title, text, _ALIGN.get(spec.kind, LEFT), _WIDTHS.get(spec.kind, 8), edit_text,
        meaning if spec.kind is not Kind.ROWS else None, spec=spec, group=_GROUP_OF.get(spec.name, GENERAL),
    )  # fmt: skip


COLUMNS: tuple[Column, ...] = (*_NAMED, *results(), *_stored())
NUMBER_OF: Mapping[str, int] = {column.key: number for number, column in enumerate(COLUMNS)}


def may_show(workspace: Workspace, key: str) -> bool:
    """Whether the column or field of a task may be in sight of those who look on."""
    spec = Task.info.specs.get(key)
    if spec is not None:
        return workspace.shows(Task.info.key, spec)
    return not workspace.is_guarded or COLUMNS[NUMBER_OF[key]].group not in (WORK, COST, VALUE, IMPORTED)


def columns_of(workspace: Workspace) -> list[Column]:
    """The columns that may be in sight."""
    return [column for column in COLUMNS if may_show(workspace, column.key)]


def title_of(column: Column) -> str:
    """The heading in the interface language."""
    return tr(column.title)


def command_for(column: Column, reading: Reading, task: Task, text: str) -> Command | None:
    """What typing ``text`` means: a command, or None where nothing would change.

    Raises :class:`Rejected` where the text cannot be read or the cell not be edited.
    """
    refusal = why_read_only(column, task, summary=reading.project.is_summary(task.id))
    if refusal is not None or column.meaning is None:
        raise refusal or Rejected("read_only")
    if text.strip() == column.exact(reading, task).strip():
        return None
    return column.meaning(reading, task, text)
