"""Language, colours and text size change in steps: until the last one the window shows what it showed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.i18n import CHINESE, ENGLISH, words
from desktop.views.main_window import MainWindow
from desktop.views.project_view import ProjectView
from desktop.views.settings import LANGUAGE, THEME
from desktop.views.theme import DARK_THEME, palette
from tests.shell import window_in


@pytest.fixture
def window(program: Application, qtbot: QtBot) -> MainWindow:
    made = window_in(program, qtbot, ENGLISH, 100)
    made.open_sample()
    made.go_to("plan")
    return made


def begin(program: Application, steps: int) -> None:
    """Change the look of every window as far as a number of stretches go."""
    program.dress_softly()
    program.dressing.work._timer.stop()
    for _ in range(steps):
        program.dressing.work._go_on()


def goes_on(program: Application, qtbot: QtBot) -> None:
    program.dressing.work._timer.start()
    qtbot.waitUntil(lambda: not program.dressing.work.is_working, timeout=30_000)


def test_nothing_half_made_is_painted(
    program: Application, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.views.slices.LATER", 0)  # every step is a stretch of its own
    program.settings.keep(LANGUAGE, CHINESE)
    begin(program, 2)
    stretches = 0
    while program.dressing.work.is_working:
        assert not window.updatesEnabled()
        program.dressing.work._go_on()
        QApplication.processEvents()
        stretches += 1
    assert stretches > 4 and window.updatesEnabled()
    assert window.view is not None and window.view.page_key == "plan"
    assert window.view.page is not None and window.view.page.isVisible()
    assert words().language == CHINESE and window.menus.undo.text() == "撤销"


def test_what_is_chosen_meanwhile_follows(program: Application, window: MainWindow, qtbot: QtBot) -> None:
    program.settings.keep(LANGUAGE, CHINESE)
    begin(program, 3)
    program.settings.keep_all({LANGUAGE: ENGLISH, THEME: DARK_THEME})
    program.dress_softly()
    program.dress_softly()
    goes_on(program, qtbot)
    assert words().language == ENGLISH and palette()["window"] == "#161b22"
    assert window.menus.undo.text() == "Undo" and window.updatesEnabled()


def test_a_window_closed_meanwhile_is_gone(program: Application, window: MainWindow, qtbot: QtBot) -> None:
    other = program.new_window()
    begin(program, 3)
    window.close()
    goes_on(program, qtbot)
    assert program.windows == [other] and other.updatesEnabled()


def test_a_project_closed_meanwhile_leaves_the_start_page(
    program: Application, window: MainWindow, qtbot: QtBot
) -> None:
    begin(program, 3)
    window.close_project()
    goes_on(program, qtbot)
    assert window.view is None and window.document is None and window.updatesEnabled()
    window.open_sample()
    assert window.view is not None and window.view.page_key == "overview"


def test_a_page_that_fails_leaves_a_window_that_paints(
    program: Application, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(view: ProjectView, entry: object) -> bool:
        raise RuntimeError

    monkeypatch.setattr(ProjectView, "making_ready", fail)
    with pytest.raises(RuntimeError):
        program.dress()
    assert window.updatesEnabled()
