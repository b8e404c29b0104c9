"""Columns of the plan: text that wraps, rows as high as it needs, in both languages and with large letters."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.i18n import CHINESE, ENGLISH, tr
from desktop.models.plan_columns import NUMBER_OF
from desktop.views.plan.column_dialog import ColumnDialog, ColumnPicker
from desktop.views.plan.wbs_dialog import WbsDialog
from desktop.views.records.choices import FlagEditor
from tests.journeys.visible import clipped
from tests.plan_window import ALT, LEFT, Person, english, opened, reading
from tests.plans import DAY, office

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key
NOTE = "The landlord wants to see the drawings first.\nHis consent has been outstanding for weeks. " * 3
CHINESE_NOTE = "房东希望先看图纸。\n他的同意书已经等了好几个星期，还没有消息。" * 4


@pytest.fixture(params=[(ENGLISH, 1), (CHINESE, 1), (ENGLISH, 2), (CHINESE, 2)], ids=lambda it: f"{it[0]}-{it[1]}00%")
def setting(request: pytest.FixtureRequest, qapp: QApplication, english: None) -> Iterator[str]:
    """Both languages, usual and double letters."""
    language, size = request.param
    with reading(qapp, language, size):
        yield language


def noted(*ids: str, note: str = NOTE) -> Project:
    """The office move with long notes."""
    project = office()
    return Project(
        dataclasses.replace(record, notes=note) if isinstance(record, Task) and record.id in ids else record
        for table in ("project", "task", "dependency", "resource")
        for record in project.rows(table).values()
    )


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def test_notes_wrap_and_bars_stand_in_the_first_line(opened: Opened, setting: str) -> None:
    me = opened(noted("survey", note=CHINESE_NOTE if setting == CHINESE else NOTE))
    flat = me.bar("wishes").top - me.bar("survey").top
    me.grid.show_columns([("name", 200), ("notes", 220), ("duration", 0)])
    settle()
    row, line = me.row("survey"), me.grid.metrics.row
    assert me.grid.heights.height(row) == line + 5 * me.grid.metrics.line  # six lines at most
    assert me.grid.rowHeight(row) == me.grid.heights.height(row)
    assert me.bar("survey").bottom - me.bar("survey").top == me.bar("plan").bottom - me.bar("plan").top
    assert me.bar("wishes").top - me.bar("survey").top == flat + 5 * me.grid.metrics.line
    # Grid and chart agree on every row, and a click beside a bar finds the row it lies in.
    for at in range(len(me.page.model.ids)):
        assert me.grid.rowViewportPosition(at) == me.chart.top_of(at)
    low = QPoint(30, me.grid.rowViewportPosition(row) + me.grid.rowHeight(row) - 3)
    assert me.grid.indexAt(low).row() == row
    assert me.chart.frame.row_at(low.y()) == row
    assert not me.page.grab().isNull()


def test_wrapping_is_chosen_by_the_heading_and_by_the_menu_and_remembered(opened: Opened, setting: str) -> None:
    me = opened(noted("survey"))
    me.workspace.do(SetFields("task", ("plan",), {"name": "A floor plan of the whole building with every desk in it"}))
    me.grid.show_columns([("name", round(16 * me.grid.metrics.em)), ("notes", 220)])
    row = me.row("plan")
    assert me.grid.rowHeight(row) == me.grid.metrics.row
    menu = me.grid.make_column_menu(NUMBER_OF["name"])
    next(action for action in menu.actions() if action.text() == tr("Wrap text")).trigger()
    assert me.grid.rowHeight(row) > me.grid.metrics.row
    assert "".join(me.grid.sizes.lines(row, NUMBER_OF["name"]) or ()).replace(" ", "") == (
        me.task("plan").name.replace(" ", "")
    )
    state = me.page.save_state()
    other = opened(noted("survey"))
    other.page.restore_state(state)
    assert other.grid.sizes.wrapped == {"name", "notes"}
    # The same by the menu bar, for the column of the current cell.
    me.select("plan")
    wrap = me.page.column_actions.wrap
    assert wrap.isChecked()
    wrap.trigger()
    assert me.grid.rowHeight(row) == me.grid.metrics.row
    me.select("plan", column="notes")
    assert wrap.isChecked()
    wrap.trigger()
    assert me.grid.heights.uniform
    assert me.grid.verticalHeader().length() == me.grid.metrics.row * len(me.page.model.ids)


def test_rows_follow_edits_closing_and_undo(opened: Opened, setting: str) -> None:
    me = opened(noted("survey", "pack"))
    me.grid.show_columns([("name", 200), ("notes", 220)])
    settle()
    line = me.grid.metrics.row
    before = [me.grid.rowHeight(row) for row in range(12)]
    me.workspace.do(SetFields("task", ("survey",), {"notes": "Short."}))
    assert me.grid.rowHeight(me.row("survey")) == line
    me.page.model.toggle("brief")
    assert me.grid.rowHeight(me.row("pack")) > line
    assert [me.grid.rowHeight(row) for row in range(me.row("pack"))] == [line] * me.row("pack")
    me.page.model.toggle("brief")
    assert me.workspace.undo()
    settle()
    assert [me.grid.rowHeight(row) for row in range(12)] == before
    assert me.grid.verticalHeader().length() == me.grid.heights.top(12)


def test_rows_out_of_sight_are_put_right_without_a_jump(opened: Opened, setting: str) -> None:
    me = opened(_long(400))
    me.grid.show_columns([("name", 200), ("notes", 220)])
    bar = me.grid.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    top = me.grid.rowAt(0)
    place = me.grid.rowViewportPosition(top)
    me.bot.waitUntil(lambda: me.grid.heights.height(3) > me.grid.metrics.row, timeout=20_000)
    me.bot.waitUntil(lambda: me.grid.heights.top(400) == me.grid.verticalHeader().length(), timeout=20_000)
    assert (me.grid.rowAt(0), me.grid.rowViewportPosition(top)) == (top, place)
    assert me.chart.top_of(top) == place
    # A task is scrolled to wholly, even where its surroundings were never seen.
    me.page.reveal("t7")
    box = me.grid.visualRect(me.grid.currentIndex())
    assert box.top() >= 0
    assert box.bottom() <= me.grid.viewport().height()


def test_a_row_is_dragged_between_high_rows(opened: Opened, setting: str) -> None:
    me = opened(noted("plan", "light", "offers"))
    me.grid.show_columns([("name", 220), ("notes", 240)])
    me.page.resize(1400, 1600)
    settle()
    me.select("offers")
    start = me.grid.visualRect(me.page.model.index(me.row("offers"), NUMBER_OF["name"])).topLeft() + QPoint(60, 8)
    target = QPoint(start.x(), me.grid.rowViewportPosition(me.row("plan")) + 4)
    me.bot.mousePress(me.grid.viewport(), LEFT, pos=start)
    me.bot.mouseMove(me.grid.viewport(), start - QPoint(0, 30))
    me.bot.mouseMove(me.grid.viewport(), target)
    assert me.grid.row_drag is not None
    assert me.grid.row_drag.line().center().y() == me.grid.rowViewportPosition(me.row("plan"))
    me.bot.mouseRelease(me.grid.viewport(), LEFT, pos=target)
    assert me.project.children("design") == ("offers", "plan", "light")


def test_costly_figures_come_by_themselves_and_follow_edits(opened: Opened, setting: str) -> None:
    me = opened()
    me.workspace.do(SetFields("resource", ("anna",), {"standard_rate": 10_000}))
    me.set_cell("survey", "resources", "Anna")
    me.grid.show_columns([("name", 200), ("cost", 0), ("overloaded", 0), ("cpi", 0)])
    row, cost, over = me.row("survey"), NUMBER_OF["cost"], NUMBER_OF["overloaded"]
    me.page.grab()
    assert me.page.model.text(row, cost) == "…"
    me.bot.waitUntil(lambda: me.page.model.text(row, cost) == "2,400.00", timeout=20_000)
    assert me.page.model.text(row, over) == ""
    me.workspace.do(commands.SetDuration(("survey",), 4 * DAY, "d"))
    me.page.grab()
    me.bot.waitUntil(lambda: me.page.model.text(row, cost) == "3,200.00", timeout=20_000)
    assert me.workspace.undo()
    me.page.grab()
    me.bot.waitUntil(lambda: me.page.model.text(row, cost) == "2,400.00", timeout=20_000)


def test_a_note_is_written_in_its_cell(opened: Opened, setting: str) -> None:
    me = opened()
    me.grid.show_columns([("name", 200), ("notes", 260)])
    me.select("survey", column="notes")
    me.type("F")
    me.bot.keyClicks(me.grid.delegate.editor, "irst")
    me.key(KEY.Key_Return, ALT, to=me.grid.delegate.editor)
    me.bot.keyClicks(me.grid.delegate.editor, "Second")
    assert not me.page.plan_actions.details.isChecked()  # Alt+Enter is a new line here, not the details
    me.key(KEY.Key_Return, to=me.grid.delegate.editor)
    assert me.task("survey").notes == "First\nSecond"
    assert me.grid.rowHeight(me.row("survey")) == me.grid.metrics.row + me.grid.metrics.line
    assert me.grid.current_id() == "wishes"
    me.select("survey", column="notes")
    me.key(KEY.Key_F2)
    me.bot.keyClicks(me.grid.delegate.editor, "Third")
    me.key(KEY.Key_Escape, to=me.grid.delegate.editor)
    assert me.task("survey").notes == "First\nSecond"
    assert me.workspace.undo()
    assert me.task("survey").notes == ""
    assert me.grid.heights.uniform


def dialog(me: Person, kind: type[Any]) -> Any:
    """The dialog that is open on the page's window."""
    return next(each for each in me.page.window().findChildren(kind) if each.isVisible())


