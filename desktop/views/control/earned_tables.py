"""The tables of earned value: figures of the plan, figures by task, the S-curve by period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

from desktop.domain.earned_value import (
    AMOUNT,
    FIGURES,
    SERIES,
    Curve,
    EarnedValue,
    Figure,
    Shown,
    amount_text,
    figure_of,
    scaled,
    unit_of,
)
from desktop.domain.plan import Task
from desktop.i18n import tr, words
from desktop.models.tables import RIGHT, TableColumn
from desktop.models.workspace import Workspace

BY_TASK = ("bac", "pv", "ev", "ac", "sv", "cv", "spi", "cpi", "eac", "vac")
"""Figures that each task has a column for."""
Basis = Callable[[], str]
"""What the amounts are at the moment; the heads of columns in a file say it."""


class Period:
    """One period of the curve, as a row of its table."""

    def __init__(self, curve: Curve, at: int) -> None:
        self.curve, self.at = curve, at

    @property
    def last(self) -> dt.date:
        return self.curve.edges[self.at + 1] - dt.timedelta(1)

    def value(self, name: str) -> int | None:
        """The cumulative value of a series."""
        found: int | None = getattr(self.curve, name)[self.at]
        return found

    def step(self, name: str) -> int | None:
        """What falls into the period."""
        return self.curve.steps(name)[self.at]


class TaskFigures:
    """One task, as a row of the table by task."""

    def __init__(self, task: Task, found: EarnedValue) -> None:
        self.task, self.name, self.found = task.id, task.name, found


def role_of(is_good: bool | None) -> str:
    """Colour role of a figure."""
    return "" if is_good is None else "green" if is_good else "red"


def figure_columns() -> list[TableColumn]:
    """Of :class:`Shown` figures: title, value, and what it says."""

    def mark(one: Shown) -> str:
        return role_of(one.is_good)

    return [
        TableColumn(tr("Figure"), lambda one: tr(one.figure.title), width=23),
        TableColumn(tr("Value"), lambda one: one.text, alignment=RIGHT, width=9, mark=mark),
        TableColumn(tr("What it says"), lambda one: tr(one.figure.meaning), width=0),
    ]


def curve_columns(workspace: Workspace, basis: Basis) -> list[TableColumn]:
    """Of :class:`Period` rows: the series, cumulative and in the period."""

    def column(title: str, value: Callable[[Period], int | None]) -> TableColumn:
        def text(one: Period) -> str:
            found = value(one)
            return "" if found is None else amount_text(found, basis(), workspace.project.profile, words())

        def cell(one: Period) -> float | None:
            found = value(one)
            return None if found is None else scaled(found, basis(), workspace.project.profile)

        return TableColumn(title, text, value, RIGHT, 9, cell=cell, unit=partial(_unit, workspace, basis))

    until = TableColumn(tr("Until", "period"), lambda one: one.last.isoformat(), width=7, cell=lambda one: one.last)
    columns = [column(tr(title), partial(Period.value, name=name)) for name, title in SERIES.items()]
    for name, title in SERIES.items():
        columns.append(column(tr("{series}, in the period", series=tr(title)), partial(Period.step, name=name)))
    return [until, *columns]


def task_columns(workspace: Workspace, basis: Basis) -> list[TableColumn]:
    """Of :class:`TaskFigures` rows."""

    def wbs(one: TaskFigures) -> str:
        return workspace.project.wbs(one.task)

    def place(one: TaskFigures) -> int:
        return workspace.project.outline.row[one.task]

    return [
        TableColumn(tr("WBS"), wbs, place, width=4.5),
        TableColumn(tr("Task name"), lambda one: one.name, width=17),
        *(_task_column(figure, workspace, basis) for figure in FIGURES if figure.key in BY_TASK),
    ]


def _task_column(figure: Figure, workspace: Workspace, basis: Basis) -> TableColumn:
    counted = figure.kind == AMOUNT

    def told(one: TaskFigures) -> Shown:
        return figure_of(figure, one.found, workspace.project.profile, words())

    def value(one: TaskFigures) -> float | None:
        found: float | None = getattr(one.found, figure.key)
        return found

    def cell(one: TaskFigures) -> float | None:
        found = value(one)
        return scaled(found, basis(), workspace.project.profile) if found is not None and counted else found

    return TableColumn(
        figure.key.upper(), lambda one: told(one).text, value, RIGHT, 7.5 if counted else 4,
        lambda one: role_of(told(one).is_good), cell, partial(_unit, workspace, basis) if counted else None,
        tip=tr(figure.title),
    )  # fmt: skip


def _unit(workspace: Workspace, basis: Basis) -> str:
    return unit_of(basis(), workspace.project.profile, words())
