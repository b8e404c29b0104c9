"""Levelling by keys and mouse: look at the moves, choose, accept in one step, take it back."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop.domain.costing.load import overloads
from desktop.domain.levelling import Levelling
from desktop.domain.plan import Assignment, Task
from desktop.domain.project import Project
from desktop.i18n import CHINESE, ENGLISH, set_language
from desktop.models.moves import START, TASK
from desktop.views.plan.leveller import Leveller
from desktop.views.plan.levelling_dialog import LevellingDialog
from tests.plan_window import CTRL, LEFT, SHIFT, Person, english, opened
from tests.plans import office, snapshot

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key


def busy(**fields: Any) -> Project:
    """Anna surveys for three days and collects wishes for two, both from Monday; the plan takes two weeks more.

    The wishes may wait a day at most (Monday to Wednesday the survey, Thursday the brief is agreed): not enough.
    Lighting (two days) and offers (four) are hers too, both from Thursday a week later; lighting has float.
    """
    made = office()
    for number, task in enumerate(("survey", "wishes", "light", "offers"), 1):
        made.put("assignment", f"a{task}", Assignment(id=f"a{task}", number=number, task=task, resource="anna"))
    for task, values in fields.items():
        made.put("task", task, made.get(Task, task).replace(**values))
    return made


def level(me: Person) -> LevellingDialog:
    """Press the key."""
    me.select("brief")
    me.key(KEY.Key_B, CTRL | SHIFT, to=me.grid)
    return shown(me)


def shown(me: Person) -> LevellingDialog:
    (dialog,) = [one for one in me.page.window().findChildren(LevellingDialog) if one.isVisible()]
    return dialog


def search(dialog: LevellingDialog, bot: QtBot, *, extend: bool, seconds: int = 1) -> Levelling:
    """Choose how, find moves, and wait for them."""
    dialog.mode.setFocus()
    bot.keyClick(dialog.mode, KEY.Key_End if extend else KEY.Key_Home)
    dialog.seconds.setFocus()
    dialog.seconds.selectAll()
    bot.keyClicks(dialog.seconds, str(seconds))
    with bot.waitSignal(dialog.leveller.measured, timeout=20_000):
        bot.mouseClick(dialog.go, LEFT)
        if seconds > 10:
            bot.mouseClick(dialog.stop, LEFT)
    assert dialog._found is not None
    return dialog._found


def tick(dialog: LevellingDialog, row: int, bot: QtBot) -> None:
    """Click the box of a row."""
    index = dialog.model.index(row, TASK)
    option = QStyleOptionViewItem()
    option.rect = dialog.table.visualRect(index)
    option.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    option.widget = dialog.table
    box = dialog.table.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, dialog.table)
    bot.mouseClick(dialog.table.viewport(), LEFT, pos=box.center())


@pytest.mark.parametrize(
    ("language", "free", "too_much"),
    [(ENGLISH, "none after", "2 of 2 moves"), (CHINESE, "之后为零", "已选 2 项，共 2 项")],
)
def test_moves_are_chosen_tried_accepted_and_undone(
    opened: Opened, qtbot: QtBot, language: str, free: str, too_much: str
) -> None:
    set_language(language)
    me = opened(busy())
    before, bar = snapshot(me.project), me.bar("wishes")
    dialog = level(me)
    found = search(dialog, qtbot, extend=True)
    # The survey and the wishes take five days of Anna, lighting and offers six: two tasks wait.
    assert len(found.moves) == 2
    assert free in dialog.summary.text()
    assert dialog.count.text().startswith(too_much)
    assert dialog.model.text(0, START).count("2026-") == 2
    assert dialog.why.text()
    assert all(dialog.model.text(row, 4) != "…" for row in range(2))

    # The bars stand where they would come to stand; the plan itself has not been touched.
    waits = found.moves[0].task
    assert me.chart.frame.bar(me.row(waits)) != me.chart.present_bar(me.row(waits))
    assert snapshot(me.project) == before

    # Space takes a tick away: what is shown then is what the plan without that move comes to.
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, KEY.Key_Home)
    with qtbot.waitSignal(dialog.leveller.tried, timeout=20_000):
        qtbot.keyClick(dialog.table, KEY.Key_Space)
    assert [move.task for move in dialog.model.chosen] == [found.moves[1].task]
    assert free not in dialog.summary.text()
    assert me.chart.frame.bar(me.row(waits)) == me.chart.present_bar(me.row(waits))
    # Lighting alone waits its four days of the calendar from a Thursday instead of a Monday, so that a weekend is
    # among them and the offers, too, overlap: two overloads remain.
    assert dialog.left.topLevelItemCount() == 2

    # Accepted is what is ticked, in one step; the chart shows the plan again.
    shown = dialog.summary.text()
    finish = f"{me.chart.preview.finish:%Y-%m-%d}"  # type: ignore[union-attr]
    qtbot.keyClick(dialog.table, KEY.Key_Return)
    assert not dialog.isVisible()
    assert me.chart.preview is None
    assert finish in shown
    assert f"{me.workspace.schedule.finish:%Y-%m-%d}" == finish
    delayed = [one.id for one in me.project.table(Task).values() if one.levelling_delay]
    assert delayed == [found.moves[1].task]
    assert len(me.workspace.session.undo_steps) == 1
    assert me.workspace.undo()
    assert snapshot(me.project) == before
    assert me.bar("wishes") == bar
    assert not me.refusals


def test_with_the_mouse(opened: Opened, qtbot: QtBot) -> None:
    me = opened(busy())
    dialog = level(me)
    found = search(dialog, qtbot, extend=True)
    with qtbot.waitSignal(dialog.leveller.tried, timeout=20_000):
        tick(dialog, 1, qtbot)
    assert [move.task for move in dialog.model.chosen] == [found.moves[0].task]
    qtbot.mouseClick(dialog.none, LEFT)
    assert not dialog.accept_button.isEnabled()
    with qtbot.waitSignal(dialog.leveller.tried, timeout=20_000):
        qtbot.mouseClick(dialog.all, LEFT)
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert not dialog.isVisible()
    assert not overloads(me.project, me.workspace.schedule)
    assert me.workspace.schedule.finish == found.finish

    # What was accepted is cleared from the menu, in one step again.
    me.page.plan_actions.clear_levelling.trigger()
    assert not any(one.levelling_delay for one in me.project.table(Task).values())
    assert len(me.workspace.session.undo_steps) == 2
    me.page.plan_actions.clear_levelling.trigger()
    assert [refusal.code for refusal in me.refusals] == ["nothing_levelled"]


def test_what_has_no_float_stays_and_is_named(opened: Opened, qtbot: QtBot) -> None:
    me = opened(busy())
    dialog = level(me)
    found = search(dialog, qtbot, extend=False)
    # Lighting may wait for the offers; the wishes have a day of float and would need three.
    assert [move.task for move in found.moves] == ["light"]
    assert found.finish == found.finish_before
    dialog.tabs.setCurrentIndex(1)
    line = dialog.left.topLevelItem(0)
    assert line is not None
    assert line.text(0) == "Anna"
    dialog.left.setCurrentItem(line)
    assert "too little float “Survey the old office”, “Collect wishes”" in dialog.why.text()


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (office, "No person and no equipment is assigned to a task"),
        (lambda: busy(wishes={"active": False}, light={"active": False}), "Nobody is needed more than they are there"),
        (
            lambda: busy(**{task: {"priority": 1000} for task in ("survey", "wishes", "light", "offers")}),
            "No move that is allowed makes it better",
        ),
    ],
)
def test_where_there_is_nothing_to_move_it_says_why(
    opened: Opened, qtbot: QtBot, made: Callable[[], Project], told: str
) -> None:
    me = opened(made())
    dialog = level(me)
    found = search(dialog, qtbot, extend=True)
    assert not found.moves
    assert told in dialog.summary.text()
    assert not dialog.accept_button.isEnabled()
    assert me.chart.preview is None
    assert dialog.tabs.isVisible() == bool(found.left)
    if found.left:
        assert "priority 1000" in dialog.left.topLevelItem(0).text(5)  # type: ignore[union-attr]


def test_a_search_is_stopped_or_left(opened: Opened, qtbot: QtBot) -> None:
    me = opened(busy())
    before = snapshot(me.project)
    dialog = level(me)
    found = search(dialog, qtbot, extend=False, seconds=600)
    assert found.cancelled
    assert dialog.model.rowCount() == len(found.moves)
    qtbot.mouseClick(dialog.go, LEFT)
    assert dialog.stop.isVisible()
    assert dialog.model.rowCount() == 0
    qtbot.keyClick(dialog, KEY.Key_Escape)
    assert not dialog.isVisible()
    assert me.chart.preview is None
    assert snapshot(me.project) == before
    assert not me.workspace.session.undo_steps


def test_opened_and_left_again_and_again_nothing_is_left_behind(opened: Opened, qtbot: QtBot) -> None:
    """A search that is left goes on for a moment; what it works for must be there until then, and not after."""
    me = opened(busy())
    application = QCoreApplication.instance()
    assert application is not None
    for pause in (0, 1, 5, 20) * 4:
        me.page.plan_actions.level.trigger()
        dialog = shown(me)
        qtbot.wait(pause)
        qtbot.mouseClick(dialog.go if pause % 2 else dialog.stop, LEFT)
        qtbot.keyClick(dialog, KEY.Key_Escape)
        del dialog
        gc.collect()
    qtbot.waitUntil(lambda: not application.findChildren(Leveller), timeout=20_000)
    assert not me.page.window().findChildren(LevellingDialog)
