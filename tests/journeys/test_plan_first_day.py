"""What somebody who does not know the program yet does on the plan page in the first hour: nothing goes astray."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.plan import ShiftTasks
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Dependency, ProjectProfile, Task
from desktop.domain.project import Project
from desktop.i18n import CHINESE, ENGLISH, set_language
from desktop.models.plan_columns import NUMBER_OF
from desktop.views.boxes import side_of
from desktop.views.main_window import MainWindow
from desktop.views.plan import PlanPage
from desktop.views.plan.first_view import SETTLED
from desktop.views.plan.overview_strip import OverviewStrip
from desktop.views.records.choices import FlagEditor
from tests.journeys.visible import clipped
from tests.plan_window import CTRL, Person, english, opened
from tests.plans import DAY, MONDAY

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def plan_of(window: MainWindow) -> PlanPage:
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, PlanPage)
    return page


def settle(count: int = 30) -> None:
    for _ in range(count):
        QApplication.processEvents()


@pytest.fixture
def sample(program: Application, qtbot: QtBot) -> Iterator[MainWindow]:
    window = program.new_window()
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    window.open_sample()
    window.go_to("plan")
    settle()
    yield window


@pytest.mark.parametrize("at", [20, 61])
@pytest.mark.parametrize("height", [500, 720, 1000])
def test_after_reopening_chart_and_grid_stand_on_the_same_rows(
    program: Application, sample: MainWindow, qtbot: QtBot, height: int, at: int
) -> None:
    page = plan_of(sample)
    page.grid.verticalScrollBar().setValue(9 * page.grid.metrics.row)
    page.grid.select_id(page.model.ids[at])
    settle()
    path = sample.document.path  # type: ignore[union-attr]
    sample.close()
    settle()
    again = program.new_window()
    again.resize(1280, height)
    with qtbot.waitExposed(again):
        again.show()
    again.open_file(path)
    qtbot.waitUntil(lambda: again.workspace is not None, timeout=30_000)
    again.go_to("plan")
    settle()
    page = plan_of(again)
    view = page.grid.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(page.grid.visualRect(page.grid.currentIndex())), timeout=5000)
    assert page.grid.current_id() == page.model.ids[at]
    bars = page.grid.verticalScrollBar(), page.chart.verticalScrollBar()
    assert (bars[1].value(), bars[1].maximum()) == (bars[0].value(), bars[0].maximum())
    row = page.grid.currentIndex().row()
    assert page.chart.top_of(row) == page.grid.visualRect(page.grid.currentIndex()).top()


def test_the_row_of_last_time_stays_in_sight_while_the_page_settles(
    program: Application, sample: MainWindow, qtbot: QtBot
) -> None:
    """However late bars and legend take their room; but whoever scrolls elsewhere is not called back."""
    page = plan_of(sample)
    page.grid.select_id(page.model.ids[61])
    path = sample.document.path  # type: ignore[union-attr]
    sample.close()
    again = program.new_window()
    again.resize(1280, 1000)
    with qtbot.waitExposed(again):
        again.show()
    again.open_file(path)
    qtbot.waitUntil(lambda: again.workspace is not None, timeout=30_000)
    again.go_to("plan")
    page = plan_of(again)
    view, bar = page.grid.viewport(), page.grid.verticalScrollBar()

    def is_in_sight() -> bool:
        return view.rect().contains(page.grid.visualRect(page.grid.currentIndex()))

    qtbot.waitUntil(is_in_sight)
    qtbot.wait(2 * SETTLED)
    again.resize(1280, 940)
    qtbot.waitUntil(is_in_sight)
    bar.setValue(0)
    again.resize(1280, 880)
    qtbot.wait(2 * SETTLED)
    assert bar.value() == 0


# -- what is shown stays shown ------------------------------------------------------------------------


@pytest.mark.parametrize("away", [False, True])
def test_the_overview_comes_back_with_its_size(sample: MainWindow, qtbot: QtBot, away: bool) -> None:
    """The strip had a picture, was another size for a moment, and has its size again before the hands rest."""
    sample.resize(1596, 974)
    settle()
    strip = plan_of(sample).overview
    qtbot.waitUntil(lambda: has_bars(strip), timeout=5000)
    size = strip.size()
    strip.resize(size.width(), 2)
    strip.resize(size)
    if away:
        sample.go_to("risk")
        settle()
        sample.go_to("plan")
    qtbot.waitUntil(lambda: has_bars(strip), timeout=5000)


def has_bars(strip: OverviewStrip) -> bool:
    """Whether there is more to see of the plan than the bare ground in a line through its rows."""
    return strip._picture is not None and len(colours(strip._picture.toImage())) > 3


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for y in range(0, image.height(), 2) for x in range(image.width())}


# -- boxes to tick ------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1.0, 2.0])
@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_a_box_to_tick_in_a_form_says_what_it_is_for(
    opened: Opened, qapp: QApplication, language: str, size: float
) -> None:
    set_language(language)
    me = opened()
    me.select("light")
    me.page.plan_actions.details.trigger()
    usual = QFont(qapp.font())
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * size)
    qapp.setFont(large)
    settle()
    boxes = [box for box in me.page.panel.findChildren(FlagEditor) if box.isVisible()]
    assert boxes
    for box in boxes:
        assert box.text()
        image = box.grab().toImage()
        left = side_of(box.fontMetrics()) + 6
        beside = image.copy(left, 0, image.width() - left, image.height())
        inked = {x for x in range(beside.width()) for y in range(beside.height()) if is_dark(beside.pixelColor(x, y))}
        said = box.fontMetrics().horizontalAdvance(box.text())
        assert max(inked) - min(inked) > min(said, beside.width()) * 0.6
        lines = -(-said // max(box.width() - 1.5 * left, 1))
        assert box.height() >= lines * box.fontMetrics().height()  # the whole text has room
    qapp.setFont(usual)


def is_dark(ink: QColor) -> bool:
    return ink.lightness() < 140


# -- a list of names ----------------------------------------------------------------------------------


def names(me: Person) -> list[str]:
    return [me.page.model.text(row, NUMBER_OF["name"]) for row in range(me.page.model.rowCount())]


def empty_plan() -> Project:
    return Project([ProjectProfile(id="p", number=1, name="Move", start=MONDAY)])


def test_names_are_typed_one_after_the_other(opened: Opened) -> None:
    me = opened(empty_plan())
    me.page.edits.add_below()
    settle()
    wanted = ["Survey", "Wishes", "Floor plan", "Lighting", "Offers", "Drive", "Party"]
    for name in wanted:
        me.type(name)
        me.key(KEY.Key_Return)
    settle()
    assert names(me) == [*wanted, "New task"]  # the row that waits for the next name
    me.key(KEY.Key_Escape)
    settle()
    assert names(me) == wanted
    assert me.grid.delegate.editor is None and me.grid.current_id() == me.page.model.ids[-1]


@pytest.mark.parametrize("how", ["Escape", "Enter", "click"])
def test_a_row_left_as_it_came_leaves_no_trace(opened: Opened, how: str) -> None:
    me = opened()
    me.select("open")
    me.key(KEY.Key_F2)
    me.type("ing")
    me.key(KEY.Key_Return)
    count, steps = me.page.model.rowCount(), len(me.workspace.session.undo_steps)
    assert names(me)[-2:] == ["Open the doorsing", "New task"]
    if how == "click":
        me.select("survey")
    else:
        me.key(KEY.Key_Escape if how == "Escape" else KEY.Key_Return)
    settle()
    assert me.page.model.rowCount() == count - 1
    assert len(me.workspace.session.undo_steps) == steps - 1
    assert me.grid.current_id() == ("survey" if how == "click" else "open")


def test_name_tab_duration_enter_goes_on_to_the_next_name(opened: Opened) -> None:
    me = opened(empty_plan())
    me.page.edits.add_below()
    settle()
    for name in ("Survey", "Wishes"):
        me.type(name)
        me.key(KEY.Key_Tab)
        me.type("3d")
        me.key(KEY.Key_Return)
    settle()
    assert names(me) == ["Survey", "Wishes", "New task"]
    durations = [me.project.get(Task, one).duration for one in me.page.model.ids[:2]]
    assert durations == [3 * DAY, 3 * DAY]


def test_enter_in_another_column_of_the_last_row_adds_nothing(opened: Opened) -> None:
    me = opened()
    before = me.page.model.rowCount()
    me.set_cell(me.page.model.ids[-1], "predecessors", "1.2")
    settle()
    assert me.page.model.rowCount() == before and me.grid.delegate.editor is None


# -- tool tips ----------------------------------------------------------------------------------------


def tip_window() -> QWidget | None:
    shown = [each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel") and each.isVisible()]
    return shown[0] if shown else None


def test_a_tool_tip_is_a_few_lines_and_lets_the_pointer_through(opened: Opened, qtbot: QtBot) -> None:
    me = opened()
    me.workspace.do(SetFields("task", ("survey",), {"name": "As long as a paragraph. " * 30}))
    settle()
    view = me.grid.viewport()
    place = me.grid.visualRect(me.page.model.index(me.row("survey"), NUMBER_OF["name"])).center()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    qtbot.waitUntil(lambda: tip_window() is not None)
    tip = tip_window()
    assert tip is not None
    assert tip.windowHandle().flags() & Qt.WindowType.WindowTransparentForInput
    assert tip.height() <= 8 * me.grid.metrics.line
    me.select("light")
    me.type("Lamps")
    me.key(KEY.Key_Return)
    assert me.task("light").name == "Lamps"


# -- which task a number names ------------------------------------------------------------------------


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_the_editor_names_what_it_will_link(opened: Opened, language: str) -> None:
    """Of the office move, WBS 2 is the design and row 2 is 1.1; no WBS code reads 7, T-007 is 2.2, and so on."""
    set_language(language)
    me = opened()
    note = me.grid.delegate.link_note
    me.select("drive", column="predecessors")
    me.type("1.2")
    assert "Collect wishes" in note.text and note.text.count("\n") == 0
    me.type("FS+2d; 2")
    lines = note.text.split("\n")
    order = me.project.outline.order
    assert "Collect wishes" in lines[0]
    assert me.task("design").name in lines[1]
    assert me.task(order[1]).name in lines[2] and "1.1" in lines[2]
    assert clipped(me.page) == []
    me.key(KEY.Key_Return)
    assert note.text == ""
    incoming = {each.predecessor for each in me.project.predecessors("drive")}
    assert {"wishes", "design"} <= incoming


def test_a_number_that_is_a_row_and_another_task_says_both(opened: Opened) -> None:
    me = opened()
    note = me.grid.delegate.link_note
    me.select("drive", column="predecessors")
    me.type("7")
    row = me.project.outline.order[6]
    assert me.task("light").name in note.text and "T-007" in note.text
    assert row == "light" or me.task(row).name in note.text
    me.key(KEY.Key_Escape)
    assert note.text == ""


def test_a_moved_row_makes_the_numbers_differ_and_the_editor_says_so(opened: Opened) -> None:
    tasks = [Task(id=one, number=at, name=one.upper(), rank=at * 1000, duration=DAY) for at, one in enumerate("abc", 1)]
    tasks += [
        Task(id=one, number=at, name=one.upper(), rank=at * 1000, duration=DAY, parent="c")
        for at, one in ((4, "e"), (5, "d"))
    ]
    me = opened(Project([ProjectProfile(id="p", number=1, name="Move", start=MONDAY), *tasks]))
    me.workspace.do(ShiftTasks(("d",), -1))  # row 4 is D now, 3.1, with number 5; row 5 is E, 3.2, with number 4
    me.select("b", column="predecessors")
    me.type("4")
    assert me.grid.delegate.link_note.text.split("\n") == [
        "4 is the task number T-004: “E” (3.2).",
        "Row 4 is “D”: write 3.1 for it.",
    ]
    me.key(KEY.Key_Return)
    assert me.links() == {("e", "b", "FS")}


def test_a_correction_takes_the_refusal_away(opened: Opened) -> None:
    me = opened()
    me.select("drive", column="predecessors")
    me.type("99")
    me.key(KEY.Key_Return)
    assert "99" in me.grid.delegate.explanation
    assert me.grid.delegate.link_note.text == ""
    me.key(KEY.Key_Backspace)
    me.key(KEY.Key_Backspace)
    me.type("1.2")
    assert me.grid.delegate.explanation == "" and "Collect wishes" in me.grid.delegate.link_note.text
    me.key(KEY.Key_Return)
    assert ("wishes", "drive", "FS") in me.links()


# -- a link that was drawn ----------------------------------------------------------------------------


def test_tab_goes_from_a_drawn_link_into_its_lag(opened: Opened) -> None:
    me = opened()
    me.hover(me.body("survey"))
    me.drag(me.finish_handle("survey"), me.start_edge("light"))
    assert ("survey", "light", "FS") in me.links()
    assert me.chart.hasFocus()
    me.key(KEY.Key_Tab, to=me.chart)
    lag = me.chart.link_strip.lag
    assert lag.hasFocus()
    me.key(KEY.Key_A, CTRL, to=lag)
    me.bot.keyClicks(lag, "2d")
    me.key(KEY.Key_Return, to=lag)
    made = next(each for each in me.project.predecessors("light") if each.predecessor == "survey")
    assert made.lag == 2 * DAY
    assert len(me.workspace.session.undo_steps) == 1


def test_a_link_that_is_refused_says_so_after_the_drop(sample: MainWindow, qtbot: QtBot) -> None:
    page = plan_of(sample)
    me = Person(page, qtbot)
    link = next(
        each for each in me.project.table(Dependency).values()
        if not me.project.is_summary(each.predecessor) and not me.project.is_summary(each.successor)
        and 0 <= me.row(each.predecessor) < 12 and 0 <= me.row(each.successor) < 12
    )  # fmt: skip
    me.chart.fit_project()
    settle()
    me.hover(me.body(link.successor))
    me.drag(me.finish_handle(link.successor), me.start_edge(link.predecessor))
    assert [refusal.code for refusal in me.refusals] == ["cycle"]
    assert sample.banner.kind == "refusal" and sample.banner.isVisible()
    assert "wait for each other" in sample.banner.text
