"""The time axis in use: zoom where the eye is, weeks as the reader counts them, time folded away, go to a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.charts.folds import ALL, WHOLE_DAYS
from desktop.charts.shapes import Text
from desktop.charts.timeheader import header, tiers
from desktop.charts.timescale import MAX_SCALE, MIN_SCALE
from desktop.charts.units import Unit
from desktop.i18n import CHINESE, ENGLISH, tr, words
from desktop.views.plan.go_to_date import GoToDate
from tests.plan_window import CTRL, LEFT, NO_BUTTON, NO_KEY, SHIFT, Person, english, opened, reader
from tests.plans import snapshot

__all__ = ["english", "opened", "reader"]

Opened = Callable[..., Person]
KEY = Qt.Key


def choose(me: Person, title: str, *, within: QAction | None = None) -> None:
    """Choose an entry of the chart's menu, or of a submenu of it, as a click does."""
    for action in within.menu().actions() if within else me.page.axis_actions.menu():  # type: ignore[attr-defined]
        if action is None:
            continue
        if action.text() == title:
            action.trigger()
            QApplication.processEvents()
            return
        if action.menu() is not None:
            try:
                choose(me, title, within=action)
            except LookupError:
                continue
            return
    raise LookupError(title)


def names(me: Person) -> list[Text]:
    """Texts of the time scale as painted."""
    chart = me.chart
    scene = header(chart.scale, chart.header.width(), chart.header.height(), chart.metrics.em, words())
    return [shape for shape in scene.shapes if isinstance(shape, Text)]


def nothing_is_clipped(me: Person) -> None:
    metrics = QFontMetricsF(me.chart.header.font())
    width = me.chart.header.width()
    for text in names(me):
        if text.x >= 0 and text.x + text.width <= width:
            assert metrics.horizontalAdvance(text.text) * text.size <= text.width + 1, text


def test_the_wheel_zooms_at_the_pointer_and_the_keys_at_the_current_task(opened: Opened, reader: str) -> None:
    del reader
    me = opened()
    before = snapshot(me.project)
    at = QPointF(me.chart.viewport().width() * 0.7, 60)
    moment = me.chart.scale.moment(at.x())
    scale = me.chart.scale.scale
    me.wheel(at, 240, CTRL)
    assert me.chart.scale.scale == pytest.approx(scale * 1.25**2)
    assert abs(me.chart.scale.x(moment) - at.x()) < 1
    me.select("offers")
    bar = me.bar("offers")
    middle = (bar.left + bar.right) / 2
    for _ in range(4):
        me.key(KEY.Key_Period, CTRL | SHIFT)
    assert me.chart.scale.scale == pytest.approx(scale * 1.25**6)
    again = me.bar("offers")
    # Where hours come into sight, a day is no longer filled by its working hours.
    assert abs((again.left + again.right) / 2 - middle) < me.chart.scale.length(0.5)
    for _ in range(80):
        me.key(KEY.Key_Comma, CTRL | SHIFT)
    assert me.chart.scale.scale == MIN_SCALE
    for _ in range(200):
        me.wheel(at, 120, CTRL)
    assert me.chart.scale.scale == MAX_SCALE
    me.key(KEY.Key_0, CTRL)
    assert me.bar("survey").left >= 0
    assert snapshot(me.project) == before


def test_the_scale_is_chosen_by_its_unit_and_nothing_in_it_is_clipped(opened: Opened, reader: str) -> None:
    del reader
    me = opened()
    me.select("offers")
    for title, unit in (
        ("Hours", Unit.HOUR), ("Days", Unit.DAY), ("Weeks", Unit.WEEK), ("Months", Unit.MONTH),
        ("Quarters", Unit.QUARTER), ("Years", Unit.YEAR),
    ):  # fmt: skip
        choose(me, tr(title, "time scale"))
        assert tiers(me.chart.scale, me.chart.metrics.em)[0] is unit
        nothing_is_clipped(me)
        if unit is not Unit.YEAR:
            bar = me.bar("offers")
            assert bar.right > 0 and bar.left < me.chart.viewport().width(), title


def test_weeks_are_numbered_from_the_start_of_the_project_where_that_is_chosen(opened: Opened, reader: str) -> None:
    me = opened()
    choose(me, tr("Weeks", "time scale"))
    me.chart.show_moment(me.workspace.schedule.project_start)
    iso = me.workspace.schedule.project_start.isocalendar().week
    sign = {ENGLISH: "W{}", CHINESE: "{}周"}[reader]
    assert any(sign.format(iso) in text.text for text in names(me))
    choose(me, tr("Weeks of the project"))
    found = [text.text for text in names(me)]
    assert any(sign.format(1) in text for text in found) and any(sign.format(2) in text for text in found)
    nothing_is_clipped(me)
    choose(me, tr("Calendar weeks (ISO 8601)"))
    assert any(sign.format(iso) in text.text for text in names(me))