def test_columns_are_chosen_in_a_dialog_by_keys(opened: Opened, setting: str) -> None:
    me = opened()
    before = [key for key, _ in me.grid.shown_columns()]
    me.page.column_actions.choose.trigger()
    made = dialog(me, ColumnDialog)
    assert not clipped(made)
    # Type a part of a name in either language, Enter ticks what was found; the new column is moved up.
    me.bot.keyClicks(made.all.line, "cpi")
    me.key(KEY.Key_Return, to=made.all.line)
    assert made.isVisible()
    assert made.chosen() == [*before, "cpi"]
    made.all.line.setText("前置任务名称")  # as an input method would
    me.key(KEY.Key_Return, to=made.all.line)
    assert made.chosen() == [*before, "cpi", "predecessor_names"]
    me.key(KEY.Key_Up, ALT, to=made.order)
    assert made.chosen() == [*before, "predecessor_names", "cpi"]
    made.activateWindow()
    made.order.setFocus()
    me.bot.waitUntil(made.order.hasFocus, timeout=5_000)
    made.order.setCurrentRow(before.index("finish"))
    me.key(KEY.Key_Delete, to=made.order)
    assert "finish" not in made.chosen()
    assert not made.all.is_ticked("finish")
    made.order.setCurrentRow(before.index("name"))
    me.key(KEY.Key_Delete, to=made.order)
    assert "name" in made.chosen()
    assert not made.remove.isEnabled()
    chosen = made.chosen()
    me.key(KEY.Key_Return, to=made.order)
    assert [key for key, _ in me.grid.shown_columns()] == chosen
    # Escape leaves no trace; Reset is only taken with OK.
    me.page.column_actions.choose.trigger()
    made = dialog(me, ColumnDialog)
    made.reset.click()
    assert made.chosen() == before
    me.key(KEY.Key_Escape, to=made)
    assert [key for key, _ in me.grid.shown_columns()] == chosen


