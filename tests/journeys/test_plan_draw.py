"""Tasks are drawn on the chart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt

from desktop.charts.timescale import Timescale
from desktop.i18n import CHINESE, ENGLISH, set_language
from tests.plan_hands import below_all, on, steps
from tests.plan_window import ALT, Person, english, opened
from tests.plans import DAY, snapshot

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key

# -- drawing tasks ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_a_task_is_drawn_below_the_last_row_and_its_name_is_open(opened: Opened, language: str) -> None:
    set_language(language)
    me = opened()
    before = snapshot(me.project)
    start, end = below_all(me, on(6, 9, 10)), below_all(me, on(6, 11, 15))
    me.press(start)
    me.move(end)
    gesture = me.chart.gesture
    assert gesture is not None
    name = "New task" if language == ENGLISH else "新任务"
    assert gesture.tip()[:2] == [name, "2026-06-09 – 2026-06-11"]
    me.page.grab()
    me.release(end)
    added = me.page.model.ids[-1]
    task = me.task(added)
    assert (task.constraint, task.constraint_date, task.duration) == ("snet", on(6, 9), 3 * DAY)
    assert task.parent == "move"
    assert me.dates(added).finish == on(6, 11, 17)
    editor = me.editor()
    assert editor is not None and editor.selectedText() == name
    me.type("Clean up")
    me.key(KEY.Key_Return)
    assert me.task(added).name == "Clean up"
    assert steps(me) == 1
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_backwards_over_a_weekend_and_at_the_hours(opened: Opened) -> None:
    me = opened()
    me.drag(below_all(me, on(6, 16, 10)), below_all(me, on(6, 13, 10)))
    me.key(KEY.Key_Escape)
    added = me.page.model.ids[-1]
    assert (me.task(added).constraint_date, me.task(added).duration) == (on(6, 15), 2 * DAY)
    me.chart.set_scale(Timescale(on(6, 9, 6), 24 * 30))
    me.page.grab()
    assert me.chart.scale.snap == dt.timedelta(hours=1)
    me.drag(below_all(me, on(6, 9, 9)) + QPointF(2, 0), below_all(me, on(6, 9, 11)) - QPointF(12, 0))
    me.key(KEY.Key_Escape)
    added = me.page.model.ids[-1]
    assert (me.task(added).constraint_date, me.task(added).duration) == (on(6, 9, 9), 120)
    assert me.task(added).duration_unit == "h"


def test_alt_draws_between_the_rows_and_the_tool_draws_anywhere(opened: Opened) -> None:
    me = opened()
    y = me.bar("plan").middle
    start, end = (QPointF(me.chart.frame.x(on(6, 23, hour)), y) for hour in (10, 16))
    me.drag(start, end, ALT)
    added = me.project.children("design")[1]
    assert me.task(added).name == "New task"
    assert (me.task(added).constraint_date, me.task(added).duration) == (on(6, 23), DAY)
    me.key(KEY.Key_Escape)

    tool = me.page.plan_actions.hands.draw
    tool.trigger()
    y = me.bar("survey").middle
    start, end = (QPointF(me.chart.frame.x(moment), y) for moment in (on(6, 23, 10), on(6, 24, 16)))
    me.drag(start, end)
    assert me.task(me.project.children("brief")[1]).duration == 2 * DAY
    me.key(KEY.Key_Escape)
    assert tool.isChecked()
    me.press(start)
    me.move(end)
    me.key(KEY.Key_Escape, to=me.chart)  # the drawing first
    assert me.chart.gesture is None and tool.isChecked()
    me.release(end)
    me.key(KEY.Key_Escape, to=me.chart)  # then the tool
    assert not tool.isChecked()
    assert steps(me) == 2
    me.drag(start, end)  # selects again
    assert steps(me) == 2


def test_a_click_on_paper_draws_nothing_and_upwards_selects(opened: Opened) -> None:
    me = opened()
    place = below_all(me, on(6, 9))
    me.press(place)
    me.release(place + QPointF(3, 2))
    assert not steps(me)
    me.drag(QPointF(me.bar("open").right, place.y()), QPointF(me.bar("drive").left + 5, me.bar("drive").top))
    assert me.grid.selected_ids() == ["drive", "open"]
    me.press(place)
    me.move(place + QPointF(60, 0))
    me.key(KEY.Key_Escape, to=me.chart)
    me.release(place + QPointF(60, 0))
    assert not steps(me)
