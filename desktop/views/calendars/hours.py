"""Hours of work as they are written, and the seven of a week."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QMenu, QToolButton, QWidget

from desktop.domain.plan import WEEKDAY_NAMES
from desktop.domain.rejection import Rejected, explain
from desktop.domain.scheduling.bands import format_bands, parse_bands
from desktop.i18n import N_, tr, words
from desktop.views.icons import icon
from desktop.views.labels import SMALL, Text, em

PRESETS = (
    ("08:00-12:00 13:00-17:00", N_("Eight hours with a break")), ("09:00-12:00 13:00-18:00", N_("Nine to six")),
    ("08:00-12:00", N_("Mornings")), ("22:00-06:00", N_("Night shift")), ("00:00-24:00", N_("Round the clock")),
)  # fmt: skip
INHERITED, OFF, WORKED = "inherited", "off", "worked"
EXAMPLE = "08:00-12:00 13:00-17:00"


class HoursLine(QLineEdit):
    """Takes hours such as ``08:00-12:00 13:00-17:00``; a night shift ends on the next morning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(EXAMPLE)
        self.setToolTip(tr("Such as 08:00-12:00 13:00-17:00; 22:00-06:00 is a night shift, 00:00-24:00 the whole day"))
        self.setMinimumWidth(em(9))
        button = self.addAction(icon("clock", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        button.setToolTip(tr("Usual hours"))
        button.triggered.connect(self._offer)

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for bands, title in PRESETS:
            menu.addAction(f"{tr(title)}: {bands}").setData(bands)
        menu.triggered.connect(self._take)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _take(self, action: QAction) -> None:
        self.setText(str(action.data()))
        self.textEdited.emit(self.text())
        self.editingFinished.emit()

    def hours(self) -> str:
        """What is written, put in order; raises ``calendar_bands``, also where nothing is written."""
        found = parse_bands(self.text())
        if not found:
            raise Rejected("calendar_bands", value=self.text()[:80])
        return format_bands(found)

    def is_wrong(self) -> bool:
        """Whether :meth:`hours` cannot be read."""
        try:
            self.hours()
        except Rejected:
            return True
        return False


class WeekTable(QWidget):
    """A line for each weekday. ``changed``: :meth:`week` would say something else, and can be read."""

    changed = Signal()

    def __init__(self, week_begins: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loading = False
        self.choices: dict[int, QComboBox] = {}
        self.lines: dict[int, HoursLine] = {}
        self.told = Text(scale=SMALL, role="red", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(em(0.2))
        grid.setColumnStretch(2, 1)
        for row in range(7):
            weekday = (week_begins + row) % 7
            name = tr(WEEKDAY_NAMES[weekday])
            choice, line = QComboBox(), HoursLine()
            choice.setAccessibleName(name)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            line.setAccessibleName(tr("Hours on {day}", day=name))
            label = Text(name)
            label.setBuddy(choice)
            for column, widget in enumerate((label, choice, line)):
                grid.addWidget(widget, row, column)
            choice.activated.connect(self._chosen)
            line.editingFinished.connect(self._written)
            self.choices[weekday], self.lines[weekday] = choice, line
        self.copy = QToolButton()
        self.copy.setText(tr("Same hours for all working days"))
        self.copy.setToolTip(tr("Give every working day the hours of the first one"))
        self.copy.clicked.connect(self.copy_hours)
        grid.addWidget(self.copy, 7, 1, 1, 2)
        grid.addWidget(self.told, 8, 0, 1, 3)

    def show_week(self, week: Mapping[int, str], inherited: Mapping[int, str], *, can_inherit: bool) -> None:
        """``week`` has the hours of weekdays that are told, ``inherited`` those that hold for the others: of all days,
        where anything can be inherited."""
        self._loading = True
        for weekday, choice in self.choices.items():
            choice.clear()
            if can_inherit:
                choice.addItem(tr("As inherited"), INHERITED)
            choice.addItem(tr("Day off"), OFF)
            choice.addItem(tr("Working day"), WORKED)
            hours = week.get(weekday)
            kind = (INHERITED if can_inherit else OFF) if hours is None else WORKED if hours else OFF
            choice.setCurrentIndex(choice.findData(kind))
            line = self.lines[weekday]
            line.setText(hours or "")
            line.setEnabled(kind == WORKED)
            line.setPlaceholderText((inherited[weekday] or tr("Day off")) if kind == INHERITED else EXAMPLE)
        self.told.setText("")
        self._loading = False

    def week(self) -> dict[int, str]:
        """Hours by weekday, of those that are told; raises ``calendar_bands``."""
        found = {}
        for weekday, choice in sorted(self.choices.items()):
            kind = choice.currentData()
            if kind == WORKED:
                found[weekday] = self.lines[weekday].hours()
            elif kind == OFF:
                found[weekday] = ""
        return found

    @property
    def refusal(self) -> Rejected | None:
        """Why :meth:`week` cannot be read."""
        try:
            self.week()
        except Rejected as refused:
            return refused
        return None

    def show_what_is_wrong(self) -> None:
        """Go to the first line that cannot be read."""
        for _, line in sorted(self.lines.items()):
            if line.isEnabled() and line.is_wrong():
                line.setFocus()
                line.selectAll()
                return

    def settle(self) -> Rejected | None:
        """Take what is written in the line with the cursor; why the week cannot be read."""
        self._written()
        return self.refusal

    def _chosen(self) -> None:
        choice = self.sender()
        for weekday, one in self.choices.items():
            if one is choice:
                line, worked = self.lines[weekday], one.currentData() == WORKED
                line.setEnabled(worked)
                if worked and not line.text():
                    others = (other.text() for other in self.lines.values() if other.text())
                    line.setText(next(others, EXAMPLE))
                elif not worked:
                    line.clear()
        self._written()

    def copy_hours(self) -> None:
        """Every working day like the first one."""
        hours = next((line.text() for _, line in sorted(self.lines.items()) if line.isEnabled() and line.text()), "")
        if hours:
            for line in self.lines.values():
                if line.isEnabled():
                    line.setText(hours)
            self._written()

    def _written(self) -> None:
        if self._loading:
            return
        refused = self.refusal
        self.told.setText(explain(refused, words()) if refused is not None else "")
        if refused is None:
            self.changed.emit()