@pytest.mark.parametrize("kind", [WHOLE_DAYS, ALL])
def test_a_bar_is_dragged_over_a_folded_weekend_like_over_any_night(opened: Opened, reader: str, kind: str) -> None:
    del reader
    me = opened()
    before = snapshot(me.project)
    titles = {WHOLE_DAYS: tr("Fold days off away"), ALL: tr("Fold days off and nights away")}
    choose(me, tr("Days", "time scale"))
    me.chart.show_task("offers")
    wide = me.chart.scale.length(1)
    choose(me, titles[kind])
    assert me.chart.scale.length(1) == pytest.approx(wide)
    start = me.dates("offers").start
    calendar = me.workspace.schedule.calendar()
    # Five working days on is the same weekday of the next week: no holiday lies between.
    wanted = start + dt.timedelta(days=7)
    assert calendar.is_working(start) and calendar.is_working(wanted)
    x, there = me.chart.frame.x(start), me.chart.frame.x(wanted)
    assert there - x == pytest.approx(5 * wide, abs=2)
    me.chart.set_scale(me.chart.scale.at(start).scrolled(-100))
    me.drag(me.body("offers"), me.body("offers") + QPointF(5 * wide, 0))
    assert me.dates("offers").start == wanted
    me.workspace.undo()
    assert snapshot(me.project) == before
    # Escape in the middle leaves nothing.
    me.press(me.body("offers"))
    me.move(me.body("offers") + QPointF(2 * wide, 0))
    me.key(KEY.Key_Escape, to=me.chart)
    me.release(me.body("offers"))
    assert snapshot(me.project) == before
    choose(me, tr("Show all time"))
    assert me.chart.scale.folds is None
    assert me.chart.scale.length(1) == pytest.approx(wide)


def test_what_is_chosen_of_the_axis_is_there_again(opened: Opened, reader: str) -> None:
    del reader
    me = opened()
    choose(me, tr("Fold days off away"))
    choose(me, tr("Weeks of the project"))
    choose(me, tr("Sunday"))
    choose(me, tr("April"))
    me.key(KEY.Key_Period, CTRL | SHIFT)
    state, scale = me.page.save_state(), me.chart.scale
    other = opened()
    other.page.restore_state(state)
    assert other.chart.axis.choices == me.chart.axis.choices
    assert other.chart.scale.ruler == scale.ruler
    assert other.chart.scale.scale == pytest.approx(scale.scale)
    assert other.chart.scale.folds is not None
    ticked = {a.text() for g in other.page.axis_actions._groups.values() for a in g.actions() if a.isChecked()}
    assert ticked == {tr("Fold days off away"), tr("Weeks of the project"), tr("Sunday"), tr("April")}
    other.page.restore_state({"axis": {"weeks": 7, "week_begins": "x", "year_begins": 40, "folds": []}})
    assert other.chart.scale.folds is None


def test_one_goes_to_a_date_that_is_typed(opened: Opened, reader: str) -> None:
    del reader
    me = opened()
    me.select("offers")

    def ask(text: str) -> GoToDate:
        me.key(KEY.Key_G, CTRL | SHIFT)
        dialog = next(
            each for each in QApplication.topLevelWidgets() if isinstance(each, GoToDate) and each.isVisible()
        )
        dialog.line.insert(text)
        me.key(KEY.Key_Return, to=dialog.line)
        return dialog

    ask("2031-03-05")
    width = me.chart.viewport().width()
    assert 0 <= me.chart.scale.x(dt.datetime(2031, 3, 5)) <= width
    ask("2027-W1")
    assert me.chart.scale.x(dt.datetime(2027, 1, 4)) == pytest.approx(0.3 * width, abs=1)
    ask("2026年第53周")
    assert me.chart.scale.x(dt.datetime(2026, 12, 28)) == pytest.approx(0.3 * width, abs=1)
    was = me.chart.scale
    dialog = ask("2027-W53")  # 2027 has 52 weeks
    assert dialog.isVisible() and "2027-W53" in dialog.problem.text()
    me.key(KEY.Key_Escape, to=dialog.line)
    assert me.chart.scale == was


# -- overview of the whole plan -------------------------------------------------------------------


def hand(me: Person, kind: QEvent.Type, at: QPointF) -> None:
    strip = me.page.overview
    held = LEFT if kind is not QEvent.Type.MouseButtonRelease else NO_BUTTON
    button = NO_BUTTON if kind is QEvent.Type.MouseMove else LEFT
    QApplication.sendEvent(strip, QMouseEvent(kind, at, QPointF(strip.mapToGlobal(at)), button, held, NO_KEY))


