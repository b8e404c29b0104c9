"""Which rows of the plan are shown, and in what order: by keys and mouse on the real page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.domain.commands.records import SetFields
from desktop.i18n import CHINESE, ENGLISH, set_language, tr
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.plan_filters import ABOVE, AFTER, BEFORE, CONTAINS, Condition
from desktop.models.plan_groups import is_heading
from desktop.models.plan_order import Arrangement, SortKey
from desktop.views.plan.condition_popup import ConditionPopup
from desktop.views.plan.find_strip import FindStrip
from tests.journeys.visible import clipped
from tests.plan_window import ALT, CTRL, SHIFT, Person, english, opened
from tests.plans import snapshot

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key
LOOKS = [(ENGLISH, 1.0), (ENGLISH, 2.0), (CHINESE, 1.0), (CHINESE, 2.0)]


@pytest.fixture(params=LOOKS, ids=str)
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The language; texts have their usual or their double size."""
    language, size = request.param
    usual = QFont(qapp.font())
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * size)
    qapp.setFont(large)
    yield language
    qapp.setFont(usual)


def begun(opened: Opened, language: str = ENGLISH) -> tuple[Person, QAbstractItemModelTester]:
    """A person at the page, and who watches the model."""
    set_language(language)
    me = opened()
    tester = QAbstractItemModelTester(me.page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    me.select("brief")
    return me, tester


def words_typed(me: Person, text: str) -> None:
    """Type into whatever line has the keys."""
    for letter in text:
        me.bot.keyClicks(QApplication.focusWidget(), letter)
    read_all(me)


def read_all(me: Person) -> None:
    for _ in range(20):
        QApplication.processEvents()


def cut_off(me: Person) -> list[tuple[str, str]]:
    """What of the page has less room than its text."""
    read_all(me)
    return clipped(me.page)


def strip(me: Person) -> FindStrip:
    return me.page.find_strip


def current(me: Person) -> tuple[str, str]:
    """The task and the column where one is."""
    column = me.grid.currentIndex().column()
    return me.grid.current_id(), next(key for key, number in NUMBER_OF.items() if number == column)


# -- find -----------------------------------------------------------------------------------------


def test_ctrl_f_goes_to_the_first_hit_with_every_letter(opened: Opened, look: str) -> None:
    me, _tester = begun(opened, look)
    before = snapshot(me.project)
    me.key(KEY.Key_F, CTRL)
    words_typed(me, "COLLECT")
    assert current(me) == ("wishes", "name")  # of “Collect wishes” and “Collect offers” the first
    assert strip(me).hits == ["wishes", "offers"]
    assert strip(me).count.text() in ("1 of 2", "1 / 2")
    words_typed(me, " o")
    assert current(me) == ("offers", "name")
    assert cut_off(me) == []
    me.key(KEY.Key_Escape)
    assert strip(me).isHidden()
    assert current(me) == ("brief", "name")  # where one was
    assert me.grid.hasFocus()
    assert snapshot(me.project) == before


def test_f3_steps_on_and_round_and_what_was_stepped_to_stays(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.key(KEY.Key_F, CTRL)
    words_typed(me, "collect")
    me.key(KEY.Key_F3)
    assert current(me)[0] == "offers"
    me.key(KEY.Key_F3)
    assert current(me)[0] == "wishes"
    me.key(KEY.Key_F3, SHIFT)
    assert current(me)[0] == "offers"
    me.key(KEY.Key_Escape)
    assert current(me)[0] == "offers"
    me.key(KEY.Key_F3)  # the strip is closed, what was looked for last is known
    assert current(me)[0] == "wishes"
    assert strip(me).isHidden()


def test_what_lies_in_closed_summaries_is_found_and_opened(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.page.collapse_all()
    me.select("brief")
    me.key(KEY.Key_F, CTRL)
    words_typed(me, "drive")
    assert current(me)[0] == "drive"
    assert me.row("pack") >= 0
    me.key(KEY.Key_Escape)
    assert me.row("drive") == -1  # Escape leaves no trace
    me.key(KEY.Key_F, CTRL)
    me.key(KEY.Key_Return)
    assert current(me)[0] == "drive"
    me.key(KEY.Key_Escape)
    assert me.row("drive") >= 0


def test_cells_of_shown_columns_and_notes_are_searched_without_regard_to_width(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.workspace.do(SetFields("task", ("light",), {"notes": "Ask the ＬＥＤ dealer"}))
    me.key(KEY.Key_F, CTRL)
    words_typed(me, "led d")
    assert current(me) == ("light", "name")  # notes have no column here: the name is shown
    strip(me).line.selectAll()
    words_typed(me, "2026-06-01")
    assert current(me) == ("brief", "start")
    assert strip(me).hits == ["brief", "survey", "wishes"]  # all three start on the first day
    strip(me).line.selectAll()
    words_typed(me, "nothing like it")
    assert strip(me).hits == []
    assert strip(me).count.text() == "Not found"


def test_an_edit_changes_what_is_found(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.key(KEY.Key_F, CTRL)
    words_typed(me, "pack")
    assert strip(me).hits == ["pack"]
    me.key(KEY.Key_Down)  # into the grid, the strip stays
    assert me.grid.hasFocus()
    me.workspace.do(SetFields("task", ("plan",), {"name": "Package plan"}))
    me.bot.waitUntil(lambda: strip(me).hits == ["plan", "pack"], timeout=3000)
    me.key(KEY.Key_Escape)
    assert current(me)[0] == "pack"


# -- filter ---------------------------------------------------------------------------------------


def chips(me: Person) -> list[str]:
    return [chip.text() for chip in me.page.row_bar.chips]


def rows(me: Person) -> list[str]:
    return list(me.page.model.ids)


def pick(me: Person, title: str) -> None:
    """Choose a command of the rows by its title, as a menu or the palette would."""
    found = [action for action in me.page.actions() if action.text() == title]
    assert len(found) == 1, title
    assert found[0].isEnabled(), title
    found[0].trigger()


def test_a_filter_is_a_chip_that_can_be_taken_away(opened: Opened, look: str) -> None:
    me, _tester = begun(opened, look)
    before = snapshot(me.project)
    me.page.row_actions.parts["critical"].trigger()
    assert "wishes" not in rows(me)
    assert "light" not in rows(me)
    assert rows(me)[:3] == ["brief", "survey", "agreed"]
    assert chips(me) == [tr("Critical")]
    # 7 of 12: the other three are the summaries around them.
    assert me.page.row_bar.count.text() == tr("{shown} of {total} tasks", shown=7, total=12)
    assert cut_off(me) == []
    me.page.row_actions.parts["milestones"].trigger()
    assert rows(me) == ["brief", "agreed", "move", "open"]
    assert len(chips(me)) == 2
    chip = me.page.row_bar.chips[0]
    me.bot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 6, chip.height() // 2))
    assert chips(me) == [tr("Milestones")]
    me.page.row_bar.chips[0].setFocus()
    me.key(KEY.Key_Delete)
    assert chips(me) == []
    assert rows(me) == list(me.project.outline.order)
    assert me.grid.hasFocus()
    assert snapshot(me.project) == before
    assert not me.workspace.session.undo_steps


def test_ctrl_shift_l_shows_all_again(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.select("pack")
    pick(me, "Critical")
    assert me.grid.current_id() == "pack"  # the task where one was stays current
    me.key(KEY.Key_L, CTRL | SHIFT)
    assert rows(me) == list(me.project.outline.order)
    assert me.grid.current_id() == "pack"
    assert me.page.row_bar.count.isHidden()


def test_only_tasks_with_the_value_of_a_cell(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.select("wishes", column="duration")
    pick(me, "Only Duration: 2d")
    assert chips(me) == ["Duration: 2d"]
    assert [each for each in rows(me) if not me.project.is_summary(each)] == ["wishes", "light", "pack"]


def test_values_of_a_column_are_offered(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.page.row_actions.open_condition("duration")
    popup = me.page.findChild(ConditionPopup)
    assert popup is not None
    offered = [popup.offered.itemText(at) for at in range(popup.offered.count())]
    assert offered[:3] == ["3d", "2d", "0d"]
    assert popup.text.text() == ""
    popup.close()


def test_a_condition_on_a_column_is_typed_changed_and_refused(opened: Opened, look: str) -> None:
    me, _tester = begun(opened, look)
    me.select("plan", column="start")
    me.key(KEY.Key_F, CTRL | SHIFT)
    popup = me.page.findChild(ConditionPopup)
    assert popup is not None
    assert popup.column.currentData() == "start"
    popup.operator.setCurrentIndex(popup.operator.findData(AFTER))
    me.bot.keyClicks(popup.text, "one day")
    me.bot.keyClick(popup.text, KEY.Key_Return)
    assert popup.isVisible()
    assert popup.problem.text()
    assert chips(me) == []
    assert clipped(popup) == []
    popup.text.selectAll()
    me.bot.keyClicks(popup.text, "2026-06-16")
    me.bot.keyClick(popup.text, KEY.Key_Return)
    # The offers take Thu 06-11 to Tue 06-16, so packing begins on Wednesday 06-17.
    assert [each for each in rows(me) if not me.project.is_summary(each)] == ["pack", "drive", "open"]
    assert len(chips(me)) == 1
    # Change it: a click on the chip opens the sheet again.
    me.bot.mouseClick(me.page.row_bar.chips[0], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    popup = next(each for each in me.page.findChildren(ConditionPopup) if each.isVisible())
    assert (popup.operator.currentData(), popup.text.text()) == (AFTER, "2026-06-16")
    popup.operator.setCurrentIndex(popup.operator.findData(BEFORE))
    me.bot.keyClick(popup.text, KEY.Key_Return)
    assert "survey" in rows(me)
    assert "pack" not in rows(me)
    assert len(chips(me)) == 1


def test_escape_leaves_the_sheet_without_a_trace(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.key(KEY.Key_F, CTRL | SHIFT)
    popup = me.page.findChild(ConditionPopup)
    assert popup is not None
    me.bot.keyClicks(popup.text, "plan")
    me.bot.keyClick(popup.text, KEY.Key_Escape)
    assert chips(me) == []
    assert rows(me) == list(me.project.outline.order)


def test_a_row_stays_while_it_is_edited_and_goes_when_the_hands_rest_elsewhere(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.page.rows_shown.add(Condition("name", CONTAINS, "collect"))
    me.set_cell("offers", "name", "Tender")
    assert "offers" in rows(me)
    rest(me)
    me.select("offers")
    rest(me)
    assert "offers" in rows(me)  # one is still in it
    me.select("wishes")
    rest(me)
    assert rows(me) == ["brief", "wishes"]
    assert me.workspace.undo()
    rest(me)
    assert "offers" in rows(me)


def rest(me: Person) -> None:
    """Let the hands rest for as long as it takes, without waiting."""
    timer = me.page.rows_shown.rest_timer
    if timer.isActive():
        timer.stop()
        timer.timeout.emit()


def test_a_task_that_is_added_to_filtered_rows_stays(opened: Opened) -> None:
    me, _tester = begun(opened)
    pick(me, "Milestones")
    me.select("agreed")
    me.key(KEY.Key_Return, CTRL)
    me.type("Sign")
    me.key(KEY.Key_Return)
    added = rows(me)[rows(me).index("agreed") + 1]
    assert me.task(added).name == "Sign"
    me.select("open")
    rest(me)
    assert added in rows(me)
    pick(me, "Apply filter and order again")
    assert added not in rows(me)


def test_what_is_asked_for_is_shown_whatever_was_filtered(opened: Opened) -> None:
    me, _tester = begun(opened)
    pick(me, "Milestones")
    assert me.page.reveal("light")
    assert me.grid.current_id() == "light"
    assert chips(me) == []


def test_a_filter_that_nothing_passes_says_so(opened: Opened, look: str) -> None:
    me, _tester = begun(opened, look)
    me.page.row_actions.parts["done"].trigger()
    assert rows(me) == []
    assert me.grid.current_id() == ""
    me.page.grab()  # paints the sentence
    me.key(KEY.Key_L, CTRL | SHIFT, me.grid)
    assert rows(me) == list(me.project.outline.order)


# -- sort -----------------------------------------------------------------------------------------


def header_click(me: Person, column: str, modifiers: Qt.KeyboardModifier) -> None:
    header = me.grid.horizontalHeader()
    at = header.sectionViewportPosition(NUMBER_OF[column]) + header.sectionSize(NUMBER_OF[column]) // 2
    me.bot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, modifiers, QPoint(at, header.height() // 2))


def test_ctrl_and_a_click_on_the_header_sort_among_siblings(opened: Opened, look: str) -> None:
    me, _tester = begun(opened, look)
    stored = snapshot(me.project)
    header_click(me, "duration", CTRL)
    # Brief: 0, 2, 3 days; design: 2, 4, 5; move: 0, 1, 2. Summaries by their own length: 3, 7 (11 - 4 ...).
    inside = {parent: [each for each in rows(me) if me.task(each).parent == parent] for parent in ("brief", "design")}
    assert inside == {"brief": ["agreed", "wishes", "survey"], "design": ["light", "offers", "plan"]}
    assert chips(me) == [f"{tr('Duration')} ↑"]
    header_click(me, "duration", CTRL)
    assert [each for each in rows(me) if me.task(each).parent == "design"] == ["plan", "offers", "light"]
    header_click(me, "name", CTRL | SHIFT)
    assert chips(me) == [f"{tr('Duration')} ↓", f"{tr('Task name')} ↑"]
    me.page.grab()
    assert cut_off(me) == []
    header_click(me, "name", CTRL)
    assert chips(me) == [f"{tr('Task name')} ↑"]
    header_click(me, "name", CTRL)
    header_click(me, "name", CTRL)
    assert rows(me) == list(me.project.outline.order)
    assert snapshot(me.project) == stored


def test_sorted_rows_are_not_moved_and_the_outline_is_offered(opened: Opened, look: str) -> None:
    me, _tester = begun(opened, look)
    before = snapshot(me.project)
    me.select("light", column="duration")
    me.page.row_actions.sort_down.trigger()
    for key in (KEY.Key_Right, KEY.Key_Left, KEY.Key_Up, KEY.Key_Down):
        me.key(key, ALT | SHIFT)
        assert not me.page.notice.isHidden()
        assert me.page.notice.text
        assert cut_off(me) == []
        me.page.notice.dismiss()
    assert snapshot(me.project) == before
    me.key(KEY.Key_Up, ALT | SHIFT)
    me.bot.mouseClick(me.page.notice.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert rows(me) == list(me.project.outline.order)
    assert me.page.notice.isHidden()
    me.key(KEY.Key_Down, ALT | SHIFT)
    assert snapshot(me.project) != before


def test_sorted_rows_are_not_dragged(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.page.rows_shown.sort_by("name")
    me.grid.select_rows([me.row("light")])
    view, index = me.grid.viewport(), me.page.model.index(me.row("light"), NUMBER_OF["name"])
    start = me.grid.visualRect(index).center()
    me.bot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for down in (10, 40, 70):
        me.bot.mouseMove(view, start + QPoint(0, down))
    me.bot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 70))
    assert me.grid.row_drag is None
    assert not me.workspace.session.undo_steps


def test_sort_without_the_outline(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.select("light", column="duration")
    me.page.row_actions.sort_down.trigger()
    me.page.row_actions.flat.trigger()
    assert rows(me) == ["plan", "offers", "survey", "wishes", "light", "pack", "drive", "agreed", "open"]
    me.page.grab()
    me.set_cell("drive", "duration", "6d")
    assert rows(me)[6] == "drive"  # it stays where it is edited
    rest(me)
    assert rows(me)[0] == "drive"
    pick(me, "Outline order")
    assert rows(me) == list(me.project.outline.order)


# -- groups ---------------------------------------------------------------------------------------


def test_groups_have_headings_that_close_and_tasks_that_can_be_edited(opened: Opened, look: str) -> None:
    me, _tester = begun(opened, look)
    me.page.row_actions.groups["critical"].trigger()
    heading = rows(me)[0]
    assert is_heading(heading)
    assert rows(me)[1:8] == ["survey", "agreed", "plan", "offers", "pack", "drive", "open"]
    me.page.grab()
    assert cut_off(me) == []
    # The heading is closed and opened like a summary.
    me.grid.cells.choose(0, NUMBER_OF["name"])
    me.key(KEY.Key_Left)
    assert rows(me)[1:2] != ["survey"]
    me.page.grab()
    me.key(KEY.Key_Right)
    assert rows(me)[1] == "survey"
    # Nothing that needs a task harms it.
    me.grid.cells.choose(0, NUMBER_OF["name"])
    for key, modifiers in (
        (KEY.Key_Delete, Qt.KeyboardModifier.NoModifier), (KEY.Key_F2, CTRL), (KEY.Key_M, CTRL | SHIFT),
        (KEY.Key_F2, Qt.KeyboardModifier.NoModifier), (KEY.Key_A, Qt.KeyboardModifier.NoModifier),
        (KEY.Key_G, CTRL), (KEY.Key_Right, ALT | SHIFT),
    ):  # fmt: skip
        me.key(key, modifiers, me.grid)
    assert me.editor() is None
    assert not me.workspace.session.undo_steps
    # Its tasks are edited as anywhere.
    me.set_cell("plan", "duration", "6d")
    assert me.task("plan").duration == 6 * 480
    assert me.workspace.undo()
    me.hover(QPointF(50, me.chart.top_of(0) + 5))
    me.drag(me.body("offers"), me.body("offers") + QPointF(me.days(2), 0))
    assert me.workspace.session.undo_steps


def test_groups_within_groups_and_back(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.page.row_actions.groups["branch"].trigger()
    me.page.row_actions.inner["progress"].trigger()
    assert chips(me) == ["Groups: Top level of the outline › Progress"]
    assert [me.page.model.facts(row).depth for row in range(3)] == [0, 1, 2]
    pick(me, "No groups")
    assert rows(me) == list(me.project.outline.order)


def test_new_tasks_find_a_place_in_a_group(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.page.row_actions.groups["critical"].trigger()
    me.select("plan")
    me.key(KEY.Key_Return, CTRL)
    me.type("Colours")
    me.key(KEY.Key_Return)
    added = rows(me)[me.row("plan") + 1]
    assert me.task(added).name == "Colours"
    me.select("survey")
    rest(me)  # it has float, so it is not critical
    assert me.row(added) > me.row("open")


def test_a_group_is_found_by_find_and_its_rows_are_scrolled_with_the_chart(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.page.row_actions.groups["progress"].trigger()
    me.page.collapse_all()
    assert len(rows(me)) == 1
    me.key(KEY.Key_F, CTRL)
    words_typed(me, "drive")
    assert me.grid.current_id() == "drive"
    assert me.chart.bar(0) is None


def test_the_heading_of_a_group_is_no_task_that_anything_is_done_to(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.page.row_actions.groups["progress"].trigger()
    me.grid.cells.choose(0, NUMBER_OF["name"])
    hands, cells = me.page.plan_actions.hands, me.grid.cells
    assert is_heading(me.page.model.ids[0]) and cells.count() == 1 and cells.tasks() == 0
    assert not me.page.plan_actions.indent.isEnabled()
    before = snapshot(me.project)
    for do in (hands.change_link, hands.ask_hold, hands.ask_split, hands.join_parts):
        do()
    assert not me.refusals and snapshot(me.project) == before
    me.key(KEY.Key_Down, SHIFT)
    assert cells.count() == 2 and cells.tasks() == 1 and me.page.plan_actions.indent.isEnabled()


def test_bars_are_not_carried_over_sorted_rows(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.page.rows_shown.sort_by("name")
    before = rows(me)
    start = me.body("light")
    me.drag(start, start + QPointF(0, 3 * me.grid.metrics.row))
    assert not me.page.notice.isHidden()
    assert rows(me) == before
    assert not me.workspace.session.undo_steps


def test_a_task_can_be_drawn_beside_a_heading(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.page.row_actions.groups["critical"].trigger()
    y = me.chart.top_of(0) + me.grid.metrics.row / 2
    me.drag(QPointF(60, y), QPointF(60 + me.days(3), y))
    steps = len(me.workspace.session.undo_steps)
    assert steps <= 1
    assert len(me.project.outline.order) == 12 + steps


def test_headings_are_closed_and_opened_by_command(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.page.row_actions.groups["critical"].trigger()
    count = len(rows(me))
    me.select("plan")
    me.page.collapse()  # the group that the task is in
    assert "plan" not in rows(me)
    assert is_heading(rows(me)[me.grid.currentIndex().row()])
    me.page.expand()
    assert len(rows(me)) == count


def test_a_figure_of_the_overview_is_shown_as_a_filter(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.page.apply_filter("late")
    assert chips(me) == ["Overdue"]
    assert me.grid.selected_ids() == ["wishes"]
    me.page.apply_filter("critical")
    assert chips(me) == ["Critical"]
    assert me.grid.selected_ids() == ["survey", "agreed", "plan", "offers", "pack", "drive", "open"]
    me.page.apply_filter("milestones")
    assert me.grid.selected_ids() == ["agreed", "open"]


def test_headings_are_neither_copied_nor_filled(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.page.row_actions.groups["critical"].trigger()
    before = snapshot(me.project)
    me.grid.cells.choose(0, NUMBER_OF["duration"])
    me.grid.cells.extend_to(2, me.grid.visible_columns().index(NUMBER_OF["finish"]))
    me.key(KEY.Key_C, CTRL)
    lines = QApplication.clipboard().text().splitlines()
    assert [line.split()[0] for line in lines] == ["3d", "0d"]  # survey and brief agreed
    me.grid.cells.choose(0, NUMBER_OF["duration"])
    me.key(KEY.Key_D, CTRL)
    read_all(me)
    assert me.task("survey").duration == before["task"]["survey"].duration


def test_rows_sorted_by_costs_follow_when_the_costs_come(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.workspace.do(SetFields("task", ("drive",), {"fixed_cost": 500_00}))
    me.workspace.do(SetFields("task", ("wishes",), {"fixed_cost": 900_00}))
    me.page.rows_shown.show(Arrangement(sort=(SortKey("cost", True),), flat=True))
    me.bot.waitUntil(lambda: rows(me)[:2] == ["wishes", "drive"], timeout=20_000)
    me.page.rows_shown.show(Arrangement((Condition("cost", ABOVE, "600"),)))
    me.bot.waitUntil(lambda: "wishes" in rows(me) and "drive" not in rows(me), timeout=20_000)
