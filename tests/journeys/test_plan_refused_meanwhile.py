"""What was typed and cannot be taken stays in its editor while other things are done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt

from tests.plan_window import ALT, Person, english, opened

__all__ = ["english", "opened"]

Opened = Callable[..., Person]


def refused(me: Person) -> None:
    """Type a duration that is none."""
    me.select("survey", column="duration")
    me.type("soon")
    me.key(Qt.Key.Key_Return)
    assert_kept(me)


def assert_kept(me: Person) -> None:
    editor = me.editor()
    assert editor is not None and editor.text() == "soon"
    assert me.grid.delegate.explanation


def test_a_task_drawn_meanwhile_is_there_and_the_text_is_kept(opened: Opened) -> None:
    me = opened()
    refused(me)
    count = len(me.project.outline.order)
    start = QPointF(me.bar("survey").right + me.days(3), me.bar("survey").middle)
    me.drag(start, start + QPointF(me.days(3), 0), ALT)
    assert len(me.project.outline.order) == count + 1
    assert_kept(me)


def test_another_cell_that_is_to_be_edited_meanwhile_waits(opened: Opened) -> None:
    me = opened()
    refused(me)
    me.page.plan_actions.rename.trigger()
    assert_kept(me)
    me.key(Qt.Key.Key_Escape)
    me.page.plan_actions.rename.trigger()
    editor = me.editor()
    assert editor is not None and editor.text() == me.task("survey").name
