"""The key that reckons again elsewhere: here nothing is ever stale, and the key says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.display import date_text
from desktop.i18n import tr, words
from desktop.models.plan_order import PLAIN

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage


class UpToDate(QObject):
    """Takes what is typed, has filter and order judged at once, and says what the dates are as of."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page = page

    def look(self) -> None:
        page, workspace = self._page, self._page.workspace
        workspace.settle()
        workspace.look_at_clock()
        if page.rows_shown.asked != PLAIN:
            page.rows_shown.judge_again()
        finish = date_text(workspace.schedule.finish)
        if workspace.project.profile.date_source == "stored":
            said = tr("The dates are those the plan came with; the first edit that moves a date reckons them anew.")
        else:
            said = tr("Nothing is stale: every edit reckons the dates at once. The plan ends on {date}.", date=finish)
        if page.model.figures.request() is not None:
            said += ("" if words().is_chinese else " ") + tr("Costs and earned value are being worked out.")
        page.said.emit(said)
