"""Pasting into the plan: from Excel and WPS, from itself, names that nobody has, rows below the end, outlines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.plan import AddLink, AddTask, MoveTask, SetDuration, SetProgress
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.plan import ProjectProfile, Resource, Task
from desktop.domain.project import Project
from desktop.domain.risks import Risk
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.plan_groups import is_heading
from desktop.views.dialog import Dialog
from desktop.views.plan import PlanPage
from desktop.views.plan.outline_dialog import OutlineDialog
from desktop.views.plan.paste_dialog import PasteDialog
from desktop.views.program import STANDARD, NewProject
from tests.journeys.visible import clipped
from tests.plan_window import CTRL, SHIFT, Person, english, me, opened
from tests.plans import DAY, MONDAY, snapshot

__all__ = ["english", "me", "opened"]

Opened = Callable[..., Person]
D = TypeVar("D", bound=Dialog)
KEY = Qt.Key


@pytest.fixture
def said(me: Person) -> list[str]:
    """What the status bar says."""
    found: list[str] = []
    me.page.said.connect(found.append)
    return found


def put(text: str = "", html: str = "") -> None:
    """What another program puts on the clipboard."""
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    QApplication.clipboard().setMimeData(mime)


def paste(me: Person) -> None:
    me.page.activateWindow()  # a platform without a window manager does not come back from a dialog by itself
    QApplication.processEvents()
    me.key(KEY.Key_V, CTRL, to=me.grid)


def dialog(me: Person, kind: type[D]) -> D:
    (found,) = [one for one in me.page.window().findChildren(kind) if one.isVisible()]
    QApplication.processEvents()
    assert not clipped(found)
    return found


def no_dialog(me: Person) -> bool:
    return not [one for one in me.page.window().findChildren(Dialog) if one.isVisible()]


def press(found: Dialog, which: QDialogButtonBox.StandardButton = QDialogButtonBox.StandardButton.Ok) -> None:
    box = found.findChild(QDialogButtonBox)
    assert box is not None
    box.button(which).click()
    QApplication.processEvents()


def durations(me: Person, *ids: str) -> list[int]:
    return [me.task(each).duration // DAY for each in ids]


# -- cells ----------------------------------------------------------------------------------------


def test_a_few_good_cells_are_pasted_at_once_in_one_step(me: Person, said: list[str]) -> None:
    before = snapshot(me.project)
    put("Ground plan\t6d\r\nLamps\t3d\r\n")
    me.select("plan", column="name")
    paste(me)
    assert no_dialog(me)
    assert [me.task(each).name for each in ("plan", "light")] == ["Ground plan", "Lamps"]
    assert durations(me, "plan", "light") == [6, 3]
    assert len(me.workspace.session.undo_steps) == 1
    assert said[0] in ("4 cells pasted", "已粘贴 4 个单元格")
    assert me.grid.selected_ids() == ["plan", "light"]
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_one_value_fills_the_selection_and_read_only_cells_are_counted(me: Person, said: list[str]) -> None:
    put("3d")
    me.select("plan", column="duration")
    for _ in range(4):
        me.key(KEY.Key_Down, SHIFT)  # the summary of the move is among them
    paste(me)
    assert durations(me, "plan", "light", "offers", "pack") == [3, 3, 3, 3]
    assert said[0] in ("4 cells pasted, 1 skipped (read-only)", "已粘贴 4 个单元格，跳过 1 个（只读）")


def test_titles_say_where_columns_go(me: Person, said: list[str]) -> None:
    put("Duration\t任务名称\r\n8d\tOne\r\n9d\tTwo\r\n")  # titles in either language, wherever the cell is
    me.select("plan", column="start")
    paste(me)
    assert [me.task(each).name for each in ("plan", "light")] == ["One", "Two"]
    assert durations(me, "plan", "light") == [8, 9]


def test_cells_that_cannot_be_read_are_shown_in_place_with_their_reason(me: Person, said: list[str]) -> None:
    put("6d\r\nsoon\r\n4d\r\n")
    me.select("plan", column="duration")
    paste(me)
    found = dialog(me, PasteDialog)
    assert not me.workspace.session.undo_steps
    assert found.preview.first_problem() == (1, 1)
    assert "soon" in found.sentence.text()
    assert found.table.currentIndex().row() == 1
    press(found, QDialogButtonBox.StandardButton.Cancel)
    assert not me.workspace.session.undo_steps
    paste(me)
    press(dialog(me, PasteDialog))
    assert durations(me, "plan", "light", "offers") == [6, 2, 4]
    assert len(me.workspace.session.undo_steps) == 1
    assert said[0] in ("2 cells pasted, 1 skipped (cannot be entered)", "已粘贴 2 个单元格，跳过 1 个（无法录入）")


def test_more_than_twenty_cells_are_shown_before(me: Person, said: list[str]) -> None:
    before = snapshot(me.project)
    put("".join(f"Task {row}\t{row + 1}d\r\n" for row in range(11)))
    me.select("brief", column="name")
    paste(me)
    found = dialog(me, PasteDialog)
    me.bot.keyClick(found, KEY.Key_Escape)
    assert snapshot(me.project) == before
    paste(me)
    press(dialog(me, PasteDialog))
    assert me.task("brief").name == "Task 0" and me.task("pack").duration == 10 * DAY
    assert said[0] in ("19 cells pasted, 3 skipped (read-only)", "已粘贴 19 个单元格，跳过 3 个（只读）")
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_rows_below_the_end_are_added_after_asking_once(me: Person, said: list[str]) -> None:
    before = snapshot(me.project)
    put("Clean up\t2d\t3.2\r\nParty\t1d\t3.3\r\nSleep\t3d\t3.4\r\n")
    me.select("open", column="name")
    header = me.grid.horizontalHeader()
    header.moveSection(header.visualIndex(NUMBER_OF["predecessors"]), header.visualIndex(NUMBER_OF["duration"]) + 1)
    paste(me)
    found = dialog(me, PasteDialog)
    assert "2 tasks are added" in found.summary.text() or "将新增 2" in found.summary.text()
    press(found)
    names = [me.task(each).name for each in me.project.children("move")]
    assert names == ["Pack", "Drive", "Clean up", "Party", "Sleep"]
    party, sleep = me.project.children("move")[3:]
    assert ("open", party, "FS") in me.links() and (party, sleep, "FS") in me.links()  # 3.4 came with the paste
    assert len(me.workspace.session.undo_steps) == 1
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_start_and_finish_of_one_row_agree(me: Person) -> None:
    put("2026-07-06\t2026-07-10\r\n")
    me.select("light", column="start")
    paste(me)
    assert (me.dates("light").start.date().isoformat(), me.dates("light").finish.date().isoformat()) == (
        "2026-07-06", "2026-07-10",
    )  # fmt: skip
    assert durations(me, "light") == [5]
    put("7/13/2026\t7/14/2026\r\n")  # as Excel writes them in the United States
    paste(me)
    assert me.dates("light").start.date().isoformat() == "2026-07-13"


def test_unknown_people_are_chosen_never_made(me: Person) -> None:
    put("Bob; anna\r\nCarl [50%]\r\nDora\r\n")
    me.select("plan", column="resources")
    paste(me)
    found = dialog(me, PasteDialog)
    assert [unknown.name for unknown in found.weighed.unknown] == ["Bob", "Carl", "Dora"]  # type: ignore[union-attr]
    boxes = list(found._boxes.values())
    for box, choice in zip(boxes, ("add", "anna", ""), strict=True):
        box.setFocus()
        me.bot.keyClick(box, KEY.Key_Home)
        while box.currentData() != choice:
            me.bot.keyClick(box, KEY.Key_Down)
        box.activated.emit(box.currentIndex())
    press(found)
    names = sorted(resource.name for resource in me.project.table(Resource).values())
    assert names == ["Anna", "Bob"]
    texts = [me.page.model.text(me.row(each), NUMBER_OF["resources"]) for each in ("plan", "light", "offers")]
    assert texts == ["Bob; Anna", "Anna [50%]", ""]
    assert len(me.workspace.session.undo_steps) == 1
    me.workspace.undo()
    assert [resource.name for resource in me.project.table(Resource).values()] == ["Anna"]


def test_links_that_close_a_circle_are_left_out(me: Person) -> None:
    put("2.3\r\n")
    me.select("plan", column="predecessors")
    paste(me)
    found = dialog(me, PasteDialog)
    assert "Floor plan" in found.sentence.text()
    assert not found.ok.isEnabled()
    press(found, QDialogButtonBox.StandardButton.Cancel)
    assert not me.workspace.session.undo_steps


def test_nothing_to_paste_is_said(me: Person) -> None:
    put("  \r\n")
    me.select("plan")
    paste(me)
    assert [refusal.code for refusal in me.refusals] == ["nothing_to_paste"]


def test_html_is_read_where_there_is_no_text(me: Person) -> None:
    put(html="<table><tr><td>Lamps<br>\n and light</td><td>3d</td></tr></table>")
    me.select("light", column="name")
    paste(me)
    assert me.task("light").name == "Lamps and light" and durations(me, "light") == [3]


# -- tasks ----------------------------------------------------------------------------------------


def test_own_rows_come_as_copies_with_their_links_and_people(me: Person, said: list[str]) -> None:
    me.set_cell("light", "resources", "Anna")
    before = snapshot(me.project)
    me.select("design")
    me.key(KEY.Key_Space, SHIFT, to=me.grid)
    me.key(KEY.Key_C, CTRL, to=me.grid)
    me.select("open")
    paste(me)
    assert no_dialog(me)
    copy = me.project.children("move")[-1]
    assert me.task(copy).name == "Design"
    plan, light, offers = me.project.children(copy)
    assert {(plan, light, "FS"), (plan, offers, "FS")} <= me.links()
    assert not [link for link in me.links() if link[0] == "agreed" and link[1] == plan]
    assert [one.resource for one in me.project.assignments(light)] == ["anna"]
    assert me.grid.cells.whole_rows() and me.grid.selected_ids() == [copy, plan, light, offers]
    assert len({each.number for each in me.project.table(Task).values()}) == 16
    assert said[-1] in ("4 tasks pasted", "已粘贴 4 个任务")
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_rows_that_were_cut_come_back_as_themselves(me: Person) -> None:
    links = me.links()
    me.select("light")
    me.key(KEY.Key_Space, SHIFT, to=me.grid)
    me.key(KEY.Key_X, CTRL, to=me.grid)
    assert "light" not in me.project.table(Task)
    me.select("pack")
    paste(me)
    assert list(me.project.children("move")) == ["pack", "light", "drive", "open"]
    assert me.links() == links
    paste(me)  # once more: now there is one of that name already
    assert len(me.project.children("move")) == 5


def test_a_cut_keeps_the_task_on_the_registers(me: Person) -> None:
    me.workspace.do(AddRecord("risk", {"event": "The lift is out of order", "tasks": ("light",)}))
    (risk,) = me.project.table(Risk)
    steps = len(me.workspace.session.undo_steps)
    me.select("light")
    me.key(KEY.Key_Space, SHIFT, to=me.grid)
    me.key(KEY.Key_X, CTRL, to=me.grid)
    assert me.project.get(Risk, risk).tasks == ()
    me.select("pack")
    paste(me)
    assert me.project.get(Risk, risk).tasks == ("light",)
    assert len(me.workspace.session.undo_steps) == steps + 2


def test_a_cut_task_is_not_pasted_into_a_summary_that_it_is_linked_with(me: Person) -> None:
    me.workspace.do(AddLink("light", "move"))
    me.select("light")
    me.key(KEY.Key_Space, SHIFT, to=me.grid)
    me.key(KEY.Key_X, CTRL, to=me.grid)
    before = snapshot(me.project)
    me.select("pack")
    paste(me)
    assert [refusal.code for refusal in me.refusals] == ["linked_summary"]
    assert snapshot(me.project) == before
    me.select("plan")
    paste(me)  # it is still on the clipboard
    assert ("light", "move", "FS") in me.links()


def test_rows_of_another_plan_are_read_to_the_minute(me: Person, opened: Opened) -> None:
    me.workspace.do(SetDuration(("plan",), 100, "d"))
    me.workspace.do(MoveTask("plan", dt.datetime(2026, 6, 8, 13)))
    me.select("design")
    me.key(KEY.Key_Down, SHIFT)
    me.key(KEY.Key_Space, SHIFT, to=me.grid)
    me.key(KEY.Key_C, CTRL, to=me.grid)
    other = opened(Project([ProjectProfile(id="q", number=1, name="Other", start=MONDAY)]))
    other.page.setFocus()
    other.key(KEY.Key_V, CTRL, to=other.page.empty.button)
    press(dialog(other, PasteDialog))
    summary, plan = (other.task(each) for each in other.project.outline.order)
    assert (summary.name, plan.name, plan.parent) == ("Design", "Floor plan", summary.id)
    assert plan.duration == 100
    assert other.dates(plan.id).start == dt.datetime(2026, 6, 8, 13)


def test_progress_and_cost_of_a_summary_are_copied_as_they_are_shown(me: Person) -> None:
    me.workspace.do(SetProgress(("plan", "light", "offers"), 50))
    me.workspace.do(SetFields("task", ("plan",), {"actual_cost": 12_345}))
    me.workspace.do(SetFields("task", ("design",), {"actual_cost": 99}))  # which counts for nothing
    number = NUMBER_OF["actual_cost"]
    me.grid.setColumnHidden(number, False)
    me.bot.waitUntil(lambda: me.page.model.text(me.row("design"), number) == "123.45")
    for column in ("percent_complete", "actual_cost"):
        me.select("design", column=column)
        me.key(KEY.Key_C, CTRL, to=me.grid)
        me.select("pack", column=column)
        paste(me)
    assert no_dialog(me) and not me.refusals
    assert (me.task("pack").percent_complete, me.task("pack").actual_cost) == (50, 12_345)
    me.select("design", column="percent_complete")
    me.key(KEY.Key_Down, SHIFT)
    me.workspace.do(SetProgress(("plan",), 0))
    me.key(KEY.Key_D, CTRL, to=me.grid)
    assert me.task("plan").percent_complete == 27  # 3 of 11 days
    me.select("pack", column="actual_cost")
    me.key(KEY.Key_F2, to=me.grid)
    assert me.editor() is not None and me.editor().text() == "123.45"  # type: ignore[union-attr]


def test_own_cells_keep_what_the_text_rounds(me: Person) -> None:
    me.workspace.do(SetDuration(("plan",), 100, "d"))
    me.select("plan", column="duration")
    assert me.page.model.text(me.row("plan"), NUMBER_OF["duration"]) in ("0.21d", "0.21 天")
    me.key(KEY.Key_C, CTRL, to=me.grid)
    me.select("offers", column="duration")
    paste(me)
    assert me.task("offers").duration == 100
    me.key(KEY.Key_F2, to=me.grid)
    me.type("?")
    me.key(KEY.Key_Return)
    assert (me.task("offers").duration, me.task("offers").estimated) == (100, True)


def test_headings_of_groups_are_no_cells(me: Person, said: list[str]) -> None:
    me.page.rows_shown.group_by(("status",))
    put("3d")
    heading = next(row for row, identity in enumerate(me.page.model.ids) if is_heading(identity))
    me.grid.cells.choose(heading, NUMBER_OF["duration"])
    me.grid.setFocus()
    me.key(KEY.Key_Down, SHIFT)
    paste(me)
    assert said[0] in ("1 cell pasted, 1 skipped (read-only)", "已粘贴 1 个单元格，跳过 1 个（只读）")
    me.key(KEY.Key_Space, SHIFT, to=me.grid)
    me.key(KEY.Key_C, CTRL, to=me.grid)
    paste(me)


# -- outlines -------------------------------------------------------------------------------------


def test_an_indented_outline_becomes_tasks_below_the_current_one(me: Person, said: list[str]) -> None:
    before = snapshot(me.project)
    put("Phase 1\n\t- Survey\n\t- Design\n\t\t• Draft\nPhase 2\n")
    me.select("light")
    paste(me)
    found = dialog(me, OutlineDialog)
    top = found.tree.topLevelItem(0)
    assert top is not None and top.text(0) == "Phase 1" and top.childCount() == 2
    me.bot.keyClick(found, KEY.Key_Escape)
    assert snapshot(me.project) == before
    paste(me)
    press(dialog(me, OutlineDialog))
    one, two = me.project.children("design")[2:4]
    assert [me.task(each).name for each in (one, two)] == ["Phase 1", "Phase 2"]
    survey, design = me.project.children(one)
    assert [me.task(each).name for each in me.project.children(design)] == ["Draft"]
    assert me.project.wbs(survey) == "2.3.1"
    assert len(me.workspace.session.undo_steps) == 1
    assert said[0] in ("5 tasks pasted", "已粘贴 5 个任务")
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_plain_lines_are_cells_unless_an_outline_is_asked_for(me: Person) -> None:
    put("Alpha\nBeta\n")
    me.select("light")
    me.key(KEY.Key_V, CTRL | SHIFT, to=me.grid)
    press(dialog(me, OutlineDialog))
    assert [me.task(each).name for each in me.project.children("design")] == [
        "Floor plan", "Lighting", "Alpha", "Beta", "Collect offers",
    ]  # fmt: skip
    me.select("plan")
    paste(me)
    assert no_dialog(me)
    assert [me.task(each).name for each in ("plan", "light")] == ["Alpha", "Beta"]


def test_an_outline_can_go_into_cells_after_all(me: Person) -> None:
    put("- Alpha\n- Beta\n")
    me.select("plan")
    paste(me)
    dialog(me, OutlineDialog).cells_button.click()
    QApplication.processEvents()
    assert [me.task(each).name for each in ("plan", "light")] == ["- Alpha", "- Beta"]


def test_a_paste_fills_an_empty_plan(opened: Opened) -> None:
    me = opened(Project([ProjectProfile(id="p", number=1, name="Empty", start=MONDAY)]))
    put("任务名称\t工期\t前置任务\r\n准备\t\t\r\n    调研\t3d\t\r\n    方案\t5d\t1.1\r\n实施\t10d\t1\r\n")
    me.page.setFocus()  # as the window does with the page that it shows
    me.key(KEY.Key_V, CTRL, to=me.page.empty.button)
    press(dialog(me, PasteDialog))
    outline = me.project.outline
    assert [(me.task(each).name, depth) for each, depth in zip(outline.order, outline.depth, strict=True)] == [
        ("准备", 0), ("调研", 1), ("方案", 1), ("实施", 0),
    ]  # fmt: skip
    assert [me.task(each).duration // DAY for each in outline.order[1:]] == [3, 5, 10]
    assert len(me.links()) == 2
    assert len(me.workspace.session.undo_steps) == 1


def test_the_status_bar_of_the_window_says_what_was_pasted(program: Application, tmp_path: Path, qtbot: QtBot) -> None:
    window = program.new_window()
    with qtbot.waitExposed(window):
        window.show()
    new = NewProject("Office move", "Mingguang", dt.date(2026, 6, 1), STANDARD, "both", "CNY", tmp_path / "a.pilotage")
    window.files._create(new)
    workspace = window.workspace
    assert workspace is not None and workspace.do(AddTask("Survey"))
    window.go_to("plan")
    QApplication.processEvents()
    page = window.view.page if window.view is not None else None
    assert isinstance(page, PlanPage)
    assert QApplication.focusWidget() is page.grid  # the keys go to the cells as soon as the page is there
    put("Survey the old office\t3d\r\n")
    page.grid.cells.choose(0, NUMBER_OF["name"])
    qtbot.keyClick(page.grid, KEY.Key_V, CTRL)
    assert window.status.text == "2 cells pasted"
