"""Edits the parts of one field: agenda items of a meeting, options of a decision."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.record import Kind, Spec
from desktop.i18n import tr
from desktop.models.parts import PartsModel
from desktop.models.workspace import Workspace
from desktop.views.icons import icon
from desktop.views.labels import em
from desktop.views.records.grid import EditingTable

LEAST, MOST = 2, 8
"""Rows shown at once."""


class PartsTable(EditingTable):
    """One row per part."""

    def __init__(self, model: PartsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.parts = model
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        for at, spec in enumerate(model.columns):
            stretches = spec.kind in (Kind.TEXT, Kind.LONG_TEXT)
            header.setSectionResizeMode(
                at, QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Interactive
            )
            self.setColumnWidth(at, em(6))
        self.fit()

    def fit(self) -> None:
        """As tall as its rows, within bounds."""
        rows = min(max(self.parts.rowCount(), LEAST), MOST)
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + 2)


class PartsEditor(QWidget):
    """The table of parts with buttons to add and take away."""

    committed = Signal()

    def __init__(self, workspace: Workspace, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.spec = workspace, spec
        self._record: Any = None
        self.model = PartsModel(workspace, spec, self)
        self.table = PartsTable(self.model)
        self.table.setAccessibleName(tr(spec.title))
        self.model.modelReset.connect(self.table.fit)
        self.add_button = self._button("add", tr("Add a row"))
        self.remove_button = self._button("delete", tr("Take the row away"))
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.remove_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)  # two texts are too wide at 200 %
        self.remove_button.setToolTip(self.remove_button.text())
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.15))
        column.addWidget(self.table)
        column.addLayout(buttons)
        self.setFocusProxy(self.table)

    def _button(self, picture: str, text: str) -> QToolButton:
        made = QToolButton()
        made.setAutoRaise(True)
        made.setIcon(icon(picture))
        made.setText(text)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return made

    def load(self, record: Any) -> None:
        self._record = record
        self.model.show(record)
        self.remove_button.setEnabled(self.model.rowCount() > 0)

    def value(self) -> Any:
        return getattr(self._record, self.spec.name)

    def focus_widget(self) -> QWidget:
        return self.table

    def is_dirty(self) -> bool:
        return False

    def add(self) -> None:
        """One part more, ready to be named."""
        refusal = self.model.add()
        if refusal is not None:
            self.workspace.rejected.emit(refusal)
            return
        first = self.model.index(self.model.rowCount() - 1, 0)
        self.table.setCurrentIndex(first)
        self.table.setFocus()
        self.table.edit(first)

    def remove(self) -> None:
        """Take the current part away."""
        index: QModelIndex = self.table.currentIndex()
        row = index.row() if index.isValid() else self.model.rowCount() - 1
        if row >= 0:
            refusal = self.model.remove(row)
            if refusal is not None:
                self.workspace.rejected.emit(refusal)
