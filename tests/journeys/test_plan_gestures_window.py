"""Gestures on the chart in the whole window: what happens when the language changes under the hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.plan import Task
from desktop.i18n import CHINESE
from desktop.views.main_window import MainWindow
from desktop.views.plan import PlanPage
from desktop.views.settings import LANGUAGE
from tests.plan_window import Person
from tests.plans import snapshot


def opened(program: Application, bot: QtBot) -> MainWindow:
    window = program.new_window()
    window.resize(1280, 720)
    with bot.waitExposed(window):
        window.show()
    window.open_sample()
    window.go_to("plan")
    bot.wait(50)
    return window


def person(window: MainWindow, bot: QtBot) -> Person:
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, PlanPage)
    return Person(page, bot)


def test_a_change_of_language_under_the_hand_leaves_no_trace(program: Application, qtbot: QtBot) -> None:
    window = opened(program, qtbot)
    me = person(window, qtbot)
    task = next(
        each.id for each in me.project.table(Task).values()
        if not me.project.is_summary(each.id) and each.actual_start is None and each.duration
    )  # fmt: skip
    me.page.reveal(task)
    me.page.grab()
    before = snapshot(me.project)
    start = me.body(task)
    me.press(start)
    me.move(start + QPointF(60, 0))
    assert me.chart.gesture is not None
    window.look.choose(LANGUAGE, CHINESE)
    qtbot.waitUntil(lambda: window.view is not None and person(window, qtbot).page is not me.page)
    again = person(window, qtbot)
    QApplication.processEvents()
    again.mouse(QEvent.Type.MouseButtonRelease, start + QPointF(60, 0))
    assert again.chart.gesture is None
    assert snapshot(again.project) == before
    assert not again.workspace.session.undo_steps
    again.page.reveal(task)
    again.page.grab()
    again.drag(again.body(task), again.body(task) + QPointF(again.days(14), 0))
    strip = again.chart.hold_strip
    assert strip.isVisible() and "不得早于" in strip.text.text()
    window.activateWindow()
    strip.choices["start"].setFocus(Qt.FocusReason.OtherFocusReason)
    window.menus.refresh()
    assert again.workspace.undo()
    assert not strip.isVisible()
    assert snapshot(again.project) == before
