"""Asks for the name of a module."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from desktop.domain.modules import Module
from desktop.i18n import ntr, tr
from desktop.views.dialog import Dialog
from desktop.views.labels import Text
from desktop.views.plan.modules_kept import LONGEST_NAME, ModuleStore


class ModuleNameDialog(Dialog):
    """``kept`` carries the module as it was kept. A name that is taken replaces that module, and the dialog says so."""

    kept = Signal(object)

    def __init__(self, module: Module, store: ModuleStore, parent: QWidget | None = None) -> None:
        super().__init__(tr("Save as a module"), parent, 28, 12)
        self._module, self._store = module, store
        self._taken = {one.module.name for one in store.own()}
        count = ntr("{n} task with its sub-tasks, links and resources is kept, without dates and progress.",
                    "{n} tasks with their links and resources are kept, without dates and progress.",
                    len(module.tasks))  # fmt: skip
        self.column.addWidget(Text(count, role="muted", wrap=True))
        self.name = QLineEdit(module.name)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.selectAll()
        form = QFormLayout()
        form.addRow(tr("Name"), self.name)
        self.column.addLayout(form)
        self.note = Text(role="muted", wrap=True)
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
        self._ok.setEnabled(bool(self.written))
        replaces = self.written in self._taken
        self.note.setText(
            tr("The module of this name will be replaced.") if replaces
            else tr("It is kept on this computer and can be put into every plan.")
        )  # fmt: skip

    def accept(self) -> None:
        if self._ok.isEnabled():
            made = replace(self._module, name=self.written)
            self._store.add(made)
            self.kept.emit(made)
            super().accept()
