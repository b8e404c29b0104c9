"""A list of holidays tried on a calendar of the open project: the days that change, as a Qt table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from desktop.domain.plan import EXCEPTION_SOURCE, WEEKDAY_NAMES
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import Schedule
from desktop.domain.scheduling.bands import Bands, format_bands
from desktop.domain.scheduling.effect import Effect, effect
from desktop.domain.scheduling.holidays import ChangedDay, changed_days
from desktop.i18n import N_, tr
from desktop.models.cells import DISPLAY, ROOT, TOOL_TIP, Index, one_line, plain_tip
from desktop.models.preview import Preview

COLUMNS = (N_("Date"), N_("Weekday"), N_("Before", "value"), N_("After", "value"), N_("Status"), N_("Occasion"))


class HolidayTrial:
    """What putting a list into a calendar would do; the project is not touched."""

    def __init__(self, before: Project, preview: Preview, planned: Schedule, calendar: str) -> None:
        """``preview`` has tried it on ``before``, whose schedule is ``planned``."""
        self.refusal: Rejected | None = preview.refusal
        self.days: Sequence[ChangedDay] = ()
        if preview.refusal is None:
            self.days = changed_days(before, preview.project, calendar)
        self.effect: Effect = effect(planned, preview.schedule)


class HolidayDays(QAbstractTableModel):
    """One row for each day that changes: how it is worked now, and how it would be."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._days: Sequence[ChangedDay] = ()

    def show(self, days: Sequence[ChangedDay]) -> None:
        """Show other days."""
        self.beginResetModel()
        self._days = days
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._days)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if role == DISPLAY and orientation == Qt.Orientation.Horizontal:
            return tr(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role not in (DISPLAY, TOOL_TIP):
            return None
        text = self._texts(self._days[index.row()])[index.column()]
        return one_line(text) if role == DISPLAY else plain_tip(text)

    def _texts(self, item: ChangedDay) -> tuple[str, ...]:
        after = working_text(item.after)
        if item.made_up:
            after = tr("{hours} (make-up working day)", hours=after)
        weekday = tr(WEEKDAY_NAMES[item.day.weekday()])
        status = tr(EXCEPTION_SOURCE[item.source]) if item.source else ""
        return f"{item.day:%Y-%m-%d}", weekday, working_text(item.before), after, status, item.name


def working_text(bands: Bands) -> str:
    """Working hours of a day as people read them."""
    return format_bands(bands).replace("-", "–") if bands else tr("Day off")
