"""The steps of this sitting beside the work: a click goes back, or forward again, to any of them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDockWidget,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import tr
from desktop.models.undo_steps import UndoSteps
from desktop.models.workspace import Workspace
from desktop.views.icons import icon
from desktop.views.labels import SMALL, Text, em
from desktop.views.menus import step_name
from desktop.views.theme import colour

WIDTH = 17
"""Ems that the panel takes at first."""


class _Line(QStyledItemDelegate):
    """The present state in bold, steps that were taken back in grey."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        model = index.model()
        assert isinstance(model, UndoSteps)
        if index.row() == model.present:
            option.font.setBold(True)
        elif index.row() > model.present:
            option.palette.setColor(QPalette.ColorRole.Text, colour("muted"))


class StepsView(QListView):
    """Enter and a click go to a state; the keys move without going there, Escape stops on the way.

    ``left``: Escape at rest, back to the work.
    """

    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.steps = UndoSteps(workspace, step_name, self, mark=icon("meetings"))
        self.setModel(self.steps)
        self.setItemDelegate(_Line(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(tr("Undo history"))
        self._wanted = -1
        self._walk = QTimer(self)
        self._walk.setInterval(0)
        self._walk.timeout.connect(self._take_step)
        self.clicked.connect(self._chosen)
        workspace.changed.connect(self._keep_in_sight)
        self._keep_in_sight()

    def _chosen(self, index: QModelIndex) -> None:
        self.go_to(index.row())

    def go_to(self, row: int) -> None:
        """Take steps back, or do them again, until the state of ``row`` is reached: one at a time, painted between."""
        self._wanted = row
        self._walk.start()

    def _take_step(self) -> None:
        present = self.steps.present
        moved = False
        self._walk.stop()  # while a large step is under way, timers go on
        if 0 <= self._wanted < self.steps.rowCount() and self._wanted != present:
            moved = self._workspace.undo() if self._wanted < present else self._workspace.redo()
        if moved and self.steps.present != self._wanted:
            self._walk.start()

    def _keep_in_sight(self) -> None:
        index = self.steps.index(self.steps.present)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.go_to(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            if self._walk.isActive():
                self._walk.stop()
            else:
                self.left.emit()
            self._keep_in_sight()
        else:
            super().keyPressEvent(event)


class UndoPanel(QDockWidget):
    """Can be docked at either side or stand alone."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(tr("Undo history"), parent)
        self.setObjectName("undo-history")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self.view = StepsView(workspace)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(em(0.4), em(0.4), em(0.4), em(0.4))
        column.addWidget(self.view, 1)
        explained = tr("A click goes to a step. What was taken back stays until the next edit.")
        column.addWidget(Text(explained, scale=SMALL, role="muted", wrap=True))
        self.setWidget(body)
        self.resize(em(WIDTH), self.height())
