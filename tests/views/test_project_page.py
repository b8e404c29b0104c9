"""The project's own form: what everything else is reckoned by can be edited."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.session import Session
from desktop.models.workspace import Workspace
from desktop.views.pages import find_entry
from desktop.views.project_page import ProjectPage


def test_a_status_date_typed_there_counts(qtbot: QtBot) -> None:
    profile = ProjectProfile(id="p", name="P", number=1, start=dt.datetime(2026, 6, 1, 8))
    workspace = Workspace(Session(Project([profile, Task(id="a", name="A", duration=480)])))
    page = ProjectPage(workspace)
    qtbot.addWidget(page)
    page.show()
    field = page.form.fields["status_date"]
    editor: QWidget = field.editor.focus_widget()
    editor.setFocus()
    qtbot.keyClicks(editor, "2026-06-03")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert workspace.project.profile.status_date == dt.date(2026, 6, 3)
    # Unstarted work lies after the status date (retained logic, the default).
    assert workspace.schedule.of("a").start == dt.datetime(2026, 6, 4, 8)
    assert page.reveal("p") and not page.reveal("q")


def test_the_page_shows_records_of_the_project() -> None:
    entry = find_entry("project")
    assert entry is not None and entry.key == "project"
