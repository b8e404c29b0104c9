"""Leaving a window or dressing it anew loses nothing that is being typed, and no dialog that is being answered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.app import Application, dressing
from desktop.domain.plan import Task
from desktop.i18n import CHINESE, ENGLISH
from desktop.models.plan_columns import NUMBER_OF
from desktop.views.about import AboutDialog
from desktop.views.calendars.editor import CalendarEditor
from desktop.views.main_window import MainWindow
from desktop.views.plan import PlanPage
from desktop.views.settings import TEXT_SIZE

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def show(program: Application, qtbot: QtBot) -> MainWindow:
    made = program.new_window()
    made.resize(1280, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.open_sample()
    made.go_to("plan")
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.wait(1)
    return made


@pytest.fixture
def window(program: Application, qtbot: QtBot) -> Iterator[MainWindow]:
    made = show(program, qtbot)
    yield made
    if made in program.windows and made.workspace is not None:
        page_of(made).grid.setFocus()


def page_of(window: MainWindow) -> PlanPage:
    assert window.view is not None
    page = window.view.show_page("plan")
    assert isinstance(page, PlanPage)
    return page


def leaf_of(page: PlanPage) -> str:
    """A task in sight that is no summary and has not begun."""
    project = page.workspace.project
    tasks = [project.get(Task, one) for one in page.model.ids if not project.is_summary(one)]
    return next(task.id for task in tasks if task.duration and not task.percent_complete)


def type_into_cell(window: MainWindow, qtbot: QtBot, column: str, text: str) -> str:
    """Type over the cell of a task that has not begun; returns its id."""
    page = page_of(window)
    task = leaf_of(page)
    page.grid.select_id(task, NUMBER_OF[column])
    page.grid.setFocus()
    for letter in text:
        qtbot.keyClicks(page.grid.delegate.editor or page.grid, letter)
    return task


def type_into_panel(window: MainWindow, qtbot: QtBot, text: str) -> str:
    page = page_of(window)
    task = leaf_of(page)
    page.grid.select_id(task, NUMBER_OF["name"])
    page.grid.setFocus()
    qtbot.keyClick(page.grid, KEY.Key_F2, SHIFT)
    line = page.panel.tab("general").fields["duration"].widget
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    return task


@pytest.mark.parametrize("place", ["cell", "panel"])
def test_a_window_does_not_close_over_something_that_cannot_be_taken(
    window: MainWindow, qtbot: QtBot, place: str
) -> None:
    if place == "cell":
        task = type_into_cell(window, qtbot, "duration", "soon")
    else:
        task = type_into_panel(window, qtbot, "soon")
    assert window.workspace is not None
    duration = window.workspace.project.get(Task, task).duration
    window.go_to("risk" if place == "cell" else "plan")  # a cell stays open on its page
    window.close()
    assert window.isVisible()
    assert "soon" in window.banner.text
    assert window.view is not None and window.view.page is page_of(window)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit) and focus.text() == "soon"
    assert window.workspace.project.get(Task, task).duration == duration
    focus.setText("later")
    focus.setModified(True)
    window.close()  # something else now
    assert window.isVisible()
    assert "later" in window.banner.text
    window.close()
    assert not window.isVisible()


def test_closing_takes_what_can_be_taken(window: MainWindow, qtbot: QtBot) -> None:
    task = type_into_panel(window, qtbot, "7d")
    assert window.document is not None and window.workspace is not None
    path = window.document.path
    window.close()
    assert not window.isVisible()
    again = window.program.new_window()
    again.open_file(path)
    qtbot.waitUntil(lambda: again.workspace is not None, timeout=30_000)
    assert again.workspace is not None
    assert again.workspace.project.get(Task, task).duration == 7 * 480


def test_closing_the_project_asks_as_well(window: MainWindow, qtbot: QtBot) -> None:
    type_into_cell(window, qtbot, "duration", "soon")
    window.close_project()
    assert window.document is not None
    window.close_project()
    assert window.document is None


def test_larger_letters_wait_for_what_cannot_be_taken(window: MainWindow, qtbot: QtBot) -> None:
    type_into_cell(window, qtbot, "duration", "soon")
    window.look.enlarge_text()
    qtbot.wait(10)
    editor = page_of(window).grid.delegate.editor
    assert isinstance(editor, QLineEdit) and editor.text() == "soon"
    assert "soon" in window.banner.text
    assert window.program.settings.number(TEXT_SIZE, 100, 80, 250) == 100
    qtbot.keyClick(editor, KEY.Key_Escape)
    window.look.enlarge_text()
    qtbot.wait(10)
    assert window.program.settings.number(TEXT_SIZE, 100, 80, 250) == 110


def test_the_undo_of_the_tool_bar_takes_back_what_was_typed_last(window: MainWindow, qtbot: QtBot) -> None:
    assert window.workspace is not None
    stored = window.workspace.project.get(Task, leaf_of(page_of(window)))
    task = type_into_panel(window, qtbot, "7d")
    window.undo()
    assert window.workspace.project.get(Task, task).duration == stored.duration
    window.redo()
    assert window.workspace.project.get(Task, task).duration == 7 * 480


def test_a_dialog_that_is_being_answered_outlives_a_change_in_another_window(
    window: MainWindow, program: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dressing, "RETRY", 5)
    editor = CalendarEditor(page_of(window).workspace, window)
    editor.open()
    editor.form.occasion.setText("Works closed")
    view = window.view
    other = show(program, qtbot)
    before = other.view
    other.look.choose_language(CHINESE)
    qtbot.waitUntil(lambda: other.view is not before)
    qtbot.wait(30)
    assert editor.isVisible()
    assert editor.form.occasion.text() == "Works closed"
    assert window.view is view
    editor.done(0)
    qtbot.waitUntil(lambda: window.view is not view)
    assert window.menus.undo.text().startswith("撤")
    about = AboutDialog(window)
    about.open()
    other.look.choose_language(ENGLISH)
    qtbot.wait(30)
    assert about.isVisible()
    about.close()
    qtbot.waitUntil(lambda: window.windowTitle().endswith("Pilotage"))
