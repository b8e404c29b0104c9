"""Names below a cell the tasks that its text will link, as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from desktop.views.records.explanation import Explanation

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid


class LinkNote(QObject):
    """One note over one grid; it goes with the editor."""

    def __init__(self, grid: PlanGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._note = Explanation(grid)

    @property
    def text(self) -> str:
        """What is said, or ""."""
        return "" if self._note.isHidden() else self._note.text()

    def watch(self, editor: QLineEdit) -> None:
        """Say what is typed into ``editor``, from the first letter on."""
        editor.textEdited.connect(self._say)

    def hide(self) -> None:
        self._note.hide()

    def _say(self, text: str) -> None:
        editor, hint = self.sender(), self._grid.plan.link_hint(text)
        if hint.lines and isinstance(editor, QLineEdit):
            self._note.say_at(editor, "\n".join(hint.lines), "amber" if hint.doubtful else "accent")
        else:
            self._note.hide()
