"""What the hand does on the Gantt chart: every gesture with its undo, its refusal and its Escape."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QFont, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.charts.shapes import Line
from desktop.charts.timescale import Timescale
from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Dependency
from desktop.domain.scheduling import to_datetime
from desktop.i18n import CHINESE, ENGLISH, set_language
from desktop.models.plan_order import Arrangement, SortKey
from desktop.views.plan import bar_gestures
from desktop.views.plan.hold_strip import HoldStrip
from tests.journeys.visible import clipped
from tests.journeys.visible import english as english_words
from tests.plan_window import ALT, CTRL, NO_KEY, SHIFT, Person, english, opened
from tests.plans import DAY, snapshot

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key


def on(month: int, day: int, hour: int = 8) -> dt.datetime:
    return dt.datetime(2026, month, day, hour)


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    """Text of twice the size."""
    usual = QFont(qapp.font())
    made = QFont(usual)
    made.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(made)
    yield
    qapp.setFont(usual)


def carry(me: Person, task: str, days: float) -> None:
    """Drag the bar of a task in time."""
    me.drag(me.body(task), me.body(task) + QPointF(me.days(days), 0))


def steps(me: Person) -> int:
    return len(me.workspace.session.undo_steps)


def held_by(me: Person, task: str) -> tuple[str, dt.datetime | None, bool, str]:
    found = me.task(task)
    return found.constraint, found.constraint_date, found.pinned, found.mode


def choose(strip: HoldStrip, edge: str, at: int, me: Person) -> None:
    """Press a segment of the choice."""
    segments = strip.choices[edge]
    place = segments.segment_box(at).center().toPoint()
    me.bot.mouseClick(segments, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


# -- how a drop holds the task ----------------------------------------------------------------------
# "Collect offers" follows the floor plan, which ends on Wednesday 2026-06-10: it starts on 06-11.


def test_a_drop_says_what_it_did_and_another_choice_takes_its_place_in_one_step(opened: Opened) -> None:
    me = opened()
    before, strip = snapshot(me.project), me.chart.hold_strip
    assert not strip.isVisible()
    carry(me, "offers", 4)  # Thursday 06-11 to Monday 06-15
    assert strip.isVisible()
    assert strip.text.text() == "“Collect offers” starts no earlier than 2026-06-15."
    assert strip.choices["start"].at == 1
    assert held_by(me, "offers") == ("snet", on(6, 15), False, "auto")

    choose(strip, "start", 2, me)
    assert held_by(me, "offers") == ("mso", on(6, 15), True, "auto")
    assert strip.text.text() == "“Collect offers” must start on 2026-06-15, whatever its links say."
    choose(strip, "start", 3, me)
    assert held_by(me, "offers") == ("asap", None, False, "manual")
    assert me.task("offers").manual_start == on(6, 15)
    choose(strip, "start", 0, me)
    assert held_by(me, "offers") == ("asap", None, False, "auto")
    assert strip.text.text() == "“Collect offers” follows its links: it starts on 2026-06-11, not on 2026-06-15."
    assert me.dates("offers").start == on(6, 11)
    choose(strip, "start", 1, me)
    assert held_by(me, "offers") == ("snet", on(6, 15), False, "auto")
    assert strip.isVisible()

    assert steps(me) == 1
    assert me.workspace.undo()
    assert snapshot(me.project) == before
    assert not strip.isVisible()
    assert not steps(me)


def test_keep_logic_leaves_the_plan_as_it_was_and_nothing_to_undo_twice(opened: Opened) -> None:
    me = opened()
    carry(me, "offers", 4)
    choose(me.chart.hold_strip, "start", 0, me)
    assert me.dates("offers").start == on(6, 11)
    assert steps(me) <= 1


def test_a_start_that_links_hold_later_is_told(opened: Opened) -> None:
    me = opened()
    carry(me, "offers", -3)  # to Monday 06-08, before the floor plan ends
    assert me.dates("offers").start == on(6, 11)
    told = me.chart.hold_strip.text.text()
    assert told == "“Collect offers” starts no earlier than 2026-06-08; its links hold it until 2026-06-11."


def test_a_finish_is_held_by_the_duration_or_by_a_date(opened: Opened) -> None:
    me = opened()
    strip = me.chart.hold_strip
    me.drag(me.finish_edge("plan"), me.finish_edge("plan") + QPointF(me.days(2), 0))  # Wed 06-10 to Fri 06-12
    assert strip.text.text() == "“Floor plan” takes 7d and finishes on 2026-06-12."
    assert not strip.choices["start"].isVisible()
    assert (me.task("plan").constraint, me.task("plan").duration) == ("asap", 7 * DAY)
    choose(strip, "finish", 1, me)
    assert held_by(me, "plan") == ("fnet", on(6, 12, 17), False, "auto")
    choose(strip, "finish", 2, me)
    assert held_by(me, "plan") == ("mfo", on(6, 12, 17), True, "auto")
    assert me.task("plan").duration == 7 * DAY
    choose(strip, "finish", 0, me)
    assert held_by(me, "plan") == ("asap", None, False, "auto")
    assert (steps(me), me.task("plan").duration) == (1, 7 * DAY)


def test_the_last_choice_becomes_the_default_and_is_kept_with_the_layout(opened: Opened) -> None:
    me = opened()
    strip = me.chart.hold_strip
    carry(me, "offers", 4)
    assert not strip.keep.isVisible()  # no earlier is the default already
    choose(strip, "start", 0, me)
    assert not strip.keep.isVisible()  # a drop that holds nothing would do nothing
    choose(strip, "start", 2, me)
    strip.keep.click()
    assert not strip.keep.isVisible()
    carry(me, "light", 4)
    assert held_by(me, "light") == ("mso", on(6, 15), True, "auto")
    kept = me.page.save_state()
    me.page.restore_state({"holds": {"start": "manual", "finish": "nonsense", "else": 3}})
    assert strip.defaults == {"start": "manual", "finish": ""}
    me.page.restore_state(kept)
    assert strip.defaults["start"] == "pin"


def test_the_choice_by_keys_alone(opened: Opened) -> None:
    me = opened()
    carry(me, "offers", 4)
    strip = me.chart.hold_strip
    me.key(KEY.Key_H, CTRL | ALT)
    assert strip.choices["start"].hasFocus()
    me.key(KEY.Key_P, to=strip.choices["start"])
    assert me.task("offers").pinned
    me.key(KEY.Key_Right, to=strip.choices["start"])
    assert me.task("offers").mode == "manual"
    me.key(KEY.Key_Escape, to=strip.choices["start"])
    assert not strip.isVisible()
    assert me.chart.hasFocus()
    assert steps(me) == 1
    assert me.task("offers").mode == "manual"


def test_without_a_drop_the_choice_is_of_the_current_task(opened: Opened) -> None:
    me = opened()
    me.workspace.do(commands.SetDuration(("pack",), 4 * DAY))
    me.select("offers")
    me.key(KEY.Key_H, CTRL | ALT)
    strip = me.chart.hold_strip
    assert strip.choices["start"].at == 0
    assert strip.text.text() == "“Collect offers” follows its links and starts on 2026-06-11."
    me.key(KEY.Key_P, to=strip.choices["start"])
    assert held_by(me, "offers") == ("mso", on(6, 11), True, "auto")
    me.key(KEY.Key_N, to=strip.choices["start"])
    assert held_by(me, "offers") == ("snet", on(6, 11), False, "auto")
    assert steps(me) == 2  # the edit before stays a step of its own
    me.select("design")
    me.key(KEY.Key_H, CTRL | ALT)
    assert [refusal.code for refusal in me.refusals] == ["summary_is_derived"]


def test_the_choice_goes_with_the_next_action(opened: Opened) -> None:
    me = opened()
    strip = me.chart.hold_strip
    for go_on in (
        lambda: me.key(KEY.Key_Escape, to=me.chart),
        lambda: me.select("survey"),
        lambda: me.press(QPointF(5, 5)) or me.release(QPointF(5, 5)),
        lambda: me.workspace.do(commands.SetProgress(("survey",), 50)),
    ):
        carry(me, "offers", 7)
        assert strip.isVisible()
        go_on()
        assert not strip.isVisible()


def test_what_has_begun_offers_no_choice(opened: Opened) -> None:
    me = opened()
    me.workspace.do(commands.SetProgress(("survey",), 50))
    carry(me, "survey", 1)
    strip = me.chart.hold_strip
    assert strip.text.text().startswith("“Survey the old office” began on 2026-06-02, its actual start")
    assert not any(each.isVisible() for each in strip.choices.values())


def test_the_sheet_stays_at_its_bar(opened: Opened) -> None:
    me = opened()
    carry(me, "offers", 4)
    strip = me.chart.hold_strip
    me.chart.set_scale(me.chart.scale.scrolled(me.bar("offers").left - 40))
    assert strip.x() == me.chart.viewport().x() + 40
    assert strip.y() > me.chart.viewport().y() + me.bar("offers").bottom
    me.page.resize(1000, 300)
    QApplication.processEvents()
    assert me.chart.viewport().geometry().contains(strip.geometry())


def test_a_press_beside_the_choice_is_none_on_the_chart_behind(opened: Opened) -> None:
    me = opened()
    carry(me, "offers", 4)
    strip = me.chart.hold_strip
    corner = strip.rect().bottomRight() - QPoint(3, 3)
    me.bot.mousePress(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    assert strip.isVisible() and me.chart.gesture is None
    me.bot.mouseRelease(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_the_choice_is_readable_in_large_text(opened: Opened, large: None, language: str) -> None:
    set_language(language)
    me = opened()
    me.page.resize(1280, 720)
    QApplication.processEvents()
    strip = me.chart.hold_strip
    for edge, drag in (("start", lambda: carry(me, "light", 4)), ("finish", lambda: stretch(me, "light", 1))):
        drag()
        assert strip.isVisible()
        segments = strip.choices[edge]
        assert segments.width() >= segments.sizeHint().width()
        assert strip.rect().contains(segments.geometry())
        choose(strip, edge, 2, me)
        assert strip.keep.isVisible()
        assert strip.rect().contains(strip.keep.geometry())
        assert not clipped(strip)
        assert me.chart.viewport().geometry().contains(strip.geometry())
        if language == CHINESE:
            assert not english_words(strip, frozenset({"Lighting"}))


def stretch(me: Person, task: str, days: float) -> None:
    """Drag the finish of a task."""
    me.drag(me.finish_edge(task), me.finish_edge(task) + QPointF(me.days(days), 0))


# -- in time or over the rows -------------------------------------------------------------------------


def row_step(me: Person, count: float) -> QPointF:
    return QPointF(0, count * me.chart.metrics.row)


def pull(me: Person, start: QPointF, *ways: QPointF, keys: Qt.KeyboardModifier = NO_KEY) -> QPointF:
    """Press at ``start`` and go to one point after the other; the last is where the pointer is now."""
    me.press(start)
    for way in ways:
        me.move(start + way, keys)
    return start + ways[-1]


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


# -- drawing tasks ------------------------------------------------------------------------------------


def below_all(me: Person, moment: dt.datetime) -> QPointF:
    """A point below the last row."""
    row = me.page.model.rowCount()
    return QPointF(me.chart.frame.x(moment), me.chart.top_of(row) + me.chart.metrics.row / 2)


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


# -- links --------------------------------------------------------------------------------------------


def draw_link(me: Person) -> str:
    """From the finish of the survey to the start of the lighting; the id of the link."""
    me.drag(me.finish_handle("survey"), me.start_edge("light"))
    return next(each.id for each in me.project.predecessors("light") if each.predecessor == "survey")


def place_on(me: Person, link: str) -> QPointF:
    """A point on the line of a link, on its last level stretch."""
    me.page.grab()
    line = next(each for each in me.chart.frame.lines if each.ref == f"dependency/{link}")
    (ax, ay), (bx, _) = line.points[-2:]
    return QPointF((ax + bx) / 2, ay)


def test_a_drawn_link_offers_type_and_lag_and_stays_one_step(opened: Opened) -> None:
    me = opened()
    before = snapshot(me.project)
    draw_link(me)
    sheet = me.chart.link_strip
    assert sheet.isVisible()
    assert sheet.text.text() == "Survey the old office → Lighting"
    assert me.chart.hasFocus()  # drawing goes on; Enter leads into the sheet
    me.key(KEY.Key_Return, to=me.chart)
    assert sheet.lag.hasFocus()
    me.bot.keyClicks(sheet.lag, "12d")
    # The survey ends on Wednesday 06-03; twelve working days later, on 06-22, the lighting could begin.
    assert me.bar("light").left == me.chart.frame.x(on(6, 22))
    assert me.dates("light").start == on(6, 11)
    me.page.grab()
    me.key(KEY.Key_Return, to=sheet.lag)
    assert not sheet.isVisible() and me.chart.hasFocus()
    assert me.dates("light").start == on(6, 22)
    assert steps(me) == 1
    me.workspace.undo()
    assert snapshot(me.project) == before
    me.workspace.redo()
    assert me.dates("light").start == on(6, 22)


def test_escape_leaves_the_link_as_it_was_drawn(opened: Opened) -> None:
    me = opened()
    draw_link(me)
    after = snapshot(me.project)
    sheet = me.chart.link_strip
    sheet.take_keys()
    me.bot.keyClicks(sheet.lag, "12d")
    me.key(KEY.Key_Escape, to=sheet.lag)
    assert not sheet.isVisible()
    assert me.bar("light").left == me.chart.frame.x(on(6, 11))
    assert snapshot(me.project) == after


def test_a_double_click_on_a_line_opens_its_sheet(opened: Opened) -> None:
    me = opened()
    link = draw_link(me)
    at = place_on(me, link)
    me.press(at)
    me.release(at)
    assert me.chart.selected_link == link
    assert not me.chart.link_strip.isVisible()
    me.mouse(QEvent.Type.MouseButtonDblClick, at)
    sheet = me.chart.link_strip
    assert sheet.isVisible() and sheet.lag.hasFocus()
    me.key(KEY.Key_Backtab, to=sheet.lag)
    assert sheet.type.hasFocus()
    sheet.type.setCurrentIndex(sheet.type.findData("FF"))
    me.key(KEY.Key_Return, to=sheet.type)
    assert ("survey", "light", "FF") in me.links()
    assert steps(me) == 2  # drawn before, changed now
    sheet.show_link(link)
    sheet.remove_button.click()
    assert ("survey", "light", "FF") not in me.links()
    assert steps(me) == 3


def test_what_was_entered_is_kept_when_the_hand_goes_elsewhere_and_a_bad_lag_is_told(opened: Opened) -> None:
    me = opened()
    draw_link(me)
    sheet = me.chart.link_strip
    sheet.take_keys()
    me.bot.keyClicks(sheet.lag, "12 moons")
    assert "12 moons" in sheet.problem.text()
    me.key(KEY.Key_Return, to=sheet.lag)
    assert sheet.isVisible()
    sheet.lag.selectAll()
    me.bot.keyClicks(sheet.lag, "1d")
    assert not sheet.problem.isVisible()
    paper = QPointF(me.chart.viewport().width() - 5, 5)
    me.press(paper)
    me.release(paper)
    assert not sheet.isVisible()
    assert next(each.lag for each in me.project.predecessors("light") if each.predecessor == "survey") == DAY


def test_a_drawn_link_is_removed_as_if_it_had_never_been(opened: Opened) -> None:
    me = opened()
    draw_link(me)
    me.chart.link_strip.remove_button.click()
    assert not steps(me)
    draw_link(me)
    me.key(KEY.Key_Delete, to=me.chart)  # the selected link, by its key
    assert ("survey", "light", "FS") not in me.links()


def test_a_link_by_keys_and_a_circle_that_is_told_before_it_is_made(opened: Opened) -> None:
    me = opened()
    me.select("light")
    me.key(KEY.Key_K, CTRL | ALT, to=me.grid)
    sheet = me.chart.link_strip
    assert sheet.text.text() == "Floor plan → Lighting"
    me.bot.keyClicks(sheet.lag, "50%")
    me.key(KEY.Key_Return, to=sheet.lag)
    assert me.project.get(Dependency, "plan-light").lag_percent == 50
    me.workspace.do(commands.AddTask("Alone", "open", fields={"id": "alone"}))
    me.select("alone")
    me.chart.select_link("")
    me.key(KEY.Key_K, CTRL | ALT, to=me.grid)
    assert [refusal.code for refusal in me.refusals] == ["no_link"]
    start, end = me.finish_handle("light"), me.start_edge("plan")
    me.press(start)
    me.move(end)
    gesture = me.chart.gesture
    assert gesture is not None and "Floor plan → Lighting → Floor plan" in gesture.tip()[-1]
    me.key(KEY.Key_Escape, to=me.chart)


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_the_sheet_of_a_link_is_readable_in_large_text(opened: Opened, large: None, language: str) -> None:
    set_language(language)
    me = opened()
    me.page.resize(1280, 720)
    QApplication.processEvents()
    sheet = me.chart.link_strip
    sheet.show_link("plan-light")
    me.bot.keyClicks(sheet.lag, "9 moons")
    assert not clipped(sheet)
    assert me.chart.viewport().geometry().contains(sheet.geometry())
    for part in (sheet.type, sheet.lag, sheet.problem, sheet.apply_button, sheet.remove_button):
        assert sheet.rect().contains(part.geometry())
    if language == CHINESE:
        assert not english_words(sheet, frozenset({"Lighting", "Floor", "plan", "moons"}))


# -- fingers ------------------------------------------------------------------------------------------


class Fingers:
    """Two fingers on the chart, as a touch screen reports them."""

    device = None

    def __init__(self, me: Person) -> None:
        Fingers.device = Fingers.device or QTest.createTouchDevice()
        me.page.resize(780, 560)  # touches beyond the screen go nowhere
        me.page.work.setSizes([200, 580])
        QApplication.processEvents()
        me.chart.fit_project()
        me.page.grab()
        self._view = me.chart.viewport()
        self._down: set[int] = set()

    def __call__(self, *places: QPointF | None) -> None:
        """Put the fingers to these places, all at once; None lifts one."""
        sequence = QTest.touchEvent(self._view, Fingers.device, False)
        for finger, place in enumerate(places):
            if place is None:
                if finger in self._down:
                    self._down.discard(finger)
                    sequence.release(finger, self._last[finger], self._view)
                continue
            at = place.toPoint()
            (sequence.move if finger in self._down else sequence.press)(finger, at, self._view)
            self._down.add(finger)
            self._last = {**getattr(self, "_last", {}), finger: at}
        sequence.commit(False)
        QApplication.processEvents()


def test_a_tap_selects_and_a_second_one_opens_the_details(opened: Opened) -> None:
    me = opened()
    touch = Fingers(me)
    touch(me.body("offers"))
    touch(None)
    assert me.grid.selected_ids() == ["offers"]
    assert not steps(me) and me.chart.gesture is None
    wanted: list[object] = []
    me.chart.details_wanted.connect(wanted.append)
    touch(me.body("offers") + QPointF(2, 1))
    touch(None)
    assert wanted == ["offers"]


def test_one_finger_moves_the_paper(opened: Opened) -> None:
    me = opened()
    for number in range(60):
        me.workspace.do(commands.AddTask(f"Task {number}"))
    touch, before = Fingers(me), snapshot(me.project)
    at, start = me.body("offers"), me.chart.scale.start
    across, down = me.chart.horizontalScrollBar().value(), me.chart.verticalScrollBar().value()
    touch(at)
    touch(at + QPointF(-6, 0))
    assert me.chart.scale.start == start  # a finger trembles
    touch(at + QPointF(-30, -20))
    touch(at + QPointF(-80, -50))
    touch(None)
    assert me.chart.horizontalScrollBar().value() == across + 80
    assert me.chart.verticalScrollBar().value() == down + 50
    assert snapshot(me.project) == before
    assert me.grid.selected_ids() != ["offers"]


def test_two_fingers_zoom_at_their_middle(opened: Opened) -> None:
    me = opened()
    touch, middle = Fingers(me), QPointF(250, 100)
    there, scale = me.chart.scale.moment(middle.x()), me.chart.scale.scale
    touch(middle - QPointF(40, 0), middle + QPointF(40, 0))
    touch(middle - QPointF(60, 0), middle + QPointF(60, 0))
    touch(middle - QPointF(80, 0), middle + QPointF(80, 0))
    assert me.chart.scale.scale == pytest.approx(2 * scale)
    assert me.chart.scale.x(there) == pytest.approx(middle.x(), abs=2)
    touch(middle - QPointF(80, 0), None)
    touch(middle - QPointF(10, 0), None)
    assert me.chart.scale.x(there) == pytest.approx(middle.x(), abs=2)  # what is left of two fingers moves nothing
    touch(None, None)
    assert me.grid.selected_ids() != ["survey"]


def test_a_finger_held_still_opens_the_menu(opened: Opened) -> None:
    me = opened()
    touch = Fingers(me)
    touch(me.body("pack"))
    me.bot.waitUntil(lambda: me.chart.gesture is not None, timeout=5000)
    touch(None)  # lifted where it rested
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert me.chart.gesture is None
    assert me.grid.selected_ids() == ["pack"]
    assert me.page.plan_actions.milestone in menu.actions()
    menu.close()
    touch(QPointF(5, me.body("pack").y()))  # beside the bars there is nothing to take hold of
    me.bot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=5000)
    other = QApplication.activePopupWidget()
    assert isinstance(other, QMenu)
    other.close()
    touch(None)
    assert not steps(me)


def test_a_finger_that_rests_on_a_bar_drags_it(opened: Opened) -> None:
    me = opened()
    touch, before = Fingers(me), snapshot(me.project)
    start, days = me.body("offers"), me.days(4)
    me.select("survey")
    me.grid.cells.clear()

    def hold() -> None:
        touch(start)
        me.bot.waitUntil(lambda: me.chart.gesture is not None, timeout=5000)

    hold()
    assert me.chart.gesture is not None
    assert me.chart.gesture.tip() == ["Collect offers", "Drag it, or lift the finger for the menu"]
    touch(start + QPointF(days / 2, 3))
    touch(start + QPointF(days, 3))
    assert me.chart.gesture is not None and me.chart.gesture.tip()[0] == "Collect offers"
    touch(start + QPointF(days, 3), start + QPointF(days, 60))  # a second finger puts it back
    assert me.chart.gesture is None
    touch(None, None)
    assert snapshot(me.project) == before and not steps(me)
    hold()
    touch(start + QPointF(days, 3))
    touch(None)
    assert me.task("offers").constraint_date == on(6, 15)
    assert me.chart.hold_strip.isVisible()
    assert steps(me) == 1


def test_a_trackpad_zooms_at_the_pointer_and_a_wheel_with_shift_moves_in_time(opened: Opened) -> None:
    me = opened()
    view, at = me.chart.viewport(), QPointF(200, 60)
    there, scale = me.chart.scale.moment(at.x()), me.chart.scale.scale
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2,
        at, at, QPointF(view.mapToGlobal(at)), 0.25, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    assert me.chart.scale.scale == pytest.approx(1.25 * scale)
    assert me.chart.scale.x(there) == pytest.approx(at.x(), abs=1)
    across = me.chart.horizontalScrollBar().value()
    me.wheel(at, -120, SHIFT)
    assert me.chart.horizontalScrollBar().value() == across + 120


# -- splitting ----------------------------------------------------------------------------------------
# The floor plan takes five days, from Thursday 06-04 to Wednesday 06-10; a cut at 06-08 leaves two and three.


def parts(me: Person, task: str) -> list[tuple[dt.datetime, dt.datetime]]:
    return [(to_datetime(a), to_datetime(b)) for a, b in me.workspace.schedule.parts(task)]


def at(me: Person, moment: dt.datetime, task: str = "plan") -> QPointF:
    """A point on the bar of a task."""
    return QPointF(me.chart.frame.x(moment), me.bar(task).middle)


def split(me: Person, gap: int = 2) -> None:
    me.workspace.do(commands.SplitTask("plan", on(6, 8), gap * DAY))
    me.page.grab()


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


# -- whatever comes between ---------------------------------------------------------------------------

PREPARED: dict[str, Callable[[Person], object]] = {
    "several": lambda me: me.select("light", "offers"),
    "part": split,
    "inner end": split,
    "knife": lambda me: me.page.plan_actions.hands.cut.trigger(),
}
HELD: dict[str, Callable[[Person], tuple[QPointF, QPointF]]] = {
    "move": lambda me: (me.body("offers"), QPointF(me.days(3), 0)),
    "several": lambda me: (me.body("offers"), QPointF(me.days(3), 0)),
    "rows": lambda me: (me.body("light"), row_step(me, 1.6)),
    "resize": lambda me: (me.finish_edge("light"), QPointF(me.days(3), 0)),
    "link": lambda me: (me.finish_handle("survey"), me.start_edge("light") - me.finish_handle("survey")),
    "draw": lambda me: (below_all(me, on(6, 9)), QPointF(me.days(3), 0)),
    "part": lambda me: (at(me, on(6, 11, 12)), QPointF(me.days(3), 0)),
    "inner end": lambda me: (
        QPointF(me.bar("plan").parts[0][1] - 2, me.bar("plan").middle), QPointF(me.days(3), 0)
    ),
    "knife": lambda me: (at(me, on(6, 8)), QPointF(me.days(2), 0)),
}  # fmt: skip
"""Where a drag begins, and how far it goes."""


def taken(me: Person, gesture: str) -> tuple[QPointF, dict[str, dict[str, Any]], int]:
    """The gesture is under way: where the pointer is, and the project with its steps as they were."""
    PREPARED.get(gesture, lambda me: None)(me)
    start, way = HELD[gesture](me)
    before, count = snapshot(me.project), steps(me)
    way = pull(me, start, way * 0.4, way)
    assert me.chart.gesture is not None
    me.page.grab()
    return way, before, count


@pytest.mark.parametrize("gesture", HELD)
def test_escape_at_any_moment_leaves_no_trace(opened: Opened, gesture: str) -> None:
    me = opened()
    end, before, count = taken(me, gesture)
    me.key(KEY.Key_Escape, to=me.chart)
    assert me.chart.gesture is None
    me.release(end)
    assert (snapshot(me.project), steps(me)) == (before, count)
    assert not me.workspace.session.redo_steps


@pytest.mark.parametrize("gesture", HELD)
def test_another_window_in_front_ends_a_gesture(opened: Opened, gesture: str) -> None:
    me = opened()
    end, before, count = taken(me, gesture)
    lost = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(me.chart, lost)
    assert me.chart.gesture is None
    me.release(end)
    assert (snapshot(me.project), steps(me)) == (before, count)


@pytest.mark.parametrize("gesture", HELD)
def test_every_drag_is_one_step(opened: Opened, gesture: str) -> None:
    me = opened()
    end, before, count = taken(me, gesture)
    me.release(end)
    assert steps(me) == count + 1
    after = snapshot(me.project)
    assert after != before
    me.workspace.undo()
    assert snapshot(me.project) == before
    me.workspace.redo()
    assert snapshot(me.project) == after


TOLD = {
    "rows": "“Lighting” is 2.3 in “Design” now.",
    "part": "“Floor plan” is in 2 parts, takes 5d and finishes on 2026-06-17.",
    "inner end": "“Floor plan” is in 2 parts, takes 6d and finishes on 2026-06-15.",
    "knife": "“Floor plan” is in 2 parts, takes 5d and finishes on 2026-06-12.",
}


@pytest.mark.parametrize("gesture", TOLD)
def test_a_drop_that_leaves_no_choice_is_told_as_well(opened: Opened, gesture: str) -> None:
    me = opened()
    end, _, _ = taken(me, gesture)
    me.release(end)
    strip = me.chart.hold_strip
    assert strip.isVisible()
    assert strip.text.text() == TOLD[gesture]
    assert not any(each.isVisible() for each in (*strip.choices.values(), strip.keep))
    me.workspace.undo()
    assert not strip.isVisible()


@pytest.mark.parametrize("gesture", HELD)
def test_every_drag_at_double_text_in_chinese(opened: Opened, large: None, gesture: str) -> None:
    set_language(CHINESE)
    me = opened()
    end, _, count = taken(me, gesture)
    me.release(end)
    assert steps(me) == count + 1
    assert not me.refusals
    me.page.grab()
    told = [clipped(strip) for strip in me.chart.strips if strip.isVisible()]
    assert told == ([] if gesture == "draw" else [[]])  # a sheet tells of the drop; what was drawn gets its name


def test_rows_in_another_order_say_that_they_cannot_be_moved(opened: Opened) -> None:
    me = opened()
    me.page.model.arrange(Arrangement(sort=(SortKey("name"),)))
    me.page.grab()
    start = me.body("offers")
    refused: list[None] = []
    me.grid.moving_refused.connect(lambda: refused.append(None))
    pull(me, start, QPointF(0, 12), row_step(me, 2))
    gesture = me.chart.gesture
    assert gesture is not None and gesture.tip()[0] == "Rows move only in the order of the outline"
    me.release(start + row_step(me, 2))
    assert refused
    assert not steps(me)
    carry(me, "offers", 4)  # in time they do
    assert me.task("offers").constraint_date == on(6, 15)


def test_what_is_said_during_a_drag_is_chinese_in_chinese(opened: Opened) -> None:
    set_language(CHINESE)
    me = opened()
    for (start, way), said in (
        (HELD["move"](me), ["Collect offers", "2026-06-15 – 2026-06-18", "4 个工作日 · 总浮动时间 0 天"]),
        (HELD["rows"](me), ["Lighting", "将成为“Design”中的 2.3"]),
        (HELD["draw"](me), ["新任务"]),
    ):
        pull(me, start, way * 0.5, way)
        gesture = me.chart.gesture
        assert gesture is not None
        assert gesture.tip()[: len(said)] == said
        words = " ".join(gesture.tip())
        for name in ("Collect offers", "Lighting", "Design", "Ctrl", "Shift", "Floor plan", "Pack", "Move", "Drive"):
            words = words.replace(name, "")
        assert not any("a" <= letter <= "z" for letter in words.lower()), words
        me.key(KEY.Key_Escape, to=me.chart)
        me.release(start)
