"""Asks for the name under which something is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from desktop.i18n import tr
from desktop.views.dialog import Dialog
from desktop.views.labels import Text
from desktop.views.plan.kept_entries import LONGEST_NAME


class NameDialog(Dialog):
    """``take`` gets the name. ``judge`` says of a name what becomes of it, and whether it may be taken."""

    def __init__(
        self,
        title: str,
        name: str,
        size: tuple[float, float],
        *,
        judge: Callable[[str], tuple[str, bool]],
        take: Callable[[str], object],
        told: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent, *size)
        self._judged, self._take = judge, take
        self.name = QLineEdit(name)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.selectAll()
        form = QFormLayout()
        form.addRow(tr("Name"), self.name)
        self.note = Text(role="muted", wrap=True)
        if told:
            self.column.addWidget(Text(told, role="muted", wrap=True))
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
        said, may_be = self._judged(self.written)
        self._ok.setEnabled(bool(self.written) and may_be)
        self.note.setText(said)

    def accept(self) -> None:
        if self._ok.isEnabled():
            self._take(self.written)
            super().accept()
