"""Whatever comes between: every gesture on the chart with its Escape, its one step and what it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from desktop.i18n import CHINESE, set_language
from desktop.models.plan_order import Arrangement, SortKey
from tests.journeys.visible import clipped
from tests.plan_hands import at, below_all, carry, large, on, pull, row_step, split, steps
from tests.plan_window import Person, english, opened
from tests.plans import snapshot

__all__ = ["english", "large", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key

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
