"""Pages made while the hands rest: nobody sees them before they are asked for, and then they are what they would be."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.app import Application
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.plan import Task
from desktop.models.plan_columns import NUMBER_OF
from desktop.views import beforehand, project_view
from desktop.views.diagrams import DiagramsPage
from desktop.views.main_window import MainWindow
from desktop.views.pages import ENTRIES, Entry, find_entry
from desktop.views.plan import PlanPage
from desktop.views.project_view import ProjectView
from desktop.views.records import RegisterPage
from tests.shell import window_in

KEYS = [entry.key for entry in ENTRIES if entry]


@pytest.fixture
def window(program: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(beforehand, "REST", 30)
    monkeypatch.setattr(beforehand, "BREATH", 0)
    made = window_in(program, qtbot, "en", 100)
    made.open_sample()
    yield made


@pytest.fixture
def at_rest(program: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> tuple[MainWindow, Entry]:
    """A window on the sample in which nothing is made beforehand, and the entry of the plan page."""
    monkeypatch.setattr(beforehand, "REST", 60_000)
    window = window_in(program, qtbot, "en", 100)
    window.open_sample()
    entry = find_entry("plan")
    assert entry is not None
    return window, entry


def view_of(window: MainWindow) -> ProjectView:
    assert window.view is not None
    return window.view


def all_made(view: ProjectView) -> bool:
    return {*view._pages, *view._ready} == set(KEYS)


def test_every_page_is_made_and_only_the_one_in_front_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    view = view_of(window)
    smallest, first = view.minimumSizeHint(), view.page
    qtbot.waitUntil(lambda: all_made(view), timeout=30_000)
    assert list(view._pages) == ["overview"] and view.page is first
    seen = [part for page in view._ready.values() for part in (page, *page.findChildren(QWidget)) if part.isVisible()]
    assert not seen
    assert view.minimumSizeHint() == smallest  # what nobody has looked at has no say in how small the window may be
    made = dict(view._ready)
    for key in KEYS[1:]:
        assert view.show_page(key) is made[key] and made[key].isVisible()
    assert not view._ready


def test_hands_at_work_are_let_work(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view = view_of(window)
    qtbot.waitUntil(lambda: bool(view._ready), timeout=30_000)  # several may be made between two looks
    monkeypatch.setattr(beforehand, "REST", 60_000)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    made = len(view._ready)
    assert not all_made(view)
    qtbot.wait(200)
    assert len(view._ready) == made


def test_a_page_that_is_asked_for_while_it_is_made_is_there_at_once_and_once(
    at_rest: tuple[MainWindow, Entry], qtbot: QtBot
) -> None:
    window, entry = at_rest
    view = view_of(window)
    pieces = view.making_ready(entry)
    next(pieces)
    task = next(iter(view.workspace.project.table(Task)))
    assert view.workspace.do(SetFields("task", (task,), {"name": "Written meanwhile"}))
    page = view.show_page("plan")
    assert list(pieces) and view.page is page and "plan" not in view._ready
    qtbot.waitUntil(lambda: view.findChildren(PlanPage) == [page])


def test_a_page_made_in_pieces_is_the_page_made_at_once(
    at_rest: tuple[MainWindow, Entry], qtbot: QtBot
) -> None:
    window, entry = at_rest
    view = view_of(window)
    task = next(iter(view.workspace.project.table(Task)))
    for piece, _ in enumerate(view.making_ready(entry)):
        assert view.workspace.do(SetFields("task", (task,), {"name": f"Written after piece {piece}"}))
    page = view.show_page("plan")
    assert isinstance(page, PlanPage) and page.parent() is not None
    shown = page.model.text(page.model.row_of(task), NUMBER_OF["name"])
    assert shown == view.workspace.project.get(Task, task).name and shown.startswith("Written after piece")
    at_once = PlanPage(view.workspace)
    qtbot.addWidget(at_once)
    assert vars(page).keys() == vars(at_once).keys()
    assert [title for title, _ in page.menus()] == [title for title, _ in at_once.menus()]


@pytest.mark.parametrize("pieces", range(1, 5))
def test_a_page_that_was_only_begun_goes_with_its_project(
    at_rest: tuple[MainWindow, Entry], qtbot: QtBot, pieces: int
) -> None:
    window, entry = at_rest
    view = view_of(window)
    work = view.making_ready(entry)
    for _ in range(pieces):
        next(work)
    (begun,) = view.findChildren(PlanPage)
    window.close_project()
    qtbot.waitUntil(lambda: not isValid(begun))
    work.close()
    gc.collect()
    qtbot.wait(20)
    window.open_sample()
    assert window.view is not None and isinstance(window.view.show_page("plan"), PlanPage)


def test_a_page_of_a_large_project_that_nobody_made_beforehand_leaves_the_window_room(
    at_rest: tuple[MainWindow, Entry], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, entry = at_rest
    view = view_of(window)
    monkeypatch.setattr(project_view, "LARGE", 1)
    marks: list[str] = []

    def look() -> None:
        marks.append(f"{view.page_key} {len(view.findChildren(PlanPage))}")
        assert view.is_making and view.rail._buttons[entry.key].isChecked()

    QTimer.singleShot(0, view, look)
    task = list(view.workspace.project.table(Task))[-1]
    window.go_to(f"task/{task}")
    assert marks == ["overview 1"]  # before it was in front, and after it was begun
    page = view.page
    assert isinstance(page, PlanPage) and page.current() == task and page.isVisible()
    assert view.findChildren(PlanPage) == [page] and not view._ready and not view.is_making


def test_a_project_may_be_closed_while_a_page_of_it_is_made(
    at_rest: tuple[MainWindow, Entry], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = at_rest
    view = view_of(window)
    monkeypatch.setattr(project_view, "LARGE", 1)
    QTimer.singleShot(0, window, window.close_project)
    window.go_to("plan")
    assert window.view is None and not window.menus._page_menus
    qtbot.waitUntil(lambda: not isValid(view))


def test_nothing_is_made_behind_a_dialog(window: MainWindow, qtbot: QtBot) -> None:
    window.commands.show_palette()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    made = len(view_of(window)._ready)
    qtbot.wait(200)
    assert len(view_of(window)._ready) == made


def test_what_was_remembered_of_a_page_nobody_looked_at_stays(window: MainWindow, qtbot: QtBot) -> None:
    view = view_of(window)
    qtbot.waitUntil(lambda: all_made(view), timeout=30_000)
    assert set(view.save_states()) == {"overview"}  # the layout of the others is nobody's choice


def test_pages_behind_catch_up_with_edits_when_they_are_shown(window: MainWindow, qtbot: QtBot) -> None:
    view = view_of(window)
    qtbot.waitUntil(lambda: all_made(view), timeout=30_000)
    workspace = view.workspace
    before = len(workspace.project.rows("action"))
    task = next(iter(workspace.project.table(Task)))
    assert workspace.do(AddRecord("action", {"title": "Call"}))
    assert workspace.do(SetFields("task", (task,), {"name": "A name that nobody knew"}))
    page = view.show_page("action")
    assert isinstance(page, RegisterPage) and page.bar.count_text == str(before + 1)
    page = view.show_page("diagrams")
    assert isinstance(page, DiagramsPage)
    page.wbs.open_all()
    view.show_page("plan")
    for number in range(40):
        assert workspace.do(AddRecord("task", {"name": f"Added {number}"}))
    room = page.wbs.horizontalScrollBar().maximum() + page.wbs.verticalScrollBar().maximum()
    view.show_page("diagrams")
    assert page.wbs.horizontalScrollBar().maximum() + page.wbs.verticalScrollBar().maximum() > room


def test_a_page_half_made_takes_a_new_size(at_rest: tuple[MainWindow, Entry]) -> None:
    """A picture of the window asks all that is in it to take its size, seen or not."""
    workspace = at_rest[0].workspace
    assert workspace is not None
    page = PlanPage(workspace, at_rest[0], at_once=False)
    steps = page.making()
    for _ in steps:
        page.resize(page.width() + 10, 500)
        page.grab()
    page.resize(900, 600)
    page.grab()
    assert not page.below.isHidden()