def test_a_column_is_inserted_fitted_and_hidden_by_its_heading(opened: Opened, setting: str) -> None:
    me = opened()
    before = [key for key, _ in me.grid.shown_columns()]
    menu = me.grid.make_column_menu(NUMBER_OF["finish"])
    named = {action.text(): action for action in menu.actions()}
    named[tr("Insert column here…")].trigger()
    made = dialog(me, ColumnPicker)
    assert not clipped(made)
    me.bot.keyClicks(made.all.line, "summary task")
    me.key(KEY.Key_Return, to=made.all.line)
    at = before.index("finish")
    assert [key for key, _ in me.grid.shown_columns()] == [*before[:at], "summary_task", *before[at:]]
    me.workspace.do(SetFields("task", ("brief",), {"name": "Everything that the client wants from us and why"}))
    named[tr("Fit the column to its text")].trigger()
    number = NUMBER_OF["summary_task"]
    narrow = me.grid.columnWidth(number)
    header = me.grid.horizontalHeader()
    header.sectionHandleDoubleClicked.emit(number)
    assert me.grid.columnWidth(number) > narrow
    measure = me.grid.fontMetrics().horizontalAdvance(me.task("brief").name)
    assert measure < me.grid.columnWidth(number) < measure + 2 * me.grid.metrics.em
    hide = (action for action in me.grid.make_column_menu(number).actions() if action.text() == tr("Hide column"))
    next(hide).trigger()
    assert [key for key, _ in me.grid.shown_columns()] == before
    assert not me.workspace.session.undo_steps[1:]  # columns are not part of the plan


