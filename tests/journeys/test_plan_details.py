"""The side panel of the plan, by keys and mouse: one task, several, in both languages and text sizes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.plan import Assignment, Dependency, Task
from desktop.domain.resource_names import Share
from desktop.domain.session import Session
from desktop.i18n import CHINESE, ENGLISH, words
from desktop.models.task_items_table import MAKES
from desktop.store.files import ProjectFile
from desktop.views.plan import PlanPage
from desktop.views.plan.details.costs import CostsTab
from desktop.views.plan.details.dependencies import DependenciesTab, TaskPicker
from desktop.views.plan.details.history import HistoryTab
from desktop.views.plan.details.links import AnythingPicker, LinksTab
from desktop.views.plan.details.panel import TABS
from desktop.views.plan.details.progress import ProgressTab
from desktop.views.plan.details.resources import ResourcePicker, ResourcesTab
from desktop.views.plan.details.rows import Rows, RowsTable
from desktop.views.records.links import LinkEditor
from tests.journeys.visible import clipped
from tests.journeys.visible import english as english_texts
from tests.plan_window import ALT, CTRL, SHIFT, Person, english, opened, reading
from tests.plans import DAY, office, snapshot

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key


@pytest.fixture(params=[(ENGLISH, 1), (CHINESE, 2)], ids=["english", "chinese at 200 %"])
def look(request: pytest.FixtureRequest, qapp: QApplication, english: None) -> Iterator[None]:
    """A language and a text size."""
    language, size = request.param
    with reading(qapp, language, size):
        yield


def open_panel(me: Person, *ids: str) -> None:
    """Select tasks and go into the panel by keys."""
    me.select(*ids)
    me.key(KEY.Key_F2, SHIFT, to=me.grid)
    QApplication.processEvents()


def write(me: Person, widget: QWidget, text: str) -> None:
    """Click into a field, type over what stands there, press Enter."""
    widget.setFocus()
    if isinstance(widget, QLineEdit):
        widget.selectAll()
    me.bot.keyClicks(widget, text)
    me.bot.keyClick(widget, KEY.Key_Return)


def field(me: Person, tab: str, name: str) -> QWidget:
    """The editor of a field, with its section in front."""
    me.page.panel.show_tab(tab)
    return me.page.panel.tab(tab).fields[name].widget


def test_the_panel_is_opened_left_and_closed_by_keys(opened: Opened, look: None) -> None:
    me = opened()
    panel = me.page.panel
    open_panel(me, "plan")
    focus = QApplication.focusWidget()
    assert panel.isVisible() and focus is not None and panel.isAncestorOf(focus)
    assert panel.identity == "plan"
    seen = [panel.front]
    for _ in range(len(TABS) - 1):
        me.key(KEY.Key_PageDown, CTRL)
        seen.append(panel.front)
    assert seen == [kind.key for kind in TABS]
    me.key(KEY.Key_PageUp, CTRL)
    assert panel.front == seen[-2]
    me.key(KEY.Key_Escape)
    assert me.grid.hasFocus() and panel.isVisible()
    me.key(KEY.Key_Down)
    assert panel.identity == "light"
    assert panel.front == seen[-2]  # the section stays
    me.key(KEY.Key_Return, ALT, to=me.grid)
    me.key(KEY.Key_F2, SHIFT)
    assert panel.isHidden() and me.grid.hasFocus()
    assert not me.workspace.session.undo_steps


def test_nothing_is_clipped_and_nothing_stays_untranslated(opened: Opened, look: None, qapp: QApplication) -> None:
    me = opened()
    me.page.resize(1080, 560)  # the window of 1280 × 720 without its rail, menus and bars
    allowed = frozenset(word for task in me.project.table(Task).values() for word in task.name.split()) | {"Anna"}
    for ids in (("plan",), ("brief",), ("plan", "light")):
        open_panel(me, *ids)
        for key in me.page.panel.sections():
            me.page.panel.show_tab(key)
            for _ in range(3):
                QApplication.processEvents()
            assert clipped(me.page.panel) == [], key
            if words().language == CHINESE:
                assert english_texts(me.page.panel, allowed) == [], key


def test_fields_are_edited_by_the_commands_of_the_grid(opened: Opened, look: None) -> None:
    me = opened()
    open_panel(me, "plan")
    before = snapshot(me.project)
    write(me, field(me, "general", "duration"), "3d")
    assert me.task("plan").duration == 3 * DAY
    write(me, field(me, "general", "start"), "2026-06-15")
    assert (me.task("plan").constraint, me.task("plan").constraint_date) == ("snet", dt.datetime(2026, 6, 15, 8))
    write(me, field(me, "general", "deadline"), "2026-06-30")
    assert me.task("plan").deadline == dt.datetime(2026, 6, 30, 17)
    write(me, me.page.panel.head.name.widget, "Plan of the floor")
    assert me.task("plan").name == "Plan of the floor"
    assert len(me.workspace.session.undo_steps) == 4
    for _ in range(4):
        me.workspace.undo()
    assert snapshot(me.project) == before
    line = field(me, "general", "duration")
    assert isinstance(line, QLineEdit) and line.text() in ("5d", "5 天", "5天")


def test_what_cannot_be_read_is_refused_beside_the_field_and_escape_takes_it_back(opened: Opened, look: None) -> None:
    me = opened()
    open_panel(me, "plan")
    line = field(me, "general", "duration")
    assert isinstance(line, QLineEdit)
    shown = line.text()
    write(me, line, "soon")
    part = me.page.panel.tab("general").fields["duration"]
    assert "soon" in part.reason
    assert line.text() == "soon"
    assert not me.workspace.session.undo_steps
    me.bot.keyClick(line, KEY.Key_Escape)
    assert line.text() == shown and not part.reason
    assert me.page.panel.isAncestorOf(QApplication.focusWidget())
    me.bot.keyClick(line, KEY.Key_Escape)
    assert me.grid.hasFocus()
    assert not me.workspace.session.undo_steps


def test_what_is_typed_is_kept_when_another_task_is_selected(opened: Opened, look: None) -> None:
    me = opened()
    open_panel(me, "plan")
    me.page.panel.show_tab("notes")
    note = field(me, "notes", "notes")
    note.setFocus()
    me.bot.keyClicks(note, "Ask for the old drawings")
    me.bot.keyClick(note, KEY.Key_Return)
    me.bot.keyClicks(note, "and the keys")
    me.select("light")
    assert me.task("plan").notes == "Ask for the old drawings\nand the keys"
    assert me.task("light").notes == ""
    assert len(me.workspace.session.undo_steps) == 1


def test_several_tasks_show_what_they_share_and_change_together(opened: Opened, look: None) -> None:
    me = opened()
    open_panel(me, "plan", "light", "offers")
    panel = me.page.panel
    assert "links" not in panel.sections()
    line, mode = field(me, "general", "duration"), field(me, "general", "mode")
    assert isinstance(line, QLineEdit) and isinstance(mode, QComboBox)
    assert line.text() == "" and line.placeholderText() in ("(various)", "（多个值）")
    assert mode.currentData() == "auto"
    write(me, line, "4d")
    assert [me.task(one).duration for one in ("plan", "light", "offers")] == [4 * DAY] * 3
    assert len(me.workspace.session.undo_steps) == 1
    assert line.text() in ("4d", "4 天", "4天")
    me.workspace.undo()
    assert [me.task(one).duration for one in ("plan", "light", "offers")] == [5 * DAY, 2 * DAY, 4 * DAY]
    assert line.text() == ""
    line.setFocus()
    me.bot.keyClick(line, KEY.Key_Return)  # nothing typed: nothing changed
    assert not me.workspace.session.undo_steps
    write(me, field(me, "general", "deadline"), "2026-07-01")
    assert {me.task(one).deadline for one in ("plan", "light", "offers")} == {dt.datetime(2026, 7, 1, 17)}
    assert len(me.workspace.session.undo_steps) == 1


def test_summaries_among_several_keep_what_follows_from_their_parts(opened: Opened, look: None) -> None:
    me = opened()
    open_panel(me, "design", "plan", "light")
    write(me, field(me, "general", "duration"), "1d")
    assert [me.task(one).duration for one in ("plan", "light")] == [DAY, DAY]
    assert not me.refusals and len(me.workspace.session.undo_steps) == 1
    open_panel(me, "design")
    line = field(me, "general", "duration")
    assert isinstance(line, QLineEdit) and line.isReadOnly()


def test_every_field_that_a_person_sees_of_a_task_is_somewhere(opened: Opened) -> None:
    me = opened()
    open_panel(me, "plan")
    panel = me.page.panel
    found = {"name", "audience", "wbs_code"}
    for key in panel.sections():
        panel.show_tab(key)
        found |= panel.tab(key).fields.keys()
    left_out = {"manual_start", "manual_finish", "number"}  # edited as start and finish; the number is never edited
    assert {spec.name for spec in Task.info.columns()} - found <= left_out


# -- dependencies ---------------------------------------------------------------------------------


def rows_of(me: Person, side: str) -> Rows:
    """One of the two tables of links, with its section in front."""
    me.page.panel.show_tab("dependencies")
    tab = me.page.panel.tab("dependencies")
    assert isinstance(tab, DependenciesTab)
    QApplication.processEvents()
    return tab.incoming if side == "incoming" else tab.outgoing


def type_into(me: Person, table: RowsTable, row: int, key: str, text: str) -> None:
    """Go to a cell, type over it, press Enter."""
    column = [cell.key for cell in table.rows.cells].index(key)
    table.setFocus()
    table.setCurrentIndex(table.rows.index(row, column))
    me.bot.keyClick(table, KEY.Key_F2)
    editor = table.delegate.editor
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    me.bot.keyClicks(editor, text)
    me.bot.keyClick(editor, KEY.Key_Return)


def cells(table: RowsTable, row: int) -> list[str]:
    return [str(table.rows.index(row, at).data() or "") for at in range(table.rows.columnCount())]


def test_links_are_added_changed_and_taken_away_in_their_table(opened: Opened, look: None) -> None:
    me = opened()
    before = snapshot(me.project)
    open_panel(me, "plan")
    rows = rows_of(me, "incoming")
    table = rows.table
    assert cells(table, 0)[:3] == ["1.3  Brief agreed", "FS", ""]
    assert cells(table, 0)[3] != ""  # it drives
    rows.add_button.click()
    editor = table.delegate.editor
    assert isinstance(editor, TaskPicker)
    me.bot.keyClicks(editor, "1.1")  # by WBS code
    assert editor.popup.isVisible()
    me.bot.keyClick(editor, KEY.Key_Return)
    me.bot.keyClick(table, KEY.Key_Escape) if table.delegate.editor else None
    assert ("survey", "plan", "FS") in me.links()
    assert rows.model.count == 2
    type_into(me, table, 1, "lag", "-1d")
    link = next(one for one in me.project.predecessors("plan") if one.predecessor == "survey")
    assert link.lag == -DAY
    type_into(me, table, 1, "lag", "50%")
    assert me.project.get(Dependency, link.id).lag_percent == 50
    type_into(me, table, 1, "task", "Collect wishes")  # the other end
    assert me.project.get(Dependency, link.id).predecessor == "wishes"
    assert me.project.get(Dependency, link.id).lag_percent == 50
    table.setCurrentIndex(rows.model.index(1, 0))
    table.setFocus()
    me.bot.keyClick(table, KEY.Key_Delete)
    assert rows.model.count == 1
    steps = len(me.workspace.session.undo_steps)
    assert steps == 5 and not me.refusals
    for _ in range(steps):
        me.workspace.undo()
    assert snapshot(me.project) == before


def test_a_type_is_chosen_in_the_table(opened: Opened, look: None) -> None:
    me = opened()
    open_panel(me, "plan")
    table = rows_of(me, "outgoing").table
    table.setFocus()
    table.setCurrentIndex(table.rows.index(0, 1))
    me.bot.keyClick(table, KEY.Key_F2)
    choice = table.delegate.editor
    assert isinstance(choice, QComboBox)
    choice.setCurrentIndex(choice.findData("SS"))
    me.bot.keyClick(choice, KEY.Key_Return)
    assert {kind for before, after, kind in me.links() if (before, after) == ("plan", "light")} == {"SS"}
    assert len(me.workspace.session.undo_steps) == 1


def test_a_circle_is_refused_at_the_cell_with_its_tasks(opened: Opened, look: None) -> None:
    me = opened()
    open_panel(me, "plan")
    before = snapshot(me.project)
    rows = rows_of(me, "incoming")
    rows.add()
    editor = rows.table.delegate.editor
    assert isinstance(editor, TaskPicker)
    me.bot.keyClicks(editor, "Collect offers")
    me.bot.keyClick(editor, KEY.Key_Return)
    if not rows.table.delegate.refused:
        me.bot.keyClick(editor, KEY.Key_Return)
    assert rows.table.delegate.refused
    assert "Floor plan" in rows.table.delegate.explanation and "Collect offers" in rows.table.delegate.explanation
    me.bot.keyClick(editor, KEY.Key_Escape)
    assert rows.table.delegate.editor is None
    assert snapshot(me.project) == before and not me.workspace.session.undo_steps
    me.page.activateWindow()  # a popup that closes leaves no window active where there is no screen
    QApplication.processEvents()
    me.bot.keyClick(rows.table, KEY.Key_Escape)
    assert me.grid.hasFocus()


def test_a_row_leads_to_the_other_task(opened: Opened, look: None) -> None:
    me = opened()
    me.page.navigate.connect(lambda ref: me.page.reveal(str(ref).partition("/")[2]))
    open_panel(me, "plan")
    rows = rows_of(me, "outgoing")
    rows.table.setFocus()
    rows.table.setCurrentIndex(rows.model.index(1, 0))
    me.bot.keyClick(rows.table, KEY.Key_Return, CTRL)
    assert me.grid.current_id() == "offers"
    assert me.page.panel.identity == "offers" and me.page.panel.front == "dependencies"
    assert cells(rows_of(me, "incoming").table, 0)[0] == "2.1  Floor plan"


def test_several_tasks_are_linked_in_order_from_the_panel(opened: Opened, look: None) -> None:
    me = opened()
    open_panel(me, "survey", "wishes", "light")
    tab = me.page.panel.tab("dependencies")
    assert isinstance(tab, DependenciesTab)
    me.page.panel.show_tab("dependencies")
    me.bot.mouseClick(tab.link_button, Qt.MouseButton.LeftButton)
    assert {("survey", "wishes", "FS"), ("wishes", "light", "FS")} <= me.links()
    assert len(me.workspace.session.undo_steps) == 1
    me.bot.mouseClick(tab.unlink_button, Qt.MouseButton.LeftButton)
    assert not {("survey", "wishes", "FS"), ("wishes", "light", "FS")} & me.links()


# -- resources, progress and costs ----------------------------------------------------------------


def resources_of(me: Person) -> ResourcesTab:
    me.page.panel.show_tab("resources")
    tab = me.page.panel.tab("resources")
    assert isinstance(tab, ResourcesTab)
    QApplication.processEvents()
    return tab


def test_resources_are_put_on_a_task_by_typing(opened: Opened, look: None) -> None:
    me = opened()
    before = snapshot(me.project)
    open_panel(me, "plan")
    tab = resources_of(me)
    tab.rows.add_button.click()
    editor = tab.rows.table.delegate.editor
    assert isinstance(editor, ResourcePicker)
    me.bot.keyClicks(editor, "Anna [50%]")
    me.bot.keyClick(editor, KEY.Key_Return)
    (anna,) = me.project.assignments("plan")
    assert (anna.resource, anna.units) == ("anna", 50)
    # 5 days at half of her time: 20 hours.
    assert cells(tab.rows.table, 0)[1:3] in (["50%", "20h"], ["50%", "20 工时"], ["50%", "20小时"], ["50%", "20 小时"])
    type_into(me, tab.rows.table, 0, "units", "100")
    assert me.project.get(Assignment, anna.id).units == 100
    tab.rows.add()
    editor = tab.rows.table.delegate.editor
    assert isinstance(editor, ResourcePicker)
    me.bot.keyClicks(editor, "Bo")
    assert editor.popup.isVisible()  # somebody new is offered
    me.bot.keyClick(editor, KEY.Key_Return)
    assert [one.name_text for one in me.project.rows("resource").values()] == ["Anna", "Bo"]
    assert len(me.project.assignments("plan")) == 2
    tab.rows.table.setCurrentIndex(tab.assignments.index(0, 0))
    tab.rows.table.setFocus()
    me.bot.keyClick(tab.rows.table, KEY.Key_Delete)
    assert len(me.project.assignments("plan")) == 1
    steps = len(me.workspace.session.undo_steps)
    assert steps == 4 and not me.refusals
    for _ in range(steps):
        me.workspace.undo()
    assert snapshot(me.project) == before
    assert tab.assignments.count == 0


def test_contour_delay_and_rates_of_an_assignment_are_edited_below_the_table(opened: Opened, look: None) -> None:
    me = opened()
    me.workspace.do(commands.AddToTask("plan", (Share("Anna", 100, "anna"),)))
    open_panel(me, "plan")
    tab = resources_of(me)
    (anna,) = me.project.assignments("plan")
    write(me, tab.details["delay"].widget, "1d")
    assert me.project.get(Assignment, anna.id).delay == DAY
    choice = tab.details["contour"].widget
    assert isinstance(choice, QComboBox)
    assert choice.currentData() == ""
    choice.setFocus()
    choice.setCurrentIndex(choice.findData("bell"))
    me.bot.keyClick(choice, KEY.Key_Return)
    assert me.project.get(Assignment, anna.id).contour == "bell"
    rates = tab.details["rate_table"].widget
    assert isinstance(rates, QComboBox)
    rates.setCurrentIndex(rates.findData("C"))
    me.bot.keyClick(rates, KEY.Key_Return)
    assert me.project.get(Assignment, anna.id).rate_table == "C"
    line = tab.details["overtime_work"].widget
    write(me, line, "much")
    assert "much" in tab.details["overtime_work"].reason
    me.bot.keyClick(line, KEY.Key_Escape)
    assert len(me.workspace.session.undo_steps) == 4


def test_an_unknown_name_with_units_is_refused_at_the_cell(opened: Opened, look: None) -> None:
    me = opened()
    open_panel(me, "plan")
    tab = resources_of(me)
    tab.rows.add()
    editor = tab.rows.table.delegate.editor
    assert isinstance(editor, ResourcePicker)
    me.bot.keyClicks(editor, "Nobody [50%]")
    me.bot.keyClick(editor, KEY.Key_Return)
    assert tab.rows.table.delegate.refused and "Nobody" in tab.rows.table.delegate.explanation
    me.bot.keyClick(editor, KEY.Key_Escape)
    assert not me.workspace.session.undo_steps


def test_resources_of_several_tasks_are_set_together(opened: Opened, look: None) -> None:
    me = opened()
    open_panel(me, "plan", "light")
    write(me, field(me, "resources", "resources"), "Anna [50%]")
    assert [[one.units for one in me.project.assignments(task)] for task in ("plan", "light")] == [[50], [50]]
    assert len(me.workspace.session.undo_steps) == 1


def test_progress_says_at_once_what_follows(opened: Opened, look: None) -> None:
    me = opened()
    open_panel(me, "survey")
    write(me, field(me, "progress", "percent_complete"), "100")
    tab = me.page.panel.tab("progress")
    assert isinstance(tab, ProgressTab)
    assert me.task("survey").actual_finish == dt.datetime(2026, 6, 3, 17)
    assert "2026-06-03 17:00" in tab.follows.text()
    actual = tab.fields["actual_finish"].widget
    assert isinstance(actual, QLineEdit) and actual.text() == "2026-06-03 17:00"
    write(me, tab.fields["percent_complete"].widget, "120")
    assert tab.fields["percent_complete"].reason
    assert len(me.workspace.session.undo_steps) == 1


def test_costs_come_when_they_have_been_worked_out(opened: Opened, look: None) -> None:
    me = opened()
    me.workspace.do(SetFields("resource", ("anna",), {"standard_rate": 10_000}))
    me.workspace.do(commands.AddToTask("plan", (Share("Anna", 100, "anna"),)))
    me.workspace.do(commands.CaptureBaseline("Agreed"))
    open_panel(me, "plan")
    write(me, field(me, "costs", "fixed_cost"), "500")
    tab = me.page.panel.tab("costs")
    assert isinstance(tab, CostsTab)
    # Forty hours at 100.00 an hour, and 500.00 that were not agreed.
    me.bot.waitUntil(lambda: tab.money.shown().get("cost") == "4,500.00")
    assert tab.money.shown()["baseline_cost"] == "4,000.00"
    assert tab.money.shown()["cost_variance"].startswith("+500.00")
    assert tab.earned.shown()["bac"] == "4,000.00"


# -- history --------------------------------------------------------------------------------------


def test_the_history_of_a_task_is_told_with_its_links_and_grows_while_one_looks(opened: Opened, look: None) -> None:
    me = opened()
    me.workspace.do(commands.SetDuration(("plan",), 3 * DAY))
    me.workspace.do(commands.SetDuration(("light",), 3 * DAY))
    me.workspace.do(commands.AddLink("survey", "plan"))
    open_panel(me, "plan")
    me.page.panel.show_tab("history")
    tab = me.page.panel.tab("history")
    assert isinstance(tab, HistoryTab)
    assert [len(told.details) for told in tab.deeds] == [1, 1]
    assert "Survey the old office" in tab.list.item(0).text()
    assert "→" in tab.list.item(1).text() and "2026-06-03 10:00 · test" in tab.list.item(1).text()
    write(me, me.page.panel.head.name.widget, "Plan of the floor")
    assert len(tab.deeds) == 3 and "Plan of the floor" in tab.list.item(0).text()
    me.select("wishes")
    assert tab.list.count() == 0 and tab.note.text()


# -- links ----------------------------------------------------------------------------------------


def links_of(me: Person) -> LinksTab:
    me.page.panel.show_tab("links")
    tab = me.page.panel.tab("links")
    assert isinstance(tab, LinksTab)
    QApplication.processEvents()
    return tab


def test_a_task_is_linked_with_what_is_there(opened: Opened, look: None) -> None:
    me = opened()
    me.workspace.do(AddRecord("risk", {"id": "ice", "event": "Ice on the road"}))
    me.workspace.do(AddRecord("issue", {"id": "lift", "problem": "No lift", "tasks": ("plan",)}))
    before = snapshot(me.project)
    asked: list[object] = []
    me.page.navigate.connect(asked.append)
    open_panel(me, "plan")
    tab = links_of(me)
    assert tab.items.count == 1 and "No lift" in cells(tab.rows.table, 0)[0]
    tab.rows.add_button.click()
    editor = tab.rows.table.delegate.editor
    assert isinstance(editor, AnythingPicker)
    me.bot.keyClicks(editor, "ice")
    me.bot.keyClick(editor, KEY.Key_Return)
    assert me.task("plan").links == ("risk/ice",)
    assert tab.items.count == 2
    for row in reversed(range(2)):
        tab.rows.table.setCurrentIndex(tab.items.index(row, 0))
        tab.rows.table.setFocus()
        me.bot.keyClick(tab.rows.table, KEY.Key_Return, CTRL)
        me.bot.keyClick(tab.rows.table, KEY.Key_Delete)
    assert set(asked) == {"risk/ice", "issue/lift"}
    assert me.task("plan").links == () and tab.items.count == 0
    assert len(me.workspace.session.undo_steps) == 5 and not me.refusals
    for _ in range(3):
        me.workspace.undo()
    assert snapshot(me.project) == before


@pytest.mark.parametrize("kind", MAKES)
def test_something_new_is_made_for_a_task_in_one_step_and_opened(opened: Opened, kind: str) -> None:
    me = opened()
    before = snapshot(me.project)
    asked: list[object] = []
    me.page.navigate.connect(asked.append)
    open_panel(me, "plan")
    tab = links_of(me)
    me.bot.keyClick(tab.line, KEY.Key_Return)  # nothing was named
    assert not me.workspace.session.undo_steps
    tab.kind.setCurrentIndex(tab.kind.findData(kind))
    me.bot.keyClicks(tab.line, "Ask the landlord")
    me.bot.keyClick(tab.line, KEY.Key_Return)
    (made,) = me.project.rows(kind).values()
    assert made.name_text == "Ask the landlord"
    assert asked == [made.ref]
    assert [tab.items.record(row) for row in range(tab.items.count)] == [made]
    assert len(me.workspace.session.undo_steps) == 1
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_every_section_is_reached_by_a_command_of_its_own(opened: Opened, look: None) -> None:
    me = opened()
    me.select("plan")
    menu = me.page.plan_actions.sections.menu()
    assert isinstance(menu, QMenu)
    assert [action.data() for action in menu.actions()] == [kind.key for kind in TABS]
    for action in menu.actions():
        action.trigger()
        assert me.page.panel.isVisible() and me.page.panel.front == action.data()
        focus = QApplication.focusWidget()
        assert focus is not None and me.page.panel.isAncestorOf(focus), action.data()


def test_nothing_is_not_among_the_choices_where_there_always_is_something(opened: Opened) -> None:
    me = opened()
    open_panel(me, "plan")
    for name in ("mode", "constraint", "task_type"):
        choice = field(me, "general", name)
        assert isinstance(choice, QComboBox)
        assert choice.findData("") < 0 and choice.currentData() == getattr(me.task("plan"), name)


def test_a_link_can_be_followed_only_where_there_is_one(opened: Opened) -> None:
    me = opened()
    open_panel(me, "plan")
    line = field(me, "general", "calendar")
    assert isinstance(line, LinkEditor)
    assert not any(action.isVisible() for action in line.actions())
    me.workspace.do(AddRecord("calendar", {"id": "night", "name": "Nights"}))
    me.workspace.do(SetFields("task", ("plan",), {"calendar": "night"}))
    assert line.text().endswith("Nights") and all(action.isVisible() for action in line.actions())


def test_the_file_remembers_what_was_done_to_a_task_in_an_earlier_session(
    program: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "move.pilotage"
    with ProjectFile.create(path, office()) as file:
        session = Session(file.project, file, author="Li Lei", clock=lambda: dt.datetime(2026, 6, 2, 9))
        session.execute(commands.SetDuration(("plan",), 3 * DAY))
        session.execute(commands.SetDuration(("light",), 3 * DAY))
    window = program.new_window()
    with qtbot.waitExposed(window):
        window.show()
    window.open_file(path)
    qtbot.waitUntil(lambda: window.view is not None)
    window.go_to("task/plan")
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, PlanPage)
    page.plan_actions.go_to_details.trigger()
    page.panel.show_tab("history")
    tab = page.panel.tab("history")
    assert isinstance(tab, HistoryTab)
    qtbot.waitUntil(lambda: len(tab.deeds) == 1)
    assert "2026-06-02 09:00 · Li Lei" in tab.list.item(0).text() and "5d → 3d" in tab.list.item(0).text()
    page.workspace.do(commands.AddLink("survey", "plan"))
    qtbot.waitUntil(lambda: len(tab.deeds) == 2)
    window.close()
