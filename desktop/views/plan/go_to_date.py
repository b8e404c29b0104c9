"""Go to a date that is typed: a day in any usual way, or a week by its number."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from desktop.charts.units import DAY, Ruler, Unit
from desktop.domain.reading import read_date
from desktop.domain.rejection import Rejected, explain
from desktop.i18n import tr, words
from desktop.models.workspace import Workspace
from desktop.views.dialog import Dialog
from desktop.views.labels import SMALL, Text

_WEEK = re.compile(r"(?:(\d{4})\s*[-年]?\s*)?(?:K?W\s*([-−]?\d{1,4})|(?:项目)?第\s*([-−]?\d{1,4})\s*周)", re.IGNORECASE)


def read_place(text: str, today: dt.date, ruler: Ruler) -> dt.date:
    """The day that ``text`` means; of a week (W36, 2026-W36, 第36周) its first, as ``ruler`` counts it.

    A week without a year is the one of this year. Raises what :func:`read_date` raises.
    """
    found = _WEEK.fullmatch(text.strip())
    if found is None:
        return read_date(text, today)
    number = int((found[2] or found[3]).replace("−", "-"))
    if ruler.project_start is not None and not found[1]:
        first = ruler.floor(Unit.WEEK, dt.datetime.combine(ruler.project_start, dt.time()))
        if number and abs(number) < 5000:
            return (first + 7 * DAY * (number - (number > 0))).date()
    elif 1 <= number <= 53:
        year = int(found[1]) if found[1] else today.year
        try:
            monday = dt.datetime.combine(dt.date.fromisocalendar(year, number, 1), dt.time())
        except ValueError:
            return read_date(text, today)  # no year has that week; this says so
        return ruler.floor(Unit.WEEK, monday + 3 * DAY).date()
    return read_date(text, today)


class GoToDate(Dialog):
    """``chosen`` carries the moment at which the day begins."""

    chosen = Signal(object)

    def __init__(self, workspace: Workspace, ruler: Ruler, parent: QWidget | None = None) -> None:
        super().__init__(tr("Go to a date"), parent, 24, 8)
        self._workspace, self._ruler = workspace, ruler
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("Date"))
        self.line.setPlaceholderText(tr("2026-06-30, +5d, Friday, W36"))
        self.column.addWidget(self.line)
        self.problem = Text("", scale=SMALL, role="red", wrap=True)
        self.column.addWidget(self.problem)
        self.column.addStretch(1)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Go there"))
        self.line.setFocus()

    def accept(self) -> None:
        try:
            day = read_place(self.line.text(), self._workspace.session.now().date(), self._ruler)
        except Rejected as refusal:
            self.problem.setText(explain(refusal, words()))
            self.line.selectAll()
            self.line.setFocus()
            return
        super().accept()
        self.chosen.emit(dt.datetime.combine(day, dt.time()))
