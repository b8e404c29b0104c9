"""Giving files to other programs and taking them in, in the real window, by keys and mouse, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.rejection import Rejected
from desktop.i18n import CHINESE, ENGLISH, tr
from desktop.store.files import ProjectFile
from desktop.views.account import AccountDialog
from desktop.views.export import ExportDialog
from desktop.views.settings import AUTHOR, LANGUAGE, PROJECT_FOLDER
from tests.exchange.test_outgoing import full
from tests.journeys.test_story import Person

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(params=[ENGLISH, CHINESE])
def person(request: pytest.FixtureRequest, program: Application, tmp_path: Path, qtbot: QtBot) -> Iterator[Person]:
    program.settings.keep_all({LANGUAGE: request.param, AUTHOR: "李雷", PROJECT_FOLDER: str(tmp_path)})
    program.dress()
    window = program.new_window()
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield Person(window, qtbot)


def open_project(person: Person, path: Path) -> None:
    """A project with a record of every kind for every audience."""
    ProjectFile.create(path, full()).close()
    person.window.open_file(path)
    person.wait(lambda: person.window.workspace is not None)


def ask_for_export(person: Person) -> ExportDialog:
    (action,) = [each for each in person.window.findChildren(type(person.window.menus.undo))
                 if each.text() == tr("Export for other programs…")]  # fmt: skip
    action.trigger()
    return person.dialog(ExportDialog)


def test_a_table_for_the_client(person: Person, tmp_path: Path) -> None:
    open_project(person, tmp_path / "office.pilotage")
    dialog = ask_for_export(person)
    dialog.activateWindow()
    dialog.readers.setFocus()
    person.press(Key.Key_Left)  # from the team to the client
    assert dialog.export.audience == "client"
    QTest.mouseClick(dialog.go_on, LEFT)
    QApplication.processEvents()
    person.answer_file(tmp_path / "client.xlsx")
    account = person.dialog(AccountDialog)
    account.accept()
    book = openpyxl.load_workbook(tmp_path / "client.xlsx")
    cells = [str(cell) for sheet in book for row in sheet.values for cell in row]
    assert not [cell for cell in cells if "CANARY" in cell]
    assert "Floor plan" in cells


def test_one_register_as_csv(person: Person, tmp_path: Path) -> None:
    open_project(person, tmp_path / "office.pilotage")
    dialog = ask_for_export(person)
    assert not dialog.list.isVisible()
    dialog.activateWindow()
    dialog.kind.setFocus()
    person.press(Key.Key_Down)  # CSV comes after Excel
    assert dialog.list.isVisible()
    dialog.list.setCurrentIndex(dialog.list.findData("risk"))
    QTest.mouseClick(dialog.go_on, LEFT)
    QApplication.processEvents()
    person.answer_file(tmp_path / "risks.csv")
    person.dialog(AccountDialog).accept()
    text = (tmp_path / "risks.csv").read_text(encoding="utf-8-sig")
    assert "CANARY-risk-fallback" in text
    assert "CANARY-risk-private_note" not in text
    assert "Floor plan" not in text


def test_a_project_that_is_the_teams_has_nothing_for_the_client(person: Person, tmp_path: Path) -> None:
    project = full()
    project.put("project", "p", project.profile.replace(audience="team"))
    ProjectFile.create(tmp_path / "inside.pilotage", project).close()
    person.window.open_file(tmp_path / "inside.pilotage")
    dialog = ask_for_export(person)
    assert dialog.go_on.isEnabled()
    dialog.readers._choose(0)
    QApplication.processEvents()
    assert not dialog.go_on.isEnabled()
    dialog.reject()
    document = person.window.document
    assert document is not None
    with pytest.raises(Rejected):
        document.export(tmp_path / "a.csv", "client", "task")