def drag(me: Person, start: QPointF, end: QPointF, *, release: bool = True) -> None:
    hand(me, QEvent.Type.MouseButtonPress, start)
    hand(me, QEvent.Type.MouseMove, (start + end) / 2)
    hand(me, QEvent.Type.MouseMove, end)
    if release:
        hand(me, QEvent.Type.MouseButtonRelease, end)


def tall(me: Person) -> Person:
    """In a window that has room for the strip, however large the letters are."""
    me.page.resize(1400, 1400)
    QApplication.processEvents()
    assert me.page.overview.isVisible()
    return me


def middle(me: Person) -> dt.datetime:
    return me.chart.scale.moment(me.chart.viewport().width() / 2)


def test_the_frame_of_the_overview_is_what_the_chart_shows(opened: Opened, reader: str) -> None:
    del reader
    me = opened()
    before = snapshot(me.project)
    strip = tall(me).page.overview
    choose(me, tr("Hours", "time scale"))
    first, last = me.chart.extent()
    assert strip.scale.x(first) >= 0 and strip.scale.x(last) <= strip.width()
    me.chart.show_moment(first + dt.timedelta(days=3), 0.1)
    frame = strip.frame()
    end = me.chart.scale.moment(me.chart.viewport().width())
    assert frame.right() == pytest.approx(min(strip.scale.x(end), strip.width()), abs=1)
    # A click beside the frame brings those days into the middle.
    there = QPointF(strip.width() * 0.8, strip.height() - 4)
    drag(me, there, there)
    day = dt.timedelta(days=1)
    assert abs(middle(me) - strip.scale.moment(there.x())) < day
    # The frame is dragged, and Escape puts it back where it was.
    shown = me.chart.scale
    grip = strip.frame().center()
    drag(me, grip, grip - QPointF(120, 0), release=False)
    gone = strip.scale.moment(grip.x()) - strip.scale.moment(grip.x() - 120)
    assert abs(shown.start - me.chart.scale.start - gone) < day
    me.key(KEY.Key_Escape, to=strip)
    hand(me, QEvent.Type.MouseButtonRelease, grip)
    assert me.chart.scale == shown
    # An edge of the frame zooms: what lies at the other edge stays.
    frame = strip.frame()
    right = me.chart.scale.moment(me.chart.viewport().width())
    drag(me, QPointF(frame.left(), frame.center().y()), QPointF(frame.left() - 90, frame.center().y()))
    assert me.chart.scale.scale < shown.scale
    assert abs(me.chart.scale.moment(me.chart.viewport().width()) - right) < day
    assert abs(me.chart.scale.start - strip.scale.moment(frame.left() - 90)) < day
    assert snapshot(me.project) == before


def test_the_overview_is_used_by_keys_and_can_be_hidden(opened: Opened, reader: str) -> None:
    del reader
    me = opened()
    strip = tall(me).page.overview
    choose(me, tr("Days", "time scale"))
    first, last = me.chart.extent()
    strip.setFocus()
    me.key(KEY.Key_Home, to=strip)
    assert me.chart.scale.start < first < middle(me)
    was = me.chart.scale
    me.key(KEY.Key_Right, to=strip)
    assert me.chart.scale.start == was.moment(me.chart.viewport().width() / 4)
    me.key(KEY.Key_End, to=strip)
    assert middle(me) < last < me.chart.scale.moment(me.chart.viewport().width())
    scale = me.chart.scale.scale
    me.key(KEY.Key_Plus, to=strip)
    assert me.chart.scale.scale > scale
    assert strip.accessibleName() == tr("Overview of the whole plan")
    me.bot.waitUntil(lambda: "2026" in strip.accessibleDescription())
    choose(me, tr("Overview of the whole plan"))
    assert strip.isHidden()
    other = opened()
    other.page.restore_state(me.page.save_state())
    assert other.page.overview.isHidden()


def test_the_picture_of_the_overview_follows_the_plan(opened: Opened) -> None:
    me = opened()
    strip = me.page.overview
    me.bot.waitUntil(lambda: strip._picture is not None)
    before = strip._picture
    me.select("survey")
    me.set_cell("survey", "duration", "30d")
    me.bot.waitUntil(lambda: strip._picture is not before)
    assert strip._picture is not None and strip._picture.width() >= strip.width()


def test_a_low_window_keeps_its_room_for_rows(opened: Opened, reader: str) -> None:
    del reader
    me = tall(opened())
    me.page.resize(1400, 400)
    QApplication.processEvents()
    assert me.page.overview.isHidden()
    assert me.page.axis_actions.overview.isChecked()
    tall(me)
