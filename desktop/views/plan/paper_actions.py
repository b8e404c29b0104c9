"""The actions by which the plan leaves the screen: on paper, and as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop.domain.record import TEAM
from desktop.i18n import tr

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage


class PaperActions(QObject):
    """Made once for a page. What prints is imported when it is asked for."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page = page
        self.state: object = None
        """What was chosen about the paper last, JSON-able."""
        self.print = QAction(tr("Print the plan…"), page)
        self.print.setShortcut(QKeySequence("Ctrl+P"))
        self.print.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.print.triggered.connect(self.show_pages)
        page.addAction(self.print)
        self.picture = QAction(tr("The chart as a picture…"), page)
        self.picture.triggered.connect(self._ask_for_picture)

    def menu(self) -> Sequence[QAction | None]:
        """What stands in the menu of the chart."""
        return (self.print, self.picture)

    def show_pages(self) -> None:
        """Show the plan on pages before it is saved or printed."""
        from desktop.views.plan.paper_dialog import PaperDialog

        PaperDialog(self._page).open()

    def _ask_for_picture(self) -> None:
        self.ask_for_picture(TEAM)

    def ask_for_picture(self, audience: str) -> None:
        """Ask what of the chart is to be a picture, and where it goes; ``audience`` is who may read it at first."""
        from desktop.views.plan.picture_dialog import PictureDialog

        PictureDialog(self._page, audience).open()
