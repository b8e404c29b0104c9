"""A date against the links is told once, with ways out of it; what holds a task is let go with one press."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Task
from desktop.i18n import CHINESE, set_language
from desktop.models.plan_columns import NUMBER_OF
from desktop.views.plan.conflict_strip import ConflictStrip
from desktop.views.plan.mark_cells import places
from tests.journeys.visible import clipped
from tests.journeys.visible import english as english_words
from tests.plan_hands import held_by, on, steps
from tests.plan_window import ALT, CTRL, LEFT, NO_KEY, Person, english, me, opened
from tests.plans import DAY, snapshot

__all__ = ["english", "me", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key
# "Collect offers" (4 days) follows the floor plan, which ends on Wednesday 2026-06-10: it starts on Thursday 06-11
# and ends on Tuesday 06-16; "Pack" (2 days) follows it.
WANTED = {"constraint": "mso", "constraint_date": on(6, 8)}


def must_start(me: Person, *, pinned: bool = False) -> ConflictStrip:
    """Collect offers must start on Monday 06-08, three working days before its link lets it."""
    me.workspace.do(SetFields("task", ("offers",), {**WANTED, "pinned": pinned}))
    strip = me.chart.conflict_strip
    me.bot.waitUntil(strip.isVisible)
    return strip


def press(me: Person, button: QPushButton) -> None:
    me.bot.mouseClick(button, LEFT)


def test_a_date_that_links_do_not_allow_is_told_with_what_holds_it(opened: Opened) -> None:
    me = opened()
    strip = must_start(me)
    assert strip.text.text().splitlines() == [
        "“Collect offers” must start on 2026-06-08.",
        "As things stand, it starts on 2026-06-11.",
        "What holds it: Survey the old office (2026-06-03) → Brief agreed (2026-06-03) → Floor plan (2026-06-10)",
    ]
    shown = [button.text() for button in strip.ways if button.isVisible()]
    assert shown == [
        "Leave it so: float -3d", "Release the date", "Remove the link from “Floor plan”", "Take the edit back",
    ]  # fmt: skip
    before = snapshot(me.project)
    press(me, strip.leave_so)
    assert not strip.isVisible()
    assert (snapshot(me.project), steps(me)) == (before, 1)
    assert me.dates("offers").total_float == -3 * DAY


def test_a_pinned_date_is_kept_and_the_link_named_that_it_breaks(opened: Opened) -> None:
    me = opened()
    strip = must_start(me, pinned=True)
    assert strip.text.text().splitlines()[:2] == [
        "“Collect offers” must start on 2026-06-08.",
        "The link from “Floor plan” allows that no earlier than 2026-06-11.",
    ]
    assert me.dates("offers").start == on(6, 8)


def test_each_way_out_is_one_step(opened: Opened) -> None:
    me = opened()
    first = snapshot(me.project)
    strip = must_start(me)
    dated = snapshot(me.project)
    press(me, strip.release)
    assert held_by(me, "offers") == ("asap", None, False, "auto")
    assert (steps(me), strip.isVisible()) == (2, False)
    me.workspace.undo()
    assert snapshot(me.project) == dated

    me.workspace.undo()
    strip = must_start(me)
    press(me, strip.unlink)
    assert not any(link.startswith("plan") and after == "offers" for link, after, _ in me.links())
    assert me.dates("offers").start == on(6, 8)
    assert steps(me) == 2
    me.workspace.undo()
    me.workspace.undo()

    strip = must_start(me)
    press(me, strip.take_back)
    assert snapshot(me.project) == first
    assert not strip.isVisible()


def test_a_longer_task_that_breaks_a_date_further_on_is_told_too(opened: Opened) -> None:
    me = opened()
    me.workspace.do(SetFields("task", ("pack",), {"constraint": "fnlt", "constraint_date": on(6, 18, 17)}))
    me.bot.wait(500)  # it holds: packing ends on Thursday 06-18
    strip = me.chart.conflict_strip
    assert not strip.isVisible()
    me.workspace.do(commands.SetDuration(("plan",), 6 * DAY))
    me.bot.waitUntil(strip.isVisible)
    assert strip.task == "pack"
    assert strip.text.text().splitlines()[:2] == [
        "“Pack” is to finish no later than 2026-06-18.", "As things stand, it finishes on 2026-06-19.",
    ]  # fmt: skip
    # Told once: another edit says nothing of what was there before.
    me.workspace.do(SetFields("task", ("drive",), {"name": "Drive there"}))
    me.bot.wait(500)
    assert not strip.isVisible()


def test_undo_and_redo_tell_nothing(opened: Opened) -> None:
    me = opened()
    strip = must_start(me)
    me.workspace.undo()
    me.bot.wait(500)
    me.workspace.redo()
    me.bot.wait(500)
    assert not strip.isVisible()


def test_by_keys_alone_and_escape_leaves_all_as_it_is(opened: Opened) -> None:
    me = opened()
    must_start(me)
    me.select("wishes")  # going on takes the sheet away
    strip = me.chart.conflict_strip
    assert not strip.isVisible()
    before = snapshot(me.project)
    me.key(KEY.Key_W, CTRL | ALT)
    assert strip.isVisible() and strip.leave_so.hasFocus()
    assert me.grid.current_id() == "offers"
    assert not strip.take_back.isVisible()
    me.key(KEY.Key_Escape, to=strip.leave_so)
    assert not strip.isVisible() and me.grid.hasFocus()
    assert (snapshot(me.project), steps(me)) == (before, 1)
    me.key(KEY.Key_W, CTRL | ALT)
    me.key(KEY.Key_Tab, to=strip.leave_so)
    assert strip.release.hasFocus()
    me.key(KEY.Key_Return, to=strip.release)
    assert held_by(me, "offers")[0] == "asap"
    me.key(KEY.Key_W, CTRL | ALT, to=me.grid)
    assert me.refusals[-1].code == "no_conflict"


def test_releasing_several_tasks_is_one_step_and_what_is_free_is_told(opened: Opened) -> None:
    me = opened()
    me.workspace.do(SetFields("task", ("light",), {"constraint": "snet", "constraint_date": on(6, 15)}))
    me.workspace.do(commands.SetManual(("pack",), True))
    held = snapshot(me.project)
    me.select("light", "pack", "drive")
    me.page.plan_actions.release.trigger()
    assert held_by(me, "light") == held_by(me, "pack") == ("asap", None, False, "auto")
    assert me.task("pack").manual_start is None
    assert steps(me) == 3
    me.workspace.undo()
    assert snapshot(me.project) == held
    me.select("drive")
    me.page.plan_actions.release.trigger()
    assert me.refusals[-1].code == "nothing_releases"
    assert snapshot(me.project) == held


def mark_place(me: Person, task: str) -> QPoint:
    """The middle of the first mark of a task."""
    index = me.page.model.index(me.row(task), NUMBER_OF["indicators"])
    facts = me.page.model.facts(me.row(task))
    _, box = next(iter(places(me.grid.visualRect(index), facts.marks, me.grid.metrics.line)))
    return box.center()


def test_one_press_on_its_mark_and_one_on_follow_links_let_a_task_go(opened: Opened) -> None:
    me = opened()
    me.workspace.do(SetFields("task", ("light",), {"constraint": "mso", "constraint_date": on(6, 15), "pinned": True}))
    before = steps(me)
    me.bot.mouseClick(me.grid.viewport(), LEFT, NO_KEY, mark_place(me, "light"))
    strip = me.chart.hold_strip
    assert strip.isVisible() and strip.choices["start"].at == 2
    place = strip.choices["start"].segment_box(0).center().toPoint()
    me.bot.mouseClick(strip.choices["start"], LEFT, NO_KEY, place)
    assert held_by(me, "light") == ("asap", None, False, "auto")
    assert steps(me) == before + 1


def test_nothing_is_clipped(me: Person) -> None:
    strip = must_start(me)
    me.page.grab()
    assert clipped(strip) == []


def test_it_is_told_in_chinese(opened: Opened) -> None:
    set_language(CHINESE)
    me = opened()
    strip = must_start(me, pinned=True)
    names = {task.name for task in me.project.table(Task).values()}
    assert not english_words(strip, frozenset(word for name in names for word in name.split()))


@pytest.mark.parametrize("kind", ["snlt", "fnlt", "mfo"])
def test_every_latest_date_is_known(opened: Opened, kind: str) -> None:
    me = opened()
    moment = on(6, 8) if kind == "snlt" else on(6, 10, 17)
    me.workspace.do(SetFields("task", ("offers",), {"constraint": kind, "constraint_date": moment}))
    strip = me.chart.conflict_strip
    me.bot.waitUntil(strip.isVisible)
    reached = "2026-06-11" if kind == "snlt" else "2026-06-16"
    assert strip.text.text().splitlines()[1].endswith(f"{reached}.")
