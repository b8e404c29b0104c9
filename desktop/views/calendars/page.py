"""The register of calendars, with the way into the calendar editor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.i18n import N_, tr
from desktop.models.workspace import Workspace
from desktop.views.records.page import RegisterPage
from desktop.views.week_start import week_begins


class CalendarsPage(RegisterPage):
    """Calendars as records; their days are edited in a window that shows the year."""

    key = "calendar"
    record_key = "calendar"
    title = N_("Calendars")
    icon = "calendars"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        button = QPushButton(self.editor_action.text())
        button.clicked.connect(self.editor_action.trigger)
        self.form.lead_column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _make_actions(self) -> None:
        super()._make_actions()
        self.editor_action = self._action(
            tr("Edit the working time…"), self.open_editor, QKeySequence("Ctrl+E"), "calendars"
        )

    def menus(self) -> Sequence[tuple[str, Sequence[QAction | None]]]:
        ((title, actions),) = super().menus()
        return ((title, (self.editor_action, None, *actions)),)

    def open_editor(self) -> None:
        """Look at the year of the current calendar, and change it."""
        open_editor(self.workspace, self.window(), self.current())


def open_editor(workspace: Workspace, window: QWidget, calendar: str = "") -> None:
    """Open the calendar editor; a window opens without it."""
    from desktop.views.calendars.editor import CalendarEditor

    CalendarEditor(workspace, window, calendar=calendar, week_begins=week_begins()).open()
