"""What grid and chart show when the page is seen first, and when it was laid out as it was left."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from desktop.models.plan_columns import NUMBER_OF

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

SETTLED = 150
"""Milliseconds after which bars and legend have taken their room."""
FIRST_SCALE = 3.0
"""Pixels per day below which a first look at the whole plan would show nothing."""
FIRST_DAYS = 14
"""Days that a first look shows at least."""


class FirstView(QObject):
    """Of one page."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page = page
        self.is_chosen = False
        """Whether the chart shows a stretch of time that somebody chose."""
        self._seen = False
        self._left = ("", 0)
        """The task that was brought into sight, and how far the grid was scrolled for it."""
        self._settling = QTimer(self, singleShot=True, interval=SETTLED)
        self._settling.timeout.connect(self._see_current)

    def begin(self) -> None:
        """The page comes into sight."""
        if not self.is_chosen:
            self.is_chosen = True
            QTimer.singleShot(0, self, self._show)
        elif not self._seen:
            self._left = self._stands()
            self._page.grid.viewport().installEventFilter(self)
            self._settling.start()
        self._seen = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On a busy machine bars and legend take their room later."""
        if event.type() == QEvent.Type.Resize:
            self._settling.start()
        return super().eventFilter(watched, event)

    def _stands(self) -> tuple[str, int]:
        grid = self._page.grid
        return grid.current_id(), grid.verticalScrollBar().value()

    def _see_current(self) -> None:
        """Bring the row that was current last time into sight: it was chosen before the rows had their places.

        That ends when somebody scrolls or goes elsewhere.
        """
        grid = self._page.grid
        if self._stands() != self._left:
            grid.viewport().removeEventFilter(self)
            return
        current = grid.currentIndex()
        if current.isValid() and not grid.viewport().rect().contains(grid.visualRect(current)):
            grid.scrollTo(current, grid.ScrollHint.PositionAtCenter)
        self._left = self._stands()

    def _show(self) -> None:
        """Begin with the whole plan in sight, or with today where it is too long to be read."""
        grid, chart, model = self._page.grid, self._page.chart, self._page.model
        start = self._page.workspace.schedule.start
        chart.fit_project()
        if chart.scale.scale < FIRST_SCALE:
            chart.set_scale(replace(chart.scale, start=start - timedelta(days=3), scale=FIRST_SCALE))
        widest = chart.viewport().width() / FIRST_DAYS
        if chart.scale.scale > widest:  # a plan that has only begun: days rather than hours, and room to go on
            day = start.replace(hour=0, minute=0)
            chart.set_scale(replace(chart.scale, start=day - timedelta(days=1), scale=widest))
        current = grid.currentIndex()  # coming into focus a table takes its first cell, which is one of marks
        if model.rowCount() and (not current.isValid() or current.column() == NUMBER_OF["indicators"]):
            grid.select_id(model.ids[max(current.row(), 0)], NUMBER_OF["name"])
