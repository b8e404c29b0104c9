"""Several bars at once, ends that draw a bar near them, and the same by keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt

from desktop.charts.shapes import Line
from desktop.charts.timescale import Timescale
from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import SetFields
from desktop.views.plan import bar_gestures
from tests.plan_hands import carry, choose, on, pull, steps
from tests.plan_window import ALT, CTRL, SHIFT, Person, english, opened
from tests.plans import DAY, snapshot

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key

# -- several at once ----------------------------------------------------------------------------------


def test_selected_bars_move_together_in_one_step(opened: Opened) -> None:
    me = opened()
    before = snapshot(me.project)
    me.select("light", "offers")
    carry(me, "offers", 4)
    assert me.task("light").constraint_date == me.task("offers").constraint_date == on(6, 15)
    strip = me.chart.hold_strip
    told = "Tasks moved: 2. They start no earlier, unless they follow another of them."
    assert strip.text.text() == told
    choose(strip, "start", 2, me)
    assert me.task("light").pinned and me.task("offers").pinned
    assert steps(me) == 1
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_a_summary_bar_takes_its_tasks_along(opened: Opened) -> None:
    me = opened()
    carry(me, "design", 7)
    assert me.dates("plan").start == on(6, 11)
    assert (me.task("plan").constraint, me.task("light").constraint) == ("snet", "asap")
    assert me.chart.hold_strip.isVisible()
    me.workspace.do(commands.SetProgress(("plan", "light", "offers"), 20))
    carry(me, "design", 7)
    assert [refusal.code for refusal in me.refusals] == ["all_begun"]


def test_more_bars_than_can_be_previewed_still_move(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bar_gestures, "MOST_PREVIEWED", 2)
    me = opened()
    start = me.body("design")
    pull(me, start, QPointF(12, 0), QPointF(me.days(7), 0))
    gesture = me.chart.gesture
    assert gesture is not None and gesture.tip()[:2] == ["3 tasks", "2026-06-11"]
    assert me.bar("plan").left == me.chart.frame.x(on(6, 4))  # only the ghost follows
    me.page.grab()
    me.release(start + QPointF(me.days(7), 0))
    assert me.dates("plan").start == on(6, 11)


# -- magnets ------------------------------------------------------------------------------------------


def test_ends_draw_a_bar_that_comes_near_and_alt_holds_them_off(opened: Opened) -> None:
    me = opened()
    me.workspace.do(commands.SetDuration(("offers",), 4 * DAY + 120))  # until Wednesday 06-17 at 10:00
    me.chart.set_scale(Timescale(on(6, 10, 0), 72))
    me.page.grab()
    assert me.chart.scale.snap == dt.timedelta(hours=4)
    start = me.body("light")  # from Thursday 06-11 at 08:00
    way = me.chart.frame.x(on(6, 17, 10)) - me.bar("light").left + 2  # two pixels, forty minutes, beyond
    pull(me, start, QPointF(12, 0), QPointF(way, 0))
    gesture = me.chart.gesture
    assert gesture is not None
    assert "at the finish of “Collect offers”" in gesture.tip()
    assert any(isinstance(each, Line) and each.dash for each in gesture.shapes())
    me.page.grab()
    me.release(start + QPointF(way, 0))
    assert me.task("light").constraint_date == on(6, 17, 10)
    me.workspace.undo()
    pull(me, start, QPointF(12, 0))
    me.move(start + QPointF(way, 0), ALT)
    assert me.chart.gesture is not None and "at the finish of “Collect offers”" not in me.chart.gesture.tip()
    me.release(start + QPointF(way, 0), modifiers=ALT)
    assert me.task("light").constraint_date == on(6, 17, 13)  # 12:00, behind the lunch


def test_what_follows_the_bar_does_not_draw_it(opened: Opened) -> None:
    me = opened()
    start = me.body("offers")  # until Tuesday 06-16; driving ends on Friday 06-19, and will be pushed
    pull(me, start, QPointF(12, 0), QPointF(me.days(3), 0))
    assert me.chart.gesture is not None
    assert me.chart.gesture.tip()[1] == "2026-06-15 – 2026-06-18"
    assert not any("“" in line for line in me.chart.gesture.tip())


@pytest.mark.parametrize(
    ("moment", "said", "finish"),
    [
        (on(6, 15, 15), "at the deadline of “Pack”", on(6, 15, 15)),
        (on(6, 17, 10), "at today’s line", on(6, 17, 10)),
        (on(6, 18, 11), "at the finish of “Collect offers”", on(6, 18, 11)),
    ],
)
def test_a_finish_is_drawn_to_what_is_near(opened: Opened, moment: dt.datetime, said: str, finish: dt.datetime) -> None:
    me = opened()
    me.workspace.session._clock = lambda: on(6, 17, 10)
    me.workspace.do(SetFields("task", ("pack",), {"deadline": on(6, 15, 15)}))
    me.workspace.do(commands.SetDuration(("offers",), 5 * DAY + 180))  # until Thursday 06-18 at 11:00
    me.chart.set_scale(Timescale(on(6, 10, 0), 72))
    me.page.grab()
    start = me.finish_edge("light")
    way = QPointF(me.chart.frame.x(moment) - me.bar("light").right + 1, 0)
    pull(me, start, QPointF(4, 0), way)
    gesture = me.chart.gesture
    assert gesture is not None and said in gesture.tip()
    me.release(start + way)
    assert me.dates("light").finish == finish


def test_a_start_is_drawn_to_the_status_date(opened: Opened) -> None:
    me = opened()
    me.workspace.do(SetFields("project", ("p",), {"status_date": dt.date(2026, 6, 2)}))
    me.workspace.do(commands.MoveTask("survey", on(6, 11)))
    me.workspace.do(commands.MoveTask("wishes", on(6, 5)))
    me.chart.set_scale(Timescale(on(6, 1, 0), 72))
    me.page.grab()
    start = me.body("wishes")
    way = QPointF(me.chart.frame.x(on(6, 3, 0)) - me.bar("wishes").left + 1, 0)
    pull(me, start, QPointF(-12, 0), way)
    assert me.chart.gesture is not None and "at the status date" in me.chart.gesture.tip()
    me.release(start + way)
    assert me.task("wishes").constraint_date == on(6, 3)


# -- by keys ------------------------------------------------------------------------------------------


def test_bars_move_and_stretch_by_keys_in_working_time(opened: Opened) -> None:
    me = opened()
    before = snapshot(me.project)
    me.select("offers")  # Thursday 06-11 to Tuesday 06-16
    me.key(KEY.Key_Right, ALT)
    assert me.task("offers").constraint_date == on(6, 12)
    me.key(KEY.Key_Right, ALT)  # over the weekend
    assert me.task("offers").constraint_date == on(6, 15)
    assert me.chart.hold_strip.text.text() == "“Collect offers” starts no earlier than 2026-06-15."
    me.key(KEY.Key_Left, ALT)
    assert me.dates("offers").start == on(6, 12)
    me.key(KEY.Key_Right, CTRL | ALT)
    assert me.task("offers").duration == 5 * DAY
    assert me.chart.hold_strip.text.text() == "“Collect offers” takes 5d and finishes on 2026-06-18."
    me.key(KEY.Key_Comma, ALT, to=me.chart)
    me.key(KEY.Key_Left, CTRL | ALT, to=me.chart)
    assert me.task("offers").duration == 3 * DAY
    assert steps(me) == 2  # keys of one kind pressed within a second are one step
    for _ in range(6):
        me.workspace.undo()
    assert snapshot(me.project) == before


def test_several_tasks_and_milestones_move_by_keys(opened: Opened) -> None:
    me = opened()
    me.select("survey", "wishes")
    me.key(KEY.Key_Right, ALT, to=me.grid)
    assert (me.dates("survey").start, me.dates("wishes").start) == (on(6, 2), on(6, 2))
    assert steps(me) == 1
    me.select("agreed")  # Thursday 06-04, 17:00
    me.key(KEY.Key_Right, ALT, to=me.grid)
    assert me.dates("agreed").start == on(6, 5, 17)
    me.key(KEY.Key_Right, ALT, to=me.grid)
    assert me.dates("agreed").start == on(6, 8, 17)
    me.key(KEY.Key_Left, ALT, to=me.grid)
    assert me.dates("agreed").start == on(6, 5, 17)
    me.select("light")
    me.key(KEY.Key_Left, CTRL | ALT, to=me.grid)
    me.key(KEY.Key_Left, CTRL | ALT, to=me.grid)
    assert [refusal.code for refusal in me.refusals] == ["shortest"]
    me.workspace.do(commands.SetProgress(("survey", "wishes"), 10))
    me.select("survey", "wishes")
    me.key(KEY.Key_Right, ALT, to=me.grid)
    assert [refusal.code for refusal in me.refusals] == ["shortest", "all_begun"]


def test_progress_by_keys(opened: Opened) -> None:
    me = opened()
    me.select("survey", "wishes")
    for key, percent in ((KEY.Key_2, 25), (KEY.Key_3, 50), (KEY.Key_4, 75), (KEY.Key_5, 100), (KEY.Key_1, 0)):
        me.key(key, CTRL | SHIFT, to=me.grid)
        assert me.task("survey").percent_complete == me.task("wishes").percent_complete == percent
        assert me.chart.hold_strip.text.text() == "Tasks changed: 2."
    assert steps(me) == 5
    me.select("survey")
    me.key(KEY.Key_3, CTRL | SHIFT, to=me.grid)
    assert me.chart.hold_strip.text.text() == "“Survey the old office” is 50 % complete."
    me.select("design")
    me.key(KEY.Key_3, CTRL | SHIFT, to=me.chart)
    assert [refusal.code for refusal in me.refusals] == ["summary_progress"]
