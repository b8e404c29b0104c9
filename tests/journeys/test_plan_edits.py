"""What is being typed is taken exactly once, never lost, and never refused unsaid: in cells, fields and sheets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget

from desktop.domain.commands.plan import AddTask, DeleteTasks
from desktop.domain.commands.records import AddRecord, DeleteRecords, SetFields
from desktop.domain.plan import Dependency, ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import TaskDates
from desktop.i18n import CHINESE, ENGLISH, set_language
from desktop.models.task_links import LAG
from desktop.views.plan.details.dependencies import DependenciesTab
from desktop.views.plan.details.field import TaskField
from desktop.views.plan.details.links import LinksTab
from desktop.views.plan.link_strip import LinkStrip
from desktop.views.records.explanation import sentence
from desktop.views.records.lines import NoteEditor
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


# -- sheets at bars ------------------------------------------------------------------------------------


def open_lag(me: Person, text: str) -> LinkStrip:
    """Double-click on a dependency, and write a lag."""
    me.chart.link_strip.show_link("plan-light")
    sheet = me.chart.link_strip
    assert sheet.lag.hasFocus()
    me.bot.keyClicks(sheet.lag, text)
    return sheet


def lag(me: Person) -> int:
    return me.project.get(Dependency, "plan-light").lag


def empty_place(me: Person) -> QPointF:
    """In the chart, in a row but far from its bar."""
    return QPointF(me.chart.viewport().width() - 8, me.bar("brief").middle)


def test_a_press_elsewhere_tells_why_a_lag_cannot_be_taken(opened: Opened) -> None:
    me = opened()
    sheet = open_lag(me, "2 dayz")
    me.press(empty_place(me))
    me.release(empty_place(me))
    assert not sheet.is_open()
    assert [each.code for each in me.refusals] == ["duration_unreadable"]
    assert lag(me) == 0


def test_going_on_in_the_grid_takes_the_lag(opened: Opened) -> None:
    me = opened()
    sheet = open_lag(me, "2d")
    me.set_cell("pack", "duration", "3d")
    assert lag(me) == 2 * DAY
    assert me.task("pack").duration == 3 * DAY
    assert not sheet.is_open()
    assert me.refusals == []
    me.workspace.undo()
    me.workspace.undo()
    assert lag(me) == 0


def test_a_lag_that_cannot_be_read_outlives_other_edits(opened: Opened) -> None:
    me = opened()
    sheet = open_lag(me, "2 dayz")
    me.set_cell("pack", "duration", "3d")
    assert me.task("pack").duration == 3 * DAY
    assert sheet.is_open()
    assert sheet.lag.text() == "2 dayz"
    assert sheet.problem.isVisible()
    me.bot.mouseClick(tool(me, "add_below"), LEFT)
    assert sheet.is_open()
    sheet.lag.setFocus()
    me.bot.keyClick(sheet.lag, KEY.Key_Escape)
    assert not sheet.is_open()
    assert lag(me) == 0


def test_a_tool_and_leaving_for_the_grid_take_the_lag(opened: Opened) -> None:
    me = opened()
    open_lag(me, "2d")
    me.bot.mouseClick(tool(me, "add_below"), LEFT)
    assert lag(me) == 2 * DAY
    me.workspace.undo()
    me.workspace.undo()
    assert lag(me) == 0
    open_lag(me, "1d")
    me.page.grid.setFocus()
    assert lag(me) == DAY


def test_work_that_ends_in_the_background_leaves_the_sheet_alone(opened: Opened) -> None:
    me = opened()
    sheet = open_lag(me, "2")
    me.workspace.do(SetFields("task", ("pack",), {"name": "Pack all"}), settle=False)
    assert sheet.is_open()
    me.bot.keyClicks(sheet.lag, "d")
    me.bot.keyClick(sheet.lag, KEY.Key_Return)
    assert lag(me) == 2 * DAY
    sheet = open_lag(me, "4d")
    me.workspace.do(DeleteRecords("dependency", ("plan-light",)), settle=False)
    assert not sheet.is_open()  # what it was about is gone


def test_a_split_that_was_only_looked_at_is_not_made(opened: Opened) -> None:
    me = opened()
    stored = snapshot(me.project)
    me.chart.split_strip.ask("plan")
    me.press(empty_place(me))
    me.release(empty_place(me))
    assert not me.chart.split_strip.is_open()
    assert snapshot(me.project) == stored
    me.chart.split_strip.ask("plan")
    gap = me.chart.split_strip.gap
    gap.setFocus()
    gap.selectAll()
    me.bot.keyClicks(gap, "2d")
    me.press(empty_place(me))
    me.release(empty_place(me))
    assert me.task("plan").splits


# -- resources by name ---------------------------------------------------------------------------------


def test_a_resource_that_cannot_be_added_is_explained(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    me = opened()
    me.set_cell("light", "resources", "Bob")
    button = me.grid.delegate.confirm
    assert button.isVisible()
    monkeypatch.setattr(me.page.model, "carry_out", lambda command: Rejected("read_only"))
    button.click()
    assert me.editor() is not None
    assert me.editor().text() == "Bob"  # type: ignore[union-attr]
    assert me.grid.delegate.explanation == sentence(Rejected("read_only"))
    assert not button.isVisible()


def test_resources_that_came_meanwhile_are_suggested(opened: Opened) -> None:
    me = opened()
    me.select("plan", "light")
    me.key(KEY.Key_F2, SHIFT, to=me.grid)
    me.page.panel.show_tab("resources")
    line = me.page.panel.tab("resources").fields["resources"].widget
    assert isinstance(line, QLineEdit)
    me.workspace.do(AddRecord("resource", {"id": "zoe", "name": "Zoe"}))
    line.setFocus()
    me.bot.keyClicks(line, "zo")
    completer = line.completer()
    assert completer is not None
    assert [completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())] == ["Zoe"]


# -- nothing is stale ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_the_key_that_reckons_elsewhere_says_that_nothing_is_stale(opened: Opened, language: str) -> None:
    set_language(language)
    me = opened()
    said: list[str] = []
    me.page.said.connect(lambda text: said.append(str(text)))
    before = snapshot(me.project)
    me.select("light", column="duration")
    me.key(KEY.Key_F9, to=me.grid)
    assert len(said) == 1
    assert f"{me.workspace.schedule.finish:%Y-%m-%d}" in said[0]
    assert snapshot(me.project) == before
    me.type("9d")
    me.bot.mouseClick(me.grid.row_header.viewport(), LEFT)
    me.page.rows_shown.show_part("critical")
    QApplication.processEvents()
    me.page.plan_actions.reckon.trigger()
    assert me.task("light").duration == 9 * DAY
    assert said[-1].count(f"{me.workspace.schedule.finish:%Y-%m-%d}") == 1


def test_of_a_plan_with_dates_of_another_program_it_says_so(opened: Opened) -> None:
    me = opened()
    me.workspace.do(SetFields("project", ("p",), {"date_source": "stored"}))
    me.select("light")
    said: list[str] = []
    me.page.said.connect(lambda text: said.append(str(text)))
    me.key(KEY.Key_F9, to=me.grid)
    assert "came with" in said[-1]


# -- rows that go, and tables of the panel ---------------------------------------------------------------


@pytest.mark.parametrize("how", ["collapse", "collapse_all", "filter", "sort"])
def test_rows_that_are_hidden_or_moved_take_the_open_cell_first(opened: Opened, how: str) -> None:
    me = opened()
    me.select("wishes", column="duration")
    me.type("9d")
    if how == "filter":
        me.page.rows_shown.show_part("critical")
    elif how == "sort":
        me.page.rows_shown.sort_by("name")
    else:
        getattr(me.page.plan_actions, how).trigger()
    QApplication.processEvents()
    assert me.task("wishes").duration == 9 * DAY
    assert me.editor() is None
    assert steps(me) == 1


def test_a_cell_whose_row_went_does_not_stand_in_the_way(opened: Opened) -> None:
    me = opened()
    me.select("wishes", column="duration")
    me.type("9 moons")
    me.key(KEY.Key_Return)
    assert me.grid.delegate.refused
    me.workspace.do(DeleteTasks(("wishes",)), settle=False)
    QApplication.processEvents()
    assert me.editor() is None
    assert not me.workspace.settle()
    me.set_cell("survey", "duration", "4d")
    assert me.task("survey").duration == 4 * DAY


def test_a_table_of_the_panel_takes_its_cell_once_or_tells_why_not(opened: Opened) -> None:
    me = opened()
    me.select("light")
    me.key(KEY.Key_F2, SHIFT, to=me.grid)
    me.page.panel.show_tab("dependencies")
    tab = me.page.panel.tab("dependencies")
    assert isinstance(tab, DependenciesTab)
    table = tab.incoming.table
    at = next(number for number, cell in enumerate(tab.incoming.model.cells) if cell.key == LAG)

    def write_lag(text: str) -> None:
        table.setFocus()
        table.setCurrentIndex(tab.incoming.model.index(0, at))
        table.edit(table.currentIndex())
        editor = table.delegate.editor
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        me.bot.keyClicks(editor, text)

    write_lag("2d")
    me.grid.select_id("plan")  # as the next find would: the keys stay where they are
    assert lag(me) == 2 * DAY
    assert steps(me) == 1
    me.grid.select_id("light")
    write_lag("2 dayz")
    me.grid.select_id("plan")
    assert [each.code for each in me.refusals] == ["duration_unreadable"]
    assert table.delegate.editor is None
    assert lag(me) == 2 * DAY


def test_what_was_begun_about_one_task_is_there_when_one_comes_back(opened: Opened) -> None:
    me = opened()
    me.select("light")
    me.key(KEY.Key_F2, SHIFT, to=me.grid)
    me.page.panel.show_tab("links")
    tab = me.page.panel.tab("links")
    assert isinstance(tab, LinksTab)
    me.bot.keyClicks(tab.line, "Lamps are late")
    me.grid.select_id("plan")
    assert tab.line.text() == ""
    me.grid.select_id("light")
    assert tab.line.text() == "Lamps are late"


def test_what_was_typed_about_a_task_that_went_is_not_for_the_next(opened: Opened) -> None:
    me = opened()
    field = open_field(me, "light", "duration")
    me.bot.keyClicks(field.widget, "77d")
    me.workspace.do(DeleteTasks(("light",)), settle=False)
    QApplication.processEvents()
    shown = me.page.panel.identity
    assert shown != "light"
    me.select("plan")
    assert not me.workspace.settle()
    assert {task.duration for task in me.project.table(Task).values()}.isdisjoint({77 * DAY})
    line = field.widget
    assert isinstance(line, QLineEdit)
    assert line.text() == "5d"
    assert not field.reason


def test_leaving_the_window_keeps_the_place_in_a_note(opened: Opened) -> None:
    me = opened()
    me.select("light")
    me.key(KEY.Key_F2, SHIFT, to=me.grid)
    me.page.panel.show_tab("notes")
    note = me.page.panel.tab("notes").fields["notes"].widget
    assert isinstance(note, NoteEditor)
    note.setFocus()
    me.bot.keyClicks(note, "Ask the electrician ")
    leave_window(note)
    assert me.task("light").notes == "Ask the electrician "
    me.bot.keyClicks(note, "again")
    leave_window(note)
    assert me.task("light").notes == "Ask the electrician again"


@pytest.mark.parametrize("text", ["5d", "5.0d"])
def test_enter_in_a_field_that_says_the_same_makes_no_step(opened: Opened, text: str) -> None:
    me = opened()
    field = open_field(me, "plan", "duration")
    me.bot.keyClick(field.widget, KEY.Key_Return)
    assert steps(me) == 0
    me.bot.keyClicks(field.widget, text)
    me.bot.keyClick(field.widget, KEY.Key_Return)
    assert steps(me) == 0
