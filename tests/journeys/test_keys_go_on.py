"""Keys go on working where the hands are: after a restore point, in the details, in cells, beside the undo history."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.records import AddRecord
from desktop.domain.plan import Task
from desktop.models.plan_columns import NUMBER_OF
from desktop.views.main_window import MainWindow
from desktop.views.plan import PlanPage
from desktop.views.settings import TEXT_SIZE

KEY, CTRL, SHIFT, ALT = (
    Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip


@pytest.fixture
def window(program: Application, qtbot: QtBot) -> Iterator[MainWindow]:
    made = program.new_window()
    made.resize(1280, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.open_sample()
    made.go_to("plan")
    qtbot.wait(1)
    yield made


def page_of(window: MainWindow) -> PlanPage:
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, PlanPage)
    return page


def leaf_of(page: PlanPage) -> str:
    """A task in sight that is no summary and has not begun."""
    project = page.workspace.project
    tasks = [project.get(Task, one) for one in page.model.ids if not project.is_summary(one)]
    return next(task.id for task in tasks if task.duration and not task.percent_complete)


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, held)


def test_a_restore_point_leaves_the_hands_in_the_grid(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    page.grid.select_id(page.model.ids[2], NUMBER_OF["name"])
    page.grid.setFocus()
    window.commands.make_restore_point()
    assert page.grid.hasFocus()
    press(qtbot, KEY.Key_Down)
    assert page.grid.current_id() == page.model.ids[3]


def test_a_restore_point_keeps_what_is_being_typed_and_goes_back_to_the_grid(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    task = leaf_of(page)
    page.grid.edit_cell(task)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setText("Typed before the restore point")
    window.commands.make_restore_point()
    assert page.workspace.project.get(Task, task).name == "Typed before the restore point"
    assert page.grid.hasFocus()


def test_undo_in_the_details_is_that_of_the_project_once_a_field_is_stored(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    task = leaf_of(page)
    page.grid.select_id(task, NUMBER_OF["name"])
    page.grid.setFocus()
    press(qtbot, KEY.Key_F2, SHIFT)
    before = page.workspace.project.get(Task, task).duration
    page.panel.show_tab(next(iter(page.panel.sections())))
    qtbot.wait(1)
    field = next(line for line in page.panel.findChildren(QLineEdit) if line.accessibleName() == "Duration")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "77d")
    qtbot.keyClick(field, KEY.Key_Z, CTRL)  # of the line, while it is being typed
    assert page.workspace.project.get(Task, task).duration == before
    field.selectAll()
    qtbot.keyClicks(field, "77d")
    qtbot.keyClick(field, KEY.Key_Return)
    assert page.workspace.project.get(Task, task).duration == 77 * 480
    qtbot.keyClick(field, KEY.Key_Z, CTRL)
    assert page.workspace.project.get(Task, task).duration == before


def test_f2_edits_what_is_there_and_typing_replaces_it(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    task = leaf_of(page)
    name = page.workspace.project.get(Task, task).name
    page.grid.select_id(task, NUMBER_OF["name"])
    page.grid.setFocus()
    press(qtbot, KEY.Key_F2)
    press(qtbot, KEY.Key_X)
    press(qtbot, KEY.Key_Return)
    assert page.workspace.project.get(Task, task).name == f"{name}x"
    page.grid.select_id(task, NUMBER_OF["name"])
    press(qtbot, KEY.Key_Y)
    press(qtbot, KEY.Key_Return)
    assert page.workspace.project.get(Task, task).name == "y"


def test_enter_takes_the_only_suggestion_of_a_resource(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    assert page.workspace.do(AddRecord("resource", {"name": "Quincy Only"}))
    task = leaf_of(page)
    page.grid.edit_cell(task, "resources")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.clear()
    qtbot.keyClicks(editor, "quin")
    completer = editor.completer()
    assert completer is not None
    qtbot.waitUntil(completer.popup().isVisible)
    qtbot.keyClick(completer.popup(), KEY.Key_Return)
    assert editor.text() == "Quincy Only"


def test_a_deleted_task_is_said(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    said: list[object] = []
    page.said.connect(said.append)
    task = leaf_of(page)
    name = page.workspace.project.get(Task, task).name
    page.grid.select_id(task, NUMBER_OF["name"])
    page.edits.delete()
    assert said == [f"“{name}” was deleted; undo brings it back"]


def test_escape_leaves_the_undo_history_for_the_page(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    page.grid.setFocus()
    press(qtbot, KEY.Key_Z, CTRL | ALT)
    assert not page.grid.hasFocus()
    press(qtbot, KEY.Key_Escape)
    assert page.grid.hasFocus()


def test_the_plan_fits_a_small_screen_with_large_letters_and_a_sentence_below(
    window: MainWindow, program: Application, qtbot: QtBot
) -> None:
    program.settings.keep_all({TEXT_SIZE: 200})
    program.dress()
    window.go_to("plan")
    window.banner.show_sentence("This is a working copy of the sample project: change in it whatever you like.")
    qtbot.wait(1)
    assert window.minimumSizeHint().height() <= 720
