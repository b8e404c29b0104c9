"""A task that is added and named is one step, and one that is given up was never there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.changes import ChangeSet
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.project import Project
from desktop.views.menus import step_name
from tests.plan_window import CTRL, SHIFT, Person, english, me, opened, reader
from tests.plans import MONDAY, snapshot

__all__ = ["english", "me", "opened", "reader"]

Opened = Callable[..., Person]
KEY = Qt.Key


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def steps(person: Person) -> list[ChangeSet]:
    return person.workspace.session.undo_steps


def add(person: Person, how: str) -> None:
    """Have a new row in one of the ways there are."""
    person.select("open" if how == "enter" else "wishes")
    if how == "enter":
        person.key(KEY.Key_Return)
    elif how == "ins":
        person.key(KEY.Key_Insert)
    elif how == "below":
        person.key(KEY.Key_Return, CTRL)
    else:
        person.key(KEY.Key_Return, CTRL | SHIFT)
    settle()
    assert person.editor() is not None


WAYS = pytest.mark.parametrize("how", ["enter", "ins", "below", "child"])


@WAYS
def test_adding_and_naming_is_one_step(me: Person, how: str) -> None:
    before = snapshot(me.project)
    add(me, how)
    me.type("Party")
    me.key(KEY.Key_Tab)
    settle()
    assert len(steps(me)) == 1
    assert "Party" in step_name(steps(me)[0])
    named = snapshot(me.project)
    me.workspace.undo()
    assert snapshot(me.project) == before
    me.workspace.redo()
    assert [task.name for task in me.project.table(Task).values()].count("Party") == 1
    assert {one.id: one.name for one in me.project.table(Task).values()}.keys() >= {"wishes", "open"}
    assert len(snapshot(me.project)) == len(named)


@WAYS
def test_escape_takes_a_new_row_back_without_a_trace(me: Person, how: str) -> None:
    me.workspace.do(SetFields("task", ("survey",), {"name": "Measure"}))
    me.workspace.undo()
    before, redo = snapshot(me.project), list(me.workspace.session.redo_steps)
    assert len(redo) == 1
    add(me, how)
    where = "open" if how == "enter" else "wishes"
    me.key(KEY.Key_Escape)
    settle()
    assert snapshot(me.project) == before
    assert steps(me) == []
    assert me.workspace.session.redo_steps == redo  # what could be done again still can
    assert me.grid.current_id() == where and me.editor() is None
    me.workspace.redo()
    assert me.task("survey").name == "Measure"


@WAYS
def test_escape_after_some_letters_takes_the_row_back_too(opened: Opened, how: str) -> None:
    me = opened()
    before = snapshot(me.project)
    add(me, how)
    me.type("Par")
    me.key(KEY.Key_Escape)
    settle()
    assert snapshot(me.project) == before and steps(me) == [] and me.workspace.session.redo_steps == []


def test_a_row_that_was_asked_for_stays_when_the_hand_goes_elsewhere(opened: Opened) -> None:
    me = opened()
    add(me, "below")
    me.select("survey")
    settle()
    assert [task.name for task in me.project.table(Task).values()].count("New task") == 1
    assert len(steps(me)) == 1
    me.set_cell("survey", "name", "Measure")  # and what follows is a step of its own
    assert len(steps(me)) == 2


def test_a_row_asked_for_at_the_end_and_taken_as_it_is_opens_no_other(opened: Opened) -> None:
    me = opened(Project([ProjectProfile(id="p", number=1, name="Move", start=MONDAY)]))
    me.page.edits.add_below()
    settle()
    me.key(KEY.Key_Return)
    settle()
    assert me.page.model.rowCount() == 1 and me.editor() is None


def test_a_later_name_is_a_step_of_its_own(opened: Opened) -> None:
    me = opened()
    add(me, "below")
    me.type("Party")
    me.key(KEY.Key_Tab)
    added = me.page.model.ids[me.row("wishes") + 1]
    me.set_cell(added, "name", "Feast")
    assert len(steps(me)) == 2
    me.workspace.undo()
    assert me.task(added).name == "Party"


def test_a_drag_that_leaves_an_unnamed_row_goes_on(opened: Opened) -> None:
    """The row goes before the bar is taken hold of: taking it back later would cancel the drag."""
    me = opened()
    add(me, "enter")
    start = me.dates("offers").start
    at = me.body("offers")
    me.press(at)
    settle()
    assert me.page.model.ids[-1] == "open" and me.chart.gesture is not None
    me.move(at + QPointF(me.days(2), 0))
    settle()
    assert me.chart.gesture is not None
    me.release(at + QPointF(me.days(2), 0))
    settle()
    assert me.dates("offers").start > start
    assert len(steps(me)) == 1 and me.workspace.session.redo_steps == []


def test_the_bar_of_the_unnamed_row_itself_can_be_dragged(opened: Opened) -> None:
    me = opened()
    add(me, "enter")
    added = me.page.model.ids[-1]
    start = me.dates(added).start
    me.drag(me.body(added), me.body(added) + QPointF(me.days(2), 0))
    settle()
    assert me.dates(added).start > start
