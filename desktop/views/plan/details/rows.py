"""A small table of the side panel with buttons: add by typing into its last row, take away, go to."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QToolButton, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.models.small_table import SmallTable
from desktop.views.icons import icon
from desktop.views.labels import Text, em
from desktop.views.records.delegate import FieldDelegate
from desktop.views.records.grid import EditingTable

MOST = 9
"""Rows shown at once; more scroll."""
READABLE = 6.5
"""Least width of the column that takes what the others leave, in heights of the font."""
KEYS = (Qt.Key.Key_Insert, Qt.Key.Key_Delete)


class RowsTable(EditingTable):
    """``wanted`` and ``refused``: Insert and Delete were pressed; ``followed`` carries a row to go to."""

    wanted = Signal()
    refused = Signal()
    followed = Signal(object)

    def __init__(self, model: SmallTable, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.rows = model
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(em(2))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self.fit)
        self.activated.connect(self._activated)

    def take_delegate(self, delegate: FieldDelegate) -> None:
        """Edit with a delegate of its own."""
        self.delegate = delegate
        self.setItemDelegate(delegate)

    def fit(self) -> None:
        """As wide as there is room, and as tall as its rows."""
        model, header = self.rows, self.horizontalHeader()
        measure, inside = header.fontMetrics(), self.fontMetrics()
        left, grows = self.viewport().width(), 0
        for at, cell in enumerate(model.cells):
            if not cell.width:
                grows = at
                continue
            title = measure.horizontalAdvance(tr(cell.title)) + em(0.7)
            shown = [str(model.index(row, at).data() or "") for row in range(min(model.count, MOST))]
            widest = max([inside.horizontalAdvance(text) + em(0.6) for text in shown], default=0)
            self.setColumnWidth(at, max(em(cell.width), title, widest))
            left -= self.columnWidth(at)
        self.setColumnWidth(grows, max(left, em(READABLE)))
        self.clearSpans()
        if model.rowCount() > model.count and len(model.cells) > 1:
            self.setSpan(model.count, 0, 1, len(model.cells))  # the invitation has the whole row
        rows = min(max(model.rowCount(), 1), MOST)
        tall = (
            header.sizeHint().height() + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + 2
        )
        if header.length() > self.viewport().width() + 1:
            tall += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in KEYS:
            event.accept()  # here they mean a row of this table
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() is QAbstractItemView.State.EditingState
        if event.key() in KEYS and not editing:
            (self.wanted if event.key() == Qt.Key.Key_Insert else self.refused).emit()
            return
        if event.key() == Qt.Key.Key_Escape and not editing:
            event.ignore()  # the panel is left with it
            return
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            self.followed.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _activated(self, index: QModelIndex) -> None:
        if self.rows.spec_at(index) is None:  # a cell that is only shown: a double click goes to its row
            self.followed.emit(index.row())


class Rows(QWidget):
    """A heading, the table, its buttons. ``followed`` carries the record of a row to go to."""

    followed = Signal(object)

    def __init__(self, title: str, model: SmallTable, *, go_to: str = "", parent: QWidget | None = None) -> None:
        """``go_to`` names what a row leads to; "" where it leads nowhere."""
        super().__init__(parent)
        self.model = model
        self.heading = Text(title, bold=True, wrap=True)
        self.table = RowsTable(model)
        self.table.setAccessibleName(title)
        native = QKeySequence.SequenceFormat.NativeText
        self.add_button = self._button("add", tr("Add a row"), QKeySequence("Ins").toString(native))
        self.remove_button = self._button("delete", tr("Take the row away"), QKeySequence("Del").toString(native))
        self.go_button = self._button("right", go_to, QKeySequence("Ctrl+Return").toString(native))
        self.go_button.setVisible(bool(go_to))
        self.add_button.setVisible(bool(model.invitation))
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.go_button.clicked.connect(self.go)
        self.table.wanted.connect(self.add)
        self.table.refused.connect(self.remove)
        self.table.followed.connect(self._follow)
        self.table.selectionModel().currentChanged.connect(self.refresh)
        model.modelReset.connect(self.refresh)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.heading, 1)
        for button in (self.add_button, self.remove_button, self.go_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.15))
        column.addLayout(row)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)
        self.refresh()

    def _button(self, picture: str, text: str, key: str) -> QToolButton:
        made = QToolButton(autoRaise=True)
        made.setIcon(icon(picture))
        made.setIconSize(QSize(em(0.95), em(0.95)))
        made.setToolTip(f"{text} ({key})")
        made.setAccessibleName(text)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def refresh(self, *_: Any) -> None:
        """Enable what can be done with the current row."""
        there = self.model.record(self.table.currentIndex().row()) is not None
        self.remove_button.setEnabled(there)
        self.go_button.setEnabled(there)

    def add(self) -> None:
        """Type into the empty row."""
        index = self.model.index(self.model.rowCount() - 1, 0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def remove(self) -> None:
        """Take the current row away."""
        self.model.workspace.settle()
        row = self.table.currentIndex().row()
        if self.model.record(row) is None:
            return
        refusal = self.model.remove(row)
        if refusal is not None:
            self.model.workspace.rejected.emit(refusal)

    def go(self) -> None:
        """Go to what the current row stands for."""
        self._follow(self.table.currentIndex().row())

    def _follow(self, row: object) -> None:
        record = self.model.record(row) if isinstance(row, int) else None
        if record is not None:
            self.followed.emit(record)
