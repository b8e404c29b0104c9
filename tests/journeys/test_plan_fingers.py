"""What fingers and a trackpad do on the chart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.domain.commands import plan as commands
from tests.plan_hands import on, steps
from tests.plan_window import SHIFT, Person, english, opened
from tests.plans import snapshot

__all__ = ["english", "opened"]

Opened = Callable[..., Person]

# -- fingers ------------------------------------------------------------------------------------------


class Fingers:
    """Two fingers on the chart, as a touch screen reports them."""

    device = None

    def __init__(self, me: Person) -> None:
        Fingers.device = Fingers.device or QTest.createTouchDevice()
        me.page.resize(780, 560)  # touches beyond the screen go nowhere
        me.page.work.setSizes([200, 580])
        QApplication.processEvents()
        me.chart.fit_project()
        me.page.grab()
        self._view = me.chart.viewport()
        self._down: set[int] = set()

    def __call__(self, *places: QPointF | None) -> None:
        """Put the fingers to these places, all at once; None lifts one."""
        sequence = QTest.touchEvent(self._view, Fingers.device, False)
        for finger, place in enumerate(places):
            if place is None:
                if finger in self._down:
                    self._down.discard(finger)
                    sequence.release(finger, self._last[finger], self._view)
                continue
            at = place.toPoint()
            (sequence.move if finger in self._down else sequence.press)(finger, at, self._view)
            self._down.add(finger)
            self._last = {**getattr(self, "_last", {}), finger: at}
        sequence.commit(False)
        QApplication.processEvents()


def test_a_tap_selects_and_a_second_one_opens_the_details(opened: Opened) -> None:
    me = opened()
    touch = Fingers(me)
    touch(me.body("offers"))
    touch(None)
    assert me.grid.selected_ids() == ["offers"]
    assert not steps(me) and me.chart.gesture is None
    wanted: list[object] = []
    me.chart.details_wanted.connect(wanted.append)
    touch(me.body("offers") + QPointF(2, 1))
    touch(None)
    assert wanted == ["offers"]


def test_one_finger_moves_the_paper(opened: Opened) -> None:
    me = opened()
    for number in range(60):
        me.workspace.do(commands.AddTask(f"Task {number}"))
    touch, before = Fingers(me), snapshot(me.project)
    at, start = me.body("offers"), me.chart.scale.start
    across, down = me.chart.horizontalScrollBar().value(), me.chart.verticalScrollBar().value()
    touch(at)
    touch(at + QPointF(-6, 0))
    assert me.chart.scale.start == start  # a finger trembles
    touch(at + QPointF(-30, -20))
    touch(at + QPointF(-80, -50))
    touch(None)
    assert me.chart.horizontalScrollBar().value() == across + 80
    assert me.chart.verticalScrollBar().value() == down + 50
    assert snapshot(me.project) == before
    assert me.grid.selected_ids() != ["offers"]


def test_two_fingers_zoom_at_their_middle(opened: Opened) -> None:
    me = opened()
    touch, middle = Fingers(me), QPointF(250, 100)
    there, scale = me.chart.scale.moment(middle.x()), me.chart.scale.scale
    touch(middle - QPointF(40, 0), middle + QPointF(40, 0))
    touch(middle - QPointF(60, 0), middle + QPointF(60, 0))
    touch(middle - QPointF(80, 0), middle + QPointF(80, 0))
    assert me.chart.scale.scale == pytest.approx(2 * scale)
    assert me.chart.scale.x(there) == pytest.approx(middle.x(), abs=2)
    touch(middle - QPointF(80, 0), None)
    touch(middle - QPointF(10, 0), None)
    assert me.chart.scale.x(there) == pytest.approx(middle.x(), abs=2)  # what is left of two fingers moves nothing
    touch(None, None)
    assert me.grid.selected_ids() != ["survey"]


def test_a_finger_held_still_opens_the_menu(opened: Opened) -> None:
    me = opened()
    touch = Fingers(me)
    touch(me.body("pack"))
    me.bot.waitUntil(lambda: me.chart.gesture is not None, timeout=5000)
    touch(None)  # lifted where it rested
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert me.chart.gesture is None
    assert me.grid.selected_ids() == ["pack"]
    assert me.page.plan_actions.milestone in menu.actions()
    menu.close()
    touch(QPointF(5, me.body("pack").y()))  # beside the bars there is nothing to take hold of
    me.bot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=5000)
    other = QApplication.activePopupWidget()
    assert isinstance(other, QMenu)
    other.close()
    touch(None)
    assert not steps(me)


def test_a_finger_that_rests_on_a_bar_drags_it(opened: Opened) -> None:
    me = opened()
    touch, before = Fingers(me), snapshot(me.project)
    start, days = me.body("offers"), me.days(4)
    me.select("survey")
    me.grid.cells.clear()

    def hold() -> None:
        touch(start)
        me.bot.waitUntil(lambda: me.chart.gesture is not None, timeout=5000)

    hold()
    assert me.chart.gesture is not None
    assert me.chart.gesture.tip() == ["Collect offers", "Drag it, or lift the finger for the menu"]
    touch(start + QPointF(days / 2, 3))
    touch(start + QPointF(days, 3))
    assert me.chart.gesture is not None and me.chart.gesture.tip()[0] == "Collect offers"
    touch(start + QPointF(days, 3), start + QPointF(days, 60))  # a second finger puts it back
    assert me.chart.gesture is None
    touch(None, None)
    assert snapshot(me.project) == before and not steps(me)
    hold()
    touch(start + QPointF(days, 3))
    touch(None)
    assert me.task("offers").constraint_date == on(6, 15)
    assert me.chart.hold_strip.isVisible()
    assert steps(me) == 1


def test_a_trackpad_zooms_at_the_pointer_and_a_wheel_with_shift_moves_in_time(opened: Opened) -> None:
    me = opened()
    view, at = me.chart.viewport(), QPointF(200, 60)
    there, scale = me.chart.scale.moment(at.x()), me.chart.scale.scale
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2,
        at, at, QPointF(view.mapToGlobal(at)), 0.25, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    assert me.chart.scale.scale == pytest.approx(1.25 * scale)
    assert me.chart.scale.x(there) == pytest.approx(at.x(), abs=1)
    across = me.chart.horizontalScrollBar().value()
    me.wheel(at, -120, SHIFT)
    assert me.chart.horizontalScrollBar().value() == across + 120
