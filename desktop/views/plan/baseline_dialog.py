"""Asks for the name of a baseline and why it is taken."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from desktop.domain.commands.plan import CaptureBaseline
from desktop.domain.display import date_text
from desktop.domain.plan import Baseline
from desktop.i18n import tr
from desktop.models.workspace import Workspace
from desktop.views.dialog import Dialog
from desktop.views.labels import Text


class BaselineDialog(Dialog):
    """The dates of today are kept under a name; an earlier baseline stays, the newest one counts."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(tr("Capture a baseline"), parent, 30, 16)
        self._workspace = workspace
        count = len(workspace.project.table(Baseline))
        today = date_text(workspace.session.now())
        purpose = tr("Keeps dates, durations, work and cost of every task as planned now, to compare with later.")
        self.column.addWidget(Text(purpose, role="muted", wrap=True))
        self.name = QLineEdit(tr("Baseline {n}, {date}", n=count + 1, date=today))
        self.name.selectAll()
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setPlaceholderText(tr("Who agreed to it, and why it was taken"))
        form = QFormLayout()
        form.addRow(tr("Name"), self.name)
        form.addRow(tr("Note"), self.note)
        self.column.addLayout(form)
        box = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        box.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Capture"))

    def accept(self) -> None:
        name = " ".join(self.name.text().split())
        if self._workspace.do(CaptureBaseline(name, self.note.toPlainText())):
            super().accept()
