"""Weeks that hold from one date to another, as a list and as a form for one of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.charts.units import WEEKDAYS_SHORT
from desktop.domain.plan import WorkWeek
from desktop.domain.rejection import Rejected, explain
from desktop.i18n import tr, words
from desktop.models.tables import ResultTable, TableColumn
from desktop.views.calendars.exceptions import date_edit, day_of, hours_text
from desktop.views.calendars.hours import WeekTable
from desktop.views.control.table import ResultView
from desktop.views.dialog import Dialog
from desktop.views.labels import Text, breakable, em


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines of one work week together."""

    name: str
    start: dt.date | None
    finish: dt.date | None
    hours: tuple[tuple[int, str], ...]
    """(weekday, hours) of the weekdays that it tells."""

    def parts(self) -> list[WorkWeek]:
        return [
            WorkWeek(name=self.name, start=self.start, finish=self.finish, weekday=day, bands=bands)
            for day, bands in self.hours
        ]


def stretches_of(items: Sequence[WorkWeek]) -> list[Stretch]:
    """Work weeks put together by name and dates, in their order."""
    found: dict[tuple[str, dt.date | None, dt.date | None], dict[int, str]] = {}
    for item in items:
        found.setdefault((item.name, item.start, item.finish), {}).setdefault(item.weekday, item.bands)
    return [Stretch(*key, tuple(sorted(hours.items()))) for key, hours in found.items()]


def _week_text(one: Stretch) -> str:
    comma = tr(", ", "list")
    return comma.join(f"{tr(WEEKDAYS_SHORT[day])} {hours_text(bands)}" for day, bands in one.hours)


class WorkWeekList(QWidget):
    """``wanted`` carries the work weeks as they should be."""

    wanted = Signal(object)

    def __init__(
        self, first_day: Callable[[], dt.date], usual: Callable[[], Mapping[int, str]], week_begins: int,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``first_day`` is the day with which a new one begins, ``usual`` the hours of the week by weekday."""
        super().__init__(parent)
        self._first_day, self._usual, self._week_begins = first_day, usual, week_begins
        self._stretches: list[Stretch] = []
        columns = [
            TableColumn(tr("Name"), lambda one: one.name, width=9),
            TableColumn(tr("From"), lambda one: one.start.isoformat() if one.start else "", width=6),
            TableColumn(tr("Until"), lambda one: one.finish.isoformat() if one.finish else "", width=6),
            TableColumn(tr("Working time"), _week_text, width=0),
        ]
        self.table = ResultView(ResultTable(columns, parent=self), tr("Work weeks"), sortable=False)
        self.table.opened.connect(self.edit)
        self.add_button, self.edit_button, self.delete_button = (
            QPushButton(tr("Add…")), QPushButton(tr("Change…")), QPushButton(tr("Delete")),
        )  # fmt: skip
        row = QHBoxLayout()
        for button, slot in (
            (self.add_button, self.add), (self.edit_button, self.edit_current), (self.delete_button, self.delete),
        ):  # fmt: skip
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, em(0.4), 0, 0)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    def show_items(self, items: Sequence[WorkWeek]) -> None:
        self._stretches = stretches_of(items)
        self.table.results.show_rows(self._stretches)
        for button in (self.edit_button, self.delete_button):
            button.setEnabled(bool(self._stretches))

    def add(self) -> None:
        first = self._first_day()
        monday = first - dt.timedelta(first.weekday())
        self._ask(Stretch("", monday, monday + dt.timedelta(6), ()), len(self._stretches))

    def edit_current(self) -> None:
        one = self.table.current_row()
        if isinstance(one, Stretch):
            self.edit(one)

    def edit(self, one: Stretch) -> None:
        self._ask(one, self._stretches.index(one))

    def _ask(self, one: Stretch, place: int) -> None:
        dialog = WorkWeekDialog(one, self._usual(), self._week_begins, self.window())

        def take(changed: Stretch) -> None:
            kept = list(self._stretches)
            kept[place : place + 1] = [changed]
            self._want(kept)

        dialog.taken.connect(take)
        dialog.open()

    def delete(self) -> None:
        """Take the selected ones away."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        gone = {self.table.results.row(row) for row in rows}
        if gone:
            self._want([one for one in self._stretches if one not in gone])

    def _want(self, stretches: Sequence[Stretch]) -> None:
        self.wanted.emit(tuple(part for one in stretches for part in one.parts()))


class WorkWeekDialog(Dialog):
    """Name, dates and the hours of each weekday. ``taken`` carries a :class:`Stretch`."""

    taken = Signal(object)

    def __init__(
        self, one: Stretch, usual: Mapping[int, str], week_begins: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Work week"), parent, 32, 24)
        self.name = QLineEdit(one.name)
        today = dt.date.today()
        self.first: QDateEdit = date_edit(one.start or today)
        self.last: QDateEdit = date_edit(one.finish or today)
        self.first.setAccessibleName(tr("First day"))
        self.last.setAccessibleName(tr("Last day"))
        self.week = WeekTable(week_begins)
        self.week.show_week(dict(one.hours), usual, can_inherit=True)
        self.told = Text(role="red", wrap=True)
        form = QFormLayout()
        form.setHorizontalSpacing(em(1))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Name"), self.name)
        form.addRow(tr("First day"), self.first)
        form.addRow(tr("Last day"), self.last)
        self.column.addLayout(form)
        self.column.addWidget(self.week)
        self.column.addWidget(self.told)
        self.column.addStretch(1)
        self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.name.setFocus()

    def accept(self) -> None:
        first, last = day_of(self.first), day_of(self.last)
        try:
            hours = tuple(self.week.week().items())
        except Rejected as refused:
            self.told.setText(breakable(explain(refused, words())))
            return
        if last < first:
            self.told.setText(tr("The last day lies before the first one."))
            return
        if not hours:
            self.told.setText(tr("Choose the hours of at least one weekday."))
            return
        self.taken.emit(Stretch(" ".join(self.name.text().split()), first, last, hours))
        super().accept()
