"""How a drop on the chart holds its task, and that another choice takes its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.commands import plan as commands
from desktop.i18n import CHINESE, ENGLISH, set_language
from tests.journeys.visible import clipped
from tests.journeys.visible import english as english_words
from tests.plan_hands import carry, choose, held_by, large, on, steps
from tests.plan_window import ALT, CTRL, Person, english, opened
from tests.plans import DAY, snapshot

__all__ = ["english", "large", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key

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
