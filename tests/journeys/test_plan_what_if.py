"""Something is tried out: what it comes to is told, and it is kept or discarded as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt

from desktop.domain.commands import plan as commands
from desktop.domain.project import Project
from desktop.i18n import CHINESE, set_language
from tests.journeys.visible import clipped
from tests.journeys.visible import english as english_words
from tests.plan_hands import carry, on, steps
from tests.plan_window import LEFT, Person, english, me, opened
from tests.plans import DAY, snapshot

__all__ = ["english", "me", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key
# The office move ends on Friday 2026-06-19: survey 3 days, floor plan 5, offers 4, packing 2, driving 1.


def facts(project: Project) -> dict[str, dict[str, Any]]:
    """Every record but for who changed it last, and when."""
    return {
        key: {one.id: one.replace(changed_at=None, changed_by="") for one in rows.values()}
        for key, rows in snapshot(project).items()
    }


def begun(me: Person) -> None:
    me.page.plan_actions.try_out.trigger()
    assert me.page.what_if.isVisible()


def shorter(me: Person) -> None:
    """The floor plan takes three days instead of five."""
    me.workspace.do(commands.SetDuration(("plan",), 3 * DAY))


def test_what_it_comes_to_is_told(opened: Opened) -> None:
    me = opened()
    begun(me)
    strip = me.page.what_if
    assert strip.text.text() == "Trying something out: change what you like, then keep or discard all of it."
    shorter(me)
    told = "Trying something out, 1 step: finish 2026-06-19 → 2026-06-17, 2d earlier"
    me.bot.waitUntil(lambda: strip.text.text() == told)
    me.workspace.do(commands.SetDuration(("plan",), 6 * DAY))
    told = "Trying something out, 2 steps: finish 2026-06-19 → 2026-06-22, 1d later"
    me.bot.waitUntil(lambda: strip.text.text() == told)


def test_discarded_in_one_step_that_undo_brings_back(opened: Opened) -> None:
    me = opened()
    me.workspace.do(commands.SetDuration(("light",), DAY))  # was there before, and stays
    before = facts(me.project)
    begun(me)
    shorter(me)
    me.workspace.do(commands.AddTask("Something else", "design", commands.CHILD))
    me.workspace.do(commands.DeleteTasks(("drive",)))
    carry(me, "light", 3)
    tried, count = facts(me.project), steps(me)
    me.page.plan_actions.discard_tried.trigger()
    assert facts(me.project) == before
    assert me.dates("drive").finish == on(6, 19, 17)
    assert (steps(me), me.page.what_if.isVisible()) == (count + 1, False)
    me.workspace.undo()
    assert facts(me.project) == tried


def test_kept_by_its_button_with_every_step_as_it_was_done(opened: Opened) -> None:
    me = opened()
    begun(me)
    shorter(me)
    shown = snapshot(me.project)
    me.bot.mouseClick(me.page.what_if.keep_button, LEFT)
    assert not me.page.what_if.isVisible()
    assert (snapshot(me.project), steps(me)) == (shown, 1)
    assert not me.page.plan_actions.keep_tried.isEnabled()


def test_going_back_before_its_beginning_ends_it(opened: Opened) -> None:
    me = opened()
    shorter(me)
    begun(me)
    me.workspace.undo()
    assert not me.page.what_if.isVisible()
    me.workspace.redo()
    assert not me.page.what_if.isVisible()


def test_nothing_tried_is_nothing_to_undo(opened: Opened) -> None:
    me = opened()
    before = snapshot(me.project)
    begun(me)
    me.page.plan_actions.discard_tried.trigger()
    assert (snapshot(me.project), steps(me)) == (before, 0)


def test_by_keys_nothing_is_clipped(me: Person) -> None:
    begun(me)
    shorter(me)
    me.bot.waitUntil(lambda: "06-17" in me.page.what_if.text.text())
    me.page.grab()
    assert clipped(me.page.what_if) == []
    me.page.plan_actions.try_out.trigger()
    assert me.page.what_if.keep_button.hasFocus()
    me.key(KEY.Key_Tab, to=me.page.what_if.keep_button)
    assert me.page.what_if.discard_button.hasFocus()
    me.key(KEY.Key_Return, to=me.page.what_if.discard_button)
    assert me.task("plan").duration == 5 * DAY
    assert me.grid.hasFocus()


def test_it_is_told_in_chinese(opened: Opened) -> None:
    set_language(CHINESE)
    me = opened()
    begun(me)
    shorter(me)
    me.bot.waitUntil(lambda: "06-17" in me.page.what_if.text.text())
    assert not english_words(me.page.what_if)
