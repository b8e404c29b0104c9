"""The two tables of the levelling dialog: moves to choose from, and the overloads that remain."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QTreeWidget, QTreeWidgetItem

from desktop.domain.display import moment_text
from desktop.domain.levelling import Outcome
from desktop.domain.levelling.wording import say_held, say_left, task_names
from desktop.domain.plan import Resource
from desktop.i18n import N_, ntr, tr, words
from desktop.models.moves import EFFECT, FINISH, SHIFT, START, TASK, WHY, MovesModel
from desktop.views.boxes import BoxDelegate
from desktop.views.labels import em, plain_tooltip

TOLD = Qt.ItemDataRole.UserRole
LISTED = 500
"""Overloads that are listed; of more it is said how many."""


class MoveTable(QTreeView):
    """Space ticks all selected moves, or takes their ticks away."""

    def __init__(self, model: MovesModel) -> None:
        super().__init__()
        self._moves = model
        self.setModel(model)
        self.setItemDelegate(BoxDelegate(self))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(tr("Proposed moves"))
        self.setAccessibleDescription(tr("Space chooses a move or leaves it."))
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in ((TASK, 16), (SHIFT, 5), (START, 14), (FINISH, 14), (EFFECT, 10), (WHY, 20)):
            header.resizeSection(column, em(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        if event.key() == Qt.Key.Key_Space and rows:
            self._moves.choose(rows, not all(map(self._moves.is_chosen, rows)))
            return
        super().keyPressEvent(event)


class RemainingTable(QTreeWidget):
    """Overloads that the chosen moves leave, and why."""

    def __init__(self) -> None:
        super().__init__()
        titles = (N_("Resource"), N_("Needed / there"), N_("Start"), N_("Finish"), N_("Tasks"), N_("Why"))
        self.setHeaderLabels([tr(title) for title in titles])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setAccessibleName(tr("What remains"))
        for column, width in enumerate((9, 7, 8.5, 8.5, 14, 20)):
            self.header().resizeSection(column, em(width))

    def told(self) -> str:
        """The current overload in a sentence."""
        line = self.currentItem()
        return str(line.data(0, TOLD) or "") if line is not None else ""

    def show_overloads(self, after: Outcome | None) -> None:
        """List the overloads of ``after``."""
        self.clear()
        if after is None:
            return
        project = after.project
        for one in after.overloads[:LISTED]:
            held = say_held(after, one, words())
            cells = [
                project.get(Resource, one.resource).name, f"{one.units}% / {one.available}%",
                moment_text(one.start), moment_text(one.finish), task_names(project, one.tasks, words()), held,
            ]  # fmt: skip
            line = QTreeWidgetItem(self, cells)
            told = say_left(after, one, words())
            line.setData(0, TOLD, told)
            for column in range(len(cells)):
                line.setToolTip(column, plain_tooltip(told))
        rest = len(after.overloads) - LISTED
        if rest > 0:
            QTreeWidgetItem(self, [ntr("and {n} more", "and {n} more", rest)])
        if not after.overloads:
            line = QTreeWidgetItem(self, [tr("Nobody is needed more than they are there.")])
            line.setFirstColumnSpanned(True)
