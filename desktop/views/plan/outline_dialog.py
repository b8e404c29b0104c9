"""An outline from the clipboard as the tasks that it would become."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.domain.outline_text import Line
from desktop.i18n import ntr, tr
from desktop.views.dialog import Dialog
from desktop.views.labels import Text, breakable, em

SHOWN = 2000
"""Lines of the preview; the others are counted."""
LONGEST = 200


class OutlineDialog(Dialog):
    """``decided`` carries the lines; ``as_cells`` the text, where it is wanted in cells after all."""

    decided = Signal(object)
    as_cells = Signal(object)

    def __init__(self, text: str, lines: Sequence[Line], anchor: str, parent: QWidget | None = None) -> None:
        """``lines`` were read from ``text``; ``anchor`` names the task that they follow, "" for the end of the plan."""
        super().__init__(tr("Paste as outline"), parent, 40, 32)
        self._text, self._lines = text, lines
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setTabKeyNavigation(False)
        self.tree.setAccessibleName(tr("The tasks of the outline"))
        self._fill(lines)
        depth = max(line.level for line in lines) + 1
        counts = ntr("{n} task", "{n} tasks", len(lines))
        levels = ntr("on {n} level", "on {n} levels", depth)
        where = tr("below “{name}”", name=breakable(anchor[:80])) if anchor else tr("at the end of the plan")
        self.column.addWidget(
            Text(tr("{tasks} {levels}, {where}.", tasks=counts, levels=levels, where=where), wrap=True)
        )  # fmt: skip
        self.column.addWidget(self.tree, 1)
        if len(lines) > SHOWN:
            rest = len(lines) - SHOWN
            self.column.addWidget(Text(ntr("… and {n} more", "… and {n} more", rest), role="muted"))
        kinds = QDialogButtonBox.StandardButton
        self.buttons = self.add_buttons(kinds.Ok, kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(tr("Paste"))
        self.cells_button = self.buttons.addButton(
            tr("Paste into cells instead"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.cells_button.clicked.connect(self._into_cells)
        self.tree.setFocus()

    def _fill(self, lines: Sequence[Line]) -> None:
        above: list[QTreeWidgetItem] = []
        for line in lines[:SHOWN]:
            del above[line.level :]
            item = QTreeWidgetItem(above[-1] if above else self.tree.invisibleRootItem(), [line.name[:LONGEST]])
            above.append(item)
        self.tree.expandAll()
        self.tree.setIndentation(em(1.2))

    def accept(self) -> None:
        super().accept()
        self.decided.emit(self._lines)

    def _into_cells(self) -> None:
        self.reject()
        self.as_cells.emit(self._text)
