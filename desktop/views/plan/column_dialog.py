"""Choosing the columns of the plan grid: which ones, and in what order; and one column more at a place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
)

from desktop.i18n import tr
from desktop.models.plan_columns import COLUMNS, NUMBER_OF, columns_of
from desktop.views.dialog import Dialog
from desktop.views.icons import icon
from desktop.views.labels import Text, em
from desktop.views.plan.column_tree import KEY, ColumnTree

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid


class ColumnDialog(Dialog):
    """All columns at the left, ticked where they are shown; at the right those that are, in their order."""

    def __init__(self, grid: PlanGrid) -> None:
        super().__init__(tr("Columns of the plan"), grid.window(), 46, 32)
        self._grid = grid
        shown = [key for key, _ in grid.shown_columns()]
        self.all = ColumnTree([column.key for column in columns_of(grid.plan.workspace)], ticked=shown)
        self.order = QListWidget()
        self.order.setAccessibleName(tr("Shown, in this order"))
        self.order.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.order.installEventFilter(self)
        label = Text(tr("Shown, in this order"))
        label.setBuddy(self.order)
        self.up = self._button("move-up", tr("Move up"), tr("Move up (Alt+Up)"), self._up)
        self.down = self._button("move-down", tr("Move down"), tr("Move down (Alt+Down)"), self._down)
        self.remove = self._button("delete", tr("Hide"), tr("Hide (Del)"), self._remove)
        self._fill(shown)
        at_side = QVBoxLayout()
        at_side.setSpacing(em(0.4))
        at_side.addWidget(label)
        at_side.addWidget(self.order, 1)
        buttons = QHBoxLayout()
        for button in (self.up, self.down, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        at_side.addLayout(buttons)
        both = QHBoxLayout()
        both.setSpacing(em(0.8))
        both.addWidget(self.all, 5)
        both.addLayout(at_side, 4)
        self.column.addLayout(both, 1)
        box = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.reset = box.addButton(tr("Reset the columns"), QDialogButtonBox.ButtonRole.ResetRole)
        self.reset.clicked.connect(self._reset)
        self.all.taken.connect(self._ticked)
        self.order.currentRowChanged.connect(self._show_buttons)
        self.accepted.connect(self._apply)
        self._show_buttons()
        self.all.setFocus()

    def _button(self, picture: str, text: str, tip: str, slot: Callable[[], None]) -> QToolButton:
        made = QToolButton()
        made.setIcon(icon(picture))
        made.setIconSize(QSize(em(1), em(1)))
        made.setToolTip(tip)
        made.setAccessibleName(text)
        made.clicked.connect(slot)
        return made

    def chosen(self) -> list[str]:
        """The chosen columns in their order."""
        return [self.order.item(row).data(KEY) for row in range(self.order.count())]

    def _fill(self, keys: Sequence[str]) -> None:
        self.order.clear()
        for key in keys:
            self._append(key)

    def _append(self, key: str) -> None:
        item = QListWidgetItem(tr(COLUMNS[NUMBER_OF[key]].title))
        item.setData(KEY, key)
        self.order.addItem(item)

    def _ticked(self, key: str) -> None:
        there = key in self.chosen()
        if self.all.is_ticked(key) and not there:
            self._append(key)
            self.order.setCurrentRow(self.order.count() - 1)
        elif there and not self.all.is_ticked(key):
            self.order.takeItem(self.chosen().index(key))
        self._show_buttons()

    def _show_buttons(self) -> None:
        row, count = self.order.currentRow(), self.order.count()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)
        self.remove.setEnabled(self._current() not in ("", "name"))

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.order.currentRow()
        if row >= 0 and 0 <= row + step < self.order.count():
            item = self.order.takeItem(row)
            self.order.insertItem(row + step, item)
            self.order.setCurrentRow(row + step)

    def _current(self) -> str:
        row = self.order.currentRow()
        return str(self.order.item(row).data(KEY)) if row >= 0 else ""

    def _remove(self) -> None:
        if self._current() not in ("", "name"):
            self.all.tick(self._current(), False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.order and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
            if event.key() == Qt.Key.Key_Delete:
                self._remove()
                return True
        return super().eventFilter(watched, event)

    def _reset(self) -> None:
        keys = [column.key for column in COLUMNS if column.shown]
        for column in columns_of(self._grid.plan.workspace):
            self.all.tick(column.key, column.key in keys)
        self._fill(keys)
        self._show_buttons()

    def _apply(self) -> None:
        self._grid.columns.choose(self.chosen())


class ColumnPicker(Dialog):
    """One column that is not shown yet, to stand to the left of the column ``before`` (-1: at the end)."""

    def __init__(self, grid: PlanGrid, before: int) -> None:
        super().__init__(tr("Insert a column"), grid.window(), 24, 26)
        self._grid, self._before = grid, before
        shown = {key for key, _ in grid.shown_columns()}
        keys = [column.key for column in columns_of(grid.plan.workspace)]
        self.all = ColumnTree([key for key in keys if key not in shown])
        self.column.addWidget(self.all, 1)
        box = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        box.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Insert"))
        self.all.taken.connect(self._take)
        self.accepted.connect(self._insert)
        self.all.setFocus()

    def _take(self, _: str) -> None:
        self.accept()

    def _insert(self) -> None:
        item = self.all.tree.currentItem()
        key = item.data(0, KEY) if item is not None else None
        if key:
            self._grid.columns.insert(key, self._before)
