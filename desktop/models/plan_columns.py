"""Columns of the plan grid: what a task stores, and what the schedule says of it.

Stored fields follow from the declaration of :class:`Task`; only what the grid treats in a way of
its own is named here. A column tells the text of a cell, the text an editor starts from, and the
command that a typed text means.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from desktop.domain.commands.plan import (
    AssignResources,
    MoveTask,
    ResizeTask,
    SetDuration,
    SetPredecessors,
    SetProgress,
)
from desktop.domain.commands.records import SetFields
from desktop.domain.display import date_text, display, moment_text
from desktop.domain.durations import duration_text, read_duration
from desktop.domain.plan import BaselineTask, Dependency, Task
from desktop.domain.predecessors import Link, TaskCodes, link_text, predecessors_text, read_predecessors
from desktop.domain.project import Project
from desktop.domain.reading import read_moment, read_value
from desktop.domain.record import Kind, Spec
from desktop.domain.rejection import Rejected
from desktop.domain.resource_names import read_resources, resources_text
from desktop.domain.scheduling import Schedule, TaskDates
from desktop.domain.session import Command
from desktop.i18n import N_, Words, tr

LEFT, RIGHT, CENTRE = "left", "right", "centre"


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that the text of a cell may depend on, as it stands now."""

    project: Project
    schedule: Schedule
    codes: TaskCodes
    baseline: Mapping[str, BaselineTask]
    words: Words
    today: dt.date
    hours: tuple[int, int]
    """Minutes after midnight at which the usual working day opens and closes."""

    def dates(self, task: Task) -> TaskDates | None:
        return self.schedule.of(task.id) if task.id in self.schedule else None

    def opening(self) -> dt.time:
        return _clock(self.hours[0], dt.time(8))

    def closing(self) -> dt.time:
        return _clock(self.hours[1], dt.time(17))


