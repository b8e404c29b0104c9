"""Edits the parts of one field: agenda items of a meeting, options of a decision."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
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


KEYS = (Qt.Key.Key_Insert, Qt.Key.Key_Delete)
SAMPLES = {Kind.DATE: "2026-12-28", Kind.MONEY: "999.00 CNY", Kind.PERCENT: "100%"}
"""What columns have room for before anything stands in them."""
READABLE = 5.5
"""Heights of a line that a column of texts is wide at least."""
PAD = 10
"""Pixels beside the text of a cell."""


class PartsTable(EditingTable):
    """One row per part; Insert asks for one more, Delete for the current one to go."""

    row_wanted = Signal()
    row_refused = Signal()

    def __init__(self, model: PartsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.parts = model
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        wrapped = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        header.setDefaultAlignment(wrapped | cast("Qt.AlignmentFlag", Qt.TextFlag.TextWordWrap))
        header.setMinimumSectionSize(em(1.5))
        self._texts = [spec.kind in (Kind.TEXT, Kind.LONG_TEXT) for spec in model.columns]
        for at, is_text in enumerate(self._texts):
            header.setSectionResizeMode(
                at, QHeaderView.ResizeMode.Stretch if is_text else QHeaderView.ResizeMode.Interactive
            )
            self.setColumnWidth(at, em(6))
        self.fit()

    def fit(self) -> None:
        """As wide as there is room, and as tall as titles and rows, within bounds."""
        header = self.horizontalHeader()
        if not any(self._texts):
            self._share_width()
        else:
            self._give_texts_room()
        metrics, titles = header.fontMetrics(), 0
        for at, spec in enumerate(self.parts.columns):
            room = QRect(0, 0, max(1, header.sectionSize(at) - PAD // 2), 10_000)
            box = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), tr(spec.title))
            titles = max(titles, box.height())
        header.setFixedHeight(titles + em(0.5))
        rows = min(max(self.parts.rowCount(), LEAST), MOST)
        tall = header.height() + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + 2
        if header.length() > self.viewport().width():
            tall += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(tall)

    def _give_texts_room(self) -> None:
        """Texts share what other columns leave; where that is too little to read, the table scrolls sideways."""
        left = self.viewport().width()
        for at, spec in enumerate(self.parts.columns):
            if not self._texts[at]:
                self.setColumnWidth(at, max(em(4), self._least(at, spec)))
                left -= self.columnWidth(at)
        tight = left < self._texts.count(True) * em(READABLE)
        for at in (at for at, is_text in enumerate(self._texts) if is_text):
            mode = QHeaderView.ResizeMode.Interactive if tight else QHeaderView.ResizeMode.Stretch
            self.horizontalHeader().setSectionResizeMode(at, mode)
            if tight:
                self.setColumnWidth(at, em(READABLE))

    def _share_width(self) -> None:
        """Columns share what is left over when each shows what it holds and its title word by word."""
        least = [self._least(at, spec) for at, spec in enumerate(self.parts.columns)]
        more = max(0, self.viewport().width() - sum(least)) // len(least)
        for at, width in enumerate(least):
            self.setColumnWidth(at, width + more)

    def _least(self, at: int, spec: Spec) -> int:
        texts = [str(self.parts.index(row, at).data() or "") for row in range(self.parts.rowCount())]
        texts += [SAMPLES.get(spec.kind, ""), *map(tr, (spec.choices or {}).values())]
        title = tr(spec.title)
        pieces = title.split() if " " in title else [title[:4]]  # Chinese breaks anywhere
        inside, above = self.fontMetrics(), self.horizontalHeader().fontMetrics()
        return PAD + max(*map(inside.horizontalAdvance, texts), *map(above.horizontalAdvance, pieces))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in KEYS:
            event.accept()  # here they mean a row of this table, not a record of the page
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in KEYS and self.state() is not QAbstractItemView.State.EditingState:
            (self.row_wanted if event.key() == Qt.Key.Key_Insert else self.row_refused).emit()
            return
        super().keyPressEvent(event)


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
        self.table.row_wanted.connect(self.add)
        self.table.row_refused.connect(self.remove)
        self.remove_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)  # two texts are too wide at 200 %
        for button, key in ((self.add_button, Qt.Key.Key_Insert), (self.remove_button, Qt.Key.Key_Delete)):
            button.setToolTip(f"{button.text()} ({QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)})")
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
        self.workspace.settle()
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
        self.workspace.settle()
        index: QModelIndex = self.table.currentIndex()
        row = index.row() if index.isValid() else self.model.rowCount() - 1
        if row >= 0:
            refusal = self.model.remove(row)
            if refusal is not None:
                self.workspace.rejected.emit(refusal)
