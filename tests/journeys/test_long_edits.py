"""Edits of thousands of records while the window goes on: progress, Stop, what comes between, leaving meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from benchmarks.plans import make_plan
from desktop.app import Application
from desktop.domain import session as session_module
from desktop.domain.changes import Most
from desktop.domain.commands.plan import AddLink, DeleteTasks, SetDuration
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected
from desktop.i18n import CHINESE, ENGLISH
from desktop.models import workspace as workspace_module
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.workspace import Workspace
from desktop.store.backups import Backups
from desktop.store.files import ProjectFile
from desktop.views import long_edits
from desktop.views.banner import REFUSAL
from desktop.views.main_window import MainWindow
from desktop.views.plan import PlanPage
from desktop.views.settings import LANGUAGE, TEXT_SIZE
from desktop.views.waiting import Waiting
from tests.plans import snapshot

TASKS = 700
FILE = "plan.pilotage"


@pytest.fixture
def window(program: Application, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = program.new_window()
    made.resize(1280, 720)
    with qtbot.waitExposed(made):
        made.show()
    ProjectFile.create(tmp_path / FILE, make_plan(TASKS)).close()
    made.open_file(tmp_path / FILE)
    qtbot.waitUntil(lambda: made.workspace is not None)
    made.go_to("plan")
    return made


class Gate:
    """Large edits wait in their thread, in the middle of being worked out or of being stored, until they may go on."""

    def __init__(self, patch: pytest.MonkeyPatch, place: object, name: str) -> None:
        self.go = threading.Event()
        self.threads: list[int] = []
        real = getattr(place, name)

        def held(*given: object, **named: object) -> object:
            self.threads.append(threading.get_ident())
            if self.threads[-1] != threading.main_thread().ident:
                assert self.go.wait(30)
            return real(*given, **named)

        patch.setattr(place, name, held)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    monkeypatch.setattr(long_edits, "PATIENCE", 1)
    made = Gate(monkeypatch, session_module, "outcome")
    yield made
    made.go.set()


def page_of(window: MainWindow) -> PlanPage:
    assert window.view is not None
    page = window.view.show_page("plan")
    assert isinstance(page, PlanPage)
    return page


def workspace_of(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def edits_of(window: MainWindow) -> long_edits.LongEdits:
    assert window.long_edits is not None
    return window.long_edits


def waiting_of(window: MainWindow) -> Waiting:
    waiting = edits_of(window).waiting
    assert waiting is not None
    return waiting


def leaves(window: MainWindow) -> tuple[str, ...]:
    project = workspace_of(window).project
    return tuple(each for each in project.outline.order if not project.is_summary(each))


def renamed(window: MainWindow, name: str = "x") -> SetFields:
    return SetFields("task", leaves(window), {"name": name})


def when(ready: Callable[[], bool], then: Callable[[], object]) -> QTimer:
    """Do something while somebody waits, as soon as it can be done."""
    timer = QTimer(QApplication.instance())

    def look() -> None:
        if ready():
            timer.stop()
            then()

    timer.timeout.connect(look)
    timer.start(1)
    return timer


def said(window: MainWindow) -> bool:
    return edits_of(window).waiting is not None and waiting_of(window).isVisible()


def on_disk(tmp_path: Path) -> dict[str, str]:
    with ProjectFile.open(tmp_path / FILE, read_only=True) as file:
        assert not file.verify()
        return {task.id: task.name for task in file.project.table(Task).values()}


def test_a_fill_of_hundreds_and_its_undo_are_one_step_each_and_on_the_disk(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, workspace = page_of(window), workspace_of(window)
    gate = Gate(monkeypatch, session_module, "schedule")
    gate.go.set()
    gone = snapshot(workspace.project)
    durations = NUMBER_OF["duration"]
    first = workspace.project.get(Task, next(each for each in page.model.ids if each in leaves(window)))
    workspace.do(SetFields("task", (first.id,), {"notes": "before"}))
    before = snapshot(workspace.project)
    page.grid.select_rows(range(page.model.row_of(first.id), page.model.rowCount()), (durations,))
    page.cell_edits.fill_down()
    qtbot.waitUntil(lambda: len(workspace.session.undo_steps) == 2)
    filled = [task for task in workspace.project.table(Task).values() if task.id in leaves(window)]
    assert {task.duration for task in filled} == {first.duration}
    after = snapshot(workspace.project)
    assert window.menus.undo.isEnabled()
    window.menus.undo.trigger()
    assert snapshot(workspace.project) == before
    window.menus.redo.trigger()
    assert snapshot(workspace.project) == after
    assert set(gate.threads) != {threading.main_thread().ident}
    window.menus.undo.trigger()
    window.menus.undo.trigger()
    assert snapshot(workspace.project) == gone
    window.menus.redo.trigger()
    window.menus.redo.trigger()
    window.close()
    with ProjectFile.open(tmp_path / FILE) as file:
        assert snapshot(file.project) == after and not file.verify() and len(file.history(20)) == 8


def test_rows_that_are_deleted_by_hundreds_come_back_where_they_were(window: MainWindow) -> None:
    page, workspace = page_of(window), workspace_of(window)
    order, chosen = workspace.project.outline.order, leaves(window)[100:650]
    page.edits.delete_tasks(chosen)
    assert not set(chosen) & set(workspace.project.outline.order) and page.model.rowCount() < len(order) - 500
    window.menus.undo.trigger()
    assert workspace.project.outline.order == order and page.model.rowCount() == len(order)


@pytest.mark.parametrize("how", ["button", "escape"])
def test_stop_leaves_everything_as_it_was(
    window: MainWindow, gate: Gate, tmp_path: Path, qtbot: QtBot, how: str
) -> None:
    workspace = workspace_of(window)
    before = snapshot(workspace.project)

    def stop() -> None:
        if how == "button":
            QTest.mouseClick(waiting_of(window).stop, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(page_of(window).grid, Qt.Key.Key_Escape)

    when(lambda: said(window), stop)
    assert not workspace.do(renamed(window))
    assert snapshot(workspace.project) == before and not workspace.session.undo_steps
    assert window.banner.kind == REFUSAL and "Nothing was changed" in window.banner.text
    assert not edits_of(window).is_on and QApplication.overrideCursor() is None
    gate.go.set()
    qtbot.waitUntil(lambda: not edits_of(window)._jobs)
    assert snapshot(workspace.project) == before
    assert workspace.do(renamed(window))  # and it may be done after all
    window.close()
    assert set(on_disk(tmp_path).values()) >= {"x"}


def test_while_it_is_stored_it_cannot_be_stopped(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    monkeypatch.setattr(long_edits, "PATIENCE", 1)
    gate, workspace = Gate(monkeypatch, ProjectFile, "_refuse_replaced"), workspace_of(window)
    looks: list[bool] = []

    def press() -> None:
        looks.append(waiting_of(window).stop.isEnabled())
        edits_of(window).stop()
        QTest.keyClick(page_of(window).grid, Qt.Key.Key_Escape)
        gate.go.set()

    when(lambda: said(window) and bool(gate.threads), press)
    assert workspace.do(renamed(window))
    assert looks == [False] and len(workspace.session.undo_steps) == 1


def test_another_edit_meanwhile_comes_first(window: MainWindow, gate: Gate) -> None:
    workspace = workspace_of(window)
    one = leaves(window)[5]

    def edit() -> None:
        assert workspace.do(SetFields("task", (one,), {"notes": "meanwhile"}), settle=False)
        gate.go.set()

    when(lambda: said(window), edit)
    assert workspace.do(renamed(window))
    assert [len(step.changes) for step in workspace.session.undo_steps] == [1, len(leaves(window))]
    task = workspace.project.get(Task, one)
    assert (task.name, task.notes) == ("x", "meanwhile")
    workspace.undo()
    workspace.undo()
    assert workspace.project.get(Task, one).notes == ""


def test_input_is_held_meanwhile(window: MainWindow, gate: Gate) -> None:
    page, workspace = page_of(window), workspace_of(window)
    page.grid.setFocus()
    page.grid.select_id(leaves(window)[3])
    current = page.grid.current_id()
    before = len(workspace.session.undo_steps)

    def type_and_click() -> None:
        QTest.keyClick(page.grid, Qt.Key.Key_Down)
        QTest.keyClick(page.grid, Qt.Key.Key_Delete)
        QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 90))
        QTest.keyClicks(page.grid, "abc")
        gate.go.set()

    when(lambda: said(window), type_and_click)
    assert workspace.do(renamed(window))
    assert page.grid.current_id() == current and page.grid.delegate.editor is None
    assert len(workspace.session.undo_steps) == before + 1
    QTest.keyClick(page.grid, Qt.Key.Key_Down)
    assert page.grid.current_id() != current


def test_a_window_that_is_closed_meanwhile_goes_when_the_edit_is_on_the_disk(
    program: Application, window: MainWindow, gate: Gate, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace, chosen = workspace_of(window), leaves(window)

    def close() -> None:
        window.close()
        window.close_project()
        assert window.isVisible() and window.workspace is workspace
        gate.go.set()

    when(lambda: said(window), close)
    assert workspace.do(renamed(window))
    assert window.workspace is workspace
    qtbot.waitUntil(lambda: window not in program.windows)
    found = on_disk(tmp_path)
    assert {found[task] for task in chosen} == {"x"}


def test_a_window_that_was_closed_meanwhile_stays_where_the_edit_could_not_be_stored(
    window: MainWindow, gate: Gate, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = workspace_of(window)
    before = snapshot(workspace.project)

    def refuse(file: ProjectFile) -> None:
        raise Rejected("file_replaced", name=file.path.name)

    def close() -> None:
        monkeypatch.setattr(ProjectFile, "_refuse_replaced", refuse)
        window.close()
        gate.go.set()

    when(lambda: said(window), close)
    assert not workspace.do(renamed(window))
    qtbot.wait(50)
    assert window.isVisible() and window.workspace is workspace and window.banner.kind == REFUSAL
    assert snapshot(workspace.project) == before and not workspace.session.undo_steps
    monkeypatch.undo()
    assert "x" not in on_disk(tmp_path).values()


def test_an_error_of_the_program_in_the_thread_comes_out_where_it_was_asked_for(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = workspace_of(window)
    before = snapshot(workspace.project)

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(session_module, "outcome", broken)
    with pytest.raises(ZeroDivisionError):
        workspace.do(renamed(window))
    assert not edits_of(window).is_on and QApplication.overrideCursor() is None
    monkeypatch.undo()
    assert snapshot(workspace.project) == before
    assert workspace.do(renamed(window))


def test_a_dialog_that_goes_meanwhile_takes_nothing_along(window: MainWindow, gate: Gate) -> None:
    workspace, dialog = workspace_of(window), QDialog(window)
    dialog.setModal(True)
    dialog.open()

    def go() -> None:
        assert dialog.isAncestorOf(waiting_of(window))
        delete(dialog)
        gate.go.set()

    when(lambda: said(window), go)
    assert workspace.do(renamed(window)) and not edits_of(window).is_on
    page_of(window).grid.setFocus()
    QTest.keyClick(page_of(window).grid, Qt.Key.Key_Down)  # input is taken again


@pytest.mark.parametrize("is_stored", [False, True])
def test_a_window_that_is_gone_in_the_middle_leaves_the_edit_done_or_not_done(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, is_stored: bool
) -> None:
    monkeypatch.setattr(long_edits, "PATIENCE", 1)
    place = (ProjectFile, "_refuse_replaced") if is_stored else (session_module, "outcome")
    gate, workspace, edits = Gate(monkeypatch, *place), workspace_of(window), edits_of(window)

    def retire() -> None:
        if is_stored:
            gate.go.set()
        edits.retire()

    when(lambda: said(window) and bool(gate.threads), retire)
    assert workspace.do(renamed(window)) == is_stored
    gate.go.set()
    assert len(workspace.session.undo_steps) == is_stored


def test_what_is_told_of_an_edit_comes_when_input_is_taken_again(window: MainWindow, gate: Gate) -> None:
    workspace, edits = workspace_of(window), edits_of(window)
    held: list[bool] = []
    workspace.changed.connect(lambda _: held.append(edits.is_on))
    gate.go.set()
    assert workspace.do(renamed(window)) and workspace.undo()
    assert held == [False, False]


def test_the_look_changes_only_when_the_edit_is_done(
    program: Application, window: MainWindow, gate: Gate, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("desktop.app.dressing.RETRY", 10)
    view = window.view

    def dress() -> None:
        program.settings.keep(LANGUAGE, CHINESE)
        program.dress()
        assert window.view is view
        gate.go.set()

    when(lambda: said(window), dress)
    assert workspace_of(window).do(DeleteTasks(leaves(window)[:500]))
    qtbot.waitUntil(lambda: window.view is not view)
    assert window.menus.undo.text().startswith("撤销")


@pytest.mark.parametrize("look", [(ENGLISH, 100), (CHINESE, 200)], ids=["en-100", "zh-200"])
def test_what_is_said_has_the_room_it_needs(
    program: Application, window: MainWindow, gate: Gate, look: tuple[str, int]
) -> None:
    program.settings.keep_all({LANGUAGE: look[0], TEXT_SIZE: look[1]})
    program.dress()
    found: list[bool] = []

    def measure() -> None:
        waiting = waiting_of(window)
        QApplication.sendPostedEvents(waiting, QEvent.Type.LayoutRequest)
        text, place = waiting.sentence, waiting.parentWidget()
        assert place is not None
        found.append(QFontMetricsF(text.font()).horizontalAdvance(text.text()) <= text.width())
        found.append(text.height() >= text.heightForWidth(text.width()) and place.rect().contains(waiting.geometry()))
        found.append(waiting.stop.width() >= waiting.stop.sizeHint().width())
        gate.go.set()

    when(lambda: said(window), measure)
    assert workspace_of(window).do(renamed(window))
    assert found == [True] * 3


def test_one_record_that_moves_every_date_is_worked_out_elsewhere_and_so_is_its_undo(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace_module, "MOST", Most(records=400, rows=100))
    gate, workspace = Gate(monkeypatch, ProjectFile, "_refuse_replaced"), workspace_of(window)
    gate.go.set()
    # t60 begins another stream: with it sixty tasks more follow the first one.
    assert workspace.do(AddLink("t0", "t60"))
    before = workspace.schedule.of("t0")
    assert workspace.do(SetDuration(("t0",), 480 * 200, "d", False))
    assert workspace.schedule.of("t60").start > before.finish
    workspace.undo()
    assert workspace.schedule.of("t0") == before
    workspace.redo()
    assert workspace.schedule.of("t0").finish > before.finish
    here = threading.main_thread().ident
    assert all(each != here for each in gate.threads[-3:])
    assert workspace.do(SetFields("task", ("t0",), {"name": "at once"})) and gate.threads[-1] == here


def test_the_backup_before_the_first_edit_of_a_large_file_is_made_elsewhere_and_holds_what_was(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, workspace = window.document, workspace_of(window)
    assert document is not None
    monkeypatch.setattr("desktop.store.files.LARGE", 1000)
    gate, before = Gate(monkeypatch, Backups, "make"), snapshot(workspace.project)
    gate.go.set()
    one = leaves(window)[0]
    for name in ("first", "second"):
        assert workspace.do(SetFields("task", (one,), {"name": name}))
    assert len(gate.threads) == 1 and gate.threads[0] != threading.main_thread().ident
    (kept,) = document.kept()
    with ProjectFile.open(kept.path, read_only=True) as file:
        assert snapshot(file.project) == before


@pytest.mark.parametrize("is_large", [True, False])
def test_a_restore_point_of_a_large_file_is_made_elsewhere(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, is_large: bool
) -> None:
    monkeypatch.setattr(long_edits, "PATIENCE", 1)
    monkeypatch.setattr("desktop.store.files.LARGE", 1000 if is_large else 10**9)
    gate, document, said_then = Gate(monkeypatch, Backups, "make"), window.document, list[str]()
    assert document is not None

    def look() -> None:
        said_then.append(waiting_of(window).sentence.text())
        assert not waiting_of(window).stop.isEnabled()
        gate.go.set()

    if is_large:
        when(lambda: said(window), look)
    window.commands.make_restore_point()
    assert [each.reason for each in document.kept()] == ["restore-point"]
    assert said_then == (["A restore point is being made …"] if is_large else [])
    assert (gate.threads == [threading.main_thread().ident]) != is_large
    assert not edits_of(window).is_on and workspace_of(window).do(renamed(window))


def test_a_restore_point_that_cannot_be_made_is_told_and_the_file_is_used_on(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.store.files.LARGE", 1000)

    def full(*_: object, **__: object) -> None:
        raise Rejected("disk_full", name="x")

    monkeypatch.setattr(Backups, "make", full)
    window.commands.make_restore_point()
    assert window.banner.kind == REFUSAL and "backup" in window.banner.text.lower()
    assert not edits_of(window).is_on and workspace_of(window).do(SetFields("task", ("t0",), {"name": "on"}))


def test_what_is_done_soon_leaves_the_pointer_alone(window: MainWindow) -> None:
    seen: list[object] = []
    edits = edits_of(window)
    edits._soon.setInterval(10_000)
    workspace = workspace_of(window)
    when(lambda: edits.is_on, lambda: seen.append(QApplication.overrideCursor()))
    assert workspace.do(renamed(window)) and seen == [None]


def test_small_edits_do_not_leave_the_thread_of_the_interface(window: MainWindow, gate: Gate) -> None:
    workspace = workspace_of(window)
    count = workspace_module.MOST.records
    assert workspace.do(SetFields("task", leaves(window)[:count], {"name": "y"}))
    assert set(gate.threads) == {threading.main_thread().ident}


def test_no_garbage_is_collected_while_an_edit_is_under_way(
    program: Application, window: MainWindow, gate: Gate
) -> None:
    timers: list[bool] = []

    def look() -> None:
        timers.append(program.collector._timer.isActive())
        gate.go.set()

    when(lambda: said(window), look)
    assert workspace_of(window).do(renamed(window))
    assert timers == [False] and program.collector._timer.isActive()