def _clock(minute: int, otherwise: dt.time) -> dt.time:
    return dt.time(minute // 60, minute % 60) if 0 < minute < 1440 else otherwise


TextOf = Callable[[Reading, Task], str]
Meaning = Callable[[Reading, Task, str], "Command | None"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``width`` is in ems; ``meaning`` is None where the cell cannot be edited."""

    key: str
    title: str
    text: TextOf
    align: str = LEFT
    width: float = 7
    edit_text: TextOf | None = None
    meaning: Meaning | None = None
    stays_in_summary: bool = True
    """Whether a summary's cell can be edited too."""
    spec: Spec | None = None
    shown: bool = False
    """Whether the column is there before anybody has chosen columns."""

    def editable(self, summary: bool) -> bool:
        return self.meaning is not None and (self.stays_in_summary or not summary)


# -- derived texts --------------------------------------------------------------------------------


def _wbs(reading: Reading, task: Task) -> str:
    row = reading.project.outline.row.get(task.id)
    return reading.project.outline.wbs[row] if row is not None else ""


def _duration(reading: Reading, task: Task) -> str:
    profile = reading.project.profile
    if reading.project.is_summary(task.id):
        dates = reading.dates(task)
        return duration_text(dates.duration, "d", profile, reading.words) if dates else ""
    return duration_text(task.duration, task.duration_unit, profile, reading.words, estimated=task.estimated)


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
    del reading
    return str(task.percent_complete)


def _predecessors(reading: Reading, task: Task) -> str:
    return predecessors_text(reading.project, task.id, reading.words, reading.codes)


def _successors(reading: Reading, task: Task) -> str:
    parts = []
    for dependency in reading.project.successors(task.id):
        after = reading.project.find(Task, dependency.successor)
        if after is not None:
            parts.append(reading.codes.of(after) + _link_text(reading, dependency))
    return "; ".join(parts)


def _link_text(reading: Reading, dependency: Dependency) -> str:
    return link_text(reading.project, Link.of(dependency), reading.words)


def _resources(reading: Reading, task: Task) -> str:
    return resources_text(reading.project, task.id)


def _days(reading: Reading, minutes: int) -> str:
    return duration_text(minutes, "d", reading.project.profile, reading.words)


def _total_float(reading: Reading, task: Task) -> str:
    dates = reading.dates(task)
    return _days(reading, dates.total_float) if dates else ""


def _free_float(reading: Reading, task: Task) -> str:
    dates = reading.dates(task)
    return _days(reading, dates.free_float) if dates else ""


def _critical(reading: Reading, task: Task) -> str:
    dates = reading.dates(task)
    if dates is None or not (dates.critical or dates.near_critical):
        return ""
    return reading.words(N_("Yes")) if dates.critical else reading.words(N_("Nearly", "critical"))


def _late_start(reading: Reading, task: Task) -> str:
    dates = reading.dates(task)
    return date_text(dates.late_start) if dates else ""


def _late_finish(reading: Reading, task: Task) -> str:
    dates = reading.dates(task)
    return date_text(dates.late_finish) if dates else ""


def _baseline_start(reading: Reading, task: Task) -> str:
    before = reading.baseline.get(task.id)
    return date_text(before.start) if before else ""


def _baseline_finish(reading: Reading, task: Task) -> str:
    before = reading.baseline.get(task.id)
    return date_text(before.finish) if before else ""


def _finish_variance(reading: Reading, task: Task) -> str:
    before, dates = reading.baseline.get(task.id), reading.dates(task)
    if before is None or before.finish is None or dates is None:
        return ""
    calendar = reading.schedule.calendar(task.id)
    late = calendar.between(_minutes(before.finish), _minutes(dates.finish))
    return ("+" if late > 0 else "") + _days(reading, late)


def _minutes(moment: dt.datetime) -> int:
    return moment.toordinal() * 1440 + moment.hour * 60 + moment.minute


# -- what a typed text means ------------------------------------------------------------------------


def _set_duration(reading: Reading, task: Task, text: str) -> Command:
    span = read_duration(text, reading.project.profile, unit=task.duration_unit)
    return SetDuration((task.id,), span.minutes, span.unit, span.estimated)


def _set_start(reading: Reading, task: Task, text: str) -> Command:
    dates = reading.dates(task)
    start = read_moment(text, reading.today, dates.start if dates else None, reading.opening())
    return MoveTask(task.id, start)


def _set_finish(reading: Reading, task: Task, text: str) -> Command:
    dates = reading.dates(task)
    finish = read_moment(text, reading.today, dates.finish if dates else None, reading.closing())
    return ResizeTask(task.id, finish=finish)


def _set_predecessors(reading: Reading, task: Task, text: str) -> Command:
    return SetPredecessors(task.id, read_predecessors(reading.project, text, reading.codes))


def _set_percent(reading: Reading, task: Task, text: str) -> Command:
    value = read_value(reading.project, task, Task.info.specs["percent_complete"], text, reading.today)
    return SetProgress((task.id,), value or 0)


def _set_resources(reading: Reading, task: Task, text: str) -> Command:
    return AssignResources(task.id, read_resources(reading.project, text))


def _set_wbs(reading: Reading, task: Task, text: str) -> Command | None:
    if not task.wbs_code and text.strip() == _wbs(reading, task):
        return None
    return SetFields("task", (task.id,), {"wbs_code": " ".join(text.split())}, N_("Change WBS code of {name}"))


def _set_name(reading: Reading, task: Task, text: str) -> Command:
    value = read_value(reading.project, task, Task.info.specs["name"], text, reading.today)
    return SetFields("task", (task.id,), {"name": value}, N_("Rename {name}"))


_NAMED = (
    Column("indicators", N_("Marks", "plan column"), lambda _r, _t: "", CENTRE, 4, shown=True),
    Column("wbs", N_("WBS code"), _wbs, LEFT, 5.6, None, _set_wbs, shown=True),
    Column("name", N_("Task name"), lambda _r, task: task.name, LEFT, 19, None, _set_name, shown=True),
    Column("duration", N_("Duration"), _duration, RIGHT, 5.4, None, _set_duration, False, shown=True),
    Column("start", N_("Start"), _start, CENTRE, 7.2, _edit_start, _set_start, False, shown=True),
    Column("finish", N_("Finish"), _finish, CENTRE, 7.2, _edit_finish, _set_finish, False, shown=True),
    Column("predecessors", N_("Predecessors"), _predecessors, LEFT, 7.5, None, _set_predecessors, shown=True),
    Column("percent_complete", N_("% complete"), _percent, RIGHT, 6, _edit_percent, _set_percent, False, shown=True),
    Column("resources", N_("Resources"), _resources, LEFT, 9, None, _set_resources, shown=True),
    Column("total_float", N_("Total float"), _total_float, RIGHT, 5.6, shown=True),
    Column("free_float", N_("Free float"), _free_float, RIGHT, 5.6),
    Column("critical", N_("Critical"), _critical, CENTRE, 5),
    Column("late_start", N_("Late start"), _late_start, CENTRE, 7.2),
    Column("late_finish", N_("Late finish"), _late_finish, CENTRE, 7.2),
    Column("successors", N_("Successors"), _successors, LEFT, 7.5),
    Column("baseline_start", N_("Baseline start"), _baseline_start, CENTRE, 7.2),
    Column("baseline_finish", N_("Baseline finish"), _baseline_finish, CENTRE, 7.2),
    Column("finish_variance", N_("Finish variance"), _finish_variance, RIGHT, 6),
)
_ELSEWHERE = frozenset({"wbs_code"}) | {column.key for column in _NAMED}
_ALIGN = {
    Kind.INTEGER: RIGHT, Kind.PERCENT: RIGHT, Kind.MONEY: RIGHT, Kind.MINUTES: RIGHT,
    Kind.SCALE: CENTRE, Kind.FLAG: CENTRE, Kind.DATE: CENTRE, Kind.MOMENT: CENTRE,
}  # fmt: skip
_WIDTHS = {Kind.MOMENT: 10, Kind.DATE: 7.2, Kind.LONG_TEXT: 16, Kind.CHOICE: 11, Kind.FLAG: 5}


def _stored() -> Iterator[Column]:
    """A column for every declared field that has none of its own above."""
    for spec in Task.info.columns():
        if spec.name not in _ELSEWHERE:
            yield _stored_column(spec)
    yield Column("number", N_("No."), lambda _r, task: task.code, LEFT, 5.4)


def _stored_column(spec: Spec) -> Column:
    def text(reading: Reading, task: Task) -> str:
        shown = display(reading.project, task, spec, reading.words)
        return shown if shown.isprintable() else " ".join(shown.split())

    def edit_text(reading: Reading, task: Task) -> str:
        return display(reading.project, task, spec, reading.words)

    def meaning(reading: Reading, task: Task, written: str) -> Command:
        value = read_value(reading.project, task, spec, written, reading.today)
        return SetFields("task", (task.id,), {spec.name: value})

    editable = spec.kind is not Kind.ROWS and spec.kind is not Kind.LONG_TEXT
    return Column(
        spec.name, spec.title, text, _ALIGN.get(spec.kind, LEFT), _WIDTHS.get(spec.kind, 8), edit_text,
        meaning if editable else None, spec=spec,
    )  # fmt: skip


COLUMNS: tuple[Column, ...] = (*_NAMED, *_stored())
NUMBER_OF: Mapping[str, int] = {column.key: number for number, column in enumerate(COLUMNS)}


def title_of(column: Column) -> str:
    """The heading in the interface language."""
    return tr(column.title)


def command_for(column: Column, reading: Reading, task: Task, text: str) -> Command | None:
    """What typing ``text`` means: a command, or None where nothing would change.

    Raises :class:`Rejected` where the text cannot be read or the cell not be edited.
    """
    summary = reading.project.is_summary(task.id)
    if column.meaning is None or not column.editable(summary):
        if summary:
            code = "summary_progress" if column.key == "percent_complete" else "summary_is_derived"
            raise Rejected(code, task=task.name)
        raise Rejected("read_only")
    if text.strip() == (column.edit_text or column.text)(reading, task).strip():
        return None
    return column.meaning(reading, task, text)
