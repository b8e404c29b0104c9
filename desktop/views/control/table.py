"""A table to be read: rows lead to their task, are sorted by any column and can be copied."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.models.tables import MARK, STRONG, Content, ResultTable
from desktop.views.labels import em
from desktop.views.records.grid import ROW
from desktop.views.slices import Slices
from desktop.views.theme import colour

LONG, READABLE = 15.0, 11.0
"""Columns at least this wide give way, down to the other width; in heights of the font."""
_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class MarkDelegate(QStyledItemDelegate):
    """Texts in the colour of their role; summaries in bold."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        model = index.model()
        if isinstance(model, ResultTable):
            option.text = model.gap(index.column()) + option.text
        role = index.data(MARK)
        if role:
            for kind in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(kind, colour(role))
        if index.data(STRONG):
            font = QFont(option.font)
            font.setBold(True)
            option.font = font


class ResultView(QTableView):
    """``opened`` carries the row on which Enter was pressed or that was double-clicked; ``working`` says that a large
    table is being written, until ``slices`` have ended."""

    opened = Signal(object)
    working = Signal()

    def __init__(self, model: ResultTable, name: str, *, sortable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(MarkDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._open)
        self.slices = Slices(self)
        model.modelAboutToBeReset.connect(self.slices.call_off)
        model.layoutAboutToBeChanged.connect(self.slices.call_off)
        self._is_sized = False
        """Whether the person has chosen a width."""
        self._fitting = True
        self._set_up_columns(sortable)
        self._size_rows()

    def _set_up_columns(self, sortable: bool) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(em(2.5))
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        header.setStretchLastSection(not any(not column.width for column in self.results.columns[:-1]))
        for at, column in enumerate(self.results.columns):
            if not column.width:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        self.setSortingEnabled(sortable)
        self._fit()
        header.sectionResized.connect(self._note_width)

    def _fit(self) -> None:
        """First widths; long texts give way where there is too little room, as far as they can still be read."""
        self._fitting = True
        metrics, columns = self.horizontalHeader().fontMetrics(), self.results.columns
        widths = [max(em(one.width), metrics.horizontalAdvance(one.title) + em(1.6)) for one in columns]
        rest = sum(em(READABLE) for one in columns if not one.width)
        missing = sum(width for width, one in zip(widths, columns, strict=True) if one.width) + rest
        missing -= self.viewport().width()
        wide = [at for at, one in enumerate(columns) if one.width >= LONG]
        for at, column in enumerate(columns):
            if column.width:
                less = max(missing, 0) // len(wide) if at in wide else 0
                self.setColumnWidth(at, max(widths[at] - less, min(widths[at], em(READABLE))))
        self._fitting = False

    def minimumSizeHint(self) -> QSize:
        """Its head: a low window has room for two of them."""
        return QSize(em(4), em(1.2))

    def _note_width(self) -> None:
        self._is_sized = self._is_sized or not self._fitting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_sized:
            self._fit()

    def _size_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(max(em(ROW), 24))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._size_rows()

    # -- rows -----------------------------------------------------------------------------------

    def current_row(self) -> object:
        """The thing in the current row, or None."""
        return self.results.row(self.currentIndex().row())

    def select_row(self, at: int) -> None:
        """Make a row current."""
        index = self.results.index(max(0, at), 0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _ROW)

    def _open(self, index: QModelIndex) -> None:
        one = self.results.row(index.row())
        if one is not None:
            self.opened.emit(one)

    def copy_rows(self) -> None:
        """The selected rows as text with tabs, titles first; all rows where none is selected."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        steps = self.results.texts_in_steps(chosen or range(self.results.rowCount()))
        if not self.slices.begin(steps, self._copied):
            self.working.emit()

    def _copied(self, rows: list[list[str]]) -> None:
        lines = [[column.title for column in self.results.columns], *rows]
        plain = "\n".join("\t".join(" ".join(text.split()) for text in line) for line in lines)
        QGuiApplication.clipboard().setText(plain)

    def write(self, take: Callable[[Content], object]) -> None:
        """Give the whole table to ``take``, for a file."""
        if not self.slices.begin(self.results.content_in_steps(self.accessibleName()), take):
            self.working.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(event)
