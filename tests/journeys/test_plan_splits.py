"""Bars are cut in parts and joined again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from desktop.charts.shapes import Line
from desktop.domain.scheduling import to_datetime
from desktop.i18n import CHINESE, ENGLISH, set_language
from tests.journeys.visible import clipped
from tests.journeys.visible import english as english_words
from tests.plan_hands import at, large, on, split, steps
from tests.plan_window import ALT, CTRL, Person, english, opened
from tests.plans import DAY, snapshot

__all__ = ["english", "large", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key

# -- splitting ----------------------------------------------------------------------------------------
# The floor plan takes five days, from Thursday 06-04 to Wednesday 06-10; a cut at 06-08 leaves two and three.


def parts(me: Person, task: str) -> list[tuple[dt.datetime, dt.datetime]]:
    return [(to_datetime(a), to_datetime(b)) for a, b in me.workspace.schedule.parts(task)]


def test_the_knife_cuts_a_bar_and_is_laid_down(opened: Opened) -> None:
    me = opened()
    before = snapshot(me.project)
    tool = me.page.plan_actions.hands.cut
    tool.trigger()
    place = at(me, on(6, 8)) + QPointF(4, 0)
    me.hover(place)
    me.page.grab()
    assert any(isinstance(each, Line) and each.x1 == me.chart.frame.x(on(6, 8)) for each in me.chart.hand.handles())
    assert me.chart.hand.tip()[0][-1] == "Esc lays the tool down"
    me.press(place)
    me.move(place + QPointF(me.days(2), 0))
    gesture = me.chart.gesture
    assert gesture is not None and gesture.tip()[:2] == ["Floor plan", "2026-06-04 – 2026-06-12"]
    me.page.grab()
    me.key(KEY.Key_Escape, to=me.chart)
    me.release(place)
    assert snapshot(me.project) == before and tool.isChecked()
    me.press(place)
    me.move(place + QPointF(me.days(2), 0))
    me.release(place + QPointF(me.days(2), 0))
    assert parts(me, "plan") == [(on(6, 4), on(6, 5, 17)), (on(6, 10), on(6, 12, 17))]
    assert not tool.isChecked()
    assert steps(me) == 1
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_a_part_is_dragged_away_and_back_until_they_join(opened: Opened) -> None:
    me = opened()
    split(me)
    after = snapshot(me.project)
    body = at(me, on(6, 11, 12))
    me.drag(body, body + QPointF(me.days(5), 0))
    assert parts(me, "plan") == [(on(6, 4), on(6, 5, 17)), (on(6, 15), on(6, 17, 17))]
    me.workspace.undo()
    assert snapshot(me.project) == after
    me.press(body)
    me.move(body - QPointF(me.days(4), 0))
    gesture = me.chart.gesture
    assert gesture is not None and "joins the part before" in gesture.tip()
    me.release(body - QPointF(me.days(4), 0))
    assert parts(me, "plan") == [(on(6, 4), on(6, 10, 17))]
    assert me.task("plan").splits == ()


def test_the_first_part_takes_everything_along_and_inner_ends_resize(opened: Opened) -> None:
    me = opened()
    split(me)
    first = at(me, on(6, 4, 12))
    me.drag(first, first + QPointF(me.days(1), 0))
    assert parts(me, "plan") == [(on(6, 5), on(6, 8, 17)), (on(6, 11), on(6, 15, 17))]
    me.workspace.undo()
    inner = QPointF(me.bar("plan").parts[0][1] - 2, me.bar("plan").middle)
    me.drag(inner, inner + QPointF(me.days(3), 0))  # over the weekend to Monday
    assert parts(me, "plan") == [(on(6, 4), on(6, 8, 17)), (on(6, 11), on(6, 15, 17))]
    assert me.task("plan").duration == 6 * DAY
    inner = QPointF(me.bar("plan").parts[1][0] + 2, me.bar("plan").middle)
    me.drag(inner, inner + QPointF(me.days(1), 0))
    assert parts(me, "plan") == [(on(6, 4), on(6, 8, 17)), (on(6, 12), on(6, 15, 17))]
    outer = me.finish_edge("plan")
    me.drag(outer, outer + QPointF(me.days(1), 0))
    assert parts(me, "plan")[-1] == (on(6, 12), on(6, 16, 17))
    assert me.task("plan").duration == 6 * DAY


def test_a_task_is_split_and_joined_by_keys(opened: Opened) -> None:
    me = opened()
    before = snapshot(me.project)
    me.select("plan")
    me.key(KEY.Key_S, CTRL | ALT, to=me.grid)
    sheet = me.chart.split_strip
    assert sheet.at.hasFocus()
    assert (sheet.at.text(), sheet.gap.text()) == ("2026-06-08", "1d")
    assert len(me.bar("plan").parts) == 2  # as it would be
    me.key(KEY.Key_A, CTRL, to=sheet.at)
    me.bot.keyClicks(sheet.at, "2026-06-20")
    assert "can only be split within its work" in sheet.problem.text()
    me.key(KEY.Key_Return, to=sheet.at)
    assert sheet.isVisible()
    me.key(KEY.Key_A, CTRL, to=sheet.at)
    me.bot.keyClicks(sheet.at, "2026-06-05")
    me.key(KEY.Key_Tab, to=sheet.at)
    assert sheet.gap.hasFocus()
    sheet.gap.selectAll()
    me.bot.keyClicks(sheet.gap, "3d")
    me.key(KEY.Key_Return, to=sheet.gap)
    assert parts(me, "plan") == [(on(6, 4), on(6, 4, 17)), (on(6, 10), on(6, 15, 17))]
    assert steps(me) == 1
    me.key(KEY.Key_S, CTRL | ALT, to=me.chart)
    me.key(KEY.Key_Escape, to=sheet.at)
    assert not sheet.isVisible() and steps(me) == 1
    me.page.plan_actions.hands.join.trigger()
    assert parts(me, "plan") == [(on(6, 4), on(6, 10, 17))]
    me.workspace.undo()
    me.workspace.undo()
    assert snapshot(me.project) == before
    me.page.plan_actions.hands.join.trigger()
    me.select("design")
    me.key(KEY.Key_S, CTRL | ALT, to=me.grid)
    assert [refusal.code for refusal in me.refusals] == ["not_split", "summary_is_derived"]


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_the_sheet_of_a_split_is_readable_in_large_text(opened: Opened, large: None, language: str) -> None:
    set_language(language)
    me = opened()
    me.page.resize(1280, 720)
    QApplication.processEvents()
    me.chart.split_strip.ask("plan")
    sheet = me.chart.split_strip
    me.bot.keyClicks(sheet.at, "?")
    assert not clipped(sheet)
    assert me.chart.viewport().geometry().contains(sheet.geometry())
    for part in (sheet.at, sheet.gap, sheet.problem, sheet.apply_button):
        assert sheet.rect().contains(part.geometry())
    if language == CHINESE:
        assert not english_words(sheet, frozenset({"Floor", "plan"}))
