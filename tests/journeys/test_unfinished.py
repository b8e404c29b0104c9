"""After the program was ended in the middle of work: it opens where it was and says in a sentence what is there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.plan import AddTask
from desktop.domain.imports import Imported
from desktop.domain.plan import ProjectProfile, Task
from desktop.i18n import CHINESE, ENGLISH
from desktop.views.errands import LARGE_PLAN
from desktop.views.main_window import MainWindow
from desktop.views.settings import LANGUAGE, OPEN
from tests.journeys.visible import clipped

LANGUAGES = pytest.mark.parametrize("language", [ENGLISH, CHINESE])


def opened(program: Application, path: Path, qtbot: QtBot) -> MainWindow:
    window = program.new_window()
    with qtbot.waitExposed(window):
        window.show()
    window.open_file(str(path))
    assert window.view is not None
    return window


@LANGUAGES
def test_it_opens_where_it_broke_off_and_says_what_was_kept(
    program: Application, project: Path, qtbot: QtBot, language: str
) -> None:
    program.settings.keep(LANGUAGE, language)
    program.dress()
    window = opened(program, project, qtbot)
    assert window.view is not None and window.view.page_key == "overview" and not window.banner.kind
    window.go_to("plan")
    assert window.workspace is not None and window.workspace.do(AddTask("Build the cold store"))
    assert program.settings.mapping(OPEN) == {str(project): "overview"}  # at once that it is open, then where
    noted = {str(project): "plan"}
    qtbot.waitUntil(lambda: program.settings.mapping(OPEN) == noted)
    window.close()
    assert program.settings.mapping(OPEN) == {}
    program.settings.keep(OPEN, noted)  # what a killed program leaves behind
    window = opened(program, project, qtbot)
    QApplication.processEvents()
    assert window.view is not None and window.view.page_key == "plan"
    said = window.banner.text
    assert ("did not end as it should" if language == ENGLISH else "没有正常退出") in said
    assert "Build the cold store" in said or "Add" in said or "添加" in said
    assert not [text for _, text in clipped(window) if said[:20] in text]
    (button,) = [one for one in window.banner.findChildren(QPushButton) if one.isVisible()]
    button.click()
    assert any("History" in type(each).__name__ for each in window.children())
    window.close()
    window = opened(program, project, qtbot)  # that one was closed as it should be
    assert window.view is not None and window.view.page_key == "overview" and not window.banner.kind


@pytest.mark.parametrize("left", [{}, "plan", 7, {"x": "plan"}])
def test_settings_that_make_no_sense_begin_as_usual(
    program: Application, project: Path, qtbot: QtBot, left: object
) -> None:
    program.settings.keep(OPEN, {str(project): left})
    window = opened(program, project, qtbot)
    assert window.view is not None and window.view.page_key == ("plan" if left == "plan" else "overview")


@LANGUAGES
def test_a_large_plan_is_put_into_a_file_when_the_dialog_is_gone(
    program: Application, tmp_path: Path, qtbot: QtBot, language: str
) -> None:
    program.settings.keep(LANGUAGE, language)
    program.dress()
    window = program.new_window()
    with qtbot.waitExposed(window):
        window.show()
    tasks = [Task(id=f"t{n}", number=n, name=f"Task {n}", rank=n, duration=480) for n in range(1, LARGE_PLAN + 2)]
    profile = ProjectProfile(id="p", number=1, name="Large", start=dt.datetime(2026, 6, 1, 8))
    window.files.importing._plan = Imported((profile, *tasks), (), "large.xml")
    window.files.importing._put_plan(str(tmp_path / "Large.pilotage"))
    assert window.document is None  # nothing has begun that would keep the dialog on the screen
    page = cast("object", window.frame.stack.currentWidget())
    assert "Large.pilotage" in page.text()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: window.view is not None and window.view.page_key == "plan", timeout=60_000)
