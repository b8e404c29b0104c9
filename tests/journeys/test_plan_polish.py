"""Nothing happens on the plan page without being said: drags that are held, places that are refused, dates typed."""

from __future__ import annotations

import datetime as dt
import plistlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.charts.bars import Bar, BarKind
from desktop.charts.relations import path_shapes
from desktop.charts.shapes import Line, Rect, Text
from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import SetFields
from desktop.i18n import CHINESE, ENGLISH, set_language
from desktop.models.plan_columns import NUMBER_OF
from desktop.views.motion import is_moving
from desktop.views.plan import PlanPage, glide
from desktop.views.plan.bar_gestures import ResizeBar
from desktop.views.plan.tip import tip_shapes
from desktop.views.settings import LANGUAGE, TEXT_SIZE
from tests.journeys.visible import clipped
from tests.journeys.visible import english as english_words
from tests.plan_window import ALT, CTRL, NO_KEY, SHIFT, Person, english, opened
from tests.plans import DAY, snapshot

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key
LANGUAGES = pytest.mark.parametrize("language", [ENGLISH, CHINESE])


def on(month: int, day: int, hour: int = 8) -> dt.datetime:
    return dt.datetime(2026, month, day, hour)


def pull(me: Person, start: QPointF, *ways: QPointF) -> QPointF:
    """Press at ``start`` and go to one point after the other; the last is where the pointer is now."""
    me.press(start)
    for way in ways:
        me.move(start + way)
    return start + ways[-1]


def row_step(me: Person, count: float) -> QPointF:
    return QPointF(0, count * me.chart.metrics.row)


def choose(me: Person, edge: str, at: int) -> None:
    segments = me.chart.hold_strip.choices[edge]
    place = segments.segment_box(at).center().toPoint()
    me.bot.mouseClick(segments, Qt.MouseButton.LeftButton, NO_KEY, place)


def steps(me: Person) -> int:
    return len(me.workspace.session.undo_steps)


# -- the left edge against a link -------------------------------------------------------------------
# "Collect offers" takes four days and follows the floor plan, which ends on Wednesday 2026-06-10: it starts on 06-11.


def test_a_left_edge_that_links_hold_says_so_while_it_is_dragged_and_after(opened: Opened) -> None:
    me = opened()
    before = snapshot(me.project)
    there = pull(me, me.start_edge("offers"), QPointF(me.days(-1), 0), QPointF(me.days(-2), 0))
    assert isinstance(me.chart.gesture, ResizeBar)
    assert "its links hold the start at 2026-06-11: the task only gets longer" in me.chart.gesture.tip()
    me.release(there)
    assert (me.dates("offers").start, me.task("offers").duration) == (on(6, 11), 6 * DAY)
    told = me.chart.hold_strip.text.text()
    assert told == (
        "“Collect offers” only got longer: its links hold the start at 2026-06-11. It takes 6d until 2026-06-18."
    )
    choose(me, "start", 2)  # pinned, it starts where the hand put it
    assert (me.dates("offers").start, me.dates("offers").finish) == (on(6, 9), on(6, 16, 17))
    assert me.chart.hold_strip.text.text() == (
        "“Collect offers” must start on 2026-06-09, whatever its links say. It takes 6d until 2026-06-16."
    )
    choose(me, "start", 0)
    assert me.dates("offers").start == on(6, 11)
    assert me.task("offers").constraint == "asap"
    assert steps(me) == 1
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_a_left_edge_held_by_a_levelling_delay_says_so(opened: Opened) -> None:
    me = opened()
    me.workspace.do(SetFields("task", ("light",), {"levelling_delay": 4 * 1440}))  # behind 06-11, nights and all
    me.page.grab()
    there = pull(me, me.start_edge("light"), QPointF(me.days(-2), 0), QPointF(me.days(-4), 0))
    assert me.chart.gesture is not None
    said = "its levelling delay holds the start at 2026-06-15: the task only gets longer"
    assert said in me.chart.gesture.tip()
    me.release(there)
    assert "its levelling delay holds the start at 2026-06-15" in me.chart.hold_strip.text.text()


