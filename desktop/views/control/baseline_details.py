"""What is known of a baseline beside its tasks: its name, who approved it and when, why it was taken."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from desktop.i18n import tr
from desktop.models.workspace import Workspace
from desktop.views.dialog import Dialog
from desktop.views.records import RecordForm


class BaselineDetails(Dialog):
    """The form of the record; every edit counts at once and can be undone."""

    def __init__(self, workspace: Workspace, identity: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Baseline"), parent, 32, 30)
        self.form = RecordForm(workspace, "baseline")
        self.form.show_record(identity)
        self.column.addWidget(self.form, 1)
        self.add_buttons(QDialogButtonBox.StandardButton.Close)
