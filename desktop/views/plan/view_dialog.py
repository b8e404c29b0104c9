"""Asks for the name of a view."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from desktop.i18n import tr
from desktop.views.dialog import Dialog
from desktop.views.labels import Text
from desktop.views.plan.views_kept import LONGEST_NAME


class ViewDialog(Dialog):
    """``take`` gets the name. A name that is taken replaces that view, and the dialog says so."""

    def __init__(
        self,
        title: str,
        name: str,
        *,
        taken: Collection[str],
        refused: Collection[str],
        take: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent, 26, 9)
        self._taken, self._refused, self._take = taken, refused, take
        self.name = QLineEdit(name)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.selectAll()
        form = QFormLayout()
        form.addRow(tr("Name"), self.name)
        self.note = Text(role="muted", wrap=True)
        self.column.addLayout(form)
        self.column.addWidget(self.note)
        self.column.addStretch(1)
        box = self.add_buttons(QDialogButtonBox.StandardButton.Save, QDialogButtonBox.StandardButton.Cancel)
        self._ok = box.button(QDialogButtonBox.StandardButton.Save)
        self.name.textChanged.connect(self._judge)
        self._judge()

    @property
    def written(self) -> str:
        """The name without needless spaces."""
        return " ".join(self.name.text().split())

    def _judge(self) -> None:
        name = self.written
        self._ok.setEnabled(bool(name) and name not in self._refused)
        if name in self._refused:
            self.note.setText(tr("This name is taken by a view that comes with Pilotage."))
        elif name in self._taken:
            self.note.setText(tr("The view of this name will be replaced."))
        else:
            self.note.setText(tr("A view keeps columns, filter, order, groups and what the chart shows."))

    def accept(self) -> None:
        if self._ok.isEnabled():
            self._take(self.written)
            super().accept()
