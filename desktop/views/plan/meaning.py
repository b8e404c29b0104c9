"""What the current column, or the field that has the keys, stands for; asked for by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.i18n import tr
from desktop.models.cells import plain_tip
from desktop.models.plan_columns import COLUMNS, NUMBER_OF, title_of
from desktop.models.plan_meanings import meaning_of
from desktop.views.plan.details.field import TaskField
from desktop.views.tips import show_tip

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage


class Meaning(QObject):
    """One sentence beside what it is about, read aloud as well."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page = page
        self.said = ""
        """What was shown last."""

    def show(self) -> None:
        """Tell of the field of the side panel that is being edited, otherwise of the column of the current cell."""
        grid, widget = self._page.grid, QApplication.focusWidget()
        while widget is not None and not isinstance(widget, TaskField):
            widget = widget.parentWidget()
        if isinstance(widget, TaskField):
            self._tell(widget.name, widget, QPoint(0, widget.height()))
        elif grid.currentIndex().isValid():
            place = grid.visualRect(grid.currentIndex())
            self._tell(COLUMNS[grid.currentIndex().column()].key, grid.viewport(), place.bottomLeft())

    def _tell(self, key: str, widget: QWidget, place: QPoint) -> None:
        title = title_of(COLUMNS[NUMBER_OF[key]])
        self.said = f"{title}\n{meaning_of(key) or tr('There is nothing more to say about it than its name.')}"
        show_tip(widget.mapToGlobal(place), plain_tip(self.said), widget)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, self.said))