def test_a_bar_dragged_before_what_it_follows_says_so_meanwhile(opened: Opened) -> None:
    me = opened()
    there = pull(me, me.body("offers"), QPointF(-20, 0), QPointF(me.days(-3), 0))
    assert me.chart.gesture is not None
    assert "its links hold it until 2026-06-11" in me.chart.gesture.tip()
    me.key(KEY.Key_Escape, to=me.chart)
    me.release(there)
    assert not steps(me)


def test_a_left_edge_that_nothing_holds_says_how_long_the_task_is(opened: Opened) -> None:
    me = opened()
    there = pull(me, me.start_edge("offers"), QPointF(me.days(1), 0))
    me.release(there)
    assert me.chart.hold_strip.text.text() == (
        "“Collect offers” starts no earlier than 2026-06-12. It takes 3d until 2026-06-16."
    )


# -- places that are refused ------------------------------------------------------------------------


def circle(me: Person) -> None:
    """The brief as a whole comes before the design: what follows the design cannot be part of the brief."""
    assert me.workspace.do(commands.AddLink("brief", "design"))


def test_a_place_that_would_close_a_circle_is_refused_before_the_drop(opened: Opened) -> None:
    me = opened()
    circle(me)
    before, told = snapshot(me.project), steps(me)
    up = me.bar("agreed").bottom + 4 - me.bar("drive").middle
    there = pull(me, me.body("drive"), QPointF(0, -12), QPointF(0, up))
    gesture = me.chart.gesture
    assert gesture is not None
    assert gesture.tip()[1].startswith("These tasks would wait for each other")
    assert {line.role for line in gesture.shapes() if isinstance(line, Line)} == {"red"}
    me.page.grab()
    me.release(there)
    assert [refusal.code for refusal in me.refusals] == ["cycle"]
    assert snapshot(me.project) == before
    assert steps(me) == told


def test_rows_of_the_grid_say_where_they_would_land_and_why_they_cannot(opened: Opened) -> None:
    me = opened()
    circle(me)
    me.select("drive")
    model, grid = me.page.model, me.grid
    grid.cells.choose_rows(me.row("drive"))
    box = grid.visualRect(model.index(me.row("drive"), NUMBER_OF["name"]))
    target = grid.visualRect(model.index(me.row("agreed"), NUMBER_OF["name"]))
    view, left = grid.viewport(), Qt.MouseButton.LeftButton
    me.bot.mousePress(view, left, NO_KEY, box.center())
    me.bot.mouseMove(view, box.center() - QPoint(0, 14))
    grid.hand.move(QPoint(box.left() + grid.indent_of(1), target.bottom() - 2))
    drag = grid.row_drag
    assert drag is not None and drag.refusal is not None
    assert drag.tip()[1].startswith("These tasks would wait for each other")
    shown = grid.grab().toImage()
    red = sum(shown.pixelColor(x, y).red() > 150 > shown.pixelColor(x, y).green() + 60
              for x in range(box.left(), min(shown.width(), box.left() + 300), 2)
              for y in range(target.top(), target.bottom() + 60))  # fmt: skip
    assert red > 50  # the line of the drop is crossed out
    grid.hand.move(QPoint(box.left() + grid.indent_of(0), 3))
    assert drag.refusal is None
    assert drag.tip() == ["Drive", "becomes 1"]
    me.key(KEY.Key_Escape, to=grid)
    assert grid.row_drag is None and me.refusals == []


def test_a_link_that_would_close_a_circle_is_refused_before_the_drop(opened: Opened) -> None:
    me = opened()
    before = snapshot(me.project)
    me.hover(me.body("drive"))
    way = me.start_edge("plan") - me.finish_handle("drive")
    there = pull(me, me.finish_handle("drive"), QPointF(6, -6), way)
    gesture = me.chart.gesture
    assert gesture is not None
    assert gesture.tip()[-1].startswith("These tasks would wait for each other")
    me.release(there)
    assert [refusal.code for refusal in me.refusals] == ["cycle"]
    assert snapshot(me.project) == before


# -- finished, and open again -----------------------------------------------------------------------


def test_a_sub_task_below_a_finished_task_is_said_with_what_it_means(opened: Opened) -> None:
    me = opened()
    me.workspace.do(commands.SetProgress(("wishes",), 100))
    me.select("wishes")
    me.page.edits.add_child()
    assert me.page.notice.text == (
        "“Collect wishes” was finished. Now it is a summary: its dates and progress follow from its sub-tasks, and it"
        " is 0 % complete. What was recorded for itself counts no longer."
    )
    me.key(KEY.Key_Escape)  # the row goes, and what was said of it
    assert me.page.notice.text == ""
    assert me.dates("wishes").percent_complete == 100


