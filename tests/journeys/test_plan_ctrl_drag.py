"""Held from the press on, Ctrl takes bars over the rows to another summary; a click with it still chooses one more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt

from tests.plan_window import CTRL, SHIFT, Person, english, me, opened, reader
from tests.plans import snapshot

__all__ = ["english", "me", "opened", "reader"]

Opened = Callable[..., Person]
KEY = Qt.Key


def steps(person: Person) -> int:
    return len(person.workspace.session.undo_steps)


def into(person: Person, above: str, start: QPointF, deeper: int = 1) -> QPointF:
    """Where a bar is dropped to come right below ``above``, so many levels further in than it stands."""
    row = person.bar(above)
    return QPointF(start.x() + 2 * deeper * person.grid.metrics.indent, row.middle + 0.4 * person.chart.metrics.row)


def test_ctrl_and_a_drag_bring_a_task_under_another(me: Person) -> None:
    before = snapshot(me.project)
    start = me.body("light")
    place = into(me, "pack", start)
    me.press(start, modifiers=CTRL)
    me.move(start + QPointF(3, 12), CTRL)
    me.move(place, CTRL)
    gesture = me.chart.gesture
    assert gesture is not None and "3.1.1" in gesture.tip()[1]
    me.release(place, modifiers=CTRL)
    assert me.task("light").parent == "pack" and me.task("light").constraint == "asap"
    assert steps(me) == 1 and me.grid.selected_ids() == ["light"]
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_escape_leaves_no_trace_of_it(me: Person) -> None:
    before = snapshot(me.project)
    start = me.body("light")
    me.press(start, modifiers=CTRL)
    me.move(into(me, "pack", start), CTRL)
    me.key(KEY.Key_Escape, CTRL, to=me.chart)
    assert me.chart.gesture is None
    me.release(into(me, "pack", start), modifiers=CTRL)
    assert snapshot(me.project) == before and steps(me) == 0 and me.workspace.session.redo_steps == []


def test_what_cannot_be_is_refused_in_a_sentence(me: Person) -> None:
    """Lighting follows the floor plan, so it cannot become a part of it."""
    before = snapshot(me.project)
    start = me.body("light")
    place = into(me, "plan", start)
    me.press(start, modifiers=CTRL)
    me.move(start + QPointF(3, -12), CTRL)
    me.move(place, CTRL)
    me.release(place, modifiers=CTRL)
    assert [refusal.code for refusal in me.refusals] == ["linked_summary"]
    assert snapshot(me.project) == before and steps(me) == 0


def test_several_that_were_chosen_with_ctrl_go_together(opened: Opened) -> None:
    me = opened()
    me.press(me.body("pack"))
    me.release(me.body("pack"))
    me.press(me.body("drive"), modifiers=CTRL)
    me.release(me.body("drive"), modifiers=CTRL)
    assert me.grid.selected_ids() == ["pack", "drive"] and steps(me) == 0
    start = me.body("drive")
    place = QPointF(start.x(), me.bar("offers").middle + 0.4 * me.chart.metrics.row)
    me.press(start, modifiers=CTRL)
    me.move(start - QPointF(0, 12), CTRL)
    me.move(place, CTRL)
    me.release(place, modifiers=CTRL)
    assert list(me.project.children("design"))[-2:] == ["pack", "drive"]
    assert steps(me) == 1


def test_a_click_with_ctrl_or_shift_changes_nothing_but_the_choice(opened: Opened) -> None:
    me = opened()
    before = snapshot(me.project)
    me.select("survey")
    for modifiers in (CTRL, SHIFT):
        me.press(me.body("offers"), modifiers=modifiers)
        me.move(me.body("offers") + QPointF(2, 3), modifiers)
        me.release(me.body("offers") + QPointF(2, 3), modifiers=modifiers)
        assert set(me.grid.selected_ids()) == {"survey", "offers"}
    assert snapshot(me.project) == before and steps(me) == 0 and me.chart.gesture is None
