"""The undo history beside the pages: to any step and back by mouse and by keys, in both languages and large."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.plan import AddTask
from desktop.domain.commands.records import SetFields
from desktop.i18n import CHINESE, ENGLISH
from desktop.models.workspace import Workspace
from desktop.views.main_window import MainWindow
from desktop.views.settings import LANGUAGE, TEXT_SIZE
from desktop.views.undo_panel import StepsView, UndoPanel
from tests.journeys.visible import clipped


@pytest.fixture
def window(program: Application, qtbot: QtBot) -> Iterator[MainWindow]:
    made = program.new_window()
    made.resize(1280, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.open_sample()
    yield made


def workspace_of(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def three_steps(window: MainWindow) -> str:
    """Add a task, rename it twice; its id."""
    workspace = workspace_of(window)
    assert workspace.do(AddTask("One", fields={"id": "mine"}))
    assert workspace.do(SetFields("task", ("mine",), {"name": "Two"}))
    assert workspace.do(SetFields("task", ("mine",), {"name": "Three"}))
    return "mine"


def panel_of(window: MainWindow) -> UndoPanel:
    """The panel as it stands: after a change of language it is another one."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (found,) = window.findChildren(UndoPanel)
    return found


def view_of(window: MainWindow) -> StepsView:
    return panel_of(window).view


def press(view: StepsView, qtbot: QtBot, row: int) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.steps.index(row)).center())
    qtbot.waitUntil(lambda: not view._walk.isActive(), timeout=5000)


def name_of(window: MainWindow, identity: str) -> str:
    found = workspace_of(window).project.rows("task").get(identity)
    return found.name_text if found else ""


@pytest.mark.parametrize(("language", "size"), [(ENGLISH, 100), (CHINESE, 100), (ENGLISH, 200), (CHINESE, 200)])
def test_a_click_goes_to_a_step_and_back(
    window: MainWindow, program: Application, qtbot: QtBot, language: str, size: int
) -> None:
    program.settings.keep_all({LANGUAGE: language, TEXT_SIZE: size})
    program.dress()
    qtbot.wait(0)
    window.menus.undo_history.trigger()
    identity = three_steps(window)
    view = view_of(window)
    first = view.steps.rowCount() - 4
    assert view.steps.present == first + 3
    press(view, qtbot, first + 2)
    assert name_of(window, identity) == "Two"
    press(view, qtbot, first)
    assert name_of(window, identity) == ""
    assert view.steps.rowCount() == first + 4  # what was taken back is still there
    press(view, qtbot, first + 3)
    assert name_of(window, identity) == "Three"
    assert clipped(panel_of(window)) == []


def test_by_keys_alone(window: MainWindow, qtbot: QtBot) -> None:
    identity = three_steps(window)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    view = view_of(window)
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert name_of(window, identity) == "Three"  # looking at a step does not go there
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: name_of(window, identity) == "One")
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert panel_of(window).isHidden()
    assert not window.menus.undo_history.isChecked()


def test_escape_stops_on_the_way(window: MainWindow, qtbot: QtBot) -> None:
    identity = three_steps(window)
    window.menus.undo_history.trigger()
    view = view_of(window)
    view.go_to(0)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.wait(20)
    assert name_of(window, identity) == "Three"
    assert view.currentIndex().row() == view.steps.present


def test_another_edit_takes_the_place_of_what_was_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    window.menus.undo_history.trigger()
    view = view_of(window)
    tester = QAbstractItemModelTester(view.steps, QAbstractItemModelTester.FailureReportingMode.Fatal)
    identity = three_steps(window)
    present = view.steps.present
    window.undo()
    window.undo()
    assert (view.steps.rowCount(), view.steps.present) == (present + 1, present - 2)
    assert workspace_of(window).do(SetFields("task", (identity,), {"name": "Other"}))
    assert (view.steps.rowCount(), view.steps.present) == (present, present - 1)
    assert "One" not in str(view.steps.index(present - 1).data())
    del tester


def test_a_change_of_language_keeps_the_panel(window: MainWindow, program: Application, qtbot: QtBot) -> None:
    window.menus.undo_history.trigger()
    window.look.choose_language(CHINESE)
    qtbot.waitUntil(lambda: [each.windowTitle() for each in window.findChildren(UndoPanel)] == ["撤销历史"])
    assert not panel_of(window).isHidden()
    assert window.menus.undo_history.isChecked()
    assert QApplication.activeWindow() in (window, None)
