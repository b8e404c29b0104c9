"""Tasks that a change would move, as rows: old and new dates and by how much."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.durations import duration_text
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import Schedule, to_datetime
from desktop.domain.scheduling.effect import Effect, effect
from desktop.i18n import tr, words
from desktop.models.preview import Preview
from desktop.models.tables import RIGHT, TableColumn
from desktop.models.workspace import Workspace


@dataclass(frozen=True, slots=True)
class MovedTask:
    """One task before and after."""

    task: str
    name: str
    start_before: dt.datetime
    start: dt.datetime
    finish_before: dt.datetime
    finish: dt.datetime
    minutes: int
    """Working time, by its calendar before, between the two finishes; negative for sooner."""


class Moves:
    """What a command would do to the dates: made apart from the interface."""

    def __init__(self, preview: Preview, before: Schedule) -> None:
        self.refusal: Rejected | None = preview.refusal
        self.effect: Effect = effect(before, preview.schedule)
        self.tasks: Sequence[MovedTask] = tuple(_moved(before, preview.schedule, one) for one in self.effect.moved)


def _moved(before: Schedule, after: Schedule, task: str) -> MovedTask:
    old, row = before.row[task], after.row[task]
    finishes = before.finishes[old], after.finishes[row]
    return MovedTask(
        task, after.task(row).name, to_datetime(before.starts[old]), to_datetime(after.starts[row]),
        to_datetime(finishes[0]), to_datetime(finishes[1]), before.calendar(task).between(*finishes),
    )  # fmt: skip


def moved_columns(workspace: Workspace) -> list[TableColumn]:
    """Of :class:`MovedTask` rows."""

    def wbs(one: MovedTask) -> str:
        return workspace.project.wbs(one.task) if one.task in workspace.project.outline.row else ""

    def by(one: MovedTask) -> str:
        text = duration_text(one.minutes, "d", workspace.project.profile, words())
        return f"+{text}" if one.minutes > 0 else text

    def moment(value: dt.datetime) -> str:
        return f"{value:%Y-%m-%d %H:%M}"

    return [
        TableColumn(tr("WBS"), wbs, lambda one: workspace.project.outline.row.get(one.task), width=4),
        TableColumn(tr("Task name"), lambda one: one.name, width=14),
        TableColumn(tr("Start before"), lambda one: moment(one.start_before), width=8.5),
        TableColumn(tr("Start after"), lambda one: moment(one.start), width=8.5),
        TableColumn(tr("Finish before"), lambda one: moment(one.finish_before), width=8.5),
        TableColumn(tr("Finish after"), lambda one: moment(one.finish), width=8.5),
        TableColumn(tr("Later by"), by, lambda one: one.minutes, RIGHT, 5),
    ]
