"""Every menu, and everything in it, has a letter of its own for the Alt key: on every page, in both languages."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.i18n import CHINESE, ENGLISH
from desktop.views.letters import allotted, letter_of
from desktop.views.main_window import MainWindow
from desktop.views.menus import plain_name, walk
from desktop.views.pages import ENTRIES
from desktop.views.plan import PlanPage
from desktop.views.program import STANDARD, NewProject
from tests.shell import window_in

KEYS = [entry.key for entry in ENTRIES if entry]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(params=[ENGLISH, CHINESE])
def window(request: pytest.FixtureRequest, program: Application, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    made = window_in(program, qtbot, request.param, 100)
    path = tmp_path / "Harbour.pilotage"
    made.files._create(NewProject("Harbour", "Foods", dt.date(2026, 11, 23), STANDARD, "both", "CNY", path))
    made.activateWindow()
    yield made


def offered(actions: list[QAction]) -> list[QAction]:
    return [each for each in actions if each.isVisible() and not each.isSeparator() and each.text()]


def judge(menu: QMenu, where: str) -> None:
    """Open a menu and everything below it."""
    before = [action.text() for action in menu.actions()]
    menu.aboutToShow.emit()
    actions = offered(menu.actions())
    letters = [letter_of(action.text()) for action in actions]
    assert all(letters), f"{where}: {[action.text() for action in actions if not letter_of(action.text())]}"
    assert [letter for letter, count in Counter(letters).items() if count > 1] == [], where
    for action in actions:
        inner = action.menu()
        if isinstance(inner, QMenu):
            judge(inner, f"{where} › {action.text()}")
    shown = [action.text() for action in menu.actions()]
    menu.aboutToHide.emit()
    after = [action.text() for action in menu.actions()]
    assert shown != after
    if len(before) == len(after):  # what is filled when it is opened has other actions by then
        assert [letter_of(text) for text in after] == [letter_of(text) for text in before]


@pytest.mark.parametrize("key", KEYS)
def test_all_menus_have_letters_and_none_twice(window: MainWindow, key: str) -> None:
    window.go_to(key)
    bar = offered(window.menuBar().actions())
    letters = [letter_of(action.text()) for action in bar]
    assert all(letters), [action.text() for action in bar]
    assert len(set(letters)) == len(letters), [action.text() for action in bar]
    taken = {QKeySequence(f"Alt+{letter}") for letter in letters}
    for _, action in walk(window.menuBar()):
        assert not taken.intersection(action.shortcuts()), action.text()
    for action in bar:
        menu = action.menu()
        assert isinstance(menu, QMenu)
        judge(menu, action.text())


def test_the_letters_are_the_same_in_both_languages(window: MainWindow) -> None:
    window.go_to("plan")
    assert "".join(letter_of(action.text()) for action in offered(window.menuBar().actions())) == "FEVTCORASH"
    view = offered(window.menuBar().actions())[2].menu()
    assert isinstance(view, QMenu)
    view.aboutToShow.emit()
    assert [letter_of(action.text()) for action in offered(view.actions())][:2] == ["G", "F"]  # Go to, Find a command
    view.aboutToHide.emit()


def test_alt_and_letters_carry_out_a_command(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("plan")
    page = window.view.page if window.view is not None else None
    assert isinstance(page, PlanPage)
    count = page.model.rowCount()
    name = page.plan_actions.milestone.text()
    qtbot.keyClick(window, Qt.Key.Key_T, ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert page.plan_actions.add_below in menu.actions()
    qtbot.keyClick(menu, getattr(Qt.Key, f"Key_{letter_of(page.plan_actions.add_below.text())}"))
    assert QApplication.activePopupWidget() is None
    assert page.model.rowCount() == count + 1
    assert page.plan_actions.milestone.text() == name  # no letter is left where it stands alone


def test_a_menu_under_the_pointer_has_them_too(window: MainWindow) -> None:
    window.go_to("plan")
    page = window.view.page if window.view is not None else None
    assert isinstance(page, PlanPage)
    menu = page.edits._task_menu()
    judge(menu, "context")
    menu.deleteLater()


def test_letters_of_texts(qtbot: QtBot) -> None:
    """The beginning of a word before other letters, any before none, and an ampersand in a name is none."""
    menu = QMenu()
    qtbot.addWidget(menu)
    made = [menu.addAction(text) for text in ("Copy", "Cut", "Crane && crew", "C", "Open the &plan", "施工")]
    assert allotted(made) == ["C", "U", "R", "A", "", "B"]
    assert plain_name(made[2]) == "Crane & crew"
