"""WBS codes, and the baseline that columns compare with: actions of the plan page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from desktop.domain.changes import ChangeSet
from desktop.domain.commands.plan import FreezeWbsCodes
from desktop.domain.plan import Baseline
from desktop.i18n import tr
from desktop.views.plan.wbs_dialog import WbsDialog

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

LONGEST = 60
"""Characters of a baseline's name in a menu."""


class WbsActions(QObject):
    """Made once for a page."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page = page
        self.codes = QAction(tr("WBS codes…"), self)
        self.codes.triggered.connect(self._show)
        self.renumber = QAction(tr("Renumber WBS codes…"), self)
        self.renumber.triggered.connect(self._renumber)
        self.freeze = QAction(tr("Freeze WBS codes"), self)
        self.freeze.triggered.connect(self._freeze)
        self._menu = QMenu(tr("Compare with the baseline"), page)
        self._group = QActionGroup(self)
        self._menu.triggered.connect(self._compare)
        page.workspace.changed.connect(self._changed)
        self.refresh()

    def all(self) -> Sequence[QAction | None]:
        """In the order of a menu."""
        return (self._menu.menuAction(), None, self.codes, self.renumber, self.freeze)

    def refresh(self) -> None:
        """List the baselines, the newest first, with the one that columns show ticked."""
        self._menu.clear()
        project, chosen = self._page.workspace.project, self._page.model.figures.baseline_id
        taken = sorted(project.table(Baseline).values(), key=lambda one: -one.number)
        known = {one.id for one in taken}
        named = ((one.id, f"{one.code}  {one.name[:LONGEST]}") for one in taken)
        for identity, title in (("", tr("The newest", "baseline")), *named):
            action = self._menu.addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            action.setData(identity)
            action.setChecked(identity == (chosen if chosen in known else ""))
            self._group.addAction(action)
        self._menu.setEnabled(bool(taken))

    def _changed(self, changes: ChangeSet) -> None:
        if "baseline" in changes.keys():  # noqa: SIM118  # not a dictionary
            self.refresh()

    def _compare(self, action: QAction) -> None:
        self._page.model.compare_with(str(action.data()))
        self._page.grid.layout_changed.emit()

    def _show(self) -> None:
        WbsDialog(self._page.workspace, self._page.window()).open()

    def _renumber(self) -> None:
        WbsDialog(self._page.workspace, self._page.window(), renumber=True).open()

    def _freeze(self) -> None:
        self._page.workspace.do(FreezeWbsCodes())
