"""What changed since yesterday, since a copy, since a point of the history: chosen, told, jumped to, exported."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.plan import DeleteTasks, SetDuration
from desktop.domain.commands.records import AddRecord
from desktop.i18n import CHINESE, ENGLISH
from desktop.models.tables import Content
from desktop.views.control import ControlPage
from desktop.views.control.changes import ChangesPanel
from desktop.views.control.points import PointDialog
from desktop.views.main_window import MainWindow
from desktop.views.plan import PlanPage
from desktop.views.program import STANDARD, NewProject
from desktop.views.settings import LANGUAGE
from tests.journeys.visible import clipped, english
from tests.shell import window_in

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
MONDAY = dt.date(2026, 6, 1)

EVERY_LOOK = [(language, size) for language in (ENGLISH, CHINESE) for size in (100, 200)]


@pytest.fixture(params=[(ENGLISH, 100), (CHINESE, 200)], ids=str)
def window(request: pytest.FixtureRequest, program: Application, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """Two tasks were planned on the 1st; on the 3rd one was made longer, one deleted, one added."""
    language, size = request.param
    made = window_in(program, qtbot, language, size)
    made.files._create(NewProject("P", "", MONDAY, STANDARD, "both", "CNY", tmp_path / "P.pilotage"))
    workspace = made.workspace
    assert workspace is not None
    session = workspace.session
    session._clock = lambda: dt.datetime(2026, 6, 1, 9)
    for task, days in (("dig", 3), ("gone", 2)):
        assert workspace.do(AddRecord("task", {"id": task, "name": task, "duration": days * 480}))
    made.files._window.document.make_restore_point("交底")  # type: ignore[union-attr]
    session._clock = lambda: dt.datetime(2026, 6, 3, 9)
    assert workspace.do(SetDuration(("dig",), 5 * 480))
    assert workspace.do(DeleteTasks(("gone",)))
    assert workspace.do(AddRecord("task", {"id": "lay", "name": "lay", "duration": 480}))
    yield made


def panel_of(window: MainWindow) -> ChangesPanel:
    window.go_to("control:changes")
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, ControlPage)
    return page.changes


def choose(panel: ChangesPanel, at: int) -> None:
    """Take an entry of the list, and wait for what changed since."""
    panel.before.setCurrentIndex(at)
    panel.before.activated.emit(at)
    compared(panel)


def compared(panel: ChangesPanel) -> None:
    loop = QEventLoop()
    clock = QTimer(interval=5)
    clock.timeout.connect(lambda: panel.is_comparing or loop.quit())
    clock.start()
    loop.exec()


def rows(panel: ChangesPanel) -> dict[str, str]:
    """Kind of change by task."""
    return {one.name: one.kind for one in panel.table.results.rows()}


EVERYTHING = {"dig": "changed", "gone": "removed", "lay": "added"}


def place(panel: ChangesPanel, text: str) -> int:
    return next(at for at in range(panel.before.count()) if text in panel.before.itemText(at))


@pytest.mark.parametrize("window", EVERY_LOOK, indirect=True, ids=str)
def test_since_yesterday_and_since_the_restore_point(window: MainWindow, qtbot: QtBot) -> None:
    panel = panel_of(window)
    compared(panel)
    # Without a baseline the days before are there to compare with.
    assert panel.stack.currentIndex() == 0
    choose(panel, 0)
    assert rows(panel) == EVERYTHING
    assert "2026-06-05" in panel.sentences.text()
    choose(panel, place(panel, "交底"))
    assert rows(panel) == EVERYTHING
    choose(panel, 1)  # a week ago there was nothing
    assert set(rows(panel).values()) == {"added"}
    if window.program.settings.text(LANGUAGE) == CHINESE:
        assert english(window, frozenset({"dig", "gone", "lay"})) == []
    assert clipped(window) == []


def test_since_an_edit_of_the_history(window: MainWindow, qtbot: QtBot) -> None:
    panel = panel_of(window)
    compared(panel)
    before = panel.before.currentText()
    panel.before.setCurrentIndex(panel.before.count() - 1)
    panel.before.activated.emit(panel.before.count() - 1)
    (dialog,) = [one for one in window.findChildren(PointDialog) if one.isVisible()]
    assert panel.before.currentText() == before  # until one is chosen
    assert not dialog.ok.isEnabled()
    assert dialog.list.topLevelItemCount() == 5
    dialog.list.setCurrentItem(dialog.list.topLevelItem(1))  # the deletion: after it only "lay" came
    assert dialog.ok.isEnabled()
    qtbot.keyClick(dialog, KEY.Key_Return)
    compared(panel)
    assert rows(panel) == {"dig": "same", "lay": "added"}
    # It keeps up with the plan, and the choice stays.
    window.undo()
    compared(panel)
    assert rows(panel) == {"dig": "same"}


def test_a_row_leads_to_its_task_and_the_table_is_exported(window: MainWindow, qtbot: QtBot) -> None:
    panel = panel_of(window)
    choose(panel, 0)
    wanted: list[Content] = []
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, ControlPage)
    page.table_wanted.disconnect()
    page.table_wanted.connect(wanted.append)
    page.export_action.trigger()
    assert len(wanted[0].rows) == 3
    panel.table.setFocus()
    panel.table.select_row(next(at for at, one in enumerate(panel.table.results.rows()) if one.name == "dig"))
    qtbot.keyClick(panel.table, KEY.Key_Return)
    plan = window.view.page
    assert isinstance(plan, PlanPage)
    assert plan.current() == "dig"


def test_the_table_goes_to_paper(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    panel = panel_of(window)
    choose(panel, 0)
    content = panel.table.results.content("变化")
    window.files.exporting.write_table(content, str(tmp_path / "changes.pdf"))
    qtbot.waitUntil((tmp_path / "changes.pdf").exists, timeout=20_000)
    assert (tmp_path / "changes.pdf").read_bytes().startswith(b"%PDF")
    window.files.exporting.write_table(content, str(tmp_path / "absent" / "changes.pdf"))
    qtbot.waitUntil(lambda: bool(window.banner.text), timeout=20_000)
    assert not (tmp_path / "absent").exists()


def test_a_damaged_copy_is_one_sentence_and_a_comparison_can_be_stopped(window: MainWindow, qtbot: QtBot) -> None:
    panel = panel_of(window)
    compared(panel)
    at = place(panel, "交底")
    point = panel.before.itemData(at)
    Path(point.copy.path).write_bytes(b"no project" * 1000)
    choose(panel, at)
    assert rows(panel) == {}
    assert Path(point.copy.path).name in panel.sentences.text()
    panel.before.setCurrentIndex(0)
    panel.before._choose()
    assert panel.is_comparing
    assert panel.stop.isVisible()
    qtbot.mouseClick(panel.stop, LEFT)
    assert not panel.is_comparing
    QApplication.processEvents()
    assert rows(panel) == {}