@pytest.mark.parametrize(
    ("task", "column", "said"),
    [
        ("design", "duration", ("follow from its sub-tasks", "子任务")),
        ("design", "start", ("follow from its sub-tasks", "子任务")),
        ("design", "work", ("sum of its sub-tasks", "子任务之和")),
        ("survey", "total_float", ("is calculated", "由计算得出")),
        ("survey", "baseline_start", ("capture a new baseline", "保存新的基准")),
        ("survey", "initials", ("type into that", "资源")),
    ],
)
def test_typing_where_nothing_can_be_typed_says_what_to_do_instead(
    opened: Opened, setting: str, task: str, column: str, said: tuple[str, str]
) -> None:
    me = opened()
    before = me.workspace.next_undo
    me.grid.show_columns([("name", 200), (column, 0), ("finish", 0)])
    me.select(task, column=column)
    me.key(KEY.Key_5)
    hint = me.grid.read_only
    assert said[setting == CHINESE] in hint.text
    assert me.grid.delegate.editor is None
    assert me.grid.current_id() == task  # a letter is no search for a row
    me.key(KEY.Key_Escape)
    assert hint.text == ""
    me.key(KEY.Key_F2)
    assert hint.text
    me.key(KEY.Key_Down)
    assert hint.text == ""
    index = me.page.model.index(me.row(task), NUMBER_OF[column])
    me.bot.mouseDClick(me.grid.viewport(), LEFT, pos=me.grid.visualRect(index).center())
    assert hint.text
    assert me.workspace.next_undo is before


