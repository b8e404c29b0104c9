"""The chart as a widget: time, scroll, zoom, selection, what it says, and what a drag shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from desktop.charts.shapes import Rect, Text
from desktop.charts.timescale import Timescale
from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Dependency
from desktop.i18n import CHINESE, set_language
from desktop.views.plan.bar_gestures import DragProgress, MoveBar, ResizeBar
from desktop.views.plan.carry import CarryBar
from desktop.views.plan.draw_link import DrawLink
from desktop.views.plan.gestures import Pan, RubberBand
from desktop.views.plan.tip import tip_shapes
from tests.plan_window import CTRL, MIDDLE, SHIFT, Person
from tests.plans import DAY

Opened = Callable[..., Person]
KEY = Qt.Key


# -- time -----------------------------------------------------------------------------------------


def test_the_whole_plan_is_in_sight_at_first(opened: Opened) -> None:
    me = opened()
    width = me.chart.viewport().width()
    plan = me.workspace.schedule
    assert 0 < me.chart.frame.x(plan.start) < me.chart.frame.x(plan.finish) < width


def test_zooming_keeps_the_day_under_the_pointer(opened: Opened) -> None:
    me = opened()
    at = QPointF(300, 100)
    before, scale = me.chart.scale.moment(at.x()), me.chart.scale.scale
    me.wheel(at, 120, CTRL)
    assert me.chart.scale.scale == pytest.approx(scale * 1.25)
    assert abs((me.chart.scale.moment(at.x()) - before).total_seconds()) < 120
    me.wheel(at, -120, CTRL)
    assert me.chart.scale.scale == pytest.approx(scale)


def test_keys_zoom_fit_and_go_to_today(opened: Opened) -> None:
    me = opened()
    me.select("plan")
    scale = me.chart.scale.scale
    me.key(KEY.Key_Period, CTRL | SHIFT)
    assert me.chart.scale.scale > scale
    me.key(KEY.Key_Comma, CTRL | SHIFT)
    assert me.chart.scale.scale == pytest.approx(scale)
    me.chart.set_scale(Timescale(dt.datetime(2030, 1, 1), 30))
    me.key(KEY.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert 0 < me.chart.frame.x(me.workspace.session.now()) < me.chart.viewport().width()
    me.chart.set_scale(Timescale(dt.datetime(2030, 1, 1), 30))
    me.key(KEY.Key_G, CTRL)
    assert 0 < me.bar("plan").left < me.chart.viewport().width()
    me.key(KEY.Key_0, CTRL)
    assert 0 < me.bar("open").left < me.chart.viewport().width()


def test_the_scroll_bar_reaches_beyond_both_ends_of_the_plan(opened: Opened) -> None:
    me = opened()
    me.chart.zoom(8)
    bar = me.chart.horizontalScrollBar()
    bar.setValue(bar.minimum())
    assert me.chart.scale.start < me.workspace.schedule.start
    bar.setValue(bar.maximum())
    assert me.chart.scale.moment(me.chart.viewport().width()) > me.workspace.schedule.finish
    before = me.chart.scale.start
    me.wheel(QPointF(100, 100), 120, SHIFT)
    assert me.chart.scale.start < before


def test_the_header_is_dragged_to_pan(opened: Opened) -> None:
    me = opened()
    header = me.chart.header
    start = me.chart.scale.start
    me.bot.mousePress(header, Qt.MouseButton.LeftButton, pos=QPoint(400, 10))
    me.bot.mouseMove(header, QPoint(300, 10))
    me.bot.mouseRelease(header, Qt.MouseButton.LeftButton, pos=QPoint(300, 10))
    moved = (me.chart.scale.start - start).total_seconds() / 86_400 * me.chart.scale.scale
    assert moved == pytest.approx(100, abs=1.5)


def test_the_middle_button_pans_and_escape_puts_it_back(opened: Opened) -> None:
    me = opened()
    start = me.chart.scale.start
    me.press(QPointF(400, 100), MIDDLE)
    assert isinstance(me.chart.gesture, Pan)
    me.move(QPointF(300, 100))
    assert me.chart.scale.start > start
    me.key(KEY.Key_Escape, to=me.chart)
    assert abs((me.chart.scale.start - start).total_seconds()) < 3600


# -- rows -----------------------------------------------------------------------------------------


def test_grid_and_chart_share_rows_and_scroll(opened: Opened) -> None:
    me = opened()
    for number in range(60):
        me.workspace.do(commands.AddTask(f"Task {number}"))
    me.page.resize(1400, 400)
    QApplication.processEvents()
    assert me.grid.viewport().height() == me.chart.viewport().height()
    assert me.grid.horizontalHeader().height() == me.chart.header.height()
    me.grid.verticalScrollBar().setValue(500)
    assert me.chart.verticalScrollBar().value() == 500
    me.chart.verticalScrollBar().setValue(140)
    assert me.grid.verticalScrollBar().value() == 140
    row = 20
    in_grid = me.grid.visualRect(me.page.model.index(row, 2)).top()
    assert in_grid == me.chart.top_of(row)
    me.wheel(QPointF(50, 50), -120)
    assert me.grid.verticalScrollBar().value() > 140


def test_a_click_selects_in_both(opened: Opened) -> None:
    me = opened()
    me.press(me.body("light"))
    me.release(me.body("light"))
    assert me.grid.selected_ids() == ["light"]
    me.press(me.body("pack"), modifiers=CTRL)
    me.release(me.body("pack"), modifiers=CTRL)
    assert me.grid.selected_ids() == ["light", "pack"]
    bare = QPointF(me.bar("drive").right + 150, me.bar("drive").middle)
    me.press(bare)
    me.release(bare)
    assert me.grid.selected_ids() == ["drive"]
    me.key(KEY.Key_Down, to=me.chart)
    assert me.grid.current_id() == "open"


def test_a_rubber_band_selects_the_bars_it_touches(opened: Opened) -> None:
    me = opened()
    plan, offers = me.bar("plan"), me.bar("offers")
    me.drag(QPointF(plan.right + 40, plan.top - 4), QPointF(offers.right - 10, offers.bottom + 4))
    # From the right of the floor plan down to within the offers: lighting lies between.
    assert me.grid.selected_ids() == ["light", "offers"]


def test_links_between_collapsed_rows_are_out_of_the_way(opened: Opened) -> None:
    me = opened()
    me.page.model.toggle("design")
    me.page.grab()
    assert {line.ref for line in me.chart.frame.lines} == {
        "dependency/survey-agreed", "dependency/wishes-agreed", "dependency/pack-drive", "dependency/drive-open",
    }  # fmt: skip


# -- what a drag shows ----------------------------------------------------------------------------


def test_a_dragged_bar_shows_where_everything_would_be(opened: Opened) -> None:
    me = opened()
    start, pack = me.body("offers"), me.bar("pack").left
    me.press(start)
    me.move(start + QPointF(me.days(7), 0))
    gesture = me.chart.gesture
    assert isinstance(gesture, CarryBar) and isinstance(gesture.now, MoveBar)
    # Offers were planned from Thu 06-11 to Tue 06-16; a week later packing follows on 06-24.
    tip = gesture.tip()
    assert tip[0] == "Collect offers"
    assert tip[1] == "2026-06-18 – 2026-06-23"
    assert tip[2] == "4 working days · total float 0d"
    assert tip[3] == "moves 3 other tasks"
    assert tip[4] == "Ctrl: over the rows instead"
    assert me.bar("pack").left > pack
    assert me.dates("pack").start == dt.datetime(2026, 6, 17, 8)  # nothing has happened yet
    ghosts = [shape for shape in gesture.shapes() if isinstance(shape, Rect)]
    assert ghosts and ghosts[0].role == "ghost"
    me.key(KEY.Key_Escape, to=me.chart)
    assert me.bar("pack").left == pack


def test_a_preview_says_why_a_drop_would_be_refused(opened: Opened) -> None:
    me = opened()
    me.workspace.do(SetFields("project", ("p",), {"status_date": dt.date(2026, 6, 2)}))
    me.workspace.do(commands.SetProgress(("survey",), 20))
    me.press(me.body("survey"))
    me.move(me.body("survey") + QPointF(me.days(10), 0))
    gesture = me.chart.gesture
    assert gesture is not None
    assert "status date 2026-06-02" in gesture.tip()[1]
    me.release(me.body("survey") + QPointF(me.days(10), 0))
    assert [refusal.code for refusal in me.refusals] == ["actual_after_status"]


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        (lambda me: me.body("plan"), CarryBar),
        (lambda me: me.start_edge("plan"), ResizeBar),
        (lambda me: me.finish_edge("plan"), ResizeBar),
        (lambda me: QPointF(me.bar("plan").left, me.bar("plan").bottom + 2), DragProgress),
        (lambda me: me.finish_handle("plan"), DrawLink),
        (lambda me: me.start_handle("plan"), DrawLink),
        (lambda me: QPointF(me.bar("plan").right + 200, me.bar("plan").middle), RubberBand),
    ],
)
def test_where_one_presses_says_what_one_means(
    opened: Opened, place: Callable[[Person], QPointF], kind: type[Any]
) -> None:
    me = opened()
    me.press(place(me))
    assert type(me.chart.gesture) is kind
    me.page.grab()
    me.key(KEY.Key_Escape, to=me.chart)


def test_a_drawn_link_names_both_ends_and_warns_of_a_circle(opened: Opened) -> None:
    me = opened()
    me.press(me.finish_handle("offers"))
    me.move(me.start_edge("light"))
    gesture = me.chart.gesture
    assert isinstance(gesture, DrawLink)
    assert gesture.tip() == ["From: Collect offers (finish)", "To: Lighting (start)"]
    me.move(me.start_edge("plan"))
    assert "circle" in gesture.tip()[-1]
    assert any(getattr(shape, "role", "") == "red" for shape in gesture.shapes())
    me.key(KEY.Key_Escape, to=me.chart)


def test_the_chart_follows_a_drag_at_its_edge(opened: Opened) -> None:
    me = opened()
    start = me.body("pack")
    bar = me.chart.horizontalScrollBar()
    before = bar.value()
    me.press(start)
    edge = QPointF(me.chart.viewport().width() - 2, start.y())
    me.move(edge)
    me.bot.waitUntil(lambda: bar.value() > before + 40, timeout=5000)
    gesture = me.chart.gesture
    assert isinstance(gesture, CarryBar) and isinstance(gesture.now, MoveBar)
    assert gesture.now.gone() > edge.x() - start.x() + 20
    me.key(KEY.Key_Escape, to=me.chart)


def test_the_sheet_beside_the_pointer_stays_in_the_window(opened: Opened) -> None:
    me = opened()
    view = me.chart.viewport().size()
    lines = ["A task", "Something that is rather too long for a single line of a small sheet " * 3, "中文" * 60]
    for x, y in ((0, 0), (view.width(), view.height()), (view.width() / 2, view.height())):
        shapes = list(tip_shapes(lines, QPointF(x, y), view, me.chart.fontMetrics()))
        for shape in shapes:
            assert isinstance(shape, (Rect, Text))
            assert shape.x >= 0 and shape.y >= 0
            assert shape.y + shape.height <= view.height()
        for shape in shapes:
            if isinstance(shape, Text):
                assert me.chart.fontMetrics().horizontalAdvance(shape.text) <= shape.width


# -- links ----------------------------------------------------------------------------------------


def test_the_sheet_of_a_link_changes_type_and_lag_and_keeps_what_it_cannot_read(opened: Opened) -> None:
    me = opened()
    sheet = me.chart.link_strip
    sheet.show_link("plan-light")
    sheet.lag.setText("whenever")
    assert not sheet.apply()
    assert sheet.isVisible()
    assert "whenever" in sheet.problem.text()
    sheet.type.setCurrentIndex(sheet.type.findData("SS"))
    sheet.lag.setText("-2d")
    assert sheet.apply()
    link = me.project.get(Dependency, "plan-light")
    assert (link.type, link.lag) == ("SS", -2 * DAY)
    assert not sheet.isVisible()


@pytest.mark.parametrize(("text", "lag", "percent"), [("50%", 0, 50), ("", 0, None), ("3ed", 3 * 1440, None)])
def test_lags_of_every_kind(opened: Opened, text: str, lag: int, percent: int | None) -> None:
    me = opened()
    me.chart.link_strip.show_link("plan-light")
    me.chart.link_strip.lag.setText(text)
    me.chart.link_strip.apply()
    link = me.project.get(Dependency, "plan-light")
    assert (link.lag, link.lag_percent) == (lag, percent)


def menu_of(me: Person) -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_menu_of_a_link_and_of_a_bar(opened: Opened) -> None:
    me = opened()
    me.workspace.do(commands.AddLink("survey", "light"))
    me.page.grab()
    line = next(each for each in me.chart.frame.lines if me.project.predecessors("light")[-1].id in each.ref)
    (ax, ay), (bx, _) = line.points[-2:]
    at = QPoint(round((ax + bx) / 2), round(ay))
    right_click(me, at)
    menu = menu_of(me)
    names = [action.text() for action in menu.actions() if action.text()]
    assert names[0] == "Survey the old office → Lighting"
    next(action for action in menu.actions() if action.data() == "FF").trigger()
    menu.close()
    assert ("survey", "light", "FF") in me.links()
    right_click(me, me.body("pack").toPoint())
    menu = menu_of(me)
    assert me.grid.selected_ids() == ["pack"]
    assert me.page.plan_actions.milestone in menu.actions()
    menu.close()


def right_click(me: Person, at: QPoint) -> None:
    view = me.chart.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
    QApplication.sendEvent(view, event)


# -- for whoever hears it -------------------------------------------------------------------------


def test_the_chart_is_described_in_a_sentence_in_both_languages(opened: Opened) -> None:
    me = opened()
    me.chart.setFocus()
    # Nine leaves: seven tasks and two milestones. Wishes and lighting have float, seven are critical.
    assert me.chart.accessibleDescription() == (
        "7 tasks and 2 milestones from 2026-06-01 to 2026-06-19, 7 of them critical. "
        "The grid beside the chart holds the same as a table."
    )
    set_language(CHINESE)
    other = opened()
    other.chart.setFocus()
    assert other.chart.accessibleDescription().startswith("共 7 个任务、2 个里程碑")
    assert other.chart.accessibleName() == "甘特图"
