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
    QLineEdit,
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
from desktop.views.calendars.part_list import PartList
from desktop.views.control.table import ResultView
from desktop.views.dialog import Dialog
from desktop.views.labels import Text, breakable, em
from desktop.views.scrolled import ScrolledForm


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


def work_week_columns() -> list[TableColumn]:
    """Of (place, :class:`Stretch`) rows."""

    def date(value: dt.date | None) -> str:
        return value.isoformat() if value else ""

    return [
        TableColumn(tr("Name"), lambda one: one[1].name, width=9),
        TableColumn(tr("From"), lambda one: date(one[1].start), width=6),
        TableColumn(tr("Until"), lambda one: date(one[1].finish), width=6),
        TableColumn(tr("Working time"), lambda one: _week_text(one[1]), width=0),
    ]


class WorkWeekList(PartList):
    """The work weeks of one calendar; ``wanted`` carries their lines."""

    def __init__(
        self, first_day: Callable[[], dt.date], usual: Callable[[], Mapping[int, str]], week_begins: int,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``first_day`` is the day with which a new one begins, ``usual`` the hours of the week by weekday."""
        super().__init__(ResultView(ResultTable(work_week_columns()), tr("Work weeks"), sortable=False), parent)
        self._first_day, self._usual, self._week_begins = first_day, usual, week_begins

    def show_items(self, items: Sequence[WorkWeek]) -> None:
        stretches = stretches_of(items)
        self.show_parts(stretches, list(enumerate(stretches)))

    def new_part(self) -> Stretch:
        first = self._first_day()
        monday = first - dt.timedelta(first.weekday())
        return Stretch("", monday, monday + dt.timedelta(6), ())

    def dialog_for(self, part: Stretch) -> Dialog:
        return WorkWeekDialog(part, self._usual(), self._week_begins, self.window())

    def want(self, parts: Sequence[Stretch]) -> None:
        super().want([line for one in parts for line in one.parts()])


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
        both = QVBoxLayout()
        both.setSpacing(em(0.7))
        both.addLayout(form)
        both.addWidget(self.week)
        both.addStretch(1)
        self.column.addWidget(ScrolledForm(both), 1)
        self.column.addWidget(self.told)
        self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.name.setFocus()
        self.take_room()

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
