"""From a badge in the chart, or from a task, to the records that stand behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.charts.badges import NOTE, OVERLOAD, PREFIX
from desktop.charts.marks import Mark
from desktop.domain.task_items import linked_items
from desktop.i18n import tr
from desktop.views.icons import icon
from desktop.views.plan.mark_tips import ref_text

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

_ICONS = {"risk": "risks", "issue": "issues", "action": "actions", "decision": "decisions", "resource": "resources"}
MOST = 40
"""Records that a menu lists."""


class BadgeMenu(QObject):
    """One record is gone to at once; of several, a menu asks which."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page = page
        self.menu: QMenu | None = None
        """The menu that is open, or was open last."""

    def open_mark(self, mark: Mark, position: QPoint) -> None:
        """A badge was pressed at a place of the screen."""
        kind = mark.kind.removeprefix(PREFIX)
        if kind == NOTE:
            self._page.door.show_task(mark.task)
        elif kind == OVERLOAD:
            found = sorted(self._page.model.figures.overloaded_resources(mark.task) or ())
            self._go(tuple(f"resource/{each}" for each in found), position)
        else:
            self._go(mark.refs, position)

    def open_current(self) -> None:
        """List everything open that is linked with the current task."""
        task = self._page.grid.current_id()
        refs = tuple(item.ref for _, item, linked in linked_items(self._page.workspace.project) if linked == task)
        place = self._page.grid.visualRect(self._page.grid.currentIndex()).bottomLeft()
        self._ask(refs, self._page.grid.viewport().mapToGlobal(place))

    def _go(self, refs: tuple[str, ...], position: QPoint) -> None:
        if len(refs) == 1:
            self._page.navigate.emit(refs[0])
        else:
            self._ask(refs, position)

    def _ask(self, refs: tuple[str, ...], position: QPoint) -> None:
        menu = QMenu(self._page)
        for ref in refs[:MOST]:
            key = ref.partition("/")[0]
            text = ref_text(self._page.chart, ref).replace("&", "&&")
            action = menu.addAction(icon(_ICONS[key]), text) if key in _ICONS else menu.addAction(text)
            action.setData(ref)
        if not refs:
            menu.addAction(tr("Nothing open is linked with this task")).setEnabled(False)
        menu.triggered.connect(self._chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        menu.popup(position)

    def _chosen(self, action: QAction) -> None:
        if action.data():
            self._page.navigate.emit(action.data())
