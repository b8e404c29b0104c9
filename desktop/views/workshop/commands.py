"""The commands that there are while a workshop goes on, in a menu of their own and through it in the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QInputDialog, QMenu

from desktop.i18n import ntr, tr
from desktop.views.icons import icon

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

MINUTES = (5, 10, 15, 30, 60)
LONGEST = 600
"""Minutes that a topic may take."""


class WorkshopCommands(QObject):
    """Of one window, made anew with its menus."""

    def __init__(self, window: MainWindow, menu: QMenu) -> None:
        super().__init__(window)
        self._window = window
        self.park = QAction(icon("add"), tr("Park a point"), window)
        self.park.setShortcut(QKeySequence("Ctrl+Shift+P"))
        self.park.triggered.connect(self._park)
        menu.addAction(self.park)
        self.timer = menu.addMenu(icon("clock"), tr("Timer"))
        self.timer.addAction(tr("Count up")).setData(0)
        for minutes in MINUTES:
            self.timer.addAction(ntr("{n} minute", "{n} minutes", minutes)).setData(minutes)
        self.timer.triggered.connect(self._count)
        self.other = QAction(tr("Another time…"), window)
        self.other.triggered.connect(self._ask)
        self.timer.addAction(self.other)

    def _park(self) -> None:
        if self._window.workshop_bar is not None:
            self._window.workshop_bar.line.open_up()

    def _count(self, action: QAction) -> None:
        workshop, minutes = self._window.workshop, action.data()
        if workshop is None or minutes is None:
            return
        if minutes:
            workshop.clock.count_down(minutes)
        else:
            workshop.clock.count_up()

    def _ask(self) -> None:
        dialog = QInputDialog(self._window)
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setWindowTitle(tr("Timer"))
        dialog.setLabelText(tr("Minutes"))
        dialog.setIntRange(1, LONGEST)
        dialog.setIntValue(20)
        dialog.intValueSelected.connect(self._count_from)
        dialog.open()

    def _count_from(self, minutes: int) -> None:
        if self._window.workshop is not None:
            self._window.workshop.clock.count_down(minutes)
