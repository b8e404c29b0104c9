"""What the chosen days of a calendar are and are to be, as a form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QPushButton, QWidget

from desktop.domain.plan import Calendar
from desktop.domain.scheduling.bands import format_bands
from desktop.domain.scheduling.calendar_days import calendar_days
from desktop.domain.scheduling.calendar_edits import AS_USUAL, usual_day
from desktop.i18n import tr
from desktop.views.boxes import RadioButton
from desktop.views.calendars.hours import HoursLine
from desktop.views.calendars.legend import Legend
from desktop.views.labels import Text, breakable, em


class DayForm(QWidget):
    """Is about the same days until others are shown; what is typed about them meanwhile stays."""

    edited = Signal()
    """Something is written or chosen that is not set yet."""
    set_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days: frozenset[dt.date] = frozenset()
        """What the form is about."""
        self.is_edited = False
        """Whether it says something that is not set yet."""
        self.chosen = Text(wrap=True, bold=True)
        self.usual, self.off = RadioButton(tr("As the week says")), RadioButton(tr("Day off"))
        self.worked, self.own = RadioButton(tr("Worked at the usual hours")), RadioButton(tr("Own hours"))
        self._kinds = QButtonGroup(self)
        for button in (self.usual, self.off, self.worked, self.own):
            self._kinds.addButton(button)
        self.hours, self.occasion = HoursLine(), QLineEdit()
        self.hours.setAccessibleName(tr("Own hours"))
        self.occasion.setPlaceholderText(tr("Occasion, such as “Works closed”"))
        self.occasion.setAccessibleName(tr("Occasion"))
        self.set_button = QPushButton(tr("Set the chosen days"))
        self.set_button.setAutoDefault(False)
        self._lay_out()
        self.hours.textEdited.connect(self._choose_own)
        self.occasion.textEdited.connect(self._note_edit)
        self._kinds.buttonClicked.connect(self._note_edit)
        for line in (self.hours, self.occasion):
            line.returnPressed.connect(self.set_wanted)
        self.set_button.clicked.connect(self.set_wanted)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, em(0.4), 0, 0)
        grid.addWidget(self.chosen, 0, 0, 1, 2)
        for row, button in enumerate((self.usual, self.off, self.worked), 1):
            grid.addWidget(button, row, 0, 1, 2)
        grid.addWidget(self.own, 4, 0, 1, 2)
        grid.addWidget(self.hours, 5, 0, 1, 2)
        grid.addWidget(self.occasion, 6, 0, 1, 2)
        grid.addWidget(self.set_button, 7, 0, 1, 2)
        hint = tr(
            "Drag over days, or hold Shift with the arrows; Ctrl and a click add days. "
            "Space: off or worked. Del: as the week says."
        )
        grid.addWidget(Text(hint, role="muted", wrap=True), 8, 0, 1, 2)
        grid.addWidget(Legend(), 9, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(10, 1)

    def show_days(self, days: frozenset[dt.date], day: dt.date, records: Mapping[str, Calendar], identity: str) -> None:
        """Be about ``days`` and show what ``day`` is now in a calendar; what is being typed about them stays."""
        if self.is_edited and days == self.days:
            return
        self.days, self.is_edited = days, False
        (found,) = calendar_days(records, identity, day, day)
        own = found.calendar == identity and bool(found.source)
        if not own:
            self.usual.setChecked(True)
        elif not found.bands:
            self.off.setChecked(True)
        elif found.bands == usual_day(records, identity):
            self.worked.setChecked(True)
        else:
            self.own.setChecked(True)
        self.hours.setText(format_bands(found.bands))
        self.occasion.setText(found.name if own else "")

    def tell_chosen(self, said: str) -> None:
        """Say which days are chosen."""
        self.chosen.setText(breakable(said))

    def wanted_hours(self) -> str | None:
        """Hours that the form says, None for those of the week; raises ``calendar_bands``."""
        if self.usual.isChecked():
            return None
        return "" if self.off.isChecked() else AS_USUAL if self.worked.isChecked() else self.hours.hours()

    def wanted_occasion(self) -> str:
        return " ".join(self.occasion.text().split())

    def go_to_hours(self) -> None:
        """Write other hours."""
        self.hours.setFocus()
        self.hours.selectAll()

    def _choose_own(self) -> None:
        self.own.setChecked(True)
        self._note_edit()

    def _note_edit(self) -> None:
        self.is_edited = True
        self.edited.emit()
