"""The resource workspace by keys and mouse: who is needed when, who is behind it, and the way to the task."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.plan import AssignResources
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.plan import Resource
from desktop.domain.resource_names import Share
from desktop.i18n import CHINESE, ENGLISH
from desktop.models.tables import Content
from desktop.views.main_window import MainWindow
from desktop.views.plan import PlanPage
from desktop.views.plan.levelling_dialog import LevellingDialog
from desktop.views.program import STANDARD, NewProject
from desktop.views.resources import ResourcesPage
from desktop.views.resources.panel import HEAT, HISTOGRAM, SHEET
from desktop.views.settings import LANGUAGE
from tests.journeys.visible import clipped, english
from tests.shell import window_in

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
MONDAY = dt.date(2026, 6, 1)

EVERY_LOOK = [(language, size) for language in (ENGLISH, CHINESE) for size in (100, 200)]


@pytest.fixture(params=[(ENGLISH, 100), (CHINESE, 200)], ids=str)
def window(request: pytest.FixtureRequest, program: Application, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """Two tasks of three and two days from Monday on are Anna's, one of a day is Wu's."""
    language, size = request.param
    made = window_in(program, qtbot, language, size)
    made.files._create(NewProject("P", "", MONDAY, STANDARD, "both", "CNY", tmp_path / "P.pilotage"))
    workspace = made.workspace
    assert workspace is not None
    for name in ("anna", "wu"):
        assert workspace.do(AddRecord("resource", {"id": name, "name": name, "standard_rate": 6000}))
    for task, days, who in (("dig", 3, "anna"), ("lay", 2, "anna"), ("wire", 1, "wu")):
        assert workspace.do(AddRecord("task", {"id": task, "name": task, "duration": days * 480}))
        assert workspace.do(AssignResources(task, (Share(who, 100, who),)))
    yield made


def page_of(window: MainWindow, bot: QtBot) -> ResourcesPage:
    window.go_to("resource")
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, ResourcesPage)
    bot.waitUntil(lambda: bool(page.panel.laid.rows))
    settled(page, bot)
    window.activateWindow()
    bot.waitUntil(window.isActiveWindow)
    return page


def settled(page: ResourcesPage, bot: QtBot) -> None:
    """Wait for what was asked for."""
    for _ in range(5):  # what has been reckoned is laid out, then looked into: each asks for the next
        bot.waitUntil(lambda: page.book.is_fresh and not page.panel.reckoner._jobs)
        QApplication.processEvents()


def behind(page: ResourcesPage) -> list[str]:
    return [pair[1].task for pair in page.panel.behind.results.rows()]


def test_the_load_of_a_person_and_who_is_behind_it(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, qtbot)
    panel, view = page.panel, page.panel.histogram
    page.table.select_id("anna")
    settled(page, qtbot)
    assert panel.laid.period == "day"
    assert [one.work for one in view.periods] == [960, 960, 480]  # both on Monday and Tuesday, one on Wednesday
    assert [one.excess for one in view.periods] == [480, 480, 0]
    # Press the bar of Wednesday: the long task is behind it.
    left, right = view.chart().x(2)
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(round((left + right) / 2), view.viewport().height() - 10))
    settled(page, qtbot)
    assert behind(page) == ["dig"]
    assert "2026-06-03" in panel.heading.text()
    # Keys go to the day before; Enter goes into the list, Enter again to the task in the plan.
    view.setFocus()
    qtbot.keyClick(view, KEY.Key_Left)
    settled(page, qtbot)
    assert behind(page) == ["dig", "lay"]
    qtbot.keyClick(view, KEY.Key_Return)
    assert panel.behind.hasFocus()
    qtbot.keyClick(panel.behind, KEY.Key_Down)
    qtbot.keyClick(panel.behind, KEY.Key_Return)
    assert window.view is not None
    plan = window.view.page
    assert isinstance(plan, PlanPage)
    assert plan.current() == "lay"


@pytest.mark.parametrize("window", EVERY_LOOK, indirect=True, ids=str)
def test_everything_is_said_in_the_language_and_nothing_is_cut_off(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, qtbot)
    for action in page.view_actions:
        action.trigger()
        settled(page, qtbot)
        if window.program.settings.text(LANGUAGE) == CHINESE:
            assert english(window, frozenset({"anna", "dig", "lay", "wire"})) == []
        assert clipped(window) == []
    for at in range(3):
        page.panel.measures.setCurrentIndex(at)
        page.panel._choose_measure()
        settled(page, qtbot)
        assert clipped(window) == []


def test_the_heat_map_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, qtbot)
    page.table.setFocus()
    qtbot.keyClick(page.table, KEY.Key_2, Qt.KeyboardModifier.AltModifier)
    settled(page, qtbot)
    heat = page.panel.heat
    assert page.panel.view == HEAT
    assert heat.hasFocus()
    texts = [[heat.heat.index(row, at).data() for at in range(3)] for row in range(2)]
    assert texts == [["▲ 16", "▲ 16", "8"], ["8", "", ""]]
    heat.setCurrentIndex(heat.heat.index(0, 0))
    qtbot.keyClick(heat, KEY.Key_Down)
    settled(page, qtbot)
    assert behind(page) == ["wire"]
    qtbot.keyClick(heat, KEY.Key_Return)
    assert page.panel.behind.hasFocus()


def test_the_sheet_of_a_day_and_its_export(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, qtbot)
    page.table.select_id("anna")
    page.view_actions[SHEET].trigger()
    page.earlier_action.trigger()
    page.panel.histogram.choose(2)
    settled(page, qtbot)
    rows = [[row[at] for at in (1, 3, 5)] for row in page.panel.sheet.results.texts()]
    assert rows == [["2026-06-03", "08:00–12:00", "dig"], ["2026-06-03", "13:00–17:00", "dig"]]
    wanted: list[Content] = []
    page.table_wanted.disconnect()
    page.table_wanted.connect(wanted.append)
    page.export_action.trigger()
    assert [row[-1] for row in wanted[0].rows] == [4.0, 4.0]
    page.view_actions[HISTOGRAM].trigger()
    page.panel.behind.clearFocus()
    page.export_action.trigger()
    assert wanted[1].rows == (("anna", 16.0, 16.0, 8.0), ("wu", 8.0, None, None))


def test_it_keeps_up_with_the_plan_and_with_undo(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, qtbot)
    page.table.select_id("anna")
    assert window.workspace is not None
    assert window.workspace.do(SetFields("resource", ("anna",), {"max_units": 200}))
    settled(page, qtbot)
    assert [one.excess for one in page.panel.histogram.periods] == [0, 0, 0]
    window.undo()
    settled(page, qtbot)
    assert [one.excess for one in page.panel.histogram.periods] == [480, 480, 0]
    assert window.workspace.do(SetFields("resource", ("anna",), {"name": "Anna"}))
    settled(page, qtbot)
    assert page.panel.heat_model.name(0) == "Anna"
    # A plan without resources says what to do.
    page.table.selectAll()
    page.delete_selected()
    settled(page, qtbot)
    assert not window.workspace.project.table(Resource)
    assert behind(page) == []


def test_periods_zoom_today_and_levelling(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, qtbot)
    view = page.panel.histogram
    page.panel._choose_period(1)
    settled(page, qtbot)
    assert [one.work for one in view.periods] == [2400 + 480]
    scale = view.scale.scale
    at = QPointF(100, 40)
    wheel = QWheelEvent(
        at, QPointF(view.viewport().mapToGlobal(at)), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.scale.scale == pytest.approx(scale * 1.25)
    page.fit_action.trigger()
    page.today_action.trigger()
    assert 0 <= view.moments()[0][0] <= view.viewport().width()
    page.level_action.trigger()
    (dialog,) = [one for one in window.findChildren(LevellingDialog) if one.isVisible()]
    qtbot.keyClick(dialog, KEY.Key_Escape)


def test_from_overload_to_overload(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, qtbot)
    page.table.select_id("anna")
    page.panel.histogram.choose(2)
    refused: list[str] = []
    page.workspace.rejected.connect(lambda refusal: refused.append(refusal.code))
    page.table.setFocus()
    qtbot.keyClick(page.table, KEY.Key_F5, Qt.KeyboardModifier.AltModifier)
    assert (page.panel.histogram.at, refused) == (2, ["no_more_overloads"])
    page.previous_overload_action.trigger()
    page.previous_overload_action.trigger()
    assert page.panel.histogram.at == 0
    page.next_overload_action.trigger()
    settled(page, qtbot)
    assert page.panel.histogram.at == 1
    assert behind(page) == ["dig", "lay"]


def test_the_layout_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, qtbot)
    page.view_actions[HEAT].trigger()
    page.panel._choose_period(2)
    settled(page, qtbot)
    kept = page.save_state()
    page.view_actions[HISTOGRAM].trigger()
    page.restore_state({"use": {"view": "x", "period": 3, "measure": [], "halves": [1]}, "heights": "?", "load": 1})
    assert page.panel.view == HISTOGRAM
    page.restore_state(kept)
    assert page.panel.view == HEAT
    assert page.panel.period == "month"
    page.panel_action.trigger()
    assert not page.panel.isVisible()
    page.switch_focus()
    assert page.panel.isVisible()