def test_a_task_moved_into_a_finished_branch_says_so_before_and_after_the_drop(opened: Opened) -> None:
    me = opened()
    me.workspace.do(commands.SetProgress(("survey", "wishes", "agreed"), 100))
    up = me.bar("agreed").bottom + 4 - me.bar("light").middle
    there = pull(me, me.body("light"), QPointF(0, -12), QPointF(0, up))
    assert me.chart.gesture is not None
    assert "“Brief” is finished and would be open again" in me.chart.gesture.tip()
    me.release(there)
    assert me.task("light").parent == "brief"
    assert me.page.notice.text.startswith("“Brief” was finished. It is open again,")


def test_a_finished_task_in_a_finished_branch_is_not_worth_a_word(opened: Opened) -> None:
    me = opened()
    me.workspace.do(commands.SetProgress(("survey", "wishes", "agreed", "light"), 100))
    me.workspace.do(commands.MoveTasks(("light",), "brief"))
    assert me.page.notice.text == ""


# -- dates that are typed ---------------------------------------------------------------------------


def typed(me: Person, task: str, column: str, text: str) -> None:
    me.set_cell(task, column, text)
    QApplication.processEvents()


def test_a_start_typed_against_links_is_explained_and_may_be_held_otherwise(opened: Opened) -> None:
    me = opened()
    before, strip = snapshot(me.project), me.chart.hold_strip
    typed(me, "offers", "start", "2026-06-08")
    assert strip.isVisible()
    assert strip.text.text() == (
        "“Collect offers” starts no earlier than 2026-06-08; its links hold it until 2026-06-11."
    )
    assert me.grid.hasFocus()
    me.key(KEY.Key_H, CTRL | ALT, to=me.grid)
    assert strip.choices["start"].hasFocus()
    me.key(KEY.Key_P, to=strip.choices["start"])
    assert me.dates("offers").start == on(6, 8)
    assert me.task("offers").pinned
    assert steps(me) == 1
    me.key(KEY.Key_Escape, to=strip.choices["start"])
    assert not strip.isVisible() and me.grid.hasFocus()
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_a_finish_typed_into_a_linked_task_offers_how_it_is_held(opened: Opened) -> None:
    me = opened()
    strip = me.chart.hold_strip
    typed(me, "offers", "finish", "2026-06-18")
    assert strip.text.text() == "“Collect offers” takes 6d and finishes on 2026-06-18."
    choose(me, "finish", 2)
    assert (me.task("offers").constraint, me.task("offers").pinned, steps(me)) == ("mfo", True, 1)


def test_what_is_typed_is_explained_only_where_links_have_a_say(opened: Opened) -> None:
    me = opened()
    strip = me.chart.hold_strip
    typed(me, "survey", "start", "2026-06-03")  # nothing comes before it
    assert not strip.isVisible()
    typed(me, "offers", "duration", "5d")
    assert not strip.isVisible()
    me.workspace.do(commands.SetManual(("offers",), True))
    typed(me, "offers", "start", "2026-06-15")  # by hand it stands where it is put
    assert not strip.isVisible()


def test_escape_and_the_next_cell_put_the_explanation_away(opened: Opened) -> None:
    me = opened()
    strip = me.chart.hold_strip
    typed(me, "offers", "start", "2026-06-15")
    assert strip.isVisible()
    me.key(KEY.Key_Escape, to=me.grid)
    assert not strip.isVisible()
    typed(me, "offers", "start", "2026-06-16")
    assert strip.isVisible()
    me.key(KEY.Key_Down, to=me.grid)
    assert not strip.isVisible()


@LANGUAGES
def test_what_is_said_is_readable_in_both_languages(opened: Opened, language: str) -> None:
    set_language(language)
    me = opened()
    names = frozenset({"Collect", "offers", "Brief", "Lighting", "wishes"})
    typed(me, "offers", "start", "2026-06-08")
    strip = me.chart.hold_strip
    assert not clipped(strip)
    if language == CHINESE:
        assert not english_words(strip, names)
        there = pull(me, me.start_edge("offers"), QPointF(me.days(-2), 0))
        assert me.chart.gesture is not None
        assert "链接" in me.chart.gesture.tip()[-2] + me.chart.gesture.tip()[-1]
        me.release(there)
        assert not english_words(strip, names)


