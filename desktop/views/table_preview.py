"""The first rows of a table of another program, as they will be read: what cannot be read stands out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop.domain.tables import SKIPPED, TASKS, TablePreview
from desktop.i18n import tr
from desktop.models.table_preview import OFF, PROBLEM, STATE, TablePreviewModel
from desktop.views.labels import em
from desktop.views.theme import colour

MEASURED = 40
"""So many rows decide how wide the columns are."""


class CellDelegate(QStyledItemDelegate):
    """Shows what cannot be read, and what is left out."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        state = index.data(STATE)
        if state == PROBLEM:
            option.palette.setColor(QPalette.ColorRole.Text, QColor(colour("red")))
            option.backgroundBrush = QBrush(colour("amber_soft"))
        elif state == OFF:
            option.palette.setColor(QPalette.ColorRole.Text, QColor(colour("muted")))


class PreviewTable(QTableView):
    """Shows a :class:`TablePreview`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = TablePreviewModel(self)
        self.setModel(self.preview)
        self.setItemDelegate(CellDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(tr("The first rows, as they will be read"))
        self.horizontalHeader().setResizeContentsPrecision(MEASURED)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setDefaultSectionSize(em(1.4))

    def show_preview(self, seen: TablePreview) -> None:
        """Show ``seen`` with columns as wide as they need to be."""
        self.preview.show(seen)
        self.resizeColumnsToContents()
        for column in range(self.preview.columnCount()):
            self.setColumnWidth(column, min(max(self.columnWidth(column), em(4)), em(16)))
        self._hide_verdicts(seen)

    def show_more(self, seen: TablePreview) -> None:
        """Show what more is known of the same rows; nothing moves."""
        self.preview.show(seen)
        self._hide_verdicts(seen)

    def _hide_verdicts(self, seen: TablePreview) -> None:
        self.setColumnHidden(0, seen.wishes.key == TASKS and not seen.counts.get(SKIPPED))
