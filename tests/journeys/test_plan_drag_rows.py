"""A bar is dragged in time or over the rows, never both."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt

from desktop.charts.shapes import Line
from desktop.domain.commands import plan as commands
from tests.plan_hands import on, pull, row_step, steps
from tests.plan_window import CTRL, SHIFT, Person, english, opened
from tests.plans import snapshot

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key

# -- in time or over the rows -------------------------------------------------------------------------


def test_the_first_pixels_decide_and_a_drifting_hand_changes_nothing_else(opened: Opened) -> None:
    me = opened()
    order = list(me.project.outline.order)
    start = me.body("offers")
    me.release(pull(me, start, QPointF(12, 2), QPointF(me.days(4), 0) + row_step(me, -3)))
    assert me.task("offers").constraint_date == on(6, 15)
    assert list(me.project.outline.order) == order

    start = me.body("light")
    me.release(pull(me, start, QPointF(2, 12), QPointF(10, 0) + row_step(me, 1.6)))
    assert me.task("light").constraint == "asap"
    assert list(me.project.children("design")) == ["plan", "offers", "light"]
    assert steps(me) == 2


def test_less_than_eight_pixels_is_a_click(opened: Opened) -> None:
    me = opened()
    me.chart.zoom(0.1)
    me.page.grab()
    me.release(pull(me, me.body("offers"), QPointF(5, 0), QPointF(7, 5)))
    assert not steps(me)
    assert me.grid.selected_ids() == ["offers"]


def test_back_at_the_press_the_hand_may_change_its_mind(opened: Opened) -> None:
    me = opened()
    start = me.body("light")
    pull(me, start, QPointF(40, 0), QPointF(2, 2), QPointF(0, 14), row_step(me, 1.6))
    gesture = me.chart.gesture
    assert gesture is not None
    assert gesture.tip() == ["Lighting", "becomes 2.3 in “Design”", "Shift: in time instead"]
    me.page.grab()
    me.release(start + row_step(me, 1.6))
    assert list(me.project.children("design")) == ["plan", "offers", "light"]
    assert me.task("light").constraint == "asap"


def test_shift_keeps_a_drag_in_time_and_ctrl_over_the_rows(opened: Opened) -> None:
    me = opened()
    start = me.body("light")
    pull(me, start, QPointF(0, 14), row_step(me, 2.6))
    me.move(start + QPointF(me.days(4), 0) + row_step(me, 2.6), SHIFT)
    assert me.chart.gesture is not None and me.chart.gesture.tip()[1] == "2026-06-15 – 2026-06-16"
    me.release(start + QPointF(me.days(4), 0) + row_step(me, 2.6), modifiers=SHIFT)
    assert me.task("light").constraint_date == on(6, 15)
    start = me.body("offers")
    pull(me, start, QPointF(40, 0))
    me.release(start + QPointF(6, 0) + row_step(me, -1.6), modifiers=CTRL)
    assert list(me.project.children("design")) == ["plan", "offers", "light"]
    assert me.task("offers").constraint == "asap"


def test_how_far_to_the_right_says_under_which_summary(opened: Opened) -> None:
    me = opened()
    level = 2 * me.grid.metrics.indent
    start = me.body("light")
    # Below "Pack", one level further in: its first sub-task.
    place = row_step(me, 3.4) + QPointF(level, 0)
    pull(me, start, QPointF(0, 12), place)
    gesture = me.chart.gesture
    assert gesture is not None and gesture.tip()[1] == "becomes 3.1.1 in “Pack”"
    line = next(each for each in gesture.shapes() if isinstance(each, Line))
    assert line.y1 == pytest.approx(me.chart.top_of(me.row("drive")), abs=1)
    me.release(start + place)
    assert me.task("light").parent == "pack"
    me.workspace.undo()
    # Below everything, one level further out: at the top level.
    start = me.body("light")
    place = row_step(me, 7) - QPointF(level, 0)
    pull(me, start, QPointF(0, 12), place)
    assert me.chart.gesture is not None and me.chart.gesture.tip()[1] == "becomes 4"
    me.release(start + place)
    assert list(me.project.children(None)) == ["brief", "design", "move", "light"]
    assert steps(me) == 1
    assert me.grid.selected_ids() == ["light"]


def test_rows_that_cannot_go_there_say_why_before_the_drop(opened: Opened) -> None:
    me = opened()
    before = snapshot(me.project)
    # Lighting follows the floor plan: within it, it could not.
    level = 2 * me.grid.metrics.indent
    start = me.body("light")
    place = row_step(me, -0.45) + QPointF(level, 0)
    pull(me, start, QPointF(0, -12), place)
    gesture = me.chart.gesture
    assert gesture is not None
    assert gesture.tip()[1].startswith("“Lighting” is linked with “Floor plan”")
    me.release(start + place)
    assert [refusal.code for refusal in me.refusals] == ["linked_summary"]
    assert snapshot(me.project) == before


def test_a_closed_summary_opens_under_a_bar_and_closes_again_with_escape(opened: Opened) -> None:
    me = opened()
    me.page.model.toggle("move")
    start = me.body("light")
    pull(me, start, QPointF(0, 12), QPointF(0, me.bar("move").middle - start.y()))
    me.bot.waitUntil(lambda: not me.page.model.facts(me.row("move")).closed, timeout=5000)
    me.key(KEY.Key_Escape, to=me.chart)
    assert me.page.model.facts(me.row("move")).closed
    assert me.chart.gesture is None
    assert not steps(me)


def test_the_rows_follow_a_bar_at_their_edge(opened: Opened) -> None:
    me = opened()
    for number in range(60):
        me.workspace.do(commands.AddTask(f"Task {number}"))
    start = me.body("plan")
    pull(me, start, QPointF(0, 12), QPointF(0, me.chart.viewport().height() - 3 - start.y()))
    me.bot.waitUntil(lambda: me.chart.verticalScrollBar().value() > 100, timeout=5000)
    me.workspace.undo()  # the plan changes under the hand: the drag ends
    assert me.chart.gesture is None
    me.release(start)
    assert list(me.project.children("design")) == ["plan", "light", "offers"]
