"""Days that differ from the week, as a list and as a form for one of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from desktop.domain.plan import EXCEPTION_SOURCE, CalendarException
from desktop.domain.rejection import Rejected, explain
from desktop.domain.scheduling.bands import format_bands
from desktop.domain.scheduling.calendar_days import read_bands
from desktop.domain.scheduling.recurrence import parse_rule
from desktop.domain.scheduling.recurring import Pattern, say_pattern
from desktop.i18n import tr, words
from desktop.models.tables import ResultTable, TableColumn
from desktop.views.boxes import CheckBox, RadioButton
from desktop.views.calendars.hours import HoursLine
from desktop.views.calendars.part_list import PartList
from desktop.views.control.table import ResultView
from desktop.views.dialog import Dialog
from desktop.views.labels import Text, breakable, em
from desktop.views.plan.pattern import PatternChoice
from desktop.views.scrolled import ScrolledForm


def hours_text(text: str) -> str:
    """Hours as people read them."""
    bands = read_bands(text)
    return format_bands(bands).replace("-", "–") if bands else tr("Day off")


def recurrence_text(item: CalendarException) -> str:
    """When an exception comes again, in words."""
    if not item.recurrence:
        return ""
    start = item.start or dt.date(2000, 1, 1)
    rule = item.recurrence.removeprefix("RRULE:")
    try:
        parse_rule(rule)
        return say_pattern(Pattern(dt.datetime.combine(start, dt.time()), rule), words())
    except ValueError:
        return rule


def exception_columns() -> list[TableColumn]:
    """Of (place, exception) rows."""

    def date(value: dt.date | None) -> str:
        return value.isoformat() if value else ""

    def last(one: tuple[int, CalendarException]) -> str:
        return date(one[1].finish if one[1].recurrence else one[1].finish or one[1].start)

    return [
        TableColumn(tr("Name"), lambda one: one[1].name, width=10),
        TableColumn(tr("From"), lambda one: date(one[1].start), width=6),
        TableColumn(tr("Until"), last, width=6),
        TableColumn(tr("Working time"), lambda one: hours_text(one[1].bands), width=9),
        TableColumn(tr("Comes again"), lambda one: recurrence_text(one[1]), width=10),
        TableColumn(tr("Source"), lambda one: tr(EXCEPTION_SOURCE.get(one[1].source, one[1].source)), width=5.5),
    ]


class ExceptionList(PartList):
    """The exceptions of one calendar."""

    shown = Signal(object)
    """The first day of the exception under the cursor."""

    def __init__(self, first_day: Callable[[], dt.date], parent: QWidget | None = None) -> None:
        """``first_day`` is the day that a new exception begins with."""
        super().__init__(ResultView(ResultTable(exception_columns()), tr("Exceptions")), parent)
        self._first_day = first_day
        self.table.selectionModel().currentRowChanged.connect(self._tell)

    def show_items(self, items: Sequence[CalendarException]) -> None:
        """Show these, the earliest first."""
        if items == self._parts and self.table.results.rowCount() == len(items):
            return
        rows = sorted(enumerate(items), key=lambda one: (str(one[1].start or one[1].finish), one[0]))
        self.show_parts(items, rows)

    def _tell(self) -> None:
        one = self.table.current_row()
        if isinstance(one, tuple) and one[1].start is not None:
            self.shown.emit(one[1].start)

    def new_part(self) -> CalendarException:
        day = self._first_day()
        return CalendarException(name="", start=day, finish=day, bands="", recurrence="", source="user")

    def dialog_for(self, part: CalendarException) -> Dialog:
        return ExceptionDialog(part, self.window())


class ExceptionDialog(Dialog):
    """One exception: its days, its hours, and whether it comes again. ``taken`` carries it."""

    taken = Signal(object)

    def __init__(self, item: CalendarException, parent: QWidget | None = None) -> None:
        super().__init__(tr("Exception"), parent, 34, 22)
        self._item = item
        start = item.start or item.finish or dt.date.today()
        self.name = QLineEdit(item.name)
        self.first, self.last = date_edit(start), date_edit(item.finish or start)
        self.off, self.worked = RadioButton(tr("Day off")), RadioButton(tr("Working time"))
        self.hours = HoursLine()
        self.hours.setAccessibleName(tr("Working time"))
        self.hours.setText(item.bands)
        (self.worked if item.bands else self.off).setChecked(True)
        self.again = CheckBox(tr("Comes again"))
        self.again.setChecked(bool(item.recurrence))
        self.choice = PatternChoice(_pattern(item, start), self)
        self.told = Text(role="red", wrap=True)
        self._lay_out()
        box = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.ok = box.button(QDialogButtonBox.StandardButton.Ok)
        for button in (self.off, self.worked):
            button.toggled.connect(self._follow)
        self.again.toggled.connect(self._follow)
        self.first.dateChanged.connect(self._keep_order)
        self.name.setFocus()
        self._follow()
        self.take_room()

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(em(1))
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        days, hours = QWidget(), QWidget()
        row = QHBoxLayout(days)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.first)
        row.addWidget(Text("–"))
        row.addWidget(self.last)
        row.addStretch(1)
        row = QHBoxLayout(hours)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.off)
        row.addWidget(self.worked)
        row.addWidget(self.hours, 1)
        self.first.setAccessibleName(tr("First day"))
        self.last.setAccessibleName(tr("Last day"))
        self.form.addRow(tr("Name"), self.name)
        self.form.addRow(tr("Days", "of a pattern"), days)
        self.form.addRow(tr("Hours"), hours)
        self.form.addRow("", self.again)
        self._plain = self.form.rowCount()
        self._days = days
        self.choice.add_rows(self.form)
        asks_for_time = self.choice.time.parentWidget()  # a day that differs has no time of day
        self.choice.time.hide()
        for label in asks_for_time.findChildren(Text) if asks_for_time else ():
            label.hide()
        self.column.addWidget(ScrolledForm(self.form), 1)
        self.column.addWidget(self.told)

    def _follow(self) -> None:
        again = self.again.isChecked()
        self.hours.setEnabled(self.worked.isChecked())
        self.form.setRowVisible(self._days, not again)
        for row in range(self._plain, self.form.rowCount()):
            self.form.setRowVisible(row, again and row != self.form.rowCount() - 1)  # the last is about tasks
        if again:
            self.choice._follow()

    def _keep_order(self) -> None:
        if self.last.date() < self.first.date():
            self.last.setDate(self.first.date())

    def accept(self) -> None:
        try:
            bands = self.hours.hours() if self.worked.isChecked() else ""
        except Rejected as refused:
            self.told.setText(breakable(explain(refused, words())))
            self.hours.setFocus()
            return
        first, recurrence = day_of(self.first), ""
        last: dt.date | None = day_of(self.last)
        if self.again.isChecked():
            pattern = self.choice.pattern()
            first, recurrence = pattern.start.date(), pattern.rule
            last = self._item.finish if self._item.recurrence else None
        if last is not None and last < first:
            self.told.setText(tr("The last day lies before the first one."))
            return
        name = " ".join(self.name.text().split())
        changed = {"name": name, "start": first, "finish": last, "bands": bands, "recurrence": recurrence}
        same = all(getattr(self._item, key) == value for key, value in changed.items())
        self.taken.emit(self._item if same else replace(self._item, **changed, source="user"))  # type: ignore[arg-type]
        super().accept()


def _pattern(item: CalendarException, start: dt.date) -> Pattern:
    """The pattern to begin with: that of the exception, or yearly on its day."""
    begun = dt.datetime.combine(start, dt.time())
    usual = Pattern(begun, f"FREQ=YEARLY;BYMONTH={start.month};BYMONTHDAY={start.day};UNTIL={start.year + 10}1231")
    if not item.recurrence:
        return usual
    try:
        rule = parse_rule(item.recurrence)
    except ValueError:
        return usual
    text = item.recurrence.removeprefix("RRULE:")
    if rule.count is None and rule.until is None:  # the questions need an end
        text += f";UNTIL={(item.finish or start.replace(year=start.year + 10)):%Y%m%d}"
    return Pattern(begun, text)


def date_edit(day: dt.date) -> QDateEdit:
    made = QDateEdit(QDate(day.year, day.month, day.day))
    made.setCalendarPopup(True)
    made.setDisplayFormat("yyyy-MM-dd")
    return made


def day_of(edit: QDateEdit) -> dt.date:
    day = edit.date()
    return dt.date(day.year(), day.month(), day.day())
