"""The status date, set where progress is entered: up to which evening the plan is reported."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from desktop.domain.commands.records import SetFields
from desktop.domain.display import date_text
from desktop.domain.reading import read_date
from desktop.domain.rejection import Rejected
from desktop.i18n import tr
from desktop.models.workspace import Workspace
from desktop.views.dialog import Dialog
from desktop.views.labels import SMALL, Text
from desktop.views.records.explanation import sentence


class StatusDateDialog(Dialog):
    """One step to undo; an empty line takes the date away. What cannot be read stays, with its reason."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(tr("Status date"), parent, 28, 11)
        self._workspace = workspace
        note = tr("Progress counts until the evening of this day. Work that is not done by then goes on behind it, as "
                  "the progress rule of the project says.")  # fmt: skip
        self.column.addWidget(Text(note, role="muted", wrap=True))
        now = workspace.project.profile.status_date
        self.line = QLineEdit(date_text(now) if now is not None else tr("today"))
        self.line.setAccessibleName(tr("Status date"))
        self.line.setPlaceholderText(tr("none"))
        self.line.selectAll()
        self.column.addWidget(self.line)
        self.problem = Text("", scale=SMALL, role="red", wrap=True)
        self.column.addWidget(self.problem)
        self.column.addStretch(1)
        box = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        box.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Set"))
        self.line.setFocus()

    def accept(self) -> None:
        profile, text = self._workspace.project.profile, self.line.text().strip()
        try:
            today = self._workspace.session.now().date()
            day = read_date(text, today, profile.status_date or today) if text else None
        except Rejected as refusal:
            self._say(refusal)
            return
        refused = self._workspace.attempt(SetFields("project", (profile.id,), {"status_date": day}))
        if refused is not None:
            self._say(refused)
            return
        super().accept()

    def _say(self, refusal: Rejected) -> None:
        self.problem.setText(sentence(refusal))
        self.line.selectAll()
        self.line.setFocus()
