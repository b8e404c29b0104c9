"""The project's own record: client, people, dates, tolerances, and how its schedule is reckoned."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import N_
from desktop.models.workspace import Workspace
from desktop.views.labels import em
from desktop.views.page import Page
from desktop.views.records import RecordForm

WIDEST = 64
"""Width of the form in heights of the font; longer lines are hard to read."""


class ProjectPage(Page):
    """One form, made from the declaration of the project's record."""

    key = "project"
    title = N_("Project")
    icon = "project"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.form = RecordForm(workspace, "project")
        self.form.setMaximumWidth(em(WIDEST))
        self.form.navigate.connect(self.navigate)
        self.form.show_record(workspace.project.profile.id)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.form, 1)
        row.addStretch()
        self.setFocusProxy(self.form)

    def apply_filter(self, name: str) -> None:
        """Put the cursor into the field of that name."""
        QTimer.singleShot(0, self, lambda: self.form.focus_field(name))  # a page that is new has no layout yet

    def reveal(self, identity: str) -> bool:
        return identity == self.workspace.project.profile.id
