"""The first rows of a table of another program, as they will be read."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from desktop.domain.rejection import explain
from desktop.domain.tables import ADDED, SKIPPED, TASKS, UNCHANGED, UPDATED, TablePreview, TableRow
from desktop.i18n import N_, tr, words
from desktop.models.cells import ACCESSIBLE_TEXT, DISPLAY, ROOT, TOOL_TIP, Index, plain_tip

STATE = int(Qt.ItemDataRole.UserRole) + 1
"""``problem`` where a cell cannot be read, ``off`` where a column or row is left out, else ""."""
PROBLEM, OFF = "problem", "off"
MARK = "✗ "
"""Stands before a cell that cannot be read: colour alone would not do."""
LONGEST = 200
VERDICTS = {
    ADDED: N_("New", "row"), UPDATED: N_("Changes {code}"), UNCHANGED: N_("Unchanged"), SKIPPED: N_("Left out", "row"),
}  # fmt: skip


class TablePreviewModel(QAbstractTableModel):
    """The first column says what becomes of a row; the others are those of the file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: TablePreview | None = None

    def show(self, seen: TablePreview | None) -> None:
        """Show another preview; None for nothing. Where only more is known of the same rows, they stay in place."""
        before = self._seen
        if before and seen and before.wishes == seen.wishes and len(before.rows) == len(seen.rows):
            self._seen = seen
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._seen = seen
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._seen is None else len(self._seen.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._seen is None else len(self._seen.titles) + 1

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if self._seen is None:
            return None
        row, column = self._seen.rows[index.row()], index.column() - 1
        if column < 0:
            return self._verdict(row, role)
        cell = row.cells[column]
        text = " ".join(cell.text[:LONGEST].split())
        if role == DISPLAY:
            return MARK + text if cell.problem else text
        if role == TOOL_TIP:
            return plain_tip(explain(cell.problem, words())) if cell.problem else None
        if role == ACCESSIBLE_TEXT and cell.problem:
            return f"{text}: {explain(cell.problem, words())}"
        if role == STATE:
            left_out = not (self._seen.wishes.columns or {}).get(column) or row.verdict == SKIPPED
            return PROBLEM if cell.problem else OFF if left_out else ""
        return None

    def _verdict(self, row: TableRow, role: int) -> object:
        assert self._seen is not None
        if role == DISPLAY:
            if self._seen.missing or (self._seen.wishes.key == TASKS and row.verdict != SKIPPED):
                return ""
            return tr(VERDICTS[row.verdict], code=row.code)
        if role == TOOL_TIP and row.reason:
            return plain_tip(explain(row.reason, words()))
        if role == STATE:
            return OFF if row.verdict in (SKIPPED, UNCHANGED) else ""
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if self._seen is None or role != DISPLAY:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self._seen.rows[section].line)
        if section == 0:
            return tr("Result", "row")
        title = " ".join(self._seen.titles[section - 1][:40].split())
        field = (self._seen.wishes.columns or {}).get(section - 1, "")
        return f"{title}\n→ {tr(self._seen.fields[field])}" if field in self._seen.fields else f"{title}\n–"
