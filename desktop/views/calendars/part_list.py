"""The list of one kind of part of a calendar, with buttons that add, change and delete."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.views.control.table import ResultView
from desktop.views.dialog import Dialog
from desktop.views.labels import em


class PartList(QWidget):
    """``wanted`` carries all parts as they should be. Rows of the table are (place, part)."""

    wanted = Signal(object)

    def __init__(self, table: ResultView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        table.results.setParent(self)
        self._parts: Sequence[Any] = ()
        self.table.opened.connect(self.edit)
        self.add_button, self.edit_button, self.delete_button = (
            QPushButton(tr("Add…")), QPushButton(tr("Change…")), QPushButton(tr("Delete")),
        )  # fmt: skip
        row = QHBoxLayout()
        for button, slot in (
            (self.add_button, self.add), (self.edit_button, self.edit_current), (self.delete_button, self.delete),
        ):  # fmt: skip
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, em(0.4), 0, 0)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    # -- for whoever derives --------------------------------------------------------------------

    def new_part(self) -> Any:
        """What a new part begins as."""
        raise NotImplementedError

    def dialog_for(self, part: Any) -> Dialog:
        """Asks what a part is to be; its signal ``taken`` carries that."""
        raise NotImplementedError

    def show_parts(self, parts: Sequence[Any], rows: Sequence[tuple[int, Any]]) -> None:
        """Show ``parts`` in the order of ``rows``."""
        self._parts = parts
        self.table.results.show_rows(rows)
        for button in (self.edit_button, self.delete_button):
            button.setEnabled(bool(parts))

    def want(self, parts: Sequence[Any]) -> None:
        """Say that these should be the parts."""
        self.wanted.emit(tuple(parts))

    # -- buttons --------------------------------------------------------------------------------

    def add(self) -> None:
        self._ask(self.new_part(), len(self._parts))

    def edit_current(self) -> None:
        one = self.table.current_row()
        if isinstance(one, tuple):
            self.edit(one)

    def edit(self, one: tuple[int, Any]) -> None:
        self._ask(one[1], one[0])

    def _ask(self, part: Any, place: int) -> None:
        dialog = self.dialog_for(part)

        def take(changed: Any) -> None:
            kept = list(self._parts)
            kept[place : place + 1] = [changed]
            self.want(kept)

        dialog.taken.connect(take)  # type: ignore[attr-defined]
        dialog.open()

    def delete(self) -> None:
        """Take the selected ones away."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        gone = {self.table.results.row(row)[0] for row in rows}
        if gone:
            self.want([part for place, part in enumerate(self._parts) if place not in gone])