def test_cells_read_both_languages_and_any_width(opened: Opened, setting: str) -> None:
    me = opened()
    model = me.page.model

    def typed(task: str, column: str, text: str) -> None:
        """As an input method gives it: all at once."""
        me.select(task, column=column)
        me.key(KEY.Key_F2)
        editor = me.editor()
        assert editor is not None
        editor.setText(text)
        me.key(KEY.Key_Return)
        assert me.grid.delegate.editor is None, me.grid.delegate.explanation

    typed("survey", "duration", "２周")
    assert me.task("survey").duration == 10 * DAY
    typed("survey", "duration", "1天半？")
    assert (me.task("survey").duration, me.task("survey").estimated) == (DAY * 3 // 2, True)
    typed("plan", "predecessors", "1.1完成-开始+2天；T-003 开始－开始")
    assert {(link.predecessor, link.type, link.lag) for link in me.project.predecessors("plan")} == {
        ("survey", "FS", 2 * DAY), ("wishes", "SS", 0),
    }  # fmt: skip
    typed("wishes", "start", "下周一")
    assert me.dates("wishes").start.date() == dt.date(2026, 6, 8)
    typed("wishes", "start", "+2d")
    assert me.dates("wishes").start.date() == dt.date(2026, 6, 10)
    typed("light", "finish", "10/1 下午3点")
    assert me.dates("light").finish == dt.datetime(2026, 10, 1, 15)
    assert model.text(me.row("light"), NUMBER_OF["finish"]) == "2026-10-01"


def test_codes_are_made_by_a_mask_with_a_preview_renumbered_and_frozen(opened: Opened, setting: str) -> None:
    me = opened()
    wbs = NUMBER_OF["wbs"]

    def codes() -> list[str]:
        return [me.page.model.text(row, wbs) for row in range(6)]

    before = codes()
    me.page.wbs_actions.codes.trigger()
    made = dialog(me, WbsDialog)
    assert made.none.isVisible() and not any(head.isVisible() for head in made.heads)  # heads of nothing
    made.prefix.setText("P-")
    for kind in ("upper", "number"):
        made.more.click()
        level = made._levels[-1]
        level.kind.setCurrentIndex(level.kind.findData(kind))
    settle()
    assert all(head.isVisible() for head in made.heads) and not made.none.isVisible()
    assert not clipped(made)
    assert [made.preview.topLevelItem(row).text(1) for row in range(3)] == ["P-A", "P-A.1", "P-A.2"]
    assert codes() == before
    made._levels[0].separator.setText(";")
    okay = made.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    assert not okay.isEnabled()
    made._levels[0].separator.setText("/")
    okay.click()
    assert codes() == ["P-A", "P-A/1", "P-A/2", "P-A/3", "P-B", "P-B/1"]
    # Frozen codes stay where tasks move; renumbering gives them up, and each is one step.
    me.page.wbs_actions.freeze.trigger()
    me.workspace.do(commands.MoveTasks(("offers",), "brief", "survey"))
    moved = codes()
    assert moved[:3] == ["P-A", "P-B/3", "P-A/1"]
    me.page.wbs_actions.renumber.trigger()
    made = dialog(me, WbsDialog)
    assert made.preview.topLevelItem(1).text(1) == "P-A/1"
    me.key(KEY.Key_Escape, to=made)
    assert codes() == moved
    me.page.wbs_actions.renumber.trigger()
    dialog(me, WbsDialog).accept()
    assert codes() == ["P-A", "P-A/1", "P-A/2", "P-A/3", "P-A/4", "P-B"]
    # A code that another task has is refused in its cell.
    me.set_cell("survey", "wbs", "P-B")
    assert me.grid.delegate.refused
    me.key(KEY.Key_Escape)
    for _ in range(4):
        assert me.workspace.undo()
    assert codes() == before


def test_columns_compare_with_any_baseline(opened: Opened, setting: str) -> None:
    me = opened()
    me.workspace.do(commands.CaptureBaseline("First"))
    me.workspace.do(commands.SetDuration(("survey",), 5 * DAY, "d"))
    me.workspace.do(commands.CaptureBaseline("Second"))
    me.grid.show_columns([("name", 200), ("duration_variance", 0)])
    row, column = me.row("survey"), NUMBER_OF["duration_variance"]
    assert me.page.model.text(row, column)[:2] in ("0d", "0 ")
    menu = me.page.wbs_actions.all()[0].menu()
    menu.actions()[-1].trigger()  # the oldest
    assert me.page.model.text(row, column).startswith("+2")
    state = me.page.save_state()
    assert state["compare"] == menu.actions()[-1].data()


def test_a_box_to_tick_is_as_large_as_the_letters(opened: Opened, setting: str) -> None:
    me = opened()
    me.grid.show_columns([("name", 200), ("effort_driven", 0)])
    me.select("survey", column="effort_driven")
    me.key(KEY.Key_F2)
    box = me.grid.delegate.editor
    assert isinstance(box, FlagEditor)
    picture = box.grab().toImage()
    ratio = picture.devicePixelRatio()
    ground = picture.pixelColor(picture.width() - 2, 2)
    inked = [x for x in range(picture.width()) if picture.pixelColor(x, picture.height() // 2) != ground]
    assert (inked[-1] - inked[0]) / ratio >= 0.7 * me.grid.metrics.line
    me.bot.mouseClick(box, LEFT, pos=QPoint(me.grid.metrics.line // 2, box.height() // 2))
    settle()
    assert me.task("survey").effort_driven
    assert me.workspace.undo()
    assert not me.task("survey").effort_driven


def _long(count: int) -> Project:
    first = next(iter(office().rows("project").values()))
    tasks = [
        Task(id=f"t{n}", number=n, name=f"Task {n}", rank=n * 1000, duration=480, notes=NOTE if n % 2 else "")
        for n in range(count)
    ]
    return Project([first, *tasks])
