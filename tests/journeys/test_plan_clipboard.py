"""The grid as a spreadsheet: selecting, clearing, filling and copying cells, by keys alone and by mouse alone."""

from __future__ import annotations

import csv
import io
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.domain.commands.plan import SetDuration
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Task
from desktop.domain.predecessors import TaskCodes
from desktop.domain.project import Project
from desktop.i18n import tr
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.models.plan_figures import PlanFigures
from tests.plan_window import CTRL, LEFT, NO_KEY, SHIFT, Person, english, me, opened
from tests.plans import DAY, office, snapshot

__all__ = ["english", "me", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key


def cell(me: Person, identity: str, column: str) -> QPoint:
    """The middle of a cell in the viewport, which is scrolled to it."""
    index = me.page.model.index(me.row(identity), NUMBER_OF[column])
    me.grid.scrollTo(index)
    return me.grid.visualRect(index).center()


def number(me: Person, identity: str) -> QPoint:
    """The middle of the number of a row."""
    return QPoint(me.grid.row_header.width() // 2, cell(me, identity, "name").y())


def drag(me: Person, view: QWidget, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
    me.bot.mousePress(view, LEFT, modifiers, start)
    me.bot.mouseMove(view, (start + end) / 2)
    me.bot.mouseMove(view, end)
    me.bot.mouseRelease(view, LEFT, modifiers, end)


def chosen(me: Person) -> set[tuple[str, str]]:
    """(task, column) of every selected cell that is shown."""
    return {
        (me.page.model.ids[row], COLUMNS[column].key)
        for block in me.grid.cells.blocks()
        for row in range(block.first, block.last + 1)
        for column in block.columns
    }


def at(me: Person) -> tuple[str, str]:
    return me.grid.current_id(), COLUMNS[me.grid.currentIndex().column()].key


# -- selecting ------------------------------------------------------------------------------------


def test_a_rectangle_is_drawn_by_keys(me: Person) -> None:
    me.select("plan", column="duration")
    me.key(KEY.Key_Down, SHIFT)
    me.key(KEY.Key_Down, SHIFT)
    me.key(KEY.Key_Right, SHIFT)
    wanted = {(task, column) for task in ("plan", "light", "offers") for column in ("duration", "start")}
    assert chosen(me) == wanted
    assert at(me) == ("plan", "duration")  # where typing goes
    assert me.grid.selected_ids() == ["plan", "light", "offers"]
    assert [me.chart.is_selected(me.row(task)) for task in ("design", "plan", "offers", "move")] == [
        False, True, True, False,
    ]  # fmt: skip
    me.key(KEY.Key_Up, SHIFT)
    me.key(KEY.Key_Left, SHIFT)
    assert chosen(me) == {("plan", "duration"), ("light", "duration")}
    me.key(KEY.Key_Down)
    assert chosen(me) == {("light", "duration")}


def test_a_rectangle_is_drawn_by_mouse(me: Person) -> None:
    view = me.grid.viewport()
    drag(me, view, cell(me, "offers", "start"), cell(me, "plan", "duration"))
    wanted = {(task, column) for task in ("plan", "light", "offers") for column in ("duration", "start")}
    assert chosen(me) == wanted
    assert at(me) == ("offers", "start")
    me.bot.mouseClick(view, LEFT, SHIFT, cell(me, "drive", "start"))
    assert chosen(me) == {(task, "start") for task in ("offers", "move", "pack", "drive")}
    me.bot.mouseClick(view, LEFT, CTRL, cell(me, "survey", "name"))
    assert ("survey", "name") in chosen(me) and ("pack", "start") in chosen(me)
    assert me.grid.selected_ids() == ["survey", "offers", "move", "pack", "drive"]
    me.bot.mouseClick(view, LEFT, CTRL, cell(me, "pack", "start"))
    assert ("pack", "start") not in chosen(me) and ("drive", "start") in chosen(me)


def test_whole_rows_columns_and_all_by_keys(me: Person) -> None:
    me.select("plan", column="duration")
    me.key(KEY.Key_Down, SHIFT)
    me.key(KEY.Key_Space, SHIFT, to=me.grid)
    assert me.grid.cells.whole_rows()
    assert me.grid.selected_ids() == ["plan", "light"]
    me.select("plan", column="duration")
    me.key(KEY.Key_Space, CTRL, to=me.grid)
    assert {column for _, column in chosen(me)} == {"duration"}
    assert me.grid.selected_ids() == list(me.page.model.ids)
    me.key(KEY.Key_A, CTRL, to=me.grid)
    assert me.grid.cells.whole_rows()
    assert me.grid.selected_ids() == list(me.page.model.ids)
    assert at(me) == ("plan", "duration")


def test_rows_are_chosen_by_their_numbers(me: Person) -> None:
    header = me.grid.row_header.viewport()
    me.bot.mouseClick(header, LEFT, NO_KEY, number(me, "plan"))
    assert me.grid.cells.whole_rows() and me.grid.selected_ids() == ["plan"]
    me.bot.mouseClick(header, LEFT, SHIFT, number(me, "offers"))
    assert me.grid.cells.whole_rows() and me.grid.selected_ids() == ["plan", "light", "offers"]
    me.bot.mouseClick(header, LEFT, CTRL, number(me, "pack"))
    assert me.grid.cells.whole_rows() and me.grid.selected_ids() == ["plan", "light", "offers", "pack"]
    me.bot.mouseClick(header, LEFT, CTRL, number(me, "light"))
    assert me.grid.selected_ids() == ["plan", "offers", "pack"]
    drag(me, header, number(me, "survey"), number(me, "agreed"))
    assert me.grid.selected_ids() == ["survey", "wishes", "agreed"]


def test_a_row_is_dragged_by_its_number(me: Person) -> None:
    header = me.grid.row_header.viewport()
    before = snapshot(me.project)
    me.bot.mouseClick(header, LEFT, NO_KEY, number(me, "light"))
    end = number(me, "drive")
    end.setY(me.grid.visualRect(me.page.model.index(me.row("drive"), NUMBER_OF["name"])).top())
    inside = me.grid.columnViewportPosition(NUMBER_OF["name"]) + me.grid.metrics.indent * 3 // 2
    end.setX(inside + me.grid.row_header.width())  # one level in
    drag(me, header, number(me, "light"), end)
    assert list(me.project.children("move")) == ["pack", "light", "drive", "open"]
    assert me.grid.cells.whole_rows() and me.grid.selected_ids() == ["light"]
    assert len(me.workspace.session.undo_steps) == 1
    me.workspace.undo()
    assert snapshot(me.project) == before
    me.bot.mousePress(header, LEFT, NO_KEY, number(me, "light"))
    me.bot.mouseMove(header, number(me, "pack"))
    assert me.grid.row_drag is not None
    me.page.grab()
    me.key(KEY.Key_Escape, to=me.grid)
    me.bot.mouseRelease(header, LEFT, NO_KEY, number(me, "pack"))
    assert me.grid.row_drag is None and snapshot(me.project) == before


def test_tab_and_enter_move_inside_a_selection(me: Person) -> None:
    me.select("plan", column="duration")
    me.key(KEY.Key_Right, SHIFT)
    me.key(KEY.Key_Down, SHIFT)
    kept = chosen(me)
    seen = []
    for _ in range(4):
        me.key(KEY.Key_Tab, to=me.grid)
        seen.append(at(me))
    assert seen == [("plan", "start"), ("light", "duration"), ("light", "start"), ("plan", "duration")]
    seen = []
    for _ in range(4):
        me.key(KEY.Key_Return, to=me.grid)
        seen.append(at(me))
    assert seen == [("light", "duration"), ("plan", "start"), ("light", "start"), ("plan", "duration")]
    me.key(KEY.Key_Backtab, SHIFT, to=me.grid)
    assert at(me) == ("light", "start")
    me.key(KEY.Key_Return, SHIFT, to=me.grid)
    assert at(me) == ("plan", "start")
    assert chosen(me) == kept
    me.key(KEY.Key_Tab, to=me.grid)
    me.key(KEY.Key_Tab, to=me.grid)
    me.key(KEY.Key_Tab, to=me.grid)
    me.type("3")  # typing goes to the current cell, and Enter goes on inside
    me.key(KEY.Key_Return)
    assert me.task("plan").duration == 3 * DAY
    assert at(me) == ("light", "duration") and chosen(me) == kept


def test_enter_goes_back_to_where_tab_began(me: Person) -> None:
    me.select("plan", column="name")
    me.type("Ground plan")
    me.key(KEY.Key_Tab)
    assert at(me) == ("plan", "duration")
    me.type("4")
    me.key(KEY.Key_Return)
    assert at(me) == ("light", "name")
    me.key(KEY.Key_F2)
    me.key(KEY.Key_Return, SHIFT)  # an editor left upwards
    assert at(me) == ("plan", "name")


def test_ctrl_and_arrows_go_to_the_edges(me: Person) -> None:
    me.select("plan", column="duration")
    me.key(KEY.Key_Down, CTRL)
    assert at(me) == ("open", "duration")
    me.key(KEY.Key_Up, CTRL | SHIFT)
    assert me.grid.selected_ids() == list(me.page.model.ids)
    assert {column for _, column in chosen(me)} == {"duration"}


def test_the_selection_is_kept_by_what_moves_rows(me: Person) -> None:
    me.select("light", column="duration")
    me.key(KEY.Key_Right, SHIFT)
    kept = chosen(me)
    me.key(KEY.Key_Up, Qt.KeyboardModifier.AltModifier | SHIFT)
    assert list(me.project.children("design")) == ["light", "plan", "offers"]
    assert chosen(me) == kept and at(me) == ("light", "duration")


def test_a_large_selection_is_kept_as_ranges(me: Person) -> None:
    me.key(KEY.Key_A, CTRL, to=me.grid)
    assert me.grid.cells.runs() == [(0, me.page.model.rowCount() - 1)]
    me.page.model.toggle("design")
    assert me.grid.cells.runs() == [(0, me.page.model.rowCount() - 1)]


# -- clearing and filling -------------------------------------------------------------------------


@pytest.fixture
def said(me: Person) -> list[str]:
    """What the status bar says."""
    found: list[str] = []
    me.page.said.connect(found.append)
    return found


def words_of(me: Person, en: str, zh: str) -> str:
    return en if tr("Cells") == "Cells" else zh


def test_delete_clears_cells_and_deletes_whole_rows(me: Person, said: list[str]) -> None:
    before = snapshot(me.project)
    me.select("plan", column="duration")
    me.key(KEY.Key_End, SHIFT)  # duration to total float: links and people can be emptied
    me.key(KEY.Key_Delete, to=me.grid)
    assert me.links() == {link for link in LINKS if link[1] != "plan"}
    assert me.task("plan").duration == 5 * DAY
    assert len(me.workspace.session.undo_steps) == 1
    assert said == [
        words_of(
            me,
            "3 cells cleared, 1 skipped (read-only), 3 skipped (not possible there)",
            "已清除 3 个单元格，跳过 1 个（只读），跳过 3 个（该处不适用）",
        )
    ]
    me.workspace.undo()
    assert snapshot(me.project) == before
    me.key(KEY.Key_Space, SHIFT, to=me.grid)
    me.key(KEY.Key_Delete, to=me.grid)
    assert "plan" not in me.project.outline.row
    me.workspace.undo()
    assert snapshot(me.project) == before


LINKS = {
    ("survey", "agreed", "FS"), ("wishes", "agreed", "FS"), ("agreed", "plan", "FS"), ("plan", "light", "FS"),
    ("plan", "offers", "FS"), ("offers", "pack", "FS"), ("pack", "drive", "FS"), ("drive", "open", "FS"),
}  # fmt: skip


def test_a_single_cell_that_cannot_be_cleared_says_why(me: Person) -> None:
    me.select("plan", column="duration")
    me.key(KEY.Key_Delete, to=me.grid)
    assert [refusal.code for refusal in me.refusals] == ["required"]
    assert not me.workspace.session.undo_steps


def test_fill_down_repeats_the_first_row_of_the_selection(me: Person, said: list[str]) -> None:
    before = snapshot(me.project)
    me.select("plan", column="duration")
    for _ in range(4):
        me.key(KEY.Key_Down, SHIFT)  # light, offers, the summary of the move, pack
    me.key(KEY.Key_D, CTRL, to=me.grid)
    assert [me.task(each).duration for each in ("plan", "light", "offers", "pack", "drive")] == [
        5 * DAY, 5 * DAY, 5 * DAY, 5 * DAY, DAY,
    ]  # fmt: skip
    assert said == [words_of(me, "3 cells filled, 1 skipped (read-only)", "已填充 3 个单元格，跳过 1 个（只读）")]
    assert len(me.workspace.session.undo_steps) == 1
    me.workspace.undo()
    assert snapshot(me.project) == before
    me.select("light", column="duration")
    me.key(KEY.Key_D, CTRL, to=me.grid)  # a single cell takes what is above it
    assert me.task("light").duration == 5 * DAY


def test_the_handle_is_pulled_down_and_escape_gives_it_up(me: Person) -> None:
    before = snapshot(me.project)
    view = me.grid.viewport()
    me.select("plan", column="duration")
    handle = me.grid.hand.handle.square().center()
    me.bot.mousePress(view, LEFT, NO_KEY, handle)
    me.bot.mouseMove(view, cell(me, "offers", "duration"))
    me.page.grab()
    me.key(KEY.Key_Escape, to=me.grid)
    me.bot.mouseRelease(view, LEFT, NO_KEY, cell(me, "offers", "duration"))
    assert snapshot(me.project) == before and not me.workspace.session.undo_steps
    drag(me, view, handle, cell(me, "offers", "duration"))
    assert [me.task(each).duration for each in ("light", "offers", "pack")] == [5 * DAY, 5 * DAY, 2 * DAY]
    assert chosen(me) == {(task, "duration") for task in ("plan", "light", "offers")}
    assert len(me.workspace.session.undo_steps) == 1
    me.workspace.undo()
    assert snapshot(me.project) == before


# -- copying --------------------------------------------------------------------------------------


def test_whole_rows_are_copied_as_an_indented_table(me: Person, said: list[str]) -> None:
    me.workspace.do(SetFields("task", ("light",), {"name": '=1+1 "lamp"\tand\nmore'.replace("\t", " ")}))
    me.select("design", column="duration")
    me.key(KEY.Key_Down, SHIFT)
    me.key(KEY.Key_Down, SHIFT)
    me.key(KEY.Key_Space, SHIFT, to=me.grid)
    me.key(KEY.Key_C, CTRL, to=me.grid)
    mime = QApplication.clipboard().mimeData()
    assert mime is not None
    rows = list(csv.reader(io.StringIO(mime.text(), newline=""), dialect="excel-tab"))
    at_name = rows[0].index(words_of(me, "Task name", "任务名称"))
    assert [row[at_name] for row in rows[1:]] == ["Design", "    Floor plan", f"    {me.task('light').name}"]
    assert "mso-number-format" in mime.html()  # what looks like a formula is a text in Excel
    assert said[-1] == words_of(me, "3 tasks copied", "已复制 3 个任务")


def test_cells_are_copied_without_titles_and_cut_in_one_step(me: Person) -> None:
    me.select("light", column="duration")
    me.key(KEY.Key_Down, SHIFT)
    me.key(KEY.Key_C, CTRL, to=me.grid)
    assert QApplication.clipboard().text() == words_of(me, "2d\n4d\n", "2 天\n4 天\n")
    me.select("light", column="predecessors")
    me.key(KEY.Key_X, CTRL, to=me.grid)
    assert QApplication.clipboard().text() == "2.1\n"
    assert ("plan", "light", "FS") not in me.links()
    assert len(me.workspace.session.undo_steps) == 1
    me.workspace.undo()
    assert me.links() == LINKS


def test_the_menu_under_the_pointer_copies_and_pastes(me: Person) -> None:
    place = cell(me, "light", "duration")
    me.bot.mouseClick(me.grid.viewport(), Qt.MouseButton.RightButton, NO_KEY, place)
    assert chosen(me) == {("light", "duration")}
    me.page.edits.show_grid_menu(place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = me.page.cell_actions
    assert {actions.copy, actions.paste, actions.cut} <= set(menu.actions())
    menu.close()
    me.bot.mouseClick(me.grid.row_header.viewport(), Qt.MouseButton.RightButton, NO_KEY, number(me, "plan"))
    assert me.grid.cells.whole_rows() and me.grid.selected_ids() == ["plan"]


# -- many cells -----------------------------------------------------------------------------------


def long_plan(count: int = 700) -> Project:
    """The office move with ``count`` tasks of a day behind it."""
    made = office()
    for number in range(1, count + 1):
        task = Task(id=f"t{number}", number=100 + number, name=f"Task {number}", rank=10**6 + number, duration=DAY)
        made.put("task", task.id, task)
    return made


def test_many_cells_are_filled_without_holding_up_the_window(opened: Opened) -> None:
    me = opened(long_plan())
    before = snapshot(me.project)
    said: list[str] = []
    me.page.said.connect(said.append)
    me.select("t1", column="duration")
    me.type("3")
    me.key(KEY.Key_Return)
    me.select("t1", column="duration")
    me.key(KEY.Key_Down, CTRL | SHIFT)
    me.key(KEY.Key_D, CTRL, to=me.grid)
    assert me.task("t700").duration == DAY  # not yet
    me.key(KEY.Key_Escape, to=me.grid)
    assert said[-1] == "Nothing was changed"
    me.bot.wait(50)
    assert len(me.workspace.session.undo_steps) == 1
    me.key(KEY.Key_D, CTRL, to=me.grid)
    me.bot.waitUntil(lambda: said[-1] == "699 cells filled", timeout=10_000)
    assert me.task("t700").duration == 3 * DAY
    assert len(me.workspace.session.undo_steps) == 2
    me.workspace.undo()
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_what_was_tried_on_a_plan_that_changed_meanwhile_is_refused(opened: Opened) -> None:
    me = opened(long_plan())
    me.select("plan", column="duration")
    me.key(KEY.Key_Down, CTRL | SHIFT)
    me.key(KEY.Key_D, CTRL, to=me.grid)
    me.workspace.do(SetDuration(("t9",), 2 * DAY))
    me.bot.waitUntil(lambda: bool(me.refusals), timeout=10_000)
    assert [refusal.code for refusal in me.refusals] == ["plan_moved_on"]
    assert me.task("t9").duration == 2 * DAY and me.task("t8").duration == DAY


def test_many_rows_are_copied_in_slices(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.views.plan.copying.AT_ONCE", 0.0)
    monkeypatch.setattr("desktop.views.plan.copying.SLICE", 0.0)
    me = opened(long_plan(60))
    said: list[str] = []
    me.page.said.connect(said.append)
    QApplication.clipboard().setText("before")
    me.select("brief")
    me.key(KEY.Key_A, CTRL, to=me.grid)
    me.key(KEY.Key_C, CTRL, to=me.grid)
    assert QApplication.clipboard().text() == "before"
    me.key(KEY.Key_Escape, to=me.grid)
    assert said[-1] == "Nothing was copied"
    me.key(KEY.Key_C, CTRL, to=me.grid)
    me.bot.waitUntil(lambda: said[-1] == "72 tasks copied", timeout=10_000)
    assert len(QApplication.clipboard().text().splitlines()) == 73


def test_a_fill_under_way_is_not_dropped_by_the_next(opened: Opened) -> None:
    me = opened(long_plan())
    said: list[str] = []
    me.page.said.connect(said.append)
    me.set_cell("t1", "duration", "3")
    me.select("t1", column="duration")
    me.key(KEY.Key_Down, CTRL | SHIFT)
    me.key(KEY.Key_D, CTRL, to=me.grid)
    me.select("t1", column="resources")
    me.key(KEY.Key_Down, CTRL | SHIFT)
    me.key(KEY.Key_Delete, to=me.grid)  # as large: one after the other
    assert [refusal.code for refusal in me.refusals] == ["cells_under_way"]
    me.select("plan", column="predecessors")
    me.key(KEY.Key_Delete, to=me.grid)  # a few are cleared at once, beside what is under way
    assert said[-1] == "1 cell cleared" and ("agreed", "plan", "FS") not in me.links()
    me.bot.waitUntil(lambda: said[-1] == "699 cells filled", timeout=10_000)
    assert me.task("t700").duration == 3 * DAY
    assert len(me.workspace.session.undo_steps) == 3
    me.select("t1", column="resources")
    me.key(KEY.Key_Down, CTRL | SHIFT)
    me.key(KEY.Key_Delete, to=me.grid)
    me.bot.waitUntil(lambda: said[-1] == "700 cells cleared", timeout=10_000)


def test_what_is_tried_in_a_thread_asks_nothing_of_the_open_plan(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    me = opened(long_plan())
    asked: list[tuple[object, int]] = []
    work, find = PlanFigures.work, TaskCodes.find

    def asked_for_work(figures: PlanFigures, task: str) -> object:
        asked.append((figures, threading.get_ident()))
        return work(figures, task)

    def asked_for_a_code(codes: TaskCodes, text: str) -> str | None:
        asked.append((codes, threading.get_ident()))
        return find(codes, text)

    monkeypatch.setattr(PlanFigures, "work", asked_for_work)
    monkeypatch.setattr(TaskCodes, "find", asked_for_a_code)
    said: list[str] = []
    me.page.said.connect(said.append)
    me.grid.setColumnHidden(NUMBER_OF["work"], False)
    here = threading.get_ident()
    for column, text in (("work", "5h"), ("predecessors", "1.1")):
        me.set_cell("t1", column, text)
        me.select("t1", column=column)
        me.key(KEY.Key_Down, CTRL | SHIFT)
        ours = {id(me.page.model.figures), id(me.page.model.reading.codes)}
        said.clear()
        me.key(KEY.Key_D, CTRL, to=me.grid)
        me.bot.waitUntil(lambda: "699 cells filled" in said, timeout=20_000)
        assert not [each for each, thread in asked if thread != here and id(each) in ours]
    assert [each for each, thread in asked if thread != here]
    assert me.task("t700").work == 300 and ("survey", "t700", "FS") in me.links()


def test_many_rows_are_cut_in_slices_and_go_when_all_are_copied(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.views.plan.copying.AT_ONCE", 0.0)
    monkeypatch.setattr("desktop.views.plan.copying.SLICE", 0.0)
    me = opened(long_plan(60))
    before = snapshot(me.project)
    said: list[str] = []
    me.page.said.connect(said.append)
    QApplication.clipboard().setText("before")
    me.select("t1")
    me.key(KEY.Key_Down, CTRL | SHIFT)
    me.key(KEY.Key_Space, SHIFT, to=me.grid)
    me.key(KEY.Key_X, CTRL, to=me.grid)
    assert QApplication.clipboard().text() == "before" and snapshot(me.project) == before
    me.key(KEY.Key_Escape, to=me.grid)
    me.bot.wait(50)
    assert said[-1] == "Nothing was copied" and snapshot(me.project) == before
    me.key(KEY.Key_X, CTRL, to=me.grid)
    me.select("plan", column="duration")  # what was selected is cut, not what is selected now
    me.key(KEY.Key_C, CTRL, to=me.grid)
    assert [refusal.code for refusal in me.refusals] == ["cells_under_way"]
    me.bot.waitUntil(lambda: "t60" not in me.project.table(Task), timeout=10_000)
    assert "plan" in me.project.table(Task) and len(me.workspace.session.undo_steps) == 1
    assert len(QApplication.clipboard().text().splitlines()) == 61
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_a_cut_name_is_a_cut_task(me: Person) -> None:
    """Delete takes the task where its name is selected: so does a cut, and the paste brings it back as it was."""
    before, links = set(me.project.table(Task)), me.links()
    me.select("light", column="name")
    me.key(KEY.Key_X, CTRL, to=me.grid)
    assert "light" not in me.project.table(Task)
    me.select("pack", column="name")
    me.key(KEY.Key_V, CTRL, to=me.grid)
    assert set(me.project.table(Task)) == before and me.links() == links
    assert me.task("light").parent == "move" and me.task("pack").name == "Pack"