# -- a low window -----------------------------------------------------------------------------------


@LANGUAGES
def test_a_low_window_with_large_text_shows_rows(program: Application, qtbot: QtBot, language: str) -> None:
    program.settings.keep_all({LANGUAGE: language, TEXT_SIZE: 200})
    program.dress()
    window = program.new_window()
    window.resize(1280, 720)
    window.show()
    window.open_sample()
    window.go_to("plan")
    qtbot.wait(50)
    window.banner.dismiss()
    qtbot.wait(20)
    page = window.view.page  # type: ignore[union-attr]
    assert isinstance(page, PlanPage)
    seen = page.grid.viewport().height() / page.grid.metrics.row
    assert seen >= 8  # 4.6 with each bar in a line of its own
    assert page.bars.height() < 2 * page.row_bar.height()
    assert page.row_bar.geometry().right() <= page.bars.width()
    assert not clipped(page.row_bar)
    assert page.rules.isHidden() and page.rules.menu_action in page.plan_actions.chart_menu()
    extension = page.findChild(QToolButton, "qt_toolbar_ext_button")
    assert extension is not None and extension.isVisible()  # what finds no room is behind it, and in the menus
    page.rows_shown.show_part("critical")
    qtbot.wait(20)
    assert page.row_bar.y() > 0  # chips need a line of their own
    window.resize(1280, 1300)
    qtbot.wait(50)
    assert page.rules.isVisible()
    assert window.menus.tool_bar.isVisible()


def test_the_overview_says_why_it_is_away(opened: Opened) -> None:
    me = opened()
    action = me.page.axis_actions.overview
    me.page.resize(1400, 1000)
    QApplication.processEvents()
    assert action.isEnabled() and action.text() == "Overview of the whole plan"
    me.page.resize(1400, 400)
    QApplication.processEvents()
    assert (action.isEnabled(), action.isChecked()) == (False, True)
    assert action.text() == "Overview of the whole plan (the window is too low)"
    legend = me.page.plan_actions.look.switches["legend"]
    me.page.resize(1400, 250)
    QApplication.processEvents()
    assert (legend.isEnabled(), legend.text()) == (False, "Legend (the window is too low)")
    me.page.resize(1400, 1000)
    QApplication.processEvents()
    assert (legend.isEnabled(), legend.text()) == (True, "Legend")


# -- a series ---------------------------------------------------------------------------------------


def pull_square(me: Person, to: str, column: str, *, keys: Qt.KeyboardModifier = NO_KEY, drop: bool = True) -> None:
    """Pull the square at the corner of the selection down or up to a cell."""
    view, left = me.grid.viewport(), Qt.MouseButton.LeftButton
    handle = me.grid.hand.handle.square().center()
    place = me.grid.visualRect(me.page.model.index(me.row(to), NUMBER_OF[column])).center()
    for kind, at in ((QEvent.Type.MouseButtonPress, handle), (QEvent.Type.MouseMove, place)):
        button = left if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        spot = QPointF(at)
        event = QMouseEvent(kind, spot, QPointF(view.mapToGlobal(at)), button, left, keys)
        QApplication.sendEvent(view, event)
    if drop:
        me.bot.mouseRelease(view, left, keys, place)


def named(me: Person, *ids: str) -> list[str]:
    return [me.task(each).name for each in ids]


def test_two_values_that_make_a_series_go_on_when_they_are_pulled(opened: Opened) -> None:
    me = opened()
    me.workspace.do(SetFields("task", ("plan",), {"name": "第1阶段"}))
    me.workspace.do(SetFields("task", ("light",), {"name": "第2阶段"}))
    before, done = snapshot(me.project), steps(me)
    me.select("plan")
    me.key(KEY.Key_Down, SHIFT, to=me.grid)
    pull_square(me, "drive", "name", drop=False)
    assert me.grid.hand.handle.tip() == ["… to 第6阶段", "Ctrl: copies instead"]
    me.page.grab()
    me.key(KEY.Key_Escape, to=me.grid)
    assert (snapshot(me.project), steps(me)) == (before, done)
    pull_square(me, "drive", "name")
    assert named(me, "offers", "move", "pack", "drive") == ["第3阶段", "第4阶段", "第5阶段", "第6阶段"]
    assert steps(me) == done + 1
    me.workspace.undo()
    assert snapshot(me.project) == before
    me.select("plan")
    me.key(KEY.Key_Down, SHIFT, to=me.grid)
    pull_square(me, "drive", "name", keys=CTRL)
    assert named(me, "offers", "move", "pack", "drive") == ["第1阶段", "第2阶段", "第1阶段", "第2阶段"]


