"""What is being typed is taken exactly once, never lost, and never refused unsaid: in cells, fields and sheets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget

from desktop.domain.commands.plan import AddTask
from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import TaskDates
from desktop.views.plan.details.field import TaskField
from tests.plan_window import SHIFT, Person, english, opened
from tests.plans import DAY, MONDAY, snapshot

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def three(opened: Opened) -> Person:
    """Three tasks of one day that begin on a Monday."""
    tasks = [Task(id=one, number=at, name=one.upper(), rank=at * 1000, duration=DAY) for at, one in enumerate("abc", 1)]
    return opened(Project([ProjectProfile(id="p", number=1, name="Move", start=MONDAY), *tasks]))


def leave_window(widget: QWidget) -> None:
    """The person looks at another window; nothing else of this one takes the keys."""
    QApplication.sendEvent(widget, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))


def later(dates: TaskDates, days: int) -> dt.datetime:
    return dates.start + dt.timedelta(days)


def open_field(me: Person, task: str, name: str) -> TaskField:
    """Go into a field of the panel by keys, as if to type over what stands there."""
    me.select(task)
    me.key(KEY.Key_F2, SHIFT, to=me.grid)
    found = me.page.panel.tab("general").fields[name]
    found.widget.setFocus()
    line = found.widget
    assert isinstance(line, QLineEdit)
    line.selectAll()
    return found


def tool(me: Person, action: str) -> QToolButton:
    wanted = getattr(me.page.plan_actions, action)
    return next(button for button in me.page.findChildren(QToolButton) if button.defaultAction() is wanted)


def steps(me: Person) -> int:
    return len(me.workspace.session.undo_steps)


# -- a relative date is counted once -----------------------------------------------------------------


@pytest.mark.parametrize("button", ["add_below", "indent", "milestone", "delete"])
def test_a_press_on_a_tool_takes_what_is_typed_in_the_panel_once(opened: Opened, button: str) -> None:
    me = three(opened)
    before, stored = me.dates("a"), snapshot(me.project)
    field = open_field(me, "a", "start")
    me.bot.keyClicks(field.widget, "+7d")
    had = steps(me)
    me.bot.mouseClick(tool(me, button), LEFT)
    assert steps(me) - had <= 2  # the date, and what the button did where it could
    if button == "delete":
        me.workspace.undo()
    assert me.dates("a").start == later(before, 7)
    while steps(me):
        me.workspace.undo()
    assert snapshot(me.project) == stored


def test_the_date_comes_before_what_the_button_did(opened: Opened) -> None:
    me = three(opened)
    before = me.dates("a")
    field = open_field(me, "a", "start")
    me.bot.keyClicks(field.widget, "+7d")
    me.bot.mouseClick(tool(me, "add_below"), LEFT)
    assert len(me.project.table(Task)) == 4
    me.workspace.undo()
    assert len(me.project.table(Task)) == 3
    assert me.dates("a").start == later(before, 7)
    me.workspace.undo()
    assert me.dates("a").start == before.start


def test_what_cannot_be_read_stays_in_the_field_or_is_told(opened: Opened) -> None:
    me = three(opened)
    stored = me.task("a")
    field = open_field(me, "a", "start")
    me.bot.keyClicks(field.widget, "some day")
    me.bot.mouseClick(tool(me, "milestone"), LEFT)  # the same task stays in the panel
    assert field.reason
    assert field.widget.text() == "some day"  # type: ignore[attr-defined]
    me.bot.mouseClick(tool(me, "add_below"), LEFT)  # another one comes into it
    assert len(me.refusals) == 1
    assert me.task("a").constraint == stored.constraint


def test_leaving_the_window_takes_a_cell_once(opened: Opened) -> None:
    me = three(opened)
    before = me.dates("a")
    me.select("a", column="start")
    me.type("+7d")
    editor = me.editor()
    assert editor is not None
    leave_window(editor)
    assert me.dates("a").start == later(before, 7)
    assert me.editor() is editor  # and comes back to it
    assert editor.text().startswith(f"{later(before, 7):%Y-%m-%d}")
    leave_window(editor)
    me.key(KEY.Key_Return)
    assert me.dates("a").start == later(before, 7)
    assert steps(me) == 1


def test_leaving_the_window_keeps_the_place_in_a_text(opened: Opened) -> None:
    me = three(opened)
    me.select("a")
    me.type("Paint the")
    editor = me.editor()
    assert editor is not None
    leave_window(editor)
    assert me.task("a").name == "Paint the"
    me.bot.keyClicks(editor, " wall")
    me.key(KEY.Key_Return)
    assert me.task("a").name == "Paint the wall"


def test_leaving_the_window_takes_a_field_once(opened: Opened) -> None:
    me = three(opened)
    before = me.dates("a")
    field = open_field(me, "a", "start")
    me.bot.keyClicks(field.widget, "+7d")
    leave_window(field.widget)
    leave_window(field.widget)
    me.bot.keyClick(field.widget, KEY.Key_Return)
    assert me.dates("a").start == later(before, 7)
    assert steps(me) == 1


def test_several_tasks_are_moved_once_when_others_are_selected(opened: Opened) -> None:
    me = three(opened)
    before = me.dates("a")
    me.select("a", "b")
    me.key(KEY.Key_F2, SHIFT, to=me.grid)
    line = me.page.panel.tab("general").fields["start"].widget
    line.setFocus()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    me.bot.keyClicks(line, "+7d")
    me.page.grid.select_id("c")  # not by a press: the keys are still in the field
    assert [me.dates(task).start for task in "abc"] == [later(before, 7), later(before, 7), before.start]
    assert steps(me) == 1


def test_a_tool_takes_the_open_cell_first(opened: Opened) -> None:
    me = three(opened)
    before = me.dates("a")
    me.select("a", column="start")
    me.type("+7d")
    me.bot.mouseClick(tool(me, "add_below"), LEFT)
    assert me.dates("a").start == later(before, 7)
    assert len(me.project.table(Task)) == 4
    assert steps(me) == 2
    me.workspace.undo()
    assert len(me.project.table(Task)) == 3


def test_an_open_cell_that_was_not_touched_is_left_alone(opened: Opened) -> None:
    me = three(opened)
    me.select("a", column="start")
    me.key(KEY.Key_F2)
    assert me.editor() is not None
    left = me.workspace.settle()
    assert not left
    assert me.editor() is not None
    assert steps(me) == 0


def test_rows_that_come_above_do_not_lead_an_open_cell_astray(opened: Opened) -> None:
    me = three(opened)
    me.select("b", column="duration")
    me.type("3d")
    me.workspace.do(AddTask("above", "a", "below"), settle=False)
    editor = me.editor()
    assert editor is not None
    leave_window(editor)
    assert me.task("b").duration == 3 * DAY
    assert editor.text().startswith("3")
