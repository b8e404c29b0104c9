"""Figures of a task in two columns: what each is called, and what it is. The texts are those of the grid's columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.earned_value import FIGURES
from desktop.domain.plan import Task
from desktop.i18n import tr
from desktop.models.plan_column import Reading
from desktop.models.plan_columns import COLUMNS, NUMBER_OF, title_of
from desktop.views.labels import Text, breakable, em

MEANINGS = {figure.key: figure.meaning for figure in FIGURES}
LONGEST = 120


class FigureList(QWidget):
    """Figures under a heading; one that says nothing of the task is not shown."""

    def __init__(self, title: str, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, tuple[Text, Text]] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(0.8))
        grid.setVerticalSpacing(em(0.25))
        grid.setColumnStretch(0, 1)
        for row, key in enumerate(keys):
            name = Text(title_of(COLUMNS[NUMBER_OF[key]]), role="muted", wrap=True)
            amount = Text(wrap=True)
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            amount.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if key in MEANINGS:
                name.setToolTip(tr(MEANINGS[key]))
            grid.addWidget(name, row, 0)
            grid.addWidget(amount, row, 1)
            self._lines[key] = name, amount
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.3))
        if title:
            column.addWidget(Text(title, bold=True, wrap=True))
        column.addLayout(grid)

    def load(self, reading: Reading, task: Task) -> None:
        """Show the figures of a task."""
        any_shown = False
        for key, (name, amount) in self._lines.items():
            text = COLUMNS[NUMBER_OF[key]].text(reading, task)
            any_shown = any_shown or bool(text)
            name.setVisible(bool(text))
            amount.setVisible(bool(text))
            amount.setText(breakable(text[:LONGEST]))
            amount.setAccessibleName(f"{name.text()} {text}")
        self.setVisible(any_shown)

    def shown(self) -> dict[str, str]:
        """The text of every figure that is shown, by the key of its column."""
        return {key: amount.text() for key, (_, amount) in self._lines.items() if not amount.isHidden()}