def test_a_series_goes_on_upwards_and_beside_columns_that_are_copied(opened: Opened) -> None:
    me = opened()
    me.workspace.do(SetFields("task", ("pack",), {"name": "Phase 4"}))
    me.workspace.do(SetFields("task", ("drive",), {"name": "Phase 5"}))
    me.workspace.do(commands.SetDuration(("pack", "drive"), 2 * DAY))
    me.select("pack")
    me.key(KEY.Key_Down, SHIFT, to=me.grid)
    me.key(KEY.Key_Right, SHIFT, to=me.grid)
    assert set(me.grid.cells.columns()) == {NUMBER_OF["name"], NUMBER_OF["duration"]}
    pull_square(me, "light", "duration")
    assert named(me, "light", "offers", "move") == ["Phase 1", "Phase 2", "Phase 3"]
    assert me.task("offers").duration == 2 * DAY


def test_one_value_and_values_without_a_step_are_copied(opened: Opened) -> None:
    me = opened()
    me.workspace.do(SetFields("task", ("plan",), {"name": "Phase 1"}))
    me.select("plan")
    pull_square(me, "light", "name")
    assert named(me, "light") == ["Phase 1"]


def test_a_series_of_dates_and_of_durations_by_keys_alone(opened: Opened) -> None:
    me = opened()
    me.workspace.do(commands.SetDuration(("plan",), 2 * DAY))
    me.workspace.do(commands.SetDuration(("light",), 4 * DAY))
    done = steps(me)
    me.select("plan", column="duration")
    for _ in range(4):  # light, offers, the summary of the move, pack
        me.key(KEY.Key_Down, SHIFT, to=me.grid)
    me.key(KEY.Key_D, CTRL | SHIFT, to=me.grid)
    assert [me.task(each).duration // DAY for each in ("plan", "light", "offers", "pack")] == [2, 4, 6, 10]
    assert steps(me) == done + 1
    assert me.page.cell_actions.fill_series in me.page.cell_actions.menu()


def test_what_is_no_series_is_refused_in_a_sentence(opened: Opened) -> None:
    me = opened()
    me.select("plan", "light")
    me.key(KEY.Key_D, CTRL | SHIFT, to=me.grid)
    me.select("plan")
    for _ in range(2):
        me.key(KEY.Key_Down, SHIFT, to=me.grid)
    me.key(KEY.Key_D, CTRL | SHIFT, to=me.grid)
    assert [refusal.code for refusal in me.refusals] == ["no_series", "no_series"]
    assert not steps(me)


# -- keys pressed again and again -------------------------------------------------------------------


def beat(me: Person) -> list[float]:
    """The clock of the keys, which stands until it is turned."""
    at = [100.0]
    me.page.plan_actions.hands.run.clock = lambda: at[0]
    return at


def test_a_run_of_keys_on_one_bar_is_one_step(opened: Opened) -> None:
    me = opened()
    before, clock = snapshot(me.project), beat(me)
    me.select("offers")
    for _ in range(3):  # Thursday 06-11, over the weekend to Tuesday 06-16
        me.key(KEY.Key_Right, ALT, to=me.grid)
        clock[0] += 0.4
    assert (me.dates("offers").start, steps(me)) == (on(6, 16), 1)
    me.key(KEY.Key_Left, ALT, to=me.grid)
    assert (me.dates("offers").start, steps(me)) == (on(6, 15), 1)
    assert me.chart.hold_strip.text.text() == "“Collect offers” starts no earlier than 2026-06-15."
    clock[0] += 1.1  # the hand rested
    me.key(KEY.Key_Right, ALT, to=me.grid)
    assert steps(me) == 2
    me.workspace.undo()
    assert me.dates("offers").start == on(6, 15)
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_several_bars_and_lengths_run_too_and_other_bars_begin_anew(opened: Opened) -> None:
    me = opened()
    before, clock = snapshot(me.project), beat(me)
    me.select("light", "offers")
    for _ in range(2):
        me.key(KEY.Key_Right, ALT, to=me.grid)
    assert me.task("light").constraint_date == me.task("offers").constraint_date == on(6, 15)
    assert steps(me) == 1
    for _ in range(3):
        me.key(KEY.Key_Period, ALT, to=me.grid)
    assert (me.task("light").duration, me.task("offers").duration, steps(me)) == (5 * DAY, 7 * DAY, 2)
    me.key(KEY.Key_Comma, ALT, to=me.grid)
    assert (me.task("light").duration, steps(me)) == (4 * DAY, 2)
    me.select("pack")
    me.key(KEY.Key_Right, ALT, to=me.grid)
    assert steps(me) == 3
    clock[0] += 5
    for _ in range(3):
        me.workspace.undo()
    assert snapshot(me.project) == before


def test_a_refused_key_leaves_what_the_run_has_come_to(opened: Opened) -> None:
    me = opened()
    beat(me)
    me.select("light")  # two days
    me.key(KEY.Key_Comma, ALT, to=me.grid)
    assert (me.task("light").duration, steps(me)) == (DAY, 1)
    me.key(KEY.Key_Comma, ALT, to=me.grid)
    assert [refusal.code for refusal in me.refusals] == ["shortest"]
    assert (me.task("light").duration, steps(me)) == (DAY, 1)
    me.key(KEY.Key_Period, ALT, to=me.grid)
    assert me.task("light").duration == 2 * DAY


# -- frozen columns ---------------------------------------------------------------------------------


def frozen(me: Person, key: str = "name") -> int:
    """Freeze up to a column, scroll the grid as far as it goes; the width of what stands still."""
    me.page.work.setSizes([620, 700])
    me.select("plan", column=key)
    me.page.column_actions.freeze.trigger()
    bar = me.grid.horizontalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    assert bar.value() > 100
    return me.grid.frozen.width


def test_frozen_columns_stay_while_the_grid_is_scrolled_sideways(opened: Opened) -> None:
    me = opened()
    before = me.grid.grab(QRect(0, 0, 400, 400)).toImage()
    width = frozen(me)
    left = me.grid.viewport().x()
    assert width > 150
    me.select("plan")  # as it was: the current cell is drawn with a frame
    after = me.grid.grab(QRect(0, 0, 400, 400)).toImage()
    heading = QRect(left + 4, 4, width - 12, me.grid.header.height() - 8)
    assert before.copy(heading) == after.copy(heading)
    name = me.grid.visualRect(me.page.model.index(me.row("offers"), NUMBER_OF["name"]))
    assert name.right() == width - 1
    box = name.translated(left, me.grid.viewport().y()).adjusted(4, 4, -4, -4)
    assert before.copy(box) == after.copy(box)


def test_frozen_columns_are_pressed_and_edited_where_they_are_seen(opened: Opened) -> None:
    me = opened()
    width = frozen(me)
    bar = me.grid.horizontalScrollBar()
    scrolled = bar.value()
    at = QPoint(width - 12, me.grid.visualRect(me.page.model.index(me.row("light"), NUMBER_OF["name"])).center().y())
    me.bot.mouseClick(me.grid.viewport(), Qt.MouseButton.LeftButton, NO_KEY, at)
    assert (me.grid.current_id(), me.grid.currentIndex().column()) == ("light", NUMBER_OF["name"])
    me.type("Lamps")
    editor = me.editor()
    assert editor is not None and 0 <= editor.x() < width
    me.key(KEY.Key_Return)
    assert me.task("light").name == "Lamps"
    assert bar.value() == scrolled  # a column in sight need not be scrolled to
    me.key(KEY.Key_Right, to=me.grid)  # the next column lies under those that stand still
    QApplication.processEvents()
    assert me.grid.visualRect(me.grid.currentIndex()).left() >= me.grid.frozen.width
    assert me.grid.visualRect(me.grid.currentIndex()).right() < me.grid.viewport().width()
    bar.setValue(bar.maximum())
    header = me.grid.header
    assert header.column_at(QPoint(width - 12, 5)) == NUMBER_OF["name"]
    frozen_now = me.grid.frozen.width
    edge = QPoint(frozen_now - 1, 10)
    drag_head(me, edge, edge + QPoint(30, 0))  # the right edge of the heading makes the column wider
    assert me.grid.frozen.width == pytest.approx(frozen_now + 30, abs=2)


def drag_head(me: Person, start: QPoint, end: QPoint) -> None:
    view, left = me.grid.header.viewport(), Qt.MouseButton.LeftButton
    me.bot.mouseMove(view, start)
    me.bot.mousePress(view, left, NO_KEY, start)
    spot = QPointF(end)
    QApplication.sendEvent(
        view, QMouseEvent(QEvent.Type.MouseMove, spot, QPointF(view.mapToGlobal(end)), left, left, NO_KEY)
    )
    me.bot.mouseRelease(view, left, NO_KEY, end)


def test_frozen_columns_are_kept_with_the_layout_and_the_view(opened: Opened) -> None:
    me = opened()
    frozen(me, "duration")
    me.page.views.save_under("Frozen")
    kept = me.page.save_state()
    me.page.column_actions.unfreeze.trigger()
    assert (me.grid.frozen.key, me.page.column_actions.unfreeze.isEnabled()) == ("", False)
    me.page.views.choose(me.page.views.current)
    assert me.grid.frozen.key == "duration"
    me.page.views.choose("planning")
    assert me.grid.frozen.key == ""
    other = opened()
    other.page.restore_state(kept)
    assert other.grid.frozen.key == "duration"
    other.page.restore_state(kept | {"frozen": "nonsense"})
    assert other.grid.frozen.key == ""
    other.page.restore_state(kept | {"frozen": 7})


def test_where_frozen_columns_would_fill_the_grid_nothing_is_frozen(opened: Opened) -> None:
    me = opened()
    frozen(me)
    me.page.work.setSizes([250, 1000])
    QApplication.processEvents()
    assert me.grid.frozen.width == 0
    me.page.column_actions.reset.trigger()
    assert me.grid.frozen.key == ""


# -- movement ---------------------------------------------------------------------------------------


def test_the_wheel_zooms_in_one_movement_and_keeps_what_lies_at_the_pointer(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    me = opened()
    at = QPointF(300, 60)
    before, there = me.chart.scale.scale, me.chart.scale.moment(at.x())
    me.wheel(at, 120, CTRL)
    assert me.chart.scale.scale == pytest.approx(1.25 * before)  # the system asks for no movement: a jump
    monkeypatch.setattr(glide, "moves", lambda: True)
    me.wheel(at, 120, CTRL)
    me.wheel(at, 120, CTRL)  # goes on from where the first has come to
    assert me.chart.scale.scale == pytest.approx(1.25 * before)
    seen: list[float] = []
    me.chart.scale_changed.connect(lambda: seen.append(me.chart.scale.scale))
    me.bot.waitUntil(lambda: me.chart.scale.scale == pytest.approx(1.25**3 * before), timeout=2000)
    assert seen == sorted(seen)
    assert me.chart.scale.x(there) == pytest.approx(at.x(), abs=1)
    me.wheel(at, -120, CTRL)
    me.chart.show_today()  # what is asked for comes at once, and the movement gives way
    stands = me.chart.scale
    me.bot.wait(200)
    assert me.chart.scale == stands


@pytest.mark.parametrize(
    ("file", "text", "platform", "moving"),
    [
        ("", "", "linux", True),
        (".config/gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", "linux", False),
        (".config/gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", "linux", False),
        (".config/gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", "linux", True),
        (".config/kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", "linux", False),
        (".config/kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", "linux", True),
        ("Library/Preferences/com.apple.universalaccess.plist", plistlib.dumps({"reduceMotion": True}).decode(),
         "darwin", False),
        ("Library/Preferences/com.apple.universalaccess.plist", plistlib.dumps({"reduceMotion": False}).decode(),
         "darwin", True),
    ],
)  # fmt: skip
def test_less_motion_is_read_from_the_system(
    tmp_path: Path, file: str, text: str, platform: str, moving: bool
) -> None:
    if file:
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).write_text(text)
    assert is_moving(tmp_path, {}, platform) is moving


def test_the_tip_has_room_for_its_bold_line(qapp: QApplication) -> None:
    font = QFont(qapp.font())
    bold = QFont(font)
    bold.setBold(True)
    line = "From: Requirements specification (finish)"
    sheet, *texts = [
        shape
        for shape in tip_shapes([line, "short"], QPointF(590, 20), QSize(600, 200), QFontMetrics(font))
        if isinstance(shape, Text) or shape.role == "raised"  # type: ignore[union-attr]
    ]
    assert isinstance(sheet, Rect) and sheet.x + sheet.width <= 600
    first = texts[0]
    assert isinstance(first, Text) and first.bold
    assert first.width >= QFontMetrics(bold).horizontalAdvance(line)
    assert first.x + first.width <= sheet.x + sheet.width


@pytest.mark.parametrize("place", [QPointF(590, 190), QPointF(300, 260), QPointF(-40, 900), QPointF(900, -30)], ids=str)
def test_the_tip_stays_in_sight_wherever_the_pointer_is_pulled(place: QPointF, qapp: QApplication) -> None:
    lines = ["From: Requirements specification (finish)", "To: Design review (start)", "Finish-to-start (FS)"]
    shapes = tip_shapes(lines, place, QSize(600, 200), QFontMetrics(qapp.font()))
    sheet = next(each for each in shapes if isinstance(each, Rect) and each.role == "raised")
    assert sheet.x >= 0 and sheet.x + sheet.width <= 600
    assert sheet.y >= 0 and sheet.y + sheet.height <= 200


def open_sheets(me: Person) -> list[str]:
    QApplication.processEvents()
    return [type(each).__name__ for each in me.chart.strips if each.isVisible()]


def test_one_sheet_at_a_bar_takes_the_place_of_another(opened: Opened) -> None:
    me = opened()
    hands = me.page.plan_actions.hands
    me.select("offers")
    hands.split.trigger()
    assert open_sheets(me) == ["SplitStrip"]
    me.chart.split_strip.gap.setText("3d")  # what was entered is taken, as where the hand goes elsewhere in the chart
    hands.link.trigger()
    assert open_sheets(me) == ["LinkStrip"]
    assert steps(me) == 1 and len(me.bar("offers").parts) == 2
    hands.hold.trigger()
    assert open_sheets(me) == ["HoldStrip"]
    me.drag(me.body("offers"), me.body("offers") + QPointF(me.days(3), 0))
    assert open_sheets(me) == ["HoldStrip"]


def test_a_sheet_at_a_bar_goes_when_the_hand_chooses_a_cell(opened: Opened) -> None:
    me = opened()
    hands = me.page.plan_actions.hands
    for action in (hands.split, hands.link, hands.hold):
        me.select("offers")
        action.trigger()
        assert len(open_sheets(me)) == 1
        me.select("plan")
        assert open_sheets(me) == []
    assert steps(me) == 0


def test_the_current_row_stays_in_sight_when_a_filter_comes_and_goes(opened: Opened) -> None:
    me = opened()
    for number in range(80):
        me.workspace.do(commands.AddTask(f"Task {number}", fields={"id": f"t{number}"}))
    me.workspace.do(commands.AddLink("open", "t79"))  # critical, in the last row
    me.select("t79")

    def in_sight() -> bool:
        QApplication.processEvents()
        box = me.grid.visualRect(me.grid.currentIndex())
        return box.top() >= 0 and box.bottom() <= me.grid.viewport().height()

    assert in_sight()
    me.page.rows_shown.show_part("critical")
    assert me.grid.current_id() == "t79" and in_sight()
    me.page.rows_shown.show_all()
    assert me.grid.current_id() == "t79" and in_sight()
    assert me.chart.verticalScrollBar().value() == me.grid.verticalScrollBar().value()


def test_the_number_of_a_path_stays_with_its_band_at_the_edge() -> None:
    bar = Bar("t", 0, BarKind.TASK, -100, 60, 4, 16, 0, False, False, ())
    band, number = path_shapes(bar, 1, Rect(0, 0, 400, 20, ""), 13)
    assert isinstance(band, Rect) and band.x < 0
    assert isinstance(number, Text) and number.x == 0
    gone = Bar("t", 0, BarKind.TASK, -100, 2, 4, 16, 0, False, False, ())
    assert len(list(path_shapes(gone, 1, Rect(0, 0, 400, 20, ""), 13))) == 1
