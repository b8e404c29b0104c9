"""Chooses when a recurring task falls: every so many days, weeks, months or years, on which days, until when."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QObject, QTime, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFormLayout,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from desktop.domain.scheduling.recurrence import parse_rule
from desktop.domain.scheduling.recurring import KINDS_OF_DAY, MONTHS, MOST, ORDINALS, Pattern, rule_text, weekday_name
from desktop.i18n import N_, tr
from desktop.views.boxes import CheckBox
from desktop.views.flow import Flow
from desktop.views.labels import Text, em

FREQUENCIES = {
    "DAILY": N_("days", "every so many"), "WEEKLY": N_("weeks", "every so many"),
    "MONTHLY": N_("months", "every so many"), "YEARLY": N_("years", "every so many"),
}  # fmt: skip
ON_DAY = 0
"""Data of the entry that means a day of the month by its number."""


class PatternChoice(QObject):
    """The questions; ``changed`` says that :meth:`pattern` gives another one."""

    changed = Signal()

    def __init__(self, begun: Pattern, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start, self.time = QDateEdit(), QTimeEdit()
        self.every, self.frequency = QSpinBox(), QComboBox()
        self.weekdays = [CheckBox(tr(weekday_name(number))) for number in range(7)]
        self.month, self.which, self.kind, self.day = QComboBox(), QComboBox(), QComboBox(), QSpinBox()
        self.end, self.times, self.until = QComboBox(), QSpinBox(), QDateEdit()
        self.days_off = QComboBox()
        self._fill()
        self._show(begun)
        self._days = _row(*self.weekdays, self.month, self.which, self.kind, self.day)
        self._days_label = Text(tr("Days", "of a pattern"))
        self._connect()

    # -- building ---------------------------------------------------------------------------------

    def _fill(self) -> None:
        for edit in (self.start, self.until):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("yyyy-MM-dd")
        self.time.setDisplayFormat("HH:mm")
        self.every.setRange(1, 99)
        self.times.setRange(1, MOST)
        self.day.setRange(1, 31)
        for code, title in FREQUENCIES.items():
            self.frequency.addItem(tr(title), code)
        for number, title in enumerate(MONTHS, 1):
            self.month.addItem(tr(title), number)
        self.which.addItem(tr("on day"), ON_DAY)
        for number, title in ORDINALS.items():
            self.which.addItem(tr("on the {which}", which=tr(title)), number)
        for number in range(7):
            self.kind.addItem(tr(weekday_name(number)), (number,))
        for days, title in KINDS_OF_DAY.items():
            self.kind.addItem(tr(title), tuple(sorted(days)))
        self.end.addItem(tr("after a number of times"), "times")
        self.end.addItem(tr("on a day"), "until")
        self.days_off.addItem(tr("begin at the next working time"), False)
        self.days_off.addItem(tr("are left out"), True)
        for widget, name in (
            (self.start, tr("First day")), (self.time, tr("Time")), (self.every, tr("Every", "so many weeks")),
            (self.frequency, tr("Every", "so many weeks")), (self.end, tr("It ends")), (self.times, tr("It ends")),
            (self.until, tr("It ends")), (self.days_off, tr("Occurrences on days off")), (self.month, tr("Month")),
            (self.which, tr("Days", "of a pattern")), (self.kind, tr("Days", "of a pattern")),
            (self.day, tr("Days", "of a pattern")),
        ):  # fmt: skip
            widget.setAccessibleName(name)

    def add_rows(self, form: QFormLayout) -> None:
        """Put the questions into ``form``."""
        form.addRow(tr("First day"), _row(self.start, Text(tr("at", "a time")), self.time))
        form.addRow(tr("Every", "so many weeks"), _row(self.every, self.frequency))
        form.addRow(self._days_label, self._days)
        form.addRow(tr("It ends"), _row(self.end, self.times, self.until))
        form.addRow(tr("Occurrences on days off"), _row(self.days_off))
        self._follow()

    def _show(self, pattern: Pattern) -> None:
        rule, start = parse_rule(pattern.rule), pattern.start
        self.start.setDate(QDate(start.year, start.month, start.day))
        self.time.setTime(QTime(start.hour, start.minute))
        self.every.setValue(rule.interval)
        _choose(self.frequency, rule.frequency)
        chosen = {day for _, day in rule.weekdays} or {start.weekday()}
        for number, box in enumerate(self.weekdays):
            box.setChecked(number in chosen)
        _choose(self.month, (rule.months or (start.month,))[0])
        ordinal = rule.positions[0] if rule.positions else rule.weekdays[0][0] if rule.weekdays else ON_DAY
        _choose(self.which, ordinal if rule.frequency in ("MONTHLY", "YEARLY") else ON_DAY)
        kinds = [self.kind.itemData(place) for place in range(self.kind.count())]
        wanted = tuple(sorted(chosen))
        self.kind.setCurrentIndex(kinds.index(wanted) if wanted in kinds else min(chosen))
        self.day.setValue((rule.month_days or (start.day,))[0])
        until = rule.until or start.date() + dt.timedelta(91)
        self.until.setDate(QDate(until.year, until.month, until.day))
        self.times.setValue(rule.count or 10)
        _choose(self.end, "until" if rule.until else "times")
        _choose(self.days_off, pattern.omit)

    def _connect(self) -> None:
        for box in (self.frequency, self.month, self.which, self.kind, self.end, self.days_off):
            box.currentIndexChanged.connect(self._follow)
        for spin in (self.every, self.times, self.day):
            spin.valueChanged.connect(self._follow)
        for weekday in self.weekdays:
            weekday.toggled.connect(self._follow)
        for edit in (self.start, self.until):
            edit.dateChanged.connect(self._follow)
        self.time.timeChanged.connect(self._follow)

    # -- choosing ---------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Show what the frequency needs, and say that the pattern is another one."""
        frequency = self.frequency.currentData()
        by_month = frequency in ("MONTHLY", "YEARLY")
        by_number = self.which.currentData() == ON_DAY
        for box in self.weekdays:
            box.setVisible(frequency == "WEEKLY")
        self.month.setVisible(frequency == "YEARLY")
        self.which.setVisible(by_month)
        self.day.setVisible(by_month and by_number)
        self.kind.setVisible(by_month and not by_number)
        self._days.setVisible(frequency != "DAILY")
        self._days_label.setVisible(frequency != "DAILY")
        self.times.setVisible(self.end.currentData() == "times")
        self.until.setVisible(self.end.currentData() == "until")
        self.changed.emit()

    def pattern(self) -> Pattern:
        """What is chosen."""
        frequency = str(self.frequency.currentData())
        weekdays: tuple[int, ...] = ()
        ordinal = day = month = 0
        if frequency == "WEEKLY":
            weekdays = tuple(number for number, box in enumerate(self.weekdays) if box.isChecked())
        elif frequency in ("MONTHLY", "YEARLY"):
            ordinal = int(self.which.currentData())
            weekdays = tuple(self.kind.currentData()) if ordinal else ()
            day = 0 if ordinal else self.day.value()
            month = int(self.month.currentData()) if frequency == "YEARLY" else 0
        by_times = self.end.currentData() == "times"
        rule = rule_text(
            frequency, self.every.value(), weekdays=weekdays, day=day, ordinal=ordinal, month=month,
            count=self.times.value() if by_times else None, until=None if by_times else _date(self.until),
        )  # fmt: skip
        time = self.time.time()
        start = dt.datetime.combine(_date(self.start), dt.time(time.hour(), time.minute()))
        return Pattern(start, rule, bool(self.days_off.currentData()))


def _row(*widgets: QWidget) -> Flow:
    made = Flow(spacing=em(0.5))
    for widget in widgets:
        made.add(widget)
    return made


def _choose(box: QComboBox, data: object) -> None:
    box.setCurrentIndex(max(0, box.findData(data)))


def _date(edit: QDateEdit) -> dt.date:
    day = edit.date()
    return dt.date(day.year(), day.month(), day.day())
