"""Says beside a cell why nothing can be typed into it, and what to do instead, when somebody tries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.models.plan_rows import Index
from desktop.views.records.explanation import Explanation

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)


class ReadOnlyHint(QObject):
    """One sentence over one grid; the next key, click or turn of the wheel takes it away."""

    def __init__(self, grid: PlanGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._note = Explanation(grid)
        self._cell = QWidget(grid.viewport())
        """Where the cell is, for the note to lie beside; never shown."""
        self._cell.hide()
        grid.selectionModel().currentChanged.connect(self.hide)
        grid.verticalScrollBar().valueChanged.connect(self.hide)
        grid.horizontalScrollBar().valueChanged.connect(self.hide)

    @property
    def text(self) -> str:
        """The sentence that is shown, or ""."""
        return "" if self._note.isHidden() else self._note.text()

    def key(self, event: QKeyEvent) -> bool:
        """Explain where a key begins to type into a cell that takes nothing."""
        typed = event.modifiers() in _PLAIN and event.text() and event.text().isprintable()
        wanted = typed or event.key() == Qt.Key.Key_F2
        return bool(wanted) and self.explain(self._grid.currentIndex())

    def explain(self, index: Index) -> bool:
        """Say why the cell at ``index`` cannot be edited; False where it can."""
        refusal = self._grid.plan.why_read_only(index)
        if refusal is None:
            return False
        self._cell.setGeometry(self._grid.visualRect(self._grid.plan.index(index.row(), index.column())))
        self._note.show_at(self._cell, refusal)
        return True

    def hide(self) -> bool:
        """Take the sentence away; whether there was one."""
        shown = not self._note.isHidden()
        self._note.hide()
        return shown
